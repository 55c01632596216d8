// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Measured weights of `pallet_auctions`, made by `make weights`.
//!
//! Bench version 64.0.0, 2026-11-24, 10 steps, 15 repeats, on AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use frame_support::{traits::Get, weights::Weight};
use core::marker::PhantomData;

/// Weights measured on this runtime.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_auctions::WeightInfo for WeightInfo<T> {
	/// Storage: `Auctions::Auctions` (r:1 w:1)
	/// Proof: `Auctions::Auctions` (`max_values`: None, `max_size`: Some(4324), added: 6799, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingDerivatives::AllSeries` (r:1 w:0)
	/// Proof: `StakingDerivatives::AllSeries` (`max_values`: None, `max_size`: Some(1628), added: 4103, mode: `MaxEncodedLen`)
	/// Storage: `Proxy::Proxies` (r:2 w:0)
	/// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::BidsOf` (r:0 w:1)
	/// Proof: `Auctions::BidsOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Bids` (r:0 w:1)
	/// Proof: `Auctions::Bids` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	fn bid() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `5600`
		//  Estimated: `8422`
		// Minimum execution time: 99_879_000 picoseconds.
		Weight::from_parts(104_606_000, 0)
			.saturating_add(Weight::from_parts(0, 8422))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Auctions::Auctions` (r:1 w:1)
	/// Proof: `Auctions::Auctions` (`max_values`: None, `max_size`: Some(4324), added: 6799, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Bids` (r:1 w:1)
	/// Proof: `Auctions::Bids` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::BidsOf` (r:0 w:1)
	/// Proof: `Auctions::BidsOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn cancel_bid() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `5758`
		//  Estimated: `7789`
		// Minimum execution time: 97_455_000 picoseconds.
		Weight::from_parts(107_330_000, 0)
			.saturating_add(Weight::from_parts(0, 7789))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Auctions` (r:1 w:1)
	/// Proof: `Auctions::Auctions` (`max_values`: None, `max_size`: Some(4324), added: 6799, mode: `MaxEncodedLen`)
	/// Storage: `StakingDerivatives::AllSeries` (r:1 w:1)
	/// Proof: `StakingDerivatives::AllSeries` (`max_values`: None, `max_size`: Some(1628), added: 4103, mode: `MaxEncodedLen`)
	/// Storage: `RateCurve::Book` (r:1 w:1)
	/// Proof: `RateCurve::Book` (`max_values`: Some(1), `max_size`: Some(4042), added: 4537, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Agenda` (r:1 w:1)
	/// Proof: `Auctions::Agenda` (`max_values`: Some(1), `max_size`: Some(3074), added: 3569, mode: `MaxEncodedLen`)
	/// The range of component `l` is `[1, 256]`.
	fn close(l: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `8706`
		//  Estimated: `7789`
		// Minimum execution time: 73_419_000 picoseconds.
		Weight::from_parts(79_297_634, 0)
			.saturating_add(Weight::from_parts(0, 7789))
			// Standard Error: 832
			.saturating_add(Weight::from_parts(74_516, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Auctions::Auctions` (r:1 w:1)
	/// Proof: `Auctions::Auctions` (`max_values`: None, `max_size`: Some(4324), added: 6799, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Bids` (r:1 w:1)
	/// Proof: `Auctions::Bids` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Agenda` (r:1 w:1)
	/// Proof: `Auctions::Agenda` (`max_values`: Some(1), `max_size`: Some(3074), added: 3569, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `StakingDerivatives::AllSeries` (r:1 w:1)
	/// Proof: `StakingDerivatives::AllSeries` (`max_values`: None, `max_size`: Some(1628), added: 4103, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::BidsOf` (r:0 w:1)
	/// Proof: `Auctions::BidsOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn claim() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `5384`
		//  Estimated: `7789`
		// Minimum execution time: 191_004_000 picoseconds.
		Weight::from_parts(198_325_000, 0)
			.saturating_add(Weight::from_parts(0, 7789))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	/// Storage: `Auctions::Auctions` (r:1 w:1)
	/// Proof: `Auctions::Auctions` (`max_values`: None, `max_size`: Some(4324), added: 6799, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingDerivatives::AllSeries` (r:1 w:1)
	/// Proof: `StakingDerivatives::AllSeries` (`max_values`: None, `max_size`: Some(1628), added: 4103, mode: `MaxEncodedLen`)
	/// Storage: `Proxy::Proxies` (r:2 w:0)
	/// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Agenda` (r:1 w:1)
	/// Proof: `Auctions::Agenda` (`max_values`: Some(1), `max_size`: Some(3074), added: 3569, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn buy() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4962`
		//  Estimated: `8422`
		// Minimum execution time: 142_352_000 picoseconds.
		Weight::from_parts(147_900_000, 0)
			.saturating_add(Weight::from_parts(0, 8422))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `Staking::MinNominatorBond` (r:1 w:0)
	/// Proof: `Staking::MinNominatorBond` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `StakingDerivatives::NextSeries` (r:1 w:1)
	/// Proof: `StakingDerivatives::NextSeries` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Staking::ActiveEra` (r:1 w:0)
	/// Proof: `Staking::ActiveEra` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `Staking::ErasRewardPoints` (r:1 w:0)
	/// Proof: `Staking::ErasRewardPoints` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Staking::Validators` (r:2 w:0)
	/// Proof: `Staking::Validators` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	/// Storage: `Staking::ErasStakersOverview` (r:1 w:0)
	/// Proof: `Staking::ErasStakersOverview` (`max_values`: None, `max_size`: Some(92), added: 2567, mode: `MaxEncodedLen`)
	/// Storage: `StakingDerivatives::Opened` (r:1 w:1)
	/// Proof: `StakingDerivatives::Opened` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Metadata` (r:1 w:1)
	/// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::NextAuctionId` (r:1 w:1)
	/// Proof: `Auctions::NextAuctionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Agenda` (r:1 w:1)
	/// Proof: `Auctions::Agenda` (`max_values`: Some(1), `max_size`: Some(3074), added: 3569, mode: `MaxEncodedLen`)
	/// Storage: `StakingDerivatives::Live` (r:0 w:1)
	/// Proof: `StakingDerivatives::Live` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `StakingDerivatives::AllSeries` (r:0 w:1)
	/// Proof: `StakingDerivatives::AllSeries` (`max_values`: None, `max_size`: Some(1628), added: 4103, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Auctions` (r:0 w:1)
	/// Proof: `Auctions::Auctions` (`max_values`: None, `max_size`: Some(4324), added: 6799, mode: `MaxEncodedLen`)
	fn open_timed() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4097`
		//  Estimated: `7562`
		// Minimum execution time: 232_867_000 picoseconds.
		Weight::from_parts(245_686_000, 0)
			.saturating_add(Weight::from_parts(0, 7562))
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	/// Storage: `Staking::MinNominatorBond` (r:1 w:0)
	/// Proof: `Staking::MinNominatorBond` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `StakingDerivatives::NextSeries` (r:1 w:1)
	/// Proof: `StakingDerivatives::NextSeries` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Staking::ActiveEra` (r:1 w:0)
	/// Proof: `Staking::ActiveEra` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `Staking::ErasRewardPoints` (r:1 w:0)
	/// Proof: `Staking::ErasRewardPoints` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Staking::Validators` (r:2 w:0)
	/// Proof: `Staking::Validators` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	/// Storage: `Staking::ErasStakersOverview` (r:1 w:0)
	/// Proof: `Staking::ErasStakersOverview` (`max_values`: None, `max_size`: Some(92), added: 2567, mode: `MaxEncodedLen`)
	/// Storage: `StakingDerivatives::Opened` (r:1 w:1)
	/// Proof: `StakingDerivatives::Opened` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Metadata` (r:1 w:1)
	/// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::NextAuctionId` (r:1 w:1)
	/// Proof: `Auctions::NextAuctionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Agenda` (r:1 w:1)
	/// Proof: `Auctions::Agenda` (`max_values`: Some(1), `max_size`: Some(3074), added: 3569, mode: `MaxEncodedLen`)
	/// Storage: `StakingDerivatives::Live` (r:0 w:1)
	/// Proof: `StakingDerivatives::Live` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `StakingDerivatives::AllSeries` (r:0 w:1)
	/// Proof: `StakingDerivatives::AllSeries` (`max_values`: None, `max_size`: Some(1628), added: 4103, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Auctions` (r:0 w:1)
	/// Proof: `Auctions::Auctions` (`max_values`: None, `max_size`: Some(4324), added: 6799, mode: `MaxEncodedLen`)
	fn open_falling() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4097`
		//  Estimated: `7562`
		// Minimum execution time: 229_422_000 picoseconds.
		Weight::from_parts(240_598_000, 0)
			.saturating_add(Weight::from_parts(0, 7562))
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	/// Storage: `Auctions::Auctions` (r:1 w:1)
	/// Proof: `Auctions::Auctions` (`max_values`: None, `max_size`: Some(4324), added: 6799, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Agenda` (r:1 w:1)
	/// Proof: `Auctions::Agenda` (`max_values`: Some(1), `max_size`: Some(3074), added: 3569, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `7565`
		//  Estimated: `7789`
		// Minimum execution time: 36_534_000 picoseconds.
		Weight::from_parts(43_174_000, 0)
			.saturating_add(Weight::from_parts(0, 7789))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Auctions::Agenda` (r:1 w:0)
	/// Proof: `Auctions::Agenda` (`max_values`: Some(1), `max_size`: Some(3074), added: 3569, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn upkeep_idle() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3158`
		//  Estimated: `4559`
		// Minimum execution time: 12_849_000 picoseconds.
		Weight::from_parts(14_111_000, 0)
			.saturating_add(Weight::from_parts(0, 4559))
			.saturating_add(T::DbWeight::get().reads(2))
	}
	/// Storage: `Auctions::Agenda` (r:1 w:1)
	/// Proof: `Auctions::Agenda` (`max_values`: Some(1), `max_size`: Some(3074), added: 3569, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Auctions` (r:1 w:0)
	/// Proof: `Auctions::Auctions` (`max_values`: None, `max_size`: Some(4324), added: 6799, mode: `MaxEncodedLen`)
	fn step_look() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `7506`
		//  Estimated: `7789`
		// Minimum execution time: 29_914_000 picoseconds.
		Weight::from_parts(31_768_000, 0)
			.saturating_add(Weight::from_parts(0, 7789))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Bids` (r:2 w:1)
	/// Proof: `Auctions::Bids` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Auctions` (r:1 w:1)
	/// Proof: `Auctions::Auctions` (`max_values`: None, `max_size`: Some(4324), added: 6799, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Agenda` (r:1 w:1)
	/// Proof: `Auctions::Agenda` (`max_values`: Some(1), `max_size`: Some(3074), added: 3569, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `StakingDerivatives::AllSeries` (r:1 w:1)
	/// Proof: `StakingDerivatives::AllSeries` (`max_values`: None, `max_size`: Some(1628), added: 4103, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::BidsOf` (r:0 w:1)
	/// Proof: `Auctions::BidsOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn step_settle() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `5384`
		//  Estimated: `7789`
		// Minimum execution time: 200_789_000 picoseconds.
		Weight::from_parts(207_750_000, 0)
			.saturating_add(Weight::from_parts(0, 7789))
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Agenda` (r:1 w:1)
	/// Proof: `Auctions::Agenda` (`max_values`: Some(1), `max_size`: Some(3074), added: 3569, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Past` (r:1 w:1)
	/// Proof: `Auctions::Past` (`max_values`: Some(1), `max_size`: Some(140), added: 635, mode: `MaxEncodedLen`)
	/// Storage: `StakingDerivatives::AllSeries` (r:1 w:1)
	/// Proof: `StakingDerivatives::AllSeries` (`max_values`: None, `max_size`: Some(1628), added: 4103, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Auctions` (r:0 w:1)
	/// Proof: `Auctions::Auctions` (`max_values`: None, `max_size`: Some(4324), added: 6799, mode: `MaxEncodedLen`)
	fn step_finish() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4365`
		//  Estimated: `8799`
		// Minimum execution time: 141_160_000 picoseconds.
		Weight::from_parts(146_788_000, 0)
			.saturating_add(Weight::from_parts(0, 8799))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(7))
	}
}
