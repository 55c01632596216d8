// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The forward return-rate curve that traded contracts imply.
//!
//! A contract pays `(1 + k)^tau` per unit of principal `S` after `tau` years and is sold for `V`. The growth factor that
//! the market expects of a staked token until then is
//!
//! ```text
//! growth(tau_i) = (1 + k_i)^tau_i / (V_i / S)                                                              (0.1)
//! r_1 = ln growth(tau_1) / tau_1,   r_i = (ln growth(tau_i) - ln growth(tau_{i-1})) / (tau_i - tau_{i-1})    (0.2)
//! ```
//!
//! Forward rates `r_i` are continuously compounded and constant on `[tau_{i-1}, tau_i)`: `ln growth` is linear in `tau`
//! from 0 at 0 through all nodes, which is the geometric interpolation of `growth`. Before the first node `r_1` holds,
//! after the last `r_n` does. From the curve follow
//!
//! ```text
//! value of a contract     V(tau, k) / S = (1 + k)^tau / growth(tau)
//! discount factor         1 / growth(tau)
//! zero rate               y(tau) = ln growth(tau) / tau            (continuously compounded)
//! fair rate               growth(tau)^(1 / tau) - 1 = e^y - 1      (effective a year)
//! ```
//!
//! # Errata of the paper
//!
//! The numbers are those of *An Efficient financial architecture for proof of stake blockchain infrastructure*.
//!
//! - The second line of (0.1) prints `V_1/S`. (0.2) follows only with `V_2/S`, the price of the second contract.
//! - Its last formula, the interpolation, is named `V` and gives `growth(tau)`. Only `(1 + k)^tau / growth(tau)` returns
//!   `V_i / S` at `(tau_i, k_i)`. [`Curve::growth_factor`] is the expression as printed, [`Curve::contract_value`] the value.
//! - The exponent of the accrual is printed `tau T`. The equations need `tau`, the time to maturity in years.
//!
//! # Units and precision
//!
//! Times are years of 365 days ([`years`]), rates and factors 1e-18 fixed point. `ln growth` is kept to one unit of 1e-18.
//! `ln(1 + k)` and `ln(V/S)` are within half a unit, so the node of a contract is within `tau / 2 + 1` units of the exact
//! one; a value, which rounds down at every step, is less than `1.5 tau + 4` parts in 1e18 below the exact one, and one
//! unit of the result. For 30 years that is a relative error of 5e-17. Growth and discount factors are closer. Between
//! nodes it is the same; after the last node the line, and with it the error of the last two nodes, is extended. A forward
//! rate carries the errors of its two nodes over their distance, a fair rate that of its node over `tau`.
//!
//! Prices (value, discount factor, fair rate) are rounded down, everything else to the nearest.

use crate::{fixed, mul_div, MathError, Round};
use primitive_types::U256;
use sp_arithmetic::{FixedI128, FixedPointNumber, FixedU128};

extern crate alloc;
use alloc::vec::Vec;

/// The most nodes of a curve.
pub const MAX_NODES: usize = 64;

/// Milliseconds in a year of 365 days (ACT/365).
pub const MILLISECS_PER_YEAR: u64 = 365 * 86_400_000;

/// The greatest whole part of a [`FixedI128`].
const WHOLE_MAX: u128 = i128::MAX.unsigned_abs() / FixedU128::DIV;

/// A traded contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contract {
    /// `tau`: years from the trade to maturity. Positive.
    pub time_to_maturity: FixedU128,
    /// `k`: what the contract promises, as effective rate a year.
    pub annual_rate: FixedU128,
    /// `V/S`: price over principal. Positive.
    pub price_ratio: FixedU128,
    /// How much was traded, in any unit: the weight among contracts of one maturity.
    pub volume: u128,
}

