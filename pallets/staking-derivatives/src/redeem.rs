// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Tokens go out of existence: redeemed by holders, or bought back by the issuer.

use crate::{
    books::{add, sub},
    *,
};
use finch_math::{mul_div, Round};
use finch_types::{Balance, SeriesId, TrancheId};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Time};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_redeem(who: T::AccountId, id: SeriesId, at: TrancheId, units: Balance) -> DispatchResult {
        let mut series = Self::load(id)?;
        ensure!(series.tranche::<T>(at)?.payout.is_some(), Error::<T>::NotMatured);
        ensure!(T::Time::now() >= series.redeem_from, Error::<T>::WaitAfterSlash);
        Self::burn(series.token::<T>(at)?, &who, units)?;

        let tranche = series.tranche_mut::<T>(at)?;
        let payout = tranche.payout.as_mut().ok_or(Error::<T>::NotMatured)?;
        let amount = mul_div(units, payout.paid, payout.units, Round::Down).map_err(Error::<T>::from)?;
        payout.left = sub::<T>(payout.left, amount)?;
        tranche.outstanding = sub::<T>(tranche.outstanding, units)?;
        tranche.flows.redeemed = add::<T>(tranche.flows.redeemed, units)?;
        tranche.flows.paid_out = add::<T>(tranche.flows.paid_out, amount)?;
        // With the last token the dust of all roundings goes to the issuer.
        Self::forgo(id, &mut series, at, 0)?;
        AllSeries::<T>::insert(id, series);

        Self::pay(&Self::vault(id), &who, amount)?;
        Self::deposit_event(Event::Redeemed {
            series: id,
            tranche: at,
            who,
            units,
            amount,
        });
        Ok(())
    }

    pub(crate) fn do_buy_back(who: T::AccountId, id: SeriesId, at: TrancheId, units: Balance) -> DispatchResult {
        let mut series = Self::load_of(&who, id)?;
        ensure!(series.state.is_running(), Error::<T>::NotRunning);
        ensure!(
            series.maturity.is_some_and(|maturity| T::Time::now() < maturity),
            Error::<T>::AlreadyDue
        );
        Self::burn(series.token::<T>(at)?, &who, units)?;
        let tranche = series.tranche_mut::<T>(at)?;
        tranche.outstanding = sub::<T>(tranche.outstanding, units)?;
        tranche.flows.bought_back = add::<T>(tranche.flows.bought_back, units)?;
        AllSeries::<T>::insert(id, series);
        Self::deposit_event(Event::BoughtBack {
            series: id,
            tranche: at,
            units,
        });
        Ok(())
    }
}
