// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::{
    fake_chain::{FakeChain, Fate},
    metrics, operator, rendered, ALICE, BOB,
};
use crate::{
    chain::ChainError,
    feeder::{Feeder, Outcome, Rhythm, Rounds},
    operators::Operator,
    source::{Pace, Source, SourceOptions},
};
use prometheus_endpoint::Registry;
use std::{fs, path::PathBuf, time::Duration};
use tempfile::TempDir;
use tokio::{
    sync::watch,
    time::{sleep, Instant},
};

const MINUTE: Duration = Duration::from_secs(60);
const PLAIN: &str = "asset,metric,value\n1,price,1\n2,price,2\n";
const TAPE: &str = "asset,metric,value,at\n1,market_cap,1,0\n1,market_cap,2,60\n1,market_cap,3,120\n";

/// A feeder on a chain that does as it is told, its source in a folder of its own.
struct World {
    chain: FakeChain,
    feeder: Feeder<FakeChain>,
    registry: Registry,
    file: PathBuf,
    _folder: TempDir,
}

fn world(table: &str, rounds: Rounds) -> World {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("feeds.csv");
    fs::write(&file, table).unwrap();
    let options = SourceOptions {
        place: file.display().to_string(),
        max_age: None,
        timeout: MINUTE,
        pace: Pace::default(),
    };
    let source = Source::open(&options, Instant::now()).unwrap();
    let (metrics, registry) = metrics();
    let chain = FakeChain::default();
    let rhythm = Rhythm {
        every: MINUTE,
        rounds,
        batch: 50,
    };
    let operators: Vec<Operator> = ["//Alice", "//Bob", "//Charlie"].map(operator).into();
    World {
        feeder: Feeder::new(chain.clone(), operators, source, rhythm, metrics),
        chain,
        registry,
        file,
        _folder: folder,
    }
}

/// Told to stop after so long.
fn stop_after(time: Duration) -> watch::Receiver<bool> {
    let (sender, receiver) = watch::channel(false);
    tokio::spawn(async move {
        sleep(time).await;
        let _ = sender.send(true);
        sender.closed().await;
    });
    receiver
}

#[tokio::test(start_paused = true)]
async fn once_is_one_round() {
    let world = world(PLAIN, Rounds::Once);
    assert_eq!(world.feeder.run(stop_after(10 * MINUTE)).await, Outcome::Done);
    assert_eq!(world.chain.sent().len(), 3);
    assert_eq!(world.chain.sent_by(BOB)[0].values.len(), 2);
    let text = rendered(&world.registry);
    assert!(text.contains("finch_feeder_rounds_total 1\n"));
    assert!(text.contains(&format!("finch_feeder_values_sent_total{{operator=\"{ALICE}\"}} 2\n")));
    assert!(text.contains("finch_feeder_round_duration_seconds_count 1\n"));
}

#[tokio::test(start_paused = true)]
async fn one_operator_that_fails_stops_no_other() {
    let name = "Oracle::NoPermission".to_owned();
    for fate in [Fate::Fails(ChainError::Dispatch { name }), Fate::Hangs, Fate::Panics] {
        let world = world(PLAIN, Rounds::Once);
        world.chain.script(ALICE, [fate.clone()]);
        let start = Instant::now();
        assert_eq!(
            world.feeder.run(stop_after(10 * MINUTE)).await,
            Outcome::Failed,
            "{fate:?}"
        );
        assert!(start.elapsed() <= MINUTE);
        assert_eq!(world.chain.sent().len(), 3);
        let text = rendered(&world.registry);
        assert!(!text.contains(&format!("finch_feeder_values_sent_total{{operator=\"{ALICE}\"}}")));
        assert!(text.contains(&format!("finch_feeder_values_sent_total{{operator=\"{BOB}\"}} 2\n")));
    }
}

#[tokio::test(start_paused = true)]
async fn an_operator_that_crashed_is_back_in_the_next_round() {
    let mut world = world(PLAIN, Rounds::Endless);
    world.chain.script(ALICE, [Fate::Panics]);
    let deadline = || Instant::now() + MINUTE;
    assert_eq!(world.feeder.round(deadline()).await, Outcome::Failed);
    assert!(rendered(&world.registry).contains("reason=\"crashed\",result=\"failed\"} 1"));
    assert_eq!(world.feeder.round(deadline()).await, Outcome::Done);
    assert_eq!(world.chain.sent_by(ALICE).len(), 2);
}

