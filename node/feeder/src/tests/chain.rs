// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use crate::chain::{invalid, rpc_error, ChainError, NonceAfter};

#[test]
fn words_of_the_pool_are_understood() {
    let cases = [
        (1010, "Invalid Transaction", "Transaction is outdated", "nonce"),
        (
            1010,
            "Invalid Transaction",
            "Transaction will be valid in the future",
            "nonce",
        ),
        (1010, "Invalid Transaction", "Transaction has a bad signature", "pool"),
        (
            1010,
            "Invalid Transaction",
            "Transaction has an ancient birth block",
            "pool",
        ),
        (
            1010,
            "Invalid Transaction",
            "Transaction would exhaust the block limits",
            "pool",
        ),
        (
            1010,
            "Invalid Transaction",
            "Inability to pay some fees (e.g. account balance too low)",
            "refused",
        ),
        (
            1010,
            "Invalid Transaction",
            "Transaction call is not expected",
            "refused",
        ),
        (1012, "Transaction is temporarily banned", "", "pool"),
        (1013, "Transaction is already imported", "", "pool"),
        (
            1014,
            "Priority is too low: (1 vs 1)",
            "The transaction has too low priority",
            "nonce",
        ),
        (
            1016,
            "Immediately Dropped",
            "The transaction couldn't enter the pool because of the limit",
            "pool",
        ),
        (1021, "The future queue is full", "", "nonce"),
        (1001, "Extrinsic has invalid format", "", "refused"),
        (1002, "Verification Error: Runtime error", "", "refused"),
        (-32601, "Method not found", "", "refused"),
        (-32603, "Internal error", "", "pool"),
    ];
    for (code, message, data, reason) in cases {
        assert_eq!(
            rpc_error(code, message, data).reason(),
            reason,
            "{code} {message} {data}"
        );
    }
    let said = rpc_error(1010, "Invalid Transaction", "Transaction is outdated").to_string();
    assert_eq!(said, "the nonce is off: Invalid Transaction: Transaction is outdated");
}

#[test]
fn words_about_a_report_that_waited_are_understood() {
    let cases = [
        ("Transaction was usurped by another with the same nonce", "nonce"),
        (
            "Transaction is invalid (eg because of a bad nonce, signature etc)",
            "nonce",
        ),
        ("Transaction was dropped", "pool"),
        ("Finality timeout", "pool"),
        ("Something new", "refused"),
    ];
    for (text, reason) in cases {
        assert_eq!(invalid(text.to_owned()).reason(), reason, "{text}");
    }
}

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
