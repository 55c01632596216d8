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
mod close;
mod collect;
mod hooks;
#[cfg(test)]
mod mock;
mod open;
mod propose;
mod reads;
mod redeem;
pub mod runtime_api;
mod sale;
mod settle;
mod slash;
#[cfg(test)]
mod tests;
mod try_state;
pub mod types;
pub mod weights;

use finch_types::{Balance, EraIndex, FixedU128, Moment, Perbill};
pub use pallet::*;
pub use weights::WeightInfo;

/// At most so many tranches in a series. Each has the next of so many token ids.
pub const MAX_TRANCHES: u32 = 4;
/// At most so many series are open and not wound up at the same time.
pub const MAX_LIVE: u32 = 64;
/// The least bond, as a share of the principal: 2 %.
pub const BOND_MIN: Perbill = Perbill::from_percent(2);
/// The part of the projected reward that faces may not promise: 10 %.
pub const REWARD_MARGIN: Perbill = Perbill::from_percent(10);
/// The most that a sale is charged for a year of the term, whatever governance sets: 1.5 %.
pub const FEE_MAX: Perbill = Perbill::from_parts(15_000_000);
/// The highest annual rate that a tranche may promise: 100 %.
pub const RATE_MAX: FixedU128 = FixedU128::from_u32(1);
/// The highest ask: 100 planck of native per unit.
pub const ASK_MAX: FixedU128 = FixedU128::from_u32(100);
/// The largest principal, in planck: far above any supply, far below what would not fit.
pub const PRINCIPAL_MAX: Balance = 1 << 100;
/// The shortest auction: a minute, in milliseconds.
pub const BIDDING_MIN: Moment = 60_000;
/// The longest auction: 30 days, in milliseconds.
pub const BIDDING_MAX: Moment = 30 * 86_400_000;
/// The longest term that a runtime may allow: 30 years, in milliseconds.
pub const TERM_MAX: Moment = 30 * finch_types::MILLISECS_PER_YEAR;
/// Unbonding starts so many eras earlier than it needs: upkeep runs once in an era, and a staking system may count from
/// the era that it plans.
pub const UNBOND_SLACK: EraIndex = 2;
/// Rewards of more eras than this are not paid at once: they are gone from most staking systems.
pub const PAYOUT_HISTORY: EraIndex = 84;
/// At most so many upkeep steps run in one `poke`.
pub const POKE_STEPS: u32 = 8;
/// At most so many empty accounts and approvals of a token are cleared in one `close`.
pub const CLEAR_ITEMS: u32 = 16;

// The macro numbers variants by casts, and expects what it has checked itself. The code of this module is calls of
// one line.
#[allow(clippy::as_conversions, clippy::expect_used)]
#[frame_support::pallet]
pub mod pallet {
    use super::{types::*, *};
    use finch_ports::{Affiliation, Alarm, AuctionHouse, FeeSink, LossObserver, RateCurve, StakingBackend};
    use finch_types::{AssetId, AuctionId, SeriesId, TrancheId};
    use frame_support::{
        dispatch::WithPostDispatchInfo,
        pallet_prelude::*,
        traits::{
            fungible::{hold, Balanced, Credit, Inspect, Mutate},
            fungibles::{self, metadata},
            Time,
        },
        weights::WeightMeter,
        PalletId,
    };
    use frame_system::pallet_prelude::*;
    use sp_runtime::traits::StaticLookup;

    /// Native money taken from somebody and not yet given to anybody.
    pub type CreditOf<T> = Credit<<T as frame_system::Config>::AccountId, <T as Config>::Currency>;

    #[pallet::config]
    pub trait Config: frame_system::Config {
        /// The coin that is staked and paid.
        type Currency: Inspect<Self::AccountId, Balance = Balance>
            + Mutate<Self::AccountId>
            + Balanced<Self::AccountId>
            + hold::Mutate<Self::AccountId, Reason = Self::RuntimeHoldReason>;

