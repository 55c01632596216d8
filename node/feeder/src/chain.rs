// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What a round needs of a chain, and how it fails. [`crate::node`] is the real one.

use crate::{feed::Reading, operators::Operator};
use finch_client::{nonce::NonceAfter, trouble::Trouble};
use std::future::Future;
use subxt::utils::AccountId32;
use thiserror::Error;

/// A report to send.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// Who signs.
    pub operator: &'a Operator,
    /// The nonce.
    pub nonce: u64,
    /// What to report, at most 50.
    pub values: &'a [Reading],
}

/// Where a report has got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inclusion {
    /// The hash of the block, in hex.
    pub block: String,
    /// How sure it is.
    pub certainty: Certainty,
}

/// How sure a block is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Certainty {
    /// The best block now. It may be replaced, and the report then lands in another block in most cases.
    #[default]
    InBlock,
    /// It stays.
    Finalized,
}

/// A chain to report to.
pub trait Chain: Send + Sync + 'static {
    /// The next nonce of an account, after what waits in the pool of the node.
    fn next_nonce(&self, account: &AccountId32) -> impl Future<Output = Result<u64, ChainError>> + Send;

    /// Signs and sends a report, and waits for its result in a block. It can be dropped while it waits; the report may
    /// then still be included.
    fn submit(&self, report: Report<'_>) -> impl Future<Output = Result<Inclusion, ChainError>> + Send;
}

/// Why a report has not been taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ChainError {
    /// No node, or the connection broke. What was sent may have arrived.
    #[error("no connection: {0}")]
    Connection(String),
    /// The nonce is used, or lies ahead.
    #[error("the nonce is off: {0}")]
    Nonce(String),
    /// The pool of the node does not take it now, or has dropped it.
    #[error("the pool turned it away: {0}")]
    Pool(String),
    /// The operator has reported in this block already. The report is in the block, and its nonce is used.
    #[error("Oracle::AlreadyFeeded: the operator has reported in this block already")]
    AlreadyFed,
    /// The chain carried the report out and refused it. Its nonce is used.
    #[error("{name}")]
    Dispatch {
        /// What the chain calls it.
        name: String,
    },
    /// The chain does not let it in, and the same again would not be let in either.
    #[error("{0}")]
    Refused(String),
}

impl ChainError {
    /// A word for it, for metrics.
    pub const fn reason(&self) -> &'static str {
        match self {
            Self::Connection(_) => "connection",
            Self::Nonce(_) => "nonce",
            Self::Pool(_) => "pool",
            Self::AlreadyFed => "already_fed",
            Self::Dispatch { .. } => "dispatch",
            Self::Refused(_) => "refused",
        }
    }

    /// Whether to try again within the round.
    pub const fn passes(&self) -> bool {
        match self {
            Self::Connection(_) | Self::Nonce(_) | Self::Pool(_) | Self::AlreadyFed => true,
            Self::Dispatch { .. } | Self::Refused(_) => false,
        }
    }

    /// What is left of the nonce it was sent with.
    pub const fn nonce_after(&self) -> NonceAfter {
        match self {
            Self::AlreadyFed | Self::Dispatch { .. } => NonceAfter::Used,
            Self::Connection(_) | Self::Nonce(_) | Self::Pool(_) | Self::Refused(_) => NonceAfter::Unknown,
        }
    }

    /// What whoever runs the program can do.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Connection(_) => "See whether the node runs and --url is right.",
            Self::Nonce(_) => "Something else signs with this key: give each feeder keys of its own.",
            Self::Pool(_) => "The node is busy; it is tried again. If it goes on, use another node.",
            Self::AlreadyFed => "Something else reports for this operator: run one feeder for each.",
            Self::Dispatch { name } if name == "Oracle::NoPermission" => {
                "The account is no operator of the feeds: have the committee add it to feedOperators, or leave it out."
            }
            Self::Dispatch { .. } => "See the errors of the chain's oracle, and whether this program fits the chain.",
            Self::Refused(_) => {
                "Fund the account if it cannot pay: the fee is given back, but has to be there. Otherwise see with --dry-run whether --url is a node of Finch."
            }
        }
    }
}

impl From<Trouble> for ChainError {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Connection(text) => Self::Connection(text),
            Trouble::Nonce(text) => Self::Nonce(text),
            Trouble::Pool(text) => Self::Pool(text),
            Trouble::Refused(text) => Self::Refused(text),
        }
    }
}
