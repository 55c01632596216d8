// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Tests, a file for each module.

mod endpoints;
mod key;
mod node;
mod nonce;
mod trouble;
mod url;
