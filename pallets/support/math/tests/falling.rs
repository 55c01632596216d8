// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The falling price, against the powers and roots that define it.

mod common;

use common::{big, cases, config, Seeded};
use finch_math::{falling::price_up, MathError};
use primitive_types::U512;
use proptest::prelude::*;
use sp_arithmetic::FixedU128;

const ONE: u128 = 1_000_000_000_000_000_000;

fn at(start: u128, floor: u128, elapsed: u64, period: u64) -> u128 {
    price_up(
        FixedU128::from_inner(start),
        FixedU128::from_inner(floor),
        elapsed,
        period,
    )
    .unwrap()
    .into_inner()
}

/// Two prices, the higher one first, of all magnitudes.
fn prices() -> impl Strategy<Value = (u128, u128)> {
    let price = || (any::<u128>(), 0u32..128).prop_map(|(bits, shift)| (bits >> shift).max(1));
    (price(), price()).prop_map(|(a, b)| (a.max(b), a.min(b)))
}

/// How much the documentation allows the result to be above the true price.
fn allowance(price: u128) -> u128 {
    price / (ONE / 2) + 2
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn it_starts_and_ends_exactly((start, floor) in prices(), period in 1..1u64 << 60, late in any::<u64>()) {
        prop_assert_eq!(at(start, floor, 0, period), start);
        prop_assert_eq!(at(start, floor, period, period), floor);
        prop_assert_eq!(at(start, floor, period.saturating_add(late), period), floor);
    }

    #[test]
    fn it_never_rises_and_stays_within_its_ends(
        (start, floor) in prices(),
        period in 2..1u64 << 60,
        part in 0u64..1_000_000,
        step in 1u64..1_000,
    ) {
        let elapsed = period / 1_000_000 * part;
        let now = at(start, floor, elapsed, period);
        let later = at(start, floor, elapsed + step, period);
        prop_assert!(floor <= later && later <= now && now <= start);
    }

    /// Half of the period is the geometric mean, so the square of the result is compared with the product of the ends.
    #[test]
    fn the_middle_is_the_geometric_mean_rounded_up((start, floor) in prices(), half in 1..1u64 << 59) {
        let middle = at(start, floor, half, 2 * half);
        let product = big(start) * big(floor);
        prop_assert!(big(middle) * big(middle) >= product, "below the mean");
        let low = big(middle.saturating_sub(allowance(middle)));
        prop_assert!(low * low <= product, "too far above the mean");
    }

    /// A third of the period: the cube is start^2 * floor.
    #[test]
    fn a_third_is_the_cube_root_rounded_up((start, floor) in prices(), third in 1..1u64 << 58) {
        let price = at(start, floor, third, 3 * third);
        let product = big(start) * big(start) * big(floor);
        let cube = |x: U512| x * x * x;
        prop_assert!(cube(big(price)) >= product, "below the root");
        prop_assert!(cube(big(price.saturating_sub(allowance(price)))) <= product, "too far above the root");
    }

    #[test]
    fn only_the_share_of_the_period_counts((start, floor) in prices(), elapsed in 0u64..1_000, times in 1u64..1 << 40) {
        prop_assert_eq!(
            at(start, floor, elapsed, 1_000),
            at(start, floor, elapsed * times, 1_000 * times)
        );
    }
}

#[test]
fn neighbouring_moments_never_raise_the_price() {
    let mut seeded = Seeded(11);
    let start = seeded.sized(90);
    let floor = (start / 1_000).max(1);
    // A week in milliseconds, looked at in runs of neighbours.
    let period = 604_800_000;
    for _ in 0..cases() / 100 {
        let from = u64::try_from(seeded.within(0, period - 200)).unwrap();
        let mut last = u128::MAX;
        for elapsed in from..from + 100 {
            let price = at(start, floor, elapsed, period);
            assert!(price <= last, "{elapsed}: {last} rose to {price}");
            last = price;
        }
    }
}

#[test]
fn a_price_that_falls_to_a_thousandth_halves_about_ten_times() {
    let prices: Vec<_> = (0..=10).map(|tenth| at(1_024 * ONE, ONE, tenth, 10)).collect();
    for (power, price) in prices.iter().rev().enumerate() {
        let exact = ONE << power;
        assert!(
            *price >= exact && *price <= exact + allowance(exact),
            "2^{power}: {price}"
        );
    }
}

#[test]
fn a_price_that_does_not_fall_is_constant() {
    for elapsed in [0, 1, 499, 1_000, 2_000] {
        assert_eq!(at(5 * ONE, 5 * ONE, elapsed, 1_000), 5 * ONE);
    }
}

#[test]
fn the_whole_range_of_prices_is_covered() {
    for elapsed in [1, 500, 999] {
        let price = at(u128::MAX, 1, elapsed, 1_000);
        assert!(price > 1 && price < u128::MAX);
        assert_eq!(at(u128::MAX, u128::MAX, elapsed, 1_000), u128::MAX);
        assert_eq!(at(1, 1, elapsed, 1_000), 1);
    }
}

#[test]
fn outside_the_domain_there_is_no_price() {
    let one = FixedU128::from_inner(ONE);
    let zero = FixedU128::from_inner(0);
    assert_eq!(price_up(one, zero, 1, 2), Err(MathError::OutOfDomain));
    assert_eq!(price_up(zero, zero, 1, 2), Err(MathError::OutOfDomain));
    assert_eq!(price_up(zero, one, 1, 2), Err(MathError::OutOfDomain));
    assert_eq!(price_up(one, one, 0, 0), Err(MathError::OutOfDomain));
    let top = FixedU128::from_inner(u128::MAX);
    assert_eq!(price_up(top, top, 1, u64::MAX), Err(MathError::Overflow));
}
