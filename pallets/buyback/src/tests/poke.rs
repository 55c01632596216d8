// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

/// What the fake pool pays for a slice at 1: less 0.3 % fee and 0.3 % slippage.
const PAID: Balance = 2_982_080;

#[test]
fn the_first_step_notes_the_price_and_the_next_block_sells_a_slice() {
    run(|| {
        healthy(DOT);
        asset_fee(DOT, REWARD, 10_000_000);
        let before = issuance();
        assert_ok!(poke(DOT));
        happened(Event::Marked {
            asset: DOT,
            price: price(1),
        });
        assert_eq!(pending(DOT, REWARD), 10_000_000);
        next_block();
        assert_ok!(poke(DOT));
        happened(Event::BoughtBack {
            asset: DOT,
            source: REWARD,
            units: SLICE,
            native: PAID,
            burned: PAID,
            distributed: 0,
            auction: None,
        });
        assert_eq!(
            flow(DOT, REWARD),
            Flow {
                taken: 10_000_000,
                spent: SLICE,
                bought: PAID,
                burned: PAID,
                distributed: 0
            }
        );
        assert_eq!(before - issuance(), PAID);
        assert_eq!((free(pot_account()), units(DOT, pot_account())), (ED, 7_000_000));
    });
}

#[test]
fn everything_is_sold_in_the_end_and_the_pot_is_gone() {
    run(|| {
        Share::set(&Perbill::from_percent(20));
        healthy(DOT);
        asset_fee(DOT, REWARD, 4_000_000);
        asset_fee(DOT, STREAMING, 1_000_000);
        // The pool pays less from slice to slice, as nobody buys.
        fresh(DOT, FixedU128::from_rational(98, 100));
        let before = issuance();
        marked(DOT);
        for slice in [3_000_000, 1_000_000, 1_000_000] {
            let spent = flow(DOT, REWARD).spent + flow(DOT, STREAMING).spent;
            assert_ok!(poke(DOT));
            assert_eq!(flow(DOT, REWARD).spent + flow(DOT, STREAMING).spent, spent + slice);
            if pots() > 0 {
                marked_again(DOT);
            }
        }
        assert_noop!(poke(DOT), Error::NothingPending);
        assert_eq!((pots(), units(DOT, pot_account())), (0, 0));
        assert_eq!(flow(DOT, REWARD).spent, 4_000_000);
        let totals = Buyback::totals();
        assert_eq!(totals.bought, totals.burned + totals.distributed);
        assert_eq!(before - issuance(), totals.burned);
        assert_eq!(free(TREASURY), totals.distributed);
        // A fifth of each slice, rounded down.
        assert!((0..3).contains(&(totals.bought / 5 - totals.distributed)));
    });
}

#[test]
fn a_second_slice_in_a_block_is_refused() {
    run(|| {
        healthy(DOT);
        asset_fee(DOT, REWARD, 100_000_000);
        assert_ok!(poke(DOT));
        assert_noop!(poke(DOT), Error::StepTooSoon);
        next_block();
        assert_ok!(poke(DOT));
        // The trade has used the mark up, and a new one is of this block.
        assert_eq!(pot(DOT).mark, None);
        assert_ok!(poke(DOT));
        assert_noop!(poke(DOT), Error::StepTooSoon);
        idle();
        assert_eq!(flow(DOT, REWARD).spent, SLICE);
    });
}

