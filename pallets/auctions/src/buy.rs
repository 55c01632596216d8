// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Units are bought in falling-price auctions.

use crate::{
    books::{add, sub},
    types::*,
    *,
};
use finch_math::clearing::payment_up;
use finch_ports::AuctionSeller;
use finch_types::{AuctionId, FixedU128};
use frame_support::{
    ensure,
    pallet_prelude::DispatchResult,
    traits::{
        fungible::{Inspect, Mutate},
        tokens::{Fortitude::Polite, Preservation::Preserve},
        Time,
    },
};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_buy(who: T::AccountId, id: AuctionId, units: Balance, max_price: FixedU128) -> DispatchResult {
        ensure!(units > 0, Error::<T>::AmountZero);
        let mut auction = Self::auction(id)?;
        let falling = Self::falling(&auction)?;
        let now = T::Time::now();
        ensure!(auction.is_open(now), Error::<T>::Ended);
        let left = Self::left(&auction)?;
        ensure!(units <= left, Error::<T>::TooMuch);
        ensure!(units >= auction.min_bid || units == left, Error::<T>::BelowMinBid);
        ensure!(T::Seller::may_bid(auction.lot, &who), Error::<T>::Barred);
        let price = auction.falling_price(&falling, now).map_err(Error::<T>::from)?;
        ensure!(price <= max_price, Error::<T>::Overpriced);
        let paid = payment_up(units, price).map_err(Error::<T>::from)?;
        ensure!(
            T::Currency::reducible_balance(&who, Preserve, Polite) >= paid,
            Error::<T>::InsufficientBalance
        );

        auction.flows.delivered = add::<T>(auction.flows.delivered, units)?;
        auction.flows.bought = add::<T>(auction.flows.bought, paid)?;
        if units == left {
            auction.ends_at = now;
            Self::hasten(id, now)?;
        }
        Auctions::<T>::insert(id, &auction);

        let proceeds = T::Seller::proceeds_account(auction.lot)?;
        T::Currency::transfer(&who, &proceeds, paid, Preserve)?;
        T::Seller::deliver(auction.lot, &who, units, paid)?;
        Self::deposit_event(Event::Bought {
            auction: id,
            who,
            units,
            price,
            paid,
        });
        Ok(())
    }

    /// The terms, if the price falls.
    pub(crate) fn falling(auction: &Auction) -> Result<Falling, Error<T>> {
        match auction.format {
            Format::Falling(falling) => Ok(falling),
            Format::Timed(_) => Err(Error::WrongFormat),
        }
    }

    /// Units that are not delivered.
    pub(crate) fn left(auction: &Auction) -> Result<Balance, Error<T>> {
        sub(auction.units, auction.flows.delivered)
    }
}
