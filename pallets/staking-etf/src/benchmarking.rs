// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Every call, every callback of the auction house, and every unit of work. What market and house themselves cost comes
//! on top, from their own weights.

// Outside of the benchmarks only the helper of the runtime is public.
#![allow(missing_docs)]

use super::{types::*, *};
use alloc::vec::Vec;
use finch_ports::{Alarm, AuctionSeller, Market, Reserves, SynthRates};
use finch_types::{FeedKey, Lot, Metric};
use frame_benchmarking::v2::*;
use frame_support::{
    traits::{
        fungible::{Inspect as _, Mutate as _},
        fungibles::{Inspect as _, Mutate as _},
        EnsureOrigin, Get, Time,
    },
    weights::WeightMeter,
    BoundedVec,
};
use frame_system::RawOrigin;
use sp_runtime::traits::One;

/// What benchmarks need of the neighbours.
pub trait BenchmarkHelper {
    /// Makes the asset if there is none, so that anybody can hold it.
    fn create_asset(asset: AssetId);
    /// Makes a feed answer this, fresh.
    fn set_feed(key: FeedKey, value: u128);
    /// Makes an asset worth so many planck a unit, fresh.
    fn set_price(asset: AssetId, price: FixedU128);
}

/// Ids of the assets that benchmarks make: above those that genesis makes.
const FIRST_ASSET: AssetId = 3_000_000;
const METRICS: [Metric; 4] = [
    Metric::MarketCap,
    Metric::DailyVolume,
    Metric::StakingRatio,
    Metric::RewardRatio,
];

/// Large against existential deposits and least trades.
fn unit<T: Config>() -> Balance {
    T::Currency::minimum_balance()
        .max(T::MinIssue::get())
        .max(T::MinTrade::get())
        * 1_000
}

fn rich<T: Config>(name: &'static str) -> T::AccountId {
    let who: T::AccountId = account(name, 0, 0);
    T::Currency::mint_into(&who, unit::<T>() * 1_000_000).unwrap();
    who
}

/// An asset at one planck a unit, with a pool in which a slice is 1,000 units of account.
fn asset<T: Config>(index: u32) -> AssetId {
    let asset = FIRST_ASSET + index;
    T::BenchmarkHelper::create_asset(asset);
    T::BenchmarkHelper::set_price(asset, FixedU128::one());
    let side = unit::<T>() * 1_000_000;
    T::Market::benchmark_pool(
        asset,
        Reserves {
            native: side,
            asset: side,
        },
    );
    asset
}

/// The first three assets have a seat.
fn seats<T: Config>() {
    let weights = [333_333_334, 333_333_333, 333_333_333];
    let seats = (0..3).zip(weights).map(|(index, weight)| Seat {
        asset: asset::<T>(index),
        weight,
    });
    Members::<T>::put(BoundedVec::truncate_from(seats.collect::<Vec<_>>()));
}

/// A basket of `n` assets and some cash, with one share for each of its planck; all shares are the treasury's.
fn basket<T: Config>(n: u32) {
    basket_with::<T>(n, 1);
}

/// The same, with `c` times as much cash as it has of an asset.
fn basket_with<T: Config>(n: u32, c: u32) {
    seats::<T>();
    let account = Pallet::<T>::account_id();
    let units = unit::<T>() * 1_000;
    let holdings = (0..n).map(|index| {
        let asset = asset::<T>(index);
        T::Assets::mint_into(asset, &account, units).unwrap();
        Holding {
            asset,
            units,
            mark: T::Synths::rate(asset),
            due: 0,
            flows: Flows {
                bought: units,
                ..Default::default()
            },
        }
    });
    let holdings = BoundedVec::truncate_from(holdings.collect::<Vec<_>>());
    let cash = units * Balance::from(c);
    let shares = units * Balance::from(n) + cash;
    T::Currency::mint_into(&account, units + T::Currency::minimum_balance()).unwrap();
    let treasury = T::Treasury::get();
    T::Currency::mint_into(&treasury, unit::<T>() * 1_000_000).unwrap();
    T::BenchmarkHelper::create_asset(T::ShareAssetId::get());
    T::Assets::mint_into(T::ShareAssetId::get(), &treasury, shares).unwrap();
    Holdings::<T>::put(Basket {
        holdings,
        cash,
        flows: CashFlows {
            launched: cash,
            ..Default::default()
        },
        minted: shares,
        burned: 0,
        issuance: Bucket::default(),
    });
}

