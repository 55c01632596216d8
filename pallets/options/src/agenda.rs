// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! When the idle time of blocks looks at which series: one appointment for each that there will be something to do about.
//! An alarm rings at the first of them.
//!
//! Whoever deposits, mints, burns or exercises does not touch it: an appointment depends on times that are known
//! beforehand. Only what ends a stage makes a new one: a price, a settlement, the last vault, the last payout.

use crate::{types::*, *};
use finch_ports::Alarm;
use finch_types::OptionId;
use frame_support::traits::Get;

impl<T: Config> Pallet<T> {
    /// Makes the appointment for what comes next after the moment `after`. The caller writes the series down.
    pub(crate) fn plan(id: OptionId, series: &mut SeriesOf<T>, after: Moment) {
        let next = Self::next_look(series, after);
        Self::schedule(id, series, next);
    }

    /// Moves the appointment of a series to `at`, or cancels it. The caller writes the series down.
    pub(crate) fn schedule(id: OptionId, series: &mut SeriesOf<T>, at: Option<Moment>) {
        if series.next != at {
            Self::move_appointment(id, series.next, at);
            series.next = at;
        }
    }

    pub(crate) fn move_appointment(series: OptionId, from: Option<Moment>, to: Option<Moment>) {
        if let Some(at) = from {
            Agenda::<T>::remove(Appointment { at, series }.slot());
        }
        if let Some(at) = to {
            Agenda::<T>::insert(Appointment { at, series }.slot(), ());
        }
        Self::set_alarm();
    }

    /// Lets the alarm ring at the first appointment.
    pub(crate) fn set_alarm() {
        T::Alarm::set(Self::first_appointment().map(|first| first.at));
    }

    /// The first appointment.
    pub(crate) fn first_appointment() -> Option<Appointment> {
        Agenda::<T>::iter_keys().next().map(Appointment::of)
    }

    /// When, after the moment `after`, the idle time can do something about a series; `None` if it cannot before somebody
    /// else has done something.
    pub(crate) fn next_look(series: &SeriesOf<T>, after: Moment) -> Option<Moment> {
        let at = match (series.terms.style, series.stage) {
            (Style::European, Stage::Live) => series.fixing.as_ref().map_or(series.terms.expiry, Self::final_at),
            (Style::European, Stage::Settled) if series.vaults == 0 => {
                // The last holder to redeem comes by here again.
                (series.flows.owed() == Some(0)).then_some(after)?
            }
            (Style::American, Stage::Live | Stage::Settled) if series.vaults == 0 && after >= series.terms.expiry => {
                after
            }
            (Style::American, Stage::Live | Stage::Settled) | (Style::European, Stage::Settled) => {
                // Vaults that cannot be sent would be tried for ever.
                Self::grace_end(series).filter(|end| after < end.saturating_add(IDLE_RELEASE))?
            }
            (_, Stage::Closing) => after,
        };
        // Not in the same block: a series has one turn in it.
        Some(at.max(after.saturating_add(1)))
    }

    /// Until when only owners take out the rests of their vaults; `None` as long as it depends on a price that is missing.
    pub(crate) fn grace_end(series: &SeriesOf<T>) -> Option<Moment> {
        let from = match series.terms.style {
            Style::American => series.terms.expiry,
            Style::European => Self::final_at(series.fixing.as_ref()?),
        };
        Some(from.saturating_add(T::Grace::get()))
    }
}
