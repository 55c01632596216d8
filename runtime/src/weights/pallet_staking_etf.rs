// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Measured weights of `pallet_staking_etf`, made by `make weights`.
//!
//! Bench version 64.0.0, 2026-11-26, 4 steps, 10 repeats, on AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use frame_support::{traits::Get, weights::Weight};
use core::marker::PhantomData;

/// Weights measured on this runtime.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_staking_etf::WeightInfo for WeightInfo<T> {
	/// Storage: `StakingEtf::Holdings` (r:1 w:1)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1321), added: 1816, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Issuance` (r:1 w:1)
	/// Proof: `StakingEtf::Issuance` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:9 w:9)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:17 w:17)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 8]`.
	fn issue(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1559 + n * (371 ±0)`
		//  Estimated: `6196 + n * (5218 ±0)`
		// Minimum execution time: 154_849_000 picoseconds.
		Weight::from_parts(112_332_975, 0)
			.saturating_add(Weight::from_parts(0, 6196))
			// Standard Error: 68_457
			.saturating_add(Weight::from_parts(48_035_124, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(6))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 5218).saturating_mul(n.into()))
	}
	/// Storage: `StakingEtf::Holdings` (r:1 w:1)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1321), added: 1816, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:9 w:9)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:17 w:17)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 8]`.
	fn redeem(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1555 + n * (371 ±0)`
		//  Estimated: `6196 + n * (5218 ±0)`
		// Minimum execution time: 167_288_000 picoseconds.
		Weight::from_parts(124_510_919, 0)
			.saturating_add(Weight::from_parts(0, 6196))
			// Standard Error: 75_615
			.saturating_add(Weight::from_parts(54_799_832, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 5218).saturating_mul(n.into()))
	}
	/// Storage: `StakingEtf::Holdings` (r:1 w:1)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1321), added: 1816, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Issuance` (r:1 w:1)
	/// Proof: `StakingEtf::Issuance` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
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
		//  Measured:  `2716 + n * (515 ±0)`
		//  Estimated: `8817 + n * (7827 ±0)`
		// Minimum execution time: 465_810_000 picoseconds.
		Weight::from_parts(290_940_087, 0)
			.saturating_add(Weight::from_parts(0, 8817))
			// Standard Error: 252_519
			.saturating_add(Weight::from_parts(195_938_743, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().reads((8_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(10))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 7827).saturating_mul(n.into()))
	}
	/// Storage: `StakingEtf::Job` (r:1 w:0)
	/// Proof: `StakingEtf::Job` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Holdings` (r:1 w:1)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1321), added: 1816, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:10 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
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
		//  Measured:  `2682 + n * (515 ±0)`
		//  Estimated: `8817 + n * (7827 ±0)`
		// Minimum execution time: 453_882_000 picoseconds.
		Weight::from_parts(275_700_159, 0)
			.saturating_add(Weight::from_parts(0, 8817))
			// Standard Error: 263_908
			.saturating_add(Weight::from_parts(193_184_236, 0).saturating_mul(n.into()))
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
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(44), added: 539, mode: `MaxEncodedLen`)
	fn list() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `647`
		//  Estimated: `3675`
		// Minimum execution time: 29_173_000 picoseconds.
		Weight::from_parts(32_589_000, 0)
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
		// Minimum execution time: 23_004_000 picoseconds.
		Weight::from_parts(25_968_000, 0)
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
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(44), added: 539, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Holdings` (r:1 w:1)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1321), added: 1816, mode: `MaxEncodedLen`)
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
		//  Measured:  `1372`
		//  Estimated: `6196`
		// Minimum execution time: 124_765_000 picoseconds.
		Weight::from_parts(133_448_000, 0)
			.saturating_add(Weight::from_parts(0, 6196))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Schedule` (r:1 w:0)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(44), added: 539, mode: `MaxEncodedLen`)
	fn idle() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `340`
		//  Estimated: `1529`
		// Minimum execution time: 13_240_000 picoseconds.
		Weight::from_parts(15_323_000, 0)
			.saturating_add(Weight::from_parts(0, 1529))
			.saturating_add(T::DbWeight::get().reads(2))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Schedule` (r:1 w:1)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(44), added: 539, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Members` (r:1 w:1)
	/// Proof: `StakingEtf::Members` (`max_values`: Some(1), `max_size`: Some(25), added: 520, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Listings` (r:71 w:0)
	/// Proof: `StakingEtf::Listings` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:0)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Job` (r:1 w:1)
	/// Proof: `StakingEtf::Job` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Holdings` (r:1 w:0)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1321), added: 1816, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[3, 64]`.
	fn decide(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2465 + n * (91 ±0)`
		//  Estimated: `18903 + n * (2559 ±0)`
		// Minimum execution time: 132_376_000 picoseconds.
		Weight::from_parts(115_935_183, 0)
			.saturating_add(Weight::from_parts(0, 18903))
			// Standard Error: 16_650
			.saturating_add(Weight::from_parts(9_499_141, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(Weight::from_parts(0, 2559).saturating_mul(n.into()))
	}
	/// Storage: `StakingEtf::Schedule` (r:1 w:1)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(44), added: 539, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Holdings` (r:1 w:1)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1321), added: 1816, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:9 w:8)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:16 w:16)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Buyback::Pots` (r:8 w:8)
	/// Proof: `Buyback::Pots` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Buyback::Flows` (r:8 w:8)
	/// Proof: `Buyback::Flows` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Buyback::CounterForPots` (r:1 w:1)
	/// Proof: `Buyback::CounterForPots` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Job` (r:1 w:1)
	/// Proof: `StakingEtf::Job` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Members` (r:1 w:0)
	/// Proof: `StakingEtf::Members` (`max_values`: Some(1), `max_size`: Some(25), added: 520, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 8]`.
	fn accrue(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1589 + n * (325 ±0)`
		//  Estimated: `3675 + n * (5218 ±0)`
		// Minimum execution time: 113_057_000 picoseconds.
		Weight::from_parts(50_415_552, 0)
			.saturating_add(Weight::from_parts(0, 3675))
			// Standard Error: 83_756
			.saturating_add(Weight::from_parts(66_532_966, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 5218).saturating_mul(n.into()))
	}
	/// Storage: `StakingEtf::Schedule` (r:1 w:1)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(44), added: 539, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Listings` (r:2 w:1)
	/// Proof: `StakingEtf::Listings` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:4 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn sample() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1035`
		//  Estimated: `11042`
		// Minimum execution time: 50_565_000 picoseconds.
		Weight::from_parts(54_270_000, 0)
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
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1321), added: 1816, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Members` (r:1 w:0)
	/// Proof: `StakingEtf::Members` (`max_values`: Some(1), `max_size`: Some(25), added: 520, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:9 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Metadata` (r:8 w:0)
	/// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Schedule` (r:1 w:1)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(44), added: 539, mode: `MaxEncodedLen`)
	fn plan() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2392`
		//  Estimated: `23607`
		// Minimum execution time: 163_432_000 picoseconds.
		Weight::from_parts(184_153_000, 0)
			.saturating_add(Weight::from_parts(0, 23607))
			.saturating_add(T::DbWeight::get().reads(23))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Job` (r:1 w:1)
	/// Proof: `StakingEtf::Job` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Holdings` (r:1 w:1)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1321), added: 1816, mode: `MaxEncodedLen`)
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
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(44), added: 539, mode: `MaxEncodedLen`)
	fn slice_sell() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3939`
		//  Estimated: `6208`
		// Minimum execution time: 232_904_000 picoseconds.
		Weight::from_parts(244_783_000, 0)
			.saturating_add(Weight::from_parts(0, 6208))
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Job` (r:1 w:1)
	/// Proof: `StakingEtf::Job` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Holdings` (r:1 w:1)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1321), added: 1816, mode: `MaxEncodedLen`)
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
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(44), added: 539, mode: `MaxEncodedLen`)
	fn slice_buy() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3526`
		//  Estimated: `6208`
		// Minimum execution time: 201_929_000 picoseconds.
		Weight::from_parts(235_539_000, 0)
			.saturating_add(Weight::from_parts(0, 6208))
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Job` (r:1 w:1)
	/// Proof: `StakingEtf::Job` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Holdings` (r:1 w:0)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1321), added: 1816, mode: `MaxEncodedLen`)
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
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(44), added: 539, mode: `MaxEncodedLen`)
	/// Storage: `Auctions::Auctions` (r:0 w:1)
	/// Proof: `Auctions::Auctions` (`max_values`: None, `max_size`: Some(4324), added: 6799, mode: `MaxEncodedLen`)
	fn sale_open() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3610`
		//  Estimated: `6016`
		// Minimum execution time: 130_163_000 picoseconds.
		Weight::from_parts(145_606_000, 0)
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
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1321), added: 1816, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:9 w:0)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Metadata` (r:8 w:0)
	/// Proof: `Assets::Metadata` (`max_values`: None, `max_size`: Some(140), added: 2615, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Issuance` (r:1 w:1)
	/// Proof: `StakingEtf::Issuance` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:9 w:9)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:17 w:17)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Allocation` (r:1 w:1)
	/// Proof: `StakingEtf::Allocation` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `AssetConversion::PoolFees` (r:8 w:0)
	/// Proof: `AssetConversion::PoolFees` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Schedule` (r:1 w:1)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(44), added: 539, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 8]`.
	fn allocate_step(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2117 + n * (476 ±0)`
		//  Estimated: `3675 + n * (5218 ±0)`
		// Minimum execution time: 251_552_000 picoseconds.
		Weight::from_parts(90_529_193, 0)
			.saturating_add(Weight::from_parts(0, 3675))
			// Standard Error: 155_866
			.saturating_add(Weight::from_parts(167_778_675, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().reads((7_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(7))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 5218).saturating_mul(n.into()))
	}
	fn may_bid() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 320_000 picoseconds.
		Weight::from_parts(400_000, 0)
			.saturating_add(Weight::from_parts(0, 0))
	}
	/// Storage: `StakingEtf::Sales` (r:1 w:1)
	/// Proof: `StakingEtf::Sales` (`max_values`: Some(1), `max_size`: Some(321), added: 816, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Holdings` (r:1 w:1)
	/// Proof: `StakingEtf::Holdings` (`max_values`: Some(1), `max_size`: Some(1321), added: 1816, mode: `MaxEncodedLen`)
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
		//  Measured:  `2825`
		//  Estimated: `6208`
		// Minimum execution time: 88_301_000 picoseconds.
		Weight::from_parts(100_138_000, 0)
			.saturating_add(Weight::from_parts(0, 6208))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `StakingEtf::Sales` (r:1 w:1)
	/// Proof: `StakingEtf::Sales` (`max_values`: Some(1), `max_size`: Some(321), added: 816, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingEtf::Schedule` (r:1 w:1)
	/// Proof: `StakingEtf::Schedule` (`max_values`: Some(1), `max_size`: Some(44), added: 539, mode: `MaxEncodedLen`)
	fn finished() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `422`
		//  Estimated: `1806`
		// Minimum execution time: 24_537_000 picoseconds.
		Weight::from_parts(32_849_000, 0)
			.saturating_add(Weight::from_parts(0, 1806))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
}
