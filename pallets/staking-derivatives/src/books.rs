// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What all verbs share: the accounts and tokens, the faces, the projection, the money moves.

use crate::{types::*, *};
use finch_math::{mul_div, waterfall, MathError, Round};
use finch_ports::StakingBackend;
use finch_types::{AssetId, Balance, Moment, SeriesId, TrancheId, MILLISECS_PER_YEAR};
use frame_support::{
    ensure,
    pallet_prelude::DispatchResult,
    traits::{
        fungible::{Inspect, Mutate},
        fungibles::{Inspect as _, Mutate as _},
        tokens::{Fortitude::Polite, Precision::Exact, Preservation},
        Get, Time,
    },
};
use sp_runtime::{
    traits::{AccountIdConversion, CheckedAdd, One},
    FixedPointNumber, FixedU128, PerThing, Perbill,
};

/// A number for each tranche; zero or none for tranches that a series does not have.
pub(crate) type PerTranche<Item> = [Item; MAX_TRANCHES_USIZE];

/// [`MAX_TRANCHES`] as the length of an array.
const MAX_TRANCHES_USIZE: usize = 4;

impl<T: Config> From<MathError> for Error<T> {
    fn from(error: MathError) -> Self {
        match error {
            MathError::Overflow => Error::Overflow,
            MathError::DivisionByZero | MathError::OutOfDomain => Error::Corrupted,
        }
    }
}

/// `a + b`, or the error `Overflow`.
pub(crate) fn add<T: Config>(a: Balance, b: Balance) -> Result<Balance, Error<T>> {
    a.checked_add(b).ok_or(Error::Overflow)
}

/// `a - b`; below zero the books are wrong.
pub(crate) fn sub<T: Config>(a: Balance, b: Balance) -> Result<Balance, Error<T>> {
    a.checked_sub(b).ok_or(Error::Corrupted)
}

/// `floor(amount * ratio)`.
pub(crate) fn times<T: Config>(amount: Balance, ratio: FixedU128) -> Result<Balance, Error<T>> {
    Ok(mul_div(amount, ratio.into_inner(), FixedU128::DIV, Round::Down)?)
}

/// What a unit pays at maturity: `(1 + annual_rate)^years`, years by ACT/365, all rounded down.
pub(crate) fn factor<T: Config>(annual_rate: FixedU128, term: Moment) -> Result<FixedU128, Error<T>> {
    let growth = FixedU128::one().checked_add(&annual_rate).ok_or(Error::Overflow)?;
    let years = mul_div(term.into(), FixedU128::DIV, MILLISECS_PER_YEAR.into(), Round::Down)?;
    Ok(finch_math::fixed::pow(
        growth,
        FixedU128::from_inner(years),
        Round::Down,
    )?)
}

/// The fee on all that buyers have `paid`: `paid * rate * years`, rounded up against the issuer, never more than
/// `paid`.
pub(crate) fn fee_up<T: Config>(paid: Balance, rate: Perbill, term: Moment) -> Result<Balance, Error<T>> {
    let yearly = mul_div(
        paid,
        rate.deconstruct().into(),
        u128::from(Perbill::ACCURACY),
        Round::Up,
    )?;
    Ok(mul_div(yearly, term.into(), MILLISECS_PER_YEAR.into(), Round::Up)?.min(paid))
}

impl<AccountId> Series<AccountId> {
    /// The tranche of that number.
    pub(crate) fn tranche<T: Config>(&self, at: TrancheId) -> Result<&Tranche, Error<T>> {
        self.tranches.get(usize::from(at)).ok_or(Error::UnknownTranche)
    }

    /// The same, to change it.
    pub(crate) fn tranche_mut<T: Config>(&mut self, at: TrancheId) -> Result<&mut Tranche, Error<T>> {
        self.tranches.get_mut(usize::from(at)).ok_or(Error::UnknownTranche)
    }

