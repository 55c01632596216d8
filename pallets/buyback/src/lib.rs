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

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod books;
mod deposit;
mod hooks;
#[cfg(test)]
mod mock;
mod plan;
mod reads;
pub mod runtime_api;
mod sale;
mod step;
#[cfg(test)]
mod tests;
mod try_state;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
use finch_types::{AssetId, FixedU128};
use finch_types::{Balance, Perbill};
pub use pallet::*;
pub use weights::WeightInfo;

/// What fees can be taken for: the variants of [`finch_types::FeeSource`].
pub const SOURCES: u32 = 8;
/// The most of what comes in that can be distributed: 50 %. The rest is burned.
pub const MAX_SHARE: Perbill = Perbill::from_percent(50);
/// After so many trades in a row that failed in the idle time of blocks, an auction is opened instead.
pub const MAX_MISSES: u8 = 5;
/// A pool that would take more trades than this for what waits is too thin to wait for: an auction is opened instead.
pub const MAX_STEPS: Balance = 1_000;
/// The most units in one auction: 2^95, as much as pallet-auctions takes.
pub const MAX_LOT: Balance = 1 << 95;
/// A purchase in an auction takes at least this part of the lot: a hundredth.
pub const BIDS_PER_LOT: Balance = 100;
/// Where the price of an auction starts and ends while the feed is fresh, in percent of its price.
pub const FRESH_RANGE: (u128, u128) = (110, 90);
/// Where the price of an auction starts and ends while it is not, in percent of the last fresh price that was seen.
pub const STALE_RANGE: (u128, u128) = (200, 50);

/// What benchmarks need of the runtime: no port can make an asset or set a feed.
#[cfg(feature = "runtime-benchmarks")]
pub trait BenchmarkHelper {
    /// Makes `asset`, with a least balance of 1, and lets the feed say `price`, in planck of native per unit.
    fn prepare(asset: AssetId, price: FixedU128);
}

// The macro numbers variants by casts, and expects what it has checked itself. The code of this module is calls of
// one line.
#[allow(clippy::as_conversions, clippy::expect_used)]
#[frame_support::pallet]
pub mod pallet {
    use super::{types::*, *};
    use finch_ports::{AuctionHouse, Market, PriceFeed};
    use finch_types::{AssetId, AuctionId, Coin, FeeSource, FixedU128, Moment};
    use frame_support::{
        pallet_prelude::*,
        traits::{fungible, fungibles},
        weights::WeightMeter,
        PalletId,
    };
    use frame_system::pallet_prelude::*;

    /// Native money taken from somebody and not yet given to anybody.
    pub type CreditOf<T> = fungible::Credit<<T as frame_system::Config>::AccountId, <T as Config>::Currency>;
    /// The same in an asset.
    pub type AssetCreditOf<T> = fungibles::Credit<<T as frame_system::Config>::AccountId, <T as Config>::Assets>;
    /// What waits of an asset, as it is stored.
    pub type PotOf<T> = Pot<BlockNumberFor<T>>;

    #[pallet::config]
    pub trait Config: frame_system::Config {
        /// The coin that is bought back.
        type Currency: fungible::Inspect<Self::AccountId, Balance = Balance>
            + fungible::Mutate<Self::AccountId>
            + fungible::Balanced<Self::AccountId>;

        /// What fees are taken in beside it.
        type Assets: fungibles::Inspect<Self::AccountId, AssetId = AssetId, Balance = Balance>
            + fungibles::Mutate<Self::AccountId>
            + fungibles::Balanced<Self::AccountId>
            + fungibles::metadata::Inspect<Self::AccountId>;

        /// What an asset is worth in native.
        type Feeds: PriceFeed;

        /// Where assets are sold for native.
        type Market: Market<Self::AccountId, Credit = CreditOf<Self>>;

        /// Where they are sold if the market is too thin, or without a price.
        type House: AuctionHouse;

        /// The share of what comes in that is distributed and not burned; at most [`MAX_SHARE`] counts.
        type DistributionShare: Get<Perbill>;

        /// Who gets that share. What this account cannot take is burned.
        type Distribution: Get<Self::AccountId>;

        /// Blocks from one step to the next; 0 counts as 1.
        type Period: Get<BlockNumberFor<Self>>;

        /// Names the account in which fees in assets wait. The account needs the existential deposit from genesis on: it
        /// never spends it, and assets that do not keep an account alive cannot be taken without it.
        #[pallet::constant]
        type PalletId: Get<PalletId>;

        /// How far below the price of the feed, and below the pool's price at the end of the last block, a trade may be
        /// paid, its fee and its own slippage included; 1e-18 fixed point, above 0 and below 1.
        #[pallet::constant]
        type Tolerance: Get<FixedU128>;

        /// The most of what a pool holds of an asset to sell in one trade; above 0.
        #[pallet::constant]
        type MaxPart: Get<Perbill>;

        /// Blocks after which a mark of a pool's price is too old to trade with; at least 1.
        #[pallet::constant]
        type MaxMarkAge: Get<BlockNumberFor<Self>>;

        /// How long the price of an auction falls, in milliseconds; above 0, and what the auction house takes.
        #[pallet::constant]
        type SalePeriod: Get<Moment>;

        /// What a lot has to be worth to be put into an auction, in planck of native; above 0.
        #[pallet::constant]
        type MinSale: Get<Balance>;

        /// Measured weights.
        type WeightInfo: WeightInfo;

