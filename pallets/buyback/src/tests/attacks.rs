// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What somebody might try.

use super::*;

/// The least that a slice of `units` may bring at a price of 1.
fn bound(units: Balance) -> Balance {
    (units * 99).div_ceil(100)
}

/// Gives the whale both coins.
fn arm_the_whale() {
    assert_ok!(Assets::mint(signed(ALICE), DOT, WHALE, 1_000 * DEPTH));
}

#[test]
fn a_donation_of_a_unit_changes_nothing() {
    run(|| {
        healthy(DOT);
        assert_ok!(Assets::mint(signed(ALICE), DOT, BOB, 1_000));
        assert_ok!(Assets::transfer(signed(BOB), DOT, pot_account(), 1));
        assert_ok!(Balances::transfer_keep_alive(signed(BOB), pot_account(), 1));
        // No pot comes of it.
        assert_eq!(pots(), 0);
        assert_noop!(poke(DOT), Error::NothingPending);
        asset_fee(DOT, REWARD, 1_000);
        assert_ok!(Assets::transfer(signed(BOB), DOT, pot_account(), 1));
        marked(DOT);
        assert_ok!(Balances::transfer_keep_alive(signed(BOB), pot_account(), 1));
        assert_ok!(poke(DOT));
        let flow = flow(DOT, REWARD);
        assert_eq!((flow.taken, flow.spent, flow.bought), (1_000, 1_000, flow.burned));
        // It stays where it is.
        assert_eq!((units(DOT, pot_account()), free(pot_account())), (2, ED + 2));
        assert_eq!(pots(), 0);
    });
}

/// Somebody sells before the trade and buys after it, in the same block.
#[test]
fn a_sandwich_in_the_block_costs_no_more_than_the_tolerance() {
    for part in [1, 2, 5, 100, 1_000, 100_000, 10_000_000] {
        run(|| {
            healthy(DOT);
            arm_the_whale();
            asset_fee(DOT, REWARD, 10_000_000);
            marked(DOT);
            Market::trader_sells(WHALE, DOT, DEPTH * 2 / part).unwrap();
            let result = poke(DOT);
            let got = flow(DOT, REWARD).bought;
            match result {
                Ok(()) => assert!(got >= bound(SLICE), "{part}: {got}"),
                Err(error) => assert_eq!((error, got), (DispatchError::Other("too little"), 0)),
            }
            // Small ones fit in, large ones stop the trade.
            assert_eq!(result.is_ok(), part >= 1_000, "{part}");
        });
    }
}

/// The price is held down over the end of a block, so that the mark is low as well: the feed holds.
#[test]
fn a_sandwich_over_the_end_of_a_block_meets_the_feed() {
    run(|| {
        healthy(DOT);
        arm_the_whale();
        asset_fee(DOT, REWARD, 10_000_000);
        next_block();
        Market::trader_sells(WHALE, DOT, DEPTH).unwrap();
        idle();
        assert!(pot(DOT).mark.unwrap().price < FixedU128::from_rational(3, 10));
        next_block();
        assert_noop!(poke(DOT), DispatchError::Other("too little"));
        idle();
        assert_eq!(flow(DOT, REWARD).spent, 0);
    });
}

/// Operators of the feed who report a hundredth of the price meet the mark.
#[test]
fn a_feed_that_lies_meets_the_mark() {
    run(|| {
        healthy(DOT);
        arm_the_whale();
        fresh(DOT, FixedU128::from_rational(1, 100));
        asset_fee(DOT, REWARD, 10_000_000);
        next_block();
        idle();
        next_block();
        Market::trader_sells(WHALE, DOT, DEPTH / 10).unwrap();
        assert_noop!(poke(DOT), DispatchError::Other("too little"));
    });
}

/// A price that is pushed up only delays: nothing is lost, and the other assets go on.
#[test]
fn a_pool_that_is_held_up_costs_time_only() {
    run(|| {
        healthy(DOT);
        healthy(KSM);
        asset_fee(DOT, REWARD, 10_000_000);
        asset_fee(KSM, REWARD, 10_000_000);
        for _ in 0..8 {
            // High at the end of each block, fair when the trade comes.
            next_block();
            Market::set_pool(DOT, DEPTH, DEPTH);
            Market::set_pool(KSM, DEPTH, DEPTH);
            if let Some(mut pot) = Pots::<Test>::get(DOT) {
                pot.mark = pot.mark.map(|mark| Mark {
                    price: price(2),
                    ..mark
                });
                Pots::<Test>::insert(DOT, pot);
            }
            idle();
        }
        assert_eq!(flow(DOT, REWARD).spent, 0);
        assert_eq!(pending(DOT, REWARD), 10_000_000);
        assert!(flow(KSM, REWARD).spent >= 3 * SLICE);
    });
}

#[test]
fn many_pokes_in_a_block_sell_one_slice() {
    run(|| {
        healthy(DOT);
        asset_fee(DOT, REWARD, 100_000_000);
        for who in 0..20u128 {
            let _ = Buyback::poke(signed(who), DOT);
        }
        assert_eq!(flow(DOT, REWARD).spent, 0);
        next_block();
        for who in 0..20u128 {
            let _ = Buyback::poke(signed(who), DOT);
            idle();
        }
        assert_eq!(flow(DOT, REWARD).spent, SLICE);
        assert_eq!(flow(DOT, REWARD).bought, 2_982_080);
    });
}

