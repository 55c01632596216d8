// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What every verb does with the books.

use crate::{pillars::pillar_of, types::*, *};
use alloc::vec::Vec;
use finch_math::{
    curve::{accrue, moved, years, Curve},
    mul_div, MathError, Round,
};
use finch_types::{Balance, FixedI128, FixedU128, Moment};
use frame_support::{
    defensive,
    traits::{Get, Time},
};

impl Node {
    /// Whether it is too old to count in quotes.
    pub(crate) fn is_stale(&self, now: Moment, max_age: Moment) -> bool {
        !self.seeded && self.age(now) > max_age
    }

    /// What its rate weighs: the turnover, which fades evenly to nothing at `max_age`. Rounded down.
    pub(crate) fn weight(&self, now: Moment, max_age: Moment) -> Balance {
        let left = max_age.saturating_sub(self.age(now));
        mul_div(self.turnover, left.into(), max_age.into(), Round::Down).unwrap_or(0)
    }

    /// How far observations can move its rate: what they left, and a step more for each period since. At most a step.
    pub(crate) fn allowance_at(&self, now: Moment) -> FixedU128 {
        let step = STEP.into_inner();
        let refill = mul_div(step, self.age(now).into(), STEP_PERIOD.into(), Round::Down).unwrap_or(step);
        FixedU128::from_inner(self.allowance.into_inner().saturating_add(refill).min(step))
    }

    fn age(&self, now: Moment) -> Moment {
        now.saturating_sub(self.observed_at)
    }
}

impl Books {
    /// Puts `node` at its pillar, in place of the one that may be there. Of that one's turnover, `node` has taken over
    /// `taken_over`; the rest has faded.
    pub(crate) fn put(&mut self, node: Node, taken_over: Balance) {
        let at = position(&self.nodes, node.time_to_maturity);
        if let Some(old) = at.ok().and_then(|at| self.nodes.get_mut(at)) {
            let turnover = core::mem::replace(old, node).turnover;
            self.fade(turnover.saturating_sub(taken_over));
        } else if self.nodes.try_insert(at.unwrap_or_else(|at| at), node).is_ok() {
            self.flows.opened = one_more(self.flows.opened);
        } else {
            defensive!("there are as many places as pillars");
        }
    }

    /// Takes the node at `pillar` away.
    pub(crate) fn take(&mut self, pillar: Moment) -> Option<Node> {
        let at = position(&self.nodes, pillar).ok()?;
        let node = self.nodes.remove(at);
        self.flows.retired = one_more(self.flows.retired);
        self.fade(node.turnover);
        Some(node)
    }

    fn fade(&mut self, turnover: Balance) {
        // At most `Flows::turnover`, which fits.
        self.flows.faded = self.flows.faded.saturating_add(turnover);
    }
}

/// A count of events: it would take five hundred thousand years to fill it with a million a second.
pub(crate) fn one_more(count: u64) -> u64 {
    count.saturating_add(1)
}

/// Where the node of `pillar` is, or would be.
pub(crate) fn position(nodes: &[Node], pillar: Moment) -> Result<usize, usize> {
    nodes.binary_search_by_key(&pillar, |node| node.time_to_maturity)
}

/// `rate`, or the end of the range that it lies beyond.
pub(crate) fn within_range(rate: FixedI128) -> FixedI128 {
    moved(FixedI128::default(), rate, RATE_MAX)
}

/// `ln growth` of the zero rate `rate` at `pillar`.
pub(crate) fn log_growth(pillar: Moment, rate: FixedI128) -> Result<FixedI128, MathError> {
    accrue(rate, years(pillar))
}

/// The nodes that decide about `maturity`: its neighbours, the first alone for what is before it, the last two for what is
/// after them.
pub(crate) fn near(nodes: &[Node], maturity: Moment) -> &[Node] {
    let right = nodes
        .partition_point(|node| node.time_to_maturity < maturity)
        .min(nodes.len().saturating_sub(1));
    // Only without any node there is no such piece.
    nodes.get(right.saturating_sub(1)..=right).unwrap_or_default()
}

/// The curve through `nodes`.
pub(crate) fn curve(nodes: &[Node]) -> Result<Curve, MathError> {
    let points: Vec<_> = nodes
        .iter()
        .map(|node| (years(node.time_to_maturity), node.log_growth))
        .collect();
    Curve::from_nodes(&points)
}

impl<T: Config> Pallet<T> {
    /// The pillar of `maturity`, if the curve reaches so far.
    pub(crate) fn pillar(maturity: Moment) -> Option<Moment> {
        (SHORTEST..=LONGEST).contains(&maturity).then(|| pillar_of(maturity))
    }

    /// The nodes of `books` that count now.
    pub(crate) fn fresh(books: &Books) -> Vec<Node> {
        let (now, max_age) = (T::Time::now(), T::MaxAge::get());
        let counts = |node: &&Node| !node.is_stale(now, max_age);
        books.nodes.iter().filter(counts).copied().collect()
    }

    /// Checked at the build.
    pub(crate) fn check_constants() {
        assert!(T::MinTurnover::get() > 0, "MinTurnover: sales of nothing would count");
        assert!(
            T::MaxAge::get() >= STEP_PERIOD,
            "MaxAge: a node would go stale before it may be moved again"
        );
    }
}
