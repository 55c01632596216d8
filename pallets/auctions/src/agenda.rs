// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! When the hook looks at which auction. One short sorted list, and an alarm for the first of them.
//!
//! An extension does not touch it: the hook comes at the first end, sees that the auction goes on, and makes a new
//! appointment. So a bid does not pay for the list.

use crate::{types::*, *};
use codec::{Compact, Decode};
use finch_ports::Alarm;
use finch_types::AuctionId;

impl<T: Config> Pallet<T> {
    /// Makes the first appointment of an auction.
    pub(crate) fn schedule(auction: AuctionId, at: Moment) -> Result<(), Error<T>> {
        Agenda::<T>::try_mutate(|agenda| {
            // Behind those of the same moment: whoever could not be served goes to the back.
            let place = agenda.partition_point(|entry| entry.at <= at);
            agenda
                .try_insert(place, Appointment { at, auction })
                .map_err(|_| Error::TooManyAuctions)
        })?;
        Self::set_alarm();
        Ok(())
    }

    /// Moves the appointment of an auction to `at`.
    pub(crate) fn reschedule(auction: AuctionId, at: Moment) -> Result<(), Error<T>> {
        Self::unschedule(auction);
        Self::schedule(auction, at)
    }

    /// Lets the hook look at an auction `now`, if it would only come later.
    pub(crate) fn hasten(auction: AuctionId, now: Moment) -> Result<(), Error<T>> {
        let waits = Agenda::<T>::get()
            .iter()
            .any(|entry| entry.auction == auction && entry.at > now);
        if waits {
            Self::reschedule(auction, now)?;
        }
        Ok(())
    }

    /// Cancels the appointment of an auction.
    pub(crate) fn unschedule(auction: AuctionId) {
        Agenda::<T>::mutate(|agenda| agenda.retain(|entry| entry.auction != auction));
        Self::set_alarm();
    }

    /// The auction to look at next.
    pub(crate) fn next_due(now: Moment) -> Option<AuctionId> {
        Self::next_appointment()
            .filter(|entry| entry.at <= now)
            .map(|entry| entry.auction)
    }

    /// Lets the alarm ring at the first appointment.
    pub(crate) fn set_alarm() {
        T::Alarm::set(Self::next_appointment().map(|entry| entry.at));
    }

    /// The first appointment. Decodes the head of the list only.
    pub(crate) fn next_appointment() -> Option<Appointment> {
        // The length, in its longest form for a list of this bound, and one entry.
        let mut head = [0u8; 18];
        sp_io::storage::read(&Agenda::<T>::hashed_key(), &mut head, 0)?;
        let mut head = head.as_slice();
        let Compact(length) = Compact::<u32>::decode(&mut head).ok()?;
        (length > 0).then(|| Appointment::decode(&mut head).ok())?
    }
}
