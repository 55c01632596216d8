// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A runtime with this pallet and a clock in the hands of the test.

use crate as pallet_rate_curve;
use finch_types::{Balance, FixedU128, Moment};
use frame_support::{derive_impl, parameter_types, traits::Time};
use frame_system::EnsureRoot;
use sp_runtime::BuildStorage;

pub use finch_testkit::AccountId;
/// When the tests begin: a timestamp like those of a live chain.
pub const START: Moment = 1_750_000_000_000;
pub const DAY: Moment = 86_400_000;

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
    pub type RateCurve = pallet_rate_curve::Pallet<Test>;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type AccountId = AccountId;
    type Lookup = sp_runtime::traits::IdentityLookup<AccountId>;
    type Block = frame_system::mocking::MockBlock<Test>;
}

parameter_types! {
    pub storage Now: Moment = 0;
    pub storage MinTurnover: Balance = 1_000;
    pub storage MaxAge: Moment = 90 * DAY;
}

/// Reads [`Now`].
pub struct Clock;

impl Time for Clock {
    type Moment = Moment;

    fn now() -> Moment {
        Now::get()
    }
}

impl pallet_rate_curve::Config for Test {
    type Time = Clock;
    type AdminOrigin = EnsureRoot<AccountId>;
    type MinTurnover = MinTurnover;
    type MaxAge = MaxAge;
    type WeightInfo = ();
}

/// A chain whose genesis seeds these: time to maturity in milliseconds, annual rate.
pub fn seeded_ext(seeds: &[(Moment, FixedU128)]) -> sp_io::TestExternalities {
    let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
    pallet_rate_curve::GenesisConfig::<Test> {
        seeds: seeds.to_vec(),
        _config: Default::default(),
    }
    .assimilate_storage(&mut storage)
    .unwrap();
    let mut ext = sp_io::TestExternalities::new(storage);
    ext.execute_with(|| {
        System::set_block_number(1);
        Now::set(&START);
    });
    ext
}

/// A chain without a curve.
pub fn new_test_ext() -> sp_io::TestExternalities {
    seeded_ext(&[])
}

/// Runs a test and checks every invariant after it.
#[track_caller]
pub fn run(test: impl FnOnce()) {
    new_test_ext().execute_with(|| {
        test();
        RateCurve::do_try_state().unwrap();
    });
}
