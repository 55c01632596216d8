// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Every call at its dearest, what the auction house calls back, and a look of the idle time. The measurement contains what
//! the runtime's market, house, feeds and fee sink do meanwhile.
//!
//! Covered series are calls on an asset against a second one; margined ones puts on it, secured by a third, so that two
//! prices are read. A move of native costs as much as one of an asset.

use super::{types::*, *};
use finch_ports::{Alarm, AuctionSeller, Market, Reserves};
use finch_types::{AssetId, Coin, FixedU128, Lot, OptionId, VaultId};
use frame_benchmarking::v2::*;
use frame_support::{
    pallet_prelude::EnsureOrigin,
    traits::{
        fungible::{Inspect as _, Mutate as _},
        fungibles::Mutate as _,
        Get,
    },
    weights::WeightMeter,
};
use frame_system::RawOrigin;
use sp_runtime::traits::One;

const UNDERLYING: AssetId = 4_000_000_000;
const COLLATERAL: AssetId = 4_000_000_001;
const STRIKE: AssetId = 4_000_000_002;
/// When everything is made, and when it expires.
const START: Moment = 1_000_000;
const EXPIRY: Moment = START + 86_400_000;

/// Units of everything: worth more than any account or auction needs.
fn amount<T: Config>() -> Balance {
    T::Currency::minimum_balance().max(1_000_000_000) * 1_000
}

/// Somebody with plenty of every coin.
fn rich<T: Config>(who: &T::AccountId) {
    let plenty = amount::<T>() * 1_000_000;
    T::Currency::mint_into(who, plenty).unwrap();
    for asset in [UNDERLYING, COLLATERAL, STRIKE] {
        T::Assets::mint_into(asset, who, plenty).unwrap();
    }
}

fn at<T: Config>(now: Moment) {
    T::BenchmarkHelper::set_time(now);
}

/// A unit of everything is worth a planck.
fn prices<T: Config>(underlying: u32) {
    T::BenchmarkHelper::prepare(UNDERLYING, FixedU128::from_u32(underlying));
    T::BenchmarkHelper::prepare(COLLATERAL, FixedU128::one());
    T::BenchmarkHelper::prepare(STRIKE, FixedU128::one());
}

/// A strike of one unit for a unit of an asset; neither asset has decimals.
fn strike(strike_asset: Coin) -> FixedU128 {
    match strike_asset {
        Coin::Native => FixedU128::from_rational(1, 1_000_000_000_000),
        Coin::Asset(_) => FixedU128::one(),
    }
}

fn prepare<T: Config>() -> T::AccountId {
    let caller = people::<T>();
    rich::<T>(&Pallet::<T>::account_id());
    caller
}

/// Everything but money in the account of the pallet.
fn people<T: Config>() -> T::AccountId {
    at::<T>(START);
    prices::<T>(1);
    let caller: T::AccountId = whitelisted_caller();
    rich::<T>(&caller);
    if let Ok(payer) = T::AdminOrigin::ensure_origin(T::BenchmarkHelper::admin()) {
        rich::<T>(&payer);
    }
    caller
}

fn covered<T: Config>(caller: &T::AccountId) -> OptionId {
    let id = NextOptionId::<T>::get();
    let strike_asset = Coin::Asset(STRIKE);
    Pallet::<T>::create(
        RawOrigin::Signed(caller.clone()).into(),
        Coin::Asset(UNDERLYING),
        strike_asset,
        Coin::Asset(UNDERLYING),
        Kind::Call,
        strike(strike_asset),
        EXPIRY,
    )
    .unwrap();
    id
}

fn margined<T: Config>() -> OptionId {
    let id = NextOptionId::<T>::get();
    Pallet::<T>::create(
        T::BenchmarkHelper::admin(),
        Coin::Asset(UNDERLYING),
        Coin::Native,
        Coin::Asset(COLLATERAL),
        Kind::Put,
        strike(Coin::Native),
        EXPIRY,
    )
    .unwrap();
    id
}

/// A vault at 150 per cent.
fn vault<T: Config>(id: OptionId, owner: &T::AccountId) {
    let origin = RawOrigin::Signed(owner.clone());
    Pallet::<T>::deposit(origin.clone().into(), id, amount::<T>() * 3 / 2).unwrap();
    Pallet::<T>::mint(origin.into(), id, amount::<T>()).unwrap();
}

/// So many vaults of others.
fn vaults<T: Config>(id: OptionId, count: u32) {
    for at in 0..count {
        let owner: T::AccountId = account("owner", at, 0);
        rich::<T>(&owner);
        vault::<T>(id, &owner);
    }
}

