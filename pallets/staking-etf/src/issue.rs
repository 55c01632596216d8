// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Shares come into existence.

use crate::{
    books::{price_in, sub},
    types::*,
    *,
};
use finch_math::Round;
use finch_ports::MoveAsset;
use frame_support::{
    ensure,
    pallet_prelude::{DispatchError, DispatchResult},
    traits::{fungible::Mutate as _, fungibles::Mutate as _, tokens::Preservation::Preserve, Get},
};

impl<T: Config> Pallet<T> {
    /// Issues `shares` for a part of everything.
    pub(crate) fn do_issue(who: &T::AccountId, shares: Balance) -> Result<Moved, DispatchError> {
        let mut basket = Holdings::<T>::get();
        let supply = basket.launched::<T>()?;
        basket.throttle::<T>(shares, supply)?;
        let part = basket.part::<T>(shares, supply, Round::Up)?;
        basket.book_issue::<T>(&part, shares)?;
        let holdings = basket.holdings.len().try_into().map_err(|_| Error::<T>::Corrupted)?;
        Holdings::<T>::put(basket);

        let account = Self::account_id();
        for Item { asset, units } in &part.items {
            if *units > 0 {
                T::Mover::move_asset(*asset, who, &account, *units)?;
            }
        }
        if part.cash > 0 {
            T::Currency::transfer(who, &account, part.cash, Preserve)?;
        }
        T::Assets::mint_into(T::ShareAssetId::get(), who, shares)?;
        Self::deposit_event(Event::Issued {
            who: who.clone(),
            shares,
            items: part.items.clone(),
            cash: part.cash,
        });
        Ok(Moved { part, holdings })
    }

    /// The buyer's account does the trades, so that the reserves of the basket and the money of a buyer never mix.
    pub(crate) fn do_issue_with(who: T::AccountId, coin: Coin, shares: Balance, max_amount: Balance) -> DispatchResult {
        let basket = Holdings::<T>::get();
        let supply = basket.launched::<T>()?;
        basket.ensure_issuable::<T>(shares, supply)?;
        ensure!(!Job::<T>::exists(), Error::<T>::RebalanceRunning);
        let prices = Self::prices(basket.assets())?;
        let part = basket.part::<T>(shares, supply, Round::Up)?;

        let budget = match coin {
            Coin::Native => max_amount,
            Coin::Asset(asset) => Self::sell_bounded(&who, asset, max_amount, Self::price(asset)?)?,
        };
        let mut left = budget.checked_sub(part.cash).ok_or(Error::<T>::Overpriced)?;
        for Item { asset, units } in part.items {
            if units > 0 {
                let paid = Self::buy_bounded(&who, asset, units, price_in::<T>(&prices, asset)?, left)?;
                left = sub::<T>(left, paid)?;
            }
        }
        Self::do_issue(&who, shares)?;
        let native = sub::<T>(budget, left)?;
        Self::deposit_event(Event::IssuedWith {
            who,
            shares,
            coin,
            given: match coin {
                Coin::Native => native,
                Coin::Asset(_) => max_amount,
            },
            native,
        });
        Ok(())
    }
}
