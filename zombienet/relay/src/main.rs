// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The relay-chain node: `polkadot` with the `rococo-local` chain and one-minute epochs.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    Ok(polkadot_cli::run()?)
}
