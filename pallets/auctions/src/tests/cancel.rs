// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn cancel_bid_releases_everything() {
    run(|| {
        let id = timed();
        let first = bid(ALICE, id, 5, 100);
        let second = bid(BOB, id, 5, 50);
        take_events();
        assert_ok!(House::cancel_bid(signed(ALICE), id, first));
        assert_eq!(
            take_events(),
            [Event::BidCancelled {
                auction: id,
                bid: first,
                who: ALICE,
                returned: 1_500
            }]
        );
        assert_eq!((free(ALICE), held(ALICE)), (ENDOWMENT, 0));
        assert_eq!(levels(id), [(5, 50)]);
        assert_ok!(House::cancel_bid(signed(BOB), id, second));
        assert!(levels(id).is_empty());
    });
}

#[test]
fn numbers_of_cancelled_bids_are_not_used_again() {
    run(|| {
        let id = timed();
        let first = bid(ALICE, id, 5, 100);
        assert_ok!(House::cancel_bid(signed(ALICE), id, first));
        assert_eq!(bid(ALICE, id, 5, 100), first + 1);
        assert_noop!(House::cancel_bid(signed(ALICE), id, first), Error::BidNotFound);
    });
}

#[test]
fn cancel_bid_in_the_last_part_is_refused() {
    run(|| {
        let id = timed();
        let early = bid(ALICE, id, 5, 100);
        let late = bid(ALICE, id, 5, 100);
        pass(HOUR / 4 * 3 - 1);
        assert_ok!(House::cancel_bid(signed(ALICE), id, early));
        pass(1);
        assert_noop!(House::cancel_bid(signed(ALICE), id, late), Error::CancelClosed);
    });
}

#[test]
fn cancel_bid_after_the_end_is_refused() {
    run(|| {
        let id = timed();
        let bid = bid(ALICE, id, 5, 100);
        end(id);
        assert_noop!(House::cancel_bid(signed(ALICE), id, bid), Error::CancelClosed);
        close(id);
        assert_noop!(House::cancel_bid(signed(ALICE), id, bid), Error::CancelClosed);
    });
}

#[test]
fn cancel_bid_of_somebody_else_is_refused() {
    run(|| {
        let id = timed();
        let bid = bid(ALICE, id, 5, 100);
        assert_noop!(House::cancel_bid(signed(BOB), id, bid), Error::NotBidder);
        assert_noop!(
            House::cancel_bid(RuntimeOrigin::root(), id, bid),
            DispatchError::BadOrigin
        );
    });
}

#[test]
fn cancel_of_no_bid_is_refused() {
    run(|| {
        assert_noop!(House::cancel_bid(signed(ALICE), 0, 0), Error::AuctionNotFound);
        let id = timed();
        assert_noop!(House::cancel_bid(signed(ALICE), id, 0), Error::BidNotFound);
        let id = falling();
        assert_noop!(House::cancel_bid(signed(ALICE), id, 0), Error::WrongFormat);
    });
}

#[test]
fn a_bid_that_the_book_does_not_know_is_corruption_and_changes_nothing() {
    run(|| {
        let id = timed();
        let bid = bid(ALICE, id, 5, 100);
        let whole = auction(id);
        for phase in [Phase::Selling, Phase::Bidding(Box::new(EMPTY_BOOK))] {
            Auctions::<Test>::mutate_extant(id, |auction| auction.phase = phase);
            assert_noop!(House::cancel_bid(signed(ALICE), id, bid), Error::Corrupted);
        }
        Auctions::<Test>::insert(id, whole);
    });
}
