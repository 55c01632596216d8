// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Where values come from: a file, a recording, or a URL.
//!
//! The chain takes a report for news. So what a source says is passed on only while the source is alive: see
//! [`Freshness`].

mod file;
mod freshness;
mod http;
mod recording;
pub mod table;

pub use file::FileSource;
pub use freshness::{Freshness, CLOCK_TOLERANCE};
pub use http::{without_secrets, HttpSource, MAX_BODY};
pub use recording::{Ending, Pace, Recording};

use crate::feed::Reading;
use std::{
    path::PathBuf,
    time::{Duration, SystemTime, UNIX_EPOCH},
};
use table::TableError;
use thiserror::Error;
use tokio::time::Instant;

/// For how long a URL may say the same before it counts as dead, unless the options say otherwise.
pub const DEFAULT_MAX_AGE: Duration = Duration::from_secs(900);

/// A moment, on two clocks.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// Unix time in seconds, to compare with what sources say.
    pub unix: u64,
    /// A clock that never jumps, to measure how long something has lasted.
    pub tick: Instant,
}

impl Moment {
    /// This moment.
    pub fn now() -> Self {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        Self {
            unix: since.unwrap_or_default().as_secs(),
            tick: Instant::now(),
        }
    }
}

/// What a source says at a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// What to report.
    pub readings: Vec<Reading>,
    /// How many values are left out because they are too old.
    pub stale: usize,
    /// The age of the oldest value that is reported, or of the youngest one if none is; as far as the source tells.
    pub age: Option<Duration>,
    /// For a recording, which of its moments this is.
    pub step: Option<Step>,
}

/// A moment of a recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which, from 1.
    pub number: usize,
    /// Of how many.
    pub of: usize,
    /// Seconds from the start of the recording.
    pub at: u64,
}

/// Why a source says nothing.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SourceError {
    /// A file cannot be read.
    #[error("{place}: {reason}")]
    File {
        /// The path.
        place: String,
        /// What the system says.
        reason: String,
    },
    /// What it says makes no sense.
    #[error("{place}: {error}")]
    Table {
        /// The path, or the URL without its secrets.
        place: String,
        /// What is wrong.
        error: TableError,
    },
    /// More bytes than are read.
    #[error("{place}: it has more than {limit} bytes, which is no table of values")]
    TooLarge {
        /// The path, or the URL without its secrets.
        place: String,
        /// The most bytes that are read.
        limit: u64,
    },
    /// Bytes that are no text.
    #[error("{place}: it is no UTF-8 text")]
    NoText {
        /// The path, or the URL without its secrets.
        place: String,
    },
    /// The server answers with another status than 200.
    #[error("{place}: the server answers {status}")]
    Status {
        /// The URL without its secrets.
        place: String,
        /// The status.
        status: u16,
    },
    /// No answer in time.
    #[error("{place}: no answer within {seconds} s; see whether the server is up, or raise --source-timeout")]
    Timeout {
        /// The URL without its secrets.
        place: String,
        /// The time that was given.
        seconds: u64,
    },
    /// No connection, or it broke.
    #[error("{place}: {reason}")]
    Unreachable {
        /// The URL without its secrets.
        place: String,
        /// What the client says.
        reason: String,
    },
    /// A URL that nothing can be read from.
    #[error("{0}")]
    Url(String),
    /// A URL with times of a recording.
    #[error("{place}: line {line} has `at`, and only a file can be a recording")]
    RecordingOverHttp {
        /// The URL without its secrets.
        place: String,
        /// Where.
        line: u64,
    },
    /// A value from the future.
    #[error(
        "{place}: line {line} was observed {seconds} s in the future; set the clocks of this machine and the source"
    )]
    Future {
        /// The path, or the URL without its secrets.
        place: String,
        /// Where.
        line: u64,
        /// How far.
        seconds: u64,
    },
    /// The file was no recording at first and is one now, or the options of a recording are for a file that is none.
    #[error("{place}: {reason}")]
    NoRecording {
        /// The path.
        place: String,
        /// What is wrong.
        reason: &'static str,
    },
    /// The recording has ended.
    #[error("{place}: the recording has ended")]
    Ended {
        /// The path.
        place: String,
    },
}

impl SourceError {
    /// A word for it, for metrics.
    pub const fn reason(&self) -> &'static str {
        match self {
            Self::File { .. } => "file",
            Self::Table { .. } | Self::NoText { .. } | Self::RecordingOverHttp { .. } | Self::NoRecording { .. } => {
                "table"
            }
            Self::TooLarge { .. } => "too_large",
            Self::Status { .. } => "status",
            Self::Timeout { .. } => "timeout",
            Self::Unreachable { .. } | Self::Url(_) => "unreachable",
            Self::Future { .. } => "future",
            Self::Ended { .. } => "ended",
        }
    }

    /// Whether it may be gone in a second.
    pub const fn passes(&self) -> bool {
        match self {
            Self::Timeout { .. } | Self::Unreachable { .. } => true,
            Self::Status { status, .. } => *status >= 500 || *status == 429,
            _ => false,
        }
    }
}

/// How a source is read.
#[derive(Clone, Debug)]
pub struct SourceOptions {
    /// A path or a URL.
    pub place: String,
    /// How old a value may be. Without it: as [`DEFAULT_MAX_AGE`] for a URL, and any for a file.
    pub max_age: Option<Duration>,
    /// How long a server may take.
    pub timeout: Duration,
    /// How a recording is played.
    pub pace: Pace,
}

/// A source.
#[derive(Debug)]
pub enum Source {
    /// A file that something else keeps writing.
    File(FileSource),
    /// A file that tells what to say when.
    Recording(Recording),
    /// A URL.
    Http(Box<HttpSource>),
}

impl Source {
    /// Opens it. A file is read, so that what is wrong with it stops the program before it starts; a URL is not.
    pub fn open(options: &SourceOptions, start: Instant) -> Result<Self, SourceError> {
        let SourceOptions {
            place,
            max_age,
            timeout,
            pace,
        } = options;
        if place.starts_with("http://") || place.starts_with("https://") {
            if *pace != Pace::default() {
                let place = http::without_secrets(place);
                return Err(no_recording(&place));
            }
            let max_age = max_age.unwrap_or(DEFAULT_MAX_AGE);
            return HttpSource::new(place, *timeout, max_age).map(|source| Self::Http(Box::new(source)));
        }
        let path = PathBuf::from(place);
        let rows = file::rows(&path)?;
        if rows.iter().any(|row| row.at.is_some()) {
            return Ok(Self::Recording(Recording::new(place, &rows, *pace, start)));
        }
        if *pace != Pace::default() {
            return Err(no_recording(place));
        }
        Ok(Self::File(FileSource::new(path, *max_age)))
    }

    /// What it says.
    pub async fn read(&mut self, now: Moment) -> Result<Snapshot, SourceError> {
        match self {
            Self::File(file) => file.read(now),
            Self::Recording(recording) => recording.read(now),
            Self::Http(http) => http.read(now).await,
        }
    }
}

fn no_recording(place: &str) -> SourceError {
    SourceError::NoRecording {
        place: place.to_owned(),
        reason: "--speed and --repeat are for recordings: files whose rows have `at`",
    }
}
