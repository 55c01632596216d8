// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the pallet asks of its measured weights. The runtime's numbers are generated into `runtime/src/weights`.

use frame_support::weights::Weight;

/// Weights of the calls, of the callbacks and of the upkeep steps. What staking system, auction house and curve cost is
/// added by the pallet.
#[allow(missing_docs)]
pub trait WeightInfo {
    fn propose() -> Weight;
    fn verify_proposal() -> Weight;
    fn reject() -> Weight;
    fn withdraw_proposal() -> Weight;
    fn open() -> Weight;
    fn collect() -> Weight;
    fn buy_back() -> Weight;
    fn settle() -> Weight;
    fn redeem() -> Weight;
    fn close() -> Weight;
    fn may_bid() -> Weight;
    fn closed() -> Weight;
    fn deliver() -> Weight;
    fn finished() -> Weight;
    fn slash() -> Weight;
    fn idle_look() -> Weight;
    fn upkeep_idle() -> Weight;
    fn step_payout() -> Weight;
    fn step_account() -> Weight;
    fn step_unbond() -> Weight;
    fn step_settle() -> Weight;
}

/// Round numbers for tests.
impl WeightInfo for () {
    fn propose() -> Weight {
        Weight::from_parts(100_000_000, 10_000)
    }
    fn verify_proposal() -> Weight {
        Self::propose()
    }
    fn reject() -> Weight {
        Self::propose()
    }
    fn withdraw_proposal() -> Weight {
        Self::propose()
    }
    fn open() -> Weight {
        Self::propose()
    }
    fn collect() -> Weight {
        Self::propose()
    }
    fn buy_back() -> Weight {
        Self::propose()
    }
    fn settle() -> Weight {
        Self::propose()
    }
    fn redeem() -> Weight {
        Self::propose()
    }
    fn close() -> Weight {
        Self::propose()
    }
    fn may_bid() -> Weight {
        Self::propose()
    }
    fn closed() -> Weight {
        Self::propose()
    }
    fn deliver() -> Weight {
        Self::propose()
    }
    fn finished() -> Weight {
        Self::propose()
    }
    fn slash() -> Weight {
        Self::propose()
    }
    fn idle_look() -> Weight {
        Weight::from_parts(1_000_000, 500)
    }
    fn upkeep_idle() -> Weight {
        Weight::from_parts(10_000_000, 4_000)
    }
    fn step_payout() -> Weight {
        Self::propose()
    }
    fn step_account() -> Weight {
        Self::propose()
    }
    fn step_unbond() -> Weight {
        Self::propose()
    }
    fn step_settle() -> Weight {
        Self::propose()
    }
}
