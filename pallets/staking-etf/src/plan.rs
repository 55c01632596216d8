// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A rebalance from its beginning to its end: first all sells, then the cash is spent on what is short.
//!
//! It is a little state machine in [`Job`]. Plans need a fresh price of every asset in the basket and of every member;
//! without them the rebalance waits, and nobody else does.

use crate::{
    books::{add, price_in, sub, worth, Prices},
    types::*,
    *,
};
use alloc::vec::Vec;
use finch_math::{basket::WHOLE, mul_div, Round};
use finch_ports::{Feed, PriceFeed};
use frame_support::{
    pallet_prelude::{DispatchResult, Get},
    BoundedVec,
};
use sp_runtime::FixedPointNumber;

/// What a step of a rebalance leaves to do.
pub(crate) enum Next {
    /// Go on at this time, in milliseconds of the chain's clock.
    At(Moment),
    /// Nothing.
    End,
}

/// What there is and what there should be, in planck.
struct Targets {
    prices: Prices,
    /// Of every asset in the basket and every member: units held, their value, the value that its weight asks for.
    assets: Vec<(AssetId, Balance, Balance, Balance)>,
    cash: Balance,
}

impl<T: Config> Pallet<T> {
    /// Opens a rebalance if there is something to balance. One that runs is ended: its plan is out of date.
    pub(crate) fn start_rebalance(stage: Stage, now: Moment) {
        if Members::<T>::get().is_empty() || Self::supply() == 0 {
            return;
        }
        if let Some(job) = Job::<T>::take() {
            Self::ended(&job);
        }
        Job::<T>::put(Rebalance {
            stage,
            legs: BoundedVec::new(),
            lost: Exact::default(),
            gained: Exact::default(),
        });
        Self::reschedule(|agenda| agenda.job_at = Some(now));
        Self::deposit_event(Event::RebalanceStarted { stage });
    }

    /// Does the next step of the rebalance.
    pub(crate) fn rebalance(now: Moment) -> DispatchResult {
        let mut job = Job::<T>::get().ok_or(Error::<T>::Corrupted)?;
        let next = match job.stage {
            Stage::PlanSells => Self::plan_sells(&mut job, now)?,
            Stage::Sells | Stage::Buys => Self::slice(&mut job, now)?,
            Stage::PlanBuys => Self::plan_buys(&mut job, now)?,
        };
        let job_at = match next {
            Next::At(at) => {
                Job::<T>::put(job);
                Some(at)
            }
            Next::End => {
                Job::<T>::kill();
                Self::ended(&job);
                None
            }
        };
        Self::reschedule(|agenda| agenda.job_at = job_at);
        Ok(())
    }

    fn ended(job: &Rebalance) {
        Self::deposit_event(Event::RebalanceEnded {
            lost: job.lost,
            gained: job.gained,
            cash: Holdings::<T>::get().cash,
        });
    }

    /// Sells what is above its target: all of an asset without a seat, of a member what is at least a trade.
    fn plan_sells(job: &mut Rebalance, now: Moment) -> Result<Next, Error<T>> {
        // What is in an auction cannot be planned with.
        if !Sales::<T>::get().is_empty() {
            return Ok(Next::At(now.saturating_add(RETRY_AFTER)));
        }
        let Some(targets) = Self::targets()? else {
            return Ok(Next::At(now.saturating_add(RETRY_AFTER)));
        };
        for (asset, held, value, target) in targets.assets {
            let units = match value.checked_sub(target) {
                _ if target == 0 => held,
                Some(excess) if excess >= T::MinTrade::get() => {
                    let price = price_in::<T>(&targets.prices, asset)?;
                    mul_div(excess, FixedU128::DIV, price.into_inner(), Round::Down)?.min(held)
                }
                Some(_) | None => 0,
            };
            Self::push_leg(job, asset, units, now)?;
        }
        job.stage = Stage::Sells;
        Ok(Next::At(now))
    }

    /// Spends the cash on what is below its target, in proportion to how much. If there is too little cash to trade,
    /// it stays.
    fn plan_buys(job: &mut Rebalance, now: Moment) -> Result<Next, Error<T>> {
        if Holdings::<T>::get().cash < T::MinTrade::get() {
            return Ok(Next::End);
        }
        let Some(targets) = Self::targets()? else {
            return Ok(Next::At(now.saturating_add(RETRY_AFTER)));
        };
        let short = |value: Balance, target: Balance| target.saturating_sub(value);
        let mut all_short = 0;
        for (_, _, value, target) in &targets.assets {
            all_short = add(all_short, short(*value, *target))?;
        }
        if all_short == 0 {
            return Ok(Next::End);
        }
        let mut left = targets.cash;
        for (asset, _, value, target) in targets.assets {
            let native = mul_div(targets.cash, short(value, target), all_short, Round::Down)?;
            left = sub(left, native)?;
            Self::push_leg(job, asset, native, now)?;
        }
        // The dust of the division: the last leg spends all that is left anyway.
        if let Some(last) = job.legs.iter_mut().last() {
            last.left = add(last.left, left)?;
        }
        job.stage = Stage::Buys;
        Ok(Next::At(now))
    }

    fn push_leg(job: &mut Rebalance, asset: AssetId, left: Balance, now: Moment) -> Result<(), Error<T>> {
        if left == 0 {
            return Ok(());
        }
        let leg = Leg {
            asset,
            left,
            tries: 0,
            next_at: now,
        };
        job.legs.try_push(leg).map_err(|_| Error::Corrupted)
    }

    /// `target = weight * value of everything`, rounded down, 0 for what has no seat. `None` without a fresh price of
    /// everything.
    fn targets() -> Result<Option<Targets>, Error<T>> {
        let basket = Holdings::<T>::get();
        let members = Members::<T>::get();
        let mut ids: Vec<_> = basket.assets().collect();
        ids.extend(
            members
                .iter()
                .map(|member| member.asset)
                .filter(|asset| basket.units(*asset) == 0),
        );
        // What lost its seat and its feed has no value that anybody knows, and cannot be sold. It is left as it is, so that
        // the others do not wait for ever.
        let seated = |asset: AssetId| members.iter().any(|member| member.asset == asset);
        ids.retain(|asset| seated(*asset) || T::Feeds::native_price(*asset) != Feed::Missing);
        let Ok(prices) = Self::prices(ids.iter().copied()) else {
            return Ok(None);
        };
        let mut total = basket.cash;
        let mut assets = Vec::with_capacity(ids.len());
        for (asset, price) in &prices {
            let held = basket.units(*asset);
            let value = worth::<T>(held, *price)?;
            total = add(total, value)?;
            assets.push((*asset, held, value, 0));
        }
        for (asset, _, _, target) in assets.iter_mut() {
            let weight = members.iter().find(|member| member.asset == *asset);
            let weight = weight.map_or(0, |member| member.weight);
            *target = mul_div(total, weight.into(), WHOLE.into(), Round::Down)?;
        }
        Ok(Some(Targets {
            prices,
            assets,
            cash: basket.cash,
        }))
    }
}
