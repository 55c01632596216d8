// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The benchmarks this runtime can run. Weights of the SDK's pallets are the SDK's; they are here to be compared with.

mod hooks;

use crate::*;
use alloc::{string::String, vec::Vec};
use frame_benchmarking::{BenchmarkBatch, BenchmarkConfig, BenchmarkList};
use frame_support::traits::{StorageInfo, StorageInfoTrait, WhitelistedStorageKeys};
use frame_system_benchmarking::Pallet as SystemBench;
use hooks::Pallet as Hooks;

impl frame_system_benchmarking::Config for Runtime {}

frame_benchmarking::define_benchmarks!(
    [frame_system, SystemBench::<Runtime>]
    [pallet_balances, Balances]
    [pallet_assets, Assets]
    [pallet_asset_conversion, AssetConversion]
    [pallet_staking_synth, StakingSynth]
    [pallet_rate_curve, RateCurve]
    [pallet_auctions, Auctions]
    [pallet_staking_derivatives, StakingDerivatives]
    [pallet_buyback, Buyback]
    [pallet_staking_etf, StakingEtf]
    [pallet_options, Options]
    [pallet_insurance, Insurance]
    [hooks, Hooks::<Runtime>]
);

/// What there is to run.
pub fn metadata(extra: bool) -> (Vec<BenchmarkList>, Vec<StorageInfo>) {
    let mut list = Vec::<BenchmarkList>::new();
    list_benchmarks!(list, extra);
    (list, AllPalletsWithSystem::storage_info())
}

/// Runs one of them.
pub fn dispatch(config: BenchmarkConfig) -> Result<Vec<BenchmarkBatch>, String> {
    let mut whitelist = AllPalletsWithSystem::whitelisted_storage_keys();
    // The inherent of every block has written the time before anything else runs; the SDK's pallet does not say so.
    whitelist.push(pallet_timestamp::Now::<Runtime>::hashed_key().to_vec().into());
    let mut batches = Vec::<BenchmarkBatch>::new();
    let params = (&config, &whitelist);
    add_benchmarks!(params, batches);
    if batches.is_empty() {
        return Err("no such benchmark in this runtime".into());
    }
    Ok(batches)
}
