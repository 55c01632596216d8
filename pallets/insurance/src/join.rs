// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Members come.

use crate::{
    books::{add, count},
    types::*,
    *,
};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_join(who: T::AccountId, amount: Balance, min_shares: Balance) -> DispatchResult {
        ensure!(amount >= T::MinJoin::get(), Error::<T>::BelowMinimum);
        let mut books = Self::books_today()?;
        if Self::is_wiped_out(&books) {
            books.round = count::<T>(books.round)?;
            books.shares = 0;
            Self::deposit_event(Event::RoundStarted { round: books.round });
        }
        let shares = Self::shares_for(&books, amount)?;
        ensure!(shares >= min_shares.max(1), Error::<T>::TooFewShares);

        let mut member = Self::member_of(&books, &who);
        add::<T>(&mut member.shares, shares)?;
        add::<T>(&mut books.shares, shares)?;
        add::<T>(&mut books.joined, amount)?;
        add::<T>(&mut books.capital, amount)?;
        Members::<T>::insert(&who, member);
        Pool::<T>::put(books);
        Self::deposit_event(Event::Joined {
            who: who.clone(),
            amount,
            shares,
        });
        Self::receive(&who, amount)
    }

    /// A share is worth less than a billionth of what the first was: one of a millionth of a planck.
    ///
    /// The share of the next member would be so large a number that after a few such losses none would fit.
    fn is_wiped_out(books: &Books) -> bool {
        let worth = books.capital.saturating_add(books.claims).saturating_add(1);
        worth.saturating_mul(VIRTUAL_SHARES).saturating_mul(LEAST_PART) < books.shares.saturating_add(VIRTUAL_SHARES)
    }

    /// What an account has in this round: nothing if it is no member.
    pub(crate) fn member_of(books: &Books, who: &T::AccountId) -> Membership {
        Members::<T>::get(who)
            .filter(|member| member.round == books.round)
            .unwrap_or(Membership {
                round: books.round,
                shares: 0,
                notice: None,
            })
    }
}
