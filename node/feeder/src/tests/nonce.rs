// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use crate::{chain::NonceAfter, nonce::NonceTracker};

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
