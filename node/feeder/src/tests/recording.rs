// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::moment;
use crate::source::{table, Pace, Recording, SourceError};
use std::time::Duration;
use tokio::time::Instant;

/// Two feeds that change at different times.
const TABLE: &str =
    "asset,metric,value,at\n1,market_cap,10,0\n1,market_cap,12,600\n2,market_cap,20,5\n1,market_cap,11,300\n";

fn recording(pace: Pace, start: Instant) -> Recording {
    Recording::new("tape.csv", &table::parse(TABLE).unwrap(), pace, start)
}

/// What is said after so many milliseconds.
fn said(recording: &Recording, start: Instant, after: u64) -> Result<(usize, Vec<u128>), SourceError> {
    let snapshot = recording.read(moment(0, start + Duration::from_millis(after)))?;
    let values = snapshot.readings.iter().map(|reading| reading.value).collect();
    Ok((snapshot.step.unwrap().number, values))
}

#[test]
fn each_feed_has_its_last_value_up_to_now() {
    let start = Instant::now();
    let tape = recording(Pace::default(), start);
    let says = |after, expected| assert_eq!(said(&tape, start, after), Ok(expected), "{after}");
    says(0, (1, vec![10]));
    says(4_999, (1, vec![10]));
    says(5_000, (2, vec![10, 20]));
    says(299_999, (2, vec![10, 20]));
    says(300_000, (3, vec![11, 20]));
    says(600_000, (4, vec![12, 20]));
    // The last moment lasts as long as the one before.
    says(899_999, (4, vec![12, 20]));
}

#[test]
fn it_ends() {
    let start = Instant::now();
    let tape = recording(Pace::default(), start);
    let ended = Err(SourceError::Ended {
        place: "tape.csv".to_owned(),
    });
    assert_eq!(said(&tape, start, 900_000), ended);
    assert_eq!(said(&tape, start, u64::MAX / 1_000_000), ended);
}

#[test]
fn it_repeats() {
    let start = Instant::now();
    let tape = recording(Pace::new(1, true), start);
    assert_eq!(said(&tape, start, 900_000), Ok((1, vec![10])));
    assert_eq!(said(&tape, start, 905_000), Ok((2, vec![10, 20])));
    assert_eq!(said(&tape, start, 10 * 900_000 + 300_000), Ok((3, vec![11, 20])));
}

#[test]
fn it_plays_faster() {
    let start = Instant::now();
    let tape = recording(Pace::new(100, false), start);
    assert_eq!(said(&tape, start, 49), Ok((1, vec![10])));
    assert_eq!(said(&tape, start, 50), Ok((2, vec![10, 20])));
    assert_eq!(said(&tape, start, 3_000), Ok((3, vec![11, 20])));
    assert_eq!(said(&tape, start, 8_999), Ok((4, vec![12, 20])));
    assert!(said(&tape, start, 9_000).is_err());
}

#[test]
fn before_its_first_moment_it_says_nothing() {
    let start = Instant::now();
    let rows = table::parse("asset,metric,value,at\n1,price,1,10\n").unwrap();
    let tape = Recording::new("tape.csv", &rows, Pace::default(), start);
    let snapshot = tape.read(moment(0, start)).unwrap();
    assert!(snapshot.readings.is_empty() && snapshot.step.is_none());
    // Its only moment lasts a second.
    assert!(tape.read(moment(0, start + Duration::from_secs(10))).is_ok());
    assert!(tape.read(moment(0, start + Duration::from_secs(11))).is_err());
}
