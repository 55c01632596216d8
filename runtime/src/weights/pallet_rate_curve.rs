// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Measured weights of `pallet_rate_curve`, made by `make weights`.
//!
//! Bench version 64.0.0, 2026-11-24, 10 steps, 15 repeats, on AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use frame_support::{traits::Get, weights::Weight};
use core::marker::PhantomData;

/// Weights measured on this runtime.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_rate_curve::WeightInfo for WeightInfo<T> {
	/// Storage: `RateCurve::Book` (r:1 w:1)
	/// Proof: `RateCurve::Book` (`max_values`: Some(1), `max_size`: Some(4042), added: 4537, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn seed() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4106`
		//  Estimated: `5527`
		// Minimum execution time: 20_190_000 picoseconds.
		Weight::from_parts(22_112_000, 0)
			.saturating_add(Weight::from_parts(0, 5527))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `RateCurve::Book` (r:1 w:1)
	/// Proof: `RateCurve::Book` (`max_values`: Some(1), `max_size`: Some(4042), added: 4537, mode: `MaxEncodedLen`)
	fn retire() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4064`
		//  Estimated: `5527`
		// Minimum execution time: 16_144_000 picoseconds.
		Weight::from_parts(17_716_000, 0)
			.saturating_add(Weight::from_parts(0, 5527))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `RateCurve::Book` (r:1 w:1)
	/// Proof: `RateCurve::Book` (`max_values`: Some(1), `max_size`: Some(4042), added: 4537, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[3, 49]`.
	fn observe(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `137 + n * (81 ±0)`
		//  Estimated: `5527`
		// Minimum execution time: 16_835_000 picoseconds.
		Weight::from_parts(18_151_743, 0)
			.saturating_add(Weight::from_parts(0, 5527))
			// Standard Error: 308
			.saturating_add(Weight::from_parts(141_328, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `RateCurve::Book` (r:1 w:0)
	/// Proof: `RateCurve::Book` (`max_values`: Some(1), `max_size`: Some(4042), added: 4537, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[3, 49]`.
	fn quote(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `218 + n * (81 ±0)`
		//  Estimated: `5527`
		// Minimum execution time: 11_507_000 picoseconds.
		Weight::from_parts(12_632_923, 0)
			.saturating_add(Weight::from_parts(0, 5527))
			// Standard Error: 209
			.saturating_add(Weight::from_parts(100_439, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2))
	}
}
