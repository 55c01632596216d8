// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Options are minted, burned, and sold as soon as they are minted.

use crate::{books::*, *};
use finch_ports::Market;
use finch_types::OptionId;
use frame_support::{
    ensure,
    pallet_prelude::DispatchResult,
    traits::{fungibles::Mutate, Get, Imbalance},
};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_mint(who: T::AccountId, id: OptionId, amount: Balance) -> DispatchResult {
        let mut series = Self::load_entry(id, amount)?;
        let mut vault = Self::load_vault(id, &who)?;
        let needed = Self::write(id, &who, &mut series, &mut vault, amount)?;
        ensure!(vault.collateral >= needed, Error::<T>::TooLittleCollateral);
        Self::drop_call(id, &who, &mut vault);
        Vaults::<T>::insert(id, &who, vault);
        AllSeries::<T>::insert(id, series);
        T::Assets::mint_into(Self::token(id)?, &who, amount)?;
        Ok(())
    }

    pub(crate) fn do_write_and_sell(
        who: T::AccountId,
        id: OptionId,
        amount: Balance,
        min_premium: Balance,
    ) -> DispatchResult {
        let mut series = Self::load_entry(id, amount)?;
        let mut vault = Self::load_or_open(id, &who, &mut series)?;
        let needed = Self::write(id, &who, &mut series, &mut vault, amount)?;
        let missing = needed.saturating_sub(vault.collateral);
        if missing > 0 {
            Self::take_collateral(id, &who, &mut series, &mut vault, missing)?;
        }
        Self::drop_call(id, &who, &mut vault);
        Vaults::<T>::insert(id, &who, vault);
        AllSeries::<T>::insert(id, &series);
        if missing > 0 {
            Self::pull(series.terms.collateral, &who, missing)?;
        }
        let token = Self::token(id)?;
        T::Assets::mint_into(token, &who, amount)?;
        let credit = T::Market::sell(&who, token, amount, min_premium)?;
        let premium = credit.peek();
        ensure!(premium >= min_premium, Error::<T>::Corrupted);
        let fee = Self::share_premium(&who, credit)?;
        Self::deposit_event(Event::Sold {
            series: id,
            owner: who,
            amount,
            premium,
            fee,
        });
        Ok(())
    }

    fn load_entry(id: OptionId, amount: Balance) -> Result<SeriesOf<T>, Error<T>> {
        ensure!(T::EntriesOpen::get(), Error::EntriesStopped);
        ensure!(amount > 0, Error::AmountZero);
        Self::load_running(id)
    }

    /// Counts options that are about to be minted. Returns the collateral that the vault needs then.
    fn write(
        id: OptionId,
        owner: &T::AccountId,
        series: &mut SeriesOf<T>,
        vault: &mut VaultOf<T>,
        amount: Balance,
    ) -> Result<Balance, Error<T>> {
        add::<T>(&mut vault.written, amount)?;
        ensure!(vault.written <= MAX_WRITTEN, Error::TooMuchWritten);
        add::<T>(&mut series.flows.minted, amount)?;
        Self::deposit_event(Event::Minted {
            series: id,
            owner: owner.clone(),
            amount,
        });
        Self::needed_up(series, vault.written)
    }

    /// After the expiry nobody burns: worthless options would be a cheap way out of bearing what was exercised.
    pub(crate) fn do_burn(who: T::AccountId, id: OptionId, amount: Balance) -> DispatchResult {
        ensure!(amount > 0, Error::<T>::AmountZero);
        let mut series = Self::load_running(id)?;
        let mut vault = Self::load_vault(id, &who)?;
        vault.written = vault.written.checked_sub(amount).ok_or(Error::<T>::TooMuch)?;
        add::<T>(&mut series.flows.burned, amount)?;
        Self::drop_call_if_cured(id, &who, &series.terms, &mut vault)?;
        Self::put_vault(id, &who, &mut series, vault)?;
        AllSeries::<T>::insert(id, series);
        Self::deposit_event(Event::Burned {
            series: id,
            owner: who.clone(),
            amount,
        });
        Self::burn_options(id, &who, amount)
    }
}
