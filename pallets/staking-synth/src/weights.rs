// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the pallet asks of its measured weights. The runtime's numbers are generated into `runtime/src/weights`.

use frame_support::weights::Weight;

/// Weights of the calls and of the upkeep steps. What the staking backend costs is added by the pallet.
#[allow(missing_docs)]
pub trait WeightInfo {
    fn mint() -> Weight;
    fn redeem() -> Weight;
    fn cancel() -> Weight;
    fn rebond() -> Weight;
    fn transfer_ticket() -> Weight;
    fn claim() -> Weight;
    fn redeem_instant() -> Weight;
    fn pause_mints() -> Weight;
    fn resume_mints() -> Weight;
    fn idle_look() -> Weight;
    fn upkeep_idle() -> Weight;
    fn step_payout() -> Weight;
    fn step_account() -> Weight;
    fn step_batch() -> Weight;
    fn step_settle(t: u32) -> Weight;
    fn step_rebalance() -> Weight;
    fn step_nominate(c: u32) -> Weight;
    fn slash(b: u32) -> Weight;
}

/// Round numbers for tests.
impl WeightInfo for () {
    fn mint() -> Weight {
        Weight::from_parts(100_000_000, 10_000)
    }
    fn redeem() -> Weight {
        Self::mint()
    }
    fn cancel() -> Weight {
        Self::mint()
    }
    fn rebond() -> Weight {
        Self::mint()
    }
    fn transfer_ticket() -> Weight {
        Self::mint()
    }
    fn claim() -> Weight {
        Self::mint()
    }
    fn redeem_instant() -> Weight {
        Self::mint()
    }
    fn pause_mints() -> Weight {
        Self::mint()
    }
    fn resume_mints() -> Weight {
        Self::mint()
    }
    fn idle_look() -> Weight {
        Weight::from_parts(1_000_000, 500)
    }
    fn upkeep_idle() -> Weight {
        Weight::from_parts(10_000_000, 4_000)
    }
    fn step_payout() -> Weight {
        Self::mint()
    }
    fn step_account() -> Weight {
        Self::mint()
    }
    fn step_batch() -> Weight {
        Self::mint()
    }
    fn step_settle(_: u32) -> Weight {
        Self::mint()
    }
    fn step_rebalance() -> Weight {
        Self::mint()
    }
    fn step_nominate(_: u32) -> Weight {
        Self::mint()
    }
    fn slash(_: u32) -> Weight {
        Self::mint()
    }
}
