// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Upkeep: a round over all live series for every era that has ended.
//!
//! A round is a little state machine in [`Round`]. Every step is metered before it runs, runs in a storage layer of its
//! own, and leaves the next step in storage, so a round may stretch over any number of blocks. A step that fails is
//! reported, undone and left out, and nothing stalls: the next round does for the series what was left undone.

use crate::{
    books::{add, sub},
    types::*,
    *,
};
use finch_ports::{Alarm, BackendCall, OnEra, StakingBackend};
use finch_types::{EraIndex, SeriesId};
use frame_support::{
    pallet_prelude::{DispatchError, DispatchResult},
    storage::with_storage_layer,
    traits::Time,
    weights::{Weight, WeightMeter},
};

impl<T: Config> OnEra for Pallet<T> {
    fn on_era() {
        T::Alarm::set(Some(0));
    }
}

impl<T: Config> Pallet<T> {
    /// Runs upkeep in the idle time of a block, if an era has begun.
    pub(crate) fn run_idle(meter: &mut WeightMeter) {
        if meter.try_consume(T::WeightInfo::idle_look()).is_ok() && T::Alarm::rings() {
            Self::run_upkeep(meter, u32::MAX);
        }
    }

    /// Runs at most `most` steps within `meter`. Returns how many ran.
    pub(crate) fn run_upkeep(meter: &mut WeightMeter, most: u32) -> u32 {
        if meter.try_consume(T::WeightInfo::upkeep_idle()).is_err() {
            return 0;
        }
        let mut round = Round::<T>::get();
        let active = T::Staking::active_era();
        if round.step.is_none() {
            if active <= round.era {
                T::Alarm::set(None);
                return 0;
            }
            round.target = active;
            round.step = Self::first_step(None, active);
            if round.step.is_none() {
                // Nothing is live: the round is over before it begins.
                round.era = active;
                Round::<T>::put(round);
                return 0;
            }
        }

        let mut steps = 0u32;
        while let Some(step) = round.step {
            if steps >= most || meter.try_consume(Self::step_weight(step.stage)).is_err() {
                break;
            }
            steps = steps.saturating_add(1);
            round.step = with_storage_layer(|| Self::run_step(step, round.target)).unwrap_or_else(|error| {
                Self::deposit_event(Event::UpkeepFailed { step, error });
                Self::after(step, round.target)
            });
            if round.step.is_none() {
                round.era = round.target;
                Self::deposit_event(Event::UpkeepFinished { era: round.era });
            }
        }
        if steps > 0 {
            Round::<T>::put(round);
        }
        steps
    }

    /// The most that a step can cost.
    pub(crate) fn step_weight(stage: Stage) -> Weight {
        match stage {
            Stage::Payout { .. } => {
                T::WeightInfo::step_payout().saturating_add(T::Staking::weight(BackendCall::PayoutStep))
            }
            Stage::Account => T::WeightInfo::step_account().saturating_add(T::Staking::weight(BackendCall::Withdraw)),
            Stage::Unbond => T::WeightInfo::step_unbond().saturating_add(T::Staking::weight(BackendCall::Bond)),
            Stage::Settle => T::WeightInfo::step_settle(),
        }
    }

    /// The most that a `poke` can cost: the dearest step as often as steps may run.
    pub(crate) fn poke_weight() -> Weight {
        let dearest = [
            Stage::Payout { era: 0, cursor: 0 },
            Stage::Account,
            Stage::Unbond,
            Stage::Settle,
        ]
        .into_iter()
        .map(Self::step_weight)
        .fold(Weight::zero(), |dearest, weight| dearest.max(weight));
        T::WeightInfo::upkeep_idle().saturating_add(dearest.saturating_mul(POKE_STEPS.into()))
    }

    /// The first step of the live series after `last`, of the first one without it.
    pub(crate) fn first_step(last: Option<SeriesId>, target: EraIndex) -> Option<Step> {
        let live = Live::<T>::get();
        let series = *live.iter().find(|series| last.is_none_or(|last| **series > last))?;
        let accounted = AllSeries::<T>::get(series).map_or(target, |series| series.accounted_era);
        let era = accounted.max(target.saturating_sub(PAYOUT_HISTORY));
        let stage = if era < target {
            Stage::Payout { era, cursor: 0 }
        } else {
            Stage::Account
        };
        Some(Step { series, stage })
    }