/// Somebody who watches vaults.
fn keeper<T: Config>() -> T::AccountId {
    let keeper = account("keeper", 0, 0);
    rich::<T>(&keeper);
    keeper
}

/// A vault that the fall of its collateral has brought to so many per cent, and that is called.
fn called<T: Config>(caller: &T::AccountId) -> OptionId {
    let id = margined::<T>();
    vault::<T>(id, caller);
    T::BenchmarkHelper::prepare(COLLATERAL, FixedU128::from_rational(7, 10));
    Pallet::<T>::call_margin(RawOrigin::Signed(keeper::<T>()).into(), id, caller.clone()).unwrap();
    id
}

/// Past the expiry, with prices at which every vault owes more than it has, and is gone when that is booked.
fn fixed<T: Config>(id: OptionId) {
    at::<T>(EXPIRY);
    T::BenchmarkHelper::prepare(UNDERLYING, FixedU128::from_rational(1, 2));
    T::BenchmarkHelper::prepare(COLLATERAL, FixedU128::from_rational(1, 10));
    Pallet::<T>::do_fix_price(id).unwrap();
    at::<T>(EXPIRY + T::LockPeriod::get());
}

/// A lot of at least `units`, in an auction of which only this pallet knows. Whoever is `buyer` of the benchmark of the
/// auction house has the options too, or none: they are the caller's.
pub(crate) fn in_auction<T: Config>(units: Balance) -> Lot {
    let caller = prepare::<T>();
    let id = margined::<T>();
    let units = units.max(amount::<T>());
    let origin = RawOrigin::Signed(caller.clone());
    T::Assets::mint_into(COLLATERAL, &caller, units * 2).unwrap();
    Pallet::<T>::deposit(origin.clone().into(), id, units * 2).unwrap();
    Pallet::<T>::mint(origin.into(), id, units).unwrap();
    let number: VaultId = NextVaultId::<T>::get();
    NextVaultId::<T>::put(number + 1);
    Vaults::<T>::mutate(id, &caller, |vault| vault.as_mut().unwrap().sale = Some(number));
    Sales::<T>::insert(
        number,
        Sale {
            series: id,
            owner: caller,
            caller: keeper::<T>(),
            auction: 0,
        },
    );
    Lot::Vault { vault: number }
}

#[benchmarks]
mod benchmarks {
    use super::*;

    /// The dearer kind: margined, of three assets. Of those and native `n` are new.
    #[benchmark]
    fn create(n: Linear<0, MOST_COINS>) {
        people::<T>();
        let [underlying, strike_asset, collateral] = [UNDERLYING, STRIKE, COLLATERAL].map(Coin::Asset);
        let new = usize::try_from(n).unwrap();
        for coin in [collateral, strike_asset, underlying, Coin::Native]
            .into_iter()
            .skip(new)
        {
            Pallet::<T>::keep(coin, &whitelisted_caller()).unwrap();
        }
        let origin = T::BenchmarkHelper::admin();
        #[extrinsic_call]
        create(
            origin as T::RuntimeOrigin,
            underlying,
            strike_asset,
            collateral,
            Kind::Put,
            strike(strike_asset),
            EXPIRY,
        );
        assert_eq!(NextOptionId::<T>::get(), 1);
        assert_eq!(Kept::<T>::iter().count(), 4);
    }

    /// Into a new vault.
    #[benchmark]
    fn deposit() {
        let caller = prepare::<T>();
        let id = margined::<T>();
        #[extrinsic_call]
        deposit(RawOrigin::Signed(caller.clone()), id, amount::<T>());
        assert!(Vaults::<T>::contains_key(id, caller));
    }

    /// Into a vault that is called and cured by it.
    #[benchmark]
    fn deposit_cure() {
        let caller = prepare::<T>();
        let id = called::<T>(&caller);
        #[extrinsic_call]
        deposit(RawOrigin::Signed(caller.clone()), id, amount::<T>());
        assert!(Vaults::<T>::get(id, caller).unwrap().call.is_none());
    }

    /// At the prices of now.
    #[benchmark]
    fn withdraw() {
        let caller = prepare::<T>();
        let id = margined::<T>();
        vault::<T>(id, &caller);
        let origin = RawOrigin::Signed(caller.clone());
        Pallet::<T>::deposit(origin.clone().into(), id, amount::<T>()).unwrap();
        #[extrinsic_call]
        withdraw(origin, id, amount::<T>());
        assert_eq!(Vaults::<T>::get(id, caller).unwrap().collateral, amount::<T>() * 3 / 2);
    }

