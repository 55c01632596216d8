// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! One slice of one leg: small against the market's pool, bounded by the oracle's price, booked exactly.

use crate::{books::payable, plan::Next, types::*, *};
use finch_ports::{Market, SynthRates};
use frame_support::{
    ensure,
    pallet_prelude::{DispatchError, Get},
    storage::with_storage_layer,
};

/// What a trade cost or gained against the oracle's price.
#[derive(Clone, Copy)]
pub(crate) struct Slippage {
    pub lost: Exact,
    pub gained: Exact,
}

impl Slippage {
    /// Of somebody who gave what is worth `given` and got what is worth `got`.
    pub(crate) fn of(given: Exact, got: Exact) -> Self {
        Self {
            lost: given.above(got),
            gained: got.above(given),
        }
    }
}

impl Rebalance {
    /// Adds what a trade cost or gained.
    pub(crate) fn book<T: Config>(&mut self, slippage: Slippage) -> Result<(), Error<T>> {
        self.lost = self.lost.plus(slippage.lost).ok_or(Error::Overflow)?;
        self.gained = self.gained.plus(slippage.gained).ok_or(Error::Overflow)?;
        Ok(())
    }
}

/// The next slice of `left` if one may take `most`: all slices that are needed are of the same size, so the last one
/// is not too small to be traded. Zero if nothing may be taken, or if it would take more than [`MAX_SLICES`]: a pool that
/// thin is none.
pub(crate) fn even_slice(left: Balance, most: Balance) -> Balance {
    let slices = left.checked_div(most).unwrap_or(0);
    let slices = match left.checked_rem(most) {
        None => return 0,
        Some(0) => slices,
        Some(_) => slices.saturating_add(1),
    };
    if slices > MAX_SLICES {
        return 0;
    }
    left.div_ceil(slices.max(1)).min(most)
}

impl<T: Config> Pallet<T> {
    /// Trades a slice of the leg that has waited longest. A failed one is tried again after a growing gap; after
    /// [`MAX_TRIES`] an asset to sell is auctioned, one to buy is left.
    pub(crate) fn slice(job: &mut Rebalance, now: Moment) -> Result<Next, Error<T>> {
        let stage = job.stage;
        let longest = job.legs.iter().enumerate().min_by_key(|(_, leg)| leg.next_at);
        let Some((at, mut leg)) = longest.map(|(at, leg)| (at, *leg)) else {
            return Ok(Self::stage_over(job, now));
        };
        if leg.next_at > now {
            return Ok(Next::At(leg.next_at));
        }
        // Shares may have been redeemed since the plan. The last leg to buy takes what others have left.
        let basket = Holdings::<T>::get();
        leg.left = match stage {
            Stage::Buys if job.legs.len() == 1 => basket.cash,
            Stage::Buys | Stage::PlanBuys => leg.left.min(basket.cash),
            Stage::Sells | Stage::PlanSells => leg.left.min(basket.units(leg.asset)),
        };
        let mut keep = leg.left > 0;
        if keep {
            let Ok(price) = Self::price(leg.asset) else {
                leg.next_at = now.saturating_add(RETRY_AFTER);
                return Self::put_leg(job, at, Some(leg));
            };
            let mut after = job.clone();
            match with_storage_layer(|| Self::trade(&mut after, leg, price)) {
                Ok(done) => {
                    *job = after;
                    leg.left = leg.left.saturating_sub(done);
                    leg.tries = 0;
                    // Not again in this block: a slice is a part of what the pool holds at its beginning.
                    leg.next_at = now.saturating_add(1);
                }
                Err(error) => {
                    let gap = RETRY_AFTER.checked_shl(leg.tries.into()).unwrap_or(Moment::MAX);
                    leg.tries = leg.tries.saturating_add(1);
                    leg.next_at = now.saturating_add(gap);
                    Self::deposit_event(Event::SliceFailed {
                        asset: leg.asset,
                        tries: leg.tries,
                        error,
                    });
                    if leg.tries >= MAX_TRIES {
                        Self::give_up(stage, leg, price);
                        leg.left = 0;
                    }
                }
            }
            keep = leg.left > 0;
        }
        Self::put_leg(job, at, keep.then_some(leg))
    }

    /// Writes a leg back, or takes it out, and finds out when the next one can be served.
    fn put_leg(job: &mut Rebalance, at: usize, leg: Option<Leg>) -> Result<Next, Error<T>> {
        match leg {
            Some(leg) => *job.legs.get_mut(at).ok_or(Error::Corrupted)? = leg,
            None => {
                job.legs.remove(at);
            }
        }
        let first = job.legs.iter().map(|leg| leg.next_at).min();
        // Without a leg the stage is over, and the next step finds that out.
        Ok(Next::At(first.unwrap_or_default()))
    }

