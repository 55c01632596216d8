// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the pallet stores and what its reads return.

// The derived codecs number the variants of enums by casts.
#![allow(clippy::as_conversions)]

use crate::MAX_NODES;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use finch_types::{Balance, FixedI128, FixedU128, Moment};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;

/// The curve at one pillar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Node {
    /// The pillar: time to maturity, in milliseconds.
    pub time_to_maturity: Moment,
    /// The zero rate `ln growth / years`, continuously compounded; within [`crate::RATE_MAX`] on both sides of 0.
    pub zero_rate: FixedI128,
    /// `ln growth` of the pillar: `zero_rate * years`, kept so that a quote need not compute it.
    pub log_growth: FixedI128,
    /// How much the rate weighs against the next observation: planck of native, when it was observed.
    pub turnover: Balance,
    /// When it was observed or seeded, in milliseconds of the chain's clock.
    pub observed_at: Moment,
    /// How far observations could still move the zero rate right after `observed_at`; at most [`crate::STEP`].
    pub allowance: FixedU128,
    /// Set by governance or at genesis, and not observed since. Does not go stale.
    pub seeded: bool,
}

/// Nodes by pillar, shortest first.
pub type Nodes = BoundedVec<Node, ConstU32<MAX_NODES>>;

/// The nodes, and what explains them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Books {
    /// The nodes.
    pub nodes: Nodes,
    /// Everything that ever came in.
    pub flows: Flows,
}

/// Sums over the life of the curve. They only grow.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Flows {
    /// Sales that were reported.
    pub reported: u64,
    /// Reports that moved or confirmed a node.
    pub counted: u64,
    /// Reports that did not.
    pub ignored: u64,
    /// Nodes that came into being.
    pub opened: u64,
    /// Nodes that governance took away.
    pub retired: u64,
    /// Turnover of all reports that counted, in planck.
    pub turnover: Balance,
    /// The part of it that weighs no more: it has aged, or its node was seeded or retired.
    pub faded: Balance,
}

/// Why a report does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Reason {
    /// The turnover is below `MinTurnover`.
    SmallTurnover,
    /// The time to maturity is below [`crate::SHORTEST`] or above [`crate::LONGEST`].
    MaturityOutOfRange,
    /// No rate follows from the price: it is zero, or a number does not fit.
    NoRate,
}

/// A node as the runtime API shows it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct NodeInfo {
    /// The pillar: time to maturity, in milliseconds.
    pub time_to_maturity: Moment,
    /// The zero rate, continuously compounded (1e-18 fixed point).
    pub zero_rate: FixedI128,
    /// The zero rate as effective annual rate, rounded down.
    pub annual_rate: FixedI128,
    /// `ln growth` of the pillar.
    pub log_growth: FixedI128,
    /// The growth factor of the pillar, to the nearest.
    pub growth_factor: FixedU128,
    /// One over the growth factor, rounded down.
    pub discount_factor: FixedU128,
    /// How much the rate weighs against an observation made now, in planck.
    pub weight: Balance,
    /// How far observations can move the zero rate now.
    pub allowance: FixedU128,
    /// When it was observed or seeded, in milliseconds of the chain's clock.
    pub observed_at: Moment,
    /// Set by governance or at genesis, and not observed since.
    pub seeded: bool,
    /// Too old to count in quotes.
    pub stale: bool,
}

/// A forward rate and when it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ForwardRate {
    /// From this time to maturity on, in milliseconds.
    pub from: Moment,
    /// Up to this time to maturity, in milliseconds. The last rate holds after it too.
    pub to: Moment,
    /// Continuously compounded (1e-18 fixed point).
    pub rate: FixedI128,
}
