// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Trades in the market, none of them worse than the oracle's price by more than the tolerance: whoever moves a pool
//! around a trade of ours gains no more than that.

use crate::*;
use finch_math::{buyback, mul_div, Round};
use finch_ports::Market;
use frame_support::{
    ensure,
    pallet_prelude::DispatchError,
    traits::{fungible::Balanced, Get, Imbalance},
};
use sp_runtime::{FixedPointNumber, TokenError};

impl<T: Config> Pallet<T> {
    /// The least planck for `units`: `units * price * (1 - tolerance)`, rounded up.
    pub(crate) fn least_native(units: Balance, price: FixedU128) -> Result<Balance, Error<T>> {
        Ok(buyback::min_out(units, price, None, T::Tolerance::get())?)
    }

    /// The least units for `native` planck: `native * (1 - tolerance) / price`, rounded up, at least one.
    pub(crate) fn least_units(native: Balance, price: FixedU128) -> Result<Balance, Error<T>> {
        let kept = FixedU128::DIV.saturating_sub(T::Tolerance::get().into_inner());
        Ok(mul_div(native, kept, price.into_inner(), Round::Up)?.max(1))
    }

    /// The most planck for `units`: `units * price * (1 + tolerance)`. Rounded up, as less than a planck cannot be paid.
    pub(crate) fn most_native(units: Balance, price: FixedU128) -> Result<Balance, Error<T>> {
        let fair = mul_div(units, price.into_inner(), FixedU128::DIV, Round::Up)?;
        let more = FixedU128::DIV.checked_add(T::Tolerance::get().into_inner());
        Ok(mul_div(fair, more.ok_or(Error::Overflow)?, FixedU128::DIV, Round::Up)?)
    }

    /// Sells `units` of `who`. Returns the planck received.
    pub(crate) fn sell_bounded(
        who: &T::AccountId,
        asset: AssetId,
        units: Balance,
        price: FixedU128,
    ) -> Result<Balance, DispatchError> {
        let least = Self::least_native(units, price)?;
        let quote = T::Market::quote_sell(asset, units).ok_or(Error::<T>::NoPool)?;
        ensure!(quote >= least, Error::<T>::OutOfBound);
        let credit = T::Market::sell(who, asset, units, least)?;
        let native = credit.peek();
        // Who gets less than the existential deposit into an account that does not exist gets nothing.
        T::Currency::resolve(who, credit).map_err(|_| TokenError::BelowMinimum)?;
        Ok(native)
    }

    /// Buys `units` for `who` with at most `budget` planck. Returns the planck paid.
    pub(crate) fn buy_bounded(
        who: &T::AccountId,
        asset: AssetId,
        units: Balance,
        price: FixedU128,
        budget: Balance,
    ) -> Result<Balance, DispatchError> {
        let most = Self::most_native(units, price)?;
        let quote = T::Market::quote_buy(asset, units).ok_or(Error::<T>::NoPool)?;
        // The market would refuse it too, and not say whose bound it was.
        ensure!(quote <= most, Error::<T>::OutOfBound);
        ensure!(quote <= budget, Error::<T>::Overpriced);
        T::Market::buy(who, asset, units, most.min(budget))
    }

    /// Spends `native` planck of `who`. Returns the units received.
    pub(crate) fn spend_bounded(
        who: &T::AccountId,
        asset: AssetId,
        native: Balance,
        price: FixedU128,
    ) -> Result<Balance, DispatchError> {
        T::Market::spend(who, asset, native, Self::least_units(native, price)?)
    }
}
