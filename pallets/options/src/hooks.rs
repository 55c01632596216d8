// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The idle time of blocks: prices that are due are fixed, and series that are over are moved on.
//!
//! A block goes through the agenda as far as it is due, a few series and one step of each; what does not fit is done in
//! a later one. Whoever has had a step comes behind all that are waiting. A step that fails is undone, costs the
//! others nothing, and is tried again much later.

use crate::{types::*, *};
use finch_ports::Alarm;
use finch_types::OptionId;
use frame_support::{
    pallet_prelude::DispatchResult,
    storage::with_storage_layer,
    weights::{Weight, WeightMeter},
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
    /// Does what is due, within `meter`.
    pub(crate) fn run_idle(meter: &mut WeightMeter) {
        if meter.try_consume(T::WeightInfo::idle_look()).is_err() || !T::Alarm::rings() {
            return;
        }
        for _ in 0..IDLE_SERIES {
            let Some(due) = Self::first_appointment().filter(|first| first.at <= Self::now()) else {
                return Self::set_alarm();
            };
            if meter.try_consume(Self::weight_turn()).is_err() {
                return;
            }
            if let Err(error) = with_storage_layer(|| Self::step(due.series)) {
                Self::put_off(due, error);
            }
        }
    }

    /// The most that a step can cost.
    pub(crate) fn weight_turn() -> Weight {
        T::WeightInfo::fix_price().max(Self::weight_settle(IDLE_STEP))
    }

    /// Fixes the price, or what a call of `settle` does. Either makes the next appointment.
    fn step(id: OptionId) -> DispatchResult {
        let series = Self::load(id)?;
        match (series.terms.style, &series.fixing) {
            (Style::European, None) => Self::do_fix_price(id),
            (Style::European, Some(_)) | (Style::American, _) => Self::advance(id, series, IDLE_STEP),
        }
    }

    /// Makes another appointment with a series about which nothing could be done.
    fn put_off(due: Appointment, error: DispatchError) {
        let id = due.series;
        // That a feed is not fresh is no news.
        let pause = if [Error::<T>::PriceStale, Error::<T>::PriceMissing]
            .map(Into::into)
            .contains(&error)
        {
            PRICE_RETRY
        } else {
            Self::deposit_event(Event::StepSkipped { series: id, error });
            STEP_RETRY
        };
        let Some(mut series) = AllSeries::<T>::get(id) else {
            // Must not happen. Nothing else would take it off.
            return Self::move_appointment(id, Some(due.at), None);
        };
        Self::schedule(id, &mut series, Some(Self::now().saturating_add(pause)));
        AllSeries::<T>::insert(id, series);
    }
}
