// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The end of a series: its tokens are destroyed, its deposit is returned.

use crate::{types::*, *};
use finch_types::{AssetId, SeriesId};
use frame_support::{
    ensure,
    pallet_prelude::{DispatchError, DispatchResult},
    traits::{
        fungible::Mutate,
        fungibles::{Destroy, Inspect},
        tokens::Preservation::Expendable,
    },
};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_close(id: SeriesId) -> DispatchResult {
        let mut series = Self::load(id)?;
        ensure!(
            series.state.is_over() && series.is_free() && !Live::<T>::get().contains(&id),
            Error::<T>::NotWoundUp
        );
        Self::pay_issuer(id, &mut series)?;
        let mut gone = true;
        for (at, _) in (0u8..).zip(series.tranches.iter()) {
            gone &= Self::destroy(series.token::<T>(at)?)?;
        }
        if gone {
            Self::remove(id, series)
        } else {
            AllSeries::<T>::insert(id, series);
            Self::deposit_event(Event::CloseUnfinished { series: id });
            Ok(())
        }
    }

    /// Destroys a token that nobody holds. Accounts without a balance and approvals that somebody has left behind are
    /// cleared before, at most [`CLEAR_ITEMS`] of each. Returns whether the token is gone.
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

    fn remove(id: SeriesId, series: Series<T::AccountId>) -> DispatchResult {
        AllSeries::<T>::remove(id);
        T::Currency::transfer(&Self::vault(id), &series.issuer, series.deposit, Expendable)?;
        Self::deposit_event(Event::SeriesClosed {
            series: id,
            deposit: series.deposit,
        });
        Ok(())
    }
}
