// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Prices of cover, streams and losses against exact arithmetic.

mod common;

use common::{amount, big, config, fits, floor, wide, Seeded};
use finch_math::{
    cover::{bump_up, part_of, premium_up, rate_after, ratio_down, requirement_up, stream, DAY},
    MathError, Round,
};
use primitive_types::U512;
use proptest::prelude::*;
use sp_arithmetic::FixedU128;

const ONE: u128 = 1_000_000_000_000_000_000;
const POINT: u128 = ONE / 100;
const YEAR: u64 = 365 * DAY;

fn fixed(inner: u128) -> FixedU128 {
    FixedU128::from_inner(inner)
}

fn ceil(numerator: U512, denominator: U512) -> U512 {
    let (down, cut) = floor(numerator, denominator);
    down + u32::from(cut)
}

/// Up to 100 % a year.
fn rate() -> impl Strategy<Value = u128> {
    prop_oneof![4 => 0..=ONE, 1 => Just(0), 1 => Just(POINT), 1 => Just(ONE)]
}

fn length() -> impl Strategy<Value = u64> {
    prop_oneof![4 => 0..=2 * YEAR, 1 => Just(7 * DAY), 1 => Just(YEAR), 1 => any::<u64>()]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_rate_falls_exactly_and_not_below_its_target(
        from in wide(), target in wide(), fall in wide(), elapsed in any::<u64>(),
    ) {
        let fallen = floor(big(fall) * U512::from(elapsed), U512::from(DAY)).0;
        let left = big(from).checked_sub(fallen).unwrap_or_default();
        prop_assert_eq!(rate_after(fixed(from), fixed(target), fixed(fall), elapsed), fixed(fits(left).unwrap().max(target)));
    }

    #[test]
    fn a_bump_is_exact_and_rounded_up(full in rate(), amount in wide(), capacity in wide()) {
        let expected = match capacity {
            0 => Err(MathError::DivisionByZero),
            _ => fits(ceil(big(full) * big(amount), big(capacity))).map(fixed).ok_or(MathError::Overflow),
        };
        prop_assert_eq!(bump_up(fixed(full), amount, capacity), expected);
    }

    #[test]
    fn a_premium_is_exact_and_rounded_up_once(
        amount in wide(), rate in wide(), bump in wide(), length in length(),
    ) {
        let exact = (big(rate) * 2 + big(bump)) * big(amount) * U512::from(length);
        let expected = fits(ceil(exact, big(ONE) * U512::from(YEAR) * 2)).ok_or(MathError::Overflow);
        prop_assert_eq!(premium_up(amount, fixed(rate), fixed(bump), length), expected);
    }

    #[test]
    fn parts_cost_what_the_whole_costs(
        capacity in 1_000u128..1 << 90, parts in (0u128..=500, 0u128..=500), rate in POINT..ONE, days in 7u64..=366,
    ) {
        let (a, b) = (capacity / 1_000 * parts.0, capacity / 1_000 * parts.1);
        let price = |amount, rate, bump| premium_up(amount, rate, bump, days * DAY).unwrap();
        let bump = |amount| bump_up(fixed(5 * POINT), amount, capacity).unwrap();
        let after = fixed(rate + bump(a).into_inner());
        let split = price(a, fixed(rate), bump(a)) + price(b, after, bump(b));
        let whole = price(a + b, fixed(rate), bump(a + b));
        // The roundings: a planck for each, and the bumps'.
        prop_assert!(split >= whole);
        prop_assert!(split <= whole + 3 + capacity / ONE * 4);
    }

    #[test]
    fn a_stream_is_all_of_the_premium(premium in wide(), days in any::<u32>()) {
        match stream(premium, days) {
            Ok(it) => {
                prop_assert_eq!(it.per_day * u128::from(days) + it.rest, premium);
                prop_assert!(it.rest < u128::from(days));
            }
            Err(error) => prop_assert_eq!((error, days), (MathError::DivisionByZero, 0)),
        }
    }

    #[test]
    fn a_requirement_is_exact_and_rounded_up(active in wide(), gearing in wide()) {
        let expected = match gearing {
            0 => Err(MathError::DivisionByZero),
            _ => fits(ceil(big(active) * big(ONE), big(gearing))).ok_or(MathError::Overflow),
        };
        prop_assert_eq!(requirement_up(active, fixed(gearing)), expected);
    }

    #[test]
    fn a_ratio_is_exact_and_at_most_one(part in wide(), whole in wide()) {
        let expected = match part < whole {
            true => floor(big(part) * big(ONE), big(whole)).0.as_u128(),
            false => ONE,
        };
        prop_assert_eq!(ratio_down(part, whole), fixed(expected));
    }

    #[test]
    fn a_part_is_exact(amount in wide(), ratio in rate()) {
        let exact = big(amount) * big(ratio);
        prop_assert_eq!(part_of(amount, fixed(ratio), Round::Down).ok(), fits(floor(exact, big(ONE)).0));
        prop_assert_eq!(part_of(amount, fixed(ratio), Round::Up).ok(), fits(ceil(exact, big(ONE))));
    }

    /// Also when the ratio is that of a capital which is too small for the loss.
    #[test]
    fn a_reserve_pays_all_of_its_covers(seed in any::<u64>(), ratio in rate(), capital in amount()) {
        let mut seeded = Seeded(seed);
        let covers: Vec<u128> = (0..seeded.within(1, 50)).map(|_| seeded.sized(90)).collect();
        let active = covers.iter().sum();
        let needed = part_of(active, fixed(ratio), Round::Up).unwrap();
        let (ratio, reserve) = match needed <= capital {
            true => (fixed(ratio), needed),
            false => (ratio_down(capital, active), capital),
        };
        let paid: u128 = covers.iter().map(|cover| part_of(*cover, ratio, Round::Down).unwrap()).sum();
        prop_assert!(paid <= reserve);
        // The cut of the ratio, and a planck for each.
        prop_assert!(reserve - paid <= active / ONE + 2 + u128::try_from(covers.len()).unwrap());
    }
}
