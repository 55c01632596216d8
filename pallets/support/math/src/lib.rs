// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]
#![cfg_attr(
    not(test),
    deny(
        clippy::arithmetic_side_effects,
        clippy::indexing_slicing,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::as_conversions
    )
)]

pub mod basket;
pub mod buffer;
pub mod buyback;
pub mod clearing;
pub mod cover;
pub mod curve;
pub mod drip;
pub mod dust;
pub mod falling;
pub mod feed;
pub mod fixed;
pub mod loss;
pub mod muldiv;
pub mod option;
pub mod shares;
pub mod waterfall;
mod wide;

pub use muldiv::{mul_div, Round};

/// Why a number could not be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MathError {
    /// The result does not fit its type.
    Overflow,
    /// A divisor is zero.
    DivisionByZero,
    /// An input lies outside the domain that the function's documentation gives.
    OutOfDomain,
}
