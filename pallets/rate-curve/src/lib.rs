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
mod govern;
#[cfg(test)]
mod mock;
mod observe;
pub mod pillars;
mod reads;
pub mod runtime_api;
#[cfg(test)]
mod tests;
mod try_state;
pub mod types;
pub mod weights;

use finch_types::{FixedU128, Moment, MILLISECS_PER_YEAR};
pub use pallet::*;
pub use weights::WeightInfo;

/// The most nodes: one for every pillar, so there is always room.
pub const MAX_NODES: u32 = 49;
/// The shortest time to maturity that counts: a minute.
pub const SHORTEST: Moment = 60_000;
/// The longest time to maturity that counts: 32 years.
pub const LONGEST: Moment = 32 * MILLISECS_PER_YEAR;
/// The most that observations move the zero rate of a node at once: 50 basis points.
pub const STEP: FixedU128 = FixedU128::from_inner(5_000_000_000_000_000);
/// A node may be moved by another [`STEP`] after this time: a day.
pub const STEP_PERIOD: Moment = 86_400_000;
/// Zero rates lie within 100 % a year, continuously compounded, on both sides of 0.
pub const RATE_MAX: FixedU128 = FixedU128::from_u32(1);

// The macro numbers variants by casts, and expects what it has checked itself. The code of this module is calls of
// one line.
#[allow(clippy::as_conversions, clippy::expect_used)]
#[frame_support::pallet]
pub mod pallet {
    use super::{types::*, *};
    use alloc::vec::Vec;
    use finch_types::{Balance, FixedI128};
    use frame_support::{pallet_prelude::*, traits::Time};
    use frame_system::pallet_prelude::*;

    #[pallet::config]
    pub trait Config: frame_system::Config {
        /// The chain's clock.
        type Time: Time<Moment = Moment>;

        /// Who may seed and retire nodes.
        type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;

        /// The least turnover that counts, in planck.
        #[pallet::constant]
        type MinTurnover: Get<Balance>;

        /// Nodes that were not observed for longer than this, in milliseconds, do not count in quotes. At least
        /// [`STEP_PERIOD`].
        #[pallet::constant]
        type MaxAge: Get<Moment>;

        /// Measured weights.
        type WeightInfo: WeightInfo;
    }

    #[pallet::pallet]
    pub struct Pallet<T>(_);

    /// The nodes, and what explains them.
    #[pallet::storage]
    pub type Book<T: Config> = StorageValue<_, Books, ValueQuery>;

    /// Seeds a curve.
    #[pallet::genesis_config]
    #[derive(frame_support::DefaultNoBound)]
    pub struct GenesisConfig<T: Config> {
        /// Time to maturity in milliseconds, and the effective annual rate that is fair for it, as in `seed`.
        pub seeds: Vec<(Moment, FixedU128)>,
        #[doc(hidden)]
        #[serde(skip)]
        pub _config: core::marker::PhantomData<T>,
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            for (time_to_maturity, annual_rate) in &self.seeds {
                Pallet::<T>::do_seed(*time_to_maturity, *annual_rate)
                    .expect("the seed's maturity and rate are in range");
            }
        }
    }

    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// A cleared sale was taken into account.
        Observed {
            /// Time to maturity of what was sold, in milliseconds.
            time_to_maturity: Moment,
            /// What it promises, as effective annual rate.
            annual_rate: FixedU128,
            /// `V/S`: planck paid per planck of principal.
            price_ratio: FixedU128,
            /// Planck paid in all.
            turnover: Balance,
            /// The zero rate that it was sold at, continuously compounded.
            observed_rate: FixedI128,
            /// The maturity of the node that it moved, in milliseconds.
            pillar: Moment,
            /// The zero rate of the node now.
            zero_rate: FixedI128,
            /// What the node weighs now, in planck.
            weight: Balance,
            /// How far the node can still be moved now.
            allowance: FixedU128,
        },
        /// A cleared sale was reported and does not count.
        Ignored {
            /// Time to maturity of what was sold, in milliseconds.
            time_to_maturity: Moment,
            /// What it promises, as effective annual rate.
            annual_rate: FixedU128,
            /// `V/S`: planck paid per planck of principal.
            price_ratio: FixedU128,
            /// Planck paid in all.
            turnover: Balance,
            /// Why.
            reason: Reason,
        },
        /// Governance set a node, in place of the one that may have been there.
        Seeded {
            /// The maturity of the node, in milliseconds.
            pillar: Moment,
            /// The effective annual rate that was given.
            annual_rate: FixedU128,
            /// The zero rate of the node now, continuously compounded.
            zero_rate: FixedI128,
        },
        /// Governance took a node away.
        Retired {
            /// The maturity of the node, in milliseconds.
            pillar: Moment,
            /// The zero rate that it had.
            zero_rate: FixedI128,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// The curve reaches from a minute to 32 years: give a time to maturity between them, in milliseconds.
        MaturityOutOfRange,
        /// The rate is above the 171.8 % that are 100 % continuously compounded: give a lower one, 1e18 is 100 %.
        RateTooHigh,
        /// There is no node for that maturity: `curve` lists those there are.
        NodeNotFound,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
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
        /// Sets the node of a maturity, in place of the one that may be there. It counts until a sale moves it, from where
        /// governance put it, or until it is retired.
        ///
        /// - `time_to_maturity`: in milliseconds, from a minute to 32 years. The node stands at the pillar next to it.
        /// - `annual_rate`: the effective annual rate that is fair for it; 1e18 is 100 %, the most is 171.8 %.
        #[pallet::call_index(0)]
        pub fn seed(
            origin: OriginFor<T>,
            #[pallet::compact] time_to_maturity: Moment,
            annual_rate: FixedU128,
        ) -> DispatchResult {
            T::AdminOrigin::ensure_origin(origin)?;
            Self::do_seed(time_to_maturity, annual_rate)
        }

        /// Takes the node of a maturity away. Quotes go by those beside it; without any node there are no quotes.
        ///
        /// - `time_to_maturity`: in milliseconds; the node at the pillar next to it is taken.
        #[pallet::call_index(1)]
        pub fn retire(origin: OriginFor<T>, #[pallet::compact] time_to_maturity: Moment) -> DispatchResult {
            T::AdminOrigin::ensure_origin(origin)?;
            Self::do_retire(time_to_maturity)
        }
    }
}
