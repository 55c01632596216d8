// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Every read that a client needs, as a runtime API.

// The macro repeats the bounds of the trait on its methods.
#![allow(clippy::multiple_bound_locations)]

use crate::types::{Holding, SeriesInfo};
use alloc::vec::Vec;
use codec::Codec;
use finch_types::{Balance, FixedU128, SeriesId, TrancheId};

sp_api::decl_runtime_apis! {
    /// Reads of the staking derivatives. Amounts are in planck of native, units in planck of principal, prices and
    /// ratios are 1e-18 fixed point.
    pub trait StakingDerivativesApi<AccountId: Codec> {
        /// Everything about a series; `None` if there is no such series.
        fn series(series: SeriesId) -> Option<SeriesInfo<AccountId>>;
        /// The numbers of all series that are proposed, open, or not closed, in order.
        fn all_series() -> Vec<SeriesId>;
        /// What the curve says a unit of the tranche is worth now, to compare asks and prices with. `None` without a
        /// curve, and once the tokens are due.
        fn fair_ask(series: SeriesId, tranche: TrancheId) -> Option<FixedU128>;
        /// What each tranche will be paid as things stand, the bond included; what it is paid, once it is settled.
        fn projected_payout(series: SeriesId) -> Option<Vec<Balance>>;
        /// The tokens of an account.
        fn holdings(account: AccountId) -> Vec<Holding>;
    }
}
