// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The reads behind the runtime API. They change nothing and cost whatever a node spends on them.

use crate::{books::add, types::*, *};
use alloc::vec::Vec;
use finch_math::loss::split;
use finch_ports::StakingBackend;
use finch_types::{Balance, TicketId};
use frame_support::traits::Get;

impl<T: Config<I>, I: 'static> Pallet<T, I> {
    /// What `mint(amount)` would give now.
    pub fn quote_mint(amount: Balance) -> Option<MintQuote> {
        let pool = Pool::<T, I>::get();
        Self::ensure_entry(&pool).ok()?;
        let synth = Self::synth_for(&pool, amount).ok()?;
        let accrued = Self::accrued(&pool).ok()?;
        (synth > 0 && amount >= T::MinDeposit::get()).then_some(MintQuote { synth, accrued })
    }

    /// What `redeem(synth)` and `redeem_instant(synth)` would give now.
    pub fn quote_redeem(synth: Balance) -> Option<RedeemQuote> {
        let pool = Pool::<T, I>::get();
        let queued = Self::value_of(&pool, synth)
            .ok()
            .filter(|value| *value >= T::MinRedeem::get());
        let instant = Self::instant_price(&pool, synth)
            .ok()
            .filter(|(gross, fee)| gross > fee);
        if queued.is_none() && instant.is_none() {
            return None;
        }
        let (gross, instant_fee) = instant.unwrap_or((0, 0));
        Some(RedeemQuote {
            queued: queued.unwrap_or(0),
            due_era: Self::next_due_era(),
            instant: instant.and_then(|_| gross.checked_sub(instant_fee)),
            instant_fee,
        })
    }

    /// Where a ticket stands.
    pub fn redeem_status(id: TicketId) -> Option<RedeemStatus> {
        let ticket = Tickets::<T, I>::get(id)?;
        let now = T::Staking::active_era();
        if let Some(batch) = Settled::<T, I>::get(ticket.batch) {
            let payout = Self::share_of(ticket.value, batch.paid, batch.value).ok()?;
            return Some(RedeemStatus {
                stage: TicketStage::Settled,
                ahead: 0,
                due_era: now,
                eta: 0,
                payout,
                worst_case: payout,
            });
        }

        let pool = Pool::<T, I>::get();
        let batches = Unsettled::<T, I>::get();
        let ahead = batches
            .iter()
            .filter(|batch| batch.id < ticket.batch)
            .try_fold(0u128, |sum, batch| sum.checked_add(batch.owed))?;
        let (stage, due_era, payout) = match batches.iter().find(|batch| batch.id == ticket.batch) {
            Some(batch) => {
                let payout = Self::share_of(ticket.value, batch.owed, batch.value).ok()?;
                (TicketStage::Unbonding, batch.due_era, payout)
            }
            None => {
                let payout = ticket.value.min(Self::value_of(&pool, ticket.synth).ok()?);
                (TicketStage::Open, Self::next_due_era(), payout)
            }
        };
        Some(RedeemStatus {
            stage,
            ahead,
            due_era,
            eta: Self::until_era(due_era),
            payout,
            worst_case: Self::after_pending_slash(&pool, payout)?,
        })
    }

    /// The tickets of an account.
    pub fn tickets_of(account: &T::AccountId) -> Vec<(TicketId, Ticket<T::AccountId>)> {
        TicketsOf::<T, I>::iter_key_prefix(account)
            .filter_map(|id| Tickets::<T, I>::get(id).map(|ticket| (id, ticket)))
            .collect()
    }

    /// When a redemption requested now is paid at the latest: its batch closes with the era, then it unbonds.
    pub(crate) fn next_due_era() -> finch_types::EraIndex {
        T::Staking::active_era()
            .saturating_add(1)
            .saturating_add(T::Staking::bonding_eras())
    }

    /// Milliseconds until `era` begins, if eras keep their length.
    fn until_era(era: finch_types::EraIndex) -> u64 {
        let eras = u64::from(era.saturating_sub(T::Staking::active_era()));
        let length = T::Staking::era_length();
        eras.saturating_mul(length)
            .saturating_sub(T::Staking::era_progress().mul_floor(length))
    }

    /// What is left of `claim` if all reported slashes are applied now.
    fn after_pending_slash(pool: &Books, claim: Balance) -> Option<Balance> {
        let pending = T::Staking::pending_slash(&Self::stash()).min(pool.staked);
        let at_risk = add::<T, I>(pool.backing, pool.owed).ok()?;
        let loss = pending.saturating_sub(pool.unreleased).min(at_risk);
        let rest = at_risk.checked_sub(claim)?;
        // The share of the loss is rounded up here: the worst case is not below it.
        let (on_claim, _) = split(loss, claim, rest).ok()?;
        claim.checked_sub(on_claim)
    }
}
