// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The first block of a month decides who has a seat, from the averages of the month before.

use crate::{types::*, *};
use alloc::vec::Vec;
use finch_math::basket::{eligible, select, weights, Candidate, Rules};
use finch_ports::Calendar;
use frame_support::{
    pallet_prelude::{ConstU32, DispatchResult},
    traits::Get,
    BoundedVec,
};

impl<T: Config> Pallet<T> {
    /// Decides the month that `now` lies in. A month with too few candidates keeps the members; the basket is brought
    /// back to their weights in any case.
    pub(crate) fn decide(now: Moment) -> DispatchResult {
        let (month, ended) = Self::begin_month(now);
        let Some(ended) = ended else {
            // The first block there is: no month has ended.
            return Ok(());
        };
        let candidates = Self::candidates(ended);
        match Self::choose(&candidates)? {
            Some(members) => {
                Self::deposit_event(Event::MonthDecided {
                    month,
                    members: members.to_vec(),
                });
                Members::<T>::put(members);
            }
            None => {
                let rules = Self::rules();
                let eligible = candidates.iter().filter(|candidate| eligible(candidate, &rules));
                Self::deposit_event(Event::MonthKept {
                    month,
                    eligible: eligible.count().try_into().unwrap_or(u32::MAX),
                });
            }
        }
        Self::start_rebalance(Stage::PlanSells, now);
        Ok(())
    }

    /// Writes down which month runs. Returns it, and the month before if there was any.
    pub(crate) fn begin_month(now: Moment) -> (u32, Option<u32>) {
        let month = T::Calendar::month(now);
        Self::reschedule(|agenda| {
            let ended = agenda.month.replace(month);
            agenda.month_end = T::Calendar::month_end(now);
            if ended.is_none() {
                agenda.accrued::<T>(now);
                agenda.sample_at = now;
            }
            (month, ended)
        })
    }

    /// What is asked of a member.
    pub(crate) fn rules() -> Rules {
        Rules {
            min_market_cap: T::MinMarketCap::get(),
            min_volume: T::MinVolume::get(),
            band: T::Band::get(),
        }
    }

    /// The listed assets with enough samples in `month`, by asset.
    pub(crate) fn candidates(month: u32) -> Vec<Candidate> {
        let members = Members::<T>::get();
        let mut candidates: Vec<_> = Listings::<T>::iter()
            .filter(|(_, listing)| listing.month == month && listing.samples >= T::MinSamples::get())
            .filter_map(|(asset, listing)| {
                let incumbent = members.iter().any(|member| member.asset == asset);
                Self::candidate(asset, &listing, incumbent)
            })
            .collect();
        candidates.sort_unstable_by_key(|candidate| candidate.id);
        candidates
    }

    /// An asset by its averages; `None` without a sample.
    pub(crate) fn candidate(asset: AssetId, listing: &Listing, incumbent: bool) -> Option<Candidate> {
        let [market_cap, volume, staking, reward] = listing.averages();
        Some(Candidate {
            id: asset,
            market_cap: market_cap.value()?,
            volume: volume.value()?,
            staking_ratio: staking.value()?,
            reward_ratio: reward.value()?,
            incumbent,
        })
    }

    /// The best of `candidates` with their weights; `None` if a seat would stay empty.
    pub(crate) fn choose(candidates: &[Candidate]) -> Result<Option<MembersOf>, Error<T>> {
        let Some(chosen) = select(candidates, &Self::rules())?.complete() else {
            return Ok(None);
        };
        let cap = |id| candidates.iter().find(|candidate| candidate.id == id);
        let caps = chosen.map(|id| cap(id).map_or(0, |candidate| candidate.market_cap));
        let members = chosen
            .into_iter()
            .zip(weights(&caps)?)
            .map(|(asset, weight)| Seat { asset, weight })
            .collect::<Vec<_>>();
        let members = BoundedVec::<_, ConstU32<MAX_MEMBERS>>::try_from(members);
        members.map(Some).map_err(|_| Error::Corrupted)
    }
}
