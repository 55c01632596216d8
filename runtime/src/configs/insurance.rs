// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The mutual.

use crate::{
    adapters::{InsuranceAlarm, ReportedLosses},
    constants::{FINCH, INSURANCE_PALLET_ID},
    timing::{ClaimCoolDown, ClaimVotePeriod, CoverMinDays, CoverNoticePeriod, CoverWithdrawalWindow},
    weights, Balance, Balances, Buyback, EnsureRootOrCommittee, Runtime, RuntimeHoldReason, Timestamp,
};
use frame_support::{parameter_types, PalletId};
use sp_runtime::{FixedU128, Permill};

parameter_types! {
    /// Names the account of the capital.
    pub const InsurancePalletId: PalletId = INSURANCE_PALLET_ID;
    /// The part of a premium that goes to the fee sink.
    pub const CoverFee: Permill = Permill::from_percent(10);
    /// Every planck of cover has a planck of capital behind it.
    pub const CoverGearing: FixedU128 = FixedU128::from_u32(1);
    /// The part of the stake that has to vote on a claim.
    pub const ClaimQuorum: Permill = Permill::from_percent(20);
    /// What a bad claim costs, and what assessors share.
    pub const ClaimDeposit: Balance = 10 * FINCH;
    /// The least to join with.
    pub const MinJoin: Balance = FINCH;
    /// The least cover.
    pub const MinCover: Balance = 10 * FINCH;
    /// The least stake of an assessor.
    pub const MinAssessorStake: Balance = 10 * FINCH;
}

impl pallet_insurance::Config for Runtime {
    type Currency = Balances;
    type RuntimeHoldReason = RuntimeHoldReason;
    type FeeSink = Buyback;
    type KnownLosses = ReportedLosses;
    type Alarm = InsuranceAlarm;
    type Time = Timestamp;
    type AdminOrigin = EnsureRootOrCommittee;
    type PalletId = InsurancePalletId;
    type FeePart = CoverFee;
    type Gearing = CoverGearing;
    type NoticePeriod = CoverNoticePeriod;
    type WithdrawalWindow = CoverWithdrawalWindow;
    type VotePeriod = ClaimVotePeriod;
    type CoolDown = ClaimCoolDown;
    type MinDays = CoverMinDays;
    type Quorum = ClaimQuorum;
    type ClaimDeposit = ClaimDeposit;
    type MinJoin = MinJoin;
    type MinCover = MinCover;
    type MinStake = MinAssessorStake;
    type WeightInfo = weights::InsuranceWeight;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = super::feeds::BenchmarkAssets;
}
