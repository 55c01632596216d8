// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn bid_holds_what_it_can_cost() {
    run(|| {
        let id = timed();
        take_events();
        assert_ok!(House::bid(signed(ALICE), id, 5, 100));
        assert_eq!(
            take_events(),
            [Event::BidPlaced {
                auction: id,
                bid: 0,
                who: ALICE,
                tick: 5,
                units: 100,
                held: 1_500
            }]
        );
        assert_eq!((free(ALICE), held(ALICE)), (ENDOWMENT - 1_500, 1_500));
        assert_eq!(
            Bids::<Test>::get(id, 0),
            Some(Bid {
                owner: ALICE,
                tick: 5,
                units: 100,
                held: 1_500
            })
        );
        assert_eq!(levels(id), [(5, 100)]);
        assert_eq!((auction(id).flows.placed, auction(id).flows.held), (1, 1_500));
    });
}

#[test]
fn bid_rounds_the_hold_up() {
    run(|| {
        let id = House::open_timed(TimedSale {
            reserve: FixedU128::from_rational(1, 3),
            ..TIMED
        })
        .unwrap();
        // 10 * 0.333... = 3.33
        bid(ALICE, id, 0, 10);
        assert_eq!(held(ALICE), 4);
    });
}

#[test]
fn bids_of_a_tick_share_a_level() {
    run(|| {
        let id = timed();
        for (who, tick, units) in [
            (ALICE, 9, 10),
            (BOB, 2, 20),
            (ALICE, 255, 30),
            (CHARLIE, 9, 40),
            (BOB, 0, 50),
        ] {
            bid(who, id, tick, units);
        }
        assert_eq!(levels(id), [(0, 50), (2, 20), (9, 50), (255, 30)]);
    });
}

#[test]
fn bid_of_zero_is_refused() {
    run(|| {
        let id = timed();
        assert_noop!(House::bid(signed(ALICE), id, 0, 0), Error::AmountZero);
    });
}

#[test]
fn bid_below_the_least_is_refused() {
    run(|| {
        let id = timed();
        assert_noop!(House::bid(signed(ALICE), id, 0, 9), Error::BelowMinBid);
        assert_ok!(House::bid(signed(ALICE), id, 0, 10));
    });
}

#[test]
fn bid_above_the_lot_is_refused() {
    run(|| {
        let id = timed();
        assert_noop!(House::bid(signed(ALICE), id, 0, 1_001), Error::TooMuch);
        assert_ok!(House::bid(signed(ALICE), id, 0, 1_000));
    });
}

#[test]
fn bid_in_no_auction_is_refused() {
    run(|| {
        assert_noop!(House::bid(signed(ALICE), 3, 0, 10), Error::AuctionNotFound);
    });
}

#[test]
fn bid_in_a_falling_auction_is_refused() {
    run(|| {
        let id = falling();
        assert_noop!(House::bid(signed(ALICE), id, 0, 10), Error::WrongFormat);
    });
}

#[test]
fn barred_bidders_are_refused() {
    run(|| {
        let id = timed();
        FakeSeller::bar(BOB);
        assert_noop!(House::bid(signed(BOB), id, 0, 10), Error::Barred);
        assert_ok!(House::bid(signed(ALICE), id, 0, 10));
    });
}

#[test]
fn bid_above_the_balance_is_refused() {
    run(|| {
        let sale = TimedSale {
            units: ENDOWMENT,
            ..TIMED
        };
        let id = House::open_timed(sale).unwrap();
        assert_noop!(House::bid(signed(99), id, 0, 10), Error::InsufficientBalance);
        // The account stays alive: the last planck cannot be bid.
        assert_noop!(
            House::bid(signed(ALICE), id, 0, ENDOWMENT / 10),
            Error::InsufficientBalance
        );
        assert_ok!(House::bid(signed(ALICE), id, 0, ENDOWMENT / 10 - 1));
        assert_eq!(free(ALICE), 10);
    });
}

#[test]
fn locked_money_cannot_be_bid() {
    run(|| {
        let id = timed();
        assert_ok!(Balances::set_freeze(&0, &ALICE, ENDOWMENT - 1_000));
        assert_noop!(House::bid(signed(ALICE), id, 0, 101), Error::InsufficientBalance);
        assert_ok!(House::bid(signed(ALICE), id, 0, 100));
    });
}

#[test]
fn the_money_of_one_bid_does_not_satisfy_a_lock_for_another() {
    run(|| {
        let id = timed();
        assert_ok!(Balances::set_freeze(&0, &ALICE, ENDOWMENT - 1_500));
        bid(ALICE, id, 5, 90);
        // Only 150 of the free planck are not locked, though the lock leaves 1500 of the free balance alone now.
        assert_noop!(House::bid(signed(ALICE), id, 5, 11), Error::InsufficientBalance);
        bid(ALICE, id, 5, 10);
        end(id);
        idle();
        assert_eq!(free(ALICE), ENDOWMENT - 1_500);
    });
}

