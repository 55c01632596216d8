// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;
use primitive_types::U512;

const ONE: u128 = 1_000_000_000_000_000_000;

fn wide(number: u128) -> U512 {
    number.into()
}

/// The least integer that times `b` is not below `a`.
fn is_ceil(result: u128, a: U512, b: U512) -> bool {
    wide(result) * b >= a && (result == 0 || wide(result - 1) * b < a)
}

const CASES: [(u128, u128); 6] = [
    (1, ONE),
    (1, 1),
    (7, ONE / 3),
    (1_000_000, 22 * ONE / 7),
    (u64::MAX as u128, 123_456_789_123_456_789),
    (1 << 100, ONE + 1),
];

#[test]
fn a_sale_asks_for_ninety_nine_hundredths_rounded_up() {
    run(|| {
        for (units, price) in CASES {
            let least = Etf::least_native(units, FixedU128::from_inner(price)).unwrap();
            assert!(is_ceil(
                least,
                wide(units) * wide(price) * wide(99),
                wide(ONE) * wide(100)
            ));
        }
    });
}

#[test]
fn a_spending_asks_for_ninety_nine_hundredths_rounded_up_and_for_something() {
    run(|| {
        for (native, price) in CASES {
            let least = Etf::least_units(native, FixedU128::from_inner(price)).unwrap();
            assert!(is_ceil(
                least,
                wide(native) * wide(99) * wide(ONE),
                wide(price) * wide(100)
            ));
        }
        assert_eq!(Etf::least_units(0, FixedU128::one()).unwrap(), 1);
    });
}

#[test]
fn a_purchase_pays_at_most_a_hundredth_more_and_two_planck_for_the_rounding() {
    run(|| {
        for (units, price) in CASES {
            let most = Etf::most_native(units, FixedU128::from_inner(price)).unwrap();
            let (exact, one) = (wide(units) * wide(price) * wide(101), wide(ONE) * wide(100));
            assert!(wide(most) * one >= exact && wide(most - 2) * one < exact || most <= 2);
        }
    });
}

#[test]
fn numbers_that_do_not_fit_are_refused() {
    run(|| {
        assert!(matches!(
            Etf::least_native(u128::MAX, FixedU128::from_u32(2)),
            Err(Error::Overflow)
        ));
        assert!(matches!(
            Etf::most_native(u128::MAX, FixedU128::one()),
            Err(Error::Overflow)
        ));
        assert!(matches!(
            Etf::least_units(u128::MAX, FixedU128::from_inner(1)),
            Err(Error::Overflow)
        ));
    });
}
