// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A settled ticket is paid to its owner.

use crate::{
    books::{add, sub},
    *,
};
use finch_types::TicketId;
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config<I>, I: 'static> Pallet<T, I> {
    pub(crate) fn do_claim(id: TicketId) -> DispatchResult {
        let ticket = Tickets::<T, I>::get(id).ok_or(Error::<T, I>::TicketNotFound)?;
        let mut batch = Settled::<T, I>::get(ticket.batch).ok_or(Error::<T, I>::NotSettled)?;
        let amount = Self::share_of(ticket.value, batch.paid, batch.value)?;

        let mut pool = Pool::<T, I>::get();
        pool.settled = sub::<T, I>(pool.settled, amount)?;
        pool.flows.claimed = add::<T, I>(pool.flows.claimed, amount)?;
        batch.left = sub::<T, I>(batch.left, amount)?;
        batch.tickets = batch.tickets.checked_sub(1).ok_or(Error::<T, I>::Corrupted)?;
        if batch.tickets == 0 {
            // The dust of a slashed batch goes back to the holders.
            pool.settled = sub::<T, I>(pool.settled, batch.left)?;
            pool.idle = add::<T, I>(pool.idle, batch.left)?;
            pool.backing = add::<T, I>(pool.backing, batch.left)?;
            Settled::<T, I>::remove(ticket.batch);
        } else {
            Settled::<T, I>::insert(ticket.batch, batch);
        }
        Pool::<T, I>::put(pool);
        Self::forget_ticket(id, &ticket.owner);

        Self::pay(&Self::pot(), &ticket.owner, amount)?;
        Self::deposit_event(Event::Claimed {
            who: ticket.owner,
            ticket: id,
            amount,
        });
        Ok(())
    }
}
