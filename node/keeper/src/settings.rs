// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The file of settings, in TOML: what the keeper does, and where it stops.

use crate::planck::Planck;
use reqwest::Url;
use serde::{de, Deserialize, Deserializer};
use std::{fs, path::Path, time::Duration};
use thiserror::Error;

/// Why the settings cannot be used.
#[derive(Debug, Error)]
pub enum SettingsError {
    /// The file cannot be read.
    #[error("{place}: {reason}: write one, or start from the sample keeper.toml")]
    File {
        /// The path.
        place: String,
        /// What the system says.
        reason: String,
    },
    /// The text is no settings.
    #[error("{place}: {reason}")]
    Text {
        /// The path.
        place: String,
        /// What is wrong, with its line.
        reason: String,
    },
}

/// All settings. A table or a key that is left out has its default; one that is not known is an error.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// How the chain is followed.
    pub follow: Follow,
    /// How transactions are made.
    pub send: Send,
    /// The account that pays.
    pub funds: Funds,
    /// Vaults of margined options.
    pub margin: Margin,
    /// What else is done.
    pub duties: Duties,
    /// Who is told when something is wrong.
    pub alerts: AlertSettings,
}

/// How the chain is followed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Follow {
    /// Seconds without a new block after which the next node is used; 3 to 3600.
    #[serde(deserialize_with = "within::<_, 3, 3600>")]
    pub heartbeat_seconds: u64,
    /// Blocks that a node may be behind the highest that was seen; 0 to 1000.
    #[serde(deserialize_with = "within::<_, 0, 1000>")]
    pub lag_blocks: u64,
    /// Blocks after which all vaults are read, even if nothing says that one has changed; 1 to 10000.
    #[serde(deserialize_with = "within::<_, 1, 10_000>")]
    pub read_all_blocks: u64,
}

impl Default for Follow {
    fn default() -> Self {
        Self {
            heartbeat_seconds: 30,
            lag_blocks: 10,
            read_all_blocks: 20,
        }
    }
}

impl Follow {
    /// The time without a new block after which the next node is used.
    pub const fn heartbeat(&self) -> Duration {
        Duration::from_secs(self.heartbeat_seconds)
    }
}

/// How transactions are made.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Send {
    /// The most calls in a transaction; 1 to 200. Fewer if blocks have no room for as many.
    #[serde(deserialize_with = "within::<_, 1, 200>")]
    pub batch: u64,
    /// The most calls that go out at a block; 1 to 5000.
    #[serde(deserialize_with = "within::<_, 1, 5000>")]
    pub actions_per_block: u64,
    /// The most that a transaction may cost: what is taken at first, of which most comes back if less was to do.
    pub max_fee: Planck,
    /// Blocks for which a transaction can be included, a power of two; 8 to 1024.
    #[serde(deserialize_with = "mortality")]
    pub mortality_blocks: u64,
    /// Blocks after which a transaction that is not in a block is sent again, as it is; 1 to 100.
    #[serde(deserialize_with = "within::<_, 1, 100>")]
    pub resend_blocks: u64,
    /// How often in a row the same may fail before there is an alert and a pause; 1 to 100.
    #[serde(deserialize_with = "within::<_, 1, 100>")]
    pub attempts: u64,
    /// The pause, in blocks; 1 to 100000.
    #[serde(deserialize_with = "within::<_, 1, 100_000>")]
    pub pause_blocks: u64,
}

impl Default for Send {
    fn default() -> Self {
        Self {
            batch: 50,
            actions_per_block: 500,
            max_fee: Planck(10_000_000_000_000),
            mortality_blocks: 64,
            resend_blocks: 3,
            attempts: 3,
            pause_blocks: 100,
        }
    }
}

/// The account that pays.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Funds {
    /// Below this there is an alert.
    pub alert_below: Planck,
    /// So much is never spent on fees.
    pub keep: Planck,
}

impl Default for Funds {
    fn default() -> Self {
        Self {
            alert_below: Planck(50_000_000_000_000),
            keep: Planck(100_000_000_000),
        }
    }
}

