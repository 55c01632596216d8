// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Random operations on several series at once. After each of them every invariant holds and the chain shows what the
//! model does; a call fails where the model says so and nowhere else, and then changes nothing; at the end everybody
//! gets out and every series is closed.
//!
//! `FINCH_SEQUENCES` says how many sequences to run; each has 50 operations.

use super::{
    model::{Model, PEOPLE},
    *,
};
use crate::Call;
use finch_ports::StakingBackend;
use frame_support::{
    dispatch::RawOrigin,
    traits::{
        fungible::Mutate,
        fungibles,
        tokens::Preservation::{Expendable, Preserve},
    },
    weights::WeightMeter,
};
use proptest::{collection::vec, prelude::*, test_runner::Config as Runs};
use sp_io::storage::root as storage_root;
use sp_runtime::{traits::Dispatchable, StateVersion};

const OPERATIONS: usize = 50;
/// Long enough to be met by redemptions.
const SLASH_WAIT: Moment = 15 * ERA;

/// A part of what there is, in millionths, or so many planck.
#[derive(Clone, Copy, Debug)]
enum Amount {
    Part(u32),
    Planck(u128),
}

impl Amount {
    fn of(self, all: u128) -> u128 {
        match self {
            Self::Part(millionths) => {
                all / 1_000_000 * u128::from(millionths) + all % 1_000_000 * u128::from(millionths) / 1_000_000
            }
            Self::Planck(planck) => planck,
        }
    }
}

/// One of the series, and one of its tranches; by its owner or by anybody.
#[derive(Clone, Copy, Debug)]
struct Pick {
    series: usize,
    tranche: usize,
    who: AccountId,
    stray: bool,
}

#[derive(Clone, Debug)]
struct Offer {
    issuer: AccountId,
    principal: u128,
    bond: Amount,
    eras: u64,
    contract_size: u128,
    /// Share in percent and rate in thousandths.
    tranches: Vec<(u32, u128)>,
}

#[derive(Clone, Debug)]
enum Op {
    /// Proposed, verified and opened.
    Launch(Offer),
    /// Every auction of a series closes at this price, is delivered and finished.
    SellOut(Pick, Amount, u128),
    /// The era ends and its upkeep runs.
    Round(Amount),
    Propose(Offer),
    Verify(Pick),
    Reject(Pick),
    Withdraw(Pick),
    Open(Pick),
    CloseAuction(Pick, Amount, u128),
    Deliver(Pick, Amount),
    FinishAuction(Pick),
    Collect(Pick),
    BuyBack(Pick, Amount),
    Transfer(Pick, AccountId, Amount),
    Settle(Pick),
    Redeem(Pick, Amount),
    Close(Pick),
    Poke(AccountId),
    Idle,
    Steps(u32),
    NextEra(Amount),
    Later(u64),
    Slash(Pick, u32),
    Gift(Pick, Amount),
    Broken(bool),
}

fn who() -> impl Strategy<Value = AccountId> {
    (0..PEOPLE.len()).prop_map(|at| PEOPLE[at])
}

/// Issuers more often: they buy back.
fn receiver() -> impl Strategy<Value = AccountId> {
    prop_oneof![2 => Just(ALICE), 2 => Just(DAVE), 2 => who()]
}

fn amount() -> impl Strategy<Value = Amount> {
    prop_oneof![
        6 => (1u32..=1_000_000).prop_map(Amount::Part),
        4 => Just(Amount::Part(1_000_000)),
        3 => (0u128..=20).prop_map(Amount::Planck),
        1 => (any::<u128>(), 18u32..127).prop_map(|(bits, shift)| Amount::Planck(bits >> shift)),
    ]
}

fn pick() -> impl Strategy<Value = Pick> {
    (any::<u16>(), any::<u16>(), who(), 0..8u8).prop_map(|(series, tranche, who, stray)| Pick {
        series: series.into(),
        tranche: tranche.into(),
        who,
        stray: stray == 0,
    })
}

