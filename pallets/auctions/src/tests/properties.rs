// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Random operations. After each of them every invariant holds and the chain shows what the model does; a call fails
//! where the model says so and nowhere else, and then changes nothing; every step of the hook is one that the model
//! allows, with the amounts that the model finds; at the end everybody gets out.
//!
//! `FINCH_SEQUENCES` says how many sequences to run; each has 50 operations.

use super::{
    model::{Model, Sale, Terms, PEOPLE},
    *,
};
use crate::Call;
use frame_support::storage::with_storage_layer;
use proptest::{collection::vec, prelude::*, test_runner::Config as Runs};
use sp_io::storage::root as storage_root;
use sp_runtime::{traits::Dispatchable, StateVersion};
use std::collections::VecDeque;

const OPERATIONS: usize = 50;

/// A part of what there is, in millionths, or so many units.
#[derive(Clone, Copy, Debug)]
enum Amount {
    Part(u32),
    Units(u128),
}

impl Amount {
    fn of(self, all: u128) -> u128 {
        match self {
            // Units for sale are below 2^70.
            Self::Part(millionths) => all * u128::from(millionths) / 1_000_000,
            Self::Units(units) => units,
        }
    }
}

/// One of the live auctions, or rarely a number without one.
#[derive(Clone, Copy, Debug)]
struct Pick(u8);

/// One of the open bids of an auction, by its owner; or any number, by anybody.
#[derive(Clone, Copy, Debug)]
struct PickBid {
    auction: Pick,
    at: usize,
    stray: bool,
    who: AccountId,
}

#[derive(Clone, Debug)]
enum Op {
    OpenTimed(TimedSale),
    OpenFalling(FallingSale),
    Bid(AccountId, Pick, Tick, Amount),
    Cancel(PickBid),
    Close(AccountId, Pick),
    Claim(PickBid),
    Buy(AccountId, Pick, Amount, Option<FixedU128>),
    Withdraw(Pick),
    Pass(Moment),
    ToEnd(Pick, Moment),
    Idle,
    IdleFor(u64),
    BreakClosed(bool),
    BreakDeliver(bool),
    BreakFinished(bool),
    Unreachable(AccountId, bool),
}

fn who() -> impl Strategy<Value = AccountId> {
    (0..PEOPLE.len()).prop_map(|at| PEOPLE[at])
}

fn pick() -> impl Strategy<Value = Pick> {
    any::<u8>().prop_map(Pick)
}

fn pick_bid() -> impl Strategy<Value = PickBid> {
    (pick(), any::<u16>(), 0..10u8, who()).prop_map(|(auction, at, stray, who)| PickBid {
        auction,
        at: at.into(),
        stray: stray == 0,
        who,
    })
}

fn amount() -> impl Strategy<Value = Amount> {
    prop_oneof![
        6 => (1u32..=1_000_000).prop_map(Amount::Part),
        3 => (1u32..=100_000).prop_map(Amount::Part),
        2 => Just(Amount::Part(1_000_000)),
        2 => (0u128..=200).prop_map(Amount::Units),
        1 => (any::<u128>(), 0u32..128).prop_map(|(bits, shift)| Amount::Units(bits >> shift)),
    ]
}

/// Few ticks, so that levels are shared, and all of them.
fn tick() -> impl Strategy<Value = Tick> {
    prop_oneof![4 => 0u8..6, 2 => any::<u8>(), 1 => Just(255)]
}

fn length() -> impl Strategy<Value = Moment> {
    prop_oneof![Just(MIN_DURATION), MIN_DURATION..HOUR, Just(HOUR), Just(100 * HOUR)]
}

fn passing() -> impl Strategy<Value = Moment> {
    prop_oneof![12 => 1..10_000u64, 4 => 1..HOUR, 1 => Just(HOUR), 1 => Just(SELLER_GRACE)]
}

/// Below 2^`bits`, all magnitudes alike.
fn sized(bits: u32) -> impl Strategy<Value = u128> {
    (any::<u128>(), 1..=bits).prop_map(|(number, bits)| (number >> (128 - bits)).max(1))
}

/// Units for sale: most of them for people who can pay for them, some not.
fn supply() -> impl Strategy<Value = u128> {
    prop_oneof![4 => sized(40), 3 => 1u128..2_000, 1 => sized(60)]
}

/// Between 1e-18 planck and about a thousand, rarely a million.
fn some_price() -> impl Strategy<Value = FixedU128> {
    let whole = (1u128..100).prop_map(|planck| planck * 1_000_000_000_000_000_000);
    prop_oneof![4 => sized(70), 3 => whole, 1 => sized(80)].prop_map(FixedU128::from_inner)
}