    /// The token of a tranche.
    pub(crate) fn token<T: Config>(&self, at: TrancheId) -> Result<AssetId, Error<T>> {
        self.tranche::<T>(at)?;
        let first = self.first_token.ok_or(Error::Corrupted)?;
        first.checked_add(at.into()).ok_or(Error::Overflow)
    }

    /// What the units of each tranche are promised at maturity, rounded down.
    pub(crate) fn faces<T: Config>(&self) -> Result<PerTranche<Balance>, Error<T>> {
        let mut faces = [0; MAX_TRANCHES_USIZE];
        for (face, tranche) in faces.iter_mut().zip(self.tranches.iter()) {
            *face = times::<T>(tranche.claims().ok_or(Error::Overflow)?, tranche.factor)?;
        }
        Ok(faces)
    }

    /// Whether every auction is over and no token is out: nobody but the issuer has a claim.
    pub(crate) fn is_free(&self) -> bool {
        self.tranches
            .iter()
            .all(|tranche| tranche.sale == Sale::Finished && tranche.pending == 0 && tranche.outstanding == 0)
    }
}

impl<T: Config> Pallet<T> {
    /// The keyless account of a series: stakes the principal, holds its money, owns its tokens.
    pub fn vault(series: SeriesId) -> T::AccountId {
        T::PalletId::get().into_sub_account_truncating(series)
    }

    /// The series whose vault `account` would be.
    pub(crate) fn series_of_vault(account: &T::AccountId) -> Option<SeriesId> {
        let (pallet, series) = frame_support::PalletId::try_from_sub_account::<SeriesId>(account)?;
        (pallet == T::PalletId::get()).then_some(series)
    }

    pub(crate) fn load(id: SeriesId) -> Result<Series<T::AccountId>, Error<T>> {
        AllSeries::<T>::get(id).ok_or(Error::SeriesNotFound)
    }

    pub(crate) fn load_of(who: &T::AccountId, id: SeriesId) -> Result<Series<T::AccountId>, Error<T>> {
        let series = Self::load(id)?;
        ensure!(series.issuer == *who, Error::NotIssuer);
        Ok(series)
    }

    /// How long before maturity unbonding starts, in milliseconds.
    pub(crate) fn unbond_lead() -> Moment {
        let eras = T::Staking::bonding_eras().saturating_add(UNBOND_SLACK);
        Moment::from(eras).saturating_mul(T::Staking::era_length())
    }

    /// What `staked` planck should earn with `validator` in `time` milliseconds: simple interest at the reward that is
    /// measured now, after the commission, rounded down. Nothing with an account that validates no more.
    pub(crate) fn projected_reward(
        validator: &T::AccountId,
        staked: Balance,
        time: Moment,
    ) -> Result<Balance, Error<T>> {
        let Some(commission) = T::Staking::commission(validator) else {
            return Ok(0);
        };
        let rate = mul_div(
            T::Staking::yearly_reward().into_inner(),
            commission.left_from_one().deconstruct().into(),
            u128::from(Perbill::ACCURACY),
            Round::Down,
        )?;
        let yearly = times::<T>(staked, FixedU128::from_inner(rate))?;
        Ok(mul_div(yearly, time.into(), MILLISECS_PER_YEAR.into(), Round::Down)?)
    }

    /// For how long the stake of a series will still earn, in milliseconds: until unbonding starts.
    pub(crate) fn earning_time(series: &Series<T::AccountId>) -> Moment {
        if series.state.is_over() {
            return 0;
        }
        let left = match series.maturity {
            Some(maturity) => maturity.saturating_sub(T::Time::now()),
            None => series.terms.term,
        };
        left.saturating_sub(Self::unbond_lead())
    }