/// Vaults of margined options.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Margin {
    /// Courtesy calls.
    pub call: bool,
    /// Liquidations.
    pub liquidate: bool,
    /// Vaults of which the reward cannot be so much are left alone: a hundredth of the collateral, at prices of now.
    pub least_reward: Planck,
}

impl Default for Margin {
    fn default() -> Self {
        Self {
            call: true,
            liquidate: true,
            least_reward: Planck(0),
        }
    }
}

/// What else is done. None of it is rewarded.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Duties {
    /// Blocks from one look for all of this to the next; 1 to 1000.
    #[serde(deserialize_with = "within::<_, 1, 1000>")]
    pub every_blocks: u64,
    /// What the idle time of blocks does too is done only if it has not moved for so many blocks; 2 to 10000.
    #[serde(deserialize_with = "within::<_, 2, 10_000>")]
    pub patience_blocks: u64,
    /// Prices of the expiry of margined options, and what follows until the series is closed. Blocks do it too.
    pub options: bool,
    /// Days of the insurance that are over, losses that wait to be paid and covers that have ended. Blocks do it too.
    pub insurance: bool,
    /// Voted claims of the insurance: the decision, and what assessors get.
    pub claims: bool,
    /// Auctions that are over, and their bids. Blocks do it too.
    pub auctions: bool,
    /// Upkeep of the synth, the derivatives, the ETF and the buyback. Blocks do it too.
    pub upkeep: bool,
    /// Tickets of the synth that are settled are paid to their owners.
    pub tickets: bool,
}

impl Default for Duties {
    fn default() -> Self {
        Self {
            every_blocks: 5,
            patience_blocks: 20,
            options: true,
            insurance: true,
            claims: false,
            auctions: true,
            upkeep: true,
            tickets: false,
        }
    }
}

/// Who is told when something is wrong. The standard error always is.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AlertSettings {
    /// Where alerts are posted to, as JSON.
    #[serde(deserialize_with = "webhook")]
    pub webhook: Option<Url>,
    /// Seconds without a new block after which the chain counts as stalled; 10 to 86400.
    #[serde(deserialize_with = "within::<_, 10, 86_400>")]
    pub stalled_seconds: u64,
}

impl Default for AlertSettings {
    fn default() -> Self {
        Self {
            webhook: None,
            stalled_seconds: 120,
        }
    }
}

impl Settings {
    /// Reads a file.
    pub fn read(path: &Path) -> Result<Self, SettingsError> {
        let place = path.display().to_string();
        let text = fs::read_to_string(path).map_err(|error| SettingsError::File {
            place: place.clone(),
            reason: error.to_string(),
        })?;
        Self::parse(&text).map_err(|reason| SettingsError::Text { place, reason })
    }

    /// Reads a text. The error names the line.
    pub fn parse(text: &str) -> Result<Self, String> {
        let settings: Self = toml::from_str(text).map_err(|error| error.to_string().trim_end().to_owned())?;
        Ok(settings)
    }
}

/// A whole number from `MIN` to `MAX`.
fn within<'de, D: Deserializer<'de>, const MIN: u64, const MAX: u64>(from: D) -> Result<u64, D::Error> {
    let number = u64::deserialize(from)?;
    if (MIN..=MAX).contains(&number) {
        return Ok(number);
    }
    Err(de::Error::custom(format!(
        "{number} is out of range: write {MIN} to {MAX}"
    )))
}

fn mortality<'de, D: Deserializer<'de>>(from: D) -> Result<u64, D::Error> {
    let blocks = within::<_, 8, 1024>(from)?;
    if blocks.is_power_of_two() {
        return Ok(blocks);
    }
    let next = blocks.next_power_of_two();
    Err(de::Error::custom(format!("{blocks} is no power of two: write {next}")))
}

fn webhook<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Url>, D::Error> {
    let text = String::deserialize(from)?;
    // The text is not told: it may have a secret in it.
    let url = Url::parse(&text).map_err(|error| de::Error::custom(format!("no URL: {error}")))?;
    match url.scheme() {
        "http" | "https" => Ok(Some(url)),
        _ => Err(de::Error::custom(
            "no URL to post to: write one that starts with https://",
        )),
    }
}
