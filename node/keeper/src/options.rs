// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The command line.

use clap::{Parser, Subcommand};
use finch_client::node::Transport;
use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::PathBuf,
};

/// Watches vaults, series and queues of a Finch chain and makes the calls that are due.
///
/// Exit codes: 0 it went well or was stopped; 1 it failed; 2 the options or the settings are wrong.
#[derive(Clone, Parser)]
#[command(
    name = "finch-keeper",
    version,
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true
)]
pub struct Options {
    /// Something else than to keep.
    #[command(subcommand)]
    pub command: Option<Command>,

    /// A node: a WebSocket URL. Can be repeated: the next one is used when one is lost.
    #[arg(long, default_value = "ws://127.0.0.1:9944")]
    pub url: Vec<String>,

    /// Take ws:// URLs of other machines too. Only in a network you trust.
    #[arg(long)]
    pub allow_plain_ws: bool,

    /// The file of settings, in TOML. Without one, all have their defaults.
    #[arg(long, value_name = "PATH")]
    pub settings: Option<PathBuf>,

    /// A file with the secret of the account that signs: a phrase, a seed in hex, or //Alice. FINCH_KEEPER_KEY holds it too.
    #[arg(long, value_name = "PATH")]
    pub key_file: Option<PathBuf>,

    /// The audit log. It is added to, and read at the start: what was out then is not sent as something new.
    #[arg(long, value_name = "PATH", required_unless_present = "dry_run")]
    pub audit_log: Option<PathBuf>,

    /// One look only, and until it is known what became of all that is out.
    #[arg(long)]
    pub once: bool,

    /// Send nothing and write no log: show what is due, and whether the chain would do it.
    #[arg(long, conflicts_with_all = ["audit_log", "once"])]
    pub dry_run: bool,

    /// Serve metrics for Prometheus at this port of 127.0.0.1.
    #[arg(long, value_name = "PORT")]
    pub metrics_port: Option<u16>,

    /// Serve metrics on all addresses of this machine.
    #[arg(long, requires = "metrics_port")]
    pub metrics_external: bool,

    /// What to tell: error, warn, info, debug, or a filter such as finch_keeper=debug.
    #[arg(long, value_name = "FILTER", default_value = "info")]
    pub log: String,
}

/// Something else than to keep.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Reads an audit log, checks it line by line, and prints what it comes to.
    Replay {
        /// The log.
        path: PathBuf,
    },
}

impl Options {
    /// What URLs are taken.
    pub const fn transport(&self) -> Transport {
        if self.allow_plain_ws {
            Transport::Any
        } else {
            Transport::Secure
        }
    }

    /// Where metrics are served.
    pub fn metrics(&self) -> Option<SocketAddr> {
        let host = if self.metrics_external {
            Ipv4Addr::UNSPECIFIED
        } else {
            Ipv4Addr::LOCALHOST
        };
        self.metrics_port.map(|port| SocketAddr::new(IpAddr::V4(host), port))
    }
}
