// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The traits through which a pallet meets its neighbours.
//!
//! A pallet names a port in its `Config`; the runtime joins two pallets in one file of `runtime/src/adapters`; tests use
//! the fakes of `finch-testkit`.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod affiliation;
mod alarm;
mod assets;
mod auctions;
mod calendar;
mod curve;
mod feeds;
mod fees;
mod losses;
mod market;
mod staking;
mod synths;

pub use affiliation::Affiliation;
pub use alarm::Alarm;
pub use assets::MoveAsset;
pub use auctions::{AuctionHouse, AuctionSeller, Clearing, FallingSale, SellerCall, TimedSale};
pub use calendar::Calendar;
pub use curve::{Observation, RateCurve};
pub use feeds::{Feed, PriceFeed};
pub use fees::FeeSink;
pub use losses::{KnownLosses, Loss, LossObserver, Risk};
pub use market::{Market, Reserves};
pub use staking::{BackendCall, Candidate, OnEra, OnSlash, Stake, StakingBackend};
pub use synths::SynthRates;