        /// Makes assets and prices.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: BenchmarkHelper;
    }

    #[pallet::pallet]
    pub struct Pallet<T>(_);

    /// What was taken of a coin for a source since genesis, and what became of it: of native, and of an asset while nothing
    /// waits of that source. While something does, its flow is in the pot.
    // Neither assets with fees nor sources are anybody's choice.
    #[pallet::storage]
    pub type Flows<T: Config> = StorageMap<_, Twox64Concat, (Coin, FeeSource), Flow, ValueQuery>;

    /// What waits to be sold of an asset. There is no pot of which nothing waits and nothing is in an auction.
    // Products take fees in few assets, which nobody can choose.
    #[pallet::storage]
    pub type Pots<T: Config> = StorageMap<_, Twox64Concat, AssetId, PotOf<T>>;

    /// Whose turn it was last, and whose it is next.
    #[pallet::storage]
    pub type Turn<T: Config> = StorageValue<_, Turns<BlockNumberFor<T>>, ValueQuery>;

    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// A fee came in. There is none of these for transaction fees, of which each extrinsic has an event already.
        FeeTaken {
            /// What it was paid in.
            coin: Coin,
            /// What it was charged for.
            source: FeeSource,
            /// Units of the coin.
            amount: Balance,
            /// Planck of it that were burned; 0 if it was paid in an asset, which waits.
            burned: Balance,
            /// Planck of it that were distributed; 0 if it was paid in an asset.
            distributed: Balance,
        },
        /// A fee in an asset could not be kept, because the account cannot hold it: it was burned as that asset. It is not
        /// in the flows.
        FeeLost {
            /// The asset.
            asset: AssetId,
            /// What it was charged for.
            source: FeeSource,
            /// Units of the asset.
            amount: Balance,
        },
        /// The price of a pool was noted. From the next block on its asset can be traded.
        Marked {
            /// The asset.
            asset: AssetId,
            /// Planck of native per unit.
            price: FixedU128,
        },
        /// Native was bought back, burned and distributed.
        BoughtBack {
            /// The asset that was sold for it.
            asset: AssetId,
            /// What the fee was charged for.
            source: FeeSource,
            /// Units of the asset sold.
            units: Balance,
            /// Planck of native received: `burned + distributed`.
            native: Balance,
            /// Planck burned.
            burned: Balance,
            /// Planck distributed.
            distributed: Balance,
            /// The auction in which it was sold; none on the market.
            auction: Option<AuctionId>,
        },
        /// What waits of an asset was put into an auction with a falling price.
        SaleOpened {
            /// The asset.
            asset: AssetId,
            /// What the fee was charged for.
            source: FeeSource,
            /// Units for sale.
            units: Balance,
            /// The number of the auction.
            auction: AuctionId,
            /// Planck of native per unit now.
            start: FixedU128,
            /// Planck of native per unit at the end.
            floor: FixedU128,
        },
        /// An auction is over. What was not sold waits again.
        SaleEnded {
            /// The asset.
            asset: AssetId,
            /// What the fee was charged for.
            source: FeeSource,
            /// The number of the auction.
            auction: AuctionId,
            /// Units not sold.
            unsold: Balance,
        },
        /// It was the turn of an asset, and its step failed or there was no price to take it at. The next asset has its
        /// turn. There is none of these while an auction runs or too little waits.
        StepSkipped {
            /// The asset.
            asset: AssetId,
            /// Why.
            error: DispatchError,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// Nothing of this asset waits to be sold: there is nothing to do.
        NothingPending,
        /// This asset is in an auction: buy there, or wait until it has ended.
        SaleRunning,
        /// The price of the pool was noted in this block: try in the next block.
        StepTooSoon,
        /// There is no fresh price of this asset and there never was one: wait for the feed.
        NoPrice,
        /// The market has no pool of this asset, or one too thin for what waits. Anybody can bring that about for a moment, so
        /// only the idle time of a block, at its end, opens an auction for it: wait for the turn of the asset.
        MarketThin,
        /// The market is too thin for what waits, and it is worth too little for an auction: wait until there is more.
        TooLittle,
        /// The auction does not sell for this pallet, or has ended: look for its number in the events.
        NoSale,
        /// More units than are in the auction: take fewer.
        TooManyUnits,
        /// What would be left is less than the least balance of the asset: take less, or all of it.
        DustLeft,
        /// A number does not fit: amounts or prices are out of any sensible range.
        Overflow,
        /// The books contradict each other, or the market broke its word. Must not happen; report it.
        Corrupted,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn on_idle(now: BlockNumberFor<T>, remaining: Weight) -> Weight {
            let mut meter = WeightMeter::with_limit(remaining);
            Self::run_idle(now, &mut meter);
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
        /// Takes the next step for an asset now: notes the price of its pool, sells a slice of it, or, if there is no fresh
        /// price or trades have failed too often, puts it into an auction. Anybody may call it; at most one slice of an asset
        /// is sold in a block, whoever asks.
        ///
        /// Blocks do it by themselves in their idle time; this is for whoever does not want to wait. The runtime API
        /// `next` tells what it would do.
        ///
        /// - `asset`: one of those that `buyback_status` lists.
        #[pallet::call_index(0)]
        #[pallet::weight(Pallet::<T>::weight_poke())]
        pub fn poke(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
            ensure_signed(origin)?;
            Self::do_poke(asset)
        }
    }
}
