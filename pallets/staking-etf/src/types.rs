// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the pallet stores and what it answers.

// The derived codecs number the variants of enums by casts.
#![allow(clippy::as_conversions)]

use crate::{MAX_HOLDINGS, MAX_LEGS, MAX_MEMBERS};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use finch_types::{AssetId, AuctionId, Balance, FixedU128, Moment};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;

/// An asset that has a seat in the basket, and its target share of the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Seat {
    /// The asset.
    pub asset: AssetId,
    /// Parts of a thousand million, as those of a `Perbill`. The weights of all members sum to exactly that.
    pub weight: u32,
}

/// The members, the best first.
pub type MembersOf = BoundedVec<Seat, ConstU32<MAX_MEMBERS>>;

/// Units of an asset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Item {
    /// The asset.
    pub asset: AssetId,
    /// Of its smallest units.
    pub units: Balance,
}

/// Sums of the samples of a listed asset in one month. Averages are sums over `samples`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Listing {
    /// The month that the samples are of; those of an older month count no more.
    pub month: u32,
    /// How many samples.
    pub samples: u32,
    /// Of market caps, in whole US dollars.
    pub market_caps: u128,
    /// Of the volumes of the last 24 hours, in whole US dollars.
    pub daily_volumes: u128,
    /// Of staked coins over all coins, 1e-18 fixed point.
    pub staking_ratios: u128,
    /// Of the reward a year over staked coins, 1e-18 fixed point.
    pub reward_ratios: u128,
}

/// Units of an asset that came and went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Flows {
    /// In, for shares.
    pub issued: Balance,
    /// Out, for shares.
    pub redeemed: Balance,
    /// In, by a rebalance.
    pub bought: Balance,
    /// Out, by a rebalance, through a pool or an auction.
    pub sold: Balance,
    /// Out, as streaming fee.
    pub fee: Balance,
    /// Out, as staking reward.
    pub harvested: Balance,
}

impl Flows {
    /// What came less what went. `None` if more went than came.
    pub fn net(&self) -> Option<Balance> {
        let into = self.issued.checked_add(self.bought)?;
        into.checked_sub(self.redeemed)?
            .checked_sub(self.sold)?
            .checked_sub(self.fee)?
            .checked_sub(self.harvested)
    }

    /// The sums of both.
    pub fn plus(&self, other: &Self) -> Option<Self> {
        Some(Self {
            issued: self.issued.checked_add(other.issued)?,
            redeemed: self.redeemed.checked_add(other.redeemed)?,
            bought: self.bought.checked_add(other.bought)?,
            sold: self.sold.checked_add(other.sold)?,
            fee: self.fee.checked_add(other.fee)?,
            harvested: self.harvested.checked_add(other.harvested)?,
        })
    }
}

/// An asset in the basket. What lies on the account besides is not the basket's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Holding {
    /// The asset.
    pub asset: AssetId,
    /// Of its smallest units. Equal to what `flows` come to.
    pub units: Balance,
    /// For a synthetic: the rate up to which its reward is harvested, in planck of the staked coin per unit.
    pub mark: Option<FixedU128>,
    /// Units of streaming fee that are due and not taken yet: they are less than the least balance of the asset, which
    /// nobody could keep. A part of `units`.
    pub due: Balance,
    /// Since the asset came into the basket.
    pub flows: Flows,
}

/// Planck of native that came and went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct CashFlows {
    /// In, by a launch.
    pub launched: Balance,
    /// In, for shares.
    pub issued: Balance,
    /// Out, for shares.
    pub redeemed: Balance,
    /// In, for assets sold by a rebalance, through a pool or an auction.
    pub received: Balance,
    /// Out, for assets bought by a rebalance.
    pub spent: Balance,
}

impl CashFlows {
    /// What came less what went. `None` if more went than came.
    pub fn net(&self) -> Option<Balance> {
        let into = self.launched.checked_add(self.issued)?.checked_add(self.received)?;
        into.checked_sub(self.redeemed)?.checked_sub(self.spent)
    }
}

