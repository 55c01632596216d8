// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;
use pillars::{pillar_of, MATURITIES, PILLARS};

#[test]
fn the_constants_are_what_the_readme_promises() {
    run(|| {
        assert_eq!(STEP, bp(50));
        assert_eq!(STEP_PERIOD, DAY);
        assert_eq!(RATE_MAX, bp(10_000));
        assert_eq!((SHORTEST, LONGEST), (60_000, 32 * 365 * DAY));
        assert_eq!(usize::try_from(MAX_NODES).unwrap(), PILLARS);
        const { assert!(PILLARS <= finch_math::curve::MAX_NODES) };
        assert_eq!(finch_math::curve::MILLISECS_PER_YEAR, MILLISECS_PER_YEAR);
        RateCurve::integrity_test();
    });
}

#[test]
#[should_panic(expected = "MinTurnover")]
fn a_least_turnover_of_nothing_is_refused_at_the_build() {
    new_test_ext().execute_with(|| {
        MinTurnover::set(&0);
        RateCurve::integrity_test();
    });
}

#[test]
#[should_panic(expected = "MaxAge")]
fn an_age_shorter_than_a_step_period_is_refused_at_the_build() {
    new_test_ext().execute_with(|| {
        MaxAge::set(&(STEP_PERIOD - 1));
        RateCurve::integrity_test();
    });
}

#[test]
fn the_pillars_are_roots_of_two_apart() {
    assert_eq!((MATURITIES[0], MATURITIES[48]), (60_150, LONGEST));
    for (at, years) in [(34, 0.25), (36, 0.5), (38, 1.0), (40, 2.0), (44, 8.0)] {
        assert_eq!(MATURITIES[at] as f64, years * YEAR as f64);
    }
    // 516 days.
    assert_eq!(MATURITIES[39], 44_598_638_902);
    for pair in MATURITIES.windows(2) {
        // Squares differ by two, to the rounding down to milliseconds.
        let (low, high) = (pair[0] as f64, pair[1] as f64);
        assert!((high / low - 2f64.sqrt()).abs() < 3.0 / low, "{low} {high}");
    }
}

#[test]
fn a_maturity_belongs_to_the_pillar_next_in_ratio() {
    assert_eq!(pillar_of(0), MATURITIES[0]);
    assert_eq!(pillar_of(Moment::MAX), LONGEST);
    for pillar in MATURITIES {
        assert_eq!(pillar_of(pillar), pillar);
    }
    for pair in MATURITIES.windows(2) {
        let border = ((pair[0] as f64) * (pair[1] as f64)).sqrt();
        assert_eq!(pillar_of((border * 0.999_999) as Moment), pair[0]);
        assert_eq!(pillar_of((border * 1.000_001) as Moment + 1), pair[1]);
    }
    // A month and a quarter.
    assert_eq!(pillar_of(30 * DAY), MATURITIES[31]);
    assert_eq!(pillar_of(91 * DAY), YEAR / 4);
}

#[test]
fn other_pallets_are_told_the_measured_weights() {
    assert_eq!(RateCurve::weight_observe(), <() as WeightInfo>::observe(MAX_NODES));
    assert_eq!(RateCurve::weight_quote(), <() as WeightInfo>::quote(MAX_NODES));
}