fn offer() -> impl Strategy<Value = Offer> {
    let principal = prop_oneof![
        6 => 1_000u128..3_000_000,
        2 => (any::<u128>(), 60u32..100).prop_map(|(bits, shift)| bits >> shift),
        1 => any::<u128>(),
    ];
    let bond = prop_oneof![6 => (20_000u32..200_000).prop_map(Amount::Part), 1 => amount()];
    let tranche = (prop_oneof![8 => 1u32..50, 1 => 0u32..101], 0u128..1_000);
    let issuer = prop_oneof![Just(ALICE), Just(DAVE)];
    (issuer, principal, bond, 4u64..12, 1u128..5, vec(tranche, 0..=4)).prop_map(
        |(issuer, principal, bond, eras, contract_size, tranches)| Offer {
            issuer,
            principal,
            bond,
            eras,
            contract_size,
            tranches,
        },
    )
}

/// One that is accepted.
fn sound_offer() -> impl Strategy<Value = Offer> {
    let issuer = prop_oneof![Just(ALICE), Just(DAVE)];
    let tranche = (14u32..24, 0u128..300);
    let principal = prop_oneof![4 => 1_000u128..3_000_000, 1 => 1_000_000_000u128..1_000_000_000_000];
    (
        issuer,
        principal,
        20_001u32..200_000,
        5u64..10,
        1u128..5,
        vec(tranche, 1..=4),
    )
        .prop_map(|(issuer, principal, bond, eras, contract_size, tranches)| Offer {
            issuer,
            principal,
            bond: Amount::Planck(principal / 1_000_000 * u128::from(bond) + 40_000),
            eras,
            contract_size,
            tranches,
        })
}

/// Of the stake, in an era: usual, a lot, next to nothing.
fn reward() -> impl Strategy<Value = Amount> {
    prop_oneof![
        6 => (0u32..2_000).prop_map(Amount::Part),
        1 => (0u32..200_000).prop_map(Amount::Part),
        2 => (0u128..20).prop_map(Amount::Planck),
        2 => Just(Amount::Planck(0)),
    ]
}

/// In millionths of the stake.
fn slash() -> impl Strategy<Value = u32> {
    prop_oneof![4 => 1_000u32..50_000, 2 => 1u32..1_000, 4 => 50_000u32..600_000, 2 => 600_000u32..=1_000_000]
}

fn operation() -> impl Strategy<Value = Op> {
    let price = || 900_000u128..1_100_000;
    prop_oneof![
        8 => sound_offer().prop_map(Op::Launch),
        8 => (pick(), amount(), price()).prop_map(|(pick, sold, price)| Op::SellOut(pick, sold, price)),
        20 => reward().prop_map(Op::Round),
        4 => offer().prop_map(Op::Propose),
        3 => pick().prop_map(Op::Verify),
        1 => pick().prop_map(Op::Reject),
        1 => pick().prop_map(Op::Withdraw),
        3 => pick().prop_map(Op::Open),
        8 => (pick(), amount(), price()).prop_map(|(pick, sold, price)| Op::CloseAuction(pick, sold, price)),
        10 => (pick(), amount()).prop_map(|(pick, units)| Op::Deliver(pick, units)),
        4 => pick().prop_map(Op::FinishAuction),
        3 => pick().prop_map(Op::Collect),
        6 => (pick(), amount()).prop_map(|(pick, units)| Op::BuyBack(pick, units)),
        8 => (pick(), receiver(), amount()).prop_map(|(pick, to, units)| Op::Transfer(pick, to, units)),
        8 => pick().prop_map(Op::Settle),
        12 => (pick(), amount()).prop_map(|(pick, units)| Op::Redeem(pick, units)),
        3 => pick().prop_map(Op::Close),
        3 => who().prop_map(Op::Poke),
        4 => Just(Op::Idle),
        5 => (1u32..8).prop_map(Op::Steps),
        6 => reward().prop_map(Op::NextEra),
        8 => (1u64..2 * ERA).prop_map(Op::Later),
        7 => (pick(), slash()).prop_map(|(pick, part)| Op::Slash(pick, part)),
        2 => (pick(), amount()).prop_map(|(pick, amount)| Op::Gift(pick, amount)),
        1 => any::<bool>().prop_map(Op::Broken),
        2 => Just(Op::Broken(false)),
    ]
}

