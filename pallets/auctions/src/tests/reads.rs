// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn a_timed_auction_shows_its_terms_and_how_far_it_has_come() {
    run(|| {
        let id = timed();
        bid(ALICE, id, 9, 600);
        bid(BOB, id, 7, 500);
        let open = AuctionInfo {
            lot: LOT,
            kind: Kind::Timed,
            state: State::Open,
            units: 1_000,
            min_bid: 10,
            lowest_price: price(10),
            highest_price: price(265),
            tick_size: price(1),
            min_turnover: 0,
            opened_at: 1_000_000,
            cancel_until: 1_000_000 + 45 * MINUTE,
            ends_at: 1_000_000 + HOUR,
            latest_end: 1_000_000 + 90 * MINUTE,
            bids_placed: 2,
            bids_open: 2,
            held: 11_400 + 8_500,
            delivered: 0,
            proceeds: 0,
            clearing: None,
        };
        assert_eq!(House::auction_info(id), Some(open));
        pass(45 * MINUTE);
        let state = || House::auction_info(id).unwrap().state;
        assert_eq!(state(), State::PlaceOnly);
        end(id);
        assert_eq!(state(), State::Ended);
        close(id);
        assert_ok!(House::claim(signed(ALICE), id, 0));
        let closed = AuctionInfo {
            state: State::Settling,
            bids_open: 1,
            held: 8_500,
            delivered: 600,
            proceeds: 10_200,
            clearing: Some(Cleared {
                tick: 7,
                price: price(17),
                sold: 1_000,
                turnover: 17_000,
                marginal_units: 500,
                marginal_filled: 400,
            }),
            ..open
        };
        assert_eq!(House::auction_info(id), Some(closed));
        idle();
        assert_eq!(House::auction_info(id), None);
        assert_eq!(House::totals().flows.paid, 17_000);
    });
}

#[test]
fn a_refunded_auction_says_so() {
    run(|| {
        let sale = TimedSale {
            min_turnover: 2_000,
            ..TIMED
        };
        let id = House::open_timed(sale).unwrap();
        bid(ALICE, id, 5, 100);
        let projection = House::projected_clearing(id).unwrap();
        assert!(!projection.reaches_min_turnover);
        assert_eq!((projection.clearing.sold, projection.clearing.turnover), (100, 1_500));
        close(id);
        let info = House::auction_info(id).unwrap();
        assert_eq!((info.state, info.clearing), (State::Refunding, None));
        let bid = House::claimable(&ALICE)[0];
        assert_eq!((bid.status, bid.filled, bid.refund), (BidStatus::Refunded, 0, 1_500));
    });
}

#[test]
fn a_falling_auction_shows_its_terms_and_price() {
    run(|| {
        let id = falling();
        pass(HOUR);
        assert_ok!(House::buy(signed(ALICE), id, 100, price(513)));
        let info = House::auction_info(id).unwrap();
        assert_eq!((info.kind, info.state), (Kind::Falling, State::Open));
        assert_eq!((info.highest_price, info.lowest_price), (price(1_024), price(1)));
        assert_eq!((info.opened_at, info.ends_at), (1_000_000, 1_000_000 + 10 * HOUR));
        assert_eq!((info.delivered, info.proceeds), (100, 51_201));
        assert_eq!(House::book(id), []);
        assert_eq!(House::projected_clearing(id), None);
        end(id);
        assert_eq!(House::auction_info(id).unwrap().state, State::Ended);
    });
}

#[test]
fn the_book_shows_prices_and_units() {
    run(|| {
        let id = timed();
        bid(ALICE, id, 9, 600);
        bid(BOB, id, 7, 500);
        bid(BOB, id, 9, 10);
        let level = |tick, planck, units| Level {
            tick,
            price: price(planck),
            units,
        };
        assert_eq!(House::book(id), [level(7, 17, 500), level(9, 19, 610)]);
        close(id);
        assert_eq!(House::book(id), []);
        assert_eq!(House::book(99), []);
    });
}

#[test]
fn the_projection_is_what_the_close_finds() {
    run(|| {
        let id = timed();
        assert_eq!(House::projected_clearing(id), None);
        bid(ALICE, id, 9, 600);
        bid(BOB, id, 7, 500);
        let projection = House::projected_clearing(id).unwrap();
        assert!(projection.reaches_min_turnover);
        close(id);
        assert_eq!(House::auction_info(id).unwrap().clearing, Some(projection.clearing));
        assert_eq!(House::projected_clearing(id), None);
    });
}

#[test]
fn the_bids_of_an_account_show_what_they_come_to() {
    run(|| {
        let id = timed();
        bid(ALICE, id, 9, 600);
        let won = bid(BOB, id, 7, 500);
        let lost = bid(BOB, id, 3, 100);
        let other = timed();
        bid(BOB, other, 0, 10);
        let find = |number| {
            let mut bids = House::claimable(&BOB).into_iter();
            bids.find(|bid| (bid.auction, bid.bid) == (id, number)).unwrap()
        };
        assert_eq!(House::claimable(&BOB).len(), 3);
        let open = BidInfo {
            auction: id,
            bid: won,
            tick: 7,
            price: price(17),
            units: 500,
            held: 8_500,
            status: BidStatus::Bidding,
            filled: 400,
            payment: 6_800,
            refund: 1_700,
        };
        assert_eq!(find(won), open);
        close(id);
        assert_eq!(
            find(won),
            BidInfo {
                status: BidStatus::Won,
                ..open
            }
        );
        assert_eq!((find(lost).status, find(lost).refund), (BidStatus::Lost, 1_300));
        end(other);
        idle();
        assert_eq!(House::claimable(&BOB), []);
    });
}

#[test]
fn quotes_are_what_the_calls_cost() {
    run(|| {
        let id = timed();
        assert_eq!(House::quote_bid(id, 5, 100), Some(1_500));
        bid(ALICE, id, 5, 100);
        assert_eq!(held(ALICE), 1_500);
        for units in [0, 9, 1_001] {
            assert_eq!(House::quote_bid(id, 5, units), None);
        }
        let falling = falling();
        pass(HOUR / 3);
        let quote = House::quote_buy(falling, 100).unwrap();
        let before = free(BOB);
        assert_ok!(House::buy(signed(BOB), falling, 100, quote.price));
        assert_eq!(free(BOB), before - quote.payment);
        for units in [0, 9, 901] {
            assert_eq!(House::quote_buy(falling, units), None);
        }
        assert_eq!(
            (House::quote_bid(falling, 0, 100), House::quote_buy(id, 100)),
            (None, None)
        );
        assert_eq!((House::price_now(id), House::price_now(99)), (None, None));
        end(id);
        assert_eq!(House::quote_bid(id, 5, 100), None);
    });
}

#[test]
fn auctions_are_listed_in_the_order_in_which_they_are_due() {
    run(|| {
        let late = falling();
        let early = timed();
        assert_eq!(House::auctions(), [early, late]);
    });
}
