// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the pallet should do, in big numbers and plain lists: each cover earns its own premium day by day, each loss has the
//! list of the covers that it waits for. It knows the constants of the mock.

use super::*;
use primitive_types::U512;
use std::collections::{BTreeMap, BTreeSet};

pub const ONE: u128 = 1_000_000_000_000_000_000;
const POINT: u128 = ONE / 100;
const YEAR: u64 = 365 * DAY;
/// The part of the capital that each product may cover, in percent, and that it pays of a loss.
pub const TERMS: [(u128, u128); 3] = [(60, 100), (50, 80), (40, 90)];
pub const TARGET: u128 = 2 * POINT;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModelMember {
    pub shares: u128,
    /// Shares and the time from which they can go.
    pub notice: Option<(u128, u64)>,
}

#[derive(Clone, Debug)]
pub struct ModelCover {
    pub owner: AccountId,
    pub product: usize,
    pub amount: u128,
    pub end: u64,
    /// Days from, to, and the premium without the fee that is spread over them.
    pub streams: Vec<(u64, u64, u128)>,
    pub claim: Option<ClaimId>,
}

#[derive(Clone, Debug)]
pub struct ModelEvent {
    pub at: u64,
    pub ratio: u128,
    pub left: u128,
    pub waiting: BTreeSet<CoverId>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ModelStage {
    Voting,
    Escalated,
    Decided(Verdict, u128, u128),
}

#[derive(Clone, Debug)]
pub struct ModelClaim {
    pub cover: CoverId,
    pub payout: u128,
    pub reward: u128,
    pub submitted: u64,
    pub electorate: u128,
    /// All votes, also those that are collected.
    pub votes: BTreeMap<AccountId, (Verdict, u128)>,
    pub open: BTreeSet<AccountId>,
    pub stage: ModelStage,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModelAssessor {
    pub stake: u128,
    pub since: u64,
    pub leaving: u128,
    pub from: u64,
}

#[derive(Clone, Debug)]
pub struct Model {
    pub now: u64,
    pub day: u64,
    pub pending: bool,
    pub gearing: u128,
    pub round: u32,
    pub members: BTreeMap<AccountId, ModelMember>,
    pub covers: BTreeMap<CoverId, ModelCover>,
    pub next_cover: CoverId,
    /// Rate and its time, by product.
    pub rates: [(u128, u64); 3],
    /// All events, by product; those that nobody waits for are over.
    pub events: [Vec<ModelEvent>; 3],
    pub claims: BTreeMap<ClaimId, ModelClaim>,
    pub next_claim: ClaimId,
    pub assessors: BTreeMap<AccountId, ModelAssessor>,
    pub joined: u128,
    pub withdrawn: u128,
    pub premiums: u128,
    pub fees: u128,
    pub earned: u128,
    pub paid: u128,
    pub forfeited: u128,
    pub rewarded: u128,
    pub capital: u128,
}

pub fn big(a: u128) -> U512 {
    U512::from(a)
}

pub fn floor(numerator: U512, denominator: U512) -> u128 {
    u128::try_from(numerator / denominator).unwrap()
}

pub fn ceil(numerator: U512, denominator: U512) -> u128 {
    u128::try_from((numerator + denominator - 1) / denominator).unwrap()
}

impl Model {
    pub fn new() -> Self {
        Self {
            now: START,
            day: 0,
            pending: false,
            gearing: 1,
            round: 0,
            members: BTreeMap::new(),
            covers: BTreeMap::new(),
            next_cover: 0,
            rates: [(TARGET, START); 3],
            events: [const { Vec::new() }; 3],
            claims: BTreeMap::new(),
            next_claim: 0,
            assessors: BTreeMap::new(),
            joined: 0,
            withdrawn: 0,
            premiums: 0,
            fees: 0,
            earned: 0,
            paid: 0,
            forfeited: 0,
            rewarded: 0,
            capital: 0,
        }
    }

