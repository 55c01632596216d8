// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The synth as the README tells it: one price, one list of claims. Time and upkeep come from outside; of them the
//! model only hears *that* a batch closed or settled or that a reward came, and works out itself what that must have
//! done.

mod check;

use super::*;
use finch_ports::StakingBackend;
use finch_types::{BatchId, EraIndex};
use primitive_types::U256;
use std::collections::BTreeMap;

pub const PEOPLE: [AccountId; 3] = [ALICE, BOB, CHARLIE];
const BILLION: u128 = 1_000_000_000;

pub fn wide(a: u128) -> U256 {
    U256::from(a)
}

/// `floor(a * b / c)`, if it exists and fits.
pub fn floor(a: u128, b: u128, c: u128) -> Option<u128> {
    (wide(a) * wide(b)).checked_div(wide(c))?.try_into().ok()
}

/// What must hold for a call to succeed.
fn ensure(condition: bool) -> Option<()> {
    condition.then_some(())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Open,
    Waiting,
    Settled,
}

#[derive(Clone, Debug)]
pub struct Claim {
    pub owner: AccountId,
    pub batch: BatchId,
    pub synth: u128,
    pub value: u128,
    /// What it is worth in exact numbers, in 2^-32 planck: its value, less the same part as everybody of each slash.
    exact: U256,
    /// How many planck of rounding it has met; and what these did to as much synth as it had, when less was left.
    roundings: u128,
    leverage: u128,
}

#[derive(Clone, Debug)]
struct Batch {
    stage: Stage,
    /// Native of all its tickets, and their value: now while it waits, for good once it is settled.
    pays: u128,
    value: u128,
    left: u128,
    due: EraIndex,
}

#[derive(Clone, Debug, Default)]
pub struct Model {
    pub backing: u128,
    pub issuance: u128,
    unreleased: u128,
    fees_due: u128,
    staked: u128,
    withdrawn: u128,
    reward_per_era: u128,
    accounted: EraIndex,
    pub entry: Entry,
    fee: u128,
    /// By era, what the stash earned and the books do not know; and how much of that is slashed already.
    earned: BTreeMap<EraIndex, u128>,
    lost: u128,
    rewarded: u128,
    /// What deposits have paid the holders for rewards that are to come: at most what had accrued each time.
    bought: u128,
    slashed: u128,
    pub tickets: BTreeMap<TicketId, Claim>,
    batches: BTreeMap<BatchId, Batch>,
    open: BatchId,
    next_ticket: TicketId,
    pub native: BTreeMap<AccountId, u128>,
    pub synth: BTreeMap<AccountId, u128>,
    donated_to_pot: u128,
    donated_to_stash: u128,
    issued: u128,
    /// Native that an account gave and got, a ticket that changes hands taken at what it pays.
    gave: BTreeMap<AccountId, u128>,
    got: BTreeMap<AccountId, u128>,
    /// How many operations there were: each may leave a little dust to others.
    pub operations: u128,
    /// What the books must say of the last slash.
    fell: u128,
    pub broken: bool,
    /// Every era had its round, in time and without a failure.
    pub punctual: bool,
}

impl Model {
    /// Of the chain at genesis, with accounts that hold whatever they hold.
    pub fn new(fee: Perbill) -> Self {
        let seed = 1_000;
        let mut model = Self {
            backing: seed,
            issuance: seed,
            punctual: true,
            ..Default::default()
        };
        model.fee = fee.min(REWARD_FEE_MAX).deconstruct().into();
        model.issued = Balances::total_issuance();
        model.synth.insert(Synth::pot(), seed);
        model.native.insert(Fees::POT, 0);
        for who in PEOPLE {
            model.native.insert(who, native(who));
            model.synth.insert(who, 0);
            model.gave.insert(who, 0);
            model.got.insert(who, 0);
        }
        model
    }

    fn accrued(&self) -> u128 {
        let eras = wide(u128::from(Staking::active_era() - self.accounted)) * wide(BILLION);
        let time = eras + wide(Staking::era_progress().deconstruct().into());
        let exact = wide(self.reward_per_era.min(self.backing / 1_000)) * time;
        ((exact + wide(BILLION - 1)) / wide(BILLION)).as_u128()
    }

    fn synth_for(&self, amount: u128) -> Option<u128> {
        ensure(self.backing > 0)?;
        floor(amount, self.issuance, self.backing + self.accrued())
    }

    fn enters(&mut self, who: AccountId, amount: u128, synth: u128) {
        self.bought += self.accrued();
        self.backing += amount;
        self.issuance += synth;
        *self.synth.get_mut(&who).unwrap() += synth;
    }

