// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The program: from options to an exit code.

use crate::{
    chain::ChainError,
    dry_run::DryRun,
    feeder::{Feeder, Outcome},
    metrics::Metrics,
    node::Node,
    operators::{Operator, OperatorsError},
    options::Options,
    source::{without_secrets, Moment, Source, SourceError},
};
use finch_client::{
    key::is_readable_by_others,
    stop::{signal, Words},
};
use prometheus_endpoint::{init_prometheus, PrometheusError, Registry};
use std::{io::IsTerminal, process::ExitCode};
use thiserror::Error;
use tokio::time::Instant;
use tracing::{info, warn};
use tracing_subscriber::EnvFilter;

/// The exit code for options that are wrong, as of clap.
const USAGE: u8 = 2;

/// What is said to whoever stops it.
const STOP: Words = Words {
    first: "It stops after this round. The same again stops it at once.",
    second: "Stopped within a round: reports that are out may still be included.",
};

/// Why the program did not start.
#[derive(Debug, Error)]
pub enum Error {
    /// The operators.
    #[error(transparent)]
    Operators(#[from] OperatorsError),
    /// The filter of the log.
    #[error("--log {0}")]
    Log(String),
    /// The source.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// The chain.
    #[error("{error}. {}", error.advice())]
    Chain {
        /// What is wrong.
        error: ChainError,
    },
    /// The metrics.
    #[error("metrics: {0}")]
    Metrics(#[from] PrometheusError),
    /// The server of metrics.
    #[error("metrics: {0} Choose another --metrics-port.")]
    Server(prometheus_endpoint::Error),
    /// The signals of the system.
    #[error("signals: {0}")]
    Signals(#[from] std::io::Error),
}

impl Error {
    const fn code(&self) -> u8 {
        match self {
            Self::Operators(_) | Self::Log(_) | Self::Source(SourceError::Url(_) | SourceError::NoRecording { .. }) => {
                USAGE
            }
            _ => 1,
        }
    }
}

/// Runs to the end. Logs go to the standard error, the table of a dry run to the standard output.
pub async fn run(options: Options) -> ExitCode {
    match start(options).await {
        Ok(code) => code,
        Err(error) => {
            // The log may not be there yet.
            eprintln!("finch-feeder: {error}");
            ExitCode::from(error.code())
        }
    }
}

async fn start(options: Options) -> Result<ExitCode, Error> {
    let filter = EnvFilter::try_new(&options.log).map_err(|error| Error::Log(format!("{}: {error}", options.log)))?;
    // Fails if there is a log already, which is as well.
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_target(false)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .try_init();
    let operators = options.operators().operators()?;
    if let Some(path) = options
        .operators_file
        .as_deref()
        .filter(|path| is_readable_by_others(path))
    {
        warn!("Others can read {}: chmod 600 it.", path.display());
    }
    if options.operator.iter().any(|secret| !secret.starts_with("//")) {
        warn!("--operator shows secrets in the list of processes: use --operators-file.");
    }
    let registry = Registry::new();
    let metrics = Metrics::register(&registry)?;
    let source = Source::open(&options.source(), Instant::now())?;
    let node = Node::new(options.node(), metrics.clone());
    if options.dry_run {
        return dry_run(&options, &operators, source, &node).await;
    }

    info!(
        "{} operators, source {}, every {} s",
        operators.len(),
        place(&options),
        options.every
    );
    let feeder = Feeder::new(node, operators, source, options.rhythm(), metrics);
    let server = async {
        match options.metrics() {
            // It ends only if it cannot start.
            Some(address) => init_prometheus(address, registry).await,
            None => std::future::pending().await,
        }
    };
    let outcome = tokio::select! {
        outcome = feeder.run(signal(STOP)?) => outcome,
        served = server => match served {
            Err(error) => return Err(Error::Server(error)),
            Ok(()) => Outcome::Failed,
        },
    };
    Ok(match outcome {
        Outcome::Done | Outcome::Ended => ExitCode::SUCCESS,
        Outcome::Failed => ExitCode::FAILURE,
    })
}

async fn dry_run(
    options: &Options,
    operators: &[Operator],
    mut source: Source,
    node: &Node,
) -> Result<ExitCode, Error> {
    let snapshot = source.read(Moment::now()).await?;
    let facts = if options.offline {
        None
    } else {
        let batches: Vec<_> = snapshot.readings.chunks(options.batch).collect();
        Some(node.inspect(&batches).await.map_err(|error| Error::Chain { error })?)
    };
    let dry_run = DryRun {
        place: &place(options),
        snapshot: &snapshot,
        operators,
        batch: options.batch,
        facts: facts.as_ref(),
    };
    print!("{}", dry_run.render());
    Ok(match dry_run.objections().is_empty() {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}

/// The source as it may be told.
fn place(options: &Options) -> String {
    match options.source.contains("://") {
        true => without_secrets(&options.source),
        false => options.source.clone(),
    }
}
