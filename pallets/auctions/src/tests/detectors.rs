// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Each test breaks one thing and expects the invariant that guards it to say so.

use super::*;
use finch_ports::Alarm;
use finch_testkit::FakeAlarm;
use frame_support::traits::{fungible::MutateHold, tokens::Precision::Exact};

/// The auction that takes bids, the one that is settled, the falling one, and the one that was withdrawn.
const OPEN: AuctionId = 1;
const SETTLING: AuctionId = 2;
const FALLS: AuctionId = 3;
const GONE: AuctionId = 4;

/// A finished auction and one of each kind; then `corrupt`.
#[track_caller]
fn detected<R>(corrupt: impl FnOnce() -> R, text: &str) {
    new_test_ext().execute_with(|| {
        let finished = timed();
        bid(ALICE, finished, 9, 300);
        close(finished);
        idle();
        let open = House::open_timed(TimedSale {
            duration: 10 * HOUR,
            ..TIMED
        });
        assert_eq!(open, Ok(OPEN));
        bid(ALICE, OPEN, 9, 600);
        bid(BOB, OPEN, 7, 500);
        bid(BOB, OPEN, 7, 100);
        let cancelled = bid(BOB, OPEN, 6, 100);
        assert_ok!(House::cancel_bid(signed(BOB), OPEN, cancelled));
        assert_eq!(timed(), SETTLING);
        for (who, tick, units) in [(ALICE, 9, 600), (BOB, 7, 250), (CHARLIE, 7, 251), (CHARLIE, 3, 10)] {
            bid(who, SETTLING, tick, units);
        }
        close(SETTLING);
        assert_ok!(House::claim(signed(ALICE), SETTLING, 0));
        assert_eq!(falling(), FALLS);
        assert_ok!(House::buy(signed(ALICE), FALLS, 100, price(2_000)));
        assert_eq!(timed(), GONE);
        bid(BOB, GONE, 7, 100);
        assert_ok!(House::withdraw(GONE));
        House::do_try_state().unwrap();
        corrupt();
        match House::do_try_state().unwrap_err() {
            DispatchError::Other(found) => assert!(found.starts_with(text), "{found}"),
            other => panic!("{other:?}"),
        }
    });
}

#[track_caller]
fn live(id: AuctionId, change: impl FnOnce(&mut Auction), text: &str) {
    detected(|| Auctions::<Test>::mutate_extant(id, change), text);
}

#[track_caller]
fn past(change: impl FnOnce(&mut Totals), text: &str) {
    detected(|| Past::<Test>::mutate(change), text);
}

#[track_caller]
fn a_bid(id: AuctionId, number: BidId, change: impl FnOnce(&mut Bid<AccountId>), text: &str) {
    detected(
        || Bids::<Test>::mutate(id, number, |bid| change(bid.as_mut().unwrap())),
        text,
    );
}

#[track_caller]
fn book(change: impl FnOnce(&mut Book), text: &str) {
    let corrupt = |auction: &mut Auction| match &mut auction.phase {
        Phase::Bidding(book) => change(book),
        other => panic!("{other:?}"),
    };
    live(OPEN, corrupt, text);
}

#[track_caller]
fn outcome(change: impl FnOnce(&mut Cleared), text: &str) {
    let corrupt = |auction: &mut Auction| match &mut auction.phase {
        Phase::Settling(Settlement {
            outcome: Outcome::Sold(cleared),
            ..
        }) => change(cleared),
        other => panic!("{other:?}"),
    };
    live(SETTLING, corrupt, text);
}

#[test]
fn every_flow_of_money_is_in_the_first_equality() {
    const BROKEN: &str = "INV-AUCTION-1: held != returned + paid + held for open bids";
    for id in [OPEN, SETTLING, GONE] {
        live(id, |auction| auction.flows.held += 1, BROKEN);
        live(id, |auction| auction.flows.returned += 1, BROKEN);
        live(id, |auction| auction.flows.paid += 1, BROKEN);
    }
    live(FALLS, |auction| auction.flows.held += 1, BROKEN);
    a_bid(OPEN, 0, |bid| bid.held -= 1, BROKEN);
}

