// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::moment;
use crate::source::{table, Freshness, Moment, Pace, Snapshot, Source, SourceError, SourceOptions};
use std::{fs, path::Path, time::Duration};
use tokio::time::Instant;

const NOW: u64 = 1_700_000_000;

fn options(place: &Path) -> SourceOptions {
    SourceOptions {
        place: place.display().to_string(),
        max_age: None,
        timeout: Duration::from_secs(1),
        pace: Pace::default(),
    }
}

/// What counts as news, `after` seconds from `start`.
fn judge(freshness: &mut Freshness, start: Instant, after: u64, text: &str) -> Result<Snapshot, SourceError> {
    let now = moment(NOW + after, start + Duration::from_secs(after));
    freshness.judge("source", table::parse(text).unwrap(), None, now)
}

#[test]
fn a_source_that_stays_the_same_dies() {
    let (start, mut freshness) = (Instant::now(), Freshness::new(Some(Duration::from_secs(900))));
    let (a, b) = (
        "asset,metric,value\n1,price,1\n2,price,1\n",
        "asset,metric,value\n1,price,1\n2,price,2\n",
    );
    let mut count = |after, text| {
        let snapshot = judge(&mut freshness, start, after, text).unwrap();
        (snapshot.readings.len(), snapshot.stale, snapshot.age.unwrap().as_secs())
    };
    assert_eq!(count(0, a), (2, 0, 0));
    assert_eq!(count(900, a), (2, 0, 900));
    assert_eq!(count(901, a), (0, 2, 901));
    // One value that changes shows that somebody is there.
    assert_eq!(count(1_000, b), (2, 0, 0));
    assert_eq!(count(1_901, b), (0, 2, 901));
    // A comment more is no life.
    assert_eq!(count(1_902, &format!("# hello\n{b}")), (0, 2, 902));
}

#[test]
fn an_observed_value_is_as_old_as_it_says() {
    let (start, mut freshness) = (Instant::now(), Freshness::new(Some(Duration::from_secs(900))));
    let text = format!(
        "asset,metric,value,observed\n1,price,1,{}\n2,price,1,{}\n3,price,1,\n",
        NOW - 900,
        NOW - 901
    );
    let snapshot = judge(&mut freshness, start, 0, &text).unwrap();
    assert_eq!((snapshot.readings.len(), snapshot.stale), (2, 1));
    assert_eq!(snapshot.age, Some(Duration::from_secs(900)));
}

#[test]
fn nothing_is_observed_in_the_future() {
    let (start, mut freshness) = (Instant::now(), Freshness::new(None));
    let text = |ahead| format!("asset,metric,value,observed\n1,price,1,{}\n", NOW + ahead);
    assert!(judge(&mut freshness, start, 0, &text(60)).is_ok());
    let error = judge(&mut freshness, start, 0, &text(61)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "source: line 2 was observed 61 s in the future; set the clocks of this machine and the source"
    );
}

#[tokio::test]
async fn a_file_is_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("feeds.csv");
    fs::write(&path, "asset,metric,value\n1,market_cap,1\n").unwrap();
    let mut source = Source::open(&options(&path), Instant::now()).unwrap();
    assert_eq!(source.read(Moment::now()).await.unwrap().readings[0].value, 1);
    fs::write(&path, "asset,metric,value\n1,market_cap,2\n").unwrap();
    assert_eq!(source.read(Moment::now()).await.unwrap().readings[0].value, 2);
    // What becomes wrong later costs a round, and the next one may be right again.
    fs::write(&path, "asset,metric,value\n1,market_cap,-2\n").unwrap();
    let error = source.read(Moment::now()).await.unwrap_err();
    assert_eq!(error.reason(), "table");
    assert!(error
        .to_string()
        .ends_with("feeds.csv: line 2: value `-2`: it is negative"));
    fs::write(&path, "asset,metric,value\n1,market_cap,3\n").unwrap();
    assert!(source.read(Moment::now()).await.is_ok());
    fs::remove_file(&path).unwrap();
    assert_eq!(source.read(Moment::now()).await.unwrap_err().reason(), "file");
}

#[tokio::test]
async fn a_file_gets_old_only_if_an_age_is_set() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("feeds.csv");
    fs::write(&path, "asset,metric,value\n1,market_cap,1\n").unwrap();
    let later = moment(Moment::now().unix + 100, Instant::now());
    let mut source = Source::open(&options(&path), Instant::now()).unwrap();
    assert_eq!(source.read(later).await.unwrap().stale, 0);
    let aged = SourceOptions {
        max_age: Some(Duration::from_secs(50)),
        ..options(&path)
    };
    let mut source = Source::open(&aged, Instant::now()).unwrap();
    assert_eq!(source.read(later).await.unwrap().stale, 1);
    assert_eq!(source.read(Moment::now()).await.unwrap().stale, 0);
}

#[test]
fn a_file_that_is_wrong_stops_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("feeds.csv");
    let open = || Source::open(&options(&path), Instant::now()).unwrap_err().reason();
    assert_eq!(open(), "file");
    fs::write(&path, "asset,metric,value\n1,price,zero\n").unwrap();
    assert_eq!(open(), "table");
    fs::write(&path, [0xff, 0xfe]).unwrap();
    assert_eq!(open(), "table");
}

#[tokio::test]
async fn a_file_with_times_is_a_recording() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tape.csv");
    fs::write(&path, "asset,metric,value,at\n1,price,1,0\n").unwrap();
    let repeated = SourceOptions {
        pace: Pace::new(60, true),
        ..options(&path)
    };
    let source = Source::open(&repeated, Instant::now()).unwrap();
    assert!(matches!(source, Source::Recording(_)));
    // What is no recording cannot be played, and what was none does not become one.
    fs::write(&path, "asset,metric,value\n1,price,1\n").unwrap();
    let error = Source::open(&repeated, Instant::now()).unwrap_err();
    assert!(error
        .to_string()
        .ends_with("--speed and --repeat are for recordings: files whose rows have `at`"));
    let mut source = Source::open(&options(&path), Instant::now()).unwrap();
    fs::write(&path, "asset,metric,value,at\n1,price,1,0\n").unwrap();
    assert!(matches!(
        source.read(Moment::now()).await,
        Err(SourceError::NoRecording { .. })
    ));
}
