// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What went wrong elsewhere, and what a bidder might try here.

use super::*;

/// An auction that misses its minimum returned all bids in EasyAuction: every planck, the overpayment too, and nobody has
/// to ask the seller.
#[test]
fn easy_auction_a_short_turnover_refunds_everybody_in_full() {
    run(|| {
        let sale = TimedSale {
            min_turnover: 1_000_000,
            ..TIMED
        };
        let id = House::open_timed(sale).unwrap();
        for (who, tick, units) in [(ALICE, 255, 1_000), (BOB, 100, 999), (CHARLIE, 0, 10), (ALICE, 3, 17)] {
            bid(who, id, tick, units);
        }
        FakeSeller::set_broken(SellerCall::Deliver, true);
        end(id);
        idle();
        for who in [ALICE, BOB, CHARLIE] {
            assert_eq!((free(who), held(who)), (ENDOWMENT, 0));
            assert_eq!(FakeSeller::delivered(LOT, who), (0, 0));
        }
        assert_eq!(free(FakeSeller::POT), 0);
        assert_eq!(FakeSeller::endings(LOT), [1_000]);
    });
}

/// A bid of a senseless size overflowed in a continuous clearing auction, and the auction could not be closed.
#[test]
fn continuous_clearing_a_huge_bid_is_refused_and_the_auction_closes() {
    run(|| {
        let sale = TimedSale {
            units: MAX_UNITS,
            reserve: FixedU128::from_inner(1),
            tick_size: FixedU128::from_inner(1),
            ..TIMED
        };
        let id = House::open_timed(sale).unwrap();
        for units in [u128::MAX, u128::MAX / 2, MAX_UNITS + 1] {
            assert_noop!(House::bid(signed(ALICE), id, 255, units), Error::TooMuch);
        }
        // The largest that are allowed, on the same level and on others.
        for tick in [0, 0, 0, 1, 255, 255] {
            bid(ALICE, id, tick, MAX_UNITS);
        }
        bid(BOB, id, 7, MAX_UNITS / 3);
        end(id);
        idle();
        // Two bids at the highest level share everything.
        assert_eq!(FakeSeller::delivered(LOT, ALICE).0, MAX_UNITS);
        assert_eq!((held(ALICE), held(BOB), free(BOB)), (0, 0, ENDOWMENT));
        assert_eq!(FakeSeller::endings(LOT), [0]);
    });
}

/// Somebody places the least bid on every level, many times: the book is full, and takes other bids as before.
#[test]
fn dust_on_every_level_locks_nobody_out() {
    run(|| {
        let id = timed();
        for _ in 0..4 {
            (0..=Tick::MAX).for_each(|tick| {
                bid(CHARLIE, id, tick, 10);
            });
        }
        assert_eq!(levels(id).len(), 256);
        // 1000 units above tick 230 are dust already; a bid at the top is filled all the same.
        let number = bid(ALICE, id, 255, 500);
        bid(BOB, id, 0, 1_000);
        end(id);
        assert_ok!(House::close(signed(ALICE), id));
        assert_ok!(House::claim(signed(ALICE), id, number));
        assert_eq!(FakeSeller::delivered(LOT, ALICE).0, 500);
        idle();
        assert_eq!(FakeSeller::endings(LOT).len(), 1);
        assert_eq!((held(ALICE), held(BOB), held(CHARLIE)), (0, 0, 0));
    });
}

/// A bid whose owner locks the money afterwards would be an option for free: won if the price is good, void if not.
#[test]
fn a_lock_that_comes_after_the_bid_does_not_void_it() {
    run(|| {
        let id = timed();
        let number = bid(ALICE, id, 5, 100);
        assert_ok!(Balances::set_freeze(&0, &ALICE, ENDOWMENT));
        close(id);
        assert_ok!(House::claim(signed(BOB), id, number));
        assert_eq!(FakeSeller::delivered(LOT, ALICE), (100, 1_500));
        assert_eq!(held(ALICE), 0);
    });
}

/// The money of a bid cannot be spent in another way, and the bidder's account cannot be closed under it.
#[test]
fn the_money_of_a_bid_stays_where_it_is() {
    run(|| {
        let id = timed();
        let number = bid(ALICE, id, 5, 100);
        assert!(Balances::transfer_allow_death(signed(ALICE), BOB, ENDOWMENT - 1_500).is_err());
        assert_ok!(Balances::transfer_keep_alive(
            signed(ALICE),
            BOB,
            ENDOWMENT - 1_500 - ED
        ));
        close(id);
        assert_ok!(House::claim(signed(BOB), id, number));
        assert_eq!((free(ALICE), held(ALICE)), (ED, 0));
    });
}

/// A bid in the last block used to win against those who had no time to answer.
#[test]
fn a_snipe_in_the_last_moment_can_be_answered() {
    run(|| {
        let id = timed();
        bid(ALICE, id, 10, 1_000);
        pass(HOUR - 1);
        bid(BOB, id, 11, 1_000);
        pass(5 * MINUTE);
        bid(ALICE, id, 12, 1_000);
        end(id);
        idle();
        assert_eq!(FakeSeller::delivered(LOT, ALICE), (1_000, 22_000));
        assert_eq!(free(BOB), ENDOWMENT);
    });
}

/// Many small bids that move the price up and down cannot keep an auction open for ever, nor can they make it unending
/// work to settle it.
#[test]
fn an_auction_cannot_be_kept_open_by_moving_its_price() {
    run(|| {
        let id = timed();
        pass(HOUR - 1);
        let mut tick = 255;
        while Now::get() < auction(id).ends_at {
            bid(CHARLIE, id, tick, 10);
            tick = tick.saturating_sub(1);
            pass(3 * MINUTE);
        }
        assert!(Now::get() <= 1_000_000 + 93 * MINUTE);
        idle();
        assert_eq!(FakeSeller::endings(LOT).len(), 1);
    });
}

/// Units given back to the seller inside `finished` can be put up again at once.
#[test]
fn the_place_of_a_finished_auction_is_free_before_the_seller_hears_of_it() {
    run(|| {
        (0..MAX_AUCTIONS).for_each(|_| {
            falling();
        });
        end(0);
        FakeSeller::set_broken(SellerCall::Finished, true);
        idle();
        // Undone as a whole: the place is taken again.
        assert_noop!(House::open_falling(FALLING), Error::TooManyAuctions);
        FakeSeller::set_broken(SellerCall::Finished, false);
        assert_ok!(House::close(signed(ALICE), 0));
        assert_ok!(House::open_falling(FALLING));
    });
}

/// Money sent to the seller's account, or to anybody, changes no result.
#[test]
fn donations_change_nothing() {
    let story = |donate: bool| {
        let mut totals = Totals::default();
        run(|| {
            let id = timed();
            bid(ALICE, id, 9, 600);
            if donate {
                assert_ok!(Balances::transfer_allow_death(signed(CHARLIE), FakeSeller::POT, 12_345));
                assert_ok!(Balances::transfer_allow_death(signed(CHARLIE), ALICE, 12_345));
            }
            bid(BOB, id, 7, 500);
            end(id);
            idle();
            totals = Past::<Test>::get();
        });
        totals
    };
    assert_eq!(story(true), story(false));
}
