// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[track_caller]
fn accrue_after(time: Moment) {
    let at = Schedule::<Test>::get().accrued_at + time;
    Now::set(&at);
    assert_ok!(Etf::accrue(at));
}

#[test]
fn the_fee_is_half_a_percent_a_year_rounded_down() {
    run(|| {
        launched();
        let before = basket();
        accrue_after(DAY);
        let fee = |units: u128| units * 5_000_000 * u128::from(DAY) / (1_000_000_000 * u128::from(MILLISECS_PER_YEAR));
        let mut fees = Vec::new();
        for holding in &before.holdings {
            let (asset, units) = (holding.asset, fee(holding.units));
            assert_eq!(held(asset), holding.units - units);
            assert_eq!(Fees::taken(asset, FeeSource::EtfStreaming), holding.flows.fee + units);
            fees.push(Item { asset, units });
        }
        assert!(fees[0].units > 6_000);
        assert_eq!(
            take_events(),
            [Event::Accrued {
                fees,
                rewards: vec![],
                elapsed: DAY
            }]
        );
    });
}

#[test]
fn governance_cannot_charge_more_than_the_bound() {
    run(|| {
        StreamingFee::set(&Perbill::one());
        assert_eq!(Etf::streaming_fee(1_000_000, MILLISECS_PER_YEAR).unwrap(), 5_000);
        StreamingFee::set(&Perbill::zero());
        assert_eq!(Etf::streaming_fee(1_000_000, MILLISECS_PER_YEAR).unwrap(), 0);
    });
}

#[test]
fn a_chain_that_slept_charges_a_year_at_most() {
    run(|| {
        launched();
        let before = held(1);
        accrue_after(50 * MILLISECS_PER_YEAR);
        assert_eq!(before - held(1), before * 5 / 1_000);
    });
}

#[test]
fn cash_is_charged_nothing() {
    run(|| {
        decided();
        assert_ok!(Etf::allocate(root(), LAUNCH));
        accrue_after(DAY);
        assert_eq!(basket().cash, LAUNCH);
        rebalanced();
    });
}

#[test]
fn the_reward_of_a_synthetic_goes_to_the_fee_sink() {
    run(|| {
        StreamingFee::set(&Perbill::zero());
        FakeSynths::set(1, ratio(11, 10));
        launched();
        assert_eq!(basket().holdings[0].mark, Some(ratio(11, 10)));
        let before = held(1);
        FakeSynths::set(1, ratio(12, 10));
        accrue_after(DAY);
        // A twelfth of the units stands for the rise: what is left stands for as much as before.
        assert_eq!(before - held(1), before / 12);
        assert_eq!(Fees::taken(1, FeeSource::EtfReward), before / 12);
        assert_eq!(basket().holdings[0].mark, Some(ratio(12, 10)));
        happened(Event::Accrued {
            fees: vec![],
            rewards: vec![Item {
                asset: 1,
                units: before / 12,
            }],
            elapsed: DAY,
        });
        // Harvested once.
        let before = held(1);
        accrue_after(DAY);
        assert_eq!(held(1), before);
    });
}

#[test]
fn a_rate_that_fell_has_to_make_up_first() {
    run(|| {
        StreamingFee::set(&Perbill::zero());
        FakeSynths::set(1, ratio(11, 10));
        launched();
        let before = held(1);
        for rate in [ratio(9, 10), ratio(10, 10), ratio(11, 10)] {
            FakeSynths::set(1, rate);
            accrue_after(DAY);
            assert_eq!((held(1), basket().holdings[0].mark), (before, Some(ratio(11, 10))));
        }
        FakeSynths::set(1, ratio(121, 100));
        accrue_after(DAY);
        assert_eq!(before - held(1), before / 11);
    });
}

#[test]
fn what_is_bought_has_earned_nothing_yet() {
    run(|| {
        let mut basket = Basket {
            cash: 100,
            ..Default::default()
        };
        assert_ok!(basket.book_bought::<Test>(1, 1_000, 10, Some(ratio(1, 1))));
        // Half of what is there then has earned a tenth; half of it nothing.
        assert_ok!(basket.book_bought::<Test>(1, 1_000, 10, Some(ratio(11, 10))));
        assert_eq!(basket.holdings[0].mark, Some(ratio(105, 100)));
        let reward = Etf::reward(2_000, ratio(105, 100), ratio(11, 10)).unwrap();
        assert_eq!(reward, Etf::reward(1_000, ratio(1, 1), ratio(11, 10)).unwrap());
        // A loss is shared in the same way.
        assert_ok!(basket.book_bought::<Test>(1, 2_000, 10, Some(ratio(95, 100))));
        assert_eq!(basket.holdings[0].mark, Some(ratio(1, 1)));
        assert_eq!(basket.cash, 70);
    });
}

#[test]
fn a_reward_below_a_unit_is_kept_for_later() {
    run(|| {
        let big = FixedU128::from_inner(1_000_000_000_000_000_001);
        assert_eq!(Etf::reward(1_000, FixedU128::one(), big).unwrap(), 0);
        assert_eq!(Etf::reward(1_000, ratio(2, 1), ratio(1, 1)).unwrap(), 0);
        StreamingFee::set(&Perbill::zero());
        FakeSynths::set(1, FixedU128::one());
        launched();
        FakeSynths::set(1, big);
        accrue_after(DAY);
        assert_eq!(basket().holdings[0].mark, Some(FixedU128::one()));
    });
}

#[test]
fn an_asset_that_becomes_a_synthetic_is_harvested_from_then_on() {
    run(|| {
        StreamingFee::set(&Perbill::zero());
        launched();
        FakeSynths::set(1, ratio(3, 1));
        let before = held(1);
        accrue_after(DAY);
        assert_eq!((held(1), basket().holdings[0].mark), (before, Some(ratio(3, 1))));
    });
}

#[test]
fn a_frozen_asset_does_not_keep_the_others() {
    run(|| {
        launched();
        assert_ok!(Assets::freeze(signed(TREASURY), 2, Etf::account_id()));
        let before = basket();
        accrue_after(DAY);
        assert_eq!(held(2), before.units(2));
        assert!(held(1) < before.units(1) && held(3) < before.units(3));
        assert!(take_events()
            .iter()
            .any(|event| matches!(event, Event::AccrualSkipped { asset: 2, .. })));
    });
}

#[test]
fn the_first_accrual_is_a_period_after_the_first_block() {
    run(|| {
        block();
        assert_eq!(Schedule::<Test>::get().accrued_at, Now::get());
        settle();
        later(DAY - 10);
        settle();
        assert_ne!(Etf::next_unit(Now::get()), Some(Unit::Accrue));
        later(10);
        assert_eq!(Etf::next_unit(Now::get()), Some(Unit::Accrue));
        block();
        assert_eq!(Schedule::<Test>::get().accrued_at, Now::get());
    });
}
