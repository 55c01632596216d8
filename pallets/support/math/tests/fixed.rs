// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! `ln`, `exp` and `pow` against 160-digit references, against exact arithmetic, and against each other.

mod common;

use common::{big, cases, config, wide, Seeded};
use finch_math::{
    fixed::{exp, ln, pow},
    MathError, Round,
};
use primitive_types::U512;
use proptest::prelude::*;
use sp_arithmetic::{traits::CheckedAdd, FixedI128, FixedU128};
use std::{fmt::Debug, str::FromStr};

const ONE: u128 = 1_000_000_000_000_000_000;
const ROUNDS: [Round; 3] = [Round::Down, Round::Nearest, Round::Up];

/// The largest argument of `exp` with a result below 2^128 units.
const HIGHEST: i128 = 47_276_307_437_780_177_293;
/// The largest whose result is less than half a unit.
const LOWEST: i128 = -42_139_678_854_452_767_622;

fn ln_inner(x: u128, round: Round) -> Result<i128, MathError> {
    ln(FixedU128::from_inner(x), round).map(FixedI128::into_inner)
}

fn exp_inner(x: i128, round: Round) -> Result<u128, MathError> {
    exp(FixedI128::from_inner(x), round).map(FixedU128::into_inner)
}

fn pow_inner(base: u128, exponent: u128, round: Round) -> Result<u128, MathError> {
    pow(FixedU128::from_inner(base), FixedU128::from_inner(exponent), round).map(FixedU128::into_inner)
}

const LN: &str = include_str!("../../../../tests/golden/ln.csv");
const EXP: &str = include_str!("../../../../tests/golden/exp.csv");
const POW: &str = include_str!("../../../../tests/golden/pow.csv");

/// Calls `check` with every row of a table, below the one with the names of the columns; returns how many there were.
fn golden(table: &str, check: impl Fn(&[&str])) -> usize {
    let rows = table.lines().skip(1);
    rows.map(|row| check(&row.split(',').collect::<Vec<_>>())).count()
}

fn parse<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().expect("a number")
}

/// Compares with the last three columns: the floor, and how far above it the nearest and the ceiling lie.
fn agrees<T>(row: &[&str], call: impl Fn(Round) -> Result<T, MathError>)
where
    T: FromStr<Err: Debug> + CheckedAdd + PartialEq + Debug,
{
    let [.., floor, nearest, ceiling] = row else {
        panic!("too few columns: {row:?}")
    };
    for (round, above) in ROUNDS.into_iter().zip(["0", nearest, ceiling]) {
        let expected = match *floor {
            "overflow" => None,
            floor => parse::<T>(floor).checked_add(&parse(above)),
        };
        assert_eq!(call(round), expected.ok_or(MathError::Overflow), "{row:?} {round:?}");
    }
}

#[test]
fn every_logarithm_is_the_rounded_reference() {
    assert!(golden(LN, |row| agrees(row, |round| ln_inner(parse(row[0]), round))) > 900);
}

#[test]
fn every_exponential_is_the_rounded_reference() {
    assert!(golden(EXP, |row| agrees(row, |round| exp_inner(parse(row[0]), round))) > 800);
}

#[test]
fn every_power_is_the_rounded_reference() {
    assert!(
        golden(POW, |row| agrees(row, |round| pow_inner(
            parse(row[0]),
            parse(row[1]),
            round
        ))) > 900
    );
}

