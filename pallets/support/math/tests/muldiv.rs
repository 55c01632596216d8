// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! `mul_div` against 512-bit arithmetic, and against counting for small numbers.

mod common;

use common::{big, config, fits, floor, wide};
use finch_math::{mul_div, MathError, Round};
use primitive_types::U512;
use proptest::prelude::*;

/// The result by definition: the floor, and one more if the rounding asks for it.
fn exact(a: u128, b: u128, c: u128, round: Round) -> U512 {
    let product = big(a) * big(b);
    let (down, cut) = floor(product, big(c));
    let rest = product - down * big(c);
    let more = match round {
        Round::Down => false,
        Round::Nearest => rest + rest >= big(c),
        Round::Up => cut,
    };
    if more {
        down + 1
    } else {
        down
    }
}

const ROUNDS: [Round; 3] = [Round::Down, Round::Nearest, Round::Up];

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_input_gives_the_rounded_quotient_or_says_why_not(a in wide(), b in wide(), c in wide()) {
        for round in ROUNDS {
            let expected = if c == 0 {
                Err(MathError::DivisionByZero)
            } else {
                fits(exact(a, b, c, round)).ok_or(MathError::Overflow)
            };
            prop_assert_eq!(mul_div(a, b, c, round), expected, "{:?}", round);
        }
    }

    #[test]
    fn quotients_around_the_largest_number_are_told_apart(a in wide(), b in wide(), shift in 0u128..3) {
        // c so that a * b / c is next to u128::MAX.
        let c = fits(big(a) * big(b) / big(u128::MAX)).unwrap_or(u128::MAX).saturating_add(shift).max(1);
        for round in ROUNDS {
            prop_assert_eq!(mul_div(a, b, c, round).ok(), fits(exact(a, b, c, round)), "{:?}", round);
        }
    }

    #[test]
    fn the_order_of_the_factors_makes_no_difference(a in wide(), b in wide(), c in wide()) {
        for round in ROUNDS {
            prop_assert_eq!(mul_div(a, b, c, round), mul_div(b, a, c, round));
        }
    }
}

#[test]
fn small_numbers_agree_with_counting() {
    for a in 0..=30u128 {
        for b in 0..=30 {
            for c in 1..=30 {
                let down = (0..).take_while(|q| q * c <= a * b).last().expect("0 * c <= a * b");
                let up = (0..).find(|q| q * c >= a * b).expect("c > 0");
                let nearest = if a * b - down * c < up * c - a * b { down } else { up };
                assert_eq!(mul_div(a, b, c, Round::Down), Ok(down));
                assert_eq!(mul_div(a, b, c, Round::Up), Ok(up));
                assert_eq!(mul_div(a, b, c, Round::Nearest), Ok(nearest), "{a} * {b} / {c}");
            }
        }
    }
}

#[test]
fn the_ends_of_the_range_hold() {
    const MAX: u128 = u128::MAX;
    assert_eq!(mul_div(MAX, MAX, MAX, Round::Up), Ok(MAX));
    assert_eq!(mul_div(MAX, MAX, MAX - 1, Round::Down), Err(MathError::Overflow));
    assert_eq!(mul_div(MAX, 1, 1, Round::Nearest), Ok(MAX));
    assert_eq!(mul_div(MAX, 2, 1, Round::Down), Err(MathError::Overflow));
    // 2^127 * (2^128 - 1) / 2^127 with half a unit more: the floor is MAX, and its neighbour does not fit.
    let (a, b, c) = (MAX - 1, MAX, MAX - 2);
    assert_eq!(mul_div(a, b, c, Round::Down), Err(MathError::Overflow));
    assert_eq!(mul_div(MAX / 3, 3, 1, Round::Up), Ok(MAX));
    assert_eq!(mul_div(0, MAX, MAX, Round::Up), Ok(0));
    assert_eq!(mul_div(1, 1, MAX, Round::Up), Ok(1));
    assert_eq!(mul_div(1, 1, 2, Round::Nearest), Ok(1));
    assert_eq!(mul_div(0, 0, 0, Round::Down), Err(MathError::DivisionByZero));
}
