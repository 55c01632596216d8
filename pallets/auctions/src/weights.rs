// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the pallet asks of its measured weights. The runtime's numbers are generated into `runtime/src/weights`.

use frame_support::weights::Weight;

/// Weights of the calls, of what sellers call, and of the steps of the hook. What the seller itself costs is added by the
/// pallet.
#[allow(missing_docs)]
pub trait WeightInfo {
    fn bid() -> Weight;
    fn cancel_bid() -> Weight;
    fn close(l: u32) -> Weight;
    fn claim() -> Weight;
    fn buy() -> Weight;
    fn open_timed() -> Weight;
    fn open_falling() -> Weight;
    fn withdraw() -> Weight;
    fn upkeep_idle() -> Weight;
    fn step_look() -> Weight;
    fn step_settle() -> Weight;
    fn step_finish() -> Weight;
}

/// Round numbers for tests.
impl WeightInfo for () {
    fn bid() -> Weight {
        Weight::from_parts(100_000_000, 10_000)
    }
    fn cancel_bid() -> Weight {
        Self::bid()
    }
    fn close(_: u32) -> Weight {
        Self::bid()
    }
    fn claim() -> Weight {
        Self::bid()
    }
    fn buy() -> Weight {
        Self::bid()
    }
    fn open_timed() -> Weight {
        Self::bid()
    }
    fn open_falling() -> Weight {
        Self::bid()
    }
    fn withdraw() -> Weight {
        Self::bid()
    }
    fn upkeep_idle() -> Weight {
        Weight::from_parts(10_000_000, 4_000)
    }
    fn step_look() -> Weight {
        Self::upkeep_idle()
    }
    fn step_settle() -> Weight {
        Self::bid()
    }
    fn step_finish() -> Weight {
        Self::bid()
    }
}
