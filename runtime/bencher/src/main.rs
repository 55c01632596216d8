// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The SDK's `benchmark pallet` command over any runtime blob.
//!
//! It takes the arguments of `frame-omni-bencher v1 benchmark pallet` and lives in this workspace so that it shares
//! the compiled crates with the node. `make weights` calls it.

use clap::Parser;
use frame_benchmarking_cli::PalletCmd;
use sp_runtime::traits::BlakeTwo256;

/// What the runtime imports from its host beside the standard functions.
type HostFunctions = (
    sp_statement_store::runtime_api::HostFunctions,
    cumulus_primitives_proof_size_hostfunction::storage_proof_size::HostFunctions,
);

fn main() -> sc_cli::Result<()> {
    sc_cli::LoggerBuilder::new("info").init()?;
    PalletCmd::parse().run_with_spec::<BlakeTwo256, HostFunctions>(None)
}