    pub fn value_of(&self, synth: u128) -> Option<u128> {
        floor(synth, self.backing, self.issuance)
    }

    fn value_in(&self, batch: BatchId) -> u128 {
        self.tickets
            .values()
            .filter(|t| t.batch == batch)
            .map(|t| t.value)
            .sum()
    }

    pub fn owed(&self) -> u128 {
        self.batches
            .values()
            .filter(|b| b.stage == Stage::Waiting)
            .map(|b| b.pays)
            .sum()
    }

    pub fn stage(&self, ticket: &Claim) -> Stage {
        self.batches.get(&ticket.batch).map_or(Stage::Open, |batch| batch.stage)
    }

    /// What a ticket pays as things stand.
    pub fn payout(&self, ticket: &Claim) -> u128 {
        match self.batches.get(&ticket.batch) {
            None => ticket.value.min(self.value_of(ticket.synth).unwrap()),
            Some(batch) => floor(ticket.value, batch.pays, batch.value).unwrap(),
        }
    }

    fn gives(&mut self, who: AccountId, amount: u128) {
        *self.gave.get_mut(&who).unwrap() += amount;
    }

    fn gets(&mut self, who: AccountId, amount: u128) {
        *self.got.get_mut(&who).unwrap() += amount;
    }

    fn pay(&mut self, who: AccountId, amount: u128) {
        *self.native.get_mut(&who).unwrap() += amount;
        self.gets(who, amount);
    }

    fn move_synth(&mut self, from: AccountId, to: AccountId, synth: u128) {
        *self.synth.get_mut(&from).unwrap() -= synth;
        *self.synth.get_mut(&to).unwrap() += synth;
    }

    fn owned(&self, who: AccountId, id: TicketId) -> Option<Claim> {
        self.tickets.get(&id).filter(|ticket| ticket.owner == who).cloned()
    }

    // The calls: `None` if it must fail.

    pub fn mint(&mut self, who: AccountId, amount: u128, least: u128) -> Option<u128> {
        let synth = self.synth_for(amount)?;
        ensure(amount > 0 && amount >= MinDeposit::get() && self.entry == Entry::Open)?;
        ensure(synth > 0 && synth >= least && self.native[&who] - ED >= amount)?;
        *self.native.get_mut(&who).unwrap() -= amount;
        self.enters(who, amount, synth);
        self.gives(who, amount);
        Some(synth)
    }

    pub fn redeem(&mut self, who: AccountId, synth: u128, least: u128) -> Option<TicketId> {
        let value = self.value_of(synth)?;
        ensure(synth > 0 && value >= MinRedeem::get() && value >= least && self.synth[&who] >= synth)?;
        self.move_synth(who, Synth::pot(), synth);
        let id = self.next_ticket;
        self.next_ticket += 1;
        let ticket = Claim {
            owner: who,
            batch: self.open,
            synth,
            value,
            exact: wide(value) << 32,
            roundings: 0,
            leverage: 0,
        };
        self.tickets.insert(id, ticket);
        Some(id)
    }

    pub fn cancel(&mut self, who: AccountId, id: TicketId) -> Option<()> {
        let ticket = self.owned(who, id)?;
        ensure(self.stage(&ticket) == Stage::Open)?;
        self.move_synth(Synth::pot(), who, ticket.synth);
        self.tickets.remove(&id);
        Some(())
    }

    pub fn rebond(&mut self, who: AccountId, id: TicketId) -> Option<()> {
        let ticket = self.owned(who, id)?;
        ensure(self.entry == Entry::Open && self.stage(&ticket) == Stage::Waiting)?;
        let amount = self.payout(&ticket);
        let synth = self.synth_for(amount)?;
        self.tickets.remove(&id);
        let mut batch = self.batches.remove(&ticket.batch)?;
        batch.pays -= amount;
        batch.value -= ticket.value;
        self.enters(who, amount, synth);
        if batch.value == 0 {
            self.backing += batch.pays;
        } else {
            self.batches.insert(ticket.batch, batch);
            for other in self.tickets.values_mut().filter(|other| other.batch == ticket.batch) {
                other.roundings += 1;
                other.leverage += 1;
            }
        }
        Some(())
    }

    pub fn transfer(&mut self, who: AccountId, id: TicketId, to: AccountId) -> Option<()> {
        let worth = self.payout(&self.owned(who, id)?);
        self.tickets.get_mut(&id)?.owner = to;
        self.gets(who, worth);
        if to != Synth::pot() {
            self.gives(to, worth);
        }
        Some(())
    }

