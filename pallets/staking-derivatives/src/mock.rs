// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A runtime with this pallet and the fakes of its ports.

use crate as pallet_staking_derivatives;
use finch_ports::{Affiliation, Candidate};
use finch_testkit::{FakeAlarm, FakeCurve, FakeFees, FakeHouse, FakeLosses, FakeStaking};
use finch_types::{AssetId, Balance, FixedU128, Moment, Perbill, MILLISECS_PER_YEAR};
use frame_support::{
    derive_impl, parameter_types,
    traits::{AsEnsureOriginWithArg, ConstU128, ConstU32, Time},
    PalletId,
};
use frame_system::{EnsureRoot, EnsureSigned};
use sp_runtime::{traits::IdentityLookup, BuildStorage};

pub use finch_testkit::AccountId;
/// Alice and Dave issue, Eve acts for Alice.
pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CHARLIE: AccountId = 3;
pub const DAVE: AccountId = 4;
pub const EVE: AccountId = 5;
pub const PURE_OF_ALICE: AccountId = 6;
pub const PURE_OF_VALIDATOR: AccountId = 7;
/// The validator that series name, with a commission of 10 %.
pub const VALIDATOR: AccountId = 77;
/// The existential deposit, small so that tests can count in single planck.
pub const ED: Balance = 1;
pub const ENDOWMENT: Balance = 1_000_000_000_000_000_000;

pub type Staking = FakeStaking<Balances, Derivatives>;
pub type House = FakeHouse<Balances, Derivatives>;
pub type Fees = FakeFees<Balances>;

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
    pub type Derivatives = pallet_staking_derivatives::Pallet<Test>;
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
    type MetadataDepositBase = ConstU128<7>;
    type MetadataDepositPerByte = ConstU128<0>;
}

parameter_types! {
    pub const DerivativesPallet: PalletId = PalletId(*b"fn/deriv");
    pub storage Now: Moment = 1_000_000;
    pub storage FeeRate: Perbill = Perbill::from_percent(1);
    pub storage EndToken: AssetId = 1_000_000;
    pub storage MinPrincipal: Balance = 1_000;
    pub storage MinTerm: Moment = 5 * Staking::ERA_LENGTH;
    pub storage MaxTerm: Moment = 10 * MILLISECS_PER_YEAR;
    pub storage SlashWait: Moment = 2 * 86_400_000;
}

/// The clock that tests set.
pub struct Clock;
impl Time for Clock {
    type Moment = Moment;
    fn now() -> Moment {
        Now::get()
    }
}

/// Eve acts for Alice, and Alice for an account that she has made. The validator has such an account too.
pub struct Proxies;
impl Affiliation<AccountId> for Proxies {
    fn delegates(principal: &AccountId) -> Vec<AccountId> {
        match *principal {
            ALICE => vec![EVE],
            PURE_OF_ALICE => vec![ALICE],
            PURE_OF_VALIDATOR => vec![VALIDATOR],
            _ => Vec::new(),
        }
    }
}

impl pallet_staking_derivatives::Config for Test {
    type Currency = Balances;
    type RuntimeHoldReason = RuntimeHoldReason;
    type Assets = Assets;
    type Staking = Staking;
    type Alarm = FakeAlarm<Now>;
    type House = House;
    type Curve = FakeCurve;
    type Affiliation = Proxies;
    type FeeSink = Fees;
    type Losses = FakeLosses;
    type Time = Clock;
    type VerifierOrigin = EnsureRoot<AccountId>;
    type FeeRate = FeeRate;
    type PalletId = DerivativesPallet;
    type FirstTokenId = ConstU32<1_000>;
    type EndTokenId = EndToken;
    type MinPrincipal = MinPrincipal;
    type MinTerm = MinTerm;
    type MaxTerm = MaxTerm;
    type SlashWait = SlashWait;
    type WeightInfo = ();
}

/// Endowed accounts and a validator.
pub fn new_test_ext() -> sp_io::TestExternalities {
    let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
    pallet_balances::GenesisConfig::<Test> {
        balances: [ALICE, BOB, CHARLIE, DAVE, EVE].map(|who| (who, ENDOWMENT)).to_vec(),
        ..Default::default()
    }
    .assimilate_storage(&mut storage)
    .unwrap();
    let mut ext = sp_io::TestExternalities::new(storage);
    ext.execute_with(|| {
        System::set_block_number(1);
        Staking::set_yearly_reward(FixedU128::from_rational(1, 10));
        Staking::set_candidates(vec![Candidate {
            account: VALIDATOR,
            commission: Perbill::from_percent(10),
            points: 20,
            exposure: 1_000,
            blocked: false,
        }]);
    });
    ext
}
