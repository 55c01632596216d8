// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Whether a value is news.

use super::{table::Row, Moment, Snapshot, SourceError};
use crate::feed::Reading;
use std::time::Duration;
use tokio::time::Instant;

/// How far ahead the clock of a source may be.
pub const CLOCK_TOLERANCE: Duration = Duration::from_secs(60);

/// Tells values that are news from those that are not.
///
/// - A row with `observed` is as old as that.
/// - The other rows are as old as the last change of anything the source says. A ratio may well stay the same for an
///   hour; that *nothing* changes means that nobody is there.
///
/// What the source said before the program started is not known. So a source that died before may be taken for alive for
/// the age that is allowed. `observed` has no such gap.
#[derive(Debug)]
pub struct Freshness {
    max_age: Option<Duration>,
    /// What it said when it last said something else than before, and when.
    last: Option<(Vec<Row>, Instant)>,
}

impl Freshness {
    /// Without an age, everything is news.
    pub const fn new(max_age: Option<Duration>) -> Self {
        Self { max_age, last: None }
    }

    /// What of `rows` is news. `written` is how long ago they were written, if it is known better than from changes.
    pub fn judge(
        &mut self,
        place: &str,
        rows: Vec<Row>,
        written: Option<Duration>,
        now: Moment,
    ) -> Result<Snapshot, SourceError> {
        for row in &rows {
            let ahead = row.observed.unwrap_or_default().saturating_sub(now.unix);
            if ahead > CLOCK_TOLERANCE.as_secs() {
                return Err(SourceError::Future {
                    place: place.to_owned(),
                    line: row.line,
                    seconds: ahead,
                });
            }
        }
        let unchanged = written.unwrap_or_else(|| self.unchanged(&rows, now));
        let age = |row: &Row| match row.observed {
            Some(observed) => Duration::from_secs(now.unix.saturating_sub(observed)),
            None => unchanged,
        };
        let fresh = |row: &&Row| self.max_age.is_none_or(|max| age(row) <= max);
        let kept: Vec<&Row> = rows.iter().filter(fresh).collect();
        let oldest = kept.iter().map(|row| age(row)).max();
        Ok(Snapshot {
            readings: kept
                .iter()
                .map(|row| Reading {
                    key: row.key,
                    value: row.value,
                })
                .collect(),
            stale: rows.len().saturating_sub(kept.len()),
            age: oldest.or_else(|| rows.iter().map(age).min()),
            step: None,
        })
    }

    /// For how long the rows have been the same. A layout that changes is no change.
    fn unchanged(&mut self, rows: &[Row], now: Moment) -> Duration {
        let say_the_same = |(last, _): &&(Vec<Row>, Instant)| {
            last.len() == rows.len()
                && last
                    .iter()
                    .zip(rows)
                    .all(|(a, b)| (a.key, a.value, a.observed) == (b.key, b.value, b.observed))
        };
        match self.last.as_ref().filter(say_the_same) {
            Some((_, since)) => now.tick.saturating_duration_since(*since),
            None => {
                self.last = Some((rows.to_vec(), now.tick));
                Duration::ZERO
            }
        }
    }
}
