// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The invariants of the README, one function each. They run on chain with try-runtime, after every unit test, and in
//! the property tests.

#![cfg(any(feature = "std", feature = "try-runtime"))]

use crate::{types::*, *};
use alloc::collections::BTreeSet;
use finch_math::basket::WHOLE;
use finch_ports::Alarm;
use frame_support::traits::{fungible::Inspect as _, fungibles::Inspect as _, Get};
use sp_runtime::DispatchError;

/// Fails with the text, which names the invariant.
fn hold(condition: bool, broken: &'static str) -> Result<(), DispatchError> {
    condition.then_some(()).ok_or(DispatchError::Other(broken))
}

/// Whether no asset comes twice.
fn distinct(assets: impl Iterator<Item = AssetId>) -> bool {
    let mut seen = BTreeSet::new();
    assets.into_iter().all(|asset| seen.insert(asset))
}

impl<T: Config> Pallet<T> {
    /// Checks every invariant in the order of the README.
    pub fn do_try_state() -> Result<(), DispatchError> {
        let basket = Holdings::<T>::get();
        Self::inv_1_units(&basket)?;
        Self::inv_2_cash(&basket)?;
        Self::inv_3_pool()?;
        Self::inv_4_shares(&basket)?;
        Self::inv_5_money_is_there(&basket)?;
        Self::inv_6_members()?;
        Self::inv_7_holdings(&basket)?;
        Self::inv_8_rebalance()?;
        Self::inv_9_throttle(&basket)?;
        Self::inv_10_samples()?;
        Self::inv_11_alarm()
    }

    /// INV-ETF-1.
    fn inv_1_units(basket: &Basket) -> Result<(), DispatchError> {
        let balanced = |holding: &Holding| holding.flows.net() == Some(holding.units);
        hold(
            basket.holdings.iter().all(balanced),
            "INV-ETF-1: units in - units out != units held",
        )?;
        hold(
            Past::<T>::iter_values().all(|flows| flows.net() == Some(0)),
            "INV-ETF-1: an asset that left did not leave whole",
        )
    }

    /// INV-ETF-2.
    fn inv_2_cash(basket: &Basket) -> Result<(), DispatchError> {
        hold(
            basket.flows.net() == Some(basket.cash),
            "INV-ETF-2: cash in - cash out != cash",
        )
    }

    /// INV-ETF-3.
    fn inv_3_pool() -> Result<(), DispatchError> {
        let pool = Allocation::<T>::get();
        let left = pool.allocated.checked_sub(pool.spent);
        hold(
            left.and_then(|left| left.checked_sub(pool.launched)) == Some(pool.native),
            "INV-ETF-3: allocated - spent - launched != pool",
        )?;
        hold(
            Schedule::<T>::get().allocate_at.is_some() == (pool.native > 0),
            "INV-ETF-3: a pool that nobody spends, or none that somebody does",
        )
    }

    /// INV-ETF-4.
    fn inv_4_shares(basket: &Basket) -> Result<(), DispatchError> {
        hold(
            basket.minted.checked_sub(basket.burned) == Some(Self::supply()),
            "INV-ETF-4: minted - burned != shares",
        )
    }

    /// INV-ETF-5.
    fn inv_5_money_is_there(basket: &Basket) -> Result<(), DispatchError> {
        let account = Self::account_id();
        let there = |holding: &Holding| T::Assets::balance(holding.asset, &account) >= holding.units;
        hold(
            basket.holdings.iter().all(there),
            "INV-ETF-5: the account has less of an asset than the basket",
        )?;
        let known = basket.cash.checked_add(Allocation::<T>::get().native);
        let needed = known.filter(|known| *known > 0);
        let needed = needed.and_then(|known| known.checked_add(T::Currency::minimum_balance()));
        hold(
            known.is_some() && T::Currency::balance(&account) >= needed.unwrap_or_default(),
            "INV-ETF-5: the account has less native than basket and pool",
        )
    }

    /// INV-ETF-6.
    fn inv_6_members() -> Result<(), DispatchError> {
        let members = Members::<T>::get();
        if members.is_empty() {
            return Ok(());
        }
        let weights: u64 = members.iter().map(|member| u64::from(member.weight)).sum();
        hold(weights == u64::from(WHOLE), "INV-ETF-6: the weights are not 100 %")?;
        hold(
            members.is_full() && distinct(members.iter().map(|member| member.asset)),
            "INV-ETF-6: a seat is empty or an asset has two",
        )
    }

