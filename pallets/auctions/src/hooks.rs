// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The idle time of blocks: auctions that are due are closed, settled and finished, one metered step at a time.
//!
//! Every step runs in a storage layer of its own. One that fails is reported and undone, and the auction gets a new
//! appointment after [`RETRY_AFTER`], so it costs the others nothing. One that does not fit into the rest of the block
//! goes behind the others that are due, so a long settlement does not hold up a short one for more than a block.

use crate::{types::*, *};
use finch_ports::{Alarm, AuctionSeller, SellerCall};
use finch_types::AuctionId;
use frame_support::{
    pallet_prelude::DispatchResult,
    storage::with_storage_layer,
    traits::Time,
    weights::{Weight, WeightMeter},
};

impl<T: Config> Pallet<T> {
    /// Does what is due, within `meter`.
    pub(crate) fn run_agenda(meter: &mut WeightMeter) {
        if meter.try_consume(T::WeightInfo::upkeep_idle()).is_err() || !T::Alarm::rings() {
            return;
        }
        let now = T::Time::now();
        let mut served = None;
        while let Some(id) = Self::next_due(now) {
            if meter.try_consume(T::WeightInfo::step_look()).is_err() {
                if served == Some(id) {
                    // The look at it before the last step has paid for this.
                    Self::meet_again(id, now);
                }
                return;
            }
            let Some(auction) = Auctions::<T>::get(id) else {
                // An appointment without an auction is against INV-AUCTION-6; it must not stop the others.
                Self::unschedule(id);
                continue;
            };
            let Some(stage) = auction.stage(now) else {
                Self::meet_again(id, auction.ends_at);
                continue;
            };
            if meter.try_consume(Self::step_weight(stage)).is_err() {
                Self::meet_again(id, now);
                return;
            }
            if let Err(error) = with_storage_layer(|| Self::run_step(stage, id, auction, now)) {
                Self::deposit_event(Event::StepFailed {
                    auction: id,
                    stage,
                    error,
                });
                Self::meet_again(id, now.saturating_add(RETRY_AFTER));
            }
            served = Some(id);
        }
        Self::set_alarm();
    }

    /// Moves an appointment. Cannot fail: the list has the place that the auction leaves.
    fn meet_again(id: AuctionId, at: Moment) {
        if Self::reschedule(id, at).is_err() {
            frame_support::defensive!("an appointment of its own has a place");
        }
    }

    /// Does one step of an auction.
    pub(crate) fn run_step(stage: Stage, id: AuctionId, auction: Auction, now: Moment) -> DispatchResult {
        match stage {
            Stage::Close => Self::close_timed(id, auction, now),
            Stage::Settle => Self::settle_next(id, auction, now),
            Stage::Finish => Self::finish(id, auction),
        }
    }

    /// Settles the bid after the cursor. At the end of a pass, what could not be settled waits.
    fn settle_next(id: AuctionId, auction: Auction, now: Moment) -> DispatchResult {
        let cursor = match auction.phase {
            Phase::Settling(settlement) => settlement.cursor,
            Phase::Bidding(_) | Phase::Withdrawn | Phase::Selling => return Err(Error::<T>::NotClosed.into()),
        };
        let next = match cursor {
            Some(last) => Bids::<T>::iter_key_prefix_from(id, Bids::<T>::hashed_key_for(id, last)).next(),
            None => Bids::<T>::iter_key_prefix(id).next(),
        };
        match next {
            Some(bid) => {
                if let Err(error) = with_storage_layer(|| Self::settle(id, bid)) {
                    Self::deposit_event(Event::SettleFailed {
                        auction: id,
                        bid,
                        error,
                    });
                }
            }
            None => Self::reschedule(id, now.saturating_add(RETRY_AFTER))?,
        }
        Auctions::<T>::mutate_extant(id, |auction| {
            if let Phase::Settling(settlement) = &mut auction.phase {
                settlement.cursor = next;
            }
        });
        Ok(())
    }

    /// The most that a step can cost.
    pub(crate) fn step_weight(stage: Stage) -> Weight {
        match stage {
            Stage::Close => T::WeightInfo::close(MAX_LEVELS).saturating_add(T::Seller::weight(SellerCall::Closed)),
            Stage::Settle => T::WeightInfo::step_settle().saturating_add(T::Seller::weight(SellerCall::Deliver)),
            Stage::Finish => T::WeightInfo::step_finish()
                .saturating_add(T::Seller::weight(SellerCall::Closed))
                .saturating_add(T::Seller::weight(SellerCall::Finished)),
        }
    }

    /// The most that `bid` can cost.
    pub(crate) fn weight_bid() -> Weight {
        T::WeightInfo::bid().saturating_add(T::Seller::weight(SellerCall::MayBid))
    }

    /// The most that `close` can cost: closing an auction without bids, and finishing it.
    pub(crate) fn weight_close() -> Weight {
        Self::step_weight(Stage::Close).saturating_add(Self::step_weight(Stage::Finish))
    }

    /// The most that `claim` can cost.
    pub(crate) fn weight_claim() -> Weight {
        T::WeightInfo::claim().saturating_add(T::Seller::weight(SellerCall::Deliver))
    }

    /// The most that `buy` can cost.
    pub(crate) fn weight_buy() -> Weight {
        T::WeightInfo::buy()
            .saturating_add(T::Seller::weight(SellerCall::MayBid))
            .saturating_add(T::Seller::weight(SellerCall::Deliver))
    }
}