    fn runs(&self, cover: &ModelCover) -> bool {
        cover.end > self.day
    }

    pub fn active(&self, product: usize) -> u128 {
        self.covers
            .values()
            .filter(|cover| cover.product == product && self.runs(cover))
            .map(|cover| cover.amount)
            .sum()
    }

    pub fn all_active(&self) -> u128 {
        (0..3).map(|product| self.active(product)).sum()
    }

    pub fn requirement(&self, active: u128) -> u128 {
        active.div_ceil(self.gearing)
    }

    pub fn reserved(&self) -> u128 {
        self.events.iter().flatten().map(|event| event.left).sum()
    }

    /// Reserved for claims that are not decided.
    pub fn contested(&self) -> u128 {
        self.claims
            .values()
            .filter(|claim| !matches!(claim.stage, ModelStage::Decided(..)))
            .map(|claim| claim.payout + claim.reward)
            .sum()
    }

    pub fn rewards(&self) -> u128 {
        self.claims
            .values()
            .map(|claim| match claim.stage {
                ModelStage::Decided(_, _, left) => left,
                _ => 0,
            })
            .sum()
    }

    pub fn unearned(&self) -> u128 {
        self.premiums - self.fees - self.earned
    }

    pub fn shares(&self) -> u128 {
        self.members.values().map(|member| member.shares).sum()
    }

    pub fn stake(&self) -> u128 {
        self.assessors.values().map(|assessor| assessor.stake).sum()
    }

    pub fn today(&self) -> u64 {
        self.now / DAY
    }

    /// Ends days up to that one.
    pub fn end_days(&mut self, until: u64) {
        if self.unearned() == 0 {
            self.day = self.day.max(until);
        }
        while self.day < until {
            self.day += 1;
            for cover in self.covers.values() {
                for (from, to, net) in &cover.streams {
                    if self.day > *from && self.day <= *to {
                        let days = u128::from(to - from);
                        let rest = if self.day == *to { net % days } else { 0 };
                        self.earned += net / days + rest;
                        self.capital += net / days + rest;
                    }
                }
            }
        }
    }

    /// What a call does first. `None` if too many days are over.
    fn catch_up(&mut self) -> Option<()> {
        let (today, from) = (self.today(), self.day);
        for until in from + 1..=today.min(from + 2) {
            self.end_days(until);
        }
        if self.day < today && self.unearned() > 0 {
            return None;
        }
        self.day = today;
        Some(())
    }

    pub fn join(&mut self, who: AccountId, amount: u128) -> Option<()> {
        self.catch_up()?;
        let worth = self.capital + self.contested() + 1;
        // Less than a billionth of a millionth of a planck for each.
        if big(worth) * big(1_000_000_000_000_000) < big(self.shares() + 1_000_000) {
            self.members.clear();
            self.round += 1;
        }
        let all = self.shares() + 1_000_000;
        let shares = floor(big(amount) * big(all), big(worth));
        if shares == 0 {
            return None;
        }
        self.members.entry(who).or_default().shares += shares;
        self.joined += amount;
        self.capital += amount;
        Some(())
    }

    pub fn notice(&mut self, who: AccountId, shares: u128) -> Option<()> {
        let member = self.members.get_mut(&who)?;
        if shares == 0 || shares > member.shares {
            return None;
        }
        member.notice = Some((shares, self.now + 30 * DAY));
        Some(())
    }

    pub fn cancel(&mut self, who: AccountId) -> Option<()> {
        self.members.get_mut(&who)?.notice.take().map(|_| ())
    }

