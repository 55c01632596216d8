// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::{metrics, rendered, ALICE};
use crate::metrics::Metrics;

#[test]
fn everything_is_there_under_its_name() {
    let (metrics, registry) = metrics();
    metrics.succeeded(ALICE, 35, 1_700_000_000);
    metrics.succeeded(ALICE, 5, 1_700_000_060);
    metrics.failed(ALICE, "pool");
    metrics.rounds.inc();
    metrics.source_failures.with_label_values(&["timeout"]).inc();
    metrics.source_age.set(1.5);
    metrics.stale_values.inc_by(3);
    metrics.round_duration.observe(0.3);
    metrics.connected.set(1);
    let text = rendered(&registry);
    for line in [
        "finch_feeder_rounds_total 1",
        &format!("finch_feeder_values_sent_total{{operator=\"{ALICE}\"}} 40"),
        &format!("finch_feeder_submissions_total{{operator=\"{ALICE}\",reason=\"\",result=\"ok\"}} 2"),
        &format!("finch_feeder_submissions_total{{operator=\"{ALICE}\",reason=\"pool\",result=\"failed\"}} 1"),
        &format!("finch_feeder_last_success_timestamp_seconds{{operator=\"{ALICE}\"}} 1700000060"),
        "finch_feeder_source_failures_total{reason=\"timeout\"} 1",
        "finch_feeder_source_age_seconds 1.5",
        "finch_feeder_stale_values_total 3",
        "finch_feeder_round_duration_seconds_bucket{le=\"0.25\"} 0",
        "finch_feeder_round_duration_seconds_bucket{le=\"0.5\"} 1",
        "finch_feeder_connected 1",
    ] {
        assert!(text.lines().any(|found| found == line), "{line} in\n{text}");
    }
}

#[test]
fn they_are_registered_once() {
    let (_metrics, registry) = metrics();
    assert!(Metrics::register(&registry).is_err());
}
