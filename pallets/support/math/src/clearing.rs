// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! One price for everybody who bids enough.
//!
//! A book says how many units are bid for at the price of each tick. With `D(t)` the units bid for at tick `t` or above,
//! selling at tick `t` sells `min(supply, D(t))`. The rule is: sell as much as can be sold, and that at the highest tick at
//! which it can be sold. So
//!
//! ```text
//! D(0) >= supply   the price is the highest tick t with D(t) >= supply; supply is sold
//! D(0) <  supply   the price is the lowest tick that was bid; every bid is filled
//! ```
//!
//! Everybody above the price is filled. The bids at the price share what is left, in proportion to their units. The
//! result depends on the book only, never on the order in which it was filled.

use crate::{mul_div, MathError, Round};
use sp_arithmetic::{FixedPointNumber, FixedU128};

/// The levels of a book: one for each tick.
pub const LEVELS: usize = 256;

/// Units bid for at each tick; 0 where nobody bids.
///
/// An array of numbers and not a list of the levels in use: it is read from storage and written back as one block of
/// memory, which costs less than to take a list apart and put it together.
pub type Book = [u128; LEVELS];

/// A book in which nobody has bid.
pub const EMPTY_BOOK: Book = [0; LEVELS];

/// Where a book clears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clearing {
    /// The tick of the price.
    pub tick: u8,
    /// Units sold: all bid for above `tick`, and `marginal_fill`.
    pub sold: u128,
    /// Units bid for at `tick`; positive.
    pub marginal_demand: u128,
    /// Units that they get; positive, at most `marginal_demand`.
    pub marginal_fill: u128,
}

/// Clears a book. `None` if nothing is bid.
///
/// Looks at every level once at most; no sum of demand is formed, so none can overflow.
///
/// Errors: [`MathError::OutOfDomain`] if `supply` is 0.
pub fn clear(book: &Book, supply: u128) -> Result<Option<Clearing>, MathError> {
    if supply == 0 {
        return Err(MathError::OutOfDomain);
    }
    let mut left = supply;
    let mut lowest = None;
    for (tick, units) in (0..=u8::MAX).zip(book.iter().copied()).rev() {
        if units == 0 {
            continue;
        }
        let fill = units.min(left);
        left = left.checked_sub(fill).ok_or(MathError::Overflow)?;
        lowest = Some((tick, units, fill));
        if left == 0 {
            break;
        }
    }
    let sold = supply.checked_sub(left).ok_or(MathError::Overflow)?;
    Ok(lowest.map(|(tick, marginal_demand, marginal_fill)| Clearing {
        tick,
        sold,
        marginal_demand,
        marginal_fill,
    }))
}

/// What a bid of `units` at `tick` gets. At the price it is `floor(units * marginal_fill / marginal_demand)`: the dust,
/// less than one unit for each such bid, stays with the seller.
///
/// Errors: [`MathError::DivisionByZero`], [`MathError::Overflow`] if `clearing` is no result of [`clear`].
pub fn filled_down(clearing: &Clearing, tick: u8, units: u128) -> Result<u128, MathError> {
    match tick.cmp(&clearing.tick) {
        core::cmp::Ordering::Greater => Ok(units),
        core::cmp::Ordering::Equal => mul_div(units, clearing.marginal_fill, clearing.marginal_demand, Round::Down),
        core::cmp::Ordering::Less => Ok(0),
    }
}

/// The price of a tick: `reserve + tick * tick_size`, exact.
///
/// Errors: [`MathError::Overflow`].
pub fn tick_price(reserve: FixedU128, tick_size: FixedU128, tick: u8) -> Result<FixedU128, MathError> {
    tick_size
        .into_inner()
        .checked_mul(u128::from(tick))
        .and_then(|steps| reserve.into_inner().checked_add(steps))
        .map(FixedU128::from_inner)
        .ok_or(MathError::Overflow)
}

/// Planck for `units` at `price` planck a unit: `ceil(units * price)`. The dust is the buyer's.
///
/// Errors: [`MathError::Overflow`].
pub fn payment_up(units: u128, price: FixedU128) -> Result<u128, MathError> {
    mul_div(units, price.into_inner(), FixedU128::DIV, Round::Up)
}

/// Planck that `units` are worth at `price`: `floor(units * price)`.
///
/// Errors: [`MathError::Overflow`].
pub fn turnover_down(units: u128, price: FixedU128) -> Result<u128, MathError> {
    mul_div(units, price.into_inner(), FixedU128::DIV, Round::Down)
}