    pub fn withdraw(&mut self, who: AccountId) -> Option<()> {
        self.catch_up()?;
        let (wanted, from) = self.members.get(&who)?.notice?;
        if self.now < from || self.now >= from + 7 * DAY {
            return None;
        }
        if self.pending && self.active(0) > 0 {
            return None;
        }
        let all = big(self.shares() + 1_000_000);
        let worth = big(self.capital + 1);
        let value = floor(big(wanted) * worth, all).min(self.capital);
        let free = self.capital.saturating_sub(self.requirement(self.all_active()));
        let (amount, gone) = match value <= free {
            true => (value, wanted),
            false => (free, ceil(big(free) * all, worth).min(wanted)),
        };
        if gone == 0 {
            return None;
        }
        let member = self.members.get_mut(&who)?;
        member.shares -= gone;
        member.notice = Some((wanted - gone, from)).filter(|(shares, _)| *shares > 0);
        if member.shares == 0 {
            self.members.remove(&who);
        }
        self.capital -= amount;
        self.withdrawn += amount;
        Some(())
    }

    pub fn rate(&self, product: usize) -> u128 {
        let (rate, at) = self.rates[product];
        let fallen = floor(big(2 * POINT) * U512::from(self.now - at), U512::from(DAY));
        rate.saturating_sub(fallen).max(TARGET)
    }

    /// `amount * rate * time / year`, where the rate is the mean of two.
    fn premium(amount: u128, rates: u128, length: u64) -> u128 {
        ceil(
            big(amount) * big(rates) * U512::from(length),
            big(2 * ONE) * U512::from(YEAR),
        )
    }

    fn take_premium(&mut self, premium: u128, from: u64, to: u64) -> (u64, u64, u128) {
        self.premiums += premium;
        self.fees += premium / 10;
        (from, to, premium - premium / 10)
    }

    pub fn buy(&mut self, who: AccountId, product: usize, amount: u128, days: u64, most: u128) -> Option<u128> {
        self.catch_up()?;
        let total = floor(big(self.capital) * big(TERMS[product].0), big(100));
        let fits = amount > 0
            && (7..=365).contains(&days)
            && self.active(product) + amount <= total
            && self.requirement(self.all_active() + amount) <= self.capital;
        if !fits || (product == 0 && self.pending) {
            return None;
        }
        let end = (self.now + days * DAY).div_ceil(DAY);
        let rate = self.rate(product);
        let bump = ceil(big(5 * POINT) * big(amount), big(total));
        let premium = Self::premium(amount, 2 * rate + bump, end * DAY - self.now);
        if premium > most {
            return None;
        }
        self.rates[product] = (rate + bump, self.now);
        let stream = self.take_premium(premium, self.day, end);
        let cover = ModelCover {
            owner: who,
            product,
            amount,
            end,
            streams: vec![stream],
            claim: None,
        };
        self.covers.insert(self.next_cover, cover);
        self.next_cover += 1;
        Some(premium)
    }

    /// A loss that the cover has not been asked for.
    fn waits(&self, id: CoverId) -> Option<(usize, usize)> {
        let product = self.covers.get(&id)?.product;
        let number = self.events[product]
            .iter()
            .position(|event| event.waiting.contains(&id))?;
        Some((product, number))
    }

    pub fn renew(&mut self, who: AccountId, id: CoverId, days: u64) -> Option<u128> {
        self.catch_up()?;
        let cover = self.covers.get(&id)?.clone();
        let left = (cover.end * DAY).saturating_sub(self.now);
        let fits = cover.owner == who
            && (7..=365).contains(&days)
            && left > 0
            && left <= 30 * DAY
            && self.waits(id).is_none()
            && cover.amount > 0
            && self.requirement(self.all_active()) <= self.capital
            && !(cover.product == 0 && self.pending);
        if !fits {
            return None;
        }
        let premium = Self::premium(cover.amount, 2 * self.rate(cover.product), days * DAY);
        let stream = self.take_premium(premium, self.day, cover.end + days);
        let cover = self.covers.get_mut(&id)?;
        cover.end += days;
        cover.streams.push(stream);
        Some(premium)
    }

