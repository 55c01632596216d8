// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The operators: who signs.

use finch_client::key::{Key, NoSecret};
use std::{collections::HashSet, fs, path::PathBuf};
use thiserror::Error;

/// The environment variable that lists operators: one in a line, or with commas between them.
pub const ENVIRONMENT: &str = "FINCH_FEEDER_OPERATORS";

/// An operator: a key whose account may report.
pub type Operator = Key;

/// Why there are no operators.
#[derive(Debug, PartialEq, Eq, Error)]
pub enum OperatorsError {
    /// None was named.
    #[error("no operator: give --operators-file, {ENVIRONMENT}, or --operator")]
    None,
    /// One is no key.
    #[error("operator {number} of {place}: {NoSecret}")]
    Secret {
        /// Which, from 1: the line of a file, or the place in a list.
        number: usize,
        /// Where it was named.
        place: String,
    },
    /// Two are the same.
    #[error("{address} is named twice, and an operator reports once in a block: name it once")]
    Twice {
        /// Which.
        address: String,
    },
    /// The file cannot be read.
    #[error("{place}: {reason}")]
    File {
        /// The path.
        place: String,
        /// What the system says.
        reason: String,
    },
}

/// Where operators are named. All that are there count.
#[derive(Clone, Default)]
pub struct OperatorsOptions {
    /// On the command line.
    pub arguments: Vec<String>,
    /// In a file, one in a line. Empty lines and lines that start with `#` count for nothing.
    pub file: Option<PathBuf>,
    /// In the environment.
    pub environment: Option<String>,
}

impl OperatorsOptions {
    /// Reads them all, in the order: command line, file, environment.
    pub fn operators(&self) -> Result<Vec<Operator>, OperatorsError> {
        let mut operators = Vec::new();
        let arguments = self.arguments.iter().map(String::as_str);
        read(&mut operators, "--operator", arguments)?;
        if let Some(path) = &self.file {
            let text = fs::read_to_string(path).map_err(|error| OperatorsError::File {
                place: path.display().to_string(),
                reason: error.to_string(),
            })?;
            read(&mut operators, &path.display().to_string(), text.lines())?;
        }
        if let Some(text) = &self.environment {
            read(&mut operators, ENVIRONMENT, text.split(['\n', ',']))?;
        }
        if operators.is_empty() {
            return Err(OperatorsError::None);
        }
        let mut seen = HashSet::new();
        match operators.iter().find(|operator| !seen.insert(operator.account().0)) {
            Some(twice) => Err(OperatorsError::Twice {
                address: twice.address().to_owned(),
            }),
            None => Ok(operators),
        }
    }
}

fn read<'a>(
    operators: &mut Vec<Operator>,
    place: &str,
    secrets: impl Iterator<Item = &'a str>,
) -> Result<(), OperatorsError> {
    for (number, secret) in (1..).zip(secrets.map(str::trim)) {
        if secret.is_empty() || secret.starts_with('#') {
            continue;
        }
        let operator = secret.parse().map_err(|NoSecret| OperatorsError::Secret {
            number,
            place: place.to_owned(),
        })?;
        operators.push(operator);
    }
    Ok(())
}
