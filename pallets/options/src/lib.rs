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

mod agenda;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod books;
mod close;
mod create;
mod exercise;
mod fix;
mod hooks;
mod margin;
#[cfg(test)]
mod mock;
mod money;
mod reads;
mod reclaim;
mod redeem;
pub mod runtime_api;
mod sale;
mod settle;
#[cfg(test)]
mod tests;
mod try_state;
pub mod types;
mod vault;
pub mod weights;
mod write;

use finch_types::{Balance, Moment};
pub use pallet::*;
use sp_runtime::Permill;
pub use weights::WeightInfo;

/// Decimals of native.
pub const NATIVE_DECIMALS: u8 = 12;
/// The ratio that minting and withdrawing need, in per cent.
pub const MINT_RATIO: u32 = 150;
/// Below this ratio a courtesy call can be made, in per cent.
pub const CALL_RATIO: u32 = 125;
/// Below this ratio a vault is liquidated without a call, in per cent.
pub const LIQUIDATION_RATIO: u32 = 110;
/// The most that a buyer in a liquidation gets for a unit, in per cent of its obligation.
pub const MOST_FOR_UNIT: u32 = 110;
/// The longest that `CallPeriod` and `Pause` may be: a week.
pub const MAX_PAUSE: Moment = 604_800_000;
/// What whoever made the courtesy call gets of the proceeds: 1 %.
pub const REWARD: Permill = Permill::from_percent(1);
/// The longest time to the expiry: 2 years.
pub const MAX_LIFE: Moment = 2 * finch_types::MILLISECS_PER_YEAR;
/// The most that counts of either fee: 5 %.
pub const MAX_FEE: Permill = Permill::from_percent(5);
/// The most options that a vault can have written: 2^95, as much as pallet-auctions takes in a lot.
pub const MAX_WRITTEN: Balance = 1 << 95;
/// A purchase in a liquidation takes at least this part of the lot: a hundredth.
pub const BIDS_PER_LOT: Balance = 100;
/// The most vaults that one call settles or releases.
pub const MAX_STEP: u32 = 50;
/// Series that the idle time of a block moves on.
pub const IDLE_SERIES: u32 = 4;
/// Vaults of a series that the idle time of a block settles or releases.
pub const IDLE_STEP: u32 = 5;
/// After this time the idle time of blocks tries again to fix a price without a fresh feed: a minute.
pub const PRICE_RETRY: Moment = 60_000;
/// After this time it tries again a step that failed, and vaults that could not be sent, and hands over the fees of holders
/// who come late: a day.
pub const STEP_RETRY: Moment = 86_400_000;
/// So long after the grace the idle time of blocks sends vaults to their owners; later only calls do: a week.
pub const IDLE_RELEASE: Moment = 604_800_000;
/// The most coins that are new to the pallet when a series is made: three, and native.
const MOST_COINS: u32 = 4;
/// The most accounts, and as many approvals, that one call clears of a token that is destroyed.
pub const CLEAR_ITEMS: u32 = 50;

/// What benchmarks need of the runtime: no port can make an asset or set a feed.
#[cfg(feature = "runtime-benchmarks")]
pub trait BenchmarkHelper<Origin> {
    /// Makes `asset`, with a least balance of 1 and that keeps accounts alive, and lets the feed say `price`, in planck of
    /// native per unit.
    fn prepare(asset: finch_types::AssetId, price: finch_types::FixedU128);
    /// Sets the chain's clock, in milliseconds.
    fn set_time(now: Moment);
    /// An origin that may create margined series. Its account has money.
    fn admin() -> Origin;
}

// The macro numbers variants by casts, and expects what it has checked itself. The code of this module is calls of
// one line. Arguments are flat for clients: `create` has seven.
#[allow(clippy::as_conversions, clippy::expect_used, clippy::too_many_arguments)]
#[frame_support::pallet]
pub mod pallet {
    use super::{types::*, *};
    use finch_ports::{Alarm, AuctionHouse, FeeSink, Market, PriceFeed};
    use finch_types::{AssetId, AuctionId, Coin, FixedU128, OptionId, VaultId};
    use frame_support::{
        pallet_prelude::*,
        traits::{
            fungible::{self, hold},
            fungibles::{self, metadata},
            Time,
        },
        weights::WeightMeter,
        PalletId,
    };
    use frame_system::pallet_prelude::*;