    /// A loss of so many thousandths. The days that it ends have ended.
    pub fn lose(&mut self, product: usize, thousandths: u128) {
        let active = self.active(product);
        let lost = thousandths.min(1_000) * (ONE / 1_000);
        let ratio = floor(big(lost) * big(TERMS[product].1), big(100));
        let owed = ceil(big(active) * big(ratio), big(ONE));
        let (ratio, reserved) = match owed <= self.capital {
            true => (ratio, owed),
            false => (floor(big(self.capital) * big(ONE), big(active)), self.capital),
        };
        if reserved == 0 || ratio == 0 {
            return;
        }
        self.capital -= reserved;
        let waiting = self
            .covers
            .iter()
            .filter(|(_, cover)| cover.product == product)
            .map(|(id, _)| *id)
            .collect();
        self.events[product].push(ModelEvent {
            at: self.now,
            ratio,
            left: reserved,
            waiting,
        });
    }

    /// Pays a cover for the first loss that waits for it, or forgets it. Returns whether it is forgotten.
    pub fn settle(&mut self, id: CoverId) -> Option<bool> {
        let cover = self.covers.get(&id)?.clone();
        let Some((product, number)) = self.waits(id) else {
            if self.runs(&cover) || cover.claim.is_some() {
                return None;
            }
            self.covers.remove(&id);
            return Some(true);
        };
        let event = &mut self.events[product][number];
        let owed = match event.at < cover.end * DAY {
            true => floor(big(cover.amount) * big(event.ratio), big(ONE)),
            false => 0,
        };
        event.left -= owed;
        event.waiting.remove(&id);
        if event.waiting.is_empty() {
            self.capital += std::mem::take(&mut event.left);
        }
        self.paid += owed;
        self.covers.get_mut(&id)?.amount -= owed;
        Some(false)
    }

    /// How many losses of its product it has been asked for, or came before it.
    pub fn seen(&self, id: CoverId) -> usize {
        let product = self.covers[&id].product;
        let waiting = self.events[product].iter().filter(|event| event.waiting.contains(&id));
        self.events[product].len() - waiting.count()
    }

    pub fn do_stake(&mut self, who: AccountId, amount: u128) -> Option<()> {
        let assessor = self.assessors.entry(who).or_default();
        assessor.stake += amount;
        assessor.since = self.now;
        (amount > 0 && assessor.stake >= 100).then_some(())
    }

    pub fn unstake(&mut self, who: AccountId, amount: u128) -> Option<()> {
        let assessor = self.assessors.get_mut(&who)?;
        if amount == 0 || amount > assessor.stake {
            return None;
        }
        assessor.stake -= amount;
        assessor.leaving += amount;
        assessor.from = self.now + 14 * DAY;
        (assessor.stake == 0 || assessor.stake >= 100).then_some(())
    }

    pub fn release(&mut self, who: AccountId) -> Option<u128> {
        let assessor = self.assessors.get_mut(&who)?;
        if assessor.leaving == 0 || self.now < assessor.from {
            return None;
        }
        let amount = std::mem::take(&mut assessor.leaving);
        if assessor.stake == 0 {
            self.assessors.remove(&who);
        }
        Some(amount)
    }

    pub fn submit(&mut self, who: AccountId, id: CoverId, lost: u128) -> Option<()> {
        let cover = self.covers.get(&id)?;
        if cover.owner != who || cover.product != 2 || cover.claim.is_some() || self.now >= cover.end * DAY {
            return None;
        }
        let payout = floor(big(lost) * big(TERMS[2].1), big(100))
            .min(cover.amount)
            .min(self.capital);
        if payout == 0 {
            return None;
        }
        let reward = DEPOSIT.min(self.capital - payout);
        self.capital -= payout + reward;
        let claim = ModelClaim {
            cover: id,
            payout,
            reward,
            submitted: self.now,
            electorate: self.stake(),
            votes: BTreeMap::new(),
            open: BTreeSet::new(),
            stage: ModelStage::Voting,
        };
        self.covers.get_mut(&id)?.claim = Some(self.next_claim);
        self.claims.insert(self.next_claim, claim);
        self.next_claim += 1;
        Some(())
    }

