// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Measured weights of `pallet_staking_etf`, made by `make weights`.
//!
//! Bench version 64.0.0, 2026-11-26, 3 steps, 10 repeats, on AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use frame_support::{traits::Get, weights::Weight};
use core::marker::PhantomData;

/// Weights measured on this runtime.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_staking_etf::WeightInfo for WeightInfo<T> {
	/// Storage: `StakingEtf::Holdings` (r:1 w:1)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1361), added: 1856, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:9 w:9)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:17 w:17)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 8]`.
	/// The range of component `c` is `[0, 1]`.
	fn issue(n: u32, c: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1549 + c * (174 ±0) + n * (359 ±0)`
		//  Estimated: `3675 + c * (2603 ±0) + n * (5218 ±0)`
		// Minimum execution time: 146_367_000 picoseconds.
		Weight::from_parts(63_309_145, 0)
			.saturating_add(Weight::from_parts(0, 3675))
			// Standard Error: 210_734
			.saturating_add(Weight::from_parts(41_880_601, 0).saturating_mul(n.into()))
			// Standard Error: 1_223_844
			.saturating_add(Weight::from_parts(55_574_327, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 2603).saturating_mul(c.into()))
			.saturating_add(Weight::from_parts(0, 5218).saturating_mul(n.into()))
	}
	/// Storage: `StakingEtf::Holdings` (r:1 w:1)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1361), added: 1856, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:9 w:9)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:17 w:17)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 8]`.
	/// The range of component `c` is `[0, 1]`.
	fn redeem(n: u32, c: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1587 + c * (174 ±0) + n * (359 ±0)`
		//  Estimated: `3675 + c * (2603 ±0) + n * (5218 ±0)`
		// Minimum execution time: 160_187_000 picoseconds.
		Weight::from_parts(76_821_406, 0)
			.saturating_add(Weight::from_parts(0, 3675))
			// Standard Error: 148_496
			.saturating_add(Weight::from_parts(45_397_216, 0).saturating_mul(n.into()))
			// Standard Error: 861_090
			.saturating_add(Weight::from_parts(50_232_593, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 2603).saturating_mul(c.into()))
			.saturating_add(Weight::from_parts(0, 5218).saturating_mul(n.into()))
	}
	/// Storage: `StakingEtf::Holdings` (r:1 w:1)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1361), added: 1856, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Job` (r:1 w:0)
	/// Proof: `StakingEtf::Job` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:10 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Metadata` (r:9 w:0)
	/// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:27 w:27)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:11 w:11)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:10 w:10)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `AssetConversion::PoolFees` (r:9 w:0)
	/// Proof: `AssetConversion::PoolFees` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 8]`.
	fn issue_with(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2808 + n * (520 ±0)`
		//  Estimated: `8817 + n * (7827 ±0)`
		// Minimum execution time: 460_612_000 picoseconds.
		Weight::from_parts(296_785_160, 0)
			.saturating_add(Weight::from_parts(0, 8817))
			// Standard Error: 242_926
			.saturating_add(Weight::from_parts(190_205_753, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().reads((8_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(9))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 7827).saturating_mul(n.into()))
	}
	/// Storage: `StakingEtf::Job` (r:1 w:0)
	/// Proof: `StakingEtf::Job` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Holdings` (r:1 w:1)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1361), added: 1856, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:10 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Metadata` (r:9 w:0)
	/// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:10 w:10)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:27 w:27)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:11 w:11)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `AssetConversion::PoolFees` (r:9 w:0)
	/// Proof: `AssetConversion::PoolFees` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 8]`.
	fn redeem_to(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2774 + n * (520 ±0)`
		//  Estimated: `8817 + n * (7827 ±0)`
		// Minimum execution time: 446_551_000 picoseconds.
		Weight::from_parts(303_946_334, 0)
			.saturating_add(Weight::from_parts(0, 8817))
			// Standard Error: 592_689
			.saturating_add(Weight::from_parts(194_244_898, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().reads((8_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(9))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 7827).saturating_mul(n.into()))
	}
	/// Storage: `Assets::Asset` (r:1 w:0)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Listings` (r:1 w:1)
	/// Proof: `StakingEtf::Listings` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::CounterForListings` (r:1 w:1)
	/// Proof: `StakingEtf::CounterForListings` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Schedule` (r:1 w:0)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	fn list() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `680`
		//  Estimated: `3675`
		// Minimum execution time: 31_436_000 picoseconds.
		Weight::from_parts(35_733_000, 0)
			.saturating_add(Weight::from_parts(0, 3675))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `StakingEtf::Listings` (r:1 w:1)
	/// Proof: `StakingEtf::Listings` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::CounterForListings` (r:1 w:1)
	/// Proof: `StakingEtf::CounterForListings` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn delist() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `804`
		//  Estimated: `3549`
		// Minimum execution time: 23_174_000 picoseconds.
		Weight::from_parts(28_372_000, 0)
			.saturating_add(Weight::from_parts(0, 3549))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `StakingEtf::Allocation` (r:1 w:1)
	/// Proof: `StakingEtf::Allocation` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Schedule` (r:1 w:1)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:0)
	/// Storage: `StakingEtf::Holdings` (r:1 w:1)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1361), added: 1856, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Members` (r:1 w:0)
	/// Proof: `StakingEtf::Members` (`max_values`: Some(1), `max_size`: Some(25), added: 520, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Job` (r:1 w:1)
	/// Proof: `StakingEtf::Job` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	fn allocate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1468`
		//  Estimated: `6196`
		// Minimum execution time: 126_738_000 picoseconds.
		Weight::from_parts(135_721_000, 0)
			.saturating_add(Weight::from_parts(0, 6196))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Storage: `StakingEtf::Schedule` (r:1 w:1)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	fn idle() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `471`
		//  Estimated: `3936`
		// Minimum execution time: 17_245_000 picoseconds.
		Weight::from_parts(19_209_000, 0)
			.saturating_add(Weight::from_parts(0, 3936))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `StakingEtf::Schedule` (r:1 w:1)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:0)
	/// Storage: `StakingEtf::Members` (r:1 w:1)
	/// Proof: `StakingEtf::Members` (`max_values`: Some(1), `max_size`: Some(25), added: 520, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Listings` (r:71 w:0)
	/// Proof: `StakingEtf::Listings` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:0)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Job` (r:1 w:1)
	/// Proof: `StakingEtf::Job` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Holdings` (r:1 w:0)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1361), added: 1856, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[3, 64]`.
	fn decide(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2583 + n * (91 ±0)`
		//  Estimated: `18903 + n * (2559 ±0)`
		// Minimum execution time: 136_012_000 picoseconds.
		Weight::from_parts(137_190_676, 0)
			.saturating_add(Weight::from_parts(0, 18903))
			// Standard Error: 24_357
			.saturating_add(Weight::from_parts(9_919_631, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(Weight::from_parts(0, 2559).saturating_mul(n.into()))
	}
	/// Storage: `StakingEtf::Schedule` (r:1 w:1)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:0)
	/// Storage: `StakingEtf::Holdings` (r:1 w:1)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1361), added: 1856, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:9 w:8)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:16 w:16)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Buyback::Pots` (r:8 w:8)
	/// Proof: `Buyback::Pots` (`max_values`: None, `max_size`: Some(871), added: 3346, mode: `MaxEncodedLen`)
	/// Storage: `Buyback::Flows` (r:8 w:8)
	/// Proof: `Buyback::Flows` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Job` (r:1 w:1)
	/// Proof: `StakingEtf::Job` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Members` (r:1 w:0)
	/// Proof: `StakingEtf::Members` (`max_values`: Some(1), `max_size`: Some(25), added: 520, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 8]`.
	fn accrue(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1784 + n * (325 ±0)`
		//  Estimated: `5217 + n * (5218 ±0)`
		// Minimum execution time: 114_350_000 picoseconds.
		Weight::from_parts(55_793_810, 0)
			.saturating_add(Weight::from_parts(0, 5217))
			// Standard Error: 112_190
			.saturating_add(Weight::from_parts(69_043_413, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 5218).saturating_mul(n.into()))
	}
	/// Storage: `StakingEtf::Schedule` (r:1 w:1)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Listings` (r:2 w:1)
	/// Proof: `StakingEtf::Listings` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:0)
	/// Storage: `Oracle::Values` (r:4 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	fn sample() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1083`
		//  Estimated: `11042`
		// Minimum execution time: 51_346_000 picoseconds.
		Weight::from_parts(57_866_000, 0)
			.saturating_add(Weight::from_parts(0, 11042))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `StakingEtf::Job` (r:1 w:1)
	/// Proof: `StakingEtf::Job` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Sales` (r:1 w:0)
	/// Proof: `StakingEtf::Sales` (`max_values`: Some(1), `max_size`: Some(321), added: 816, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Holdings` (r:1 w:0)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1361), added: 1856, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Members` (r:1 w:0)
	/// Proof: `StakingEtf::Members` (`max_values`: Some(1), `max_size`: Some(25), added: 520, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:9 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Metadata` (r:8 w:0)
	/// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Schedule` (r:1 w:1)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:0)
	fn plan() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2513`
		//  Estimated: `23607`
		// Minimum execution time: 153_206_000 picoseconds.
		Weight::from_parts(164_213_000, 0)
			.saturating_add(Weight::from_parts(0, 23607))
			.saturating_add(T::DbWeight::get().reads(23))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `StakingEtf::Job` (r:1 w:1)
	/// Proof: `StakingEtf::Job` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Holdings` (r:1 w:1)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1361), added: 1856, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:2 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Metadata` (r:1 w:0)
	/// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `AssetConversion::PoolFees` (r:1 w:0)
	/// Proof: `AssetConversion::PoolFees` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Past` (r:1 w:1)
	/// Proof: `StakingEtf::Past` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Schedule` (r:1 w:1)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:0)
	fn slice_sell() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4126`
		//  Estimated: `7591`
		// Minimum execution time: 233_116_000 picoseconds.
		Weight::from_parts(251_392_000, 0)
			.saturating_add(Weight::from_parts(0, 7591))
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `StakingEtf::Job` (r:1 w:1)
	/// Proof: `StakingEtf::Job` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Holdings` (r:1 w:1)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1361), added: 1856, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:2 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Metadata` (r:1 w:0)
	/// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetConversion::PoolFees` (r:1 w:0)
	/// Proof: `AssetConversion::PoolFees` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Schedule` (r:1 w:1)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:0)
	fn slice_buy() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3713`
		//  Estimated: `7178`
		// Minimum execution time: 201_298_000 picoseconds.
		Weight::from_parts(220_576_000, 0)
			.saturating_add(Weight::from_parts(0, 7178))
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `StakingEtf::Job` (r:1 w:1)
	/// Proof: `StakingEtf::Job` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Holdings` (r:1 w:0)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1361), added: 1856, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:2 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Metadata` (r:1 w:0)
	/// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:0)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:0)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `AssetConversion::PoolFees` (r:1 w:0)
	/// Proof: `AssetConversion::PoolFees` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::NextAuctionId` (r:1 w:1)
	/// Proof: `Auctions::NextAuctionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Agenda` (r:1 w:1)
	/// Proof: `Auctions::Agenda` (`max_values`: Some(1), `max_size`: Some(3074), added: 3569, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Storage: `StakingEtf::Sales` (r:1 w:1)
	/// Proof: `StakingEtf::Sales` (`max_values`: Some(1), `max_size`: Some(321), added: 816, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Schedule` (r:1 w:1)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Auctions` (r:0 w:1)
	/// Proof: `Auctions::Auctions` (`max_values`: None, `max_size`: Some(4324), added: 6799, mode: `MaxEncodedLen`)
	fn sale_open() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3835`
		//  Estimated: `7300`
		// Minimum execution time: 139_817_000 picoseconds.
		Weight::from_parts(161_199_000, 0)
			.saturating_add(Weight::from_parts(0, 7300))
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `Assets::Asset` (r:9 w:9)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Job` (r:1 w:0)
	/// Proof: `StakingEtf::Job` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Holdings` (r:1 w:1)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1361), added: 1856, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:9 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Metadata` (r:8 w:0)
	/// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:9 w:9)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:17 w:17)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Allocation` (r:1 w:1)
	/// Proof: `StakingEtf::Allocation` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `AssetConversion::PoolFees` (r:8 w:0)
	/// Proof: `AssetConversion::PoolFees` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Schedule` (r:1 w:1)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:0)
	/// The range of component `n` is `[1, 8]`.
	fn allocate_step(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2281 + n * (481 ±0)`
		//  Estimated: `5692 + n * (5218 ±0)`
		// Minimum execution time: 254_267_000 picoseconds.
		Weight::from_parts(95_191_453, 0)
			.saturating_add(Weight::from_parts(0, 5692))
			// Standard Error: 236_257
			.saturating_add(Weight::from_parts(179_331_542, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().reads((7_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(6))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 5218).saturating_mul(n.into()))
	}
	fn may_bid() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 330_000 picoseconds.
		Weight::from_parts(401_000, 0)
			.saturating_add(Weight::from_parts(0, 0))
	}
	/// Storage: `StakingEtf::Sales` (r:1 w:1)
	/// Proof: `StakingEtf::Sales` (`max_values`: Some(1), `max_size`: Some(321), added: 816, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Holdings` (r:1 w:1)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1361), added: 1856, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Job` (r:1 w:1)
	/// Proof: `StakingEtf::Job` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn deliver() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2931`
		//  Estimated: `6208`
		// Minimum execution time: 78_706_000 picoseconds.
		Weight::from_parts(85_787_000, 0)
			.saturating_add(Weight::from_parts(0, 6208))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `StakingEtf::Sales` (r:1 w:1)
	/// Proof: `StakingEtf::Sales` (`max_values`: Some(1), `max_size`: Some(321), added: 816, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Schedule` (r:1 w:1)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:0)
	fn finished() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `470`
		//  Estimated: `3935`
		// Minimum execution time: 23_565_000 picoseconds.
		Weight::from_parts(25_598_000, 0)
			.saturating_add(Weight::from_parts(0, 3935))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
}
