// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Native in, synth out.

use crate::{
    books::{add, sub},
    *,
};
use finch_types::Balance;
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};

impl<T: Config<I>, I: 'static> Pallet<T, I> {
    pub(crate) fn do_mint(who: T::AccountId, amount: Balance, min_synth_out: Balance) -> DispatchResult {
        ensure!(amount > 0, Error::<T, I>::AmountZero);
        ensure!(amount >= T::MinDeposit::get(), Error::<T, I>::BelowMinDeposit);
        let mut pool = Pool::<T, I>::get();
        Self::ensure_entry(&pool)?;

        let synth = Self::synth_for(&pool, amount)?;
        ensure!(synth > 0, Error::<T, I>::AmountZero);
        ensure!(synth >= min_synth_out, Error::<T, I>::BelowMinOut);

        pool.backing = add::<T, I>(pool.backing, amount)?;
        pool.idle = add::<T, I>(pool.idle, amount)?;
        pool.issuance = add::<T, I>(pool.issuance, synth)?;
        pool.flows.deposited = add::<T, I>(pool.flows.deposited, amount)?;
        pool.flows.minted = add::<T, I>(pool.flows.minted, synth)?;
        Pool::<T, I>::put(pool);

        Self::pay(&who, &Self::pot(), amount).map_err(|_| Error::<T, I>::InsufficientBalance)?;
        Self::mint_synth(&who, synth)?;
        Self::deposit_event(Event::Minted { who, amount, synth });
        Ok(())
    }

    /// A ticket's native joins the backing again and becomes synth at the price of a mint.
    pub(crate) fn do_rebond(who: T::AccountId, id: finch_types::TicketId) -> DispatchResult {
        let ticket = Self::owned_ticket(&who, id)?;
        let mut pool = Pool::<T, I>::get();
        Self::ensure_entry(&pool)?;

        let (amount, synth) = Unsettled::<T, I>::try_mutate(|batches| -> Result<_, Error<T, I>> {
            let at = Self::position(batches, ticket.batch)?;
            let batch = batches.get_mut(at).ok_or(Error::Corrupted)?;
            let amount = Self::share_of(ticket.value, batch.owed, batch.value)?;
            let synth = Self::synth_for(&pool, amount)?;
            batch.value = sub::<T, I>(batch.value, ticket.value)?;
            batch.owed = sub::<T, I>(batch.owed, amount)?;
            batch.tickets = batch.tickets.checked_sub(1).ok_or(Error::Corrupted)?;
            if batch.tickets == 0 {
                // The last ticket's share was all that was left.
                batches.remove(at);
            }
            Ok((amount, synth))
        })?;
        pool.owed = sub::<T, I>(pool.owed, amount)?;
        pool.backing = add::<T, I>(pool.backing, amount)?;
        pool.issuance = add::<T, I>(pool.issuance, synth)?;
        pool.flows.minted = add::<T, I>(pool.flows.minted, synth)?;
        Pool::<T, I>::put(pool);
        Self::forget_ticket(id, &who);

        Self::mint_synth(&who, synth)?;
        Self::deposit_event(Event::Rebonded {
            who,
            ticket: id,
            amount,
            synth,
        });
        Ok(())
    }
}
