// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use crate::AccountId;
use finch_ports::{Market, Reserves};
use finch_types::{AssetId, Balance, FixedU128};
use frame_support::{
    ensure,
    pallet_prelude::{OptionQuery, ValueQuery},
    storage_alias,
    traits::{
        fungible, fungibles,
        tokens::{
            Fortitude::Polite,
            Precision::Exact,
            Preservation::{Expendable, Preserve},
        },
        Imbalance,
    },
    weights::Weight,
    Twox64Concat,
};
use primitive_types::U256;
use sp_runtime::{DispatchError, FixedPointNumber};
use std::marker::PhantomData;

#[storage_alias]
type Pools = StorageMap<FakeMarket, Twox64Concat, AssetId, (Balance, Balance), OptionQuery>;
#[storage_alias]
type Broken = StorageValue<FakeMarket, bool, ValueQuery>;

/// Pools of constant product with a fee of 0.3 %, which the test fills and empties. Trades are real transfers.
pub struct FakeMarket<Currency, Assets>(PhantomData<(Currency, Assets)>);

impl<Currency, Assets> FakeMarket<Currency, Assets>
where
    Currency: fungible::Mutate<AccountId, Balance = Balance> + fungible::Balanced<AccountId>,
    Assets: fungibles::Mutate<AccountId, AssetId = AssetId, Balance = Balance>,
{
    /// What the pools hold.
    pub const POT: AccountId = 0xA33;
    /// The part of what comes in that buys nothing, in thousandths.
    pub const FEE: u128 = 3;

    /// Sets what the pool of `asset` holds; money is made or burned for it.
    pub fn set_pool(asset: AssetId, native: Balance, units: Balance) {
        let (native_before, units_before) = Pools::get(asset).unwrap_or_default();
        Currency::mint_into(&Self::POT, native + Currency::minimum_balance()).expect("a pool that fits");
        Self::burn_native(native_before + Currency::minimum_balance());
        if units_before > 0 {
            Self::burn_units(asset, units_before);
        }
        if units > 0 {
            Assets::mint_into(asset, &Self::POT, units).expect("a pool that fits");
        }
        Pools::insert(asset, (native, units));
    }

    /// Sets the pool so that it has `native` in it at `price` planck a unit.
    pub fn set_price(asset: AssetId, native: Balance, price: FixedU128) {
        let units = price.reciprocal().unwrap_or_default().saturating_mul_int(native);
        Self::set_pool(asset, native, units);
    }

    /// Makes every trade and quote fail.
    pub fn set_broken(broken: bool) {
        Broken::put(broken);
    }

    /// A trader sells what it has, whatever it brings, and keeps the native. Returns the planck.
    pub fn trader_sells(who: AccountId, asset: AssetId, units: Balance) -> Result<Balance, DispatchError> {
        let credit = Self::sell(&who, asset, units, 0)?;
        let native = credit.peek();
        Currency::resolve(&who, credit).map_err(|_| DispatchError::Other("too little for an account"))?;
        Ok(native)
    }

    fn burn_native(amount: Balance) {
        use frame_support::traits::tokens::{Fortitude::Force, Precision::BestEffort};
        let _ = Currency::burn_from(&Self::POT, amount, Expendable, BestEffort, Force);
    }

    fn burn_units(asset: AssetId, amount: Balance) {
        use frame_support::traits::tokens::{Fortitude::Force, Precision::BestEffort};
        let _ = Assets::burn_from(asset, &Self::POT, amount, Expendable, BestEffort, Force);
    }

    fn pool(asset: AssetId) -> Option<(Balance, Balance)> {
        Pools::get(asset).filter(|(native, units)| *native > 0 && *units > 0 && !Broken::get())
    }

    /// What comes out for `amount` in, rounded down.
    fn out(amount: Balance, reserve_in: Balance, reserve_out: Balance) -> Option<Balance> {
        let amount = U256::from(amount) * U256::from(1_000 - Self::FEE);
        let out = amount * U256::from(reserve_out) / (U256::from(reserve_in) * U256::from(1_000) + amount);
        u128::try_from(out).ok().filter(|out| *out > 0)
    }

    /// What to put in for `amount` out, rounded up.
    fn needed(amount: Balance, reserve_in: Balance, reserve_out: Balance) -> Option<Balance> {
        let rest = reserve_out.checked_sub(amount).filter(|rest| *rest > 0)?;
        let above = U256::from(reserve_in) * U256::from(amount) * U256::from(1_000);
        let needed = above / (U256::from(rest) * U256::from(1_000 - Self::FEE)) + U256::one();
        u128::try_from(needed).ok()
    }
}

