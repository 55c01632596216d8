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
mod claim;
mod hooks;
mod instant;
mod mint;
#[cfg(test)]
mod mock;
mod nominate;
mod reads;
mod redeem;
pub mod runtime_api;
mod slash;
#[cfg(test)]
mod tests;
mod try_state;
pub mod types;
pub mod weights;

use finch_types::Perbill;
pub use pallet::*;
pub use weights::WeightInfo;

/// The part of the backing that upkeep keeps at hand for redemptions at once: 3 %.
pub const BUFFER_TARGET: Perbill = Perbill::from_percent(3);
/// The marginal fee of redeeming at once out of a full buffer: 0.05 %.
pub const INSTANT_FEE_MIN: Perbill = Perbill::from_parts(500_000);
/// The marginal fee of redeeming at once out of an empty buffer: 2 %.
pub const INSTANT_FEE_MAX: Perbill = Perbill::from_percent(2);
/// The most that the protocol takes of a reward, whatever governance sets: 30 %.
pub const REWARD_FEE_MAX: Perbill = Perbill::from_percent(30);
/// The most that a reward lifts the rate in one era: 0.1 %. The rest waits for later eras.
pub const RATE_STEP: Perbill = Perbill::from_parts(1_000_000);
/// A slash of more than this part of backing and owed native stops mints: 5 %.
pub const SLASH_HALT: Perbill = Perbill::from_percent(5);
/// The rate of this many eras is kept.
pub const RATE_HISTORY: u32 = 84;
/// At most so many batches wait for native at the same time.
pub const MAX_BATCHES: u32 = 64;
/// At most so many validators are nominated.
pub const MAX_NOMINATIONS: u32 = 16;
/// At most so many validators are looked at to choose from.
pub const MAX_CANDIDATES: u32 = 128;
/// At most so many upkeep steps run in one `poke`.
pub const POKE_STEPS: u32 = 8;

// The macro numbers variants by casts, and expects what it has checked itself. The code of this module is calls of
// one line.
#[allow(clippy::as_conversions, clippy::expect_used)]
#[frame_support::pallet]
pub mod pallet {
    use super::{types::*, *};
    use finch_ports::{Alarm, FeeSink, LossObserver, StakingBackend};
    use finch_types::{AssetId, Balance, BatchId, EraIndex, FixedU128, TicketId};
    use frame_support::{
        dispatch::WithPostDispatchInfo,
        pallet_prelude::*,
        traits::{
            fungible::{Balanced, Credit, Inspect, Mutate},
            fungibles,
        },
        weights::WeightMeter,
        PalletId,
    };
    use frame_system::pallet_prelude::*;
    use sp_runtime::traits::StaticLookup;

    /// Native money taken from somebody and not yet given to anybody.
    pub type CreditOf<T, I> = Credit<<T as frame_system::Config>::AccountId, <T as Config<I>>::Currency>;

    #[pallet::config]
    pub trait Config<I: 'static = ()>: frame_system::Config {
        /// The coin that is staked.
        type Currency: Inspect<Self::AccountId, Balance = Balance> + Mutate<Self::AccountId> + Balanced<Self::AccountId>;

        /// Where the synth lives.
        type Assets: fungibles::Inspect<Self::AccountId, AssetId = AssetId, Balance = Balance>
            + fungibles::Mutate<Self::AccountId>;

        /// The staking system that earns.
        type Staking: StakingBackend<Self::AccountId>;

        /// Where fees go.
        type FeeSink: FeeSink<CreditOf<Self, I>>;

        /// Told of every slash that falls on holders and queue.
        type Losses: LossObserver;

        /// Rings from the beginning of an era until upkeep is complete.
        type Alarm: Alarm;

        /// Who may pause and resume mints.
        type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;

        /// The share of every reward that goes to the fee sink; at most [`REWARD_FEE_MAX`] counts.
        type RewardFee: Get<Perbill>;

        /// The id of the synth in [`Config::Assets`].
        #[pallet::constant]
        type SynthAssetId: Get<AssetId>;

        /// Names the pot and the stash.
        #[pallet::constant]
        type PalletId: Get<PalletId>;

        /// The least deposit, and the least amount that upkeep moves, in planck.
        #[pallet::constant]
        type MinDeposit: Get<Balance>;

        /// The least value of a ticket, in planck. Not below the existential deposit, so that every claim can be paid:
        /// what a ticket locks is its storage deposit.
        #[pallet::constant]
        type MinRedeem: Get<Balance>;

