// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! One fake per port, kept in storage so that a reverted call reverts it too, and helpers to walk over blocks.
//!
//! A fake is a small, honest implementation: it moves real money of the mock's currency and keeps the same promises as
//! the runtime's adapter, but its clock, rewards and slashes are in the hands of the test.

#![deny(missing_docs)]

mod alarm;
mod auction_house;
mod auctions;
mod curve;
mod feeds;
mod fees;
mod losses;
mod market;
mod staking;
mod synths;

pub use alarm::FakeAlarm;
pub use auction_house::FakeHouse;
pub use auctions::FakeSeller;
pub use curve::FakeCurve;
pub use feeds::FakeFeeds;
pub use fees::{FakeAssetFees, FakeFees};
pub use losses::FakeLosses;
pub use market::FakeMarket;
pub use staking::FakeStaking;
pub use synths::{FakeCalendar, FakeSynths};

/// Accounts in mocks: small numbers, and wide enough to tell the accounts of a pallet from each other.
pub type AccountId = u128;
