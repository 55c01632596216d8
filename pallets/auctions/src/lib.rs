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
mod bid;
mod books;
mod buy;
mod claim;
mod close;
mod hooks;
#[cfg(test)]
mod mock;
mod open;
mod reads;
pub mod runtime_api;
#[cfg(test)]
mod tests;
mod try_state;
pub mod types;
pub mod weights;

use finch_types::{Balance, Moment, Perbill};
pub use pallet::*;
pub use weights::WeightInfo;

/// At most so many auctions are open or being settled.
pub const MAX_AUCTIONS: u32 = 256;
/// The price levels of a timed auction: one for every value of a tick.
pub const MAX_LEVELS: u32 = 256;
/// The most units that an auction sells: 2^95. The bids of an auction number less than 2^32 and ask for at most so many
/// each, so all demand together is a number, and nobody can fill a level up.
pub const MAX_UNITS: Balance = 1 << 95;
/// The shortest time that an auction is open: one minute.
pub const MIN_DURATION: Moment = 60_000;
/// The longest time that an auction is open, without extensions: a year.
pub const MAX_DURATION: Moment = finch_types::MILLISECS_PER_YEAR;
/// The last part of a timed auction, before extensions, in which bids can be placed and not cancelled: 25 %.
pub const CANCEL_FREEZE: Perbill = Perbill::from_percent(25);
/// A bid so near to the end of a timed auction may extend it: the last 10 % of its duration, ...
pub const EXTENSION_SHARE: Perbill = Perbill::from_percent(10);
/// ... but not more than the last ten minutes.
pub const EXTENSION_WINDOW: Moment = 600_000;
/// All extensions together are not longer than this part of the duration: 50 %.
pub const MAX_EXTENSION: Perbill = Perbill::from_percent(50);
/// What the hook could not do it tries again after an hour.
pub const RETRY_AFTER: Moment = 3_600_000;
/// So long after its end a timed auction still waits for a seller that does not accept the result. Then everything is
/// refunded: a week.
pub const SELLER_GRACE: Moment = 604_800_000;

// The macro numbers variants by casts, and expects what it has checked itself. The code of this module is calls of
// one line.
#[allow(clippy::as_conversions, clippy::expect_used)]
#[frame_support::pallet]
pub mod pallet {
    use super::{types::*, *};
    use finch_ports::{Alarm, AuctionSeller};
    use finch_types::{AuctionId, BidId, FixedU128, Lot, Tick};
    use frame_support::{
        pallet_prelude::*,
        traits::{
            fungible::{Inspect, InspectHold, Mutate, MutateHold},
            Time,
        },
        weights::WeightMeter,
    };
    use frame_system::pallet_prelude::*;

    #[pallet::config]
    pub trait Config: frame_system::Config {
        /// The coin that is bid and paid.
        type Currency: Inspect<Self::AccountId, Balance = Balance>
            + Mutate<Self::AccountId>
            + InspectHold<Self::AccountId, Reason = Self::RuntimeHoldReason>
            + MutateHold<Self::AccountId>;

        /// The runtime's reasons for holds.
        type RuntimeHoldReason: From<HoldReason>;

        /// Who stands behind the lots.
        type Seller: AuctionSeller<Self::AccountId>;

        /// Rings from the first appointment on.
        type Alarm: Alarm;

        /// The chain's clock.
        type Time: Time<Moment = Moment>;

        /// Measured weights.
        type WeightInfo: WeightInfo;
    }

    #[pallet::pallet]
    pub struct Pallet<T>(_);

    /// Why money is on hold.
    #[pallet::composite_enum]
    pub enum HoldReason {
        /// It pays for a bid.
        Bid,
    }

    /// Auctions that are not finished.
    // The keys are counted by the pallet, nobody can choose them.
    #[pallet::storage]
    pub type Auctions<T: Config> = StorageMap<_, Twox64Concat, AuctionId, Auction>;

    /// The number of the next auction.
    #[pallet::storage]
    pub type NextAuctionId<T: Config> = StorageValue<_, AuctionId, ValueQuery>;

    /// Bids that are not cancelled or settled.
    // The keys are counted by the pallet, nobody can choose them.
    #[pallet::storage]
    pub type Bids<T: Config> = StorageDoubleMap<_, Twox64Concat, AuctionId, Twox64Concat, BidId, Bid<T::AccountId>>;

    /// The bids of an account: the inverse of `Bid::owner`.
    #[pallet::storage]
    pub type BidsOf<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, (AuctionId, BidId), ()>;

    /// When the hook looks at which auction, in that order. Every auction once.
    #[pallet::storage]
    pub type Agenda<T: Config> = StorageValue<_, BoundedVec<Appointment, ConstU32<MAX_AUCTIONS>>, ValueQuery>;

