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
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
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
		//  Measured:  `1591 + c * (174 ±0) + n * (359 ±0)`
		//  Estimated: `3675 + c * (2603 ±0) + n * (5218 ±0)`
		// Minimum execution time: 148_249_000 picoseconds.
		Weight::from_parts(62_783_762, 0)
			.saturating_add(Weight::from_parts(0, 3675))
			// Standard Error: 356_683
			.saturating_add(Weight::from_parts(46_116_042, 0).saturating_mul(n.into()))
			// Standard Error: 2_073_077
			.saturating_add(Weight::from_parts(53_336_654, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(5))
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
		// Minimum execution time: 164_494_000 picoseconds.
		Weight::from_parts(70_868_945, 0)
			.saturating_add(Weight::from_parts(0, 3675))
			// Standard Error: 1_060_101
			.saturating_add(Weight::from_parts(57_477_972, 0).saturating_mul(n.into()))
			// Standard Error: 6_147_217
			.saturating_add(Weight::from_parts(66_007_422, 0).saturating_mul(c.into()))
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
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
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
		//  Measured:  `2850 + n * (520 ±0)`
		//  Estimated: `8817 + n * (7827 ±0)`
		// Minimum execution time: 464_488_000 picoseconds.
		Weight::from_parts(17_669_255, 0)
			.saturating_add(Weight::from_parts(0, 8817))
			// Standard Error: 15_966_613
			.saturating_add(Weight::from_parts(406_527_152, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().reads((8_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(9))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 7827).saturating_mul(n.into()))
	}
	/// Storage: `StakingEtf::Job` (r:1 w:0)
	/// Proof: `StakingEtf::Job` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Holdings` (r:1 w:1)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1361), added: 1856, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
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
		//  Measured:  `2816 + n * (520 ±0)`
		//  Estimated: `8817 + n * (7827 ±0)`
		// Minimum execution time: 471_568_000 picoseconds.
		Weight::from_parts(281_010_489, 0)
			.saturating_add(Weight::from_parts(0, 8817))
			// Standard Error: 8_760_350
			.saturating_add(Weight::from_parts(294_753_053, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(15))
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
		// Minimum execution time: 31_337_000 picoseconds.
		Weight::from_parts(40_951_000, 0)
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
		// Minimum execution time: 24_326_000 picoseconds.
		Weight::from_parts(33_399_000, 0)
			.saturating_add(Weight::from_parts(0, 3549))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Allocation` (r:1 w:1)
	/// Proof: `StakingEtf::Allocation` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Schedule` (r:1 w:1)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
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
		//  Measured:  `1438`
		//  Estimated: `6196`
		// Minimum execution time: 134_269_000 picoseconds.
		Weight::from_parts(209_631_000, 0)
			.saturating_add(Weight::from_parts(0, 6196))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Schedule` (r:1 w:0)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	fn idle() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `356`
		//  Estimated: `1545`
		// Minimum execution time: 12_348_000 picoseconds.
		Weight::from_parts(18_137_000, 0)
			.saturating_add(Weight::from_parts(0, 1545))
			.saturating_add(T::DbWeight::get().reads(2))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Schedule` (r:1 w:1)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
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
		//  Measured:  `2553 + n * (91 ±0)`
		//  Estimated: `18903 + n * (2559 ±0)`
		// Minimum execution time: 143_082_000 picoseconds.
		Weight::from_parts(146_183_793, 0)
			.saturating_add(Weight::from_parts(0, 18903))
			// Standard Error: 44_524
			.saturating_add(Weight::from_parts(10_332_702, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(Weight::from_parts(0, 2559).saturating_mul(n.into()))
	}
	/// Storage: `StakingEtf::Schedule` (r:1 w:1)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Holdings` (r:1 w:1)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1361), added: 1856, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:9 w:8)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:16 w:16)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Buyback::Pots` (r:8 w:8)
	/// Proof: `Buyback::Pots` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
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
		//  Measured:  `1712 + n * (325 ±0)`
		//  Estimated: `3675 + n * (5218 ±0)`
		// Minimum execution time: 113_187_000 picoseconds.
		Weight::from_parts(58_124_260, 0)
			.saturating_add(Weight::from_parts(0, 3675))
			// Standard Error: 129_283
			.saturating_add(Weight::from_parts(67_754_448, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 5218).saturating_mul(n.into()))
	}
	/// Storage: `StakingEtf::Schedule` (r:1 w:1)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Listings` (r:2 w:1)
	/// Proof: `StakingEtf::Listings` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:4 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	fn sample() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1053`
		//  Estimated: `11042`
		// Minimum execution time: 51_727_000 picoseconds.
		Weight::from_parts(58_076_000, 0)
			.saturating_add(Weight::from_parts(0, 11042))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
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
	fn plan() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2483`
		//  Estimated: `23607`
		// Minimum execution time: 155_710_000 picoseconds.
		Weight::from_parts(185_935_000, 0)
			.saturating_add(Weight::from_parts(0, 23607))
			.saturating_add(T::DbWeight::get().reads(23))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
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
	fn slice_sell() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4096`
		//  Estimated: `6208`
		// Minimum execution time: 236_260_000 picoseconds.
		Weight::from_parts(278_032_000, 0)
			.saturating_add(Weight::from_parts(0, 6208))
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
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
	fn slice_buy() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3683`
		//  Estimated: `6208`
		// Minimum execution time: 217_111_000 picoseconds.
		Weight::from_parts(288_827_000, 0)
			.saturating_add(Weight::from_parts(0, 6208))
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
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
	/// Storage: `StakingEtf::Sales` (r:1 w:1)
	/// Proof: `StakingEtf::Sales` (`max_values`: Some(1), `max_size`: Some(321), added: 816, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Schedule` (r:1 w:1)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Auctions` (r:0 w:1)
	/// Proof: `Auctions::Auctions` (`max_values`: None, `max_size`: Some(4324), added: 6799, mode: `MaxEncodedLen`)
	fn sale_open() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3805`
		//  Estimated: `6016`
		// Minimum execution time: 147_999_000 picoseconds.
		Weight::from_parts(246_676_000, 0)
			.saturating_add(Weight::from_parts(0, 6016))
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
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
	/// The range of component `n` is `[1, 8]`.
	fn allocate_step(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2251 + n * (481 ±0)`
		//  Estimated: `3675 + n * (5218 ±0)`
		// Minimum execution time: 281_737_000 picoseconds.
		Weight::from_parts(39_704_043, 0)
			.saturating_add(Weight::from_parts(0, 3675))
			// Standard Error: 10_025_773
			.saturating_add(Weight::from_parts(349_850_127, 0).saturating_mul(n.into()))
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
		// Minimum execution time: 331_000 picoseconds.
		Weight::from_parts(521_000, 0)
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
		// Minimum execution time: 88_932_000 picoseconds.
		Weight::from_parts(147_879_000, 0)
			.saturating_add(Weight::from_parts(0, 6208))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `StakingEtf::Sales` (r:1 w:1)
	/// Proof: `StakingEtf::Sales` (`max_values`: Some(1), `max_size`: Some(321), added: 816, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Schedule` (r:1 w:1)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	fn finished() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `440`
		//  Estimated: `1806`
		// Minimum execution time: 27_240_000 picoseconds.
		Weight::from_parts(45_828_000, 0)
			.saturating_add(Weight::from_parts(0, 1806))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
}
