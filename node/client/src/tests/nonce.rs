// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use crate::nonce::{free, NonceAfter, NonceTracker};

#[test]
fn it_is_asked_for_once_and_counted_from_then_on() {
    let mut nonce = NonceTracker::default();
    assert_eq!(nonce.next(), None);
    nonce.learn(7);
    assert_eq!(nonce.next(), Some(7));
    nonce.settle(7, NonceAfter::Used);
    assert_eq!(nonce.next(), Some(8));
    nonce.settle(8, NonceAfter::Used);
    assert_eq!(nonce.next(), Some(9));
}

#[test]
fn it_is_asked_for_again_when_something_is_unclear() {
    let mut nonce = NonceTracker::default();
    nonce.learn(7);
    nonce.settle(7, NonceAfter::Unknown);
    assert_eq!(nonce.next(), None);
    nonce.learn(7);
    nonce.forget();
    assert_eq!(nonce.next(), None);
}

#[test]
fn it_does_not_wrap() {
    let mut nonce = NonceTracker::default();
    nonce.settle(u64::MAX, NonceAfter::Used);
    assert_eq!(nonce.next(), None);
}

#[test]
fn gaps_are_filled_first() {
    let lowest = |used, out: &[u64]| free(used, &out.iter().copied().collect()).take(3).collect::<Vec<_>>();
    assert_eq!(lowest(7, &[]), [7, 8, 9]);
    assert_eq!(lowest(7, &[7, 8]), [9, 10, 11]);
    // 8 was never taken, and 9 waits for it.
    assert_eq!(lowest(7, &[7, 9]), [8, 10, 11]);
    // What is in a block is behind, whoever signed it.
    assert_eq!(lowest(10, &[7, 8, 11]), [10, 12, 13]);
}
