// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use finch_ports::{Feed, PriceFeed};
use finch_types::{AssetId, FeedKey, FixedU128};
use frame_support::{pallet_prelude::OptionQuery, storage_alias, Twox64Concat};

#[storage_alias]
type Feeds = StorageMap<FakeFeeds, Twox64Concat, FeedKey, Feed, OptionQuery>;
#[storage_alias]
type Prices = StorageMap<FakeFeeds, Twox64Concat, AssetId, Feed<FixedU128>, OptionQuery>;

/// Feeds that say what the test tells them; at first there is none.
pub struct FakeFeeds;

impl FakeFeeds {
    /// What a feed answers from now on.
    pub fn set(key: FeedKey, feed: Feed) {
        Feeds::insert(key, feed);
    }

    /// What a unit of an asset is worth in native from now on.
    pub fn set_price(asset: AssetId, price: Feed<FixedU128>) {
        Prices::insert(asset, price);
    }
}

impl PriceFeed for FakeFeeds {
    fn read(key: FeedKey) -> Feed {
        Feeds::get(key).unwrap_or(Feed::Missing)
    }

    fn native_price(asset: AssetId) -> Feed<FixedU128> {
        Prices::get(asset).unwrap_or(Feed::Missing)
    }

    /// The price that is set is that of a unit, whatever its decimals.
    fn native_price_with(asset: AssetId, _: u8) -> Feed<FixedU128> {
        Self::native_price(asset)
    }
}
