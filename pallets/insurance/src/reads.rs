// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The reads behind the runtime API. They change nothing and cost whatever a node spends on them.

use crate::{types::*, *};
use alloc::vec::Vec;
use finch_math::{cover::part_of, Round};
use frame_support::{
    ensure,
    storage::{with_transaction, TransactionOutcome},
    traits::{Get, Time},
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
    /// What `buy_cover(product, amount, days)` would cost now, or its error.
    pub fn cover_quote(id: ProductId, amount: Balance, days: u32) -> Result<Quote, DispatchError> {
        Self::undone(|| {
            let books = Self::books_today()?;
            let product = Products::<T>::get(id).ok_or(Error::<T>::NoProduct)?;
            let quote = Self::quote(&books, &product, amount, days, T::Time::now())?;
            Self::ensure_sold(&product)?;
            Ok(quote)
        })
    }

    /// How much of a product is sold and can be bought; `None` if there is no such product.
    pub fn capacity(id: ProductId) -> Option<Capacity> {
        let read = || {
            let books = Self::books_ended();
            let product = Products::<T>::get(id).ok_or(Error::<T>::NoProduct)?;
            let total = product.capacity.mul_floor(books.capital);
            let by_product = total.saturating_sub(product.active);
            // What capital times gearing leaves.
            let by_capital = part_of(books.capital, T::Gearing::get(), Round::Down)
                .unwrap_or(Balance::MAX)
                .saturating_sub(books.active);
            let available = match Self::ensure_sold(&product) {
                Ok(()) => by_product.min(by_capital),
                Err(_) => 0,
            };
            Ok(Capacity {
                total,
                active: product.active,
                available,
                rate: Self::rate_at(&product, T::Time::now()),
            })
        };
        Self::undone(read).ok()
    }

    /// All products with their numbers.
    pub fn products() -> Vec<(ProductId, Product)> {
        Products::<T>::iter().collect()
    }

    /// The sums of the pool, as if the last day's end had been booked.
    pub fn pool_status() -> PoolStatus {
        let read = || {
            let books = Self::books_ended();
            let requirement = Self::requirement(books.active).unwrap_or(Balance::MAX);
            Ok(PoolStatus {
                books,
                unearned: books.unearned().unwrap_or_default(),
                requirement,
                free: books.capital.saturating_sub(requirement),
                known_loss: Self::any_known(),
                sweeping: Schedule::<T>::get().sweep != Sweep::Idle,
            })
        };
        Self::undone(read).unwrap_or(PoolStatus {
            books: Pool::<T>::get(),
            unearned: 0,
            requirement: 0,
            free: 0,
            known_loss: false,
            sweeping: false,
        })
    }

    /// What an account has in the pool; `None` if it is no member of this round.
    pub fn member(who: T::AccountId) -> Option<MemberInfo> {
        let read = || {
            let books = Self::books_ended();
            let member = Self::member_of(&books, &who);
            ensure!(member.shares > 0, Error::<T>::NotMember);
            let withdrawable = Self::leave(&books, &member, T::Time::now())
                .map_err(DispatchError::from)
                .and_then(|leave| {
                    ensure!(!Self::any_known(), Error::<T>::KnownLoss);
                    Ok(leave.amount)
                });
            Ok(MemberInfo {
                shares: member.shares,
                value: Self::value_of(&books, member.shares)?,
                notice: member.notice,
                withdrawable,
            })
        };
        Self::undone(read).ok()
    }

    /// The covers of an account and what they are owed.
    pub fn covers(who: T::AccountId) -> Vec<CoverInfo<T::AccountId>> {
        Covers::<T>::iter()
            .filter(|(_, cover)| cover.owner == who)
            .map(|(id, cover)| CoverInfo {
                id,
                due: Self::due(&cover),
                cover,
            })
            .collect()
    }

    /// What all booked losses owe a cover, one after the other.
    fn due(cover: &Cover<T::AccountId>) -> Balance {
        let events = Products::<T>::get(cover.product).map_or(0, |product| product.events);
        let mut left = cover.clone();
        for event in cover.seen..events {
            let owed = Events::<T>::get(cover.product, event)
                .and_then(|event| Self::owed(&left, &event).ok())
                .unwrap_or_default();
            left.amount = left.amount.saturating_sub(owed);
        }
        cover.amount.saturating_sub(left.amount)
    }

    /// The claims of an account.
    pub fn claims(who: T::AccountId) -> Vec<ClaimInfo<T::AccountId>> {
        Claims::<T>::iter()
            .filter(|(_, claim)| claim.owner == who)
            .map(|(id, claim)| ClaimInfo {
                id,
                vote_end: Self::vote_end(&claim),
                final_from: Self::final_from(&claim),
                claim,
            })
            .collect()
    }

    /// The stake of an account.
    pub fn assessor(who: T::AccountId) -> Assessor {
        Assessors::<T>::get(who).unwrap_or_default()
    }

    /// The books after all days that are over, however many.
    fn books_ended() -> Books {
        let mut books = Pool::<T>::get();
        let _ = Self::end_days(&mut books, u32::MAX);
        books
    }

    /// Reads after days have ended, and undoes that.
    fn undone<R>(read: impl FnOnce() -> Result<R, DispatchError>) -> Result<R, DispatchError> {
        let mut answer = None;
        let _ = with_transaction(|| {
            answer = Some(read());
            TransactionOutcome::Rollback(Ok::<(), DispatchError>(()))
        });
        answer.unwrap_or(Err(Error::<T>::Corrupted.into()))
    }
}
