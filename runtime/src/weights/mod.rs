// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Weights of our own pallets, measured on this runtime by `make weights`. The SDK's pallets bring theirs.

// The names below stand for what is generated.
#![allow(missing_docs)]

#[cfg(not(feature = "runtime-benchmarks"))]
mod pallet_auctions;
#[cfg(not(feature = "runtime-benchmarks"))]
mod pallet_rate_curve;
#[cfg(not(feature = "runtime-benchmarks"))]
mod pallet_staking_derivatives;
#[cfg(not(feature = "runtime-benchmarks"))]
mod pallet_staking_synth;

#[cfg(not(feature = "runtime-benchmarks"))]
mod measured {
    use super::*;
    use crate::Runtime;

    pub type AuctionsWeight = pallet_auctions::WeightInfo<Runtime>;
    pub type RateCurveWeight = pallet_rate_curve::WeightInfo<Runtime>;
    pub type StakingDerivativesWeight = pallet_staking_derivatives::WeightInfo<Runtime>;
    pub type StakingSynthWeight = pallet_staking_synth::WeightInfo<Runtime>;
}

// A runtime that is built to measure does without what was measured before: a new call has nothing there yet.
#[cfg(feature = "runtime-benchmarks")]
mod measured {
    pub type AuctionsWeight = ();
    pub type RateCurveWeight = ();
    pub type StakingDerivativesWeight = ();
    pub type StakingSynthWeight = ();
}

pub use measured::{AuctionsWeight, RateCurveWeight, StakingDerivativesWeight, StakingSynthWeight};

use frame_support::weights::Weight;

/// The measured weight of `parameters.set_parameter`. That crate shows its measurement only under the name `()`.
pub struct ParametersWeight;

impl pallet_parameters::WeightInfo for ParametersWeight {
    fn set_parameter() -> Weight {
        <() as pallet_parameters::WeightInfo>::set_parameter()
    }
}

/// The measured weight of the extension that gives unused weight back. Likewise only under the name `()`.
pub struct ReclaimWeight;

impl cumulus_pallet_weight_reclaim::WeightInfo for ReclaimWeight {
    fn storage_weight_reclaim() -> Weight {
        <() as cumulus_pallet_weight_reclaim::WeightInfo>::storage_weight_reclaim()
    }
}
