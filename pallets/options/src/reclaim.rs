// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A vault comes to its end: its owner gets what it did not have to give.

use crate::{books::*, types::*, *};
use finch_math::{mul_div, Round};
use finch_types::OptionId;
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_reclaim(who: T::AccountId, id: OptionId) -> DispatchResult {
        let mut series = Self::load(id)?;
        ensure!(Self::now() >= series.terms.expiry, Error::<T>::NotExpired);
        let vault = Vaults::<T>::get(id, &who).ok_or(Error::<T>::NoVault)?;
        Self::wind_up(id, &who, &mut series, vault)
    }

    pub(crate) fn do_release(owner: T::AccountId, id: OptionId) -> DispatchResult {
        let mut series = Self::load(id)?;
        Self::ensure_grace_over(&series, Self::now())?;
        let vault = Vaults::<T>::get(id, &owner).ok_or(Error::<T>::NoVault)?;
        Self::wind_up(id, &owner, &mut series, vault)
    }

    /// Whether anybody may send vaults to their owners.
    pub(crate) fn ensure_grace_over(series: &SeriesOf<T>, now: Moment) -> Result<(), Error<T>> {
        match Self::grace_end(series) {
            Some(end) => ensure!(now >= end, Error::GraceRunning),
            None if now < series.terms.expiry => return Err(Error::NotExpired),
            None => return Err(Error::NotFixed),
        }
        Ok(())
    }

    /// Gives the rest of a vault of a series that is over to its owner. A sale that still runs sells nothing any more, and
    /// ends by itself.
    pub(crate) fn wind_up(
        id: OptionId,
        owner: &T::AccountId,
        series: &mut SeriesOf<T>,
        vault: VaultOf<T>,
    ) -> DispatchResult {
        let (borne, received) = match series.terms.style {
            Style::American => Self::share_of(&series.flows, vault.written)?,
            Style::European => {
                ensure!(vault.written == 0, Error::<T>::NotSettled);
                (0, 0)
            }
        };
        let collateral = vault.collateral.checked_sub(borne).ok_or(Error::<T>::Corrupted)?;
        let flows = &mut series.flows;
        add::<T>(&mut flows.released, vault.written)?;
        add::<T>(&mut flows.borne, borne)?;
        add::<T>(&mut flows.withdrawn, collateral)?;
        add::<T>(&mut flows.shared, received)?;
        Self::drop_vault(id, owner, series, vault.deposit)?;
        if series.vaults == 0 {
            Self::plan(id, series, Self::now());
            Self::plan_fees(id, series);
        }
        AllSeries::<T>::insert(id, &*series);
        Self::deposit_event(Event::Reclaimed {
            series: id,
            owner: owner.clone(),
            written: vault.written,
            borne,
            collateral,
            received,
        });
        Self::push_or_sink(series.terms.collateral, owner, collateral)?;
        Self::push_or_sink(series.terms.brought(), owner, received)
    }

    /// What a covered vault gives of its collateral for what was exercised, and what it gets: its share of what the vaults
    /// before it have left.
    fn share_of(flows: &Flows, written: Balance) -> Result<(Balance, Balance), Error<T>> {
        if written == 0 {
            return Ok((0, 0));
        }
        let all = sum::<T>(flows.written())?;
        let given = mul_div(sum::<T>(flows.unborne())?, written, all, Round::Up)?;
        let shared = mul_div(sum::<T>(flows.unshared())?, written, all, Round::Down)?;
        Ok((given, shared))
    }
}
