// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Shares go out of existence. No price, pool, auction or rebalance can stand in the way of `redeem`.

use crate::{
    books::{add, payable, price_in, sub},
    types::*,
    *,
};
use finch_math::{mul_div, Round};
use finch_ports::MoveAsset;
use frame_support::{
    ensure,
    pallet_prelude::{DispatchError, DispatchResult},
    storage::with_storage_layer,
    traits::{
        fungible::Mutate as _,
        fungibles::{Inspect as _, Mutate as _},
        tokens::{
            Fortitude::Polite,
            Precision::Exact,
            Preservation::{Expendable, Preserve},
        },
        Get,
    },
};

/// What a redemption gave.
impl<T: Config> Pallet<T> {
    /// Burns `shares` for a part of everything.
    ///
    /// Each item is a storage layer of its own: an asset that is frozen, or too little of it for an account that has
    /// none, must not lock up the others. So the books are written after the transfers, from what they did.
    pub(crate) fn do_redeem(who: &T::AccountId, shares: Balance) -> Result<Moved, DispatchError> {
        ensure!(shares > 0, Error::<T>::AmountZero);
        let mut basket = Holdings::<T>::get();
        let supply = basket.launched::<T>()?;
        let share = T::ShareAssetId::get();
        T::Assets::burn_from(share, who, shares, Expendable, Exact, Polite).map_err(|error| {
            if T::Assets::balance(share, who) < shares {
                Error::<T>::InsufficientShares.into()
            } else {
                error
            }
        })?;

        let account = Self::account_id();
        let mut given = InKind::default();
        let mut left = alloc::vec::Vec::new();
        for holding in basket.holdings.iter_mut() {
            let asset = holding.asset;
            let units = mul_div(shares, holding.units, supply, Round::Down).map_err(Error::<T>::from)?;
            if units == 0 {
                continue;
            }
            let item = Item { asset, units };
            let units = payable::<T>(asset, units, holding.units);
            if units > 0 && with_storage_layer(|| T::Mover::move_asset(asset, &account, who, units)).is_ok() {
                holding.units = sub::<T>(holding.units, units)?;
                holding.flows.redeemed = add::<T>(holding.flows.redeemed, units)?;
                given.items.push(Item { asset, units });
            } else {
                left.push(item);
            }
        }
        let cash = mul_div(shares, basket.cash, supply, Round::Down).map_err(Error::<T>::from)?;
        if cash > 0 && with_storage_layer(|| T::Currency::transfer(&account, who, cash, Preserve)).is_ok() {
            basket.cash = sub::<T>(basket.cash, cash)?;
            basket.flows.redeemed = add::<T>(basket.flows.redeemed, cash)?;
            given.cash = cash;
        }
        basket.burned = add::<T>(basket.burned, shares)?;
        let holdings = basket.holdings.len().try_into().map_err(|_| Error::<T>::Corrupted)?;
        Holdings::<T>::put(basket);
        Self::deposit_event(Event::Redeemed {
            who: who.clone(),
            shares,
            items: given.items.clone(),
            cash: given.cash,
            left,
        });
        Ok(Moved { part: given, holdings })
    }

    pub(crate) fn do_redeem_to(who: T::AccountId, coin: Coin, shares: Balance, min_amount: Balance) -> DispatchResult {
        ensure!(!Job::<T>::exists(), Error::<T>::RebalanceRunning);
        let prices = Self::prices(Holdings::<T>::get().assets())?;
        let wanted = match coin {
            Coin::Native => None,
            Coin::Asset(asset) => Some((asset, Self::price(asset)?)),
        };
        let given = Self::do_redeem(&who, shares)?.part;
        let mut native = given.cash;
        for Item { asset, units } in given.items {
            let received = Self::sell_bounded(&who, asset, units, price_in::<T>(&prices, asset)?)?;
            native = add::<T>(native, received)?;
        }
        let received = match wanted {
            None => native,
            Some((asset, price)) => Self::spend_bounded(&who, asset, native, price)?,
        };
        ensure!(received >= min_amount, Error::<T>::Underpriced);
        Self::deposit_event(Event::RedeemedTo {
            who,
            shares,
            coin,
            received,
        });
        Ok(())
    }
}
