// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What goes wrong between a program and a node, sorted by what can be done about it.

use thiserror::Error;

/// Why a node has not taken a transaction, or not answered.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Trouble {
    /// No node, or the connection broke. What was sent may have arrived.
    #[error("no connection: {0}")]
    Connection(String),
    /// The nonce is used, or lies ahead.
    #[error("the nonce is off: {0}")]
    Nonce(String),
    /// The pool of the node does not take it now, or has dropped it.
    #[error("the pool turned it away: {0}")]
    Pool(String),
    /// The chain does not let it in, and the same again would not be let in either.
    #[error("{0}")]
    Refused(String),
}

impl Trouble {
    /// A word for it, for metrics.
    pub const fn reason(&self) -> &'static str {
        match self {
            Self::Connection(_) => "connection",
            Self::Nonce(_) => "nonce",
            Self::Pool(_) => "pool",
            Self::Refused(_) => "refused",
        }
    }
}

/// What an error of a node's JSON-RPC says about a transaction. The codes are those of Substrate's `author` calls.
pub fn rpc_error(code: i32, message: &str, data: &str) -> Trouble {
    let text = match data {
        "" => message.to_owned(),
        data => format!("{message}: {data}"),
    };
    match code {
        // Too low a priority, as the pool holds another one with this nonce; a nonce ahead.
        1014 | 1021 => Trouble::Nonce(text),
        // Banned for a while, there already, a cycle, no room.
        1011..=1013 | 1015..=1020 => Trouble::Pool(text),
        1010 => invalid(text),
        // It cannot be decoded, the runtime broke off, or the node does not know the call.
        1001 | 1002 | -32601 | -32602 => Trouble::Refused(text),
        _ => Trouble::Pool(text),
    }
}

/// What a node's words about an invalid or dropped transaction say.
pub fn invalid(text: String) -> Trouble {
    let lower = text.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if says(&[
        "outdated",
        "stale",
        "future",
        "usurped",
        "bad nonce",
        "priority is too low",
    ]) {
        Trouble::Nonce(text)
    // While the runtime is upgraded, the block that is signed for and the block it lands in differ in their version:
    // the signature is bad, and good a block later.
    } else if says(&[
        "bad signature",
        "bad proof",
        "badproof",
        "ancient",
        "exhaust",
        "dropped",
        "limit",
        "finality",
    ]) {
        Trouble::Pool(text)
    } else {
        Trouble::Refused(text)
    }
}
