// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! One file per verb; `attacks` tells what somebody might try, `properties` runs random operations against a model,
//! `detectors` corrupts the books.

mod attacks;
mod constants;
mod create;
mod detectors;
mod exercise;
mod fix;
mod hooks;
mod margin;
mod model;
mod properties;
mod reads;
mod reclaim;
mod redeem;
mod sale;
mod settle;
mod vault;
mod write;

use crate::{mock::*, types::*, *};
use finch_ports::{AuctionSeller, Feed};
use finch_testkit::FakeFeeds;
use finch_types::{AssetId, Balance, Coin, FeeSource, FixedU128, Lot, Moment, OptionId};
use frame_support::{
    assert_noop, assert_ok,
    pallet_prelude::{DispatchError, DispatchResult},
    traits::{fungibles::Mutate as _, Hooks},
    weights::Weight,
};
use sp_runtime::{FixedPointNumber, Permill};

type Error = crate::Error<Test>;
type Event = crate::Event<Test>;

/// Whole coins, in their smallest units. A dollar is a FINCH in these tests.
const FINCH: Balance = 1_000_000_000_000;
const DOLLAR: Balance = 1_000_000;
const ONE_DOT: Balance = 10_000_000_000;
const HOUR: Moment = 3_600_000;
const DAY: Moment = 24 * HOUR;
/// When the options of most tests expire.
const EXPIRY: Moment = 1_000_000 + 30 * DAY;
const NATIVE: Coin = Coin::Native;

/// Runs a test and checks every invariant after it.
#[track_caller]
fn run(test: impl FnOnce()) {
    new_test_ext().execute_with(|| {
        prices(5);
        test();
        Options::do_try_state().unwrap();
    });
}

fn signed(who: AccountId) -> RuntimeOrigin {
    RuntimeOrigin::signed(who)
}

fn root() -> RuntimeOrigin {
    RuntimeOrigin::root()
}

fn pot() -> AccountId {
    Options::account_id()
}

fn of(coin: Coin, who: AccountId) -> Balance {
    match coin {
        Coin::Native => Balances::free_balance(who),
        Coin::Asset(asset) => Assets::balance(asset, who),
    }
}

fn usd(who: AccountId) -> Balance {
    Assets::balance(USD, who)
}

fn dot(who: AccountId) -> Balance {
    Assets::balance(DOT, who)
}

fn finch(who: AccountId) -> Balance {
    Balances::free_balance(who)
}

fn options(id: OptionId, who: AccountId) -> Balance {
    Assets::balance(FIRST + id, who)
}

/// A fixed-point number out of millionths.
fn micro(millionths: u128) -> FixedU128 {
    FixedU128::from_rational(millionths, 1_000_000)
}

fn number(whole: u32) -> FixedU128 {
    FixedU128::from_u32(whole)
}

fn feed(asset: AssetId, price: FixedU128) {
    FakeFeeds::set_price(asset, Feed::Fresh(price));
}

/// A DOT costs so many dollars, and a dollar a FINCH.
fn prices(dollars: u32) {
    feed(USD, number(1_000_000));
    feed(DOT, number(100 * dollars));
}

/// The same in thousandths of a dollar.
fn milli_prices(thousandths: u128) {
    prices(1);
    feed(DOT, FixedU128::from_rational(thousandths * 100, 1_000));
}

fn stale() {
    FakeFeeds::set_price(DOT, Feed::Stale);
}

#[track_caller]
fn create(collateral: Coin, kind: Kind, dollars: u32, expiry: Moment) -> OptionId {
    let id = NextOptionId::<Test>::get();
    let delivered = match kind {
        Kind::Call => DOT,
        Kind::Put => USD,
    };
    let origin = if collateral == Coin::Asset(delivered) {
        signed(ALICE)
    } else {
        root()
    };
    assert_ok!(Options::create(
        origin,
        Coin::Asset(DOT),
        Coin::Asset(USD),
        collateral,
        kind,
        number(dollars),
        expiry
    ));
    id
}

/// The right to sell a DOT for 5 dollars, secured by dollars.
#[track_caller]
fn a_put() -> OptionId {
    create(Coin::Asset(USD), Kind::Put, 5, EXPIRY)
}

/// The right to buy a DOT for 5 dollars, secured by DOT.
#[track_caller]
fn a_call() -> OptionId {
    create(Coin::Asset(DOT), Kind::Call, 5, EXPIRY)
}