#[test]
fn exact_results_are_the_same_in_every_direction() {
    for round in ROUNDS {
        assert_eq!(ln_inner(ONE, round), Ok(0));
        assert_eq!(exp_inner(0, round), Ok(ONE));
        for exponent in [0, 1, ONE, u128::MAX] {
            assert_eq!(pow_inner(ONE, exponent, round), Ok(ONE));
            assert_eq!(pow_inner(0, exponent, round), Ok(if exponent == 0 { ONE } else { 0 }));
        }
        for base in [0, 1, ONE - 1, ONE + 1, u128::MAX] {
            assert_eq!(pow_inner(base, 0, round), Ok(ONE));
            assert_eq!(pow_inner(base, ONE, round), Ok(base));
        }
        assert_eq!(pow_inner(18 * ONE / 10, 2 * ONE, round), Ok(324 * ONE / 100));
        assert_eq!(
            pow_inner(18_000_000_000 * ONE, 2 * ONE, round),
            Ok(324_000_000_000_000_000_000 * ONE)
        );
        let side = u128::from(u64::MAX);
        assert_eq!(pow_inner(side * side, ONE / 2, round), Ok(side * 1_000_000_000));
    }
    // 0.5^19 = 1907348632812.5 units: halves go up.
    assert_eq!(pow_inner(ONE / 2, 19 * ONE, Round::Down), Ok(1_907_348_632_812));
    assert_eq!(pow_inner(ONE / 2, 19 * ONE, Round::Nearest), Ok(1_907_348_632_813));
    assert_eq!(pow_inner(ONE / 2, 19 * ONE, Round::Up), Ok(1_907_348_632_813));
}

#[test]
fn what_has_no_result_says_why() {
    for round in ROUNDS {
        assert_eq!(ln_inner(0, round), Err(MathError::OutOfDomain));
        for x in [HIGHEST + 1, 48 * 10i128.pow(18), 1 << 100, i128::MAX] {
            assert_eq!(exp_inner(x, round), Err(MathError::Overflow), "{x}");
        }
        for (base, exponent) in [
            (u128::MAX, ONE + 1),
            (u128::MAX, u128::MAX),
            (ONE + 1, u128::MAX),
            (2 * ONE, 69 * ONE),
            // The first power of all whose result would have 129 bits: 2^128 units exactly.
            ((1 << 73) * 1_953_125, 2 * ONE),
        ] {
            assert_eq!(
                pow_inner(base, exponent, round),
                Err(MathError::Overflow),
                "{base} {exponent}"
            );
        }
    }
}

#[test]
fn the_ends_of_the_domain_have_results() {
    // A step of the argument is 1e-18 of the result.
    let largest = exp_inner(HIGHEST, Round::Down).expect("it fits");
    assert!(u128::MAX - largest <= u128::MAX / ONE);
    for (x, nearest) in [
        (LOWEST, 0),
        (LOWEST + 1, 1),
        (-64 * 10i128.pow(18), 0),
        (-(1 << 100), 0),
        (i128::MIN, 0),
    ] {
        assert_eq!(exp_inner(x, Round::Down), Ok(0), "{x}");
        assert_eq!(exp_inner(x, Round::Nearest), Ok(nearest), "{x}");
        assert_eq!(exp_inner(x, Round::Up), Ok(1), "{x}");
    }
    assert_eq!(pow_inner(1, u128::MAX, Round::Down), Ok(0));
    assert_eq!(pow_inner(1, u128::MAX, Round::Up), Ok(1));
    assert_eq!(pow_inner(ONE - 1, u128::MAX, Round::Nearest), Ok(0));
    assert_eq!(ln_inner(u128::MAX, Round::Down), Ok(HIGHEST));
    assert_eq!(ln_inner(1, Round::Up), Ok(-41_446_531_673_892_822_312));
}

/// How many inputs to compare with their neighbours: 100,000, and 10 times what `FINCH_CASES` asks for.
fn pairs() -> u64 {
    u64::from(cases()) * 10
}

/// Calls `value` for runs of 100 neighbours, `pairs()` in all, from the starts that `start` draws, and counts the pairs
/// that fall.
fn breaks<T: PartialOrd>(
    seed: u64,
    mut start: impl FnMut(&mut Seeded) -> i128,
    mut value: impl FnMut(i128, Round) -> Option<T>,
) -> u64 {
    let mut dice = Seeded(seed);
    let mut breaks = 0;
    for run in 0..pairs() / 100 {
        let first = start(&mut dice);
        let round = ROUNDS[usize::try_from(run % 3).expect("small")];
        let mut last = value(first, round);
        for step in 1..=100 {
            let next = value(first.saturating_add(step), round);
            // None: no result any more; from there on there is none.
            breaks += u64::from(last.is_none() && next.is_some() || next.is_some() && next < last);
            last = next;
        }
    }
    breaks
}