/// A pot that is sold out and filled again has no mark, so the second slice waits for a block all the same.
#[test]
fn a_pot_that_comes_back_in_the_same_block_is_not_sold_in_it() {
    run(|| {
        healthy(DOT);
        asset_fee(DOT, REWARD, SLICE);
        marked(DOT);
        assert_ok!(poke(DOT));
        assert_eq!(pots(), 0);
        asset_fee(DOT, REWARD, SLICE);
        assert_ok!(poke(DOT));
        assert_noop!(poke(DOT), Error::StepTooSoon);
        assert_eq!(flow(DOT, REWARD).spent, SLICE);
    });
}

/// In one extrinsic: buy the pool nearly empty, poke to have an auction opened, sell back, and wait for its floor.
#[test]
fn a_pool_that_is_thin_for_a_moment_opens_no_auction() {
    run(|| {
        healthy(DOT);
        arm_the_whale();
        asset_fee(DOT, REWARD, 10_000_000);
        // Before there is a mark, and with one.
        Market::buy(&WHALE, DOT, DEPTH - 1_000, u128::MAX).unwrap();
        assert_noop!(poke(DOT), Error::MarketThin);
        Market::set_pool(DOT, DEPTH, DEPTH);
        idle();
        next_block();
        Market::set_pool(DOT, 1_000, 1_000);
        assert_noop!(poke(DOT), DispatchError::Other("too little"));
        Market::set_pool(DOT, DEPTH, DEPTH);
        idle();
        assert_eq!(flow(DOT, REWARD).spent, SLICE);
    });
}

/// The pool is emptied: what waits is not thrown into it, it goes to an auction at the price of the feed.
#[test]
fn a_pool_that_is_drained_to_dust_sends_the_fees_to_an_auction() {
    run(|| {
        healthy(DOT);
        asset_fee(DOT, REWARD, 10_000_000);
        idle();
        next_block();
        Market::set_pool(DOT, 10, 10);
        // The slice that was counted by the pool of the last block does not go through, and the end of this one notes what
        // is left.
        idle();
        assert_eq!((pot(DOT).misses, flow(DOT, REWARD).spent), (1, 0));
        assert_eq!(pot(DOT).mark.unwrap().depth, 10);
        next_block();
        idle();
        let sale = House::falling(0).unwrap();
        assert_eq!((sale.units, sale.floor), (10_000_000, FixedU128::from_rational(9, 10)));
    });
}

/// The pool is deep when a poke notes it, and shallow when the slice of that depth comes: it has to bring the same.
#[test]
fn a_pool_that_is_deep_for_a_moment_makes_no_trade_worse() {
    for depth in [DEPTH / 1_000, DEPTH / 10, DEPTH / 2, DEPTH] {
        run(|| {
            healthy(DOT);
            asset_fee(DOT, REWARD, 100_000_000);
            Market::set_pool(DOT, 20 * DEPTH, 20 * DEPTH);
            marked(DOT);
            Market::set_pool(DOT, depth, depth);
            assert_noop!(poke(DOT), DispatchError::Other("too little"));
            // The idle time takes its own mark, and sells a slice of what is there.
            idle();
            next_block();
            idle();
            let flow = flow(DOT, REWARD);
            assert!(flow.bought >= bound(flow.spent));
            assert_eq!(
                flow.spent,
                if depth * 300 >= 100_000_000 * 100 {
                    depth * 3 / 1_000
                } else {
                    0
                }
            );
        });
    }
}

/// Whoever holds the market off to buy cheaply pays 90 % of the feed at least.
#[test]
fn an_auction_is_never_paid_less_than_its_floor() {
    run(|| {
        let auction = in_auction(DOT, REWARD, 10_000_000);
        let floor = FixedU128::from_rational(9, 10);
        assert!(House::buy(auction, WHALE, 10_000_000, FixedU128::from_rational(89, 100)).is_err());
        assert_eq!(House::buy(auction, WHALE, 10_000_000, floor), Ok(9_000_000));
        assert_eq!(flow(DOT, REWARD).burned, 9_000_000);
    });
}

/// The account is not to be emptied: its existential deposit is not proceeds.
#[test]
fn the_existential_deposit_of_the_account_stays() {
    run(|| {
        healthy(DOT);
        asset_fee(DOT, REWARD, 20_000_000);
        for _ in 0..12 {
            next_block();
            Market::set_pool(DOT, DEPTH, DEPTH);
            idle();
            assert_eq!(free(pot_account()), ED);
        }
        assert_eq!(pots(), 0);
    });
}

/// An asset that is frozen by whoever may do so holds up nobody but itself, and goes on when it is thawed.
#[test]
fn an_asset_that_is_frozen_waits() {
    run(|| {
        for asset in [DOT, KSM] {
            healthy(asset);
            asset_fee(asset, REWARD, 2_000_000);
        }
        assert_ok!(Assets::freeze_asset(signed(ALICE), DOT));
        for _ in 0..10 {
            next_block();
            idle();
        }
        assert_eq!((pending(DOT, REWARD), pending(KSM, REWARD)), (2_000_000, 0));
        // By now it is in an auction, where nobody can buy it.
        let auction = pot(DOT).sale.unwrap().auction;
        assert!(House::buy(auction, BOB, 2_000_000, price(1)).is_err());
        assert_ok!(Assets::thaw_asset(signed(ALICE), DOT));
        assert_ok!(House::buy(auction, BOB, 2_000_000, price(1)));
    });
}
