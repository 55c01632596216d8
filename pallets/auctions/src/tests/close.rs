// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

const NOTHING: Clearing = Clearing {
    price: FixedU128::from_u32(0),
    sold: 0,
    turnover: 0,
};

#[test]
fn close_finds_the_price_and_tells_the_seller_once() {
    run(|| {
        let id = timed();
        bid(ALICE, id, 9, 600);
        bid(BOB, id, 7, 500);
        bid(CHARLIE, id, 3, 100);
        end(id);
        take_events();
        assert_ok!(House::close(signed(99), id));
        assert_eq!(
            take_events(),
            [Event::Closed {
                auction: id,
                price: price(17),
                sold: 1_000,
                turnover: 17_000
            }]
        );
        let clearing = Clearing {
            price: price(17),
            sold: 1_000,
            turnover: 17_000,
        };
        assert_eq!(FakeSeller::closings(LOT), [clearing]);
        assert!(matches!(auction(id).phase, Phase::Settling(_)));
        assert_noop!(House::close(signed(99), id), Error::AlreadyClosed);
        assert_eq!(FakeSeller::closings(LOT), [clearing]);
    });
}

#[test]
fn demand_below_the_supply_sells_at_the_lowest_bid() {
    run(|| {
        let id = timed();
        bid(ALICE, id, 200, 100);
        bid(BOB, id, 3, 50);
        close(id);
        assert_eq!(
            FakeSeller::closings(LOT),
            [Clearing {
                price: price(13),
                sold: 150,
                turnover: 1_950
            }]
        );
    });
}

#[test]
fn close_rounds_the_turnover_down() {
    run(|| {
        let id = House::open_timed(TimedSale {
            reserve: FixedU128::from_rational(1, 3),
            ..TIMED
        })
        .unwrap();
        bid(ALICE, id, 0, 10);
        close(id);
        assert_eq!(FakeSeller::closings(LOT)[0].turnover, 3);
    });
}

#[test]
fn close_below_the_least_turnover_refunds() {
    run(|| {
        let sale = TimedSale {
            min_turnover: 1_501,
            ..TIMED
        };
        let id = House::open_timed(sale).unwrap();
        bid(ALICE, id, 5, 100);
        close(id);
        assert_eq!(FakeSeller::closings(LOT), [NOTHING]);
        assert_eq!(held(ALICE), 1_500);
        idle();
        assert_eq!((free(ALICE), held(ALICE)), (ENDOWMENT, 0));
        assert_eq!(FakeSeller::endings(LOT), [1_000]);
    });
}

#[test]
fn close_at_the_least_turnover_sells() {
    run(|| {
        let sale = TimedSale {
            min_turnover: 1_500,
            ..TIMED
        };
        let id = House::open_timed(sale).unwrap();
        bid(ALICE, id, 5, 100);
        close(id);
        assert_eq!(FakeSeller::closings(LOT)[0].sold, 100);
    });
}

#[test]
fn close_without_bids_finishes_at_once() {
    run(|| {
        let id = timed();
        close(id);
        assert_eq!(FakeSeller::closings(LOT), [NOTHING]);
        assert_eq!(FakeSeller::endings(LOT), [1_000]);
        assert!(Auctions::<Test>::get(id).is_none() && Agenda::<Test>::get().is_empty());
        happened(Event::Finished {
            auction: id,
            lot: LOT,
            delivered: 0,
            unsold: 1_000,
            proceeds: 0,
        });
        assert_noop!(House::close(signed(ALICE), id), Error::AuctionNotFound);
    });
}

#[test]
fn close_before_the_end_is_refused() {
    run(|| {
        let timed = timed();
        let falling = falling();
        pass(HOUR - 1);
        assert_noop!(House::close(signed(ALICE), timed), Error::NotEnded);
        assert_noop!(House::close(signed(ALICE), falling), Error::NotEnded);
        assert_noop!(House::close(RuntimeOrigin::none(), timed), DispatchError::BadOrigin);
    });
}

#[test]
fn close_of_an_extended_auction_waits_for_the_new_end() {
    run(|| {
        let id = timed();
        pass(HOUR - MINUTE);
        bid(ALICE, id, 0, 10);
        pass(MINUTE);
        assert_noop!(House::close(signed(ALICE), id), Error::NotEnded);
        idle();
        assert!(matches!(auction(id).phase, Phase::Bidding(_)));
        end(id);
        idle();
        assert_eq!(FakeSeller::endings(LOT), [990]);
    });
}

#[test]
fn close_ends_a_falling_auction_after_its_period() {
    run(|| {
        let id = falling();
        assert_ok!(House::buy(signed(ALICE), id, 300, price(1_024)));
        close(id);
        assert_eq!(FakeSeller::endings(LOT), [700]);
        // Only timed sales have a clearing to tell.
        assert_eq!(FakeSeller::closings(LOT), []);
        happened(Event::Finished {
            auction: id,
            lot: LOT,
            delivered: 300,
            unsold: 700,
            proceeds: 300 * 1_024,
        });
    });
}

