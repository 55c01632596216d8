// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What operators say about coins: who they are, and where it is kept.

use crate::{
    adapters::MedianOfRecent, constants::ORACLE_PALLET_ID, EnsureRootOrCommittee, FeedOperators, Runtime, RuntimeEvent,
    Timestamp,
};
use finch_types::FeedKey;
use frame_support::{parameter_types, traits::ConstU32, PalletId};

/// The most operators. Each feed reads the last word of every one of them.
pub const MAX_OPERATORS: u32 = 16;

/// The instance of the membership pallet that lists the operators.
pub type OperatorsInstance = pallet_membership::Instance1;

impl pallet_membership::Config<OperatorsInstance> for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type AddOrigin = EnsureRootOrCommittee;
    type RemoveOrigin = EnsureRootOrCommittee;
    type SwapOrigin = EnsureRootOrCommittee;
    type ResetOrigin = EnsureRootOrCommittee;
    type PrimeOrigin = EnsureRootOrCommittee;
    type MembershipInitialized = ();
    type MembershipChanged = ();
    type MaxMembers = ConstU32<MAX_OPERATORS>;
    type WeightInfo = pallet_membership::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
    /// Names the account under which root feeds.
    pub const OraclePalletId: PalletId = ORACLE_PALLET_ID;
}

impl pallet_oracle::Config for Runtime {
    type OnNewData = ();
    type CombineData = MedianOfRecent;
    type Time = Timestamp;
    type OracleKey = FeedKey;
    type OracleValue = u128;
    type PalletId = OraclePalletId;
    type Members = FeedOperators;
    type WeightInfo = pallet_oracle::weights::SubstrateWeight<Runtime>;
    type MaxHasDispatchedSize = ConstU32<{ MAX_OPERATORS + 1 }>;
    type MaxFeedValues = ConstU32<50>;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = BenchmarkFeeds;
}

/// As many feeds as a call takes.
#[cfg(feature = "runtime-benchmarks")]
pub struct BenchmarkFeeds;

#[cfg(feature = "runtime-benchmarks")]
impl<Max: frame_support::traits::Get<u32>> pallet_oracle::BenchmarkHelper<FeedKey, u128, Max> for BenchmarkFeeds {
    fn get_currency_id_value_pairs() -> frame_support::BoundedVec<(FeedKey, u128), Max> {
        let feeds = (0..Max::get()).map(|asset| {
            let coin = finch_types::Coin::Asset(asset);
            let metric = finch_types::Metric::Price;
            (FeedKey { coin, metric }, 1)
        });
        frame_support::BoundedVec::truncate_from(feeds.collect())
    }
}

/// Makes assets with prices.
#[cfg(feature = "runtime-benchmarks")]
pub struct BenchmarkAssets;

#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkAssets {
    /// Lets a feed say `value` from now on.
    pub fn set_feed(coin: finch_types::Coin, metric: finch_types::Metric, value: u128) {
        let timestamp = <Timestamp as frame_support::traits::Time>::now();
        pallet_oracle::Values::<Runtime>::insert(
            FeedKey { coin, metric },
            pallet_oracle::TimestampedValue { value, timestamp },
        );
    }

    /// Makes an asset with a least balance of 1 if there is none.
    pub fn create(asset: finch_types::AssetId) {
        use frame_support::traits::fungibles::{Create, Inspect};
        if !crate::Assets::asset_exists(asset) {
            <crate::Assets as Create<crate::AccountId>>::create(asset, crate::constants::treasury_account(), true, 1)
                .expect("the id is free");
        }
    }

    /// Makes an asset with a least balance of 1, worth `price` planck a unit. Without a name it has no decimals.
    pub fn make(asset: finch_types::AssetId, price: finch_types::FixedU128) {
        use finch_types::{Coin, Metric};
        Self::create(asset);
        let decimals = <crate::Assets as frame_support::traits::fungibles::metadata::Inspect<_>>::decimals(asset);
        // Of a native coin at one dollar, so that the price of a whole coin is that of all its units.
        let whole = 10u128.pow(decimals.into());
        let dollar = 10u128.pow(18);
        Self::set_feed(Coin::Native, Metric::Price, dollar);
        let value = price.into_inner().saturating_mul(whole) / crate::constants::FINCH;
        Self::set_feed(Coin::Asset(asset), Metric::Price, value.max(1));
    }
}

#[cfg(feature = "runtime-benchmarks")]
impl pallet_buyback::BenchmarkHelper for BenchmarkAssets {
    fn prepare(asset: finch_types::AssetId, price: finch_types::FixedU128) {
        Self::make(asset, price);
    }
}

#[cfg(feature = "runtime-benchmarks")]
impl pallet_staking_etf::benchmarking::BenchmarkHelper for BenchmarkAssets {
    fn create_asset(asset: finch_types::AssetId) {
        Self::create(asset);
    }

    fn set_feed(key: FeedKey, value: u128) {
        Self::set_feed(key.coin, key.metric, value);
    }

    fn set_price(asset: finch_types::AssetId, price: finch_types::FixedU128) {
        Self::make(asset, price);
    }
}

#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkAssets {
    /// Sets the chain's clock. Operators go on saying what they have said: no feed grows stale.
    pub fn set_clock(now: finch_types::Moment) {
        pallet_timestamp::Now::<Runtime>::put(now);
        pallet_oracle::Values::<Runtime>::translate_values(|mut said: crate::adapters::OracleValue| {
            said.timestamp = now;
            Some(said)
        });
    }
}

#[cfg(feature = "runtime-benchmarks")]
impl pallet_options::BenchmarkHelper<crate::RuntimeOrigin> for BenchmarkAssets {
    fn prepare(asset: finch_types::AssetId, price: finch_types::FixedU128) {
        Self::make(asset, price);
    }

    fn set_time(now: finch_types::Moment) {
        Self::set_clock(now);
    }

    fn admin() -> crate::RuntimeOrigin {
        crate::RuntimeOrigin::root()
    }
}

#[cfg(feature = "runtime-benchmarks")]
impl pallet_insurance::BenchmarkHelper for BenchmarkAssets {
    fn set_time(now: finch_types::Moment) {
        Self::set_clock(now);
    }
}
