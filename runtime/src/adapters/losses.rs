// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The port `KnownLosses`: what staking has reported and not applied, and what a series will lack at its settlement as
//! things stand.
//!
//! The products name `Insurance` itself as the observer of what they book.

use crate::{adapters::StakingAdapter, timing::SlashDeferDuration, Balance, Runtime, StakingDerivatives, StakingSynth};
use finch_ports::{KnownLosses, Risk, StakingBackend};
use frame_support::{traits::Get, weights::Weight};

/// What the projection of a series reads: the series, its stake, its validator, the last reward, the clock.
const READS_OF_A_SERIES: u64 = 10;

/// Bytes of proof that an answer counts for. The reports of all eras are in every answer; a call that asks for several risks
/// proves them once. A report names a validator's nominators, of which 500 make 24,000 bytes; a call that proves more
/// than it has paid for counts in full in its block.
const PROOF_SIZE: u64 = 64 * 1024;

/// Losses that are reported and not booked.
pub struct ReportedLosses;

impl KnownLosses for ReportedLosses {
    fn pending(risk: Risk) -> Balance {
        match risk {
            Risk::Synth => StakingAdapter::pending_slash(&StakingSynth::stash()),
            // Also a slash that is applied: a default is booked at the settlement only.
            Risk::Series(series) => StakingDerivatives::expected_default(series),
        }
    }

    fn weight_pending() -> Weight {
        // The eras whose slashes wait, and the one that now earns.
        let eras = u64::from(SlashDeferDuration::get()).saturating_add(1);
        <Runtime as frame_system::Config>::DbWeight::get()
            .reads(eras.saturating_add(READS_OF_A_SERIES))
            .saturating_add(Weight::from_parts(0, PROOF_SIZE))
    }
}