impl Contract {
    /// `ln growth = tau * ln(1 + k) - ln(V/S)`, to the nearest.
    ///
    /// Errors: [`MathError::OutOfDomain`] for a zero time or price, [`MathError::Overflow`].
    pub fn log_growth(&self) -> Result<FixedI128, MathError> {
        if self.time_to_maturity == FixedU128::default() {
            return Err(MathError::OutOfDomain);
        }
        let accrued = log_accrual(self.annual_rate, self.time_to_maturity, Round::Nearest)?;
        let price = fixed::ln(self.price_ratio, Round::Nearest)?.into_inner();
        difference(accrued, price).map(FixedI128::from_inner)
    }

    /// The zero rate that the contract was sold at, `ln(1 + k) - ln(V/S) / tau`, to the nearest.
    ///
    /// Errors: as [`Contract::log_growth`].
    pub fn zero_rate(&self) -> Result<FixedI128, MathError> {
        let tau = self.time_to_maturity.into_inner();
        if tau == 0 {
            return Err(MathError::OutOfDomain);
        }
        let promised = fixed::ln(one_plus(self.annual_rate)?, Round::Nearest)?.into_inner();
        let price = fixed::ln(self.price_ratio, Round::Nearest)?.into_inner();
        let paid = scale(price, FixedU128::DIV, tau, Round::Nearest)?;
        difference(promised, paid).map(FixedI128::from_inner)
    }
}

/// A curve: its nodes `(tau, ln growth(tau))`, sorted by `tau`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    nodes: Vec<(FixedU128, FixedI128)>,
}

impl Curve {
    /// The curve through `contracts`, in any order. Contracts of one maturity make one node: the mean of their `ln growth`,
    /// weighted by volume (unweighted if none of them has any).
    ///
    /// Domain: from 1 to [`MAX_NODES`] different maturities, none of them zero, and positive prices. Errors:
    /// [`MathError::OutOfDomain`] outside it, [`MathError::Overflow`] if a node or a forward rate does not fit.
    pub fn bootstrap(contracts: &[Contract]) -> Result<Self, MathError> {
        let mut sorted = contracts.to_vec();
        sorted.sort_unstable_by_key(|contract| contract.time_to_maturity);
        let nodes = sorted
            .chunk_by(|a, b| a.time_to_maturity == b.time_to_maturity)
            // One more than fits is enough to be refused.
            .take(MAX_NODES.saturating_add(1))
            .map(merge)
            .collect::<Result<Vec<_>, _>>()?;
        Self::check(&nodes)?;
        Ok(Self { nodes })
    }

    /// The curve with these nodes `(tau, ln growth(tau))`, which are sorted by `tau`: nothing is computed but checks.
    ///
    /// Domain: from 1 to [`MAX_NODES`] nodes, positive and strictly increasing times. Errors: [`MathError::OutOfDomain`]
    /// outside it, [`MathError::Overflow`] if a forward rate does not fit.
    pub fn from_nodes(nodes: &[(FixedU128, FixedI128)]) -> Result<Self, MathError> {
        Self::check(nodes)?;
        Ok(Self { nodes: nodes.to_vec() })
    }

    fn check(nodes: &[(FixedU128, FixedI128)]) -> Result<(), MathError> {
        if nodes.is_empty() || nodes.len() > MAX_NODES {
            return Err(MathError::OutOfDomain);
        }
        for segment in segments(nodes) {
            if segment.to.0 <= segment.from.0 {
                return Err(MathError::OutOfDomain);
            }
            // |r| = rise / length < 2^127: so every forward rate fits.
            if segment.rise() > segment.length().saturating_mul(WHOLE_MAX) {
                return Err(MathError::Overflow);
            }
        }
        Ok(())
    }

    /// The nodes `(tau, ln growth(tau))`, sorted by `tau`.
    pub fn nodes(&self) -> &[(FixedU128, FixedI128)] {
        &self.nodes
    }

