// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

/// The zero rate of the year's node, in basis points above `ln 1.08`.
fn year_above_seed() -> i128 {
    (node(YEAR).zero_rate.into_inner() - continuous(bp(800))) / BP
}

/// A sale at par of a contract whose zero rate is `points` above `ln 1.08`.
fn above_seed(points: i128, turnover: Balance) -> Observation {
    let rate = finch_math::fixed::exp(zero(continuous(bp(800)) + points * BP), finch_math::Round::Nearest).unwrap();
    at_par(YEAR, FixedU128::from_inner(rate.into_inner() - ONE), turnover)
}

#[test]
fn a_sale_moves_the_seed_of_its_maturity_to_its_own_rate() {
    run(|| {
        seed(YEAR, bp(800));
        System::reset_events();
        let sale = at_par(YEAR, bp(830), 5_000);
        RateCurve::observe(sale);
        let rate = zero(continuous(bp(830)));
        let step = rate.into_inner() - continuous(bp(800));
        let left = FixedU128::from_inner(STEP.into_inner() - step.unsigned_abs());
        assert_eq!(
            take_events(),
            [Event::Observed {
                time_to_maturity: YEAR,
                annual_rate: bp(830),
                price_ratio: sale.price_ratio,
                turnover: 5_000,
                observed_rate: rate,
                pillar: YEAR,
                zero_rate: rate,
                weight: 5_000,
                allowance: left,
            }]
        );
        assert_eq!(
            node(YEAR),
            Node {
                time_to_maturity: YEAR,
                zero_rate: rate,
                log_growth: rate,
                turnover: 5_000,
                observed_at: START,
                allowance: left,
                seeded: false,
            }
        );
        assert_eq!((flows().reported, flows().counted, flows().turnover), (1, 1, 5_000));
    });
}

/// `ln(1.12) - ln(1.015) / 0.5`: the second contract of the worked example.
#[test]
fn the_rate_comes_from_price_and_promise() {
    run(|| {
        RateCurve::observe(Observation {
            time_to_maturity: YEAR / 2,
            annual_rate: bp(1_200),
            price_ratio: bp(10_150),
            turnover: 5_000,
        });
        let rate = node(YEAR / 2).zero_rate.into_inner();
        assert!(rate.abs_diff(83_551_460_319_501_865) <= 2, "{rate}");
        let value = RateCurve::contract_value(YEAR / 2, bp(1_200)).unwrap().into_inner();
        assert!(value.abs_diff(bp(10_150).into_inner()) <= 3, "{value}");
    });
}

#[test]
fn a_sale_moves_a_node_by_50_basis_points_at_most() {
    run(|| {
        seed(YEAR, bp(800));
        RateCurve::observe(above_seed(400, 5_000));
        assert_eq!(year_above_seed(), 50);
        assert_eq!(node(YEAR).allowance, FixedU128::from_u32(0));
        RateCurve::observe(above_seed(-400, 1_000_000));
        assert_eq!(year_above_seed(), 50);
    });
}

#[test]
fn a_node_may_be_moved_again_as_time_passes() {
    run(|| {
        seed(YEAR, bp(800));
        RateCurve::observe(above_seed(400, 5_000));
        wait(DAY / 10);
        RateCurve::observe(above_seed(900, 500_000));
        assert_eq!(year_above_seed(), 55);
        wait(DAY / 2);
        RateCurve::observe(above_seed(900, 500_000));
        assert_eq!(year_above_seed(), 80);
        // However long it takes, no more than one step is saved up.
        wait(10 * DAY);
        RateCurve::observe(above_seed(900, 500_000));
        assert_eq!(year_above_seed(), 130);
    });
}

#[test]
fn what_was_seen_weighs_by_turnover() {
    run(|| {
        seed(YEAR, bp(800));
        RateCurve::observe(above_seed(0, 30_000));
        RateCurve::observe(above_seed(40, 10_000));
        assert_eq!((year_above_seed(), node(YEAR).turnover), (10, 40_000));
        RateCurve::observe(above_seed(30, 40_000));
        assert_eq!((year_above_seed(), node(YEAR).turnover), (20, 80_000));
        assert_eq!(flows().faded, 0);
    });
}

