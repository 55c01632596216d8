// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! One file per verb; `attacks` are named after incidents, `properties` runs random operations against a model,
//! `detectors` corrupts the books.

mod attacks;
mod bid;
mod buy;
mod cancel;
mod claim;
mod close;
mod constants;
mod detectors;
mod hooks;
mod model;
mod open;
mod properties;
mod reads;
mod withdraw;

use crate::{mock::*, types::*, *};
use finch_ports::{AuctionHouse, AuctionSeller, Clearing, FallingSale, SellerCall, TimedSale};
use finch_testkit::FakeSeller;
use finch_types::{AuctionId, Balance, BidId, FixedU128, Lot, Moment, Tick};
use frame_support::{
    assert_noop, assert_ok,
    pallet_prelude::DispatchError,
    traits::{
        fungible::{InspectHold, MutateFreeze},
        Hooks,
    },
    weights::Weight,
};

type Error = crate::Error<Test>;
type Event = crate::Event<Test>;

const LOT: Lot = Lot::Derivative { series: 7, tranche: 1 };
const HOUR: Moment = 3_600_000;
const MINUTE: Moment = 60_000;

/// 1000 units at 10 planck and more, in steps of 1 planck, for an hour.
const TIMED: TimedSale = TimedSale {
    lot: LOT,
    units: 1_000,
    min_bid: 10,
    reserve: FixedU128::from_u32(10),
    tick_size: FixedU128::from_u32(1),
    min_turnover: 0,
    duration: HOUR,
};

/// 1000 units at a price that falls from 1024 planck to 1 in ten hours: by half every hour.
const FALLING: FallingSale = FallingSale {
    lot: LOT,
    units: 1_000,
    min_bid: 10,
    start: FixedU128::from_u32(1_024),
    floor: FixedU128::from_u32(1),
    period: 10 * HOUR,
};

fn signed(who: AccountId) -> RuntimeOrigin {
    RuntimeOrigin::signed(who)
}

fn free(who: AccountId) -> Balance {
    Balances::free_balance(who)
}

fn held(who: AccountId) -> Balance {
    Balances::balance_on_hold(&HoldReason::Bid.into(), &who)
}

fn auction(id: AuctionId) -> Auction {
    Auctions::<Test>::get(id).unwrap()
}

fn price(planck: u32) -> FixedU128 {
    FixedU128::from_u32(planck)
}

#[track_caller]
fn timed() -> AuctionId {
    House::open_timed(TIMED).unwrap()
}

#[track_caller]
fn falling() -> AuctionId {
    House::open_falling(FALLING).unwrap()
}

#[track_caller]
fn bid(who: AccountId, id: AuctionId, tick: Tick, units: Balance) -> BidId {
    let number = auction(id).flows.placed;
    assert_ok!(House::bid(signed(who), id, tick, units));
    BidId::try_from(number).unwrap()
}

/// Lets time pass.
fn pass(time: Moment) {
    Now::set(&(Now::get() + time));
}

/// Moves the clock to the end of an auction.
fn end(id: AuctionId) {
    Now::set(&auction(id).ends_at);
}

/// Ends and closes an auction; its bids are open.
#[track_caller]
fn close(id: AuctionId) {
    end(id);
    assert_ok!(House::close(signed(CHARLIE), id));
}

/// The idle time of a block with room for everything.
fn idle() {
    House::on_idle(1, Weight::MAX);
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

/// The levels of a book at which somebody bids.
fn levels(id: AuctionId) -> Vec<(Tick, Balance)> {
    let book = match auction(id).phase {
        Phase::Bidding(book) => book,
        other => panic!("{other:?}"),
    };
    (0..=Tick::MAX).zip(*book).filter(|(_, units)| *units > 0).collect()
}
