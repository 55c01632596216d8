// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the auction house calls back: who may buy, who has bought, and that an auction is over.

use crate::{types::*, *};
use finch_ports::{AuctionSeller, Clearing, SellerCall};
use finch_types::{AssetId, Lot};
use frame_support::{
    ensure,
    pallet_prelude::{DispatchError, DispatchResult},
    traits::{
        fungibles::{Inspect, Mutate},
        tokens::Preservation::Expendable,
    },
    weights::Weight,
};

impl<T: Config> AuctionSeller<T::AccountId> for Pallet<T> {
    fn may_bid(lot: Lot, _: &T::AccountId) -> bool {
        Self::asset_of(lot).is_ok()
    }

    fn proceeds_account(lot: Lot) -> Result<T::AccountId, DispatchError> {
        Self::asset_of(lot)?;
        Ok(Self::account_id())
    }

    /// Nothing is sold here in timed auctions.
    fn closed(_: Lot, _: Clearing) -> DispatchResult {
        Err(Error::<T>::NoSale.into())
    }

    fn deliver(lot: Lot, buyer: &T::AccountId, units: Balance, paid: Balance) -> DispatchResult {
        Self::do_deliver(Self::asset_of(lot)?, buyer, units, paid)
    }

    fn finished(lot: Lot, unsold: Balance) -> DispatchResult {
        Self::do_finished(Self::asset_of(lot)?, unsold)
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
    fn asset_of(lot: Lot) -> Result<AssetId, Error<T>> {
        match lot {
            Lot::Fees { asset } => Ok(asset),
            Lot::Derivative { .. } | Lot::Member { .. } | Lot::Vault { .. } => Err(Error::NoSale),
        }
    }

    fn do_deliver(asset: AssetId, buyer: &T::AccountId, units: Balance, paid: Balance) -> DispatchResult {
        let mut pot = Pots::<T>::get(asset).ok_or(Error::<T>::NoSale)?;
        let sale = pot.sale.as_mut().ok_or(Error::<T>::NoSale)?;
        sale.units = sale.units.checked_sub(units).ok_or(Error::<T>::TooManyUnits)?;
        let Sale { auction, source, .. } = *sale;
        let retired = Self::retire_received(paid)?;
        Self::count_bought(asset, &mut pot, source, (units, paid), &retired)?;
        let left = pot.total().ok_or(Error::<T>::Overflow)?;
        ensure!(
            left == 0 || left >= T::Assets::minimum_balance(asset),
            Error::<T>::DustLeft
        );
        Pots::<T>::insert(asset, pot);
        Self::deposit_event(Event::BoughtBack {
            asset,
            source,
            units,
            native: paid,
            burned: retired.burned,
            distributed: retired.distributed,
            auction: Some(auction),
        });
        T::Assets::transfer(asset, &Self::account_id(), buyer, units, Expendable)?;
        Ok(())
    }

    /// What the house calls unsold was never taken out of the pending units, so there is nothing to give back. The market
    /// gets its chances again before the next auction.
    fn do_finished(asset: AssetId, unsold: Balance) -> DispatchResult {
        let mut pot = Pots::<T>::get(asset).ok_or(Error::<T>::NoSale)?;
        let sale = pot.sale.take().ok_or(Error::<T>::NoSale)?;
        if sale.units != unsold {
            // An auction that cannot end would keep the asset for ever; the own books hold.
            frame_support::defensive!("seller and house count the same units");
        }
        pot.misses = 0;
        Self::put_pot(asset, pot);
        Self::deposit_event(Event::SaleEnded {
            asset,
            source: sale.source,
            auction: sale.auction,
            unsold: sale.units,
        });
        Ok(())
    }
}
