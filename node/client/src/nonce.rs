// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Nonces: the number that a transaction of an account gets.

use std::collections::BTreeSet;

/// What is left of a nonce.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NonceAfter {
    /// It is in a block.
    Used,
    /// The node has to be asked.
    Unknown,
}

/// The nonce of an account that sends one transaction after the other. It is asked for once and counted from then on,
/// until something is unclear.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NonceTracker {
    next: Option<u64>,
}

impl NonceTracker {
    /// The next nonce. Without one, the node has to be asked.
    pub const fn next(&self) -> Option<u64> {
        self.next
    }

    /// The node says it is this one.
    pub const fn learn(&mut self, next: u64) {
        self.next = Some(next);
    }

    /// A transaction with this nonce has been sent, and `after` is left of it.
    pub const fn settle(&mut self, sent: u64, after: NonceAfter) {
        self.next = match after {
            NonceAfter::Used => sent.checked_add(1),
            NonceAfter::Unknown => None,
        };
    }

    /// Nothing is known any more: a transaction was sent and nobody waited for what became of it.
    pub const fn forget(&mut self) {
        self.next = None;
    }
}

/// The lowest nonces that are free, of an account that has many transactions out at once: from `used` on, the nonce of
/// the account in a block, without those of transactions that are `out`. A gap that one of them has left is filled first,
/// as those behind it wait for that.
pub fn free(used: u64, out: &BTreeSet<u64>) -> impl Iterator<Item = u64> + '_ {
    (used..).filter(|nonce| !out.contains(nonce))
}
