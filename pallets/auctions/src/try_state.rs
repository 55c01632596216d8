// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The invariants of the README, one function each. They run on chain with try-runtime, after every unit test, and in
//! the property tests.

#![cfg(any(feature = "std", feature = "try-runtime"))]

use crate::{types::*, *};
use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};
use finch_math::clearing::{payment_up, turnover_down};
use finch_ports::Alarm;
use finch_types::{AuctionId, BidId};
use frame_support::traits::{fungible::InspectHold, Time};
use sp_runtime::DispatchError;

/// Fails with the text, which names the invariant.
fn hold(condition: bool, broken: &'static str) -> Result<(), DispatchError> {
    condition.then_some(()).ok_or(DispatchError::Other(broken))
}

/// A sum that must fit.
fn sum(mut parts: impl Iterator<Item = Balance>) -> Result<Balance, DispatchError> {
    parts
        .try_fold(0u128, |total, part| total.checked_add(part))
        .ok_or(DispatchError::Other("INV-AUCTION: a sum does not fit"))
}

/// `a - b`, which must not be below zero.
fn less(a: Balance, b: Balance, broken: &'static str) -> Result<Balance, DispatchError> {
    a.checked_sub(b).ok_or(DispatchError::Other(broken))
}

/// An auction with its bids.
struct Seen<AccountId> {
    auction: Auction,
    bids: Vec<(BidId, Bid<AccountId>)>,
}

impl<T: Config> Pallet<T> {
    /// Checks every invariant in the order of the README.
    pub fn do_try_state() -> Result<(), DispatchError> {
        let past = Past::<T>::get();
        let mut live: BTreeMap<AuctionId, Seen<T::AccountId>> = Auctions::<T>::iter()
            .map(|(id, auction)| {
                (
                    id,
                    Seen {
                        auction,
                        bids: Vec::new(),
                    },
                )
            })
            .collect();
        for (id, number, bid) in Bids::<T>::iter() {
            live.get_mut(&id)
                .ok_or(DispatchError::Other("INV-AUCTION-4: a bid without an auction"))?
                .bids
                .push((number, bid));
        }
        Self::inv_1_money(&past, &live)?;
        Self::inv_2_holds(&live)?;
        Self::inv_3_units(&past, &live)?;
        Self::inv_4_bids(&past, &live)?;
        Self::inv_5_books(&live)?;
        Self::inv_6_agenda(&live)?;
        Self::inv_7_index(&live)?;
        Self::inv_8_numbers(&past, &live)?;
        Self::inv_9_price(&live)
    }

    /// INV-AUCTION-1.
    fn inv_1_money(past: &Totals, live: &BTreeMap<AuctionId, Seen<T::AccountId>>) -> Result<(), DispatchError> {
        let out = |flows: &Flows| sum([flows.returned, flows.paid].into_iter());
        hold(
            past.flows.held == out(&past.flows)?,
            "INV-AUCTION-1: held != returned + paid, of finished auctions",
        )?;
        for seen in live.values() {
            let open = sum(seen.bids.iter().map(|(_, bid)| bid.held))?;
            hold(
                seen.auction.flows.held == sum([out(&seen.auction.flows)?, open].into_iter())?,
                "INV-AUCTION-1: held != returned + paid + held for open bids",
            )?;
        }
        Ok(())
    }

    /// INV-AUCTION-2.
    fn inv_2_holds(live: &BTreeMap<AuctionId, Seen<T::AccountId>>) -> Result<(), DispatchError> {
        let mut held: BTreeMap<&T::AccountId, Balance> = BTreeMap::new();
        for (_, bid) in live.values().flat_map(|seen| &seen.bids) {
            let total = held.entry(&bid.owner).or_default();
            *total = sum([*total, bid.held].into_iter())?;
        }
        for (owner, total) in held {
            hold(
                T::Currency::balance_on_hold(&Self::reason(), owner) == total,
                "INV-AUCTION-2: the hold on an account != the sum over its bids",
            )?;
        }
        Ok(())
    }

