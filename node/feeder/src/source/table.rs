// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Rows of a source, from CSV or JSON. A row that is wrong makes the whole table wrong: half a table would look like a
//! working source.

use crate::feed::{Coin, FeedKey, Metric, ValueError};
use csv::{Position, ReaderBuilder, StringRecord, Trim};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::{borrow::Cow, collections::HashMap};
use thiserror::Error;

/// The most rows of a table.
pub const MAX_ROWS: usize = 1_000_000;
/// The columns of a CSV table; the first three have to be there.
const COLUMNS: [&str; 5] = ["asset", "metric", "value", "at", "observed"];

/// A row of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it stands, from 1.
    pub line: u64,
    /// The feed.
    pub key: FeedKey,
    /// The value, in the unit of the metric. Never 0.
    pub value: u128,
    /// Seconds from the start of a recording.
    pub at: Option<u64>,
    /// Unix time in seconds at which the source learnt of the value.
    pub observed: Option<u64>,
}

/// Why a text is no table.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TableError {
    /// A line is wrong.
    #[error("line {line}: {problem}")]
    Line {
        /// Which, from 1.
        line: u64,
        /// What about it.
        problem: Problem,
    },
    /// No rows.
    #[error("it has no rows")]
    Empty,
    /// Too many rows.
    #[error("it has more than {MAX_ROWS} rows")]
    TooLong,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Problem {
    /// It cannot be read.
    #[error("{0}")]
    Syntax(String),
    /// The header has no such column.
    #[error("the header has no column `{0}`; it reads asset,metric,value and, where needed, at and observed")]
    NoColumn(&'static str),
    /// The header has a column that means nothing here, or one twice.
    #[error("column `{0}` is unknown or there twice; the columns are asset, metric, value, at and observed")]
    OddColumn(String),
    /// Not a coin.
    #[error("asset `{0}` is neither `native` nor an asset id from 0 to 4294967295")]
    Asset(String),
    /// Not a metric.
    #[error("metric `{0}` is none of price, market_cap, daily_volume, staking_ratio, reward_ratio")]
    Metric(String),
    /// Not a value.
    #[error("value `{text}`: {reason}")]
    Value {
        /// What stands there.
        text: String,
        /// What is wrong with it.
        reason: ValueError,
    },
    /// Not a time.
    #[error("{name} `{text}` is no whole number of seconds")]
    Seconds {
        /// The column.
        name: &'static str,
        /// What stands there.
        text: String,
    },
    /// Says what another row has said.
    #[error("says the same as line {first}: one value for a feed at a time")]
    Twice {
        /// Where it was said.
        first: u64,
    },
    /// Some rows have a time of the recording and some have none.
    #[error("either every row has `at` or none")]
    MixedTimes,
}

impl Problem {
    fn in_line(self, line: u64) -> TableError {
        TableError::Line { line, problem: self }
    }
}

/// Reads a table. It is JSON if it starts with a bracket, or else CSV. The rows come in their order, at least one.
pub fn parse(text: &str) -> Result<Vec<Row>, TableError> {
    let text = text.trim_start_matches('\u{feff}');
    let rows = if text.trim_start().starts_with(['[', '{']) {
        json(text)?
    } else {
        csv(text)?
    };
    let first = rows.first().ok_or(TableError::Empty)?;
    let mut seen = HashMap::with_capacity(rows.len());
    for row in &rows {
        if row.at.is_some() != first.at.is_some() {
            return Err(Problem::MixedTimes.in_line(row.line));
        }
        if let Some(first) = seen.insert((row.key, row.at), row.line) {
            return Err(Problem::Twice { first }.in_line(row.line));
        }
    }
    Ok(rows)
}

/// The fields of a row, as they are written.
struct Fields<'a> {
    asset: Cow<'a, str>,
    metric: Cow<'a, str>,
    value: Cow<'a, str>,
    at: Option<Cow<'a, str>>,
    observed: Option<Cow<'a, str>>,
}

impl Fields<'_> {
    fn row(self, line: u64) -> Result<Row, TableError> {
        self.check(line).map_err(|problem| problem.in_line(line))
    }

    fn check(self, line: u64) -> Result<Row, Problem> {
        let coin: Coin = self
            .asset
            .parse()
            .map_err(|_| Problem::Asset(self.asset.into_owned()))?;
        let metric: Metric = self
            .metric
            .parse()
            .map_err(|_| Problem::Metric(self.metric.into_owned()))?;
        let value = metric.value(&self.value).map_err(|reason| Problem::Value {
            text: self.value.into_owned(),
            reason,
        })?;
        Ok(Row {
            line,
            key: FeedKey { coin, metric },
            value,
            at: self.at.map(|text| seconds("at", text)).transpose()?,
            observed: self.observed.map(|text| seconds("observed", text)).transpose()?,
        })
    }
}

fn seconds(name: &'static str, text: Cow<str>) -> Result<u64, Problem> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    match text.parse() {
        Ok(seconds) if digits => Ok(seconds),
        _ => Err(Problem::Seconds {
            name,
            text: text.into_owned(),
        }),
    }
}

