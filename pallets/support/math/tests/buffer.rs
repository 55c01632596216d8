// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The fee for leaving at once, against the exact integral and against adding up planck by planck.

mod common;

use common::{big, config, wide};
use finch_math::{
    buffer::{instant_fee_up, FeeRange},
    MathError,
};
use primitive_types::U512;
use proptest::{collection::vec, prelude::*};
use sp_arithmetic::Perbill;

const BILLION: u128 = 1_000_000_000;

/// What the staking synth charges: 0.05 % to 2 %.
const SYNTH: FeeRange = FeeRange {
    min: Perbill::from_parts(500_000),
    max: Perbill::from_parts(20_000_000),
};

fn parts(part: Perbill) -> u128 {
    part.deconstruct().into()
}

/// The exact fee as a fraction: the area under `f` from `buffer - gross` to `buffer`, a trapezoid below the target and
/// a rectangle above it.
fn integral(buffer: u128, gross: u128, target: u128, range: FeeRange) -> (U512, U512) {
    let after = buffer - gross;
    if target == 0 {
        return (big(gross) * big(parts(range.min)), big(BILLION));
    }
    // f(b) * target * 1e9
    let f = |b: u128| {
        if b >= target {
            big(parts(range.min)) * big(target)
        } else {
            big(parts(range.max)) * big(target) - big(parts(range.max) - parts(range.min)) * big(b)
        }
    };
    let knee = target.clamp(after, buffer);
    let twice = (f(after) + f(knee)) * big(knee - after) + (f(knee) + f(buffer)) * big(buffer - knee);
    (twice, big(target) * big(2 * BILLION))
}

fn range() -> impl Strategy<Value = FeeRange> {
    prop_oneof![
        Just(SYNTH),
        (0u32..=1_000_000_000, 0u32..=1_000_000_000).prop_map(|(a, b)| FeeRange {
            min: Perbill::from_parts(a.min(b)),
            max: Perbill::from_parts(a.max(b)),
        }),
    ]
}

