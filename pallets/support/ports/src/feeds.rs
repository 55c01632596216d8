// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use codec::{Decode, Encode};
use finch_types::FeedKey;
use scale_info::TypeInfo;

/// What a feed answers. There is no way to use a value that is too old: it is not in the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum Feed {
    /// The value, in the unit of the feed's metric; never 0.
    Fresh(u128),
    /// There is a value, and it is too old to be used.
    Stale,
    /// There never was a value.
    Missing,
}

/// What sources outside the chain say about coins.
pub trait PriceFeed {
    /// The value of a feed now.
    fn read(key: FeedKey) -> Feed;
}