        /// Measured weights.
        type WeightInfo: WeightInfo;
    }

    #[pallet::pallet]
    pub struct Pallet<T, I = ()>(_);

    /// The books.
    #[pallet::storage]
    pub type Pool<T: Config<I>, I: 'static = ()> = StorageValue<_, Books, ValueQuery>;

    /// The open batch and the number of the next ticket.
    #[pallet::storage]
    pub type RedeemQueue<T: Config<I>, I: 'static = ()> = StorageValue<_, Queue, ValueQuery>;

    /// Batches that wait for native, oldest first. The sum of their `owed` is `Books::owed`.
    #[pallet::storage]
    pub type Unsettled<T: Config<I>, I: 'static = ()> =
        StorageValue<_, BoundedVec<Batch, ConstU32<MAX_BATCHES>>, ValueQuery>;

    /// Batches with tickets to claim. The sum of their `left` is `Books::settled`.
    // The keys are counted by the pallet, nobody can choose them.
    #[pallet::storage]
    pub type Settled<T: Config<I>, I: 'static = ()> = StorageMap<_, Twox64Concat, BatchId, SettledBatch>;

    /// Tickets that are not yet cancelled, rebonded or claimed.
    // The keys are counted by the pallet, nobody can choose them.
    #[pallet::storage]
    pub type Tickets<T: Config<I>, I: 'static = ()> = StorageMap<_, Twox64Concat, TicketId, Ticket<T::AccountId>>;

    /// The tickets of an account: the inverse of `Ticket::owner`.
    #[pallet::storage]
    pub type TicketsOf<T: Config<I>, I: 'static = ()> =
        StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, TicketId, ()>;

    /// The rate when an era began, after the rewards of the eras before it. Kept for [`RATE_HISTORY`] eras.
    #[pallet::storage]
    pub type RateAtEra<T: Config<I>, I: 'static = ()> = StorageMap<_, Twox64Concat, EraIndex, FixedU128>;

    /// How far upkeep has come.
    #[pallet::storage]
    pub type Round<T: Config<I>, I: 'static = ()> = StorageValue<_, Upkeep, ValueQuery>;

    /// Gives the pot its seed: synth that nobody can redeem, and the native behind it. Pot and stash also get the
    /// existential deposit, which is in no book.
    #[pallet::genesis_config]
    #[derive(frame_support::DefaultNoBound)]
    pub struct GenesisConfig<T: Config<I>, I: 'static = ()> {
        /// Planck of native and of synth; at least [`Config::MinDeposit`] and what the staking system's genesis has bonded
        /// for the stash, which is a part of it. With 0, the default, there is no synth: mints fail with `NoBacking`.
        pub seed: Balance,
        #[doc(hidden)]
        #[serde(skip)]
        pub _config: core::marker::PhantomData<(T, I)>,
    }

    #[pallet::genesis_build]
    impl<T: Config<I>, I: 'static> BuildGenesisConfig for GenesisConfig<T, I> {
        fn build(&self) {
            if self.seed > 0 {
                Pallet::<T, I>::plant_seed(self.seed)
                    .expect("the synth asset exists, the seed is at least MinDeposit and what the stash has bonded");
            }
        }
    }

    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config<I>, I: 'static = ()> {
        /// Native came in, synth went out.
        Minted {
            /// Who deposited.
            who: T::AccountId,
            /// Planck in.
            amount: Balance,
            /// Synth out, in planck.
            synth: Balance,
        },
        /// A ticket was put into the queue.
        RedeemRequested {
            /// The ticket's owner.
            who: T::AccountId,
            /// Its number.
            ticket: TicketId,
            /// The batch it went into.
            batch: BatchId,
            /// Synth in escrow, in planck.
            synth: Balance,
            /// Planck that it pays if no slash happens.
            value: Balance,
        },
        /// A ticket was taken back before its batch closed; the synth is returned.
        Cancelled {
            /// The ticket's owner.
            who: T::AccountId,
            /// Its number.
            ticket: TicketId,
            /// Synth returned, in planck.
            synth: Balance,
        },
        /// A ticket was turned into synth again while its batch waited.
        Rebonded {
            /// The ticket's owner.
            who: T::AccountId,
            /// Its number.
            ticket: TicketId,
            /// Planck that joined the backing again.
            amount: Balance,
            /// Synth out, in planck.
            synth: Balance,
        },
        /// A ticket has a new owner.
        TicketTransferred {
            /// Its number.
            ticket: TicketId,
            /// The old owner.
            from: T::AccountId,
            /// The new owner.
            to: T::AccountId,
        },
        /// A ticket was paid.
        Claimed {
            /// The ticket's owner, who was paid.
            who: T::AccountId,
            /// Its number.
            ticket: TicketId,
            /// Planck paid.
            amount: Balance,
        },
        /// Synth was redeemed at once.
        InstantRedeemed {
            /// Who redeemed.
            who: T::AccountId,
            /// Synth burned, in planck.
            synth: Balance,
            /// Planck paid.
            amount: Balance,
            /// Planck taken as the fee.
            fee: Balance,
        },
        /// A reward was taken into the books.
        Rewarded {
            /// The era that now earns.
            era: EraIndex,
            /// Planck that the stake earned.
            reward: Balance,
            /// Planck of it for the fee sink.
            fee: Balance,
            /// Planck that joined the backing now.
            released: Balance,
            /// The rate after it.
            rate: FixedU128,
        },
        /// A batch closed: its synth is burned and its native is owed.
        BatchClosed {
            /// Its number.
            batch: BatchId,
            /// Number of its tickets.
            tickets: u32,
            /// Synth burned, in planck.
            synth: Balance,
            /// Planck owed.
            owed: Balance,
        },
        /// A batch is funded: its tickets can be claimed.
        BatchSettled {
            /// Its number.
            batch: BatchId,
            /// Number of its tickets.
            tickets: u32,
            /// Planck set aside.
            paid: Balance,
        },
        /// Native was bonded.
        Bonded {
            /// Planck.
            amount: Balance,
        },
        /// Native started to unbond.
        Unbonded {
            /// Planck.
            amount: Balance,
        },
        /// Native that was unbonding earns again.
        Reactivated {
            /// Planck.
            amount: Balance,
        },
        /// Native finished unbonding.
        Withdrawn {
            /// Planck.
            amount: Balance,
        },
        /// Fees on rewards were paid to the fee sink.
        FeesPaid {
            /// Planck.
            amount: Balance,
        },
        /// The stash nominates these validators now.
        Nominated {
            /// The validators.
            targets: alloc::vec::Vec<T::AccountId>,
        },
        /// A slash was applied to the stake.
        Slashed {
            /// Planck lost.
            amount: Balance,
            /// Planck of it borne by holders.
            holders: Balance,
            /// Planck of it borne by the queue.
            queue: Balance,
            /// The rate after it.
            rate: FixedU128,
        },
        /// Mints and rebonds are stopped.
        MintsStopped {
            /// Why.
            entry: Entry,
        },
        /// Mints and rebonds are open again.
        MintsResumed,
        /// Upkeep for an era is finished.
        UpkeepFinished {
            /// The era that earned when the round began.
            era: EraIndex,
            /// The rate now.
            rate: FixedU128,
        },
        /// A step of upkeep failed and was left out; the next era tries again.
        UpkeepFailed {
            /// The step.
            stage: Stage,
            /// Why.
            error: DispatchError,
        },
    }

    #[pallet::error]
    pub enum Error<T, I = ()> {
        /// The amount is zero: give a positive one.
        AmountZero,
        /// The deposit is below `MinDeposit`: deposit more.
        BelowMinDeposit,
        /// The ticket would be worth less than `MinRedeem`: redeem more synth, or redeem at once.
        BelowMinRedeem,
        /// The account cannot spend that much and stay alive: use a smaller amount, or all of the synth.
        InsufficientBalance,
        /// The rate moved: the result would be below the minimum that the caller set. Quote again.
        BelowMinOut,
        /// Governance has paused mints and rebonds. Redemptions are open.
        MintsPaused,
        /// A large slash has stopped mints and rebonds until governance resumes them. Redemptions are open.
        MintsHalted,
        /// There is no such ticket: it never was, or it was cancelled, rebonded or claimed.
        TicketNotFound,
        /// The ticket belongs to another account.
        NotTicketOwner,
        /// The ticket's batch is closed: rebond it, or claim it when it is settled.
        BatchClosed,
        /// The ticket's batch is still open: cancel the ticket instead.
        BatchOpen,
        /// The ticket's batch is settled: claim the ticket.
        BatchSettled,
        /// The ticket's batch is not settled yet: `redeem_status` tells when to come back.
        NotSettled,
        /// The buffer holds less than that: redeem less, or through the queue.
        BufferTooLow,
        /// Slashes have taken all backing: there is no rate to convert at.
        NoBacking,
        /// Upkeep is up to date: call again when the next era has begun.
        NothingToDo,
        /// Mints are already open.
        AlreadyOpen,
        /// Mints are already stopped.
        AlreadyStopped,
        /// A number does not fit: the amount is out of any sensible range.
        Overflow,
        /// The books contradict each other. Must not happen; report it.
        Corrupted,
    }

    #[pallet::hooks]
    impl<T: Config<I>, I: 'static> Hooks<BlockNumberFor<T>> for Pallet<T, I> {
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

    #[pallet::call(weight(<T as Config<I>>::WeightInfo))]
    impl<T: Config<I>, I: 'static> Pallet<T, I> {
        /// Deposits native coins and receives synth at the rate, rounded down.
        ///
        /// The price includes the reward that has accrued since the last payout, so a deposit just before a payout
        /// earns nothing of it.
        ///
        /// - `amount`: planck of FINCH to deposit; at least `MinDeposit`. The account stays alive.
        /// - `min_synth_out`: the least synth to accept, in planck; the call fails with `BelowMinOut` otherwise.
        #[pallet::call_index(0)]
        pub fn mint(
            origin: OriginFor<T>,
            #[pallet::compact] amount: Balance,
            #[pallet::compact] min_synth_out: Balance,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_mint(who, amount, min_synth_out)
        }

        /// Puts synth into the redemption queue and receives a ticket.
        ///
        /// The ticket pays what the synth is worth now, less its share of every slash until it is settled. It is
        /// settled after unbonding at the latest, earlier if deposits cover it. Then anybody can `claim` it for its
        /// owner.
        ///
        /// - `synth`: planck of sFINCH to redeem.
        /// - `min_native_out`: the least value to accept now, in planck; the call fails with `BelowMinOut` otherwise.
        #[pallet::call_index(1)]
        pub fn redeem(
            origin: OriginFor<T>,
            #[pallet::compact] synth: Balance,
            #[pallet::compact] min_native_out: Balance,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_redeem(who, synth, min_native_out)
        }

        /// Takes a ticket back before its batch closes at the end of the era. Returns the synth.
        ///
        /// - `ticket`: the number from the event `RedeemRequested`.
        #[pallet::call_index(2)]
        pub fn cancel(origin: OriginFor<T>, ticket: TicketId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_cancel(who, ticket)
        }

        /// Turns a ticket whose batch waits for native into synth again, at the price of a mint.
        ///
        /// - `ticket`: the number from the event `RedeemRequested`.
        #[pallet::call_index(3)]
        pub fn rebond(origin: OriginFor<T>, ticket: TicketId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_rebond(who, ticket)
        }

        /// Gives a ticket to another account, which is paid in its place.
        ///
        /// - `ticket`: the number from the event `RedeemRequested`.
        /// - `to`: the new owner.
        #[pallet::call_index(4)]
        pub fn transfer_ticket(
            origin: OriginFor<T>,
            ticket: TicketId,
            to: <T::Lookup as StaticLookup>::Source,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            let to = T::Lookup::lookup(to)?;
            Self::do_transfer_ticket(who, ticket, to)
        }

        /// Pays a settled ticket to its owner. Anybody may call it.
        ///
        /// - `ticket`: the number from the event `RedeemRequested`.
        #[pallet::call_index(5)]
        pub fn claim(origin: OriginFor<T>, ticket: TicketId) -> DispatchResult {
            ensure_signed(origin)?;
            Self::do_claim(ticket)
        }

        /// Redeems synth at once out of the buffer. The fee rises from 0.05 % to 2 % as the buffer drains.
        ///
        /// - `synth`: planck of sFINCH to redeem.
        /// - `min_native_out`: the least to accept after the fee, in planck; the call fails with `BelowMinOut`
        ///   otherwise.
        #[pallet::call_index(6)]
        pub fn redeem_instant(
            origin: OriginFor<T>,
            #[pallet::compact] synth: Balance,
            #[pallet::compact] min_native_out: Balance,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_redeem_instant(who, synth, min_native_out)
        }

        /// Does the upkeep that is due: pays out rewards, closes and settles batches, bonds, unbonds and nominates.
        ///
        /// Blocks do it by themselves in their idle time; this is for whoever does not want to wait. Free of charge
        /// when there was something to do, at most [`POKE_STEPS`] steps a call.
        #[pallet::call_index(7)]
        #[pallet::weight(Pallet::<T, I>::poke_weight())]
        pub fn poke(origin: OriginFor<T>) -> DispatchResultWithPostInfo {
            ensure_signed(origin)?;
            let mut meter = WeightMeter::with_limit(Self::poke_weight());
            let steps = Self::run_upkeep(&mut meter, POKE_STEPS);
            // Without work the caller pays for the look, not for the most that the call could have cost.
            ensure!(steps > 0, Error::<T, I>::NothingToDo.with_weight(meter.consumed()));
            Ok((Some(meter.consumed()), Pays::No).into())
        }

        /// Stops mints and rebonds. Redemptions, claims and cancellations go on.
        #[pallet::call_index(8)]
        pub fn pause_mints(origin: OriginFor<T>) -> DispatchResult {
            T::AdminOrigin::ensure_origin(origin)?;
            Self::do_pause_mints()
        }

        /// Opens mints and rebonds again, after a pause or after a large slash.
        #[pallet::call_index(9)]
        pub fn resume_mints(origin: OriginFor<T>) -> DispatchResult {
            T::AdminOrigin::ensure_origin(origin)?;
            Self::do_resume_mints()
        }
    }
}
