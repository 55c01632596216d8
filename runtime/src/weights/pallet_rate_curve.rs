// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Measured weights of `pallet_rate_curve`, made by `make weights`.
//!
//! Bench version 64.0.0, 2026-11-24, 8 steps, 8 repeats, on AMD EPYC.

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
		//  Measured:  `3968`
		//  Estimated: `5527`
		// Minimum execution time: 12_950_000 picoseconds.
		Weight::from_parts(14_732_000, 0)
			.saturating_add(Weight::from_parts(0, 5527))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `RateCurve::Book` (r:1 w:1)
	/// Proof: `RateCurve::Book` (`max_values`: Some(1), `max_size`: Some(4042), added: 4537, mode: `MaxEncodedLen`)
	fn retire() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3968`
		//  Estimated: `5527`
		// Minimum execution time: 10_686_000 picoseconds.
		Weight::from_parts(12_669_000, 0)
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
		//  Measured:  `0 + n * (81 ±0)`
		//  Estimated: `5527`
		// Minimum execution time: 10_126_000 picoseconds.
		Weight::from_parts(10_865_051, 0)
			.saturating_add(Weight::from_parts(0, 5527))
			// Standard Error: 286
			.saturating_add(Weight::from_parts(140_342, 0).saturating_mul(n.into()))
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
		//  Measured:  `80 + n * (81 ±0)`
		//  Estimated: `5527`
		// Minimum execution time: 5_688_000 picoseconds.
		Weight::from_parts(6_174_223, 0)
			.saturating_add(Weight::from_parts(0, 5527))
			// Standard Error: 144
			.saturating_add(Weight::from_parts(98_263, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2))
	}
}
