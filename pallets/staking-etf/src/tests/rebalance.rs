// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::slice::even_slice;

#[test]
fn a_launch_is_turned_into_the_members_by_their_weights() {
    run(|| {
        decided();
        assert_ok!(Etf::allocate(root(), LAUNCH));
        rebalanced();
        // Less the fee of 0.3 % and the slippage of each pool.
        for (asset, share) in [(1, 500_000_000u128), (2, 300_000_000), (3, 200_000_000)] {
            let worth = held(asset) * u128::from(asset);
            assert!((share * 99 / 100..share).contains(&worth), "{asset}: {worth}");
        }
        assert_eq!(basket().cash, 0);
    });
}

/// What a rebalance cost and gained, by its last event.
#[track_caller]
fn booked() -> (Exact, Exact) {
    let ended = take_events().into_iter().rev().find_map(|event| match event {
        Event::RebalanceEnded { lost, gained, .. } => Some((lost, gained)),
        _ => None,
    });
    ended.unwrap()
}

#[track_caller]
fn value_is_kept(prepare: impl FnOnce()) {
    run(|| {
        // A fee would be a loss that no trade makes.
        StreamingFee::set(&Perbill::zero());
        decided();
        // Prices that no number of units is a whole number of planck at.
        for (asset, price) in [
            (1, ratio(1, 3)),
            (2, ratio(22, 7)),
            (3, ratio(355, 113)),
            (4, ratio(1_000_003, 999_983)),
        ] {
            set_price(asset, price);
            Market::set_price(asset, DEPTH / 300, price);
        }
        assert_ok!(Etf::allocate(root(), LAUNCH));
        let before = value();
        rebalanced();
        let (lost, gained) = booked();
        assert_eq!(before.plus(gained), value().plus(lost));
        assert!(lost.planck > 0);

        prepare();
        samples(3);
        let before = value();
        System::reset_events();
        next_month();
        rebalanced();
        let (lost, gained) = booked();
        assert_eq!(before.plus(gained), value().plus(lost));
        assert!(take_events().is_empty());
    });
}

#[test]
fn value_before_is_value_after_and_what_was_lost_less_what_was_gained() {
    value_is_kept(|| {
        feeds(4, [4_000_000, 1_000, 80, 20]);
        next_month();
    });
}

#[test]
fn value_is_kept_too_where_pools_pay_more_than_the_oracle_says() {
    value_is_kept(|| {
        feeds(4, [4_000_000, 1_000, 80, 20]);
        next_month();
        Market::set_price(3, DEPTH, ratio(355, 100));
        Market::set_price(4, DEPTH, ratio(9, 10));
    });
}

#[test]
fn a_new_member_takes_the_place_of_the_old_one() {
    run(|| {
        launched();
        feeds(4, [2_000_000, 1_000, 80, 20]);
        next_month();
        samples(3);
        next_month();
        assert_eq!(members(), [(4, 200_000_000), (1, 500_000_000), (2, 300_000_000)]);
        rebalanced();
        assert_eq!((held(3), basket().holdings.len()), (0, 3));
        let worth = held(4) * 4;
        assert!((196_000_000..200_000_000).contains(&worth), "{worth}");
        assert_eq!(
            Past::<Test>::get(3).sold + Past::<Test>::get(3).fee,
            Past::<Test>::get(3).bought
        );
    });
}

#[test]
fn weights_that_move_are_followed_both_ways() {
    run(|| {
        launched();
        feeds(1, [2_000_000, 1_000, 70, 15]);
        next_month();
        samples(3);
        next_month();
        rebalanced();
        let of = |asset: AssetId| held(asset) * u128::from(asset) * 1_000 / value().planck;
        assert_eq!(
            members().iter().map(|(_, weight)| *weight).collect::<Vec<_>>(),
            [285_714_286, 428_571_428, 285_714_286]
        );
        for (asset, thousandths) in [(1, 285), (2, 428), (3, 285)] {
            assert!(of(asset).abs_diff(thousandths) <= 3, "{asset}: {}", of(asset));
        }
    });
}

#[test]
fn what_is_off_by_less_than_a_trade_is_left_alone() {
    run(|| {
        launched();
        MinTrade::set(&LAUNCH);
        set_price(1, ratio(12, 10));
        System::reset_events();
        next_month();
        rebalanced();
        assert!(!take_events()
            .iter()
            .any(|event| matches!(event, Event::Sold { .. } | Event::Bought { .. })));
    });
}

