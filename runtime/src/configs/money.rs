// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Money: FINCH, the assets, the pools, and what an extrinsic costs.

use crate::{
    adapters::TransactionFees, constants::*, AccountId, AssetConversion, Assets, Balance, Balances,
    EnsureRootOrCommittee, PoolAssets, Runtime, RuntimeEvent, RuntimeFreezeReason, RuntimeHoldReason, RuntimeOrigin,
    System, TreasuryAccount,
};
// `ord_parameter_types!` needs it.
use alloc::vec;
use frame_support::{
    ord_parameter_types, parameter_types,
    traits::{
        fungible::{self, NativeFromLeft, NativeOrWithId},
        tokens::imbalance::ResolveAssetTo,
        AsEnsureOriginWithArg, ConstU128, ConstU32, ConstU8, EnsureOriginWithArg, VariantCountOf,
    },
    weights::{constants::ExtrinsicBaseWeight, ConstantMultiplier, Weight, WeightToFee as WeightToFeeT},
    PalletId,
};
use frame_system::{ensure_signed, EnsureRoot, EnsureSignedBy};
use pallet_asset_conversion_tx_payment::SwapAssetAdapter;
use polkadot_runtime_common::SlowAdjustingFeeUpdate;
use sp_runtime::{traits::AccountIdConversion, Permill};

parameter_types! {
    /// The least FINCH an account holds.
    pub const ExistentialDeposit: Balance = EXISTENTIAL_DEPOSIT;
}

impl pallet_balances::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type RuntimeHoldReason = RuntimeHoldReason;
    type RuntimeFreezeReason = RuntimeFreezeReason;
    type Balance = Balance;
    type DustRemoval = ();
    type ExistentialDeposit = ExistentialDeposit;
    type AccountStore = System;
    type ReserveIdentifier = [u8; 8];
    type FreezeIdentifier = RuntimeFreezeReason;
    type MaxLocks = ConstU32<50>;
    type MaxReserves = ConstU32<50>;
    type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
    type DoneSlashHandler = ();
    type WeightInfo = pallet_balances::weights::SubstrateWeight<Runtime>;
}

/// What weight costs: a thousandth of a FINCH for the base weight of an extrinsic, or for 10,000 bytes of proof,
/// whichever is the scarcer. In planck, rounded down.
pub struct WeightToFee;

impl WeightToFeeT for WeightToFee {
    type Balance = Balance;

    fn weight_to_fee(weight: &Weight) -> Balance {
        let price = |amount: u64, unit: u64| {
            Balance::from(amount)
                .checked_mul(MILLIFINCH)
                .and_then(|price| price.checked_div(Balance::from(unit)))
                // A weight of no block: nobody can pay it.
                .unwrap_or(Balance::MAX)
        };
        price(weight.ref_time(), ExtrinsicBaseWeight::get().ref_time()).max(price(weight.proof_size(), 10_000))
    }
}

parameter_types! {
    /// What a byte of an extrinsic costs.
    pub const TransactionByteFee: Balance = 10 * MICROFINCH;
}

impl pallet_transaction_payment::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type OnChargeTransaction = pallet_transaction_payment::FungibleAdapter<Balances, TransactionFees>;
    type WeightToFee = WeightToFee;
    type LengthToFee = ConstantMultiplier<Balance, TransactionByteFee>;
    type FeeMultiplierUpdate = SlowAdjustingFeeUpdate<Runtime>;
    type OperationalFeeMultiplier = ConstU8<5>;
    type WeightInfo = crate::weights::TransactionPaymentWeight;
}

/// An asset as pools and fees name it: FINCH, or an id of `Assets`.
pub type NativeOrAsset = NativeOrWithId<u32>;

