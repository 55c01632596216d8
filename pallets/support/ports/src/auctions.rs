// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use finch_types::{AuctionId, Balance, FixedU128, Lot, Moment};
use frame_support::{pallet_prelude::DispatchResult, weights::Weight};
use sp_runtime::DispatchError;

/// A sale to the highest bidders at one price for all, open for a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimedSale {
    /// What is sold.
    pub lot: Lot,
    /// Units for sale; positive.
    pub units: Balance,
    /// The least units of a bid; positive, at most `units`.
    pub min_bid: Balance,
    /// Planck of native per unit below which nothing is sold; positive. The price of tick 0.
    pub reserve: FixedU128,
    /// Planck of native per unit from one tick to the next; positive.
    pub tick_size: FixedU128,
    /// The least total payment, in planck of native. Below it every bid is refunded.
    pub min_turnover: Balance,
    /// From opening to the end without extensions, in milliseconds.
    pub duration: Moment,
}

/// A sale at a price that falls exponentially from `start` to `floor`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FallingSale {
    /// What is sold.
    pub lot: Lot,
    /// Units for sale; positive.
    pub units: Balance,
    /// The least units of a purchase, unless it takes all that is left; positive.
    pub min_bid: Balance,
    /// Planck of native per unit at the opening; at least `floor`.
    pub start: FixedU128,
    /// Planck of native per unit when `period` has passed, which ends the sale; positive.
    pub floor: FixedU128,
    /// From opening to the end, in milliseconds; positive.
    pub period: Moment,
}

/// Where products sell by auction. An opened sale reports back through [`AuctionSeller`].
pub trait AuctionHouse {
    /// Opens a timed sale and returns its number.
    fn open_timed(sale: TimedSale) -> Result<AuctionId, DispatchError>;

    /// Opens a falling-price sale and returns its number.
    fn open_falling(sale: FallingSale) -> Result<AuctionId, DispatchError>;

    /// The seller takes a running sale back: all bids are refunded, nothing more is sold.
    fn withdraw(auction: AuctionId) -> DispatchResult;

    /// The most that one opening can cost.
    fn weight_open() -> Weight;
}

/// How a timed sale closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clearing {
    /// What every winner pays, in planck of native per unit. Zero when nothing is sold.
    pub price: FixedU128,
    /// Units sold; 0 when everything is refunded. The winners receive these less at most one unit for each of them, the
    /// rounding of the shares at the marginal price.
    pub sold: Balance,
    /// Planck of native that the winners pay for `sold`, rounded down; what the later deliveries add up to differs by the
    /// same rounding.
    pub turnover: Balance,
}

/// The calls of [`AuctionSeller`] that cost enough to be metered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SellerCall {
    /// [`AuctionSeller::may_bid`].
    MayBid,
    /// [`AuctionSeller::closed`].
    Closed,
    /// [`AuctionSeller::deliver`].
    Deliver,
    /// [`AuctionSeller::finished`].
    Finished,
}

/// Who stands behind the lots of an auction: delivers units, takes proceeds, takes back what is unsold.
pub trait AuctionSeller<AccountId> {
    /// Whether `who` may buy: an issuer and those who act for it may not.
    fn may_bid(lot: Lot, who: &AccountId) -> bool;

    /// The account that payments for `lot` go to.
    fn proceeds_account(lot: Lot) -> Result<AccountId, DispatchError>;

    /// A timed sale has closed, or (with nothing sold) was refunded or withdrawn. Called once, before any delivery.
    fn closed(lot: Lot, clearing: Clearing) -> DispatchResult;

    /// Hands `units` to `buyer`. `paid` planck of native are on the proceeds account already. An error undoes the
    /// payment too.
    fn deliver(lot: Lot, buyer: &AccountId, units: Balance, paid: Balance) -> DispatchResult;

    /// Nothing of the lot is open any more: every bid is settled, or the falling sale has ended. `unsold` units of those
    /// that were for sale have not been delivered. Called once.
    fn finished(lot: Lot, unsold: Balance) -> DispatchResult;

    /// The most that one such call can cost.
    fn weight(call: SellerCall) -> Weight;

    /// Makes a lot that can be sold, for benchmarks, of at least `units` units.
    #[cfg(feature = "runtime-benchmarks")]
    fn benchmark_lot(units: Balance) -> Lot;
}
