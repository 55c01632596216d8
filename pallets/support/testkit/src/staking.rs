// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use crate::AccountId;
use finch_ports::{BackendCall, Candidate, OnEra, OnSlash, Stake, StakingBackend};
use finch_types::{Balance, EraIndex, FixedU128, Moment, Perbill};
use frame_support::{
    ensure,
    pallet_prelude::DispatchResult,
    storage_alias,
    traits::{
        fungible::Mutate,
        tokens::{Fortitude::Force, Precision::Exact, Preservation::Preserve},
    },
    weights::Weight,
    Twox64Concat,
};
use sp_runtime::DispatchError;
use std::marker::PhantomData;

#[storage_alias]
type Era = StorageValue<FakeStaking, EraIndex, frame_support::pallet_prelude::ValueQuery>;
#[storage_alias]
type Progress = StorageValue<FakeStaking, Perbill, frame_support::pallet_prelude::ValueQuery>;
/// By stash.
#[storage_alias]
type Active = StorageMap<FakeStaking, Twox64Concat, AccountId, Balance, frame_support::pallet_prelude::ValueQuery>;
/// By stash, what is unbonding: the era in which it is free, and the amount. Oldest first.
#[storage_alias]
type Chunks = StorageMap<
    FakeStaking,
    Twox64Concat,
    AccountId,
    Vec<(EraIndex, Balance)>,
    frame_support::pallet_prelude::ValueQuery,
>;
/// By stash; of the stash that asks first where the test did not name one.
#[storage_alias]
type Earned = StorageMap<FakeStaking, Twox64Concat, (EraIndex, Option<AccountId>), Balance>;
/// By stash; of every stash where the test did not name one.
#[storage_alias]
type Pending =
    StorageMap<FakeStaking, Twox64Concat, Option<AccountId>, Balance, frame_support::pallet_prelude::ValueQuery>;
#[storage_alias]
type Validators =
    StorageValue<FakeStaking, Vec<(AccountId, Perbill, u32, Balance, bool)>, frame_support::pallet_prelude::ValueQuery>;
#[storage_alias]
type YearlyReward = StorageValue<FakeStaking, FixedU128, frame_support::pallet_prelude::ValueQuery>;
/// By stash, and the last nomination of all.
#[storage_alias]
type Nominated =
    StorageMap<FakeStaking, Twox64Concat, Option<AccountId>, Vec<AccountId>, frame_support::pallet_prelude::ValueQuery>;
#[storage_alias]
type Broken = StorageValue<FakeStaking, bool, frame_support::pallet_prelude::ValueQuery>;

/// A staking system.
///
/// What is bonded stays on the stash's account of `Currency`; rewards are minted onto it and slashes burned from it.
/// `Listener` is told of slashes and eras.
pub struct FakeStaking<Currency, Listener>(PhantomData<(Currency, Listener)>);

impl<Currency, Listener> FakeStaking<Currency, Listener>
where
    Currency: Mutate<AccountId, Balance = Balance>,
    Listener: OnSlash<AccountId> + OnEra,
{
    /// Eras from unbonding to withdrawal.
    pub const BONDING_ERAS: EraIndex = 2;
    /// Milliseconds of an era.
    pub const ERA_LENGTH: Moment = 60_000;

    /// Ends the active era.
    pub fn next_era() {
        Era::mutate(|era| *era += 1);
        Progress::kill();
        Listener::on_era();
    }

    /// Sets how far the active era has gone.
    pub fn set_progress(progress: Perbill) {
        Progress::put(progress);
    }

    /// The only stash earns `amount` in the active era; paid once the era has ended.
    pub fn earn(amount: Balance) {
        Self::earn_in(None, amount);
    }

    /// `stash` earns `amount` in the active era; paid once the era has ended.
    pub fn earn_for(stash: AccountId, amount: Balance) {
        Self::earn_in(Some(stash), amount);
    }

    fn earn_in(stash: Option<AccountId>, amount: Balance) {
        Earned::mutate((Era::get(), stash), |earned| {
            *earned = Some(earned.unwrap_or_default() + amount)
        });
    }

    /// Takes `amount` from the stake of `stash`, what is active first. Returns what was there to take.
    pub fn slash(stash: AccountId, amount: Balance) -> Balance {
        let amount = amount.min(Self::stake(&stash).total);
        let from_active = amount.min(Active::get(stash));
        Active::mutate(stash, |active| *active -= from_active);
        let mut rest = amount - from_active;
        Chunks::mutate(stash, |chunks| {
            for (_, chunk) in chunks.iter_mut() {
                let part = rest.min(*chunk);
                *chunk -= part;
                rest -= part;
            }
            chunks.retain(|(_, chunk)| *chunk > 0);
        });
        Currency::burn_from(&stash, amount, Preserve, Exact, Force).expect("the stash holds what it staked");
        Listener::on_slash(&stash, amount);
        amount
    }

    /// Reports a slash of `amount` of the only stash that is not applied.
    pub fn report_slash(amount: Balance) {
        Pending::insert(None::<AccountId>, amount);
    }

    /// Reports a slash of `amount` of `stash` that is not applied.
    pub fn report_slash_of(stash: AccountId, amount: Balance) {
        Pending::insert(Some(stash), amount);
    }

    /// Offers these validators.
    pub fn set_candidates(candidates: Vec<Candidate<AccountId>>) {
        Validators::put(
            candidates
                .into_iter()
                .map(|c| (c.account, c.commission, c.points, c.exposure, c.blocked))
                .collect::<Vec<_>>(),
        );
    }

    /// Sets what a staked planck earns a year.
    pub fn set_yearly_reward(rate: FixedU128) {
        YearlyReward::put(rate);
    }

    /// What the only stash nominates.
    pub fn nominated() -> Vec<AccountId> {
        Nominated::get(None::<AccountId>)
    }

    /// What `stash` nominates.
    pub fn nominated_by(stash: AccountId) -> Vec<AccountId> {
        Nominated::get(Some(stash))
    }

    /// Makes every change of the bond fail.
    pub fn set_broken(broken: bool) {
        Broken::put(broken);
    }

    fn ensure_works() -> DispatchResult {
        ensure!(!Broken::get(), DispatchError::Other("the fake is broken"));
        Ok(())
    }
}

