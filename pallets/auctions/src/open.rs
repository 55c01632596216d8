// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What sellers call: sales are opened and taken back.

use crate::{types::*, *};
use alloc::boxed::Box;
use finch_math::clearing::payment_up;
use finch_ports::{AuctionHouse, FallingSale, TimedSale};
use finch_types::{AuctionId, FixedU128, Lot, Tick};
use frame_support::{
    ensure,
    pallet_prelude::{DispatchError, DispatchResult},
    traits::{fungible::Inspect, Time},
    weights::Weight,
};
use sp_runtime::traits::Zero;

impl<T: Config> AuctionHouse for Pallet<T> {
    fn open_timed(sale: TimedSale) -> Result<AuctionId, DispatchError> {
        let timed = Timed {
            reserve: sale.reserve,
            tick_size: sale.tick_size,
            min_turnover: sale.min_turnover,
            duration: sale.duration,
        };
        ensure!(
            !sale.reserve.is_zero() && !sale.tick_size.is_zero(),
            Error::<T>::WrongSale
        );
        // With this no payment and no turnover can overflow later.
        let highest = timed.price(Tick::MAX).map_err(Error::<T>::from)?;
        payment_up(sale.units, highest).map_err(Error::<T>::from)?;
        // What a bid locks is its storage deposit.
        let least = payment_up(sale.min_bid, sale.reserve).map_err(Error::<T>::from)?;
        ensure!(least >= T::Currency::minimum_balance(), Error::<T>::WrongSale);

        let book = Phase::Bidding(Box::new(EMPTY_BOOK));
        let format = Format::Timed(timed);
        let (auction, ends_at) = Self::open(sale.lot, sale.units, sale.min_bid, sale.duration, format, book)?;
        Self::deposit_event(Event::TimedOpened {
            auction,
            lot: sale.lot,
            units: sale.units,
            min_bid: sale.min_bid,
            reserve: sale.reserve,
            tick_size: sale.tick_size,
            min_turnover: sale.min_turnover,
            ends_at,
        });
        Ok(auction)
    }

    fn open_falling(sale: FallingSale) -> Result<AuctionId, DispatchError> {
        ensure!(!sale.floor.is_zero() && sale.floor <= sale.start, Error::<T>::WrongSale);
        payment_up(sale.units, sale.start).map_err(Error::<T>::from)?;

        let format = Format::Falling(Falling {
            start: sale.start,
            floor: sale.floor,
            period: sale.period,
        });
        let (auction, ends_at) = Self::open(sale.lot, sale.units, sale.min_bid, sale.period, format, Phase::Selling)?;
        Self::deposit_event(Event::FallingOpened {
            auction,
            lot: sale.lot,
            units: sale.units,
            min_bid: sale.min_bid,
            start: sale.start,
            floor: sale.floor,
            ends_at,
        });
        Ok(auction)
    }

    /// Ends the sale now, and forgets its book. The seller is not called back here, in the middle of what it does,
    /// but when the auction is closed and finished.
    fn withdraw(id: AuctionId) -> DispatchResult {
        let mut auction = Self::auction(id)?;
        let now = T::Time::now();
        ensure!(auction.is_open(now), Error::<T>::Ended);
        auction.ends_at = now;
        if matches!(auction.phase, Phase::Bidding(_)) {
            auction.phase = Phase::Withdrawn;
        }
        Auctions::<T>::insert(id, auction);
        Self::hasten(id, now)?;
        Self::deposit_event(Event::Withdrawn { auction: id });
        Ok(())
    }

    fn weight_open() -> Weight {
        T::WeightInfo::open_timed().max(T::WeightInfo::open_falling())
    }
}

impl<T: Config> Pallet<T> {
    /// Numbers an auction and puts it on the agenda. Returns its number and its end.
    fn open(
        lot: Lot,
        units: Balance,
        min_bid: Balance,
        duration: Moment,
        format: Format,
        phase: Phase,
    ) -> Result<(AuctionId, Moment), Error<T>> {
        ensure!(units > 0 && units <= MAX_UNITS, Error::<T>::WrongSale);
        ensure!(min_bid > 0 && min_bid <= units, Error::<T>::WrongSale);
        ensure!((MIN_DURATION..=MAX_DURATION).contains(&duration), Error::<T>::WrongSale);
        let opened_at = T::Time::now();
        let ends_at = opened_at.checked_add(duration).ok_or(Error::Overflow)?;

        let id = NextAuctionId::<T>::get();
        let next = id.checked_add(1).ok_or(Error::Overflow)?;
        Self::schedule(id, ends_at)?;
        NextAuctionId::<T>::put(next);
        let auction = Auction {
            lot,
            units,
            min_bid,
            opened_at,
            ends_at,
            format,
            phase,
            flows: Flows::default(),
        };
        Auctions::<T>::insert(id, auction);
        Ok((id, ends_at))
    }

    /// The price of tick 255 or of the opening, and that of tick 0 or of the end.
    pub(crate) fn price_range(format: &Format) -> Result<(FixedU128, FixedU128), Error<T>> {
        Ok(match format {
            Format::Timed(timed) => (timed.price(Tick::MAX)?, timed.reserve),
            Format::Falling(falling) => (falling.start, falling.floor),
        })
    }
}
