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

pub mod alerts;
pub mod audit;
pub mod books;
pub mod call;
pub mod chain;
pub mod decide;
pub mod dry_run;
pub mod duties;
pub mod keeper;
pub mod metrics;
pub mod node;
pub mod options;
pub mod planck;
pub mod program;
pub mod record;
pub mod settings;
pub mod signer;

#[cfg(test)]
mod tests;
