// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Both calls, and what other pallets ask for. The number of nodes is a component, to show that it hardly matters.

use super::{pillars::MATURITIES, *};
use alloc::vec::Vec;
use finch_ports::{Observation, RateCurve};
use finch_types::Balance;
use frame_benchmarking::v2::*;
use frame_support::traits::{EnsureOrigin, Get};

/// What governance gives as the fair rate: 8 %.
const RATE: FixedU128 = FixedU128::from_inner(80_000_000_000_000_000);

/// Seeds the `count` shortest pillars, all but the one in the middle; there are `count - 1` nodes then. Returns that
/// pillar and the one after it.
fn nodes_around<T: Config>(count: u32) -> (Moment, Moment) {
    // The genesis of a chain may have seeded a curve.
    Book::<T>::kill();
    let count = usize::try_from(count).unwrap();
    let hole = count / 2;
    for (at, pillar) in MATURITIES.into_iter().take(count).enumerate() {
        if at != hole {
            Pallet::<T>::do_seed(pillar.max(SHORTEST), RATE).unwrap();
        }
    }
    (MATURITIES[hole], MATURITIES[(hole + 1).min(count - 1)])
}

/// A sale at a price far above what the curve says.
fn sale<T: Config>(time_to_maturity: Moment) -> Observation {
    Observation {
        time_to_maturity: time_to_maturity.max(SHORTEST),
        annual_rate: FixedU128::from_inner(123_456_789_012_345_678),
        price_ratio: FixedU128::from_inner(1_012_345_678_901_234_567),
        turnover: T::MinTurnover::get().max(1) * 1_000,
    }
}

#[benchmarks]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn seed() {
        let origin = T::AdminOrigin::try_successful_origin().unwrap();
        let (pillar, _) = nodes_around::<T>(MAX_NODES);
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, pillar, RATE);
        assert_eq!(Book::<T>::get().flows.opened, u64::from(MAX_NODES));
    }

    #[benchmark]
    fn retire() {
        let origin = T::AdminOrigin::try_successful_origin().unwrap();
        let (_, pillar) = nodes_around::<T>(MAX_NODES);
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, pillar);
        assert_eq!(Book::<T>::get().flows.retired, 1);
    }

    /// A sale at a pillar between two nodes: it computes the curve there and makes a new one. `n` counts that one too.
    #[benchmark]
    fn observe(n: Linear<3, MAX_NODES>) {
        let (pillar, _) = nodes_around::<T>(n);
        let observation = sale::<T>(pillar);
        #[block]
        {
            Pallet::<T>::observe(observation);
        }
        let books = Book::<T>::get();
        assert_eq!((books.flows.counted, books.flows.opened), (1, u64::from(n)));
        let turnover: Balance = observation.turnover;
        assert_eq!(books.flows.turnover, turnover);
    }

    #[benchmark]
    fn quote(n: Linear<3, MAX_NODES>) {
        let (pillar, _) = nodes_around::<T>(n);
        Pallet::<T>::observe(sale::<T>(pillar));
        let mut quotes = Vec::new();
        #[block]
        {
            quotes.push(Pallet::<T>::contract_value(pillar + pillar / 5, RATE));
        }
        assert!(quotes.iter().all(Option::is_some));
    }

    impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