fn timed_sale() -> impl Strategy<Value = TimedSale> {
    (
        supply(),
        1u32..=100_000,
        some_price(),
        some_price(),
        prop_oneof![Just(0), sized(50)],
        length(),
    )
        .prop_map(|(units, least, reserve, tick_size, min_turnover, duration)| TimedSale {
            lot: LOT,
            units,
            min_bid: Amount::Part(least).of(units).max(1),
            reserve,
            tick_size,
            min_turnover,
            duration,
        })
}

fn falling_sale() -> impl Strategy<Value = FallingSale> {
    (supply(), 1u32..=100_000, some_price(), some_price(), length()).prop_map(|(units, least, a, b, period)| {
        FallingSale {
            lot: LOT,
            units,
            min_bid: Amount::Part(least).of(units).max(1),
            start: a.max(b),
            floor: a.min(b),
            period,
        }
    })
}

fn operation() -> impl Strategy<Value = Op> {
    prop_oneof![
        6 => timed_sale().prop_map(Op::OpenTimed),
        3 => falling_sale().prop_map(Op::OpenFalling),
        36 => (who(), pick(), tick(), amount()).prop_map(|(who, at, tick, units)| Op::Bid(who, at, tick, units)),
        6 => pick_bid().prop_map(Op::Cancel),
        6 => (who(), pick()).prop_map(|(who, at)| Op::Close(who, at)),
        10 => pick_bid().prop_map(Op::Claim),
        8 => (who(), pick(), amount(), proptest::option::weighted(0.3, some_price()))
            .prop_map(|(who, at, units, most)| Op::Buy(who, at, units, most)),
        1 => pick().prop_map(Op::Withdraw),
        6 => passing().prop_map(Op::Pass),
        4 => (pick(), prop_oneof![2 => Just(0), 3 => 1..500_000u64]).prop_map(|(at, before)| Op::ToEnd(at, before)),
        4 => Just(Op::Idle),
        6 => (0u64..2_000).prop_map(Op::IdleFor),
        2 => any::<bool>().prop_map(Op::BreakClosed),
        2 => any::<bool>().prop_map(Op::BreakDeliver),
        2 => any::<bool>().prop_map(Op::BreakFinished),
        2 => (who(), any::<bool>()).prop_map(|(who, gone)| Op::Unreachable(who, gone)),
    ]
}

struct World {
    model: Model,
}

impl World {
    fn new(first: TimedSale) -> Self {
        let mut world = Self { model: Model::new() };
        world.go(&Op::OpenTimed(first));
        world
    }

    fn auction(&self, pick: Pick) -> AuctionId {
        self.auction_where(pick, |_| true)
    }

    /// One of the auctions that suit; one pick in sixteen may miss.
    fn auction_where(&self, pick: Pick, suits: impl Fn(&Sale) -> bool) -> AuctionId {
        let sales = self.model.sales.iter().filter(|(_, sale)| suits(sale));
        let live: Vec<_> = sales.map(|(id, _)| *id).collect();
        match live.len() {
            0 => (pick.0 % 16).into(),
            _ if pick.0 % 16 == 15 => (pick.0 / 16).into(),
            count => live[usize::from(pick.0) % count],
        }
    }

    /// One that takes bids or purchases.
    fn open_auction(&self, pick: Pick, timed: bool) -> AuctionId {
        self.auction_where(pick, |sale| {
            matches!(sale.terms, Terms::Timed(_)) == timed && self.model.now < sale.ends_at
        })
    }

    /// The auction, the bid, and who calls.
    fn bid(&self, pick: PickBid) -> (AuctionId, BidId, AccountId) {
        let id = self.auction(pick.auction);
        let offers = self.model.sales.get(&id).map(|sale| &sale.offers);
        let found = offers
            .filter(|offers| !pick.stray && !offers.is_empty())
            .and_then(|offers| offers.iter().nth(pick.at % offers.len()));
        match found {
            Some((number, offer)) => (id, *number, offer.owner),
            None => (id, BidId::try_from(pick.at % 20).unwrap(), pick.who),
        }
    }

