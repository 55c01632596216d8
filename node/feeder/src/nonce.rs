// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The nonce of an operator. It is asked for once and counted from then on, until something is unclear.

use crate::chain::NonceAfter;

/// The nonce of an operator, as far as it is known.
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

    /// A report with this nonce has been sent, and `after` is left of it.
    pub const fn settle(&mut self, sent: u64, after: NonceAfter) {
        self.next = match after {
            NonceAfter::Used => sent.checked_add(1),
            NonceAfter::Unknown => None,
        };
    }

    /// Nothing is known any more: a report was sent and nobody waited for what became of it.
    pub const fn forget(&mut self) {
        self.next = None;
    }
}
