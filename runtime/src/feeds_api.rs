// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The runtime API of the feeds. pallet-oracle's own reads know neither age nor operators.

#![deny(missing_docs)]
// The macro repeats the bounds of the trait on its methods.
#![allow(clippy::multiple_bound_locations)]

use crate::{
    adapters::{OracleFeeds, OracleValue},
    AccountId, FeedOperators, Oracle, Runtime,
};
use alloc::vec::Vec;
use codec::{Codec, Decode, Encode};
use finch_ports::{Feed, PriceFeed};
use finch_types::{FeedKey, Moment};
use frame_support::traits::SortedMembers;
use scale_info::TypeInfo;

/// A feed, for clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct FeedInfo {
    /// Its name.
    pub key: FeedKey,
    /// What products see now.
    pub feed: Feed,
    /// The last value, fresh or not, in the unit of the metric.
    pub value: u128,
    /// From when on enough operators stood behind it, in milliseconds of the chain's clock.
    pub at: Moment,
}

/// What an operator said last, for clients.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct OperatorReport<AccountId> {
    /// Who.
    pub operator: AccountId,
    /// What, in the unit of the metric.
    pub value: u128,
    /// When, in milliseconds of the chain's clock.
    pub at: Moment,
}

sp_api::decl_runtime_apis! {
    /// Reads of the feeds.
    pub trait FeedsApi<AccountId> where AccountId: Codec {
        /// What products see of a feed now.
        fn feed(key: FeedKey) -> Feed;
        /// Every feed that ever had a value.
        fn feeds() -> Vec<FeedInfo>;
        /// What each operator said last of a feed.
        fn reports(key: FeedKey) -> Vec<OperatorReport<AccountId>>;
        /// Who may feed.
        fn operators() -> Vec<AccountId>;
    }
}

/// Every feed that ever had a value, in order of their names.
pub fn feeds() -> Vec<FeedInfo> {
    let info = |(key, OracleValue { value, timestamp })| FeedInfo {
        key,
        feed: OracleFeeds::read(key),
        value,
        at: timestamp,
    };
    let mut feeds: Vec<_> = pallet_oracle::Values::<Runtime>::iter().map(info).collect();
    feeds.sort_unstable_by_key(|feed| feed.key);
    feeds
}

/// What each operator said last of a feed.
pub fn reports(key: FeedKey) -> Vec<OperatorReport<AccountId>> {
    let report = |operator: AccountId| {
        let OracleValue { value, timestamp } = Oracle::raw_values(&operator, key)?;
        Some(OperatorReport {
            operator,
            value,
            at: timestamp,
        })
    };
    operators().into_iter().filter_map(report).collect()
}

/// Who may feed, in order of accounts.
pub fn operators() -> Vec<AccountId> {
    FeedOperators::sorted_members()
}
