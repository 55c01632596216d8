// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! One file per verb; `stories` go over months, `properties` runs random operations against a model, `detectors`
//! corrupts the books.

mod accrue;
mod allocate;
mod attacks;
mod constants;
mod decide;
mod detectors;
mod hooks;
mod issue;
mod model;
mod properties;
mod reads;
mod rebalance;
mod redeem;
mod sale;
mod sample;
mod trade;
mod universe;

use crate::{mock::*, types::*, *};
use finch_ports::{AuctionSeller, Feed};
use finch_testkit::{FakeCalendar, FakeFeeds, FakeSynths};
use finch_types::{AssetId, Balance, Coin, FeeSource, FeedKey, FixedU128, Lot, Metric, Moment, Perbill};
use frame_support::{
    assert_noop, assert_ok,
    pallet_prelude::DispatchError,
    traits::{fungibles::Mutate as _, Hooks},
    weights::Weight,
};
use sp_runtime::{traits::One, FixedPointNumber};

type Error = crate::Error<Test>;
type Event = crate::Event<Test>;

const HOUR: Moment = 3_600_000;
const DAY: Moment = 86_400_000;
const MONTH: Moment = FakeCalendar::MONTH;
/// What the treasury launches the basket with in most tests, in planck.
const LAUNCH: Balance = 1_000_000_000;
/// What each pool has on both sides, in planck of native.
const DEPTH: Balance = 1_000_000_000_000;

/// Runs a test and checks every invariant after it.
#[track_caller]
fn run(test: impl FnOnce()) {
    new_test_ext().execute_with(|| {
        test();
        Etf::do_try_state().unwrap();
    });
}

fn signed(who: AccountId) -> RuntimeOrigin {
    RuntimeOrigin::signed(who)
}

fn root() -> RuntimeOrigin {
    RuntimeOrigin::root()
}

/// `a / b`, rounded down.
fn ratio(a: u128, b: u128) -> FixedU128 {
    FixedU128::checked_from_rational(a, b).unwrap()
}

/// The price of an asset, `id` planck a unit, and a pool that agrees.
fn market(asset: AssetId) {
    set_price(asset, FixedU128::from_u32(asset));
    Market::set_price(asset, DEPTH, FixedU128::from_u32(asset));
}

fn set_price(asset: AssetId, price: FixedU128) {
    FakeFeeds::set_price(asset, Feed::Fresh(price));
}

fn feed(asset: AssetId, metric: Metric, value: Feed) {
    let coin = Coin::Asset(asset);
    FakeFeeds::set(FeedKey { coin, metric }, value);
}

/// Market cap, volume, staking ratio and reward ratio in percent.
fn feeds(asset: AssetId, [cap, volume, staking, reward]: [u128; 4]) {
    let percent = 10_000_000_000_000_000;
    feed(asset, Metric::MarketCap, Feed::Fresh(cap));
    feed(asset, Metric::DailyVolume, Feed::Fresh(volume));
    feed(asset, Metric::StakingRatio, Feed::Fresh(staking * percent));
    feed(asset, Metric::RewardRatio, Feed::Fresh(reward * percent));
}

/// Lists the assets 1 to 5. By their feeds 1, 2 and 3 are the best, with market caps of 50 %, 30 % and 20 %.
fn universe() {
    for asset in 1..=5 {
        market(asset);
        assert_ok!(Etf::list(root(), asset));
    }
    feeds(1, [5_000_000, 1_000, 70, 15]);
    feeds(2, [3_000_000, 1_000, 60, 14]);
    feeds(3, [2_000_000, 1_000, 50, 13]);
    feeds(4, [9_000_000, 1_000, 40, 12]);
    feeds(5, [9_000_000, 1_000, 30, 11]);
}

fn later(time: Moment) {
    Now::set(&(Now::get() + time));
}

/// A block, an instant after the last one, with all its time idle.
fn block() {
    later(1);
    System::set_block_number(System::block_number() + 1);
    Etf::on_idle(System::block_number(), Weight::MAX);
}