    /// INV-ETF-7.
    fn inv_7_holdings(basket: &Basket) -> Result<(), DispatchError> {
        hold(
            distinct(basket.assets()) && basket.assets().all(|asset| asset != T::ShareAssetId::get()),
            "INV-ETF-7: an asset is in the basket twice, or the share is",
        )?;
        hold(
            Self::supply() == 0 || basket.holdings.iter().all(|holding| holding.units > 0),
            "INV-ETF-7: nothing of an asset is left and it is still there",
        )
    }

    /// INV-ETF-8.
    fn inv_8_rebalance() -> Result<(), DispatchError> {
        let job = Job::<T>::get();
        let sales = Sales::<T>::get();
        hold(
            Schedule::<T>::get().job_at.is_some() == job.is_some(),
            "INV-ETF-8: a rebalance that does not go on, or none that does",
        )?;
        hold(
            distinct(sales.iter().map(|sale| sale.asset)),
            "INV-ETF-8: an asset has two sales",
        )?;
        let selling = |job: &Rebalance| matches!(job.stage, Stage::PlanSells | Stage::Sells);
        hold(
            sales.is_empty() || job.as_ref().is_some_and(selling),
            "INV-ETF-8: a sale that no rebalance waits for",
        )?;
        let Some(job) = job else {
            return Ok(());
        };
        hold(
            job.legs.is_empty() || matches!(job.stage, Stage::Sells | Stage::Buys),
            "INV-ETF-8: legs before the plan",
        )?;
        let assets = job.legs.iter().map(|leg| leg.asset);
        let on_sale = sales.iter().map(|sale| sale.asset);
        hold(
            distinct(assets.clone()) && (job.stage != Stage::Sells || distinct(assets.chain(on_sale))),
            "INV-ETF-8: an asset has two legs, or a leg and a sale",
        )?;
        let sound = |leg: &Leg| leg.left > 0 && leg.tries < MAX_TRIES;
        hold(
            job.legs.iter().all(sound),
            "INV-ETF-8: a leg with nothing to do, or tried too often",
        )?;
        hold(
            job.lost.atto < 1_000_000_000_000_000_000 && job.gained.atto < 1_000_000_000_000_000_000,
            "INV-ETF-8: a part of a planck that is a whole one",
        )
    }

    /// INV-ETF-9.
    fn inv_9_throttle(basket: &Basket) -> Result<(), DispatchError> {
        let bucket = &basket.issuance;
        hold(
            bucket.used <= bucket.limit,
            "INV-ETF-9: more was issued than the throttle allows",
        )
    }

    /// INV-ETF-10.
    fn inv_10_samples() -> Result<(), DispatchError> {
        hold(
            Listings::<T>::count() <= MAX_LISTED
                && Listings::<T>::iter_keys().count() == to_usize(Listings::<T>::count()),
            "INV-ETF-10: too many assets are listed, or they are counted wrongly",
        )?;
        let month = Schedule::<T>::get().month.unwrap_or_default();
        let sound = |listing: Listing| {
            let sums = [
                listing.market_caps,
                listing.daily_volumes,
                listing.staking_ratios,
                listing.reward_ratios,
            ];
            // A feed is never 0, so each sample adds to each sum.
            listing.month <= month
                && sums
                    .iter()
                    .all(|sum| *sum >= listing.samples.into() && (*sum == 0) == (listing.samples == 0))
        };
        hold(
            Listings::<T>::iter_values().all(sound),
            "INV-ETF-10: samples of the future, or sums without samples",
        )
    }

    /// INV-ETF-11.
    fn inv_11_alarm() -> Result<(), DispatchError> {
        let rings_at = T::Alarm::at().unwrap_or(Moment::MAX);
        hold(
            rings_at <= Schedule::<T>::get().next_look(),
            "INV-ETF-11: the alarm rings too late",
        )
    }
}

fn to_usize(count: u32) -> usize {
    count.try_into().unwrap_or(usize::MAX)
}
