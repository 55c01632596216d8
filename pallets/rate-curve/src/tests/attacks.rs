// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Exploits of others, named after them, and ways around the bound of a step.

use super::*;
use finch_math::curve::years;
use proptest::{collection::vec, prelude::*, test_runner::Config as Runs};

const HOUR: Moment = 3_600_000;

/// The zero rates of all pillars from a month to eight years, by the curve.
fn zero_rates() -> Vec<(Moment, i128)> {
    let curve = crate::books::curve(&RateCurve::fresh(&Book::<Test>::get())).unwrap();
    pillars::MATURITIES
        .into_iter()
        .filter(|pillar| (30 * DAY..=8 * YEAR).contains(pillar))
        .map(|pillar| (pillar, curve.zero_rate(years(pillar)).unwrap().into_inner()))
        .collect()
}

/// A curve like any: five nodes from a month to eight years.
fn market() {
    for (maturity, rate) in [
        (32 * DAY, 600),
        (YEAR / 4, 700),
        (YEAR, 800),
        (4 * YEAR, 900),
        (8 * YEAR, 950),
    ] {
        seed(maturity, bp(rate));
    }
}

/// What `time` allows: `STEP * (1 + time / STEP_PERIOD)`, and a little for roundings.
fn documented_bound(time: Moment) -> u128 {
    let step = STEP.into_inner();
    step + step * u128::from(time) / u128::from(STEP_PERIOD) + 1_000
}

#[track_caller]
fn within(before: &[(Moment, i128)], bound: u128) {
    for ((pillar, old), (_, new)) in before.iter().zip(zero_rates()) {
        assert!(new.abs_diff(*old) <= bound, "{pillar}: {old} became {new}");
    }
}

/// A sale that says 1,000 % a year, for as much as the attacker has.
fn outrageous(maturity: Moment, turnover: Balance) -> Observation {
    at_par(maturity, bp(100_000), turnover)
}

/// Notional, March 2023: one trade moved the rate oracle, and loans were priced by it.
#[test]
fn notional_2023_one_trade_does_not_move_the_rate_oracle() {
    run(|| {
        market();
        let before = zero_rates();
        let value = RateCurve::contract_value(YEAR, bp(800)).unwrap().into_inner();
        RateCurve::observe(outrageous(YEAR, u128::MAX / 4));
        within(&before, STEP.into_inner());
        assert_eq!(node(YEAR).zero_rate.into_inner() - continuous(bp(800)), 50 * BP);
        // On the price of a year: less than half a percent, e^-0.005.
        let after = RateCurve::contract_value(YEAR, bp(800)).unwrap().into_inner();
        assert!(value - after < value / 200, "{value} {after}");
        // And a trade that is small enough to be cheap moves nothing at all.
        let before = zero_rates();
        RateCurve::observe(outrageous(YEAR / 4, 999));
        assert_eq!(before, zero_rates());
    });
}

#[test]
fn a_hundred_wash_sales_in_an_hour_are_one_step() {
    run(|| {
        market();
        let before = zero_rates();
        for _ in 0..100 {
            RateCurve::observe(outrageous(YEAR, 10_000_000));
            wait(HOUR / 100);
        }
        within(&before, documented_bound(HOUR));
        // 50 basis points, and 50 a day for an hour.
        let moved = node(YEAR).zero_rate.into_inner() - continuous(bp(800));
        assert!((52 * BP..53 * BP).contains(&moved), "{moved}");
    });
}

#[test]
fn many_sales_in_a_block_are_one_step() {
    run(|| {
        market();
        let before = zero_rates();
        for _ in 0..100 {
            RateCurve::observe(outrageous(YEAR, 10_000_000));
        }
        within(&before, STEP.into_inner());
    });
}

#[test]
fn up_and_down_again_uses_the_step_up() {
    run(|| {
        market();
        RateCurve::observe(outrageous(YEAR, 1_000));
        RateCurve::observe(at_par(YEAR, bp(0), 1_000_000_000));
        assert_eq!(node(YEAR).zero_rate.into_inner() - continuous(bp(800)), 50 * BP);
    });
}

