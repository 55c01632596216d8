// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Several nodes of one chain: which one is used, and which comes next when it is lost.

use crate::{trouble::Trouble, url::without_path};
use std::{future::Future, time::Duration};
use subxt::config::substrate::H256;
use thiserror::Error;
use tokio::time::timeout;
use tracing::warn;

/// How long a node may take to answer when it is connected to.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// What a node says of itself at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Greeting {
    /// The hash of the first block: which chain it is.
    pub genesis: H256,
    /// The number of its best block.
    pub best: u64,
}

/// Connects to nodes.
pub trait Connect: Send + Sync {
    /// A connection.
    type Link: Send;

    /// Connects to the node behind `url`.
    fn connect(&self, url: &str) -> impl Future<Output = Result<(Self::Link, Greeting), Trouble>> + Send;
}

/// Why a node is not used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unfit {
    /// It does not answer, or not as a node does.
    #[error(transparent)]
    Trouble(#[from] Trouble),
    /// It does not answer in time.
    #[error("no answer in {} s", PATIENCE.as_secs())]
    Silent,
    /// It is of another chain.
    #[error("it is of the chain {found:?}, and the others are of {wanted:?}: leave it out")]
    OtherChain {
        /// Its genesis.
        found: H256,
        /// That of the others.
        wanted: H256,
    },
    /// It does not know blocks that others know.
    #[error("it is at block {best}, and block {highest} is known: it is behind")]
    Behind {
        /// The number of its best block.
        best: u64,
        /// The highest number that was seen.
        highest: u64,
    },
}

/// What came of connecting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt<L> {
    /// The connection, if there is a node that is fit.
    pub link: Option<L>,
    /// The nodes that were tried before it, by their hosts, and why they are not.
    pub unfit: Vec<(String, Unfit)>,
}

/// Several nodes of one chain.
#[derive(Clone, Debug)]
pub struct Endpoints {
    urls: Vec<String>,
    at: usize,
    lag: u64,
    genesis: Option<H256>,
    highest: u64,
}

impl Endpoints {
    /// Nodes in the order in which they are tried. `lag` is how many blocks one may be behind; `genesis` is the chain, if
    /// it is known already: else the first node that answers says which one it is.
    pub fn new(urls: Vec<String>, lag: u64, genesis: Option<H256>) -> Self {
        Self {
            urls,
            at: 0,
            lag,
            genesis,
            highest: 0,
        }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.urls.len()
    }

    /// The chain, once it is known.
    pub const fn genesis(&self) -> Option<H256> {
        self.genesis
    }

    /// The host of the node that is used, or tried next.
    pub fn current(&self) -> String {
        self.urls.get(self.at).map(|url| without_path(url)).unwrap_or_default()
    }

    /// A block of this number was seen: a node that is too far below it is behind.
    pub fn saw(&mut self, number: u64) {
        self.highest = self.highest.max(number);
    }

    /// The node that is used is not used any more: the next one is tried first.
    pub fn give_up(&mut self) {
        self.at = self
            .at
            .checked_add(1)
            .and_then(|next| next.checked_rem(self.urls.len()))
            .unwrap_or_default();
    }

    /// Connects to the first node that is fit, from the current one on; each is tried once.
    pub async fn connect<C: Connect>(&mut self, connector: &C) -> Attempt<C::Link> {
        let mut unfit = Vec::new();
        for _ in 0..self.urls.len() {
            let url = self.urls.get(self.at).map(String::as_str).unwrap_or_default();
            let why = match timeout(PATIENCE, connector.connect(url)).await {
                Ok(Ok((link, greeting))) => match self.check(&greeting) {
                    Ok(()) => {
                        self.genesis = Some(greeting.genesis);
                        self.saw(greeting.best);
                        return Attempt {
                            link: Some(link),
                            unfit,
                        };
                    }
                    Err(why) => why,
                },
                Ok(Err(trouble)) => Unfit::Trouble(trouble),
                Err(_) => Unfit::Silent,
            };
            let host = self.current();
            warn!("{host} is not used: {why}.");
            unfit.push((host, why));
            self.give_up();
        }
        Attempt { link: None, unfit }
    }

    fn check(&self, greeting: &Greeting) -> Result<(), Unfit> {
        if let Some(wanted) = self.genesis.filter(|genesis| *genesis != greeting.genesis) {
            return Err(Unfit::OtherChain {
                found: greeting.genesis,
                wanted,
            });
        }
        if greeting.best.saturating_add(self.lag) < self.highest {
            return Err(Unfit::Behind {
                best: greeting.best,
                highest: self.highest,
            });
        }
        Ok(())
    }
}
