// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the pallet stores and what it tells.

// The derived codecs number the variants of enums by casts.
#![allow(clippy::as_conversions)]

use crate::{CANCEL_FREEZE, EXTENSION_SHARE, EXTENSION_WINDOW, MAX_EXTENSION};
use alloc::boxed::Box;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use finch_math::{clearing, falling, MathError};
use finch_ports::Clearing;
use finch_types::{AuctionId, Balance, BidId, FixedU128, Lot, Moment, Tick};
use scale_info::TypeInfo;

pub use finch_math::clearing::{Book, EMPTY_BOOK};

/// The terms of a timed auction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Timed {
    /// Planck per unit at tick 0.
    pub reserve: FixedU128,
    /// Planck per unit from one tick to the next.
    pub tick_size: FixedU128,
    /// The least turnover, in planck. Below it everything is refunded.
    pub min_turnover: Balance,
    /// Milliseconds from the opening to the end without extensions.
    pub duration: Moment,
}

impl Timed {
    /// Planck per unit at `tick`.
    pub fn price(&self, tick: Tick) -> Result<FixedU128, MathError> {
        clearing::tick_price(self.reserve, self.tick_size, tick)
    }

    /// Milliseconds before the end in which a bid may extend the auction: 10 % of the duration, at most ten minutes.
    pub fn window(&self) -> Moment {
        EXTENSION_SHARE.mul_floor(self.duration).min(EXTENSION_WINDOW)
    }
}

/// The terms of a falling-price auction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Falling {
    /// Planck per unit at the opening.
    pub start: FixedU128,
    /// Planck per unit at the end.
    pub floor: FixedU128,
    /// Milliseconds from the opening to the end.
    pub period: Moment,
}

/// How an auction sells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Format {
    /// To the highest bidders, at one price for all.
    Timed(Timed),
    /// To whoever comes, at a price that falls with time.
    Falling(Falling),
}

/// Where a timed auction cleared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Cleared {
    /// The tick of the price.
    pub tick: Tick,
    /// What every winner pays, in planck per unit.
    pub price: FixedU128,
    /// Units sold.
    pub sold: Balance,
    /// Planck that they cost, rounded down.
    pub turnover: Balance,
    /// Units that were bid for at `tick`.
    pub marginal_units: Balance,
    /// Units of them that are filled.
    pub marginal_filled: Balance,
}

impl Cleared {
    /// What a bid of `units` at `tick` gets, rounded down.
    pub fn filled(&self, tick: Tick, units: Balance) -> Result<Balance, MathError> {
        let clearing = clearing::Clearing {
            tick: self.tick,
            sold: self.sold,
            marginal_demand: self.marginal_units,
            marginal_fill: self.marginal_filled,
        };
        clearing::filled_down(&clearing, tick, units)
    }
}

/// The result of a timed auction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Outcome {
    /// Nothing is sold, every bid gets its money back.
    Refunded,
    /// The highest bidders win.
    Sold(Cleared),
}

impl Outcome {
    /// What the seller is told.
    pub fn clearing(&self) -> Clearing {
        match self {
            Self::Refunded => Clearing {
                price: FixedU128::default(),
                sold: 0,
                turnover: 0,
            },
            Self::Sold(cleared) => Clearing {
                price: cleared.price,
                sold: cleared.sold,
                turnover: cleared.turnover,
            },
        }
    }
}

/// How far the bids of a closed auction are settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Settlement {
    /// Written once.
    pub outcome: Outcome,
    /// The seller has accepted the result. Without that nothing is sold, and it is told again at the end.
    pub told: bool,
    /// The bid that the hook looked at last; `None` before the first of a pass.
    pub cursor: Option<BidId>,
}

/// How far an auction has come.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Phase {
    /// A timed auction takes bids until it ends: the units bid for at each tick, each the sum of `Bid::units`.
    // On the heap: the array would be copied every time that the auction is handed on.
    Bidding(Box<Book>),
    /// The seller has taken a timed auction back; it is not closed yet.
    Withdrawn,
    /// A timed auction is closed, its bids are settled one by one.
    Settling(Settlement),
    /// A falling-price auction takes purchases until it ends. It stays in this phase.
    Selling,
}

/// What can be done next with an auction that takes no more bids or purchases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Stage {
    /// Find the price of a timed auction and tell the seller.
    Close,
    /// Settle its bids.
    Settle,
    /// Hand the unsold units back and forget the auction.
    Finish,
}