parameter_types! {
    /// FINCH, as pools and fees name it.
    pub const NativeAsset: NativeOrAsset = NativeOrWithId::Native;
    /// The refund of an asset's creation.
    pub const AssetDeposit: Balance = deposit(1, 210);
    /// For an account that holds an insufficient asset only.
    pub const AssetAccountDeposit: Balance = deposit(1, 16);
    /// For the name of an asset.
    pub const MetadataDepositBase: Balance = deposit(1, 68);
    /// For each byte of the name.
    pub const MetadataDepositPerByte: Balance = deposit(0, 1);
    /// For a right to spend given to somebody else.
    pub const ApprovalDeposit: Balance = EXISTENTIAL_DEPOSIT;
    /// The share of a swap that stays with the pool's owners.
    pub const LpFee: Permill = Permill::from_parts(3_000);
    /// The most a pool may ask.
    pub const MaxSwapFee: Permill = Permill::from_percent(2);
    /// The share of a withdrawal that stays with the pool.
    pub const LiquidityWithdrawalFee: Permill = Permill::zero();
    /// The price of a new pool, paid to the treasury.
    pub const PoolSetupFee: Balance = FINCH;
    /// Seed of the accounts of the pools.
    pub const AssetConversionPalletId: PalletId = ASSET_CONVERSION_PALLET_ID;
}

ord_parameter_types! {
    /// The only account that makes liquidity tokens.
    pub const AssetConversionAccount: AccountId =
        AccountIdConversion::<AccountId>::into_account_truncating(&AssetConversionPalletId::get());
}

/// A signed origin may create an asset, but only with an id that no product will ever use.
pub struct EnsureUserAssetId;

impl EnsureOriginWithArg<RuntimeOrigin, u32> for EnsureUserAssetId {
    type Success = AccountId;

    fn try_origin(origin: RuntimeOrigin, id: &u32) -> Result<AccountId, RuntimeOrigin> {
        if !is_user_asset(*id) {
            return Err(origin);
        }
        ensure_signed(origin.clone()).map_err(|_| origin)
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin(_id: &u32) -> Result<RuntimeOrigin, ()> {
        Ok(RuntimeOrigin::signed(AccountId::new([0; 32])))
    }
}

/// Benchmarks may only use the ids of users.
#[cfg(feature = "runtime-benchmarks")]
pub struct UserAssetBenchmark;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_assets::BenchmarkHelper<codec::Compact<u32>, ()> for UserAssetBenchmark {
    fn create_asset_id_parameter(id: u32) -> codec::Compact<u32> {
        FIRST_USER_ASSET_ID.saturating_add(id).into()
    }

    fn create_reserve_id_parameter(_id: u32) {}
}

/// The assets of products and users.
pub type UserAssetsInstance = pallet_assets::Instance1;

impl pallet_assets::Config<UserAssetsInstance> for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type Balance = Balance;
    type AssetId = u32;
    type AssetIdParameter = codec::Compact<u32>;
    type ReserveData = ();
    type Currency = Balances;
    type CreateOrigin = EnsureUserAssetId;
    type ForceOrigin = EnsureRoot<AccountId>;
    type AssetDeposit = AssetDeposit;
    type AssetAccountDeposit = AssetAccountDeposit;
    type MetadataDepositBase = MetadataDepositBase;
    type MetadataDepositPerByte = MetadataDepositPerByte;
    type ApprovalDeposit = ApprovalDeposit;
    type StringLimit = ConstU32<50>;
    type RemoveItemsLimit = ConstU32<1_000>;
    type Holder = ();
    type Freezer = ();
    type Extra = ();
    type CallbackHandle = ();
    type AssetIdAllocator = ();
    type WeightInfo = pallet_assets::weights::SubstrateWeight<Runtime>;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = UserAssetBenchmark;
}

/// The liquidity tokens of the pools.
pub type PoolAssetsInstance = pallet_assets::Instance2;

impl pallet_assets::Config<PoolAssetsInstance> for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type Balance = Balance;
    type AssetId = u32;
    type AssetIdParameter = u32;
    type ReserveData = ();
    type Currency = Balances;
    type CreateOrigin = AsEnsureOriginWithArg<EnsureSignedBy<AssetConversionAccount, AccountId>>;
    type ForceOrigin = EnsureRoot<AccountId>;
    // The fee for the pool pays for them.
    type AssetDeposit = ConstU128<0>;
    type AssetAccountDeposit = AssetAccountDeposit;
    type MetadataDepositBase = ConstU128<0>;
    type MetadataDepositPerByte = ConstU128<0>;
    type ApprovalDeposit = ApprovalDeposit;
    type StringLimit = ConstU32<50>;
    type RemoveItemsLimit = ConstU32<1_000>;
    type Holder = ();
    type Freezer = ();
    type Extra = ();
    type CallbackHandle = ();
    type AssetIdAllocator = ();
    type WeightInfo = pallet_assets::weights::SubstrateWeight<Runtime>;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = ();
}

