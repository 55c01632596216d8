// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The ports `StakingBackend` and `OnSlash` over pallet-staking.
//!
//! Through `sp_staking::StakingInterface` wherever that trait has the call. It has none for a bond whose rewards compound,
//! for rebonding and for payouts; those are the pallet's own calls with the stash as the signer.

use crate::{AccountId, Balance, Runtime, RuntimeOrigin, Staking, StakingDerivatives, StakingSynth};
use alloc::{collections::BTreeMap, vec::Vec};
use finch_math::{mul_div, Round};
use finch_ports::{BackendCall, Candidate, OnSlash, Stake, StakingBackend};
use finch_types::{EraIndex, FixedU128, Moment, Perbill, MILLISECS_PER_YEAR};
use frame_support::{dispatch::DispatchResult, storage::with_storage_layer, traits::Get, weights::Weight};
use pallet_staking::{
    ActiveEra, ClaimedRewards, ErasRewardPoints, ErasStakersOverview, ErasStakersPaged, ErasTotalStake,
    ErasValidatorReward, RewardDestination, UnappliedSlashes, Validators, WeightInfo,
};
use sp_runtime::{traits::Zero, DispatchError, FixedPointNumber};
use sp_staking::{OnStakingUpdate, StakingInterface};

/// At most so many pages of one validator's nominators are searched for the stash.
const MAX_PAGES: u32 = 8;

/// More slashing spans than the stash will have: it would take so many slashes within the bonding time. Only a stash that
/// withdraws its last coin is asked for it.
const MAX_SLASHING_SPANS: u32 = 64;

/// pallet-staking as the products see it.
pub struct StakingAdapter;

fn signed(stash: &AccountId) -> RuntimeOrigin {
    RuntimeOrigin::signed(stash.clone())
}

fn max_validators() -> u32 {
    <Runtime as pallet_staking::Config>::MaxValidatorSet::get()
}

impl StakingBackend<AccountId> for StakingAdapter {
    fn active_era() -> EraIndex {
        ActiveEra::<Runtime>::get().map_or(0, |era| era.index)
    }

    fn era_progress() -> Perbill {
        let Some(start) = ActiveEra::<Runtime>::get().and_then(|era| era.start) else {
            return Perbill::zero();
        };
        let length = Self::era_length().max(1);
        let gone = pallet_timestamp::Now::<Runtime>::get()
            .saturating_sub(start)
            .min(length);
        Perbill::from_rational(gone, length)
    }

    fn era_length() -> Moment {
        crate::timing::era_length()
    }

    fn bonding_eras() -> EraIndex {
        <Staking as StakingInterface>::nominator_bonding_duration()
    }

    fn min_nominator_bond() -> Balance {
        <Staking as StakingInterface>::minimum_nominator_bond()
    }

    fn stake(stash: &AccountId) -> Stake {
        <Staking as StakingInterface>::stake(stash)
            .map(|stake| Stake {
                total: stake.total,
                active: stake.active,
            })
            .unwrap_or_default()
    }

    fn pending_slash(stash: &AccountId) -> Balance {
        UnappliedSlashes::<Runtime>::iter_values()
            .flatten()
            .flat_map(|slash| slash.others)
            .filter(|(who, _)| who == stash)
            .fold(0, |sum: Balance, (_, part)| sum.saturating_add(part))
    }

    fn bond(stash: &AccountId, amount: Balance) -> DispatchResult {
        if Self::stake(stash).total == 0 {
            Staking::bond(signed(stash), amount, RewardDestination::Staked)
        } else {
            <Staking as StakingInterface>::bond_extra(stash, amount)
        }
    }

    fn unbond(stash: &AccountId, amount: Balance) -> DispatchResult {
        let rest = Self::stake(stash).active.saturating_sub(amount);
        if rest < Self::min_nominator_bond() {
            // A nominator may not go below the least bond; upkeep nominates again when the bond has grown.
            <Staking as StakingInterface>::chill(stash)?;
        }
        <Staking as StakingInterface>::unbond(stash, amount)
    }

    fn rebond(stash: &AccountId, amount: Balance) -> DispatchResult {
        Staking::rebond(signed(stash), amount)
            .map(|_| ())
            .map_err(|failed| failed.error)
    }

    fn withdraw(stash: &AccountId) -> Result<Balance, DispatchError> {
        let before = Self::stake(stash).total;
        if before == 0 {
            return Ok(0);
        }
        <Staking as StakingInterface>::withdraw_unbonded(stash.clone(), MAX_SLASHING_SPANS)?;
        Ok(before.saturating_sub(Self::stake(stash).total))
    }

