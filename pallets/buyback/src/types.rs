// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the pallet stores and what it answers.

// The derived codecs number the variants of enums by casts.
#![allow(clippy::as_conversions)]

use crate::SOURCES;
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use finch_ports::Feed;
use finch_types::{AssetId, AuctionId, Balance, Coin, FeeSource, FixedU128, Perbill};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

/// What was taken of a coin for a source, and what became of it. The sums only grow.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Flow {
    /// Units of the coin that came in.
    pub taken: Balance,
    /// Units of the coin that were sold for native; 0 for native itself.
    pub spent: Balance,
    /// Planck of native that they brought; 0 for native itself.
    pub bought: Balance,
    /// Planck of native that were burned.
    pub burned: Balance,
    /// Planck of native that were distributed.
    pub distributed: Balance,
}

impl Flow {
    /// Native was burned and distributed. `None` if a sum does not fit.
    pub(crate) fn retire(&mut self, retired: &Retired) -> Option<()> {
        self.burned = self.burned.checked_add(retired.burned)?;
        self.distributed = self.distributed.checked_add(retired.distributed)?;
        Some(())
    }

    /// Units of an asset were sold for `native` planck. `None` if a sum does not fit.
    pub(crate) fn sell(&mut self, units: Balance, native: Balance, retired: &Retired) -> Option<()> {
        self.spent = self.spent.checked_add(units)?;
        self.bought = self.bought.checked_add(native)?;
        self.retire(retired)
    }
}

/// Sums over all flows, in planck of native: `taken + bought = burned + distributed`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Totals {
    /// Fees taken in native.
    pub taken: Balance,
    /// What fees in assets were sold for.
    pub bought: Balance,
    /// Burned.
    pub burned: Balance,
    /// Distributed.
    pub distributed: Balance,
}

/// What became of some native.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retired {
    /// Planck burned.
    pub burned: Balance,
    /// Planck distributed.
    pub distributed: Balance,
}

/// A pool at some time in a block, at its end if the idle time of the block noted it, and what a trade by it does not
/// have to read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Mark<BlockNumber> {
    /// The block.
    pub block: BlockNumber,
    /// Planck of native per unit, rounded down; positive.
    pub price: FixedU128,
    /// Units of the asset that the pool held; positive.
    pub depth: Balance,
    /// The decimals of the asset.
    pub decimals: u8,
    /// The share of what a trade brings that is distributed.
    pub share: Perbill,
}

/// A running auction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Sale {
    /// Its number in the auction house.
    pub auction: AuctionId,
    /// The source whose fees it sells.
    pub source: FeeSource,
    /// Units not sold yet. They still count as pending.
    pub units: Balance,
}

/// What waits of a source, and its flow, so that a step reads and writes one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Waiting {
    /// The source.
    pub source: FeeSource,
    /// Units that wait; positive.
    pub units: Balance,
    /// Its flow: `taken = spent + units`.
    pub flow: Flow,
}

/// What waits of an asset, and what is known of its price.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Pot<BlockNumber> {
    /// What waits, by source; the first is sold first. No source twice.
    pub pending: BoundedVec<Waiting, ConstU32<SOURCES>>,
    /// The pool in an earlier block, or in this one. A trade uses it up.
    pub mark: Option<Mark<BlockNumber>>,
    /// The last fresh price of the feed that was seen, in planck of native per unit; positive.
    pub reference: Option<FixedU128>,
    /// Trades in a row that failed in the idle time of blocks since the last auction; at most [`crate::MAX_MISSES`].
    pub misses: u8,
    /// The auction that runs, if one does.
    pub sale: Option<Sale>,
}

impl<BlockNumber> Pot<BlockNumber> {
    /// All that waits. `None` if the sum does not fit.
    pub fn total(&self) -> Option<Balance> {
        self.pending
            .iter()
            .try_fold(0u128, |total, waiting| total.checked_add(waiting.units))
    }

    /// What waits of a source.
    pub fn pending_of(&self, source: FeeSource) -> Balance {
        self.pending
            .iter()
            .find(|waiting| waiting.source == source)
            .map_or(0, |waiting| waiting.units)
    }