/// Everything that the shares stand for, and the books of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Basket {
    /// The assets, in the order in which they came.
    pub holdings: BoundedVec<Holding, ConstU32<MAX_HOLDINGS>>,
    /// Planck of native. Equal to what `flows` come to.
    pub cash: Balance,
    /// Of native, ever.
    pub flows: CashFlows,
    /// Shares ever minted.
    pub minted: Balance,
    /// Shares ever burned.
    pub burned: Balance,
    /// What was issued lately.
    pub issuance: Bucket,
}

/// What an issue or a redemption in kind moved.
pub(crate) struct Moved {
    /// Assets and native.
    pub part: InKind,
    /// How many assets are in the basket.
    pub holdings: u32,
}

impl Moved {
    /// How many amounts of native, for the weight: 0 or 1.
    pub fn cash(&self) -> u32 {
        (self.part.cash > 0).into()
    }
}

/// Native of the treasury that waits to be turned into shares for it, in planck.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Pool {
    /// What is left: `allocated - spent - launched`.
    pub native: Balance,
    /// Ever given by governance.
    pub allocated: Balance,
    /// Ever paid for shares after a launch.
    pub spent: Balance,
    /// Ever paid for shares by a launch.
    pub launched: Balance,
}

/// How much was issued lately. It empties by `limit` in each throttle period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Bucket {
    /// Shares in it at the time `at`; at most `limit`.
    pub used: Balance,
    /// The most shares that it could hold at the time `at`.
    pub limit: Balance,
    /// When something was last issued, in milliseconds of the chain's clock.
    pub at: Moment,
}

/// When there is something to do next. Times are in milliseconds of the chain's clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Agenda {
    /// The month whose members are decided. `None` before the first block.
    pub month: Option<u32>,
    /// The first millisecond after it.
    pub month_end: Moment,
    /// Fees and rewards are taken up to this time.
    pub accrued_at: Moment,
    /// They are taken next.
    pub accrue_at: Moment,
    /// The next round of samples begins.
    pub sample_at: Moment,
    /// The asset that was sampled last in the round that runs.
    pub cursor: Option<AssetId>,
    /// The rebalance goes on. `None` without one.
    pub job_at: Option<Moment>,
    /// The pool is spent further. `None` if it is empty.
    pub allocate_at: Option<Moment>,
}

/// A number of planck with 18 decimals, exact: a number of units times a price.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct Exact {
    /// Whole planck.
    pub planck: Balance,
    /// And so many 1e-18 planck; below 1e18.
    pub atto: u64,
}

/// Which way the legs of a rebalance go, and whether they are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Stage {
    /// Waits for fresh prices to find what to sell.
    PlanSells,
    /// Sells, through pools and then through auctions.
    Sells,
    /// Waits for fresh prices to find what to buy with the cash.
    PlanBuys,
    /// Buys.
    Buys,
}

/// An asset to be traded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Leg {
    /// The asset.
    pub asset: AssetId,
    /// What is left to do: units to sell, or planck of native to spend.
    pub left: Balance,
    /// Slices that have failed since the last one that did not.
    pub tries: u8,
    /// Nothing is tried before this time, in milliseconds of the chain's clock.
    pub next_at: Moment,
}

/// A rebalance.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Rebalance {
    /// How far it has come.
    pub stage: Stage,
    /// What is left to do in this stage.
    pub legs: BoundedVec<Leg, ConstU32<MAX_LEGS>>,
    /// What trades cost so far: the sum, over those that were worse than the oracle's price, of the difference.
    pub lost: Exact,
    /// What trades gained so far: the sum, over those that were better than the oracle's price, of the difference.
    pub gained: Exact,
}

/// A part of the basket that is in a falling-price auction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Sale {
    /// The asset.
    pub asset: AssetId,
    /// Units that are not delivered.
    pub left: Balance,
    /// What the oracle said at the opening, in planck per unit: what gains and losses are measured by.
    pub price: FixedU128,
    /// The auction.
    pub auction: AuctionId,
}

