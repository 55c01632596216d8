// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use crate::trouble::{invalid, rpc_error};

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
fn words_about_a_transaction_that_waited_are_understood() {
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
