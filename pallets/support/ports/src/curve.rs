// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use finch_types::{Balance, FixedU128, Moment};
use frame_support::weights::Weight;

/// A contract that was sold: what a price says about the return rate of its term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Observation {
    /// Time to maturity when it was sold, in milliseconds.
    pub time_to_maturity: Moment,
    /// What the contract promises a year, as effective annual rate (1e-18 fixed point): one unit of principal pays
    /// `(1 + annual_rate)^years`.
    pub annual_rate: FixedU128,
    /// `V/S`: planck of native paid per planck of principal.
    pub price_ratio: FixedU128,
    /// Planck of native paid in all.
    pub turnover: Balance,
}

/// The forward return-rate curve, and where cleared sales report to.
pub trait RateCurve {
    /// Takes a cleared sale into account. Cannot fail: what the curve does not want it ignores.
    fn observe(observation: Observation);

    /// What a contract is worth by the curve, as `V/S` (planck of native per planck of principal), rounded down. `None`
    /// without a curve.
    fn contract_value(time_to_maturity: Moment, annual_rate: FixedU128) -> Option<FixedU128>;

    /// The effective annual rate at which a contract of that term is worth its principal, rounded down. `None` without a
    /// curve, or where it is negative.
    fn fair_rate(time_to_maturity: Moment) -> Option<FixedU128>;

    /// The most that [`RateCurve::observe`] can cost.
    fn weight_observe() -> Weight;

    /// The most that one quote can cost.
    fn weight_quote() -> Weight;
}

/// No curve: nothing is quoted, nothing is learnt.
impl RateCurve for () {
    fn observe(_: Observation) {}

    fn contract_value(_: Moment, _: FixedU128) -> Option<FixedU128> {
        None
    }

    fn fair_rate(_: Moment) -> Option<FixedU128> {
        None
    }

    fn weight_observe() -> Weight {
        Weight::zero()
    }

    fn weight_quote() -> Weight {
        Weight::zero()
    }
}
