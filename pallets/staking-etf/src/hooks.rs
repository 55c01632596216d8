// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The work of blocks: one unit at most in a block, and one more for each `poke`.
//!
//! Every unit is metered before it runs and has a storage layer of its own. One that fails is undone, reported, and
//! left out or put off, so nothing stalls. Samples come before the rebalance: a long one must not cost a month its
//! averages, while a round of samples takes few of the blocks of its period.

use crate::{types::*, *};
use finch_ports::{Alarm, AuctionHouse, Market};
use frame_support::{
    pallet_prelude::DispatchResult,
    storage::with_storage_layer,
    traits::{Get, Time},
    weights::{Weight, WeightMeter},
};

impl Agenda {
    /// Fees and rewards are taken up to `now`. Returns up to when they were.
    pub(crate) fn accrued<T: Config>(&mut self, now: Moment) -> Moment {
        self.accrue_at = now.saturating_add(T::AccrualPeriod::get());
        core::mem::replace(&mut self.accrued_at, now)
    }

    /// When the first unit is due.
    pub(crate) fn next_look(&self) -> Moment {
        let sample_at = if self.cursor.is_some() { 0 } else { self.sample_at };
        let waiting = self.job_at.into_iter().chain(self.allocate_at);
        waiting.fold(self.month_end.min(self.accrue_at).min(sample_at), Moment::min)
    }
}

impl<T: Config> Pallet<T> {
    /// Changes the schedule.
    pub(crate) fn reschedule<R>(change: impl FnOnce(&mut Agenda) -> R) -> R {
        let mut agenda = Schedule::<T>::get();
        let result = change(&mut agenda);
        Self::put_schedule(agenda);
        result
    }

    /// Writes the schedule down, and lets the alarm ring when the first unit is due.
    pub(crate) fn put_schedule(agenda: Agenda) {
        T::Alarm::set(Some(agenda.next_look()));
        Schedule::<T>::put(agenda);
    }

    /// Does what is due next, within `meter`. Returns whether there was something to do, and room for it.
    pub(crate) fn run_next(meter: &mut WeightMeter) -> bool {
        if meter.try_consume(T::WeightInfo::idle()).is_err() || !T::Alarm::rings() {
            return false;
        }
        let now = T::Time::now();
        let Some(unit) = Self::next_unit(now) else {
            Self::reschedule(|_| ());
            return false;
        };
        if meter.try_consume(Self::unit_weight(unit)).is_err() {
            return false;
        }
        if let Err(error) = with_storage_layer(|| Self::run_unit(unit, now)) {
            Self::deposit_event(Event::WorkFailed { unit, error });
            Self::put_off(unit, now);
        }
        true
    }

    /// What is due at `now`. Reads the schedule and nothing else.
    pub(crate) fn next_unit(now: Moment) -> Option<Unit> {
        let agenda = Schedule::<T>::get();
        if now >= agenda.month_end {
            return Some(Unit::Month);
        }
        if now >= agenda.accrue_at {
            return Some(Unit::Accrue);
        }
        if agenda.cursor.is_some() || now >= agenda.sample_at {
            return Some(Unit::Sample);
        }
        if agenda.job_at.is_some_and(|at| at <= now) {
            return Some(Unit::Rebalance);
        }
        agenda.allocate_at.is_some_and(|at| at <= now).then_some(Unit::Allocate)
    }

    pub(crate) fn run_unit(unit: Unit, now: Moment) -> DispatchResult {
        match unit {
            Unit::Month => Self::decide(now),
            Unit::Accrue => Self::accrue(now),
            Unit::Sample => Self::sample_next(now),
            Unit::Rebalance => Self::rebalance(now),
            Unit::Allocate => Self::allocate_next(now),
        }
    }

    /// Leaves out a unit that failed, or puts it off.
    pub(crate) fn put_off(unit: Unit, now: Moment) {
        let later = now.saturating_add(RETRY_AFTER);
        match unit {
            // The members stay for this month.
            Unit::Month => {
                Self::begin_month(now);
            }
            Unit::Accrue => {
                Self::reschedule(|agenda| agenda.accrued::<T>(now));
            }
            Unit::Sample => Self::reschedule(|agenda| {
                agenda.cursor = None;
                agenda.sample_at = now.saturating_add(T::SamplePeriod::get());
            }),
            Unit::Rebalance => Self::reschedule(|agenda| agenda.job_at = Some(later)),
            Unit::Allocate => Self::reschedule(|agenda| agenda.allocate_at = Some(later)),
        }
    }

    /// The most that a unit can cost.
    pub(crate) fn unit_weight(unit: Unit) -> Weight {
        match unit {
            Unit::Month => T::WeightInfo::decide(MAX_LISTED),
            Unit::Accrue => T::WeightInfo::accrue(MAX_HOLDINGS),
            Unit::Sample => T::WeightInfo::sample(),
            Unit::Rebalance => {
                let trade = T::Market::weight_trade().saturating_add(T::Market::weight_quote());
                let sell = T::WeightInfo::slice_sell().saturating_add(trade);
                let buy = T::WeightInfo::slice_buy().saturating_add(trade);
                // A sale opens in the step in which the last try of a slice fails.
                let open = T::WeightInfo::sale_open()
                    .saturating_add(trade)
                    .saturating_add(T::House::weight_open());
                T::WeightInfo::plan().max(sell).max(buy).max(open)
            }
            Unit::Allocate => T::WeightInfo::allocate_step(MAX_HOLDINGS).saturating_add(Self::trades(MAX_HOLDINGS)),
        }
    }

    /// The most that so many trades cost, each with a look at the pool.
    fn trades(count: u32) -> Weight {
        T::Market::weight_trade()
            .saturating_add(T::Market::weight_quote())
            .saturating_mul(count.into())
    }

    /// The most that `poke` can cost.
    pub(crate) fn weight_poke() -> Weight {
        let dearest = [Unit::Month, Unit::Accrue, Unit::Sample, Unit::Rebalance, Unit::Allocate]
            .into_iter()
            .map(Self::unit_weight)
            .fold(Weight::zero(), |dearest, weight| dearest.max(weight));
        T::WeightInfo::idle().saturating_add(dearest)
    }

    /// The most that `issue_with` can cost: a trade for each holding, and one for the coin.
    pub(crate) fn weight_issue_with() -> Weight {
        T::WeightInfo::issue_with(MAX_HOLDINGS).saturating_add(Self::trades(MAX_HOLDINGS.saturating_add(1)))
    }

    /// The most that `redeem_to` can cost: a trade for each holding, and one for the coin.
    pub(crate) fn weight_redeem_to() -> Weight {
        T::WeightInfo::redeem_to(MAX_HOLDINGS).saturating_add(Self::trades(MAX_HOLDINGS.saturating_add(1)))
    }
}
