// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Who is paid out of a vault, and who bears its losses.
//!
//! The claims on a vault are tranches in an order, the most senior first. Each has a face, the amount it was promised.
//! What is left when every face is met is the residual of the issuer, and the issuer's bond stands in for faces that
//! are not met. So a loss hits the bond, then the residual, then the most junior tranche, and the most senior one last.
//!
//! Only additions, subtractions and minima: no rounding, no dust.

use crate::{mul_div, MathError, Round};
use sp_arithmetic::{FixedPointNumber, FixedU128};

/// What a settlement pays. `payments + residual == value + bond_used`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settlement<const N: usize> {
    /// To each tranche, at most its face. A tranche gets nothing unless all before it get their face.
    pub payments: [u128; N],
    /// To the issuer. Zero unless every face is met, and then no bond is used.
    pub residual: u128,
    /// The part of the bond that was needed.
    pub bond_used: u128,
}

/// Pays `faces`, the most senior first, out of `value` and, where that is short, out of `bond`. All in planck.
///
/// Errors: [`MathError::Overflow`] if the faces do not fit a sum.
pub fn settle<const N: usize>(value: u128, bond: u128, faces: [u128; N]) -> Result<Settlement<N>, MathError> {
    let owed = sum(faces)?;
    let bond_used = owed.saturating_sub(value).min(bond);
    let mut left = value.checked_add(bond_used).ok_or(MathError::Overflow)?;
    let mut payments = [0u128; N];
    for (payment, face) in payments.iter_mut().zip(faces) {
        *payment = face.min(left);
        left = left.checked_sub(*payment).ok_or(MathError::Overflow)?;
    }
    Ok(Settlement {
        payments,
        residual: left,
        bond_used,
    })
}

/// How a loss falls. `bond + residual + tranches == loss`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Losses<const N: usize> {
    /// On the issuer's bond, first.
    pub bond: u128,
    /// On what the vault holds above all faces.
    pub residual: u128,
    /// On each tranche, of what the vault without the bond would have paid it.
    pub tranches: [u128; N],
}

/// Shares `loss` over `bond` and a vault of `value` that owes `faces`: bond, residual, then the tranches from the last
/// to the first. All in planck.
///
/// A vault that has lost `residual + tranches` pays each tranche exactly its part of `tranches` less than before.
///
/// Domain: `loss <= bond + value`. Errors: [`MathError::OutOfDomain`] outside it, [`MathError::Overflow`].
pub fn lose<const N: usize>(loss: u128, bond: u128, value: u128, faces: [u128; N]) -> Result<Losses<N>, MathError> {
    let held = settle(value, 0, faces)?;
    let on_bond = loss.min(bond);
    let mut left = loss.checked_sub(on_bond).ok_or(MathError::Overflow)?;
    let residual = left.min(held.residual);
    left = left.checked_sub(residual).ok_or(MathError::Overflow)?;
    let mut tranches = [0u128; N];
    for (part, payment) in tranches.iter_mut().zip(held.payments).rev() {
        *part = left.min(payment);
        left = left.checked_sub(*part).ok_or(MathError::Overflow)?;
    }
    if left > 0 {
        return Err(MathError::OutOfDomain);
    }
    Ok(Losses {
        bond: on_bond,
        residual,
        tranches,
    })
}

/// How well `value` covers each tranche: `(value - faces before it) / face` as 1e-18 fixed point, rounded down; zero
/// where nothing is left for it, the largest number where the quotient does not fit, `None` where the face is zero.
///
/// Errors: [`MathError::Overflow`] if the faces do not fit a sum.
pub fn coverage<const N: usize>(value: u128, faces: [u128; N]) -> Result<[Option<FixedU128>; N], MathError> {
    sum(faces)?;
    let mut left = value;
    Ok(faces.map(|face| {
        let ratio = match mul_div(left, FixedU128::DIV, face, Round::Down) {
            Ok(inner) => Some(FixedU128::from_inner(inner)),
            Err(MathError::Overflow) => Some(FixedU128::from_inner(u128::MAX)),
            Err(MathError::DivisionByZero | MathError::OutOfDomain) => None,
        };
        left = left.saturating_sub(face);
        ratio
    }))
}

fn sum<const N: usize>(parts: [u128; N]) -> Result<u128, MathError> {
    parts
        .iter()
        .try_fold(0u128, |sum, part| sum.checked_add(*part))
        .ok_or(MathError::Overflow)
}