/// What to sell is counted by what the pool held when it was noted; the bound is what the pool pays now.
#[test]
fn a_slice_is_a_part_of_what_the_pool_held_at_the_mark() {
    run(|| {
        healthy(DOT);
        asset_fee(DOT, REWARD, 10_000_000);
        marked(DOT);
        let depth = pot(DOT).mark.unwrap().depth;
        assert_eq!(depth, DEPTH);
        // Deeper now: the slice stays.
        Market::set_pool(DOT, 10 * DEPTH, 10 * DEPTH);
        assert!(matches!(Buyback::next(DOT).plan, Ok(Plan::Trade { units: SLICE, .. })));
        // So much shallower that the slice slips by more than the tolerance: nothing is sold.
        Market::set_pool(DOT, DEPTH / 3, DEPTH / 3);
        assert_noop!(poke(DOT), DispatchError::Other("too little"));
        Market::set_pool(DOT, DEPTH, DEPTH);
        assert_ok!(poke(DOT));
        assert_eq!(flow(DOT, REWARD).spent, SLICE);
    });
}

/// More came in since the mark than the pool that was noted could take.
#[test]
fn a_mark_that_is_too_thin_for_what_waits_now_is_taken_again() {
    run(|| {
        fresh(DOT, price(1));
        Market::set_pool(DOT, 1_000_000, 1_000_000);
        asset_fee(DOT, REWARD, 3_000_000);
        marked(DOT);
        asset_fee(DOT, REWARD, 1);
        assert_noop!(poke(DOT), Error::MarketThin);
        healthy(DOT);
        assert_ok!(poke(DOT));
        let mark = pot(DOT).mark.unwrap();
        assert_eq!((mark.block, mark.depth, mark.decimals), (2, DEPTH, 0));
        assert_noop!(poke(DOT), Error::StepTooSoon);
    });
}

#[test]
fn a_trade_distributes_the_share_that_was_set_at_its_mark() {
    run(|| {
        healthy(DOT);
        asset_fee(DOT, REWARD, 10_000_000);
        Share::set(&Perbill::from_percent(10));
        marked(DOT);
        Share::set(&Perbill::from_percent(20));
        assert_ok!(poke(DOT));
        assert_eq!(free(TREASURY), PAID / 10);
        // No more than half of it counts.
        Share::set(&Perbill::one());
        healthy(DOT);
        marked_again(DOT);
        let before = flow(DOT, REWARD);
        assert_ok!(poke(DOT));
        let after = flow(DOT, REWARD);
        assert_eq!(
            after.distributed - before.distributed,
            (after.bought - before.bought) / 2
        );
    });
}

#[test]
fn a_mark_remembers_the_decimals_of_the_asset() {
    run(|| {
        healthy(DOT);
        asset_fee(DOT, REWARD, 10_000_000);
        let name = |decimals| {
            let text = b"DOT".to_vec();
            assert_ok!(Assets::force_set_metadata(
                RuntimeOrigin::root(),
                DOT,
                text.clone(),
                text,
                decimals,
                false
            ));
        };
        name(10);
        assert_ok!(poke(DOT));
        assert_eq!(pot(DOT).mark.unwrap().decimals, 10);
        name(12);
        idle();
        assert_eq!(pot(DOT).mark.unwrap().decimals, 12);
    });
}

#[test]
fn a_trade_below_the_feed_is_refused() {
    run(|| {
        healthy(DOT);
        asset_fee(DOT, REWARD, 10_000_000);
        marked(DOT);
        // 1 % above what the pool pays is too much, with fee and slippage.
        fresh(DOT, FixedU128::from_rational(1_005, 1_000));
        assert_noop!(poke(DOT), DispatchError::Other("too little"));
        fresh(DOT, FixedU128::from_rational(1_004, 1_000));
        assert_ok!(poke(DOT));
    });
}

#[test]
fn a_trade_below_the_mark_is_refused_even_if_the_feed_is_low() {
    run(|| {
        healthy(DOT);
        asset_fee(DOT, REWARD, 10_000_000);
        marked(DOT);
        fresh(DOT, FixedU128::from_rational(1, 2));
        Market::set_price(DOT, DEPTH, FixedU128::from_rational(99, 100));
        assert_noop!(poke(DOT), DispatchError::Other("too little"));
        Market::set_price(DOT, DEPTH, FixedU128::from_rational(997, 1_000));
        assert_ok!(poke(DOT));
    });
}

