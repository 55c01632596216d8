// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What all verbs share: the auction, its book and result, what a bid comes to, the switch of the entries.

use crate::{types::*, *};
use finch_math::{clearing, MathError};
use finch_types::{AuctionId, Tick};
use frame_support::{
    ensure,
    pallet_prelude::DispatchResult,
    traits::{
        fungible::{Inspect, InspectHold},
        tokens::{Fortitude::Polite, Preservation::Preserve},
    },
};

impl<T: Config> From<MathError> for Error<T> {
    fn from(error: MathError) -> Self {
        match error {
            MathError::Overflow => Error::Overflow,
            MathError::DivisionByZero | MathError::OutOfDomain => Error::Corrupted,
        }
    }
}

/// `a + b`, or the error `Overflow`.
pub(crate) fn add<T: Config>(a: Balance, b: Balance) -> Result<Balance, Error<T>> {
    a.checked_add(b).ok_or(Error::Overflow)
}

/// `a - b`; below zero the books are wrong.
pub(crate) fn sub<T: Config>(a: Balance, b: Balance) -> Result<Balance, Error<T>> {
    a.checked_sub(b).ok_or(Error::Corrupted)
}

/// One more.
pub(crate) fn count<T: Config>(number: u64) -> Result<u64, Error<T>> {
    number.checked_add(1).ok_or(Error::Overflow)
}

impl<T: Config> Pallet<T> {
    pub(crate) fn auction(id: AuctionId) -> Result<Auction, Error<T>> {
        Auctions::<T>::get(id).ok_or(Error::AuctionNotFound)
    }

    /// The reason for the money on hold.
    pub(crate) fn reason() -> <T as Config>::RuntimeHoldReason {
        HoldReason::Bid.into()
    }

    /// New bids and purchases only while nobody has paused them.
    pub(crate) fn ensure_entry() -> Result<(), Error<T>> {
        match Entries::<T>::get() {
            Entry::Open => Ok(()),
            Entry::Paused => Err(Error::Paused),
        }
    }

    /// Money that is locked, or that keeps the account alive, cannot be bid or paid.
    pub(crate) fn ensure_can_spend(who: &T::AccountId, amount: Balance) -> Result<(), Error<T>> {
        ensure!(
            T::Currency::reducible_balance(who, Preserve, Polite) >= amount,
            Error::<T>::InsufficientBalance
        );
        Ok(())
    }

    /// A lock counts money on hold as its own. What is left beside the bids has to satisfy it, so that paying for them does
    /// not spend what is locked now.
    pub(crate) fn ensure_no_lock_on_bids(who: &T::AccountId) -> Result<(), Error<T>> {
        let payable = T::Currency::reducible_total_balance_on_hold(who, Polite);
        ensure!(
            payable >= T::Currency::balance_on_hold(&Self::reason(), who),
            Error::<T>::InsufficientBalance
        );
        Ok(())
    }

    /// Adds a bid to a book. There is a place for every tick.
    pub(crate) fn add_to_book(book: &mut Book, tick: Tick, units: Balance) -> Result<(), Error<T>> {
        match book.binary_search_by_key(&tick, |(tick, _)| *tick) {
            Ok(place) => {
                let (_, level) = book.get_mut(place).ok_or(Error::Corrupted)?;
                *level = add(*level, units)?;
                Ok(())
            }
            Err(place) => book.try_insert(place, (tick, units)).map_err(|_| Error::Corrupted),
        }
    }

    /// Takes a bid out of a book.
    pub(crate) fn take_from_book(book: &mut Book, tick: Tick, units: Balance) -> Result<(), Error<T>> {
        let place = book
            .binary_search_by_key(&tick, |(tick, _)| *tick)
            .map_err(|_| Error::Corrupted)?;
        let (_, level) = book.get_mut(place).ok_or(Error::Corrupted)?;
        *level = sub(*level, units)?;
        if *level == 0 {
            book.remove(place);
        }
        Ok(())
    }

    /// Where a book clears with `units` for sale; `None` if nothing is bid.
    pub(crate) fn clear(timed: &Timed, book: &Book, units: Balance) -> Result<Option<Cleared>, Error<T>> {
        let Some(clearing) = clearing::clear(book, units)? else {
            return Ok(None);
        };
        let price = timed.price(clearing.tick)?;
        Ok(Some(Cleared {
            tick: clearing.tick,
            price,
            sold: clearing.sold,
            turnover: clearing::turnover_down(clearing.sold, price)?,
            marginal_units: clearing.marginal_demand,
            marginal_filled: clearing.marginal_fill,
        }))
    }

    /// What a bid gets, pays and gets back.
    pub(crate) fn due(outcome: &Outcome, bid: &Bid<T::AccountId>) -> Result<Due, Error<T>> {
        let (units, paid) = match outcome {
            Outcome::Refunded => (0, 0),
            Outcome::Sold(cleared) => {
                let units = cleared.filled(bid.tick, bid.units)?;
                (units, clearing::payment_up(units, cleared.price)?)
            }
        };
        Ok(Due {
            units,
            paid,
            returned: sub(bid.held, paid)?,
        })
    }

    pub(crate) fn do_pause() -> DispatchResult {
        Entries::<T>::try_mutate(|entry| {
            ensure!(*entry == Entry::Open, Error::<T>::AlreadyPaused);
            *entry = Entry::Paused;
            Self::deposit_event(Event::EntriesPaused);
            Ok(())
        })
    }

    pub(crate) fn do_resume() -> DispatchResult {
        Entries::<T>::try_mutate(|entry| {
            ensure!(*entry == Entry::Paused, Error::<T>::AlreadyOpen);
            *entry = Entry::Open;
            Self::deposit_event(Event::EntriesResumed);
            Ok(())
        })
    }
}
