// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The relay-chain node: `polkadot` with the `rococo-local` chain and one-minute epochs.

fn main() -> Result<(), polkadot_cli::Error> {
    polkadot_cli::run()
}
