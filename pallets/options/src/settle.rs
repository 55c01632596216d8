// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What becomes of a series that is over, a few vaults at a time: what each owes is booked, each goes to its owner, and in the
//! end the series is closed.

use crate::{books::*, types::*, *};
use finch_types::OptionId;
use frame_support::{
    ensure,
    pallet_prelude::{DispatchError, DispatchResult},
    storage::with_storage_layer,
    weights::Weight,
};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_settle(id: OptionId, limit: u32) -> DispatchResult {
        ensure!((1..=MAX_STEP).contains(&limit), Error::<T>::BadLimit);
        Self::advance(id, Self::load(id)?, limit)
    }

    /// Takes the next step.
    pub(crate) fn advance(id: OptionId, mut series: SeriesOf<T>, limit: u32) -> DispatchResult {
        let now = Self::now();
        ensure!(now >= series.terms.expiry, Error::<T>::NotExpired);
        let handed_over = Self::hand_over(&mut series);
        match (series.terms.style, series.stage) {
            (Style::European, Stage::Live) => Self::sweep(id, series, limit, now),
            (Style::American, Stage::Live | Stage::Settled) | (Style::European, Stage::Settled) => {
                if series.vaults == 0 {
                    Self::begin_close(id, series, handed_over)
                } else {
                    Self::release_some(id, series, limit, now)
                }
            }
            (_, Stage::Closing) => Self::go_on_closing(id, series),
        }
    }

    /// The next vaults after the cursor.
    fn next_vaults(id: OptionId, series: &SeriesOf<T>, limit: u32) -> alloc::vec::Vec<(T::AccountId, VaultOf<T>)> {
        let vaults = match &series.cursor {
            Some(last) => Vaults::<T>::iter_prefix_from(id, Vaults::<T>::hashed_key_for(id, last)),
            None => Vaults::<T>::iter_prefix(id),
        };
        vaults.take(usize::try_from(limit).unwrap_or_default()).collect()
    }

    /// Books what the next vaults owe. The price is final and no vault can be opened any more, so however it is cut into
    /// steps the result is the same.
    fn sweep(id: OptionId, mut series: SeriesOf<T>, limit: u32, now: Moment) -> DispatchResult {
        let fixing = series.fixing.ok_or(Error::<T>::NotFixed)?;
        ensure!(now >= Self::final_at(&fixing), Error::<T>::PriceNotFinal);
        for (owner, mut vault) in Self::next_vaults(id, &series, limit) {
            series.cursor = Some(owner.clone());
            if vault.written == 0 {
                continue;
            }
            // More than fits is more than any collateral.
            let due = series
                .terms
                .payoff_up(vault.written, &fixing.prices)
                .unwrap_or(Balance::MAX);
            let owed = due.min(vault.collateral);
            let shortfall = due.saturating_sub(owed);
            let written = core::mem::take(&mut vault.written);
            vault.collateral = vault.collateral.checked_sub(owed).ok_or(Error::<T>::Corrupted)?;
            vault.call = None;
            let flows = &mut series.flows;
            add::<T>(&mut flows.released, written)?;
            add::<T>(&mut flows.borne, owed)?;
            // A sum of numbers that may each be the largest: it says that much is missing.
            flows.shortfall = flows.shortfall.saturating_add(shortfall);
            Self::put_vault(id, &owner, &mut series, vault)?;
            Self::deposit_event(Event::VaultSettled {
                series: id,
                owner,
                written,
                owed,
                shortfall,
            });
        }
        if series.flows.written() == Some(0) {
            series.stage = Stage::Settled;
            series.cursor = None;
            Self::deposit_event(Event::SeriesSettled {
                series: id,
                open: sum::<T>(series.flows.open())?,
                owed: sum::<T>(series.flows.owed())?,
                shortfall: series.flows.shortfall,
            });
        }
        Self::plan(id, &mut series, now);
        AllSeries::<T>::insert(id, series);
        Ok(())
    }

    /// Sends the next vaults to their owners. One that cannot be sent is left behind, and tried again in the next round.
    fn release_some(id: OptionId, mut series: SeriesOf<T>, limit: u32, now: Moment) -> DispatchResult {
        Self::ensure_grace_over(&series, now)?;
        let vaults = Self::next_vaults(id, &series, limit);
        let at_end = u32::try_from(vaults.len()).is_ok_and(|count| count < limit);
        for (owner, vault) in vaults {
            let released: Result<SeriesOf<T>, DispatchError> = with_storage_layer(|| {
                let mut after = series.clone();
                Self::wind_up(id, &owner, &mut after, vault)?;
                Ok(after)
            });
            match released {
                Ok(after) => series = after,
                Err(error) => Self::deposit_event(Event::ReleaseFailed {
                    series: id,
                    owner: owner.clone(),
                    error,
                }),
            }
            series.cursor = Some(owner);
        }
        if at_end || series.vaults == 0 {
            series.cursor = None;
        }
        // After a round those that are left have time to make themselves able to receive.
        let left = series.cursor.is_none() && series.vaults > 0;
        Self::plan(id, &mut series, if left { now.saturating_add(STEP_RETRY) } else { now });
        AllSeries::<T>::insert(id, series);
        Ok(())
    }

    /// The most that a step can cost.
    pub(crate) fn weight_settle(limit: u32) -> Weight {
        T::WeightInfo::settle_sweep(limit)
            .max(T::WeightInfo::settle_release(limit))
            .max(T::WeightInfo::settle_close(CLEAR_ITEMS))
    }
}
