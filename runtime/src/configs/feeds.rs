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
