// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The price of the expiry: fixed once, replaced at most once, then never again.

use crate::{types::*, *};
use finch_types::{Coin, FixedU128, OptionId};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};
use sp_runtime::traits::One;

impl<T: Config> Pallet<T> {
    /// From when on the price does not change.
    pub(crate) fn final_at(fixing: &Fixing) -> Moment {
        fixing.at.saturating_add(T::LockPeriod::get())
    }

    pub(crate) fn do_fix_price(id: OptionId) -> DispatchResult {
        let series = Self::load_over(id)?;
        ensure!(series.fixing.is_none(), Error::<T>::AlreadyFixed);
        let now = Self::now();
        let last_call = T::PriceTimeout::get()
            .saturating_mul(2)
            .saturating_add(series.terms.expiry);
        let (prices, source) = match (Self::fresh_prices(&series.terms), series.reference) {
            (Ok(prices), _) => (prices, Source::Feed),
            // No feed may lock the money of a series for ever.
            (Err(_), Some(reference)) if now >= last_call => (reference, Source::Reference),
            (Err(error), _) => return Err(error.into()),
        };
        Self::fix(id, series, prices, source, now)
    }

    pub(crate) fn do_dispute(id: OptionId, prices: Prices) -> DispatchResult {
        let series = Self::load_over(id)?;
        Self::check_prices(&series.terms, &prices)?;
        let now = Self::now();
        let at = match &series.fixing {
            Some(fixing) => {
                ensure!(
                    fixing.source != Source::Governance && now < Self::final_at(fixing),
                    Error::<T>::PriceFinal
                );
                // The lock period is not a second one.
                fixing.at
            }
            None => {
                let timeout = series.terms.expiry.saturating_add(T::PriceTimeout::get());
                ensure!(now >= timeout, Error::<T>::FeedHasTime);
                now
            }
        };
        Self::fix(id, series, prices, Source::Governance, at)
    }

    /// A margined series whose expiry has passed.
    fn load_over(id: OptionId) -> Result<SeriesOf<T>, Error<T>> {
        let series = Self::load(id)?;
        ensure!(series.terms.style == Style::European, Error::NotMargined);
        ensure!(Self::now() >= series.terms.expiry, Error::NotExpired);
        Ok(series)
    }

    fn fix(id: OptionId, mut series: SeriesOf<T>, prices: Prices, source: Source, at: Moment) -> DispatchResult {
        let fixing = Fixing { prices, at, source };
        series.fixing = Some(fixing);
        Self::plan(id, &mut series, Self::now());
        AllSeries::<T>::insert(id, series);
        Self::deposit_event(Event::PriceFixed {
            series: id,
            prices,
            source,
            final_at: Self::final_at(&fixing),
        });
        Ok(())
    }

    fn check_prices(terms: &Terms, prices: &Prices) -> Result<(), Error<T>> {
        let said: [(Coin, FixedU128); 3] = [
            (terms.underlying, prices.underlying),
            (terms.strike_asset, prices.strike_asset),
            (terms.collateral, prices.collateral),
        ];
        for (coin, price) in said {
            let same = said.iter().all(|(other, its)| *other != coin || *its == price);
            let native = coin != Coin::Native || price == FixedU128::one();
            ensure!(price.into_inner() > 0 && same && native, Error::BadPrice);
        }
        Ok(())
    }
}
