// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The stake of assessors: on hold in their accounts, and not at risk.

use crate::{
    books::{add, sub},
    *,
};
use frame_support::{
    ensure,
    pallet_prelude::DispatchResult,
    traits::{fungible::MutateHold, tokens::Precision::Exact, Get, Time},
};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_stake(who: T::AccountId, amount: Balance) -> DispatchResult {
        ensure!(amount > 0, Error::<T>::BelowMinimum);
        let mut assessor = Assessors::<T>::get(&who).unwrap_or_default();
        add::<T>(&mut assessor.stake, amount)?;
        ensure!(assessor.stake >= T::MinStake::get(), Error::<T>::BelowMinimum);
        // All of it: stake that has voted elsewhere cannot come back under an older date.
        assessor.since = T::Time::now();
        Pool::<T>::try_mutate(|books| add::<T>(&mut books.stake, amount))?;
        Assessors::<T>::insert(&who, assessor);
        Self::deposit_event(Event::Staked {
            who: who.clone(),
            amount,
        });
        Self::hold(HoldReason::Stake, &who, amount)
    }

    pub(crate) fn do_unstake(who: T::AccountId, amount: Balance) -> DispatchResult {
        let mut assessor = Assessors::<T>::get(&who).ok_or(Error::<T>::NoStake)?;
        ensure!(amount > 0 && amount <= assessor.stake, Error::<T>::NoStake);
        sub::<T>(&mut assessor.stake, amount)?;
        ensure!(
            assessor.stake == 0 || assessor.stake >= T::MinStake::get(),
            Error::<T>::BelowMinimum
        );
        add::<T>(&mut assessor.leaving, amount)?;
        assessor.from = T::Time::now().checked_add(STAKE_NOTICE).ok_or(Error::<T>::Overflow)?;
        Pool::<T>::try_mutate(|books| sub::<T>(&mut books.stake, amount))?;
        Assessors::<T>::insert(&who, assessor);
        Self::deposit_event(Event::Unstaked {
            who,
            amount,
            from: assessor.from,
        });
        Ok(())
    }

    pub(crate) fn do_release(who: T::AccountId) -> DispatchResult {
        let mut assessor = Assessors::<T>::get(&who).ok_or(Error::<T>::NoStake)?;
        ensure!(assessor.leaving > 0, Error::<T>::NoStake);
        ensure!(T::Time::now() >= assessor.from, Error::<T>::NoticeRunning);
        let amount = core::mem::take(&mut assessor.leaving);
        if assessor.stake > 0 {
            Assessors::<T>::insert(&who, assessor);
        } else {
            Assessors::<T>::remove(&who);
        }
        Self::deposit_event(Event::Released {
            who: who.clone(),
            amount,
        });
        T::Currency::release(&HoldReason::Stake.into(), &who, amount, Exact)?;
        Ok(())
    }
}
