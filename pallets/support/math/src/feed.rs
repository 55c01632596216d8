// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! One price out of what several operators report.
//!
//! ```text
//! value = median of the reports that count                  a minority of liars stays between the honest values
//! at    = time of the min_sources-th newest of them         from then on so many sources stood behind the value
//!
//! |value - previous.value| <= previous.value * max_step * min(at - previous.at, step_period) / step_period
//! ```
//!
//! The last line bounds what a majority of liars can do. It follows the time and not the number of updates: steps down
//! sum up to at most `max_step` a period, and steps up, each a part of the value that it starts from, to a factor of at
//! most `e^max_step` (10.52 % where one step may be 10 %).
//!
//! What it does not do. A value that stands for longer than `max_age` bounds no more, for the market may have moved: a
//! majority that is silent for so long may jump, and the value need not have been seen stale in between. Half of those
//! that count are no minority, as the median of an even number is a mean: against `n` liars `min_sources` has to be at
//! least `2 n + 1`. A step is whole units: a value needs digits enough for it to be many units at the pace of the
//! updates, else it stands still.

use crate::{mul_div, MathError, Round};
use core::cmp::Reverse;
use primitive_types::U512;
use sp_arithmetic::{FixedPointNumber, FixedU128};

/// What one operator says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// In the unit of the feed. 0 is no value: such a report does not count.
    pub value: u128,
    /// When it was said, in milliseconds of the chain's clock.
    pub at: u64,
}

/// What makes a value of reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// The age up to which a report counts, in milliseconds.
    pub max_age: u64,
    /// How many reports have to count; positive.
    pub min_sources: u32,
    /// The part of the value by which it may move in a `step_period`; at most 1. 0 holds a value while it is fresh.
    pub max_step: FixedU128,
    /// In milliseconds; positive.
    pub step_period: u64,
}

impl Rules {
    /// Whether every field lies in its domain.
    pub fn are_valid(&self) -> bool {
        self.min_sources > 0 && self.step_period > 0 && self.max_step.into_inner() <= FixedU128::DIV
    }
}

/// Whether `report` is at most `max_age` milliseconds old. A report from the future is not fresh.
pub fn is_fresh(report: &Report, now: u64, max_age: u64) -> bool {
    now.checked_sub(report.at).is_some_and(|age| age <= max_age)
}

/// The value of `reports`, one an operator, at `now`, where `previous` is what an earlier call returned. `None` if too
/// few count: the caller keeps what it has, which grows stale by itself.
///
/// Reports that are not fresh or have the value 0 do not count. Of an even number the median is the mean of the two in
/// the middle, rounded down; so is the largest step. A result is positive and its time never before that of `previous`:
/// if the reports' time is, it is `previous` itself. A `previous` older than `max_age` bounds nothing, one with the
/// value 0 is none, and one from the future stands until its time has come.
///
/// Leaves `reports` in another order; the result does not depend on it.
///
/// Errors: [`MathError::OutOfDomain`] if the rules are not valid; no other.
pub fn combine(
    reports: &mut [Report],
    previous: Option<Report>,
    now: u64,
    rules: &Rules,
) -> Result<Option<Report>, MathError> {
    if !rules.are_valid() {
        return Err(MathError::OutOfDomain);
    }
    let counts = |report: &Report| report.value > 0 && is_fresh(report, now, rules.max_age);
    reports.sort_unstable_by_key(|report| Reverse(counts(report).then_some(report.at)));
    let count = reports.partition_point(counts);
    let counting = reports.get_mut(..count).unwrap_or_default();
    let last_needed = usize::try_from(rules.min_sources).ok().and_then(|n| n.checked_sub(1));
    let at = last_needed.and_then(|n| counting.get(n)).map(|report| report.at);
    counting.sort_unstable_by_key(|report| report.value);
    let Some((value, at)) = median(counting).zip(at) else {
        return Ok(None);
    };
    let next = Report { value, at };
    let bounds = |previous: &Report| previous.value > 0 && now.saturating_sub(previous.at) <= rules.max_age;
    match previous.filter(bounds) {
        Some(previous) => step(previous, next, rules).map(Some),
        None => Ok(Some(next)),
    }
}

/// The middle of reports sorted by value.
fn median(sorted: &[Report]) -> Option<u128> {
    let low = sorted.get(sorted.len().checked_sub(1)? / 2)?;
    let high = sorted.get(sorted.len() / 2)?;
    Some(low.value.midpoint(high.value))
}

/// From `previous` towards `next`, as far as the time between them allows.
fn step(previous: Report, next: Report, rules: &Rules) -> Result<Report, MathError> {
    let elapsed = next.at.saturating_sub(previous.at).min(rules.step_period);
    // The share that may be moved is at most 1, and both products are below 2^124.
    let share = rules.max_step.into_inner().checked_mul(elapsed.into());
    let whole = FixedU128::DIV.checked_mul(rules.step_period.into());
    let (share, whole) = share.zip(whole).ok_or(MathError::Overflow)?;
    let most = mul_div(previous.value, share, whole, Round::Down)?;
    // A bound beyond the type bounds nothing.
    let (lowest, highest) = (previous.value.saturating_sub(most), previous.value.saturating_add(most));
    Ok(Report {
        value: next.value.clamp(lowest, highest),
        at: next.at.max(previous.at),
    })
}

/// What one smallest unit of a coin is worth in smallest units of another, where `price` and `quote_price` are what one
/// whole coin of each costs in the same currency, and `decimals` and `quote_decimals` say how many digits a whole coin of
/// each is divided into. Rounded down, by less than 1e-18; 0 if nothing is left.
///
/// Errors: [`MathError::DivisionByZero`] if `quote_price` is 0, [`MathError::OutOfDomain`] with more than 38 decimals (10
/// to that power has to fit a `u128`), [`MathError::Overflow`] if the result does not fit.
pub fn unit_price(price: u128, decimals: u8, quote_price: u128, quote_decimals: u8) -> Result<FixedU128, MathError> {
    let units = |decimals: u8| {
        10u128
            .checked_pow(decimals.into())
            .map(U512::from)
            .ok_or(MathError::OutOfDomain)
    };
    let above = units(quote_decimals)?
        .checked_mul(price.into())
        .and_then(|above| above.checked_mul(FixedU128::DIV.into()))
        .ok_or(MathError::Overflow)?;
    let below = units(decimals)?
        .checked_mul(quote_price.into())
        .ok_or(MathError::Overflow)?;
    let exact = above.checked_div(below).ok_or(MathError::DivisionByZero)?;
    u128::try_from(exact)
        .map(FixedU128::from_inner)
        .map_err(|_| MathError::Overflow)
}