/// FINCH and the assets behind one set of traits.
pub type NativeAndAssets = fungible::UnionOf<Balances, Assets, NativeFromLeft, NativeOrAsset, AccountId>;

/// The account of a pool, derived from its pair.
pub type PoolAccount =
    pallet_asset_conversion::AccountIdConverter<AssetConversionPalletId, (NativeOrAsset, NativeOrAsset)>;

impl pallet_asset_conversion::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type Balance = Balance;
    type HigherPrecisionBalance = sp_core::U256;
    type AssetKind = NativeOrAsset;
    type Assets = NativeAndAssets;
    type PoolId = (NativeOrAsset, NativeOrAsset);
    // Every pool has FINCH on one side: a fee in any pooled asset is one swap away, and liquidity is not split.
    type PoolLocator = pallet_asset_conversion::WithFirstAsset<NativeAsset, AccountId, NativeOrAsset, PoolAccount>;
    type PoolAssetId = u32;
    type PoolAssets = PoolAssets;
    type PoolSetupFee = PoolSetupFee;
    type PoolSetupFeeAsset = NativeAsset;
    type PoolSetupFeeTarget = ResolveAssetTo<TreasuryAccount, NativeAndAssets>;
    type LiquidityWithdrawalFee = LiquidityWithdrawalFee;
    type LPFee = LpFee;
    type MaxSwapFee = MaxSwapFee;
    type AdminOrigin = EnsureRootOrCommittee;
    type PalletId = AssetConversionPalletId;
    type MaxSwapPathLength = ConstU32<4>;
    type MintMinLiquidity = ConstU128<100>;
    type WeightInfo = pallet_asset_conversion::weights::SubstrateWeight<Runtime>;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = pallet_asset_conversion::NativeOrWithIdFactory<u32>;
}

impl pallet_asset_conversion_tx_payment::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type AssetId = NativeOrAsset;
    type OnChargeAssetTransaction = SwapAssetAdapter<NativeAsset, NativeAndAssets, AssetConversion, TransactionFees>;
    type WeightInfo = crate::weights::AssetTransactionPaymentWeight;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = TxPaymentBenchmark;
}

/// A pool to pay a fee through.
#[cfg(feature = "runtime-benchmarks")]
pub struct TxPaymentBenchmark;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_asset_conversion_tx_payment::BenchmarkHelperTrait<AccountId, NativeOrAsset, NativeOrAsset>
    for TxPaymentBenchmark
{
    fn create_asset_id_parameter(id: u32) -> (NativeOrAsset, NativeOrAsset) {
        (NativeOrWithId::WithId(id), NativeOrWithId::WithId(id))
    }

    fn setup_balances_and_pool(asset: NativeOrAsset, account: AccountId) {
        use frame_support::{assert_ok, traits::fungible::Mutate as _, traits::fungibles::Mutate as _};
        use sp_runtime::traits::StaticLookup;

        let NativeOrWithId::WithId(id) = asset else { return };
        let owner = <Runtime as frame_system::Config>::Lookup::unlookup(account.clone());
        assert_ok!(Assets::force_create(RuntimeOrigin::root(), id.into(), owner, true, 1));
        assert_ok!(Balances::mint_into(&account, 1_000_000 * FINCH));
        assert_ok!(Assets::mint_into(id, &account, 1_000_000 * FINCH));
        let pair = [
            alloc::boxed::Box::new(NativeAsset::get()),
            alloc::boxed::Box::new(NativeOrWithId::WithId(id)),
        ];
        let [native, asset] = pair;
        let origin = RuntimeOrigin::signed(account.clone());
        assert_ok!(AssetConversion::create_pool(
            origin.clone(),
            native.clone(),
            asset.clone()
        ));
        let amount = 1_000 * FINCH;
        assert_ok!(AssetConversion::add_liquidity(
            origin, native, asset, amount, amount, 1, 1, account
        ));
    }
}
