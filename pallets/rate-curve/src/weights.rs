// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the pallet asks of its measured weights. The runtime's numbers are generated into `runtime/src/weights`.

use frame_support::weights::Weight;

/// Weights of the calls, and of what other pallets ask for. `n` is the number of nodes.
#[allow(missing_docs)]
pub trait WeightInfo {
    fn seed() -> Weight;
    fn retire() -> Weight;
    fn observe(n: u32) -> Weight;
    fn quote(n: u32) -> Weight;
}

/// Round numbers for tests.
impl WeightInfo for () {
    fn seed() -> Weight {
        Weight::from_parts(50_000_000, 10_000)
    }
    fn retire() -> Weight {
        Self::seed()
    }
    fn observe(_: u32) -> Weight {
        Self::seed()
    }
    fn quote(_: u32) -> Weight {
        Weight::from_parts(20_000_000, 10_000)
    }
}
