// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A runtime with this pallet and the fakes of its ports.

use crate as pallet_buyback;
use finch_testkit::{FakeFeeds, FakeHouse, FakeMarket};
use finch_types::{AssetId, Balance, FixedU128, Moment, Perbill};
use frame_support::{
    derive_impl, parameter_types,
    traits::{AsEnsureOriginWithArg, ConstU128},
    PalletId,
};
use frame_system::{EnsureRoot, EnsureSigned};
use sp_runtime::{
    traits::{AccountIdConversion, IdentityLookup},
    BuildStorage,
};

pub use finch_testkit::AccountId;
pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
/// Trades whatever it likes.
pub const WHALE: AccountId = 3;
pub const TREASURY: AccountId = 4;
/// Two assets that keep an account alive, with a least balance of 1.
pub const DOT: AssetId = 1;
pub const KSM: AssetId = 2;
/// An asset of which an account has to hold 10, and that does not keep it alive.
pub const DUSTY: AssetId = 3;
/// The existential deposit, small so that tests can count in single planck.
pub const ED: Balance = 1;
pub const ENDOWMENT: Balance = 1_000_000_000_000_000_000;

pub type Market = FakeMarket<Balances, Assets>;
pub type House = FakeHouse<Balances, Buyback>;

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
    pub type Buyback = pallet_buyback::Pallet<Test>;
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
    pub const BuybackPallet: PalletId = PalletId(*b"fn/buybk");
    pub const Treasury: AccountId = TREASURY;
    pub storage Share: Perbill = Perbill::zero();
    pub storage Period: u64 = 1;
    pub storage Tolerance: FixedU128 = FixedU128::from_rational(1, 100);
    pub storage MaxPart: Perbill = Perbill::from_rational(3u32, 1_000);
    pub storage MaxMarkAge: u64 = 10;
    pub storage SalePeriod: Moment = 3_600_000;
    pub storage MinSale: Balance = 1_000_000;
}

impl pallet_buyback::Config for Test {
    type Currency = Balances;
    type Assets = Assets;
    type Feeds = FakeFeeds;
    type Market = Market;
    type House = House;
    type DistributionShare = Share;
    type Distribution = Treasury;
    type Period = Period;
    type PalletId = BuybackPallet;
    type Tolerance = Tolerance;
    type MaxPart = MaxPart;
    type MaxMarkAge = MaxMarkAge;
    type SalePeriod = SalePeriod;
    type MinSale = MinSale;
    type WeightInfo = ();
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = Helper;
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper for Helper {
    fn prepare(asset: AssetId, price: FixedU128) {
        use frame_support::traits::fungibles::{Create, Inspect};
        if !Assets::asset_exists(asset) {
            <Assets as Create<AccountId>>::create(asset, ALICE, true, 1).unwrap();
        }
        FakeFeeds::set_price(asset, finch_ports::Feed::Fresh(price));
    }
}

/// Endowed accounts, the pallet's own with the existential deposit, and three assets.
pub fn new_test_ext() -> sp_io::TestExternalities {
    let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
    let pot: AccountId = BuybackPallet::get().into_account_truncating();
    pallet_balances::GenesisConfig::<Test> {
        balances: vec![(ALICE, ENDOWMENT), (BOB, ENDOWMENT), (WHALE, ENDOWMENT), (pot, ED)],
        ..Default::default()
    }
    .assimilate_storage(&mut storage)
    .unwrap();
    pallet_assets::GenesisConfig::<Test> {
        assets: vec![(DOT, ALICE, true, 1), (KSM, ALICE, true, 1), (DUSTY, ALICE, false, 10)],
        ..Default::default()
    }
    .assimilate_storage(&mut storage)
    .unwrap();
    let mut ext = sp_io::TestExternalities::new(storage);
    ext.execute_with(|| System::set_block_number(1));
    ext
}
