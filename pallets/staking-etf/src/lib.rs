// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]
#![cfg_attr(
    not(any(test, feature = "runtime-benchmarks")),
    deny(
        clippy::arithmetic_side_effects,
        clippy::indexing_slicing,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::as_conversions
    )
)]

extern crate alloc;

mod accrue;
mod allocate;
#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod books;
mod decide;
mod hooks;
mod issue;
#[cfg(test)]
mod mock;
mod plan;
mod reads;
mod redeem;
pub mod runtime_api;
mod sale;
mod sample;
mod slice;
#[cfg(test)]
mod tests;
mod throttle;
mod trade;
mod try_state;
pub mod types;
mod universe;
pub mod weights;

use finch_types::{AssetId, Balance, Coin, FixedU128, Moment, Perbill, MILLISECS_PER_YEAR};
pub use pallet::*;
pub use weights::WeightInfo;

/// The seats of the basket.
pub const MAX_MEMBERS: u32 = 3;
/// At most so many assets are in the basket: the members, and what could not be sold yet of those that were.
pub const MAX_HOLDINGS: u32 = 8;
/// A rebalance has at most so many legs.
pub const MAX_LEGS: u32 = MAX_HOLDINGS + MAX_MEMBERS;
/// At most so many assets are listed.
pub const MAX_LISTED: u32 = 64;
/// The most that is charged for holding the basket for a year, whatever governance sets: 0.5 %.
pub const STREAMING_FEE_MAX: Perbill = Perbill::from_parts(5_000_000);
/// After so many failed slices in a row an asset is auctioned, or not bought.
pub const MAX_TRIES: u8 = 5;
/// A pool that would take more slices than this for a leg is too thin to trade with.
pub const MAX_SLICES: Balance = 1_000;
/// How long work that waits for a price, a pool or a sale is left alone: a minute, in milliseconds. Doubled with each
/// failed slice in a row.
pub const RETRY_AFTER: Moment = 60_000;
/// The opening price of an auction, in parts of the oracle's price: 110 %.
pub const SALE_START: FixedU128 = FixedU128::from_inner(1_100_000_000_000_000_000);
/// The last price of an auction, in parts of the oracle's price: 90 %.
pub const SALE_FLOOR: FixedU128 = FixedU128::from_inner(900_000_000_000_000_000);
/// No more time than this is charged for at once: a year, in milliseconds.
pub const ACCRUAL_MAX: Moment = MILLISECS_PER_YEAR;

// The macro numbers variants by casts, and expects what it has checked itself. The code of this module is calls of
// one line.
#[allow(clippy::as_conversions, clippy::expect_used)]
#[frame_support::pallet]
pub mod pallet {
    use super::{types::*, *};
    use alloc::vec::Vec;
    use finch_ports::{Alarm, AuctionHouse, Calendar, FeeSink, Market, MoveAsset, PriceFeed, SynthRates};
    use frame_support::{
        dispatch::WithPostDispatchInfo,
        pallet_prelude::*,
        traits::{fungible, fungibles, Time},
        weights::WeightMeter,
        PalletId,
    };
    use frame_system::pallet_prelude::*;

    /// Native taken from somebody and not yet given to anybody.
    pub type NativeCreditOf<T> = fungible::Credit<<T as frame_system::Config>::AccountId, <T as Config>::Currency>;
    /// The same in an asset.
    pub type CreditOf<T> = fungibles::Credit<<T as frame_system::Config>::AccountId, <T as Config>::Assets>;

    #[pallet::config]
    pub trait Config: frame_system::Config {
        /// Native: what everything is traded against.
        type Currency: fungible::Mutate<Self::AccountId>
            + fungible::Inspect<Self::AccountId, Balance = Balance>
            + fungible::Balanced<Self::AccountId>;

        /// Where the shares and the assets of the basket live.
        type Assets: fungibles::Mutate<Self::AccountId>
            + fungibles::Inspect<Self::AccountId, AssetId = AssetId, Balance = Balance>
            + fungibles::Balanced<Self::AccountId>;

        /// How assets go from one account to another.
        type Mover: MoveAsset<Self::AccountId>;

        /// Prices, and what decides about membership.
        type Feeds: PriceFeed;

        /// Where assets are traded for native.
        type Market: Market<Self::AccountId, Credit = NativeCreditOf<Self>>;

