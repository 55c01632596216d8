// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Every read that a client needs, as a runtime API.

// The macro repeats the bounds of the trait on its methods.
#![allow(clippy::multiple_bound_locations)]

use crate::types::{Composition, InKind, Nav, NoValue, Preview};
use finch_types::Balance;

sp_api::decl_runtime_apis! {
    /// Reads of the staking ETF. Amounts are in planck of native, units in the smallest of an asset, prices and ratios
    /// are 1e-18 fixed point.
    pub trait EtfApi {
        /// The basket, its members and what is being done to it.
        fn etf_composition() -> Composition;
        /// The averages of this month, and who would be chosen if the next one began now.
        fn etf_preview() -> Preview;
        /// What the basket is worth at the oracle's prices.
        fn etf_nav() -> Result<Nav, NoValue>;
        /// What `issue` would take for so many shares, rounded up. `None` without shares, or where it does not fit.
        fn quote_issue(shares: Balance) -> Option<InKind>;
        /// What `redeem` would give for so many shares, rounded down. `None` if there are fewer.
        fn quote_redeem(shares: Balance) -> Option<InKind>;
        /// Planck of native that `issue_with` would take for so many shares.
        fn quote_issue_with(shares: Balance) -> Result<Balance, NoValue>;
        /// Planck of native that `redeem_to` would give for so many shares.
        fn quote_redeem_to(shares: Balance) -> Result<Balance, NoValue>;
    }
}
