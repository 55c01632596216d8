// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![deny(missing_docs)]
#![deny(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used
)]
#![cfg_attr(
    test,
    allow(
        clippy::arithmetic_side_effects,
        clippy::as_conversions,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::unwrap_used
    )
)]

pub mod chain;
pub mod decimal;
pub mod dry_run;
pub mod feed;
pub mod feeder;
pub mod metrics;
pub mod node;
pub mod operators;
pub mod options;
pub mod program;
pub mod round;
pub mod source;

#[cfg(test)]
mod tests;
