// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

/// 1000 units: Alice wins all of 600 at 19, Bob 400 of 500 at 17, Charlie nothing at 13. The price is 17.
#[track_caller]
fn closed() -> AuctionId {
    let id = timed();
    bid(ALICE, id, 9, 600);
    bid(BOB, id, 7, 500);
    bid(CHARLIE, id, 3, 100);
    close(id);
    take_events();
    id
}

#[test]
fn a_winner_pays_the_price_of_all_and_gets_the_rest_back() {
    run(|| {
        let id = closed();
        assert_ok!(House::claim(signed(ALICE), id, 0));
        assert_eq!(
            take_events(),
            [Event::BidSettled {
                auction: id,
                bid: 0,
                who: ALICE,
                units: 600,
                paid: 10_200,
                returned: 1_200
            }]
        );
        assert_eq!((free(ALICE), held(ALICE)), (ENDOWMENT - 10_200, 0));
        assert_eq!(free(FakeSeller::POT), 10_200);
        assert_eq!(FakeSeller::delivered(LOT, ALICE), (600, 10_200));
    });
}

#[test]
fn a_marginal_bid_is_filled_in_part() {
    run(|| {
        let id = closed();
        assert_ok!(House::claim(signed(BOB), id, 1));
        assert_eq!((free(BOB), held(BOB)), (ENDOWMENT - 6_800, 0));
        assert_eq!(FakeSeller::delivered(LOT, BOB), (400, 6_800));
    });
}

#[test]
fn a_loser_gets_everything_back_without_the_seller() {
    run(|| {
        let id = closed();
        FakeSeller::set_broken(SellerCall::Deliver, true);
        assert_ok!(House::claim(signed(CHARLIE), id, 2));
        assert_eq!((free(CHARLIE), held(CHARLIE)), (ENDOWMENT, 0));
    });
}

#[test]
fn anybody_can_claim_for_the_bidder() {
    run(|| {
        let id = closed();
        assert_ok!(House::claim(signed(99), id, 0));
        assert_eq!(FakeSeller::delivered(LOT, ALICE), (600, 10_200));
        assert_noop!(House::claim(RuntimeOrigin::root(), id, 1), DispatchError::BadOrigin);
    });
}

#[test]
fn a_bid_is_settled_once() {
    run(|| {
        let id = closed();
        assert_ok!(House::claim(signed(ALICE), id, 0));
        assert_noop!(House::claim(signed(ALICE), id, 0), Error::BidNotFound);
    });
}

#[test]
fn claim_of_no_bid_is_refused() {
    run(|| {
        assert_noop!(House::claim(signed(ALICE), 0, 0), Error::AuctionNotFound);
        let id = closed();
        assert_noop!(House::claim(signed(ALICE), id, 3), Error::BidNotFound);
    });
}

#[test]
fn claim_before_the_close_is_refused() {
    run(|| {
        let id = timed();
        let number = bid(ALICE, id, 0, 10);
        assert_noop!(House::claim(signed(ALICE), id, number), Error::NotClosed);
        end(id);
        assert_noop!(House::claim(signed(ALICE), id, number), Error::NotClosed);
    });
}

#[test]
fn the_share_of_the_margin_does_not_depend_on_the_order_of_claims() {
    // 7 marginal bids share 100 units.
    let fills = |order: [BidId; 7]| {
        let mut fills = vec![];
        run(|| {
            let id = timed();
            bid(BOB, id, 9, 900);
            close_with_marginals(id);
            for number in order {
                let (before, _) = FakeSeller::delivered(LOT, ALICE);
                assert_ok!(House::claim(signed(BOB), id, number + 1));
                fills.push((number, FakeSeller::delivered(LOT, ALICE).0 - before));
            }
            assert_ok!(House::claim(signed(BOB), id, 0));
        });
        fills.sort_unstable();
        fills
    };
    let forward = fills([0, 1, 2, 3, 4, 5, 6]);
    assert_eq!(forward, fills([6, 5, 4, 3, 2, 1, 0]));
    assert_eq!(forward, fills([3, 0, 6, 1, 5, 2, 4]));
    // floor(units * 100 / 322)
    assert_eq!(forward.iter().map(|(_, filled)| filled).sum::<Balance>(), 96);
}

/// Alice bids for 43 to 49 units at the margin.
#[track_caller]
fn close_with_marginals(id: AuctionId) {
    (43..50).for_each(|units| {
        bid(ALICE, id, 5, units);
    });
    close(id);
}

#[test]
fn a_marginal_bid_too_small_for_a_unit_gets_its_money_back() {
    run(|| {
        let sale = TimedSale { min_bid: 1, ..TIMED };
        let id = House::open_timed(sale).unwrap();
        bid(ALICE, id, 9, 999);
        let small = bid(BOB, id, 5, 1);
        bid(CHARLIE, id, 5, 2);
        close(id);
        assert_ok!(House::claim(signed(BOB), id, small));
        assert_eq!((free(BOB), held(BOB)), (ENDOWMENT, 0));
        idle();
        // One unit was left for three at the margin: all of it is dust.
        assert_eq!(FakeSeller::endings(LOT), [1]);
    });
}

#[test]
fn a_failed_delivery_leaves_the_bid_and_its_money_where_they_are() {
    run(|| {
        let id = closed();
        FakeSeller::set_unreachable(ALICE, true);
        assert_noop!(
            House::claim(signed(ALICE), id, 0),
            DispatchError::Other("the buyer cannot be reached")
        );
        assert_eq!(held(ALICE), 11_400);
        // The others do not wait for it.
        assert_ok!(House::claim(signed(BOB), id, 1));
        FakeSeller::set_unreachable(ALICE, false);
        assert_ok!(House::claim(signed(ALICE), id, 0));
        assert_eq!(FakeSeller::delivered(LOT, ALICE), (600, 10_200));
    });
}

#[test]
fn the_last_claim_lets_the_hook_finish_in_the_same_block() {
    run(|| {
        let id = closed();
        for number in 0..3 {
            assert_ok!(House::claim(signed(ALICE), id, number));
        }
        assert_eq!(FakeSeller::endings(LOT), []);
        idle();
        assert_eq!(FakeSeller::endings(LOT), [0]);
        assert_eq!(free(FakeSeller::POT), 17_000);
    });
}

#[test]
fn the_last_claim_finishes_even_while_a_retry_is_far_away() {
    run(|| {
        let id = closed();
        FakeSeller::set_unreachable(ALICE, true);
        idle();
        assert_eq!(Agenda::<Test>::get()[0].at, Now::get() + RETRY_AFTER);
        FakeSeller::set_unreachable(ALICE, false);
        assert_ok!(House::claim(signed(ALICE), id, 0));
        idle();
        assert_eq!(FakeSeller::endings(LOT), [0]);
    });
}

#[test]
fn payments_are_rounded_up_for_each_bid() {
    run(|| {
        let third = FixedU128::from_rational(1, 3);
        let sale = TimedSale {
            reserve: third,
            ..TIMED
        };
        let id = House::open_timed(sale).unwrap();
        (0..3).for_each(|_| {
            bid(ALICE, id, 0, 10);
        });
        close(id);
        idle();
        // 3.33 each, 10 in all: paid 4 each.
        assert_eq!(FakeSeller::delivered(LOT, ALICE), (30, 12));
        assert_eq!(FakeSeller::closings(LOT)[0].turnover, 9);
    });
}
