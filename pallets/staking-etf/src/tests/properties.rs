// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Random operations. After each of them every invariant holds and the chain shows what the model does; a call fails
//! where the model says so and nowhere else, and then changes nothing; every event of the hook is one that the model
//! allows, with the amounts that the model finds; at the end everybody gets out, and the basket is empty.
//!
//! `FINCH_SEQUENCES` says how many sequences to run; each has 50 operations.

use super::{
    model::{Model, PEOPLE, UNIVERSE},
    *,
};
use crate::Call;
use proptest::{collection::vec, prelude::*, test_runner::Config as Runs};
use sp_io::storage::root as storage_root;
use sp_runtime::StateVersion;

const OPERATIONS: usize = 50;

#[derive(Clone, Debug)]
enum Op {
    /// Parts of the supply in millionths, or of what the account has.
    Issue(AccountId, u32),
    Redeem(AccountId, u32),
    IssueWith(AccountId, Coin, u32, u32),
    RedeemTo(AccountId, Coin, u32),
    Allocate(u128),
    Donate(AssetId, u128),
    /// The price moves by so many thousandths; the pool too, or not.
    Price(AssetId, u32, bool),
    Stale(AssetId),
    PoolEmpty(AssetId),
    PoolBack(AssetId),
    Feeds(AssetId, [u128; 4]),
    FeedStale(AssetId),
    Rate(AssetId, u32),
    Delist(AssetId),
    List(AssetId),
    HouseBroken(bool),
    BuySale(AccountId, u32, u32),
    EndSale,
    Blocks(u32),
    Wait(Moment),
    Rounds(u32),
    NextMonth,
}

fn asset() -> impl Strategy<Value = AssetId> {
    (0..UNIVERSE.len()).prop_map(|at| UNIVERSE[at])
}

fn who() -> impl Strategy<Value = AccountId> {
    (0..PEOPLE.len()).prop_map(|at| PEOPLE[at])
}

fn holder() -> impl Strategy<Value = AccountId> {
    prop_oneof![3 => who(), 1 => Just(TREASURY)]
}

fn coin() -> impl Strategy<Value = Coin> {
    prop_oneof![2 => Just(Coin::Native), 1 => asset().prop_map(Coin::Asset)]
}

fn operation() -> impl Strategy<Value = Op> {
    prop_oneof![
        6 => (who(), prop_oneof![3 => 0u32..40_000, 1 => 0u32..200_000]).prop_map(|(who, part)| Op::Issue(who, part)),
        6 => (holder(), prop_oneof![8 => 0u32..500_000, 1 => Just(1_000_000)]).prop_map(|(who, part)| Op::Redeem(who, part)),
        4 => (who(), coin(), 0u32..40_000, 900u32..1_200).prop_map(|(who, coin, part, most)| Op::IssueWith(who, coin, part, most)),
        4 => (holder(), coin(), 0u32..300_000).prop_map(|(who, coin, part)| Op::RedeemTo(who, coin, part)),
        2 => prop_oneof![3 => 1u128..2_000_000_000, 1 => 0u128..2_000].prop_map(Op::Allocate),
        1 => (asset(), 1u128..1_000_000).prop_map(|(asset, units)| Op::Donate(asset, units)),
        4 => (asset(), 700u32..1_400, any::<bool>()).prop_map(|(asset, by, both)| Op::Price(asset, by, both)),
        1 => asset().prop_map(Op::Stale),
        1 => asset().prop_map(Op::PoolEmpty),
        2 => asset().prop_map(Op::PoolBack),
        4 => (asset(), [1u128..10_000, 50u128..10_000, 1u128..90, 1u128..30]).prop_map(|(asset, values)| Op::Feeds(asset, values)),
        1 => asset().prop_map(Op::FeedStale),
        2 => (asset(), 900u32..1_200).prop_map(|(asset, by)| Op::Rate(asset, by)),
        1 => asset().prop_map(Op::Delist),
        2 => asset().prop_map(Op::List),
        1 => any::<bool>().prop_map(Op::HouseBroken),
        4 => (who(), 1u32..=1_000, 0u32..=200).prop_map(|(who, part, price)| Op::BuySale(who, part, price)),
        2 => Just(Op::EndSale),
        8 => (1u32..30).prop_map(Op::Blocks),
        4 => (1u64..2 * DAY).prop_map(Op::Wait),
        3 => (1u32..4).prop_map(Op::Rounds),
        3 => Just(Op::NextMonth),
    ]
}

struct World {
    model: Model,
}