    /// What the vault should be worth at maturity, without the bond. Before the opening this is the principal and its
    /// reward.
    pub(crate) fn projected_value(series: &Series<T::AccountId>) -> Result<Balance, Error<T>> {
        let (staked, idle) = match series.state {
            State::Proposed | State::Verified => (series.principal, 0),
            State::Bidding | State::Cleared | State::Active | State::Matured | State::Defaulted | State::Cancelled => {
                (series.staked, series.idle)
            }
        };
        let reward = Self::projected_reward(&series.validator, staked, Self::earning_time(series))?;
        add::<T>(add::<T>(staked, idle)?, reward)
    }

    /// `(projected value - faces before it) / face` of each tranche.
    pub(crate) fn coverage(series: &Series<T::AccountId>) -> Result<PerTranche<Option<FixedU128>>, Error<T>> {
        Ok(waterfall::coverage(
            Self::projected_value(series)?,
            series.faces::<T>()?,
        )?)
    }

    /// The faces may not promise more than the principal and what its reward should be, less a margin.
    pub(crate) fn ensure_covered(series: &Series<T::AccountId>) -> Result<(), Error<T>> {
        let reward = Self::projected_reward(&series.validator, series.principal, Self::earning_time(series))?;
        let counted = sub::<T>(reward, REWARD_MARGIN.mul_ceil(reward))?;
        let most = add::<T>(series.principal, counted)?;
        let face = series
            .faces::<T>()?
            .iter()
            .try_fold(0u128, |sum, face| sum.checked_add(*face))
            .ok_or(Error::Overflow)?;
        ensure!(face <= most, Error::TooMuchFace);
        Ok(())
    }

    /// Moves native and keeps the sender alive: a vault never falls below the existential deposit.
    pub(crate) fn pay(from: &T::AccountId, to: &T::AccountId, amount: Balance) -> DispatchResult {
        if amount == 0 {
            return Ok(());
        }
        T::Currency::transfer(from, to, amount, Preservation::Preserve).map(|_| ())
    }

    /// Burns tokens of a holder, who may give all of them.
    pub(crate) fn burn(token: AssetId, who: &T::AccountId, units: Balance) -> DispatchResult {
        ensure!(units > 0, Error::<T>::AmountZero);
        let held = T::Assets::balance(token, who);
        ensure!(held > 0, Error::<T>::NothingToRedeem);
        ensure!(units <= held, Error::<T>::InsufficientTokens);
        T::Assets::burn_from(token, who, units, Preservation::Expendable, Exact, Polite)
            .map_err(|_| Error::<T>::InsufficientTokens)?;
        Ok(())
    }

    /// Free native of a vault that the books do not know, for checks: what is above `known` and the existential
    /// deposit.
    #[cfg(any(feature = "std", feature = "try-runtime"))]
    pub(crate) fn unbooked(vault: &T::AccountId, known: Balance) -> Result<Balance, Error<T>> {
        let needed = add::<T>(known, T::Currency::minimum_balance())?;
        sub::<T>(T::Currency::balance(vault), needed)
    }

    /// Constants that would break a promise are refused when the runtime is built.
    pub(crate) fn check_constants() {
        assert!(
            usize::try_from(MAX_TRANCHES) == Ok(MAX_TRANCHES_USIZE),
            "MAX_TRANCHES: two lengths"
        );
        assert!(
            T::MinPrincipal::get() >= T::Currency::minimum_balance().max(1),
            "MinPrincipal: it could not be staked"
        );
        assert!(
            T::MinPrincipal::get() <= PRINCIPAL_MAX,
            "MinPrincipal: nothing could be proposed"
        );
        assert!(
            0 < T::MinTerm::get() && T::MinTerm::get() <= T::MaxTerm::get(),
            "MinTerm: no term would do"
        );
        assert!(
            T::MaxTerm::get() <= TERM_MAX,
            "MaxTerm: the fee could exceed the proceeds"
        );
        assert!(
            T::FirstTokenId::get() < T::EndTokenId::get(),
            "FirstTokenId: no token fits"
        );
    }
}