struct World {
    model: Model,
}

impl World {
    fn new(fee: u32) -> Self {
        SlashWait::set(&SLASH_WAIT);
        FeeRate::set(&Perbill::from_parts(fee));
        Self { model: Model::new() }
    }

    /// Does it and checks everything.
    #[track_caller]
    fn go(&mut self, op: &Op) {
        System::reset_events();
        self.act(op.clone());
        self.hear();
        Derivatives::do_try_state().unwrap();
        self.model.check();
    }

    /// Tells the model what has happened on the chain.
    fn hear(&mut self) {
        take_events().into_iter().for_each(|event| self.model.happened(event));
    }

    fn act(&mut self, op: Op) {
        match op {
            Op::Launch(offer) => self.launch(offer),
            Op::SellOut(pick, part, price) => self.sell_out(pick, part, price),
            Op::Round(reward) => {
                self.act(Op::NextEra(reward));
                self.act(Op::Idle);
            }
            Op::Propose(offer) => self.propose(offer),
            Op::Verify(pick) => {
                let series = self.pick(pick, |deal| !deal.verified);
                let legal = self.model.verify(series);
                self.dispatch(RawOrigin::Root.into(), Call::verify { series }, legal.is_some());
            }
            Op::Reject(pick) => {
                let series = self.pick(pick, |deal| !deal.opened);
                let legal = self.model.drop(None, series);
                self.dispatch(RawOrigin::Root.into(), Call::reject { series }, legal.is_some());
            }
            Op::Withdraw(pick) => {
                let series = self.pick(pick, |deal| !deal.opened);
                let who = self.issuer(pick, series);
                let legal = self.model.drop(Some(who), series);
                self.call(who, Call::withdraw_proposal { series }, legal.is_some());
            }
            Op::Open(pick) => {
                let series = self.pick(pick, |deal| deal.verified && !deal.opened);
                let who = self.issuer(pick, series);
                let legal = self.model.open(who, series);
                self.call(who, Call::open { series }, legal.is_some());
            }
            Op::CloseAuction(pick, sold, price) => {
                if let Some((id, at)) = self.lot(pick, |slice| !slice.closed) {
                    let sold = sold.of(self.model.deals[&id].slices[at].units);
                    self.close_auction(id, at, sold, price);
                }
            }
            Op::Deliver(pick, units) => self.deliver(pick, units),
            Op::FinishAuction(pick) => {
                if let Some((id, at)) = self.lot(pick, |slice| slice.closed && !slice.finished) {
                    self.finish_auction(id, at);
                }
            }
            Op::Collect(pick) => {
                let series = self.pick(pick, |deal| deal.opened);
                let legal = self.model.collect(series);
                self.call(pick.who, Call::collect { series }, legal.is_some());
            }
            Op::BuyBack(pick, units) => {
                let (series, at, who) = self.holding(pick, |deal, who| deal.running() && deal.issuer == who);
                let units = units.of(self.units(who, series, at));
                let legal = self.model.buy_back(who, series, at, units);
                let tranche = at as TrancheId;
                self.call(who, Call::buy_back { series, tranche, units }, legal.is_some());
            }
            Op::Transfer(pick, to, part) => {
                let (id, at, from) = self.holding(pick, |_, _| true);
                let held = self.units(from, id, at);
                let units = part.of(held).min(held);
                if units > 0 {
                    let token = token(id, at as TrancheId);
                    <Assets as fungibles::Mutate<_>>::transfer(token, &from, &to, units, Expendable).unwrap();
                    self.model.transfer(from, to, id, at, units);
                }
            }
            Op::Settle(pick) => {
                let series = self.pick(pick, |deal| deal.running() && deal.due());
                let legal = self.model.settle(series);
                self.call(pick.who, Call::settle { series }, legal.is_some());
            }
            Op::Redeem(pick, part) => {
                let (id, at, who) = self.holding(pick, |deal, _| deal.settled());
                let units = part.of(self.units(who, id, at));
                self.redeem(who, id, at, units);
            }
            Op::Close(pick) => {
                let series = self.pick(pick, |deal| deal.over() && deal.free());
                let legal = self.model.close(series);
                self.call(pick.who, Call::close { series }, legal.is_some());
            }
            Op::Poke(who) => {
                let round = Round::<Test>::get();
                let due = round.era < Staking::active_era() && !Live::<Test>::get().is_empty();
                self.call(who, Call::poke {}, round.step.is_some() || due);
            }
            Op::Idle => {
                Derivatives::on_idle(1, Weight::MAX);
            }
            Op::Steps(most) => {
                Derivatives::run_upkeep(&mut WeightMeter::new(), most);
            }
            Op::NextEra(part) => {
                for (id, deal) in self.model.deals.iter_mut().filter(|(_, deal)| deal.live) {
                    let vault = Derivatives::vault(*id);
                    let stake = Staking::stake(&vault).total;
                    if stake > 0 {
                        let reward = part.of(stake);
                        deal.earned += reward;
                        Staking::earn_for(vault, reward);
                    }
                }
                Staking::next_era();
                later(ERA);
            }
            Op::Later(time) => later(time),
            Op::Slash(pick, part) => {
                let id = self.pick(pick, |deal| deal.live);
                let vault = Derivatives::vault(id);
                let amount = Amount::Part(part).of(Staking::stake(&vault).total);
                if amount > 0 {
                    self.model.slashed(id, amount);
                    assert_eq!(Staking::slash(vault, amount), amount);
                }
            }
            Op::Gift(pick, part) => {
                let id = self.pick(pick, |deal| deal.opened);
                let spendable = self.model.spendable(pick.who);
                let amount = part.of(spendable / 1_000_000).min(spendable);
                if self.model.deals.get(&id).is_some_and(|deal| deal.opened) && amount > 0 {
                    <Balances as Mutate<_>>::transfer(&pick.who, &Derivatives::vault(id), amount, Preserve).unwrap();
                    self.model.gift(pick.who, id, amount);
                }
            }
            Op::Broken(broken) => {
                self.model.broken = broken;
                Staking::set_broken(broken);
            }
        }
    }

