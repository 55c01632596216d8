// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The invariants of the README, one function each. They run on chain with try-runtime, after every unit test, and in
//! the property tests.

#![cfg(any(feature = "std", feature = "try-runtime"))]

use crate::{books::log_growth, pillars::MATURITIES, types::*, *};
use frame_support::traits::Time;
use sp_runtime::DispatchError;

/// Fails with the text, which names the invariant.
fn hold(condition: bool, broken: &'static str) -> Result<(), DispatchError> {
    condition.then_some(()).ok_or(DispatchError::Other(broken))
}

impl<T: Config> Pallet<T> {
    /// Checks every invariant in the order of the README.
    pub fn do_try_state() -> Result<(), DispatchError> {
        let books = Book::<T>::get();
        Self::inv_1_reports(&books)?;
        Self::inv_2_nodes(&books)?;
        Self::inv_3_turnover(&books)?;
        Self::inv_4_pillars(&books)?;
        Self::inv_5_rates(&books)?;
        Self::inv_6_bounds(&books)
    }

    /// INV-CURVE-1.
    fn inv_1_reports(books: &Books) -> Result<(), DispatchError> {
        let flows = &books.flows;
        hold(
            flows.counted.checked_add(flows.ignored) == Some(flows.reported),
            "INV-CURVE-1: counted + ignored != reported",
        )
    }

    /// INV-CURVE-2.
    fn inv_2_nodes(books: &Books) -> Result<(), DispatchError> {
        let there = books.flows.opened.checked_sub(books.flows.retired);
        hold(
            there.is_some_and(|there| usize::try_from(there) == Ok(books.nodes.len())),
            "INV-CURVE-2: opened - retired != nodes",
        )
    }

    /// INV-CURVE-3.
    fn inv_3_turnover(books: &Books) -> Result<(), DispatchError> {
        let nodes = books.nodes.iter().map(|node| node.turnover);
        let sum = nodes.chain([books.flows.faded]).try_fold(0u128, u128::checked_add);
        hold(
            sum == Some(books.flows.turnover),
            "INV-CURVE-3: the turnover of the nodes + faded != turnover",
        )
    }

    /// INV-CURVE-4.
    fn inv_4_pillars(books: &Books) -> Result<(), DispatchError> {
        let pillars = books.nodes.iter().map(|node| node.time_to_maturity);
        hold(
            pillars.clone().all(|pillar| MATURITIES.contains(&pillar)),
            "INV-CURVE-4: a node beside the pillars",
        )?;
        hold(
            pillars
                .clone()
                .zip(pillars.skip(1))
                .all(|(before, after)| before < after),
            "INV-CURVE-4: nodes out of order",
        )
    }

    /// INV-CURVE-5.
    fn inv_5_rates(books: &Books) -> Result<(), DispatchError> {
        hold(
            books
                .nodes
                .iter()
                .all(|node| log_growth(node.time_to_maturity, node.zero_rate) == Ok(node.log_growth)),
            "INV-CURVE-5: a log growth != zero rate * years",
        )
    }

    /// INV-CURVE-6.
    fn inv_6_bounds(books: &Books) -> Result<(), DispatchError> {
        let all = |holds: fn(&Node) -> bool| books.nodes.iter().all(holds);
        hold(
            all(|node| node.zero_rate.into_inner().unsigned_abs() <= RATE_MAX.into_inner()),
            "INV-CURVE-6: a rate out of range",
        )?;
        hold(
            all(|node| node.allowance <= STEP),
            "INV-CURVE-6: an allowance above a step",
        )?;
        hold(
            all(|node| !node.seeded || (node.turnover == 0 && node.allowance == STEP)),
            "INV-CURVE-6: a seed with a weight, or without its step",
        )?;
        let now = T::Time::now();
        hold(
            books.nodes.iter().all(|node| node.observed_at <= now),
            "INV-CURVE-6: a node from the future",
        )
    }
}
