// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Quotes: the port for other pallets, and the reads behind the runtime API.

use crate::{books::*, types::*, *};
use alloc::vec::Vec;
use finch_math::curve::{years, Curve};
use finch_ports::{Observation, RateCurve};
use finch_types::{FixedI128, FixedU128, Moment};
use frame_support::{
    traits::{Get, Time},
    weights::Weight,
};

impl<T: Config> Pallet<T> {
    /// As much of the curve as a quote for `maturity` needs. `None` without a node that counts.
    fn curve_at(maturity: Moment) -> Option<Curve> {
        curve(near(&Self::fresh(&Book::<T>::get()), maturity)).ok()
    }

    /// Every node, stale ones among them, shortest maturity first.
    pub fn nodes() -> Vec<NodeInfo> {
        let (now, max_age) = (T::Time::now(), T::MaxAge::get());
        let info = |node: &Node| {
            let (at, curve) = (years(node.time_to_maturity), curve(core::slice::from_ref(node)).ok()?);
            Some(NodeInfo {
                time_to_maturity: node.time_to_maturity,
                zero_rate: node.zero_rate,
                annual_rate: curve.fair_rate(at).ok()?,
                log_growth: node.log_growth,
                growth_factor: curve.growth_factor(at).ok()?,
                discount_factor: curve.discount_factor(at).ok()?,
                weight: node.weight(now, max_age),
                allowance: node.allowance_at(now),
                observed_at: node.observed_at,
                seeded: node.seeded,
                stale: node.is_stale(now, max_age),
            })
        };
        Book::<T>::get().nodes.iter().filter_map(info).collect()
    }

    /// The forward rates between the nodes that count.
    pub fn forward_rates() -> Vec<ForwardRate> {
        let fresh = Self::fresh(&Book::<T>::get());
        let Ok(curve) = curve(&fresh) else {
            return Vec::new();
        };
        let ends = || fresh.iter().map(|node| node.time_to_maturity);
        core::iter::once(0)
            .chain(ends())
            .zip(ends())
            .zip(curve.forward_rates())
            .map(|((from, to), rate)| ForwardRate { from, to, rate })
            .collect()
    }

    /// One over the growth factor of `maturity`.
    pub fn discount_factor(maturity: Moment) -> Option<FixedU128> {
        Self::curve_at(maturity)?.discount_factor(years(maturity)).ok()
    }

    /// The effective annual rate at which a contract is worth its principal. Negative where the market expects a loss.
    pub fn fair_annual_rate(maturity: Moment) -> Option<FixedI128> {
        Self::curve_at(maturity)?.fair_rate(years(maturity)).ok()
    }

    /// What came in so far.
    pub fn flows() -> Flows {
        Book::<T>::get().flows
    }
}

impl<T: Config> RateCurve for Pallet<T> {
    fn observe(observation: Observation) {
        Self::do_observe(observation);
    }

    fn contract_value(time_to_maturity: Moment, annual_rate: FixedU128) -> Option<FixedU128> {
        let curve = Self::curve_at(time_to_maturity)?;
        curve.contract_value(years(time_to_maturity), annual_rate).ok()
    }

    fn fair_rate(time_to_maturity: Moment) -> Option<FixedU128> {
        let rate = Self::fair_annual_rate(time_to_maturity)?.into_inner();
        u128::try_from(rate).ok().map(FixedU128::from_inner)
    }

    fn weight_observe() -> Weight {
        T::WeightInfo::observe(MAX_NODES)
    }

    fn weight_quote() -> Weight {
        T::WeightInfo::quote(MAX_NODES)
    }
}
