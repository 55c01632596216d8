// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Compiles the runtime to wasm.

fn main() {
    #[cfg(all(feature = "std", feature = "metadata-hash"))]
    substrate_wasm_builder::WasmBuilder::init_with_defaults()
        .enable_metadata_hash("FINCH", 12)
        .build();
    #[cfg(all(feature = "std", not(feature = "metadata-hash")))]
    substrate_wasm_builder::WasmBuilder::build_using_defaults();
}