#[test]
fn a_mark_that_is_too_old_is_replaced() {
    run(|| {
        healthy(DOT);
        asset_fee(DOT, REWARD, 10_000_000);
        assert_ok!(poke(DOT));
        System::set_block_number(11);
        assert!(matches!(Buyback::next(DOT).plan, Ok(Plan::Trade { .. })));
        System::set_block_number(12);
        assert_ok!(poke(DOT));
        assert_eq!(pot(DOT).mark.unwrap().block, 12);
        assert_eq!(flow(DOT, REWARD).spent, 0);
    });
}

#[test]
fn what_does_not_wait_cannot_be_poked() {
    run(|| {
        healthy(DOT);
        assert_noop!(poke(DOT), Error::NothingPending);
        assert_noop!(Buyback::poke(RuntimeOrigin::none(), DOT), DispatchError::BadOrigin);
    });
}

#[test]
fn without_any_price_there_is_nothing_to_do() {
    run(|| {
        Market::set_pool(DOT, DEPTH, DEPTH);
        asset_fee(DOT, REWARD, 10_000_000);
        assert_noop!(poke(DOT), Error::NoPrice);
        FakeFeeds::set_price(DOT, Feed::Stale);
        assert_noop!(poke(DOT), Error::NoPrice);
        // A price of nothing is none.
        fresh(DOT, price(0));
        assert_noop!(poke(DOT), Error::NoPrice);
    });
}

#[test]
fn too_little_without_a_pool_waits() {
    run(|| {
        fresh(DOT, price(1));
        asset_fee(DOT, REWARD, 999_999);
        assert_noop!(poke(DOT), Error::TooLittle);
        asset_fee(DOT, REWARD, 1);
        assert_noop!(poke(DOT), Error::MarketThin);
        turn_of(DOT);
        assert_noop!(poke(DOT), Error::SaleRunning);
    });
}

#[test]
fn a_pool_of_more_than_a_thousand_slices_is_too_thin() {
    run(|| {
        fresh(DOT, price(1));
        // A slice of 3000.
        Market::set_pool(DOT, 1_000_000, 1_000_000);
        asset_fee(DOT, REWARD, 3_000_000);
        assert!(matches!(Buyback::next(DOT).plan, Ok(Plan::Mark { .. })));
        asset_fee(DOT, REWARD, 1);
        assert_noop!(poke(DOT), Error::MarketThin);
        turn_of(DOT);
        assert_eq!(House::falling(0).unwrap().units, 3_000_001);
    });
}

#[test]
fn a_pool_without_a_slice_is_too_thin() {
    run(|| {
        fresh(DOT, price(1_000_000));
        asset_fee(DOT, REWARD, 1);
        Market::set_pool(DOT, DEPTH, 334);
        assert!(matches!(Buyback::next(DOT).plan, Ok(Plan::Mark { .. })));
        Market::set_pool(DOT, DEPTH, 333);
        assert_noop!(poke(DOT), Error::MarketThin);
        turn_of(DOT);
        assert_eq!(House::falling(0).unwrap().units, 1);
    });
}

#[test]
fn a_thin_market_with_a_fresh_feed_opens_an_auction_around_its_price() {
    run(|| {
        fresh(DOT, price(7));
        asset_fee(DOT, REWARD, 1_050);
        MinSale::set(&7_350);
        turn_of(DOT);
        let sale = House::falling(0).unwrap();
        assert_eq!(sale.lot, Lot::Fees { asset: DOT });
        assert_eq!((sale.units, sale.min_bid, sale.period), (1_050, 10, 3_600_000));
        assert_eq!(sale.start, FixedU128::from_rational(77, 10));
        assert_eq!(sale.floor, FixedU128::from_rational(63, 10));
        happened(Event::SaleOpened {
            asset: DOT,
            source: REWARD,
            units: 1_050,
            auction: 0,
            start: sale.start,
            floor: sale.floor,
        });
        assert_eq!(pending(DOT, REWARD), 1_050);
    });
}

