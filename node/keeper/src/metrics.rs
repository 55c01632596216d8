// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Metrics for Prometheus. All names start with `finch_keeper_`. The sums are those of the log.

use crate::{alerts::Alerts, books::Books, planck::Planck, record::Outcome};
use prometheus_endpoint::{register, Counter, Gauge, GaugeVec, Opts, PrometheusError, Registry, U64};

/// The kinds of alerts.
const ALERTS: [&str; 4] = ["funds_low", "endpoint_lost", "chain_stalled", "action_fails"];

/// The metrics. Clones count together.
#[derive(Clone, Debug)]
pub struct Metrics {
    /// `best_block`: the number of the last block that was looked at.
    pub best: Gauge<U64>,
    /// `final_block`: the number of the last final block that was looked at.
    pub final_block: Gauge<U64>,
    /// `last_block_timestamp_seconds`: unix time of the last look.
    pub last_block: Gauge<U64>,
    /// `vault_reads_total`: how often all vaults were read.
    pub vault_reads: Counter<U64>,
    /// `failovers_total`: how often another node was taken.
    pub failovers: Counter<U64>,
    /// `transactions`: those of the log.
    pub transactions: Gauge<U64>,
    /// `transactions_out`: those of which nobody knows yet what becomes of them.
    pub out: Gauge<U64>,
    /// `actions` by `call` and `outcome`: those of the log that are closed.
    pub actions: GaugeVec<U64>,
    /// `fees_planck`: those of the log.
    pub fees: Gauge<U64>,
    /// `rewards_planck`: those of the log.
    pub rewards: Gauge<U64>,
    /// `funds_planck`: what the account can spend.
    pub funds: Gauge<U64>,
    /// `alerts` by `kind`: those that are up.
    pub alerts: GaugeVec<U64>,
    /// `connected`: 1 while there is a connection to a node.
    pub connected: Gauge<U64>,
}

impl Metrics {
    /// Makes them, in a registry.
    pub fn register(registry: &Registry) -> Result<Self, PrometheusError> {
        let options = |short: &str, help: &str| Opts::new(format!("finch_keeper_{short}"), help);
        let gauge = |short: &str, help: &str| register(Gauge::with_opts(options(short, help))?, registry);
        let counter = |short: &str, help: &str| register(Counter::with_opts(options(short, help))?, registry);
        let gauges =
            |short: &str, help: &str, labels: &[&str]| register(GaugeVec::new(options(short, help), labels)?, registry);
        Ok(Self {
            best: gauge("best_block", "Number of the last block that was looked at")?,
            final_block: gauge("final_block", "Number of the last final block that was looked at")?,
            last_block: gauge("last_block_timestamp_seconds", "Unix time of the last look")?,
            vault_reads: counter("vault_reads_total", "How often all vaults were read")?,
            failovers: counter("failovers_total", "How often another node was taken")?,
            transactions: gauge("transactions", "Transactions of the log")?,
            out: gauge(
                "transactions_out",
                "Transactions of which it is not known what becomes of them",
            )?,
            actions: gauges("actions", "Actions of the log that are closed", &["call", "outcome"])?,
            fees: gauge("fees_planck", "Fees of the log")?,
            rewards: gauge("rewards_planck", "Rewards of the log")?,
            funds: gauge("funds_planck", "What the account can spend")?,
            alerts: gauges("alerts", "Alerts that are up", &["kind"])?,
            connected: gauge("connected", "1 while there is a connection to a node")?,
        })
    }

    /// Shows the sums of the log.
    pub fn show(&self, books: &Books) {
        let totals = books.totals();
        self.transactions.set(totals.transactions);
        self.out.set(crate::books::count(books.out().len()));
        self.fees.set(totals.fees.metric());
        self.rewards.set(totals.rewards.metric());
        for (call, outcomes) in &totals.outcomes {
            for outcome in Outcome::ALL {
                let number = outcomes.get(&outcome).copied().unwrap_or_default();
                self.actions
                    .with_label_values(&[call.as_str(), outcome.name()])
                    .set(number);
            }
        }
    }

    /// Shows what the account can spend, in planck.
    pub fn show_funds(&self, free: u128) {
        self.funds.set(Planck(free).metric());
    }

    /// Shows the alerts that are up.
    pub fn show_alerts(&self, alerts: &Alerts) {
        for kind in ALERTS {
            self.alerts
                .with_label_values(&[kind])
                .set(crate::books::count(alerts.up(kind)));
        }
    }
}
