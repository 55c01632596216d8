// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Staking derivatives, the auctions that sell them, and the curve that prices them.

use crate::{
    adapters::{AuctionAlarm, DerivativesAlarm, ProxyAffiliation, Sellers, StakingAdapter},
    configs::dynamic_params::staking_derivatives::FeeRate,
    constants::{DERIVATIVES_PALLET_ID, END_DERIVATIVE_ASSET_ID, FINCH, FIRST_DERIVATIVE_ASSET_ID, MILLISECS_PER_DAY},
    timing::{MaximumTerm, MinimumTerm, WaitAfterSlash},
    weights, Assets, Auctions, Balance, Balances, Buyback, EnsureRootOrCommittee, Insurance, RateCurve, Runtime,
    RuntimeHoldReason, Timestamp,
};
use frame_support::{
    parameter_types,
    traits::{ConstU32, ConstU64},
    PalletId,
};

parameter_types! {
    /// The least turnover of a sale that moves the curve.
    pub const MinCurveTurnover: Balance = 1_000 * FINCH;
}

impl pallet_rate_curve::Config for Runtime {
    type Time = Timestamp;
    type AdminOrigin = EnsureRootOrCommittee;
    type MinTurnover = MinCurveTurnover;
    type MaxAge = ConstU64<{ 180 * MILLISECS_PER_DAY }>;
    type WeightInfo = weights::RateCurveWeight;
}

impl pallet_auctions::Config for Runtime {
    type Currency = Balances;
    type RuntimeHoldReason = RuntimeHoldReason;
    type Seller = Sellers;
    type Alarm = AuctionAlarm;
    type Time = Timestamp;
    type WeightInfo = weights::AuctionsWeight;
}

parameter_types! {
    /// Names the vaults of the series.
    pub const DerivativesPalletId: PalletId = DERIVATIVES_PALLET_ID;
    /// The least that a series stakes.
    pub const MinPrincipal: Balance = 1_000 * FINCH;
}

impl pallet_staking_derivatives::Config for Runtime {
    type Currency = Balances;
    type RuntimeHoldReason = RuntimeHoldReason;
    type Assets = Assets;
    type Staking = StakingAdapter;
    type Alarm = DerivativesAlarm;
    type House = Auctions;
    type Curve = RateCurve;
    type Affiliation = ProxyAffiliation;
    type FeeSink = Buyback;
    type Losses = Insurance;
    type Time = Timestamp;
    type VerifierOrigin = EnsureRootOrCommittee;
    type FeeRate = FeeRate;
    type PalletId = DerivativesPalletId;
    type FirstTokenId = ConstU32<FIRST_DERIVATIVE_ASSET_ID>;
    type EndTokenId = ConstU32<END_DERIVATIVE_ASSET_ID>;
    type MinPrincipal = MinPrincipal;
    type MinTerm = MinimumTerm;
    type MaxTerm = MaximumTerm;
    type SlashWait = WaitAfterSlash;
    type WeightInfo = weights::StakingDerivativesWeight;
}