    fn propose(&mut self, offer: Offer) {
        let terms = Terms {
            term: offer.eras * ERA,
            contract_size: offer.contract_size,
            ..terms()
        };
        let tranches: Vec<_> = offer
            .tranches
            .iter()
            .map(|(share, rate)| TrancheTerms {
                annual_rate: ratio(*rate, 1_000),
                ..tranche(*share, 0)
            })
            .collect();
        let bond = offer.bond.of(offer.principal);
        let legal = self
            .model
            .propose(offer.issuer, offer.principal, bond, &terms, &tranches);
        let call = Call::propose {
            validator: VALIDATOR,
            principal: offer.principal,
            bond,
            terms,
            tranches: list(&tranches),
        };
        self.call(offer.issuer, call, legal.is_some());
    }

    fn launch(&mut self, offer: Offer) {
        let (issuer, series) = (offer.issuer, self.model.next);
        self.propose(offer);
        let verified = self.model.verify(series);
        self.dispatch(RawOrigin::Root.into(), Call::verify { series }, verified.is_some());
        let legal = self.model.open(issuer, series);
        self.call(issuer, Call::open { series }, legal.is_some());
    }

    fn sell_out(&mut self, pick: Pick, part: Amount, price: u128) {
        let waits = |deal: &super::model::Deal| deal.slices.iter().any(|slice| !slice.finished);
        let id = self.pick(pick, |deal| deal.opened && waits(deal));
        let lots = match self.model.deals.get(&id) {
            Some(deal) if deal.opened => deal.slices.len(),
            _ => 0,
        };
        for at in 0..lots {
            if !self.model.deals[&id].slices[at].closed {
                let sold = part.of(self.model.deals[&id].slices[at].units);
                self.close_auction(id, at, sold, price);
            }
            let buyer = if at % 2 == 0 { BOB } else { CHARLIE };
            self.deliver_to(buyer, id, at, Amount::Part(1_000_000));
            if !self.model.deals[&id].slices[at].finished {
                self.finish_auction(id, at);
            }
        }
    }

