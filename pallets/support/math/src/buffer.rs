// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The fee for leaving at once.
//!
//! With `b` planck in the buffer and a target of `t`, the marginal fee is
//!
//! ```text
//! f(b) = min                          for b >= t
//! f(b) = max - (max - min) * b / t    for b <  t
//! ```
//!
//! and taking `g` planck costs the integral of `f` from `b - g` to `b`. Being an integral it does not depend on how the
//! amount is cut: many small redemptions cost what one large one costs.

use crate::{mul_div, MathError, Round};
use sp_arithmetic::{PerThing, Perbill};

/// The bounds of the marginal fee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FeeRange {
    /// With a full buffer.
    pub min: Perbill,
    /// With an empty one. Not below `min`.
    pub max: Perbill,
}

/// The fee, in planck, for taking `gross` planck out of a buffer of `buffer` planck with the target `target`. Rounded up,
/// in favour of the fee sink; at most `gross`.
///
/// Domain: `gross <= buffer`, `range.min <= range.max`. Errors: [`MathError::OutOfDomain`] outside it,
/// [`MathError::Overflow`].
pub fn instant_fee_up(buffer: u128, gross: u128, target: u128, range: FeeRange) -> Result<u128, MathError> {
    let after = buffer.checked_sub(gross).ok_or(MathError::OutOfDomain)?;
    let spread = u128::from(
        range
            .max
            .deconstruct()
            .checked_sub(range.min.deconstruct())
            .ok_or(MathError::OutOfDomain)?,
    );
    let one = u128::from(Perbill::ACCURACY);

    // The floor of the fee is owed on everything.
    let flat = mul_div(gross, u128::from(range.min.deconstruct()), one, Round::Up)?;
    // The slope only on the part taken from below the target: from `after` up to `top`.
    let top = buffer.min(target);
    if after >= top {
        return Ok(flat.min(gross));
    }
    let part = top.checked_sub(after).ok_or(MathError::Overflow)?;
    // The mean of (target - b) / target over [after, top] is (2 * target - top - after) / (2 * target).
    let twice_target = target.checked_mul(2).ok_or(MathError::Overflow)?;
    let distance = twice_target
        .checked_sub(top)
        .and_then(|d| d.checked_sub(after))
        .ok_or(MathError::Overflow)?;
    let drained = mul_div(part, distance, twice_target, Round::Up)?;
    let slope = mul_div(drained, spread, one, Round::Up)?;
    flat.checked_add(slope)
        .map(|fee| fee.min(gross))
        .ok_or(MathError::Overflow)
}
