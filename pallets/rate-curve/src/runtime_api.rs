// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Every read that a client needs, as a runtime API.

// The macro repeats the bounds of the trait on its methods.
#![allow(clippy::multiple_bound_locations)]

use crate::types::{Flows, ForwardRate, NodeInfo};
use alloc::vec::Vec;
use finch_types::{FixedI128, FixedU128, Moment};

sp_api::decl_runtime_apis! {
    /// Reads of the return-rate curve. A maturity is a time to maturity in milliseconds; rates and factors are 1e-18 fixed
    /// point. Quotes are `None` while no node counts, and where a number does not fit.
    pub trait RateCurveApi {
        /// Every node, stale ones among them, shortest maturity first.
        fn curve() -> Vec<NodeInfo>;
        /// The forward rates between the nodes that count, continuously compounded.
        fn forward_rates() -> Vec<ForwardRate>;
        /// One over the growth factor of `maturity`, rounded down.
        fn discount_factor(maturity: Moment) -> Option<FixedU128>;
        /// What a contract that promises `annual_rate` (effective a year) until `maturity` is worth per unit of principal
        /// (`V/S`), rounded down.
        fn quote(annual_rate: FixedU128, maturity: Moment) -> Option<FixedU128>;
        /// The effective annual rate at which a contract until `maturity` is worth its principal, rounded down. Negative
        /// where the market expects a loss. `None` for 0 too.
        fn fair_rate(maturity: Moment) -> Option<FixedI128>;
        /// What came in so far.
        fn flows() -> Flows;
    }
}
