// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Covers are bought and renewed.

use crate::{
    books::{add, begin, count},
    types::*,
    *,
};
use finch_math::cover::{self, bump_up, premium_up, rate_after, stream};
use finch_ports::{FeeSink, KnownLosses};
use finch_types::{CoverId, FeeSource, FixedU128, Moment};
use frame_support::{
    ensure,
    pallet_prelude::DispatchResult,
    traits::{
        fungible::Balanced,
        tokens::{Fortitude::Polite, Precision::Exact, Preservation::Preserve},
        Get, Imbalance, Time,
    },
    weights::Weight,
};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_buy_cover(
        who: T::AccountId,
        id: ProductId,
        amount: Balance,
        days: u32,
        max_premium: Balance,
    ) -> DispatchResult {
        let now = T::Time::now();
        let mut books = Self::books_today()?;
        let mut product = Products::<T>::get(id).ok_or(Error::<T>::NoProduct)?;
        let quote = Self::quote(&books, &product, amount, days, now)?;
        ensure!(quote.premium <= max_premium, Error::<T>::Overpriced);
        Self::ensure_sold(&product)?;

        let cover_id = NextCover::<T>::get();
        NextCover::<T>::put(count::<T>(cover_id)?);
        let cover = Cover {
            owner: who.clone(),
            product: id,
            amount,
            end: quote.end,
            seen: product.events,
            claim: None,
        };
        product.rate = quote.rate_after;
        product.rate_at = now;
        product.covers = count::<T>(product.covers)?;
        add::<T>(&mut product.active, amount)?;
        add::<T>(&mut books.active, amount)?;
        Self::add_ending(quote.end, id, amount)?;
        Self::add_premium(&mut books, &quote)?;
        Covers::<T>::insert(cover_id, cover);
        Products::<T>::insert(id, product);
        Pool::<T>::put(books);
        Self::deposit_event(Event::CoverBought {
            who: who.clone(),
            cover: cover_id,
            product: id,
            amount,
            end: begin(quote.end),
            premium: quote.premium,
            fee: quote.fee,
            rate: quote.rate_after,
        });
        Self::take_premium(&who, &quote)
    }

    pub(crate) fn do_renew_cover(
        who: T::AccountId,
        cover_id: CoverId,
        days: u32,
        max_premium: Balance,
    ) -> DispatchResult {
        ensure!((T::MinDays::get()..=MAX_DAYS).contains(&days), Error::<T>::BadPeriod);
        let now = T::Time::now();
        let mut books = Self::books_today()?;
        let mut cover = Covers::<T>::get(cover_id).ok_or(Error::<T>::NoCover)?;
        ensure!(cover.owner == who, Error::<T>::NotOwner);
        let product = Products::<T>::get(cover.product).ok_or(Error::<T>::Corrupted)?;
        let left = begin(cover.end).saturating_sub(now);
        ensure!(left > 0, Error::<T>::CoverOver);
        ensure!(left <= RENEWAL_WINDOW, Error::<T>::TooEarlyToRenew);
        // Else the premium would be for what a booked loss has taken.
        ensure!(cover.seen == product.events, Error::<T>::LossNotPaid);
        ensure!(cover.amount > 0, Error::<T>::UsedUp);
        ensure!(
            Self::requirement(books.active)? <= books.capital,
            Error::<T>::CapitalNeeded
        );
        let end = cover.end.checked_add(days).ok_or(Error::<T>::Overflow)?;
        let rate = Self::rate_at(&product, now);
        let quote = Self::priced(cover.amount, rate, rate, begin(days), end)?;
        ensure!(quote.premium <= max_premium, Error::<T>::Overpriced);
        Self::ensure_sold(&product)?;

        Endings::<T>::try_mutate(cover.end, |ending| {
            let ending = ending.as_mut().ok_or(Error::<T>::Corrupted)?;
            ending.take(cover.product, cover.amount).ok_or(Error::Corrupted)
        })?;
        Self::add_ending(end, cover.product, cover.amount)?;
        Self::add_premium(&mut books, &quote)?;
        cover.end = end;
        Covers::<T>::insert(cover_id, cover);
        Pool::<T>::put(books);
        Self::deposit_event(Event::CoverRenewed {
            cover: cover_id,
            end: begin(end),
            premium: quote.premium,
            fee: quote.fee,
        });
        Self::take_premium(&who, &quote)
    }

    /// What a purchase costs, if there is capacity and capital for it.
    pub(crate) fn quote(
        books: &Books,
        product: &Product,
        amount: Balance,
        days: u32,
        now: Moment,
    ) -> Result<Quote, Error<T>> {
        ensure!((T::MinDays::get()..=MAX_DAYS).contains(&days), Error::<T>::BadPeriod);
        ensure!(amount >= T::MinCover::get(), Error::<T>::BelowMinimum);
        let total = product.capacity.mul_floor(books.capital);
        let after = product.active.checked_add(amount).ok_or(Error::Overflow)?;
        ensure!(after <= total, Error::<T>::SoldOut);
        let all = books.active.checked_add(amount).ok_or(Error::Overflow)?;
        ensure!(Self::requirement(all)? <= books.capital, Error::<T>::CapitalNeeded);

        // The end of the day in which the time ends.
        let end = now
            .checked_add(begin(days))
            .and_then(|end| Day::try_from(end.div_ceil(cover::DAY)).ok())
            .ok_or(Error::Overflow)?;
        let rate = Self::rate_at(product, now);
        let bump = bump_up(FULL_BUMP, amount, total)?;
        let rate_after = rate
            .into_inner()
            .checked_add(bump.into_inner())
            .map(FixedU128::from_inner)
            .ok_or(Error::Overflow)?;
        Self::priced(amount, rate, rate_after, begin(end).saturating_sub(now), end)
    }

    fn priced(
        amount: Balance,
        rate: FixedU128,
        rate_after: FixedU128,
        length: Moment,
        end: Day,
    ) -> Result<Quote, Error<T>> {
        let bump = FixedU128::from_inner(rate_after.into_inner().saturating_sub(rate.into_inner()));
        let premium = premium_up(amount, rate, bump, length)?;
        Ok(Quote {
            premium,
            fee: T::FeePart::get().mul_floor(premium),
            rate,
            rate_after,
            end,
        })
    }

    /// The rate of a product now, a year.
    pub(crate) fn rate_at(product: &Product, now: Moment) -> FixedU128 {
        let elapsed = now.saturating_sub(product.rate_at);
        rate_after(product.rate, product.target, FALL_A_DAY, elapsed)
    }

    /// It is open, and no loss of its risk is known.
    pub(crate) fn ensure_sold(product: &Product) -> DispatchResult {
        ensure!(product.sales == Sales::Open, Error::<T>::SalesClosed);
        match product.kind {
            Kind::Parametric(risk) => Self::ensure_unknown(risk),
            Kind::Voted => Ok(()),
        }
    }

    /// Cover will end.
    fn add_ending(end: Day, product: ProductId, amount: Balance) -> Result<(), Error<T>> {
        let mut ending = Endings::<T>::get(end).unwrap_or_default();
        ending.add(product, amount).ok_or(Error::Corrupted)?;
        Endings::<T>::insert(end, ending);
        Ok(())
    }

    /// Spreads a premium, less its fee, over the days from today to the end of the cover.
    fn add_premium(books: &mut Books, quote: &Quote) -> Result<(), Error<T>> {
        let net = quote.premium.checked_sub(quote.fee).ok_or(Error::Corrupted)?;
        let days = quote.end.checked_sub(books.day).ok_or(Error::Corrupted)?;
        let flow = stream(net, days)?;
        let mut ending = Endings::<T>::get(quote.end).unwrap_or_default();
        add(&mut ending.per_day, flow.per_day)?;
        add(&mut ending.rest, flow.rest)?;
        Endings::<T>::insert(quote.end, ending);
        add(&mut books.per_day, flow.per_day)?;
        add(&mut books.premiums, quote.premium)?;
        add(&mut books.fees, quote.fee)?;
        let next = books.next_day().ok_or(Error::Corrupted)?;
        Self::reschedule(|plan| plan.day = next);
        Ok(())
    }

    /// The fee goes to the sink, the rest to the account.
    fn take_premium(who: &T::AccountId, quote: &Quote) -> DispatchResult {
        let credit = T::Currency::withdraw(who, quote.premium, Exact, Preserve, Polite)?;
        let (fee, net) = credit.split(quote.fee);
        // The account has the existential deposit, so that it takes everything.
        T::Currency::resolve(&Self::account_id(), net).map_err(|_| Error::<T>::Corrupted)?;
        T::FeeSink::deposit(FeeSource::Cover, fee);
        Ok(())
    }

    /// What asking for a known loss adds to a sale.
    fn weight_sale() -> Weight {
        Self::weight_today().saturating_add(T::KnownLosses::weight_pending())
    }

    /// The most that `buy_cover` can cost.
    pub(crate) fn weight_buy() -> Weight {
        T::WeightInfo::buy_cover().saturating_add(Self::weight_sale())
    }

    /// The most that `renew_cover` can cost.
    pub(crate) fn weight_renew() -> Weight {
        T::WeightInfo::renew_cover().saturating_add(Self::weight_sale())
    }
}