        /// Where an asset is sold that the market does not take.
        type House: AuctionHouse;

        /// What synthetics stand for.
        type Synths: SynthRates;

        /// Tells the months apart.
        type Calendar: Calendar;

        /// Where fees and staking rewards go.
        type FeeSink: FeeSink<CreditOf<Self>>;

        /// Rings from the first unit of work that is due on.
        type Alarm: Alarm;

        /// The chain's clock, in milliseconds.
        type Time: Time<Moment = Moment>;

        /// Who lists assets and gives native to the pool.
        type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;

        /// Pays into the pool and owns the shares that are issued for it.
        type Treasury: Get<Self::AccountId>;

        /// What is charged for holding the basket, as a part of it a year; at most [`STREAMING_FEE_MAX`] counts.
        type StreamingFee: Get<Perbill>;

        /// Names the account of the basket.
        #[pallet::constant]
        type PalletId: Get<PalletId>;

        /// The shares' id in [`Config::Assets`]. The asset exists from genesis on, is owned by the account of the basket,
        /// has 12 decimals, and nobody but this pallet mints or burns it.
        #[pallet::constant]
        type ShareAssetId: Get<AssetId>;

        /// How far from the oracle's price a trade may be, as a part of it.
        #[pallet::constant]
        type Tolerance: Get<FixedU128>;

        /// The most that one slice takes of what a pool holds.
        #[pallet::constant]
        type MaxPart: Get<Perbill>;

        /// The least market cap of a member, in whole US dollars.
        #[pallet::constant]
        type MinMarketCap: Get<u128>;

        /// The least volume a day of a member, in whole US dollars.
        #[pallet::constant]
        type MinVolume: Get<u128>;

        /// A newcomer takes the seat of a member only if its score is lower by more than this. In ranks.
        #[pallet::constant]
        type Band: Get<u32>;

        /// The least number of samples in a month without which an asset gets no seat.
        #[pallet::constant]
        type MinSamples: Get<u32>;

        /// From one round of samples to the next, in milliseconds.
        #[pallet::constant]
        type SamplePeriod: Get<Moment>;

        /// From one taking of fees to the next, in milliseconds.
        #[pallet::constant]
        type AccrualPeriod: Get<Moment>;

        /// How long an auction takes, in milliseconds.
        #[pallet::constant]
        type SalePeriod: Get<Moment>;

        /// The most shares that can be issued at once, as a part of those there are.
        #[pallet::constant]
        type Throttle: Get<Perbill>;

        /// After so many milliseconds as much can be issued again.
        #[pallet::constant]
        type ThrottlePeriod: Get<Moment>;

        /// The least number of shares to issue.
        #[pallet::constant]
        type MinIssue: Get<Balance>;

        /// A rebalance leaves alone what is off by less than this, in planck of native.
        #[pallet::constant]
        type MinTrade: Get<Balance>;

        /// Measured weights.
        type WeightInfo: WeightInfo;

        /// Makes assets, feeds and prices for benchmarks.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: benchmarking::BenchmarkHelper;
    }

    #[pallet::pallet]
    pub struct Pallet<T>(_);

    /// The listed assets and their samples of the running month.
    // Governance chooses the keys.
    #[pallet::storage]
    pub type Listings<T: Config> = CountedStorageMap<_, Twox64Concat, AssetId, Listing, OptionQuery>;

    /// Who has a seat, the best first: nobody before the first decision, then always [`MAX_MEMBERS`].
    #[pallet::storage]
    pub type Members<T: Config> = StorageValue<_, MembersOf, ValueQuery>;

    /// What the shares stand for.
    #[pallet::storage]
    pub type Holdings<T: Config> = StorageValue<_, Basket, ValueQuery>;

    /// The flows of assets from their earlier stays in the basket: as much went as came.
    // Only assets that had a seat have a key.
    #[pallet::storage]
    pub type Past<T: Config> = StorageMap<_, Twox64Concat, AssetId, Flows, ValueQuery>;

    /// Native of the treasury that is to become shares.
    #[pallet::storage]
    pub type Allocation<T: Config> = StorageValue<_, Pool, ValueQuery>;

    /// When there is something to do.
    #[pallet::storage]
    pub type Schedule<T: Config> = StorageValue<_, Agenda, ValueQuery>;

