// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The operators: who signs.

use std::{
    collections::HashSet,
    fmt::{self, Debug, Display, Formatter},
    fs,
    path::{Path, PathBuf},
    str::FromStr,
};
use subxt::utils::AccountId32;
use subxt_signer::{sr25519::Keypair, SecretUri};
use thiserror::Error;

/// The environment variable that lists operators: one in a line, or with commas between them.
pub const ENVIRONMENT: &str = "FINCH_FEEDER_OPERATORS";

/// An operator. Shown as its address; its key is not shown anywhere.
#[derive(Clone)]
pub struct Operator {
    account: AccountId32,
    address: String,
    keypair: Keypair,
}

impl Operator {
    /// Its account.
    pub const fn account(&self) -> &AccountId32 {
        &self.account
    }

    /// Its account in SS58 with prefix 42, which is the one of Finch.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// What it signs with.
    pub const fn keypair(&self) -> &Keypair {
        &self.keypair
    }
}

impl FromStr for Operator {
    type Err = NoSecret;

    fn from_str(secret: &str) -> Result<Self, NoSecret> {
        let uri = SecretUri::from_str(secret).map_err(|_| NoSecret)?;
        let keypair = Keypair::from_uri(&uri).map_err(|_| NoSecret)?;
        let account = keypair.public_key().to_account_id();
        Ok(Self {
            address: account.to_string(),
            account,
            keypair,
        })
    }
}

impl Debug for Operator {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        write!(f, "Operator({})", self.address)
    }
}

impl Display for Operator {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str(&self.address)
    }
}

/// A text that no key can be made of. It does not say the text, which may be a secret with a slip in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("this is no secret: write a phrase of 12 to 24 words, a seed in hex, or a development key such as //Alice")]
pub struct NoSecret;

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
        match operators.iter().find(|operator| !seen.insert(operator.account.0)) {
            Some(twice) => Err(OperatorsError::Twice {
                address: twice.address.clone(),
            }),
            None => Ok(operators),
        }
    }
}

/// Others could read the file. On systems without such permissions, nobody knows.
pub fn is_readable_by_others(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::metadata(path).is_ok_and(|metadata| metadata.permissions().mode() & 0o077 != 0)
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        false
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
