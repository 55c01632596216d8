// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The port `Market` over pallet-asset-conversion: every asset has at most one pool, with FINCH on the other side.

use crate::{
    configs::money::{NativeAndAssets, NativeOrAsset},
    AccountId, AssetConversion, Assets, Balance, Balances, Runtime,
};
use alloc::{boxed::Box, vec, vec::Vec};
use finch_ports::{Market, Reserves};
use finch_types::AssetId;
use frame_support::{
    traits::{
        fungible::{
            self, Inspect as _,
            NativeOrWithId::{Native, WithId},
        },
        fungibles::Balanced,
        tokens::{imbalance::UnsafeManualAccounting, Fortitude::Polite, Precision::Exact, Preservation::Expendable},
        Imbalance,
    },
    weights::Weight,
};
use pallet_asset_conversion::{Config, PoolLocator, QuotePrice, Swap, SwapCredit, WeightInfo};
use sp_runtime::DispatchError;

/// The pools of the chain.
pub struct Pools;

impl Pools {
    fn to_native(asset: AssetId) -> Vec<NativeOrAsset> {
        vec![WithId(asset), Native]
    }

    fn from_native(asset: AssetId) -> Vec<NativeOrAsset> {
        vec![Native, WithId(asset)]
    }
}

impl Market<AccountId> for Pools {
    type Credit = fungible::Credit<AccountId, Balances>;

    /// The balances that the pallet trades by, without its look at what could stop the pool from paying: a trade finds
    /// that out, and this is read in every step.
    fn reserves(asset: AssetId) -> Option<Reserves> {
        let pool = <Runtime as Config>::PoolLocator::pool_address(&Native, &WithId(asset)).ok()?;
        let reserves = Reserves {
            native: Balances::balance(&pool),
            asset: Assets::balance(asset, &pool),
        };
        Some(reserves).filter(|reserves| reserves.native > 0 && reserves.asset > 0)
    }

    fn quote_sell(asset: AssetId, units: Balance) -> Option<Balance> {
        <AssetConversion as QuotePrice>::quote_price_exact_tokens_for_tokens(WithId(asset), Native, units, true)
            .filter(|native| *native > 0)
    }

    fn quote_buy(asset: AssetId, units: Balance) -> Option<Balance> {
        <AssetConversion as QuotePrice>::quote_price_tokens_for_exact_tokens(Native, WithId(asset), units, true)
    }

    fn sell(
        who: &AccountId,
        asset: AssetId,
        units: Balance,
        min_native: Balance,
    ) -> Result<Self::Credit, DispatchError> {
        let sold = NativeAndAssets::withdraw(WithId(asset), who, units, Exact, Expendable, Polite)?;
        let bought = <AssetConversion as SwapCredit<AccountId>>::swap_exact_tokens_for_tokens(
            Self::to_native(asset),
            sold,
            // The pallet takes no bound of zero.
            Some(min_native).filter(|min| *min > 0),
        )
        .map_err(|(_, error)| error)?;
        // A credit in FINCH of the union of FINCH and the assets is one in FINCH: both are dropped into its issuance.
        let mut native = Self::Credit::zero();
        native.saturating_subsume(Box::new(bought));
        Ok(native)
    }

    fn buy(who: &AccountId, asset: AssetId, units: Balance, max_native: Balance) -> Result<Balance, DispatchError> {
        <AssetConversion as Swap<AccountId>>::swap_tokens_for_exact_tokens(
            who.clone(),
            Self::from_native(asset),
            units,
            Some(max_native),
            who.clone(),
            true,
        )
    }

    fn spend(who: &AccountId, asset: AssetId, native: Balance, min_units: Balance) -> Result<Balance, DispatchError> {
        <AssetConversion as Swap<AccountId>>::swap_exact_tokens_for_tokens(
            who.clone(),
            Self::from_native(asset),
            native,
            Some(min_units).filter(|min| *min > 0),
            who.clone(),
            true,
        )
    }

    fn weight_trade() -> Weight {
        let sell = <Runtime as Config>::WeightInfo::swap_exact_tokens_for_tokens(2);
        sell.max(<Runtime as Config>::WeightInfo::swap_tokens_for_exact_tokens(2))
    }

    /// The pool's two balances and what it may send: the account and the asset, twice.
    fn weight_quote() -> Weight {
        <Runtime as frame_system::Config>::DbWeight::get().reads(4)
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn benchmark_pool(asset: AssetId, reserves: Reserves) {
        use crate::{constants::FINCH, Assets, Balances, RuntimeOrigin};
        use alloc::boxed::Box;
        use frame_support::{
            assert_ok,
            traits::{fungible::Mutate as _, fungibles::Mutate as _},
        };

        if Self::reserves(asset).is_some() {
            return;
        }
        let maker = AccountId::new([0xAA; 32]);
        assert_ok!(Balances::mint_into(
            &maker,
            reserves.native.saturating_add(1_000 * FINCH)
        ));
        assert_ok!(Assets::mint_into(asset, &maker, reserves.asset.saturating_mul(2)));
        let origin = RuntimeOrigin::signed(maker.clone());
        let (native, asset) = (Box::new(Native), Box::new(WithId(asset)));
        assert_ok!(AssetConversion::create_pool(
            origin.clone(),
            native.clone(),
            asset.clone()
        ));
        let Reserves {
            native: planck,
            asset: units,
        } = reserves;
        assert_ok!(AssetConversion::add_liquidity(
            origin, native, asset, planck, units, 1, 1, maker
        ));
    }
}
