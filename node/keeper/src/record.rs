// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the audit log says: one record in a line of JSON.

use crate::planck::Planck;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of the log that this program writes and reads.
pub const VERSION: u8 = 1;

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The version.
    pub v: u8,
    /// The number of the line, from 1. No line is left out.
    pub seq: u64,
    /// Unix time of this machine, in milliseconds.
    pub time: u64,
    /// What happened.
    #[serde(flatten)]
    pub record: Record,
}

/// What happened. Numbers of blocks are those of the chain, hashes and transactions are in hex, accounts in SS58.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Record {
    /// The program has started.
    Start {
        /// Its version.
        version: String,
        /// The hash of the chain's first block.
        genesis: String,
        /// Who signs.
        account: String,
        /// The block that was final then. What was in earlier ones, this log does not say.
        block: u64,
    },
    /// A transaction is about to be sent. Written before it is.
    Intent(Intent),
    /// It is known what became of a transaction.
    Result(Closed),
    /// A liquidation began of which this account has the reward.
    SaleOpened {
        /// In which block.
        block: u64,
        /// The number of the vault in it.
        sale: u64,
        /// The series.
        series: u32,
        /// Whose vault.
        owner: String,
        /// The key of the action that it is owed to; none if it is not in this log.
        key: Option<String>,
    },
    /// A purchase in such a liquidation, and what it paid this account.
    Reward {
        /// In which block.
        block: u64,
        /// The number of the event in it.
        event: u32,
        /// The number of the vault in the liquidation.
        sale: u64,
        /// The key of the action that it is owed to; none if it is not in this log.
        key: Option<String>,
        /// What was paid.
        reward: Planck,
    },
    /// Such a liquidation is over.
    SaleEnded {
        /// In which block.
        block: u64,
        /// The number of the vault in it.
        sale: u64,
    },
    /// Every block up to this one has been looked at.
    Seen {
        /// Its number.
        block: u64,
    },
    /// The line before this one was not finished: the program or the machine broke off. It says nothing.
    Torn {
        /// How long it is, in bytes.
        bytes: u64,
    },
    /// The program has stopped.
    Stop {
        /// The sums of all lines before.
        totals: Totals,
    },
}

/// A transaction that is about to be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intent {
    /// Its hash.
    pub hash: String,
    /// Its nonce.
    pub nonce: u64,
    /// The block that was looked at when it was decided.
    pub block: u64,
    /// It can be included in blocks after this one,
    pub birth: u64,
    /// and before this one.
    pub death: u64,
    /// The most that it costs.
    pub fee: Planck,
    /// What is sent, signed. Sending it again is not another action.
    pub bytes: String,
    /// What it does.
    pub actions: Vec<Intended>,
}

/// An action of a transaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intended {
    /// Its subject, and how many actions of this subject the log has closed before. No key is used twice.
    pub key: String,
    /// Pallet and call.
    pub call: String,
    /// The arguments.
    pub args: BTreeMap<String, String>,
}

/// What became of a transaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// Its hash.
    pub hash: String,
    /// Its nonce.
    pub nonce: u64,
    /// The final block that it is in; for one that is in none, the one that was final when that was known.
    pub block: u64,
    /// What became of it.
    pub fate: Fate,
    /// What was paid for it.
    pub fee: Planck,
    /// What became of its actions, in their order.
    pub actions: Vec<Done>,
}

/// What became of a transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It is in a final block.
    Included,
    /// It is in none, and cannot be included any more.
    Expired,
    /// The node has refused it when it was sent first, so no pool has it.
    Refused,
    /// It is in a final block, and no node knows the events of that any more.
    Unclear,
}

/// What became of an action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// Its key.
    pub key: String,
    /// Pallet and call.
    pub call: String,
    /// The arguments.
    pub args: BTreeMap<String, String>,
    /// What became of it.
    pub outcome: Outcome,
    /// Why it failed; what the chain or the node calls it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub error: Option<String>,
    /// Its part of the fee: the fee over the actions, the first ones one planck more if it does not divide.
    pub fee: Planck,
}

/// What became of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The chain did it.
    Done,
    /// The chain carried it out and refused it.
    Failed,
    /// Its transaction expired.
    Expired,
    /// Its transaction was refused.
    Refused,
    /// Nobody knows any more.
    Unclear,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Done, Self::Failed, Self::Expired, Self::Refused, Self::Unclear];

    /// A word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Expired => "expired",
            Self::Refused => "refused",
            Self::Unclear => "unclear",
        }
    }
}

/// Sums over a log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Transactions that were to be sent.
    pub transactions: u64,
    /// Actions that were to be sent.
    pub actions: u64,
    /// What became of actions, by pallet and call and by outcome.
    pub outcomes: BTreeMap<String, BTreeMap<Outcome, u64>>,
    /// Fees that were paid.
    pub fees: Planck,
    /// Rewards that were paid.
    pub rewards: Planck,
}
