// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A file that something else keeps writing. It is read again for every round.

use super::{
    table::{self, Row},
    Freshness, Moment, Snapshot, SourceError,
};
use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, UNIX_EPOCH},
};

/// The most bytes of a file.
const MAX_FILE: u64 = 64 << 20;

/// A file that something else keeps writing.
#[derive(Debug)]
pub struct FileSource {
    path: PathBuf,
    max_age: Option<Duration>,
    freshness: Freshness,
}

impl FileSource {
    /// With an age, the file has to be written that often. It counts as written when the file system says so.
    pub const fn new(path: PathBuf, max_age: Option<Duration>) -> Self {
        Self {
            path,
            max_age,
            freshness: Freshness::new(max_age),
        }
    }

    /// What the file says.
    pub fn read(&mut self, now: Moment) -> Result<Snapshot, SourceError> {
        let place = self.path.display().to_string();
        let rows = rows(&self.path)?;
        if rows.iter().any(|row| row.at.is_some()) {
            return Err(SourceError::NoRecording {
                place,
                reason: "it has become a recording; start the program again to play it",
            });
        }
        let written = self.max_age.map(|_| written(&self.path, now)).transpose()?;
        self.freshness.judge(&place, rows, written, now)
    }
}

/// How long ago a file was written.
fn written(path: &Path, now: Moment) -> Result<Duration, SourceError> {
    let written = fs::metadata(path)
        .and_then(|metadata| metadata.modified())
        .map_err(|error| unreadable(path, &error.to_string()))?;
    let at = written.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    Ok(Duration::from_secs(now.unix.saturating_sub(at)))
}

/// The rows of a file.
pub fn rows(path: &Path) -> Result<Vec<Row>, SourceError> {
    let place = || path.display().to_string();
    let failed = |error: std::io::Error| unreadable(path, &error.to_string());
    if fs::metadata(path).map_err(failed)?.len() > MAX_FILE {
        return Err(SourceError::TooLarge {
            place: place(),
            limit: MAX_FILE,
        });
    }
    let bytes = fs::read(path).map_err(failed)?;
    let text = String::from_utf8(bytes).map_err(|_| SourceError::NoText { place: place() })?;
    table::parse(&text).map_err(|error| SourceError::Table { place: place(), error })
}

fn unreadable(path: &Path, reason: &str) -> SourceError {
    SourceError::File {
        place: path.display().to_string(),
        reason: reason.to_owned(),
    }
}
