// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Synth in, a ticket out; and what its owner can do with a ticket before it is settled.

use crate::{
    books::{add, sub},
    types::*,
    *,
};
use finch_math::{mul_div, Round};
use finch_types::{Balance, BatchId, TicketId};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};

impl<T: Config<I>, I: 'static> Pallet<T, I> {
    pub(crate) fn do_redeem(who: T::AccountId, synth: Balance, min_native_out: Balance) -> DispatchResult {
        ensure!(synth > 0, Error::<T, I>::AmountZero);
        let value = Self::value_of(&Pool::<T, I>::get(), synth)?;
        ensure!(value >= T::MinRedeem::get(), Error::<T, I>::BelowMinRedeem);
        ensure!(value >= min_native_out, Error::<T, I>::BelowMinOut);

        let mut queue = RedeemQueue::<T, I>::get();
        let id = queue.next_ticket;
        let batch = queue.open.id;
        queue.next_ticket = id.checked_add(1).ok_or(Error::<T, I>::Overflow)?;
        queue.open.tickets = queue.open.tickets.checked_add(1).ok_or(Error::<T, I>::Overflow)?;
        queue.open.synth = add::<T, I>(queue.open.synth, synth)?;
        queue.open.value = add::<T, I>(queue.open.value, value)?;
        RedeemQueue::<T, I>::put(queue);
        Tickets::<T, I>::insert(
            id,
            Ticket {
                owner: who.clone(),
                batch,
                synth,
                value,
            },
        );
        TicketsOf::<T, I>::insert(&who, id, ());

        Self::pay_synth(&who, &Self::pot(), synth).map_err(|_| Error::<T, I>::InsufficientBalance)?;
        Self::deposit_event(Event::RedeemRequested {
            who,
            ticket: id,
            batch,
            synth,
            value,
        });
        Ok(())
    }

    pub(crate) fn do_cancel(who: T::AccountId, id: TicketId) -> DispatchResult {
        let ticket = Self::owned_ticket(&who, id)?;
        RedeemQueue::<T, I>::try_mutate(|queue| -> Result<(), Error<T, I>> {
            ensure!(ticket.batch == queue.open.id, Error::BatchClosed);
            queue.open.tickets = queue.open.tickets.checked_sub(1).ok_or(Error::Corrupted)?;
            queue.open.synth = sub::<T, I>(queue.open.synth, ticket.synth)?;
            queue.open.value = sub::<T, I>(queue.open.value, ticket.value)?;
            Ok(())
        })?;
        Self::forget_ticket(id, &who);

        Self::pay_synth(&Self::pot(), &who, ticket.synth)?;
        Self::deposit_event(Event::Cancelled {
            who,
            ticket: id,
            synth: ticket.synth,
        });
        Ok(())
    }

    pub(crate) fn do_transfer_ticket(who: T::AccountId, id: TicketId, to: T::AccountId) -> DispatchResult {
        let mut ticket = Self::owned_ticket(&who, id)?;
        ticket.owner = to.clone();
        Tickets::<T, I>::insert(id, ticket);
        TicketsOf::<T, I>::remove(&who, id);
        TicketsOf::<T, I>::insert(&to, id, ());
        Self::deposit_event(Event::TicketTransferred {
            ticket: id,
            from: who,
            to,
        });
        Ok(())
    }

    pub(crate) fn owned_ticket(who: &T::AccountId, id: TicketId) -> Result<Ticket<T::AccountId>, Error<T, I>> {
        let ticket = Tickets::<T, I>::get(id).ok_or(Error::TicketNotFound)?;
        ensure!(ticket.owner == *who, Error::NotTicketOwner);
        Ok(ticket)
    }

    pub(crate) fn forget_ticket(id: TicketId, owner: &T::AccountId) {
        Tickets::<T, I>::remove(id);
        TicketsOf::<T, I>::remove(owner, id);
    }

    /// How far the ticket's batch has come.
    pub(crate) fn stage_of(batch: BatchId) -> TicketStage {
        if RedeemQueue::<T, I>::get().open.id == batch {
            TicketStage::Open
        } else if Settled::<T, I>::contains_key(batch) {
            TicketStage::Settled
        } else {
            TicketStage::Unbonding
        }
    }

    /// Where a batch that waits for native stands in the queue. The error says where it is otherwise.
    pub(crate) fn position(batches: &[Batch], id: BatchId) -> Result<usize, Error<T, I>> {
        batches
            .binary_search_by_key(&id, |batch| batch.id)
            .map_err(|_| match Self::stage_of(id) {
                TicketStage::Open => Error::BatchOpen,
                TicketStage::Settled => Error::BatchSettled,
                TicketStage::Unbonding => Error::Corrupted,
            })
    }

    /// A ticket's part of its batch: `floor(value * paid / all)`. The dust stays with the batch.
    pub(crate) fn share_of(value: Balance, paid: Balance, all: Balance) -> Result<Balance, Error<T, I>> {
        if paid == all {
            return Ok(value);
        }
        Ok(mul_div(value, paid, all, Round::Down)?)
    }

    /// Closes the open batch: burns its synth and turns its value into a debt. Does nothing without tickets, and waits
    /// while [`MAX_BATCHES`] are waiting.
    ///
    /// The debt is `min(value at request, value now)`. Between two slashes the rate only rises, so the first is the
    /// smaller for every single ticket; and every slash closes the batch before it is shared out.
    pub(crate) fn close_open_batch(
        pool: &mut Books,
        queue: &mut Queue,
        batches: &mut frame_support::BoundedVec<Batch, frame_support::traits::ConstU32<MAX_BATCHES>>,
        due_era: finch_types::EraIndex,
    ) -> DispatchResult {
        let open = queue.open;
        if open.tickets == 0 || batches.is_full() {
            return Ok(());
        }
        let worth = Self::value_of(pool, open.synth)?;
        let owed = open.value.min(worth);
        // What the rate has gained since the requests is nobody's now. It is released like a reward, in bounded steps: few
        // may be left to share what many have forgone.
        let forgone = sub::<T, I>(worth, owed)?;
        let batch = Batch {
            id: open.id,
            tickets: open.tickets,
            value: open.value,
            owed,
            due_era,
        };
        batches.try_push(batch).map_err(|_| Error::<T, I>::Corrupted)?;
        queue.open = OpenBatch {
            id: open.id.checked_add(1).ok_or(Error::<T, I>::Overflow)?,
            ..Default::default()
        };
        pool.backing = sub::<T, I>(pool.backing, worth)?;
        pool.unreleased = add::<T, I>(pool.unreleased, forgone)?;
        pool.owed = add::<T, I>(pool.owed, owed)?;
        pool.issuance = sub::<T, I>(pool.issuance, open.synth)?;
        pool.flows.burned = add::<T, I>(pool.flows.burned, open.synth)?;
        Self::burn_synth(&Self::pot(), open.synth)?;
        Self::deposit_event(Event::BatchClosed {
            batch: open.id,
            tickets: open.tickets,
            synth: open.synth,
            owed,
        });
        Ok(())
    }
}
