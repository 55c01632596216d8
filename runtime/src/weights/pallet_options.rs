// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Measured weights of `pallet_options`, made by `make weights`.
//!
//! Bench version 64.0.0, 2026-11-26, 3 steps, 8 repeats, on AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use frame_support::{traits::Get, weights::Weight};
use core::marker::PhantomData;

/// Weights measured on this runtime.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_options::WeightInfo for WeightInfo<T> {
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Options::AllSeries` (r:3 w:1)
	/// Proof: `Options::AllSeries` (`max_values`: None, `max_size`: Some(534), added: 3009, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:4 w:4)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Metadata` (r:4 w:1)
	/// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	/// Storage: `Options::Ids` (r:1 w:1)
	/// Proof: `Options::Ids` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Options::NextOptionId` (r:1 w:1)
	/// Proof: `Options::NextOptionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:4 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Options::Agenda` (r:1 w:1)
	/// Proof: `Options::Agenda` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Storage: `Options::Kept` (r:4 w:4)
	/// Proof: `Options::Kept` (`max_values`: None, `max_size`: Some(37), added: 2512, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:6 w:6)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[0, 4]`.
	fn create(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1679 + n * (84 ±0)`
		//  Estimated: `11730 + n * (2609 ±5)`
		// Minimum execution time: 248_768_000 picoseconds.
		Weight::from_parts(261_479_992, 0)
			.saturating_add(Weight::from_parts(0, 11730))
			// Standard Error: 93_267
			.saturating_add(Weight::from_parts(39_709_846, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(28))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(10))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(n.into()))
	}
	/// Storage: `Options::AllSeries` (r:1 w:1)
	/// Proof: `Options::AllSeries` (`max_values`: None, `max_size`: Some(534), added: 3009, mode: `MaxEncodedLen`)
	/// Storage: `Options::Vaults` (r:1 w:1)
	/// Proof: `Options::Vaults` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn deposit() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1896`
		//  Estimated: `6208`
		// Minimum execution time: 124_565_000 picoseconds.
		Weight::from_parts(129_031_000, 0)
			.saturating_add(Weight::from_parts(0, 6208))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `Options::AllSeries` (r:1 w:1)
	/// Proof: `Options::AllSeries` (`max_values`: None, `max_size`: Some(534), added: 3009, mode: `MaxEncodedLen`)
	/// Storage: `Options::Vaults` (r:1 w:1)
	/// Proof: `Options::Vaults` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:3 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Metadata` (r:2 w:0)
	/// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn deposit_cure() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2521`
		//  Estimated: `8529`
		// Minimum execution time: 107_629_000 picoseconds.
		Weight::from_parts(112_276_000, 0)
			.saturating_add(Weight::from_parts(0, 8529))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Options::AllSeries` (r:1 w:1)
	/// Proof: `Options::AllSeries` (`max_values`: None, `max_size`: Some(534), added: 3009, mode: `MaxEncodedLen`)
	/// Storage: `Options::Vaults` (r:1 w:1)
	/// Proof: `Options::Vaults` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:3 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Metadata` (r:2 w:0)
	/// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2447`
		//  Estimated: `8529`
		// Minimum execution time: 103_984_000 picoseconds.
		Weight::from_parts(109_012_000, 0)
			.saturating_add(Weight::from_parts(0, 8529))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Options::AllSeries` (r:1 w:1)
	/// Proof: `Options::AllSeries` (`max_values`: None, `max_size`: Some(534), added: 3009, mode: `MaxEncodedLen`)
	/// Storage: `Options::Vaults` (r:1 w:1)
	/// Proof: `Options::Vaults` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn withdraw_all() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2111`
		//  Estimated: `6208`
		// Minimum execution time: 118_706_000 picoseconds.
		Weight::from_parts(125_556_000, 0)
			.saturating_add(Weight::from_parts(0, 6208))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Options::AllSeries` (r:1 w:1)
	/// Proof: `Options::AllSeries` (`max_values`: None, `max_size`: Some(534), added: 3009, mode: `MaxEncodedLen`)
	/// Storage: `Options::Vaults` (r:1 w:1)
	/// Proof: `Options::Vaults` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:3 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Metadata` (r:2 w:0)
	/// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn mint() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2208`
		//  Estimated: `8529`
		// Minimum execution time: 94_340_000 picoseconds.
		Weight::from_parts(103_783_000, 0)
			.saturating_add(Weight::from_parts(0, 8529))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Options::AllSeries` (r:1 w:1)
	/// Proof: `Options::AllSeries` (`max_values`: None, `max_size`: Some(534), added: 3009, mode: `MaxEncodedLen`)
	/// Storage: `Options::Vaults` (r:1 w:1)
	/// Proof: `Options::Vaults` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:3 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Metadata` (r:2 w:0)
	/// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn burn() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2337`
		//  Estimated: `8529`
		// Minimum execution time: 97_484_000 picoseconds.
		Weight::from_parts(110_894_000, 0)
			.saturating_add(Weight::from_parts(0, 8529))
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Parameters::Parameters` (r:3 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Options::AllSeries` (r:1 w:1)
	/// Proof: `Options::AllSeries` (`max_values`: None, `max_size`: Some(534), added: 3009, mode: `MaxEncodedLen`)
	/// Storage: `Options::Vaults` (r:1 w:1)
	/// Proof: `Options::Vaults` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:3 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Metadata` (r:2 w:0)
	/// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:2 w:2)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:4 w:4)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetConversion::PoolFees` (r:1 w:0)
	/// Proof: `AssetConversion::PoolFees` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Buyback::Flows` (r:1 w:1)
	/// Proof: `Buyback::Flows` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	fn write_and_sell() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3155`
		//  Estimated: `11426`
		// Minimum execution time: 327_254_000 picoseconds.
		Weight::from_parts(351_831_000, 0)
			.saturating_add(Weight::from_parts(0, 11426))
			.saturating_add(T::DbWeight::get().reads(20))
			.saturating_add(T::DbWeight::get().writes(11))
	}
	/// Storage: `Options::AllSeries` (r:1 w:1)
	/// Proof: `Options::AllSeries` (`max_values`: None, `max_size`: Some(534), added: 3009, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:3 w:3)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:5 w:5)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn exercise() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2233`
		//  Estimated: `14035`
		// Minimum execution time: 134_289_000 picoseconds.
		Weight::from_parts(146_587_000, 0)
			.saturating_add(Weight::from_parts(0, 14035))
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `Options::AllSeries` (r:1 w:1)
	/// Proof: `Options::AllSeries` (`max_values`: None, `max_size`: Some(534), added: 3009, mode: `MaxEncodedLen`)
	/// Storage: `Options::Agenda` (r:1 w:1)
	/// Proof: `Options::Agenda` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:2 w:2)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:3 w:3)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn redeem() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2260`
		//  Estimated: `8817`
		// Minimum execution time: 113_839_000 picoseconds.
		Weight::from_parts(133_908_000, 0)
			.saturating_add(Weight::from_parts(0, 8817))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Options::AllSeries` (r:1 w:1)
	/// Proof: `Options::AllSeries` (`max_values`: None, `max_size`: Some(534), added: 3009, mode: `MaxEncodedLen`)
	/// Storage: `Options::Vaults` (r:1 w:1)
	/// Proof: `Options::Vaults` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `Options::Agenda` (r:1 w:2)
	/// Proof: `Options::Agenda` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:2 w:2)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:4 w:4)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn reclaim() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2402`
		//  Estimated: `11426`
		// Minimum execution time: 180_287_000 picoseconds.
		Weight::from_parts(208_109_000, 0)
			.saturating_add(Weight::from_parts(0, 11426))
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	/// Storage: `Options::AllSeries` (r:1 w:1)
	/// Proof: `Options::AllSeries` (`max_values`: None, `max_size`: Some(534), added: 3009, mode: `MaxEncodedLen`)
	/// Storage: `Options::Vaults` (r:1 w:1)
	/// Proof: `Options::Vaults` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `Options::Agenda` (r:2 w:2)
	/// Proof: `Options::Agenda` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:2 w:2)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:4 w:4)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn release() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2585`
		//  Estimated: `11426`
		// Minimum execution time: 190_733_000 picoseconds.
		Weight::from_parts(268_918_000, 0)
			.saturating_add(Weight::from_parts(0, 11426))
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(13))
	}
	/// Storage: `Options::AllSeries` (r:1 w:1)
	/// Proof: `Options::AllSeries` (`max_values`: None, `max_size`: Some(534), added: 3009, mode: `MaxEncodedLen`)
	/// Storage: `Options::Vaults` (r:1 w:1)
	/// Proof: `Options::Vaults` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:3 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Metadata` (r:2 w:0)
	/// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	fn call_margin() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1417`
		//  Estimated: `8529`
		// Minimum execution time: 63_905_000 picoseconds.
		Weight::from_parts(99_738_000, 0)
			.saturating_add(Weight::from_parts(0, 8529))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Options::AllSeries` (r:1 w:1)
	/// Proof: `Options::AllSeries` (`max_values`: None, `max_size`: Some(534), added: 3009, mode: `MaxEncodedLen`)
	/// Storage: `Options::Vaults` (r:1 w:1)
	/// Proof: `Options::Vaults` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:3 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Metadata` (r:2 w:0)
	/// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	/// Storage: `Options::NextVaultId` (r:1 w:1)
	/// Proof: `Options::NextVaultId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::NextAuctionId` (r:1 w:1)
	/// Proof: `Auctions::NextAuctionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Agenda` (r:1 w:1)
	/// Proof: `Auctions::Agenda` (`max_values`: Some(1), `max_size`: Some(3074), added: 3569, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Storage: `Options::Sales` (r:0 w:1)
	/// Proof: `Options::Sales` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Auctions` (r:0 w:1)
	/// Proof: `Auctions::Auctions` (`max_values`: None, `max_size`: Some(4324), added: 6799, mode: `MaxEncodedLen`)
	fn liquidate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1657`
		//  Estimated: `8529`
		// Minimum execution time: 87_680_000 picoseconds.
		Weight::from_parts(124_795_000, 0)
			.saturating_add(Weight::from_parts(0, 8529))
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Options::AllSeries` (r:1 w:1)
	/// Proof: `Options::AllSeries` (`max_values`: None, `max_size`: Some(534), added: 3009, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:3 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Metadata` (r:2 w:0)
	/// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	/// Storage: `Options::Agenda` (r:2 w:2)
	/// Proof: `Options::Agenda` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	fn fix_price() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1432`
		//  Estimated: `8529`
		// Minimum execution time: 69_372_000 picoseconds.
		Weight::from_parts(76_623_000, 0)
			.saturating_add(Weight::from_parts(0, 8529))
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Options::AllSeries` (r:1 w:1)
	/// Proof: `Options::AllSeries` (`max_values`: None, `max_size`: Some(534), added: 3009, mode: `MaxEncodedLen`)
	/// Storage: `Options::Agenda` (r:2 w:2)
	/// Proof: `Options::Agenda` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	fn dispute() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `751`
		//  Estimated: `5964`
		// Minimum execution time: 38_006_000 picoseconds.
		Weight::from_parts(42_854_000, 0)
			.saturating_add(Weight::from_parts(0, 5964))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Options::AllSeries` (r:1 w:1)
	/// Proof: `Options::AllSeries` (`max_values`: None, `max_size`: Some(534), added: 3009, mode: `MaxEncodedLen`)
	/// Storage: `Options::Vaults` (r:51 w:50)
	/// Proof: `Options::Vaults` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:50 w:50)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:50 w:50)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `Options::Agenda` (r:2 w:1)
	/// Proof: `Options::Agenda` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// The range of component `n` is `[1, 50]`.
	fn settle_sweep(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `964 + n * (248 ±0)`
		//  Estimated: `5964 + n * (2740 ±0)`
		// Minimum execution time: 101_400_000 picoseconds.
		Weight::from_parts(44_128_037, 0)
			.saturating_add(Weight::from_parts(0, 5964))
			// Standard Error: 78_105
			.saturating_add(Weight::from_parts(62_481_589, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2740).saturating_mul(n.into()))
	}
	/// Storage: `Options::AllSeries` (r:1 w:1)
	/// Proof: `Options::AllSeries` (`max_values`: None, `max_size`: Some(534), added: 3009, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:2 w:2)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:103 w:103)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Buyback::Pots` (r:1 w:1)
	/// Proof: `Buyback::Pots` (`max_values`: None, `max_size`: Some(871), added: 3346, mode: `MaxEncodedLen`)
	/// Storage: `Buyback::Flows` (r:1 w:1)
	/// Proof: `Buyback::Flows` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:51 w:51)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Options::Vaults` (r:51 w:50)
	/// Proof: `Options::Vaults` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:50 w:50)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `Options::Agenda` (r:2 w:2)
	/// Proof: `Options::Agenda` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// The range of component `n` is `[1, 50]`.
	fn settle_release(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2446 + n * (392 ±0)`
		//  Estimated: `8817 + n * (5218 ±0)`
		// Minimum execution time: 263_019_000 picoseconds.
		Weight::from_parts(124_690_753, 0)
			.saturating_add(Weight::from_parts(0, 8817))
			// Standard Error: 259_012
			.saturating_add(Weight::from_parts(144_925_191, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(12))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 5218).saturating_mul(n.into()))
	}
	/// Storage: `Options::AllSeries` (r:1 w:1)
	/// Proof: `Options::AllSeries` (`max_values`: None, `max_size`: Some(534), added: 3009, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:2 w:2)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:53 w:52)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Buyback::Pots` (r:1 w:1)
	/// Proof: `Buyback::Pots` (`max_values`: None, `max_size`: Some(871), added: 3346, mode: `MaxEncodedLen`)
	/// Storage: `Buyback::Flows` (r:1 w:1)
	/// Proof: `Buyback::Flows` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:50 w:50)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Approvals` (r:1 w:0)
	/// Proof: `Assets::Approvals` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Metadata` (r:1 w:1)
	/// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	/// Storage: `Options::Agenda` (r:2 w:1)
	/// Proof: `Options::Agenda` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Reserves` (r:0 w:1)
	/// Proof: `Assets::Reserves` (`max_values`: None, `max_size`: Some(21), added: 2496, mode: `MaxEncodedLen`)
	/// Storage: `Options::Ids` (r:0 w:1)
	/// Proof: `Options::Ids` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 50]`.
	fn settle_close(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3123 + n * (141 ±0)`
		//  Estimated: `8817 + n * (2609 ±0)`
		// Minimum execution time: 280_585_000 picoseconds.
		Weight::from_parts(307_828_298, 0)
			.saturating_add(Weight::from_parts(0, 8817))
			// Standard Error: 64_264
			.saturating_add(Weight::from_parts(18_686_154, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(15))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(n.into()))
	}
	/// Storage: `Options::Sales` (r:1 w:0)
	/// Proof: `Options::Sales` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Options::AllSeries` (r:1 w:1)
	/// Proof: `Options::AllSeries` (`max_values`: None, `max_size`: Some(534), added: 3009, mode: `MaxEncodedLen`)
	/// Storage: `Options::Vaults` (r:1 w:1)
	/// Proof: `Options::Vaults` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:2 w:2)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:3 w:3)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn deliver() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2880`
		//  Estimated: `8817`
		// Minimum execution time: 212_685_000 picoseconds.
		Weight::from_parts(225_414_000, 0)
			.saturating_add(Weight::from_parts(0, 8817))
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	/// Storage: `Options::Sales` (r:1 w:1)
	/// Proof: `Options::Sales` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Options::Vaults` (r:1 w:1)
	/// Proof: `Options::Vaults` (`max_values`: None, `max_size`: Some(162), added: 2637, mode: `MaxEncodedLen`)
	fn finished() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `418`
		//  Estimated: `3627`
		// Minimum execution time: 21_402_000 picoseconds.
		Weight::from_parts(23_635_000, 0)
			.saturating_add(Weight::from_parts(0, 3627))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Storage: `Options::Agenda` (r:1 w:0)
	/// Proof: `Options::Agenda` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn idle_look() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `320`
		//  Estimated: `3785`
		// Minimum execution time: 17_296_000 picoseconds.
		Weight::from_parts(18_959_000, 0)
			.saturating_add(Weight::from_parts(0, 3785))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
