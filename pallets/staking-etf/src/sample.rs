// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Samples are taken all through the month, so that one bad hour does not decide.

use crate::{types::*, *};
use finch_math::{basket::Average, MathError};
use finch_ports::{Feed, PriceFeed};
use finch_types::{FeedKey, Metric};
use frame_support::{pallet_prelude::DispatchResult, traits::Get};

impl Listing {
    /// Takes one more sample into the sums; on an error they stay as they are.
    pub(crate) fn add(&mut self, sample: [u128; 4]) -> Result<(), MathError> {
        let mut averages = self.averages();
        for (average, value) in averages.iter_mut().zip(sample) {
            average.add(value)?;
        }
        let [market_cap, volume, staking, reward] = averages;
        *self = Self {
            month: self.month,
            samples: market_cap.count,
            market_caps: market_cap.sum,
            daily_volumes: volume.sum,
            staking_ratios: staking.sum,
            reward_ratios: reward.sum,
        };
        Ok(())
    }

    /// Of market cap, volume, staking ratio and reward ratio.
    pub(crate) fn averages(&self) -> [Average; 4] {
        [
            self.market_caps,
            self.daily_volumes,
            self.staking_ratios,
            self.reward_ratios,
        ]
        .map(|sum| Average {
            sum,
            count: self.samples,
        })
    }
}

/// In the order of [`Listing::averages`].
const METRICS: [Metric; 4] = [
    Metric::MarketCap,
    Metric::DailyVolume,
    Metric::StakingRatio,
    Metric::RewardRatio,
];

impl<T: Config> Pallet<T> {
    /// Samples the asset after the cursor, or ends the round if there is none.
    pub(crate) fn sample_next(now: Moment) -> DispatchResult {
        let mut agenda = Schedule::<T>::get();
        let next = match agenda.cursor {
            Some(last) => Listings::<T>::iter_from(Listings::<T>::hashed_key_for(last)).next(),
            None => {
                agenda.sample_at = now.saturating_add(T::SamplePeriod::get());
                Listings::<T>::iter().next()
            }
        };
        agenda.cursor = next.map(|(asset, _)| asset);
        Self::put_schedule(agenda);
        let Some((asset, mut listing)) = next else {
            return Ok(());
        };
        let month = agenda.month.ok_or(Error::<T>::Corrupted)?;
        if listing.month != month {
            listing = Listing {
                month,
                ..Default::default()
            };
        }
        // Only all four together are a sample: an average of less would mix up times.
        let added = Self::read_metrics(asset).is_some_and(|sample| listing.add(sample).is_ok());
        if added {
            Listings::<T>::insert(asset, listing);
        } else {
            Self::deposit_event(Event::SampleMissed { asset });
        }
        Ok(())
    }

    fn read_metrics(asset: AssetId) -> Option<[u128; 4]> {
        let coin = Coin::Asset(asset);
        let mut sample = [0; 4];
        for (value, metric) in sample.iter_mut().zip(METRICS) {
            *value = match T::Feeds::read(FeedKey { coin, metric }) {
                Feed::Fresh(value) => value,
                Feed::Stale | Feed::Missing => return None,
            };
        }
        Some(sample)
    }
}
