// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(missing_docs)]
use frame_support::weights::Weight;
use core::marker::PhantomData;
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_staking_synth::WeightInfo for WeightInfo<T> {
	fn mint() -> Weight { Weight::from_parts(100_000_000, 10_000) }
	fn redeem() -> Weight { Weight::from_parts(100_000_000, 10_000) }
	fn cancel() -> Weight { Weight::from_parts(100_000_000, 10_000) }
	fn rebond() -> Weight { Weight::from_parts(100_000_000, 10_000) }
	fn transfer_ticket() -> Weight { Weight::from_parts(100_000_000, 10_000) }
	fn claim() -> Weight { Weight::from_parts(100_000_000, 10_000) }
	fn redeem_instant() -> Weight { Weight::from_parts(100_000_000, 10_000) }
	fn pause_mints() -> Weight { Weight::from_parts(100_000_000, 10_000) }
	fn resume_mints() -> Weight { Weight::from_parts(100_000_000, 10_000) }
	fn upkeep_idle() -> Weight { Weight::from_parts(100_000_000, 10_000) }
	fn step_payout() -> Weight { Weight::from_parts(100_000_000, 10_000) }
	fn step_account() -> Weight { Weight::from_parts(100_000_000, 10_000) }
	fn step_batch() -> Weight { Weight::from_parts(100_000_000, 10_000) }
	fn step_settle(_: u32) -> Weight { Weight::from_parts(100_000_000, 10_000) }
	fn step_rebalance() -> Weight { Weight::from_parts(100_000_000, 10_000) }
	fn step_nominate(_: u32) -> Weight { Weight::from_parts(100_000_000, 10_000) }
	fn slash(_: u32) -> Weight { Weight::from_parts(100_000_000, 10_000) }
}