impl World {
    fn new() -> Self {
        let mut world = Self {
            model: Model {
                now: Now::get(),
                ..Default::default()
            },
        };
        world.model.shares = [ALICE, BOB, CHARLIE, TREASURY].map(|who| (who, 0)).into();
        for asset in UNIVERSE {
            world.pool_back(asset);
            let id = u128::from(asset);
            world.go(&Op::List(asset));
            world.go(&Op::Feeds(asset, [5_000 - 500 * id, 1_000, 80 - 10 * id, 20 - id]));
        }
        MaxPart::set(&Perbill::from_parts(300_000));
        world.go(&Op::Rounds(3));
        world.go(&Op::NextMonth);
        world.go(&Op::Allocate(LAUNCH));
        world
    }

    fn pool_back(&mut self, asset: AssetId) {
        let price = self.model.prices.get(&asset).copied().flatten();
        let price = FixedU128::from_inner(price.unwrap_or(u128::from(asset) * 1_000_000_000_000_000_000));
        self.set_price(asset, Some(price));
        Market::set_price(asset, DEPTH, price);
        let reserves = <Market as finch_ports::Market<_>>::reserves(asset).unwrap();
        self.model.pools.insert(asset, (reserves.native, reserves.asset));
    }

    fn set_price(&mut self, asset: AssetId, price: Option<FixedU128>) {
        FakeFeeds::set_price(asset, price.map_or(Feed::Stale, Feed::Fresh));
        self.model.prices.insert(asset, price.map(FixedU128::into_inner));
    }

    fn part_of(all: u128, millionths: u32) -> u128 {
        all * u128::from(millionths) / 1_000_000
    }

    fn go(&mut self, op: &Op) {
        match op.clone() {
            Op::Issue(who, part) => {
                let shares = Self::part_of(self.model.supply(), part);
                let before = self.model.clone();
                let expected = self.model.issue(who, shares);
                self.call(who, Call::issue { shares }, expected);
                // What it brought is worth no less than what it is.
                self.no_dilution(&before);
            }
            Op::Redeem(who, part) => {
                let shares = Self::part_of(self.model.shares[&who], part);
                let before = self.model.clone();
                let had = UNIVERSE.map(|asset| units(asset, who));
                let expected = self.model.redeem(who, shares);
                self.call(who, Call::redeem { shares }, expected.is_some());
                if let Some((items, _)) = expected {
                    for (asset, had) in UNIVERSE.into_iter().zip(had) {
                        let got = items.iter().find(|item| item.0 == asset).map_or(0, |item| item.1);
                        assert_eq!(units(asset, who) - had, got);
                    }
                    self.no_dilution(&before);
                }
            }
            Op::IssueWith(who, coin, part, most) => {
                let shares = Self::part_of(self.model.supply(), part);
                let max_amount = match coin {
                    Coin::Native => shares * u128::from(most) / 1_000 + 10,
                    Coin::Asset(asset) => shares * u128::from(most) / 1_000 / u128::from(asset) + 10,
                };
                let before = native(who);
                let expected = self.model.issue_with(who, coin, shares, max_amount);
                self.call(
                    who,
                    Call::issue_with {
                        coin,
                        shares,
                        max_amount,
                    },
                    expected.is_some(),
                );
                if let Some((cost, budget)) = expected {
                    let sold = if coin == Coin::Native { 0 } else { budget };
                    assert_eq!(native(who) + cost, before + sold);
                }
            }
            Op::RedeemTo(who, coin, part) => {
                let shares = Self::part_of(self.model.shares[&who], part);
                let amount = |who| match coin {
                    Coin::Native => native(who),
                    Coin::Asset(asset) => units(asset, who),
                };
                let before = amount(who);
                let expected = self.model.redeem_to(who, coin, shares);
                let call = Call::redeem_to {
                    coin,
                    shares,
                    min_amount: expected.unwrap_or_default(),
                };
                self.call(who, call, expected.is_some());
                assert_eq!(amount(who) - before, expected.unwrap_or_default());
            }
            Op::Allocate(amount) => {
                let expected = self.model.allocate(amount);
                let result = frame_support::storage::with_storage_layer(|| Etf::allocate(root(), amount));
                assert_eq!(result.is_ok(), expected, "{result:?}");
                self.follow();
            }
            Op::Donate(asset, amount) => {
                use frame_support::traits::{fungible::Mutate, tokens::Preservation::Expendable};
                let account = Etf::account_id();
                assert_ok!(<Assets as frame_support::traits::fungibles::Mutate<_>>::transfer(
                    asset, &ALICE, &account, amount, Expendable
                ));
                assert_ok!(Balances::transfer(&ALICE, &account, amount, Expendable));
                *self.model.donated.entry(asset).or_default() += amount;
            }
            Op::Price(asset, by, both) => {
                if let Some(price) = self.model.prices[&asset] {
                    let price =
                        (price * u128::from(by) / 1_000).clamp(1_000_000_000_000, 1_000_000_000_000_000_000_000_000);
                    self.set_price(asset, Some(FixedU128::from_inner(price)));
                }
                if both {
                    self.pool_back(asset);
                }
            }
            Op::Stale(asset) => self.set_price(asset, None),
            Op::PoolEmpty(asset) => {
                Market::set_pool(asset, 0, 0);
                self.model.pools.remove(&asset);
            }
            Op::PoolBack(asset) => self.pool_back(asset),
            Op::Feeds(asset, values) => {
                feeds(asset, values);
                let percent = 10_000_000_000_000_000;
                let [cap, volume, staking, reward] = values;
                self.model
                    .feeds
                    .insert(asset, Some([cap, volume, staking * percent, reward * percent]));
            }
            Op::FeedStale(asset) => {
                feed(asset, Metric::RewardRatio, Feed::Stale);
                self.model.feeds.insert(asset, None);
            }
            Op::Rate(asset, by) => {
                let rate = self
                    .model
                    .rates
                    .get(&asset)
                    .copied()
                    .unwrap_or(1_000_000_000_000_000_000);
                let rate = (rate * u128::from(by) / 1_000).max(1_000);
                FakeSynths::set(asset, FixedU128::from_inner(rate));
                self.model.rates.insert(asset, rate);
            }
            Op::Delist(asset) => {
                assert_eq!(
                    Etf::delist(root(), asset).is_ok(),
                    self.model.samples.remove(&asset).is_some()
                );
            }
            Op::List(asset) => {
                let new = !self.model.samples.contains_key(&asset);
                assert_eq!(Etf::list(root(), asset).is_ok(), new);
                self.model.samples.entry(asset).or_default();
            }
            Op::HouseBroken(broken) => House::set_broken(broken),
            Op::BuySale(who, part, price) => self.buy_sale(who, part, price),
            Op::EndSale => {
                if let Some(sale) = Sales::<Test>::get().first() {
                    assert_ok!(House::end(sale.auction));
                    self.model.sale_prices.remove(&sale.asset);
                }
            }
            Op::Blocks(count) => (0..count).for_each(|_| self.block(1)),
            Op::Wait(time) => self.block(time),
            Op::Rounds(count) => {
                for _ in 0..count {
                    self.block(SamplePeriod::get());
                    (0..8).for_each(|_| self.block(1));
                }
            }
            Op::NextMonth => {
                let next = (self.model.now / MONTH + 1) * MONTH;
                self.block(next - self.model.now);
            }
        }
        self.model.rebalancing = Job::<Test>::exists();
        System::reset_events();
        self.model.check();
        Etf::do_try_state().unwrap();
    }

