// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Keys: who signs.

use std::{
    fmt::{self, Debug, Display, Formatter},
    fs,
    path::Path,
    str::FromStr,
};
use subxt::utils::AccountId32;
use subxt_signer::{sr25519::Keypair, SecretUri};
use thiserror::Error;

/// A key that signs. Shown as its address; the secret is not shown anywhere.
#[derive(Clone)]
pub struct Key {
    account: AccountId32,
    address: String,
    keypair: Keypair,
}

impl Key {
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

impl FromStr for Key {
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

impl Debug for Key {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        write!(f, "Key({})", self.address)
    }
}

impl Display for Key {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str(&self.address)
    }
}

/// A text that no key can be made of. It does not say the text, which may be a secret with a slip in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("this is no secret: write a phrase of 12 to 24 words, a seed in hex, or a development key such as //Alice")]
pub struct NoSecret;

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
