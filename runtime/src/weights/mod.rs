// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Weights of our own pallets, measured on this runtime by `make weights`. The SDK's pallets bring theirs.

#![deny(missing_docs)]

pub mod pallet_staking_synth;

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