        /// What the issuer's bond is held for.
        type RuntimeHoldReason: From<HoldReason>;

        /// Where the tokens live.
        type Assets: fungibles::Inspect<Self::AccountId, AssetId = AssetId, Balance = Balance>
            + fungibles::Mutate<Self::AccountId>
            + fungibles::Create<Self::AccountId>
            + fungibles::Destroy<Self::AccountId>
            + metadata::Mutate<Self::AccountId>
            + metadata::MetadataDeposit<Balance>;

        /// The staking system that earns.
        type Staking: StakingBackend<Self::AccountId>;

        /// Rings from the beginning of an era until upkeep is complete.
        type Alarm: Alarm;

        /// Where the tranches are sold.
        type House: AuctionHouse;

        /// Where asks are compared with, and clearings reported to.
        type Curve: RateCurve;

        /// Who may not bid because it acts for the issuer.
        type Affiliation: Affiliation<Self::AccountId>;

        /// Where fees go.
        type FeeSink: FeeSink<CreditOf<Self>>;

        /// Told of what the most senior tranche of a series lacks at its settlement: bond, residual and junior tranches bear
        /// losses before it.
        type Losses: LossObserver;

        /// The chain's clock, in milliseconds.
        type Time: Time<Moment = Moment>;

        /// Who verifies and rejects proposals.
        type VerifierOrigin: EnsureOrigin<Self::RuntimeOrigin>;

        /// The share of the proceeds that a sale is charged for each year of its term; at most [`FEE_MAX`] counts. A
        /// series keeps what held when it was proposed.
        type FeeRate: Get<Perbill>;

        /// Names the vaults.
        #[pallet::constant]
        type PalletId: Get<PalletId>;

        /// The first id in [`Config::Assets`] that is free for tokens. Each opened series takes the next
        /// [`MAX_TRANCHES`].
        #[pallet::constant]
        type FirstTokenId: Get<AssetId>;

        /// Token ids end before this one.
        #[pallet::constant]
        type EndTokenId: Get<AssetId>;

        /// The least principal, in planck.
        #[pallet::constant]
        type MinPrincipal: Get<Balance>;

        /// The shortest term, in milliseconds.
        #[pallet::constant]
        type MinTerm: Get<Moment>;

        /// The longest term, in milliseconds; at most [`TERM_MAX`].
        #[pallet::constant]
        type MaxTerm: Get<Moment>;

        /// How long a slash keeps redemptions waiting, in milliseconds.
        #[pallet::constant]
        type SlashWait: Get<Moment>;

        /// Measured weights.
        type WeightInfo: WeightInfo;
    }

    #[pallet::pallet]
    pub struct Pallet<T>(_);

    /// Why native is on hold.
    #[pallet::composite_enum]
    pub enum HoldReason {
        /// The issuer's bond of a series. It bears slashes and missing faces first.
        IssuerBond,
    }

    /// The series that are proposed, open, or not closed.
    // The keys are counted by the pallet, nobody can choose them.
    #[pallet::storage]
    pub type AllSeries<T: Config> = StorageMap<_, Twox64Concat, SeriesId, Series<T::AccountId>>;

    /// The number of the next series.
    #[pallet::storage]
    pub type NextSeries<T: Config> = StorageValue<_, SeriesId, ValueQuery>;

    /// How many series were ever opened: the next one's first token is `FirstTokenId + Opened * MAX_TRANCHES`.
    #[pallet::storage]
    pub type Opened<T: Config> = StorageValue<_, SeriesId, ValueQuery>;

    /// The series that upkeep looks after: opened, and not yet settled or cancelled with an empty vault. Sorted.
    #[pallet::storage]
    pub type Live<T: Config> = StorageValue<_, BoundedVec<SeriesId, ConstU32<MAX_LIVE>>, ValueQuery>;