    fn close_auction(&mut self, id: SeriesId, at: usize, sold: u128, price: u128) {
        let sold = sold.min(self.model.deals[&id].slices[at].units);
        // Not a round number: payments have something to round.
        let price = ratio(if sold > 0 { price } else { 0 }, 1_000_003);
        self.model.closed(id, at, sold, price);
        House::close(auction(id, at as TrancheId), sold, price).unwrap();
        self.hear();
    }

    fn finish_auction(&mut self, id: SeriesId, at: usize) {
        self.model.finished(id, at);
        House::finish(auction(id, at as TrancheId)).unwrap();
        self.hear();
    }

    fn deliver(&mut self, pick: Pick, part: Amount) {
        if let Some((id, at)) = self.lot(pick, |slice| slice.pending > 0) {
            self.deliver_to(pick.who, id, at, part);
        }
    }

    fn deliver_to(&mut self, who: AccountId, id: SeriesId, at: usize, part: Amount) {
        let deal = &self.model.deals[&id];
        // The validator is nobody of these; Eve acts for Alice.
        let barred = who == deal.issuer || (who == EVE && deal.issuer == ALICE);
        let units = part.of(deal.slices[at].pending).min(deal.slices[at].pending);
        let affordable = units / 10 * 12 + 20 <= self.model.spendable(who);
        if units > 0 && affordable && !barred {
            let paid = self.model.delivered(id, at, who, units);
            assert_eq!(House::deliver(auction(id, at as TrancheId), who, units), Ok(paid));
        }
    }

    fn redeem(&mut self, who: AccountId, series: SeriesId, at: usize, units: u128) {
        let legal = self.model.redeem(who, series, at, units);
        let tranche = at as TrancheId;
        let call = Call::redeem { series, tranche, units };
        self.call(who, call, legal.is_some());
    }

    /// A series that fits, or any.
    fn pick(&self, pick: Pick, fits: impl Fn(&super::model::Deal) -> bool) -> SeriesId {
        let deals = &self.model.deals;
        let fitting: Vec<_> = deals.iter().filter(|(_, deal)| pick.stray || fits(deal)).collect();
        match fitting.get(pick.series % fitting.len().max(1)) {
            Some((id, _)) => **id,
            None => pick.series as SeriesId % (self.model.next + 1),
        }
    }

    /// A lot of an opened series that fits.
    fn lot(&self, pick: Pick, fits: impl Fn(&super::model::Slice) -> bool) -> Option<(SeriesId, usize)> {
        let opened = self.model.deals.iter().filter(|(_, deal)| deal.opened);
        let lots: Vec<_> = opened
            .flat_map(|(id, deal)| deal.slices.iter().enumerate().map(move |(at, slice)| (*id, at, slice)))
            .filter(|(.., slice)| fits(slice))
            .collect();
        let (id, at, _) = lots.get(pick.tranche % lots.len().max(1))?;
        Some((*id, *at))
    }

    /// Tokens that somebody who fits holds, and who does; or any tranche and anybody.
    fn holding(
        &self,
        pick: Pick,
        fits: impl Fn(&super::model::Deal, AccountId) -> bool,
    ) -> (SeriesId, usize, AccountId) {
        let mut held = vec![];
        for (id, deal) in &self.model.deals {
            for (at, slice) in deal.slices.iter().enumerate() {
                let holders = slice
                    .held
                    .iter()
                    .filter(|(who, units)| **units > 0 && fits(deal, **who));
                held.extend(holders.map(|(who, _)| (*id, at, *who)));
            }
        }
        match held.get(pick.series % held.len().max(1)) {
            Some(holding) if !pick.stray => *holding,
            _ => (
                pick.series as SeriesId % (self.model.next + 1),
                pick.tranche % 5,
                pick.who,
            ),
        }
    }

