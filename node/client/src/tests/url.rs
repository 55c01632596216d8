// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use crate::url::without_path;

#[test]
fn urls_are_told_without_secrets() {
    for (url, told) in [
        ("wss://node.example.org/KEY", "wss://node.example.org"),
        (
            "wss://user:pass@node.example.org:8443/KEY?key=secret#part",
            "wss://node.example.org:8443",
        ),
        ("ws://127.0.0.1:9944", "ws://127.0.0.1:9944"),
        ("ws://[::1]:9944?KEY", "ws://[::1]:9944"),
        ("https://:80?key=secret", "https://:80"),
        ("KEY", "(not a URL)"),
    ] {
        assert_eq!(without_path(url), told, "{url}");
    }
}
