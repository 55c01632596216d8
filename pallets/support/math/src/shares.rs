// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Planck into synth and back.
//!
//! `backing` planck stand behind `issuance` synth. Conversions round against whoever converts, so the dust of every
//! conversion stays with the synths that remain, and `backing / issuance` never falls by one.
//!
//! There is no special case for the first deposit. A synth starts with a seed of shares that nobody can redeem and the
//! same amount of backing (the known answer to first-depositor attacks, as virtual shares in OpenZeppelin's ERC-4626,
//! but real: they count in the total issuance), so both arguments are positive until a slash takes everything.

use crate::{mul_div, MathError, Round};
use sp_arithmetic::{FixedPointNumber, FixedU128};

/// Synth for `assets` planck: `floor(assets * issuance / backing)`. The dust stays with the pool.
///
/// Errors: [`MathError::DivisionByZero`] when nothing backs the synth, [`MathError::Overflow`].
pub fn to_shares_down(assets: u128, backing: u128, issuance: u128) -> Result<u128, MathError> {
    mul_div(assets, issuance, backing, Round::Down)
}

/// Planck for `shares` synth: `floor(shares * backing / issuance)`. The dust stays with the pool.
///
/// Errors: [`MathError::DivisionByZero`] when there is no synth, [`MathError::Overflow`].
pub fn to_assets_down(shares: u128, backing: u128, issuance: u128) -> Result<u128, MathError> {
    mul_div(shares, backing, issuance, Round::Down)
}

/// Planck per synth as 1e-18 fixed point: `floor(backing * 1e18 / issuance) / 1e18`.
///
/// For display and for other pallets; the conversions above work on the two integers and lose nothing to this rounding.
///
/// Errors: [`MathError::DivisionByZero`] when there is no synth, [`MathError::Overflow`].
pub fn rate_down(backing: u128, issuance: u128) -> Result<FixedU128, MathError> {
    mul_div(backing, FixedU128::DIV, issuance, Round::Down).map(FixedU128::from_inner)
}
