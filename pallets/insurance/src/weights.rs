// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the pallet asks of its measured weights. The runtime's numbers are generated into `runtime/src/weights`.

use frame_support::weights::Weight;

/// Weights of the calls without the days that they end, of the end of a day, of what a loss costs, and of the steps of the
/// hook. What it costs to ask for known losses is added by the pallet.
#[allow(missing_docs)]
pub trait WeightInfo {
    fn join() -> Weight;
    fn request_withdrawal() -> Weight;
    fn cancel_withdrawal() -> Weight;
    fn withdraw() -> Weight;
    fn create_product() -> Weight;
    fn change_product() -> Weight;
    fn remove_product() -> Weight;
    fn buy_cover() -> Weight;
    fn renew_cover() -> Weight;
    fn claim() -> Weight;
    fn stake() -> Weight;
    fn unstake() -> Weight;
    fn release() -> Weight;
    fn submit_claim() -> Weight;
    fn vote() -> Weight;
    fn escalate() -> Weight;
    fn resolve() -> Weight;
    fn finalise() -> Weight;
    fn collect() -> Weight;
    fn poke() -> Weight;
    fn end_day() -> Weight;
    fn on_loss() -> Weight;
    fn idle_look() -> Weight;
    fn sweep_step() -> Weight;
}

/// Round numbers for tests.
impl WeightInfo for () {
    fn join() -> Weight {
        Weight::from_parts(100_000_000, 10_000)
    }
    fn request_withdrawal() -> Weight {
        Self::join()
    }
    fn cancel_withdrawal() -> Weight {
        Self::join()
    }
    fn withdraw() -> Weight {
        Self::join()
    }
    fn create_product() -> Weight {
        Self::join()
    }
    fn change_product() -> Weight {
        Self::join()
    }
    fn remove_product() -> Weight {
        Self::join()
    }
    fn buy_cover() -> Weight {
        Self::join()
    }
    fn renew_cover() -> Weight {
        Self::join()
    }
    fn claim() -> Weight {
        Self::join()
    }
    fn stake() -> Weight {
        Self::join()
    }
    fn unstake() -> Weight {
        Self::join()
    }
    fn release() -> Weight {
        Self::join()
    }
    fn submit_claim() -> Weight {
        Self::join()
    }
    fn vote() -> Weight {
        Self::join()
    }
    fn escalate() -> Weight {
        Self::join()
    }
    fn resolve() -> Weight {
        Self::join()
    }
    fn finalise() -> Weight {
        Self::join()
    }
    fn collect() -> Weight {
        Self::join()
    }
    fn poke() -> Weight {
        Weight::from_parts(10_000_000, 4_000)
    }
    fn end_day() -> Weight {
        Weight::from_parts(200_000_000, 100_000)
    }
    fn on_loss() -> Weight {
        Self::join()
    }
    fn idle_look() -> Weight {
        Self::poke()
    }
    fn sweep_step() -> Weight {
        Self::join()
    }
}
