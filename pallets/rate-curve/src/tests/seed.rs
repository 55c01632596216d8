// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn a_seed_is_a_node_at_the_next_pillar() {
    run(|| {
        seed(355 * DAY, bp(800));
        let rate = zero(continuous(bp(800)));
        assert_eq!(
            take_events(),
            [Event::Seeded {
                pillar: YEAR,
                annual_rate: bp(800),
                zero_rate: rate
            }]
        );
        // A year: the log growth is the rate.
        assert_eq!(
            node(YEAR),
            Node {
                time_to_maturity: YEAR,
                zero_rate: rate,
                log_growth: rate,
                turnover: 0,
                observed_at: START,
                allowance: STEP,
                seeded: true,
            }
        );
        assert_eq!((flows().opened, flows().reported), (1, 0));
    });
}

#[test]
fn a_seed_replaces_the_node_that_is_there() {
    run(|| {
        seed(YEAR, bp(800));
        RateCurve::observe(at_par(YEAR, bp(850), 5_000));
        wait(DAY);
        seed(YEAR, bp(1_000));
        assert_eq!(node(YEAR).zero_rate, zero(continuous(bp(1_000))));
        assert_eq!((node(YEAR).turnover, node(YEAR).observed_at), (0, START + DAY));
        assert_eq!((flows().opened, flows().turnover, flows().faded), (1, 5_000, 5_000));
    });
}

#[test]
fn seeds_stand_in_order_of_maturity() {
    run(|| {
        for maturity in [YEAR, YEAR / 4, 4 * YEAR, YEAR / 2] {
            seed(maturity, bp(500));
        }
        let maturities: Vec<_> = RateCurve::nodes().iter().map(|node| node.time_to_maturity).collect();
        assert_eq!(maturities, [YEAR / 4, YEAR / 2, YEAR, 4 * YEAR]);
    });
}

#[test]
fn every_pillar_can_have_a_seed() {
    run(|| {
        for pillar in pillars::MATURITIES {
            seed(pillar, bp(500));
        }
        assert_eq!(RateCurve::nodes().len(), 49);
        seed(SHORTEST, bp(600));
        seed(LONGEST, bp(600));
        assert_eq!(flows().opened, 49);
    });
}

#[test]
fn a_seed_does_not_go_stale() {
    run(|| {
        seed(YEAR, bp(800));
        wait(1_000 * 90 * DAY);
        assert!(!RateCurve::nodes()[0].stale);
        let fair = RateCurve::fair_rate(YEAR).unwrap().into_inner();
        assert!(fair.abs_diff(bp(800).into_inner()) <= 2, "{fair}");
    });
}

#[test]
fn genesis_seeds_a_curve() {
    seeded_ext(&[(YEAR, bp(900)), (YEAR / 4, bp(700))]).execute_with(|| {
        RateCurve::do_try_state().unwrap();
        let books = Book::<Test>::get();
        assert!(books.nodes.iter().all(|node| node.seeded && node.observed_at == 0));
        let fair = |maturity| RateCurve::fair_rate(maturity).unwrap().into_inner();
        assert!(fair(YEAR).abs_diff(bp(900).into_inner()) <= 2);
        assert!(fair(YEAR / 4).abs_diff(bp(700).into_inner()) <= 8);
        assert_eq!((flows().opened, books.nodes.len()), (2, 2));
    });
}

#[test]
#[should_panic(expected = "in range")]
fn a_genesis_seed_out_of_range_makes_no_chain() {
    seeded_ext(&[(LONGEST + 1, bp(900))]);
}

#[test]
fn only_the_admin_seeds() {
    run(|| {
        for origin in [RuntimeOrigin::signed(1), RuntimeOrigin::none()] {
            assert_noop!(RateCurve::seed(origin, YEAR, bp(800)), DispatchError::BadOrigin);
        }
    });
}

#[test]
fn a_seed_that_the_curve_does_not_reach_is_refused() {
    run(|| {
        for maturity in [0, SHORTEST - 1, LONGEST + 1, Moment::MAX] {
            assert_noop!(
                RateCurve::seed(RuntimeOrigin::root(), maturity, bp(800)),
                Error::MaturityOutOfRange
            );
        }
        seed(SHORTEST, bp(800));
        seed(LONGEST, bp(800));
    });
}

/// e - 1 is the most: 171.8 %.
#[test]
fn a_seed_with_a_rate_above_the_range_is_refused() {
    run(|| {
        let refused = |rate| {
            assert_noop!(
                RateCurve::seed(RuntimeOrigin::root(), YEAR, FixedU128::from_inner(rate)),
                Error::RateTooHigh
            );
        };
        refused(1_718_281_828_459_045_239);
        refused(u128::MAX);
        seed(YEAR, FixedU128::from_inner(1_718_281_828_459_045_234));
        seed(YEAR, bp(0));
        assert_eq!(node(YEAR).zero_rate, zero(0));
    });
}
