// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Every call, what sellers call, and the steps of the hook. What the seller itself costs comes on top, from its own
//! weights: see `hooks.rs`.

use super::{types::*, *};
use alloc::boxed::Box;
use finch_ports::{Alarm, AuctionHouse, AuctionSeller, Clearing, FallingSale, TimedSale};
use finch_types::{AuctionId, Balance, BidId, FixedU128, Tick};
use frame_benchmarking::v2::*;
use frame_support::{
    traits::{
        fungible::{Inspect, InspectHold, Mutate},
        tokens::Preservation::Preserve,
        Time,
    },
    weights::WeightMeter,
};
use frame_system::RawOrigin;
use sp_runtime::traits::One;

/// The units of a bid: at a price of 1, more than an account needs to live.
fn unit<T: Config>() -> Balance {
    T::Currency::minimum_balance() * 10
}

/// Units for sale: half of what a bid on every level asks for.
fn supply<T: Config>() -> Balance {
    unit::<T>() * Balance::from(MAX_LEVELS / 2)
}

/// A user with native.
fn user<T: Config>(index: u32) -> T::AccountId {
    let who: T::AccountId = account("user", index, 0);
    T::Currency::mint_into(&who, unit::<T>() * 100_000_000).unwrap();
    who
}

/// An auction of an hour at prices from 1 to 256.
fn timed_sale<T: Config>(units: Balance) -> AuctionId {
    Pallet::<T>::open_timed(TimedSale {
        lot: T::Seller::benchmark_lot(units),
        units,
        min_bid: unit::<T>(),
        reserve: FixedU128::one(),
        tick_size: FixedU128::one(),
        min_turnover: 1,
        duration: 3_600_000,
    })
    .unwrap()
}

/// A price that falls from 2 to 1 in an hour.
fn falling_sale<T: Config>() -> AuctionId {
    Pallet::<T>::open_falling(FallingSale {
        lot: T::Seller::benchmark_lot(supply::<T>()),
        units: supply::<T>(),
        min_bid: unit::<T>(),
        start: FixedU128::from_u32(2),
        floor: FixedU128::one(),
        period: 3_600_000,
    })
    .unwrap()
}

/// Puts auctions without bids into all places of the agenda but one, due before and after the others.
fn fill_agenda<T: Config>() {
    let now = T::Time::now();
    while Agenda::<T>::get().len() < (MAX_AUCTIONS - 1) as usize {
        let id = NextAuctionId::<T>::get();
        NextAuctionId::<T>::put(id + 1);
        Pallet::<T>::schedule(id, now + Moment::from(id) * 60_000).unwrap();
    }
}

/// A bid of one unit at `tick`.
fn place<T: Config>(who: &T::AccountId, auction: AuctionId, tick: Tick) -> BidId {
    let bid = Auctions::<T>::get(auction).unwrap().flows.placed;
    Pallet::<T>::do_bid(who.clone(), auction, tick, unit::<T>()).unwrap();
    BidId::try_from(bid).unwrap()
}

/// `count` bids of a crowd on the first `levels` ticks, written down without a hold.
fn fill_book<T: Config>(auction: AuctionId, count: u32, levels: u32) {
    let owner: T::AccountId = account("crowd", 0, 0);
    let mut book = Box::new(EMPTY_BOOK);
    for number in 0..count {
        let tick = Tick::try_from(number % levels).unwrap();
        Pallet::<T>::add_to_book(&mut book, tick, unit::<T>()).unwrap();
        let placed = Bid {
            owner: owner.clone(),
            tick,
            units: unit::<T>(),
            held: unit::<T>() * (Balance::from(tick) + 1),
        };
        Bids::<T>::insert(auction, number, placed);
        BidsOf::<T>::insert(&owner, (auction, number), ());
    }
    Auctions::<T>::mutate_extant(auction, |auction| {
        auction.phase = Phase::Bidding(book);
        auction.flows.placed = count.into();
    });
}

/// The auction ends soon, and the levels above some tick take all that is for sale, with nothing left over: a bid of as many
/// units as are returned, at the top, moves the price. Also returns the end.
fn at_the_edge<T: Config>(auction: AuctionId) -> (Balance, Moment) {
    let late = T::Time::now() + 1_000;
    Auctions::<T>::mutate_extant(auction, |auction| {
        auction.ends_at = late;
        let Phase::Bidding(book) = &auction.phase else {
            panic!("takes no bids");
        };
        let half = book.iter().sum::<Balance>() / 2;
        auction.units = 0;
        for units in book.iter().rev() {
            auction.units += units;
            if auction.units >= half {
                return (*units, late);
            }
        }
        panic!("an empty book");
    })
}