    /// The step after `step` when that is complete, or cannot be completed.
    fn after(step: Step, target: EraIndex) -> Option<Step> {
        let series = step.series;
        let stage = match step.stage {
            Stage::Payout { era, .. } => match era.saturating_add(1) {
                next if next < target => Stage::Payout { era: next, cursor: 0 },
                _ => Stage::Account,
            },
            Stage::Account => Stage::Unbond,
            Stage::Unbond => Stage::Settle,
            Stage::Settle => return Self::first_step(Some(series), target),
        };
        Some(Step { series, stage })
    }

    /// Does `step` and says what comes next.
    pub(crate) fn run_step(step: Step, target: EraIndex) -> Result<Option<Step>, DispatchError> {
        let series = step.series;
        if !Live::<T>::get().contains(&series) {
            // Settled by somebody's call since the last step.
            return Ok(Self::first_step(Some(series), target));
        }
        match step.stage {
            Stage::Payout { era, cursor } => {
                if let Some(cursor) = T::Staking::payout_step(&Self::vault(series), era, cursor)? {
                    let stage = Stage::Payout { era, cursor };
                    return Ok(Some(Step { series, stage }));
                }
            }
            Stage::Account => Self::account(series, target)?,
            Stage::Unbond => Self::unbond(series)?,
            Stage::Settle => Self::settle_step(series)?,
        }
        Ok(Self::after(step, target))
    }

    /// Takes what the stake earned and what finished unbonding into the books.
    ///
    /// A round that has taken longer than an era withdraws nothing: a stake that leaves before the rewards of the eras
    /// since are paid could lose them. The next round pays them first.
    fn account(id: SeriesId, target: EraIndex) -> DispatchResult {
        let vault = Self::vault(id);
        let mut series = Self::load(id)?;
        let unlocked = if T::Staking::active_era() == target {
            T::Staking::withdraw(&vault)?
        } else {
            0
        };
        // What was at stake before the withdrawal, reward that is not booked among it.
        let total = add::<T>(T::Staking::stake(&vault).total, unlocked)?;
        if let Some(missing) = series.staked.checked_sub(total).filter(|missing| *missing > 0) {
            // A staking system that reports no slashes: the loss shows only here.
            Self::book_slash(id, &mut series, missing)?;
        }
        let reward = sub::<T>(total, series.staked)?;
        series.staked = sub::<T>(total, unlocked)?;
        series.idle = add::<T>(series.idle, unlocked)?;
        series.flows.rewarded = add::<T>(series.flows.rewarded, reward)?;
        // A series that opened while the round ran may be ahead of it.
        series.accounted_era = series.accounted_era.max(target);
        Self::free_idle(&mut series)?;
        AllSeries::<T>::insert(id, series);
        if reward > 0 {
            Self::deposit_event(Event::Rewarded {
                series: id,
                era: target,
                amount: reward,
            });
        }
        if unlocked > 0 {
            Self::deposit_event(Event::Unlocked {
                series: id,
                amount: unlocked,
            });
        }
        Ok(())
    }

    /// Unbonds all that is active if the tokens are due soon or the series is over: also what a stake that unbonds has
    /// earned in its last eras.
    fn unbond(id: SeriesId) -> DispatchResult {
        let series = Self::load(id)?;
        let soon = T::Time::now().saturating_add(Self::unbond_lead());
        let due = series.state.is_over()
            || series.state.is_running()
                && (series.is_free() || series.maturity.is_some_and(|maturity| maturity <= soon));
        let vault = Self::vault(id);
        let amount = T::Staking::stake(&vault).active;
        if due && amount > 0 {
            T::Staking::unbond(&vault, amount)?;
            Self::deposit_event(Event::Unbonded { series: id, amount });
        }
        Ok(())
    }
}