/// What has flowed through an auction, or through all that are finished. The sums only grow.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Flows {
    /// Bids placed. In an auction also the number of the next bid.
    pub placed: u64,
    /// Bids cancelled.
    pub cancelled: u64,
    /// Bids settled.
    pub settled: u64,
    /// Planck put on hold for bids.
    pub held: Balance,
    /// Planck released to bidders.
    pub returned: Balance,
    /// Planck that winners paid out of what was on hold.
    pub paid: Balance,
    /// Planck that buyers in falling-price auctions paid.
    pub bought: Balance,
    /// Units delivered.
    pub delivered: Balance,
}

impl Flows {
    /// Both together; `None` if a sum does not fit.
    pub fn plus(&self, other: &Self) -> Option<Self> {
        Some(Self {
            placed: self.placed.checked_add(other.placed)?,
            cancelled: self.cancelled.checked_add(other.cancelled)?,
            settled: self.settled.checked_add(other.settled)?,
            held: self.held.checked_add(other.held)?,
            returned: self.returned.checked_add(other.returned)?,
            paid: self.paid.checked_add(other.paid)?,
            bought: self.bought.checked_add(other.bought)?,
            delivered: self.delivered.checked_add(other.delivered)?,
        })
    }

    /// Bids that are neither cancelled nor settled.
    pub fn open_bids(&self) -> u64 {
        self.placed.saturating_sub(self.cancelled).saturating_sub(self.settled)
    }
}

/// Sums over all auctions that are finished.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Totals {
    /// Their number.
    pub auctions: AuctionId,
    /// Units that were for sale.
    pub offered: Balance,
    /// Units of them that were not delivered.
    pub unsold: Balance,
    /// What flowed through them.
    pub flows: Flows,
}

/// A sale.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Auction {
    /// What is sold.
    pub lot: Lot,
    /// Units for sale.
    pub units: Balance,
    /// The least units of a bid; of a purchase, unless it takes all that is left.
    pub min_bid: Balance,
    /// When it opened, in milliseconds of the chain's clock.
    pub opened_at: Moment,
    /// From when on it takes no more bids or purchases. Later by every extension; earlier if it is sold out or withdrawn.
    pub ends_at: Moment,
    /// How it sells.
    pub format: Format,
    /// How far it has come.
    pub phase: Phase,
    /// What has flowed through it.
    pub flows: Flows,
}

impl Auction {
    /// Whether it takes bids or purchases.
    pub fn is_open(&self, now: Moment) -> bool {
        now < self.ends_at && matches!(self.phase, Phase::Bidding(_) | Phase::Selling)
    }

    /// What can be done next; `None` while it is open.
    pub fn stage(&self, now: Moment) -> Option<Stage> {
        match self.phase {
            Phase::Bidding(_) | Phase::Selling if now < self.ends_at => None,
            Phase::Bidding(_) | Phase::Withdrawn => Some(Stage::Close),
            Phase::Settling(_) if self.flows.open_bids() > 0 => Some(Stage::Settle),
            Phase::Settling(_) | Phase::Selling => Some(Stage::Finish),
        }
    }

    /// Until when bids can be cancelled: the last 25 % of the duration is place only, extensions do not count.
    pub fn cancel_until(&self, timed: &Timed) -> Moment {
        let first_part = timed.duration.saturating_sub(CANCEL_FREEZE.mul_ceil(timed.duration));
        self.opened_at.saturating_add(first_part)
    }

    /// The latest end that extensions can lead to: half of the duration after the first one.
    pub fn latest_end(&self, timed: &Timed) -> Moment {
        self.opened_at
            .saturating_add(timed.duration)
            .saturating_add(MAX_EXTENSION.mul_floor(timed.duration))
    }

    /// When it ends if a bid at `now` moves the price: `now + window` if that is later, not later than the latest end.
    pub fn extended_end(&self, timed: &Timed, now: Moment) -> Moment {
        now.saturating_add(timed.window())
            .min(self.latest_end(timed))
            .max(self.ends_at)
    }

    /// The price of a falling-price auction, rounded up.
    pub fn falling_price(&self, falling: &Falling, now: Moment) -> Result<FixedU128, MathError> {
        let elapsed = now.saturating_sub(self.opened_at);
        falling::price_up(falling.start, falling.floor, elapsed, falling.period)
    }
}

