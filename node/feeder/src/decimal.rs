// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Decimal numbers as people write them, read exactly: digits, and a point with digits after it. No floating point, so
//! that `0.1` is a tenth.

use thiserror::Error;

/// Why a text is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DecimalError {
    /// Nothing is there.
    #[error("it is empty")]
    Empty,
    /// It starts with a minus.
    #[error("it is negative")]
    Negative,
    /// It is zero, which the chain takes for no report.
    #[error("it is zero, which counts as no report; leave the row out")]
    Zero,
    /// It is no plain decimal number.
    #[error("write it in digits with a decimal point, like 4.21: no exponent, no sign, no separators")]
    Junk,
    /// More digits after the point than the unit has.
    #[error("digits after the point: {found}, and the unit has {unit}; round it")]
    TooManyDecimals {
        /// Digits after the point, without zeros at the end.
        found: usize,
        /// Digits after the point that the unit has.
        unit: u32,
    },
    /// It does not fit into 128 bits.
    #[error("it is too large")]
    Overflow,
}

/// `text` in units of `10^-decimals`. Exact: what does not come out even is an error. Zeros at the end count for nothing,
/// so `5.00` is a whole number.
pub fn parse(text: &str, decimals: u32) -> Result<u128, DecimalError> {
    if text.is_empty() {
        return Err(DecimalError::Empty);
    }
    if text.starts_with('-') {
        return Err(DecimalError::Negative);
    }
    let (whole, fraction) = match text.split_once('.') {
        Some((_, "")) => return Err(DecimalError::Junk),
        Some(parts) => parts,
        None => (text, ""),
    };
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(fraction) {
        return Err(DecimalError::Junk);
    }
    let fraction = fraction.trim_end_matches('0');
    let found = fraction.len();
    let too_many = DecimalError::TooManyDecimals { found, unit: decimals };
    let missing = u32::try_from(found)
        .ok()
        .and_then(|found| decimals.checked_sub(found))
        .ok_or(too_many)?;
    let value = whole
        .bytes()
        .chain(fraction.bytes())
        .try_fold(0_u128, |value, digit| {
            value.checked_mul(10)?.checked_add(digit.checked_sub(b'0')?.into())
        })
        .and_then(|value| value.checked_mul(10_u128.checked_pow(missing)?))
        .ok_or(DecimalError::Overflow)?;
    match value {
        0 => Err(DecimalError::Zero),
        value => Ok(value),
    }
}

/// `value` in units of `10^-decimals`, as [`parse`] reads it. Without zeros at the end.
pub fn format(value: u128, decimals: u32) -> String {
    let places = usize::try_from(decimals).unwrap_or(usize::MAX);
    // One digit more than there are decimals, so that something stands before the point.
    let digits = format!("{value:0>width$}", width = places.saturating_add(1));
    let (whole, fraction) = digits.split_at(digits.len().saturating_sub(places));
    match fraction.trim_end_matches('0') {
        "" => whole.to_owned(),
        fraction => format!("{whole}.{fraction}"),
    }
}
