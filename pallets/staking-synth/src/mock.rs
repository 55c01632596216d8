// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A runtime with this pallet and the fakes of its ports.

use crate as pallet_staking_synth;
use finch_testkit::{FakeAlarm, FakeFees, FakeLosses, FakeStaking};
use finch_types::{AssetId, Balance, Perbill};
use frame_support::{
    derive_impl, parameter_types,
    traits::{AsEnsureOriginWithArg, ConstU128, ConstU32, ConstU64},
    PalletId,
};
use frame_system::{EnsureRoot, EnsureSigned};
use sp_runtime::{traits::IdentityLookup, BuildStorage};

pub use finch_testkit::AccountId;
pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CHARLIE: AccountId = 3;
/// The existential deposit, small so that tests can count in single planck.
pub const ED: Balance = 1;
pub const ENDOWMENT: Balance = 1_000_000_000_000_000_000;
pub const SYNTH: AssetId = 1;

#[frame_support::runtime]
mod runtime {
    #[runtime::runtime]
    #[runtime::derive(
        RuntimeCall,
        RuntimeEvent,
        RuntimeError,
        RuntimeOrigin,
        RuntimeFreezeReason,
        RuntimeHoldReason,
        RuntimeTask
    )]
    pub struct Test;

    #[runtime::pallet_index(0)]
    pub type System = frame_system::Pallet<Test>;
    #[runtime::pallet_index(1)]
    pub type Balances = pallet_balances::Pallet<Test>;
    #[runtime::pallet_index(2)]
    pub type Assets = pallet_assets::Pallet<Test>;
    #[runtime::pallet_index(3)]
    pub type Synth = pallet_staking_synth::Pallet<Test>;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type AccountId = AccountId;
    type Lookup = IdentityLookup<AccountId>;
    type Block = frame_system::mocking::MockBlock<Test>;
    type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
    type AccountStore = System;
    type Balance = Balance;
    type ExistentialDeposit = ConstU128<ED>;
}

#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
impl pallet_assets::Config for Test {
    type Balance = Balance;
    type AssetId = AssetId;
    type Currency = Balances;
    type CreateOrigin = AsEnsureOriginWithArg<EnsureSigned<AccountId>>;
    type ForceOrigin = EnsureRoot<AccountId>;
}

parameter_types! {
    pub const SynthPallet: PalletId = PalletId(*b"fn/synth");
    pub storage RewardFee: Perbill = Perbill::from_percent(10);
    pub storage MinDeposit: Balance = 100;
    pub storage MinRedeem: Balance = 10;
}

impl pallet_staking_synth::Config for Test {
    type Currency = Balances;
    type Assets = Assets;
    type Staking = FakeStaking<Balances, Synth>;
    type FeeSink = FakeFees<Balances>;
    type Losses = FakeLosses;
    type Alarm = FakeAlarm<ConstU64<0>>;
    type AdminOrigin = EnsureRoot<AccountId>;
    type RewardFee = RewardFee;
    type SynthAssetId = ConstU32<SYNTH>;
    type PalletId = SynthPallet;
    type MinDeposit = MinDeposit;
    type MinRedeem = MinRedeem;
    type WeightInfo = ();
}

/// Three endowed accounts and a synth with a seed of 1000 planck. Every invariant is checked at the end.
pub fn new_test_ext() -> sp_io::TestExternalities {
    let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
    let endow = [ALICE, BOB, CHARLIE].map(|who| (who, ENDOWMENT)).to_vec();
    pallet_balances::GenesisConfig::<Test> {
        balances: endow,
        ..Default::default()
    }
    .assimilate_storage(&mut storage)
    .unwrap();
    pallet_assets::GenesisConfig::<Test> {
        assets: vec![(SYNTH, Synth::pot(), true, 1)],
        ..Default::default()
    }
    .assimilate_storage(&mut storage)
    .unwrap();
    pallet_staking_synth::GenesisConfig::<Test> {
        seed: 1_000,
        _config: Default::default(),
    }
    .assimilate_storage(&mut storage)
    .unwrap();
    let mut ext = sp_io::TestExternalities::new(storage);
    ext.execute_with(|| System::set_block_number(1));
    ext
}

/// Runs a test and checks every invariant after it.
#[track_caller]
pub fn run(test: impl FnOnce()) {
    new_test_ext().execute_with(|| {
        test();
        Synth::do_try_state().unwrap();
    });
}