impl<Currency, Listener> StakingBackend<AccountId> for FakeStaking<Currency, Listener>
where
    Currency: Mutate<AccountId, Balance = Balance>,
    Listener: OnSlash<AccountId> + OnEra,
{
    fn active_era() -> EraIndex {
        Era::get()
    }

    fn era_progress() -> Perbill {
        Progress::get()
    }

    fn era_length() -> Moment {
        Self::ERA_LENGTH
    }

    fn bonding_eras() -> EraIndex {
        Self::BONDING_ERAS
    }

    fn min_nominator_bond() -> Balance {
        1
    }

    fn stake(stash: &AccountId) -> Stake {
        let active = Active::get(stash);
        let unbonding: Balance = Chunks::get(stash).iter().map(|(_, amount)| amount).sum();
        Stake {
            total: active + unbonding,
            active,
        }
    }

    fn pending_slash(stash: &AccountId) -> Balance {
        Pending::get(None::<AccountId>) + Pending::get(Some(*stash))
    }

    fn bond(stash: &AccountId, amount: Balance) -> DispatchResult {
        Self::ensure_works()?;
        let staked = Self::stake(stash).total;
        ensure!(
            Currency::balance(stash) >= staked + amount,
            DispatchError::Other("nothing to bond")
        );
        Active::mutate(stash, |active| *active += amount);
        Ok(())
    }

    fn unbond(stash: &AccountId, amount: Balance) -> DispatchResult {
        Self::ensure_works()?;
        ensure!(amount <= Active::get(stash), DispatchError::Other("not active"));
        Active::mutate(stash, |active| *active -= amount);
        let free = Era::get() + Self::BONDING_ERAS;
        Chunks::mutate(stash, |chunks| match chunks.last_mut() {
            Some((era, chunk)) if *era == free => *chunk += amount,
            _ => chunks.push((free, amount)),
        });
        Ok(())
    }

    fn rebond(stash: &AccountId, amount: Balance) -> DispatchResult {
        Self::ensure_works()?;
        Chunks::try_mutate(stash, |chunks| {
            let mut rest = amount;
            while rest > 0 {
                let (_, chunk) = chunks.last_mut().ok_or(DispatchError::Other("nothing unbonds"))?;
                let part = rest.min(*chunk);
                *chunk -= part;
                rest -= part;
                if *chunk == 0 {
                    chunks.pop();
                }
            }
            Active::mutate(stash, |active| *active += amount);
            Ok(())
        })
    }

    fn withdraw(stash: &AccountId) -> Result<Balance, DispatchError> {
        let now = Era::get();
        Ok(Chunks::mutate(stash, |chunks| {
            let free = chunks
                .iter()
                .filter(|(era, _)| *era <= now)
                .map(|(_, amount)| amount)
                .sum();
            chunks.retain(|(era, _)| *era > now);
            free
        }))
    }

    fn payout_step(stash: &AccountId, era: EraIndex, _: u32) -> Result<Option<u32>, DispatchError> {
        ensure!(era < Era::get(), DispatchError::Other("the era has not ended"));
        let rewards = [None, Some(*stash)].map(|of| Earned::take((era, of)));
        for reward in rewards.into_iter().flatten() {
            Currency::mint_into(stash, reward)?;
            Active::mutate(stash, |active| *active += reward);
        }
        Ok(None)
    }

    fn commission(validator: &AccountId) -> Option<Perbill> {
        Validators::get()
            .into_iter()
            .find(|(account, ..)| account == validator)
            .map(|(_, commission, ..)| commission)
    }

    fn yearly_reward() -> FixedU128 {
        YearlyReward::get()
    }

    fn candidates(max: u32) -> Vec<Candidate<AccountId>> {
        Validators::get()
            .into_iter()
            .take(usize::try_from(max).expect("fits"))
            .map(|(account, commission, points, exposure, blocked)| Candidate {
                account,
                commission,
                points,
                exposure,
                blocked,
            })
            .collect()
    }

    fn nominate(stash: &AccountId, targets: Vec<AccountId>) -> DispatchResult {
        Self::ensure_works()?;
        Nominated::insert(Some(*stash), targets.clone());
        Nominated::insert(None::<AccountId>, targets);
        Ok(())
    }

    fn weight(_: BackendCall) -> Weight {
        Weight::from_parts(1_000_000, 1_000)
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn benchmark_reward(stash: &AccountId, amount: Balance) {
        Self::earn_for(*stash, amount);
        Self::next_era();
    }
}
