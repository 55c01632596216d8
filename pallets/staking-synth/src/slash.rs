// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! An applied slash is shared by holders and queue.

use crate::{
    books::{add, sub},
    types::*,
    *,
};
use finch_math::loss::{split, Spread};
use finch_ports::{Loss, LossObserver, OnSlash, Risk};
use finch_types::Balance;
use frame_support::{defensive, dispatch::DispatchClass, pallet_prelude::DispatchResult, storage::with_storage_layer};

impl<T: Config<I>, I: 'static> OnSlash<T::AccountId> for Pallet<T, I> {
    fn on_slash(stash: &T::AccountId, amount: Balance) {
        if *stash != Self::stash() || amount == 0 {
            return;
        }
        // The hook runs inside the staking pallet, which does not know what it costs here.
        frame_system::Pallet::<T>::register_extra_weight_unchecked(
            T::WeightInfo::slash(MAX_BATCHES),
            DispatchClass::Mandatory,
        );
        let mut pool = Pool::<T, I>::get();
        let booked = with_storage_layer(|| Self::book_slash(&mut pool, amount));
        match booked {
            Ok(()) => Pool::<T, I>::put(pool),
            Err(error) => {
                defensive!("a slash could not be booked", error);
            }
        }
    }
}

impl<T: Config<I>, I: 'static> Pallet<T, I> {
    /// Takes `amount` out of the stake and shares it out.
    ///
    /// Reward that is not released yet bears it first, for it is nobody's so far. The rest falls on the backing and on
    /// what is owed to unsettled batches, pro rata: whoever redeemed before the slash and whoever did not lose the same
    /// part, to within 1 planck. Settled batches are paid already.
    ///
    /// Part of a slash may fall on reward that the stake has and the books do not know yet; the books leave it out on
    /// both sides.
    pub(crate) fn book_slash(pool: &mut Books, amount: Balance) -> DispatchResult {
        let amount = amount.min(pool.staked);
        let mut queue = RedeemQueue::<T, I>::get();
        let mut batches = Unsettled::<T, I>::get();
        // Upkeep of this era may be over: then the batch starts to unbond with the next.
        Self::close_open_batch(pool, &mut queue, &mut batches, Self::next_due_era())?;

        let at_risk = add::<T, I>(pool.backing, pool.owed)?;
        let on_unreleased = amount.min(pool.unreleased);
        let shared = sub::<T, I>(amount, on_unreleased)?;
        // Fees that are due are a debt to the outside; they bear nothing while anything else can.
        let on_claims = shared.min(at_risk);
        let on_fees = sub::<T, I>(shared, on_claims)?;
        let (holders, on_queue) = split(on_claims, pool.backing, pool.owed).map_err(Error::<T, I>::from)?;
        let mut spread = Spread::new(on_queue, pool.owed).map_err(Error::<T, I>::from)?;
        for batch in batches.iter_mut() {
            let part = spread.take(batch.owed).map_err(Error::<T, I>::from)?;
            batch.owed = sub::<T, I>(batch.owed, part)?;
        }

        pool.staked = sub::<T, I>(pool.staked, amount)?;
        pool.unreleased = sub::<T, I>(pool.unreleased, on_unreleased)?;
        pool.backing = sub::<T, I>(pool.backing, holders)?;
        pool.owed = sub::<T, I>(pool.owed, on_queue)?;
        pool.fees_due = sub::<T, I>(pool.fees_due, on_fees)?;
        pool.flows.slashed = add::<T, I>(pool.flows.slashed, amount)?;
        let rate = Self::rate_of(pool)?;
        RedeemQueue::<T, I>::put(queue);
        Unsettled::<T, I>::put(batches);
        Self::deposit_event(Event::Slashed {
            amount,
            holders,
            queue: on_queue,
            rate,
        });

        if on_claims > SLASH_HALT.mul_floor(at_risk) && pool.entry == Entry::Open {
            pool.entry = Entry::Halted;
            Self::deposit_event(Event::MintsStopped { entry: pool.entry });
        }
        if on_claims > 0 {
            // A slash that only took reward that was nobody's costs nothing here.
            frame_system::Pallet::<T>::register_extra_weight_unchecked(
                T::Losses::weight_loss(),
                DispatchClass::Mandatory,
            );
            T::Losses::on_loss(Loss {
                risk: Risk::Synth,
                lost: on_claims,
                of: at_risk,
            });
        }
        Ok(())
    }
}
