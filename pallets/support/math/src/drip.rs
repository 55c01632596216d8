// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! How fast a reward may lift the rate, and what has accrued inside an era.

use crate::{mul_div, MathError, Round};
use sp_arithmetic::{PerThing, Perbill};

/// A reward split into what counts now and what waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Release {
    /// Planck that join the backing in this era.
    pub now: u128,
    /// Planck that wait for later eras.
    pub later: u128,
}

/// Lets at most `step` of `backing` (rounded down) out of `waiting + reward`. The sum of the two parts is exactly
/// `waiting + reward`: while more waits than a step, the rate rises by one step an era, that is linearly.
///
/// Errors: [`MathError::Overflow`].
pub fn release(waiting: u128, reward: u128, backing: u128, step: Perbill) -> Result<Release, MathError> {
    let available = waiting.checked_add(reward).ok_or(MathError::Overflow)?;
    let bound = mul_div(
        backing,
        u128::from(step.deconstruct()),
        u128::from(Perbill::ACCURACY),
        Round::Down,
    )?;
    let now = available.min(bound);
    let later = available.checked_sub(now).ok_or(MathError::Overflow)?;
    Ok(Release { now, later })
}

/// The reward, in planck, that the present holders have earned and that the backing does not show yet, if eras go on
/// paying `per_era`: `per_era` for each of the `eras` that have ended unpaid, and the `progress` of the running one.
/// Rounded up: it makes a deposit dearer, never cheaper.
///
/// Errors: [`MathError::Overflow`].
pub fn accrued_up(per_era: u128, eras: u32, progress: Perbill) -> Result<u128, MathError> {
    let ended = per_era.checked_mul(u128::from(eras)).ok_or(MathError::Overflow)?;
    let running = mul_div(
        per_era,
        u128::from(progress.deconstruct()),
        u128::from(Perbill::ACCURACY),
        Round::Up,
    )?;
    ended.checked_add(running).ok_or(MathError::Overflow)
}
