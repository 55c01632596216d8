// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The one key that signs: from a file, or from the environment.

use finch_client::key::{Key, NoSecret};
use std::{fs, path::Path};
use thiserror::Error;

/// The environment variable that holds the secret.
pub const ENVIRONMENT: &str = "FINCH_KEEPER_KEY";

/// Why there is no key.
#[derive(Debug, PartialEq, Eq, Error)]
pub enum SignerError {
    /// None was named.
    #[error("no key: give --key-file, or {ENVIRONMENT}")]
    None,
    /// More than one was named.
    #[error("{count} keys: the keeper signs with one, and its log is that of one account: leave one")]
    Many {
        /// How many.
        count: usize,
    },
    /// One is no key.
    #[error("the key in {place}: {NoSecret}")]
    Secret {
        /// Where it was named.
        place: String,
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

/// Reads the key. Empty lines and lines that start with `#` count for nothing.
pub fn signer(file: Option<&Path>, environment: Option<&str>) -> Result<Key, SignerError> {
    let mut places = Vec::new();
    if let Some(path) = file {
        let place = path.display().to_string();
        let text = fs::read_to_string(path).map_err(|error| SignerError::File {
            place: place.clone(),
            reason: error.to_string(),
        })?;
        places.push((place, text));
    }
    if let Some(text) = environment {
        places.push((ENVIRONMENT.to_owned(), text.to_owned()));
    }
    let mut secrets = places.iter().flat_map(|(place, text)| {
        let lines = text.lines().map(str::trim);
        let secrets = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        secrets.map(move |secret| (place, secret))
    });
    let Some((place, secret)) = secrets.next() else {
        return Err(SignerError::None);
    };
    let others = secrets.count();
    if others > 0 {
        return Err(SignerError::Many {
            count: others.saturating_add(1),
        });
    }
    secret
        .parse()
        .map_err(|NoSecret| SignerError::Secret { place: place.clone() })
}
