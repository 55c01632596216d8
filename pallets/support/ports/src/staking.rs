// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use finch_types::{Balance, EraIndex, FixedU128, Moment, Perbill};
use frame_support::{pallet_prelude::DispatchResult, weights::Weight};
use sp_runtime::DispatchError;

extern crate alloc;
use alloc::vec::Vec;

/// What a stash has at stake, in planck.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stake {
    /// Everything that is bonded or unbonding. Grows by a paid reward, falls by an applied slash or a withdrawal.
    pub total: Balance,
    /// The part that earns: `total` less what is unbonding.
    pub active: Balance,
}

/// A validator that could be nominated, as the last ended era showed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate<AccountId> {
    /// The validator's stash.
    pub account: AccountId,
    /// The share of the reward that it keeps for itself.
    pub commission: Perbill,
    /// Era points of the last ended era.
    pub points: u32,
    /// Own and nominated stake behind it in that era, in planck.
    pub exposure: Balance,
    /// Takes no new nominators.
    pub blocked: bool,
}

/// The calls of [`StakingBackend`] that cost enough to be metered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackendCall {
    /// [`StakingBackend::payout_step`].
    PayoutStep,
    /// [`StakingBackend::withdraw`].
    Withdraw,
    /// [`StakingBackend::bond`], [`StakingBackend::unbond`] or [`StakingBackend::rebond`].
    Bond,
    /// [`StakingBackend::candidates`] and [`StakingBackend::nominate`] together.
    Nominate,
}

/// The staking system under a product: bonds a keyless stash, nominates with it, and pays its rewards into the bond.
///
/// Rewards must be added to [`Stake::total`] and must not be payable in any other way, so that the product can tell a
/// reward from a donation. Lengths are read at every use: governance and upgrades change them.
pub trait StakingBackend<AccountId> {
    /// The era that now earns. Rewards of every earlier era can be paid.
    fn active_era() -> EraIndex;

    /// How far the active era has gone, at most 100 %.
    fn era_progress() -> Perbill;

    /// The expected length of an era in milliseconds.
    fn era_length() -> Moment;

    /// Eras between unbonding and withdrawal.
    fn bonding_eras() -> EraIndex;

    /// The least bond that can nominate, in planck.
    fn min_nominator_bond() -> Balance;

    /// What `stash` has at stake; zero when it has none.
    fn stake(stash: &AccountId) -> Stake;

    /// Slashes of `stash` that are reported and not yet applied, in planck.
    fn pending_slash(stash: &AccountId) -> Balance;

    /// Bonds `amount` planck of the free balance of `stash`.
    fn bond(stash: &AccountId, amount: Balance) -> DispatchResult;

    /// Starts to unbond `amount` planck of the active stake.
    fn unbond(stash: &AccountId, amount: Balance) -> DispatchResult;

    /// Makes `amount` planck of what is unbonding active again, the latest first.
    fn rebond(stash: &AccountId, amount: Balance) -> DispatchResult;

    /// Frees what has finished unbonding and returns how much that was, in planck.
    fn withdraw(stash: &AccountId) -> Result<Balance, DispatchError>;

    /// Pays one page of rewards of `era` that concerns `stash`, from position `cursor` on (0 at first). Returns the
    /// position to go on from, or `None` when the era has no more.
    fn payout_step(stash: &AccountId, era: EraIndex, cursor: u32) -> Result<Option<u32>, DispatchError>;

    /// The share of the reward that `validator` keeps for itself; `None` if it is no validator.
    fn commission(validator: &AccountId) -> Option<Perbill>;

    /// What a staked planck earned in the last ended era, averaged over all stake, before commissions, as a simple rate a
    /// year: reward / stake * (year / era). Rounded down; zero before the first ended era.
    fn yearly_reward() -> FixedU128;

    /// Validators to choose from, at most `max`.
    fn candidates(max: u32) -> Vec<Candidate<AccountId>>;

    /// Nominates `targets` with the whole active stake.
    fn nominate(stash: &AccountId, targets: Vec<AccountId>) -> DispatchResult;

    /// The most that one such call can cost.
    fn weight(call: BackendCall) -> Weight;

    /// Makes `stash` earn `amount` planck at the next payout, as if an era had ended.
    #[cfg(feature = "runtime-benchmarks")]
    fn benchmark_reward(stash: &AccountId, amount: Balance);
}

/// Told of every slash when it is applied, never when it is only reported.
pub trait OnSlash<AccountId> {
    /// `stash` lost `amount` planck of what it had bonded or unbonding.
    fn on_slash(stash: &AccountId, amount: Balance);
}

/// Told when an era becomes the active one, so that nobody has to look in every block.
pub trait OnEra {
    /// [`StakingBackend::active_era`] has changed. Rewards of the era before can be paid from now on.
    fn on_era();
}

impl OnEra for () {
    fn on_era() {}
}