    /// How far upkeep has come.
    #[pallet::storage]
    pub type Round<T: Config> = StorageValue<_, Upkeep, ValueQuery>;

    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// An issuer proposed a series; its bond is on hold.
        Proposed {
            /// The series.
            series: SeriesId,
            /// The issuer.
            issuer: T::AccountId,
            /// The validator that its vault will nominate.
            validator: T::AccountId,
            /// Planck to stake.
            principal: Balance,
            /// Planck on hold.
            bond: Balance,
            /// Hash of the legal text.
            agreement: [u8; 32],
            /// The share of the proceeds that is charged for a year of the term.
            fee_rate: Perbill,
            /// Projected value of the vault less the faces before it, over the face, of each tranche.
            coverage: alloc::vec::Vec<FixedU128>,
        },
        /// The verifier accepted a proposal.
        Verified {
            /// The series.
            series: SeriesId,
        },
        /// The verifier turned a proposal down; it is gone.
        Rejected {
            /// The series.
            series: SeriesId,
        },
        /// The issuer took a proposal back; it is gone.
        Withdrawn {
            /// The series.
            series: SeriesId,
        },
        /// What was left of a bond was given back.
        BondReleased {
            /// The series.
            series: SeriesId,
            /// Planck.
            amount: Balance,
        },
        /// A series is open: its principal is staked, its tranches are in auction.
        SeriesOpened {
            /// The series.
            series: SeriesId,
            /// The account that stakes.
            vault: T::AccountId,
            /// Planck staked.
            principal: Balance,
            /// Planck for the existence of the vault and of the tokens' names.
            deposit: Balance,
        },
        /// A tranche is in auction.
        TrancheOffered {
            /// The series.
            series: SeriesId,
            /// The tranche.
            tranche: TrancheId,
            /// Its token in the assets pallet.
            token: AssetId,
            /// Its auction.
            auction: AuctionId,
            /// Units for sale.
            units: Balance,
            /// Planck that they pay at maturity.
            face: Balance,
            /// The reserve price, in planck per unit.
            ask: FixedU128,
            /// What the curve says a unit is worth, if there is a curve.
            fair_ask: Option<FixedU128>,
            /// Projected value of the vault less the faces before it, over the face.
            coverage: Option<FixedU128>,
        },
        /// The auction of a tranche closed.
        TrancheCleared {
            /// The series.
            series: SeriesId,
            /// The tranche.
            tranche: TrancheId,
            /// What every winner pays, in planck per unit.
            price: FixedU128,
            /// Units sold.
            sold: Balance,
            /// Planck that are paid for them.
            turnover: Balance,
        },
        /// Every auction has closed and something is sold: the term runs.
        SeriesCleared {
            /// The series.
            series: SeriesId,
            /// When the tokens are due, in milliseconds of the chain's clock.
            maturity: Moment,
        },
        /// Every unit that was sold is delivered.
        SeriesActivated {
            /// The series.
            series: SeriesId,
        },
        /// Nothing was sold: the vault is unwound for the issuer.
        SeriesCancelled {
            /// The series.
            series: SeriesId,
        },
        /// A buyer received tokens.
        Delivered {
            /// The series.
            series: SeriesId,
            /// The tranche.
            tranche: TrancheId,
            /// The buyer.
            who: T::AccountId,
            /// Units minted.
            units: Balance,
            /// Planck paid.
            paid: Balance,
        },
        /// The auction of a tranche is over and delivered.
        TrancheFinished {
            /// The series.
            series: SeriesId,
            /// The tranche.
            tranche: TrancheId,
            /// Units that nobody bought.
            unsold: Balance,
        },
        /// The issuer was paid.
        Collected {
            /// The series.
            series: SeriesId,
            /// Planck of proceeds, before the fee.
            proceeds: Balance,
            /// Planck of it for the fee sink.
            fee: Balance,
            /// Planck of residual.
            residual: Balance,
        },
        /// The issuer bought tokens back and burned them.
        BoughtBack {
            /// The series.
            series: SeriesId,
            /// The tranche.
            tranche: TrancheId,
            /// Units burned.
            units: Balance,
        },
        /// The stake of a vault earned.
        Rewarded {
            /// The series.
            series: SeriesId,
            /// The era that now earns.
            era: EraIndex,
            /// Planck.
            amount: Balance,
        },
        /// A slash was applied to the stake of a vault.
        Slashed {
            /// The series.
            series: SeriesId,
            /// Planck that the stake lost.
            amount: Balance,
            /// Planck of it that the issuer's bond made good.
            bond: Balance,
            /// Tokens cannot be redeemed before this time, in milliseconds of the chain's clock.
            redeem_from: Moment,
        },
        /// A vault started to unbond.
        Unbonded {
            /// The series.
            series: SeriesId,
            /// Planck.
            amount: Balance,
        },
        /// Stake of a vault finished unbonding.
        Unlocked {
            /// The series.
            series: SeriesId,
            /// Planck.
            amount: Balance,
        },
        /// A series is settled: the payout of its tokens is written.
        Settled {
            /// The series.
            series: SeriesId,
            /// Matured or defaulted.
            state: State,
            /// Planck that the vault held for it.
            value: Balance,
            /// Planck that the bond added.
            bond: Balance,
            /// Planck that are the issuer's.
            residual: Balance,
        },
        /// What the settlement set aside for a tranche.
        TrancheSettled {
            /// The series.
            series: SeriesId,
            /// The tranche.
            tranche: TrancheId,
            /// Planck that it was promised.
            face: Balance,
            /// Planck that it is paid.
            paid: Balance,
            /// The units that share it.
            units: Balance,
        },
        /// Tokens were burned for their payout.
        Redeemed {
            /// The series.
            series: SeriesId,
            /// The tranche.
            tranche: TrancheId,
            /// The holder.
            who: T::AccountId,
            /// Units burned.
            units: Balance,
            /// Planck paid.
            amount: Balance,
        },
        /// Planck of a payout that no token can claim went to the issuer.
        Forgone {
            /// The series.
            series: SeriesId,
            /// The tranche.
            tranche: TrancheId,
            /// Planck.
            amount: Balance,
        },
        /// The vault of a series that is settled or cancelled is empty of stake.
        WoundUp {
            /// The series.
            series: SeriesId,
        },
        /// A token of a series has more empty accounts or approvals than one call clears: close it again.
        CloseUnfinished {
            /// The series.
            series: SeriesId,
        },
        /// A series is gone, and its tokens with it.
        SeriesClosed {
            /// The series.
            series: SeriesId,
            /// Planck of deposit returned to the issuer.
            deposit: Balance,
        },
        /// A step of upkeep failed and was left out; the next era tries again.
        UpkeepFailed {
            /// The step.
            step: Step,
            /// Why.
            error: DispatchError,
        },
        /// Upkeep for an era is finished.
        UpkeepFinished {
            /// The era that earned when the round began.
            era: EraIndex,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// There is no such series: it never was, was withdrawn or rejected, or is closed.
        SeriesNotFound,
        /// The series has no such tranche: they are counted from 0, the most senior.
        UnknownTranche,
        /// Only the issuer of the series can do that.
        NotIssuer,
        /// The account is no validator: name one that validates now.
        UnknownValidator,
        /// A term of zero has no maturity: give one in milliseconds.
        ZeroTerm,
        /// The term is shorter than `MinTerm` or longer than `MaxTerm`.
        TermOutOfRange,
        /// The auction must be open for a minute at least, and at most 30 days.
        BiddingOutOfRange,
        /// The principal is below `MinPrincipal` or what can be staked, or above any sensible amount.
        PrincipalOutOfRange,
        /// The bond is below 2 % of the principal: give more.
        BondTooSmall,
        /// A series needs at least one tranche.
        NoTranches,
        /// The shares of the tranches exceed the principal: lower them to 100 % in all.
        SharesTooHigh,
        /// The contract size is zero, larger than a tranche, or worth less than the existential deposit at the ask.
        ContractSizeOutOfRange,
        /// The annual rate is above 100 %.
        RateOutOfRange,
        /// The ask is zero or above 100 planck per unit.
        AskOutOfRange,
        /// The tick size is zero or above the ask.
        TickSizeOutOfRange,
        /// The tranches promise more than the vault should be worth: lower shares or rates.
        TooMuchFace,
        /// The series is not waiting for the verifier.
        NotProposed,
        /// The series is not verified, or it is open already.
        NotVerified,
        /// The series is open: it can be neither withdrawn nor rejected.
        AlreadyOpen,
        /// So many series are open that there is no room for another: wait until one is wound up.
        TooManySeries,
        /// All token ids are used up: governance has to give more.
        NoMoreTokens,
        /// The lot is not in auction, or its auction has closed.
        NotBidding,
        /// The lot has no price yet, or nothing of it is left to deliver.
        NotClosed,
        /// More units than the lot has.
        TooManyUnits,
        /// The series is not running: its auctions have not all closed, or it is settled or cancelled.
        NotRunning,
        /// The tokens are not due yet, or the series is not settled: `maturity` tells when.
        NotMatured,
        /// The tokens are due: they cannot be bought back any more, redeem them instead.
        AlreadyDue,
        /// Upkeep has not paid the rewards of this series up to this era: `poke` first.
        UpkeepDue,
        /// The stake is still unbonding and what is free does not meet every face: try again in the next era.
        StillUnbonding,
        /// A slash has opened a wait: `redeem_from` tells when it ends.
        WaitAfterSlash,
        /// The account holds no such tokens: it never did, or they are redeemed already.
        NothingToRedeem,
        /// The account holds fewer tokens than that.
        InsufficientTokens,
        /// The amount is zero: give a positive one.
        AmountZero,
        /// Nothing is there for the issuer to collect.
        NothingToCollect,
        /// Tokens are out, an auction is unfinished, or the vault is not wound up: the series cannot be closed yet.
        NotWoundUp,
        /// The account cannot spend that much and stay alive.
        InsufficientBalance,
        /// Upkeep is up to date: call again when the next era has begun.
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
        /// Proposes a series: what will be staked, and how its tranches are sold. The bond is put on hold.
        ///
        /// The tranches may promise at most the principal and 90 % of the reward that it should earn in the term.
        ///
        /// - `validator`: the validator that the vault will nominate.
        /// - `principal`: planck of FINCH to stake when the series opens; at least `MinPrincipal`.
        /// - `bond`: planck of FINCH on hold until settlement; at least 2 % of the principal. It bears losses first.
        /// - `terms`: term, auction, contract size and hash of the agreement.
        /// - `tranches`: one to four, the most senior first.
        #[pallet::call_index(0)]
        pub fn propose(
            origin: OriginFor<T>,
            validator: <T::Lookup as StaticLookup>::Source,
            #[pallet::compact] principal: Balance,
            #[pallet::compact] bond: Balance,
            terms: Terms,
            tranches: TranchesOf<TrancheTerms>,
        ) -> DispatchResult {
            let issuer = ensure_signed(origin)?;
            let validator = T::Lookup::lookup(validator)?;
            Self::do_propose(issuer, validator, principal, bond, terms, tranches)
        }

        /// Accepts a proposal. Its issuer can open it then.
        ///
        /// - `series`: the number from the event `Proposed`.
        // A benchmark cannot be called `verify`: its macro has a variable of that name.
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::verify_proposal())]
        pub fn verify(origin: OriginFor<T>, series: SeriesId) -> DispatchResult {
            T::VerifierOrigin::ensure_origin(origin)?;
            Self::do_verify(series)
        }

        /// Turns a proposal down, also one that is verified and not open. The bond is given back.
        ///
        /// - `series`: the number from the event `Proposed`.
        #[pallet::call_index(2)]
        pub fn reject(origin: OriginFor<T>, series: SeriesId) -> DispatchResult {
            T::VerifierOrigin::ensure_origin(origin)?;
            Self::do_reject(series)
        }

        /// Takes a proposal back that is not open. The bond is given back. For the issuer.
        ///
        /// - `series`: the number from the event `Proposed`.
        #[pallet::call_index(3)]
        pub fn withdraw_proposal(origin: OriginFor<T>, series: SeriesId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_withdraw_proposal(who, series)
        }

        /// Opens a verified series: stakes the principal, creates the tokens, and starts an auction for each tranche.
        /// All of it or nothing. For the issuer, who also pays the deposits for the vault and the tokens' names.
        ///
        /// - `series`: the number from the event `Proposed`.
        #[pallet::call_index(4)]
        #[pallet::weight(Pallet::<T>::open_weight())]
        pub fn open(origin: OriginFor<T>, series: SeriesId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_open(who, series)
        }

        /// Pays the issuer what is its own: proceeds less the fee, residual, and the bond of a series that is over.
        /// Anybody may call it.
        ///
        /// - `series`: the number from the event `Proposed`.
        #[pallet::call_index(5)]
        pub fn collect(origin: OriginFor<T>, series: SeriesId) -> DispatchResult {
            ensure_signed(origin)?;
            Self::do_collect(series)
        }

        /// Burns tokens of the issuer before maturity. What they promised is owed to nobody then.
        ///
        /// - `series`, `tranche`: which tokens.
        /// - `units`: how many, in planck of principal.
        #[pallet::call_index(6)]
        pub fn buy_back(
            origin: OriginFor<T>,
            series: SeriesId,
            tranche: TrancheId,
            #[pallet::compact] units: Balance,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_buy_back(who, series, tranche, units)
        }

        /// Settles a series that is due, without waiting for the upkeep of the next era. Anybody may call it.
        ///
        /// - `series`: the number from the event `Proposed`.
        #[pallet::call_index(7)]
        pub fn settle(origin: OriginFor<T>, series: SeriesId) -> DispatchResult {
            ensure_signed(origin)?;
            Self::do_settle(series)
        }

        /// Burns tokens of a settled series and pays what the settlement wrote. Works for ever.
        ///
        /// - `series`, `tranche`: which tokens.
        /// - `units`: how many, in planck of principal.
        #[pallet::call_index(8)]
        pub fn redeem(
            origin: OriginFor<T>,
            series: SeriesId,
            tranche: TrancheId,
            #[pallet::compact] units: Balance,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_redeem(who, series, tranche, units)
        }

        /// Removes a series that nobody has a claim on any more, with its tokens, and returns the deposit to the
        /// issuer. Anybody may call it.
        ///
        /// - `series`: the number from the event `Proposed`.
        #[pallet::call_index(9)]
        // Measured with accounts to clear. Approvals cost no more than these, and there may be as many.
        #[pallet::weight(T::WeightInfo::close().saturating_mul(2))]
        pub fn close(origin: OriginFor<T>, series: SeriesId) -> DispatchResult {
            ensure_signed(origin)?;
            Self::do_close(series)
        }

        /// Does the upkeep that is due: pays out rewards, accounts for them, unbonds and settles.
        ///
        /// Blocks do it by themselves in their idle time; this is for whoever does not want to wait. Free of charge
        /// when there was something to do, at most [`POKE_STEPS`] steps a call.
        #[pallet::call_index(10)]
        #[pallet::weight(Pallet::<T>::poke_weight())]
        pub fn poke(origin: OriginFor<T>) -> DispatchResultWithPostInfo {
            ensure_signed(origin)?;
            let mut meter = WeightMeter::with_limit(Self::poke_weight());
            let steps = Self::run_upkeep(&mut meter, POKE_STEPS);
            // Without work the caller pays for the look, not for the most that the call could have cost.
            ensure!(steps > 0, Error::<T>::NothingToDo.with_weight(meter.consumed()));
            Ok((Some(meter.consumed()), Pays::No).into())
        }
    }
}