    /// `r_1, r_2, ...`: a rate for each node, which holds from the node before it (from 0 for the first) up to it.
    /// Continuously compounded, to the nearest.
    pub fn forward_rates(&self) -> impl Iterator<Item = FixedI128> + '_ {
        // Each of them fits: the curve was checked when it was made.
        segments(&self.nodes).filter_map(|segment| segment.forward().ok())
    }

    /// `ln growth(tau)`, to the nearest. 0 at 0.
    ///
    /// Errors: [`MathError::Overflow`].
    pub fn log_growth(&self, tau: FixedU128) -> Result<FixedI128, MathError> {
        self.log_growth_at(tau, Round::Nearest).map(FixedI128::from_inner)
    }

    fn log_growth_at(&self, tau: FixedU128, round: Round) -> Result<i128, MathError> {
        self.segment(tau)?.log_growth(tau.into_inner(), round)
    }

    /// `growth(tau)`, to the nearest: the paper's printed expression. 1 at 0.
    ///
    /// Errors: [`MathError::Overflow`].
    pub fn growth_factor(&self, tau: FixedU128) -> Result<FixedU128, MathError> {
        fixed::exp(self.log_growth(tau)?, Round::Nearest)
    }

    /// `1 / growth(tau)`, rounded down. 1 at 0.
    ///
    /// Errors: [`MathError::Overflow`].
    pub fn discount_factor(&self, tau: FixedU128) -> Result<FixedU128, MathError> {
        let log = difference(0, self.log_growth_at(tau, Round::Up)?)?;
        fixed::exp(FixedI128::from_inner(log), Round::Down)
    }

    /// `V(tau, k) / S = (1 + k)^tau / growth(tau)`: what a contract is worth per unit of principal, rounded down. 1 at 0.
    ///
    /// Errors: [`MathError::Overflow`].
    pub fn contract_value(&self, tau: FixedU128, annual_rate: FixedU128) -> Result<FixedU128, MathError> {
        let accrued = log_accrual(annual_rate, tau, Round::Down)?;
        let log = difference(accrued, self.log_growth_at(tau, Round::Up)?)?;
        fixed::exp(FixedI128::from_inner(log), Round::Down)
    }

    /// `y(tau) = ln growth(tau) / tau`, continuously compounded, to the nearest.
    ///
    /// Errors: [`MathError::OutOfDomain`] at 0, [`MathError::Overflow`].
    pub fn zero_rate(&self, tau: FixedU128) -> Result<FixedI128, MathError> {
        self.zero_rate_at(tau, Round::Nearest).map(FixedI128::from_inner)
    }

    fn zero_rate_at(&self, tau: FixedU128, round: Round) -> Result<i128, MathError> {
        let segment = self.segment(tau)?;
        if tau == FixedU128::default() {
            Err(MathError::OutOfDomain)
        } else if segment.from.0 == 0 && tau.into_inner() < segment.to.0 {
            // One rate all the way from 0. Dividing the rounded ln growth of a very short time would lose it.
            scale(segment.to.1, FixedU128::DIV, segment.to.0, round)
        } else {
            let log = segment.log_growth(tau.into_inner(), round)?;
            scale(log, FixedU128::DIV, tau.into_inner(), round)
        }
    }

    /// `growth(tau)^(1/tau) - 1`: the effective rate a year at which a contract is worth its principal, rounded down.
    /// Negative where the market expects a loss.
    ///
    /// Errors: [`MathError::OutOfDomain`] at 0, [`MathError::Overflow`].
    pub fn fair_rate(&self, tau: FixedU128) -> Result<FixedI128, MathError> {
        let rate = FixedI128::from_inner(self.zero_rate_at(tau, Round::Down)?);
        let yearly = i128::try_from(fixed::exp(rate, Round::Down)?.into_inner()).map_err(|_| MathError::Overflow)?;
        difference(yearly, FixedI128::DIV).map(FixedI128::from_inner)
    }

    /// The piece of the curve that `tau` lies on; the last one for everything after the last node.
    fn segment(&self, tau: FixedU128) -> Result<Segment, MathError> {
        let last = self.nodes.len().saturating_sub(1);
        let right = self.nodes.partition_point(|node| node.0 < tau).min(last);
        let to = self.nodes.get(right).ok_or(MathError::OutOfDomain)?;
        let from = right.checked_sub(1).and_then(|left| self.nodes.get(left));
        Ok(Segment::new(from, to))
    }
}

