// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Days that end, and the sweep that pays losses and removes what has ended. What there is to do is one small value; while no
//! cover earns and none waits it is absent, and a block does nothing but look for it.

use crate::{loss::Settled, types::*, *};
use finch_ports::Alarm;
use finch_types::CoverId;
use frame_support::{pallet_prelude::DispatchResult, storage::with_storage_layer, weights::WeightMeter};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_poke() -> DispatchResult {
        let mut books = Pool::<T>::get();
        let before = books.day;
        Self::end_days(&mut books, POKE_DAYS)?;
        frame_support::ensure!(books.day > before, Error::<T>::NothingDue);
        Pool::<T>::put(books);
        Ok(())
    }

    /// Does what is due, within `meter`.
    pub(crate) fn run_idle(meter: &mut WeightMeter) {
        if meter.try_consume(T::WeightInfo::idle_look()).is_err() || !T::Alarm::rings() {
            return;
        }
        let plan = Schedule::<T>::get();
        T::Alarm::set(plan.next_look());
        let mut day = plan.day;
        let mut steps = STEPS_PER_BLOCK;
        while steps > 0 && day.is_some_and(|day| day < Self::today()) {
            if meter.try_consume(T::WeightInfo::end_day()).is_err() {
                return;
            }
            if let Err(error) = with_storage_layer(Self::end_one_day) {
                // Covers can be paid all the same, and it is not tried in every block.
                log::error!(target: "runtime::insurance", "a day cannot end: {error:?}");
                Self::reschedule(|plan| plan.day = Some(Self::today()));
                break;
            }
            day = Schedule::<T>::get().day;
            steps = steps.saturating_sub(1);
        }
        let mut sweep = Schedule::<T>::get().sweep;
        while steps > 0 && sweep != Sweep::Idle {
            if meter.try_consume(T::WeightInfo::sweep_step()).is_err() {
                return;
            }
            sweep = Self::sweep_step(sweep);
            Self::reschedule(|plan| plan.sweep = sweep);
            steps = steps.saturating_sub(1);
        }
    }

    fn end_one_day() -> Result<(), DispatchError> {
        let mut books = Pool::<T>::get();
        Self::end_days(&mut books, 1)?;
        Pool::<T>::put(books);
        Ok(())
    }

    /// One loss of one cover, or the removal of one, or the look for the next.
    pub(crate) fn sweep_step(sweep: Sweep) -> Sweep {
        let (after, again) = match sweep {
            Sweep::Running { after, again } => (after, again),
            Sweep::Idle => return Sweep::Idle,
        };
        let Some((id, cover)) = Self::next_cover(after) else {
            return sweep.ended();
        };
        match with_storage_layer(|| Self::settle(id, cover)) {
            // The same cover once more: there may be another loss.
            Ok(Settled::More) => sweep,
            Ok(Settled::Done) => Sweep::Running { after: Some(id), again },
            Err(error) => {
                if error != Error::<T>::NothingDue.into() {
                    // The others are not to wait for it.
                    log::error!(target: "runtime::insurance", "cover {id} cannot be settled: {error:?}");
                }
                Sweep::Running { after: Some(id), again }
            }
        }
    }

    /// The cover after that of `last`, in the order of the map.
    fn next_cover(last: Option<CoverId>) -> Option<(CoverId, Cover<T::AccountId>)> {
        match last {
            Some(last) => Covers::<T>::iter_from(Covers::<T>::hashed_key_for(last)).next(),
            None => Covers::<T>::iter().next(),
        }
    }
}