/// Somebody with native and `n` assets.
fn holder<T: Config>(n: u32) -> T::AccountId {
    let who = rich::<T>("holder");
    for index in 0..n {
        T::Assets::mint_into(FIRST_ASSET + index, &who, unit::<T>() * 1_000_000).unwrap();
    }
    who
}

/// A share for every thousandth of the basket.
fn few<T: Config>() -> Balance {
    Pallet::<T>::supply() / 1_000
}

/// Somebody with assets and shares, and how many of these.
fn with_shares<T: Config>(n: u32) -> (T::AccountId, Balance) {
    let who = holder::<T>(n);
    let shares = few::<T>();
    T::Assets::mint_into(T::ShareAssetId::get(), &who, shares).unwrap();
    Holdings::<T>::mutate(|basket| basket.minted += shares);
    (who, shares)
}

fn job<T: Config>(stage: Stage, legs: &[(u32, Balance, u8)]) {
    let now = T::Time::now();
    let legs = legs.iter().map(|(index, left, tries)| Leg {
        asset: FIRST_ASSET + index,
        left: *left,
        tries: *tries,
        next_at: now,
    });
    Job::<T>::put(Rebalance {
        stage,
        legs: BoundedVec::truncate_from(legs.collect::<Vec<_>>()),
        lost: Exact::default(),
        gained: Exact::default(),
    });
    Pallet::<T>::reschedule(|agenda| agenda.job_at = Some(now));
}

/// `n` listed assets, each with samples enough for a seat, each in the worst place of the list.
fn listed<T: Config>(n: u32) {
    for index in 0..n {
        let scale = u128::from(n - index);
        let samples = T::MinSamples::get();
        let many = u128::from(samples);
        Listings::<T>::insert(
            FIRST_ASSET + index,
            Listing {
                month: 0,
                samples,
                market_caps: T::MinMarketCap::get().saturating_add(scale) * many,
                daily_volumes: T::MinVolume::get().saturating_add(scale) * many,
                staking_ratios: scale * many,
                reward_ratios: scale * many,
            },
        );
    }
}

/// An asset of which `units` are for sale, for those who benchmark the auction house.
pub(crate) fn on_sale<T: Config>(units: Balance) -> AssetId {
    basket::<T>(MAX_HOLDINGS);
    let asset = FIRST_ASSET;
    let account = Pallet::<T>::account_id();
    T::Assets::mint_into(asset, &account, units).unwrap();
    Holdings::<T>::mutate(|basket| {
        let holding = basket
            .holdings
            .iter_mut()
            .find(|holding| holding.asset == asset)
            .unwrap();
        holding.units += units;
        holding.flows.bought += units;
    });
    job::<T>(Stage::Sells, &[]);
    let sale = Sale {
        asset,
        left: units,
        price: FixedU128::one(),
        auction: 0,
    };
    Sales::<T>::put(BoundedVec::truncate_from(alloc::vec![sale]));
    asset
}

fn step<T: Config>() {
    Pallet::<T>::rebalance(T::Time::now()).unwrap();
}

