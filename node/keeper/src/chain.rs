// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the keeper needs of a node. [`crate::node`] is the real one.

use crate::call::Call;
use finch_client::trouble::Trouble;
use std::{
    collections::{BTreeMap, BTreeSet},
    future::Future,
};
use subxt::{config::substrate::H256, utils::AccountId32};

/// A block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its number.
    pub number: u64,
    /// Its hash.
    pub hash: H256,
    /// The hash of the one before.
    pub parent: H256,
}

/// What one look at a block costs little to see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glance {
    /// The chain's clock, in milliseconds.
    pub now: u64,
    /// The nonce of the account that signs.
    pub nonce: u64,
    /// Planck that it can spend.
    pub free: u128,
    /// Pallets that have said something in this block.
    pub pallets: BTreeSet<String>,
    /// Prices in dollars, 1e-18 fixed point, of coins of which they are fresh. `None` is native.
    pub prices: BTreeMap<Option<u32>, u128>,
}

/// A vault with which something can be done, or could be soon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vault {
    /// The series.
    pub series: u32,
    /// Whose.
    pub owner: AccountId32,
    /// A courtesy call can be made.
    pub callable: bool,
    /// It can be liquidated.
    pub liquidatable: bool,
    /// Until then its owner can answer a call, in milliseconds of the chain's clock.
    pub called_until: Option<u64>,
    /// What its collateral is worth, in planck, rounded down; `None` without fresh prices.
    pub value: Option<u128>,
}

/// Something that anybody may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// What is done to what.
    pub subject: String,
    /// How.
    pub call: Call,
    /// It costs nothing if it is sent alone.
    pub alone: bool,
    /// Who else does it.
    pub otherwise: Otherwise,
}

/// Who else does what is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Otherwise {
    /// Nobody does it by itself.
    Nobody,
    /// The idle time of blocks does it, in turns.
    Blocks {
        /// What moves when they do.
        mark: String,
        /// How many take turns with it, so that it may take so many blocks more.
        turns: u64,
    },
}

/// What is done besides vaults.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tasks {
    /// See [`crate::settings::Duties::options`].
    pub options: bool,
    /// See [`crate::settings::Duties::insurance`].
    pub insurance: bool,
    /// See [`crate::settings::Duties::claims`].
    pub claims: bool,
    /// See [`crate::settings::Duties::auctions`].
    pub auctions: bool,
    /// See [`crate::settings::Duties::upkeep`].
    pub upkeep: bool,
    /// See [`crate::settings::Duties::tickets`].
    pub tickets: bool,
}

/// A transaction, signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// Its hash.
    pub hash: H256,
    /// Its nonce.
    pub nonce: u64,
    /// What is sent.
    pub bytes: Vec<u8>,
    /// It can be included after this block,
    pub birth: u64,
    /// and before this one.
    pub death: u64,
    /// The most that it costs, in planck.
    pub fee: u128,
    /// Whether a block has room for it, if it is the only one.
    pub fits: bool,
}

/// A final block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The hashes of its transactions, in their order.
    pub transactions: Vec<H256>,
    /// What happened in it; `None` if the node does not know any more.
    pub events: Option<Vec<Event>>,
}

/// Something that happened in a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its number in the block.
    pub index: u32,
    /// The number of the transaction in which it happened, if in one.
    pub transaction: Option<usize>,
    /// What happened.
    pub fact: Fact,
}

/// What the keeper wants to know of events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// The transaction was paid, in planck.
    Fee(u128),
    /// A call of a batch was done.
    ItemDone,
    /// A call of a batch was refused.
    ItemFailed(String),
    /// The transaction was carried out.
    Success,
    /// The transaction was carried out and refused.
    Failure(String),
    /// A liquidation began.
    SaleOpened {
        /// The number of the vault in it.
        sale: u64,
        /// The series.
        series: u32,
        /// Whose vault.
        owner: AccountId32,
        /// Whose the reward is.
        caller: AccountId32,
    },
    /// Somebody bought in a liquidation.
    Sold {
        /// The number of the vault in it.
        sale: u64,
        /// Planck for whose the reward is.
        reward: u128,
    },
    /// A liquidation is over.
    SaleEnded {
        /// The number of the vault in it.
        sale: u64,
    },
}

/// A node that is connected. Every method can be dropped while it waits.
pub trait Link: Send + Sync {
    /// The hash of the chain's first block.
    fn genesis(&self) -> H256;

    /// Waits for the next best block.
    fn next_head(&mut self) -> impl Future<Output = Result<Head, Trouble>> + Send;

    /// The number of the last final block.
    fn finalised(&self) -> impl Future<Output = Result<u64, Trouble>> + Send;

    /// A final block.
    fn block(&self, number: u64) -> impl Future<Output = Result<Block, Trouble>> + Send;

    /// What is seen at once; `None` if the block is not on the best chain any more.
    fn glance(&self, head: &Head) -> impl Future<Output = Result<Option<Glance>, Trouble>> + Send;

    /// The vaults of margined series that are not over, with which something can be done, or could when their call is over.
    fn vaults(&self, head: &Head, glance: &Glance) -> impl Future<Output = Result<Vec<Vault>, Trouble>> + Send;

    /// What is due.
    fn duties(
        &self,
        head: &Head,
        glance: &Glance,
        tasks: Tasks,
    ) -> impl Future<Output = Result<Vec<Duty>, Trouble>> + Send;

    /// Signs calls as one transaction, and asks what it costs.
    fn sign(&self, calls: &[Call], nonce: u64) -> impl Future<Output = Result<Signed, Trouble>> + Send;

    /// Sends what is signed. The pool of the node has it then.
    fn submit(&self, bytes: &[u8]) -> impl Future<Output = Result<(), Trouble>> + Send;

    /// Whether the chain would do a call now, or why not. Nothing is sent.
    fn try_call(&self, head: &Head, call: &Call) -> impl Future<Output = Result<Result<(), String>, Trouble>> + Send;
}
