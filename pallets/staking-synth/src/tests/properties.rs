// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Random operations. After each of them every invariant holds and the chain shows what the model does; a call fails
//! where the model says so and nowhere else, and then changes nothing; at the end everybody gets out.
//!
//! `FINCH_SEQUENCES` says how many sequences to run; each has 50 operations.

use super::{
    model::{floor, wide, Model, Stage as Step, PEOPLE},
    *,
};
use crate::Call;
use finch_ports::{Candidate, StakingBackend};
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

/// A part of what there is, in millionths, or so many planck.
#[derive(Clone, Copy, Debug)]
enum Amount {
    Part(u32),
    Planck(u128),
}

impl Amount {
    fn of(self, all: u128) -> u128 {
        match self {
            Self::Part(millionths) => floor(all, millionths.into(), 1_000_000).unwrap(),
            Self::Planck(planck) => planck,
        }
    }
}

/// The limit that a caller sets: none, the result itself, a planck more.
#[derive(Clone, Copy, Debug)]
enum Least {
    Anything,
    Exactly,
    TooMuch,
}

impl Least {
    fn of(self, result: u128) -> u128 {
        match self {
            Self::Anything => 0,
            Self::Exactly => result,
            Self::TooMuch => result.saturating_add(1),
        }
    }
}

/// One of the tickets that are at the right stage, in the hands of its owner; or any ticket in any hands.
#[derive(Clone, Copy, Debug)]
struct Pick {
    at: usize,
    stray: bool,
    who: AccountId,
}

#[derive(Clone, Debug)]
enum Op {
    Mint(AccountId, Amount, Least),
    Redeem(AccountId, Amount, Least),
    Instant(AccountId, Amount, Least),
    Cancel(Pick),
    Rebond(Pick),
    Transfer(Pick, AccountId),
    Claim(Pick),
    Poke(AccountId),
    Idle,
    Steps(u32),
    NextEra(Amount),
    Progress(Perbill),
    Slash(u32),
    Report(u32),
    DonateToPot(AccountId, Amount),
    DonateToStash(AccountId, Amount),
    DonateSynth(AccountId, Amount),
    Broken(bool),
    Pause,
    Resume,
}

fn who() -> impl Strategy<Value = AccountId> {
    (0..PEOPLE.len()).prop_map(|at| PEOPLE[at])
}

fn amount() -> impl Strategy<Value = Amount> {
    prop_oneof![
        6 => (1u32..=1_000_000).prop_map(Amount::Part),
        2 => (1u32..=1_000).prop_map(Amount::Part),
        2 => Just(Amount::Part(1_000_000)),
        4 => (1u128..=200).prop_map(Amount::Planck),
        4 => (any::<u128>(), 18u32..127).prop_map(|(bits, shift)| Amount::Planck(bits >> shift)),
        1 => prop_oneof![Just(0), Just(u128::MAX)].prop_map(Amount::Planck),
    ]
}

fn least() -> impl Strategy<Value = Least> {
    prop_oneof![6 => Just(Least::Anything), 3 => Just(Least::Exactly), 1 => Just(Least::TooMuch)]
}

fn pick() -> impl Strategy<Value = Pick> {
    (any::<u16>(), 0..8u8, who()).prop_map(|(at, stray, who)| Pick {
        at: at.into(),
        stray: stray == 0,
        who,
    })
}

/// Of the active stake, in an era: usual, a lot, next to nothing.
fn reward() -> impl Strategy<Value = Amount> {
    prop_oneof![
        6 => (0u32..2_000).prop_map(Amount::Part),
        1 => (0u32..200_000).prop_map(Amount::Part),
        2 => (0u128..20).prop_map(Amount::Planck),
        1 => Just(Amount::Planck(0)),
    ]
}

/// In millionths of the stake.
fn slash() -> impl Strategy<Value = u32> {
    prop_oneof![8 => 1_000u32..50_000, 3 => 1u32..1_000, 2 => 50_000u32..300_000, 1 => 300_000u32..=1_000_000]
}

