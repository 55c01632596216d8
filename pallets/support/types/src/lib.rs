// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The words that every part of Finch shares. Codec only: no storage, no rules.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
pub use sp_arithmetic::{FixedI128, FixedU128, Perbill};

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

/// The number of an auction. Never used twice.
pub type AuctionId = u32;

/// The number of a bid, counted from 0 in each auction.
pub type BidId = u32;

/// A price level of a timed auction: its price is the reserve price plus `tick` steps.
pub type Tick = u8;

/// The number of a series of staking derivatives. Never used twice.
pub type SeriesId = u32;

/// A slice of a series: 0 is the most senior, every next one is junior to those before it.
pub type TrancheId = u8;

/// The number of an option series. Never used twice.
pub type OptionId = u32;

/// The number of a vault of an option series. Never used twice.
pub type VaultId = u32;

/// The number of a cover. Never used twice.
pub type CoverId = u32;

/// The number of a voted claim. Never used twice.
pub type ClaimId = u32;

/// Milliseconds in a year of 365 days (ACT/365): a length in years is a length in milliseconds over this.
pub const MILLISECS_PER_YEAR: Moment = 365 * 86_400_000;

/// What an auction sells. The auction does not look inside; its seller knows what to deliver.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Lot {
    /// Tokens of a tranche of staking derivatives. A unit is one planck of principal.
    Derivative {
        /// The series.
        series: SeriesId,
        /// The tranche.
        tranche: TrancheId,
    },
    /// Fees that were taken in an asset, sold by the buyback. A unit is one of the asset's smallest.
    Fees {
        /// The asset.
        asset: AssetId,
    },
    /// An asset that leaves the basket of the staking ETF or has too large a part of it. A unit is one of the asset's
    /// smallest.
    Member {
        /// The asset.
        asset: AssetId,
    },
    /// The collateral of a vault that is liquidated, for whoever also brings its options to be burned. A unit is one of the
    /// option's smallest.
    Vault {
        /// The vault.
        vault: VaultId,
    },
}

/// What a fee was taken for.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum FeeSource {
    /// A share of the staking reward that a synth's stake earned.
    SynthReward,
    /// The price of leaving a synth at once.
    SynthInstant,
    /// The price of selling staking derivatives, charged to the issuer.
    DerivativeSale,
    /// The price of an extrinsic, without the tip.
    Transaction,
    /// What the staking ETF takes of its holdings over time.
    EtfStreaming,
    /// The staking reward of the synths that the staking ETF holds.
    EtfReward,
    /// The price of writing, exercising and settling options.
    Options,
    /// The mutual's share of premiums and of forfeited stakes.
    Cover,
}

/// A coin that can be priced.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Coin {
    /// FINCH.
    Native,
    /// An asset of the runtime's assets pallet.
    Asset(AssetId),
}

/// What a feed says about a coin.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Metric {
    /// US dollars for one whole coin, 1e-18 fixed point.
    Price,
    /// Whole US dollars that all coins are worth.
    MarketCap,
    /// Whole US dollars traded in the last 24 hours.
    DailyVolume,
    /// The part of all coins that is staked, 1e-18 fixed point.
    StakingRatio,
    /// What staked coins earn in a year, as a part of them, 1e-18 fixed point.
    RewardRatio,
}

/// Names a feed.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct FeedKey {
    /// What it is about.
    pub coin: Coin,
    /// What it says.
    pub metric: Metric,
}