    /// Sums over all auctions that are finished.
    #[pallet::storage]
    pub type Past<T: Config> = StorageValue<_, Totals, ValueQuery>;

    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// A timed auction takes bids.
        TimedOpened {
            /// Its number.
            auction: AuctionId,
            /// What is sold.
            lot: Lot,
            /// Units for sale.
            units: Balance,
            /// The least units of a bid.
            min_bid: Balance,
            /// The price of tick 0, in planck per unit.
            reserve: FixedU128,
            /// From one tick to the next, in planck per unit.
            tick_size: FixedU128,
            /// The least turnover, in planck.
            min_turnover: Balance,
            /// When it ends if it is not extended, in milliseconds of the chain's clock.
            ends_at: Moment,
        },
        /// A falling-price auction is open.
        FallingOpened {
            /// Its number.
            auction: AuctionId,
            /// What is sold.
            lot: Lot,
            /// Units for sale.
            units: Balance,
            /// The least units of a purchase that does not take the rest.
            min_bid: Balance,
            /// The price now, in planck per unit.
            start: FixedU128,
            /// The price at the end, in planck per unit.
            floor: FixedU128,
            /// When it ends, in milliseconds of the chain's clock.
            ends_at: Moment,
        },
        /// A bid was placed.
        BidPlaced {
            /// The auction.
            auction: AuctionId,
            /// The number of the bid in it.
            bid: BidId,
            /// Who bids.
            who: T::AccountId,
            /// The price level.
            tick: Tick,
            /// Units bid for.
            units: Balance,
            /// Planck on hold for it.
            held: Balance,
        },
        /// A late bid moved the price: the auction ends later.
        Extended {
            /// The auction.
            auction: AuctionId,
            /// When it ends now, in milliseconds of the chain's clock.
            ends_at: Moment,
        },
        /// A bid was taken back.
        BidCancelled {
            /// The auction.
            auction: AuctionId,
            /// The number of the bid in it.
            bid: BidId,
            /// Who had bid.
            who: T::AccountId,
            /// Planck released.
            returned: Balance,
        },
        /// A timed auction has a result.
        Closed {
            /// The auction.
            auction: AuctionId,
            /// What every winner pays, in planck per unit. Zero when nothing is sold.
            price: FixedU128,
            /// Units sold; 0 when everything is refunded.
            sold: Balance,
            /// Planck that they cost, rounded down.
            turnover: Balance,
        },
        /// A bid is settled: filled, filled in part, or refunded.
        BidSettled {
            /// The auction.
            auction: AuctionId,
            /// The number of the bid in it.
            bid: BidId,
            /// Who had bid.
            who: T::AccountId,
            /// Units delivered.
            units: Balance,
            /// Planck paid for them.
            paid: Balance,
            /// Planck released.
            returned: Balance,
        },
        /// Units were bought in a falling-price auction.
        Bought {
            /// The auction.
            auction: AuctionId,
            /// Who bought.
            who: T::AccountId,
            /// Units delivered.
            units: Balance,
            /// The price, in planck per unit.
            price: FixedU128,
            /// Planck paid.
            paid: Balance,
        },
        /// The seller took a sale back. Nothing more is sold, all bids are refunded.
        Withdrawn {
            /// The auction.
            auction: AuctionId,
        },
        /// Nothing of an auction is open any more.
        Finished {
            /// The auction.
            auction: AuctionId,
            /// What was sold.
            lot: Lot,
            /// Units delivered.
            delivered: Balance,
            /// Units that were for sale and not delivered.
            unsold: Balance,
            /// Planck that buyers paid.
            proceeds: Balance,
        },
        /// The hook could not settle a bid, because the seller does not deliver. Its money stays on hold; anybody can
        /// `claim` it later.
        SettleFailed {
            /// The auction.
            auction: AuctionId,
            /// The number of the bid in it.
            bid: BidId,
            /// Why.
            error: DispatchError,
        },
        /// A step of an auction failed. The hook tries again after [`RETRY_AFTER`]; anybody can `close` before.
        StepFailed {
            /// The auction.
            auction: AuctionId,
            /// The step.
            stage: Stage,
            /// Why.
            error: DispatchError,
        },
        /// A seller did not accept the news that its auction closed. Everything is refunded in spite of it.
        SellerIgnored {
            /// The auction.
            auction: AuctionId,
            /// Why.
            error: DispatchError,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// There is no such auction, or it is finished: look for its number in the events.
        AuctionNotFound,
        /// There is no such bid, or it is cancelled or settled already: look for its number in the events.
        BidNotFound,
        /// The bid belongs to another account: use the account that bid.
        NotBidder,
        /// The seller does not let this account buy: issuers, and those who act for them, cannot.
        Barred,
        /// The number of units is zero: give a positive one.
        AmountZero,
        /// The units are below the least of this auction: take more.
        BelowMinBid,
        /// More units than are for sale: take fewer.
        TooMuch,
        /// The auction has ended: it takes no more bids, purchases or withdrawals.
        Ended,
        /// Bids cannot be cancelled in the last part of an auction: wait for its end and claim.
        CancelClosed,
        /// The auction goes on: close it after its end.
        NotEnded,
        /// The auction is closed and its bids wait: claim them.
        AlreadyClosed,
        /// The auction is not closed yet: close it first, after its end.
        NotClosed,
        /// The price is above `max_price`: wait until it has fallen, or accept more.
        Overpriced,
        /// The account cannot spend that much and stay alive: use fewer units or a lower tick.
        InsufficientBalance,
        /// The auction is of the other kind: timed ones take `bid`, falling-price ones take `buy`.
        WrongFormat,
        /// So many auctions are open that no more can be: wait until one is finished.
        TooManyAuctions,
        /// The sale is out of bounds: see the limits of units, prices and times in the documentation.
        WrongSale,
        /// A number does not fit: the amounts are out of any sensible range.
        Overflow,
        /// The books contradict each other. Must not happen; report it.
        Corrupted,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
            let mut meter = WeightMeter::with_limit(remaining);
            Self::run_agenda(&mut meter);
            meter.consumed()
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::call(weight(<T as Config>::WeightInfo))]
    impl<T: Config> Pallet<T> {
        /// Bids in a timed auction. What the bid costs at most goes on hold on the caller's account:
        /// `units * (reserve + tick * tick_size)`, rounded up. Winners all pay the same price, which is at most their
        /// own; the rest is released.
        ///
        /// A bid that changes the price in the last minutes extends the auction.
        ///
        /// - `auction`: the number from the event `TimedOpened`.
        /// - `tick`: the price level, 0 to 255; tick 0 is the reserve.
        /// - `units`: units to bid for; at least the auction's `min_bid`, at most all.
        #[pallet::call_index(0)]
        #[pallet::weight(Pallet::<T>::weight_bid())]
        pub fn bid(
            origin: OriginFor<T>,
            auction: AuctionId,
            tick: Tick,
            #[pallet::compact] units: Balance,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_bid(who, auction, tick, units)
        }

