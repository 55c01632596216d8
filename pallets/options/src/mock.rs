// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A runtime with this pallet and the fakes of its ports.

use crate as pallet_options;
use finch_ports::FeeSink;
use finch_testkit::{FakeAlarm, FakeAssetFees, FakeFeeds, FakeFees, FakeHouse, FakeMarket};
use finch_types::{AssetId, Balance, FeeSource, Moment};
use frame_support::{
    derive_impl, parameter_types,
    traits::{AsEnsureOriginWithArg, ConstU128, ConstU32, Time},
    PalletId,
};
use frame_system::{EnsureRoot, EnsureRootWithSuccess, EnsureSigned};
use sp_runtime::{traits::IdentityLookup, BuildStorage, Permill};

pub use finch_testkit::AccountId;
pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CAROL: AccountId = 3;
pub const KEEPER: AccountId = 4;
/// The account that pays for what governance makes.
pub const TREASURY: AccountId = 5;
/// Assets that keep an account alive, with a least balance of 1: of 6 and of 10 decimals.
pub const USD: AssetId = 1;
pub const DOT: AssetId = 2;
/// An asset of 8 decimals of which an account has to hold 10, and that does not keep it alive.
pub const DUSTY: AssetId = 3;
pub const FIRST: AssetId = 1_000;
/// The existential deposit.
pub const ED: Balance = 10;
pub const ENDOWMENT: Balance = 1_000_000_000_000_000_000_000;

pub type Market = FakeMarket<Balances, Assets>;
pub type House = FakeHouse<Balances, Options>;
pub type NativeFees = FakeFees<Balances>;
pub type AssetFees = FakeAssetFees<Assets>;

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
    pub type Options = pallet_options::Pallet<Test>;
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
    pub const OptionsPallet: PalletId = PalletId(*b"fn/optns");
    pub storage Now: Moment = 1_000_000;
    pub storage EntriesOpen: bool = true;
    pub storage WriteFee: Permill = Permill::zero();
    pub storage ExerciseFee: Permill = Permill::zero();
    pub storage LockPeriod: Moment = 3_600_000;
    pub storage PriceTimeout: Moment = 604_800_000;
    pub storage Grace: Moment = 86_400_000;
    pub storage SalePeriod: Moment = 3_600_000;
    pub storage CallPeriod: Moment = 21_600_000;
    pub storage Pause: Moment = 3_600_000;
}

pub struct Clock;

impl Time for Clock {
    type Moment = Moment;

    fn now() -> Moment {
        Now::get()
    }
}

/// Both fakes.
pub struct Fees;

impl<Credit> FeeSink<Credit> for Fees
where
    Credit: IntoFake,
{
    fn deposit(source: FeeSource, fee: Credit) {
        fee.into_fake(source);
    }
}

/// A credit that one of the fakes takes.
pub trait IntoFake {
    fn into_fake(self, source: FeeSource);
}

impl IntoFake for pallet_options::CreditOf<Test> {
    fn into_fake(self, source: FeeSource) {
        NativeFees::deposit(source, self);
    }
}

impl IntoFake for pallet_options::AssetCreditOf<Test> {
    fn into_fake(self, source: FeeSource) {
        AssetFees::deposit(source, self);
    }
}

impl pallet_options::Config for Test {
    type Currency = Balances;
    type RuntimeHoldReason = RuntimeHoldReason;
    type Assets = Assets;
    type Feeds = FakeFeeds;
    type Market = Market;
    type House = House;
    type FeeSink = Fees;
    type Alarm = FakeAlarm<Now>;
    type Time = Clock;
    type AdminOrigin = EnsureRootWithSuccess<AccountId, ConstU128<TREASURY>>;
    type EntriesOpen = EntriesOpen;
    type WriteFee = WriteFee;
    type ExerciseFee = ExerciseFee;
    type PalletId = OptionsPallet;
    type FirstOptionAssetId = ConstU32<FIRST>;
    type SeriesDeposit = ConstU128<1_000>;
    type VaultDeposit = ConstU128<100>;
    type LockPeriod = LockPeriod;
    type PriceTimeout = PriceTimeout;
    type Grace = Grace;
    type SalePeriod = SalePeriod;
    type CallPeriod = CallPeriod;
    type Pause = Pause;
    type WeightInfo = ();
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = Helper;
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<RuntimeOrigin> for Helper {
    fn prepare(asset: AssetId, price: finch_types::FixedU128) {
        use frame_support::traits::fungibles::{Create, Inspect};
        if !Assets::asset_exists(asset) {
            <Assets as Create<AccountId>>::create(asset, ALICE, true, 1).unwrap();
        }
        FakeFeeds::set_price(asset, finch_ports::Feed::Fresh(price));
    }

    fn set_time(now: Moment) {
        Now::set(&now);
    }

    fn admin() -> RuntimeOrigin {
        RuntimeOrigin::root()
    }
}

/// Endowed accounts and three assets.
pub fn new_test_ext() -> sp_io::TestExternalities {
    let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
    let people = [ALICE, BOB, CAROL, KEEPER, TREASURY];
    pallet_balances::GenesisConfig::<Test> {
        balances: people.map(|who| (who, ENDOWMENT)).into(),
        ..Default::default()
    }
    .assimilate_storage(&mut storage)
    .unwrap();
    let assets = [USD, DOT, DUSTY];
    let named = |name: &str| name.as_bytes().to_vec();
    pallet_assets::GenesisConfig::<Test> {
        assets: vec![(USD, ALICE, true, 1), (DOT, ALICE, true, 1), (DUSTY, ALICE, false, 10)],
        metadata: vec![
            (USD, named("Dollar"), named("USD"), 6),
            (DOT, named("Polkadot"), named("DOT"), 10),
            (DUSTY, named("Dusty"), named("DUST"), 8),
        ],
        accounts: assets
            .into_iter()
            .flat_map(|asset| people.map(|who| (asset, who, ENDOWMENT)))
            .collect(),
        ..Default::default()
    }
    .assimilate_storage(&mut storage)
    .unwrap();
    let mut ext = sp_io::TestExternalities::new(storage);
    ext.execute_with(|| System::set_block_number(1));
    ext
}
