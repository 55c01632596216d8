// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use crate::chain::ChainError;
use finch_client::{nonce::NonceAfter, trouble::Trouble};

#[test]
fn every_error_says_what_to_do() {
    let text = String::new;
    let name = "Oracle::NoPermission".to_owned();
    let errors = [
        (ChainError::Connection(text()), true, NonceAfter::Unknown),
        (ChainError::Nonce(text()), true, NonceAfter::Unknown),
        (ChainError::Pool(text()), true, NonceAfter::Unknown),
        (ChainError::AlreadyFed, true, NonceAfter::Used),
        (ChainError::Dispatch { name }, false, NonceAfter::Used),
        (ChainError::Refused(text()), false, NonceAfter::Unknown),
    ];
    for (error, passes, nonce) in errors {
        assert_eq!((error.passes(), error.nonce_after()), (passes, nonce), "{error:?}");
        assert!(error.advice().ends_with('.'));
    }
    let name = "Oracle::NoPermission".to_owned();
    assert!(ChainError::Dispatch { name }.advice().contains("feedOperators"));
}

#[test]
fn trouble_with_a_node_keeps_its_reason() {
    for trouble in [Trouble::Connection, Trouble::Nonce, Trouble::Pool, Trouble::Refused] {
        let trouble = trouble("as told".to_owned());
        let error = ChainError::from(trouble.clone());
        assert_eq!(
            (error.reason(), error.to_string()),
            (trouble.reason(), trouble.to_string())
        );
    }
}