/// The first, secured by FINCH.
#[track_caller]
fn a_margined_put() -> OptionId {
    create(NATIVE, Kind::Put, 5, EXPIRY)
}

/// The second, secured by FINCH.
#[track_caller]
fn a_margined_call() -> OptionId {
    create(NATIVE, Kind::Call, 5, EXPIRY)
}

fn series(id: OptionId) -> SeriesOf<Test> {
    AllSeries::<Test>::get(id).unwrap()
}

fn flows(id: OptionId) -> Flows {
    series(id).flows
}

fn vault(id: OptionId, owner: AccountId) -> VaultOf<Test> {
    Vaults::<Test>::get(id, owner).unwrap()
}

fn no_vault(id: OptionId, owner: AccountId) -> bool {
    !Vaults::<Test>::contains_key(id, owner)
}

/// Deposits and mints.
#[track_caller]
fn write(id: OptionId, owner: AccountId, collateral: Balance, amount: Balance) {
    assert_ok!(Options::deposit(signed(owner), id, collateral));
    assert_ok!(Options::mint(signed(owner), id, amount));
}

#[track_caller]
fn give(id: OptionId, from: AccountId, to: AccountId, amount: Balance) {
    assert_ok!(Assets::transfer(signed(from), FIRST + id, to, amount));
}

/// A pool of so much native and of all options that `owner` has. The fake makes its units itself, so the owner's are burned.
#[track_caller]
fn a_pool(id: OptionId, owner: AccountId, native: Balance) {
    use frame_support::traits::tokens::{Fortitude::Force, Precision::Exact, Preservation::Expendable};
    let units = options(id, owner);
    Assets::burn_from(FIRST + id, &owner, units, Expendable, Exact, Force).unwrap();
    Market::set_pool(FIRST + id, native, units);
}

fn at(now: Moment) {
    Now::set(&now);
}

/// To the moment at which options expire.
fn expire() {
    at(EXPIRY);
}

/// Fixes the price at the expiry, and waits until it is final.
#[track_caller]
fn fixed(id: OptionId) {
    expire();
    assert_ok!(Options::fix_price(signed(KEEPER), id));
    at(EXPIRY + LockPeriod::get());
}

/// Settles the whole series.
#[track_caller]
fn settled(id: OptionId) {
    fixed(id);
    assert_ok!(Options::settle(signed(KEEPER), id, 50));
    assert_eq!(series(id).stage, Stage::Settled);
}

#[track_caller]
fn happened(event: Event) {
    System::assert_has_event(event.into());
}

/// What anybody can do to bring everything to an end, whatever the state: nothing is locked afterwards, but what is owed
/// to holders of margined series.
#[track_caller]
fn anybody_ends_it() {
    let last = AllSeries::<Test>::iter().map(|(_, series)| series.terms.expiry).max();
    let last = last.unwrap_or_default().max(Now::get());
    at(last + 2 * PriceTimeout::get());
    let ids: Vec<OptionId> = AllSeries::<Test>::iter_keys().collect();
    for id in &ids {
        let _ = Options::fix_price(signed(KEEPER), *id);
    }
    at(Now::get() + LockPeriod::get() + Grace::get());
    for id in ids {
        for _ in 0..20 {
            let _ = Options::settle(signed(KEEPER), id, 7);
        }
    }
    assert_eq!(Vaults::<Test>::iter().count(), 0);
    for (id, series) in AllSeries::<Test>::iter() {
        assert_eq!(series.terms.style, Style::European, "{id}");
        assert_eq!(series.flows.held(), series.flows.owed(), "{id}");
    }
    Options::do_try_state().unwrap();
}

/// And then every holder redeems: the account is as empty as it was.
#[track_caller]
fn holders_redeem() {
    let ids: Vec<OptionId> = AllSeries::<Test>::iter_keys().collect();
    for id in ids {
        for who in [ALICE, BOB, CAROL, KEEPER, TREASURY] {
            if options(id, who) > 0 {
                // Too few to be paid for wait for others.
                let _ = Options::redeem(signed(who), id, options(id, who));
            }
        }
        for who in [ALICE, BOB, CAROL, KEEPER, TREASURY] {
            let _ = Options::redeem(signed(who), id, options(id, who));
        }
        let _ = Options::settle(signed(KEEPER), id, 1);
    }
}
