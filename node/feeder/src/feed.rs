// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Names and units of feeds, as the chain has them.
//!
//! The chain's own types (`finch-types`) are not used: what is sent is encoded by the names in the metadata of the chain
//! that is connected, so this program and the chain can be upgraded one after the other.

use crate::decimal::{self, DecimalError};
use std::{
    fmt::{self, Display, Formatter},
    str::FromStr,
};
use subxt::ext::scale_encode::EncodeAsType;
use thiserror::Error;

/// Decimals of prices and ratios.
pub const FIXED_POINT_DECIMALS: u32 = 18;
/// One, in fixed point.
const ONE: u128 = 1_000_000_000_000_000_000;

/// A coin that is reported about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EncodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
pub enum Coin {
    /// FINCH.
    Native,
    /// An asset of the chain, by its id.
    Asset(u32),
}

/// What is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EncodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
pub enum Metric {
    /// US dollars for one whole coin, 1e-18 fixed point.
    Price,
    /// Whole US dollars that all coins are worth.
    MarketCap,
    /// Whole US dollars traded in the last 24 hours.
    DailyVolume,
    /// The part of all coins that is staked, 1e-18 fixed point, up to 1.
    StakingRatio,
    /// What staked coins earn in a year, as a part of them, 1e-18 fixed point, up to 1.
    RewardRatio,
}

impl Metric {
    /// All of them, in the order of the chain.
    pub const ALL: [Self; 5] = [
        Self::Price,
        Self::MarketCap,
        Self::DailyVolume,
        Self::StakingRatio,
        Self::RewardRatio,
    ];

    /// What a source calls it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Price => "price",
            Self::MarketCap => "market_cap",
            Self::DailyVolume => "daily_volume",
            Self::StakingRatio => "staking_ratio",
            Self::RewardRatio => "reward_ratio",
        }
    }

    /// Digits after the point of its unit.
    pub const fn decimals(self) -> u32 {
        match self {
            Self::Price | Self::StakingRatio | Self::RewardRatio => FIXED_POINT_DECIMALS,
            Self::MarketCap | Self::DailyVolume => 0,
        }
    }

    /// The largest value that makes sense, in its unit.
    const fn limit(self) -> u128 {
        match self {
            Self::Price | Self::MarketCap | Self::DailyVolume => u128::MAX,
            Self::StakingRatio | Self::RewardRatio => ONE,
        }
    }

    /// `text` in the unit of the metric. Exact.
    pub fn value(self, text: &str) -> Result<u128, ValueError> {
        let value = decimal::parse(text, self.decimals())?;
        if value > self.limit() {
            return Err(ValueError::AboveOne);
        }
        Ok(value)
    }
}

/// Why a text is no value of a metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ValueError {
    /// It is no decimal number of the unit.
    #[error(transparent)]
    Decimal(#[from] DecimalError),
    /// A ratio above 1 is a percentage by mistake.
    #[error("it is above 1, and a ratio is a part of one: write 0.52 for 52 %")]
    AboveOne,
}

/// A text that names no coin or no metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("no such name")]
pub struct UnknownName;

impl FromStr for Coin {
    type Err = UnknownName;

    fn from_str(text: &str) -> Result<Self, UnknownName> {
        match text {
            "native" => Ok(Self::Native),
            // Not every text that Rust reads as a number: `+1` is none here.
            id if id.bytes().all(|byte| byte.is_ascii_digit()) => id.parse().map(Self::Asset).map_err(|_| UnknownName),
            _ => Err(UnknownName),
        }
    }
}

impl FromStr for Metric {
    type Err = UnknownName;

    fn from_str(text: &str) -> Result<Self, UnknownName> {
        let named = |metric: &Self| metric.name() == text;
        Self::ALL.into_iter().find(named).ok_or(UnknownName)
    }
}

impl Display for Coin {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Self::Native => f.pad("native"),
            Self::Asset(id) => f.pad(&id.to_string()),
        }
    }
}

impl Display for Metric {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.pad(self.name())
    }
}

/// Names a feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EncodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
pub struct FeedKey {
    /// What it is about.
    pub coin: Coin,
    /// What it says.
    pub metric: Metric,
}

/// What is reported to a feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The feed.
    pub key: FeedKey,
    /// The value, in the unit of the metric. Never 0.
    pub value: u128,
}
