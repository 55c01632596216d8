// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The curve once more, as the README tells it, in floating point and with none of the pallet's code.

use std::collections::BTreeMap;

const YEAR: f64 = 31_536_000_000.0;
const DAY: u64 = 86_400_000;
const STEP: f64 = 0.005;

#[derive(Clone, Copy, Debug)]
pub struct ModelNode {
    pub rate: f64,
    pub turnover: u128,
    pub at: u64,
    pub allowance: f64,
    pub seeded: bool,
}

/// The nodes, by the number of square roots of two that lie between a year and their maturity.
#[derive(Clone, Debug, Default)]
pub struct Model {
    pub nodes: BTreeMap<i32, ModelNode>,
    pub now: u64,
    pub max_age: u64,
    pub min_turnover: u128,
    pub reported: u64,
    pub ignored: u64,
    pub opened: u64,
    pub retired: u64,
    pub turnover: u128,
    pub faded: u128,
}

/// The pillar of a maturity, if the curve reaches it.
pub fn place(maturity: u64) -> Option<i32> {
    if !(60_000..=32 * 31_536_000_000).contains(&maturity) {
        return None;
    }
    Some((2.0 * (maturity as f64 / YEAR).log2()).round() as i32)
}

/// The maturity of a pillar in milliseconds, whole ones.
pub fn maturity_of(place: i32) -> f64 {
    (YEAR * 2f64.powf(f64::from(place) / 2.0)).floor()
}

fn years_of(place: i32) -> f64 {
    maturity_of(place) / YEAR
}

impl Model {
    pub fn weight(&self, node: &ModelNode) -> u128 {
        let left = self.max_age.saturating_sub(self.now - node.at);
        let product = primitive_types::U256::from(node.turnover) * primitive_types::U256::from(left);
        (product / primitive_types::U256::from(self.max_age)).as_u128()
    }

    pub fn allowance(&self, node: &ModelNode) -> f64 {
        let gained = STEP * (self.now - node.at) as f64 / DAY as f64;
        (node.allowance + gained).min(STEP)
    }

    pub fn stale(&self, node: &ModelNode) -> bool {
        !node.seeded && self.now - node.at > self.max_age
    }

    pub fn fresh(&self) -> Vec<(i32, ModelNode)> {
        let all = self.nodes.iter().map(|(place, node)| (*place, *node));
        all.filter(|(_, node)| !self.stale(node)).collect()
    }

    /// ln growth at `years`, by walking along straight lines; `None` without nodes.
    pub fn log_growth(nodes: &[(i32, ModelNode)], years: f64) -> Option<f64> {
        let points: Vec<_> = std::iter::once((0.0, 0.0))
            .chain(
                nodes
                    .iter()
                    .map(|(place, node)| (years_of(*place), years_of(*place) * node.rate)),
            )
            .collect();
        let end = points
            .iter()
            .position(|(at, _)| *at >= years)
            .unwrap_or(points.len() - 1);
        if points.len() == 1 {
            return None;
        }
        let (from, to) = (points[end.max(1) - 1], points[end.max(1)]);
        Some(from.1 + (years - from.0) * (to.1 - from.1) / (to.0 - from.0))
    }

    /// Whether the sale counts.
    pub fn observe(&mut self, maturity: u64, annual_rate: f64, price: f64, turnover: u128) -> bool {
        self.reported += 1;
        let Some(place) = place(maturity).filter(|_| turnover >= self.min_turnover && price > 0.0) else {
            self.ignored += 1;
            return false;
        };
        let observed = annual_rate.ln_1p() - price.ln() / (maturity as f64 / YEAR);

        let fresh = self.fresh();
        let all: Vec<_> = self.nodes.iter().map(|(place, node)| (*place, *node)).collect();
        let known = if fresh.is_empty() { all } else { fresh };
        let (anchor, weight, allowance) = if let Some((_, node)) = known.iter().find(|(at, _)| *at == place) {
            (node.rate, self.weight(node), self.allowance(node))
        } else if known.is_empty() {
            (0.0, 0, 1.0)
        } else {
            let rate = Self::log_growth(&known, years_of(place)).unwrap() / years_of(place);
            let below = known.iter().rposition(|(at, _)| *at < place);
            let above = known.iter().position(|(at, _)| *at > place);
            let beside = match (below, above) {
                // After the last, the line comes from the last two.
                (Some(last), None) => vec![last, last.saturating_sub(1)],
                (below, above) => below.into_iter().chain(above).collect(),
            };
            let least = beside
                .iter()
                .map(|at| self.allowance(&known[*at].1))
                .fold(1.0, f64::min);
            (rate.clamp(-1.0, 1.0), 0, least)
        };

        let share = turnover as f64 / (weight as f64 + turnover as f64);
        let target = anchor + (observed - anchor) * share;
        let rate = target.clamp(anchor - allowance, anchor + allowance).clamp(-1.0, 1.0);
        let node = ModelNode {
            rate,
            turnover: weight + turnover,
            at: self.now,
            allowance: (allowance - (rate - anchor).abs()).clamp(0.0, STEP),
            seeded: false,
        };
        self.turnover += turnover;
        let old = self.put(place, node);
        self.faded += old - weight;
        true
    }

    /// The turnover that was at the place.
    fn put(&mut self, place: i32, node: ModelNode) -> u128 {
        match self.nodes.insert(place, node) {
            Some(old) => old.turnover,
            None => {
                self.opened += 1;
                0
            }
        }
    }

    /// Whether it can be seeded.
    pub fn seed(&mut self, maturity: u64, annual_rate: f64) -> bool {
        let rate = annual_rate.ln_1p();
        let Some(place) = place(maturity).filter(|_| rate <= 1.0) else {
            return false;
        };
        let node = ModelNode {
            rate,
            turnover: 0,
            at: self.now,
            allowance: STEP,
            seeded: true,
        };
        self.faded += self.put(place, node);
        true
    }

    /// Whether there was something to retire.
    pub fn retire(&mut self, maturity: u64) -> bool {
        let Some(node) = place(maturity).and_then(|place| self.nodes.remove(&place)) else {
            return false;
        };
        self.retired += 1;
        self.faded += node.turnover;
        true
    }
}
