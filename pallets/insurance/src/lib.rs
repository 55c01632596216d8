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

mod assess;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod books;
mod buy;
mod claims;
mod hooks;
mod join;
mod loss;
#[cfg(test)]
mod mock;
mod products;
mod reads;
pub mod runtime_api;
#[cfg(test)]
mod tests;
mod try_state;
pub mod types;
pub mod weights;
mod withdraw;

use finch_math::cover::DAY;
use finch_types::{Balance, FixedU128, Moment};
pub use pallet::*;
pub use weights::WeightInfo;

/// At most so many products.
pub const MAX_PRODUCTS: u32 = 32;
/// Shares that nobody has and that count as if there were a planck for them: so many are given for the first planck.
pub const VIRTUAL_SHARES: Balance = 1_000_000;
/// When a share is worth less than one part of so many of what the first was, the next member starts a new round.
pub const LEAST_PART: Balance = 1_000_000_000;
/// The lowest rate of a product: 1 % a year.
pub const MIN_RATE: FixedU128 = FixedU128::from_inner(10_000_000_000_000_000);
/// The highest rate that a product can be given: 100 % a year. Sales may bump it further.
pub const MAX_RATE: FixedU128 = FixedU128::from_inner(1_000_000_000_000_000_000);
/// By how much selling the whole capacity of a product lifts its rate: 5 points.
pub const FULL_BUMP: FixedU128 = FixedU128::from_inner(50_000_000_000_000_000);
/// By how much a rate falls in a day, until it is at its target: 2 points.
pub const FALL_A_DAY: FixedU128 = FixedU128::from_inner(20_000_000_000_000_000);
/// The longest time that can be bought, in days.
pub const MAX_DAYS: u32 = 365;
/// A cover can be renewed in this last part of its life: 30 days.
pub const RENEWAL_WINDOW: Moment = 30 * DAY;
/// The longest that `WithdrawalWindow`, `VotePeriod` and `CoolDown` may be: 30 days.
pub const MAX_PERIOD: Moment = 30 * DAY;
/// How long stake waits before it can be released: 14 days.
pub const STAKE_NOTICE: Moment = 14 * DAY;
/// So many days a call ends at most before it does what it is for.
pub const CATCH_UP: u32 = 2;
/// So many days a poke ends at most.
pub const POKE_DAYS: u32 = 16;
/// So many days and covers the idle time of a block takes on at most.
pub const STEPS_PER_BLOCK: u32 = 64;

/// What benchmarks need of the runtime: no port can set the clock.
#[cfg(feature = "runtime-benchmarks")]
pub trait BenchmarkHelper {
    /// Sets the chain's clock, in milliseconds.
    fn set_time(now: Moment);
}

// The macro numbers variants by casts, and expects what it has checked itself. The code of this module is calls of
// one line.
#[allow(clippy::as_conversions, clippy::expect_used)]
#[frame_support::pallet]
pub mod pallet {
    use super::{types::*, *};
    use alloc::vec::Vec;
    use finch_ports::{Alarm, FeeSink, KnownLosses, Risk};
    use finch_types::{ClaimId, CoverId, SeriesId};
    use frame_support::{
        pallet_prelude::*,
        traits::{fungible, Time},
        weights::WeightMeter,
        PalletId,
    };
    use frame_system::pallet_prelude::*;
    use sp_arithmetic::Permill;
    use sp_runtime::traits::StaticLookup;

    /// Native money taken from somebody and not yet given to anybody.
    pub type CreditOf<T> = fungible::Credit<<T as frame_system::Config>::AccountId, <T as Config>::Currency>;

    #[pallet::config]
    pub trait Config: frame_system::Config {
        /// The coin of capital, premiums and payouts.
        type Currency: fungible::Inspect<Self::AccountId, Balance = Balance>
            + fungible::Mutate<Self::AccountId>
            + fungible::Balanced<Self::AccountId>
            + fungible::InspectHold<Self::AccountId, Reason = Self::RuntimeHoldReason>
            + fungible::MutateHold<Self::AccountId>;

