// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The idle time of blocks: the assets take turns, one step in a period.
//!
//! A block does one step at most, however many pots there are, and the turn passes on whatever the step came to: one that
//! fails is undone and reported and costs the others nothing. What does not fit into a block is done in a later one.
//!
//! In the block before a step is due, the price of the pool of whose turn it will be is noted. The idle time comes after
//! all extrinsics, so that is the price at the end of a block: to move it, somebody has to hold the pool off over the end
//! of the block, open to everybody else.

use crate::{types::*, *};
use finch_types::AssetId;
use frame_support::{traits::Get, weights::WeightMeter};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::traits::{One, Saturating};

impl<T: Config> Pallet<T> {
    /// Does what is due, within `meter`.
    pub(crate) fn run_idle(now: BlockNumberFor<T>, meter: &mut WeightMeter) {
        if meter.try_consume(T::WeightInfo::idle_empty()).is_err() || Pots::<T>::count() == 0 {
            return;
        }
        if meter.try_consume(T::WeightInfo::idle_wait()).is_err() {
            return;
        }
        let mut turn = Turn::<T>::get();
        if now >= Self::due(&turn) {
            if meter.try_consume(Self::weight_turn()).is_err() {
                return;
            }
            let next = Self::next_pot(turn.asset);
            turn = LastTurn {
                block: now,
                asset: next.as_ref().map(|(asset, _)| *asset).or(turn.asset),
            };
            // Before the step, so that nothing in it can hold the schedule up.
            Turn::<T>::put(turn);
            if let Some((asset, pot)) = next {
                Self::take_turn(asset, pot, now);
            }
        }
        if now.saturating_add(One::one()) >= Self::due(&turn) && meter.try_consume(Self::weight_mark()).is_ok() {
            Self::mark_next(&turn, now);
        }
    }

    /// From this block on the next asset has its turn. Counted from the last one, so a new period holds at once.
    pub(crate) fn due(turn: &LastTurn<BlockNumberFor<T>>) -> BlockNumberFor<T> {
        turn.block.saturating_add(T::Period::get().max(One::one()))
    }

    /// The pot after that of `last`, in the order of the map and round again at its end.
    pub(crate) fn next_pot(last: Option<AssetId>) -> Option<(AssetId, PotOf<T>)> {
        last.and_then(|last| Pots::<T>::iter_from(Pots::<T>::hashed_key_for(last)).next())
            .or_else(|| Pots::<T>::iter().next())
    }

    /// Notes the price of the pool of whose turn is next. A price that was noted earlier in the block gives way: it is not
    /// that of its end.
    pub(crate) fn mark_next(turn: &LastTurn<BlockNumberFor<T>>, now: BlockNumberFor<T>) {
        let Some((asset, mut pot)) = Self::next_pot(turn.asset).filter(|(_, pot)| pot.sale.is_none()) else {
            return;
        };
        let mark = Self::spot(asset).map(|price| Mark { block: now, price });
        if mark.is_some() && mark != pot.mark {
            pot.mark = mark;
            Pots::<T>::insert(asset, pot);
        }
    }
}
