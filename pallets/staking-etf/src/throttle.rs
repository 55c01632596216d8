// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! How fast shares can be issued: a bucket of a part of the supply that empties evenly.

use crate::{books::add, types::*, *};
use finch_math::{mul_div, Round};
use frame_support::{
    ensure,
    traits::{Get, Time},
};

impl Bucket {
    /// Shares that are still in it at `now`: `used - floor(limit * elapsed / period)`.
    pub(crate) fn used_at<T: Config>(&self, now: Moment) -> Result<Balance, Error<T>> {
        let elapsed = now.saturating_sub(self.at).min(T::ThrottlePeriod::get());
        let out = mul_div(self.limit, elapsed.into(), T::ThrottlePeriod::get().into(), Round::Down)?;
        Ok(self.used.saturating_sub(out))
    }
}

impl Basket {
    /// The most shares that can be issued now if there are `supply`.
    pub(crate) fn issuable<T: Config>(&self, supply: Balance) -> Result<Balance, Error<T>> {
        let used = self.issuance.used_at::<T>(T::Time::now())?;
        Ok(T::Throttle::get().mul_floor(supply).saturating_sub(used))
    }

    /// The most shares that the pool may issue now: it stops at half of the limit, so that a large allocation does not
    /// take all that runs out of the bucket, block by block, and leaves nothing to anybody else.
    pub(crate) fn issuable_by_pool<T: Config>(&self, supply: Balance) -> Result<Balance, Error<T>> {
        let used = self.issuance.used_at::<T>(T::Time::now())?;
        let half = T::Throttle::get().mul_floor(supply).checked_div(2).unwrap_or_default();
        Ok(half.saturating_sub(used))
    }

    /// Books an issue of `shares` when there are `supply`, if the throttle and the least issue allow it.
    pub(crate) fn throttle<T: Config>(&mut self, shares: Balance, supply: Balance) -> Result<(), Error<T>> {
        ensure!(shares >= T::MinIssue::get(), Error::BelowMinIssue);
        let now = T::Time::now();
        let limit = T::Throttle::get().mul_floor(supply);
        let used = add(self.issuance.used_at::<T>(now)?, shares)?;
        ensure!(used <= limit, Error::ThrottleExceeded);
        self.issuance = Bucket { used, limit, at: now };
        Ok(())
    }

    /// Refuses what [`Self::throttle`] would refuse, before any money moves.
    pub(crate) fn ensure_issuable<T: Config>(&self, shares: Balance, supply: Balance) -> Result<(), Error<T>> {
        ensure!(shares >= T::MinIssue::get(), Error::BelowMinIssue);
        ensure!(shares <= self.issuable::<T>(supply)?, Error::ThrottleExceeded);
        Ok(())
    }
}
