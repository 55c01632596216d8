// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Upkeep: a round of steps for every era that has ended.
//!
//! A round is a little state machine in [`Round`]. Every step is metered before it runs, runs in a storage layer of its
//! own, and leaves the next step in storage, so a round may stretch over any number of blocks. A step that fails is
//! reported, undone and left out, and nothing stalls: what it leaves undone in the books the next round does, and a reward
//! that it did not pay out can be paid out by anybody with the staking system's own call.

use crate::{
    books::{add, sub},
    types::*,
    *,
};
use finch_math::drip;
use finch_ports::{Alarm, BackendCall, OnEra, StakingBackend};
use finch_types::{Balance, EraIndex, FeeSource};
use frame_support::{
    pallet_prelude::{DispatchError, DispatchResult},
    storage::with_storage_layer,
    traits::Get,
    weights::{Weight, WeightMeter},
};

impl<T: Config<I>, I: 'static> OnEra for Pallet<T, I> {
    fn on_era() {
        T::Alarm::set(Some(0));
    }
}

impl<T: Config<I>, I: 'static> Pallet<T, I> {
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
        let mut round = Round::<T, I>::get();
        let active = T::Staking::active_era();
        if round.stage.is_none() {
            if active <= round.era {
                T::Alarm::set(None);
                return 0;
            }
            round.target = active;
            // Rewards older than the history are gone from most staking systems.
            let first = round.era.max(active.saturating_sub(RATE_HISTORY));
            round.stage = Some(Stage::Payout { era: first, cursor: 0 });
        }

        let mut steps = 0u32;
        while let Some(stage) = round.stage {
            if steps >= most || meter.try_consume(Self::step_weight(stage)).is_err() {
                break;
            }
            steps = steps.saturating_add(1);
            round.stage = with_storage_layer(|| Self::run_step(stage, &round)).unwrap_or_else(|error| {
                Self::deposit_event(Event::UpkeepFailed { stage, error });
                Self::after(stage, &round)
            });
            if round.stage.is_none() {
                round.era = round.target;
                let rate = Self::rate().unwrap_or_default();
                Self::deposit_event(Event::UpkeepFinished { era: round.era, rate });
            }
        }
        if steps > 0 {
            Round::<T, I>::put(round);
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
            Stage::Batch => T::WeightInfo::step_batch(),
            // The number of tickets makes no difference; the benchmark has it as a component to show that.
            Stage::Settle => T::WeightInfo::step_settle(0),
            Stage::Rebalance => T::WeightInfo::step_rebalance().saturating_add(T::Staking::weight(BackendCall::Bond)),
            Stage::Nominate => {
                T::WeightInfo::step_nominate(MAX_CANDIDATES).saturating_add(T::Staking::weight(BackendCall::Nominate))
            }
        }
    }

    /// The most that a `poke` can cost: the dearest step as often as steps may run.
    pub(crate) fn poke_weight() -> Weight {
        let dearest = [
            Stage::Payout { era: 0, cursor: 0 },
            Stage::Account,
            Stage::Batch,
            Stage::Settle,
            Stage::Rebalance,
            Stage::Nominate,
        ]
        .into_iter()
        .map(Self::step_weight)
        .fold(Weight::zero(), |dearest, weight| dearest.max(weight));
        T::WeightInfo::upkeep_idle().saturating_add(dearest.saturating_mul(POKE_STEPS.into()))
    }

    /// The step after `stage` when that is complete, or cannot be completed.
    fn after(stage: Stage, round: &Upkeep) -> Option<Stage> {
        match stage {
            Stage::Payout { era, .. } => {
                let next = era.saturating_add(1);
                if next < round.target {
                    Some(Stage::Payout { era: next, cursor: 0 })
                } else {
                    Some(Stage::Account)
                }
            }
            Stage::Account => Some(Stage::Batch),
            Stage::Batch => Some(Stage::Settle),
            Stage::Settle => Some(Stage::Rebalance),
            Stage::Rebalance => Some(Stage::Nominate),
            Stage::Nominate => None,
        }
    }

    /// Does `stage` and says what comes next.
    pub(crate) fn run_step(stage: Stage, round: &Upkeep) -> Result<Option<Stage>, DispatchError> {
        match stage {
            Stage::Payout { era, cursor } => {
                if let Some(cursor) = T::Staking::payout_step(&Self::stash(), era, cursor)? {
                    return Ok(Some(Stage::Payout { era, cursor }));
                }
            }
            Stage::Account => Self::account(round)?,
            Stage::Batch => Self::close_batch()?,
            Stage::Settle => {
                if Self::settle_front()? {
                    return Ok(Some(Stage::Settle));
                }
            }
            Stage::Rebalance => Self::rebalance()?,
            Stage::Nominate => Self::do_nominate()?,
        }
        Ok(Self::after(stage, round))
    }

    /// Takes what the stake earned and what finished unbonding into the books, and records the rate.
    fn account(round: &Upkeep) -> DispatchResult {
        let stash = Self::stash();
        let mut pool = Pool::<T, I>::get();

        let withdrawn = T::Staking::withdraw(&stash)?;
        if withdrawn > 0 {
            pool.idle = add::<T, I>(pool.idle, withdrawn)?;
            Self::pay(&stash, &Self::pot(), withdrawn)?;
            Self::deposit_event(Event::Withdrawn { amount: withdrawn });
        }

        // What was at stake before the withdrawal, unbooked reward among it: a slash that fell on such reward was booked
        // against the rest, which may be less now than what was unbonding.
        let total = add::<T, I>(T::Staking::stake(&stash).total, withdrawn)?;
        if let Some(missing) = pool.staked.checked_sub(total).filter(|missing| *missing > 0) {
            // A backend that reports no slashes: the loss shows only here.
            Self::book_slash(&mut pool, missing)?;
        }
        let reward = sub::<T, I>(total, pool.staked)?;
        let fee = T::RewardFee::get().min(REWARD_FEE_MAX).mul_floor(reward);
        let net = sub::<T, I>(reward, fee)?;
        let step =
            |waiting, gain, backing| drip::release(waiting, gain, backing, RATE_STEP).map_err(Error::<T, I>::from);
        let release = step(pool.unreleased, net, pool.backing)?;
        pool.staked = sub::<T, I>(total, withdrawn)?;
        pool.fees_due = add::<T, I>(pool.fees_due, fee)?;
        pool.backing = add::<T, I>(pool.backing, release.now)?;
        pool.unreleased = release.later;
        // What the next accounting releases if the next era earns the same. The price of a mint counts on it.
        pool.reward_per_era = step(release.later, net, pool.backing)?.now;
        let last = pool.accounted_era;
        pool.accounted_era = round.target;
        pool.flows.rewarded = add::<T, I>(pool.flows.rewarded, reward)?;

        let rate = Self::rate_of(&pool)?;
        Pool::<T, I>::put(pool);
        Self::record_rate(last, round.target, rate);
        Self::deposit_event(Event::Rewarded {
            era: round.target,
            reward,
            fee,
            released: release.now,
            rate,
        });
        Ok(())
    }

    /// Keeps the rate of `era` and forgets those that are too old: as many as eras have passed since `last`, the era of
    /// the last rate. Usually one.
    fn record_rate(last: EraIndex, era: EraIndex, rate: finch_types::FixedU128) {
        RateAtEra::<T, I>::insert(era, rate);
        if let Some(too_old) = era.checked_sub(RATE_HISTORY) {
            let oldest = last.saturating_sub(RATE_HISTORY.saturating_sub(1));
            for old in oldest..=too_old.min(last) {
                RateAtEra::<T, I>::remove(old);
            }
        }
    }

    fn close_batch() -> DispatchResult {
        let mut pool = Pool::<T, I>::get();
        let mut queue = RedeemQueue::<T, I>::get();
        let mut batches = Unsettled::<T, I>::get();
        let due_era = T::Staking::active_era().saturating_add(T::Staking::bonding_eras());
        Self::close_open_batch(&mut pool, &mut queue, &mut batches, due_era)?;
        Pool::<T, I>::put(pool);
        RedeemQueue::<T, I>::put(queue);
        Unsettled::<T, I>::put(batches);
        Ok(())
    }

    /// Settles the oldest batch if the idle native covers it: whatever came in, deposits or unbonded stake. Strictly in
    /// order, so nobody is paid before somebody who asked in an earlier batch. Returns whether to look at the next.
    pub(crate) fn settle_front() -> Result<bool, DispatchError> {
        let mut pool = Pool::<T, I>::get();
        let mut batches = Unsettled::<T, I>::get();
        let Some(front) = batches.first().copied().filter(|front| front.owed <= pool.idle) else {
            return Ok(false);
        };
        batches.remove(0);
        pool.idle = sub::<T, I>(pool.idle, front.owed)?;
        pool.owed = sub::<T, I>(pool.owed, front.owed)?;
        pool.settled = add::<T, I>(pool.settled, front.owed)?;
        Pool::<T, I>::put(pool);
        Unsettled::<T, I>::put(batches);
        Settled::<T, I>::insert(
            front.id,
            SettledBatch {
                value: front.value,
                paid: front.owed,
                left: front.owed,
                tickets: front.tickets,
            },
        );
        Self::deposit_event(Event::BatchSettled {
            batch: front.id,
            tickets: front.tickets,
            paid: front.owed,
        });
        Ok(true)
    }

    /// Uses the idle native that the queue does not need: for fees that are due, then for the buffer, then for the bond.
    /// What the queue, the fees and the buffer still lack is unbonded.
    pub(crate) fn rebalance() -> DispatchResult {
        let stash = Self::stash();
        let mut pool = Pool::<T, I>::get();
        let stake = T::Staking::stake(&stash);
        let unbonding = sub::<T, I>(stake.total, stake.active)?;
        let spare = |pool: &Books| pool.idle.saturating_sub(pool.owed);

        let fee = pool.fees_due.min(spare(&pool));
        if fee > 0 {
            pool.idle = sub::<T, I>(pool.idle, fee)?;
            pool.fees_due = sub::<T, I>(pool.fees_due, fee)?;
            pool.flows.fees = add::<T, I>(pool.flows.fees, fee)?;
            Self::pay_fee(FeeSource::SynthReward, fee)?;
            Self::deposit_event(Event::FeesPaid { amount: fee });
        }

        let target = Self::buffer_target(&pool);
        let excess = pool.buffer.saturating_sub(target);
        pool.buffer = sub::<T, I>(pool.buffer, excess)?;
        pool.idle = add::<T, I>(pool.idle, excess)?;
        let fill = target.saturating_sub(pool.buffer).min(spare(&pool));
        pool.buffer = add::<T, I>(pool.buffer, fill)?;
        pool.idle = sub::<T, I>(pool.idle, fill)?;

        let lacking = add::<T, I>(pool.fees_due, target.saturating_sub(pool.buffer))?;
        let wanted = add::<T, I>(pool.owed, lacking)?;
        let coming = add::<T, I>(pool.idle, unbonding)?;
        // Small change can wait for the next era; the queue never does.
        let worthwhile = |amount: Balance| amount >= T::MinDeposit::get();
        if let Some(short) = wanted.checked_sub(coming).filter(|short| *short > 0) {
            if worthwhile(short) || pool.owed > coming {
                let amount = short.min(stake.active);
                if amount > 0 {
                    T::Staking::unbond(&stash, amount)?;
                    Self::deposit_event(Event::Unbonded { amount });
                }
            }
        } else {
            let surplus = sub::<T, I>(coming, wanted)?;
            let again = surplus.min(unbonding);
            if worthwhile(again) {
                T::Staking::rebond(&stash, again)?;
                Self::deposit_event(Event::Reactivated { amount: again });
            }
            let amount = sub::<T, I>(surplus, again)?.min(spare(&pool));
            if worthwhile(amount) {
                pool.idle = sub::<T, I>(pool.idle, amount)?;
                pool.staked = add::<T, I>(pool.staked, amount)?;
                Self::pay(&Self::pot(), &stash, amount)?;
                T::Staking::bond(&stash, amount)?;
                Self::deposit_event(Event::Bonded { amount });
            }
        }
        Pool::<T, I>::put(pool);
        Ok(())
    }
}
