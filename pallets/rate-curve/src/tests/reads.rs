// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[track_caller]
fn close(got: u128, want: u128) {
    assert!(got.abs_diff(want) <= 1_000, "{got} instead of {want}");
}

#[test]
fn without_a_curve_nothing_is_quoted() {
    run(|| {
        assert_eq!(RateCurve::contract_value(YEAR, bp(800)), None);
        assert_eq!(RateCurve::fair_rate(YEAR), None);
        assert_eq!(RateCurve::fair_annual_rate(YEAR), None);
        assert_eq!(RateCurve::discount_factor(YEAR), None);
        assert_eq!((RateCurve::nodes(), RateCurve::forward_rates()), (vec![], vec![]));
        assert_eq!(flows(), Flows::default());
    });
}

#[test]
fn one_node_is_a_flat_curve() {
    run(|| {
        seed(YEAR, bp(800));
        for maturity in [1, SHORTEST, 30 * DAY, YEAR, 10 * YEAR, 100 * YEAR] {
            close(
                RateCurve::fair_rate(maturity).unwrap().into_inner(),
                bp(800).into_inner(),
            );
            close(RateCurve::contract_value(maturity, bp(800)).unwrap().into_inner(), ONE);
        }
        // 1.08^-2.
        close(
            RateCurve::discount_factor(2 * YEAR).unwrap().into_inner(),
            857_338_820_301_783_264,
        );
    });
}

#[test]
fn a_contract_at_maturity_is_worth_its_principal() {
    run(|| {
        seed(YEAR, bp(800));
        assert_eq!(RateCurve::contract_value(0, bp(500)), Some(bp(10_000)));
        assert_eq!(RateCurve::discount_factor(0), Some(bp(10_000)));
        // There is no rate of no time.
        assert_eq!(RateCurve::fair_annual_rate(0), None);
    });
}

#[test]
fn between_nodes_the_growth_is_interpolated_geometrically() {
    run(|| {
        seed(YEAR, bp(800));
        seed(2 * YEAR, bp(1_000));
        // sqrt(1.08 * 1.21) after one and a half years.
        let discount = RateCurve::discount_factor(YEAR * 3 / 2).unwrap().into_inner();
        close(discount, 874_773_135_135_796_612);
    });
}

#[test]
fn after_the_last_node_the_last_forward_rate_holds() {
    run(|| {
        seed(YEAR, bp(800));
        seed(2 * YEAR, bp(1_000));
        let forwards = RateCurve::forward_rates();
        let rates: Vec<_> = forwards.iter().map(|forward| (forward.from, forward.to)).collect();
        assert_eq!(rates, [(0, YEAR), (YEAR, 2 * YEAR)]);
        assert_eq!(forwards[0].rate, zero(continuous(bp(800))));
        // ln(1.21 / 1.08)
        close(forwards[1].rate.into_inner().unsigned_abs(), 113_659_318_472_521_395);
        // The growth of four years: 1.21 * (1.21 / 1.08)^2.
        let discount = RateCurve::discount_factor(4 * YEAR).unwrap().into_inner();
        close(discount, 658_402_392_014_725_995);
    });
}

#[test]
fn stale_nodes_are_listed_and_do_not_count() {
    run(|| {
        seed(YEAR, bp(800));
        RateCurve::observe(at_par(YEAR / 2, bp(820), 5_000));
        RateCurve::observe(at_par(2 * YEAR, bp(830), 5_000));
        wait(90 * DAY);
        assert!(RateCurve::nodes().iter().all(|node| !node.stale));
        wait(1);
        let stale: Vec<_> = RateCurve::nodes().iter().map(|node| node.stale).collect();
        assert_eq!(stale, [true, false, true]);
        close(
            RateCurve::fair_rate(YEAR / 2).unwrap().into_inner(),
            bp(800).into_inner(),
        );
        assert_eq!(RateCurve::forward_rates().len(), 1);
    });
}

#[test]
fn a_node_tells_all_about_itself() {
    run(|| {
        seed(YEAR, bp(800));
        RateCurve::observe(at_par(YEAR, bp(800), 9_000));
        wait(DAY);
        let info = &RateCurve::nodes()[0];
        assert_eq!(
            (info.time_to_maturity, info.zero_rate, info.log_growth),
            (YEAR, zero(continuous(bp(800))), zero(continuous(bp(800))))
        );
        close(info.annual_rate.into_inner().unsigned_abs(), bp(800).into_inner());
        close(info.growth_factor.into_inner(), bp(10_800).into_inner());
        assert_eq!(Some(info.discount_factor), RateCurve::discount_factor(YEAR));
        assert_eq!((info.weight, info.allowance), (8_900, STEP));
        assert_eq!((info.observed_at, info.seeded, info.stale), (START, false, false));
    });
}

#[test]
fn a_negative_fair_rate_is_shown_and_not_offered() {
    run(|| {
        RateCurve::observe(Observation {
            price_ratio: bp(10_500),
            ..at_par(YEAR, bp(0), 5_000)
        });
        let fair = RateCurve::fair_annual_rate(YEAR).unwrap().into_inner();
        assert!(fair < 0);
        close(fair.unsigned_abs(), 47_619_047_619_047_619);
        assert_eq!(RateCurve::fair_rate(YEAR), None);
        close(
            RateCurve::contract_value(YEAR, bp(0)).unwrap().into_inner(),
            bp(10_500).into_inner(),
        );
    });
}

#[test]
fn what_does_not_fit_is_not_quoted() {
    run(|| {
        seed(YEAR, bp(800));
        assert_eq!(RateCurve::contract_value(YEAR, FixedU128::from_inner(u128::MAX)), None);
        assert_eq!(RateCurve::contract_value(Moment::MAX, bp(90_000)), None);
        // 1.08^-584,942,417 is nothing, and that fits.
        assert_eq!(RateCurve::discount_factor(Moment::MAX), Some(bp(0)));
    });
}

/// Every quote is the one of the curve through all nodes that count, not only through those near.
#[test]
fn the_nodes_near_a_maturity_are_enough() {
    run(|| {
        for (at, pillar) in pillars::MATURITIES.into_iter().enumerate().step_by(3) {
            seed(pillar, bp(300 + 10 * u32::try_from(at).unwrap()));
        }
        let all = crate::books::curve(&Book::<Test>::get().nodes).unwrap();
        let mut maturity = 10_000;
        while maturity < 100 * YEAR {
            let at = finch_math::curve::years(maturity);
            assert_eq!(
                RateCurve::contract_value(maturity, bp(500)),
                all.contract_value(at, bp(500)).ok()
            );
            assert_eq!(RateCurve::fair_annual_rate(maturity), all.fair_rate(at).ok());
            assert_eq!(RateCurve::discount_factor(maturity), all.discount_factor(at).ok());
            maturity += maturity / 7;
        }
    });
}
