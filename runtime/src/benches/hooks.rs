// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the idle time of a block costs when nothing is due: all of our pallets together, as a block runs them.

use crate::*;
use frame_benchmarking::v2::*;
use frame_support::{traits::OnIdle, weights::Weight};

/// Stands for no pallet of the runtime.
pub struct Pallet<T: Config>(core::marker::PhantomData<T>);
/// Nothing to configure.
pub trait Config: frame_system::Config {}
impl Config for Runtime {}

/// The pallets with work of their own in idle time.
type Products = (
    StakingSynth,
    Auctions,
    StakingDerivatives,
    Buyback,
    StakingEtf,
    Options,
    Insurance,
);

fn idle() -> Weight {
    // Before the buyback's first turn: on a fast chain every later block has one.
    Products::on_idle(0, Weight::MAX)
}

/// Does all that the preset leaves to do.
fn settle() {
    for _ in 0..100 {
        idle();
    }
}

#[benchmarks]
mod benchmarks {
    use super::*;

    /// With every cache of the storage empty, as all benchmarks are measured.
    #[benchmark(extra)]
    fn idle_block() {
        settle();
        let cost;
        #[block]
        {
            cost = idle();
        }
        assert!(cost.ref_time() > 0);
    }

    /// The same twice. What it costs more is the cost in a block that follows another, whose nodes are in the caches.
    #[benchmark(extra)]
    fn idle_block_after_another() {
        settle();
        let cost;
        #[block]
        {
            idle();
            cost = idle();
        }
        assert!(cost.ref_time() > 0);
    }
}
