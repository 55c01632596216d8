// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The ladder: below 125 % a vault is called; below 110 %, or when the time of the call is over, it is liquidated.

use crate::{types::*, *};
use finch_math::option;
use finch_ports::{AuctionHouse, FallingSale};
use finch_types::{Lot, OptionId};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};

/// What can be done with a vault now.
pub(crate) enum Verdict {
    /// Nothing: it is worth enough.
    Secured,
    /// It can be called. If it is, there is time left.
    Callable,
    /// It can be liquidated.
    Liquidatable,
}

impl<T: Config> Pallet<T> {
    /// What the ladder says, at these prices.
    pub(crate) fn verdict(
        terms: &Terms,
        vault: &VaultOf<T>,
        prices: &Prices,
        now: Moment,
    ) -> Result<Verdict, Error<T>> {
        let (value, obligation) = Self::worth(terms, vault, prices)?;
        let answered_late = vault
            .call
            .as_ref()
            .is_some_and(|call| now >= call.at.saturating_add(T::CallPeriod::get()));
        Ok(if option::is_secured(value, obligation, CALL_RATIO) {
            Verdict::Secured
        } else if answered_late || !option::is_secured(value, obligation, LIQUIDATION_RATIO) {
            Verdict::Liquidatable
        } else {
            Verdict::Callable
        })
    }

    fn load_margined(id: OptionId) -> Result<SeriesOf<T>, Error<T>> {
        let series = Self::load_running(id)?;
        ensure!(series.terms.style == Style::European, Error::NotMargined);
        Ok(series)
    }

    pub(crate) fn do_call_margin(who: T::AccountId, id: OptionId, owner: T::AccountId) -> DispatchResult {
        ensure!(who != owner, Error::<T>::OwnVault);
        let mut series = Self::load_margined(id)?;
        let mut vault = Self::load_vault(id, &owner)?;
        ensure!(vault.call.is_none(), Error::<T>::AlreadyCalled);
        let now = Self::now();
        let prices = Self::fresh_prices(&series.terms)?;
        match Self::verdict(&series.terms, &vault, &prices, now)? {
            Verdict::Secured => return Err(Error::<T>::NotCallable.into()),
            Verdict::Callable | Verdict::Liquidatable => (),
        }
        vault.call = Some(MarginCall {
            caller: who.clone(),
            at: now,
        });
        series.reference = Some(prices);
        Vaults::<T>::insert(id, &owner, vault);
        AllSeries::<T>::insert(id, series);
        Self::deposit_event(Event::MarginCalled {
            series: id,
            owner,
            caller: who,
            until: now.saturating_add(T::CallPeriod::get()),
        });
        Ok(())
    }

    pub(crate) fn do_liquidate(who: T::AccountId, id: OptionId, owner: T::AccountId) -> DispatchResult {
        ensure!(who != owner, Error::<T>::OwnVault);
        let mut series = Self::load_margined(id)?;
        let mut vault = Self::load_vault(id, &owner)?;
        let now = Self::now();
        let prices = Self::fresh_prices(&series.terms)?;
        series.reference = Some(prices);
        match Self::verdict(&series.terms, &vault, &prices, now)? {
            // A call that is not dropped would let the vault be sold without notice at the next fall.
            Verdict::Secured if vault.call.is_some() => {
                Self::drop_call(id, &owner, &mut vault);
                Vaults::<T>::insert(id, &owner, vault);
                AllSeries::<T>::insert(id, series);
                Ok(())
            }
            Verdict::Secured | Verdict::Callable => Err(Error::<T>::NotLiquidatable.into()),
            Verdict::Liquidatable => {
                ensure!(now >= vault.rests_until, Error::<T>::Resting);
                AllSeries::<T>::insert(id, &series);
                Self::open_sale(who, id, owner, &series.terms, vault, &prices)
            }
        }
    }

    fn open_sale(
        who: T::AccountId,
        id: OptionId,
        owner: T::AccountId,
        terms: &Terms,
        mut vault: VaultOf<T>,
        prices: &Prices,
    ) -> DispatchResult {
        let number = NextVaultId::<T>::get();
        NextVaultId::<T>::put(number.checked_add(1).ok_or(Error::<T>::NoMoreIds)?);
        let units = vault.written;
        let (value, obligation) = Self::worth(terms, &vault, prices)?;
        let (start, floor) = option::liquidation(value, obligation, units, MOST_FOR_UNIT).map_err(Error::<T>::from)?;
        let caller = vault.call.as_ref().map_or(who, |call| call.caller.clone());
        vault.sale = Some(number);
        Vaults::<T>::insert(id, &owner, vault);
        let auction = T::House::open_falling(FallingSale {
            lot: Lot::Vault { vault: number },
            units,
            min_bid: units.checked_div(BIDS_PER_LOT).unwrap_or_default().max(1),
            start,
            floor,
            period: T::SalePeriod::get(),
        })?;
        Sales::<T>::insert(
            number,
            Sale {
                series: id,
                owner: owner.clone(),
                caller: caller.clone(),
                auction,
            },
        );
        Self::deposit_event(Event::LiquidationOpened {
            series: id,
            owner,
            vault: number,
            auction,
            units,
            start,
            floor,
            caller,
        });
        Ok(())
    }
}
