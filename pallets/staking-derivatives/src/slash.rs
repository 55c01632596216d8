// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! An applied slash of a vault, booked in its series and nowhere else.

use crate::{
    books::{add, sub},
    types::*,
    *,
};
use finch_ports::OnSlash;
use finch_types::{Balance, SeriesId};
use frame_support::{
    defensive,
    dispatch::DispatchClass,
    pallet_prelude::DispatchResult,
    storage::with_storage_layer,
    traits::{Get, Time},
};

impl<T: Config> OnSlash<T::AccountId> for Pallet<T> {
    fn on_slash(stash: &T::AccountId, amount: Balance) {
        let Some(id) = Self::series_of_vault(stash).filter(|_| amount > 0) else {
            return;
        };
        // The hook runs inside the staking pallet, which does not know what it costs here.
        frame_system::Pallet::<T>::register_extra_weight_unchecked(T::WeightInfo::slash(), DispatchClass::Mandatory);
        let Some(mut series) = AllSeries::<T>::get(id) else {
            return;
        };
        match with_storage_layer(|| Self::book_slash(id, &mut series, amount)) {
            Ok(()) => AllSeries::<T>::insert(id, series),
            Err(error) => {
                defensive!("a slash could not be booked", error);
            }
        }
    }
}

impl<T: Config> Pallet<T> {
    /// Takes `amount` out of the stake. The issuer's bond makes good what it can; the rest lowers the vault, where the
    /// waterfall puts it on the residual, the junior tranche and the senior one, in this order.
    ///
    /// Part of a slash may fall on reward that the stake has and the books do not know yet; the books leave it out on
    /// both sides.
    pub(crate) fn book_slash(id: SeriesId, series: &mut Series<T::AccountId>, amount: Balance) -> DispatchResult {
        let amount = amount.min(series.staked);
        series.staked = sub::<T>(series.staked, amount)?;
        series.flows.slashed = add::<T>(series.flows.slashed, amount)?;
        // What is at stake after the settlement is the issuer's alone.
        let mut bond = 0;
        if !series.state.is_over() {
            bond = Self::seize(id, series, amount);
            let until = T::Time::now().saturating_add(T::SlashWait::get());
            series.redeem_from = series.redeem_from.max(until);
        }
        Self::deposit_event(Event::Slashed {
            series: id,
            amount,
            bond,
            redeem_from: series.redeem_from,
        });
        Ok(())
    }
}