fn operation(rewards: bool) -> impl Strategy<Value = Op> {
    let reward = if rewards {
        reward().boxed()
    } else {
        Just(Amount::Planck(0)).boxed()
    };
    prop_oneof![
        14 => (who(), amount(), least()).prop_map(|(who, amount, least)| Op::Mint(who, amount, least)),
        12 => (who(), amount(), least()).prop_map(|(who, amount, least)| Op::Redeem(who, amount, least)),
        8 => (who(), amount(), least()).prop_map(|(who, amount, least)| Op::Instant(who, amount, least)),
        4 => pick().prop_map(Op::Cancel),
        5 => pick().prop_map(Op::Rebond),
        4 => (pick(), 0..8usize)
            .prop_map(|(pick, to)| Op::Transfer(pick, PEOPLE.get(to % 4).copied().unwrap_or(Synth::pot()))),
        8 => pick().prop_map(Op::Claim),
        4 => who().prop_map(Op::Poke),
        10 => Just(Op::Idle),
        4 => (1u32..6).prop_map(Op::Steps),
        14 => reward.prop_map(Op::NextEra),
        3 => (0u32..=1_000_000_000).prop_map(|parts| Op::Progress(Perbill::from_parts(parts))),
        5 => slash().prop_map(Op::Slash),
        1 => slash().prop_map(Op::Report),
        2 => (who(), amount()).prop_map(|(who, amount)| Op::DonateToPot(who, amount)),
        2 => (who(), amount()).prop_map(|(who, amount)| Op::DonateToStash(who, amount)),
        2 => (who(), amount()).prop_map(|(who, amount)| Op::DonateSynth(who, amount)),
        1 => any::<bool>().prop_map(Op::Broken),
        1 => Just(Op::Pause),
        4 => Just(Op::Resume),
    ]
}

/// What differs between sequences besides the operations.
#[derive(Clone, Copy, Debug)]
struct Setting {
    /// Deposits and tickets from 1 planck on.
    tiny: bool,
    /// Charlie owns 1e33 planck.
    rich: bool,
    fee: Perbill,
}

fn setting() -> impl Strategy<Value = Setting> {
    (any::<bool>(), 0..4u8, 0u32..=40).prop_map(|(tiny, rich, fee)| Setting {
        tiny,
        rich: rich == 0,
        fee: Perbill::from_percent(fee),
    })
}

struct World {
    model: Model,
}

impl World {
    fn new(setting: Setting) -> Self {
        if setting.tiny {
            MinDeposit::set(&1);
            MinRedeem::set(&1);
        }
        if setting.rich {
            Balances::mint_into(&CHARLIE, 1_000_000_000_000_000_000_000_000_000_000_000).unwrap();
        }
        RewardFee::set(&setting.fee);
        Staking::set_candidates(vec![Candidate {
            account: 77,
            commission: Perbill::from_percent(5),
            points: 20,
            exposure: 1_000,
            blocked: false,
        }]);
        Self {
            model: Model::new(setting.fee),
        }
    }

    /// Does it and checks everything.
    #[track_caller]
    fn go(&mut self, op: &Op) {
        let (backing, issuance) = (self.model.backing, self.model.issuance);
        let behind = Staking::active_era() - books().accounted_era;
        System::reset_events();
        self.act(op);
        self.model.operations += 1;
        for event in take_events() {
            self.model.happened(event);
        }
        Synth::do_try_state().unwrap();
        self.model.check();
        let before = wide(backing) * wide(self.model.issuance);
        let after = wide(self.model.backing) * wide(issuance);
        assert!(after >= before || matches!(op, Op::Slash(_)), "the rate fell");
        // By 0.1 % for the accounting; by what has accrued, if a large deposit pays for it; and by dust.
        let dust = wide(2 * backing / issuance + 2 + self.model.tickets.len() as u128) * wide(issuance);
        assert!(
            after <= before + before * (1 + behind) / 1_000 + dust,
            "the rate jumped from {backing}/{issuance}"
        );
    }

