// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A recorded time series that is played. It is read once, at the start.
//!
//! At each moment a feed has the value of its last row up to then. A recording is for tests and development networks:
//! what it says is never news, and it is sent as such all the same.

use super::{table::Row, Moment, Snapshot, SourceError, Step};
use crate::feed::Reading;
use std::collections::BTreeMap;
use tokio::time::Instant;

/// How a recording is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Seconds of the recording in a second. From 1.
    pub speed: u32,
    /// What comes after its end.
    pub ending: Ending,
}

/// What comes after the end of a recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Nothing: the program ends.
    Stop,
    /// Its start.
    Repeat,
}

impl Pace {
    /// `repeat` is how a command line says it.
    pub const fn new(speed: u32, repeat: bool) -> Self {
        let ending = if repeat { Ending::Repeat } else { Ending::Stop };
        Self { speed, ending }
    }
}

impl Default for Pace {
    fn default() -> Self {
        Self::new(1, false)
    }
}

/// A recording that is played.
#[derive(Debug)]
pub struct Recording {
    place: String,
    /// What is said from when on, in seconds.
    steps: BTreeMap<u64, Vec<Reading>>,
    /// Its length in seconds, at least 1.
    length: u64,
    pace: Pace,
    start: Instant,
}

impl Recording {
    /// Rows without a time are at 0. The last moment lasts as long as the one before, or a second if it is the only one.
    pub fn new(place: &str, rows: &[Row], pace: Pace, start: Instant) -> Self {
        let mut steps = BTreeMap::<u64, Vec<Reading>>::new();
        for row in rows {
            let step = steps.entry(row.at.unwrap_or_default()).or_default();
            step.push(Reading {
                key: row.key,
                value: row.value,
            });
        }
        let mut latest = steps.keys().rev().copied();
        let last = latest.next().unwrap_or_default();
        let lasts = latest.next().map_or(1, |before| last.saturating_sub(before));
        Self {
            place: place.to_owned(),
            steps,
            length: last.saturating_add(lasts).max(1),
            pace,
            start,
        }
    }

    /// What it says. Nothing before its first moment; [`SourceError::Ended`] after its end.
    pub fn read(&self, now: Moment) -> Result<Snapshot, SourceError> {
        let elapsed = now.tick.saturating_duration_since(self.start).as_millis();
        let played = elapsed.saturating_mul(self.pace.speed.into()) / 1000;
        let played = u64::try_from(played).unwrap_or(u64::MAX);
        let at = match self.pace.ending {
            Ending::Repeat => played.checked_rem(self.length).unwrap_or_default(),
            Ending::Stop if played < self.length => played,
            Ending::Stop => {
                return Err(SourceError::Ended {
                    place: self.place.clone(),
                })
            }
        };
        let mut latest = BTreeMap::new();
        let mut step = None;
        for (number, (from, readings)) in (1..).zip(self.steps.range(..=at)) {
            latest.extend(readings.iter().map(|reading| (reading.key, reading.value)));
            step = Some(Step {
                number,
                of: self.steps.len(),
                at: *from,
            });
        }
        Ok(Snapshot {
            readings: latest.into_iter().map(|(key, value)| Reading { key, value }).collect(),
            stale: 0,
            age: None,
            step,
        })
    }
}
