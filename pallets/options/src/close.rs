// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The end of a series: its worthless tokens are destroyed, its deposits are returned.

use crate::{books::*, types::*, *};
use finch_types::{AssetId, Coin, OptionId};
use frame_support::{
    ensure,
    pallet_prelude::{DispatchError, DispatchResult},
    traits::{
        fungible::MutateHold,
        fungibles::{Destroy, Inspect},
        tokens::Precision::BestEffort,
    },
};

impl<T: Config> Pallet<T> {
    /// Without vaults nothing is locked for writers; what is owed to holders keeps a series open. `handed_over`: fees have
    /// gone to their sink.
    pub(crate) fn begin_close(id: OptionId, mut series: SeriesOf<T>, handed_over: bool) -> DispatchResult {
        let owed = match series.terms.style {
            Style::American => 0,
            Style::European => sum::<T>(series.flows.owed())?,
        };
        if owed > 0 {
            ensure!(handed_over, Error::<T>::NothingToDo);
            Self::plan(id, &mut series, Self::now());
            AllSeries::<T>::insert(id, series);
            return Ok(());
        }
        let open = sum::<T>(series.flows.open())?;
        add::<T>(&mut series.flows.expired, open)?;
        series.stage = Stage::Closing;
        Self::go_on_closing(id, series)
    }

    pub(crate) fn go_on_closing(id: OptionId, mut series: SeriesOf<T>) -> DispatchResult {
        if Self::destroy(Self::token(id)?)? {
            Self::remove(id, series)
        } else {
            Self::plan(id, &mut series, Self::now());
            AllSeries::<T>::insert(id, series);
            Self::deposit_event(Event::CloseUnfinished { series: id });
            Ok(())
        }
    }

    /// Destroys a token, with what is left of its accounts and approvals, at most [`CLEAR_ITEMS`] of each. Returns whether
    /// the token is gone.
    fn destroy(token: AssetId) -> Result<bool, DispatchError> {
        if !T::Assets::asset_exists(token) {
            return Ok(true);
        }
        T::Assets::start_destroy(token, None)?;
        let accounts = T::Assets::destroy_accounts(token, CLEAR_ITEMS)?;
        let approvals = T::Assets::destroy_approvals(token, CLEAR_ITEMS)?;
        if accounts >= CLEAR_ITEMS || approvals >= CLEAR_ITEMS {
            return Ok(false);
        }
        T::Assets::finish_destroy(token)?;
        Ok(true)
    }

    fn remove(id: OptionId, mut series: SeriesOf<T>) -> DispatchResult {
        Self::schedule(id, &mut series, None);
        AllSeries::<T>::remove(id);
        Ids::<T>::remove(series.terms);
        T::Currency::release(&HoldReason::Series.into(), &series.creator, series.deposit, BestEffort)?;
        Self::deposit_event(Event::SeriesClosed {
            series: id,
            expired: series.flows.expired,
        });
        Self::push_or_sink(Coin::Native, &series.creator, series.naming)
    }
}
