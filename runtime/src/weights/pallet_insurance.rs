// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Measured weights of `pallet_insurance`, made by `make weights`.
//!
//! Bench version 64.0.0, 2026-11-26, 3 steps, 6 repeats, on AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use frame_support::{traits::Get, weights::Weight};
use core::marker::PhantomData;

/// Weights measured on this runtime.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_insurance::WeightInfo for WeightInfo<T> {
	/// Storage: `Insurance::Pool` (r:1 w:1)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Members` (r:1 w:1)
	/// Proof: `Insurance::Members` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn join() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1027`
		//  Estimated: `6196`
		// Minimum execution time: 87_921_000 picoseconds.
		Weight::from_parts(95_611_000, 0)
			.saturating_add(Weight::from_parts(0, 6196))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Insurance::Pool` (r:1 w:0)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Members` (r:1 w:1)
	/// Proof: `Insurance::Members` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn request_withdrawal() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `611`
		//  Estimated: `3558`
		// Minimum execution time: 29_424_000 picoseconds.
		Weight::from_parts(32_989_000, 0)
			.saturating_add(Weight::from_parts(0, 3558))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Insurance::Pool` (r:1 w:0)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Members` (r:1 w:1)
	/// Proof: `Insurance::Members` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	fn cancel_withdrawal() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `563`
		//  Estimated: `3558`
		// Minimum execution time: 24_957_000 picoseconds.
		Weight::from_parts(32_257_000, 0)
			.saturating_add(Weight::from_parts(0, 3558))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Insurance::Pool` (r:1 w:1)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Members` (r:1 w:1)
	/// Proof: `Insurance::Members` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Risks` (r:1 w:0)
	/// Proof: `Insurance::Risks` (`max_values`: Some(1), `max_size`: Some(289), added: 784, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Products` (r:31 w:0)
	/// Proof: `Insurance::Products` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Staking::UnappliedSlashes` (r:1 w:0)
	/// Proof: `Staking::UnappliedSlashes` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `StakingDerivatives::AllSeries` (r:30 w:0)
	/// Proof: `StakingDerivatives::AllSeries` (`max_values`: None, `max_size`: Some(1628), added: 4103, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4907`
		//  Estimated: `124080`
		// Minimum execution time: 299_764_000 picoseconds.
		Weight::from_parts(332_712_000, 0)
			.saturating_add(Weight::from_parts(0, 124080))
			.saturating_add(T::DbWeight::get().reads(68))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Insurance::CounterForProducts` (r:1 w:1)
	/// Proof: `Insurance::CounterForProducts` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::NextProduct` (r:1 w:1)
	/// Proof: `Insurance::NextProduct` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Risks` (r:1 w:1)
	/// Proof: `Insurance::Risks` (`max_values`: Some(1), `max_size`: Some(289), added: 784, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Products` (r:1 w:1)
	/// Proof: `Insurance::Products` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	fn create_product() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1046`
		//  Estimated: `3556`
		// Minimum execution time: 35_733_000 picoseconds.
		Weight::from_parts(40_590_000, 0)
			.saturating_add(Weight::from_parts(0, 3556))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Insurance::Products` (r:1 w:1)
	/// Proof: `Insurance::Products` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn change_product() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `881`
		//  Estimated: `3556`
		// Minimum execution time: 29_083_000 picoseconds.
		Weight::from_parts(33_590_000, 0)
			.saturating_add(Weight::from_parts(0, 3556))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Insurance::Products` (r:1 w:1)
	/// Proof: `Insurance::Products` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::CounterForProducts` (r:1 w:1)
	/// Proof: `Insurance::CounterForProducts` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Risks` (r:1 w:1)
	/// Proof: `Insurance::Risks` (`max_values`: Some(1), `max_size`: Some(289), added: 784, mode: `MaxEncodedLen`)
	fn remove_product() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1044`
		//  Estimated: `3556`
		// Minimum execution time: 29_894_000 picoseconds.
		Weight::from_parts(33_800_000, 0)
			.saturating_add(Weight::from_parts(0, 3556))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Pool` (r:1 w:1)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Products` (r:1 w:1)
	/// Proof: `Insurance::Products` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::NextCover` (r:1 w:1)
	/// Proof: `Insurance::NextCover` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Endings` (r:1 w:1)
	/// Proof: `Insurance::Endings` (`max_values`: None, `max_size`: Some(685), added: 3160, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Schedule` (r:1 w:1)
	/// Proof: `Insurance::Schedule` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Buyback::Flows` (r:1 w:1)
	/// Proof: `Buyback::Flows` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Covers` (r:0 w:1)
	/// Proof: `Insurance::Covers` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	fn buy_cover() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2455`
		//  Estimated: `6196`
		// Minimum execution time: 127_349_000 picoseconds.
		Weight::from_parts(138_565_000, 0)
			.saturating_add(Weight::from_parts(0, 6196))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Pool` (r:1 w:1)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Covers` (r:1 w:1)
	/// Proof: `Insurance::Covers` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Products` (r:1 w:0)
	/// Proof: `Insurance::Products` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Staking::UnappliedSlashes` (r:1 w:0)
	/// Proof: `Staking::UnappliedSlashes` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Insurance::Endings` (r:2 w:2)
	/// Proof: `Insurance::Endings` (`max_values`: None, `max_size`: Some(685), added: 3160, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Schedule` (r:1 w:1)
	/// Proof: `Insurance::Schedule` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Buyback::Flows` (r:1 w:1)
	/// Proof: `Buyback::Flows` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	fn renew_cover() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4253`
		//  Estimated: `7718`
		// Minimum execution time: 148_450_000 picoseconds.
		Weight::from_parts(165_165_000, 0)
			.saturating_add(Weight::from_parts(0, 7718))
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Insurance::Covers` (r:1 w:1)
	/// Proof: `Insurance::Covers` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Products` (r:1 w:1)
	/// Proof: `Insurance::Products` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Pool` (r:1 w:1)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Events` (r:1 w:1)
	/// Proof: `Insurance::Events` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Endings` (r:1 w:1)
	/// Proof: `Insurance::Endings` (`max_values`: None, `max_size`: Some(685), added: 3160, mode: `MaxEncodedLen`)
	fn claim() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2829`
		//  Estimated: `6196`
		// Minimum execution time: 112_346_000 picoseconds.
		Weight::from_parts(121_760_000, 0)
			.saturating_add(Weight::from_parts(0, 6196))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `Insurance::Assessors` (r:1 w:1)
	/// Proof: `Insurance::Assessors` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Pool` (r:1 w:1)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn stake() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `974`
		//  Estimated: `3730`
		// Minimum execution time: 79_768_000 picoseconds.
		Weight::from_parts(88_932_000, 0)
			.saturating_add(Weight::from_parts(0, 3730))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Insurance::Assessors` (r:1 w:1)
	/// Proof: `Insurance::Assessors` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Pool` (r:1 w:1)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
	fn unstake() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `640`
		//  Estimated: `3561`
		// Minimum execution time: 27_641_000 picoseconds.
		Weight::from_parts(30_385_000, 0)
			.saturating_add(Weight::from_parts(0, 3561))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Insurance::Assessors` (r:1 w:1)
	/// Proof: `Insurance::Assessors` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn release() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `720`
		//  Estimated: `3730`
		// Minimum execution time: 68_862_000 picoseconds.
		Weight::from_parts(73_409_000, 0)
			.saturating_add(Weight::from_parts(0, 3730))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Covers` (r:1 w:1)
	/// Proof: `Insurance::Covers` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Products` (r:1 w:0)
	/// Proof: `Insurance::Products` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Pool` (r:1 w:1)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::NextClaim` (r:1 w:1)
	/// Proof: `Insurance::NextClaim` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Claims` (r:0 w:1)
	/// Proof: `Insurance::Claims` (`max_values`: None, `max_size`: Some(222), added: 2697, mode: `MaxEncodedLen`)
	fn submit_claim() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1952`
		//  Estimated: `3730`
		// Minimum execution time: 97_725_000 picoseconds.
		Weight::from_parts(104_355_000, 0)
			.saturating_add(Weight::from_parts(0, 3730))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `Insurance::Claims` (r:1 w:1)
	/// Proof: `Insurance::Claims` (`max_values`: None, `max_size`: Some(222), added: 2697, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Assessors` (r:1 w:0)
	/// Proof: `Insurance::Assessors` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Votes` (r:1 w:1)
	/// Proof: `Insurance::Votes` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	fn vote() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `852`
		//  Estimated: `3687`
		// Minimum execution time: 44_116_000 picoseconds.
		Weight::from_parts(49_874_000, 0)
			.saturating_add(Weight::from_parts(0, 3687))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Insurance::Claims` (r:1 w:1)
	/// Proof: `Insurance::Claims` (`max_values`: None, `max_size`: Some(222), added: 2697, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn escalate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `625`
		//  Estimated: `3687`
		// Minimum execution time: 30_816_000 picoseconds.
		Weight::from_parts(36_714_000, 0)
			.saturating_add(Weight::from_parts(0, 3687))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Insurance::Claims` (r:1 w:1)
	/// Proof: `Insurance::Claims` (`max_values`: None, `max_size`: Some(222), added: 2697, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Pool` (r:1 w:1)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Covers` (r:1 w:1)
	/// Proof: `Insurance::Covers` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Products` (r:1 w:1)
	/// Proof: `Insurance::Products` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Endings` (r:1 w:1)
	/// Proof: `Insurance::Endings` (`max_values`: None, `max_size`: Some(685), added: 3160, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Schedule` (r:1 w:1)
	/// Proof: `Insurance::Schedule` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn resolve() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3087`
		//  Estimated: `6196`
		// Minimum execution time: 154_538_000 picoseconds.
		Weight::from_parts(163_382_000, 0)
			.saturating_add(Weight::from_parts(0, 6196))
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `Insurance::Claims` (r:1 w:1)
	/// Proof: `Insurance::Claims` (`max_values`: None, `max_size`: Some(222), added: 2697, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Pool` (r:1 w:1)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Covers` (r:1 w:1)
	/// Proof: `Insurance::Covers` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Products` (r:1 w:1)
	/// Proof: `Insurance::Products` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Endings` (r:1 w:1)
	/// Proof: `Insurance::Endings` (`max_values`: None, `max_size`: Some(685), added: 3160, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Schedule` (r:1 w:1)
	/// Proof: `Insurance::Schedule` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn finalise() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3161`
		//  Estimated: `6196`
		// Minimum execution time: 163_232_000 picoseconds.
		Weight::from_parts(170_312_000, 0)
			.saturating_add(Weight::from_parts(0, 6196))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `Insurance::Claims` (r:1 w:1)
	/// Proof: `Insurance::Claims` (`max_values`: None, `max_size`: Some(222), added: 2697, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Votes` (r:1 w:1)
	/// Proof: `Insurance::Votes` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Pool` (r:1 w:1)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
	fn collect() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1146`
		//  Estimated: `6196`
		// Minimum execution time: 93_018_000 picoseconds.
		Weight::from_parts(103_043_000, 0)
			.saturating_add(Weight::from_parts(0, 6196))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Insurance::Pool` (r:1 w:1)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn poke() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `553`
		//  Estimated: `1749`
		// Minimum execution time: 19_079_000 picoseconds.
		Weight::from_parts(23_364_000, 0)
			.saturating_add(Weight::from_parts(0, 1749))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Insurance::Endings` (r:1 w:1)
	/// Proof: `Insurance::Endings` (`max_values`: None, `max_size`: Some(685), added: 3160, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Products` (r:32 w:32)
	/// Proof: `Insurance::Products` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Schedule` (r:1 w:1)
	/// Proof: `Insurance::Schedule` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Pool` (r:0 w:1)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
	fn end_day() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4139`
		//  Estimated: `83102`
		// Minimum execution time: 251_453_000 picoseconds.
		Weight::from_parts(260_376_000, 0)
			.saturating_add(Weight::from_parts(0, 83102))
			.saturating_add(T::DbWeight::get().reads(34))
			.saturating_add(T::DbWeight::get().writes(35))
	}
	/// Storage: `Insurance::Risks` (r:1 w:0)
	/// Proof: `Insurance::Risks` (`max_values`: Some(1), `max_size`: Some(289), added: 784, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Pool` (r:1 w:1)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Products` (r:1 w:1)
	/// Proof: `Insurance::Products` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Schedule` (r:1 w:1)
	/// Proof: `Insurance::Schedule` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Events` (r:0 w:1)
	/// Proof: `Insurance::Events` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	fn on_loss() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1564`
		//  Estimated: `3556`
		// Minimum execution time: 46_409_000 picoseconds.
		Weight::from_parts(52_167_000, 0)
			.saturating_add(Weight::from_parts(0, 3556))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Insurance::Schedule` (r:1 w:0)
	/// Proof: `Insurance::Schedule` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn idle_look() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `396`
		//  Estimated: `1497`
		// Minimum execution time: 14_471_000 picoseconds.
		Weight::from_parts(15_413_000, 0)
			.saturating_add(Weight::from_parts(0, 1497))
			.saturating_add(T::DbWeight::get().reads(2))
	}
	/// Storage: `Insurance::Schedule` (r:1 w:1)
	/// Proof: `Insurance::Schedule` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Covers` (r:2 w:1)
	/// Proof: `Insurance::Covers` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Products` (r:1 w:1)
	/// Proof: `Insurance::Products` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Pool` (r:1 w:1)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Events` (r:1 w:1)
	/// Proof: `Insurance::Events` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Endings` (r:1 w:1)
	/// Proof: `Insurance::Endings` (`max_values`: None, `max_size`: Some(685), added: 3160, mode: `MaxEncodedLen`)
	fn sweep_step() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2288`
		//  Estimated: `6196`
		// Minimum execution time: 119_116_000 picoseconds.
		Weight::from_parts(126_638_000, 0)
			.saturating_add(Weight::from_parts(0, 6196))
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(8))
	}
}