    pub fn claim(&mut self, id: TicketId) -> Option<()> {
        let ticket = self.tickets.get(&id)?.clone();
        ensure(self.stage(&ticket) == Stage::Settled)?;
        let amount = self.payout(&ticket);
        self.tickets.remove(&id);
        if ticket.owner == Synth::pot() {
            self.donated_to_pot += amount;
        } else {
            self.pay(ticket.owner, amount);
        }
        let last = self.tickets.values().all(|other| other.batch != ticket.batch);
        let batch = self.batches.get_mut(&ticket.batch)?;
        batch.left -= amount;
        if last {
            self.backing += batch.left;
            self.batches.remove(&ticket.batch);
        }
        Some(())
    }

    /// `buffer` and `fee` are as observed; the fee must be the integral of the README, rounded up.
    pub fn redeem_instant(&mut self, who: AccountId, synth: u128, least: u128, buffer: u128, fee: u128) -> Option<()> {
        let gross = self.value_of(synth)?;
        ensure(synth > 0 && synth <= self.issuance && gross > 0 && gross <= buffer)?;
        let (exact, one) = self.instant_fee(buffer, gross);
        assert!(wide(fee) * one >= exact || fee == gross, "a fee of {fee} is too low");
        assert!(wide(fee) * one < exact + one * 3, "a fee of {fee} is too high");
        ensure(gross > fee && gross - fee >= least && self.synth[&who] >= synth)?;
        self.backing -= gross;
        self.issuance -= synth;
        *self.synth.get_mut(&who)? -= synth;
        *self.native.get_mut(&Fees::POT)? += fee;
        self.pay(who, gross - fee);
        Some(())
    }

    /// The mean of the marginal fee over what is taken, as numerator and denominator of the fee.
    fn instant_fee(&self, buffer: u128, gross: u128) -> (U256, U256) {
        let (least, most) = (500_000u128, 20_000_000u128);
        let full = floor(self.backing - self.backing.min(buffer), 3, 97).unwrap();
        let flat = wide(gross) * wide(least);
        let from = (buffer - gross).min(full);
        let to = buffer.min(full);
        if full == 0 {
            return (flat, wide(BILLION));
        }
        let missing = wide(full - from) + wide(full - to);
        let slope = wide(to - from) * missing * wide(most - least);
        (flat * wide(2 * full) + slope, wide(2 * full) * wide(BILLION))
    }

    pub fn donate(&mut self, who: AccountId, to: AccountId, amount: u128) {
        *self.native.get_mut(&who).unwrap() -= amount;
        if to == Synth::pot() {
            self.donated_to_pot += amount;
        } else {
            self.donated_to_stash += amount;
        }
    }

    pub fn donate_synth(&mut self, who: AccountId, synth: u128) {
        self.move_synth(who, Synth::pot(), synth);
    }

    // What happens by itself.

    pub fn earn(&mut self, amount: u128) {
        *self.earned.entry(Staking::active_era()).or_default() += amount;
    }

    /// A slash took `taken` of the stake; what the books do not know of it yet bears the rest.
    pub fn stake_fell(&mut self, taken: u128) {
        self.fell = taken.min(self.staked);
        self.lost += taken - self.fell;
    }

    pub fn happened(&mut self, event: Event) {
        match event {
            Event::Rewarded {
                era,
                reward,
                fee,
                released,
                ..
            } => self.reward(era, (reward, fee, released)),
            Event::BatchClosed {
                batch,
                tickets,
                synth,
                owed,
            } => self.close(batch, (tickets, synth, owed)),
            Event::BatchSettled { batch, tickets, paid } => self.settle(batch, (tickets, paid)),
            Event::Slashed {
                amount, holders, queue, ..
            } => self.slash(amount, (holders, queue)),
            Event::FeesPaid { amount } => {
                self.fees_due = self.fees_due.checked_sub(amount).expect("no fee that is not due");
                *self.native.get_mut(&Fees::POT).unwrap() += amount;
            }
            Event::Bonded { amount } => self.staked += amount,
            Event::Withdrawn { amount } => self.withdrawn = amount,
            Event::UpkeepFailed { stage, error } => {
                assert!(self.broken, "{stage:?} failed: {error:?}");
                self.punctual = false;
            }
            Event::UpkeepFinished { era, .. } if self.punctual => {
                let late = self
                    .batches
                    .iter()
                    .find(|(_, b)| b.stage == Stage::Waiting && b.due <= era);
                assert!(late.is_none(), "late in era {era}: {late:?}");
            }
            _ => {}
        }
    }