#[test]
fn a_stale_feed_opens_an_auction_around_the_last_price_seen() {
    run(|| {
        healthy(DOT);
        asset_fee(DOT, REWARD, 1_000_000);
        marked(DOT);
        FakeFeeds::set_price(DOT, Feed::Stale);
        assert_ok!(poke(DOT));
        let sale = House::falling(0).unwrap();
        assert_eq!((sale.start, sale.floor), (price(2), FixedU128::from_rational(1, 2)));
    });
}

#[test]
fn too_many_misses_open_an_auction() {
    run(|| {
        healthy(DOT);
        asset_fee(DOT, REWARD, 1_000_000);
        Pots::<Test>::mutate(DOT, |pot| pot.as_mut().unwrap().misses = MAX_MISSES);
        assert_ok!(poke(DOT));
        assert_eq!(House::falling(0).unwrap().units, 1_000_000);
    });
}

#[test]
fn the_prices_of_an_auction_are_rounded_up() {
    run(|| {
        MinSale::set(&1);
        fresh(DOT, FixedU128::from_inner(11));
        asset_fee(DOT, REWARD, 1 << 90);
        turn_of(DOT);
        let sale = House::falling(0).unwrap();
        assert_eq!((sale.start.into_inner(), sale.floor.into_inner()), (13, 10));
    });
}

#[test]
fn a_lot_is_not_larger_than_an_auction_takes() {
    run(|| {
        fresh(DOT, FixedU128::from_rational(1, 1_000_000));
        asset_fee(DOT, REWARD, u128::MAX / 2);
        turn_of(DOT);
        assert_eq!(House::falling(0).unwrap().units, MAX_LOT);
    });
}

#[test]
fn an_amount_that_is_worth_more_than_there_can_be_is_refused() {
    run(|| {
        fresh(DOT, FixedU128::from_inner(u128::MAX));
        asset_fee(DOT, REWARD, u128::MAX / 2);
        assert_noop!(poke(DOT), Error::Overflow);
    });
}

#[test]
fn a_house_that_is_closed_is_told_to_the_caller() {
    run(|| {
        fresh(DOT, price(1));
        asset_fee(DOT, REWARD, 1_000_000);
        turn_of(DOT);
        assert_ok!(House::end(0));
        FakeFeeds::set_price(DOT, Feed::Stale);
        House::set_broken(true);
        assert_noop!(poke(DOT), DispatchError::Other("the house is closed"));
    });
}

/// Selling all but a few units would take those too.
#[test]
fn the_least_balance_of_an_asset_is_left_or_nothing() {
    // A slice is 30.
    for (waits, sold) in [(30, 30), (31, 21), (39, 29), (40, 30), (45, 30)] {
        run(|| {
            Market::set_pool(DUSTY, 10_000, 10_000);
            // The roundings of so few units are more than the tolerance.
            fresh(DUSTY, FixedU128::from_rational(9, 10));
            asset_fee(DUSTY, REWARD, waits);
            marked(DUSTY);
            Pots::<Test>::mutate(DUSTY, |pot| {
                pot.as_mut().unwrap().mark.as_mut().unwrap().price = FixedU128::from_rational(9, 10)
            });
            assert_ok!(poke(DUSTY));
            assert_eq!(flow(DUSTY, REWARD).spent, sold);
            assert_eq!(units(DUSTY, pot_account()), waits - sold);
        });
    }
}

#[test]
fn what_cannot_be_sold_without_leaving_dust_waits() {
    run(|| {
        fresh(DUSTY, price(1_000_000));
        asset_fee(DUSTY, REWARD, 10);
        asset_fee(DUSTY, STREAMING, 3);
        // The lot leaves 10 of 13.
        turn_of(DUSTY);
        assert_eq!(House::falling(0).unwrap().units, 3);
    });
}
