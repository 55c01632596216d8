// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the next step for an asset is. Reads only, so that the runtime API tells what a poke does.

use crate::{types::*, *};
use finch_math::{buyback, dust::payable, mul_div, Round};
use finch_ports::{Feed, Market, PriceFeed, Reserves};
use finch_types::{AssetId, FeeSource, FixedU128};
use frame_support::{
    ensure,
    traits::{fungibles::Inspect, Get},
};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::{
    traits::{Saturating, Zero},
    FixedPointNumber,
};

impl<T: Config> Pallet<T> {
    /// The next step, or why there is none. Remembers a fresh price in `pot`.
    ///
    /// Anybody can make a pool thin for a moment and undo it in the same extrinsic, so that is looked at in the idle time
    /// of blocks only. A feed that is not fresh, and misses, nobody brings about in a block.
    pub(crate) fn plan(
        asset: AssetId,
        pot: &mut PotOf<T>,
        caller: Caller,
        now: BlockNumberFor<T>,
    ) -> Result<Step, Error<T>> {
        ensure!(pot.sale.is_none(), Error::<T>::SaleRunning);
        let (source, waiting) = *pot.pending.first().ok_or(Error::<T>::NothingPending)?;
        let fresh = match T::Feeds::native_price(asset) {
            Feed::Fresh(price) if !price.is_zero() => Some(price),
            Feed::Fresh(_) | Feed::Stale | Feed::Missing => None,
        };
        pot.reference = fresh.or(pot.reference);
        let price = pot.reference.ok_or(Error::<T>::NoPrice)?;
        let least = T::Assets::minimum_balance(asset);
        let total = pot.total().ok_or(Error::<T>::Overflow)?;

        let lot = || -> Result<Option<Balance>, Error<T>> {
            let lot = payable(waiting.min(MAX_LOT), total, least);
            let worth = mul_div(lot, price.into_inner(), FixedU128::DIV, Round::Down)?;
            Ok(Some(lot).filter(|_| worth >= T::MinSale::get()))
        };
        // What is too little for an auction is tried on the market for ever: it may recover.
        if fresh.is_some() && (pot.misses < MAX_MISSES || lot()?.is_none()) {
            if let Some((units, pool)) = Self::slice(asset, waiting, total, least) {
                let plan = Self::plan_trade(pot, source, units, price, &pool, now)?;
                return Ok(Step { plan, pool: Some(pool) });
            }
            ensure!(caller == Caller::Hook || lot()?.is_none(), Error::<T>::MarketThin);
        }
        let lot = lot()?.ok_or(Error::<T>::TooLittle)?;
        let (start, floor) = if fresh.is_some() { FRESH_RANGE } else { STALE_RANGE };
        let plan = Plan::Sell {
            source,
            units: lot,
            min_bid: lot.checked_div(BIDS_PER_LOT).unwrap_or_default().max(1),
            start: percent_up(price, start)?,
            floor: percent_up(price, floor)?,
        };
        Ok(Step { plan, pool: None })
    }

    /// What to sell in one trade, and what the pool holds. `None` if the market is too thin.
    fn slice(asset: AssetId, waiting: Balance, total: Balance, least: Balance) -> Option<(Balance, Reserves)> {
        let pool = T::Market::reserves(asset)?;
        let slice = buyback::slice(waiting, pool.asset, T::MaxPart::get());
        let units = payable(slice, total, least);
        if units == 0 || waiting > units.saturating_mul(MAX_STEPS) {
            return None;
        }
        pool.price().map(|_| (units, pool))
    }

    /// A trade if the price of the pool in an earlier block is known, else noting it.
    fn plan_trade(
        pot: &PotOf<T>,
        source: FeeSource,
        units: Balance,
        price: FixedU128,
        pool: &Reserves,
        now: BlockNumberFor<T>,
    ) -> Result<Plan, Error<T>> {
        match pot.mark {
            Some(mark) if mark.block >= now => Err(Error::StepTooSoon),
            Some(mark) if now.saturating_sub(mark.block) <= T::MaxMarkAge::get() => Ok(Plan::Trade {
                source,
                units,
                min_native: buyback::min_out(units, price, Some(mark.price), T::Tolerance::get())?,
            }),
            Some(_) | None => pool.price().map(|price| Plan::Mark { price }).ok_or(Error::Corrupted),
        }
    }
}

/// So many percent of a price, rounded up: in favour of the seller.
fn percent_up<T: Config>(price: FixedU128, percent: u128) -> Result<FixedU128, Error<T>> {
    Ok(FixedU128::from_inner(mul_div(
        price.into_inner(),
        percent,
        100,
        Round::Up,
    )?))
}