    /// The rebalance that runs.
    #[pallet::storage]
    pub type Job<T: Config> = StorageValue<_, Rebalance>;

    /// What is in an auction.
    #[pallet::storage]
    pub type Sales<T: Config> = StorageValue<_, BoundedVec<Sale, ConstU32<MAX_HOLDINGS>>, ValueQuery>;

    /// What the chain starts with.
    #[pallet::genesis_config]
    #[derive(frame_support::DefaultNoBound)]
    pub struct GenesisConfig<T: Config> {
        /// The assets that may get a seat; at most [`MAX_LISTED`], each of which exists.
        pub universe: Vec<AssetId>,
        /// Not used.
        #[serde(skip)]
        pub _config: PhantomData<T>,
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            for asset in &self.universe {
                Pallet::<T>::do_list(*asset).expect("the universe holds assets that exist, each once");
            }
        }
    }

    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// An asset may get a seat from now on.
        Listed {
            /// The asset.
            asset: AssetId,
        },
        /// An asset gets no seat any more. One that it has it keeps until the next month.
        Delisted {
            /// The asset.
            asset: AssetId,
        },
        /// A feed of a listed asset was missing or too old: the asset has one sample less.
        SampleMissed {
            /// The asset.
            asset: AssetId,
        },
        /// The members of a month were chosen, from the averages of the month before.
        MonthDecided {
            /// The month that begins.
            month: u32,
            /// The members, the best first.
            members: Vec<Seat>,
        },
        /// Fewer assets than seats were eligible: the members of the month before stay.
        MonthKept {
            /// The month that begins.
            month: u32,
            /// How many assets were eligible.
            eligible: u32,
        },
        /// Shares were issued for a part of everything in the basket.
        Issued {
            /// Who gave it and has the shares.
            who: T::AccountId,
            /// Shares.
            shares: Balance,
            /// Units taken.
            items: Vec<Item>,
            /// Planck of native taken.
            cash: Balance,
        },
        /// Shares were burned for a part of everything in the basket.
        Redeemed {
            /// Who had the shares.
            who: T::AccountId,
            /// Shares.
            shares: Balance,
            /// Units given.
            items: Vec<Item>,
            /// Planck of native given.
            cash: Balance,
            /// Units that the account could not receive. They stay in the basket.
            left: Vec<Item>,
        },
        /// What shares cost was bought with one coin.
        IssuedWith {
            /// Who has the shares.
            who: T::AccountId,
            /// Shares.
            shares: Balance,
            /// What was paid with.
            coin: Coin,
            /// How much of it was given, in its smallest units.
            given: Balance,
            /// Planck of native that the shares cost.
            native: Balance,
        },
        /// What shares gave was sold for one coin.
        RedeemedTo {
            /// Who had the shares.
            who: T::AccountId,
            /// Shares.
            shares: Balance,
            /// What was paid out.
            coin: Coin,
            /// How much of it was received, in its smallest units.
            received: Balance,
        },
        /// Native of the treasury waits to become shares.
        Allocated {
            /// Planck added.
            native: Balance,
        },
        /// The first shares were issued to the treasury, one for each planck.
        Launched {
            /// Shares, and planck of native.
            shares: Balance,
        },
        /// Shares were issued to the treasury for a part of what is allocated.
        AllocationSpent {
            /// Shares.
            shares: Balance,
            /// Planck of native that they cost.
            native: Balance,
        },
        /// Fees and rewards were taken out of the basket.
        Accrued {
            /// Units of streaming fee.
            fees: Vec<Item>,
            /// Units of staking reward.
            rewards: Vec<Item>,
            /// For how long, in milliseconds.
            elapsed: Moment,
        },
        /// Nothing could be taken of an asset. It stays with the holders.
        AccrualSkipped {
            /// The asset.
            asset: AssetId,
            /// Why.
            error: DispatchError,
        },
        /// A rebalance begins, and ends the one that ran.
        RebalanceStarted {
            /// Where it begins.
            stage: Stage,
        },
        /// A part of an asset of the basket was sold.
        Sold {
            /// The asset.
            asset: AssetId,
            /// Units sold.
            units: Balance,
            /// Planck of native received.
            native: Balance,
            /// By how much that is less than at the oracle's price.
            lost: Exact,
            /// By how much that is more than at the oracle's price.
            gained: Exact,
        },
        /// A part of the cash was spent.
        Bought {
            /// The asset.
            asset: AssetId,
            /// Units bought.
            units: Balance,
            /// Planck of native paid.
            native: Balance,
            /// By how much that is more than at the oracle's price.
            lost: Exact,
            /// By how much that is less than at the oracle's price.
            gained: Exact,
        },
        /// A slice could not be traded within its bounds. It is tried again later.
        SliceFailed {
            /// The asset.
            asset: AssetId,
            /// How many failed in a row.
            tries: u8,
            /// Why.
            error: DispatchError,
        },
        /// An asset that the market did not take is auctioned.
        SaleOpened {
            /// The asset.
            asset: AssetId,
            /// Units for sale.
            units: Balance,
            /// The auction.
            auction: finch_types::AuctionId,
        },
        /// An auction is over.
        SaleFinished {
            /// The asset.
            asset: AssetId,
            /// Units that nobody bought. They stay in the basket.
            unsold: Balance,
        },
        /// An asset could not be traded and is left as it is until the next rebalance.
        LegDropped {
            /// The asset.
            asset: AssetId,
            /// What is left: units to sell, or planck of native to spend, by the stage.
            left: Balance,
            /// Sells or buys.
            stage: Stage,
        },
        /// A rebalance is over.
        RebalanceEnded {
            /// What its trades cost, against the oracle's prices.
            lost: Exact,
            /// What its trades gained, against the oracle's prices.
            gained: Exact,
            /// Planck of native that stay in the basket.
            cash: Balance,
        },
        /// Work failed and was undone. It is left out, or tried again later.
        WorkFailed {
            /// The work.
            unit: Unit,
            /// Why.
            error: DispatchError,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// There are no shares yet: governance launches the basket with `allocate`.
        NotLaunched,
        /// The amount is zero: give a positive one.
        AmountZero,
        /// Fewer shares than `MinIssue` are not issued.
        BelowMinIssue,
        /// The account has fewer shares than that.
        InsufficientShares,
        /// Too many shares were issued lately: issue fewer, or wait; all of the limit is there after `ThrottlePeriod`.
        ThrottleExceeded,
        /// A rebalance runs: issue or redeem in kind, or wait for its end.
        RebalanceRunning,
        /// The price of an asset is too old: issue or redeem in kind, or wait for the feed.
        PriceStale,
        /// An asset has no price: issue or redeem in kind.
        PriceMissing,
        /// The shares cost more than that.
        Overpriced,
        /// The shares bring less than that.
        Underpriced,
        /// The market has no pool of the asset, or too small a one.
        NoPool,
        /// The market is further from the oracle's price than `Tolerance`: trade less, trade in kind, or wait.
        OutOfBound,
        /// The asset is listed already.
        AlreadyListed,
        /// The asset is not listed.
        NotListed,
        /// So many assets are listed that there is no room for another: delist one.
        TooManyListed,
        /// There is no such asset, or it is the share itself, which cannot be in the basket.
        UnknownAsset,
        /// The basket holds so many assets that there is no room for another.
        TooManyHoldings,
        /// The asset is not in an auction of the basket.
        NotOnSale,
        /// The basket holds less of the asset than that: shares were redeemed since the auction opened. Buy less.
        LotShort,
        /// What would be left of the asset is less than its least balance: buy less, or all of it.
        DustLeft,
        /// The auction is of another seller.
        WrongLot,
        /// Nothing is due: call again later.
        NothingToDo,
        /// A number does not fit: an amount is out of any sensible range.
        Overflow,
        /// The books contradict each other. Must not happen; report it.
        Corrupted,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
            let mut meter = WeightMeter::with_limit(remaining);
            Self::run_next(&mut meter);
            meter.consumed()
        }

        fn integrity_test() {
            Self::check_constants();
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::call(weight(<T as Config>::WeightInfo))]
    impl<T: Config> Pallet<T> {
        /// Issues shares for the same part of everything in the basket, each rounded up.
        ///
        /// Needs no price and no market, and works while a rebalance runs. `quote_issue` tells what it takes.
        ///
        /// - `shares`: how many, in the smallest units of the share; at least `MinIssue`.
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::issue(MAX_HOLDINGS, 1))]
        pub fn issue(origin: OriginFor<T>, #[pallet::compact] shares: Balance) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let moved = Self::do_issue(&who, shares)?;
            Ok(Some(T::WeightInfo::issue(moved.holdings, moved.cash())).into())
        }

        /// Burns shares for the same part of everything in the basket, each rounded down.
        ///
        /// Always works: needs no price, no market and no auction house. What the account cannot receive stays in the
        /// basket and is named in the event. `quote_redeem` tells what it gives.
        ///
        /// - `shares`: how many, in the smallest units of the share.
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::redeem(MAX_HOLDINGS, 1))]
        pub fn redeem(origin: OriginFor<T>, #[pallet::compact] shares: Balance) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let moved = Self::do_redeem(&who, shares)?;
            Ok(Some(T::WeightInfo::redeem(moved.holdings, moved.cash())).into())
        }

        /// Buys in the market what shares cost, and issues them.
        ///
        /// Each purchase is within `Tolerance` of the oracle's price. Not while a rebalance runs, and only if every price
        /// is fresh.
        ///
        /// - `coin`: what to pay with. All of `max_amount` of an asset is sold for native first; what is left stays with
        ///   the account, in native.
        /// - `shares`: how many, in the smallest units of the share; at least `MinIssue`.
        /// - `max_amount`: the most to pay, in the smallest units of the coin.
        #[pallet::call_index(2)]
        #[pallet::weight(Pallet::<T>::weight_issue_with())]
        pub fn issue_with(
            origin: OriginFor<T>,
            coin: Coin,
            #[pallet::compact] shares: Balance,
            #[pallet::compact] max_amount: Balance,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_issue_with(who, coin, shares, max_amount)
        }

        /// Burns shares, and sells in the market what they give.
        ///
        /// Each trade is within `Tolerance` of the oracle's price. Not while a rebalance runs, and only if every price is
        /// fresh.
        ///
        /// - `coin`: what to be paid in. For an asset everything is sold for native first.
        /// - `shares`: how many, in the smallest units of the share.
        /// - `min_amount`: the least to receive, in the smallest units of the coin.
        #[pallet::call_index(3)]
        #[pallet::weight(Pallet::<T>::weight_redeem_to())]
        pub fn redeem_to(
            origin: OriginFor<T>,
            coin: Coin,
            #[pallet::compact] shares: Balance,
            #[pallet::compact] min_amount: Balance,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_redeem_to(who, coin, shares, min_amount)
        }

        /// Does the work that is due next: decides a month, takes fees, samples, rebalances, spends the allocation.
        ///
        /// Blocks do it by themselves in their idle time; this is for whoever does not want to wait. Free of charge when
        /// there was something to do.
        #[pallet::call_index(4)]
        #[pallet::weight(Pallet::<T>::weight_poke())]
        pub fn poke(origin: OriginFor<T>) -> DispatchResultWithPostInfo {
            ensure_signed(origin)?;
            let mut meter = WeightMeter::with_limit(Self::weight_poke());
            let worked = Self::run_next(&mut meter);
            // Without work the caller pays for the look, not for the most that the call could have cost.
            ensure!(worked, Error::<T>::NothingToDo.with_weight(meter.consumed()));
            Ok((Some(meter.consumed()), Pays::No).into())
        }

        /// Lists an asset: it is sampled from now on and may get a seat. For governance.
        ///
        /// - `asset`: an id of the assets pallet. Its feeds and its pool are for others to make.
        #[pallet::call_index(5)]
        pub fn list(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
            T::AdminOrigin::ensure_origin(origin)?;
            Self::do_list(asset)
        }

        /// Takes an asset off the list. A seat that it has it keeps until the next month. For governance.
        ///
        /// - `asset`: an id of the assets pallet.
        #[pallet::call_index(6)]
        pub fn delist(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
            T::AdminOrigin::ensure_origin(origin)?;
            Self::do_delist(asset)
        }

        /// Gives native of the treasury to the pool that becomes shares for the treasury, slice by slice. If there are no
        /// shares, all of the pool becomes the first ones at once. For governance.
        ///
        /// - `native`: planck.
        #[pallet::call_index(7)]
        pub fn allocate(origin: OriginFor<T>, #[pallet::compact] native: Balance) -> DispatchResult {
            T::AdminOrigin::ensure_origin(origin)?;
            Self::do_allocate(native)
        }
    }
}
