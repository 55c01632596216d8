// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A runtime with this pallet and the fakes of its ports.

use crate as pallet_auctions;
use finch_testkit::{FakeAlarm, FakeSeller};
use finch_types::{Balance, Moment};
use frame_support::{
    derive_impl, parameter_types,
    traits::{ConstU32, Time},
};
use sp_runtime::{traits::IdentityLookup, BuildStorage};

pub use finch_testkit::AccountId;
pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CHARLIE: AccountId = 3;
/// The existential deposit, small so that tests can count in single planck.
pub const ED: Balance = 1;
pub const ENDOWMENT: Balance = 1_000_000_000_000_000_000;

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
    pub type House = pallet_auctions::Pallet<Test>;
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
    type MaxFreezes = ConstU32<1>;
    type FreezeIdentifier = u8;
}

parameter_types! {
    pub storage Now: Moment = 1_000_000;
    pub storage ExistentialDeposit: Balance = ED;
}

/// A clock in the hands of the test.
pub struct Clock;

impl Time for Clock {
    type Moment = Moment;

    fn now() -> Moment {
        Now::get()
    }
}

impl pallet_auctions::Config for Test {
    type Currency = Balances;
    type RuntimeHoldReason = RuntimeHoldReason;
    type Seller = FakeSeller;
    type Alarm = FakeAlarm<Now>;
    type Time = Clock;
    type WeightInfo = ();
}

/// Three endowed accounts.
pub fn new_test_ext() -> sp_io::TestExternalities {
    let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
    pallet_balances::GenesisConfig::<Test> {
        balances: [ALICE, BOB, CHARLIE].map(|who| (who, ENDOWMENT)).to_vec(),
        ..Default::default()
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
        House::do_try_state().unwrap();
    });
}
