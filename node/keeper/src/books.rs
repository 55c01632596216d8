// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the log comes to: what is out, what is closed, and the sums.
//!
//! The running program and `replay` go through the same function, [`Books::apply`], record by record. So what one counts
//! the other counts too, and a log in which an action was sent twice is refused by both.

use crate::record::{Closed, Done, Fate, Intended, Intent, Outcome, Record, Totals};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use thiserror::Error;

/// Why a record does not fit those before it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Contradiction {
    /// The log does not begin with its start, or begins again elsewhere.
    #[error("the log is that of {found}, and before that of {wanted}: use a log for each account and chain")]
    OtherAccount {
        /// Account and chain of the record.
        found: String,
        /// Account and chain before.
        wanted: String,
    },
    /// There is no start before it.
    #[error("it comes before the first start: a log begins with one")]
    NoStart,
    /// The key was used before.
    #[error("the action {key} is sent a second time")]
    SentTwice {
        /// The key.
        key: String,
    },
    /// Another transaction with its nonce is out.
    #[error("nonce {nonce} is out already")]
    NonceOut {
        /// The nonce.
        nonce: u64,
    },
    /// Nothing like it is out.
    #[error("transaction {hash} is not out")]
    NotOut {
        /// The hash.
        hash: String,
    },
    /// What it closes is not what was sent.
    #[error("transaction {hash} was sent with other actions, or its fee is not theirs")]
    OtherActions {
        /// The hash.
        hash: String,
    },
    /// The reward is counted already, or of a liquidation that is not this account's.
    #[error("a reward of liquidation {sale} is not owed, or is counted already")]
    NoReward {
        /// The number of the vault in it.
        sale: u64,
    },
    /// The sums are not those of the lines before.
    #[error("the sums at the stop are not those of the lines before")]
    OtherTotals,
}

/// A subject, over time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct History {
    /// Actions that are closed.
    closed: u64,
    /// One is out.
    out: bool,
    /// How many failed since one was done.
    failures: u64,
    /// The block of the last one that was closed.
    last: u64,
}

/// A liquidation of which this account has the reward.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sale {
    /// The key of the action that it is owed to.
    pub key: Option<String>,
}

/// What a log comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Books {
    identity: Option<(String, String)>,
    out: BTreeMap<u64, Intent>,
    subjects: HashMap<String, History>,
    earners: HashMap<(u32, String), String>,
    sales: BTreeMap<u64, Sale>,
    rewarded: Option<(u64, u32)>,
    next: u64,
    totals: Totals,
}

/// The subject of a key.
pub fn subject(key: &str) -> &str {
    key.rsplit_once('/').map_or(key, |(subject, _)| subject)
}

impl Books {
    /// The genesis and the account of the log.
    pub fn identity(&self) -> Option<(&str, &str)> {
        self.identity
            .as_ref()
            .map(|(genesis, account)| (genesis.as_str(), account.as_str()))
    }

    /// The sums.
    pub const fn totals(&self) -> &Totals {
        &self.totals
    }

    /// Transactions that are out, by nonce.
    pub const fn out(&self) -> &BTreeMap<u64, Intent> {
        &self.out
    }

    /// Their nonces.
    pub fn nonces(&self) -> BTreeSet<u64> {
        self.out.keys().copied().collect()
    }

    /// The most that they cost together, in planck.
    pub fn spoken_for(&self) -> u128 {
        let sum = |sum: u128, intent: &Intent| sum.saturating_add(intent.fee.0);
        self.out.values().fold(0, sum)
    }

    /// The block from which on blocks are to be looked at. It may have been looked at in part: what it says of rewards and
    /// results that are booked counts for nothing.
    pub const fn next_block(&self) -> u64 {
        self.next
    }

    /// The liquidation, if the reward is this account's.
    pub fn sale(&self, number: u64) -> Option<&Sale> {
        self.sales.get(&number)
    }

    /// Whether the event of a block was booked as a reward, or lies before the last one that was.
    pub fn is_rewarded(&self, block: u64, event: u32) -> bool {
        self.rewarded.is_some_and(|last| (block, event) <= last)
    }

    /// Whether an action of this subject is out.
    pub fn is_out(&self, subject: &str) -> bool {
        self.subjects.get(subject).is_some_and(|history| history.out)
    }

    /// The key that the next action of a subject gets.
    pub fn key(&self, subject: &str) -> String {
        let closed = self.subjects.get(subject).map_or(0, |history| history.closed);
        format!("{subject}/{closed}")
    }

    /// How often actions of a subject failed since one was done, and the block in which the last one was closed.
    pub fn failures(&self, subject: &str) -> (u64, u64) {
        let failures = |history: &History| (history.failures, history.last);
        self.subjects.get(subject).map_or((0, 0), failures)
    }

    /// The key of the action that the reward for a vault is owed to: the last call or liquidation of it that was done.
    pub fn earner(&self, series: u32, owner: &str) -> Option<&String> {
        self.earners.get(&(series, owner.to_owned()))
    }