    fn go(&mut self, op: &Op) {
        match op {
            Op::OpenTimed(sale) => {
                assert_eq!(House::open_timed(*sale), Ok(self.model.next));
                let events = self.model.open(Terms::Timed(*sale));
                assert_eq!(take_events(), events);
            }
            Op::OpenFalling(sale) => {
                assert_eq!(House::open_falling(*sale), Ok(self.model.next));
                let events = self.model.open(Terms::Falling(*sale));
                assert_eq!(take_events(), events);
            }
            Op::Bid(who, at, tick, units) => {
                let auction = self.open_auction(*at, true);
                let units = units.of(self.model.sales.get(&auction).map_or(1_000, |sale| sale.units()));
                let expected = self.model.bid(*who, auction, *tick, units);
                let tick = *tick;
                self.call(*who, Call::bid { auction, tick, units }, expected);
            }
            Op::Cancel(pick) => {
                let (auction, bid, who) = self.bid(*pick);
                let expected = self.model.cancel(who, auction, bid);
                self.call(who, Call::cancel_bid { auction, bid }, expected);
            }
            Op::Close(who, at) => {
                let auction = self.auction(*at);
                let expected = self.model.call_close(auction);
                self.call(*who, Call::close { auction }, expected);
            }
            Op::Claim(pick) => {
                let (auction, bid, who) = self.bid(*pick);
                let expected = self.model.settle(auction, bid);
                self.call(who, Call::claim { auction, bid }, expected);
            }
            Op::Buy(who, at, units, most) => {
                let auction = self.open_auction(*at, false);
                let units = units.of(self.model.sales.get(&auction).map_or(1_000, |sale| sale.left()));
                let max_price = most.unwrap_or(FixedU128::from_inner(u128::MAX));
                let price = House::price_now(auction);
                let expected = self.model.buy(*who, auction, units, max_price, price);
                let call = Call::buy {
                    auction,
                    units,
                    max_price,
                };
                self.call(*who, call, expected);
            }
            Op::Withdraw(at) => {
                let auction = self.auction(*at);
                let result = with_storage_layer(|| House::withdraw(auction));
                let expected = self.model.withdraw(auction);
                assert_eq!(result.is_ok(), expected.is_some(), "{result:?}");
                assert_eq!(take_events(), expected.unwrap_or_default());
            }
            Op::Pass(time) => self.pass_to(self.model.now + time),
            Op::ToEnd(at, before) => {
                let id = self.auction(*at);
                if let Some(sale) = self.model.sales.get(&id) {
                    self.pass_to(sale.ends_at.saturating_sub(*before));
                }
            }
            Op::Idle => {
                House::on_idle(1, Weight::MAX);
                self.follow_the_hook();
                assert_eq!(House::next_due(self.model.now), None, "the hook has left something");
            }
            Op::IdleFor(micros) => {
                let limit = Weight::from_parts(micros * 1_000_000, u64::MAX);
                assert!(House::on_idle(1, limit).all_lte(limit));
                self.follow_the_hook();
            }
            Op::BreakClosed(broken) => {
                self.model.faults.closed = *broken;
                FakeSeller::set_broken(SellerCall::Closed, *broken);
            }
            Op::BreakDeliver(broken) => {
                self.model.faults.deliver = *broken;
                FakeSeller::set_broken(SellerCall::Deliver, *broken);
            }
            Op::BreakFinished(broken) => {
                self.model.faults.finished = *broken;
                FakeSeller::set_broken(SellerCall::Finished, *broken);
            }
            Op::Unreachable(who, unreachable) => {
                if *unreachable {
                    self.model.faults.unreachable.insert(*who);
                } else {
                    self.model.faults.unreachable.remove(who);
                }
                FakeSeller::set_unreachable(*who, *unreachable);
            }
        }
        self.model.check();
        House::do_try_state().unwrap();
    }

    fn pass_to(&mut self, now: Moment) {
        if now > self.model.now {
            self.model.now = now;
            Now::set(&now);
        }
    }

    /// Dispatches a call. It must do what the model says, event by event; or fail and change nothing.
    #[track_caller]
    fn call(&self, who: AccountId, call: Call<Test>, expected: Option<Vec<Event>>) {
        let root = expected.is_none().then(|| storage_root(StateVersion::V1));
        let result = RuntimeCall::House(call.clone()).dispatch(signed(who));
        assert_eq!(result.is_ok(), expected.is_some(), "{call:?}: {result:?}");
        if let Some(root) = root {
            let error = result.unwrap_err().error;
            let known = matches!(error, DispatchError::Module(_) | DispatchError::Other(_));
            assert!(known && error != Error::Corrupted.into(), "{call:?}: {error:?}");
            assert!(
                root == storage_root(StateVersion::V1),
                "{call:?} failed and left something behind"
            );
        }
        assert_eq!(take_events(), expected.unwrap_or_default(), "{call:?}");
    }