#[tokio::test(start_paused = true)]
async fn rounds_keep_their_rhythm() {
    let world = world(PLAIN, Rounds::Endless);
    // The second round takes as long as it may, and the third starts on time all the same.
    world
        .chain
        .script(ALICE, [Fate::Takes(Duration::from_secs(6)), Fate::Hangs]);
    let start = Instant::now();
    assert_eq!(
        world.feeder.run(stop_after(Duration::from_secs(150))).await,
        Outcome::Done
    );
    assert_eq!(start.elapsed().as_secs(), 150);
    assert_eq!(world.chain.sent_by(BOB).len(), 3);
    assert_eq!(world.chain.sent_by(ALICE).len(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_round_that_has_started_is_finished() {
    let world = world(PLAIN, Rounds::Endless);
    world.chain.script(ALICE, [Fate::Takes(Duration::from_secs(20))]);
    let start = Instant::now();
    assert_eq!(
        world.feeder.run(stop_after(Duration::from_secs(10))).await,
        Outcome::Done
    );
    assert_eq!(start.elapsed().as_secs(), 20);
    assert!(rendered(&world.registry).contains(&format!("values_sent_total{{operator=\"{ALICE}\"}} 2\n")));
}

#[tokio::test(start_paused = true)]
async fn told_to_stop_before_it_starts_it_sends_nothing() {
    let world = world(PLAIN, Rounds::Endless);
    let (_sender, stop) = watch::channel(true);
    assert_eq!(world.feeder.run(stop).await, Outcome::Done);
    assert!(world.chain.sent().is_empty());
}

#[tokio::test(start_paused = true)]
async fn nobody_to_stop_it_is_no_reason_to_stop() {
    let world = world(TAPE, Rounds::Endless);
    let (sender, stop) = watch::channel(false);
    drop(sender);
    assert_eq!(world.feeder.run(stop).await, Outcome::Done);
    assert_eq!(world.chain.sent_by(ALICE).len(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_recording_is_played_to_its_end() {
    let world = world(TAPE, Rounds::Endless);
    let start = Instant::now();
    assert_eq!(world.feeder.run(stop_after(100 * MINUTE)).await, Outcome::Done);
    assert_eq!(start.elapsed().as_secs(), 180);
    let values: Vec<_> = world
        .chain
        .sent_by(ALICE)
        .iter()
        .map(|sent| sent.values[0].value)
        .collect();
    assert_eq!(values, [1, 2, 3]);
}

#[tokio::test(start_paused = true)]
async fn a_source_that_breaks_costs_a_round_and_is_counted() {
    let mut world = world(PLAIN, Rounds::Endless);
    let deadline = || Instant::now() + MINUTE;
    fs::write(&world.file, "asset,metric,value\n1,price,junk\n2,price,2\n").unwrap();
    assert_eq!(world.feeder.round(deadline()).await, Outcome::Failed);
    // Not even the rows that are right.
    assert!(world.chain.sent().is_empty());
    assert!(rendered(&world.registry).contains("finch_feeder_source_failures_total{reason=\"table\"} 1\n"));
    fs::write(&world.file, PLAIN).unwrap();
    assert_eq!(world.feeder.round(deadline()).await, Outcome::Done);
    assert_eq!(world.chain.sent().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn values_that_are_too_old_are_not_sent() {
    let mut world = world(PLAIN, Rounds::Endless);
    let options = SourceOptions {
        place: world.file.display().to_string(),
        max_age: Some(Duration::from_secs(600)),
        timeout: MINUTE,
        pace: Pace::default(),
    };
    fs::write(
        &world.file,
        "asset,metric,value,observed\n1,price,1,1000\n2,price,2,1000\n",
    )
    .unwrap();
    let source = Source::open(&options, Instant::now()).unwrap();
    let (metrics, registry) = metrics();
    let rhythm = Rhythm {
        every: MINUTE,
        rounds: Rounds::Once,
        batch: 50,
    };
    world.feeder = Feeder::new(world.chain.clone(), vec![operator("//Alice")], source, rhythm, metrics);
    assert_eq!(world.feeder.round(Instant::now() + MINUTE).await, Outcome::Failed);
    assert!(world.chain.sent().is_empty());
    assert!(rendered(&registry).contains("finch_feeder_stale_values_total 2\n"));
}
