// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Measured weights of `pallet_insurance`, made by `make weights`.
//!
//! Bench version 64.0.0, 2026-11-26, 3 steps, 8 repeats, on AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use frame_support::{traits::Get, weights::Weight};
use core::marker::PhantomData;

/// Weights measured on this runtime.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_insurance::WeightInfo for WeightInfo<T> {
	/// Storage: `Insurance::Pool` (r:1 w:1)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Members` (r:1 w:1)
	/// Proof: `Insurance::Members` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn join() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `953`
		//  Estimated: `6196`
		// Minimum execution time: 82_593_000 picoseconds.
		Weight::from_parts(88_641_000, 0)
			.saturating_add(Weight::from_parts(0, 6196))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Insurance::Pool` (r:1 w:0)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Members` (r:1 w:1)
	/// Proof: `Insurance::Members` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	fn request_withdrawal() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `537`
		//  Estimated: `3558`
		// Minimum execution time: 25_548_000 picoseconds.
		Weight::from_parts(27_992_000, 0)
			.saturating_add(Weight::from_parts(0, 3558))
			.saturating_add(T::DbWeight::get().reads(2))
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
		// Minimum execution time: 24_256_000 picoseconds.
		Weight::from_parts(27_882_000, 0)
			.saturating_add(Weight::from_parts(0, 3558))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Insurance::Pool` (r:1 w:1)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
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
		//  Measured:  `4866`
		//  Estimated: `124080`
		// Minimum execution time: 291_111_000 picoseconds.
		Weight::from_parts(319_202_000, 0)
			.saturating_add(Weight::from_parts(0, 124080))
			.saturating_add(T::DbWeight::get().reads(67))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Insurance::CounterForProducts` (r:1 w:1)
	/// Proof: `Insurance::CounterForProducts` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::NextProduct` (r:1 w:1)
	/// Proof: `Insurance::NextProduct` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Risks` (r:1 w:1)
	/// Proof: `Insurance::Risks` (`max_values`: Some(1), `max_size`: Some(289), added: 784, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Products` (r:1 w:1)
	/// Proof: `Insurance::Products` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	fn create_product() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `972`
		//  Estimated: `3556`
		// Minimum execution time: 32_058_000 picoseconds.
		Weight::from_parts(55_182_000, 0)
			.saturating_add(Weight::from_parts(0, 3556))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Insurance::Products` (r:1 w:1)
	/// Proof: `Insurance::Products` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	fn change_product() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `807`
		//  Estimated: `3556`
		// Minimum execution time: 24_907_000 picoseconds.
		Weight::from_parts(31_306_000, 0)
			.saturating_add(Weight::from_parts(0, 3556))
			.saturating_add(T::DbWeight::get().reads(1))
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
		// Minimum execution time: 29_473_000 picoseconds.
		Weight::from_parts(31_787_000, 0)
			.saturating_add(Weight::from_parts(0, 3556))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
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
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:0)
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
		//  Measured:  `2538`
		//  Estimated: `6196`
		// Minimum execution time: 126_338_000 picoseconds.
		Weight::from_parts(133_097_000, 0)
			.saturating_add(Weight::from_parts(0, 6196))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(9))
	}
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
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:0)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Buyback::Flows` (r:1 w:1)
	/// Proof: `Buyback::Flows` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	fn renew_cover() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4336`
		//  Estimated: `7801`
		// Minimum execution time: 151_054_000 picoseconds.
		Weight::from_parts(170_933_000, 0)
			.saturating_add(Weight::from_parts(0, 7801))
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
		// Minimum execution time: 111_906_000 picoseconds.
		Weight::from_parts(124_925_000, 0)
			.saturating_add(Weight::from_parts(0, 6196))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `Insurance::Assessors` (r:1 w:1)
	/// Proof: `Insurance::Assessors` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Pool` (r:1 w:1)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn stake() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `900`
		//  Estimated: `3730`
		// Minimum execution time: 74_510_000 picoseconds.
		Weight::from_parts(90_154_000, 0)
			.saturating_add(Weight::from_parts(0, 3730))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Insurance::Assessors` (r:1 w:1)
	/// Proof: `Insurance::Assessors` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Pool` (r:1 w:1)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
	fn unstake() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `566`
		//  Estimated: `3561`
		// Minimum execution time: 23_845_000 picoseconds.
		Weight::from_parts(31_707_000, 0)
			.saturating_add(Weight::from_parts(0, 3561))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Insurance::Assessors` (r:1 w:1)
	/// Proof: `Insurance::Assessors` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn release() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `646`
		//  Estimated: `3730`
		// Minimum execution time: 66_088_000 picoseconds.
		Weight::from_parts(91_726_000, 0)
			.saturating_add(Weight::from_parts(0, 3730))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
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
		//  Measured:  `1878`
		//  Estimated: `3730`
		// Minimum execution time: 96_162_000 picoseconds.
		Weight::from_parts(117_103_000, 0)
			.saturating_add(Weight::from_parts(0, 3730))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `Insurance::Claims` (r:1 w:1)
	/// Proof: `Insurance::Claims` (`max_values`: None, `max_size`: Some(222), added: 2697, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Assessors` (r:1 w:0)
	/// Proof: `Insurance::Assessors` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Votes` (r:1 w:1)
	/// Proof: `Insurance::Votes` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	fn vote() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `778`
		//  Estimated: `3687`
		// Minimum execution time: 42_002_000 picoseconds.
		Weight::from_parts(54_361_000, 0)
			.saturating_add(Weight::from_parts(0, 3687))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Insurance::Claims` (r:1 w:1)
	/// Proof: `Insurance::Claims` (`max_values`: None, `max_size`: Some(222), added: 2697, mode: `MaxEncodedLen`)
	fn escalate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `551`
		//  Estimated: `3687`
		// Minimum execution time: 28_412_000 picoseconds.
		Weight::from_parts(38_728_000, 0)
			.saturating_add(Weight::from_parts(0, 3687))
			.saturating_add(T::DbWeight::get().reads(1))
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
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn resolve() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3244`
		//  Estimated: `6709`
		// Minimum execution time: 163_132_000 picoseconds.
		Weight::from_parts(185_304_000, 0)
			.saturating_add(Weight::from_parts(0, 6709))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(10))
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
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn finalise() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3244`
		//  Estimated: `6709`
		// Minimum execution time: 164_994_000 picoseconds.
		Weight::from_parts(188_379_000, 0)
			.saturating_add(Weight::from_parts(0, 6709))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(10))
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
		// Minimum execution time: 96_073_000 picoseconds.
		Weight::from_parts(115_020_000, 0)
			.saturating_add(Weight::from_parts(0, 6196))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Insurance::Pool` (r:1 w:1)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
	fn poke() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `479`
		//  Estimated: `1749`
		// Minimum execution time: 15_753_000 picoseconds.
		Weight::from_parts(19_099_000, 0)
			.saturating_add(Weight::from_parts(0, 1749))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Insurance::Endings` (r:1 w:1)
	/// Proof: `Insurance::Endings` (`max_values`: None, `max_size`: Some(685), added: 3160, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Products` (r:32 w:32)
	/// Proof: `Insurance::Products` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Schedule` (r:1 w:1)
	/// Proof: `Insurance::Schedule` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Storage: `Insurance::Pool` (r:0 w:1)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
	fn end_day() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4296`
		//  Estimated: `83102`
		// Minimum execution time: 255_709_000 picoseconds.
		Weight::from_parts(279_864_000, 0)
			.saturating_add(Weight::from_parts(0, 83102))
			.saturating_add(T::DbWeight::get().reads(35))
			.saturating_add(T::DbWeight::get().writes(36))
	}
	/// Storage: `Insurance::Risks` (r:1 w:0)
	/// Proof: `Insurance::Risks` (`max_values`: Some(1), `max_size`: Some(289), added: 784, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Pool` (r:1 w:1)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Products` (r:1 w:1)
	/// Proof: `Insurance::Products` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Schedule` (r:1 w:1)
	/// Proof: `Insurance::Schedule` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Storage: `Insurance::Events` (r:0 w:1)
	/// Proof: `Insurance::Events` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	fn on_loss() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1647`
		//  Estimated: `5112`
		// Minimum execution time: 47_931_000 picoseconds.
		Weight::from_parts(57_275_000, 0)
			.saturating_add(Weight::from_parts(0, 5112))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:1)
	/// Storage: `Insurance::Schedule` (r:1 w:0)
	/// Proof: `Insurance::Schedule` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	fn idle_look() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `479`
		//  Estimated: `3944`
		// Minimum execution time: 17_626_000 picoseconds.
		Weight::from_parts(20_250_000, 0)
			.saturating_add(Weight::from_parts(0, 3944))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
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
	/// Storage: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0x8ff3f650267bb353314040b322ccc8350b51f16ab88a74c96bfd1b97ad52e867` (r:1 w:0)
	fn sweep_step() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2445`
		//  Estimated: `6196`
		// Minimum execution time: 124_274_000 picoseconds.
		Weight::from_parts(145_135_000, 0)
			.saturating_add(Weight::from_parts(0, 6196))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(8))
	}
}
