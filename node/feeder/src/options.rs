// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The command line.

use crate::{
    chain::Certainty,
    feeder::{Rhythm, Rounds},
    node::NodeOptions,
    operators::{OperatorsOptions, ENVIRONMENT},
    round::MAX_BATCH,
    source::{Pace, SourceOptions},
};
use clap::{Parser, ValueEnum};
use finch_client::node::Transport;
use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::PathBuf,
    time::Duration,
};

/// Reads prices and staking figures from a source and reports them to a Finch chain as its feed operators.
///
/// Exit codes: 0 it went well or was stopped; 1 it failed; 2 the options are wrong.
#[derive(Clone, Parser)]
#[command(name = "finch-feeder", version)]
pub struct Options {
    /// The node: a WebSocket URL.
    #[arg(long, default_value = "ws://127.0.0.1:9944")]
    pub url: String,

    /// Take ws:// URLs of other machines too. Only in a network you trust.
    #[arg(long)]
    pub allow_plain_ws: bool,

    /// Where values come from: a CSV or JSON file, or an http(s) URL that answers with one.
    #[arg(long, value_name = "PATH|URL")]
    pub source: String,

    /// An operator's secret: a phrase, a seed in hex, or //Alice. Can be repeated. Others on this machine can see it in
    /// the list of processes: use a file or the environment for keys that matter.
    #[arg(long, value_name = "SURI")]
    pub operator: Vec<String>,

    /// A file of operators' secrets, one in a line. FINCH_FEEDER_OPERATORS holds them too, with commas or line breaks.
    #[arg(long, value_name = "PATH")]
    pub operators_file: Option<PathBuf>,

    /// Seconds from one round to the next. A round ends when the next one starts.
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u64).range(6..=86_400))]
    pub every: u64,

    /// One round only.
    #[arg(long, conflicts_with = "repeat")]
    pub once: bool,

    /// Send nothing: read the source, ask the chain whether it would understand, and print what each operator would send.
    #[arg(long)]
    pub dry_run: bool,

    /// For a dry run without a node.
    #[arg(long, requires = "dry_run")]
    pub offline: bool,

    /// How old a value may be. A URL that says the same for longer counts as dead. [default: 900 for a URL, any for a
    /// file]
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..))]
    pub max_source_age: Option<u64>,

    /// How long a URL may take to answer.
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=600))]
    pub source_timeout: u64,

    /// For a recording: its seconds in a second.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub speed: u32,

    /// For a recording: start again after its end, instead of ending.
    #[arg(long)]
    pub repeat: bool,

    /// For how many blocks a report may wait to be included.
    #[arg(long, value_name = "BLOCKS", default_value_t = 64, value_parser = clap::value_parser!(u64).range(4..=65_536))]
    pub mortality: u64,

    /// The most values of a report.
    #[arg(long, value_name = "N", default_value_t = MAX_BATCH, value_parser = batch)]
    pub batch: usize,

    /// What to wait for after a report is sent.
    #[arg(long, value_enum, default_value_t = Wait::InBlock)]
    pub wait: Wait,

    /// Serve metrics for Prometheus at this port of 127.0.0.1.
    #[arg(long, value_name = "PORT")]
    pub metrics_port: Option<u16>,

    /// Serve metrics on all addresses of this machine.
    #[arg(long, requires = "metrics_port")]
    pub metrics_external: bool,

    /// What to log: error, warn, info, debug, or a filter such as finch_feeder=debug.
    #[arg(long, value_name = "FILTER", default_value = "info")]
    pub log: String,
}

/// What to wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Wait {
    /// The best block.
    InBlock,
    /// A block that stays.
    Finalized,
}

fn batch(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(batch) if (1..=MAX_BATCH).contains(&batch) => Ok(batch),
        _ => Err(format!("a whole number from 1 to {MAX_BATCH}")),
    }
}

impl Options {
    /// How the source is read.
    pub fn source(&self) -> SourceOptions {
        SourceOptions {
            place: self.source.clone(),
            max_age: self.max_source_age.map(Duration::from_secs),
            timeout: Duration::from_secs(self.source_timeout),
            pace: Pace::new(self.speed, self.repeat),
        }
    }

    /// Where the operators are named. The environment is read here.
    pub fn operators(&self) -> OperatorsOptions {
        OperatorsOptions {
            arguments: self.operator.clone(),
            file: self.operators_file.clone(),
            environment: std::env::var(ENVIRONMENT).ok(),
        }
    }

    /// How rounds go.
    pub const fn rhythm(&self) -> Rhythm {
        Rhythm {
            every: Duration::from_secs(self.every),
            rounds: if self.once { Rounds::Once } else { Rounds::Endless },
            batch: self.batch,
        }
    }

    /// How the node is used.
    pub fn node(&self) -> NodeOptions {
        NodeOptions {
            url: self.url.clone(),
            transport: if self.allow_plain_ws {
                Transport::Any
            } else {
                Transport::Secure
            },
            mortality: self.mortality,
            certainty: match self.wait {
                Wait::InBlock => Certainty::InBlock,
                Wait::Finalized => Certainty::Finalized,
            },
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
