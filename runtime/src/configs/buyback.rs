// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What becomes of all fees.

use crate::{
    adapters::{OracleFeeds, Pools},
    configs::dynamic_params::buyback::DistributionShare,
    constants::{BUYBACK_PALLET_ID, FINCH},
    timing::{BuybackPeriod, ProductSalePeriod},
    weights, Assets, Auctions, Balance, Balances, Runtime, TreasuryAccount,
};
use frame_support::{parameter_types, traits::ConstU32, PalletId};
use sp_runtime::{FixedU128, Perbill};

parameter_types! {
    /// Names the account in which fees in assets wait.
    pub const BuybackPalletId: PalletId = BUYBACK_PALLET_ID;
    /// How far below the oracle's price, and the pool's last one, a trade of a product may be: 1 %, the fee of the pool
    /// included.
    pub const TradeTolerance: FixedU128 = FixedU128::from_inner(10_000_000_000_000_000);
    /// The most of a pool that a product trades at once: 0.3 %.
    pub const MaxPartOfPool: Perbill = Perbill::from_parts(3_000_000);
    /// The least worth of fees that go into an auction.
    pub const MinFeeSale: Balance = 10 * FINCH;
}

impl pallet_buyback::Config for Runtime {
    type Currency = Balances;
    type Assets = Assets;
    type Feeds = OracleFeeds;
    type Market = Pools;
    type House = Auctions;
    type DistributionShare = DistributionShare;
    type Distribution = TreasuryAccount;
    type Period = BuybackPeriod;
    type PalletId = BuybackPalletId;
    type Tolerance = TradeTolerance;
    type MaxPart = MaxPartOfPool;
    type MaxMarkAge = ConstU32<10>;
    type SalePeriod = ProductSalePeriod;
    type MinSale = MinFeeSale;
    type WeightInfo = weights::BuybackWeight;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = super::feeds::BenchmarkAssets;
}