/// Lets an auction have ended now.
fn end<T: Config>(auction: AuctionId) {
    Auctions::<T>::mutate_extant(auction, |auction| auction.ends_at = T::Time::now());
}

/// A closed auction in which `who` has one bid left, which won and has overpaid.
fn won<T: Config>(who: &T::AccountId) -> (AuctionId, BidId) {
    let auction = timed_sale::<T>(supply::<T>());
    let high = place::<T>(who, auction, 255);
    let low = place::<T>(who, auction, 0);
    end::<T>(auction);
    Pallet::<T>::do_close(auction).unwrap();
    Pallet::<T>::settle(auction, low).unwrap();
    (auction, high)
}

#[benchmarks]
mod benchmarks {
    use super::*;

    /// The book is full and the bid moves the price in the last minutes: the dearest thing that it can do.
    #[benchmark]
    fn bid() {
        let who = user::<T>(0);
        let id = timed_sale::<T>(supply::<T>());
        Auctions::<T>::mutate_extant(id, |auction| {
            auction.phase = Phase::Bidding(Box::new([unit::<T>(); 256]))
        });
        let (units, late) = at_the_edge::<T>(id);
        #[extrinsic_call]
        _(RawOrigin::Signed(who), id, 255, units);
        let auction = Auctions::<T>::get(id).unwrap();
        assert_eq!(auction.flows.placed, 1);
        assert!(auction.ends_at > late);
    }

    /// There are 10,000 bids, `b` of them in the auction of this one: the slope shows what one more costs. So many entries
    /// leave the caches cold; `transfer_in_a_crowd` is the yardstick for that.
    #[benchmark(extra)]
    fn bid_in_a_crowd(b: Linear<10, 10_000>) {
        let who = user::<T>(0);
        let (id, other) = (timed_sale::<T>(supply::<T>()), timed_sale::<T>(supply::<T>()));
        fill_book::<T>(id, b, MAX_LEVELS);
        fill_book::<T>(other, 10_000 - b, MAX_LEVELS);
        let (units, late) = at_the_edge::<T>(id);
        #[extrinsic_call]
        bid(RawOrigin::Signed(who), id, 255, units);
        let auction = Auctions::<T>::get(id).unwrap();
        assert_eq!(auction.flows.placed, u64::from(b) + 1);
        assert!(auction.ends_at > late);
    }

    #[benchmark(extra)]
    fn transfer_in_a_crowd() {
        let (from, to) = (user::<T>(0), user::<T>(1));
        let id = timed_sale::<T>(supply::<T>());
        fill_book::<T>(id, 10_000, MAX_LEVELS);
        let before = T::Currency::balance(&to);
        #[block]
        {
            T::Currency::transfer(&from, &to, unit::<T>(), Preserve).unwrap();
        }
        assert_eq!(T::Currency::balance(&to), before + unit::<T>());
    }

