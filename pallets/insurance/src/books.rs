// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What all verbs share: the account, sums, the end of days, and what is known of losses.

use crate::{types::*, *};
use finch_math::{cover, mul_div, MathError, Round};
use finch_ports::{Alarm, KnownLosses, Risk};
use finch_types::Moment;
use frame_support::{
    ensure,
    pallet_prelude::{DispatchError, DispatchResult},
    traits::{
        fungible::{Inspect, InspectHold, Mutate, MutateHold, Unbalanced, UnbalancedHold},
        tokens::{Fortitude::Polite, Precision::Exact, Preservation::Preserve, Provenance::Extant},
        Get, Time,
    },
    weights::Weight,
};
use sp_arithmetic::Permill;
use sp_runtime::traits::{AccountIdConversion, Zero};

impl<T: Config> From<MathError> for Error<T> {
    fn from(error: MathError) -> Self {
        match error {
            MathError::Overflow => Error::Overflow,
            MathError::DivisionByZero | MathError::OutOfDomain => Error::Corrupted,
        }
    }
}

/// `sum + more`, or the error `Overflow`.
pub(crate) fn add<T: Config>(sum: &mut Balance, more: Balance) -> Result<(), Error<T>> {
    *sum = sum.checked_add(more).ok_or(Error::Overflow)?;
    Ok(())
}

/// `sum - less`; below zero the books are wrong.
pub(crate) fn sub<T: Config>(sum: &mut Balance, less: Balance) -> Result<(), Error<T>> {
    *sum = sum.checked_sub(less).ok_or(Error::Corrupted)?;
    Ok(())
}

/// One more.
pub(crate) fn count<T: Config>(number: u32) -> Result<u32, Error<T>> {
    number.checked_add(1).ok_or(Error::Overflow)
}

/// When a day begins.
pub(crate) fn begin(day: Day) -> Moment {
    // Less than 2^32 * 2^27.
    u64::from(day).saturating_mul(cover::DAY)
}

impl<T: Config> Pallet<T> {
    /// The account without a key in which capital, premiums and reserves lie.
    pub fn account_id() -> T::AccountId {
        T::PalletId::get().into_account_truncating()
    }

    /// What no runtime may be built with.
    pub(crate) fn check_constants() {
        assert!(T::FeePart::get() < Permill::one(), "FeePart must be below 1");
        assert!(!T::Gearing::get().is_zero(), "Gearing must be above 0");
        assert!(T::MinJoin::get() > 0, "MinJoin must be above 0");
        assert!(T::MinCover::get() > 0, "MinCover must be above 0");
        assert!(T::MinStake::get() > 0, "MinStake must be above 0");
        let sensible = 1..=MAX_PERIOD;
        assert!(
            sensible.contains(&T::WithdrawalWindow::get()),
            "WithdrawalWindow must be above 0 and at most 30 days"
        );
        assert!(
            sensible.contains(&T::VotePeriod::get()),
            "VotePeriod must be above 0 and at most 30 days"
        );
        assert!(
            sensible.contains(&T::CoolDown::get()),
            "CoolDown must be above 0 and at most 30 days"
        );
        assert!((1..=MAX_DAYS).contains(&T::MinDays::get()), "MinDays must be 1 to 365");
    }

    /// The day of the clock.
    pub(crate) fn today() -> Day {
        T::Time::now()
            .checked_div(cover::DAY)
            .and_then(|day| Day::try_from(day).ok())
            .unwrap_or(Day::MAX)
    }

    /// Ends the days that are over, at most `limit` of them. Whether all are.
    pub(crate) fn end_days(books: &mut Books, limit: u32) -> Result<bool, Error<T>> {
        let today = Self::today();
        for _ in 0..limit {
            if books.day >= today {
                return Ok(true);
            }
            // Premium of a cover is unearned until its last day has ended. Without any no day changes anything.
            if books.unearned().ok_or(Error::Corrupted)? == 0 {
                books.day = today;
                return Ok(true);
            }
            Self::end_day(books)?;
        }
        Ok(books.day >= today || books.unearned() == Some(0))
    }

    /// Changes what there is to do; without anything nothing is stored.
    pub(crate) fn reschedule(change: impl FnOnce(&mut Plan)) {
        Schedule::<T>::mutate_exists(|stored| {
            let mut plan = stored.unwrap_or_default();
            change(&mut plan);
            *stored = (plan != Plan::default()).then_some(plan);
            T::Alarm::set(plan.next_look());
        });
    }

    /// Books what a day's end earns and what it ends. Its covers are removed by the sweep.
    pub(crate) fn end_day(books: &mut Books) -> Result<(), Error<T>> {
        books.day = count(books.day)?;
        let ending = Endings::<T>::take(books.day);
        let has_ended = ending.is_some();
        let ending = ending.unwrap_or_default();
        let earned = books.per_day.checked_add(ending.rest).ok_or(Error::Overflow)?;
        add(&mut books.earned, earned)?;
        add(&mut books.capital, earned)?;
        sub(&mut books.per_day, ending.per_day)?;
        for (id, amount) in ending.covers {
            let mut product = Products::<T>::get(id).ok_or(Error::Corrupted)?;
            sub(&mut product.active, amount)?;
            sub(&mut books.active, amount)?;
            Products::<T>::insert(id, product);
        }
        let next = books.next_day().ok_or(Error::Corrupted)?;
        Self::reschedule(|plan| {
            plan.day = next;
            if has_ended {
                plan.sweep = plan.sweep.due();
            }
        });
        Self::deposit_event(Event::DayEnded { day: books.day, earned });
        Ok(())
    }

