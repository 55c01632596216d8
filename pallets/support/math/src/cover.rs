// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What a cover costs, how its premium is earned, and what a loss takes.
//!
//! The price is that of the second version of Nexus Mutual's pricing: a product has a rate a year that a sale bumps up in
//! proportion to the part of the capacity that it takes, and that falls back to a target by so much a day.
//!
//! ```text
//! rate(t) = max(target, rate - fall * t / day)
//! bump    = full * amount / capacity
//! premium = amount * (rate + bump / 2) * length / year
//! ```
//!
//! A sale pays the average rate over its own bump, so several sales in a row cost what one of all of it costs.

use crate::{curve::MILLISECS_PER_YEAR, mul_div, MathError, Round};
use primitive_types::U512;
use sp_arithmetic::{FixedPointNumber, FixedU128};

/// Milliseconds in a day.
pub const DAY: u64 = 86_400_000;

/// A rate that has fallen for `elapsed` milliseconds by `fall` a day, and not below `target`. The fall is rounded down, for
/// the seller. Never fails: a fall that does not fit is one to the target.
///
/// ```
/// use finch_math::cover::{rate_after, DAY};
/// use sp_arithmetic::FixedU128;
///
/// let percent = |points| FixedU128::from_rational(points, 100);
/// assert_eq!(rate_after(percent(7), percent(3), percent(2), DAY), percent(5));
/// assert_eq!(rate_after(percent(7), percent(3), percent(2), 9 * DAY), percent(3));
/// ```
pub fn rate_after(rate: FixedU128, target: FixedU128, fall: FixedU128, elapsed: u64) -> FixedU128 {
    let fallen = mul_div(fall.into_inner(), u128::from(elapsed), u128::from(DAY), Round::Down).unwrap_or(u128::MAX);
    FixedU128::from_inner(rate.into_inner().saturating_sub(fallen)).max(target)
}

/// By how much the sale of `amount` out of a whole `capacity` lifts the rate, if selling all of it lifts it by `full`:
/// `full * amount / capacity`, rounded up.
///
/// Errors: [`MathError::DivisionByZero`] without a capacity, [`MathError::Overflow`].
///
/// ```
/// use finch_math::cover::bump_up;
/// use sp_arithmetic::FixedU128;
///
/// let percent = |points| FixedU128::from_rational(points, 100);
/// assert_eq!(bump_up(percent(5), 200, 1_000), Ok(percent(1)));
/// ```
pub fn bump_up(full: FixedU128, amount: u128, capacity: u128) -> Result<FixedU128, MathError> {
    mul_div(full.into_inner(), amount, capacity, Round::Up).map(FixedU128::from_inner)
}

/// Planck for a cover of `amount` planck over `length` milliseconds at `rate` a year before the sale and `rate + bump` after
/// it: `amount * (rate + bump / 2) * length / year` (ACT/365), rounded up once.
///
/// Errors: [`MathError::Overflow`].
///
/// ```
/// use finch_math::cover::{premium_up, DAY};
/// use sp_arithmetic::FixedU128;
///
/// let percent = |points| FixedU128::from_rational(points, 100);
/// // 3 % at first, 5 % at the end: 4 % a year, for a year.
/// assert_eq!(premium_up(1_000_000, percent(3), percent(2), 365 * DAY), Ok(40_000));
/// assert_eq!(premium_up(1, percent(3), percent(2), 7 * DAY), Ok(1));
/// ```
pub fn premium_up(amount: u128, rate: FixedU128, bump: FixedU128, length: u64) -> Result<u128, MathError> {
    // At most 129 + 128 + 64 bits.
    let twice = U512::from(rate.into_inner())
        .checked_mul(2.into())
        .and_then(|twice| twice.checked_add(bump.into_inner().into()))
        .ok_or(MathError::Overflow)?;
    let exact = twice
        .checked_mul(amount.into())
        .and_then(|product| product.checked_mul(length.into()))
        .ok_or(MathError::Overflow)?;
    let year = U512::from(FixedU128::DIV)
        .checked_mul(MILLISECS_PER_YEAR.into())
        .and_then(|year| year.checked_mul(2.into()))
        .ok_or(MathError::Overflow)?;
    let (down, rest) = exact.div_mod(year);
    u128::try_from(down)
        .ok()
        .and_then(|down| down.checked_add(u128::from(!rest.is_zero())))
        .ok_or(MathError::Overflow)
}

/// A premium spread over days: `per_day * days + rest` is exactly the premium, and `rest < days`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stream {
    /// Planck earned at the end of each day.
    pub per_day: u128,
    /// Planck earned beside it at the end of the last.
    pub rest: u128,
}

/// Spreads `premium` over `days`.
///
/// Errors: [`MathError::DivisionByZero`] without days.
///
/// ```
/// use finch_math::cover::{stream, Stream};
///
/// assert_eq!(stream(100, 30), Ok(Stream { per_day: 3, rest: 10 }));
/// ```
pub fn stream(premium: u128, days: u32) -> Result<Stream, MathError> {
    let days = u128::from(days);
    Ok(Stream {
        per_day: premium.checked_div(days).ok_or(MathError::DivisionByZero)?,
        rest: premium.checked_rem(days).ok_or(MathError::DivisionByZero)?,
    })
}

/// The least capital behind `active` planck of cover: `active / gearing`, rounded up.
///
/// Errors: [`MathError::DivisionByZero`] without gearing, [`MathError::Overflow`].
///
/// ```
/// use finch_math::cover::requirement_up;
/// use sp_arithmetic::FixedU128;
///
/// assert_eq!(requirement_up(1_001, FixedU128::from_u32(2)), Ok(501));
/// ```
pub fn requirement_up(active: u128, gearing: FixedU128) -> Result<u128, MathError> {
    mul_div(active, FixedU128::DIV, gearing.into_inner(), Round::Up)
}

/// The part of a whole: `min(part / whole, 1)`, rounded down. Of nothing, everything is lost.
///
/// ```
/// use finch_math::cover::ratio_down;
/// use sp_arithmetic::FixedU128;
///
/// assert_eq!(ratio_down(1, 3).into_inner(), 333_333_333_333_333_333);
/// assert_eq!(ratio_down(5, 3), FixedU128::from_u32(1));
/// ```
pub fn ratio_down(part: u128, whole: u128) -> FixedU128 {
    let one = FixedU128::from_inner(FixedU128::DIV);
    if part >= whole {
        return one;
    }
    mul_div(part, FixedU128::DIV, whole, Round::Down).map_or(one, FixedU128::from_inner)
}

/// What a loss takes of `amount`: `amount * ratio`. Rounded down it is what a cover is paid, rounded up what has to be there
/// for all.
///
/// The sum of what parts are paid is at most what the whole has reserved. Errors: [`MathError::Overflow`], for a ratio above 1
/// only.
///
/// ```
/// use finch_math::{cover::part_of, Round};
/// use sp_arithmetic::FixedU128;
///
/// let half = FixedU128::from_rational(1, 2);
/// assert_eq!(part_of(7, half, Round::Down), Ok(3));
/// assert_eq!(part_of(7, half, Round::Up), Ok(4));
/// ```
pub fn part_of(amount: u128, ratio: FixedU128, round: Round) -> Result<u128, MathError> {
    mul_div(amount, ratio.into_inner(), FixedU128::DIV, round)
}
