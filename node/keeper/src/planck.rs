// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Money: planck of native. In texts it is a whole number in quotes, as no other kind of number is exact everywhere.

use serde::{Deserialize, Serialize};
use std::{
    fmt::{self, Display, Formatter},
    str::FromStr,
};
use thiserror::Error;

/// Planck of native: 1 FINCH has 10^12.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Planck(pub u128);

/// A text that is no amount of planck.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not an amount: write planck as a whole number in quotes, such as \"1_000_000_000_000\" for 1 FINCH")]
pub struct NoPlanck;

impl Planck {
    /// Both together; the most that there is if that does not fit.
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// For metrics, whose counters have 64 bits: what does not fit is shown as the most that does.
    pub fn metric(self) -> u64 {
        u64::try_from(self.0).unwrap_or(u64::MAX)
    }
}

impl FromStr for Planck {
    type Err = NoPlanck;

    fn from_str(text: &str) -> Result<Self, NoPlanck> {
        // Not every text that Rust reads as a number: `+1` is none here. Underscores stand between digits.
        let between = !text.starts_with('_') && !text.ends_with('_') && !text.contains("__");
        let digits = text.replace('_', "");
        let plain = between && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse().ok().filter(|_| plain).map(Self).ok_or(NoPlanck)
    }
}

impl TryFrom<String> for Planck {
    type Error = NoPlanck;

    fn try_from(text: String) -> Result<Self, NoPlanck> {
        text.parse()
    }
}

impl From<Planck> for String {
    fn from(planck: Planck) -> Self {
        planck.to_string()
    }
}

impl Display for Planck {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.pad(&self.0.to_string())
    }
}
