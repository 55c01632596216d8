// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The issuer is paid: proceeds less the fee, residual, bond.

use crate::{
    books::{add, fee_up, sub},
    types::*,
    *,
};
use finch_ports::FeeSink;
use finch_types::{FeeSource, SeriesId};
use frame_support::{
    ensure,
    pallet_prelude::DispatchResult,
    traits::{
        fungible::Balanced,
        tokens::{Fortitude::Polite, Precision::Exact, Preservation::Preserve},
    },
};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_collect(id: SeriesId) -> DispatchResult {
        let mut series = Self::load(id)?;
        let bond = series.bond > 0 && series.state.is_over();
        ensure!(
            series.proceeds > 0 || series.residual > 0 || bond,
            Error::<T>::NothingToCollect
        );
        Self::pay_issuer(id, &mut series)?;
        AllSeries::<T>::insert(id, series);
        Ok(())
    }

    /// Pays everything that is the issuer's. The fee is the fee on all that buyers have paid so far, less what was
    /// taken of it: it does not depend on how often somebody collects.
    pub(crate) fn pay_issuer(id: SeriesId, series: &mut Series<T::AccountId>) -> DispatchResult {
        if series.state.is_over() {
            Self::release_bond(id, series)?;
        }
        let proceeds = core::mem::take(&mut series.proceeds);
        let residual = core::mem::take(&mut series.residual);
        if proceeds == 0 && residual == 0 {
            return Ok(());
        }
        let charged = fee_up::<T>(series.flows.paid, series.fee_rate, series.terms.term)?;
        let fee = sub::<T>(charged, series.flows.fees)?.min(proceeds);
        let amount = add::<T>(sub::<T>(proceeds, fee)?, residual)?;
        series.flows.fees = add::<T>(series.flows.fees, fee)?;
        series.flows.collected = add::<T>(series.flows.collected, amount)?;

        let vault = Self::vault(id);
        if fee > 0 {
            let credit = T::Currency::withdraw(&vault, fee, Exact, Preserve, Polite)?;
            T::FeeSink::deposit(FeeSource::DerivativeSale, credit);
        }
        Self::pay(&vault, &series.issuer, amount)?;
        Self::deposit_event(Event::Collected {
            series: id,
            proceeds,
            fee,
            residual,
        });
        Ok(())
    }
}