/// A piece between two nodes, or between 0 and the first. Plain numbers of 1e-18.
#[derive(Clone, Copy)]
struct Segment {
    from: (u128, i128),
    to: (u128, i128),
}

impl Segment {
    fn new(from: Option<&(FixedU128, FixedI128)>, to: &(FixedU128, FixedI128)) -> Self {
        let plain = |node: &(FixedU128, FixedI128)| (node.0.into_inner(), node.1.into_inner());
        Self {
            from: from.map_or((0, 0), plain),
            to: plain(to),
        }
    }

    fn length(&self) -> u128 {
        self.to.0.saturating_sub(self.from.0)
    }

    /// How much `ln growth` changes, without its sign.
    fn rise(&self) -> u128 {
        self.to.1.abs_diff(self.from.1)
    }

    fn falls(&self) -> bool {
        self.to.1 < self.from.1
    }

    fn forward(&self) -> Result<FixedI128, MathError> {
        scale_parts(self.rise(), self.falls(), FixedU128::DIV, self.length(), Round::Nearest).map(FixedI128::from_inner)
    }

    /// `ln growth(tau)` on the line through both ends. `tau` is not before the piece.
    fn log_growth(&self, tau: u128, round: Round) -> Result<i128, MathError> {
        let gone = tau.checked_sub(self.from.0).ok_or(MathError::OutOfDomain)?;
        let change = scale_parts(self.rise(), self.falls(), gone, self.length(), round)?;
        self.from.1.checked_add(change).ok_or(MathError::Overflow)
    }
}

/// The pieces that end at the nodes, in order.
fn segments(nodes: &[(FixedU128, FixedI128)]) -> impl Iterator<Item = Segment> + '_ {
    let before = core::iter::once(None).chain(nodes.iter().map(Some));
    before.zip(nodes).map(|(from, to)| Segment::new(from, to))
}

/// The node of contracts with the same maturity.
fn merge(contracts: &[Contract]) -> Result<(FixedU128, FixedI128), MathError> {
    let first = contracts.first().ok_or(MathError::OutOfDomain)?;
    if contracts.len() == 1 {
        return Ok((first.time_to_maturity, first.log_growth()?));
    }
    let traded = contracts.iter().any(|contract| contract.volume > 0);
    // Exact sums, so that the order does not matter.
    let (mut gains, mut losses, mut total) = (U256::zero(), U256::zero(), U256::zero());
    for contract in contracts {
        let weight = U256::from(if traded { contract.volume } else { 1 });
        let log = contract.log_growth()?.into_inner();
        let side = if log < 0 { &mut losses } else { &mut gains };
        *side = U256::from(log.unsigned_abs())
            .checked_mul(weight)
            .and_then(|part| side.checked_add(part))
            .ok_or(MathError::Overflow)?;
        total = total.checked_add(weight).ok_or(MathError::Overflow)?;
    }
    let sum = gains.abs_diff(losses);
    let quotient = sum.checked_div(total).ok_or(MathError::DivisionByZero)?;
    let rest = sum.checked_rem(total).ok_or(MathError::DivisionByZero)?;
    let floor = u128::try_from(quotient).map_err(|_| MathError::Overflow)?;
    // The mean is at most as large as the largest part, which is far below 2^128 - 1.
    let nearest = floor.saturating_add(u128::from(rest >= total.saturating_sub(rest)));
    let mean = signed(nearest, gains < losses)?;
    Ok((first.time_to_maturity, FixedI128::from_inner(mean)))
}