    /// Native money taken from somebody and not yet given to anybody.
    pub type CreditOf<T> = fungible::Credit<<T as frame_system::Config>::AccountId, <T as Config>::Currency>;
    /// The same in an asset.
    pub type AssetCreditOf<T> = fungibles::Credit<<T as frame_system::Config>::AccountId, <T as Config>::Assets>;
    /// A series, as it is stored.
    pub type SeriesOf<T> = Series<<T as frame_system::Config>::AccountId>;
    /// A vault, as it is stored.
    pub type VaultOf<T> = Vault<<T as frame_system::Config>::AccountId>;
    /// A liquidation, as it is stored.
    pub type SaleOf<T> = Sale<<T as frame_system::Config>::AccountId>;

    #[pallet::config]
    pub trait Config: frame_system::Config {
        /// Native.
        type Currency: fungible::Inspect<Self::AccountId, Balance = Balance>
            + fungible::Mutate<Self::AccountId>
            + fungible::Balanced<Self::AccountId>
            + hold::Mutate<Self::AccountId, Reason = Self::RuntimeHoldReason>;

        /// Names what the pallet puts on hold.
        type RuntimeHoldReason: From<HoldReason>;

        /// Every other coin, and the option tokens.
        type Assets: fungibles::Inspect<Self::AccountId, AssetId = AssetId, Balance = Balance>
            + fungibles::Mutate<Self::AccountId>
            + fungibles::Balanced<Self::AccountId>
            + fungibles::Create<Self::AccountId>
            + fungibles::Destroy<Self::AccountId>
            + metadata::Inspect<Self::AccountId>
            + metadata::Mutate<Self::AccountId>
            + metadata::MetadataDeposit<Balance>;

        /// What coins are worth. A synthetic is priced as what it is.
        type Feeds: PriceFeed;

        /// Where options are sold for native.
        type Market: Market<Self::AccountId, Credit = CreditOf<Self>>;

        /// Where vaults are liquidated.
        type House: AuctionHouse;

        /// Where fees go: those of a premium at once, those of holders with the next step of the series after its expiry.
        type FeeSink: FeeSink<CreditOf<Self>> + FeeSink<AssetCreditOf<Self>>;

        /// Rings from the first appointment on.
        type Alarm: Alarm;

        /// The chain's clock, in milliseconds.
        type Time: Time<Moment = Moment>;

        /// Who makes margined series and has a say about prices that are wrong or missing. The account pays the deposits.
        type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

        /// Whether series can be made and options minted. Exits are always open.
        type EntriesOpen: Get<bool>;

        /// The part of the premium that `write_and_sell` takes; at most [`MAX_FEE`] counts.
        type WriteFee: Get<Permill>;

        /// The part of what an exercise or a redemption of a series that is made now pays; at most [`MAX_FEE`] counts.
        type ExerciseFee: Get<Permill>;

        /// Names the account in which all collateral lies.
        #[pallet::constant]
        type PalletId: Get<PalletId>;

        /// The token of series 0; those of the others follow. No other pallet uses an id from here on.
        #[pallet::constant]
        type FirstOptionAssetId: Get<AssetId>;

        /// Planck on hold for a series.
        #[pallet::constant]
        type SeriesDeposit: Get<Balance>;

        /// Planck on hold for a vault.
        #[pallet::constant]
        type VaultDeposit: Get<Balance>;

        /// In which the price of an expiry can be replaced, in milliseconds.
        #[pallet::constant]
        type LockPeriod: Get<Moment>;

        /// After this time without a price governance may give it, after twice the time anybody can do without, in
        /// milliseconds; above 0.
        #[pallet::constant]
        type PriceTimeout: Get<Moment>;

        /// In which only the owner of a vault takes out its rest, in milliseconds.
        #[pallet::constant]
        type Grace: Get<Moment>;

