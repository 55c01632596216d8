// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Native of the treasury becomes shares: the first ones at once, later ones as the market and the throttle allow.

use crate::{
    books::{add, price_in, sub, worth},
    types::*,
    *,
};
use finch_math::{mul_div, Round};
use finch_ports::Market;
use frame_support::{
    ensure,
    pallet_prelude::DispatchResult,
    traits::{
        fungible::{Inspect as _, Mutate as _},
        fungibles::Mutate as _,
        tokens::Preservation::Preserve,
        Get, Time,
    },
};
use sp_runtime::FixedPointNumber;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_allocate(native: Balance) -> DispatchResult {
        ensure!(native > 0, Error::<T>::AmountZero);
        let now = T::Time::now();
        let mut pool = Allocation::<T>::get();
        pool.native = add::<T>(pool.native, native)?;
        pool.allocated = add::<T>(pool.allocated, native)?;
        let launch = Self::supply() == 0;
        ensure!(!launch || pool.native >= T::MinIssue::get(), Error::<T>::BelowMinIssue);
        Allocation::<T>::put(pool);
        Self::reschedule(|agenda| agenda.allocate_at = Some(now));

        // What the account needs to exist is not in the books; the treasury gives it with the first allocation.
        let known = add::<T>(Holdings::<T>::get().cash, pool.native)?;
        let needed = add::<T>(known, T::Currency::minimum_balance())?;
        let missing = needed.saturating_sub(T::Currency::balance(&Self::account_id()));
        T::Currency::transfer(&T::Treasury::get(), &Self::account_id(), missing.max(native), Preserve)?;
        Self::deposit_event(Event::Allocated { native });
        if launch {
            Self::launch(now)?;
        }
        Ok(())
    }

    /// Issues the first shares: one for each planck of the pool.
    fn launch(now: Moment) -> DispatchResult {
        let mut pool = Allocation::<T>::get();
        let native = core::mem::take(&mut pool.native);
        pool.launched = add::<T>(pool.launched, native)?;
        Allocation::<T>::put(pool);
        Self::reschedule(|agenda| agenda.allocate_at = None);

        let mut basket = Holdings::<T>::get();
        basket.sweep::<T>()?;
        basket.cash = add::<T>(basket.cash, native)?;
        basket.flows.launched = add::<T>(basket.flows.launched, native)?;
        basket.minted = add::<T>(basket.minted, native)?;
        Holdings::<T>::put(basket);

        T::Assets::mint_into(T::ShareAssetId::get(), &T::Treasury::get(), native)?;
        Self::deposit_event(Event::Launched { shares: native });
        Self::start_rebalance(Stage::PlanSells, now);
        Ok(())
    }

    /// Turns a slice of the pool into shares, or waits for a better time.
    pub(crate) fn allocate_next(now: Moment) -> DispatchResult {
        let supply = Self::supply();
        if supply == 0 && Allocation::<T>::get().native >= T::MinIssue::get() {
            return Self::launch(now);
        }
        let shares = if supply == 0 || Job::<T>::exists() {
            0
        } else {
            Self::affordable(supply)?
        };
        if shares < T::MinIssue::get() {
            Self::reschedule(|agenda| agenda.allocate_at = Some(now.saturating_add(RETRY_AFTER)));
            return Ok(());
        }
        Self::spend_allocation(shares, supply, now)
    }

    /// The most shares that the pool can pay for at the worst price allowed, of which no part takes more of a market's
    /// pool than a slice may, and which the throttle allows. None without fresh prices.
    fn affordable(supply: Balance) -> Result<Balance, Error<T>> {
        let basket = Holdings::<T>::get();
        let Ok(prices) = Self::prices(basket.assets()) else {
            return Ok(0);
        };
        let mut most = basket.issuable_by_pool::<T>(supply)?;
        let mut cost = basket.cash;
        for Holding { asset, units, .. } in &basket.holdings {
            let Some(reserves) = T::Market::reserves(*asset) else {
                return Ok(0);
            };
            let slice = T::MaxPart::get().mul_floor(reserves.asset);
            most = most.min(mul_div(slice, supply, *units, Round::Down).unwrap_or(Balance::MAX));
            cost = add(cost, worth::<T>(*units, price_in::<T>(&prices, *asset)?)?)?;
        }
        let dearest = FixedU128::DIV.checked_add(T::Tolerance::get().into_inner());
        let cost = mul_div(cost, dearest.ok_or(Error::Overflow)?, FixedU128::DIV, Round::Up)?;
        // Each part is rounded up to a whole unit, its price to a whole planck.
        let mut rounding = 1u128;
        for (_, price) in &prices {
            rounding = add(rounding, add(Self::most_native(1, *price)?, 2)?)?;
        }
        let budget = Allocation::<T>::get().native.saturating_sub(rounding);
        match mul_div(budget, supply, cost, Round::Down) {
            Ok(paid) => Ok(most.min(paid)),
            // Nothing to pay for: the basket is worth nothing, and a share of it is no use to the treasury.
            Err(finch_math::MathError::DivisionByZero) => Ok(0),
            Err(_) => Ok(most),
        }
    }

    /// What `issue_with` does, for the treasury, with the pool's native on the account of the basket.
    fn spend_allocation(shares: Balance, supply: Balance, now: Moment) -> DispatchResult {
        let account = Self::account_id();
        let mut basket = Holdings::<T>::get();
        basket.throttle::<T>(shares, supply)?;
        let part = basket.part::<T>(shares, supply, Round::Up)?;
        let mut pool = Allocation::<T>::get();
        let before = pool.native;
        pool.native = pool.native.checked_sub(part.cash).ok_or(Error::<T>::Overpriced)?;
        for Item { asset, units } in &part.items {
            if *units > 0 {
                let price = Self::price(*asset)?;
                let paid = Self::buy_bounded(&account, *asset, *units, price, pool.native)?;
                pool.native = sub::<T>(pool.native, paid)?;
            }
        }
        let native = sub::<T>(before, pool.native)?;
        pool.spent = add::<T>(pool.spent, native)?;
        basket.book_issue::<T>(&part, shares)?;
        Holdings::<T>::put(basket);
        Allocation::<T>::put(pool);
        // Not again in this block: a slice is a part of what a market's pool holds at its beginning.
        let next = (pool.native > 0).then(|| now.saturating_add(1));
        Self::reschedule(|agenda| agenda.allocate_at = next);
        T::Assets::mint_into(T::ShareAssetId::get(), &T::Treasury::get(), shares)?;
        Self::deposit_event(Event::AllocationSpent { shares, native });
        Ok(())
    }
}