#[test]
fn a_seller_that_does_not_accept_the_result_keeps_the_auction_unclosed() {
    run(|| {
        let id = timed();
        let number = bid(ALICE, id, 5, 100);
        FakeSeller::set_broken(SellerCall::Closed, true);
        end(id);
        assert_noop!(
            House::close(signed(ALICE), id),
            DispatchError::Other("the fake is broken")
        );
        assert_noop!(House::claim(signed(ALICE), id, number), Error::NotClosed);
        FakeSeller::set_broken(SellerCall::Closed, false);
        assert_ok!(House::close(signed(ALICE), id));
        assert_eq!(FakeSeller::closings(LOT).len(), 1);
    });
}

#[test]
fn a_seller_that_never_accepts_the_result_cannot_keep_the_money() {
    run(|| {
        let id = timed();
        let number = bid(ALICE, id, 5, 100);
        FakeSeller::set_broken(SellerCall::Closed, true);
        end(id);
        pass(SELLER_GRACE - 1);
        assert!(House::close(signed(ALICE), id).is_err());
        pass(1);
        take_events();
        assert_ok!(House::close(signed(ALICE), id));
        assert_eq!(
            take_events(),
            [
                Event::SellerIgnored {
                    auction: id,
                    // The text of an error is not kept in an event.
                    error: DispatchError::Other("")
                },
                Event::Closed {
                    auction: id,
                    price: price(0),
                    sold: 0,
                    turnover: 0
                }
            ]
        );
        assert_ok!(House::claim(signed(BOB), id, number));
        assert_eq!((free(ALICE), held(ALICE)), (ENDOWMENT, 0));
        // It is told again before the end, and the auction waits for that.
        assert!(House::close(signed(ALICE), id).is_err());
        assert_eq!(FakeSeller::closings(LOT), []);
        FakeSeller::set_broken(SellerCall::Closed, false);
        assert_ok!(House::close(signed(ALICE), id));
        assert_eq!(FakeSeller::closings(LOT), [NOTHING]);
        assert_eq!(FakeSeller::endings(LOT), [1_000]);
    });
}

#[test]
fn a_refund_does_not_wait_for_the_seller() {
    run(|| {
        let sale = TimedSale {
            min_turnover: 100_000,
            ..TIMED
        };
        let id = House::open_timed(sale).unwrap();
        let number = bid(ALICE, id, 5, 100);
        for call in [SellerCall::Closed, SellerCall::Deliver, SellerCall::Finished] {
            FakeSeller::set_broken(call, true);
        }
        close(id);
        assert_ok!(House::claim(signed(BOB), id, number));
        assert_eq!((free(ALICE), held(ALICE)), (ENDOWMENT, 0));
    });
}

#[test]
fn an_auction_whose_seller_does_not_take_the_rest_stays_until_it_does() {
    run(|| {
        let id = falling();
        FakeSeller::set_broken(SellerCall::Finished, true);
        end(id);
        assert_noop!(
            House::close(signed(ALICE), id),
            DispatchError::Other("the fake is broken")
        );
        FakeSeller::set_broken(SellerCall::Finished, false);
        assert_ok!(House::close(signed(ALICE), id));
        assert_eq!(FakeSeller::endings(LOT), [1_000]);
    });
}

#[test]
fn blocks_that_are_full_until_the_end_do_not_sell_below_the_reserve() {
    run(|| {
        // Nobody gets a bid in; the hook has no idle time either.
        let id = timed();
        pass(HOUR / 2);
        House::on_idle(1, Weight::zero());
        end(id);
        House::on_idle(1, Weight::zero());
        pass(HOUR);
        assert_noop!(House::bid(signed(ALICE), id, 0, 1_000), Error::Ended);
        assert_ok!(House::close(signed(ALICE), id));
        assert_eq!(FakeSeller::closings(LOT), [NOTHING]);
        // A single bid at the lowest level is the least that anything sells for.
        let id = timed();
        bid(ALICE, id, 0, 10);
        close(id);
        assert_eq!(FakeSeller::closings(LOT)[1].price, TIMED.reserve);
    });
}

#[test]
fn a_finished_auction_is_in_the_totals() {
    run(|| {
        let id = timed();
        bid(ALICE, id, 5, 100);
        let cancelled = bid(BOB, id, 6, 10);
        assert_ok!(House::cancel_bid(signed(BOB), id, cancelled));
        bid(BOB, id, 3, 50);
        end(id);
        idle();
        assert_eq!(
            Past::<Test>::get(),
            Totals {
                auctions: 1,
                offered: 1_000,
                unsold: 850,
                flows: Flows {
                    placed: 3,
                    cancelled: 1,
                    settled: 2,
                    held: 1_500 + 160 + 650,
                    returned: 160 + 200,
                    paid: 1_300 + 650,
                    bought: 0,
                    delivered: 150,
                },
            }
        );
    });
}