    /// The books of today, for a call.
    pub(crate) fn books_today() -> Result<Books, Error<T>> {
        let mut books = Pool::<T>::get();
        let ended = Self::end_days(&mut books, CATCH_UP)?;
        ensure!(ended, Error::<T>::Behind);
        // Without premium to earn the day is not counted.
        books.day = books.day.max(Self::today());
        Ok(books)
    }

    /// What a call pays for the days that it may have to end.
    pub(crate) fn weight_today() -> Weight {
        T::WeightInfo::end_day().saturating_mul(u64::from(CATCH_UP))
    }

    /// Capital that `active` planck of cover ask for.
    pub(crate) fn requirement(active: Balance) -> Result<Balance, Error<T>> {
        Ok(cover::requirement_up(active, T::Gearing::get())?)
    }

    /// Shares for `amount` planck of whoever joins, rounded down.
    pub(crate) fn shares_for(books: &Books, amount: Balance) -> Result<Balance, Error<T>> {
        let worth = books
            .capital
            .checked_add(books.claims)
            .and_then(|worth| worth.checked_add(1))
            .ok_or(Error::Overflow)?;
        Ok(mul_div(amount, Self::all_shares(books)?, worth, Round::Down)?)
    }

    /// Planck for `shares` of whoever leaves, rounded down.
    pub(crate) fn value_of(books: &Books, shares: Balance) -> Result<Balance, Error<T>> {
        let capital = books.capital.checked_add(1).ok_or(Error::Overflow)?;
        let value = mul_div(shares, capital, Self::all_shares(books)?, Round::Down)?;
        // The virtual planck is nobody's.
        Ok(value.min(books.capital))
    }

    /// Shares that `amount` planck cost whoever leaves, rounded up.
    pub(crate) fn shares_of(books: &Books, amount: Balance) -> Result<Balance, Error<T>> {
        let capital = books.capital.checked_add(1).ok_or(Error::Overflow)?;
        Ok(mul_div(amount, Self::all_shares(books)?, capital, Round::Up)?)
    }

    /// With the virtual ones.
    pub(crate) fn all_shares(books: &Books) -> Result<Balance, Error<T>> {
        books.shares.checked_add(VIRTUAL_SHARES).ok_or(Error::Overflow)
    }

    /// Nothing is known of a loss that may come.
    pub(crate) fn ensure_unknown(risk: Risk) -> DispatchResult {
        ensure!(T::KnownLosses::pending(risk).is_zero(), Error::<T>::KnownLoss);
        Ok(())
    }

    /// Whether a loss is known of a risk that has active cover.
    pub(crate) fn any_known() -> bool {
        Risks::<T>::get().into_iter().any(|(risk, id)| {
            Products::<T>::get(id).is_some_and(|product| product.active > 0) && !T::KnownLosses::pending(risk).is_zero()
        })
    }

    /// Lowers the amount of a cover, and what its day will end, if it has not.
    pub(crate) fn lower_cover(
        books: &mut Books,
        product: &mut Product,
        cover: &mut Cover<T::AccountId>,
        amount: Balance,
    ) -> Result<(), Error<T>> {
        sub(&mut cover.amount, amount)?;
        if amount > 0 && cover.end > books.day {
            sub(&mut product.active, amount)?;
            sub(&mut books.active, amount)?;
            Endings::<T>::try_mutate(cover.end, |ending| {
                let ending = ending.as_mut().ok_or(Error::<T>::Corrupted)?;
                ending.take(cover.product, amount).ok_or(Error::Corrupted)
            })?;
        }
        Ok(())
    }

    /// Takes native of somebody whose account stays alive.
    pub(crate) fn receive(who: &T::AccountId, amount: Balance) -> DispatchResult {
        T::Currency::transfer(who, &Self::account_id(), amount, Preserve)?;
        Ok(())
    }

    /// Pays out of the account, which stays alive.
    pub(crate) fn pay(who: &T::AccountId, amount: Balance) -> DispatchResult {
        if amount > 0 {
            T::Currency::transfer(&Self::account_id(), who, amount, Preserve)?;
        }
        Ok(())
    }

    /// What of `amount` the account of `who` can take: all of it, or nothing if it does not exist and would have less than
    /// it needs to.
    pub(crate) fn payable(who: &T::AccountId, amount: Balance) -> Balance {
        match T::Currency::can_deposit(who, amount, Extant).into_result() {
            Ok(()) => amount,
            Err(_) => 0,
        }
    }

    /// Puts `amount` on hold.
    ///
    /// `MutateHold::hold` forces: it takes money that is locked, and that keeps the account alive. This takes the same steps
    /// and is polite. A lock counts all money on hold as its own; so at the end, what is left beside the hold has to satisfy
    /// it, or a forfeited deposit would spend what is locked now.
    pub(crate) fn hold(reason: HoldReason, who: &T::AccountId, amount: Balance) -> DispatchResult {
        let reason: <T as Config>::RuntimeHoldReason = reason.into();
        T::Currency::decrease_balance(who, amount, Exact, Preserve, Polite)?;
        T::Currency::increase_balance_on_hold(&reason, who, amount, Exact)?;
        T::Currency::done_hold(&reason, who, amount);
        let payable = T::Currency::reducible_total_balance_on_hold(who, Polite);
        ensure!(
            payable >= T::Currency::balance_on_hold(&reason, who),
            DispatchError::Token(sp_runtime::TokenError::Frozen)
        );
        Ok(())
    }
}