fn csv(text: &str) -> Result<Vec<Row>, TableError> {
    let mut reader = ReaderBuilder::new()
        .comment(Some(b'#'))
        .trim(Trim::All)
        .from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| csv_error(text, &error))?.clone();
    let header_line = header.position().map_or(1, |at| line_of_record(text, at));
    for (i, name) in header.iter().enumerate() {
        let repeated = header.iter().take(i).any(|earlier| earlier == name);
        if repeated || !COLUMNS.contains(&name) {
            return Err(Problem::OddColumn(name.to_owned()).in_line(header_line));
        }
    }
    let column = |name: &'static str| header.iter().position(|found| found == name);
    let needed = |name| column(name).ok_or_else(|| Problem::NoColumn(name).in_line(header_line));
    let (asset, metric, value) = (needed("asset")?, needed("metric")?, needed("value")?);
    let (at, observed) = (column("at"), column("observed"));

    let mut rows = Vec::new();
    for record in reader.records() {
        let record: StringRecord = record.map_err(|error| csv_error(text, &error))?;
        let line = record.position().map_or(0, |at| line_of_record(text, at));
        let field = |i: usize| Cow::Borrowed(record.get(i).unwrap_or_default());
        // An empty cell of a column that need not be there is no value.
        let optional = |i: Option<usize>| i.map(field).filter(|text| !text.is_empty());
        let fields = Fields {
            asset: field(asset),
            metric: field(metric),
            value: field(value),
            at: optional(at),
            observed: optional(observed),
        };
        push(&mut rows, fields.row(line)?)?;
    }
    Ok(rows)
}

/// The line of the record that is read from a position on. The reader counts comments and empty lines before a record
/// as part of it, which is not what a person who looks for the line expects.
fn line_of_record(text: &str, from: &Position) -> u64 {
    let start = usize::try_from(from.byte()).unwrap_or(usize::MAX);
    let rest = text.get(start..).unwrap_or_default();
    let skipped = rest
        .lines()
        .take_while(|line| line.trim().is_empty() || line.starts_with('#'))
        .count();
    from.line().saturating_add(u64::try_from(skipped).unwrap_or(u64::MAX))
}

fn csv_error(text: &str, error: &csv::Error) -> TableError {
    let line = error.position().map_or(0, |at| line_of_record(text, at));
    let problem = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("it has {len} fields, and the header has {expected_len}")
        }
        _ => error.to_string(),
    };
    Problem::Syntax(problem).in_line(line)
}

/// A row of JSON. Numbers stay the text they are.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct JsonRow<'a> {
    #[serde(borrow)]
    asset: &'a RawValue,
    #[serde(borrow)]
    metric: &'a RawValue,
    #[serde(borrow)]
    value: &'a RawValue,
    #[serde(borrow)]
    at: Option<&'a RawValue>,
    #[serde(borrow)]
    observed: Option<&'a RawValue>,
}

fn json(text: &str) -> Result<Vec<Row>, TableError> {
    let items: Vec<&RawValue> =
        serde_json::from_str(text).map_err(|error| json_error(1, "it is no array of rows", &error))?;
    let mut rows = Vec::new();
    let (mut offset, mut line) = (0, 1);
    for item in items {
        let start = item.get().as_ptr().addr().saturating_sub(text.as_ptr().addr());
        line = breaks(text.get(offset..start).unwrap_or_default()).saturating_add(line);
        offset = start;
        let row: JsonRow =
            serde_json::from_str(item.get()).map_err(|error| json_error(line, "it is no row", &error))?;
        let fields = Fields {
            asset: plain(row.asset),
            metric: plain(row.metric),
            value: plain(row.value),
            at: row.at.map(plain),
            observed: row.observed.map(plain),
        };
        push(&mut rows, fields.row(line)?)?;
    }
    Ok(rows)
}

/// What is inside the quotes of a string, and anything else as it is written.
fn plain(raw: &RawValue) -> Cow<'_, str> {
    match serde_json::from_str(raw.get()) {
        Ok(text) => Cow::Owned(text),
        Err(_) => Cow::Borrowed(raw.get()),
    }
}

/// `from` is the line on which what was read starts.
fn json_error(from: u64, what: &str, error: &serde_json::Error) -> TableError {
    let within = u64::try_from(error.line()).unwrap_or(1).saturating_sub(1);
    let reason = error.to_string();
    // It ends with a position that starts at the row and not at the file.
    let reason = reason.split(" at line ").next().unwrap_or_default();
    Problem::Syntax(format!("{what}: {reason}")).in_line(from.saturating_add(within))
}

fn push(rows: &mut Vec<Row>, row: Row) -> Result<(), TableError> {
    if rows.len() >= MAX_ROWS {
        return Err(TableError::TooLong);
    }
    rows.push(row);
    Ok(())
}

/// Line breaks in a text.
fn breaks(text: &str) -> u64 {
    let breaks = text.bytes().filter(|byte| *byte == b'\n').count();
    u64::try_from(breaks).unwrap_or(u64::MAX)
}