/// From each new node to the next beside it, all in one block: it would be a step further each time.
#[test]
fn a_ladder_of_new_nodes_gets_no_further_than_one_step() {
    run(|| {
        seed(YEAR, bp(800));
        for pillar in pillars::MATURITIES.into_iter().rev().filter(|pillar| *pillar <= YEAR) {
            RateCurve::observe(outrageous(pillar, 10_000_000));
        }
        for pillar in pillars::MATURITIES.into_iter().filter(|pillar| *pillar <= YEAR) {
            let moved = node(pillar).zero_rate.into_inner() - continuous(bp(800));
            assert!(
                moved.unsigned_abs() <= STEP.into_inner() + 1_000_000,
                "{pillar}: {moved}"
            );
        }
        assert_eq!(flows().counted, 39);
    });
    run(|| {
        seed(YEAR, bp(800));
        for pillar in pillars::MATURITIES.into_iter().filter(|pillar| *pillar > YEAR) {
            RateCurve::observe(outrageous(pillar, 10_000_000));
        }
        // The line to the first of them goes on: at most 1 / (1 - 1 / sqrt 2) = 3.41 steps.
        let forward = RateCurve::forward_rates().last().unwrap().rate.into_inner();
        assert!(forward - continuous(bp(800)) < 172 * BP, "{forward}");
    });
}

/// Mango, October 2022: pump, use the price at once. The bound is the same in both directions and does not depend on
/// how much is paid.
#[test]
fn mango_2022_more_money_does_not_move_it_further() {
    let moved = |turnover| {
        let mut moved = 0;
        run(|| {
            market();
            RateCurve::observe(outrageous(YEAR, turnover));
            moved = node(YEAR).zero_rate.into_inner();
        });
        moved
    };
    assert_eq!(moved(1_000), moved(u128::MAX));
}

/// A deep market is not moved by a shallow one, not even by a step.
#[test]
fn a_small_sale_hardly_moves_what_large_ones_made() {
    run(|| {
        market();
        RateCurve::observe(at_par(YEAR, bp(800), 1_000_000_000));
        let before = node(YEAR).zero_rate.into_inner();
        RateCurve::observe(at_par(YEAR, bp(900), 1_000));
        let moved = node(YEAR).zero_rate.into_inner() - before;
        assert!((0..BP / 1_000).contains(&moved), "{moved}");
    });
}

/// A sale as an attacker might report it, and the time until the next.
fn wash() -> impl Strategy<Value = (Observation, Moment)> {
    let pillar = (0..pillars::PILLARS).prop_map(|at| pillars::MATURITIES[at].max(SHORTEST));
    let rate = prop_oneof![Just(0), Just(ONE), Just(100 * ONE), 0..ONE];
    let turnover = prop_oneof![Just(1_000), 1_000..=u128::from(u64::MAX)];
    let gap = prop_oneof![3 => Just(0), 2 => 0..HOUR, 1 => 0..3 * DAY];
    (pillar, rate, turnover, gap)
        .prop_map(|(pillar, rate, turnover, gap)| (at_par(pillar, FixedU128::from_inner(rate), turnover), gap))
}

proptest! {
    #![proptest_config(Runs {
        failure_persistence: None,
        ..Runs::with_cases(super::properties::sequences())
    })]

    /// Whatever is sold, at whatever pillar and in whatever order: between the first and the last node the curve moves by
    /// no more than the README says.
    #[test]
    fn no_sequence_of_sales_moves_the_curve_further_than_documented(sales in vec(wash(), 1..50)) {
        run(|| {
            MaxAge::set(&(1_000 * DAY));
            market();
            let before = zero_rates();
            for (sale, gap) in sales {
                RateCurve::observe(sale);
                within(&before, documented_bound(Now::get() - START));
                wait(gap);
            }
        });
    }
}