        /// How long the price of a liquidation falls, in milliseconds; above 0, and what the auction house takes.
        #[pallet::constant]
        type SalePeriod: Get<Moment>;

        /// What a courtesy call gives the owner of a vault, in milliseconds; above 0, at most [`MAX_PAUSE`].
        #[pallet::constant]
        type CallPeriod: Get<Moment>;

        /// From the end of a liquidation to the next one of the same vault, in milliseconds; above 0, at most [`MAX_PAUSE`].
        #[pallet::constant]
        type Pause: Get<Moment>;

        /// Measured weights.
        type WeightInfo: WeightInfo;

        /// Makes assets, prices and time.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: BenchmarkHelper<Self::RuntimeOrigin>;
    }

    #[pallet::pallet]
    pub struct Pallet<T>(_);

    /// Why native is on hold.
    #[pallet::composite_enum]
    pub enum HoldReason {
        /// For a series that is not closed.
        Series,
        /// For a vault that is not empty.
        Vault,
    }

    /// The series that are not closed.
    // The keys are counted by the pallet, nobody can choose them.
    #[pallet::storage]
    pub type AllSeries<T: Config> = StorageMap<_, Twox64Concat, OptionId, SeriesOf<T>>;

    /// The number of the next series.
    #[pallet::storage]
    pub type NextOptionId<T: Config> = StorageValue<_, OptionId, ValueQuery>;

    /// The series with these terms.
    #[pallet::storage]
    pub type Ids<T: Config> = StorageMap<_, Blake2_128Concat, Terms, OptionId>;

    /// What an account has in a series.
    #[pallet::storage]
    pub type Vaults<T: Config> =
        StorageDoubleMap<_, Twox64Concat, OptionId, Blake2_128Concat, T::AccountId, VaultOf<T>>;

    /// The liquidations whose auction has not ended, by the number that the vault has in it.
    #[pallet::storage]
    pub type Sales<T: Config> = StorageMap<_, Twox64Concat, VaultId, SaleOf<T>>;

    /// The number of the next vault that is liquidated.
    #[pallet::storage]
    pub type NextVaultId<T: Config> = StorageValue<_, VaultId, ValueQuery>;

    /// Units of a coin that the account keeps and that belong to nobody, so that no transfer leaves dust.
    #[pallet::storage]
    pub type Kept<T: Config> = StorageMap<_, Blake2_128Concat, Coin, Balance>;