#[test]
fn a_slice_takes_a_small_part_of_a_pool_and_one_asset_is_traded_once_in_a_block() {
    run(|| {
        decided();
        settle();
        MaxPart::set(&Perbill::from_parts(100_000));
        assert_ok!(Etf::allocate(root(), LAUNCH));
        block(); // Nothing to sell.
        block(); // The stage is over.
        block(); // Plans what to buy.
        System::reset_events();
        later(1);
        for _ in 0..5 {
            let _ = Etf::poke(signed(ALICE));
        }
        let bought: Vec<_> = take_events()
            .into_iter()
            .filter_map(|event| match event {
                Event::Bought { asset, native, .. } => Some((asset, native)),
                _ => None,
            })
            .collect();
        assert_eq!(bought, [(1, 100_000_000), (2, 100_000_000), (3, 100_000_000)]);
        assert_eq!(dispatch(ALICE, crate::Call::poke {}), Err(Error::NothingToDo.into()));
        rebalanced();
    });
}

#[test]
fn slices_are_even() {
    assert_eq!([even_slice(10, 4), even_slice(6, 4), even_slice(3, 4)], [4, 3, 3]);
    assert_eq!(
        [even_slice(4, 4), even_slice(5, 4), even_slice(0, 4), even_slice(4, 0)],
        [4, 3, 0, 0]
    );
    assert_eq!(even_slice(u128::MAX, u128::MAX), u128::MAX);
    // A pool that would take too many is none.
    assert_eq!([even_slice(4_000, 4), even_slice(4_001, 4)], [4, 0]);
    assert!((1..200u128).all(|left| (1..50).all(|most| {
        let slice = even_slice(left, most);
        slice >= 1 && slice <= most && slice <= left
    })));
}

#[test]
fn a_stale_price_makes_the_plan_wait_and_nothing_else() {
    run(|| {
        decided();
        assert_ok!(Etf::allocate(root(), LAUNCH));
        FakeFeeds::set_price(2, Feed::Stale);
        for _ in 0..100 {
            later(RETRY_AFTER);
            block();
        }
        assert_eq!(Job::<Test>::get().unwrap().stage, Stage::PlanSells);
        assert!(Listings::<Test>::get(1).unwrap().samples > 1);
        market(2);
        rebalanced();
        assert!(held(2) > 0);
    });
}

#[test]
fn a_price_that_goes_stale_makes_its_leg_wait_and_no_other() {
    run(|| {
        decided();
        assert_ok!(Etf::allocate(root(), LAUNCH));
        while Job::<Test>::get().unwrap().stage != Stage::Buys {
            block();
        }
        FakeFeeds::set_price(1, Feed::Stale);
        for _ in 0..10 {
            block();
        }
        assert!(held(2) > 0 && held(3) > 0 && held(1) == 0);
        let leg = Job::<Test>::get().unwrap().legs[0];
        assert_eq!((leg.asset, leg.tries), (1, 0));
        market(1);
        rebalanced();
        assert!(held(1) > 0);
    });
}

#[test]
fn a_buy_that_is_stuck_is_tried_with_growing_gaps_and_left() {
    run(|| {
        decided();
        Market::set_price(3, DEPTH, ratio(31, 10));
        assert_ok!(Etf::allocate(root(), LAUNCH));
        System::reset_events();
        let began = Now::get();
        rebalanced();
        let events = take_events();
        let tries: Vec<_> = events
            .iter()
            .filter_map(|event| match event {
                Event::SliceFailed { asset: 3, tries, .. } => Some(*tries),
                _ => None,
            })
            .collect();
        assert_eq!(tries, [1, 2, 3, 4, 5]);
        // A minute, and twice as long each time.
        assert!(Now::get() - began >= 15 * RETRY_AFTER);
        let cash = basket().cash;
        assert!(cash >= 190_000_000);
        assert!(events.contains(&Event::LegDropped {
            asset: 3,
            left: cash,
            stage: Stage::Buys
        }));
        assert!(matches!(events.last(), Some(Event::RebalanceEnded { cash: left, .. }) if *left == cash));

        // The cash belongs to the shares, and the next accrual tries again.
        assert_eq!(Etf::quote_redeem(LAUNCH).unwrap().cash, cash);
        market(3);
        later(DAY);
        settle();
        assert!(held(3) > 0 && basket().cash < 10_000);
    });
}

