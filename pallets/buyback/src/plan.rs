// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the next step for an asset is. Reads only, so that the runtime API tells what a poke does.

use crate::{types::*, *};
use finch_math::{buyback, dust::payable, mul_div, Round};
use finch_ports::{Feed, Market, PriceFeed};
use finch_types::{AssetId, FixedU128};
use frame_support::{
    ensure,
    traits::{
        fungibles::{metadata::Inspect as _, Inspect},
        Get,
    },
};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::{
    traits::{Saturating, Zero},
    FixedPointNumber,
};

impl<T: Config> Pallet<T> {
    /// The next step, or why there is none. Remembers in `pot` a fresh price, and a mark that is taken.
    ///
    /// A trade is planned by its mark alone, so that the pool is read once, by the trade itself: how much to sell is as
    /// safe as the mark, and what it brings is checked against the pool as it is. Whether the market is thin is always
    /// looked at now. Anybody can make it so for a moment and undo it in the same extrinsic, so that counts in the idle
    /// time of blocks only. A feed that is not fresh, and misses, nobody brings about in a block.
    pub(crate) fn plan(
        asset: AssetId,
        pot: &mut PotOf<T>,
        caller: Caller,
        now: BlockNumberFor<T>,
    ) -> Result<Plan, Error<T>> {
        ensure!(pot.sale.is_none(), Error::<T>::SaleRunning);
        let first = pot.pending.first().ok_or(Error::<T>::NothingPending)?;
        let (source, waiting) = (first.source, first.units);
        let noted = pot
            .mark
            .filter(|mark| now.saturating_sub(mark.block) <= T::MaxMarkAge::get());
        let feed = match &noted {
            Some(mark) => T::Feeds::native_price_with(asset, mark.decimals),
            None => T::Feeds::native_price(asset),
        };
        let fresh = match feed {
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
            let slice = |depth| Self::slice(waiting, total, least, depth);
            if let Some((mark, units)) = noted.and_then(|mark| Some((mark, slice(mark.depth)?))) {
                ensure!(mark.block < now, Error::<T>::StepTooSoon);
                return Ok(Plan::Trade {
                    source,
                    units,
                    min_native: buyback::min_out(units, price, Some(mark.price), T::Tolerance::get())?,
                });
            }
            if let Some(mark) = Self::look(asset, now).filter(|mark| slice(mark.depth).is_some()) {
                pot.mark = Some(mark);
                return Ok(Plan::Mark { price: mark.price });
            }
            ensure!(caller == Caller::Hook || lot()?.is_none(), Error::<T>::MarketThin);
        }
        let lot = lot()?.ok_or(Error::<T>::TooLittle)?;
        let (start, floor) = if fresh.is_some() { FRESH_RANGE } else { STALE_RANGE };
        Ok(Plan::Sell {
            source,
            units: lot,
            min_bid: lot.checked_div(BIDS_PER_LOT).unwrap_or_default().max(1),
            start: percent_up(price, start)?,
            floor: percent_up(price, floor)?,
        })
    }

    /// What to sell in one trade, by what the pool holds of the asset. `None` if the market is too thin.
    fn slice(waiting: Balance, total: Balance, least: Balance, depth: Balance) -> Option<Balance> {
        let slice = buyback::slice(waiting, depth, T::MaxPart::get());
        let units = payable(slice, total, least);
        Some(units).filter(|units| *units > 0 && waiting <= units.saturating_mul(MAX_STEPS))
    }

    /// The mark of the pool of an asset now; `None` without a pool, or with one whose price is not a number.
    pub(crate) fn look(asset: AssetId, now: BlockNumberFor<T>) -> Option<Mark<BlockNumberFor<T>>> {
        let pool = T::Market::reserves(asset)?;
        Some(Mark {
            block: now,
            price: pool.price()?,
            depth: pool.asset,
            decimals: T::Assets::decimals(asset),
            share: T::DistributionShare::get(),
        })
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
