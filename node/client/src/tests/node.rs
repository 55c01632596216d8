// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What can be told of a node without one. That a transaction is signed as a runtime reads it, the programs test with
//! calls of theirs.

use crate::node::{open, Transport};

#[tokio::test]
async fn no_node_is_no_connection() {
    // A port that is free, as it was ours a moment ago.
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let error = open(&format!("ws://127.0.0.1:{port}"), Transport::Secure)
        .await
        .unwrap_err();
    assert_eq!(error.reason(), "connection", "{error}");
}

#[tokio::test]
async fn a_plain_connection_leaves_this_machine_only_if_told() {
    let error = open("ws://node.example.org/KEY", Transport::Secure).await.unwrap_err();
    assert_eq!(error.reason(), "refused", "{error}");
    let text = error.to_string();
    assert!(text.contains("--allow-plain-ws") && !text.contains("KEY"), "{text}");
}
