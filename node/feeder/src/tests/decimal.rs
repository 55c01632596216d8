// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use crate::decimal::{format, parse, DecimalError};

const ONE: u128 = 10_u128.pow(18);

#[test]
fn values_are_exact() {
    let cases: &[(&str, u32, u128)] = &[
        ("1", 18, ONE),
        ("4.21", 18, 4_210_000_000_000_000_000),
        ("0.52", 18, 520_000_000_000_000_000),
        ("0.1", 18, ONE / 10),
        ("0.3", 18, 3 * ONE / 10),
        ("0.000000000000000001", 18, 1),
        ("3120.25", 18, 3_120_250_000_000_000_000_000),
        ("1250000000", 0, 1_250_000_000),
        ("1250000000.00", 0, 1_250_000_000),
        ("0005", 0, 5),
        ("1.500000000000000000000000", 18, ONE + ONE / 2),
        ("1.5", 1, 15),
        ("123456789.123456789012345678", 18, 123_456_789_123_456_789_012_345_678),
        ("340282366920938463463374607431768211455", 0, u128::MAX),
        ("340282366920938463463.374607431768211455", 18, u128::MAX),
        ("0.5", 38, 5 * 10_u128.pow(37)),
    ];
    for (text, decimals, value) in cases {
        assert_eq!(parse(text, *decimals), Ok(*value), "{text}");
    }
}

#[test]
fn what_is_no_value_says_why() {
    use DecimalError::*;
    let cases: &[(&str, u32, DecimalError)] = &[
        ("", 18, Empty),
        ("-1", 18, Negative),
        ("-", 18, Negative),
        ("-0", 18, Negative),
        ("0", 18, Zero),
        ("0.000", 18, Zero),
        ("00.0", 0, Zero),
        ("1e9", 18, Junk),
        ("+1", 18, Junk),
        ("1,250", 18, Junk),
        ("1_250", 18, Junk),
        (".5", 18, Junk),
        ("5.", 18, Junk),
        (".", 18, Junk),
        ("1.2.3", 18, Junk),
        ("0x10", 18, Junk),
        ("NaN", 18, Junk),
        ("inf", 18, Junk),
        ("$5", 18, Junk),
        ("5 ", 18, Junk),
        ("٣", 18, Junk),
        ("½", 18, Junk),
        ("1.-5", 18, Junk),
        ("null", 18, Junk),
        ("0.0000000000000000001", 18, TooManyDecimals { found: 19, unit: 18 }),
        ("1.5", 0, TooManyDecimals { found: 1, unit: 0 }),
        ("340282366920938463463374607431768211456", 0, Overflow),
        ("340282366920938463463.374607431768211456", 18, Overflow),
        ("1000000000000000000000", 18, Overflow),
        ("1", 39, Overflow),
        ("1", u32::MAX, Overflow),
    ];
    for (text, decimals, error) in cases {
        assert_eq!(parse(text, *decimals), Err(*error), "{text:?}");
    }
    let long = "9".repeat(10_000);
    assert_eq!(parse(&long, 18), Err(Overflow));
    assert_eq!(
        parse(&format!("0.{long}"), 18),
        Err(TooManyDecimals {
            found: 10_000,
            unit: 18
        })
    );
}

#[test]
fn what_is_written_is_read_back() {
    // Values of all sizes, at both units, from a fixed sequence.
    let mut value: u128 = 1;
    for _ in 0..4_000 {
        value = value
            .wrapping_mul(0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645)
            .wrapping_add(0xb47d);
        for shift in [0, 40, 80, 120] {
            let value = (value >> shift).max(1);
            for decimals in [0, 18] {
                assert_eq!(parse(&format(value, decimals), decimals), Ok(value));
            }
        }
    }
}

#[test]
fn values_are_written_without_needless_zeros() {
    assert_eq!(format(5 * ONE, 18), "5");
    assert_eq!(format(ONE / 2, 18), "0.5");
    assert_eq!(format(1, 18), "0.000000000000000001");
    assert_eq!(format(1_250_000_000, 0), "1250000000");
    assert_eq!(format(u128::MAX, 18), "340282366920938463463.374607431768211455");
    assert_eq!(format(0, 0), "0");
}
