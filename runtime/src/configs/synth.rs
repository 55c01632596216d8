// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The staking synth of the native coin.

use crate::{
    adapters::{StakingAdapter, SynthAlarm},
    configs::dynamic_params::staking_synth::RewardFee,
    constants::{FINCH, SYNTH_ASSET_ID, SYNTH_PALLET_ID},
    weights, Assets, Balance, Balances, Buyback, EnsureRootOrCommittee, Insurance, Runtime,
};
use frame_support::{parameter_types, traits::ConstU32, PalletId};

/// The instance that turns FINCH into sFINCH.
pub type NativeSynth = pallet_staking_synth::Instance1;

parameter_types! {
    /// Names the pot and the stash of the synth.
    pub const SynthPalletId: PalletId = SYNTH_PALLET_ID;
    /// The least deposit.
    pub const MinSynthDeposit: Balance = FINCH;
    /// The least value of a ticket.
    pub const MinSynthRedeem: Balance = FINCH / 10;
}

impl pallet_staking_synth::Config<NativeSynth> for Runtime {
    type Currency = Balances;
    type Assets = Assets;
    type Staking = StakingAdapter;
    type Alarm = SynthAlarm;
    type FeeSink = Buyback;
    type Losses = Insurance;
    type AdminOrigin = EnsureRootOrCommittee;
    type RewardFee = RewardFee;
    type SynthAssetId = ConstU32<SYNTH_ASSET_ID>;
    type PalletId = SynthPalletId;
    type MinDeposit = MinSynthDeposit;
    type MinRedeem = MinSynthRedeem;
    type WeightInfo = weights::StakingSynthWeight;
}