        /// The runtime's reasons for holds.
        type RuntimeHoldReason: From<HoldReason>;

        /// Where the fee of a premium goes.
        type FeeSink: FeeSink<CreditOf<Self>>;

        /// What is known of losses that may still be cancelled.
        type KnownLosses: KnownLosses;

        /// Rings from the first end of a day that is due on.
        type Alarm: Alarm;

        /// The chain's clock.
        type Time: Time<Moment = Moment>;

        /// Makes and changes products, escalates claims and resolves them.
        type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;

        /// Names the account in which capital, premiums and reserves lie. It needs the existential deposit from genesis on.
        #[pallet::constant]
        type PalletId: Get<PalletId>;

        /// The part of a premium that is a fee; below 1.
        type FeePart: Get<Permill>;

        /// Planck of active cover that a planck of capital may stand behind, 1e-18 fixed point; above 0.
        type Gearing: Get<FixedU128>;

        /// From the request of a withdrawal to the first time that it can be made, in milliseconds.
        type NoticePeriod: Get<Moment>;

        /// How long a withdrawal is possible once the notice is over, in milliseconds; above 0, at most [`MAX_PERIOD`].
        type WithdrawalWindow: Get<Moment>;

        /// How long assessors vote on a claim, in milliseconds; above 0, at most [`MAX_PERIOD`].
        type VotePeriod: Get<Moment>;

        /// How long the administration can escalate the decision then, in milliseconds; above 0, at most [`MAX_PERIOD`].
        type CoolDown: Get<Moment>;

        /// The shortest time that can be bought, in days; 1 to [`MAX_DAYS`].
        type MinDays: Get<u32>;

        /// The part of the stake that has to vote on a claim for the votes to decide it.
        type Quorum: Get<Permill>;

        /// Planck on hold while a claim is open, and lost if it is rejected.
        type ClaimDeposit: Get<Balance>;

        /// The least planck to join with; above 0. It pays for a place in storage.
        #[pallet::constant]
        type MinJoin: Get<Balance>;

        /// The least amount of a cover, in planck; above 0.
        #[pallet::constant]
        type MinCover: Get<Balance>;

        /// The least stake of an assessor, in planck; above 0.
        #[pallet::constant]
        type MinStake: Get<Balance>;

        /// Measured weights.
        type WeightInfo: WeightInfo;

        /// Sets the clock.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: BenchmarkHelper;
    }

    #[pallet::pallet]
    pub struct Pallet<T>(_);

    /// Why money is on hold.
    #[pallet::composite_enum]
    pub enum HoldReason {
        /// It votes on claims, or did and is about to leave.
        Stake,
        /// It is lost if a claim is rejected.
        ClaimDeposit,
    }

    /// All sums.
    #[pallet::storage]
    pub type Pool<T: Config> = StorageValue<_, Books, ValueQuery>;

    /// What members have.
    #[pallet::storage]
    pub type Members<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Membership>;

    /// What can be covered.
    // The keys of these maps are counted by the pallet, nobody can choose them.
    #[pallet::storage]
    pub type Products<T: Config> = CountedStorageMap<_, Twox64Concat, ProductId, Product>;

    /// The number of the next product.
    #[pallet::storage]
    pub type NextProduct<T: Config> = StorageValue<_, ProductId, ValueQuery>;

    /// The parametric products by their risk; no risk twice.
    #[pallet::storage]
    pub type Risks<T: Config> = StorageValue<_, BoundedVec<(Risk, ProductId), ConstU32<MAX_PRODUCTS>>, ValueQuery>;

    /// Covers that run, or have ended and wait for the sweep or for a claim.
    #[pallet::storage]
    pub type Covers<T: Config> = StorageMap<_, Twox64Concat, CoverId, Cover<T::AccountId>>;

    /// The number of the next cover.
    #[pallet::storage]
    pub type NextCover<T: Config> = StorageValue<_, CoverId, ValueQuery>;

    /// What changes at the beginning of a day, after `Pool.day`.
    // At most a year and some days ahead.
    #[pallet::storage]
    pub type Endings<T: Config> = StorageMap<_, Twox64Concat, Day, Ending>;