    /// One validator of the era a step. `cursor` is its position among those elected.
    fn payout_step(stash: &AccountId, era: EraIndex, cursor: u32) -> Result<Option<u32>, DispatchError> {
        let position = usize::try_from(cursor).map_err(|_| DispatchError::Corruption)?;
        let mut elected = ErasStakersOverview::<Runtime>::iter_prefix(era).skip(position);
        let Some((validator, overview)) = elected.next() else {
            return Ok(None);
        };
        let paid = ClaimedRewards::<Runtime>::get(era, &validator);
        let page = (0..overview.page_count.min(MAX_PAGES)).find(|page| {
            ErasStakersPaged::<Runtime>::get((era, validator.clone(), *page))
                .is_some_and(|exposure| exposure.others.iter().any(|other| other.who == *stash))
        });
        if let Some(page) = page.filter(|page| !paid.contains(page)) {
            // A validator that cannot be paid must not keep the others from it.
            let payout = with_storage_layer(|| {
                Staking::payout_stakers_by_page(signed(stash), validator.clone(), era, page)
                    .map_err(|failed| failed.error)
            });
            if let Err(error) = payout {
                log::warn!(target: "runtime::staking", "no payout from {validator:?} for era {era}: {error:?}");
            }
        }
        Ok(elected.next().and(cursor.checked_add(1)))
    }

    fn commission(validator: &AccountId) -> Option<Perbill> {
        Validators::<Runtime>::contains_key(validator).then(|| Validators::<Runtime>::get(validator).commission)
    }

    fn yearly_reward() -> FixedU128 {
        let Some(last) = Self::active_era().checked_sub(1) else {
            return FixedU128::zero();
        };
        let reward = ErasValidatorReward::<Runtime>::get(last).unwrap_or_default();
        let staked = ErasTotalStake::<Runtime>::get(last);
        let year_over_era = |per_era: u128| {
            mul_div(
                per_era,
                MILLISECS_PER_YEAR.into(),
                Self::era_length().max(1).into(),
                Round::Down,
            )
        };
        mul_div(reward, FixedU128::DIV, staked, Round::Down)
            .and_then(year_over_era)
            .map_or(FixedU128::zero(), FixedU128::from_inner)
    }

    fn candidates(max: u32) -> Vec<Candidate<AccountId>> {
        let last = Self::active_era().saturating_sub(1);
        let points = ErasRewardPoints::<Runtime>::get(last).individual;
        Validators::<Runtime>::iter()
            .take(usize::try_from(max).unwrap_or(usize::MAX))
            .map(|(account, prefs)| Candidate {
                points: points.get(&account).copied().unwrap_or(0),
                exposure: ErasStakersOverview::<Runtime>::get(last, &account).map_or(0, |overview| overview.total),
                commission: prefs.commission,
                blocked: prefs.blocked,
                account,
            })
            .collect()
    }

    fn nominate(stash: &AccountId, targets: Vec<AccountId>) -> DispatchResult {
        let mut wanted = targets.clone();
        wanted.sort();
        let mut present = <Staking as StakingInterface>::nominations(stash).unwrap_or_default();
        present.sort();
        if wanted == present {
            return Ok(());
        }
        <Staking as StakingInterface>::nominate(stash, targets)
    }

    fn weight(call: BackendCall) -> Weight {
        type Weights = <Runtime as pallet_staking::Config>::WeightInfo;
        let db = <Runtime as frame_system::Config>::DbWeight::get();
        match call {
            BackendCall::PayoutStep => {
                Weights::payout_stakers_alive_staked(<Runtime as pallet_staking::Config>::MaxExposurePageSize::get())
                    .saturating_add(db.reads(u64::from(max_validators()).saturating_add(MAX_PAGES.into())))
            }
            BackendCall::Withdraw => Weights::withdraw_unbonded_kill(MAX_SLASHING_SPANS),
            BackendCall::Bond => Weights::bond()
                .max(Weights::bond_extra())
                .max(Weights::unbond().saturating_add(Weights::chill()))
                .max(Weights::rebond(
                    <Runtime as pallet_staking::Config>::MaxUnlockingChunks::get(),
                )),
            BackendCall::Nominate => Weights::nominate(pallet_staking_synth::MAX_NOMINATIONS).saturating_add(
                // Preferences and exposure of every candidate.
                db.reads(u64::from(pallet_staking_synth::MAX_CANDIDATES).saturating_mul(2)),
            ),
        }
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn benchmark_reward(stash: &AccountId, amount: Balance) {
        use frame_support::traits::fungible::Mutate;
        let _ = <crate::Balances as Mutate<AccountId>>::mint_into(stash, amount);
        let _ = <Staking as StakingInterface>::bond_extra(stash, amount);
    }
}

/// Tells the products of every slash that pallet-staking applies; each knows its own stashes, and reports to the mutual what
/// its customers lose.
pub struct SlashToProducts;

impl OnStakingUpdate<AccountId, Balance> for SlashToProducts {
    fn on_slash(stash: &AccountId, _active: Balance, _unlocking: &BTreeMap<EraIndex, Balance>, total: Balance) {
        StakingSynth::on_slash(stash, total);
        StakingDerivatives::on_slash(stash, total);
    }
}