#[test]
fn neighbours_are_in_order() {
    let positive = |dice: &mut Seeded| i128::try_from(dice.sized(127)).expect("127 bits");
    let around_one = |dice: &mut Seeded| 10i128.pow(18) - 50 + positive(dice) % (1 << (dice.next() % 60));
    let near = |dice: &mut Seeded| match dice.next() % 3 {
        0 => around_one(dice),
        _ => positive(dice),
    };
    let argument = |dice: &mut Seeded| {
        let x = positive(dice) % (HIGHEST + 20);
        if dice.next().is_multiple_of(2) {
            x
        } else {
            -x
        }
    };
    assert_eq!(
        breaks(1, near, |x, round| ln_inner(x.unsigned_abs(), round).ok()),
        0,
        "ln"
    );
    assert_eq!(breaks(2, argument, |x, round| exp_inner(x, round).ok()), 0, "exp");

    // A power rises with its base, and with its exponent if the base is above 1.
    let other = std::cell::Cell::new(0);
    let draw = |dice: &mut Seeded| {
        let base = near(dice).unsigned_abs().max(2);
        // An exponent that gives a result between e^-47 and e^47.
        let ln = ln_inner(base, Round::Nearest).expect("positive").unsigned_abs().max(1);
        let exponent = dice.sized(66) % (47 * ONE) * ONE / ln;
        (base, exponent)
    };
    let by_base = |dice: &mut Seeded| {
        let (base, exponent) = draw(dice);
        other.set(exponent);
        i128::try_from(base).expect("127 bits")
    };
    let by_exponent = |dice: &mut Seeded| {
        let (base, exponent) = draw(dice);
        other.set(base);
        i128::try_from(exponent).expect("127 bits")
    };
    assert_eq!(
        breaks(3, by_base, |base, round| pow_inner(
            base.unsigned_abs(),
            other.get(),
            round
        )
        .ok()),
        0,
        "base"
    );
    let signed = |exponent: i128, round| {
        let power = pow_inner(other.get(), exponent.unsigned_abs(), round).ok()?;
        Some(if other.get() < ONE {
            (false, u128::MAX - power)
        } else {
            (true, power)
        })
    };
    assert_eq!(breaks(4, by_exponent, signed), 0, "exponent");
}

/// Whether `result` is `true value` rounded, if `below(n)` says that `n / 2` is at most the true value, and `exact(n)`
/// that it is the true value.
fn rounded(result: u128, round: Round, compare: impl Fn(U512) -> std::cmp::Ordering) -> bool {
    let double = big(result) * 2;
    // Half units, both ends: the value is in [low, high] or without one of them.
    match round {
        Round::Down => compare(double).is_le() && compare(double + 2).is_gt(),
        Round::Up => compare(double).is_ge() && (result == 0 || compare(double - 2).is_lt()),
        Round::Nearest => (result == 0 || compare(double - 1).is_le()) && compare(double + 1).is_gt(),
    }
}

