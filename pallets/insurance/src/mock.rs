// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A runtime with this pallet, fakes of its ports, and a clock in the hands of the test.

use crate as pallet_insurance;
use finch_ports::{KnownLosses, Risk};
use finch_testkit::{FakeAlarm, FakeFees};
use finch_types::{Balance, FixedU128, Moment};
use frame_support::{
    derive_impl, parameter_types,
    traits::{ConstU128, Time},
    weights::Weight,
    PalletId,
};
use frame_system::EnsureRoot;
use sp_arithmetic::Permill;
use sp_runtime::{
    traits::{AccountIdConversion, IdentityLookup},
    BuildStorage,
};

pub use finch_testkit::AccountId;
pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CHARLIE: AccountId = 3;
pub const DAVE: AccountId = 4;
pub const EVE: AccountId = 5;
/// The existential deposit, small so that tests can count in single planck.
pub const ED: Balance = 1;
pub const ENDOWMENT: Balance = 1_000_000_000_000_000_000;

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
    pub type Insurance = pallet_insurance::Pallet<Test>;
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
    type ExistentialDeposit = ExistentialDeposit;
}

/// The day on which every test begins, and an hour of it.
pub const FIRST_DAY: u32 = 20_000;
pub const START: Moment = 20_000 * 86_400_000 + 3_600_000;

parameter_types! {
    pub const InsurancePallet: PalletId = PalletId(*b"fn/cover");
    pub storage ExistentialDeposit: Balance = ED;
    pub storage Now: Moment = START;
    pub storage FeePart: Permill = Permill::from_percent(10);
    pub storage Gearing: FixedU128 = FixedU128::from_u32(1);
    pub storage NoticePeriod: Moment = 30 * 86_400_000;
    pub storage WithdrawalWindow: Moment = 7 * 86_400_000;
    pub storage VotePeriod: Moment = 3 * 86_400_000;
    pub storage CoolDown: Moment = 86_400_000;
    pub storage MinDays: u32 = 7;
    pub storage Quorum: Permill = Permill::from_percent(20);
    pub storage MinJoin: Balance = 1;
    pub storage MinCover: Balance = 1;
    pub storage MinStake: Balance = 100;
    pub storage PendingSynth: Balance = 0;
    pub storage PendingSeries: Balance = 0;
}

/// A clock in the hands of the test.
pub struct Clock;

impl Time for Clock {
    type Moment = Moment;

    fn now() -> Moment {
        Now::get()
    }
}

/// Losses that may still be cancelled, in the hands of the test.
pub struct Reported;

impl KnownLosses for Reported {
    fn pending(risk: Risk) -> Balance {
        match risk {
            Risk::Synth => PendingSynth::get(),
            Risk::Series(_) => PendingSeries::get(),
        }
    }

    fn weight_pending() -> Weight {
        Weight::from_parts(1_000, 10)
    }
}

impl pallet_insurance::Config for Test {
    type Currency = Balances;
    type RuntimeHoldReason = RuntimeHoldReason;
    type FeeSink = Fees;
    type KnownLosses = Reported;
    type Alarm = FakeAlarm<Now>;
    type Time = Clock;
    type AdminOrigin = EnsureRoot<AccountId>;
    type PalletId = InsurancePallet;
    type FeePart = FeePart;
    type Gearing = Gearing;
    type NoticePeriod = NoticePeriod;
    type WithdrawalWindow = WithdrawalWindow;
    type VotePeriod = VotePeriod;
    type CoolDown = CoolDown;
    type MinDays = MinDays;
    type Quorum = Quorum;
    type ClaimDeposit = ConstU128<1_000>;
    type MinJoin = MinJoin;
    type MinCover = MinCover;
    type MinStake = MinStake;
    type WeightInfo = ();
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = Helper;
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper for Helper {
    fn set_time(now: Moment) {
        Now::set(&now);
    }
}

/// Endowed accounts, and the pallet's own with the existential deposit.
pub fn new_test_ext() -> sp_io::TestExternalities {
    let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
    let pool: AccountId = InsurancePallet::get().into_account_truncating();
    pallet_balances::GenesisConfig::<Test> {
        balances: [ALICE, BOB, CHARLIE, DAVE, EVE]
            .into_iter()
            .map(|who| (who, ENDOWMENT))
            .chain([(pool, ED)])
            .collect(),
        ..Default::default()
    }
    .assimilate_storage(&mut storage)
    .unwrap();
    let mut ext = sp_io::TestExternalities::new(storage);
    ext.execute_with(|| System::set_block_number(1));
    ext
}
