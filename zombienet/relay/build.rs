// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The workers and the node check that they carry the same version string.

fn main() {
    substrate_build_script_utils::generate_cargo_keys();
}
