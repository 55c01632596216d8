// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use codec::{Decode, Encode};
use finch_types::{AssetId, FeedKey, FixedU128};
use scale_info::TypeInfo;

/// What a feed answers. There is no way to use a value that is too old: it is not in the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum Feed<Value = u128> {
    /// The value, in the unit of the feed's metric; never 0.
    Fresh(Value),
    /// There is a value, and it is too old to be used.
    Stale,
    /// There never was a value.
    Missing,
}

/// What sources outside the chain say about coins.
pub trait PriceFeed {
    /// The value of a feed now.
    fn read(key: FeedKey) -> Feed;

    /// What one smallest unit of `asset` is worth in planck of native, rounded down: of the price of the asset and that
    /// of native. [`Feed::Missing`] if either is, or if nothing is left of the price; else [`Feed::Stale`] if either is.
    fn native_price(asset: AssetId) -> Feed<FixedU128>;

    /// The same for a caller that knows the decimals of `asset`, which then are not looked up.
    fn native_price_with(asset: AssetId, decimals: u8) -> Feed<FixedU128>;
}
