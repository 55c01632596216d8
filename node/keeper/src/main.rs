// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! `finch-keeper`: see the library.

use clap::Parser;
use finch_keeper::{options::Options, program};
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    program::run(Options::parse()).await
}
