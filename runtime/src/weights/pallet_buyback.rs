// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Measured weights of `pallet_buyback`, made by `make weights`.
//!
//! Bench version 64.0.0, 2026-11-26, 3 steps, 8 repeats, on AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use frame_support::{traits::Get, weights::Weight};
use core::marker::PhantomData;

/// Weights measured on this runtime.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_buyback::WeightInfo for WeightInfo<T> {
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Buyback::Flows` (r:1 w:1)
	/// Proof: `Buyback::Flows` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	fn deposit_native() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `84`
		//  Estimated: `3559`
		// Minimum execution time: 15_042_000 picoseconds.
		Weight::from_parts(16_414_000, 0)
			.saturating_add(Weight::from_parts(0, 3559))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Buyback::Pots` (r:1 w:1)
	/// Proof: `Buyback::Pots` (`max_values`: None, `max_size`: Some(871), added: 3346, mode: `MaxEncodedLen`)
	/// Storage: `Buyback::Flows` (r:1 w:1)
	/// Proof: `Buyback::Flows` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn deposit_asset() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1852`
		//  Estimated: `4336`
		// Minimum execution time: 44_796_000 picoseconds.
		Weight::from_parts(47_490_000, 0)
			.saturating_add(Weight::from_parts(0, 4336))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Buyback::Pots` (r:1 w:1)
	/// Proof: `Buyback::Pots` (`max_values`: None, `max_size`: Some(871), added: 3346, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:2 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Metadata` (r:1 w:0)
	/// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:0)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:0)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	fn poke_mark() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2410`
		//  Estimated: `6016`
		// Minimum execution time: 65_627_000 picoseconds.
		Weight::from_parts(72_026_000, 0)
			.saturating_add(Weight::from_parts(0, 6016))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Buyback::Pots` (r:1 w:1)
	/// Proof: `Buyback::Pots` (`max_values`: None, `max_size`: Some(871), added: 3346, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:2 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetConversion::PoolFees` (r:1 w:0)
	/// Proof: `AssetConversion::PoolFees` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Buyback::Flows` (r:0 w:1)
	/// Proof: `Buyback::Flows` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	fn poke_trade() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2310`
		//  Estimated: `6208`
		// Minimum execution time: 148_070_000 picoseconds.
		Weight::from_parts(159_616_000, 0)
			.saturating_add(Weight::from_parts(0, 6208))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `Buyback::Pots` (r:1 w:1)
	/// Proof: `Buyback::Pots` (`max_values`: None, `max_size`: Some(871), added: 3346, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:2 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:0)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::NextAuctionId` (r:1 w:1)
	/// Proof: `Auctions::NextAuctionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Agenda` (r:1 w:1)
	/// Proof: `Auctions::Agenda` (`max_values`: Some(1), `max_size`: Some(3074), added: 3569, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Storage: `Auctions::Auctions` (r:0 w:1)
	/// Proof: `Auctions::Auctions` (`max_values`: None, `max_size`: Some(4324), added: 6799, mode: `MaxEncodedLen`)
	fn poke_sale() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1781`
		//  Estimated: `6016`
		// Minimum execution time: 60_009_000 picoseconds.
		Weight::from_parts(103_172_000, 0)
			.saturating_add(Weight::from_parts(0, 6016))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Buyback::Pots` (r:1 w:1)
	/// Proof: `Buyback::Pots` (`max_values`: None, `max_size`: Some(871), added: 3346, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn deliver() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1487`
		//  Estimated: `6208`
		// Minimum execution time: 100_599_000 picoseconds.
		Weight::from_parts(106_107_000, 0)
			.saturating_add(Weight::from_parts(0, 6208))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `Buyback::Pots` (r:1 w:1)
	/// Proof: `Buyback::Pots` (`max_values`: None, `max_size`: Some(871), added: 3346, mode: `MaxEncodedLen`)
	fn finished() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `242`
		//  Estimated: `4336`
		// Minimum execution time: 12_759_000 picoseconds.
		Weight::from_parts(14_001_000, 0)
			.saturating_add(Weight::from_parts(0, 4336))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Buyback::Turn` (r:1 w:0)
	/// Proof: `Buyback::Turn` (`max_values`: Some(1), `max_size`: Some(14), added: 509, mode: `MaxEncodedLen`)
	fn idle_look() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `118`
		//  Estimated: `1499`
		// Minimum execution time: 7_170_000 picoseconds.
		Weight::from_parts(7_942_000, 0)
			.saturating_add(Weight::from_parts(0, 1499))
			.saturating_add(T::DbWeight::get().reads(1))
	}
	/// Storage: `Buyback::Pots` (r:1 w:1)
	/// Proof: `Buyback::Pots` (`max_values`: None, `max_size`: Some(871), added: 3346, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:2 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetConversion::PoolFees` (r:1 w:0)
	/// Proof: `AssetConversion::PoolFees` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Buyback::Flows` (r:0 w:1)
	/// Proof: `Buyback::Flows` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `Buyback::Turn` (r:0 w:1)
	/// Proof: `Buyback::Turn` (`max_values`: Some(1), `max_size`: Some(14), added: 509, mode: `MaxEncodedLen`)
	fn idle_trade() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2310`
		//  Estimated: `6208`
		// Minimum execution time: 148_640_000 picoseconds.
		Weight::from_parts(159_126_000, 0)
			.saturating_add(Weight::from_parts(0, 6208))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `Buyback::Pots` (r:1 w:1)
	/// Proof: `Buyback::Pots` (`max_values`: None, `max_size`: Some(871), added: 3346, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:2 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Metadata` (r:1 w:0)
	/// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:0)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:0)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::NextAuctionId` (r:1 w:1)
	/// Proof: `Auctions::NextAuctionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Agenda` (r:1 w:1)
	/// Proof: `Auctions::Agenda` (`max_values`: Some(1), `max_size`: Some(3074), added: 3569, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Storage: `Buyback::Turn` (r:0 w:1)
	/// Proof: `Buyback::Turn` (`max_values`: Some(1), `max_size`: Some(14), added: 509, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Auctions` (r:0 w:1)
	/// Proof: `Auctions::Auctions` (`max_values`: None, `max_size`: Some(4324), added: 6799, mode: `MaxEncodedLen`)
	fn idle_sale() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2313`
		//  Estimated: `6016`
		// Minimum execution time: 72_978_000 picoseconds.
		Weight::from_parts(81_831_000, 0)
			.saturating_add(Weight::from_parts(0, 6016))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `Buyback::Pots` (r:2 w:1)
	/// Proof: `Buyback::Pots` (`max_values`: None, `max_size`: Some(871), added: 3346, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:0)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Metadata` (r:1 w:0)
	/// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Buyback::Turn` (r:0 w:1)
	/// Proof: `Buyback::Turn` (`max_values`: Some(1), `max_size`: Some(14), added: 509, mode: `MaxEncodedLen`)
	fn idle_prepare() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1906`
		//  Estimated: `7682`
		// Minimum execution time: 53_099_000 picoseconds.
		Weight::from_parts(78_736_000, 0)
			.saturating_add(Weight::from_parts(0, 7682))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}
}