    /// INV-AUCTION-3.
    fn inv_3_units(past: &Totals, live: &BTreeMap<AuctionId, Seen<T::AccountId>>) -> Result<(), DispatchError> {
        hold(
            past.offered == sum([past.flows.delivered, past.unsold].into_iter())?,
            "INV-AUCTION-3: offered != delivered + unsold, of finished auctions",
        )?;
        for Seen { auction, bids } in live.values() {
            let delivered = auction.flows.delivered;
            let sold = match (&auction.format, &auction.phase) {
                (Format::Falling(_), Phase::Selling) => {
                    hold(
                        delivered <= auction.units,
                        "INV-AUCTION-3: more delivered than for sale",
                    )?;
                    continue;
                }
                (Format::Timed(_), Phase::Bidding(_) | Phase::Withdrawn) => 0,
                (Format::Timed(_), Phase::Settling(settlement)) => settlement.outcome.clearing().sold,
                (Format::Falling(_), _) | (_, Phase::Selling) => {
                    return Err(DispatchError::Other("INV-AUCTION-3: a phase of the other kind"));
                }
            };
            hold(sold <= auction.units, "INV-AUCTION-3: more sold than for sale")?;
            let to_come = bids.iter().try_fold(0u128, |total, (_, bid)| {
                let filled = match &auction.phase {
                    Phase::Settling(settlement) => Self::due(&settlement.outcome, bid)?.units,
                    Phase::Bidding(_) | Phase::Withdrawn | Phase::Selling => 0,
                };
                sum([total, filled].into_iter())
            })?;
            const BROKEN: &str = "INV-AUCTION-3: delivered + to deliver != sold, less the dust";
            let dust = less(sold, sum([delivered, to_come].into_iter())?, BROKEN)?;
            // Less than a unit for each bid at the price.
            hold(dust == 0 || dust < auction.flows.placed.into(), BROKEN)?;
        }
        Ok(())
    }

    /// INV-AUCTION-4.
    fn inv_4_bids(past: &Totals, live: &BTreeMap<AuctionId, Seen<T::AccountId>>) -> Result<(), DispatchError> {
        let gone = |flows: &Flows| flows.cancelled.checked_add(flows.settled);
        hold(
            gone(&past.flows) == Some(past.flows.placed),
            "INV-AUCTION-4: placed != cancelled + settled, of finished auctions",
        )?;
        for Seen { auction, bids } in live.values() {
            let flows = &auction.flows;
            let open = u64::try_from(bids.len()).map_err(|_| DispatchError::Other("INV-AUCTION: too many bids"))?;
            hold(
                gone(flows).and_then(|gone| gone.checked_add(open)) == Some(flows.placed),
                "INV-AUCTION-4: placed != cancelled + settled + open",
            )?;
            hold(
                bids.iter().all(|(number, _)| u64::from(*number) < flows.placed),
                "INV-AUCTION-4: a bid with a number not yet given",
            )?;
        }
        Ok(())
    }

    /// INV-AUCTION-5.
    fn inv_5_books(live: &BTreeMap<AuctionId, Seen<T::AccountId>>) -> Result<(), DispatchError> {
        for Seen { auction, bids } in live.values() {
            let Format::Timed(timed) = &auction.format else {
                hold(bids.is_empty(), "INV-AUCTION-5: a falling price with bids")?;
                continue;
            };
            let mut levels = EMPTY_BOOK;
            for (_, bid) in bids {
                Self::add_to_book(&mut levels, bid.tick, bid.units)?;
                let price = timed.price(bid.tick).map_err(Error::<T>::from)?;
                hold(
                    payment_up(bid.units, price).map_err(Error::<T>::from)? == bid.held,
                    "INV-AUCTION-5: the hold of a bid != its units * its price",
                )?;
            }
            if let Phase::Bidding(book) = &auction.phase {
                hold(**book == levels, "INV-AUCTION-5: a book != the sum over the bids")?;
            }
        }
        Ok(())
    }

