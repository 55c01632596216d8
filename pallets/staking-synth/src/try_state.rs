// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The invariants of the README, one function each. They run on chain with try-runtime, after every unit test, and in
//! the property tests.

#![cfg(any(feature = "std", feature = "try-runtime"))]

use crate::{books::add, types::*, *};
use alloc::collections::BTreeMap;
use finch_ports::{Alarm, StakingBackend};
use finch_types::{Balance, BatchId, TicketId};
use frame_support::traits::{fungible::Inspect as _, fungibles::Inspect as _, Get};
use sp_runtime::DispatchError;

/// Fails with the text, which names the invariant.
fn hold(condition: bool, broken: &'static str) -> Result<(), DispatchError> {
    condition.then_some(()).ok_or(DispatchError::Other(broken))
}

/// A sum that must fit.
fn sum(mut parts: impl Iterator<Item = Balance>) -> Result<Balance, DispatchError> {
    parts
        .try_fold(0u128, |total, part| total.checked_add(part))
        .ok_or(DispatchError::Other("INV-SYNTH: a sum does not fit"))
}

impl<T: Config<I>, I: 'static> Pallet<T, I> {
    /// Checks every invariant in the order of the README.
    pub fn do_try_state() -> Result<(), DispatchError> {
        let pool = Pool::<T, I>::get();
        Self::inv_1_native_flows(&pool)?;
        Self::inv_2_balance_sheet(&pool)?;
        Self::inv_3_synth_flows(&pool)?;
        Self::inv_4_batches(&pool)?;
        Self::inv_5_tickets()?;
        Self::inv_6_money_is_there(&pool)?;
        Self::inv_7_rates(&pool)?;
        Self::inv_8_index()?;
        Self::inv_9_alarm()
    }

    /// INV-SYNTH-1.
    fn inv_1_native_flows(pool: &Books) -> Result<(), DispatchError> {
        let flows = &pool.flows;
        let into = sum([flows.deposited, flows.rewarded].into_iter())?;
        let out = sum([flows.slashed, flows.claimed, flows.instant, flows.fees].into_iter())?;
        let held = sum([pool.staked, pool.idle, pool.buffer, pool.settled].into_iter())?;
        hold(
            into.checked_sub(out) == Some(held),
            "INV-SYNTH-1: native in - native out != native held",
        )
    }

    /// INV-SYNTH-2.
    fn inv_2_balance_sheet(pool: &Books) -> Result<(), DispatchError> {
        let assets = sum([pool.staked, pool.idle, pool.buffer].into_iter())?;
        let claims = sum([pool.backing, pool.owed, pool.unreleased, pool.fees_due].into_iter())?;
        hold(
            assets == claims,
            "INV-SYNTH-2: staked + idle + buffer != backing + owed + unreleased + fees due",
        )
    }

    /// INV-SYNTH-3.
    fn inv_3_synth_flows(pool: &Books) -> Result<(), DispatchError> {
        hold(
            pool.flows.minted.checked_sub(pool.flows.burned) == Some(pool.issuance),
            "INV-SYNTH-3: synth minted - synth burned != issuance",
        )?;
        hold(
            Self::synth_supply() == pool.issuance,
            "INV-SYNTH-3: the supply of the asset != issuance",
        )?;
        let escrow = RedeemQueue::<T, I>::get().open.synth;
        hold(
            Self::synth_balance(&Self::pot()) > escrow,
            "INV-SYNTH-3: the pot lacks escrow or seed",
        )
    }

    /// INV-SYNTH-4.
    fn inv_4_batches(pool: &Books) -> Result<(), DispatchError> {
        let waiting = Unsettled::<T, I>::get();
        let owed = sum(waiting.iter().map(|batch| batch.owed))?;
        hold(owed == pool.owed, "INV-SYNTH-4: the sum over unsettled batches != owed")?;
        let left = sum(Settled::<T, I>::iter_values().map(|batch| batch.left))?;
        hold(
            left == pool.settled,
            "INV-SYNTH-4: the sum over settled batches != settled",
        )?;
        hold(
            waiting
                .windows(2)
                .all(|pair| pair.first().map(|b| b.id) < pair.last().map(|b| b.id)),
            "INV-SYNTH-4: batches out of order",
        )?;
        hold(
            waiting
                .iter()
                .all(|batch| batch.owed <= batch.value && batch.tickets > 0),
            "INV-SYNTH-4: a batch owes more than was requested",
        )
    }

    /// INV-SYNTH-5.
    fn inv_5_tickets() -> Result<(), DispatchError> {
        // Per batch: tickets, their value, their synth.
        let mut seen = BTreeMap::<BatchId, (u32, Balance, Balance)>::new();
        for (id, ticket) in Tickets::<T, I>::iter() {
            hold(
                id < RedeemQueue::<T, I>::get().next_ticket,
                "INV-SYNTH-5: a ticket from the future",
            )?;
            let (count, value, synth) = seen.entry(ticket.batch).or_default();
            *count = count.saturating_add(1);
            *value = value.saturating_add(ticket.value);
            *synth = synth.saturating_add(ticket.synth);
        }
        let open = RedeemQueue::<T, I>::get().open;
        hold(
            seen.remove(&open.id).unwrap_or_default() == (open.tickets, open.value, open.synth),
            "INV-SYNTH-5: the open batch != the sum over its tickets",
        )?;
        for batch in Unsettled::<T, I>::get() {
            let (count, value, _) = seen.remove(&batch.id).unwrap_or_default();
            hold(
                (count, value) == (batch.tickets, batch.value),
                "INV-SYNTH-5: a batch != the sum over its tickets",
            )?;
        }
        for (id, batch) in Settled::<T, I>::iter() {
            let (count, value, _) = seen.remove(&id).unwrap_or_default();
            hold(
                count == batch.tickets,
                "INV-SYNTH-5: a settled batch != the number of its tickets",
            )?;
            let due = Self::share_of(value, batch.paid, batch.value)?;
            hold(due <= batch.left, "INV-SYNTH-5: a settled batch cannot pay its tickets")?;
        }
        hold(seen.is_empty(), "INV-SYNTH-5: a ticket without a batch")
    }

    /// INV-SYNTH-6.
    fn inv_6_money_is_there(pool: &Books) -> Result<(), DispatchError> {
        let in_pot = sum([pool.idle, pool.buffer, pool.settled].into_iter())?;
        Self::unbooked(&Self::pot(), in_pot).map_err(|_| DispatchError::Other("INV-SYNTH-6: the pot lacks native"))?;
        let stake = T::Staking::stake(&Self::stash());
        hold(stake.total >= pool.staked, "INV-SYNTH-6: less at stake than booked")
    }

    /// INV-SYNTH-7.
    fn inv_7_rates(pool: &Books) -> Result<(), DispatchError> {
        let kept = RateAtEra::<T, I>::iter_keys().count();
        hold(
            u32::try_from(kept).is_ok_and(|kept| kept <= RATE_HISTORY),
            "INV-SYNTH-7: more rates kept than promised",
        )?;
        hold(
            RateAtEra::<T, I>::iter_keys().all(|era| era <= pool.accounted_era),
            "INV-SYNTH-7: the rate of a future era",
        )?;
        hold(
            pool.accounted_era == 0 || RateAtEra::<T, I>::contains_key(pool.accounted_era),
            "INV-SYNTH-7: no rate for the accounted era",
        )
    }

    /// INV-SYNTH-8.
    fn inv_8_index() -> Result<(), DispatchError> {
        let indexed = TicketsOf::<T, I>::iter_keys()
            .filter(|(owner, id): &(T::AccountId, TicketId)| {
                Tickets::<T, I>::get(id).is_some_and(|ticket| ticket.owner == *owner)
            })
            .count();
        hold(
            indexed == Tickets::<T, I>::iter_keys().count() && indexed == TicketsOf::<T, I>::iter_keys().count(),
            "INV-SYNTH-8: the index of owners != the tickets",
        )
    }

    /// INV-SYNTH-9.
    fn inv_9_alarm() -> Result<(), DispatchError> {
        let round = Round::<T, I>::get();
        let done = round.stage.is_none() && T::Staking::active_era() <= round.era;
        hold(
            done || T::Alarm::at() == Some(0),
            "INV-SYNTH-9: upkeep is not complete and no alarm rings",
        )
    }

    /// Free native of `who` that the books do not know: what is above `known` and the existential deposit.
    fn unbooked(who: &T::AccountId, known: Balance) -> Result<Balance, DispatchError> {
        let needed = add::<T, I>(known, T::Currency::minimum_balance())?;
        T::Currency::balance(who)
            .checked_sub(needed)
            .ok_or(Error::<T, I>::Corrupted.into())
    }

    /// All synth in the assets pallet.
    pub(crate) fn synth_supply() -> Balance {
        T::Assets::total_issuance(T::SynthAssetId::get())
    }
}
