// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use finch_ports::{Calendar, SynthRates};
use finch_types::{AssetId, FixedU128, Moment};
use frame_support::{pallet_prelude::OptionQuery, storage_alias, Twox64Concat};

#[storage_alias]
type Rates = StorageMap<FakeSynths, Twox64Concat, AssetId, FixedU128, OptionQuery>;

/// Synthetics with the rates that the test sets; at first there is none.
pub struct FakeSynths;

impl FakeSynths {
    /// What a unit of a synthetic stands for from now on.
    pub fn set(asset: AssetId, rate: FixedU128) {
        Rates::insert(asset, rate);
    }
}

impl SynthRates for FakeSynths {
    fn rate(asset: AssetId) -> Option<FixedU128> {
        Rates::get(asset)
    }
}

/// Months of 30 days, counted from 0.
pub struct FakeCalendar;

impl FakeCalendar {
    /// Milliseconds in a month.
    pub const MONTH: Moment = 30 * 86_400_000;
}

impl Calendar for FakeCalendar {
    fn month(now: Moment) -> u32 {
        (now / Self::MONTH).try_into().unwrap_or(u32::MAX)
    }

    fn month_end(now: Moment) -> Moment {
        (now / Self::MONTH + 1) * Self::MONTH
    }
}
