// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The program: from options to an exit code.

use crate::{
    alerts::Alerts,
    audit::{replay, Audit, AuditError, Replay},
    dry_run,
    keeper::{Ending, Keeper, Parts, Span},
    metrics::Metrics,
    node::{Needs, Nodes},
    options::{Command, Options},
    record::Totals,
    settings::{Settings, SettingsError},
    signer::{signer, SignerError, ENVIRONMENT},
};
use finch_client::{
    endpoints::{Attempt, Endpoints},
    key::{is_readable_by_others, Key},
    stop::{signal, Words},
    trouble::Trouble,
};
use prometheus_endpoint::{init_prometheus, PrometheusError, Registry};
use std::{fmt::Write, io::IsTerminal, path::PathBuf, process::ExitCode};
use subxt::config::substrate::H256;
use thiserror::Error;
use tracing::{info, warn};
use tracing_subscriber::EnvFilter;

/// The exit code for options that are wrong, as of clap.
const USAGE: u8 = 2;
/// What is said to whoever stops it.
const STOP: Words = Words {
    first: "It stops. What is out stays in the log, for the next start. The same again stops it at once.",
    second: "Stopped at once: the log has no sums at its end, and is good all the same.",
};

/// Why the program did not start, or broke off.
#[derive(Debug, Error)]
pub enum Error {
    /// The settings.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The key.
    #[error(transparent)]
    Signer(#[from] SignerError),
    /// The filter of what is told.
    #[error("--log {0}")]
    Log(String),
    /// The audit log was not named.
    #[error("no audit log: give --audit-log")]
    NoAudit,
    /// The audit log.
    #[error("the audit log {0}")]
    Audit(#[from] AuditError),
    /// The audit log is that of another account.
    #[error("{place} is the audit log of {found}, and the key is that of {wanted}: give each key a log of its own")]
    OtherAccount {
        /// The path.
        place: String,
        /// Whose it is.
        found: String,
        /// Whose key it is.
        wanted: String,
    },
    /// The chain.
    #[error("{0}. See whether the node runs and --url is right.")]
    Chain(String),
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

impl From<Trouble> for Error {
    fn from(trouble: Trouble) -> Self {
        Self::Chain(trouble.to_string())
    }
}

impl Error {
    const fn code(&self) -> u8 {
        match self {
            Self::Settings(_) | Self::Signer(_) | Self::Log(_) | Self::NoAudit | Self::OtherAccount { .. } => USAGE,
            _ => 1,
        }
    }
}

/// Runs to the end. What it tells goes to the standard error; what a dry run or a replay shows, to the standard output.
pub async fn run(options: Options) -> ExitCode {
    match start(options).await {
        Ok(code) => code,
        Err(error) => {
            // The log may not be there yet.
            eprintln!("finch-keeper: {error}");
            ExitCode::from(error.code())
        }
    }
}

async fn start(options: Options) -> Result<ExitCode, Error> {
    if let Some(Command::Replay { path }) = &options.command {
        print!("{}", render(&replay(path)?));
        return Ok(ExitCode::SUCCESS);
    }
    let filter = EnvFilter::try_new(&options.log).map_err(|error| Error::Log(format!("{}: {error}", options.log)))?;
    // Fails if there is a log already, which is as well.
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_target(false)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .try_init();
    let settings = match &options.settings {
        Some(path) => Settings::read(path)?,
        None => Settings::default(),
    };
    let environment = std::env::var(ENVIRONMENT).ok();
    let key = signer(options.key_file.as_deref(), environment.as_deref())?;
    if let Some(path) = options.key_file.as_deref().filter(|path| is_readable_by_others(path)) {
        warn!("Others can read {}: chmod 600 it.", path.display());
    }
    let nodes = Nodes {
        transport: options.transport(),
        mortality: settings.send.mortality_blocks,
        key: key.clone(),
        needs: Needs::of(&settings),
    };
    if options.dry_run {
        return show(&options, &settings, &nodes, &key).await;
    }
    keep(options, settings, nodes, key).await
}

async fn keep(options: Options, settings: Settings, nodes: Nodes, key: Key) -> Result<ExitCode, Error> {
    let path: PathBuf = options.audit_log.clone().ok_or(Error::NoAudit)?;
    let (audit, torn) = Audit::open(&path)?;
    if torn > 0 {
        warn!(
            "The last line of {} was not finished ({torn} bytes): it counts for nothing.",
            path.display()
        );
    }
    let mut genesis = None;
    if let Some((chain, account)) = audit.books().identity() {
        if account != key.address() {
            return Err(Error::OtherAccount {
                place: path.display().to_string(),
                found: account.to_owned(),
                wanted: key.address().to_owned(),
            });
        }
        genesis = crate::decide::unhex(chain)
            .and_then(|bytes| <[u8; 32]>::try_from(bytes).ok())
            .map(H256);
    }
    let registry = Registry::new();
    let metrics = Metrics::register(&registry)?;
    let alerts = Alerts::new(key.address(), settings.alerts.webhook.clone());
    info!("{key} signs, {} nodes, log {}", options.url.len(), path.display());
    let mut keeper = Keeper::new(Parts {
        connector: nodes,
        endpoints: Endpoints::new(options.url.clone(), settings.follow.lag_blocks, genesis),
        settings,
        account: *key.account(),
        audit,
        alerts,
        metrics,
        span: if options.once { Span::Once } else { Span::Endless },
    });
    let server = async {
        match options.metrics() {
            // It ends only if it cannot start.
            Some(address) => init_prometheus(address, registry).await,
            None => std::future::pending().await,
        }
    };
    let ending = tokio::select! {
        ending = keeper.run(signal(STOP)?) => ending?,
        served = server => match served {
            Err(error) => return Err(Error::Server(error)),
            Ok(()) => Ending::NoNode,
        },
    };
    print!("{}", sums(keeper.books().totals()));
    keeper.finish().await;
    Ok(match ending {
        Ending::Done => ExitCode::SUCCESS,
        Ending::NoNode => ExitCode::FAILURE,
    })
}

async fn show(options: &Options, settings: &Settings, nodes: &Nodes, key: &Key) -> Result<ExitCode, Error> {
    let mut endpoints = Endpoints::new(options.url.clone(), settings.follow.lag_blocks, None);
    let Attempt { link, unfit } = endpoints.connect(nodes).await;
    let mut link = link.ok_or_else(|| {
        let texts: Vec<_> = unfit.iter().map(|(host, why)| format!("{host}: {why}")).collect();
        Error::Chain(texts.join("; "))
    })?;
    let found = dry_run::look(&mut link, key.account(), settings).await?;
    print!("{}", found.render(key.address(), settings));
    Ok(match found.is_accepted() {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}

/// What a log comes to, as text.
pub fn render(replay: &Replay) -> String {
    let mut text = String::new();
    // Writing to a string does not fail.
    let _ = write_replay(&mut text, replay);
    text
}

fn write_replay(text: &mut String, replay: &Replay) -> std::fmt::Result {
    writeln!(text, "lines         {}", replay.lines)?;
    if replay.torn > 0 {
        writeln!(
            text,
            "torn          {} of them were not finished and count for nothing",
            replay.torn
        )?;
    }
    if replay.tail > 0 {
        writeln!(
            text,
            "torn          the last line is not finished ({} bytes): it counts for nothing",
            replay.tail
        )?;
    }
    if let Some((genesis, account)) = replay.books.identity() {
        writeln!(text, "account       {account}")?;
        writeln!(text, "chain         {genesis}")?;
    }
    writeln!(text, "out           {}", replay.books.out().len())?;
    text.push_str(&sums(replay.books.totals()));
    Ok(())
}

/// Sums, as text: the same at the end of a run and of a replay.
pub fn sums(totals: &Totals) -> String {
    let mut text = String::new();
    // Writing to a string does not fail.
    let _ = write_sums(&mut text, totals);
    text
}

fn write_sums(text: &mut String, totals: &Totals) -> std::fmt::Result {
    writeln!(text, "transactions  {}", totals.transactions)?;
    writeln!(text, "actions       {}", totals.actions)?;
    for (call, outcomes) in &totals.outcomes {
        let numbers: Vec<_> = outcomes
            .iter()
            .map(|(outcome, number)| format!("{} {number}", outcome.name()))
            .collect();
        writeln!(text, "  {call}: {}", numbers.join(", "))?;
    }
    writeln!(text, "fees          {} planck", totals.fees)?;
    writeln!(text, "rewards       {} planck", totals.rewards)
}