    /// What comes when a stage has no leg left.
    fn stage_over(job: &mut Rebalance, now: Moment) -> Next {
        match job.stage {
            Stage::Buys | Stage::PlanBuys => Next::End,
            // The end of the last sale goes on with this.
            Stage::Sells | Stage::PlanSells if !Sales::<T>::get().is_empty() => {
                Next::At(now.saturating_add(RETRY_AFTER))
            }
            Stage::Sells | Stage::PlanSells => {
                job.stage = Stage::PlanBuys;
                Next::At(now)
            }
        }
    }

    /// An asset that cannot be sold is auctioned; what cannot be auctioned or bought is left until another rebalance.
    fn give_up(stage: Stage, leg: Leg, price: FixedU128) {
        let auctioned = matches!(stage, Stage::Sells)
            && with_storage_layer(|| Self::open_sale(leg.asset, leg.left, price))
                .inspect_err(|error| {
                    Self::deposit_event(Event::SliceFailed {
                        asset: leg.asset,
                        tries: leg.tries,
                        error: *error,
                    })
                })
                .is_ok();
        if !auctioned {
            Self::deposit_event(Event::LegDropped {
                asset: leg.asset,
                left: leg.left,
                stage,
            });
        }
    }

    /// Trades a slice of `leg`. Returns how much of the leg that was.
    fn trade(job: &mut Rebalance, leg: Leg, price: FixedU128) -> Result<Balance, DispatchError> {
        match job.stage {
            Stage::Sells | Stage::PlanSells => Self::sell_slice(job, leg, price),
            Stage::Buys | Stage::PlanBuys => Self::buy_slice(job, leg, price),
        }
    }

    fn sell_slice(job: &mut Rebalance, leg: Leg, price: FixedU128) -> Result<Balance, DispatchError> {
        let asset = leg.asset;
        let reserves = T::Market::reserves(asset).ok_or(Error::<T>::NoPool)?;
        let units = even_slice(leg.left, T::MaxPart::get().mul_floor(reserves.asset));
        let units = payable::<T>(asset, units, Holdings::<T>::get().units(asset));
        ensure!(units > 0, Error::<T>::NoPool);
        let native = Self::sell_bounded(&Self::account_id(), asset, units, price)?;

        let given = Exact::value(units, price).ok_or(Error::<T>::Overflow)?;
        let slippage = Slippage::of(given, Exact::whole(native));
        job.book::<T>(slippage)?;
        Holdings::<T>::try_mutate(|basket| basket.book_sold::<T>(asset, units, native))?;
        Self::deposit_event(Event::Sold {
            asset,
            units,
            native,
            lost: slippage.lost,
            gained: slippage.gained,
        });
        Ok(units)
    }

    fn buy_slice(job: &mut Rebalance, leg: Leg, price: FixedU128) -> Result<Balance, DispatchError> {
        let asset = leg.asset;
        let reserves = T::Market::reserves(asset).ok_or(Error::<T>::NoPool)?;
        let native = even_slice(leg.left, T::MaxPart::get().mul_floor(reserves.native));
        ensure!(native > 0, Error::<T>::NoPool);
        let units = Self::spend_bounded(&Self::account_id(), asset, native, price)?;

        let got = Exact::value(units, price).ok_or(Error::<T>::Overflow)?;
        let slippage = Slippage::of(Exact::whole(native), got);
        job.book::<T>(slippage)?;
        let rate = T::Synths::rate(asset);
        Holdings::<T>::try_mutate(|basket| basket.book_bought::<T>(asset, units, native, rate))?;
        Self::deposit_event(Event::Bought {
            asset,
            units,
            native,
            lost: slippage.lost,
            gained: slippage.gained,
        });
        Ok(native)
    }

    /// Books what an auction sold.
    pub(crate) fn book_sale(asset: AssetId, units: Balance, native: Balance, price: FixedU128) -> Result<(), Error<T>> {
        let given = Exact::value(units, price).ok_or(Error::Overflow)?;
        let slippage = Slippage::of(given, Exact::whole(native));
        if let Some(mut job) = Job::<T>::get() {
            job.book::<T>(slippage)?;
            Job::<T>::put(job);
        }
        Holdings::<T>::try_mutate(|basket| basket.book_sold::<T>(asset, units, native))?;
        Self::deposit_event(Event::Sold {
            asset,
            units,
            native,
            lost: slippage.lost,
            gained: slippage.gained,
        });
        Ok(())
    }
}
