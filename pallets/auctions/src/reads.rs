// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The reads behind the runtime API. They change nothing and cost whatever a node spends on them.

use crate::{books::add, types::*, *};
use alloc::vec::Vec;
use finch_math::clearing::payment_up;
use finch_types::{AuctionId, BidId, FixedU128, Tick};
use frame_support::traits::Time;

impl<T: Config> Pallet<T> {
    /// The auctions that are not finished, in the order in which they are due.
    pub fn auctions() -> Vec<AuctionId> {
        Agenda::<T>::get().iter().map(|entry| entry.auction).collect()
    }

    /// An auction.
    pub fn auction_info(id: AuctionId) -> Option<AuctionInfo> {
        let auction = Auctions::<T>::get(id)?;
        let now = T::Time::now();
        let flows = auction.flows;
        let (highest_price, lowest_price) = Self::price_range(&auction.format).ok()?;
        let (kind, tick_size, min_turnover, cancel_until, latest_end) = match &auction.format {
            Format::Timed(timed) => (
                Kind::Timed,
                timed.tick_size,
                timed.min_turnover,
                auction.cancel_until(timed),
                auction.latest_end(timed),
            ),
            Format::Falling(_) => (
                Kind::Falling,
                FixedU128::default(),
                0,
                auction.opened_at,
                auction.ends_at,
            ),
        };
        let (state, clearing) = match auction.phase {
            Phase::Withdrawn => (State::Ended, None),
            Phase::Bidding(_) | Phase::Selling if now >= auction.ends_at => (State::Ended, None),
            Phase::Bidding(_) if now >= cancel_until => (State::PlaceOnly, None),
            Phase::Bidding(_) | Phase::Selling => (State::Open, None),
            Phase::Settling(settlement) => match settlement.outcome {
                Outcome::Refunded => (State::Refunding, None),
                Outcome::Sold(cleared) => (State::Settling, Some(cleared)),
            },
        };
        Some(AuctionInfo {
            lot: auction.lot,
            kind,
            state,
            units: auction.units,
            min_bid: auction.min_bid,
            lowest_price,
            highest_price,
            tick_size,
            min_turnover,
            opened_at: auction.opened_at,
            cancel_until,
            ends_at: auction.ends_at,
            latest_end,
            bids_placed: flows.placed,
            bids_open: flows.open_bids(),
            held: Self::on_hold(&flows).ok()?,
            delivered: flows.delivered,
            proceeds: add::<T>(flows.paid, flows.bought).ok()?,
            clearing,
        })
    }

    /// The levels of a timed auction that takes bids, those with bids only, ticks rising.
    pub fn book(id: AuctionId) -> Vec<Level> {
        let Some(Auction {
            format: Format::Timed(timed),
            phase: Phase::Bidding(book),
            ..
        }) = Auctions::<T>::get(id)
        else {
            return Vec::new();
        };
        (0..=Tick::MAX)
            .zip(*book)
            .filter(|(_, units)| *units > 0)
            .filter_map(|(tick, units)| {
                let price = timed.price(tick).ok()?;
                Some(Level { tick, price, units })
            })
            .collect()
    }

    /// Where a timed auction would clear if it closed now.
    pub fn projected_clearing(id: AuctionId) -> Option<Projection> {
        let auction = Auctions::<T>::get(id)?;
        let (Format::Timed(timed), Phase::Bidding(book)) = (auction.format, auction.phase) else {
            return None;
        };
        let clearing = Self::clear(&timed, &book, auction.units).ok()??;
        Some(Projection {
            clearing,
            reaches_min_turnover: clearing.turnover >= timed.min_turnover,
        })
    }

    /// The bids of an account, and what they come to.
    pub fn claimable(account: &T::AccountId) -> Vec<BidInfo> {
        BidsOf::<T>::iter_key_prefix(account)
            .filter_map(|(auction, bid)| Self::bid_info(auction, bid))
            .collect()
    }

    fn bid_info(auction_id: AuctionId, bid_id: BidId) -> Option<BidInfo> {
        let auction = Auctions::<T>::get(auction_id)?;
        let timed = Self::timed(&auction).ok()?;
        let bid = Bids::<T>::get(auction_id, bid_id)?;
        let closed = matches!(auction.phase, Phase::Settling(_));
        let outcome = match auction.phase {
            Phase::Settling(settlement) => settlement.outcome,
            Phase::Bidding(_) | Phase::Withdrawn | Phase::Selling => match Self::projected_clearing(auction_id) {
                Some(projection) if projection.reaches_min_turnover => Outcome::Sold(projection.clearing),
                _ => Outcome::Refunded,
            },
        };
        let due = Self::due(&outcome, &bid).ok()?;
        let status = match (closed, outcome) {
            (false, _) => BidStatus::Bidding,
            (true, Outcome::Refunded) => BidStatus::Refunded,
            (true, Outcome::Sold(_)) if due.units > 0 => BidStatus::Won,
            (true, Outcome::Sold(_)) => BidStatus::Lost,
        };
        Some(BidInfo {
            auction: auction_id,
            bid: bid_id,
            tick: bid.tick,
            price: timed.price(bid.tick).ok()?,
            units: bid.units,
            held: bid.held,
            status,
            filled: due.units,
            payment: due.paid,
            refund: due.returned,
        })
    }

    /// The price of a falling-price auction now.
    pub fn price_now(id: AuctionId) -> Option<FixedU128> {
        let auction = Auctions::<T>::get(id)?;
        let falling = Self::falling(&auction).ok()?;
        let now = T::Time::now();
        if !auction.is_open(now) {
            return None;
        }
        auction.falling_price(&falling, now).ok()
    }

    /// What `bid(auction, tick, units)` would put on hold.
    pub fn quote_bid(id: AuctionId, tick: Tick, units: Balance) -> Option<Balance> {
        let auction = Auctions::<T>::get(id)?;
        let timed = Self::timed(&auction).ok()?;
        if !auction.is_open(T::Time::now()) || units < auction.min_bid || units > auction.units {
            return None;
        }
        payment_up(units, timed.price(tick).ok()?).ok()
    }

    /// What `buy(auction, units, _)` would cost now.
    pub fn quote_buy(id: AuctionId, units: Balance) -> Option<BuyQuote> {
        let auction = Auctions::<T>::get(id)?;
        let price = Self::price_now(id)?;
        let left = Self::left(&auction).ok()?;
        if units == 0 || units > left || (units < auction.min_bid && units != left) {
            return None;
        }
        let payment = payment_up(units, price).ok()?;
        Some(BuyQuote { price, payment })
    }

    /// Sums over all auctions that are finished.
    pub fn totals() -> Totals {
        Past::<T>::get()
    }
}