    fn reward(&mut self, era: EraIndex, observed: (u128, u128, u128)) {
        let later = self.earned.split_off(&era);
        let reward = self.earned.values().sum::<u128>() - self.lost;
        (self.earned, self.lost) = (later, 0);
        let fee = floor(reward, self.fee, BILLION).unwrap();
        let released = (self.unreleased + reward - fee).min(self.backing / 1_000);
        assert_eq!(observed, (reward, fee, released));
        self.staked = self.staked + reward - std::mem::take(&mut self.withdrawn);
        self.rewarded += reward;
        self.fees_due += fee;
        self.unreleased = self.unreleased + reward - fee - released;
        self.backing += released;
        self.reward_per_era = (self.unreleased + reward - fee).min(self.backing / 1_000);
        self.accounted = era;
    }

    fn close(&mut self, id: BatchId, observed: (u32, u128, u128)) {
        let tickets = self.tickets.values().filter(|t| t.batch == id);
        let synth = tickets.clone().map(|t| t.synth).sum();
        let count = tickets.count() as u32;
        let value = self.value_in(id);
        // The rate has not fallen since any of the requests, so the value now is no less. What is more waits.
        let worth = self.value_of(synth).unwrap();
        assert!(worth >= value);
        assert_eq!((id, observed), (self.open, (count, synth, value)));
        self.backing -= worth;
        self.unreleased += worth - value;
        self.issuance -= synth;
        *self.synth.get_mut(&Synth::pot()).unwrap() -= synth;
        let due = Unsettled::<Test>::get()
            .iter()
            .find(|batch| batch.id == id)
            .map_or(0, |batch| batch.due_era);
        self.batches.insert(
            id,
            Batch {
                stage: Stage::Waiting,
                pays: value,
                value,
                left: value,
                due,
            },
        );
        self.open += 1;
    }

    fn settle(&mut self, id: BatchId, observed: (u32, u128)) {
        let first = self
            .batches
            .iter()
            .find(|(_, batch)| batch.stage == Stage::Waiting)
            .map(|(id, _)| *id);
        assert_eq!(first, Some(id), "not in order");
        let batch = self.batches.get_mut(&id).unwrap();
        (batch.stage, batch.left) = (Stage::Settled, batch.pays);
        let tickets: Vec<_> = self.tickets.values().filter(|t| t.batch == id).cloned().collect();
        assert_eq!(observed, (tickets.len() as u32, self.batches[&id].pays));
        self.check_shares(&tickets);
    }

    fn slash(&mut self, amount: u128, observed: (u128, u128)) {
        let unreleased = amount.min(self.unreleased);
        let owed = self.owed();
        let at_risk = self.backing + owed;
        let shared = (amount - unreleased).min(at_risk);
        let (holders, queue) = observed;
        // Whether a part is less than so many planck from the exact one.
        let is_fair = |part: u128, claim: u128, planck: u128| {
            let (part, exact) = (wide(part) * wide(at_risk), wide(shared) * wide(claim));
            shared == 0 || part.max(exact) - part.min(exact) < wide(planck) * wide(at_risk)
        };
        assert_eq!((amount, holders + queue), (self.fell, shared));
        assert!(
            is_fair(holders, self.backing, 1) && is_fair(queue, owed, 1),
            "{holders} and {queue} of {amount}"
        );
        let mut sum = 0;
        for batch in Unsettled::<Test>::get() {
            let kept = self.batches.get_mut(&batch.id).unwrap();
            let part = kept.pays.checked_sub(batch.owed).expect("a slash brings nothing");
            // Two roundings: of the queue's part, and of the batch's part of it.
            assert!(is_fair(part, kept.pays, 2), "{part} of {}", kept.pays);
            sum += part;
            kept.pays = batch.owed;
        }
        assert_eq!(sum, queue);
        let left = at_risk - shared;
        for ticket in self.tickets.values_mut() {
            if self
                .batches
                .get(&ticket.batch)
                .is_some_and(|batch| batch.stage == Stage::Waiting)
                && shared > 0
            {
                ticket.exact = ticket.exact * wide(left) / wide(at_risk);
                ticket.roundings += 2;
                ticket.leverage += 2 * (2 + ticket.synth / self.issuance);
            }
        }
        self.staked -= amount;
        self.slashed += amount;
        self.unreleased -= unreleased;
        self.backing -= holders;
        self.fees_due -= amount - unreleased - shared;
        if shared > at_risk / 20 && self.entry == Entry::Open {
            self.entry = Entry::Halted;
        }
    }
}
