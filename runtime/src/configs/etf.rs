// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The staking ETF.

use super::buyback::{MaxPartOfPool, TradeTolerance};
use crate::{
    adapters::{AssetMover, EtfAlarm, NativeSynths, OracleFeeds, Pools},
    configs::dynamic_params::staking_etf::StreamingFee,
    constants::{ETF_ASSET_ID, ETF_PALLET_ID, FINCH},
    timing::{EtfAccrualPeriod, EtfMinSamples, EtfSamplePeriod, EtfThrottlePeriod, Months, ProductSalePeriod},
    weights, Assets, Auctions, Balance, Balances, Buyback, EnsureRootOrCommittee, Runtime, Timestamp, TreasuryAccount,
};
use frame_support::{
    parameter_types,
    traits::{ConstU128, ConstU32},
    PalletId,
};
use sp_runtime::Perbill;

parameter_types! {
    /// Names the account of the basket.
    pub const EtfPalletId: PalletId = ETF_PALLET_ID;
    /// What may be issued in a throttle period, as a part of the supply.
    pub const EtfThrottle: Perbill = Perbill::from_percent(10);
    /// The least number of shares to issue: of the worth of a FINCH at the launch.
    pub const MinEtfIssue: Balance = FINCH;
    /// What a rebalance leaves alone, in planck.
    pub const MinEtfTrade: Balance = FINCH;
}

impl pallet_staking_etf::Config for Runtime {
    type Currency = Balances;
    type Assets = Assets;
    type Mover = AssetMover;
    type Feeds = OracleFeeds;
    type Market = Pools;
    type House = Auctions;
    type Synths = NativeSynths;
    type Calendar = Months;
    type FeeSink = Buyback;
    type Alarm = EtfAlarm;
    type Time = Timestamp;
    type AdminOrigin = EnsureRootOrCommittee;
    type Treasury = TreasuryAccount;
    type StreamingFee = StreamingFee;
    type PalletId = EtfPalletId;
    type ShareAssetId = ConstU32<ETF_ASSET_ID>;
    type Tolerance = TradeTolerance;
    type MaxPart = MaxPartOfPool;
    // A hundred million dollars, and a million a day.
    type MinMarketCap = ConstU128<100_000_000>;
    type MinVolume = ConstU128<1_000_000>;
    type Band = ConstU32<1>;
    type MinSamples = EtfMinSamples;
    type SamplePeriod = EtfSamplePeriod;
    type AccrualPeriod = EtfAccrualPeriod;
    type SalePeriod = ProductSalePeriod;
    type Throttle = EtfThrottle;
    type ThrottlePeriod = EtfThrottlePeriod;
    type MinIssue = MinEtfIssue;
    type MinTrade = MinEtfTrade;
    type WeightInfo = weights::StakingEtfWeight;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = super::feeds::BenchmarkAssets;
}
