// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! One file per verb; `attacks` tells what somebody might try, `properties` runs random operations against a model,
//! `detectors` corrupts the books.

mod attacks;
mod constants;
mod deposit;
mod detectors;
mod endurance;
mod hooks;
mod model;
mod poke;
mod properties;
mod reads;
mod sale;

use crate::{mock::*, types::*, *};
use finch_ports::{AuctionSeller, Clearing, FeeSink, Feed, Market as _, SellerCall};
use finch_testkit::FakeFeeds;
use finch_types::{AssetId, AuctionId, Balance, Coin, FeeSource, FixedU128, Lot};
use frame_support::{
    assert_noop, assert_ok,
    pallet_prelude::{DispatchError, DispatchResult},
    traits::{fungible, fungibles, Hooks},
    weights::Weight,
};

type Error = crate::Error<Test>;
type Event = crate::Event<Test>;

const REWARD: FeeSource = FeeSource::EtfReward;
const STREAMING: FeeSource = FeeSource::EtfStreaming;
const TRANSACTION: FeeSource = FeeSource::Transaction;
/// What the pools of most tests hold, on both sides.
const DEPTH: Balance = 1_000_000_000;
/// The most of it that is sold at once.
const SLICE: Balance = 3_000_000;

/// Runs a test and checks every invariant after it.
#[track_caller]
fn run(test: impl FnOnce()) {
    new_test_ext().execute_with(|| {
        test();
        Buyback::do_try_state().unwrap();
    });
}

fn signed(who: AccountId) -> RuntimeOrigin {
    RuntimeOrigin::signed(who)
}

fn free(who: AccountId) -> Balance {
    Balances::free_balance(who)
}

fn units(asset: AssetId, who: AccountId) -> Balance {
    Assets::balance(asset, who)
}

/// How many pots there are.
fn pots() -> usize {
    Pots::<Test>::iter_keys().count()
}

fn pot_account() -> AccountId {
    Buyback::account_id()
}

fn issuance() -> Balance {
    Balances::total_issuance()
}

/// So many planck for a unit.
fn price(planck: u32) -> FixedU128 {
    FixedU128::from_u32(planck)
}

/// A fee in native, made for it.
fn native_fee(source: FeeSource, amount: Balance) {
    Buyback::deposit(source, <Balances as fungible::Balanced<AccountId>>::issue(amount));
}

/// A fee in an asset, made for it.
fn asset_fee(asset: AssetId, source: FeeSource, amount: Balance) {
    Buyback::deposit(source, <Assets as fungibles::Balanced<AccountId>>::issue(asset, amount));
}

fn fresh(asset: AssetId, at: FixedU128) {
    FakeFeeds::set_price(asset, Feed::Fresh(at));
}

/// A pool of [`DEPTH`] at 1, and a feed that agrees.
fn healthy(asset: AssetId) {
    Market::set_pool(asset, DEPTH, DEPTH);
    fresh(asset, price(1));
}

fn pot(asset: AssetId) -> PotOf<Test> {
    Pots::<Test>::get(asset).unwrap()
}

/// What waits, in its order.
fn queue(asset: AssetId) -> Vec<(FeeSource, Balance)> {
    pot(asset)
        .pending
        .iter()
        .map(|waiting| (waiting.source, waiting.units))
        .collect()
}

/// Takes a mark in the middle of a block and goes to the next one.
#[track_caller]
fn marked_again(asset: AssetId) {
    assert_eq!(pot(asset).mark, None);
    marked(asset);
}

fn pending(asset: AssetId, source: FeeSource) -> Balance {
    Pots::<Test>::get(asset).map_or(0, |pot| pot.pending_of(source))
}

fn flow(asset: AssetId, source: FeeSource) -> Flow {
    Buyback::flow(Coin::Asset(asset), source)
}

fn native_flow(source: FeeSource) -> Flow {
    Buyback::flow(Coin::Native, source)
}

fn poke(asset: AssetId) -> DispatchResult {
    Buyback::poke(signed(ALICE), asset)
}

/// The next block, without its idle time.
fn next_block() {
    System::set_block_number(System::block_number() + 1);
    System::reset_events();
}

/// The idle time of a block with room for everything.
fn idle() {
    Buyback::on_idle(System::block_number(), Weight::MAX);
}

/// Notes the price of a healthy pool and goes to the next block.
#[track_caller]
fn marked(asset: AssetId) {
    assert_ok!(poke(asset));
    next_block();
}

/// The turn of an asset in the idle time of this block.
fn turn_of(asset: AssetId) {
    Buyback::take_turn(asset, pot(asset), System::block_number());
}

/// Puts a pot without a pool into an auction.
#[track_caller]
fn in_auction(asset: AssetId, source: FeeSource, amount: Balance) -> AuctionId {
    fresh(asset, price(1));
    asset_fee(asset, source, amount);
    turn_of(asset);
    pot(asset).sale.unwrap().auction
}

#[track_caller]
fn happened(event: Event) {
    System::assert_has_event(event.into());
}

/// The pallet's events in this block.
fn events() -> Vec<Event> {
    System::read_events_for_pallet()
}

/// Every source there is.
const SOURCES_ALL: [FeeSource; 8] = [
    FeeSource::SynthReward,
    FeeSource::SynthInstant,
    FeeSource::DerivativeSale,
    FeeSource::Transaction,
    FeeSource::EtfStreaming,
    FeeSource::EtfReward,
    FeeSource::Options,
    FeeSource::Cover,
];