#[test]
fn redeeming_in_the_middle_leaves_less_to_trade() {
    run(|| {
        decided();
        MaxPart::set(&Perbill::from_parts(30_000));
        assert_ok!(Etf::allocate(root(), LAUNCH));
        (0..12).for_each(|_| block());
        assert_ok!(Etf::redeem(signed(TREASURY), LAUNCH * 9 / 10));
        rebalanced();
        assert_eq!(basket().cash, 0);
        assert_ok!(Etf::redeem(signed(TREASURY), LAUNCH / 10));
    });
}

#[test]
fn a_basket_that_is_redeemed_whole_ends_its_rebalance() {
    run(|| {
        decided();
        MaxPart::set(&Perbill::from_parts(30_000));
        assert_ok!(Etf::allocate(root(), LAUNCH));
        (0..12).for_each(|_| block());
        assert_ok!(Etf::redeem(signed(TREASURY), LAUNCH));
        rebalanced();
        assert_eq!(Etf::supply(), 0);
    });
}

#[test]
fn a_full_basket_takes_no_other_asset() {
    run(|| {
        launched();
        Holdings::<Test>::mutate(|basket| {
            for asset in 6..=10 {
                assert_ok!(Assets::mint_into(asset, &Etf::account_id(), 50));
                market(asset);
                let flows = Flows {
                    bought: 50,
                    ..Default::default()
                };
                basket
                    .holdings
                    .try_push(Holding {
                        asset,
                        units: 50,
                        mark: None,
                        due: 0,
                        flows,
                    })
                    .unwrap();
            }
        });
        Holdings::<Test>::mutate(|basket| {
            let refused = basket.book_bought::<Test>(4, 1, 0, None);
            assert!(matches!(refused, Err(Error::TooManyHoldings)));
        });
    });
}

#[test]
fn an_asset_that_lost_its_seat_and_its_feed_does_not_hold_up_the_others() {
    run(|| {
        StreamingFee::set(&Perbill::zero());
        launched();
        feeds(4, [2_000_000, 1_000, 80, 20]);
        next_month();
        samples(3);
        FakeFeeds::set_price(3, Feed::Missing);
        next_month();
        let units = held(3);
        rebalanced();
        assert_eq!(held(3), units);
        assert!(members().iter().all(|(asset, _)| *asset != 3) && held(4) > 0);
        // A seat without a feed is waited for.
        FakeFeeds::set_price(4, Feed::Missing);
        samples(3);
        next_month();
        for _ in 0..100 {
            later(RETRY_AFTER);
            block();
        }
        assert_eq!(Job::<Test>::get().unwrap().stage, Stage::PlanSells);
    });
}

#[test]
fn exact_values_carry_and_borrow() {
    let third = ratio(1, 3);
    let one = Exact::value(1, third).unwrap();
    assert_eq!(
        one,
        Exact {
            planck: 0,
            atto: 333_333_333_333_333_333
        }
    );
    assert_eq!(
        Exact::value(4, third).unwrap(),
        Exact {
            planck: 1,
            atto: 333_333_333_333_333_332
        }
    );
    let sum = (0..4).fold(Exact::default(), |sum, _| sum.plus(one).unwrap());
    assert_eq!(sum, Exact::value(4, third).unwrap());
    assert_eq!(
        sum.above(one),
        Exact {
            planck: 0,
            atto: 999_999_999_999_999_999
        }
    );
    assert_eq!(one.above(sum), Exact::default());
    assert_eq!(Exact::value(u128::MAX, FixedU128::from_u32(2)), None);
    assert_eq!(Exact::whole(u128::MAX).plus(Exact::whole(1)), None);
    // Against 256 bits.
    for (units, inner) in [
        (u128::MAX / 7, 3_141_592_653_589_793_238u128),
        (987_654_321_987_654_321_987, u128::from(u64::MAX)),
        (1, 1),
    ] {
        let product = primitive_types::U256::from(units) * primitive_types::U256::from(inner);
        let (planck, atto) = product.div_mod(1_000_000_000_000_000_000u128.into());
        assert_eq!(
            Exact::value(units, FixedU128::from_inner(inner)),
            Some(Exact {
                planck: planck.as_u128(),
                atto: atto.as_u64()
            })
        );
    }
}
