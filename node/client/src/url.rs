// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! URLs as they may be told.

/// Scheme, host and port of a URL. Providers of nodes have their keys in the path, in the query, or as user and password.
pub fn without_path(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else {
        return "(not a URL)".to_owned();
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    format!("{scheme}://{host}")
}