    /// So that the vault is gone.
    #[benchmark]
    fn withdraw_all() {
        let caller = prepare::<T>();
        let id = margined::<T>();
        let origin = RawOrigin::Signed(caller.clone());
        Pallet::<T>::deposit(origin.clone().into(), id, amount::<T>()).unwrap();
        #[extrinsic_call]
        withdraw(origin, id, amount::<T>());
        assert!(!Vaults::<T>::contains_key(id, caller));
    }

    #[benchmark]
    fn mint() {
        let caller = prepare::<T>();
        let id = margined::<T>();
        let origin = RawOrigin::Signed(caller.clone());
        Pallet::<T>::deposit(origin.clone().into(), id, amount::<T>() * 3 / 2).unwrap();
        #[extrinsic_call]
        mint(origin, id, amount::<T>());
        assert_eq!(Vaults::<T>::get(id, caller).unwrap().written, amount::<T>());
    }

    /// Of a vault that is called and cured by it.
    #[benchmark]
    fn burn() {
        let caller = prepare::<T>();
        let id = called::<T>(&caller);
        #[extrinsic_call]
        burn(RawOrigin::Signed(caller.clone()), id, amount::<T>() / 2);
        assert!(Vaults::<T>::get(id, caller).unwrap().call.is_none());
    }

    #[benchmark]
    fn write_and_sell() {
        let caller = prepare::<T>();
        let id = margined::<T>();
        let writer: T::AccountId = account("writer", 0, 0);
        rich::<T>(&writer);
        vault::<T>(id, &writer);
        let reserves = Reserves {
            native: amount::<T>() * 100,
            asset: amount::<T>() * 100,
        };
        T::Market::benchmark_pool(Pallet::<T>::token(id).unwrap(), reserves);
        #[extrinsic_call]
        write_and_sell(RawOrigin::Signed(caller.clone()), id, amount::<T>(), 1);
        assert_eq!(Vaults::<T>::get(id, caller).unwrap().written, amount::<T>());
    }

    #[benchmark]
    fn exercise() {
        let caller = prepare::<T>();
        let id = covered::<T>(&caller);
        vault::<T>(id, &caller);
        #[extrinsic_call]
        exercise(RawOrigin::Signed(caller), id, amount::<T>() / 2);
        assert_eq!(AllSeries::<T>::get(id).unwrap().flows.exercised, amount::<T>() / 2);
    }

    /// The last options, after which the series can be closed.
    #[benchmark]
    fn redeem() {
        let caller = prepare::<T>();
        let id = margined::<T>();
        vault::<T>(id, &caller);
        fixed::<T>(id);
        Pallet::<T>::do_settle(id, 1).unwrap();
        #[extrinsic_call]
        redeem(RawOrigin::Signed(caller), id, amount::<T>());
        assert!(AllSeries::<T>::get(id).unwrap().next.is_some());
    }

    /// Of a covered vault, which gets two coins.
    #[benchmark]
    fn reclaim() {
        let caller = prepare::<T>();
        let id = covered::<T>(&caller);
        vault::<T>(id, &caller);
        Pallet::<T>::exercise(RawOrigin::Signed(caller.clone()).into(), id, amount::<T>() / 2).unwrap();
        at::<T>(EXPIRY);
        #[extrinsic_call]
        reclaim(RawOrigin::Signed(caller.clone()), id);
        assert!(!Vaults::<T>::contains_key(id, caller));
    }

    #[benchmark]
    fn release() {
        let caller = prepare::<T>();
        let id = covered::<T>(&caller);
        let owner: T::AccountId = account("owner", 0, 0);
        rich::<T>(&owner);
        vault::<T>(id, &owner);
        Pallet::<T>::exercise(RawOrigin::Signed(owner.clone()).into(), id, amount::<T>() / 2).unwrap();
        at::<T>(EXPIRY + T::Grace::get());
        #[extrinsic_call]
        release(RawOrigin::Signed(caller), id, owner.clone());
        assert!(!Vaults::<T>::contains_key(id, owner));
    }

    #[benchmark]
    fn call_margin() {
        let caller = prepare::<T>();
        let id = margined::<T>();
        vault::<T>(id, &caller);
        T::BenchmarkHelper::prepare(COLLATERAL, FixedU128::from_rational(8, 10));
        let keeper = keeper::<T>();
        #[extrinsic_call]
        call_margin(RawOrigin::Signed(keeper), id, caller.clone());
        assert!(Vaults::<T>::get(id, caller).unwrap().call.is_some());
    }

