// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A runtime with this pallet and the fakes of its ports.

use crate as pallet_staking_etf;
use finch_testkit::{FakeAlarm, FakeAssetFees, FakeCalendar, FakeFeeds, FakeHouse, FakeMarket, FakeSynths};
use finch_types::{AssetId, Balance, FixedU128, Moment, Perbill};
use frame_support::{
    derive_impl, parameter_types,
    traits::{AsEnsureOriginWithArg, ConstU128, ConstU32, Time},
    PalletId,
};
use frame_system::{EnsureRoot, EnsureSigned};
use sp_runtime::{traits::IdentityLookup, BuildStorage};

pub use finch_testkit::AccountId;
pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CHARLIE: AccountId = 3;
/// Has native and no asset.
pub const DAVE: AccountId = 4;
pub const TREASURY: AccountId = 9;
/// The existential deposit, small so that tests can count in single planck.
pub const ED: Balance = 1;
pub const ENDOWMENT: Balance = 1_000_000_000_000_000_000_000;
pub const SHARE: AssetId = 900;
/// The assets there are.
pub const ASSETS: [AssetId; 12] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

pub type Market = FakeMarket<Balances, Assets>;
pub type House = FakeHouse<Balances, Etf>;
pub type Fees = FakeAssetFees<Assets>;

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
    pub type Etf = pallet_staking_etf::Pallet<Test>;
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
    pub const EtfPallet: PalletId = PalletId(*b"fn/etf__");
    pub const Treasury: AccountId = TREASURY;
    pub storage Now: Moment = 1_000_000;
    pub storage StreamingFee: Perbill = Perbill::from_parts(5_000_000);
    pub storage Tolerance: FixedU128 = FixedU128::from_rational(1, 100);
    pub storage MaxPart: Perbill = Perbill::from_parts(3_000_000);
    pub storage MinSamples: u32 = 2;
    pub storage SamplePeriod: Moment = 3_600_000;
    pub storage AccrualPeriod: Moment = 86_400_000;
    pub storage SalePeriod: Moment = 3_600_000;
    pub storage Throttle: Perbill = Perbill::from_percent(10);
    pub storage ThrottlePeriod: Moment = 3_600_000;
    pub storage MinIssue: Balance = 1_000;
    pub storage MinTrade: Balance = 10_000;
}

pub struct Mover;
impl finch_ports::MoveAsset<AccountId> for Mover {
    fn move_asset(
        asset: AssetId,
        from: &AccountId,
        to: &AccountId,
        units: Balance,
    ) -> frame_support::pallet_prelude::DispatchResult {
        let flags = pallet_assets::TransferFlags {
            keep_alive: false,
            best_effort: false,
            burn_dust: false,
        };
        Assets::do_transfer(asset, from, to, units, None, flags).map(|_| ())
    }
}

/// The clock that tests set.
pub struct Clock;
impl Time for Clock {
    type Moment = Moment;
    fn now() -> Moment {
        Now::get()
    }
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;
#[cfg(feature = "runtime-benchmarks")]
impl crate::benchmarking::BenchmarkHelper for Helper {
    fn create_asset(asset: AssetId) {
        use frame_support::traits::fungibles::{Create, Inspect};
        if !Assets::asset_exists(asset) {
            <Assets as Create<AccountId>>::create(asset, TREASURY, true, 1).unwrap();
        }
    }

    fn set_feed(key: finch_types::FeedKey, value: u128) {
        FakeFeeds::set(key, finch_ports::Feed::Fresh(value));
    }

    fn set_price(asset: AssetId, price: FixedU128) {
        FakeFeeds::set_price(asset, finch_ports::Feed::Fresh(price));
    }
}

impl pallet_staking_etf::Config for Test {
    type Currency = Balances;
    type Assets = Assets;
    type Mover = Mover;
    type Feeds = FakeFeeds;
    type Market = Market;
    type House = House;
    type Synths = FakeSynths;
    type Calendar = FakeCalendar;
    type FeeSink = Fees;
    type Alarm = FakeAlarm<Now>;
    type Time = Clock;
    type AdminOrigin = EnsureRoot<AccountId>;
    type Treasury = Treasury;
    type StreamingFee = StreamingFee;
    type PalletId = EtfPallet;
    type ShareAssetId = ConstU32<SHARE>;
    type Tolerance = Tolerance;
    type MaxPart = MaxPart;
    type MinMarketCap = ConstU128<1_000>;
    type MinVolume = ConstU128<100>;
    type Band = ConstU32<1>;
    type MinSamples = MinSamples;
    type SamplePeriod = SamplePeriod;
    type AccrualPeriod = AccrualPeriod;
    type SalePeriod = SalePeriod;
    type Throttle = Throttle;
    type ThrottlePeriod = ThrottlePeriod;
    type MinIssue = MinIssue;
    type MinTrade = MinTrade;
    type WeightInfo = ();
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = Helper;
}

/// Endowed accounts, the share and the assets.
pub fn new_test_ext() -> sp_io::TestExternalities {
    let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
    let people = [ALICE, BOB, CHARLIE, DAVE, TREASURY];
    pallet_balances::GenesisConfig::<Test> {
        balances: people.map(|who| (who, ENDOWMENT)).to_vec(),
        ..Default::default()
    }
    .assimilate_storage(&mut storage)
    .unwrap();
    let mut assets: Vec<_> = ASSETS.map(|asset| (asset, TREASURY, true, 1)).to_vec();
    assets.push((SHARE, Etf::account_id(), true, 1));
    let held = ASSETS
        .into_iter()
        .flat_map(|asset| [ALICE, BOB, CHARLIE].map(|who| (asset, who, ENDOWMENT)));
    pallet_assets::GenesisConfig::<Test> {
        assets,
        accounts: held.collect(),
        ..Default::default()
    }
    .assimilate_storage(&mut storage)
    .unwrap();
    let mut ext = sp_io::TestExternalities::new(storage);
    ext.execute_with(|| System::set_block_number(1));
    ext
}
