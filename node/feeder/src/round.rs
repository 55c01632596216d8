// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! One operator's part in a round: its reports, one after the other, each tried again until the round ends.

use crate::{
    chain::{Chain, ChainError, Inclusion, Report},
    feed::Reading,
    metrics::Metrics,
    operators::Operator,
    source::Moment,
};
use backon::{BackoffBuilder, ExponentialBuilder};
use finch_client::nonce::{NonceAfter, NonceTracker};
use std::time::Duration;
use thiserror::Error;
use tokio::{
    sync::Mutex,
    time::{sleep, timeout_at, Instant},
};
use tracing::debug;

/// The most values of a report, which is a limit of the chain.
pub const MAX_BATCH: usize = 50;
/// The first wait before a report is tried again.
const FIRST_WAIT: Duration = Duration::from_millis(500);
/// The longest one, before jitter: a few blocks.
const LONGEST_WAIT: Duration = Duration::from_secs(20);

/// An operator and its nonce.
#[derive(Debug)]
pub struct Seat {
    /// The operator.
    pub operator: Operator,
    nonce: Mutex<NonceTracker>,
}

/// What an operator got done in a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Result {
    /// Values that are in blocks.
    pub sent: usize,
    /// Reports that are in blocks.
    pub calls: usize,
    /// Where the last of them is.
    pub last: Option<Inclusion>,
    /// What went wrong with the rest, if there is one.
    pub failure: Option<Failure>,
}

/// Why an operator did not get everything done.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Failure {
    /// The chain.
    #[error(transparent)]
    Chain(#[from] ChainError),
    /// The round ended first.
    #[error("the round ended before the report was in a block; the last trouble was: {}", last.as_ref().map_or("none".to_owned(), ToString::to_string))]
    Deadline {
        /// What it was tried again for.
        last: Option<ChainError>,
    },
    /// The task of the operator panicked.
    #[error("its task broke off: {0}")]
    Crashed(String),
}

impl Failure {
    /// A word for it, for metrics.
    pub const fn reason(&self) -> &'static str {
        match self {
            Self::Chain(error) => error.reason(),
            Self::Deadline { .. } => "deadline",
            Self::Crashed(_) => "crashed",
        }
    }

    /// What whoever runs the program can do.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Chain(error) | Self::Deadline { last: Some(error) } => error.advice(),
            Self::Deadline { last: None } => "See whether the chain makes blocks; or raise --every.",
            Self::Crashed(_) => "This is a fault of the program: report it.",
        }
    }
}

/// How many reports, in words.
pub fn reports(count: usize) -> String {
    match count {
        1 => "1 report".to_owned(),
        count => format!("{count} reports"),
    }
}

impl Seat {
    /// Its nonce is not known yet.
    pub fn new(operator: Operator) -> Self {
        Self {
            operator,
            nonce: Mutex::default(),
        }
    }

    /// Reports everything before the deadline, or as much as goes. The order of `values` is kept, in reports of `batch`
    /// values. Each waits for the one before to be in a block: the chain takes one in a block from an operator.
    pub async fn feed<C: Chain>(
        &self,
        chain: &C,
        values: &[Reading],
        batch: usize,
        deadline: Instant,
        metrics: &Metrics,
    ) -> Result {
        let mut result = Result {
            sent: 0,
            calls: 0,
            last: None,
            failure: None,
        };
        let mut trouble = None;
        for values in values.chunks(batch.clamp(1, MAX_BATCH)) {
            let patience = self.report(chain, values, &mut trouble, metrics);
            let failure = match timeout_at(deadline, patience).await {
                Ok(Ok(inclusion)) => {
                    metrics.succeeded(self.operator.address(), values.len(), Moment::now().unix);
                    result.sent = result.sent.saturating_add(values.len());
                    result.calls = result.calls.saturating_add(1);
                    result.last = Some(inclusion);
                    trouble = None;
                    continue;
                }
                Ok(Err(error)) => Failure::Chain(error),
                Err(_) => {
                    // Nobody knows what becomes of the report that is out.
                    self.nonce.lock().await.forget();
                    let failure = Failure::Deadline { last: trouble.take() };
                    metrics.failed(self.operator.address(), failure.reason());
                    failure
                }
            };
            // What comes next would meet the same.
            result.failure = Some(failure);
            break;
        }
        result
    }

    /// Sends a report until it is taken, or until it makes no sense to try again. `trouble` is what went wrong last.
    async fn report<C: Chain>(
        &self,
        chain: &C,
        values: &[Reading],
        trouble: &mut Option<ChainError>,
        metrics: &Metrics,
    ) -> std::result::Result<Inclusion, ChainError> {
        // Jitter, so that operators that failed together do not come back together.
        let mut waits = ExponentialBuilder::new()
            .with_min_delay(FIRST_WAIT)
            .with_max_delay(LONGEST_WAIT)
            .with_jitter()
            .without_max_times()
            .build();
        loop {
            let error = match self.attempt(chain, values).await {
                Ok(inclusion) => return Ok(inclusion),
                Err(error) => error,
            };
            metrics.failed(self.operator.address(), error.reason());
            if !error.passes() {
                return Err(error);
            }
            debug!("{}: {error}. It is tried again.", self.operator);
            *trouble = Some(error);
            sleep(waits.next().unwrap_or(LONGEST_WAIT)).await;
        }
    }

    /// Sends a report once.
    async fn attempt<C: Chain>(&self, chain: &C, values: &[Reading]) -> std::result::Result<Inclusion, ChainError> {
        let mut tracker = self.nonce.lock().await;
        let nonce = match tracker.next() {
            Some(nonce) => nonce,
            None => {
                let nonce = chain.next_nonce(self.operator.account()).await?;
                tracker.learn(nonce);
                nonce
            }
        };
        let report = Report {
            operator: &self.operator,
            nonce,
            values,
        };
        let outcome = chain.submit(report).await;
        let after = outcome
            .as_ref()
            .map_or_else(ChainError::nonce_after, |_| NonceAfter::Used);
        tracker.settle(nonce, after);
        outcome
    }
}