#[test]
fn what_was_seen_weighs_less_with_every_day() {
    run(|| {
        seed(YEAR, bp(800));
        RateCurve::observe(above_seed(0, 30_000));
        wait(60 * DAY);
        // A third is left.
        assert_eq!(RateCurve::nodes()[0].weight, 10_000);
        RateCurve::observe(above_seed(40, 10_000));
        assert_eq!((year_above_seed(), node(YEAR).turnover), (20, 20_000));
        assert_eq!(flows().faded, 20_000);
        wait(90 * DAY);
        assert_eq!(RateCurve::nodes()[0].weight, 0);
    });
}

#[test]
fn a_new_node_begins_on_the_curve() {
    run(|| {
        seed(YEAR / 2, bp(600));
        seed(2 * YEAR, bp(1_000));
        let before = RateCurve::discount_factor(YEAR).unwrap().into_inner();
        let expected = RateCurve::fair_annual_rate(YEAR).unwrap().into_inner();
        let on_the_curve = FixedU128::from_inner(expected.unsigned_abs());
        RateCurve::observe(at_par(YEAR, on_the_curve, 5_000));
        let after = RateCurve::discount_factor(YEAR).unwrap().into_inner();
        assert!(after.abs_diff(before) <= 3, "{before} {after}");
        assert_eq!(flows().opened, 3);
        // From there it is moved like any other.
        RateCurve::observe(at_par(YEAR, bp(3_000), 5_000_000));
        let moved = node(YEAR).zero_rate.into_inner() - continuous(on_the_curve);
        assert!((moved - 50 * BP).abs() <= 4, "{moved}");
    });
}

#[test]
fn a_new_node_is_allowed_no_more_than_those_beside_it() {
    run(|| {
        seed(YEAR / 2, bp(800));
        seed(2 * YEAR, bp(800));
        RateCurve::observe(at_par(2 * YEAR, bp(5_000), 5_000));
        let before = RateCurve::fair_annual_rate(YEAR).unwrap().into_inner();
        RateCurve::observe(at_par(YEAR, bp(5_000), 5_000));
        let after = RateCurve::fair_annual_rate(YEAR).unwrap().into_inner();
        assert!(after.abs_diff(before) <= 4, "{before} {after}");
        assert_eq!(node(YEAR).allowance, FixedU128::from_u32(0));
    });
}

#[test]
fn the_very_first_sale_counts_within_100_percent() {
    run(|| {
        RateCurve::observe(at_par(YEAR, bp(900), 5_000));
        assert_eq!(node(YEAR).zero_rate, zero(continuous(bp(900))));
        assert_eq!(node(YEAR).allowance, STEP);
    });
    run(|| {
        RateCurve::observe(at_par(YEAR, bp(90_000), 5_000));
        assert_eq!(node(YEAR).zero_rate, zero(10_000 * BP));
        assert_eq!(node(YEAR).allowance, FixedU128::from_u32(0));
    });
    run(|| {
        RateCurve::observe(Observation {
            price_ratio: FixedU128::from_u32(1_000),
            ..at_par(YEAR, bp(900), 5_000)
        });
        assert_eq!(node(YEAR).zero_rate, zero(-10_000 * BP));
    });
}

#[test]
fn no_sale_moves_a_rate_out_of_the_range() {
    run(|| {
        seed(YEAR, FixedU128::from_inner(1_718_000_000_000_000_000));
        RateCurve::observe(at_par(YEAR, bp(90_000), 5_000));
        assert_eq!(node(YEAR).zero_rate, zero(10_000 * BP));
    });
}

