// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Which validators the stash nominates.

use crate::*;
use alloc::vec::Vec;
use finch_math::{mul_div, Round};
use finch_ports::{Candidate, StakingBackend};
use finch_types::{FixedU128, Perbill};
use frame_support::pallet_prelude::DispatchResult;
use sp_runtime::FixedPointNumber;

/// The best of `candidates`, at most `seats`, best first.
///
/// Blocked validators are left out. The others are ranked by what a nominated coin earned with them in the last era,
/// `points * (1 - commission) / exposure`: a validator that is crowded, expensive or idle comes later. Equal yields are
/// ranked by the lower commission, then by the account, so that everybody computes the same.
pub fn best<AccountId: Ord + Clone>(mut candidates: Vec<Candidate<AccountId>>, seats: usize) -> Vec<AccountId> {
    candidates.retain(|candidate| !candidate.blocked);
    candidates.sort_by(|a, b| {
        nominator_yield(b)
            .cmp(&nominator_yield(a))
            .then_with(|| a.commission.cmp(&b.commission))
            .then_with(|| a.account.cmp(&b.account))
    });
    candidates.truncate(seats);
    candidates.into_iter().map(|candidate| candidate.account).collect()
}

/// What a coin at stake earned with the candidate in the last era, on a scale that only serves to compare.
fn nominator_yield<AccountId>(candidate: &Candidate<AccountId>) -> u128 {
    let kept = Perbill::one()
        .deconstruct()
        .saturating_sub(candidate.commission.deconstruct());
    // At most 2^32 * 2^30, and at most 2^122 with the scale: none of it can overflow.
    let earned = u128::from(candidate.points).saturating_mul(u128::from(kept));
    mul_div(earned, FixedU128::DIV, candidate.exposure.max(1), Round::Down).unwrap_or(0)
}

impl<T: Config<I>, I: 'static> Pallet<T, I> {
    /// Nominates the best validators with all that is bonded. Without enough stake or candidates it leaves things as
    /// they are.
    pub(crate) fn do_nominate() -> DispatchResult {
        let stash = Self::stash();
        let active = T::Staking::stake(&stash).active;
        if active == 0 || active < T::Staking::min_nominator_bond() {
            return Ok(());
        }
        let seats = usize::try_from(MAX_NOMINATIONS).map_err(|_| Error::<T, I>::Overflow)?;
        let targets = best(T::Staking::candidates(MAX_CANDIDATES), seats);
        if targets.is_empty() {
            return Ok(());
        }
        T::Staking::nominate(&stash, targets.clone())?;
        Self::deposit_event(Event::Nominated { targets });
        Ok(())
    }
}
