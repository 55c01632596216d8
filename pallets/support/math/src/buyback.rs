// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! How much of an asset to sell for native in one step, and for how much at least.
//!
//! ```text
//! slice   = min(pot, depth * max_part)
//! min_out = max(amount * oracle * (1 - tolerance), amount * last * (1 - tolerance))
//! ```
//!
//! Each of the two prices stands in for the other. Whoever moves the pool inside the block does not move its price at
//! the end of the last block; whoever holds it off for several blocks does not move the oracle; an oracle that is low,
//! because it is held to a step or its operators lie, does not move the pool. To be paid less than the tolerance below
//! the true price, both have to be low at once. So the higher of the two floors counts, and the price paid for it is
//! that one high price stops the swap: that costs time, never money, and a falling-price auction sells what got stuck.
//!
//! The pool's fee and the slice's own slippage, about `max_part` of it, have to fit into the tolerance.

use crate::MathError;
use primitive_types::U512;
use sp_arithmetic::{FixedPointNumber, FixedU128, Perbill};

/// The most of an asset to sell in one step: `min(pot, floor(depth * max_part))`, in units of the asset. `pot` is what
/// waits to be sold, `depth` what the pool holds of the asset.
pub fn slice(pot: u128, depth: u128, max_part: Perbill) -> u128 {
    max_part.mul_floor(depth).min(pot)
}

/// The least native, in planck, to accept for `amount_in` units of an asset: the higher of `ceil(amount_in * price *
/// (1 - tolerance))` at the oracle's price and at the pool's price at the end of the last block, where there was one.
/// Prices are in planck a unit.
///
/// Rounded up once, against the trader on the other side: something is never sold for nothing, and selling in parts
/// asks for no less than selling at once.
///
/// Domain: `oracle_price > 0`, as without a price any payment would do; `tolerance < 1`. Errors:
/// [`MathError::OutOfDomain`] outside it, [`MathError::Overflow`].
pub fn min_out(
    amount_in: u128,
    oracle_price: FixedU128,
    last_price: Option<FixedU128>,
    tolerance: FixedU128,
) -> Result<u128, MathError> {
    let kept = FixedU128::DIV.saturating_sub(tolerance.into_inner());
    if kept == 0 || oracle_price == FixedU128::from_inner(0) {
        return Err(MathError::OutOfDomain);
    }
    // The higher price has the higher floor.
    let price = last_price.map_or(oracle_price, |last| last.max(oracle_price));
    let exact = U512::from(amount_in)
        .checked_mul(price.into_inner().into())
        .and_then(|planck| planck.checked_mul(kept.into()))
        .ok_or(MathError::Overflow)?;
    let one = U512::from(FixedU128::DIV);
    let (down, rest) = exact.div_mod(one.checked_mul(one).ok_or(MathError::Overflow)?);
    u128::try_from(down)
        .ok()
        .and_then(|down| down.checked_add(u128::from(!rest.is_zero())))
        .ok_or(MathError::Overflow)
}
