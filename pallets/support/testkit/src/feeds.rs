// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use finch_ports::{Feed, PriceFeed};
use finch_types::FeedKey;
use frame_support::{pallet_prelude::OptionQuery, storage_alias, Twox64Concat};

#[storage_alias]
type Feeds = StorageMap<FakeFeeds, Twox64Concat, FeedKey, Feed, OptionQuery>;

/// Feeds that say what the test tells them; at first there is none.
pub struct FakeFeeds;

impl FakeFeeds {
    /// What a feed answers from now on.
    pub fn set(key: FeedKey, feed: Feed) {
        Feeds::insert(key, feed);
    }
}

impl PriceFeed for FakeFeeds {
    fn read(key: FeedKey) -> Feed {
        Feeds::get(key).unwrap_or(Feed::Missing)
    }
}
