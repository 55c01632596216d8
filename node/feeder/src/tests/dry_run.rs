// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::{operator, readings};
use crate::{
    dry_run::DryRun,
    node::Facts,
    source::{Moment, Pace, Snapshot, Source, SourceOptions},
};
use std::time::Duration;
use tokio::time::Instant;

#[tokio::test]
async fn the_sample_reads_like_this() {
    let place = concat!(env!("CARGO_MANIFEST_DIR"), "/sample/pos-assets.csv");
    let options = SourceOptions {
        place: place.to_owned(),
        max_age: None,
        timeout: Duration::from_secs(1),
        pace: Pace::default(),
    };
    let mut source = Source::open(&options, Instant::now()).unwrap();
    let snapshot = source.read(Moment::now()).await.unwrap();
    let dry_run = DryRun {
        place: "sample/pos-assets.csv",
        snapshot: &snapshot,
        operators: &[operator("//Alice"), operator("//Bob")],
        batch: 20,
        facts: None,
    };
    assert!(dry_run.objections().is_empty());
    assert_eq!(dry_run.render(), include_str!("dry_run.txt"));
}

#[test]
fn what_would_not_work_is_said() {
    let snapshot = Snapshot {
        readings: readings(40),
        stale: 2,
        ..Snapshot::default()
    };
    let (alice, bob) = (operator("//Alice"), operator("//Bob"));
    let facts = Facts {
        spec_version: 7,
        max_values: 30,
        operators: vec![*alice.account()],
    };
    let dry_run = DryRun {
        place: "feeds.csv",
        snapshot: &snapshot,
        operators: &[alice, bob],
        batch: 50,
        facts: Some(&facts),
    };
    let expected = "\
chain      version 7; it takes up to 30 values in a report
operators  5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY: 40 values in 1 report
           5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty: 40 values in 1 report
but        2 values of the source are too old to report
           the chain takes 30 values in a report: use --batch 30
           5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty is no operator of the feeds: the committee has to add it
";
    assert!(dry_run.render().contains(expected), "{}", dry_run.render());
}

#[test]
fn nothing_to_report_is_said() {
    let dry_run = DryRun {
        place: "feeds.csv",
        snapshot: &Snapshot::default(),
        operators: &[],
        batch: 50,
        facts: None,
    };
    assert_eq!(dry_run.objections(), ["the source has nothing to report now"]);
}