    /// Nothing waits and no auction runs: the pot can go.
    pub fn is_empty(&self) -> bool {
        self.pending.is_empty() && self.sale.is_none()
    }

    /// More waits. The flow of a source of which nothing has waited comes out of the books by `settled`. `None` if a sum
    /// does not fit.
    pub(crate) fn add(&mut self, source: FeeSource, units: Balance, settled: impl FnOnce() -> Flow) -> Option<()> {
        self.total()?.checked_add(units)?;
        match self.pending.iter_mut().find(|waiting| waiting.source == source) {
            Some(waiting) => {
                waiting.units = waiting.units.checked_add(units)?;
                waiting.flow.taken = waiting.flow.taken.checked_add(units)?;
            }
            None => {
                let mut flow = settled();
                flow.taken = flow.taken.checked_add(units)?;
                self.pending.try_push(Waiting { source, units, flow }).ok()?;
            }
        }
        Some(())
    }
}

/// Who had the last turn in the idle time of a block, and who has the next one.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Turns<BlockNumber> {
    /// From this block on the next asset has its turn: a period after the last one, or after a look that found no pot.
    pub at: BlockNumber,
    /// The asset that had it; none before the first.
    pub last: Option<AssetId>,
    /// The asset that has the next one, if it still has a pot then; none until a block has looked for it.
    pub next: Option<AssetId>,
}

/// Who asks for a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Caller {
    /// Somebody, at any time in a block.
    Anybody,
    /// The idle time of a block, at its end.
    Hook,
}

/// The next step for an asset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum Plan {
    /// Note the price of the pool, for a trade in a later block.
    Mark {
        /// Planck of native per unit.
        price: FixedU128,
    },
    /// Sell a slice on the market.
    Trade {
        /// Whose fees.
        source: FeeSource,
        /// Units to sell.
        units: Balance,
        /// The least planck of native to accept.
        min_native: Balance,
    },
    /// Open an auction.
    Sell {
        /// Whose fees.
        source: FeeSource,
        /// Units to sell.
        units: Balance,
        /// The least units of a purchase that does not take the rest.
        min_bid: Balance,
        /// Planck of native per unit at first.
        start: FixedU128,
        /// Planck of native per unit at the end.
        floor: FixedU128,
    },
}

/// What a poke would do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Preview {
    /// The step, or the error of the poke.
    pub plan: Result<Plan, DispatchError>,
    /// What the market pays for the units of a trade, in planck of native. The trade fails if it is below its least.
    pub quote: Option<Balance>,
}

/// A pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Pool {
    /// Planck of native in it.
    pub native: Balance,
    /// Units of the asset in it.
    pub asset: Balance,
}

/// A pot, with what feed and market say of its asset.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PotInfo<BlockNumber> {
    /// The asset.
    pub asset: AssetId,
    /// Units that wait, by source; the first is sold first.
    pub pending: Vec<(FeeSource, Balance)>,
    /// What the pool holds; none without a pool or in an empty one.
    pub pool: Option<Pool>,
    /// The feed, in planck of native per unit.
    pub price: Feed<FixedU128>,
    /// The last fresh price that was seen, in planck of native per unit.
    pub reference: Option<FixedU128>,
    /// The pool in an earlier block, or in this one.
    pub mark: Option<Mark<BlockNumber>>,
    /// Trades in a row that failed.
    pub misses: u8,
    /// The auction that runs, if one does.
    pub sale: Option<Sale>,
}

/// Everything that waits.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Status<BlockNumber> {
    /// Sums since genesis, in planck of native.
    pub totals: Totals,
    /// From this block on the next asset has its turn.
    pub next_step: BlockNumber,
    /// The pots, in no particular order.
    pub pots: Vec<PotInfo<BlockNumber>>,
}

/// A flow, and what of it waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct FlowInfo {
    /// The coin.
    pub coin: Coin,
    /// The source.
    pub source: FeeSource,
    /// The sums since genesis.
    pub flow: Flow,
    /// Units of the coin that wait: `taken - spent` for an asset, 0 for native.
    pub pending: Balance,
}
