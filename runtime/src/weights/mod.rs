// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Weights of our own pallets, measured on this runtime by `make weights`. The SDK's pallets bring theirs.

// The names below stand for what is generated.
#![allow(missing_docs)]

#[cfg(not(feature = "runtime-benchmarks"))]
mod pallet_auctions;
#[cfg(not(feature = "runtime-benchmarks"))]
mod pallet_buyback;
#[cfg(not(feature = "runtime-benchmarks"))]
mod pallet_insurance;
#[cfg(not(feature = "runtime-benchmarks"))]
mod pallet_options;
#[cfg(not(feature = "runtime-benchmarks"))]
mod pallet_rate_curve;
#[cfg(not(feature = "runtime-benchmarks"))]
mod pallet_staking_derivatives;
#[cfg(not(feature = "runtime-benchmarks"))]
mod pallet_staking_etf;
#[cfg(not(feature = "runtime-benchmarks"))]
mod pallet_staking_synth;

#[cfg(not(feature = "runtime-benchmarks"))]
mod measured {
    use super::*;
    use crate::Runtime;

    pub type AuctionsWeight = pallet_auctions::WeightInfo<Runtime>;
    pub type BuybackWeight = pallet_buyback::WeightInfo<Runtime>;
    pub type InsuranceWeight = pallet_insurance::WeightInfo<Runtime>;
    pub type OptionsWeight = pallet_options::WeightInfo<Runtime>;
    pub type RateCurveWeight = pallet_rate_curve::WeightInfo<Runtime>;
    pub type StakingDerivativesWeight = pallet_staking_derivatives::WeightInfo<Runtime>;
    pub type StakingEtfWeight = pallet_staking_etf::WeightInfo<Runtime>;
    pub type StakingSynthWeight = pallet_staking_synth::WeightInfo<Runtime>;
}

// A runtime that is built to measure does without what was measured before: a new call has nothing there yet.
#[cfg(feature = "runtime-benchmarks")]
mod measured {
    pub type AuctionsWeight = ();
    pub type BuybackWeight = ();
    pub type InsuranceWeight = ();
    pub type OptionsWeight = ();
    pub type RateCurveWeight = ();
    pub type StakingDerivativesWeight = ();
    pub type StakingEtfWeight = ();
    pub type StakingSynthWeight = ();
}

pub use measured::{
    AuctionsWeight, BuybackWeight, InsuranceWeight, OptionsWeight, RateCurveWeight, StakingDerivativesWeight,
    StakingEtfWeight, StakingSynthWeight,
};

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

/// What the extension that charges for an extrinsic weighs: the SDK's measurement, and what the fee sink does with the
/// fee.
pub struct TransactionPaymentWeight;

impl pallet_transaction_payment::WeightInfo for TransactionPaymentWeight {
    fn charge_transaction_payment() -> Weight {
        pallet_transaction_payment::weights::SubstrateWeight::<crate::Runtime>::charge_transaction_payment()
            .saturating_add(<BuybackWeight as ::pallet_buyback::WeightInfo>::deposit_native())
    }
}

/// The same where the fee may be paid in an asset.
pub struct AssetTransactionPaymentWeight;

type SdkAssetPayment = pallet_asset_conversion_tx_payment::weights::SubstrateWeight<crate::Runtime>;

impl pallet_asset_conversion_tx_payment::WeightInfo for AssetTransactionPaymentWeight {
    fn charge_asset_tx_payment_zero() -> Weight {
        SdkAssetPayment::charge_asset_tx_payment_zero()
    }

    fn charge_asset_tx_payment_native() -> Weight {
        SdkAssetPayment::charge_asset_tx_payment_native()
            .saturating_add(<BuybackWeight as ::pallet_buyback::WeightInfo>::deposit_native())
    }

    fn charge_asset_tx_payment_asset() -> Weight {
        SdkAssetPayment::charge_asset_tx_payment_asset()
            .saturating_add(<BuybackWeight as ::pallet_buyback::WeightInfo>::deposit_native())
    }
}