#[test]
fn a_stale_node_is_replaced_from_what_the_curve_says() {
    run(|| {
        seed(YEAR / 2, bp(800));
        seed(YEAR, bp(800));
        RateCurve::observe(above_seed(50, 5_000));
        wait(91 * DAY);
        assert!(node(YEAR).is_stale(Now::get(), MaxAge::get()));
        // The half-year's seed alone is the curve now: the stale rate has no part in it.
        RateCurve::observe(above_seed(30, 1_000));
        assert_eq!((year_above_seed(), node(YEAR).turnover), (30, 1_000));
        assert_eq!((flows().opened, flows().faded), (2, 5_000));
    });
}

#[test]
fn where_all_is_stale_a_sale_is_held_against_that() {
    run(|| {
        RateCurve::observe(above_seed(0, 5_000));
        wait(91 * DAY);
        assert_eq!(RateCurve::fair_rate(YEAR), None);
        RateCurve::observe(above_seed(400, 1_000));
        assert_eq!((year_above_seed(), node(YEAR).turnover), (50, 1_000));
        wait(91 * DAY);
        RateCurve::observe(at_par(YEAR / 2, bp(5_000), 1_000));
        let opened = node(YEAR / 2).zero_rate.into_inner() - continuous(bp(800));
        assert!((opened - 100 * BP).abs() <= 4, "{opened}");
    });
}

/// Ignored, with an event, and nothing else.
#[track_caller]
fn ignored(sale: Observation, reason: Reason) {
    let mut books = Book::<Test>::get();
    System::reset_events();
    RateCurve::observe(sale);
    assert_eq!(
        take_events(),
        [Event::Ignored {
            time_to_maturity: sale.time_to_maturity,
            annual_rate: sale.annual_rate,
            price_ratio: sale.price_ratio,
            turnover: sale.turnover,
            reason
        }]
    );
    books.flows.reported += 1;
    books.flows.ignored += 1;
    assert_eq!(Book::<Test>::get(), books);
}

#[test]
fn a_small_turnover_does_not_count() {
    run(|| {
        seed(YEAR, bp(800));
        ignored(above_seed(10, 999), Reason::SmallTurnover);
        RateCurve::observe(above_seed(10, 1_000));
        assert_eq!(flows().counted, 1);
    });
}

#[test]
fn a_maturity_out_of_range_does_not_count() {
    run(|| {
        for maturity in [0, SHORTEST - 1, LONGEST + 1, Moment::MAX] {
            ignored(at_par(maturity, bp(800), 5_000), Reason::MaturityOutOfRange);
        }
        RateCurve::observe(at_par(SHORTEST, bp(800), 5_000));
        RateCurve::observe(at_par(LONGEST, bp(800), 5_000));
        assert_eq!(flows().counted, 2);
    });
}

#[test]
fn a_price_without_a_rate_does_not_count() {
    run(|| {
        seed(YEAR, bp(800));
        let free = Observation {
            price_ratio: FixedU128::from_u32(0),
            ..above_seed(0, 5_000)
        };
        ignored(free, Reason::NoRate);
        ignored(at_par(YEAR, FixedU128::from_inner(u128::MAX), 5_000), Reason::NoRate);
    });
}

#[test]
fn a_turnover_that_does_not_add_up_does_not_count() {
    run(|| {
        RateCurve::observe(above_seed(0, 5_000));
        ignored(above_seed(0, u128::MAX), Reason::NoRate);
        // Not even where it would be the first at its pillar.
        ignored(at_par(YEAR / 2, bp(800), u128::MAX), Reason::NoRate);
        RateCurve::observe(above_seed(0, u128::MAX - 5_000));
        assert_eq!(flows().turnover, u128::MAX);
    });
}

#[test]
fn a_sale_moves_no_other_node() {
    run(|| {
        seed(YEAR / 2, bp(700));
        seed(YEAR, bp(800));
        seed(2 * YEAR, bp(900));
        let before = (node(YEAR / 2), node(2 * YEAR));
        RateCurve::observe(above_seed(400, 5_000));
        assert_eq!((node(YEAR / 2), node(2 * YEAR)), before);
    });
}