    fn act(&mut self, op: &Op) {
        match op.clone() {
            Op::Mint(who, amount, least) => self.mint(who, amount.of(native(who)), least),
            Op::Redeem(who, amount, least) => self.redeem(who, amount.of(synth(who)), least),
            Op::Instant(who, amount, least) => self.redeem_instant(who, amount, least),
            Op::Cancel(pick) => {
                let (who, ticket) = self.pick(pick, Step::Open);
                let legal = self.model.cancel(who, ticket);
                self.call(who, Call::cancel { ticket }, legal.is_some());
            }
            Op::Rebond(pick) => {
                let (who, ticket) = self.pick(pick, Step::Waiting);
                let legal = self.model.rebond(who, ticket);
                self.call(who, Call::rebond { ticket }, legal.is_some());
            }
            Op::Transfer(pick, to) => {
                let (who, ticket) = self.pick(Pick { at: pick.at, ..pick }, Step::Waiting);
                let legal = self.model.transfer(who, ticket, to);
                self.call(who, Call::transfer_ticket { ticket, to }, legal.is_some());
            }
            Op::Claim(pick) => {
                let (_, ticket) = self.pick(pick, Step::Settled);
                let legal = self.model.claim(ticket);
                self.call(pick.who, Call::claim { ticket }, legal.is_some());
            }
            Op::Poke(who) => {
                let round = Round::<Test>::get();
                let due = round.stage.is_some() || round.era < Staking::active_era();
                self.call(who, Call::poke {}, due);
            }
            Op::Idle => {
                Synth::on_idle(1, Weight::MAX);
            }
            Op::Steps(most) => {
                Synth::run_upkeep(&mut WeightMeter::new(), most);
            }
            Op::NextEra(reward) => {
                let reward = reward.of(Staking::stake(&Synth::stash()).active);
                let round = Round::<Test>::get();
                self.model.punctual &= round.stage.is_none() && round.era == Staking::active_era();
                self.model.earn(reward);
                Staking::earn(reward);
                Staking::next_era();
            }
            Op::Progress(progress) => Staking::set_progress(progress),
            Op::Slash(millionths) => {
                let stake = Staking::stake(&Synth::stash()).total;
                let amount = Amount::Part(millionths).of(stake);
                self.model.stake_fell(amount);
                assert_eq!(Staking::slash(Synth::stash(), amount), amount);
            }
            Op::Report(millionths) => {
                Staking::report_slash(Amount::Part(millionths).of(Staking::stake(&Synth::stash()).total));
            }
            Op::DonateToPot(who, amount) => self.donate(who, Synth::pot(), amount),
            Op::DonateToStash(who, amount) => self.donate(who, Synth::stash(), amount),
            Op::DonateSynth(who, amount) => {
                let synth = amount.of(synth(who)).min(synth(who));
                <Assets as fungibles::Mutate<_>>::transfer(SYNTH, &who, &Synth::pot(), synth, Expendable).unwrap();
                self.model.donate_synth(who, synth);
            }
            Op::Broken(broken) => {
                self.model.broken = broken;
                Staking::set_broken(broken);
            }
            Op::Pause => {
                let legal = self.model.entry == Entry::Open;
                if legal {
                    self.model.entry = Entry::Paused;
                }
                self.dispatch(RawOrigin::Root.into(), Call::pause_mints {}, legal);
            }
            Op::Resume => {
                let legal = self.model.entry != Entry::Open;
                self.model.entry = Entry::Open;
                self.dispatch(RawOrigin::Root.into(), Call::resume_mints {}, legal);
            }
        }
    }

    fn mint(&mut self, who: AccountId, amount: u128, least: Least) {
        let quote = Synth::quote_mint(amount).map(|quote| quote.synth);
        let min_synth_out = least.of(quote.unwrap_or(0));
        let legal = self.model.mint(who, amount, min_synth_out);
        assert!(
            legal.is_none() || legal == quote,
            "{quote:?} was quoted, {legal:?} is due"
        );
        self.call(who, Call::mint { amount, min_synth_out }, legal.is_some());
    }

    fn redeem(&mut self, who: AccountId, synth: u128, least: Least) {
        let quote = Synth::quote_redeem(synth).map_or(0, |quote| quote.queued);
        let min_native_out = least.of(quote);
        let legal = self.model.redeem(who, synth, min_native_out);
        if let Some(id) = legal {
            assert_eq!(self.model.tickets[&id].value, quote);
        }
        self.call(who, Call::redeem { synth, min_native_out }, legal.is_some());
    }

    fn redeem_instant(&mut self, who: AccountId, amount: Amount, least: Least) {
        let buffer = books().buffer;
        // Most often no more than the buffer can pay.
        let most = floor(buffer, self.model.issuance, self.model.backing).unwrap_or(0);
        let synth = amount.of(synth(who).min(most));
        let quote = Synth::quote_redeem(synth).and_then(|quote| Some((quote.instant?, quote.instant_fee)));
        // Without a quote either the buffer is too low or all of it would be the fee.
        let gross = self.model.value_of(synth).unwrap_or(u128::MAX);
        let fee = quote.map_or(gross, |(_, fee)| fee);
        let min_native_out = least.of(quote.map_or(0, |(out, _)| out));
        let legal = self.model.redeem_instant(who, synth, min_native_out, buffer, fee);
        self.call(who, Call::redeem_instant { synth, min_native_out }, legal.is_some());
    }

