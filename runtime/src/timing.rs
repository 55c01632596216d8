// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! One wasm, two speeds.
//!
//! Eras, sessions, unbonding and votes take days on a live chain and minutes on a development network. Which of the
//! two is written once, at genesis, and nothing can change it afterwards: an unbonding period that governance could
//! shorten would let stake escape its slash. [`LiveOrFast`] reads the choice; a chain that says nothing is live.

#![deny(missing_docs)]

use crate::constants::{DAYS, HOURS, MILLISECS_PER_BLOCK};
use chrono::{DateTime, Datelike};
use finch_ports::Calendar;
use finch_types::Moment;
use frame_support::traits::Get;

pub use pallet::*;

/// Keeps the choice.
#[frame_support::pallet]
pub mod pallet {
    use frame_support::pallet_prelude::*;

    /// The pallet: one genesis value, no calls, no hooks.
    #[pallet::pallet]
    pub struct Pallet<T>(_);

    /// Nothing to configure.
    #[pallet::config]
    pub trait Config: frame_system::Config {}

    /// Whether this chain runs at the speed of a development network. Written at genesis only.
    #[pallet::storage]
    #[pallet::whitelist_storage]
    pub type Fast<T> = StorageValue<_, bool, ValueQuery>;

    /// The choice of the chain's creator.
    #[pallet::genesis_config]
    #[derive(frame_support::DefaultNoBound)]
    pub struct GenesisConfig<T> {
        /// True: minutes instead of days.
        pub fast: bool,
        /// Not used.
        #[serde(skip)]
        pub _config: PhantomData<T>,
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            if self.fast {
                Fast::<T>::put(true);
            }
        }
    }
}

/// `LIVE` on a live chain, `FAST` on a development network.
pub struct LiveOrFast<const LIVE: u32, const FAST: u32>;

impl<const LIVE: u32, const FAST: u32> Get<u32> for LiveOrFast<LIVE, FAST> {
    fn get() -> u32 {
        // The integrity test of the runtime asks for the periods where there is no state at all.
        #[cfg(test)]
        if sp_externalities::with_externalities(|_| ()).is_none() {
            return LIVE;
        }
        if Fast::<crate::Runtime>::get() {
            FAST
        } else {
            LIVE
        }
    }
}

/// Blocks in a session: 1 h, or 1 min.
pub type SessionLength = LiveOrFast<HOURS, 10>;
/// Sessions in an era: 6 h, or 2 min.
pub type SessionsPerEra = LiveOrFast<6, 2>;
/// The expected length of an era in milliseconds.
pub fn era_length() -> u64 {
    u64::from(SessionLength::get())
        .saturating_mul(u64::from(SessionsPerEra::get()))
        .saturating_mul(MILLISECS_PER_BLOCK)
}

/// Eras that unbonding stake stays at risk: 7 days, or 4 min.
pub type BondingDuration = LiveOrFast<28, 2>;
/// Eras between a slash's report and its application, the time to cancel it: one less than the unbonding.
pub type SlashDeferDuration = LiveOrFast<27, 1>;

/// Seconds of `S` as milliseconds.
pub struct Millis<S>(core::marker::PhantomData<S>);

impl<S: Get<u32>> Get<u64> for Millis<S> {
    fn get() -> u64 {
        u64::from(S::get()).saturating_mul(1_000)
    }
}

const DAY: u32 = 86_400;

/// The shortest term of a series of staking derivatives: 14 days, or 2 min. A live vault unbonds 7.5 days before maturity
/// and earns until then. In milliseconds.
pub type MinimumTerm = Millis<LiveOrFast<{ 14 * DAY }, 120>>;
/// The longest: 5 years, or a day. In milliseconds.
pub type MaximumTerm = Millis<LiveOrFast<{ 5 * 365 * DAY }, DAY>>;
/// How long a slash keeps redemptions of a series waiting: 48 h, or 2 min. In milliseconds.
pub type WaitAfterSlash = Millis<LiveOrFast<{ 2 * DAY }, 120>>;

/// How old a feed's value may be to be used: 2 h, or 5 min. In milliseconds.
pub type FeedMaxAge = Millis<LiveOrFast<7_200, 300>>;

