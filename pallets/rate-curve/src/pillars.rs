// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The maturities that a node can stand at.
//!
//! A year times powers of the square root of two: minutes of a development chain and thirty years are on one scale, and
//! neighbours are so far apart that the line through the last two nodes, which goes on after them, is never steep because
//! two sales were close in time.

use finch_types::{Moment, MILLISECS_PER_YEAR};

/// How many there are.
pub const PILLARS: usize = 49;
/// The doublings from the shortest pillar to a year.
const DOUBLINGS: usize = 19;
/// The square root of two, and the scale that it is given on.
const SQRT_2: u128 = 1_414_213_562_373;
const SCALE: u128 = 1_000_000_000_000;

/// A year times `2^(n/2)` for n from -38 to 10, in milliseconds, rounded down: from 60,150 ms to 32 years.
pub const MATURITIES: [Moment; PILLARS] = maturities();

// Run by the compiler only, which refuses whatever overflows or is out of bounds.
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::as_conversions)]
const fn maturities() -> [Moment; PILLARS] {
    let mut all = [0; PILLARS];
    let mut at = 0;
    while at < PILLARS {
        let doubled = (MILLISECS_PER_YEAR as u128) << (at / 2);
        let root = if at % 2 == 0 { SCALE } else { SQRT_2 };
        all[at] = ((doubled * root / SCALE) >> DOUBLINGS) as Moment;
        at += 1;
    }
    all
}

/// The pillar of `maturity`: the next one in ratio. The border between two pillars is their geometric mean and belongs to
/// the longer.
pub fn pillar_of(maturity: Moment) -> Moment {
    let square = u128::from(maturity).saturating_mul(maturity.into());
    let [shortest, longer @ ..] = MATURITIES;
    longer
        .into_iter()
        .scan(shortest, |before, pillar| {
            let border = u128::from(*before).saturating_mul(pillar.into());
            *before = pillar;
            Some((pillar, border))
        })
        .take_while(|(_, border)| *border <= square)
        .last()
        .map_or(shortest, |(pillar, _)| pillar)
}
