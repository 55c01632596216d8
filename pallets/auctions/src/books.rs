// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What all verbs share: the auction, its book and result, what a bid comes to.

use crate::{types::*, *};
use finch_math::{clearing, MathError};
use finch_types::{AuctionId, Tick};

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

    /// Adds a bid to a book.
    pub(crate) fn add_to_book(book: &mut Book, tick: Tick, units: Balance) -> Result<(), Error<T>> {
        let level = Self::level(book, tick)?;
        *level = add(*level, units)?;
        Ok(())
    }

    /// Takes a bid out of a book.
    pub(crate) fn take_from_book(book: &mut Book, tick: Tick, units: Balance) -> Result<(), Error<T>> {
        let level = Self::level(book, tick)?;
        *level = sub(*level, units)?;
        Ok(())
    }

    /// Every tick has a level.
    fn level(book: &mut Book, tick: Tick) -> Result<&mut Balance, Error<T>> {
        book.get_mut(usize::from(tick)).ok_or(Error::Corrupted)
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
}
