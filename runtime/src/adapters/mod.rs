// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Where two pallets meet: one file per port, and nothing else joins them.

mod fee_sink;
mod staking_backend;

pub use fee_sink::{fee_pot, FeePot};
pub use staking_backend::{SlashToSynth, StakingAdapter};
