// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the pallet asks of its measured weights. The runtime's numbers are generated into `runtime/src/weights`.

use frame_support::weights::Weight;

/// Weights of the calls, of what the auction house calls back, and of a look of the idle time. What market and house cost
/// is added by the pallet. The component of `create` is the number of coins that are new to the pallet.
#[allow(missing_docs)]
pub trait WeightInfo {
    fn create(n: u32) -> Weight;
    fn deposit() -> Weight;
    fn deposit_cure() -> Weight;
    fn withdraw() -> Weight;
    fn withdraw_all() -> Weight;
    fn mint() -> Weight;
    fn burn() -> Weight;
    fn write_and_sell() -> Weight;
    fn exercise() -> Weight;
    fn redeem() -> Weight;
    fn reclaim() -> Weight;
    fn release() -> Weight;
    fn call_margin() -> Weight;
    fn liquidate() -> Weight;
    fn fix_price() -> Weight;
    fn dispute() -> Weight;
    fn settle_sweep(n: u32) -> Weight;
    fn settle_release(n: u32) -> Weight;
    fn settle_close(n: u32) -> Weight;
    fn deliver() -> Weight;
    fn finished() -> Weight;
    fn idle_look() -> Weight;
}

/// Round numbers for tests.
impl WeightInfo for () {
    fn create(n: u32) -> Weight {
        Weight::from_parts(200_000_000, 10_000)
            .saturating_add(Weight::from_parts(50_000_000, 5_000).saturating_mul(n.into()))
    }
    fn deposit() -> Weight {
        Weight::from_parts(100_000_000, 10_000)
    }
    fn deposit_cure() -> Weight {
        Self::deposit()
    }
    fn withdraw() -> Weight {
        Self::deposit()
    }
    fn withdraw_all() -> Weight {
        Self::deposit()
    }
    fn mint() -> Weight {
        Self::deposit()
    }
    fn burn() -> Weight {
        Self::deposit()
    }
    fn write_and_sell() -> Weight {
        Self::create(0)
    }
    fn exercise() -> Weight {
        Self::deposit()
    }
    fn redeem() -> Weight {
        Self::deposit()
    }
    fn reclaim() -> Weight {
        Self::deposit()
    }
    fn release() -> Weight {
        Self::deposit()
    }
    fn call_margin() -> Weight {
        Weight::from_parts(50_000_000, 10_000)
    }
    fn liquidate() -> Weight {
        Self::deposit()
    }
    fn fix_price() -> Weight {
        Self::call_margin()
    }
    fn dispute() -> Weight {
        Self::call_margin()
    }
    fn settle_sweep(n: u32) -> Weight {
        Self::call_margin().saturating_add(Self::call_margin().saturating_mul(n.into()))
    }
    fn settle_release(n: u32) -> Weight {
        Self::call_margin().saturating_add(Self::deposit().saturating_mul(n.into()))
    }
    fn settle_close(n: u32) -> Weight {
        Self::create(0).saturating_add(Weight::from_parts(10_000_000, 2_000).saturating_mul(n.into()))
    }
    fn deliver() -> Weight {
        Self::create(0)
    }
    fn finished() -> Weight {
        Self::call_margin()
    }
    fn idle_look() -> Weight {
        Weight::from_parts(10_000_000, 5_000)
    }
}