/// `tau * ln(1 + k)` in 1e-18.
fn log_accrual(annual_rate: FixedU128, tau: FixedU128, round: Round) -> Result<i128, MathError> {
    let rate = fixed::ln(one_plus(annual_rate)?, round)?;
    scale(rate.into_inner(), tau.into_inner(), FixedU128::DIV, round)
}

fn one_plus(rate: FixedU128) -> Result<FixedU128, MathError> {
    let inner = rate.into_inner().checked_add(FixedU128::DIV);
    inner.map(FixedU128::from_inner).ok_or(MathError::Overflow)
}

fn difference(a: i128, b: i128) -> Result<i128, MathError> {
    a.checked_sub(b).ok_or(MathError::Overflow)
}

/// `a * b / c` for a signed `a`.
fn scale(a: i128, b: u128, c: u128, round: Round) -> Result<i128, MathError> {
    scale_parts(a.unsigned_abs(), a < 0, b, c, round)
}

/// `a * b / c`, or the negative of it.
fn scale_parts(a: u128, negative: bool, b: u128, c: u128, round: Round) -> Result<i128, MathError> {
    let towards = match (round, negative) {
        (Round::Down, true) => Round::Up,
        (Round::Up, true) => Round::Down,
        (Round::Nearest, true) | (_, false) => round,
    };
    signed(mul_div(a, b, c, towards)?, negative)
}

fn signed(magnitude: u128, negative: bool) -> Result<i128, MathError> {
    let positive = i128::try_from(magnitude).map_err(|_| MathError::Overflow)?;
    let signed = if negative {
        positive.checked_neg()
    } else {
        Some(positive)
    };
    signed.ok_or(MathError::Overflow)
}

/// `milliseconds` in years of 365 days, to the nearest 1e-18: exact to 16 picoseconds.
pub fn years(milliseconds: u64) -> FixedU128 {
    let year = u128::from(MILLISECS_PER_YEAR);
    // Below 2^64 * 1e18 < 2^124: neither saturates.
    let scaled = u128::from(milliseconds).saturating_mul(FixedU128::DIV);
    let halves = scaled.saturating_add(year >> 1);
    FixedU128::from_inner(halves.checked_div(year).unwrap_or_default())
}

/// `rate * tau`: the `ln growth` of a zero rate, to the nearest.
///
/// Errors: [`MathError::Overflow`].
pub fn accrue(rate: FixedI128, tau: FixedU128) -> Result<FixedI128, MathError> {
    scale(rate.into_inner(), tau.into_inner(), FixedU128::DIV, Round::Nearest).map(FixedI128::from_inner)
}

/// `old` moved towards `new`, by at most `max_step`.
pub fn moved(old: FixedI128, new: FixedI128, max_step: FixedU128) -> FixedI128 {
    let (from, step) = (old.into_inner(), max_step.into_inner());
    // A bound that saturates lies beyond every number: it does not bound.
    let low = from.saturating_sub_unsigned(step);
    let high = from.saturating_add_unsigned(step);
    FixedI128::from_inner(new.into_inner().max(low).min(high))
}

/// The mean of `old` and `new` by their weights: `old + (new - old) * new_weight / (old_weight + new_weight)`, rounded
/// towards `old`. Without any weight it is `old`.
///
/// Errors: [`MathError::Overflow`].
pub fn blend(old: FixedI128, old_weight: u128, new: FixedI128, new_weight: u128) -> Result<FixedI128, MathError> {
    let total = old_weight.checked_add(new_weight).ok_or(MathError::Overflow)?;
    if total == 0 {
        return Ok(old);
    }
    let (from, to) = (old.into_inner(), new.into_inner());
    let part = mul_div(to.abs_diff(from), new_weight, total, Round::Down)?;
    // Between the two, so it fits.
    let mean = if to < from {
        from.saturating_sub_unsigned(part)
    } else {
        from.saturating_add_unsigned(part)
    };
    Ok(FixedI128::from_inner(mean))
}
