// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

fn root() -> RuntimeOrigin {
    RuntimeOrigin::root()
}

fn create(kind: Kind, pays: u32, rate: u32, target: u32) -> DispatchResult {
    Insurance::create_product(
        root(),
        kind,
        Permill::from_percent(50),
        Permill::from_percent(pays),
        percent(rate),
        percent(target),
    )
}

#[test]
fn products_are_counted_and_known_by_their_risk() {
    run(|| {
        assert_ok!(create(Kind::Parametric(Risk::Synth), 80, 5, 3));
        assert_ok!(create(Kind::Voted, 100, 3, 3));
        assert_ok!(create(Kind::Voted, 100, 3, 3));
        happened(Event::ProductCreated {
            product: 0,
            kind: Kind::Parametric(Risk::Synth),
            capacity: Permill::from_percent(50),
            pays: Permill::from_percent(80),
            rate: percent(5),
            target: percent(3),
        });
        assert_eq!(Risks::<Test>::get().into_inner(), vec![(Risk::Synth, 0)]);
        assert_noop!(create(Kind::Parametric(Risk::Synth), 80, 5, 3), Error::RiskTaken);
        assert_ok!(create(Kind::Parametric(Risk::Series(1)), 80, 5, 3));
        assert_eq!(NextProduct::<Test>::get(), 4);
    });
}

#[test]
fn terms_out_of_range_are_refused() {
    run(|| {
        assert_noop!(create(Kind::Voted, 100, 0, 3), Error::BadRate);
        assert_noop!(create(Kind::Voted, 100, 101, 3), Error::BadRate);
        assert_noop!(create(Kind::Voted, 100, 3, 0), Error::BadRate);
        assert_noop!(create(Kind::Voted, 100, 3, 101), Error::BadRate);
        assert_noop!(create(Kind::Voted, 0, 3, 3), Error::PaysNothing);
        assert_ok!(create(Kind::Voted, 100, 1, 100));
        let change =
            |target| Insurance::change_product(root(), 0, Permill::one(), FixedU128::from_inner(target), Sales::Open);
        assert_noop!(change(MIN_RATE.into_inner() - 1), Error::BadRate);
        assert_noop!(change(MAX_RATE.into_inner() + 1), Error::BadRate);
    });
}

#[test]
fn there_is_a_bound_of_products() {
    run(|| {
        for _ in 0..MAX_PRODUCTS {
            assert_ok!(create(Kind::Voted, 100, 3, 3));
        }
        assert_noop!(create(Kind::Voted, 100, 3, 3), Error::TooManyProducts);
        assert_ok!(Insurance::remove_product(root(), 4));
        assert_ok!(create(Kind::Voted, 100, 3, 3));
        assert!(Products::<Test>::contains_key(MAX_PRODUCTS));
    });
}

#[test]
fn products_are_for_the_administration() {
    covered(|| {
        let refused = DispatchError::BadOrigin;
        let (all, rate) = (Permill::one(), percent(3));
        assert_noop!(
            Insurance::create_product(signed(ALICE), Kind::Voted, all, all, rate, rate),
            refused
        );
        assert_noop!(
            Insurance::change_product(signed(ALICE), VOTED, all, rate, Sales::Open),
            refused
        );
        assert_noop!(Insurance::remove_product(signed(ALICE), VOTED), refused);
        assert_noop!(Insurance::escalate(signed(ALICE), 0), refused);
        assert_noop!(Insurance::resolve(signed(ALICE), 0, Verdict::Accept), refused);
    });
}

#[test]
fn a_change_is_for_new_covers() {
    covered(|| {
        buy(BOB, SYNTH, AMOUNT);
        let change = |capacity, sales| {
            Insurance::change_product(root(), SYNTH, Permill::from_percent(capacity), percent(4), sales)
        };
        assert_ok!(change(10, Sales::Open));
        happened(Event::ProductChanged {
            product: SYNTH,
            capacity: Permill::from_percent(10),
            target: percent(4),
            sales: Sales::Open,
        });
        assert_eq!(Insurance::capacity(SYNTH).unwrap().rate, percent(4));
        let more = |amount| Insurance::buy_cover(signed(BOB), SYNTH, amount, 30, Balance::MAX);
        assert_noop!(more(1), Error::SoldOut);
        assert_ok!(change(50, Sales::Closed));
        assert_noop!(more(1), Error::SalesClosed);
        assert_noop!(
            Insurance::renew_cover(signed(BOB), 0, 30, Balance::MAX),
            Error::TooEarlyToRenew
        );
        wait(DAY);
        assert_noop!(
            Insurance::renew_cover(signed(BOB), 0, 30, Balance::MAX),
            Error::SalesClosed
        );
        // It is paid all the same.
        lose(Risk::Synth, 10);
        assert_ok!(claim(0));
        assert_eq!(cover(0).amount, AMOUNT / 10 * 9);
        assert_noop!(
            Insurance::change_product(root(), 9, Permill::one(), percent(4), Sales::Open),
            Error::NoProduct
        );
    });
}

#[test]
fn only_products_without_covers_can_be_removed() {
    covered(|| {
        buy(BOB, SYNTH, AMOUNT);
        assert_noop!(Insurance::remove_product(root(), SYNTH), Error::ProductInUse);
        wait(31 * DAY);
        assert_noop!(Insurance::remove_product(root(), SYNTH), Error::ProductInUse);
        idle();
        assert_ok!(Insurance::remove_product(root(), SYNTH));
        happened(Event::ProductRemoved { product: SYNTH });
        assert_eq!(Risks::<Test>::get().into_inner(), vec![(Risk::Series(7), SERIES)]);
        assert_noop!(Insurance::remove_product(root(), SYNTH), Error::NoProduct);
        lose(Risk::Synth, 50);
        assert_eq!(books().events, 0);
        assert_ok!(create(Kind::Parametric(Risk::Synth), 100, 2, 2));
    });
}

fn genesis(series: &[u32], voted: u32) -> crate::GenesisConfig<Test> {
    let terms = |points| (Permill::from_percent(40), Permill::from_percent(90), percent(points));
    crate::GenesisConfig {
        synth: Some(terms(2)),
        series: series.iter().map(|id| (*id, terms(3))).collect(),
        voted: vec![terms(4); voted as usize],
        ..Default::default()
    }
}

#[test]
fn genesis_makes_the_first_products() {
    use frame_support::traits::BuildGenesisConfig;
    run(|| {
        genesis(&[0, 5], 1).build();
        let kinds: Vec<Kind> = (0..4).map(|id| Products::<Test>::get(id).unwrap().kind).collect();
        assert_eq!(
            kinds,
            [
                Kind::Parametric(Risk::Synth),
                Kind::Parametric(Risk::Series(0)),
                Kind::Parametric(Risk::Series(5)),
                Kind::Voted,
            ]
        );
        let series = Products::<Test>::get(1).unwrap();
        assert_eq!(
            (series.rate, series.target, series.sales),
            (percent(3), percent(3), Sales::Open)
        );
        assert_eq!(
            (series.capacity, series.pays),
            (Permill::from_percent(40), Permill::from_percent(90))
        );
        assert_eq!(NextProduct::<Test>::get(), 4);
    });
}

#[test]
#[should_panic(expected = "no risk twice")]
fn genesis_with_a_risk_twice_is_refused() {
    use frame_support::traits::BuildGenesisConfig;
    new_test_ext().execute_with(|| genesis(&[5, 5], 0).build());
}
