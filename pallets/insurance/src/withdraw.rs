// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Members leave: notice, and then as much as the covers do not need.

use crate::{
    books::{add, sub},
    types::*,
    *,
};
use finch_ports::KnownLosses;
use finch_types::Moment;
use frame_support::{
    ensure,
    pallet_prelude::DispatchResult,
    traits::{Get, Time},
    weights::Weight,
};

/// What a withdrawal comes to.
pub(crate) struct Leave {
    /// Planck to pay.
    pub amount: Balance,
    /// Shares that go for it.
    pub shares: Balance,
}

impl<T: Config> Pallet<T> {
    pub(crate) fn do_request_withdrawal(who: T::AccountId, shares: Balance) -> DispatchResult {
        let mut member = Self::member_of(&Pool::<T>::get(), &who);
        ensure!(member.shares > 0, Error::<T>::NotMember);
        ensure!(shares > 0 && shares <= member.shares, Error::<T>::NotEnoughShares);
        let from = T::Time::now()
            .checked_add(T::NoticePeriod::get())
            .ok_or(Error::<T>::Overflow)?;
        member.notice = Some(Notice { shares, from });
        Members::<T>::insert(&who, member);
        Self::deposit_event(Event::WithdrawalRequested { who, shares, from });
        Ok(())
    }

    pub(crate) fn do_cancel_withdrawal(who: T::AccountId) -> DispatchResult {
        let mut member = Self::member_of(&Pool::<T>::get(), &who);
        ensure!(member.notice.is_some(), Error::<T>::NoNotice);
        member.notice = None;
        Members::<T>::insert(&who, member);
        Self::deposit_event(Event::WithdrawalCancelled { who });
        Ok(())
    }

    pub(crate) fn do_withdraw(who: T::AccountId, min_amount: Balance) -> DispatchResult {
        let mut books = Self::books_today()?;
        let mut member = Self::member_of(&books, &who);
        let leave = Self::leave(&books, &member, T::Time::now())?;
        ensure!(leave.amount >= min_amount, Error::<T>::TooLittle);
        ensure!(!Self::any_known(), Error::<T>::KnownLoss);

        sub::<T>(&mut member.shares, leave.shares)?;
        member.notice = member.notice.and_then(|notice| {
            let shares = notice.shares.checked_sub(leave.shares).filter(|shares| *shares > 0)?;
            Some(Notice { shares, ..notice })
        });
        sub::<T>(&mut books.shares, leave.shares)?;
        sub::<T>(&mut books.capital, leave.amount)?;
        add::<T>(&mut books.withdrawn, leave.amount)?;
        if member.shares > 0 {
            Members::<T>::insert(&who, member);
        } else {
            Members::<T>::remove(&who);
        }
        Pool::<T>::put(books);
        Self::deposit_event(Event::Withdrawn {
            who: who.clone(),
            amount: leave.amount,
            shares: leave.shares,
        });
        Self::pay(&who, leave.amount)
    }

    /// All of a notice that is due, or as much of it as the requirement leaves.
    pub(crate) fn leave(books: &Books, member: &Membership, now: Moment) -> Result<Leave, Error<T>> {
        let notice = member.notice.ok_or(Error::NoNotice)?;
        ensure!(now >= notice.from, Error::<T>::NoticeRunning);
        let lapses = notice.from.saturating_add(T::WithdrawalWindow::get());
        ensure!(now < lapses, Error::<T>::NoticeLapsed);
        let value = Self::value_of(books, notice.shares)?;
        let free = books.capital.saturating_sub(Self::requirement(books.active)?);
        if value <= free {
            return Ok(Leave {
                amount: value,
                shares: notice.shares,
            });
        }
        ensure!(free > 0, Error::<T>::CapitalNeeded);
        Ok(Leave {
            amount: free,
            shares: Self::shares_of(books, free)?.min(notice.shares),
        })
    }

    /// The most that `withdraw` can cost.
    pub(crate) fn weight_withdraw() -> Weight {
        T::WeightInfo::withdraw()
            .saturating_add(Self::weight_today())
            .saturating_add(T::KnownLosses::weight_pending().saturating_mul(u64::from(MAX_PRODUCTS)))
    }
}
