// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The idle time of blocks: the assets take turns, one step in a period.
//!
//! A turn takes two blocks, so that none of them does much. The first looks who is next and notes the price of its pool;
//! the second does the step. A block does one step at most, however many pots there are, and the turn passes on whatever
//! the step came to: one that fails is undone and reported and costs the others nothing. What does not fit into a block is
//! done in a later one.
//!
//! The idle time comes after all extrinsics, so the price that is noted is that at the end of a block: to move it, somebody
//! has to hold the pool off over the end of the block, open to everybody else.

use crate::{types::*, *};
use finch_types::AssetId;
use frame_support::{traits::Get, weights::WeightMeter};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::traits::{One, Saturating};

impl<T: Config> Pallet<T> {
    /// Does what is due, within `meter`.
    pub(crate) fn run_idle(now: BlockNumberFor<T>, meter: &mut WeightMeter) {
        if meter.try_consume(T::WeightInfo::idle_look()).is_err() {
            return;
        }
        let mut turn = Turn::<T>::get();
        if let Some(asset) = turn.next.filter(|_| now >= turn.at) {
            if meter.try_consume(Self::weight_turn()).is_err() {
                return;
            }
            turn = Self::serve(asset, turn, now);
        }
        if now.saturating_add(One::one()) >= turn.at && meter.try_consume(Self::weight_prepare()).is_ok() {
            Self::prepare(turn, now);
        }
    }

    /// Takes the turn of an asset, and says how it stands after it. Without a pot, as somebody has sold the last of it
    /// since, it is the turn of another from the next block on.
    pub(crate) fn serve(
        asset: AssetId,
        turn: Turns<BlockNumberFor<T>>,
        now: BlockNumberFor<T>,
    ) -> Turns<BlockNumberFor<T>> {
        let Some(pot) = Pots::<T>::get(asset) else {
            return turn;
        };
        let taken = Turns {
            at: Self::a_period_after(now),
            last: Some(asset),
            next: None,
        };
        // Before the step, so that nothing in it can hold the schedule up.
        Turn::<T>::put(taken);
        Self::take_turn(asset, pot, now);
        taken
    }

    /// A period is one block at least.
    pub(crate) fn a_period_after(now: BlockNumberFor<T>) -> BlockNumberFor<T> {
        now.saturating_add(T::Period::get().max(One::one()))
    }

    /// The pot after that of `last`, in the order of the map and round again at its end.
    fn next_pot(last: Option<AssetId>) -> Option<(AssetId, PotOf<T>)> {
        last.and_then(|last| Pots::<T>::iter_from(Pots::<T>::hashed_key_for(last)).next())
            .or_else(|| Pots::<T>::iter().next())
    }

    /// Gives the next turn to the asset after the last, and takes the mark of its pool, or notes that there is none. One that
    /// was taken earlier in the block gives way: it is not of its end. Without any pot, the next look is a period later.
    pub(crate) fn prepare(turn: Turns<BlockNumberFor<T>>, now: BlockNumberFor<T>) {
        let next = Self::next_pot(turn.last);
        let prepared = Turns {
            at: if next.is_some() {
                turn.at
            } else {
                Self::a_period_after(now)
            },
            last: turn.last,
            next: next.as_ref().map(|(asset, _)| *asset),
        };
        if prepared != turn {
            Turn::<T>::put(prepared);
        }
        let Some((asset, mut pot)) = next.filter(|(_, pot)| pot.sale.is_none()) else {
            return;
        };
        let mark = Self::look(asset, now);
        if mark != pot.mark {
            pot.mark = mark;
            Pots::<T>::insert(asset, pot);
        }
    }
}