        /// Takes a bid back in the first part of an auction. Releases its money.
        ///
        /// - `auction`, `bid`: the numbers from the event `BidPlaced`.
        #[pallet::call_index(1)]
        pub fn cancel_bid(origin: OriginFor<T>, auction: AuctionId, bid: BidId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_cancel_bid(who, auction, bid)
        }

        /// Closes an auction that has ended, or finishes one of which nothing is open. Anybody may call it.
        ///
        /// Blocks do it by themselves in their idle time; this is for whoever does not want to wait.
        ///
        /// - `auction`: the number from the event `TimedOpened` or `FallingOpened`.
        #[pallet::call_index(2)]
        #[pallet::weight(Pallet::<T>::weight_close())]
        pub fn close(origin: OriginFor<T>, auction: AuctionId) -> DispatchResult {
            ensure_signed(origin)?;
            Self::do_close(auction)
        }

        /// Settles a bid of a closed auction: its owner pays for the units that it won and gets them, and all other money
        /// of the bid is released. Anybody may call it.
        ///
        /// Blocks do it by themselves in their idle time; this is for whoever does not want to wait.
        ///
        /// - `auction`, `bid`: the numbers from the event `BidPlaced`.
        #[pallet::call_index(3)]
        #[pallet::weight(Pallet::<T>::weight_claim())]
        pub fn claim(origin: OriginFor<T>, auction: AuctionId, bid: BidId) -> DispatchResult {
            ensure_signed(origin)?;
            Self::settle(auction, bid)
        }

        /// Buys in a falling-price auction at the price of this moment, rounded up.
        ///
        /// - `auction`: the number from the event `FallingOpened`.
        /// - `units`: units to buy; at least the auction's `min_bid`, or all that are left.
        /// - `max_price`: the most to pay, in planck per unit (1e-18 fixed point); the call fails with `Overpriced`
        ///   otherwise.
        #[pallet::call_index(4)]
        #[pallet::weight(Pallet::<T>::weight_buy())]
        pub fn buy(
            origin: OriginFor<T>,
            auction: AuctionId,
            #[pallet::compact] units: Balance,
            max_price: FixedU128,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_buy(who, auction, units, max_price)
        }
    }
}