    fn donate(&mut self, who: AccountId, to: AccountId, amount: Amount) {
        let amount = amount.of(native(who) / 2).min(native(who) - ED);
        <Balances as Mutate<_>>::transfer(&who, &to, amount, Preserve).unwrap();
        self.model.donate(who, to, amount);
    }

    /// A ticket and the one who tries something with it.
    fn pick(&self, pick: Pick, stage: Step) -> (AccountId, TicketId) {
        let tickets = &self.model.tickets;
        let fitting: Vec<_> = tickets
            .iter()
            .filter(|(_, t)| pick.stray || self.model.stage(t) == stage)
            .collect();
        match fitting.get(pick.at % fitting.len().max(1)) {
            None => (pick.who, pick.at as TicketId),
            Some((id, ticket)) if pick.stray || ticket.owner == Synth::pot() => (pick.who, **id),
            Some((id, ticket)) => (ticket.owner, **id),
        }
    }

    #[track_caller]
    fn call(&self, who: AccountId, call: Call<Test>, legal: bool) {
        self.dispatch(signed(who), call, legal);
    }

    #[track_caller]
    fn dispatch(&self, origin: RuntimeOrigin, call: Call<Test>, legal: bool) {
        let root = (!legal).then(|| storage_root(StateVersion::V1));
        let result = RuntimeCall::Synth(call.clone()).dispatch(origin);
        assert_eq!(result.is_ok(), legal, "{call:?}: {result:?}");
        if let Some(root) = root {
            let error = result.unwrap_err().error;
            assert!(
                error != Error::Corrupted.into() && matches!(error, DispatchError::Module(_)),
                "{call:?}: {error:?}"
            );
            assert!(
                root == storage_root(StateVersion::V1),
                "{call:?} failed and left something behind"
            );
        }
    }

    /// Everybody leaves, whatever state the entry is in. The last ticket can be claimed as soon as its stake is
    /// unbonded.
    fn everybody_out(&mut self) {
        self.go(&Op::Broken(false));
        for who in PEOPLE {
            let all = synth(who);
            if self.model.value_of(all).unwrap() >= MinRedeem::get().max(1) {
                self.go(&Op::Redeem(who, Amount::Part(1_000_000), Least::Exactly));
            }
        }
        // What is left of the running round, the round that closes the last batch, unbonding; and one more, because a
        // slash may have left the buffer with native that the queue needs, and the buffer gives it after settling.
        self.go(&Op::Idle);
        for _ in 0..Staking::BONDING_ERAS + 2 {
            self.go(&Op::NextEra(Amount::Planck(0)));
            self.go(&Op::Idle);
        }
        assert_eq!(books().owed, 0);
        while let Some((&ticket, _)) = self.model.tickets.first_key_value() {
            assert!(self.model.claim(ticket).is_some(), "{ticket} cannot be claimed");
            self.call(ALICE, Call::claim { ticket }, true);
        }
        self.model.check();
        Synth::do_try_state().unwrap();
        assert_eq!(books().settled, 0);
    }
}

fn sequence(setting: Setting, operations: &[Op]) {
    new_test_ext().execute_with(|| {
        let mut world = World::new(setting);
        for op in operations {
            world.go(op);
        }
        world.everybody_out();
    });
}

/// So many of a hundred sequences; without `FINCH_SEQUENCES` 60 of them are run in all.
fn runs(percent: u32) -> Runs {
    let all: u32 =
        std::env::var("FINCH_SEQUENCES").map_or(60, |text| text.parse().expect("FINCH_SEQUENCES is a number"));
    Runs {
        failure_persistence: None,
        max_shrink_iters: 1_000,
        max_shrink_time: 20_000,
        ..Runs::with_cases((all * percent).div_ceil(100).max(1))
    }
}

proptest! {
    #![proptest_config(runs(80))]

    #[test]
    fn any_sequence_of_operations_agrees_with_the_model(
        setting in setting(),
        operations in vec(operation(true), OPERATIONS),
    ) {
        sequence(setting, &operations);
    }
}

proptest! {
    #![proptest_config(runs(20))]

    /// The model's bound on gains has no rewards to hide behind here.
    #[test]
    fn without_rewards_nobody_gains(setting in setting(), operations in vec(operation(false), OPERATIONS)) {
        sequence(setting, &operations);
    }
}
