// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the auction house calls back: who may buy, who has bought, and that a liquidation is over.

use crate::{books::*, types::*, *};
use finch_math::{mul_div, Round};
use finch_ports::{AuctionSeller, Clearing, SellerCall};
use finch_types::{Lot, VaultId};
use frame_support::{
    ensure,
    pallet_prelude::{DispatchError, DispatchResult},
    traits::Get,
    weights::Weight,
};

impl<T: Config> AuctionSeller<T::AccountId> for Pallet<T> {
    /// Anybody who brings options, the owner too.
    fn may_bid(lot: Lot, _: &T::AccountId) -> bool {
        Self::vault_of(lot).is_ok()
    }

    fn proceeds_account(lot: Lot) -> Result<T::AccountId, DispatchError> {
        Self::vault_of(lot)?;
        Ok(Self::account_id())
    }

    /// Nothing is sold here in timed auctions.
    fn closed(_: Lot, _: Clearing) -> DispatchResult {
        Err(Error::<T>::NoSale.into())
    }

    fn deliver(lot: Lot, buyer: &T::AccountId, units: Balance, paid: Balance) -> DispatchResult {
        Self::do_deliver(Self::vault_of(lot)?, buyer, units, paid)
    }

    fn finished(lot: Lot, unsold: Balance) -> DispatchResult {
        Self::do_finished(Self::vault_of(lot)?, unsold)
    }

    fn weight(call: SellerCall) -> Weight {
        match call {
            SellerCall::MayBid | SellerCall::Closed => Weight::zero(),
            SellerCall::Deliver => T::WeightInfo::deliver(),
            SellerCall::Finished => T::WeightInfo::finished(),
        }
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn benchmark_lot(units: Balance) -> Lot {
        benchmarking::in_auction::<T>(units)
    }
}

impl<T: Config> Pallet<T> {
    fn vault_of(lot: Lot) -> Result<VaultId, Error<T>> {
        match lot {
            Lot::Vault { vault } => Ok(vault),
            Lot::Derivative { .. } | Lot::Fees { .. } | Lot::Member { .. } => Err(Error::NoSale),
        }
    }

    /// Burns options of the buyer, for their share of the collateral, rounded down; the last unit takes all that is left.
    fn do_deliver(number: VaultId, buyer: &T::AccountId, units: Balance, paid: Balance) -> DispatchResult {
        let Sale {
            series: id,
            owner,
            caller,
            auction: _,
        } = Sales::<T>::get(number).ok_or(Error::<T>::NoSale)?;
        // What the vault owes is a matter of the price of the expiry now.
        let mut series = Self::load_running(id)?;
        let mut vault = Vaults::<T>::get(id, &owner)
            .filter(|vault| vault.sale == Some(number))
            .ok_or(Error::<T>::NoSale)?;
        ensure!(units > 0, Error::<T>::AmountZero);
        ensure!(units <= vault.written, Error::<T>::TooManyUnits);
        let collateral = mul_div(vault.collateral, units, vault.written, Round::Down).map_err(Error::<T>::from)?;
        vault.written = vault.written.checked_sub(units).ok_or(Error::<T>::Corrupted)?;
        vault.collateral = vault.collateral.checked_sub(collateral).ok_or(Error::<T>::Corrupted)?;
        add::<T>(&mut series.flows.liquidated, units)?;
        add::<T>(&mut series.flows.sold, collateral)?;
        Self::put_vault(id, &owner, &mut series, vault)?;
        AllSeries::<T>::insert(id, &series);
        Self::burn_options(id, buyer, units)?;
        let reward = Self::share_proceeds(&caller, &owner, paid)?;
        Self::deposit_event(Event::Liquidated {
            series: id,
            owner,
            vault: number,
            buyer: buyer.clone(),
            units,
            collateral,
            paid,
            reward,
        });
        Self::push(series.terms.collateral, buyer, collateral)
    }

    /// The rest is the vault's, as it was all the time: there is nothing to give back. It may be gone, or a new one.
    fn do_finished(number: VaultId, unsold: Balance) -> DispatchResult {
        let sale = Sales::<T>::take(number).ok_or(Error::<T>::NoSale)?;
        if let Some(mut vault) = Vaults::<T>::get(sale.series, &sale.owner).filter(|vault| vault.sale == Some(number)) {
            vault.sale = None;
            vault.rests_until = Self::now().saturating_add(T::Pause::get());
            Vaults::<T>::insert(sale.series, &sale.owner, vault);
        }
        Self::deposit_event(Event::LiquidationEnded {
            series: sale.series,
            owner: sale.owner,
            vault: number,
            unsold,
        });
        Ok(())
    }
}