/// Blocks between two steps of the buyback: 1 min, or 6 s.
pub type BuybackPeriod = LiveOrFast<{ crate::constants::MINUTES }, 1>;
/// How long a falling-price sale of fees, of an asset that leaves the staking ETF, or of a vault of options takes: 1 h, or
/// 1 min. In milliseconds.
pub type ProductSalePeriod = Millis<LiveOrFast<3_600, 60>>;
/// Between two samples of the assets that may enter the staking ETF: 1 h, or 90 s. A block samples one asset, so that all
/// of them together take a part of the blocks in between only. In milliseconds.
pub type EtfSamplePeriod = Millis<LiveOrFast<3_600, 90>>;
/// The samples an asset needs in a month to be looked at: those of a week, or 2.
pub type EtfMinSamples = LiveOrFast<168, 2>;
/// Between two accruals of the fee of the staking ETF: a day, or 2 min. In milliseconds.
pub type EtfAccrualPeriod = Millis<LiveOrFast<DAY, 120>>;
/// In which a tenth of the staking ETF may be issued: 1 h, or 2 min. In milliseconds.
pub type EtfThrottlePeriod = Millis<LiveOrFast<3_600, 120>>;
/// A month of a development network: 5 min. In milliseconds.
pub const FAST_MONTH: Moment = 300_000;

/// Months of the calendar in UTC, or of [`FAST_MONTH`].
pub struct Months;

impl Calendar for Months {
    /// Counted from the year 0, or from 1970 on a development network. Moments beyond the calendar, 262,000 years from
    /// now, count as the last month.
    fn month(now: Moment) -> u32 {
        let month = if Fast::<crate::Runtime>::get() {
            now.checked_div(FAST_MONTH).and_then(|month| u32::try_from(month).ok())
        } else {
            i64::try_from(now)
                .ok()
                .and_then(DateTime::from_timestamp_millis)
                .and_then(|time| {
                    u32::try_from(time.year())
                        .ok()?
                        .checked_mul(12)?
                        .checked_add(time.month0())
                })
        };
        month.unwrap_or(u32::MAX)
    }

    fn month_end(now: Moment) -> Moment {
        let end = if Fast::<crate::Runtime>::get() {
            now.checked_div(FAST_MONTH)
                .and_then(|month| month.checked_add(1)?.checked_mul(FAST_MONTH))
        } else {
            i64::try_from(now)
                .ok()
                .and_then(DateTime::from_timestamp_millis)
                .and_then(|time| {
                    let first = time.date_naive().with_day(1)?;
                    let next = first.checked_add_months(chrono::Months::new(1))?;
                    next.and_time(chrono::NaiveTime::MIN)
                        .and_utc()
                        .timestamp_millis()
                        .try_into()
                        .ok()
                })
        };
        end.unwrap_or(Moment::MAX)
    }
}

/// In which governance can replace the price of an expiry of options: 12 h, or 1 min. In milliseconds.
pub type OptionLockPeriod = Millis<LiveOrFast<43_200, 60>>;
/// How long options wait for a price of the expiry before governance can give it, and half of what they wait before
/// anybody can do without: 7 days, or 5 min. In milliseconds.
pub type OptionPriceTimeout = Millis<LiveOrFast<{ 7 * DAY }, 300>>;
/// In which only the owner of a vault of options takes out its rest: a day, or 1 min. In milliseconds.
pub type OptionGrace = Millis<LiveOrFast<DAY, 60>>;
/// What a courtesy call gives the owner of a vault of options: 6 h, or 2 min. In milliseconds.
pub type OptionCallPeriod = Millis<LiveOrFast<21_600, 120>>;
/// From the end of a liquidation of a vault of options to the next one: 1 h, or 1 min. In milliseconds.
pub type OptionPause = Millis<LiveOrFast<3_600, 60>>;

/// From the notice of a member of the mutual to the withdrawal: 30 days, or 2 min. In milliseconds.
pub type CoverNoticePeriod = Millis<LiveOrFast<{ 30 * DAY }, 120>>;
/// How long a withdrawal from the mutual is possible then: 7 days, or 1 h. In milliseconds.
pub type CoverWithdrawalWindow = Millis<LiveOrFast<{ 7 * DAY }, 3_600>>;
/// The shortest cover, in days. The books of the mutual count in days, on a development network too.
pub type CoverMinDays = LiveOrFast<7, 1>;
/// How long assessors vote on a claim: 3 days, or 2 min. In milliseconds.
pub type ClaimVotePeriod = Millis<LiveOrFast<{ 3 * DAY }, 120>>;
/// How long the decision of a claim can be escalated then: a day, or 1 min. In milliseconds.
pub type ClaimCoolDown = Millis<LiveOrFast<DAY, 60>>;

/// Blocks in which the technical committee may vote on a motion.
pub type MotionDuration = LiveOrFast<{ 3 * DAYS }, 50>;
/// Blocks a referendum may wait for its decision deposit.
pub type UndecidingTimeout = LiveOrFast<{ 14 * DAYS }, 100>;
/// Blocks for which a vote of conviction 1 is locked.
pub type VoteLockingPeriod = LiveOrFast<{ 7 * DAYS }, 20>;
/// Blocks between two spendings of the treasury.
pub type SpendPeriod = LiveOrFast<{ 7 * DAYS }, 20>;
/// Blocks in which an approved payment can be taken.
pub type PayoutPeriod = LiveOrFast<{ 30 * DAYS }, 600>;
