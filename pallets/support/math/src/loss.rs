// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A loss shared pro rata.

use crate::{mul_div, MathError, Round};

/// The parts of `loss` that fall on two claims `a` and `b`, pro rata: `floor(loss * b / (a + b))` on `b`, the rest on
/// `a`. Each part is within 1 of the exact share and never above its claim; their sum is `loss`.
///
/// Domain: `loss <= a + b`. Errors: [`MathError::OutOfDomain`] outside it, [`MathError::Overflow`].
pub fn split(loss: u128, a: u128, b: u128) -> Result<(u128, u128), MathError> {
    let both = a.checked_add(b).ok_or(MathError::Overflow)?;
    if loss > both {
        return Err(MathError::OutOfDomain);
    }
    if loss == 0 {
        return Ok((0, 0));
    }
    let on_b = mul_div(loss, b, both, Round::Down)?;
    // floor(loss * b / both) leaves at most ceil(loss * a / both) <= a for the other side.
    let on_a = loss.checked_sub(on_b).ok_or(MathError::Overflow)?;
    Ok((on_a, on_b))
}

/// Shares `loss` over the claims that [`Spread::take`] is given one after the other, pro rata to a known `total`.
///
/// After the claims up to and including `c_i`, exactly `floor(loss * (c_1 + ... + c_i) / total)` has been taken. So
/// each claim bears its share to within 1, and once all claims are given the sum is `loss`: no dust.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    loss: u128,
    total: u128,
    seen: u128,
    taken: u128,
}

impl Spread {
    /// A loss of `loss` over claims that sum up to `total`.
    ///
    /// Errors: [`MathError::OutOfDomain`] if the loss is above the total.
    pub fn new(loss: u128, total: u128) -> Result<Self, MathError> {
        if loss > total {
            return Err(MathError::OutOfDomain);
        }
        Ok(Self {
            loss,
            total,
            seen: 0,
            taken: 0,
        })
    }

    /// What the next claim, of `claim`, loses; never more than `claim`.
    ///
    /// Errors: [`MathError::OutOfDomain`] if the claims given so far exceed the total.
    pub fn take(&mut self, claim: u128) -> Result<u128, MathError> {
        self.seen = self.seen.checked_add(claim).ok_or(MathError::Overflow)?;
        if self.seen > self.total {
            return Err(MathError::OutOfDomain);
        }
        if self.loss == 0 {
            return Ok(0);
        }
        let until_here = mul_div(self.loss, self.seen, self.total, Round::Down)?;
        let part = until_here.checked_sub(self.taken).ok_or(MathError::Overflow)?;
        self.taken = until_here;
        Ok(part)
    }
}
