// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Tests, a file for each module.

mod chain;
mod decimal;
mod dry_run;
#[cfg(feature = "paused-time")]
mod fake_chain;
mod feed;
#[cfg(feature = "paused-time")]
mod feeder;
mod http;
mod metadata;
mod metrics;
mod node;
mod operators;
mod options;
mod recording;
#[cfg(feature = "paused-time")]
mod round;
mod source;
mod table;

use crate::{
    feed::{Coin, FeedKey, Metric, Reading},
    metrics::Metrics,
    operators::Operator,
    source::Moment,
};
use prometheus_endpoint::{
    prometheus::{Encoder, TextEncoder},
    Registry,
};
use tokio::time::Instant;

/// Alice's address.
const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
/// Bob's address.
const BOB: &str = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";

fn operator(secret: &str) -> Operator {
    secret.parse().unwrap()
}

fn key(coin: Coin, metric: Metric) -> FeedKey {
    FeedKey { coin, metric }
}

/// Prices of as many assets.
fn readings(count: u32) -> Vec<Reading> {
    (0..count)
        .map(|asset| Reading {
            key: key(Coin::Asset(asset), Metric::Price),
            value: 1,
        })
        .collect()
}

fn metrics() -> (Metrics, Registry) {
    let registry = Registry::new();
    (Metrics::register(&registry).unwrap(), registry)
}

/// What Prometheus would read.
fn rendered(registry: &Registry) -> String {
    let mut text = Vec::new();
    TextEncoder::new().encode(&registry.gather(), &mut text).unwrap();
    String::from_utf8(text).unwrap()
}

/// A moment with both clocks set.
fn moment(unix: u64, tick: Instant) -> Moment {
    Moment { unix, tick }
}
