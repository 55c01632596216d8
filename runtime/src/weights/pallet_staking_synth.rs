// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Measured weights of `pallet_staking_synth`, made by `make weights`.
//!
//! Bench version 64.0.0, 2026-11-26, 4 steps, 10 repeats, on AMD EPYC.

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
		//  Measured:  `2070`
		//  Estimated: `6196`
		// Minimum execution time: 114_699_000 picoseconds.
		Weight::from_parts(172_075_000, 0)
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
		//  Measured:  `1495`
		//  Estimated: `6208`
		// Minimum execution time: 84_745_000 picoseconds.
		Weight::from_parts(100_449_000, 0)
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
		//  Measured:  `1310`
		//  Estimated: `6208`
		// Minimum execution time: 87_170_000 picoseconds.
		Weight::from_parts(109_992_000, 0)
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
		//  Measured:  `2072`
		//  Estimated: `4303`
		// Minimum execution time: 77_795_000 picoseconds.
		Weight::from_parts(127_559_000, 0)
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
		// Minimum execution time: 24_757_000 picoseconds.
		Weight::from_parts(37_876_000, 0)
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
		//  Measured:  `1030`
		//  Estimated: `6196`
		// Minimum execution time: 89_813_000 picoseconds.
		Weight::from_parts(107_299_000, 0)
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
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Buyback::Flows` (r:1 w:1)
	/// Proof: `Buyback::Flows` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	fn redeem_instant() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1771`
		//  Estimated: `6196`
		// Minimum execution time: 157_202_000 picoseconds.
		Weight::from_parts(177_913_000, 0)
			.saturating_add(Weight::from_parts(0, 6196))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `StakingSynth::Pool` (r:1 w:1)
	/// Proof: `StakingSynth::Pool` (`max_values`: Some(1), `max_size`: Some(293), added: 788, mode: `MaxEncodedLen`)
	fn pause_mints() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `362`
		//  Estimated: `1778`
		// Minimum execution time: 13_520_000 picoseconds.
		Weight::from_parts(16_134_000, 0)
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
		// Minimum execution time: 14_050_000 picoseconds.
		Weight::from_parts(22_313_000, 0)
			.saturating_add(Weight::from_parts(0, 1778))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `StakingSynth::EraBegan` (r:1 w:0)
	/// Proof: `StakingSynth::EraBegan` (`max_values`: Some(1), `max_size`: Some(0), added: 495, mode: `MaxEncodedLen`)
	fn idle_look() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `80`
		//  Estimated: `1485`
		// Minimum execution time: 3_114_000 picoseconds.
		Weight::from_parts(5_258_000, 0)
			.saturating_add(Weight::from_parts(0, 1485))
			.saturating_add(T::DbWeight::get().reads(1))
	}
	/// Storage: `StakingSynth::Round` (r:1 w:0)
	/// Proof: `StakingSynth::Round` (`max_values`: Some(1), `max_size`: Some(18), added: 513, mode: `MaxEncodedLen`)
	/// Storage: `Staking::ActiveEra` (r:1 w:0)
	/// Proof: `Staking::ActiveEra` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `StakingSynth::EraBegan` (r:0 w:1)
	/// Proof: `StakingSynth::EraBegan` (`max_values`: Some(1), `max_size`: Some(0), added: 495, mode: `MaxEncodedLen`)
	fn upkeep_idle() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `596`
		//  Estimated: `1503`
		// Minimum execution time: 13_640_000 picoseconds.
		Weight::from_parts(21_021_000, 0)
			.saturating_add(Weight::from_parts(0, 1503))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Staking::ActiveEra` (r:1 w:0)
	/// Proof: `Staking::ActiveEra` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `Staking::ErasStakersOverview` (r:2 w:0)
	/// Proof: `Staking::ErasStakersOverview` (`max_values`: None, `max_size`: Some(92), added: 2567, mode: `MaxEncodedLen`)
	/// Storage: `Staking::ClaimedRewards` (r:1 w:0)
	/// Proof: `Staking::ClaimedRewards` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Staking::ErasStakersPaged` (r:1 w:0)
	/// Proof: `Staking::ErasStakersPaged` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Staking::CurrentEra` (r:1 w:0)
	/// Proof: `Staking::CurrentEra` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Staking::ErasValidatorReward` (r:1 w:0)
	/// Proof: `Staking::ErasValidatorReward` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn step_payout() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `819`
		//  Estimated: `6124`
		// Minimum execution time: 62_683_000 picoseconds.
		Weight::from_parts(99_417_000, 0)
			.saturating_add(Weight::from_parts(0, 6124))
			.saturating_add(T::DbWeight::get().reads(7))
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `StakingSynth::RateAtEra` (r:0 w:1)
	/// Proof: `StakingSynth::RateAtEra` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn step_account() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1377`
		//  Estimated: `4556`
		// Minimum execution time: 83_454_000 picoseconds.
		Weight::from_parts(93_598_000, 0)
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
		//  Measured:  `4740`
		//  Estimated: `4303`
		// Minimum execution time: 74_691_000 picoseconds.
		Weight::from_parts(84_275_000, 0)
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
		// Minimum execution time: 29_283_000 picoseconds.
		Weight::from_parts(44_715_401, 0)
			.saturating_add(Weight::from_parts(0, 4303))
			// Standard Error: 88
			.saturating_add(Weight::from_parts(681, 0).saturating_mul(t.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Staking::ActiveEra` (r:1 w:0)
	/// Proof: `Staking::ActiveEra` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `StakingSynth::Pool` (r:1 w:1)
	/// Proof: `StakingSynth::Pool` (`max_values`: Some(1), `max_size`: Some(293), added: 788, mode: `MaxEncodedLen`)
	/// Storage: `Staking::Bonded` (r:1 w:0)
	/// Proof: `Staking::Bonded` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// Storage: `Staking::Ledger` (r:1 w:1)
	/// Proof: `Staking::Ledger` (`max_values`: None, `max_size`: Some(1091), added: 3566, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Buyback::Flows` (r:1 w:1)
	/// Proof: `Buyback::Flows` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `Staking::VirtualStakers` (r:1 w:0)
	/// Proof: `Staking::VirtualStakers` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `VoterList::ListNodes` (r:1 w:1)
	/// Proof: `VoterList::ListNodes` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
	/// Storage: `VoterList::Lock` (r:1 w:0)
	/// Proof: `VoterList::Lock` (`max_values`: Some(1), `max_size`: Some(0), added: 495, mode: `MaxEncodedLen`)
	/// Storage: `VoterList::ListBags` (r:2 w:2)
	/// Proof: `VoterList::ListBags` (`max_values`: None, `max_size`: Some(82), added: 2557, mode: `MaxEncodedLen`)
	fn step_rebalance() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2033`
		//  Estimated: `6196`
		// Minimum execution time: 252_083_000 picoseconds.
		Weight::from_parts(282_498_000, 0)
			.saturating_add(Weight::from_parts(0, 6196))
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// The range of component `c` is `[1, 128]`.
	fn step_nominate(c: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 351_000 picoseconds.
		Weight::from_parts(431_000, 0)
			.saturating_add(Weight::from_parts(0, 0))
			// Standard Error: 497
			.saturating_add(Weight::from_parts(1_399_825, 0).saturating_mul(c.into()))
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
	/// Storage: `Insurance::Risks` (r:1 w:0)
	/// Proof: `Insurance::Risks` (`max_values`: Some(1), `max_size`: Some(289), added: 784, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Pool` (r:1 w:1)
	/// Proof: `Insurance::Pool` (`max_values`: Some(1), `max_size`: Some(264), added: 759, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Insurance::Products` (r:1 w:0)
	/// Proof: `Insurance::Products` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// The range of component `b` is `[1, 64]`.
	fn slash(b: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2273 + b * (44 ±0)`
		//  Estimated: `4303`
		// Minimum execution time: 103_894_000 picoseconds.
		Weight::from_parts(113_571_881, 0)
			.saturating_add(Weight::from_parts(0, 4303))
			// Standard Error: 1_772
			.saturating_add(Weight::from_parts(113_051, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(6))
	}
}
