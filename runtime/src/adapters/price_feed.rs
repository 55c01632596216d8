// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The port `PriceFeed` over pallet-oracle, and the rule by which that pallet makes one value of what operators say.
//!
//! pallet-oracle keeps what each operator said last and the value made of it, and never forgets either. The rule leaves
//! out what is too old and lets a value move by a bounded step; the port adds that a value grows stale.

use crate::{
    constants::{FEED_MIN_SOURCES, FEED_STEP, FEED_STEP_PERIOD, FINCH_DECIMALS},
    timing::FeedMaxAge,
    AccountId, Assets, Oracle, Timestamp,
};
use alloc::vec::Vec;
use finch_math::feed::{combine, is_fresh, unit_price, Report, Rules};
use finch_ports::{Feed, PriceFeed};
use finch_types::{AssetId, Coin, FeedKey, FixedU128, Metric, Moment};
use frame_support::traits::{fungibles::metadata::Inspect, Get, Time};
use pallet_oracle::{CombineData, TimestampedValue};

/// A value of pallet-oracle, in the unit of the feed's metric.
pub type OracleValue = TimestampedValue<u128, Moment>;

/// How many must say something, how fresh, and how fast a value may move.
pub fn feed_rules() -> Rules {
    Rules {
        max_age: FeedMaxAge::get(),
        min_sources: FEED_MIN_SOURCES,
        max_step: FEED_STEP,
        step_period: FEED_STEP_PERIOD,
    }
}

fn report(value: &OracleValue) -> Report {
    Report {
        value: value.value,
        at: value.timestamp,
    }
}

/// The median of what operators said recently, a bounded step from the value before.
pub struct MedianOfRecent;

impl CombineData<FeedKey, OracleValue> for MedianOfRecent {
    /// With too few recent reports the value stays as it is, and grows stale.
    fn combine_data(_: &FeedKey, values: Vec<OracleValue>, previous: Option<OracleValue>) -> Option<OracleValue> {
        let mut reports: Vec<Report> = values.iter().map(report).collect();
        match combine(
            &mut reports,
            previous.as_ref().map(report),
            Timestamp::now(),
            &feed_rules(),
        ) {
            Ok(Some(Report { value, at })) => Some(TimestampedValue { value, timestamp: at }),
            Ok(None) | Err(_) => previous,
        }
    }
}

/// The values of pallet-oracle, while they are fresh.
pub struct OracleFeeds;

impl OracleFeeds {
    /// Time and greatest age are read by the caller, once for all the feeds that it reads.
    fn read_at(key: FeedKey, now: Moment, max_age: Moment) -> Feed {
        match Oracle::get(&key) {
            None => Feed::Missing,
            Some(value) if is_fresh(&report(&value), now, max_age) => Feed::Fresh(value.value),
            Some(_) => Feed::Stale,
        }
    }

    /// Decimals are asked for only where there are prices to apply them to.
    fn price_of(asset: AssetId, decimals: impl FnOnce() -> u8) -> Feed<FixedU128> {
        let (now, max_age) = (Timestamp::now(), FeedMaxAge::get());
        let price = |coin| {
            let metric = Metric::Price;
            Self::read_at(FeedKey { coin, metric }, now, max_age)
        };
        match (price(Coin::Asset(asset)), price(Coin::Native)) {
            (Feed::Fresh(of_asset), Feed::Fresh(of_native)) => {
                match unit_price(of_asset, decimals(), of_native, FINCH_DECIMALS) {
                    Ok(price) if price.into_inner() > 0 => Feed::Fresh(price),
                    Ok(_) | Err(_) => Feed::Missing,
                }
            }
            (Feed::Missing, _) | (_, Feed::Missing) => Feed::Missing,
            (Feed::Stale, _) | (_, Feed::Stale) => Feed::Stale,
        }
    }
}

impl PriceFeed for OracleFeeds {
    fn read(key: FeedKey) -> Feed {
        Self::read_at(key, Timestamp::now(), FeedMaxAge::get())
    }

    fn native_price(asset: AssetId) -> Feed<FixedU128> {
        Self::price_of(asset, || <Assets as Inspect<AccountId>>::decimals(asset))
    }

    fn native_price_with(asset: AssetId, decimals: u8) -> Feed<FixedU128> {
        Self::price_of(asset, || decimals)
    }
}
