// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Collateral comes into a vault and goes out of it.

use crate::{books::*, *};
use finch_types::OptionId;
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_deposit(who: T::AccountId, id: OptionId, amount: Balance) -> DispatchResult {
        ensure!(amount > 0, Error::<T>::AmountZero);
        let mut series = Self::load_running(id)?;
        let mut vault = Self::load_or_open(id, &who, &mut series)?;
        Self::take_collateral(id, &who, &mut series, &mut vault, amount)?;
        Self::drop_call_if_cured(id, &who, &series.terms, &mut vault)?;
        Vaults::<T>::insert(id, &who, vault);
        AllSeries::<T>::insert(id, &series);
        Self::pull(series.terms.collateral, &who, amount)
    }

    /// Counts collateral that is about to come in.
    pub(crate) fn take_collateral(
        id: OptionId,
        owner: &T::AccountId,
        series: &mut SeriesOf<T>,
        vault: &mut VaultOf<T>,
        amount: Balance,
    ) -> Result<(), Error<T>> {
        add::<T>(&mut vault.collateral, amount)?;
        add::<T>(&mut series.flows.deposited, amount)?;
        Self::deposit_event(Event::Deposited {
            series: id,
            owner: owner.clone(),
            amount,
        });
        Ok(())
    }

    pub(crate) fn do_withdraw(who: T::AccountId, id: OptionId, amount: Balance) -> DispatchResult {
        ensure!(amount > 0, Error::<T>::AmountZero);
        let mut series = Self::load_running(id)?;
        let mut vault = Self::load_vault(id, &who)?;
        vault.collateral = vault.collateral.checked_sub(amount).ok_or(Error::<T>::TooMuch)?;
        add::<T>(&mut series.flows.withdrawn, amount)?;
        let needed = Self::needed_up(&mut series, vault.written)?;
        ensure!(vault.collateral >= needed, Error::<T>::TooLittleCollateral);
        Self::drop_call(id, &who, &mut vault);
        Self::put_vault(id, &who, &mut series, vault)?;
        AllSeries::<T>::insert(id, &series);
        Self::deposit_event(Event::Withdrawn {
            series: id,
            owner: who.clone(),
            amount,
        });
        Self::push(series.terms.collateral, &who, amount)
    }
}
