// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Rounds: read the source, let every operator report, wait for the next one.

use crate::{
    chain::Chain,
    feed::Reading,
    metrics::Metrics,
    operators::Operator,
    round::{self, Failure, Seat},
    source::{Moment, Snapshot, Source, SourceError},
};
use finch_client::stop::told;
use std::{collections::HashMap, sync::Arc, time::Duration};
use tokio::{
    sync::watch,
    task::JoinSet,
    time::{interval_at, timeout_at, Instant, MissedTickBehavior},
};
use tracing::{error, info, warn};

/// How rounds go.
#[derive(Clone, Copy, Debug)]
pub struct Rhythm {
    /// From the start of a round to the start of the next one, which is when the round ends at the latest.
    pub every: Duration,
    /// How many there are.
    pub rounds: Rounds,
    /// The most values of a report.
    pub batch: usize,
}

/// How many rounds there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounds {
    /// One.
    Once,
    /// As many as there are until it is stopped or a recording ends.
    Endless,
}

/// How a round went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Every operator has reported everything.
    Done,
    /// The source could not be read, has nothing that is new, or an operator did not get everything done.
    Failed,
    /// There was nothing to do: the recording has ended.
    Ended,
}

/// Reads a source and lets operators report it.
pub struct Feeder<C> {
    chain: Arc<C>,
    seats: Vec<Arc<Seat>>,
    source: Source,
    rhythm: Rhythm,
    metrics: Metrics,
}

impl<C: Chain> Feeder<C> {
    /// Nothing is sent yet.
    pub fn new(chain: C, operators: Vec<Operator>, source: Source, rhythm: Rhythm, metrics: Metrics) -> Self {
        Self {
            chain: Arc::new(chain),
            seats: operators.into_iter().map(Seat::new).map(Arc::new).collect(),
            source,
            rhythm,
            metrics,
        }
    }

    /// Goes on until it is told to stop, or there is nothing more to do. A round that has started is finished first.
    /// The outcome is that of the last round; being stopped is no failure.
    pub async fn run(mut self, mut stop: watch::Receiver<bool>) -> Outcome {
        let mut ticks = interval_at(Instant::now(), self.rhythm.every);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
        let mut last = Outcome::Done;
        loop {
            let start = tokio::select! {
                // If both are due, it stops.
                biased;
                () = told(&mut stop) => return Outcome::Done,
                start = ticks.tick() => start,
            };
            // A round that starts late ends with its interval all the same.
            let deadline = start.checked_add(self.rhythm.every).unwrap_or(start);
            match self.round(deadline).await {
                Outcome::Ended => return last,
                outcome => last = outcome,
            }
            if self.rhythm.rounds == Rounds::Once {
                return last;
            }
        }
    }

    /// A round. Nothing of it happens after the deadline.
    pub async fn round(&mut self, deadline: Instant) -> Outcome {
        let start = Instant::now();
        self.metrics.rounds.inc();
        let outcome = self.read_and_report(deadline).await;
        self.metrics.round_duration.observe(start.elapsed().as_secs_f64());
        outcome
    }

    async fn read_and_report(&mut self, deadline: Instant) -> Outcome {
        let snapshot = match timeout_at(deadline, self.source.read(Moment::now())).await {
            Ok(Ok(snapshot)) => snapshot,
            Ok(Err(ended @ SourceError::Ended { .. })) => {
                info!("{ended}.");
                return Outcome::Ended;
            }
            Ok(Err(error)) => {
                self.metrics.source_failures.with_label_values(&[error.reason()]).inc();
                error!("The source cannot be used, and nothing is reported in this round: {error}.");
                return Outcome::Failed;
            }
            Err(_) => {
                self.metrics.source_failures.with_label_values(&["deadline"]).inc();
                error!("The source did not answer before the round ended: lower --source-timeout or raise --every.");
                return Outcome::Failed;
            }
        };
        let Snapshot {
            readings,
            stale,
            age,
            step,
        } = snapshot;
        self.metrics.source_age.set(age.unwrap_or_default().as_secs_f64());
        if stale > 0 {
            self.metrics
                .stale_values
                .inc_by(u64::try_from(stale).unwrap_or(u64::MAX));
            warn!("{stale} values are too old to report. See whether the source is alive.");
        }
        if let Some(step) = step {
            info!(
                "step {} of {} of the recording, from second {} on",
                step.number, step.of, step.at
            );
        }
        if readings.is_empty() {
            // Before the first moment of a recording, that is as it should be.
            return if stale > 0 { Outcome::Failed } else { Outcome::Done };
        }
        self.report(readings.into(), deadline).await
    }

    /// Every operator on a task of its own: whatever happens to one, the others report.
    async fn report(&self, readings: Arc<[Reading]>, deadline: Instant) -> Outcome {
        let mut tasks = JoinSet::new();
        let mut addresses = HashMap::new();
        for seat in &self.seats {
            let (seat, readings, chain) = (seat.clone(), readings.clone(), self.chain.clone());
            let (batch, metrics) = (self.rhythm.batch, self.metrics.clone());
            let address = seat.operator.address().to_owned();
            let task = tasks.spawn(async move { seat.feed(&*chain, &readings, batch, deadline, &metrics).await });
            addresses.insert(task.id(), address);
        }
        let mut outcome = Outcome::Done;
        while let Some(joined) = tasks.join_next_with_id().await {
            let (id, result) = match joined {
                Ok((id, result)) => (id, result),
                Err(error) => {
                    let result = round::Result {
                        sent: 0,
                        calls: 0,
                        last: None,
                        failure: Some(Failure::Crashed(error.to_string())),
                    };
                    (error.id(), result)
                }
            };
            let address = addresses.get(&id).map(String::as_str).unwrap_or_default();
            if let Some(Failure::Crashed(_)) = result.failure {
                self.metrics.failed(address, "crashed");
            }
            if result.failure.is_some() {
                outcome = Outcome::Failed;
            }
            tell(address, readings.len(), &result);
        }
        outcome
    }
}

/// One line for each operator in each round.
fn tell(address: &str, values: usize, result: &round::Result) {
    let round::Result {
        sent,
        calls,
        last,
        failure,
    } = result;
    let calls = round::reports(*calls);
    let at = match last {
        Some(inclusion) => format!(", the last in block {} ({:?})", inclusion.block, inclusion.certainty),
        None => String::new(),
    };
    match failure {
        None => info!("{address}: {sent} values in {calls}{at}"),
        Some(failure) => error!(
            "{address}: {sent} of {values} values in {calls}{at}; then: {failure}. {}",
            failure.advice()
        ),
    }
}