/// A bid in a timed auction. What it can cost is on hold on its owner's account.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Bid<AccountId> {
    /// Who pays and receives.
    pub owner: AccountId,
    /// The price level.
    pub tick: Tick,
    /// Units bid for.
    pub units: Balance,
    /// Planck on hold: `ceil(units * price of the tick)`.
    pub held: Balance,
}

/// What a bid comes to when its auction is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// Units to deliver.
    pub units: Balance,
    /// Planck to pay for them.
    pub paid: Balance,
    /// Planck to release.
    pub returned: Balance,
}

/// When the hook looks at an auction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Appointment {
    /// From this moment on, in milliseconds of the chain's clock.
    pub at: Moment,
    /// The auction.
    pub auction: AuctionId,
}

/// How an auction sells, for clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum Kind {
    /// Timed, one price for all.
    Timed,
    /// Falling price.
    Falling,
}

/// How far an auction has come, for clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum State {
    /// Takes bids or purchases; bids can be cancelled.
    Open,
    /// Takes bids, which cannot be cancelled any more.
    PlaceOnly,
    /// Has ended and can be closed.
    Ended,
    /// Is closed; bids are settled.
    Settling,
    /// Is closed; all bids are refunded.
    Refunding,
}

/// An auction, for clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct AuctionInfo {
    /// What is sold.
    pub lot: Lot,
    /// How.
    pub kind: Kind,
    /// How far it has come.
    pub state: State,
    /// Units for sale.
    pub units: Balance,
    /// The least units of a bid or purchase.
    pub min_bid: Balance,
    /// Timed: planck per unit at tick 0. Falling: at the end.
    pub lowest_price: FixedU128,
    /// Timed: planck per unit at tick 255. Falling: at the opening.
    pub highest_price: FixedU128,
    /// Timed: planck per unit from one tick to the next. Falling: zero.
    pub tick_size: FixedU128,
    /// Timed: the least turnover in planck. Falling: 0.
    pub min_turnover: Balance,
    /// When it opened, in milliseconds of the chain's clock.
    pub opened_at: Moment,
    /// Until when bids can be cancelled. Falling: the opening.
    pub cancel_until: Moment,
    /// When it ends or has ended.
    pub ends_at: Moment,
    /// The latest end that extensions can lead to. Falling: `ends_at`.
    pub latest_end: Moment,
    /// Bids placed so far.
    pub bids_placed: u64,
    /// Bids of them that are neither cancelled nor settled.
    pub bids_open: u64,
    /// Planck on hold for them.
    pub held: Balance,
    /// Units delivered.
    pub delivered: Balance,
    /// Planck that buyers paid.
    pub proceeds: Balance,
    /// The result of a timed auction that is closed and sold something.
    pub clearing: Option<Cleared>,
}

/// A level of a book, for clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Level {
    /// The tick.
    pub tick: Tick,
    /// Its price, in planck per unit.
    pub price: FixedU128,
    /// Units bid for at it.
    pub units: Balance,
}

/// What a timed auction would come to if it closed now, for clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Projection {
    /// Where the book clears.
    pub clearing: Cleared,
    /// Whether that reaches the least turnover. Everything would be refunded otherwise.
    pub reaches_min_turnover: bool,
}

/// How a bid stands, for clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum BidStatus {
    /// Its auction is not closed; the amounts are what they would be if it closed now.
    Bidding,
    /// Wins units and can be claimed.
    Won,
    /// Wins nothing and can be claimed.
    Lost,
    /// Everything is refunded; can be claimed.
    Refunded,
}

/// A bid, for clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct BidInfo {
    /// The auction.
    pub auction: AuctionId,
    /// The number of the bid in it.
    pub bid: BidId,
    /// The price level.
    pub tick: Tick,
    /// Its price, in planck per unit: the most that the bid pays.
    pub price: FixedU128,
    /// Units bid for.
    pub units: Balance,
    /// Planck on hold.
    pub held: Balance,
    /// How it stands.
    pub status: BidStatus,
    /// Units that it gets.
    pub filled: Balance,
    /// Planck that it pays for them.
    pub payment: Balance,
    /// Planck that are released.
    pub refund: Balance,
}

/// What a purchase costs now, for clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct BuyQuote {
    /// Planck per unit.
    pub price: FixedU128,
    /// Planck in all.
    pub payment: Balance,
}