    /// Losses of a product for which covers have not been asked yet.
    #[pallet::storage]
    pub type Events<T: Config> = StorageDoubleMap<_, Twox64Concat, ProductId, Twox64Concat, EventId, LossEvent>;

    /// What there is to do in the idle time of blocks. Absent while there is nothing.
    // Apart from the books, as every block looks at it.
    #[pallet::storage]
    pub type Schedule<T: Config> = StorageValue<_, Plan, ValueQuery>;

    /// Stake that votes, and that is about to leave.
    #[pallet::storage]
    pub type Assessors<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Assessor>;

    /// Claims that are not decided, or of which votes have not been collected.
    #[pallet::storage]
    pub type Claims<T: Config> = StorageMap<_, Twox64Concat, ClaimId, Claim<T::AccountId>>;

    /// The number of the next claim.
    #[pallet::storage]
    pub type NextClaim<T: Config> = StorageValue<_, ClaimId, ValueQuery>;

    /// Votes that have not been collected.
    #[pallet::storage]
    pub type Votes<T: Config> = StorageDoubleMap<_, Twox64Concat, ClaimId, Blake2_128Concat, T::AccountId, Vote>;

    /// Makes the first products, in this order: that of the synth, those of series, voted ones.
    #[pallet::genesis_config]
    #[derive(frame_support::DefaultNoBound)]
    pub struct GenesisConfig<T: Config> {
        /// Terms of the cover of the synth, if there is one.
        pub synth: Option<FirstTerms>,
        /// Series, also such as do not exist yet, and the terms of their cover.
        pub series: Vec<(SeriesId, FirstTerms)>,
        /// Terms of voted products.
        pub voted: Vec<FirstTerms>,
        #[doc(hidden)]
        #[serde(skip)]
        pub _config: core::marker::PhantomData<T>,
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            let synth = self.synth.iter().map(|terms| (Kind::Parametric(Risk::Synth), terms));
            let series = self
                .series
                .iter()
                .map(|(series, terms)| (Kind::Parametric(Risk::Series(*series)), terms));
            let voted = self.voted.iter().map(|terms| (Kind::Voted, terms));
            for (kind, (capacity, pays, rate)) in synth.chain(series).chain(voted) {
                Pallet::<T>::do_create_product(kind, *capacity, *pays, *rate, *rate)
                    .expect("at most 32 products, no risk twice, rates from 1 % to 100 %, and each pays something");
            }
        }
    }

    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// Somebody joined.
        Joined {
            /// The member.
            who: T::AccountId,
            /// Planck paid.
            amount: Balance,
            /// Shares received.
            shares: Balance,
        },
        /// The pool had lost all but a billionth: shares of earlier rounds are void.
        RoundStarted {
            /// The round.
            round: u32,
        },
        /// A notice runs. An earlier one is replaced.
        WithdrawalRequested {
            /// The member.
            who: T::AccountId,
            /// Shares that are about to leave.
            shares: Balance,
            /// From then on they can be withdrawn, for `WithdrawalWindow`.
            from: Moment,
        },
        /// A notice was taken back.
        WithdrawalCancelled {
            /// The member.
            who: T::AccountId,
        },
        /// A member was paid out.
        Withdrawn {
            /// The member.
            who: T::AccountId,
            /// Planck received.
            amount: Balance,
            /// Shares that went for it.
            shares: Balance,
        },
        /// Something new can be covered.
        ProductCreated {
            /// Its number.
            product: ProductId,
            /// What it covers.
            kind: Kind,
            /// The most of the capital that it may cover.
            capacity: Permill,
            /// The part of a loss that is paid.
            pays: Permill,
            /// The rate at first, a year.
            rate: FixedU128,
            /// The rate that it falls to, a year.
            target: FixedU128,
        },
        /// The terms of new covers have changed.
        ProductChanged {
            /// The product.
            product: ProductId,
            /// The most of the capital that it may cover.
            capacity: Permill,
            /// The rate that the price falls to, a year.
            target: FixedU128,
            /// Whether it is sold.
            sales: Sales,
        },
        /// A product without covers is gone.
        ProductRemoved {
            /// The product.
            product: ProductId,
        },
        /// A cover was sold.
        CoverBought {
            /// Its owner.
            who: T::AccountId,
            /// Its number.
            cover: CoverId,
            /// Its product.
            product: ProductId,
            /// Planck covered.
            amount: Balance,
            /// When it ends.
            end: Moment,
            /// Planck paid.
            premium: Balance,
            /// What of it went to the fee sink.
            fee: Balance,
            /// The rate of the product after it, a year.
            rate: FixedU128,
        },
        /// A cover will end later.
        CoverRenewed {
            /// The cover.
            cover: CoverId,
            /// When it ends.
            end: Moment,
            /// Planck paid.
            premium: Balance,
            /// What of it went to the fee sink.
            fee: Balance,
        },
        /// A cover was paid for a measured loss. Its amount is less by what was paid.
        CoverPaid {
            /// The cover.
            cover: CoverId,
            /// The number of the loss event of its product.
            event: EventId,
            /// Planck that it was owed.
            owed: Balance,
            /// Planck that its owner received: `owed`, or 0 if the account cannot take so little.
            paid: Balance,
        },
        /// A cover that had ended was forgotten.
        CoverRemoved {
            /// The cover.
            cover: CoverId,
        },
        /// A day has ended.
        DayEnded {
            /// The day that begins.
            day: Day,
            /// Planck of premium that joined the capital.
            earned: Balance,
        },
        /// A measured loss is to be paid.
        LossBooked {
            /// The product.
            product: ProductId,
            /// The number of the loss event.
            event: EventId,
            /// The part of its amount that each cover is paid. 0 if there was no capital: there is no such event then.
            ratio: FixedU128,
            /// Planck that all covers together were owed.
            owed: Balance,
            /// Planck reserved for them: less than `owed` if the capital was too small.
            reserved: Balance,
        },
        /// The last cover was asked for a measured loss.
        LossPaid {
            /// The product.
            product: ProductId,
            /// The number of the loss event.
            event: EventId,
            /// Planck of the reserve that went back to the capital.
            returned: Balance,
        },
        /// An assessor put stake on hold.
        Staked {
            /// The assessor.
            who: T::AccountId,
            /// Planck more on hold.
            amount: Balance,
        },
        /// Stake does not vote any more and is about to leave.
        Unstaked {
            /// The assessor.
            who: T::AccountId,
            /// Planck.
            amount: Balance,
            /// From then on it can be released, with what was about to leave before.
            from: Moment,
        },
        /// Stake is free.
        Released {
            /// The assessor.
            who: T::AccountId,
            /// Planck.
            amount: Balance,
        },
        /// A claim waits for votes.
        ClaimSubmitted {
            /// Its number.
            claim: ClaimId,
            /// The cover.
            cover: CoverId,
            /// Planck that are paid if it is accepted.
            payout: Balance,
            /// The hash of what proves the loss.
            evidence: Evidence,
        },
        /// An assessor voted.
        Voted {
            /// The assessor.
            who: T::AccountId,
            /// The claim.
            claim: ClaimId,
            /// What for.
            verdict: Verdict,
            /// Planck of stake.
            weight: Balance,
        },
        /// A claim waits for the administration.
        ClaimEscalated {
            /// The claim.
            claim: ClaimId,
        },
        /// A claim is over.
        ClaimDecided {
            /// The claim.
            claim: ClaimId,
            /// What became of it.
            verdict: Verdict,
            /// Planck that the claimant received.
            paid: Balance,
            /// Planck that the assessors who voted so share; 0 if none did.
            reward: Balance,
        },
        /// A vote was collected.
        Collected {
            /// The claim.
            claim: ClaimId,
            /// The assessor.
            who: T::AccountId,
            /// Planck received; 0 if the vote was for something else.
            paid: Balance,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// Less than the least amount: see the constants `MinJoin`, `MinCover` and `MinStake`.
        BelowMinimum,
        /// The shares would be fewer than asked for, or none: pay more, or ask for fewer.
        TooFewShares,
        /// The account has no shares of this round.
        NotMember,
        /// The member has fewer shares than that, or the number is 0.
        NotEnoughShares,
        /// No withdrawal is requested: request one.
        NoNotice,
        /// The notice is not over: wait for the time in its event.
        NoticeRunning,
        /// The withdrawal was not made in time after the notice: request it again.
        NoticeLapsed,
        /// The withdrawal would pay less than asked for: ask for less, or wait until open claims are decided.
        TooLittle,
        /// The covers need all capital: wait until some end or more capital comes.
        CapitalNeeded,
        /// A loss is reported that may still be cancelled: wait until it is booked or cancelled.
        KnownLoss,
        /// More days are over than a call can end: poke, and try again.
        Behind,
        /// There is no product of this number.
        NoProduct,
        /// A rate is below 1 % or above 100 % a year.
        BadRate,
        /// The product would pay nothing of a loss.
        PaysNothing,
        /// There are as many products as there can be: remove one that is not used.
        TooManyProducts,
        /// Another product covers this risk.
        RiskTaken,
        /// Covers of the product are in storage: close it, and wait until they have ended and are removed.
        ProductInUse,
        /// The product is not sold.
        SalesClosed,
        /// The product has less capacity left than that.
        SoldOut,
        /// Fewer days than the runtime's `MinDays` (7 on a live chain), or more than 365.
        BadPeriod,
        /// The premium is above the most that was offered: offer more, or wait until the rate has fallen.
        Overpriced,
        /// There is no cover of this number.
        NoCover,
        /// The cover is somebody else's.
        NotOwner,
        /// The cover has ended: buy another one.
        CoverOver,
        /// A cover can be renewed in its last 30 days.
        TooEarlyToRenew,
        /// A booked loss has not been paid to this cover yet: claim it first.
        LossNotPaid,
        /// All of the cover is paid.
        UsedUp,
        /// There is nothing to pay and nothing to do.
        NothingDue,
        /// Nobody votes about this product: its losses are measured.
        NotVoted,
        /// The cover has an open claim.
        ClaimOpen,
        /// There is no claim of this number; decided ones are removed once all votes are collected.
        NoClaim,
        /// No votes are taken on this claim any more.
        VoteOver,
        /// The vote is not over, or the decision can still be escalated: wait.
        VoteRunning,
        /// A decision can be escalated between the two times that the runtime API `claims` tells for the claim.
        NotInCoolDown,
        /// The claim does not wait for the administration.
        NotEscalated,
        /// The claim is not decided.
        NotDecided,
        /// The account has voted on this claim.
        AlreadyVoted,
        /// The account has not voted on this claim, or its vote is collected.
        NoVote,
        /// The account has no stake, or less than that, or none that is about to leave.
        NoStake,
        /// The stake came after the claim: it votes on later ones.
        StakeTooNew,
        /// A number does not fit: amounts or rates are out of any sensible range.
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
        /// Pays native into the pool for shares of its capital. The shares bear losses and earn premiums from now on.
        ///
        /// - `amount`: planck; at least `MinJoin`.
        /// - `min_shares`: fewer than these are refused.
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::join().saturating_add(Pallet::<T>::weight_today()))]
        pub fn join(
            origin: OriginFor<T>,
            #[pallet::compact] amount: Balance,
            #[pallet::compact] min_shares: Balance,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_join(who, amount, min_shares)
        }

        /// Gives notice for shares. They go on bearing losses. A notice that runs is replaced.
        ///
        /// - `shares`: how many.
        #[pallet::call_index(1)]
        pub fn request_withdrawal(origin: OriginFor<T>, #[pallet::compact] shares: Balance) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_request_withdrawal(who, shares)
        }

        /// Takes a notice back.
        #[pallet::call_index(2)]
        pub fn cancel_withdrawal(origin: OriginFor<T>) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_cancel_withdrawal(who)
        }

        /// Pays the shares of a notice that is over, or as many of them as the covers leave capital for. The rest can be
        /// withdrawn as long as the notice has not lapsed. What open claims have reserved is not paid: whoever thinks that they
        /// will be rejected can wait for that.
        ///
        /// - `min_amount`: fewer planck than these are refused, as after a loss or a claim that came just before.
        #[pallet::call_index(3)]
        #[pallet::weight(Pallet::<T>::weight_withdraw())]
        pub fn withdraw(origin: OriginFor<T>, #[pallet::compact] min_amount: Balance) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_withdraw(who, min_amount)
        }

        /// Makes a product. For the administration.
        ///
        /// - `kind`: the risk that it covers, one product for each; or voted.
        /// - `capacity`: the most of the capital that it may cover, in millionths.
        /// - `pays`: the part of a loss that is paid, in millionths; above 0.
        /// - `rate`: the rate at first, a year; 1e-18 fixed point, 1 % to 100 %.
        /// - `target`: the rate that it falls to, the same.
        #[pallet::call_index(4)]
        pub fn create_product(
            origin: OriginFor<T>,
            kind: Kind,
            capacity: Permill,
            pays: Permill,
            rate: FixedU128,
            target: FixedU128,
        ) -> DispatchResult {
            T::AdminOrigin::ensure_origin(origin)?;
            Self::do_create_product(kind, capacity, pays, rate, target)
        }

        /// Changes what new covers of a product are sold at. Those that are sold stay as they are. For the administration.
        ///
        /// - `product`: its number.
        /// - `capacity`: the most of the capital that it may cover, in millionths.
        /// - `target`: the rate that the price falls to, a year; 1e-18 fixed point, 1 % to 100 %.
        /// - `sales`: whether it can be bought and renewed.
        #[pallet::call_index(5)]
        pub fn change_product(
            origin: OriginFor<T>,
            product: ProductId,
            capacity: Permill,
            target: FixedU128,
            sales: Sales,
        ) -> DispatchResult {
            T::AdminOrigin::ensure_origin(origin)?;
            Self::do_change_product(product, capacity, target, sales)
        }

        /// Removes a product without covers. For the administration.
        ///
        /// - `product`: its number.
        #[pallet::call_index(6)]
        pub fn remove_product(origin: OriginFor<T>, product: ProductId) -> DispatchResult {
            T::AdminOrigin::ensure_origin(origin)?;
            Self::do_remove_product(product)
        }

        /// Buys a cover. It holds from now until the end of the day (UTC) on which `days` have passed. The runtime API
        /// `cover_quote` tells the premium.
        ///
        /// - `product`: its number.
        /// - `amount`: planck to cover; at least `MinCover`.
        /// - `days`: `MinDays` to 365.
        /// - `max_premium`: the most planck to pay.
        #[pallet::call_index(7)]
        #[pallet::weight(Pallet::<T>::weight_buy())]
        pub fn buy_cover(
            origin: OriginFor<T>,
            product: ProductId,
            #[pallet::compact] amount: Balance,
            days: u32,
            #[pallet::compact] max_premium: Balance,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_buy_cover(who, product, amount, days, max_premium)
        }

        /// Lets a cover in its last 30 days end later. For its owner.
        ///
        /// - `cover`: its number.
        /// - `days`: how much later; `MinDays` to 365.
        /// - `max_premium`: the most planck to pay.
        #[pallet::call_index(8)]
        #[pallet::weight(Pallet::<T>::weight_renew())]
        pub fn renew_cover(
            origin: OriginFor<T>,
            cover: CoverId,
            days: u32,
            #[pallet::compact] max_premium: Balance,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_renew_cover(who, cover, days, max_premium)
        }

        /// Pays the owner of a cover for the oldest measured loss that it has not been paid for; or removes a cover that has
        /// ended. Anybody may call it; the idle time of blocks does it by itself.
        ///
        /// - `cover`: its number.
        #[pallet::call_index(9)]
        pub fn claim(origin: OriginFor<T>, cover: CoverId) -> DispatchResult {
            ensure_signed(origin)?;
            Self::do_claim(cover)
        }

        /// Puts stake on hold to vote on claims that are submitted from the next block on. All stake of the account counts
        /// as new.
        ///
        /// - `amount`: planck more; all together at least `MinStake`.
        #[pallet::call_index(10)]
        pub fn stake(origin: OriginFor<T>, #[pallet::compact] amount: Balance) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_stake(who, amount)
        }

        /// Takes stake out of votes. It can be released in 14 days, with what was about to leave before.
        ///
        /// - `amount`: planck; what is left is nothing or at least `MinStake`.
        #[pallet::call_index(11)]
        pub fn unstake(origin: OriginFor<T>, #[pallet::compact] amount: Balance) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_unstake(who, amount)
        }

        /// Frees stake that has waited for 14 days.
        #[pallet::call_index(12)]
        pub fn release(origin: OriginFor<T>) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_release(who)
        }

        /// Claims a loss from a cover of a voted product that has not ended. For its owner, who puts `ClaimDeposit` on hold and
        /// loses it if the claim is rejected. What it may pay is reserved at once.
        ///
        /// - `cover`: its number.
        /// - `lost`: planck; the product's part of it is claimed, at most the amount of the cover.
        /// - `evidence`: the hash of what proves it.
        #[pallet::call_index(13)]
        pub fn submit_claim(
            origin: OriginFor<T>,
            cover: CoverId,
            #[pallet::compact] lost: Balance,
            evidence: Evidence,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_submit_claim(who, cover, lost, evidence)
        }

        /// Votes on a claim with all stake, in the `VotePeriod` after it was submitted. The stake has to be older than the claim.
        ///
        /// - `claim`: its number.
        /// - `verdict`: what should become of it.
        #[pallet::call_index(14)]
        pub fn vote(origin: OriginFor<T>, claim: ClaimId, verdict: Verdict) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_vote(who, claim, verdict)
        }

        /// Takes the decision away from the votes, in the `CoolDown` after they end. For the administration.
        ///
        /// - `claim`: its number.
        #[pallet::call_index(15)]
        pub fn escalate(origin: OriginFor<T>, claim: ClaimId) -> DispatchResult {
            T::AdminOrigin::ensure_origin(origin)?;
            Self::do_escalate(claim)
        }

        /// Decides a claim that was escalated. For the administration.
        ///
        /// - `claim`: its number.
        /// - `verdict`: what becomes of it.
        #[pallet::call_index(16)]
        pub fn resolve(origin: OriginFor<T>, claim: ClaimId, verdict: Verdict) -> DispatchResult {
            T::AdminOrigin::ensure_origin(origin)?;
            Self::do_resolve(claim, verdict)
        }

        /// Does what the votes say, a `CoolDown` after they end; escalates the claim as soon as they end if too few have voted.
        /// Anybody may call it.
        ///
        /// - `claim`: its number.
        #[pallet::call_index(17)]
        pub fn finalise(origin: OriginFor<T>, claim: ClaimId) -> DispatchResult {
            ensure_signed(origin)?;
            Self::do_finalise(claim)
        }

        /// Pays an assessor for a vote on a decided claim, and forgets the vote. Anybody may call it.
        ///
        /// - `claim`: its number.
        /// - `who`: the assessor.
        #[pallet::call_index(18)]
        pub fn collect(
            origin: OriginFor<T>,
            claim: ClaimId,
            who: <T::Lookup as StaticLookup>::Source,
        ) -> DispatchResult {
            ensure_signed(origin)?;
            let who = T::Lookup::lookup(who)?;
            Self::do_collect(claim, who)
        }

        /// Ends days that are over, at most sixteen. Anybody may call it; the idle time of blocks does it by itself.
        #[pallet::call_index(19)]
        #[pallet::weight(T::WeightInfo::poke().saturating_add(T::WeightInfo::end_day().saturating_mul(u64::from(POKE_DAYS))))]
        pub fn poke(origin: OriginFor<T>) -> DispatchResult {
            ensure_signed(origin)?;
            Self::do_poke()
        }
    }
}
