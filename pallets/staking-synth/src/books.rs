// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What all verbs share: the accounts, the prices, the money moves, the genesis.

use crate::{types::*, *};
use finch_math::{drip, shares, MathError};
use finch_ports::StakingBackend;
use finch_types::{Balance, FixedU128};
use frame_support::{
    ensure,
    pallet_prelude::DispatchResult,
    traits::{
        fungible::{Inspect, Mutate},
        fungibles::{Inspect as _, Mutate as _},
        tokens::{Fortitude::Polite, Precision::Exact, Preservation, Preservation::Preserve, WithdrawConsequence},
        Get,
    },
};
use sp_runtime::traits::AccountIdConversion;

impl<T: Config<I>, I: 'static> From<MathError> for Error<T, I> {
    fn from(error: MathError) -> Self {
        match error {
            MathError::Overflow => Error::Overflow,
            MathError::DivisionByZero => Error::NoBacking,
            MathError::OutOfDomain => Error::Corrupted,
        }
    }
}

/// `a + b`, or the error `Overflow`.
pub(crate) fn add<T: Config<I>, I: 'static>(a: Balance, b: Balance) -> Result<Balance, Error<T, I>> {
    a.checked_add(b).ok_or(Error::Overflow)
}

/// `a - b`; below zero the books are wrong.
pub(crate) fn sub<T: Config<I>, I: 'static>(a: Balance, b: Balance) -> Result<Balance, Error<T, I>> {
    a.checked_sub(b).ok_or(Error::Corrupted)
}