    /// Takes a record in. Nothing has changed if it does not fit.
    pub fn apply(&mut self, record: &Record) -> Result<(), Contradiction> {
        if !matches!(record, Record::Start { .. } | Record::Torn { .. }) && self.identity.is_none() {
            return Err(Contradiction::NoStart);
        }
        match record {
            Record::Start {
                genesis,
                account,
                block,
                version: _,
            } => self.start(genesis, account, *block),
            Record::Intent(intent) => self.send(intent),
            Record::Result(closed) => self.close(closed),
            Record::SaleOpened { sale, block, key, .. } => {
                self.sales.insert(*sale, Sale { key: key.clone() });
                self.next = self.next.max(*block);
                Ok(())
            }
            Record::Reward {
                block,
                event,
                sale,
                reward,
                key: _,
            } => {
                if self.is_rewarded(*block, *event) || !self.sales.contains_key(sale) {
                    return Err(Contradiction::NoReward { sale: *sale });
                }
                self.rewarded = Some((*block, *event));
                self.next = self.next.max(*block);
                self.totals.rewards = self.totals.rewards.plus(*reward);
                Ok(())
            }
            Record::SaleEnded { block, sale } => {
                self.sales.remove(sale);
                self.next = self.next.max(*block);
                Ok(())
            }
            Record::Seen { block } => {
                self.next = self.next.max(block.saturating_add(1));
                Ok(())
            }
            Record::Torn { .. } => Ok(()),
            Record::Stop { totals } if *totals == self.totals => Ok(()),
            Record::Stop { .. } => Err(Contradiction::OtherTotals),
        }
    }

    fn start(&mut self, genesis: &str, account: &str, block: u64) -> Result<(), Contradiction> {
        match &self.identity {
            None => {
                self.identity = Some((genesis.to_owned(), account.to_owned()));
                self.next = block.saturating_add(1);
                Ok(())
            }
            Some((chain, signer)) if chain == genesis && signer == account => Ok(()),
            Some((chain, signer)) => Err(Contradiction::OtherAccount {
                found: format!("{account} on {genesis}"),
                wanted: format!("{signer} on {chain}"),
            }),
        }
    }

    fn send(&mut self, intent: &Intent) -> Result<(), Contradiction> {
        if self.out.contains_key(&intent.nonce) {
            return Err(Contradiction::NonceOut { nonce: intent.nonce });
        }
        let mut subjects = BTreeSet::new();
        for Intended { key, .. } in &intent.actions {
            let subject = subject(key);
            if *key != self.key(subject) || self.is_out(subject) || !subjects.insert(subject) {
                return Err(Contradiction::SentTwice { key: key.clone() });
            }
        }
        for subject in subjects {
            self.subjects.entry(subject.to_owned()).or_default().out = true;
        }
        self.totals.transactions = self.totals.transactions.saturating_add(1);
        self.totals.actions = self.totals.actions.saturating_add(count(intent.actions.len()));
        self.out.insert(intent.nonce, intent.clone());
        Ok(())
    }

    fn close(&mut self, closed: &Closed) -> Result<(), Contradiction> {
        let hash = || closed.hash.clone();
        let intent = self.out.get(&closed.nonce).filter(|intent| intent.hash == closed.hash);
        let Some(intent) = intent else {
            return Err(Contradiction::NotOut { hash: hash() });
        };
        let sent = intent.actions.iter().map(|action| &action.key);
        let parts = closed.actions.iter().map(|done| done.fee);
        let fees = parts.fold(0_u128, |sum, fee| sum.saturating_add(fee.0));
        if !sent.eq(closed.actions.iter().map(|done| &done.key)) || fees != closed.fee.0 {
            return Err(Contradiction::OtherActions { hash: hash() });
        }
        self.out.remove(&closed.nonce);
        for done in &closed.actions {
            self.done(done, closed.block);
        }
        self.totals.fees = self.totals.fees.plus(closed.fee);
        if matches!(closed.fate, Fate::Included | Fate::Unclear) {
            self.next = self.next.max(closed.block);
        }
        Ok(())
    }

    fn done(&mut self, done: &Done, block: u64) {
        let history = self.subjects.entry(subject(&done.key).to_owned()).or_default();
        history.out = false;
        history.closed = history.closed.saturating_add(1);
        history.last = block;
        history.failures = match done.outcome {
            Outcome::Done => 0,
            // Nothing says that it would not go the next time.
            Outcome::Unclear => history.failures,
            Outcome::Failed | Outcome::Expired | Outcome::Refused => history.failures.saturating_add(1),
        };
        let earns = matches!(done.call.as_str(), "Options.call_margin" | "Options.liquidate");
        if let (Outcome::Done, true, Some(series), Some(owner)) =
            (done.outcome, earns, done.args.get("series"), done.args.get("owner"))
        {
            if let Ok(series) = series.parse() {
                self.earners.insert((series, owner.clone()), done.key.clone());
            }
        }
        let outcomes = self.totals.outcomes.entry(done.call.clone()).or_default();
        let number = outcomes.entry(done.outcome).or_default();
        *number = number.saturating_add(1);
    }
}

/// A length as the log counts.
pub fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}
