// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Bids in timed auctions are placed and cancelled.

use crate::{
    books::{add, count, sub},
    types::*,
    *,
};
use finch_math::clearing::{clear, payment_up};
use finch_ports::AuctionSeller;
use finch_types::{AuctionId, BidId, Tick};
use frame_support::{
    ensure,
    pallet_prelude::DispatchResult,
    traits::{
        fungible::{InspectHold, MutateHold, Unbalanced, UnbalancedHold},
        tokens::{Fortitude::Polite, Precision::Exact, Preservation::Preserve},
        Time,
    },
};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_bid(who: T::AccountId, id: AuctionId, tick: Tick, units: Balance) -> DispatchResult {
        ensure!(units > 0, Error::<T>::AmountZero);
        let mut auction = Self::auction(id)?;
        let timed = Self::timed(&auction)?;
        let now = T::Time::now();
        ensure!(auction.is_open(now), Error::<T>::Ended);
        ensure!(units >= auction.min_bid, Error::<T>::BelowMinBid);
        ensure!(units <= auction.units, Error::<T>::TooMuch);
        ensure!(T::Seller::may_bid(auction.lot, &who), Error::<T>::Barred);
        let price = timed.price(tick).map_err(Error::<T>::from)?;
        let held = payment_up(units, price).map_err(Error::<T>::from)?;

        let bid = BidId::try_from(auction.flows.placed).map_err(|_| Error::<T>::Overflow)?;
        let moved = Self::place(&mut auction, &timed, tick, units, now)?;
        let ends_at = if moved {
            auction.extended_end(&timed, now)
        } else {
            auction.ends_at
        };
        let extended = ends_at > auction.ends_at;
        auction.ends_at = ends_at;
        auction.flows.placed = count::<T>(auction.flows.placed)?;
        auction.flows.held = add::<T>(auction.flows.held, held)?;
        Auctions::<T>::insert(id, auction);
        BidsOf::<T>::insert(&who, (id, bid), ());
        let placed = Bid {
            owner: who.clone(),
            tick,
            units,
            held,
        };
        Bids::<T>::insert(id, bid, placed);

        Self::hold(&who, held)?;
        Self::deposit_event(Event::BidPlaced {
            auction: id,
            bid,
            who,
            tick,
            units,
            held,
        });
        if extended {
            Self::deposit_event(Event::Extended { auction: id, ends_at });
        }
        Ok(())
    }

    /// Puts a bid into the book. Tells whether it is the last minutes and the bid moves the tick of the price.
    fn place(auction: &mut Auction, timed: &Timed, tick: Tick, units: Balance, now: Moment) -> Result<bool, Error<T>> {
        let supply = auction.units;
        let late = now >= auction.ends_at.saturating_sub(timed.window());
        let book = Self::book_mut(auction)?;
        let price_tick =
            |book: &Book| -> Result<Option<Tick>, Error<T>> { Ok(clear(book, supply)?.map(|clearing| clearing.tick)) };
        let before = if late { price_tick(book)? } else { None };
        Self::add_to_book(book, tick, units)?;
        Ok(late && price_tick(book)? != before)
    }

    /// Puts `amount` on hold for a bid.
    ///
    /// `MutateHold::hold` forces: it takes money that is locked, and that keeps the account alive. This takes the same steps
    /// and is polite. A lock counts all money on hold as its own; so at the end, what is left beside the bids has to satisfy
    /// it, or paying for them would spend what is locked now.
    fn hold(who: &T::AccountId, amount: Balance) -> DispatchResult {
        let reason = Self::reason();
        T::Currency::decrease_balance(who, amount, Exact, Preserve, Polite)
            .map_err(|_| Error::<T>::InsufficientBalance)?;
        T::Currency::increase_balance_on_hold(&reason, who, amount, Exact)?;
        T::Currency::done_hold(&reason, who, amount);
        let payable = T::Currency::reducible_total_balance_on_hold(who, Polite);
        ensure!(
            payable >= T::Currency::balance_on_hold(&reason, who),
            Error::<T>::InsufficientBalance
        );
        Ok(())
    }

    pub(crate) fn do_cancel_bid(who: T::AccountId, id: AuctionId, bid_id: BidId) -> DispatchResult {
        let mut auction = Self::auction(id)?;
        let timed = Self::timed(&auction)?;
        let bid = Bids::<T>::get(id, bid_id).ok_or(Error::<T>::BidNotFound)?;
        ensure!(bid.owner == who, Error::<T>::NotBidder);
        let now = T::Time::now();
        ensure!(
            auction.is_open(now) && now < auction.cancel_until(&timed),
            Error::<T>::CancelClosed
        );

        Self::take_from_book(Self::book_mut(&mut auction)?, bid.tick, bid.units)?;
        auction.flows.cancelled = count::<T>(auction.flows.cancelled)?;
        auction.flows.returned = add::<T>(auction.flows.returned, bid.held)?;
        Auctions::<T>::insert(id, auction);
        Bids::<T>::remove(id, bid_id);
        BidsOf::<T>::remove(&who, (id, bid_id));

        T::Currency::release(&Self::reason(), &who, bid.held, Exact)?;
        Self::deposit_event(Event::BidCancelled {
            auction: id,
            bid: bid_id,
            who,
            returned: bid.held,
        });
        Ok(())
    }

    /// The book of an auction that takes bids.
    fn book_mut(auction: &mut Auction) -> Result<&mut Book, Error<T>> {
        match &mut auction.phase {
            Phase::Bidding(book) => Ok(book),
            Phase::Withdrawn | Phase::Settling(_) | Phase::Selling => Err(Error::Corrupted),
        }
    }

    /// The terms, if the auction is timed.
    pub(crate) fn timed(auction: &Auction) -> Result<Timed, Error<T>> {
        match auction.format {
            Format::Timed(timed) => Ok(timed),
            Format::Falling(_) => Err(Error::WrongFormat),
        }
    }

    /// Planck on hold for the open bids of an auction.
    pub(crate) fn on_hold(flows: &Flows) -> Result<Balance, Error<T>> {
        sub(sub(flows.held, flows.returned)?, flows.paid)
    }
}