    pub fn vote(&mut self, who: AccountId, id: ClaimId, verdict: Verdict) -> Option<()> {
        let claim = self.claims.get_mut(&id)?;
        let assessor = self.assessors.get(&who)?;
        let may = claim.stage == ModelStage::Voting
            && self.now < claim.submitted + 3 * DAY
            && assessor.stake > 0
            && assessor.since < claim.submitted
            && !claim.votes.contains_key(&who);
        if !may {
            return None;
        }
        claim.votes.insert(who, (verdict, assessor.stake));
        claim.open.insert(who);
        Some(())
    }

    pub fn escalate(&mut self, id: ClaimId) -> Option<()> {
        let claim = self.claims.get_mut(&id)?;
        let since = self.now - claim.submitted;
        if claim.stage != ModelStage::Voting || !(3 * DAY..4 * DAY).contains(&since) {
            return None;
        }
        claim.stage = ModelStage::Escalated;
        Some(())
    }

    pub fn resolve(&mut self, id: ClaimId, verdict: Verdict) -> Option<()> {
        (self.claims.get(&id)?.stage == ModelStage::Escalated).then(|| self.decide(id, verdict))
    }

    pub fn weight(claim: &ModelClaim, verdict: Verdict) -> u128 {
        claim
            .votes
            .values()
            .filter(|vote| vote.0 == verdict)
            .map(|vote| vote.1)
            .sum()
    }

    pub fn finalise(&mut self, id: ClaimId) -> Option<()> {
        let claim = self.claims.get_mut(&id)?;
        let since = self.now - claim.submitted;
        if claim.stage != ModelStage::Voting || since < 3 * DAY {
            return None;
        }
        let accept = Self::weight(claim, Verdict::Accept);
        let reject = Self::weight(claim, Verdict::Reject);
        // A fifth has to vote.
        if accept + reject == 0 || (accept + reject) * 5 < claim.electorate {
            claim.stage = ModelStage::Escalated;
            return Some(());
        }
        if since < 4 * DAY {
            return None;
        }
        let verdict = match accept > reject {
            true => Verdict::Accept,
            false => Verdict::Reject,
        };
        self.decide(id, verdict);
        Some(())
    }

    fn decide(&mut self, id: ClaimId, verdict: Verdict) {
        let claim = self.claims.get_mut(&id).unwrap();
        let cover = self.covers.get_mut(&claim.cover).unwrap();
        cover.claim = None;
        let reward = match verdict {
            Verdict::Accept => {
                cover.amount -= claim.payout;
                self.paid += claim.payout;
                claim.reward
            }
            Verdict::Reject => {
                self.capital += claim.payout + claim.reward;
                self.forfeited += DEPOSIT;
                DEPOSIT
            }
        };
        let left = match Self::weight(claim, verdict) {
            0 => {
                self.capital += reward;
                0
            }
            _ => reward,
        };
        claim.stage = ModelStage::Decided(verdict, left, left);
        if claim.votes.is_empty() {
            self.claims.remove(&id);
        }
    }

    pub fn collect(&mut self, id: ClaimId, who: AccountId) -> Option<u128> {
        let claim = self.claims.get_mut(&id)?;
        let ModelStage::Decided(verdict, reward, left) = claim.stage.clone() else {
            return None;
        };
        if !claim.open.remove(&who) {
            return None;
        }
        let (voted, weight) = claim.votes[&who];
        let paid = match voted == verdict && reward > 0 {
            true => floor(big(reward) * big(weight), big(Self::weight(claim, verdict))),
            false => 0,
        };
        self.rewarded += paid;
        claim.stage = ModelStage::Decided(verdict, reward, left - paid);
        if claim.open.is_empty() {
            self.capital += left - paid;
            self.claims.remove(&id);
        }
        Some(paid)
    }
}
