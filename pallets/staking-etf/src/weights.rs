// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the pallet asks of its measured weights. The runtime's numbers are generated into `runtime/src/weights`.

use frame_support::weights::Weight;

/// Weights of the calls, of the callbacks and of the units of work. What a trade in the market and an opening in the
/// auction house cost is added by the pallet. `n` is the number of holdings, for `decide` that of listed assets.
#[allow(missing_docs)]
pub trait WeightInfo {
    fn issue(n: u32, c: u32) -> Weight;
    fn redeem(n: u32, c: u32) -> Weight;
    fn issue_with(n: u32) -> Weight;
    fn redeem_to(n: u32) -> Weight;
    fn list() -> Weight;
    fn delist() -> Weight;
    fn allocate() -> Weight;
    fn idle() -> Weight;
    fn decide(n: u32) -> Weight;
    fn accrue(n: u32) -> Weight;
    fn sample() -> Weight;
    fn plan() -> Weight;
    fn slice_sell() -> Weight;
    fn slice_buy() -> Weight;
    fn sale_open() -> Weight;
    fn allocate_step(n: u32) -> Weight;
    fn may_bid() -> Weight;
    fn deliver() -> Weight;
    fn finished() -> Weight;
}

/// Round numbers for tests.
impl WeightInfo for () {
    fn issue(n: u32, c: u32) -> Weight {
        Weight::from_parts(100_000_000, 10_000).saturating_mul(n.saturating_add(c).into())
    }
    fn redeem(n: u32, c: u32) -> Weight {
        Self::issue(n, c)
    }
    fn issue_with(n: u32) -> Weight {
        Self::issue(n, 1)
    }
    fn redeem_to(n: u32) -> Weight {
        Self::issue(n, 1)
    }
    fn list() -> Weight {
        Self::issue(0, 1)
    }
    fn delist() -> Weight {
        Self::issue(0, 1)
    }
    fn allocate() -> Weight {
        Self::issue(0, 1)
    }
    fn idle() -> Weight {
        Weight::from_parts(10_000_000, 4_000)
    }
    fn decide(n: u32) -> Weight {
        Self::issue(n, 1)
    }
    fn accrue(n: u32) -> Weight {
        Self::issue(n, 1)
    }
    fn sample() -> Weight {
        Self::issue(0, 1)
    }
    fn plan() -> Weight {
        Self::issue(0, 1)
    }
    fn slice_sell() -> Weight {
        Self::issue(0, 1)
    }
    fn slice_buy() -> Weight {
        Self::issue(0, 1)
    }
    fn sale_open() -> Weight {
        Self::issue(0, 1)
    }
    fn allocate_step(n: u32) -> Weight {
        Self::issue(n, 1)
    }
    fn may_bid() -> Weight {
        Self::issue(0, 1)
    }
    fn deliver() -> Weight {
        Self::issue(0, 1)
    }
    fn finished() -> Weight {
        Self::issue(0, 1)
    }
}
