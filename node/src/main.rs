// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The collator node of Finch: the omni-node with our runtime in it. It knows names of chains and nothing of what
//! happens on them.

use polkadot_omni_node_lib::{
    chain_spec::{ChainSpec, DiskChainSpecLoader, Extensions, GenericChainSpec, LoadSpec},
    run,
    runtime::DefaultRuntimeResolver,
    CliConfig as CliConfigT, RunConfig, NODE_VERSION,
};
use sc_chain_spec::{ChainType, Properties};
use std::{ffi::OsString, os::unix::process::CommandExt, process::Command};

/// Milliseconds between two blocks of `--dev`, unless `--dev-block-time` says otherwise.
const DEV_BLOCK_TIME: &str = "1000";
/// The relay chain the development networks live on.
const RELAY_CHAIN: &str = "rococo-local";

/// What the node says about itself.
struct CliConfig;

impl CliConfigT for CliConfig {
    fn impl_version() -> String {
        format!("{}-omni-{NODE_VERSION}", env!("CARGO_PKG_VERSION"))
    }

    fn author() -> String {
        env!("CARGO_PKG_AUTHORS").into()
    }

    fn support_url() -> String {
        "the issues of this repository".into()
    }

    fn copyright_start_year() -> u16 {
        2026
    }
}

/// Finds a chain by its name; any other name is a file.
struct ChainSpecLoader;

impl LoadSpec for ChainSpecLoader {
    fn load_spec(&self, id: &str) -> Result<Box<dyn ChainSpec>, String> {
        match id {
            "dev" | "development" => {
                chain_spec("Finch Development", "finch-dev", ChainType::Development, "development")
            }
            "" | "local" | "local_testnet" => {
                chain_spec("Finch Local Testnet", "finch-local", ChainType::Local, "local_testnet")
            }
            path => DiskChainSpecLoader.load_spec(path),
        }
    }
}

/// The embedded runtime, started from one of its genesis presets.
fn chain_spec(name: &str, id: &str, chain_type: ChainType, preset: &str) -> Result<Box<dyn ChainSpec>, String> {
    let wasm = finch_runtime::WASM_BINARY
        .ok_or("this node was built with SKIP_WASM_BUILD: it has no runtime of its own; name a chain spec file")?;
    let extensions = Extensions::new(RELAY_CHAIN.into(), finch_runtime::constants::DEV_PARA_ID);
    let properties = Properties::from_iter([
        ("tokenSymbol".into(), "FINCH".into()),
        ("tokenDecimals".into(), 12.into()),
        ("ss58Format".into(), finch_runtime::constants::SS58_PREFIX.into()),
    ]);
    let spec = GenericChainSpec::builder(wasm, extensions)
        .with_name(name)
        .with_id(id)
        .with_chain_type(chain_type)
        .with_protocol_id("finch")
        .with_properties(properties)
        .with_genesis_config_preset_name(preset)
        .build();
    Ok(Box::new(spec))
}

/// The arguments to start again with, if `--dev` was given without a pace of its own.
fn with_dev_block_time(args: &[OsString]) -> Option<Vec<OsString>> {
    let ours: Vec<&str> = args
        .iter()
        .map_while(|arg| arg.to_str())
        .take_while(|arg| *arg != "--")
        .collect();
    let has = |name: &str| {
        ours.iter()
            .any(|arg| *arg == name || arg.starts_with(&format!("{name}=")))
    };
    // A subcommand comes first and has no pace.
    let is_node = ours.first().is_some_and(|arg| arg.starts_with('-'));
    let needs = is_node && has("--dev") && !has("--dev-block-time") && !has("--instant-seal");
    needs.then(|| {
        let pace = ["--dev-block-time", DEV_BLOCK_TIME].map(OsString::from);
        pace.into_iter().chain(args.iter().cloned()).collect()
    })
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<OsString> = std::env::args_os().skip(1).collect();
    if let Some(args) = with_dev_block_time(&args) {
        // The library reads the arguments of the process, so the process takes new ones: the same pid, the same files.
        return Err(Command::new(std::env::current_exe()?).args(args).exec().into());
    }
    let config = RunConfig::new(Box::new(DefaultRuntimeResolver), Box::new(ChainSpecLoader));
    Ok(run::<CliConfig>(config)?)
}
