// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Bids in timed auctions are placed and cancelled.

use crate::{
    books::{add, count, sub},
    types::*,
    *,
};
use finch_math::clearing::payment_up;
use finch_ports::AuctionSeller;
use finch_types::{AuctionId, BidId, Tick};
use frame_support::{
    ensure,
    pallet_prelude::DispatchResult,
    traits::{fungible::MutateHold, tokens::Precision::Exact, Time},
};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_bid(who: T::AccountId, id: AuctionId, tick: Tick, units: Balance) -> DispatchResult {
        ensure!(units > 0, Error::<T>::AmountZero);
        Self::ensure_entry()?;
        let mut auction = Self::auction(id)?;
        let timed = Self::timed(&auction)?;
        let now = T::Time::now();
        ensure!(auction.is_open(now), Error::<T>::Ended);
        ensure!(units >= auction.min_bid, Error::<T>::BelowMinBid);
        ensure!(units <= auction.units, Error::<T>::TooMuch);
        ensure!(T::Seller::may_bid(auction.lot, &who), Error::<T>::Barred);
        let price = timed.price(tick).map_err(Error::<T>::from)?;
        let held = payment_up(units, price).map_err(Error::<T>::from)?;
        Self::ensure_can_spend(&who, held)?;

        let bid = BidId::try_from(auction.flows.placed).map_err(|_| Error::<T>::Overflow)?;
        let mut book = Books::<T>::get(id).ok_or(Error::<T>::Corrupted)?;
        let ends_at = Self::place(&auction, &timed, &mut book, tick, units, now)?;
        let extended = ends_at > auction.ends_at;
        auction.ends_at = ends_at;
        auction.flows.placed = count::<T>(auction.flows.placed)?;
        auction.flows.held = add::<T>(auction.flows.held, held)?;
        Books::<T>::insert(id, book);
        Auctions::<T>::insert(id, auction);
        BidsOf::<T>::insert(&who, (id, bid), ());
        let placed = Bid {
            owner: who.clone(),
            tick,
            units,
            held,
        };
        Bids::<T>::insert(id, bid, placed);

        T::Currency::hold(&Self::reason(), &who, held)?;
        Self::ensure_no_lock_on_bids(&who)?;
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

    /// Puts a bid into the book. Returns when the auction ends then: later, if it is the last minutes and the bid moves
    /// the tick of the price.
    fn place(
        auction: &Auction,
        timed: &Timed,
        book: &mut Book,
        tick: Tick,
        units: Balance,
        now: Moment,
    ) -> Result<Moment, Error<T>> {
        let price_tick = |book: &Book| Self::clear(timed, book, auction.units).map(|cleared| cleared.map(|at| at.tick));
        let late = now >= auction.ends_at.saturating_sub(timed.window());
        let before = if late { price_tick(book)? } else { None };
        Self::add_to_book(book, tick, units)?;
        if late && price_tick(book)? != before {
            return Ok(auction.extended_end(timed, now));
        }
        Ok(auction.ends_at)
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

        let mut book = Books::<T>::get(id).ok_or(Error::<T>::Corrupted)?;
        Self::take_from_book(&mut book, bid.tick, bid.units)?;
        auction.flows.cancelled = count::<T>(auction.flows.cancelled)?;
        auction.flows.returned = add::<T>(auction.flows.returned, bid.held)?;
        Books::<T>::insert(id, book);
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
