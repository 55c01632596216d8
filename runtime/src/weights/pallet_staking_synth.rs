// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Measured weights of `pallet_staking_synth`, made by `make weights`.
//!
//! Bench version 64.0.0, 2026-11-21, 10 steps, 10 repeats, on AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use frame_support::{traits::Get, weights::Weight};
use core::marker::PhantomData;

/// Weights measured on this runtime.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_staking_synth::WeightInfo for WeightInfo<T> {
	/// Storage: `StakingSynth::Pool` (r:1 w:1)
	/// Proof: `StakingSynth::Pool` (`max_values`: Some(1), `max_size`: Some(293), added: 788, mode: `MaxEncodedLen`)
	/// Storage: `Staking::ActiveEra` (r:1 w:0)
	/// Proof: `Staking::ActiveEra` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn mint() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1445`
		//  Estimated: `6196`
		// Minimum execution time: 87_621_000 picoseconds.
		Weight::from_parts(93_139_000, 0)
			.saturating_add(Weight::from_parts(0, 6196))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `StakingSynth::Pool` (r:1 w:0)
	/// Proof: `StakingSynth::Pool` (`max_values`: Some(1), `max_size`: Some(293), added: 788, mode: `MaxEncodedLen`)
	/// Storage: `StakingSynth::RedeemQueue` (r:1 w:1)
	/// Proof: `StakingSynth::RedeemQueue` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `StakingSynth::Tickets` (r:0 w:1)
	/// Proof: `StakingSynth::Tickets` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `StakingSynth::TicketsOf` (r:0 w:1)
	/// Proof: `StakingSynth::TicketsOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn redeem() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `944`
		//  Estimated: `6208`
		// Minimum execution time: 64_266_000 picoseconds.
		Weight::from_parts(68_071_000, 0)
			.saturating_add(Weight::from_parts(0, 6208))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `StakingSynth::Tickets` (r:1 w:1)
	/// Proof: `StakingSynth::Tickets` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `StakingSynth::RedeemQueue` (r:1 w:1)
	/// Proof: `StakingSynth::RedeemQueue` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `StakingSynth::TicketsOf` (r:0 w:1)
	/// Proof: `StakingSynth::TicketsOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn cancel() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `759`
		//  Estimated: `6208`
		// Minimum execution time: 66_169_000 picoseconds.
		Weight::from_parts(70_745_000, 0)
			.saturating_add(Weight::from_parts(0, 6208))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `StakingSynth::Tickets` (r:1 w:1)
	/// Proof: `StakingSynth::Tickets` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `StakingSynth::Pool` (r:1 w:1)
	/// Proof: `StakingSynth::Pool` (`max_values`: Some(1), `max_size`: Some(293), added: 788, mode: `MaxEncodedLen`)
	/// Storage: `StakingSynth::Unsettled` (r:1 w:1)
	/// Proof: `StakingSynth::Unsettled` (`max_values`: Some(1), `max_size`: Some(2818), added: 3313, mode: `MaxEncodedLen`)
	/// Storage: `Staking::ActiveEra` (r:1 w:0)
	/// Proof: `Staking::ActiveEra` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `StakingSynth::TicketsOf` (r:0 w:1)
	/// Proof: `StakingSynth::TicketsOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn rebond() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1522`
		//  Estimated: `4303`
		// Minimum execution time: 51_877_000 picoseconds.
		Weight::from_parts(55_312_000, 0)
			.saturating_add(Weight::from_parts(0, 4303))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `StakingSynth::Tickets` (r:1 w:1)
	/// Proof: `StakingSynth::Tickets` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `StakingSynth::TicketsOf` (r:0 w:2)
	/// Proof: `StakingSynth::TicketsOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn transfer_ticket() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `256`
		//  Estimated: `3549`
		// Minimum execution time: 17_616_000 picoseconds.
		Weight::from_parts(19_188_000, 0)
			.saturating_add(Weight::from_parts(0, 3549))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `StakingSynth::Tickets` (r:1 w:1)
	/// Proof: `StakingSynth::Tickets` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `StakingSynth::Settled` (r:1 w:1)
	/// Proof: `StakingSynth::Settled` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `StakingSynth::Pool` (r:1 w:1)
	/// Proof: `StakingSynth::Pool` (`max_values`: Some(1), `max_size`: Some(293), added: 788, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `StakingSynth::TicketsOf` (r:0 w:1)
	/// Proof: `StakingSynth::TicketsOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn claim() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `993`
		//  Estimated: `6196`
		// Minimum execution time: 72_548_000 picoseconds.
		Weight::from_parts(77_004_000, 0)
			.saturating_add(Weight::from_parts(0, 6196))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `StakingSynth::Pool` (r:1 w:1)
	/// Proof: `StakingSynth::Pool` (`max_values`: Some(1), `max_size`: Some(293), added: 788, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn redeem_instant() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1152`
		//  Estimated: `8799`
		// Minimum execution time: 133_609_000 picoseconds.
		Weight::from_parts(142_402_000, 0)
			.saturating_add(Weight::from_parts(0, 8799))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `StakingSynth::Pool` (r:1 w:1)
	/// Proof: `StakingSynth::Pool` (`max_values`: Some(1), `max_size`: Some(293), added: 788, mode: `MaxEncodedLen`)
	fn pause_mints() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `362`
		//  Estimated: `1778`
		// Minimum execution time: 9_795_000 picoseconds.
		Weight::from_parts(10_706_000, 0)
			.saturating_add(Weight::from_parts(0, 1778))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `StakingSynth::Pool` (r:1 w:1)
	/// Proof: `StakingSynth::Pool` (`max_values`: Some(1), `max_size`: Some(293), added: 788, mode: `MaxEncodedLen`)
	fn resume_mints() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `362`
		//  Estimated: `1778`
		// Minimum execution time: 10_165_000 picoseconds.
		Weight::from_parts(11_026_000, 0)
			.saturating_add(Weight::from_parts(0, 1778))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `StakingSynth::Round` (r:1 w:0)
	/// Proof: `StakingSynth::Round` (`max_values`: Some(1), `max_size`: Some(18), added: 513, mode: `MaxEncodedLen`)
	/// Storage: `Staking::ActiveEra` (r:1 w:0)
	/// Proof: `Staking::ActiveEra` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	fn upkeep_idle() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `596`
		//  Estimated: `1503`
		// Minimum execution time: 10_155_000 picoseconds.
		Weight::from_parts(11_186_000, 0)
			.saturating_add(Weight::from_parts(0, 1503))
			.saturating_add(T::DbWeight::get().reads(2))
	}
	/// Storage: `Staking::ActiveEra` (r:1 w:0)
	/// Proof: `Staking::ActiveEra` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `Staking::ErasStakersOverview` (r:2 w:0)
	/// Proof: `Staking::ErasStakersOverview` (`max_values`: None, `max_size`: Some(92), added: 2567, mode: `MaxEncodedLen`)
	/// Storage: `Staking::ClaimedRewards` (r:1 w:0)
	/// Proof: `Staking::ClaimedRewards` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn step_payout() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `622`
		//  Estimated: `6124`
		// Minimum execution time: 22_012_000 picoseconds.
		Weight::from_parts(23_665_000, 0)
			.saturating_add(Weight::from_parts(0, 6124))
			.saturating_add(T::DbWeight::get().reads(4))
	}
	/// Storage: `StakingSynth::Pool` (r:1 w:1)
	/// Proof: `StakingSynth::Pool` (`max_values`: Some(1), `max_size`: Some(293), added: 788, mode: `MaxEncodedLen`)
	/// Storage: `Staking::Bonded` (r:1 w:0)
	/// Proof: `Staking::Bonded` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// Storage: `Staking::Ledger` (r:1 w:1)
	/// Proof: `Staking::Ledger` (`max_values`: None, `max_size`: Some(1091), added: 3566, mode: `MaxEncodedLen`)
	/// Storage: `Staking::CurrentEra` (r:1 w:0)
	/// Proof: `Staking::CurrentEra` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Staking::VirtualStakers` (r:1 w:0)
	/// Proof: `Staking::VirtualStakers` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:0)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `StakingSynth::RateAtEra` (r:0 w:1)
	/// Proof: `StakingSynth::RateAtEra` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn step_account() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1376`
		//  Estimated: `4556`
		// Minimum execution time: 68_032_000 picoseconds.
		Weight::from_parts(72_909_000, 0)
			.saturating_add(Weight::from_parts(0, 4556))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Staking::ActiveEra` (r:1 w:0)
	/// Proof: `Staking::ActiveEra` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `StakingSynth::Pool` (r:1 w:1)
	/// Proof: `StakingSynth::Pool` (`max_values`: Some(1), `max_size`: Some(293), added: 788, mode: `MaxEncodedLen`)
	/// Storage: `StakingSynth::RedeemQueue` (r:1 w:1)
	/// Proof: `StakingSynth::RedeemQueue` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `StakingSynth::Unsettled` (r:1 w:1)
	/// Proof: `StakingSynth::Unsettled` (`max_values`: Some(1), `max_size`: Some(2818), added: 3313, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn step_batch() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4190`
		//  Estimated: `4303`
		// Minimum execution time: 60_780_000 picoseconds.
		Weight::from_parts(64_376_000, 0)
			.saturating_add(Weight::from_parts(0, 4303))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Staking::ActiveEra` (r:1 w:0)
	/// Proof: `Staking::ActiveEra` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `StakingSynth::Pool` (r:1 w:1)
	/// Proof: `StakingSynth::Pool` (`max_values`: Some(1), `max_size`: Some(293), added: 788, mode: `MaxEncodedLen`)
	/// Storage: `StakingSynth::Unsettled` (r:1 w:1)
	/// Proof: `StakingSynth::Unsettled` (`max_values`: Some(1), `max_size`: Some(2818), added: 3313, mode: `MaxEncodedLen`)
	/// Storage: `StakingSynth::Settled` (r:0 w:1)
	/// Proof: `StakingSynth::Settled` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// The range of component `t` is `[1, 100000]`.
	fn step_settle(t: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3703`
		//  Estimated: `4303`
		// Minimum execution time: 20_241_000 picoseconds.
		Weight::from_parts(55_100_275, 0)
			.saturating_add(Weight::from_parts(0, 4303))
			// Standard Error: 55
			.saturating_add(Weight::from_parts(384, 0).saturating_mul(t.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Staking::ActiveEra` (r:1 w:0)
	/// Proof: `Staking::ActiveEra` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `StakingSynth::Pool` (r:1 w:1)
	/// Proof: `StakingSynth::Pool` (`max_values`: Some(1), `max_size`: Some(293), added: 788, mode: `MaxEncodedLen`)
	/// Storage: `Staking::Bonded` (r:1 w:1)
	/// Proof: `Staking::Bonded` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Staking::Ledger` (r:1 w:1)
	/// Proof: `Staking::Ledger` (`max_values`: None, `max_size`: Some(1091), added: 3566, mode: `MaxEncodedLen`)
	/// Storage: `Staking::VirtualStakers` (r:1 w:0)
	/// Proof: `Staking::VirtualStakers` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `Staking::Payee` (r:0 w:1)
	/// Proof: `Staking::Payee` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	fn step_rebalance() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1394`
		//  Estimated: `8799`
		// Minimum execution time: 176_263_000 picoseconds.
		Weight::from_parts(184_405_000, 0)
			.saturating_add(Weight::from_parts(0, 8799))
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// The range of component `c` is `[1, 128]`.
	fn step_nominate(c: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 320_000 picoseconds.
		Weight::from_parts(361_000, 0)
			.saturating_add(Weight::from_parts(0, 0))
			// Standard Error: 546
			.saturating_add(Weight::from_parts(829_515, 0).saturating_mul(c.into()))
	}
	/// Storage: `StakingSynth::Pool` (r:1 w:1)
	/// Proof: `StakingSynth::Pool` (`max_values`: Some(1), `max_size`: Some(293), added: 788, mode: `MaxEncodedLen`)
	/// Storage: `StakingSynth::RedeemQueue` (r:1 w:1)
	/// Proof: `StakingSynth::RedeemQueue` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `StakingSynth::Unsettled` (r:1 w:1)
	/// Proof: `StakingSynth::Unsettled` (`max_values`: Some(1), `max_size`: Some(2818), added: 3313, mode: `MaxEncodedLen`)
	/// Storage: `Staking::ActiveEra` (r:1 w:0)
	/// Proof: `Staking::ActiveEra` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// The range of component `b` is `[1, 64]`.
	fn slash(b: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1374 + b * (44 ±0)`
		//  Estimated: `4303`
		// Minimum execution time: 65_458_000 picoseconds.
		Weight::from_parts(69_639_041, 0)
			.saturating_add(Weight::from_parts(0, 4303))
			// Standard Error: 660
			.saturating_add(Weight::from_parts(73_252, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}
}