#[test]
fn every_flow_of_money_of_finished_auctions_is_in_the_first_equality() {
    const BROKEN: &str = "INV-AUCTION-1: held != returned + paid, of finished";
    past(|past| past.flows.held += 1, BROKEN);
    past(|past| past.flows.returned += 1, BROKEN);
    past(|past| past.flows.paid += 1, BROKEN);
    let too_much = |past: &mut Totals| (past.flows.returned, past.flows.paid) = (1, u128::MAX);
    past(too_much, "INV-AUCTION: a sum does not fit");
}

#[test]
fn money_that_is_not_on_hold() {
    const BROKEN: &str = "INV-AUCTION-2";
    detected(
        || Balances::release(&HoldReason::Bid.into(), &ALICE, 1, Exact).unwrap(),
        BROKEN,
    );
    detected(|| Balances::hold(&HoldReason::Bid.into(), &BOB, 1).unwrap(), BROKEN);
}

#[test]
fn a_bid_that_changes_hands() {
    a_bid(OPEN, 0, |bid| bid.owner = CHARLIE, "INV-AUCTION-2");
}

#[test]
fn units_of_finished_auctions_that_are_neither_delivered_nor_unsold() {
    const BROKEN: &str = "INV-AUCTION-3: offered != delivered + unsold";
    past(|past| past.offered += 1, BROKEN);
    past(|past| past.unsold -= 1, BROKEN);
    past(|past| past.flows.delivered += 1, BROKEN);
}

#[test]
fn units_that_are_delivered_and_were_not_sold() {
    const BROKEN: &str = "INV-AUCTION-3: delivered + to deliver != sold";
    live(OPEN, |auction| auction.flows.delivered += 1, BROKEN);
    live(GONE, |auction| auction.flows.delivered += 1, BROKEN);
    live(SETTLING, |auction| auction.flows.delivered += 2, BROKEN);
    live(SETTLING, |auction| auction.flows.delivered -= 5, BROKEN);
    outcome(|cleared| cleared.sold -= 2, BROKEN);
    outcome(|cleared| cleared.marginal_filled -= 9, BROKEN);
}

#[test]
fn more_units_than_were_for_sale() {
    const BROKEN: &str = "INV-AUCTION-3: more";
    live(FALLS, |auction| auction.flows.delivered = 1_001, BROKEN);
    live(SETTLING, |auction| auction.units = 999, BROKEN);
}

#[test]
fn a_phase_of_the_other_kind() {
    let settled = Phase::Settling(Settlement {
        outcome: Outcome::Refunded,
        told: true,
        cursor: None,
    });
    for phase in [settled, Phase::Bidding(Box::new(EMPTY_BOOK)), Phase::Withdrawn] {
        live(
            FALLS,
            |auction| auction.phase = phase,
            "INV-AUCTION-3: a phase of the other kind",
        );
    }
    live(
        OPEN,
        |auction| auction.phase = Phase::Selling,
        "INV-AUCTION-3: a phase of the other kind",
    );
}

#[test]
fn every_bid_is_counted() {
    const BROKEN: &str = "INV-AUCTION-4: placed != cancelled + settled + open";
    for id in [OPEN, SETTLING, FALLS, GONE] {
        live(id, |auction| auction.flows.placed += 1, BROKEN);
        live(id, |auction| auction.flows.cancelled += 1, BROKEN);
        live(id, |auction| auction.flows.settled += 1, BROKEN);
    }
    const FINISHED: &str = "INV-AUCTION-4: placed != cancelled + settled, of finished";
    past(|past| past.flows.placed += 1, FINISHED);
    past(|past| past.flows.cancelled += 1, FINISHED);
    past(|past| past.flows.settled += 1, FINISHED);
}

#[test]
fn a_bid_with_a_number_of_its_own_making() {
    let renumber = || {
        let bid = Bids::<Test>::take(OPEN, 0).unwrap();
        Bids::<Test>::insert(OPEN, 99, bid);
    };
    detected(renumber, "INV-AUCTION-4: a bid with a number not yet given");
}