impl<Currency, Assets> Market<AccountId> for FakeMarket<Currency, Assets>
where
    Currency: fungible::Mutate<AccountId, Balance = Balance> + fungible::Balanced<AccountId>,
    Assets: fungibles::Mutate<AccountId, AssetId = AssetId, Balance = Balance>,
{
    type Credit = fungible::Credit<AccountId, Currency>;

    fn reserves(asset: AssetId) -> Option<Reserves> {
        Self::pool(asset).map(|(native, asset)| Reserves { native, asset })
    }

    fn quote_sell(asset: AssetId, units: Balance) -> Option<Balance> {
        let (native, held) = Self::pool(asset)?;
        Self::out(units, held, native)
    }

    fn quote_buy(asset: AssetId, units: Balance) -> Option<Balance> {
        let (native, held) = Self::pool(asset)?;
        Self::needed(units, native, held)
    }

    fn sell(
        who: &AccountId,
        asset: AssetId,
        units: Balance,
        min_native: Balance,
    ) -> Result<Self::Credit, DispatchError> {
        let out = Self::quote_sell(asset, units).ok_or(DispatchError::Other("no pool"))?;
        ensure!(out >= min_native, DispatchError::Other("too little"));
        Assets::transfer(asset, who, &Self::POT, units, Expendable)?;
        let credit = Currency::withdraw(&Self::POT, out, Exact, Preserve, Polite)?;
        let (native, held) = Pools::get(asset).unwrap_or_default();
        Pools::insert(asset, (native - out, held + units));
        Ok(credit)
    }

    fn buy(who: &AccountId, asset: AssetId, units: Balance, max_native: Balance) -> Result<Balance, DispatchError> {
        let paid = Self::quote_buy(asset, units).ok_or(DispatchError::Other("no pool"))?;
        ensure!(paid <= max_native, DispatchError::Other("too much"));
        Currency::transfer(who, &Self::POT, paid, Preserve)?;
        Assets::transfer(asset, &Self::POT, who, units, Expendable)?;
        let (native, held) = Pools::get(asset).unwrap_or_default();
        Pools::insert(asset, (native + paid, held - units));
        Ok(paid)
    }

    fn spend(who: &AccountId, asset: AssetId, native: Balance, min_units: Balance) -> Result<Balance, DispatchError> {
        let (reserve, held) = Self::pool(asset).ok_or(DispatchError::Other("no pool"))?;
        let units = Self::out(native, reserve, held).ok_or(DispatchError::Other("nothing for it"))?;
        ensure!(units >= min_units, DispatchError::Other("too little"));
        Currency::transfer(who, &Self::POT, native, Preserve)?;
        Assets::transfer(asset, &Self::POT, who, units, Expendable)?;
        Pools::insert(asset, (reserve + native, held - units));
        Ok(units)
    }

    fn weight_trade() -> Weight {
        Weight::from_parts(1_000_000, 1_000)
    }

    fn weight_quote() -> Weight {
        Weight::from_parts(100_000, 100)
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn benchmark_pool(asset: AssetId, reserves: Reserves) {
        Self::set_pool(asset, reserves.native, reserves.asset);
    }
}
