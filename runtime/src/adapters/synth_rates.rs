// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The port `SynthRates`: sFINCH is the only synthetic of the chain.

use crate::{constants::SYNTH_ASSET_ID, StakingSynth};
use finch_ports::SynthRates;
use finch_types::{AssetId, FixedU128};

/// The synthetics of the chain.
pub struct NativeSynths;

impl SynthRates for NativeSynths {
    fn rate(asset: AssetId) -> Option<FixedU128> {
        if asset == SYNTH_ASSET_ID {
            StakingSynth::rate().ok()
        } else {
            None
        }
    }
}