#[test]
fn a_bid_in_no_auction() {
    let stray = || {
        let bid = Bids::<Test>::get(OPEN, 0).unwrap();
        Bids::<Test>::insert(99, 0, bid);
    };
    detected(stray, "INV-AUCTION-4: a bid without an auction");
}

#[test]
fn every_level_is_the_sum_of_its_bids() {
    const BROKEN: &str = "INV-AUCTION-5: a book != the sum";
    book(|levels| levels[7] += 1, BROKEN);
    book(|levels| levels[9] -= 1, BROKEN);
    book(|levels| levels.swap(7, 8), BROKEN);
    book(|levels| levels[255] = 1, BROKEN);
    book(|levels| levels.reverse(), BROKEN);
    book(|levels| levels[7] = 0, BROKEN);
    a_bid(OPEN, 1, |bid| bid.tick = 8, "INV-AUCTION-5: the hold of a bid");
    a_bid(OPEN, 1, |bid| bid.units -= 1, "INV-AUCTION-5: the hold of a bid");
}

#[test]
fn the_agenda_names_every_auction_once() {
    const BROKEN: &str = "INV-AUCTION-6: the agenda != the auctions";
    detected(|| House::unschedule(OPEN), BROKEN);
    detected(|| House::schedule(99, 0).unwrap(), BROKEN);
    detected(|| House::schedule(OPEN, 0).unwrap(), BROKEN);
}

#[test]
fn the_agenda_is_in_order_and_not_late() {
    let swap = || {
        Agenda::<Test>::mutate(|agenda| {
            let mut entries = agenda.clone().into_inner();
            entries.reverse();
            *agenda = frame_support::BoundedVec::truncate_from(entries);
        })
    };
    detected(swap, "INV-AUCTION-6: the agenda is out of order");
    let late = || House::reschedule(OPEN, 1_000_000 + 13 * HOUR).unwrap();
    detected(late, "INV-AUCTION-6: an auction is looked at too late");
}

#[test]
fn the_index_of_bidders_is_complete_and_exact() {
    const BROKEN: &str = "INV-AUCTION-7";
    detected(|| BidsOf::<Test>::remove(ALICE, (OPEN, 0)), BROKEN);
    detected(|| BidsOf::<Test>::insert(BOB, (OPEN, 0), ()), BROKEN);
    detected(|| BidsOf::<Test>::insert(BOB, (99, 0), ()), BROKEN);
}

#[test]
fn every_auction_is_counted() {
    const BROKEN: &str = "INV-AUCTION-8: opened != finished + live";
    detected(|| NextAuctionId::<Test>::put(6), BROKEN);
    past(|past| past.auctions += 1, BROKEN);
    let renumber = || {
        let auction = Auctions::<Test>::take(FALLS).unwrap();
        Auctions::<Test>::insert(99, &auction);
        House::unschedule(FALLS);
        House::schedule(99, auction.ends_at).unwrap();
    };
    detected(renumber, "INV-AUCTION-8: an auction with a number not yet given");
}

#[test]
fn what_was_paid_is_the_price() {
    const BROKEN: &str = "INV-AUCTION-9";
    // One planck more or less for each payment is rounding, two are not.
    let moved = |by: i128| {
        move |auction: &mut Auction| {
            auction.flows.paid = auction.flows.paid.checked_add_signed(by).unwrap();
            auction.flows.returned = auction.flows.returned.checked_add_signed(-by).unwrap();
        }
    };
    live(SETTLING, moved(-1), BROKEN);
    live(SETTLING, moved(2), BROKEN);
    live(SETTLING, |auction| auction.flows.bought += 1, BROKEN);
    live(OPEN, |auction| auction.flows.bought += 1, BROKEN);
    live(FALLS, |auction| auction.flows.bought = 99, BROKEN);
    live(FALLS, |auction| auction.flows.bought *= 2, BROKEN);
}

#[test]
fn an_alarm_that_rings_too_late() {
    const BROKEN: &str = "INV-AUCTION-6: the alarm rings too late";
    detected(|| FakeAlarm::<Now>::set(None), BROKEN);
    detected(
        || FakeAlarm::<Now>::set(FakeAlarm::<Now>::at().map(|at| at + 1)),
        BROKEN,
    );
}
