// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use finch_types::{Balance, SeriesId};
use frame_support::weights::Weight;

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What a product holds that can be lost without anybody's fault in it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Risk {
    /// The stake behind the synth.
    Synth,
    /// What a series of staking derivatives owes the holders of its most senior tranche.
    Series(SeriesId),
}

/// A loss that is booked: final, never a report that may be cancelled.
///
/// What others bear first is not in it. Of the synth it is what holders and queue lose of what they had. Of a series the
/// issuer's bond, the residual and the junior tranches come first: `lost` is what the most senior tranche lacks at the
/// settlement, `of` what it was owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loss {
    /// What lost.
    pub risk: Risk,
    /// Planck that are gone.
    pub lost: Balance,
    /// Planck that were there before; at least `lost`.
    pub of: Balance,
}

/// Told of every loss in the block in which it is booked.
pub trait LossObserver {
    /// Cannot fail, and cannot undo the loss.
    fn on_loss(loss: Loss);

    /// The most that being told can cost.
    fn weight_loss() -> Weight;
}

/// Nobody listens.
impl LossObserver for () {
    fn on_loss(_: Loss) {}

    fn weight_loss() -> Weight {
        Weight::zero()
    }
}

/// Tells of losses that are reported and not booked yet, so that nobody runs from them or buys cover against them.
pub trait KnownLosses {
    /// Planck of `risk` that will be lost unless the report is cancelled; 0 if nothing is known. May be a guess, but not
    /// 0 while something is known.
    fn pending(risk: Risk) -> Balance;

    /// The most that one answer can cost.
    fn weight_pending() -> Weight;
}

/// Every loss is booked in the block in which it is reported.
impl KnownLosses for () {
    fn pending(_: Risk) -> Balance {
        0
    }

    fn weight_pending() -> Weight {
        Weight::zero()
    }
}