#[benchmarks]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn issue(n: Linear<1, MAX_HOLDINGS>, c: Linear<0, 1>) {
        basket_with::<T>(n, c);
        let who = holder::<T>(n);
        let shares = few::<T>();
        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), shares);
        assert_eq!(T::Assets::balance(T::ShareAssetId::get(), &who), shares);
    }

    #[benchmark]
    fn redeem(n: Linear<1, MAX_HOLDINGS>, c: Linear<0, 1>) {
        basket_with::<T>(n, c);
        let (who, shares) = with_shares::<T>(n);
        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), shares);
        assert_eq!(T::Assets::balance(T::ShareAssetId::get(), &who), 0);
    }

    /// With another asset, which is sold first.
    #[benchmark]
    fn issue_with(n: Linear<1, MAX_HOLDINGS>) {
        basket::<T>(n);
        let other = asset::<T>(MAX_HOLDINGS);
        let who = holder::<T>(n);
        let shares = few::<T>();
        T::Assets::mint_into(other, &who, shares * 2).unwrap();
        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), Coin::Asset(other), shares, shares * 2);
        assert_eq!(T::Assets::balance(T::ShareAssetId::get(), &who), shares);
    }

    /// To another asset, which is bought last.
    #[benchmark]
    fn redeem_to(n: Linear<1, MAX_HOLDINGS>) {
        basket::<T>(n);
        let other = asset::<T>(MAX_HOLDINGS);
        let (who, shares) = with_shares::<T>(n);
        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), Coin::Asset(other), shares, 1);
        assert!(T::Assets::balance(other, &who) > 0);
    }

    #[benchmark]
    fn list() {
        let asset = asset::<T>(0);
        let origin = T::AdminOrigin::try_successful_origin().unwrap();
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, asset);
        assert!(Listings::<T>::contains_key(asset));
    }

    #[benchmark]
    fn delist() {
        listed::<T>(MAX_LISTED);
        let origin = T::AdminOrigin::try_successful_origin().unwrap();
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, FIRST_ASSET);
        assert!(!Listings::<T>::contains_key(FIRST_ASSET));
    }

    /// The launch.
    #[benchmark]
    fn allocate() {
        seats::<T>();
        T::BenchmarkHelper::create_asset(T::ShareAssetId::get());
        let treasury = T::Treasury::get();
        T::Currency::mint_into(&treasury, unit::<T>() * 1_000).unwrap();
        let native = unit::<T>();
        let origin = T::AdminOrigin::try_successful_origin().unwrap();
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, native);
        assert_eq!(Pallet::<T>::supply(), native);
    }

    #[benchmark]
    fn idle() {
        let now = T::Time::now();
        basket::<T>(MAX_HOLDINGS);
        Pallet::<T>::put_schedule(Agenda {
            month: Some(<T::Calendar as finch_ports::Calendar>::month(now)),
            month_end: Moment::MAX,
            accrued_at: now,
            accrue_at: Moment::MAX,
            sample_at: Moment::MAX,
            cursor: None,
            job_at: Some(Moment::MAX),
            allocate_at: Some(Moment::MAX),
        });
        // The alarm rings for nothing: the look is complete, and sets it anew.
        T::Alarm::set(Some(0));
        let mut meter = WeightMeter::new();
        let worked;
        #[block]
        {
            worked = Pallet::<T>::run_next(&mut meter);
        }
        assert!(!worked);
    }

    #[benchmark]
    fn decide(n: Linear<3, MAX_LISTED>) {
        basket::<T>(MAX_HOLDINGS);
        listed::<T>(n);
        job::<T>(Stage::Sells, &[]);
        Pallet::<T>::reschedule(|agenda| agenda.month = Some(0));
        #[block]
        {
            Pallet::<T>::decide(T::Time::now()).unwrap();
        }
        assert!(Members::<T>::get().is_full());
        assert_eq!(Job::<T>::get().map(|job| job.stage), Some(Stage::PlanSells));
    }

    #[benchmark]
    fn accrue(n: Linear<1, MAX_HOLDINGS>) {
        basket::<T>(n);
        let year = MILLISECS_PER_YEAR;
        Holdings::<T>::mutate(|basket| {
            for holding in basket.holdings.iter_mut() {
                holding.mark = holding.mark.map(|mark| FixedU128::from_inner(mark.into_inner() / 2));
            }
        });
        Pallet::<T>::reschedule(|agenda| agenda.accrued_at = 0);
        #[block]
        {
            Pallet::<T>::accrue(year).unwrap();
        }
        assert!(Job::<T>::exists());
    }

    #[benchmark]
    fn sample() {
        listed::<T>(MAX_LISTED);
        Pallet::<T>::reschedule(|agenda| agenda.month = Some(1));
        let (asset, _) = Listings::<T>::iter().next().unwrap();
        for metric in METRICS {
            let coin = Coin::Asset(asset);
            T::BenchmarkHelper::set_feed(FeedKey { coin, metric }, FixedU128::one().into_inner());
        }
        #[block]
        {
            Pallet::<T>::sample_next(1).unwrap();
        }
        assert_eq!(Listings::<T>::get(asset).unwrap().samples, 1);
    }

    #[benchmark]
    fn plan() {
        basket::<T>(MAX_HOLDINGS);
        job::<T>(Stage::PlanSells, &[]);
        #[block]
        {
            step::<T>();
        }
        let job = Job::<T>::get().unwrap();
        assert_eq!((job.stage, job.legs.len()), (Stage::Sells, MAX_HOLDINGS as usize - 3));
    }

    /// The last slice of an asset.
    #[benchmark]
    fn slice_sell() {
        basket::<T>(MAX_HOLDINGS);
        let legs: Vec<_> = (0..MAX_HOLDINGS).map(|index| (index, unit::<T>() * 1_000, 0)).collect();
        job::<T>(Stage::Sells, &legs);
        #[block]
        {
            step::<T>();
        }
        assert!(Holdings::<T>::get().flows.received > 0);
    }

    /// The first slice of an asset.
    #[benchmark]
    fn slice_buy() {
        basket::<T>(MAX_HOLDINGS - 1);
        asset::<T>(MAX_HOLDINGS - 1);
        let native = Holdings::<T>::get().cash / 2;
        let mut legs: Vec<_> = (0..2).map(|index| (index, native, 0)).collect();
        legs.insert(0, (MAX_HOLDINGS - 1, native, 0));
        job::<T>(Stage::Buys, &legs);
        #[block]
        {
            step::<T>();
        }
        assert!(Holdings::<T>::get().flows.spent > 0);
    }

    /// The last slice fails, and the asset goes to the auction house.
    #[benchmark]
    fn sale_open() {
        basket::<T>(MAX_HOLDINGS);
        let legs: Vec<_> = (0..MAX_HOLDINGS)
            .map(|index| (index, unit::<T>() * 1_000, MAX_TRIES - 1))
            .collect();
        job::<T>(Stage::Sells, &legs);
        T::BenchmarkHelper::set_price(FIRST_ASSET, FixedU128::from_u32(2));
        #[block]
        {
            step::<T>();
        }
        assert_eq!(Sales::<T>::get().len(), 1);
    }

    #[benchmark]
    fn allocate_step(n: Linear<1, MAX_HOLDINGS>) {
        basket::<T>(n);
        let native = unit::<T>() * 10;
        Allocation::<T>::put(Pool {
            native,
            allocated: native,
            ..Default::default()
        });
        T::Currency::mint_into(&Pallet::<T>::account_id(), native).unwrap();
        let before = Pallet::<T>::supply();
        #[block]
        {
            Pallet::<T>::allocate_next(T::Time::now()).unwrap();
        }
        assert!(Pallet::<T>::supply() > before);
    }

    #[benchmark]
    fn may_bid() {
        let who = rich::<T>("buyer");
        let lot = Lot::Member { asset: FIRST_ASSET };
        let may;
        #[block]
        {
            may = Pallet::<T>::may_bid(lot, &who);
        }
        assert!(may);
    }

    #[benchmark]
    fn deliver() {
        let units = unit::<T>();
        let asset = on_sale::<T>(units);
        let who = rich::<T>("buyer");
        T::Currency::mint_into(&Pallet::<T>::account_id(), units).unwrap();
        #[block]
        {
            Pallet::<T>::deliver(Lot::Member { asset }, &who, units, units).unwrap();
        }
        assert_eq!(T::Assets::balance(asset, &who), units);
    }

    #[benchmark]
    fn finished() {
        let units = unit::<T>();
        let asset = on_sale::<T>(units);
        #[block]
        {
            Pallet::<T>::finished(Lot::Member { asset }, units).unwrap();
        }
        assert!(Sales::<T>::get().is_empty());
    }

    impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