/// A buffer, what is taken of it, and its target.
fn taking() -> impl Strategy<Value = (u128, u128, u128)> {
    let amount = || (any::<u128>(), 8u32..127).prop_map(|(bits, shift)| bits >> shift);
    (amount(), amount(), amount(), 0..4u8).prop_map(|(buffer, gross, target, near)| {
        let gross = if gross > buffer { gross % (buffer + 1) } else { gross };
        // Most of the time the target is of the buffer's size.
        let target = if near == 0 {
            target
        } else {
            buffer / 2 + target % (buffer + 1)
        };
        (buffer, gross, target)
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_fee_is_the_integral_rounded_up((buffer, gross, target) in taking(), range in range()) {
        let fee = instant_fee_up(buffer, gross, target, range).unwrap();
        let (exact, one) = integral(buffer, gross, target, range);
        prop_assert!(fee <= gross);
        prop_assert!(big(fee) * one >= exact, "below the integral");
        // Three roundings: one of the floor of the fee, one of the slope, one inside the slope that counts max - min.
        let spread = parts(range.max) - parts(range.min);
        let above = (big(fee) * one).saturating_sub(exact) * big(BILLION);
        prop_assert!(above < one * big(2 * BILLION + spread), "too far above the integral");
    }

    #[test]
    fn cutting_an_amount_never_makes_it_cheaper(
        (buffer, _, target) in taking(),
        cuts in vec(1u32..=1_000_000, 1..12),
        range in range(),
    ) {
        let mut left = buffer;
        let mut in_parts = 0;
        let mut worthless = 0;
        for cut in &cuts {
            let gross = left / 1_000_000 * u128::from(*cut) + left % 1_000_000 * u128::from(*cut) / 1_000_000;
            let fee = instant_fee_up(left, gross, target, range).unwrap();
            // A part that is all fee pays nothing out: nobody saves by it more than the roundings it was spared.
            worthless += u128::from(fee == gross && gross > 0);
            in_parts += fee;
            left -= gross;
        }
        let at_once = instant_fee_up(buffer, buffer - left, target, range).unwrap();
        prop_assert!(in_parts + 2 * worthless >= at_once, "{} in parts, {} at once", in_parts, at_once);
        let spread = parts(range.max) - parts(range.min);
        let dearer = big(in_parts.saturating_sub(at_once)) * big(BILLION);
        let bound = big(cuts.len() as u128) * big(2 * BILLION + spread);
        prop_assert!(dearer <= bound, "{} in parts, {} at once", in_parts, at_once);
    }

    #[test]
    fn the_fee_grows_with_the_amount_and_with_the_lack((buffer, gross, target) in taking(), range in range()) {
        let fee = instant_fee_up(buffer, gross, target, range).unwrap();
        if gross < buffer {
            prop_assert!(fee <= instant_fee_up(buffer, gross + 1, target, range).unwrap());
        }
        prop_assert!(instant_fee_up(buffer + 1, gross, target, range).unwrap() <= fee, "dearer from a fuller buffer");
        prop_assert!(instant_fee_up(buffer, gross, target + 1, range).unwrap() >= fee, "cheaper with a higher target");
    }

    #[test]
    fn any_input_gives_a_fee_or_says_why_not(buffer in wide(), gross in wide(), target in wide(), range in range()) {
        match instant_fee_up(buffer, gross, target, range) {
            Ok(fee) => prop_assert!(gross <= buffer && fee <= gross),
            Err(MathError::OutOfDomain) => prop_assert!(gross > buffer),
            Err(MathError::Overflow) => prop_assert!(target > u128::MAX / 2 && buffer - gross < target),
            Err(MathError::DivisionByZero) => prop_assert!(false, "nothing is divided by an input"),
        }
    }

    #[test]
    fn from_above_the_target_only_the_floor_is_owed(
        over in 0..u128::MAX >> 10,
        gross in 0..u128::MAX >> 10,
        target in 0..u128::MAX >> 10,
    ) {
        let fee = instant_fee_up(target + over + gross, gross, target, SYNTH).unwrap();
        let exact = big(gross) * big(parts(SYNTH.min));
        prop_assert!(big(fee) * big(BILLION) >= exact);
        prop_assert!(fee == gross || big(fee) * big(BILLION) < exact + big(BILLION));
    }
}

#[test]
fn small_buffers_agree_with_adding_up_planck_by_planck() {
    let ranges = [
        (500_000, 20_000_000),
        (0, 1_000_000_000),
        (100_000_000, 100_000_000),
        (0, 0),
    ];
    for (min, max) in ranges {
        let range = FeeRange {
            min: Perbill::from_parts(min),
            max: Perbill::from_parts(max),
        };
        for target in 1..=24u128 {
            for buffer in 0..=40u128 {
                // Between two whole numbers f is a line, so its integral there is its middle; in 1 / (2e9 * target).
                let unit = 2 * BILLION * target;
                let mut exact = 0;
                for gross in 0..=buffer {
                    if gross > 0 {
                        let b = buffer - gross;
                        let slope = u128::from(max - min) * (2 * b + 1);
                        exact += if b >= target {
                            2 * target * u128::from(min)
                        } else {
                            2 * target * u128::from(max) - slope
                        };
                    }
                    let fee = instant_fee_up(buffer, gross, target, range).unwrap();
                    assert!(
                        fee * unit >= exact,
                        "{gross} of {buffer}, target {target}: {fee} is too low"
                    );
                    assert!(
                        fee * unit < exact + 3 * unit,
                        "{gross} of {buffer}, target {target}: {fee} is too high"
                    );
                }
            }
        }
    }
}

#[test]
fn the_marginal_fee_runs_from_a_twentieth_of_a_percent_to_two_percent() {
    let target = 1_000_000_000_000_000;
    let step = target / 1_000_000;
    // A millionth of a full buffer costs 0.05 %, the last millionth 2 %, both to a millionth of the range.
    let first = instant_fee_up(target, step, target, SYNTH).unwrap();
    let last = instant_fee_up(step, step, target, SYNTH).unwrap();
    assert!(first.abs_diff(step * 5 / 10_000) <= step / 1_000_000 + 2, "{first}");
    assert!(last.abs_diff(step * 2 / 100) <= step / 1_000_000 + 2, "{last}");
    // The middle of the range in the middle of the buffer, and all of it for the mean.
    let middle = instant_fee_up(target / 2, step, target, SYNTH).unwrap();
    assert!(
        middle.abs_diff(step * 10_250 / 1_000_000) <= step / 1_000_000 + 2,
        "{middle}"
    );
    let all = instant_fee_up(target, target, target, SYNTH).unwrap();
    assert_eq!(all, target * 10_250 / 1_000_000);
}

#[test]
fn a_part_that_is_all_fee_is_the_only_way_to_spare_a_planck() {
    // One planck costs itself: its two roundings would be 2. Nobody is paid anything for it.
    assert_eq!(instant_fee_up(1_000, 1, 1_000, SYNTH), Ok(1));
    assert_eq!(instant_fee_up(1_000, 2, 1_000, SYNTH), Ok(2));
    assert_eq!(instant_fee_up(1_000, 3, 1_000, SYNTH), Ok(2));
    assert_eq!(instant_fee_up(1_000, 0, 1_000, SYNTH), Ok(0));
}

#[test]
fn outside_the_domain_there_is_no_fee() {
    assert_eq!(instant_fee_up(9, 10, 5, SYNTH), Err(MathError::OutOfDomain));
    let crossed = FeeRange {
        min: SYNTH.max,
        max: SYNTH.min,
    };
    assert_eq!(instant_fee_up(10, 9, 5, crossed), Err(MathError::OutOfDomain));
    assert_eq!(instant_fee_up(10, 9, u128::MAX, SYNTH), Err(MathError::Overflow));
    assert_eq!(instant_fee_up(u128::MAX, 1, 0, SYNTH), Ok(1));
}
