// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Options.

use crate::{
    adapters::{OptionsAlarm, OracleFeeds, Pools},
    configs::dynamic_params::options::{EntriesOpen, ExerciseFee, WriteFee},
    constants::{deposit, FIRST_OPTION_ASSET_ID, OPTIONS_PALLET_ID},
    timing::{OptionCallPeriod, OptionGrace, OptionLockPeriod, OptionPause, OptionPriceTimeout, ProductSalePeriod},
    weights, Assets, Auctions, Balance, Balances, Buyback, EnsureRootOrCommittee, Runtime, RuntimeHoldReason,
    Timestamp, TreasuryAccount,
};
use frame_support::{
    parameter_types,
    traits::{ConstU32, MapSuccess},
    PalletId,
};
use sp_runtime::traits::Replace;

parameter_types! {
    /// Names the account of the collateral.
    pub const OptionsPalletId: PalletId = OPTIONS_PALLET_ID;
    /// For a series: the series, its terms, its token.
    pub const SeriesDeposit: Balance = deposit(4, 1_000);
    /// For a vault.
    pub const VaultDeposit: Balance = deposit(1, 150);
}

/// Who governs options. The treasury pays for the series that governance makes.
pub type OptionsAdmin = MapSuccess<EnsureRootOrCommittee, Replace<TreasuryAccount>>;

impl pallet_options::Config for Runtime {
    type Currency = Balances;
    type RuntimeHoldReason = RuntimeHoldReason;
    type Assets = Assets;
    type Feeds = OracleFeeds;
    type Market = Pools;
    type House = Auctions;
    type FeeSink = Buyback;
    type Alarm = OptionsAlarm;
    type Time = Timestamp;
    type AdminOrigin = OptionsAdmin;
    type EntriesOpen = EntriesOpen;
    type WriteFee = WriteFee;
    type ExerciseFee = ExerciseFee;
    type PalletId = OptionsPalletId;
    type FirstOptionAssetId = ConstU32<FIRST_OPTION_ASSET_ID>;
    type SeriesDeposit = SeriesDeposit;
    type VaultDeposit = VaultDeposit;
    type LockPeriod = OptionLockPeriod;
    type PriceTimeout = OptionPriceTimeout;
    type Grace = OptionGrace;
    type SalePeriod = ProductSalePeriod;
    type CallPeriod = OptionCallPeriod;
    type Pause = OptionPause;
    type WeightInfo = weights::OptionsWeight;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = super::feeds::BenchmarkAssets;
}
