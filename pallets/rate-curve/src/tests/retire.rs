// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn a_retired_node_is_gone() {
    run(|| {
        seed(YEAR / 2, bp(700));
        seed(YEAR, bp(800));
        RateCurve::observe(at_par(YEAR, bp(800), 5_000));
        System::reset_events();
        retire(360 * DAY);
        assert_eq!(
            take_events(),
            [Event::Retired {
                pillar: YEAR,
                zero_rate: zero(continuous(bp(800)))
            }]
        );
        assert_eq!(RateCurve::nodes().len(), 1);
        assert_eq!((flows().retired, flows().faded), (1, 5_000));
        // The other node decides alone.
        let fair = RateCurve::fair_rate(YEAR).unwrap().into_inner();
        assert!(fair.abs_diff(bp(700).into_inner()) <= 4);
    });
}

#[test]
fn without_any_node_there_are_no_quotes() {
    run(|| {
        seed(YEAR, bp(800));
        retire(YEAR);
        assert_eq!(RateCurve::fair_rate(YEAR), None);
        assert_eq!(RateCurve::contract_value(YEAR, bp(800)), None);
    });
}

#[test]
fn a_retired_node_can_come_back() {
    run(|| {
        seed(YEAR, bp(800));
        retire(YEAR);
        RateCurve::observe(at_par(YEAR, bp(900), 5_000));
        assert_eq!(node(YEAR).zero_rate, zero(continuous(bp(900))));
        assert_eq!((flows().opened, flows().retired), (2, 1));
    });
}

#[test]
fn retiring_what_is_not_there_is_refused() {
    run(|| {
        assert_noop!(RateCurve::retire(RuntimeOrigin::root(), YEAR), Error::NodeNotFound);
        seed(YEAR / 2, bp(800));
        assert_noop!(RateCurve::retire(RuntimeOrigin::root(), YEAR), Error::NodeNotFound);
    });
}

#[test]
fn retiring_out_of_range_is_refused() {
    run(|| {
        for maturity in [0, SHORTEST - 1, LONGEST + 1] {
            assert_noop!(
                RateCurve::retire(RuntimeOrigin::root(), maturity),
                Error::MaturityOutOfRange
            );
        }
    });
}

#[test]
fn only_the_admin_retires() {
    run(|| {
        seed(YEAR, bp(800));
        for origin in [RuntimeOrigin::signed(1), RuntimeOrigin::none()] {
            assert_noop!(RateCurve::retire(origin, YEAR), DispatchError::BadOrigin);
        }
    });
}
