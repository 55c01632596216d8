// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Metrics for Prometheus. All names start with `finch_feeder_`.

use prometheus_endpoint::{
    exponential_buckets, register, Counter, CounterVec, Gauge, GaugeVec, Histogram, HistogramOpts, Opts,
    PrometheusError, Registry, F64, U64,
};

/// The metrics. Clones count together.
#[derive(Clone, Debug)]
pub struct Metrics {
    /// `rounds_total`: rounds that have been started.
    pub rounds: Counter<U64>,
    /// `values_sent_total` by `operator`: values that are in a block.
    pub values_sent: CounterVec<U64>,
    /// `submissions_total` by `operator`, `result` (`ok`, `failed`) and `reason`: reports that were tried.
    pub submissions: CounterVec<U64>,
    /// `last_success_timestamp_seconds` by `operator`: unix time of its last report that is in a block.
    pub last_success: GaugeVec<U64>,
    /// `source_failures_total` by `reason`: rounds without values because the source could not be read.
    pub source_failures: CounterVec<U64>,
    /// `source_age_seconds`: the age of what the source says, as far as it is known.
    pub source_age: Gauge<F64>,
    /// `stale_values_total`: values that were left out because they were too old.
    pub stale_values: Counter<U64>,
    /// `round_duration_seconds`: from the start of a round to the last operator's end.
    pub round_duration: Histogram,
    /// `connected`: 1 while there is a connection to a node, as seen at its last use.
    pub connected: Gauge<U64>,
}

impl Metrics {
    /// Makes them, in a registry.
    pub fn register(registry: &Registry) -> Result<Self, PrometheusError> {
        let name = |name: &str| format!("finch_feeder_{name}");
        let options = |short: &str, help: &str| Opts::new(name(short), help);
        let durations = HistogramOpts::new(
            name("round_duration_seconds"),
            "Seconds from the start of a round to the end of its last operator",
        )
        .buckets(exponential_buckets(0.25, 2.0, 11)?);
        Ok(Self {
            rounds: register(
                Counter::with_opts(options("rounds_total", "Rounds that have been started"))?,
                registry,
            )?,
            values_sent: register(
                CounterVec::new(
                    options("values_sent_total", "Values that are in a block"),
                    &["operator"],
                )?,
                registry,
            )?,
            submissions: register(
                CounterVec::new(
                    options("submissions_total", "Reports that were tried"),
                    &["operator", "result", "reason"],
                )?,
                registry,
            )?,
            last_success: register(
                GaugeVec::new(
                    options(
                        "last_success_timestamp_seconds",
                        "Unix time of the last report that is in a block",
                    ),
                    &["operator"],
                )?,
                registry,
            )?,
            source_failures: register(
                CounterVec::new(
                    options(
                        "source_failures_total",
                        "Rounds without values because the source could not be read",
                    ),
                    &["reason"],
                )?,
                registry,
            )?,
            source_age: register(
                Gauge::with_opts(options(
                    "source_age_seconds",
                    "Age of what the source says, as far as it is known",
                ))?,
                registry,
            )?,
            stale_values: register(
                Counter::with_opts(options(
                    "stale_values_total",
                    "Values that were left out because they were too old",
                ))?,
                registry,
            )?,
            round_duration: register(Histogram::with_opts(durations)?, registry)?,
            connected: register(
                Gauge::with_opts(options("connected", "1 while there is a connection to a node"))?,
                registry,
            )?,
        })
    }

    /// A report of an operator is in a block.
    pub fn succeeded(&self, operator: &str, values: usize, unix: u64) {
        self.submissions.with_label_values(&[operator, "ok", ""]).inc();
        self.values_sent
            .with_label_values(&[operator])
            .inc_by(u64::try_from(values).unwrap_or(u64::MAX));
        self.last_success.with_label_values(&[operator]).set(unix);
    }

    /// A report of an operator failed. It may be tried again.
    pub fn failed(&self, operator: &str, reason: &str) {
        self.submissions.with_label_values(&[operator, "failed", reason]).inc();
    }
}
