// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Every read that a client needs, as a runtime API.

// The macro repeats the bounds of the trait on its methods.
#![allow(clippy::multiple_bound_locations)]

use crate::types::{Exercise, Health, Premium, SeriesInfo};
use alloc::vec::Vec;
use codec::Codec;
use finch_types::{Balance, OptionId};
use sp_runtime::DispatchError;

sp_api::decl_runtime_apis! {
    /// Reads of the options. Native is in planck, other coins and options are in their smallest units, prices in planck of
    /// native per unit (1e-18 fixed point), times in milliseconds of the chain's clock.
    pub trait OptionsApi<AccountId: Codec> {
        /// What is known of a series that is not closed.
        fn option_series(series: OptionId) -> Option<SeriesInfo<AccountId>>;
        /// The numbers of series that are not closed, from `from` on, at most `limit` (and never more than 256), the
        /// lowest first. For the next page `from` is one more than the last one.
        fn option_series_ids(from: OptionId, limit: u32) -> Vec<OptionId>;
        /// How the vault of an account in a series is. `None` without one.
        fn vault_health(account: AccountId, series: OptionId) -> Option<Health>;
        /// The vaults of a series, at most `limit` (and never more than 256), those after `after` in the order of the map.
        fn option_vaults(series: OptionId, after: Option<AccountId>, limit: u32) -> Vec<(AccountId, Health)>;
        /// What selling so many options now would bring. `None` without a market for them.
        fn quote_premium(series: OptionId, amount: Balance) -> Option<Premium>;
        /// What exercising (covered) or redeeming (margined) so many options now would take and give, or the error that it
        /// would return. Whether somebody has that much is not looked at.
        fn exercisable(series: OptionId, amount: Balance) -> Result<Exercise, DispatchError>;
    }
}