/// Blocks until nothing is due, at most so many as there should ever be.
#[track_caller]
fn settle() {
    for _ in 0..3_000 {
        later(1);
        if Etf::next_unit(Now::get()).is_none() {
            return;
        }
        System::set_block_number(System::block_number() + 1);
        Etf::on_idle(System::block_number(), Weight::MAX);
    }
    panic!("work without end: {:?}", Job::<Test>::get());
}

/// Goes on until no rebalance runs.
#[track_caller]
fn rebalanced() {
    for _ in 0..3_000 {
        if Job::<Test>::get().is_none() {
            return;
        }
        let at = Schedule::<Test>::get().job_at.unwrap();
        Now::set(&Now::get().max(at));
        block();
    }
    panic!("a rebalance without end: {:?}", Job::<Test>::get());
}

/// Rounds of samples in the running month.
fn samples(rounds: u32) {
    settle();
    for _ in 0..rounds {
        later(SamplePeriod::get());
        settle();
    }
}

fn next_month() {
    let month = Now::get() / MONTH + 1;
    Now::set(&(month * MONTH));
    block();
}

/// Members 1, 2 and 3 with 50 %, 30 % and 20 %, and no share.
#[track_caller]
fn decided() {
    universe();
    samples(3);
    next_month();
    assert_eq!(members(), [(1, 500_000_000), (2, 300_000_000), (3, 200_000_000)]);
}

/// The same, launched and rebalanced: units of about 5e8, 1.5e8 and 6.7e7.
#[track_caller]
fn launched() {
    decided();
    assert_ok!(Etf::allocate(root(), LAUNCH));
    rebalanced();
    settle();
    assert_eq!(Holdings::<Test>::get().holdings.len(), 3);
    System::reset_events();
}

fn members() -> Vec<(AssetId, u32)> {
    Members::<Test>::get()
        .iter()
        .map(|seat| (seat.asset, seat.weight))
        .collect()
}

fn basket() -> Basket {
    Holdings::<Test>::get()
}

fn held(asset: AssetId) -> Balance {
    basket().units(asset)
}

fn native(who: AccountId) -> Balance {
    Balances::free_balance(who)
}

fn units(asset: AssetId, who: AccountId) -> Balance {
    Assets::balance(asset, who)
}

fn shares(who: AccountId) -> Balance {
    units(SHARE, who)
}

/// Everything at the oracle's prices, exactly.
fn value() -> Exact {
    let basket = basket();
    basket.holdings.iter().fold(Exact::whole(basket.cash), |sum, holding| {
        let price = Etf::price(holding.asset).unwrap();
        sum.plus(Exact::value(holding.units, price).unwrap()).unwrap()
    })
}

/// The pallet's events since the last call.
fn take_events() -> Vec<Event> {
    let events = System::read_events_for_pallet();
    System::reset_events();
    events
}

#[track_caller]
fn happened(event: Event) {
    System::assert_has_event(event.into());
}

/// Dispatches a call as an extrinsic does: an error undoes everything.
fn dispatch(who: AccountId, call: crate::Call<Test>) -> Result<(), DispatchError> {
    use sp_runtime::traits::Dispatchable;
    let result = RuntimeCall::Etf(call).dispatch(signed(who));
    result.map(|_| ()).map_err(|error| error.error)
}

fn issue_with(who: AccountId, coin: Coin, shares: Balance, max_amount: Balance) -> Result<(), DispatchError> {
    dispatch(
        who,
        crate::Call::issue_with {
            coin,
            shares,
            max_amount,
        },
    )
}

fn redeem_to(who: AccountId, coin: Coin, shares: Balance, min_amount: Balance) -> Result<(), DispatchError> {
    dispatch(
        who,
        crate::Call::redeem_to {
            coin,
            shares,
            min_amount,
        },
    )
}

/// Bob has a twentieth of all shares.
#[track_caller]
fn with_bob() {
    launched();
    assert_ok!(Etf::issue(signed(BOB), 50_000_000));
    System::reset_events();
}

fn weights_sum() -> u64 {
    members().iter().map(|(_, weight)| u64::from(*weight)).sum()
}