    /// What each share stands for has not become less.
    fn no_dilution(&self, before: &Model) {
        let (then, now) = (before.supply(), self.model.supply());
        for (asset, held) in &before.held {
            let units = self.model.held.get(asset).map_or(0, |held| held.units);
            assert!(now == 0 || units * then >= held.units * now);
        }
    }

    fn buy_sale(&mut self, who: AccountId, part: u32, price: u32) {
        let Some(sale) = Sales::<Test>::get().first().copied() else {
            return;
        };
        let terms = House::falling(sale.auction).unwrap();
        let units = (terms.units * u128::from(part) / 1_000).max(terms.min_bid.min(terms.units));
        let spread = terms.start.into_inner() - terms.floor.into_inner();
        let price = FixedU128::from_inner(terms.floor.into_inner() + spread * u128::from(price) / 200);
        let there = self.model.held.get(&sale.asset).map_or(0, |held| held.units);
        let root = storage_root(StateVersion::V1);
        System::reset_events();
        match House::buy(sale.auction, who, units, price) {
            Ok(paid) => {
                let (lost, gained) = take_events()
                    .into_iter()
                    .find_map(|event| match event {
                        Event::Sold {
                            asset,
                            units: sold,
                            native,
                            lost,
                            gained,
                        } => {
                            assert_eq!((asset, sold, native), (sale.asset, units, paid));
                            Some((lost, gained))
                        }
                        _ => None,
                    })
                    .unwrap();
                self.model.auctioned((sale.asset, units, paid), lost, gained);
                if units == terms.units {
                    self.model.sale_prices.remove(&sale.asset);
                }
            }
            Err(error) => {
                assert!(units > there, "{error:?}");
                assert_eq!(error, Error::LotShort.into());
                assert!(root == storage_root(StateVersion::V1));
            }
        }
    }