    /// Lets the model take the steps that the hook's events tell of, and expects the same events of it.
    fn follow_the_hook(&mut self) {
        let mut events = VecDeque::from(take_events());
        while let Some(event) = events.front().cloned() {
            let expected = match event {
                Event::SellerIgnored { auction, .. } | Event::Closed { auction, .. } => self.model.close(auction),
                Event::BidSettled { auction, bid, .. } => self.model.settle(auction, bid),
                Event::Finished { auction, .. } => self.model.finish(auction),
                Event::SettleFailed { auction, bid, .. } => {
                    assert!(self.model.sales[&auction].offers.contains_key(&bid));
                    assert!(self.model.settle(auction, bid).is_none(), "{event:?}");
                    Some(vec![event])
                }
                Event::StepFailed { auction, stage, .. } => {
                    let worked = match stage {
                        Stage::Close => self.model.close(auction),
                        Stage::Finish => self.model.finish(auction),
                        Stage::Settle => panic!("a settlement step fails with its bid only"),
                    };
                    assert!(worked.is_none(), "{event:?}");
                    Some(vec![event])
                }
                other => panic!("the hook does not do this: {other:?}"),
            };
            for expected in expected.expect("the model allows the step") {
                assert_eq!(events.pop_front(), Some(expected));
            }
        }
    }

    /// With a seller that works, whatever is open comes to its end by the hook alone.
    fn everybody_out(&mut self) {
        self.go(&Op::BreakClosed(false));
        self.go(&Op::BreakDeliver(false));
        self.go(&Op::BreakFinished(false));
        for who in PEOPLE {
            self.go(&Op::Unreachable(who, false));
        }
        let last = self.model.sales.values().map(|sale| sale.ends_at).max().unwrap_or(0);
        self.pass_to(last);
        self.go(&Op::Idle);
        // Bids that could not be delivered before, and what the hook had given up for an hour.
        self.go(&Op::Pass(RETRY_AFTER));
        self.go(&Op::Idle);
        self.go(&Op::Pass(RETRY_AFTER));
        self.go(&Op::Idle);
        assert!(self.model.sales.is_empty(), "{:?}", self.model.sales);
        let mut money = free(FakeSeller::POT);
        for who in PEOPLE {
            assert_eq!(held(who), 0);
            money += free(who);
        }
        assert_eq!(money, 3 * ENDOWMENT);
        assert_eq!(Past::<Test>::get(), self.model.past);
    }
}

fn sequence(first: TimedSale, operations: &[Op]) {
    new_test_ext().execute_with(|| {
        let mut world = World::new(first);
        for op in operations {
            world.go(op);
        }
        world.everybody_out();
    });
}

/// `FINCH_SEQUENCES`, or 60.
fn runs() -> Runs {
    let all: u32 =
        std::env::var("FINCH_SEQUENCES").map_or(60, |text| text.parse().expect("FINCH_SEQUENCES is a number"));
    Runs {
        failure_persistence: None,
        max_shrink_iters: 1_000,
        max_shrink_time: 20_000,
        ..Runs::with_cases(all.max(1))
    }
}

proptest! {
    #![proptest_config(runs())]

    #[test]
    fn any_sequence_of_operations_agrees_with_the_model(
        first in timed_sale(),
        operations in vec(operation(), OPERATIONS),
    ) {
        sequence(first, &operations);
    }

    /// The same bids in another order win the same units for the same money.
    #[test]
    fn the_order_of_the_bids_makes_no_difference(
        sale in timed_sale(),
        bids in vec((who(), 0u8..4, 1u32..=1_000_000), 1..25)
            .prop_flat_map(|bids| (Just(bids.clone()), Just(bids).prop_shuffle())),
    ) {
        // All of them early and affordable.
        let units = sale.units.min(1 << 40);
        let sale = TimedSale {
            units,
            min_bid: sale.min_bid.min(units),
            reserve: price(1),
            tick_size: price(3),
            ..sale
        };
        let (bids, shuffled) = bids;
        let settle = |bids: &[(AccountId, Tick, u32)]| {
            new_test_ext().execute_with(|| {
                let id = House::open_timed(sale).unwrap();
                for (who, tick, part) in bids {
                    bid(*who, id, *tick, Amount::Part(*part).of(sale.units).max(sale.min_bid));
                }
                close(id);
                let fills: Vec<_> = PEOPLE.iter().flat_map(House::claimable).map(|bid| {
                    (bid.tick, bid.units, bid.filled, bid.payment, bid.refund)
                }).collect();
                idle();
                House::do_try_state().unwrap();
                let money = PEOPLE.map(|who| (free(who), FakeSeller::delivered(LOT, who)));
                let mut sorted = fills;
                sorted.sort_unstable();
                (sorted, money, Past::<Test>::get())
            })
        };
        prop_assert_eq!(settle(&bids), settle(&shuffled));
    }
}