    /// INV-AUCTION-6.
    fn inv_6_agenda(live: &BTreeMap<AuctionId, Seen<T::AccountId>>) -> Result<(), DispatchError> {
        let agenda = Agenda::<T>::get();
        let listed: BTreeSet<_> = agenda.iter().map(|entry| entry.auction).collect();
        hold(
            listed.len() == agenda.len() && listed.iter().eq(live.keys()),
            "INV-AUCTION-6: the agenda != the auctions",
        )?;
        hold(
            agenda.is_sorted_by_key(|entry| entry.at),
            "INV-AUCTION-6: the agenda is out of order",
        )?;
        let in_time = |entry: &Appointment| T::Alarm::at().is_some_and(|at| at <= entry.at);
        hold(
            agenda.first().is_none_or(in_time),
            "INV-AUCTION-6: the alarm rings too late",
        )?;
        let retry = T::Time::now().saturating_add(RETRY_AFTER);
        let late = |entry: &Appointment| {
            let end = live.get(&entry.auction).map_or(0, |seen| seen.auction.ends_at);
            entry.at > end.max(retry)
        };
        hold(
            !agenda.iter().any(late),
            "INV-AUCTION-6: an auction is looked at too late",
        )
    }

    /// INV-AUCTION-7.
    fn inv_7_index(live: &BTreeMap<AuctionId, Seen<T::AccountId>>) -> Result<(), DispatchError> {
        let indexed: BTreeSet<_> = BidsOf::<T>::iter_keys().collect();
        let bids: BTreeSet<_> = live
            .iter()
            .flat_map(|(id, seen)| {
                seen.bids
                    .iter()
                    .map(move |(number, bid)| (bid.owner.clone(), (*id, *number)))
            })
            .collect();
        hold(indexed == bids, "INV-AUCTION-7: the index of bidders != the bids")
    }

    /// INV-AUCTION-8.
    fn inv_8_numbers(past: &Totals, live: &BTreeMap<AuctionId, Seen<T::AccountId>>) -> Result<(), DispatchError> {
        let next = NextAuctionId::<T>::get();
        let open = AuctionId::try_from(live.len()).ok();
        hold(
            open.and_then(|open| open.checked_add(past.auctions)) == Some(next),
            "INV-AUCTION-8: opened != finished + live",
        )?;
        hold(
            live.keys().all(|id| *id < next),
            "INV-AUCTION-8: an auction with a number not yet given",
        )
    }

    /// INV-AUCTION-9.
    fn inv_9_price(live: &BTreeMap<AuctionId, Seen<T::AccountId>>) -> Result<(), DispatchError> {
        const BROKEN: &str = "INV-AUCTION-9: paid != delivered * price, each payment rounded up";
        for seen in live.values() {
            let flows = &seen.auction.flows;
            match (&seen.auction.format, &seen.auction.phase) {
                (Format::Timed(_), Phase::Settling(settlement)) => {
                    let price = settlement.outcome.clearing().price;
                    let least = payment_up(flows.delivered, price).map_err(Error::<T>::from)?;
                    let exact = turnover_down(flows.delivered, price).map_err(Error::<T>::from)?;
                    let most = sum([exact, flows.settled.into()].into_iter())?;
                    hold((least..=most).contains(&flows.paid) && flows.bought == 0, BROKEN)?;
                }
                (Format::Timed(_), _) => hold(flows.paid == 0 && flows.bought == 0, BROKEN)?,
                (Format::Falling(falling), _) => {
                    let most = payment_up(flows.delivered, falling.start).map_err(Error::<T>::from)?;
                    let least = payment_up(flows.delivered, falling.floor).map_err(Error::<T>::from)?;
                    hold(flows.paid == 0 && flows.bought >= least, BROKEN)?;
                    // Every purchase is rounded up by less than a planck, and takes a unit at least.
                    hold(flows.bought <= sum([most, flows.delivered].into_iter())?, BROKEN)?;
                }
            }
        }
        Ok(())
    }
}
