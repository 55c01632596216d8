// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A price that falls exponentially: by the same part in the same time.
//!
//! ```text
//! price(t) = start * (floor / start)^(t / period) = exp((ln start * (period - t) + ln floor * t) / period)
//! ```
//!
//! The second form needs no quotient of the two prices, which could lose all its digits when they are far apart. Every
//! operation in it is rounded up and none of them falls when its argument rises, so the result is not below the true
//! price and never rises with `t`. It is above the true price by less than 2e-18 of the price and 1e-18: two units in the
//! last place of the exponent (one from the logarithms, which are averaged, and one from the quotient) and the rounding
//! of `exp`.

use crate::{fixed, MathError, Round};
use sp_arithmetic::{FixedI128, FixedU128};

/// The price when `elapsed` of `period` has passed, rounded up: in favour of the seller. `start` at first, `floor` from
/// the end of the period on, and never outside of the two.
///
/// Domain: `0 < floor <= start`, `0 < period`. Errors: [`MathError::OutOfDomain`] outside it; [`MathError::Overflow`] if
/// `period` is above 2^61 and the price far from 1.
pub fn price_up(start: FixedU128, floor: FixedU128, elapsed: u64, period: u64) -> Result<FixedU128, MathError> {
    if floor > start || floor == FixedU128::from_inner(0) || period == 0 {
        return Err(MathError::OutOfDomain);
    }
    let left = match period.checked_sub(elapsed) {
        None | Some(0) => return Ok(floor),
        Some(_) if elapsed == 0 => return Ok(start),
        Some(left) => left,
    };
    let weighted = |price, weight: u64| {
        fixed::ln(price, Round::Up)?
            .into_inner()
            .checked_mul(i128::from(weight))
            .ok_or(MathError::Overflow)
    };
    let sum = weighted(start, left)?
        .checked_add(weighted(floor, elapsed)?)
        .ok_or(MathError::Overflow)?;
    match fixed::exp(FixedI128::from_inner(div_up(sum, period.into())?), Round::Up) {
        Ok(price) => Ok(price.clamp(floor, start)),
        // The exponent is not above ln start but for its rounding.
        Err(MathError::Overflow) => Ok(start),
        Err(error) => Err(error),
    }
}

/// `ceil(a / b)` for a positive `b`.
fn div_up(a: i128, b: i128) -> Result<i128, MathError> {
    // The quotient is cut towards zero: for a negative `a` that is up already.
    let cut = a.checked_div(b).ok_or(MathError::DivisionByZero)?;
    let rest = a.checked_rem(b).ok_or(MathError::DivisionByZero)?;
    cut.checked_add(i128::from(rest > 0)).ok_or(MathError::Overflow)
}