#[test]
fn bid_at_the_end_is_refused() {
    run(|| {
        let id = timed();
        pass(HOUR - 1);
        assert_ok!(House::bid(signed(ALICE), id, 0, 10));
        end(id);
        assert_noop!(House::bid(signed(ALICE), id, 0, 10), Error::Ended);
    });
}

#[test]
fn bid_in_a_closed_auction_is_refused() {
    run(|| {
        let id = timed();
        bid(ALICE, id, 0, 10);
        close(id);
        assert_noop!(House::bid(signed(ALICE), id, 0, 10), Error::Ended);
    });
}

#[test]
fn bid_needs_a_signature() {
    run(|| {
        let id = timed();
        assert_noop!(House::bid(RuntimeOrigin::root(), id, 0, 10), DispatchError::BadOrigin);
        assert_noop!(House::bid(RuntimeOrigin::none(), id, 0, 10), DispatchError::BadOrigin);
    });
}

#[test]
fn bids_do_not_run_out_of_numbers_silently() {
    run(|| {
        let id = timed();
        let flows = |placed| Auctions::<Test>::mutate_extant(id, |auction| auction.flows.placed = placed);
        flows(1 << 32);
        assert_noop!(House::bid(signed(ALICE), id, 0, 10), Error::Overflow);
        flows(0);
    });
}

#[test]
fn a_bid_whose_sum_of_holds_is_no_number_is_refused() {
    run(|| {
        let id = timed();
        let flows = |held| Auctions::<Test>::mutate_extant(id, |auction| auction.flows.held = held);
        flows(u128::MAX);
        assert_noop!(House::bid(signed(ALICE), id, 0, 10), Error::Overflow);
        flows(0);
    });
}

/// 6 minutes before the end, when 1000 units are bid for at tick 10.
fn late() -> AuctionId {
    let id = timed();
    bid(ALICE, id, 10, 1_000);
    pass(HOUR - 6 * MINUTE);
    take_events();
    id
}

#[test]
fn a_late_bid_that_moves_the_price_extends_the_end() {
    run(|| {
        let id = late();
        bid(BOB, id, 20, 10);
        // 990 of 1000 at tick 10 are still marginal: the price has not moved.
        assert_eq!(auction(id).ends_at, 1_000_000 + HOUR);
        pass(MINUTE);
        bid(BOB, id, 20, 990);
        let ends_at = 1_000_000 + HOUR + MINUTE;
        assert_eq!(auction(id).ends_at, ends_at);
        happened(Event::Extended { auction: id, ends_at });
    });
}

#[test]
fn a_bid_before_the_window_extends_nothing() {
    run(|| {
        let id = timed();
        bid(ALICE, id, 10, 1_000);
        pass(HOUR - 6 * MINUTE - 1);
        bid(BOB, id, 20, 1_000);
        assert_eq!(auction(id).ends_at, 1_000_000 + HOUR);
    });
}

#[test]
fn the_first_bid_moves_the_price() {
    run(|| {
        let id = timed();
        pass(HOUR - MINUTE);
        bid(ALICE, id, 0, 10);
        assert_eq!(auction(id).ends_at, Now::get() + 6 * MINUTE);
    });
}

#[test]
fn a_lower_bid_that_lowers_the_price_extends_too() {
    run(|| {
        let id = timed();
        bid(ALICE, id, 10, 100);
        pass(HOUR - MINUTE);
        // Less is bid for than is for sale: the price is that of the lowest bid.
        bid(BOB, id, 5, 100);
        assert_eq!(auction(id).ends_at, Now::get() + 6 * MINUTE);
    });
}

#[test]
fn extensions_end() {
    run(|| {
        let id = late();
        let latest = 1_000_000 + HOUR + HOUR / 2;
        for tick in 11..=255 {
            if Now::get() >= auction(id).ends_at {
                break;
            }
            bid(BOB, id, tick, 1_000);
            assert!(auction(id).ends_at <= latest);
            pass(5 * MINUTE);
        }
        assert_eq!(auction(id).ends_at, latest);
        assert_noop!(House::bid(signed(BOB), id, 255, 1_000), Error::Ended);
    });
}

#[test]
fn the_window_is_ten_minutes_at_most() {
    run(|| {
        let id = House::open_timed(TimedSale {
            duration: 10 * HOUR,
            ..TIMED
        })
        .unwrap();
        pass(10 * HOUR - 10 * MINUTE - 1);
        bid(ALICE, id, 0, 10);
        assert_eq!(auction(id).ends_at, 1_000_000 + 10 * HOUR);
        pass(1);
        bid(ALICE, id, 1, 1_000);
        assert_eq!(auction(id).ends_at, 1_000_000 + 10 * HOUR);
        pass(1);
        bid(ALICE, id, 2, 1_000);
        assert_eq!(auction(id).ends_at, Now::get() + 10 * MINUTE);
    });
}
