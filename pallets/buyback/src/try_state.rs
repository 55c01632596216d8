// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The invariants of the README, one function each. They run on chain with try-runtime, after every unit test, and in
//! the property tests.

#![cfg(any(feature = "std", feature = "try-runtime"))]

use crate::{types::*, *};
use alloc::{collections::BTreeSet, vec::Vec};
use finch_types::{AssetId, Coin, FeeSource};
use frame_support::traits::fungibles::Inspect;
use sp_runtime::{traits::Zero, DispatchError};

/// Fails with the text, which names the invariant.
fn hold(condition: bool, broken: &'static str) -> Result<(), DispatchError> {
    condition.then_some(()).ok_or(DispatchError::Other(broken))
}

/// A sum that must fit.
fn sum(mut parts: impl Iterator<Item = Balance>) -> Result<Balance, DispatchError> {
    parts
        .try_fold(0u128, |total, part| total.checked_add(part))
        .ok_or(DispatchError::Other("INV-BUYBACK: a sum does not fit"))
}

type FlowsRead = Vec<((Coin, FeeSource), Flow)>;

impl<T: Config> Pallet<T> {
    /// Checks every invariant in the order of the README.
    pub fn do_try_state() -> Result<(), DispatchError> {
        let flows: FlowsRead = Self::all_flows().collect();
        let pots: Vec<(AssetId, PotOf<T>)> = Pots::<T>::iter().collect();
        Self::inv_1_pending(&pots)?;
        Self::inv_2_account(&pots)?;
        Self::inv_3_native(&flows)?;
        Self::inv_4_bought(&flows)?;
        Self::inv_5_sales(&pots)?;
        Self::inv_6_pots(&pots)?;
        Self::inv_7_turns(&pots)
    }

    /// INV-BUYBACK-1.
    fn inv_1_pending(pots: &[(AssetId, PotOf<T>)]) -> Result<(), DispatchError> {
        const BROKEN: &str = "INV-BUYBACK-1: taken != spent + pending";
        for (asset, pot) in pots {
            for Waiting { source, units, flow } in &pot.pending {
                hold(flow.taken == sum([flow.spent, *units].into_iter())?, BROKEN)?;
                hold(
                    !Flows::<T>::contains_key((Coin::Asset(*asset), *source)),
                    "INV-BUYBACK-1: a flow is in a pot and in the books",
                )?;
            }
        }
        for (_, flow) in Flows::<T>::iter().filter(|((coin, _), _)| *coin != Coin::Native) {
            hold(flow.taken == flow.spent, BROKEN)?;
        }
        Ok(())
    }

    /// INV-BUYBACK-2.
    fn inv_2_account(pots: &[(AssetId, PotOf<T>)]) -> Result<(), DispatchError> {
        for (asset, pot) in pots {
            let pending = sum(pot.pending.iter().map(|waiting| waiting.units))?;
            hold(
                T::Assets::balance(*asset, &Self::account_id()) >= pending,
                "INV-BUYBACK-2: the account holds less than what waits",
            )?;
        }
        Ok(())
    }

    /// INV-BUYBACK-3.
    fn inv_3_native(flows: &FlowsRead) -> Result<(), DispatchError> {
        for (_, flow) in flows.iter().filter(|((coin, _), _)| *coin == Coin::Native) {
            hold(
                flow.taken == sum([flow.burned, flow.distributed].into_iter())?,
                "INV-BUYBACK-3: taken != burned + distributed, of fees in native",
            )?;
            hold(
                flow.spent == 0 && flow.bought == 0,
                "INV-BUYBACK-3: fees in native were sold",
            )?;
        }
        Ok(())
    }

    /// INV-BUYBACK-4.
    fn inv_4_bought(flows: &FlowsRead) -> Result<(), DispatchError> {
        for (_, flow) in flows.iter().filter(|((coin, _), _)| *coin != Coin::Native) {
            hold(
                flow.bought == sum([flow.burned, flow.distributed].into_iter())?,
                "INV-BUYBACK-4: bought != burned + distributed, of fees in an asset",
            )?;
        }
        Ok(())
    }

    /// INV-BUYBACK-5.
    fn inv_5_sales(pots: &[(AssetId, PotOf<T>)]) -> Result<(), DispatchError> {
        for (_, pot) in pots {
            if let Some(sale) = pot.sale {
                hold(
                    sale.units <= pot.pending_of(sale.source),
                    "INV-BUYBACK-5: more in an auction than waits of its source",
                )?;
            }
        }
        Ok(())
    }

    /// INV-BUYBACK-6.
    fn inv_6_pots(pots: &[(AssetId, PotOf<T>)]) -> Result<(), DispatchError> {
        for (_, pot) in pots {
            hold(!pot.is_empty(), "INV-BUYBACK-6: an empty pot")?;
            hold(
                pot.pending.iter().all(|waiting| waiting.units > 0),
                "INV-BUYBACK-6: a source of which nothing waits",
            )?;
            let sources: BTreeSet<FeeSource> = pot.pending.iter().map(|waiting| waiting.source).collect();
            hold(
                sources.len() == pot.pending.len(),
                "INV-BUYBACK-6: a source is listed twice",
            )?;
        }
        Ok(())
    }

    /// INV-BUYBACK-7.
    fn inv_7_turns(pots: &[(AssetId, PotOf<T>)]) -> Result<(), DispatchError> {
        let now = frame_system::Pallet::<T>::block_number();
        hold(
            Turn::<T>::get().at <= Self::a_period_after(now),
            "INV-BUYBACK-7: the next turn is more than a period away",
        )?;
        for (_, pot) in pots {
            hold(pot.misses <= MAX_MISSES, "INV-BUYBACK-7: too many misses")?;
            if let Some(mark) = pot.mark {
                hold(mark.block <= now, "INV-BUYBACK-7: a mark of the future")?;
                hold(
                    !mark.price.is_zero() && mark.depth > 0,
                    "INV-BUYBACK-7: a mark without a price or of an empty pool",
                )?;
            }
            hold(
                pot.reference.is_none_or(|price| !price.is_zero()),
                "INV-BUYBACK-7: a reference without a price",
            )?;
        }
        Ok(())
    }
}