    /// When the idle time of blocks looks at which series, the earliest first: `AllSeries[i].next` of all that have one.
    // The order of the keys is that of time, so they are not hashed. They are short: whoever chooses the times of expiry
    // can make the trie 24 steps deep and no deeper.
    #[pallet::storage]
    pub type Agenda<T: Config> = StorageMap<_, Identity, Slot, ()>;

    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// There is a new series.
        SeriesCreated {
            /// Its number.
            series: OptionId,
            /// The asset that the option is.
            token: AssetId,
            /// Who made it.
            creator: T::AccountId,
            /// What it is.
            terms: Terms,
        },
        /// Collateral came in.
        Deposited {
            /// The series.
            series: OptionId,
            /// Whose vault.
            owner: T::AccountId,
            /// Units of the collateral.
            amount: Balance,
        },
        /// Collateral went back to its owner.
        Withdrawn {
            /// The series.
            series: OptionId,
            /// Whose vault.
            owner: T::AccountId,
            /// Units of the collateral.
            amount: Balance,
        },
        /// Options were minted.
        Minted {
            /// The series.
            series: OptionId,
            /// Whose vault has written them, and who has them.
            owner: T::AccountId,
            /// Units.
            amount: Balance,
        },
        /// A writer burned options to close.
        Burned {
            /// The series.
            series: OptionId,
            /// Whose vault.
            owner: T::AccountId,
            /// Units.
            amount: Balance,
        },
        /// Options that were just minted were sold on the market.
        Sold {
            /// The series.
            series: OptionId,
            /// The writer.
            owner: T::AccountId,
            /// Units.
            amount: Balance,
            /// Planck that the market paid.
            premium: Balance,
            /// Planck of it that went to the fee sink.
            fee: Balance,
        },
        /// Options were exercised.
        Exercised {
            /// The series.
            series: OptionId,
            /// The holder.
            who: T::AccountId,
            /// Units.
            amount: Balance,
            /// What the holder brought: units of the strike asset (call) or of the underlying (put).
            brought: Balance,
            /// Units of the collateral that left, the fee included.
            paid: Balance,
            /// Units of it that are the fee.
            fee: Balance,
        },
        /// Options were redeemed after the settlement.
        Redeemed {
            /// The series.
            series: OptionId,
            /// The holder.
            who: T::AccountId,
            /// Units.
            amount: Balance,
            /// Units of the collateral that left, the fee included.
            paid: Balance,
            /// Units of it that are the fee.
            fee: Balance,
        },
        /// A vault is gone: the rest went to its owner.
        Reclaimed {
            /// The series.
            series: OptionId,
            /// Whose vault.
            owner: T::AccountId,
            /// Options that it had written.
            written: Balance,
            /// Units of the collateral that it bore for what was exercised.
            borne: Balance,
            /// Units of the collateral that went back.
            collateral: Balance,
            /// Units of what exercises had brought that it got.
            received: Balance,
        },
        /// A vault could not be sent to its owner: it waits until the owner can take it.
        ReleaseFailed {
            /// The series.
            series: OptionId,
            /// Whose vault.
            owner: T::AccountId,
            /// Why.
            error: DispatchError,
        },
        /// A rest that an account could not take went to the fee sink.
        DustSunk {
            /// Who could not take it.
            who: T::AccountId,
            /// In what.
            coin: Coin,
            /// Units.
            amount: Balance,
        },
        /// A vault was called: its owner has `CallPeriod` to make it safer.
        MarginCalled {
            /// The series.
            series: OptionId,
            /// Whose vault.
            owner: T::AccountId,
            /// Who gets the reward if it is liquidated.
            caller: T::AccountId,
            /// From then on it can be liquidated, in milliseconds of the chain's clock.
            until: Moment,
        },
        /// A vault is secured again: the call is dropped.
        CallDropped {
            /// The series.
            series: OptionId,
            /// Whose vault.
            owner: T::AccountId,
        },
        /// A vault is liquidated.
        LiquidationOpened {
            /// The series.
            series: OptionId,
            /// Whose vault.
            owner: T::AccountId,
            /// The number that the vault has in the auction.
            vault: VaultId,
            /// The number of the auction.
            auction: AuctionId,
            /// Options to be brought.
            units: Balance,
            /// Planck of native per unit now.
            start: FixedU128,
            /// Planck of native per unit at the end.
            floor: FixedU128,
            /// Who gets the reward.
            caller: T::AccountId,
        },
        /// Options were burned for collateral of a vault.
        Liquidated {
            /// The series.
            series: OptionId,
            /// Whose vault.
            owner: T::AccountId,
            /// The number that the vault has in the auction.
            vault: VaultId,
            /// Who brought the options.
            buyer: T::AccountId,
            /// Options burned.
            units: Balance,
            /// Units of the collateral that the buyer got.
            collateral: Balance,
            /// Planck that the buyer paid.
            paid: Balance,
            /// Planck of it for whoever made the courtesy call, or the liquidation if nobody did.
            reward: Balance,
        },
        /// A liquidation is over. What was not sold stays with the vault.
        LiquidationEnded {
            /// The series.
            series: OptionId,
            /// Whose vault.
            owner: T::AccountId,
            /// The number that the vault had in the auction.
            vault: VaultId,
            /// Units not sold.
            unsold: Balance,
        },
        /// The prices of the expiry are fixed, or replaced by governance.
        PriceFixed {
            /// The series.
            series: OptionId,
            /// The prices.
            prices: Prices,
            /// Who says so.
            source: Source,
            /// From then on they never change, in milliseconds of the chain's clock.
            final_at: Moment,
        },
        /// What a vault owes is booked.
        VaultSettled {
            /// The series.
            series: OptionId,
            /// Whose vault.
            owner: T::AccountId,
            /// Options that it had written.
            written: Balance,
            /// Units of the collateral that are the holders' now.
            owed: Balance,
            /// Units that it owed above its collateral.
            shortfall: Balance,
        },
        /// What all vaults owe is booked: options can be redeemed.
        SeriesSettled {
            /// The series.
            series: OptionId,
            /// Options that are open.
            open: Balance,
            /// Units of the collateral that are owed to their holders.
            owed: Balance,
            /// Units that are missing.
            shortfall: Balance,
        },
        /// The token is being destroyed: settle again.
        CloseUnfinished {
            /// The series.
            series: OptionId,
        },
        /// A series is gone, and the deposits are returned.
        SeriesClosed {
            /// The series.
            series: OptionId,
            /// Options that were worthless.
            expired: Balance,
        },
        /// The idle time of a block could not move a series on.
        StepSkipped {
            /// The series.
            series: OptionId,
            /// Why.
            error: DispatchError,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// There is no such series: it never was, or it is closed.
        NoSeries,
        /// There is no such vault: it never was, or it is empty and gone.
        NoVault,
        /// The auction does not sell for this pallet, or has ended: look for its number in the events.
        NoSale,
        /// An amount of 0: give more.
        AmountZero,
        /// Governance has stopped new series and options. Every exit is open.
        EntriesStopped,
        /// Underlying and strike asset are the same coin: take two.
        SameCoin,
        /// There is no such asset, or it is an option itself.
        UnknownCoin,
        /// A coin has more than 38 decimals.
        TooManyDecimals,
        /// A whole coin of the underlying is worth less than a unit of the strike asset at this strike, or more than fits.
        BadStrike,
        /// The expiry has passed, or is more than 2 years away.
        BadExpiry,
        /// A series with these terms exists: use it.
        AlreadyExists,
        /// There are no numbers left for series, their tokens or vaults.
        NoMoreIds,
        /// The expiry has passed: reclaim or redeem instead.
        Expired,
        /// The expiry has not passed: wait.
        NotExpired,
        /// Only for a covered series: this one is redeemed after its settlement.
        NotCovered,
        /// Only for a margined series: this one needs no price.
        NotMargined,
        /// The vault has too little collateral for that: deposit more, or mint or withdraw less.
        TooLittleCollateral,
        /// A vault can not have written more than 2^95 units: use another account.
        TooMuchWritten,
        /// More than there is: of the vault's collateral, or of what it has written.
        TooMuch,
        /// The account has fewer options than that.
        InsufficientOptions,
        /// The amount is so small that nothing is paid for it: take more.
        TooLittle,
        /// The vault is being liquidated: wait for the end of the auction.
        InLiquidation,
        /// The price of a coin is too old: wait for the feed.
        PriceStale,
        /// There is no price of a coin: wait for the feed.
        PriceMissing,
        /// The ratio is 125 % or more, or nothing is written.
        NotCallable,
        /// The vault is called already.
        AlreadyCalled,
        /// The vault is the caller's own: deposit or burn to make it safer; others call and liquidate it.
        OwnVault,
        /// The ratio is 110 % or more, and the time of a courtesy call is not over: wait for the time in its event.
        NotLiquidatable,
        /// A liquidation has just ended: wait for the constant `Pause`.
        Resting,
        /// More units than the vault has written: take fewer.
        TooManyUnits,
        /// The price of the expiry is fixed already.
        AlreadyFixed,
        /// The price of the expiry is not fixed yet: fix it.
        NotFixed,
        /// The price of the expiry is final, or was replaced already.
        PriceFinal,
        /// Governance can give a price only when there was none for long.
        FeedHasTime,
        /// Not a possible price: 0, native not 1, or the same coin at two prices.
        BadPrice,
        /// The price can still be replaced: wait for the end of the lock period.
        PriceNotFinal,
        /// What the vaults owe is not booked yet: settle the series.
        NotSettled,
        /// The options of this series are worth nothing.
        Worthless,
        /// For now only the owner can reclaim this vault: wait for the end of the grace.
        GraceRunning,
        /// No vault, or more than 50, were asked for.
        BadLimit,
        /// There is nothing to do for this series: it waits for its holders to redeem.
        NothingToDo,
        /// A number does not fit: amounts or prices are out of any sensible range.
        Overflow,
        /// The books contradict each other. Must not happen; report it.
        Corrupted,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
            let mut meter = WeightMeter::with_limit(remaining);
            Self::run_idle(&mut meter);
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
        /// Makes a series. If the collateral is what an exercise delivers (the underlying of a call, the strike asset of a
        /// put), anybody can, and the options are American; else governance can, and they are European.
        ///
        /// The creator pays a deposit and the name of the token, which come back when the series is closed, and for a coin that
        /// is new to this pallet its least balance, which does not.
        ///
        /// - `underlying`: what can be bought or sold.
        /// - `strike_asset`: what it is bought with, or sold for; another coin.
        /// - `collateral`: what writers lock.
        /// - `kind`: call or put.
        /// - `strike`: whole coins of the strike asset for one whole coin of the underlying, 1e-18 fixed point.
        /// - `expiry`: milliseconds of the chain's clock; at most 2 years ahead.
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::create(MOST_COINS))]
        pub fn create(
            origin: OriginFor<T>,
            underlying: Coin,
            strike_asset: Coin,
            collateral: Coin,
            kind: Kind,
            strike: FixedU128,
            expiry: Moment,
        ) -> DispatchResultWithPostInfo {
            let coins = Coins {
                underlying,
                strike_asset,
                collateral,
            };
            let new_coins = Self::do_create(origin, coins, kind, strike, expiry)?;
            Ok(Some(T::WeightInfo::create(new_coins)).into())
        }

        /// Puts collateral into the caller's vault of a series. The first time a deposit is put on hold until the vault is
        /// empty.
        ///
        /// - `series`: its number.
        /// - `amount`: smallest units of the collateral.
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::deposit().max(T::WeightInfo::deposit_cure()))]
        pub fn deposit(origin: OriginFor<T>, series: OptionId, amount: Balance) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_deposit(who, series, amount)
        }

        /// Takes collateral that is not needed out of the caller's vault.
        ///
        /// - `series`: its number.
        /// - `amount`: smallest units of the collateral.
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::withdraw().max(T::WeightInfo::withdraw_all()))]
        pub fn withdraw(origin: OriginFor<T>, series: OptionId, amount: Balance) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_withdraw(who, series, amount)
        }

        /// Mints options against the collateral of the caller's vault.
        ///
        /// - `series`: its number.
        /// - `amount`: smallest units of the underlying.
        #[pallet::call_index(3)]
        pub fn mint(origin: OriginFor<T>, series: OptionId, amount: Balance) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_mint(who, series, amount)
        }

        /// Burns options of the caller, whose vault has written them: closes a part of it, and frees its collateral.
        ///
        /// - `series`: its number.
        /// - `amount`: smallest units of the underlying.
        #[pallet::call_index(4)]
        pub fn burn(origin: OriginFor<T>, series: OptionId, amount: Balance) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_burn(who, series, amount)
        }

        /// Deposits what is missing, mints options, and sells them on the market, all or nothing.
        ///
        /// - `series`: its number.
        /// - `amount`: smallest units of the underlying.
        /// - `min_premium`: planck that the market has to pay at least. The fee is taken off it.
        #[pallet::call_index(5)]
        #[pallet::weight(T::WeightInfo::write_and_sell().saturating_add(T::Market::weight_trade()))]
        pub fn write_and_sell(
            origin: OriginFor<T>,
            series: OptionId,
            amount: Balance,
            min_premium: Balance,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_write_and_sell(who, series, amount, min_premium)
        }

        /// Exercises options of a covered series before its expiry: brings the strike asset and gets the underlying (call),
        /// or the other way round (put). The runtime API `exercisable` tells how much.
        ///
        /// - `series`: its number.
        /// - `amount`: smallest units of the underlying.
        #[pallet::call_index(6)]
        pub fn exercise(origin: OriginFor<T>, series: OptionId, amount: Balance) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_exercise(who, series, amount)
        }

        /// Redeems options of a margined series that is settled for their share of what the vaults owe.
        ///
        /// - `series`: its number.
        /// - `amount`: smallest units of the underlying.
        #[pallet::call_index(7)]
        pub fn redeem(origin: OriginFor<T>, series: OptionId, amount: Balance) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_redeem(who, series, amount)
        }

        /// Takes the rest out of the caller's vault after the expiry (and the settlement, of a margined series).
        ///
        /// - `series`: its number.
        #[pallet::call_index(8)]
        pub fn reclaim(origin: OriginFor<T>, series: OptionId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_reclaim(who, series)
        }

        /// Sends the rest of somebody's vault to its owner, after the grace. Anybody may call it.
        ///
        /// - `series`: its number.
        /// - `owner`: whose vault.
        #[pallet::call_index(9)]
        pub fn release(origin: OriginFor<T>, series: OptionId, owner: T::AccountId) -> DispatchResult {
            ensure_signed(origin)?;
            Self::do_release(owner, series)
        }

        /// Tells the owner of a margined vault below 125 % that it can be liquidated after `CallPeriod`. Anybody else may call
        /// it, and gets a hundredth of the proceeds of a liquidation.
        ///
        /// - `series`: its number.
        /// - `owner`: whose vault.
        #[pallet::call_index(10)]
        pub fn call_margin(origin: OriginFor<T>, series: OptionId, owner: T::AccountId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_call_margin(who, series, owner)
        }

        /// Puts a margined vault below 110 %, or below 125 % and called `CallPeriod` ago, into an auction. Drops the call of one
        /// that is secured again. Anybody but its owner may call it.
        ///
        /// - `series`: its number.
        /// - `owner`: whose vault.
        #[pallet::call_index(11)]
        #[pallet::weight(T::WeightInfo::liquidate().saturating_add(T::House::weight_open()))]
        pub fn liquidate(origin: OriginFor<T>, series: OptionId, owner: T::AccountId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_liquidate(who, series, owner)
        }

        /// Fixes the prices of the expiry of a margined series: what the feed says now. Anybody may call it; blocks do it by
        /// themselves in their idle time.
        ///
        /// - `series`: its number.
        #[pallet::call_index(12)]
        pub fn fix_price(origin: OriginFor<T>, series: OptionId) -> DispatchResult {
            ensure_signed(origin)?;
            Self::do_fix_price(series)
        }

        /// Replaces the prices of the expiry in the lock period, once, or gives them if there were none for long. Governance
        /// only. Prices are planck of native per smallest unit, 1e-18 fixed point; that of native is 1.
        ///
        /// - `series`: its number.
        /// - `underlying`: price of the underlying.
        /// - `strike_asset`: price of the strike asset.
        /// - `collateral`: price of the collateral.
        #[pallet::call_index(13)]
        pub fn dispute(
            origin: OriginFor<T>,
            series: OptionId,
            underlying: FixedU128,
            strike_asset: FixedU128,
            collateral: FixedU128,
        ) -> DispatchResult {
            T::AdminOrigin::ensure_origin(origin)?;
            let prices = Prices {
                underlying,
                strike_asset,
                collateral,
            };
            Self::do_dispute(series, prices)
        }

        /// Moves a series on that is over: hands over its fees, books what the vaults of a margined series owe, after the grace
        /// sends vaults to their owners, and in the end closes the series. Anybody may call it, again and again; blocks do it
        /// by themselves in their idle time, from the lock period or the grace on.
        ///
        /// - `series`: its number.
        /// - `limit`: how many vaults to look at; 1 to 50.
        #[pallet::call_index(14)]
        #[pallet::weight(Pallet::<T>::weight_settle(*limit))]
        pub fn settle(origin: OriginFor<T>, series: OptionId, limit: u32) -> DispatchResult {
            ensure_signed(origin)?;
            Self::do_settle(series, limit)
        }
    }
}
