// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! `a * b / c` with the product in 256 bits.

use crate::MathError;
use sp_arithmetic::{helpers_128bit::multiply_by_rational_with_rounding, Rounding};

/// Which neighbour a result that is not whole goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Round {
    /// Towards minus infinity.
    Down,
    /// The nearest; halves go up.
    Nearest,
    /// Towards plus infinity.
    Up,
}

impl From<Round> for Rounding {
    fn from(round: Round) -> Self {
        match round {
            Round::Down => Rounding::Down,
            Round::Nearest => Rounding::NearestPrefUp,
            Round::Up => Rounding::Up,
        }
    }
}

/// `a * b / c`, rounded as `round` says. The error of the result is less than 1 (at most a half with
/// [`Round::Nearest`]).
///
/// Errors: [`MathError::DivisionByZero`] if `c` is 0, [`MathError::Overflow`] if the quotient is above `u128::MAX`.
pub fn mul_div(a: u128, b: u128, c: u128, round: Round) -> Result<u128, MathError> {
    if c == 0 {
        return Err(MathError::DivisionByZero);
    }
    multiply_by_rational_with_rounding(a, b, c, round.into()).ok_or(MathError::Overflow)
}
