// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What all tests of the crate share: how much to run, which numbers to try, and exact arithmetic to compare with.

#![allow(dead_code)] // Every file takes a part of it.

use primitive_types::U512;
use proptest::{prelude::*, test_runner::Config};

/// How many triples and round trips to try: `FINCH_CASES`, or few.
pub fn cases() -> u32 {
    std::env::var("FINCH_CASES").map_or(10_000, |text| text.parse().expect("FINCH_CASES is a number"))
}

/// The configuration of every property: 250 cases, and as many more as `FINCH_CASES` asks for.
pub fn config() -> Config {
    Config {
        failure_persistence: None,
        ..Config::with_cases(cases().div_ceil(40).max(1))
    }
}

/// Any number, all magnitudes alike, the ends of the range and the neighbours of the powers of two more often.
pub fn wide() -> impl Strategy<Value = u128> {
    prop_oneof![
        6 => (any::<u128>(), 0u32..128).prop_map(|(bits, shift)| bits >> shift),
        1 => (0u32..128, 0u128..3).prop_map(|(power, near)| (1u128 << power).wrapping_sub(1).wrapping_add(near)),
        1 => prop_oneof![Just(0), Just(1), Just(u128::MAX - 1), Just(u128::MAX)],
    ]
}

/// A positive amount that a chain may hold: up to about 1e30 planck.
pub fn amount() -> impl Strategy<Value = u128> {
    (any::<u128>(), 28u32..128).prop_map(|(bits, shift)| (bits >> shift).max(1))
}

/// `a` in 512 bits.
pub fn big(a: u128) -> U512 {
    U512::from(a)
}

/// The exact quotient's floor, and whether something was cut off.
pub fn floor(numerator: U512, denominator: U512) -> (U512, bool) {
    let (quotient, rest) = numerator.div_mod(denominator);
    (quotient, !rest.is_zero())
}

/// `number`, if it fits.
pub fn fits(number: U512) -> Option<u128> {
    (number <= big(u128::MAX)).then(|| number.as_u128())
}

/// Numbers for seeded loops (splitmix64).
pub struct Seeded(pub u64);

impl Seeded {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From `low` to `high`, both included.
    pub fn within(&mut self, low: u64, high: u64) -> u128 {
        u128::from(low + self.next() % (high - low + 1))
    }

    /// At least 1, below 2^`bits`, all magnitudes alike.
    pub fn sized(&mut self, bits: u64) -> u128 {
        let wide = u128::from(self.next()) << 64 | u128::from(self.next());
        let bits = u32::try_from(self.within(1, bits)).expect("at most 128");
        (wide >> (128 - bits)).max(1)
    }
}
