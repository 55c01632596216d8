// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! An auction that has ended gets its result; one of which nothing is open is finished.

use crate::{books::add, types::*, *};
use finch_ports::AuctionSeller;
use finch_types::AuctionId;
use frame_support::{ensure, pallet_prelude::DispatchResult, storage::with_storage_layer, traits::Time};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_close(id: AuctionId) -> DispatchResult {
        let now = T::Time::now();
        let auction = Self::auction(id)?;
        let stage = auction.stage(now).ok_or(Error::<T>::NotEnded)?;
        ensure!(stage != Stage::Settle, Error::<T>::AlreadyClosed);
        Self::run_step(stage, id, auction, now)?;
        // Without a bid there is nothing to settle in between.
        if let Some(closed) = Auctions::<T>::get(id).filter(|closed| closed.stage(now) == Some(Stage::Finish)) {
            Self::finish(id, closed)?;
        }
        Ok(())
    }

    /// Finds the result of a timed auction, writes it down, and tells the seller.
    ///
    /// A seller that does not accept a sale makes this fail, until [`SELLER_GRACE`] has passed: then bidders get their
    /// money back whatever the seller says. A refund it cannot hold up at all.
    pub(crate) fn close_timed(id: AuctionId, mut auction: Auction, now: Moment) -> DispatchResult {
        let timed = Self::timed(&auction)?;
        let mut settlement = Settlement {
            outcome: Self::outcome(&auction, &timed)?,
            told: true,
            cursor: None,
        };
        auction.phase = Phase::Settling(settlement);
        Auctions::<T>::insert(id, &auction);

        let clearing = settlement.outcome.clearing();
        if let Err(error) = with_storage_layer(|| T::Seller::closed(auction.lot, clearing)) {
            let last_call = auction.ends_at.saturating_add(SELLER_GRACE);
            if clearing.sold > 0 && now < last_call {
                return Err(error);
            }
            settlement.outcome = Outcome::Refunded;
            settlement.told = false;
            auction.phase = Phase::Settling(settlement);
            Auctions::<T>::insert(id, auction);
            Self::deposit_event(Event::SellerIgnored { auction: id, error });
        }
        Self::hasten(id, now)?;
        let clearing = settlement.outcome.clearing();
        Self::deposit_event(Event::Closed {
            auction: id,
            price: clearing.price,
            sold: clearing.sold,
            turnover: clearing.turnover,
        });
        Ok(())
    }

    /// What a book comes to. There is none if the seller has withdrawn.
    fn outcome(auction: &Auction, timed: &Timed) -> Result<Outcome, Error<T>> {
        let cleared = match &auction.phase {
            Phase::Bidding(book) => Self::clear(timed, book, auction.units)?,
            Phase::Withdrawn => None,
            Phase::Settling(_) | Phase::Selling => return Err(Error::Corrupted),
        };
        Ok(cleared
            .filter(|cleared| cleared.turnover >= timed.min_turnover)
            .map_or(Outcome::Refunded, Outcome::Sold))
    }

    /// Forgets an auction and hands the unsold units back.
    pub(crate) fn finish(id: AuctionId, auction: Auction) -> DispatchResult {
        let unsold = Self::left(&auction)?;
        let flows = auction.flows;
        Auctions::<T>::remove(id);
        Self::unschedule(id);
        Past::<T>::try_mutate(|past| -> Result<(), Error<T>> {
            past.auctions = past.auctions.checked_add(1).ok_or(Error::Overflow)?;
            past.offered = add(past.offered, auction.units)?;
            past.unsold = add(past.unsold, unsold)?;
            past.flows = past.flows.plus(&flows).ok_or(Error::Overflow)?;
            Ok(())
        })?;

        if let Phase::Settling(Settlement {
            told: false, outcome, ..
        }) = auction.phase
        {
            T::Seller::closed(auction.lot, outcome.clearing())?;
        }
        T::Seller::finished(auction.lot, unsold)?;
        Self::deposit_event(Event::Finished {
            auction: id,
            lot: auction.lot,
            delivered: flows.delivered,
            unsold,
            proceeds: add::<T>(flows.paid, flows.bought)?,
        });
        Ok(())
    }
}
