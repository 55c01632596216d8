// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The file of the log: lines are added at its end, and each is on the disk before anything follows from it.

use crate::{
    books::{Books, Contradiction},
    record::{Line, Record, VERSION},
};
use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{self, Read, Write},
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};
use thiserror::Error;

/// Why a log cannot be used.
#[derive(Debug, Error)]
pub enum AuditError {
    /// The file cannot be read or written.
    #[error("{place}: {reason}")]
    File {
        /// The path.
        place: String,
        /// What the system says.
        reason: io::Error,
    },
    /// Another keeper writes it.
    #[error("{place}: another keeper writes it: stop that, or give this one a log of its own")]
    Locked {
        /// The path.
        place: String,
    },
    /// A line is no record.
    #[error(
        "{place}, line {line}: {reason}: it was changed by something else; keep the file, and start with a new one"
    )]
    Line {
        /// The path.
        place: String,
        /// The line, from 1.
        line: u64,
        /// What is wrong.
        reason: String,
    },
}

/// A log that was read.
#[derive(Debug, Default)]
pub struct Replay {
    /// What it comes to.
    pub books: Books,
    /// Its lines.
    pub lines: u64,
    /// Lines among them that were not finished, and that a line says so of.
    pub torn: u64,
    /// Bytes of a last line that is not finished.
    pub tail: u64,
}

/// A log that is written.
#[derive(Debug)]
pub struct Audit {
    path: PathBuf,
    file: File,
    seq: u64,
    books: Books,
}

/// Reads a log.
pub fn replay(path: &Path) -> Result<Replay, AuditError> {
    let mut file = File::open(path).map_err(|reason| failed(path, reason))?;
    read(path, &mut file)
}

fn failed(path: &Path, reason: io::Error) -> AuditError {
    AuditError::File {
        place: path.display().to_string(),
        reason,
    }
}

fn read(path: &Path, file: &mut File) -> Result<Replay, AuditError> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(|reason| failed(path, reason))?;
    let mut replay = Replay::default();
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n').peekable();
    while let Some(text) = lines.next() {
        let number = replay.lines.saturating_add(1);
        let wrong = |reason: String| AuditError::Line {
            place: path.display().to_string(),
            line: number,
            reason,
        };
        let length = u64::try_from(text.len()).unwrap_or(u64::MAX);
        if !text.ends_with(b"\n") {
            replay.tail = length;
            break;
        }
        replay.lines = number;
        // A line that was not finished counts for nothing, even if it reads well: nothing followed from it.
        let next = lines.peek().and_then(|next| serde_json::from_slice::<Line>(next).ok());
        let unfinished = length.saturating_sub(1);
        if matches!(next, Some(Line { record: Record::Torn { bytes }, .. }) if bytes == unfinished) {
            replay.torn = replay.torn.saturating_add(1);
            continue;
        }
        let line: Line = serde_json::from_slice(text).map_err(|error| wrong(error.to_string()))?;
        if line.v != VERSION {
            return Err(wrong(format!("version {}, and this program reads {VERSION}", line.v)));
        }
        if line.seq != number {
            return Err(wrong(format!("it has the number {}", line.seq)));
        }
        let booked = replay.books.apply(&line.record);
        booked.map_err(|contradiction| wrong(contradiction.to_string()))?;
    }
    Ok(replay)
}

impl Audit {
    /// Opens a log to add to it, or begins one. What was not finished is marked as such; how many bytes, is returned.
    pub fn open(path: &Path) -> Result<(Self, u64), AuditError> {
        let options = OpenOptions::new().read(true).append(true).create(true).open(path);
        let mut file = options.map_err(|reason| failed(path, reason))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(AuditError::Locked {
                    place: path.display().to_string(),
                })
            }
            Err(TryLockError::Error(reason)) => return Err(failed(path, reason)),
        }
        let Replay {
            books,
            lines,
            tail,
            torn: _,
        } = read(path, &mut file)?;
        let mut audit = Self {
            path: path.to_owned(),
            file,
            seq: lines,
            books,
        };
        if tail > 0 {
            audit.seq = audit.seq.saturating_add(1);
            audit.append(b"\n", [Record::Torn { bytes: tail }])?;
        }
        Ok((audit, tail))
    }

    /// What it comes to.
    pub const fn books(&self) -> &Books {
        &self.books
    }

    /// Adds records. They are on the disk when this returns; if it fails, the program has to end, as nobody knows how much
    /// is.
    pub fn add(&mut self, records: impl IntoIterator<Item = Record>) -> Result<(), AuditError> {
        self.append(&[], records)
    }

    /// Writes it all at once, after what is left of a line.
    fn append(&mut self, before: &[u8], records: impl IntoIterator<Item = Record>) -> Result<(), AuditError> {
        let mut text = before.to_vec();
        for record in records {
            let applied = self.books.apply(&record);
            applied.map_err(|contradiction: Contradiction| self.wrong(contradiction.to_string()))?;
            self.seq = self.seq.saturating_add(1);
            let line = Line {
                v: VERSION,
                seq: self.seq,
                time: unix_millis(),
                record,
            };
            serde_json::to_writer(&mut text, &line).map_err(|error| self.wrong(error.to_string()))?;
            text.push(b'\n');
        }
        if text.is_empty() {
            return Ok(());
        }
        let written = self.file.write_all(&text).and_then(|()| self.file.sync_data());
        written.map_err(|reason| failed(&self.path, reason))
    }

    fn wrong(&self, reason: String) -> AuditError {
        AuditError::Line {
            place: self.path.display().to_string(),
            line: self.seq.saturating_add(1),
            reason,
        }
    }
}

/// The clock of this machine, in milliseconds since 1970.
pub fn unix_millis() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}
