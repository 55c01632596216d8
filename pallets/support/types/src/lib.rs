// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The words that every part of Finch shares. Codec only: no storage, no rules.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
pub use sp_arithmetic::{FixedU128, Perbill};

/// An amount of native coin or of a synth, in planck: 1e12 planck are 1 FINCH or 1 sFINCH.
pub type Balance = u128;

/// An id in the runtime's assets pallet.
pub type AssetId = u32;

/// Milliseconds, of the chain's clock where it is a time and not a length.
pub type Moment = u64;

/// The number of an era, as the staking pallet counts them.
pub type EraIndex = u32;

/// The number of a redemption ticket. Never used twice.
pub type TicketId = u64;

/// The number of a batch of redemption tickets. Never used twice.
pub type BatchId = u32;

/// What a fee was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum FeeSource {
    /// A share of the staking reward that a synth's stake earned.
    SynthReward,
    /// The price of leaving a synth at once.
    SynthInstant,
}