    fn units(&self, who: AccountId, id: SeriesId, at: usize) -> u128 {
        let slice = self.model.deals.get(&id).and_then(|deal| deal.slices.get(at));
        slice
            .and_then(|slice| slice.held.get(&who))
            .copied()
            .unwrap_or_default()
    }

    fn issuer(&self, pick: Pick, id: SeriesId) -> AccountId {
        let deal = self.model.deals.get(&id).filter(|_| !pick.stray);
        deal.map_or(pick.who, |deal| deal.issuer)
    }

    #[track_caller]
    fn call(&self, who: AccountId, call: Call<Test>, legal: bool) {
        self.dispatch(signed(who), call, legal);
    }

    #[track_caller]
    fn dispatch(&self, origin: RuntimeOrigin, call: Call<Test>, legal: bool) {
        let root = (!legal).then(|| storage_root(StateVersion::V1));
        let result = RuntimeCall::Derivatives(call.clone()).dispatch(origin);
        assert_eq!(result.is_ok(), legal, "{call:?}: {result:?}");
        if let Some(root) = root {
            let error = result.unwrap_err().error;
            let named = matches!(error, DispatchError::Module(_)) && error != Error::Corrupted.into();
            let broken = self.model.broken && error == DispatchError::Other("the fake is broken");
            assert!(named || broken, "{call:?}: {error:?}");
            assert!(
                root == storage_root(StateVersion::V1),
                "{call:?} failed and left something behind"
            );
        }
    }

    /// Every auction ends, every series is settled or cancelled, everybody redeems, every series is closed.
    fn everybody_out(&mut self) {
        self.go(&Op::Broken(false));
        for id in Derivatives::all_series() {
            if !self.model.deals[&id].opened {
                self.model.drop(None, id).unwrap();
                self.dispatch(RawOrigin::Root.into(), Call::reject { series: id }, true);
                continue;
            }
            for at in 0..self.model.deals[&id].slices.len() {
                System::reset_events();
                let slice = self.model.deals[&id].slices[at].clone();
                if !slice.closed {
                    self.close_auction(id, at, 0, 0);
                }
                if !slice.finished {
                    self.finish_auction(id, at);
                }
            }
        }
        // What is left of the running round; then the terms are over, the stake unbonds, and what it earned last.
        self.go(&Op::Idle);
        self.go(&Op::Later(20 * ERA));
        for _ in 0..2 * Staking::BONDING_ERAS + 2 {
            self.go(&Op::NextEra(Amount::Planck(0)));
            self.go(&Op::Idle);
        }
        assert!(Live::<Test>::get().is_empty());
        self.go(&Op::Later(SLASH_WAIT));
        for (id, deal) in self.model.deals.clone() {
            assert!(deal.over());
            for (at, slice) in deal.slices.iter().enumerate() {
                for (who, units) in slice.held.iter().filter(|(_, units)| **units > 0) {
                    System::reset_events();
                    self.redeem(*who, id, at, *units);
                    self.model.check();
                }
            }
            System::reset_events();
            assert!(self.model.close(id).is_some());
            self.call(BOB, Call::close { series: id }, true);
            self.hear();
            self.model.check();
        }
        assert!(Derivatives::all_series().is_empty());
        Derivatives::do_try_state().unwrap();
    }
}

fn sequence(fee: u32, operations: &[Op]) {
    new_test_ext().execute_with(|| {
        let mut world = World::new(fee);
        for op in operations {
            world.go(op);
        }
        world.everybody_out();
    });
}

/// Without `FINCH_SEQUENCES` 60 sequences are run.
fn runs() -> Runs {
    let all = std::env::var("FINCH_SEQUENCES").map_or(60, |text| text.parse().expect("FINCH_SEQUENCES is a number"));
    Runs {
        failure_persistence: None,
        max_shrink_iters: 1_000,
        max_shrink_time: 20_000,
        ..Runs::with_cases(all)
    }
}

proptest! {
    #![proptest_config(runs())]

    #[test]
    fn any_sequence_of_operations_agrees_with_the_model(
        fee in 0u32..30_000_000,
        operations in vec(operation(), OPERATIONS),
    ) {
        sequence(fee, &operations);
    }
}