    #[benchmark]
    fn cancel_bid() {
        let who = user::<T>(0);
        let id = timed_sale::<T>(supply::<T>());
        fill_book::<T>(id, MAX_LEVELS, MAX_LEVELS);
        let number = place::<T>(&who, id, 127);
        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), id, number);
        assert!(!Bids::<T>::contains_key(id, number));
        assert!(!BidsOf::<T>::contains_key(&who, (id, number)));
    }

    /// `l` levels to look at, all of them: less is bid for than is for sale.
    #[benchmark]
    fn close(l: Linear<1, MAX_LEVELS>) {
        let caller = user::<T>(0);
        let id = timed_sale::<T>(unit::<T>() * Balance::from(MAX_LEVELS));
        fill_agenda::<T>();
        fill_book::<T>(id, l, l);
        end::<T>(id);
        #[extrinsic_call]
        _(RawOrigin::Signed(caller), id);
        assert!(matches!(
            Auctions::<T>::get(id).unwrap().phase,
            Phase::Settling(Settlement {
                outcome: Outcome::Sold(_),
                ..
            })
        ));
    }

    /// The last bid of its auction: the hook is asked to come at once.
    #[benchmark]
    fn claim() {
        let who = user::<T>(0);
        fill_agenda::<T>();
        let (id, number) = won::<T>(&who);
        Pallet::<T>::reschedule(id, T::Time::now() + 1).unwrap();
        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), id, number);
        assert!(!Bids::<T>::contains_key(id, number));
        assert_eq!(T::Currency::balance_on_hold(&HoldReason::Bid.into(), &who), 0);
    }

    /// The last units: the hook is asked to come at once. No time passes in a benchmark, so the price would be that of the
    /// start, which needs no computation: that of half of the period is computed beside it.
    #[benchmark]
    fn buy() {
        let who = user::<T>(0);
        fill_agenda::<T>();
        let id = falling_sale::<T>();
        let auction = Auctions::<T>::get(id).unwrap();
        let falling = Pallet::<T>::falling(&auction).unwrap();
        let half = auction.opened_at + falling.period / 2;
        // A seller that knows timed sales only delivers once it has heard of a price.
        let sold = Clearing {
            price: falling.start,
            sold: supply::<T>(),
            turnover: supply::<T>(),
        };
        T::Seller::closed(auction.lot, sold).unwrap();
        let price;
        #[block]
        {
            price = auction.falling_price(&falling, half).unwrap();
            Pallet::<T>::do_buy(who, id, supply::<T>(), FixedU128::from_u32(2)).unwrap();
        }
        assert!(price < falling.start);
        assert_eq!(Auctions::<T>::get(id).unwrap().flows.delivered, supply::<T>());
    }

    #[benchmark]
    fn open_timed() {
        fill_agenda::<T>();
        let id;
        #[block]
        {
            id = timed_sale::<T>(supply::<T>());
        }
        assert!(matches!(Auctions::<T>::get(id).unwrap().phase, Phase::Bidding(_)));
    }

    #[benchmark]
    fn open_falling() {
        fill_agenda::<T>();
        let id;
        #[block]
        {
            id = falling_sale::<T>();
        }
        assert!(Auctions::<T>::contains_key(id));
    }

    #[benchmark]
    fn withdraw() {
        fill_agenda::<T>();
        let id = timed_sale::<T>(supply::<T>());
        fill_book::<T>(id, MAX_LEVELS, MAX_LEVELS);
        #[block]
        {
            <Pallet<T> as AuctionHouse>::withdraw(id).unwrap();
        }
        assert_eq!(Auctions::<T>::get(id).unwrap().phase, Phase::Withdrawn);
    }

    /// A full agenda of which nothing is due.
    #[benchmark]
    fn upkeep_idle() {
        fill_agenda::<T>();
        Agenda::<T>::mutate(|agenda| agenda.iter_mut().for_each(|entry| entry.at += 1));
        // The alarm rings for nothing: the look is complete, and sets it anew.
        T::Alarm::set(Some(0));
        let mut meter = WeightMeter::new();
        #[block]
        {
            Pallet::<T>::run_agenda(&mut meter);
        }
        assert_eq!(meter.consumed(), T::WeightInfo::upkeep_idle());
    }

    /// The first of a full agenda has been extended and gets a later appointment.
    #[benchmark]
    fn step_look() {
        let id = timed_sale::<T>(supply::<T>());
        fill_agenda::<T>();
        let now = T::Time::now();
        Agenda::<T>::mutate(|agenda| agenda.iter_mut().for_each(|entry| entry.at += 1));
        Pallet::<T>::reschedule(id, now).unwrap();
        let mut meter = WeightMeter::new();
        #[block]
        {
            Pallet::<T>::run_agenda(&mut meter);
        }
        let appointment = Agenda::<T>::get().into_iter().find(|entry| entry.auction == id);
        assert!(appointment.unwrap().at > now);
    }

    #[benchmark]
    fn step_settle() {
        let who = user::<T>(0);
        fill_agenda::<T>();
        let (id, number) = won::<T>(&who);
        let auction = Auctions::<T>::get(id).unwrap();
        Pallet::<T>::reschedule(id, T::Time::now() + 1).unwrap();
        #[block]
        {
            Pallet::<T>::run_step(Stage::Settle, id, auction, T::Time::now()).unwrap();
        }
        assert!(!Bids::<T>::contains_key(id, number));
    }

    #[benchmark]
    fn step_finish() {
        let who = user::<T>(0);
        fill_agenda::<T>();
        let (id, number) = won::<T>(&who);
        Pallet::<T>::settle(id, number).unwrap();
        let auction = Auctions::<T>::get(id).unwrap();
        #[block]
        {
            Pallet::<T>::run_step(Stage::Finish, id, auction, T::Time::now()).unwrap();
        }
        assert!(!Auctions::<T>::contains_key(id));
    }

    impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
