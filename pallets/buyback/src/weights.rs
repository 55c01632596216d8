// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the pallet asks of its measured weights. The runtime's numbers are generated into `runtime/src/weights`.

use frame_support::weights::Weight;

/// Weights of what fees cost, of the steps, and of what the auction house calls back. What market and house cost is added
/// by the pallet.
#[allow(missing_docs)]
pub trait WeightInfo {
    fn deposit_native() -> Weight;
    fn deposit_asset() -> Weight;
    fn poke_mark() -> Weight;
    fn poke_trade() -> Weight;
    fn poke_sale() -> Weight;
    fn deliver() -> Weight;
    fn finished() -> Weight;
    fn idle_look() -> Weight;
    fn idle_trade() -> Weight;
    fn idle_sale() -> Weight;
    fn idle_prepare() -> Weight;
}

/// Round numbers for tests.
impl WeightInfo for () {
    fn deposit_native() -> Weight {
        Weight::from_parts(20_000_000, 8_000)
    }
    fn deposit_asset() -> Weight {
        Weight::from_parts(50_000_000, 10_000)
    }
    fn poke_mark() -> Weight {
        Weight::from_parts(50_000_000, 10_000)
    }
    fn poke_trade() -> Weight {
        Weight::from_parts(100_000_000, 10_000)
    }
    fn poke_sale() -> Weight {
        Self::poke_trade()
    }
    fn deliver() -> Weight {
        Self::poke_trade()
    }
    fn finished() -> Weight {
        Self::poke_mark()
    }
    fn idle_look() -> Weight {
        Weight::from_parts(2_000_000, 2_000)
    }
    fn idle_trade() -> Weight {
        Self::poke_trade()
    }
    fn idle_sale() -> Weight {
        Self::poke_trade()
    }
    fn idle_prepare() -> Weight {
        Weight::from_parts(20_000_000, 8_000)
    }
}