/// A kind of work that the hook and `poke` do, one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Unit {
    /// Decides the members of a month.
    Month,
    /// Takes fees and rewards.
    Accrue,
    /// Samples one asset.
    Sample,
    /// Plans, or trades one slice.
    Rebalance,
    /// Turns a slice of the pool into shares for the treasury.
    Allocate,
}

/// Why something has no value now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum NoValue {
    /// There are no shares.
    NotLaunched,
    /// The price of the asset is too old.
    Stale(AssetId),
    /// The asset never had a price.
    Missing(AssetId),
    /// The pool of the asset is missing, empty or too small.
    NoPool(AssetId),
    /// The asset cannot be traded within the tolerance of the oracle's price now.
    OutOfBound(AssetId),
    /// A number does not fit.
    Overflow,
}

/// What a number of shares stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct InKind {
    /// Of assets.
    pub items: Vec<Item>,
    /// Planck of native.
    pub cash: Balance,
}

/// The monthly averages of a listed asset, as they are now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct AverageInfo {
    /// The asset.
    pub asset: AssetId,
    /// Samples in this month.
    pub samples: u32,
    /// Enough samples, market cap and volume for a seat.
    pub eligible: bool,
    /// Has a seat now.
    pub incumbent: bool,
    /// In whole US dollars, rounded down.
    pub market_cap: u128,
    /// In whole US dollars, rounded down.
    pub daily_volume: u128,
    /// 1e-18 fixed point, rounded down.
    pub staking_ratio: FixedU128,
    /// 1e-18 fixed point, rounded down.
    pub reward_ratio: FixedU128,
}

/// A leg of a rebalance, to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct LegInfo {
    /// The asset.
    pub asset: AssetId,
    /// Units to sell, or planck of native to spend, by the stage.
    pub left: Balance,
    /// Slices that have failed since the last one that did not.
    pub tries: u8,
    /// Nothing is tried before this time, in milliseconds of the chain's clock.
    pub next_at: Moment,
}

/// A rebalance, to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct RebalanceInfo {
    /// How far it has come.
    pub stage: Stage,
    /// What is left to do in this stage.
    pub legs: Vec<LegInfo>,
    /// What trades cost so far.
    pub lost: Exact,
    /// What trades gained so far.
    pub gained: Exact,
}

/// What is in an auction, to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct SaleInfo {
    /// The asset.
    pub asset: AssetId,
    /// Units that are not delivered.
    pub left: Balance,
    /// The auction.
    pub auction: AuctionId,
}

/// The basket and what is being done to it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Composition {
    /// The month whose members are decided.
    pub month: Option<u32>,
    /// The members and their weights, the best first.
    pub members: Vec<Seat>,
    /// What the basket holds.
    pub holdings: Vec<Item>,
    /// Planck of native in the basket.
    pub cash: Balance,
    /// Shares, of 12 decimals.
    pub supply: Balance,
    /// Shares that can be issued now.
    pub issuable: Balance,
    /// Planck of native of the treasury that wait to become shares.
    pub allocation: Balance,
    /// The rebalance that runs.
    pub rebalance: Option<RebalanceInfo>,
    /// What is in an auction.
    pub sales: Vec<SaleInfo>,
    /// The averages of all listed assets in this month.
    pub averages: Vec<AverageInfo>,
}

/// What the next month would bring if it began now.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Preview {
    /// The averages of all listed assets in this month, by asset.
    pub candidates: Vec<AverageInfo>,
    /// Who would be chosen, the best first, with weights. `None`: the members would stay as they are.
    pub members: Option<Vec<Seat>>,
}

/// What a part of the basket is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Valued {
    /// The asset.
    pub asset: AssetId,
    /// Of its smallest units.
    pub units: Balance,
    /// The oracle's price, in planck of native per unit.
    pub price: FixedU128,
    /// Planck of native, rounded down.
    pub value: Balance,
}

/// What the basket is worth at the oracle's prices.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Nav {
    /// Planck of native, rounded down once.
    pub total: Balance,
    /// Planck of native per share, rounded down.
    pub per_share: FixedU128,
    /// Of assets.
    pub items: Vec<Valued>,
    /// Planck of native that the basket holds.
    pub cash: Balance,
}