    #[benchmark]
    fn liquidate() {
        let caller = prepare::<T>();
        let id = called::<T>(&caller);
        let keeper = keeper::<T>();
        #[extrinsic_call]
        liquidate(RawOrigin::Signed(keeper), id, caller.clone());
        assert!(Vaults::<T>::get(id, caller).unwrap().sale.is_some());
    }

    #[benchmark]
    fn fix_price() {
        let caller = prepare::<T>();
        let id = margined::<T>();
        at::<T>(EXPIRY);
        #[extrinsic_call]
        fix_price(RawOrigin::Signed(caller), id);
        assert!(AllSeries::<T>::get(id).unwrap().fixing.is_some());
    }

    #[benchmark]
    fn dispute() {
        prepare::<T>();
        let id = margined::<T>();
        at::<T>(EXPIRY + T::PriceTimeout::get());
        let one = FixedU128::one();
        let origin = T::BenchmarkHelper::admin();
        #[extrinsic_call]
        dispute(origin as T::RuntimeOrigin, id, one, one, one);
        assert!(AllSeries::<T>::get(id).unwrap().fixing.is_some());
    }

    /// `n` vaults that owe all they have.
    #[benchmark]
    fn settle_sweep(n: Linear<1, MAX_STEP>) {
        let caller = prepare::<T>();
        let id = margined::<T>();
        vaults::<T>(id, n);
        fixed::<T>(id);
        #[extrinsic_call]
        settle(RawOrigin::Signed(caller), id, n);
        assert_eq!(AllSeries::<T>::get(id).unwrap().stage, Stage::Settled);
    }

    /// `n` covered vaults, each of which gets two assets.
    #[benchmark]
    fn settle_release(n: Linear<1, MAX_STEP>) {
        let caller = prepare::<T>();
        let id = covered::<T>(&caller);
        vaults::<T>(id, n);
        let holder: T::AccountId = account("owner", 0, 0);
        Pallet::<T>::exercise(RawOrigin::Signed(holder).into(), id, amount::<T>() / 2).unwrap();
        at::<T>(EXPIRY + T::Grace::get());
        #[extrinsic_call]
        settle(RawOrigin::Signed(caller), id, n);
        assert_eq!(AllSeries::<T>::get(id).unwrap().vaults, 0);
    }

    /// A token with `n` holders, and a fee.
    #[benchmark]
    fn settle_close(n: Linear<1, CLEAR_ITEMS>) {
        let caller = prepare::<T>();
        let id = covered::<T>(&caller);
        vault::<T>(id, &caller);
        let token = Pallet::<T>::token(id).unwrap();
        for at in 1..n {
            let holder: T::AccountId = account("holder", at, 0);
            T::Assets::transfer(
                token,
                &caller,
                &holder,
                1,
                frame_support::traits::tokens::Preservation::Preserve,
            )
            .unwrap();
        }
        Pallet::<T>::exercise(RawOrigin::Signed(caller.clone()).into(), id, amount::<T>() / 2).unwrap();
        at::<T>(EXPIRY);
        Pallet::<T>::do_reclaim(caller.clone(), id).unwrap();
        #[extrinsic_call]
        settle(RawOrigin::Signed(caller), id, 1);
        assert_eq!(AllSeries::<T>::contains_key(id), n >= CLEAR_ITEMS);
    }

    /// All of it, so that the vault is gone.
    #[benchmark]
    fn deliver() {
        let lot = in_auction::<T>(1);
        let buyer: T::AccountId = whitelisted_caller();
        let paid = amount::<T>();
        #[block]
        {
            <Pallet<T> as AuctionSeller<T::AccountId>>::deliver(lot, &buyer, amount::<T>(), paid).unwrap();
        }
        assert_eq!(AllSeries::<T>::get(0).unwrap().flows.liquidated, amount::<T>());
    }

    #[benchmark]
    fn finished() {
        let lot = in_auction::<T>(1);
        #[block]
        {
            <Pallet<T> as AuctionSeller<T::AccountId>>::finished(lot, amount::<T>()).unwrap();
        }
        assert_eq!(Sales::<T>::iter().count(), 0);
    }

    /// There is a series, and nothing is due.
    #[benchmark]
    fn idle_look() {
        prepare::<T>();
        margined::<T>();
        // The alarm rings for nothing: the look is complete, and sets it anew.
        T::Alarm::set(Some(0));
        let mut meter = WeightMeter::new();
        #[block]
        {
            Pallet::<T>::run_idle(&mut meter);
        }
        assert_eq!(meter.consumed(), T::WeightInfo::idle_look());
    }

    impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
