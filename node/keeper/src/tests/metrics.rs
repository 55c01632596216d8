// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::{closed, intent, start, ALICE};
use crate::{
    alerts::{Alert, Alerts},
    books::Books,
    metrics::Metrics,
    record::{Outcome, Record},
};
use prometheus_endpoint::{
    prometheus::{Encoder, TextEncoder},
    Registry,
};

/// What Prometheus would read.
pub fn rendered(registry: &Registry) -> String {
    let mut text = Vec::new();
    TextEncoder::new().encode(&registry.gather(), &mut text).unwrap();
    String::from_utf8(text).unwrap()
}

#[tokio::test]
async fn they_show_the_sums_of_the_log() {
    let registry = Registry::new();
    let metrics = Metrics::register(&registry).unwrap();
    let mut books = Books::default();
    let first = intent(0, &["a/0", "b/0"]);
    for record in [
        start(9),
        Record::Intent(first.clone()),
        Record::Intent(intent(1, &["c/0"])),
        Record::Result(closed(&first, 50, Outcome::Done)),
    ] {
        books.apply(&record).unwrap();
    }
    let mut alerts = Alerts::new(ALICE, None);
    alerts.raise(Alert::FundsLow, "little".to_owned());
    metrics.show(&books);
    metrics.show_alerts(&alerts);
    metrics.show_funds(77);
    let text = rendered(&registry);
    for line in [
        "finch_keeper_transactions 2",
        "finch_keeper_transactions_out 1",
        "finch_keeper_actions{call=\"Options.call_margin\",outcome=\"done\"} 2",
        "finch_keeper_actions{call=\"Options.call_margin\",outcome=\"failed\"} 0",
        "finch_keeper_fees_planck 20",
        "finch_keeper_rewards_planck 0",
        "finch_keeper_funds_planck 77",
        "finch_keeper_alerts{kind=\"funds_low\"} 1",
        "finch_keeper_alerts{kind=\"chain_stalled\"} 0",
        "finch_keeper_connected 0",
        "finch_keeper_failovers_total 0",
    ] {
        assert!(text.lines().any(|found| found == line), "{line} in\n{text}");
    }
}

#[test]
fn they_are_registered_once() {
    let registry = Registry::new();
    let _metrics = Metrics::register(&registry).unwrap();
    assert!(Metrics::register(&registry).is_err());
}