/// `n^power`.
fn raised(n: U512, power: u32) -> U512 {
    (0..power).fold(U512::one(), |product, _| product * n)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn roots_squares_and_cubes_are_those_of_whole_numbers(x in wide()) {
        // result^q * 1e18^(p - q) = x^p, with the exponent p / q, as long as 512 bits hold both.
        for (p, q) in [(1u32, 2u32), (1, 4), (1, 5), (2, 1), (3, 1), (3, 2)] {
            for round in ROUNDS {
                let exponent = ONE / u128::from(q) * u128::from(p);
                let left = raised(big(x), p) * raised(big(ONE), q.saturating_sub(p)) * raised(big(2), q);
                let right = |n: U512| raised(n, q) * raised(big(ONE), p.saturating_sub(q));
                match pow_inner(x, exponent, round) {
                    Ok(result) => prop_assert!(rounded(result, round, |n| right(n).cmp(&left)), "{} {}/{}", x, p, q),
                    Err(error) => {
                        prop_assert_eq!(error, MathError::Overflow);
                        prop_assert!(right(big(u128::MAX) * 2) < left);
                    },
                }
            }
        }
    }

    #[test]
    fn the_exponential_of_the_logarithm_brackets_the_number(x in wide()) {
        let x = x.max(1);
        let (down, up) = (ln_inner(x, Round::Down).unwrap(), ln_inner(x, Round::Up).unwrap());
        prop_assert!(up - down == i128::from(x != ONE));
        prop_assert!((down..=up).contains(&ln_inner(x, Round::Nearest).unwrap()));
        prop_assert!(exp_inner(down, Round::Down).unwrap() <= x);
        prop_assert!(exp_inner(up, Round::Up).map_or(true, |more| more >= x));
    }

    #[test]
    fn the_logarithm_of_the_exponential_brackets_the_number(x in -41_000_000_000_000_000_000i128..HIGHEST) {
        let (down, up) = (exp_inner(x, Round::Down).unwrap(), exp_inner(x, Round::Up).unwrap());
        prop_assert!(up - down == u128::from(x != 0));
        prop_assert!((down..=up).contains(&exp_inner(x, Round::Nearest).unwrap()));
        prop_assert!(ln_inner(down, Round::Down).unwrap() <= x);
        prop_assert!(ln_inner(up, Round::Up).unwrap() >= x);
    }

    #[test]
    fn a_power_is_the_exponential_of_the_scaled_logarithm(base in wide(), exponent in wide()) {
        let base = base.max(1);
        // The logarithm times the exponent, both ways, is off by the exponent at most; compare where that is little.
        let exponent = exponent % (100 * ONE);
        let scaled = |round| {
            let ln = ln_inner(base, round).unwrap();
            let (quotient, rest) = (big(ln.unsigned_abs()) * big(exponent)).div_mod(big(ONE));
            let whole = i128::try_from(quotient.low_u128()).unwrap();
            let more = i128::from(!rest.is_zero());
            match (ln < 0, round) {
                (false, Round::Up) => whole + more,
                (false, _) => whole,
                (true, Round::Up) => -whole,
                (true, _) => -whole - more,
            }
        };
        match (pow_inner(base, exponent, Round::Down), pow_inner(base, exponent, Round::Up)) {
            (Ok(down), Ok(up)) => {
                prop_assert!(up - down <= 1);
                prop_assert!((down..=up).contains(&pow_inner(base, exponent, Round::Nearest).unwrap()));
                prop_assert!(exp_inner(scaled(Round::Down), Round::Down).unwrap() <= up);
                prop_assert!(exp_inner(scaled(Round::Up), Round::Up).map_or(true, |more| more >= down));
            },
            _ => prop_assert!(exp_inner(scaled(Round::Up), Round::Up).is_err()),
        }
    }

    #[test]
    fn powers_multiply_when_exponents_are_added(base in wide(), a in wide(), b in wide()) {
        let (a, b) = (a % (60 * ONE), b % (60 * ONE));
        if let Ok(down) = pow_inner(base, a + b, Round::Down) {
            let up = pow_inner(base, a + b, Round::Up).map_or(big(u128::MAX) + 1, big);
            let product = |round| Some(big(pow_inner(base, a, round).ok()?) * big(pow_inner(base, b, round).ok()?));
            prop_assert!(product(Round::Down).unwrap() <= up * big(ONE));
            prop_assert!(product(Round::Up).is_none_or(|more| more >= big(down) * big(ONE)));
        }
    }
}
