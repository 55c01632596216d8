// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A bid of a closed auction is settled.

use crate::{
    books::{add, count},
    types::*,
    *,
};
use finch_ports::AuctionSeller;
use finch_types::{AuctionId, BidId};
use frame_support::{
    pallet_prelude::DispatchResult,
    traits::{
        fungible::MutateHold,
        tokens::{Fortitude::Force, Precision::Exact, Restriction::Free},
        Time,
    },
};

impl<T: Config> Pallet<T> {
    /// Pays for what the bid won, releases the rest, delivers. A bid that won nothing does not need the seller.
    pub(crate) fn settle(id: AuctionId, bid_id: BidId) -> DispatchResult {
        let mut auction = Self::auction(id)?;
        let bid = Bids::<T>::get(id, bid_id).ok_or(Error::<T>::BidNotFound)?;
        let settlement = match auction.phase {
            Phase::Settling(settlement) => settlement,
            Phase::Bidding(_) | Phase::Withdrawn | Phase::Selling => return Err(Error::<T>::NotClosed.into()),
        };
        let due = Self::due(&settlement.outcome, &bid)?;

        auction.flows.settled = count::<T>(auction.flows.settled)?;
        auction.flows.paid = add::<T>(auction.flows.paid, due.paid)?;
        auction.flows.returned = add::<T>(auction.flows.returned, due.returned)?;
        auction.flows.delivered = add::<T>(auction.flows.delivered, due.units)?;
        Auctions::<T>::insert(id, &auction);
        Bids::<T>::remove(id, bid_id);
        BidsOf::<T>::remove(&bid.owner, (id, bid_id));
        if auction.flows.open_bids() == 0 {
            Self::hasten(id, T::Time::now())?;
        }

        if due.returned > 0 {
            T::Currency::release(&Self::reason(), &bid.owner, due.returned, Exact)?;
        }
        if due.units > 0 {
            let proceeds = T::Seller::proceeds_account(auction.lot)?;
            // The money was free when it was bid: a lock that came later does not make the bid void.
            T::Currency::transfer_on_hold(&Self::reason(), &bid.owner, &proceeds, due.paid, Exact, Free, Force)?;
            T::Seller::deliver(auction.lot, &bid.owner, due.units, due.paid)?;
        }
        Self::deposit_event(Event::BidSettled {
            auction: id,
            bid: bid_id,
            who: bid.owner,
            units: due.units,
            paid: due.paid,
            returned: due.returned,
        });
        Ok(())
    }
}
