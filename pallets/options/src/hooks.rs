// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The idle time of blocks: prices that are due are fixed, and series that are over are moved on, one of each in a block.
//!
//! All series take turns, in the order of the map. A block does one step of one series, whatever their number; one that
//! fails is undone and reported and costs the others nothing. Of the prices that are due the number of the block chooses one, so
//! that one without a feed does not hold the others up.

use crate::{types::*, *};
use finch_types::OptionId;
use frame_support::{pallet_prelude::DispatchError, storage::with_storage_layer, weights::WeightMeter};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::traits::UniqueSaturatedInto;

impl<T: Config> Pallet<T> {
    /// Does what is due, within `meter`.
    pub(crate) fn run_idle(block: BlockNumberFor<T>, meter: &mut WeightMeter) {
        if meter.try_consume(T::WeightInfo::idle_look()).is_err() {
            return;
        }
        let now = Self::now();
        if let Some(id) = Self::due_for_price(block, now) {
            if meter.try_consume(T::WeightInfo::fix_price()).is_ok() {
                // A feed that is not fresh is no news in every block.
                let _ = with_storage_layer(|| Self::do_fix_price(id));
            }
        }
        let last = Turn::<T>::get();
        let Some((id, series)) = Self::next_series(last) else {
            return;
        };
        if Self::has_work(&series, now) {
            if meter.try_consume(Self::weight_settle(IDLE_STEP)).is_err() {
                return;
            }
            Self::step(id, series);
        }
        if last != Some(id) {
            Turn::<T>::put(id);
        }
    }

    fn due_for_price(block: BlockNumberFor<T>, now: Moment) -> Option<OptionId> {
        let unfixed = Unfixed::<T>::get();
        let due = unfixed.partition_point(|(expiry, _)| *expiry <= now);
        let block: u64 = block.unique_saturated_into();
        let at = block.checked_rem(u64::try_from(due).ok()?)?;
        unfixed.get(usize::try_from(at).ok()?).map(|(_, id)| *id)
    }

    /// The series after the last one, round again at the end.
    fn next_series(last: Option<OptionId>) -> Option<(OptionId, SeriesOf<T>)> {
        last.and_then(|last| AllSeries::<T>::iter_from(AllSeries::<T>::hashed_key_for(last)).next())
            .or_else(|| AllSeries::<T>::iter().next())
    }

    /// Whether a step could do something: it is over, and what has to pass has passed.
    fn has_work(series: &SeriesOf<T>, now: Moment) -> bool {
        if now < series.terms.expiry {
            return false;
        }
        match (series.terms.style, series.stage) {
            (Style::European, Stage::Live) => series
                .fixing
                .as_ref()
                .is_some_and(|fixing| now >= Self::final_at(fixing)),
            (Style::American, Stage::Live | Stage::Settled) if series.vaults == 0 => true,
            (Style::European, Stage::Settled) if series.vaults == 0 => series.flows.owed() == Some(0),
            // Vaults that cannot be sent would be tried in every block, for ever.
            (Style::American, Stage::Live | Stage::Settled) | (Style::European, Stage::Settled) => {
                Self::ensure_grace_over(series, now).is_ok()
                    && Self::ensure_grace_over(series, now.saturating_sub(IDLE_RELEASE)).is_err()
            }
            (_, Stage::Closing) => true,
        }
    }

    fn step(id: OptionId, series: SeriesOf<T>) {
        let result: Result<(), DispatchError> = with_storage_layer(|| Self::advance(id, series, IDLE_STEP));
        if let Err(error) = result {
            Self::deposit_event(Event::StepSkipped { series: id, error });
        }
    }
}