    /// Dispatches a call. It must do what the model says, or fail and change nothing.
    #[track_caller]
    fn call(&self, who: AccountId, call: Call<Test>, expected: bool) {
        let root = storage_root(StateVersion::V1);
        let result = dispatch(who, call.clone());
        assert_eq!(result.is_ok(), expected, "{call:?}: {result:?}");
        if let Err(error) = result {
            assert!(error != Error::Corrupted.into(), "{call:?}");
            assert!(
                root == storage_root(StateVersion::V1),
                "{call:?} failed and left something behind"
            );
        }
    }

    /// A block after `time` milliseconds, and what its hook says.
    fn block(&mut self, time: Moment) {
        later(time);
        self.model.now = Now::get();
        self.model.rebalancing = Job::<Test>::exists();
        System::reset_events();
        let cursor = Schedule::<Test>::get().cursor;
        Etf::on_idle(System::block_number(), Weight::MAX);
        // The first block of all says nothing.
        let month = FakeCalendar::month_of(self.model.now);
        if self.model.month.is_none() {
            self.model.decide(month);
        }
        let after = Schedule::<Test>::get().cursor;
        if let Some(asset) = after.filter(|_| after != cursor) {
            self.model.sample(asset);
        }
        self.follow();
    }

    /// Lets the model do what the events say.
    fn follow(&mut self) {
        let part = u128::from(MaxPart::get().deconstruct());
        let list = |items: Vec<Item>| items.into_iter().map(|item| (item.asset, item.units)).collect();
        for event in take_events() {
            match event {
                Event::Sold {
                    asset,
                    units,
                    native,
                    lost,
                    gained,
                } => self.model.sold((asset, units, native), lost, gained, part),
                Event::Bought {
                    asset,
                    units,
                    native,
                    lost,
                    gained,
                } => self.model.bought((asset, units, native), lost, gained, part),
                Event::Accrued { fees, rewards, elapsed } => {
                    assert_eq!(elapsed, self.model.now - self.model.accrued_at);
                    assert_eq!((list(fees), list(rewards)), self.model.accrue());
                }
                Event::AllocationSpent { shares, native } => self.model.spent(shares, native),
                Event::Launched { .. } if self.model.supply() == 0 => self.model.launch(),
                Event::MonthDecided { month, members } => {
                    let members: Vec<_> = members.iter().map(|seat| (seat.asset, seat.weight)).collect();
                    assert_eq!(self.model.decide(month), Some(members));
                }
                Event::MonthKept { month, .. } => assert_eq!(self.model.decide(month), None),
                Event::SaleOpened { asset, units, .. } => {
                    assert!(units <= self.model.held[&asset].units);
                    self.model.sale_prices.insert(asset, self.model.prices[&asset].unwrap());
                }
                Event::WorkFailed { unit, error } => {
                    assert_eq!(unit, Unit::Allocate);
                    assert!(
                        error == Error::OutOfBound.into() || error == Error::NoPool.into(),
                        "{error:?}"
                    );
                }
                Event::AccrualSkipped { .. } => panic!("nothing is frozen here"),
                Event::Launched { .. }
                | Event::Allocated { .. }
                | Event::SampleMissed { .. }
                | Event::SliceFailed { .. }
                | Event::LegDropped { .. }
                | Event::RebalanceStarted { .. }
                | Event::RebalanceEnded { .. }
                | Event::SaleFinished { .. } => (),
                other => panic!("the hook does not do this: {other:?}"),
            }
        }
        // An accrual in which nothing is due says nothing.
        if Schedule::<Test>::get().accrued_at != self.model.accrued_at {
            let (fees, rewards) = self.model.accrue();
            assert!(fees.is_empty() && rewards.is_empty(), "{fees:?} {rewards:?}");
        }
    }

    /// With every market gone and every price stale, everybody redeems all, and nothing is left.
    fn everybody_out(&mut self) {
        for asset in UNIVERSE {
            self.go(&Op::Stale(asset));
            self.go(&Op::PoolEmpty(asset));
        }
        for who in [ALICE, BOB, CHARLIE, TREASURY] {
            self.go(&Op::Redeem(who, 1_000_000));
        }
        assert_eq!((self.model.supply(), self.model.cash), (0, 0));
        assert!(self.model.held.values().all(|held| held.units == 0));
    }
}

trait MonthOf {
    fn month_of(now: Moment) -> u32;
}
impl MonthOf for FakeCalendar {
    fn month_of(now: Moment) -> u32 {
        <FakeCalendar as finch_ports::Calendar>::month(now)
    }
}

fn sequence(operations: &[Op]) {
    new_test_ext().execute_with(|| {
        let mut world = World::new();
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
    fn any_sequence_of_operations_keeps_books_promises_and_exits(operations in vec(operation(), OPERATIONS)) {
        sequence(&operations);
    }
}