impl<T: Config<I>, I: 'static> Pallet<T, I> {
    /// Holds idle native, the buffer, settled native and the synth in escrow.
    pub fn pot() -> T::AccountId {
        T::PalletId::get().into_account_truncating()
    }

    /// Bonds and nominates. Nobody has its key.
    pub fn stash() -> T::AccountId {
        T::PalletId::get().into_sub_account_truncating("stash")
    }

    /// Native per synth, rounded down.
    pub fn rate() -> Result<FixedU128, Error<T, I>> {
        Self::rate_of(&Pool::<T, I>::get())
    }

    pub(crate) fn rate_of(pool: &Books) -> Result<FixedU128, Error<T, I>> {
        Ok(shares::rate_down(pool.backing, pool.issuance)?)
    }

    /// What `synth` is worth, rounded down.
    pub(crate) fn value_of(pool: &Books, synth: Balance) -> Result<Balance, Error<T, I>> {
        Ok(shares::to_assets_down(synth, pool.backing, pool.issuance)?)
    }

    /// The reward that holders have earned since the last accounting, as far as it can be told. An era releases no more
    /// than a rate step of what backs the synth now: many may have left since the last accounting.
    pub(crate) fn accrued(pool: &Books) -> Result<Balance, Error<T, I>> {
        let eras = T::Staking::active_era().saturating_sub(pool.accounted_era);
        let per_era = pool.reward_per_era.min(RATE_STEP.mul_floor(pool.backing));
        Ok(drip::accrued_up(per_era, eras, T::Staking::era_progress())?)
    }

    /// The synth for `amount` at the price of a mint: the backing and what has accrued. Rounded down.
    pub(crate) fn synth_for(pool: &Books, amount: Balance) -> Result<Balance, Error<T, I>> {
        ensure!(pool.backing > 0, Error::<T, I>::NoBacking);
        let price = add::<T, I>(pool.backing, Self::accrued(pool)?)?;
        Ok(shares::to_shares_down(amount, price, pool.issuance)?)
    }

    /// Mints and rebonds only while nothing stops them.
    pub(crate) fn ensure_entry(pool: &Books) -> Result<(), Error<T, I>> {
        match pool.entry {
            Entry::Open => Ok(()),
            Entry::Paused => Err(Error::MintsPaused),
            Entry::Halted => Err(Error::MintsHalted),
        }
    }

    /// Moves native and keeps the sender alive: pot and stash never fall below the existential deposit.
    pub(crate) fn pay(from: &T::AccountId, to: &T::AccountId, amount: Balance) -> DispatchResult {
        T::Currency::transfer(from, to, amount, Preserve).map(|_| ())
    }

    /// A holder gives all of its synth, or keeps enough for the account to live. What is left below that the assets
    /// pallet would take too, outside of the books: synth that is nobody's, or that is burned and still issued here.
    pub(crate) fn ensure_no_dust(who: &T::AccountId, synth: Balance) -> Result<(), Error<T, I>> {
        match T::Assets::can_withdraw(T::SynthAssetId::get(), who, synth) {
            WithdrawConsequence::Success | WithdrawConsequence::ReducedToZero(0) => Ok(()),
            _ => Err(Error::InsufficientBalance),
        }
    }

    /// Moves synth; a holder may give all of it.
    pub(crate) fn pay_synth(from: &T::AccountId, to: &T::AccountId, synth: Balance) -> DispatchResult {
        Self::ensure_no_dust(from, synth)?;
        T::Assets::transfer(T::SynthAssetId::get(), from, to, synth, Preservation::Expendable).map(|_| ())
    }

    pub(crate) fn mint_synth(to: &T::AccountId, synth: Balance) -> DispatchResult {
        T::Assets::mint_into(T::SynthAssetId::get(), to, synth).map(|_| ())
    }

    pub(crate) fn burn_synth(from: &T::AccountId, synth: Balance) -> DispatchResult {
        Self::ensure_no_dust(from, synth)?;
        T::Assets::burn_from(
            T::SynthAssetId::get(),
            from,
            synth,
            Preservation::Expendable,
            Exact,
            Polite,
        )
        .map(|_| ())
    }

    pub(crate) fn do_pause_mints() -> DispatchResult {
        Pool::<T, I>::try_mutate(|pool| {
            ensure!(pool.entry == Entry::Open, Error::<T, I>::AlreadyStopped);
            pool.entry = Entry::Paused;
            Self::deposit_event(Event::MintsStopped { entry: pool.entry });
            Ok(())
        })
    }

    pub(crate) fn do_resume_mints() -> DispatchResult {
        Pool::<T, I>::try_mutate(|pool| {
            ensure!(pool.entry != Entry::Open, Error::<T, I>::AlreadyOpen);
            pool.entry = Entry::Open;
            Self::deposit_event(Event::MintsResumed);
            Ok(())
        })
    }

    /// Genesis: the seed of synth in the pot with its backing, and the existential deposits. What the genesis of the
    /// staking system has bonded for the stash is a part of the seed and earns from the first era on.
    pub(crate) fn plant_seed(seed: Balance) -> DispatchResult {
        ensure!(seed >= T::MinDeposit::get(), Error::<T, I>::BelowMinDeposit);
        let staked = T::Staking::stake(&Self::stash()).total;
        let idle = sub::<T, I>(seed, staked)?;
        let alive = T::Currency::minimum_balance();
        T::Currency::mint_into(&Self::stash(), alive)?;
        T::Currency::mint_into(&Self::pot(), add::<T, I>(alive, idle)?)?;
        Self::mint_synth(&Self::pot(), seed)?;
        Pool::<T, I>::put(Books {
            backing: seed,
            staked,
            idle,
            issuance: seed,
            flows: Flows {
                deposited: seed,
                minted: seed,
                ..Default::default()
            },
            ..Default::default()
        });
        Ok(())
    }

    /// The synth of `who`.
    pub(crate) fn synth_balance(who: &T::AccountId) -> Balance {
        T::Assets::balance(T::SynthAssetId::get(), who)
    }

    /// Constants that would break a promise are refused when the runtime is built.
    #[allow(clippy::expect_used)]
    pub(crate) fn check_constants() {
        assert!(
            T::MinRedeem::get() >= T::Currency::minimum_balance(),
            "MinRedeem: a claim could not be paid"
        );
        assert!(T::MinDeposit::get() > 0, "MinDeposit: there would be no seed");
    }
}
