// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! How money moves: into the account, out of it, and to the fee sink.
//!
//! The account keeps the least balance of every coin beside what it owes, so nothing that leaves it leaves dust behind, and
//! nothing that comes in is too little.

use crate::{books::fee_of, types::*, *};
use finch_ports::FeeSink;
use finch_types::{Coin, FeeSource};
use frame_support::{
    pallet_prelude::DispatchResult,
    storage::with_storage_layer,
    traits::{
        fungible::{self, Balanced as _, Inspect as _, Mutate as _},
        fungibles::{self, Inspect as _, Mutate as _},
        tokens::{
            Fortitude::Polite,
            Precision::Exact,
            Preservation::{Expendable, Preserve},
        },
        Get, Imbalance,
    },
};

impl<T: Config> Pallet<T> {
    /// Takes money in.
    pub(crate) fn pull(coin: Coin, from: &T::AccountId, amount: Balance) -> DispatchResult {
        let account = Self::account_id();
        match coin {
            Coin::Native => T::Currency::transfer(from, &account, amount, Preserve)?,
            // Who gives all gives the dust too.
            Coin::Asset(asset) => T::Assets::transfer(asset, from, &account, amount, Expendable)?,
        };
        Ok(())
    }

    /// Gives money out.
    pub(crate) fn push(coin: Coin, to: &T::AccountId, amount: Balance) -> DispatchResult {
        if amount == 0 {
            return Ok(());
        }
        let account = Self::account_id();
        match coin {
            Coin::Native => T::Currency::transfer(&account, to, amount, Preserve)?,
            Coin::Asset(asset) => T::Assets::transfer(asset, &account, to, amount, Preserve)?,
        };
        Ok(())
    }

    /// Gives money out to somebody who did not ask for it now. What is less than the least balance, and cannot be taken, goes to
    /// the fee sink: it must not keep a vault for ever.
    pub(crate) fn push_or_sink(coin: Coin, to: &T::AccountId, amount: Balance) -> DispatchResult {
        match with_storage_layer(|| Self::push(coin, to, amount)) {
            Err(_) if amount < Self::least(coin) => {
                Self::sink(coin, amount)?;
                Self::deposit_event(Event::DustSunk {
                    who: to.clone(),
                    coin,
                    amount,
                });
                Ok(())
            }
            result => result,
        }
    }

    /// Sends a fee of the account's to the sink.
    pub(crate) fn sink(coin: Coin, fee: Balance) -> DispatchResult {
        if fee == 0 {
            return Ok(());
        }
        let account = Self::account_id();
        match coin {
            Coin::Native => {
                let credit = T::Currency::withdraw(&account, fee, Exact, Preserve, Polite)?;
                T::FeeSink::deposit(FeeSource::Options, credit);
            }
            Coin::Asset(asset) => {
                let credit: AssetCreditOf<T> = <T::Assets as fungibles::Balanced<T::AccountId>>::withdraw(
                    asset, &account, fee, Exact, Preserve, Polite,
                )?;
                T::FeeSink::deposit(FeeSource::Options, credit);
            }
        }
        Ok(())
    }

    /// Pays `paid` units of the collateral to a holder, less the fee.
    pub(crate) fn pay_holder(terms: &Terms, who: &T::AccountId, paid: Balance, fee: Balance) -> DispatchResult {
        let net = paid.checked_sub(fee).ok_or(Error::<T>::Corrupted)?;
        Self::sink(terms.collateral, fee)?;
        Self::push(terms.collateral, who, net)
    }

    /// Splits `paid` planck, just received, into the reward of `caller` and the rest, which is the owner's. What the caller
    /// cannot take the owner gets, and what the owner cannot take the fee sink gets: nobody holds a liquidation up by
    /// having no account. Returns the reward.
    pub(crate) fn share_proceeds(
        caller: &T::AccountId,
        owner: &T::AccountId,
        paid: Balance,
    ) -> Result<Balance, sp_runtime::DispatchError> {
        let reward = REWARD.mul_floor(paid);
        let credit: CreditOf<T> = T::Currency::withdraw(&Self::account_id(), paid, Exact, Preserve, Polite)?;
        let (for_caller, for_owner) = credit.split(reward);
        let (reward, for_owner) = match T::Currency::resolve(caller, for_caller) {
            Ok(()) => (reward, for_owner),
            Err(refused) => (0, for_owner.merge(refused)),
        };
        let amount = for_owner.peek();
        if let Err(refused) = T::Currency::resolve(owner, for_owner) {
            T::FeeSink::deposit(FeeSource::Options, refused);
            Self::deposit_event(Event::DustSunk {
                who: owner.clone(),
                coin: Coin::Native,
                amount,
            });
        }
        Ok(reward)
    }

    /// Gives the premium to the writer, less the fee. Returns the fee.
    pub(crate) fn share_premium(writer: &T::AccountId, premium: CreditOf<T>) -> Result<Balance, Error<T>> {
        let fee = fee_of(T::WriteFee::get(), premium.peek());
        let (for_sink, for_writer) = premium.split(fee);
        if fee > 0 {
            T::FeeSink::deposit(FeeSource::Options, for_sink);
        }
        // The extrinsic is undone, and the credit with it.
        <T::Currency as fungible::Balanced<T::AccountId>>::resolve(writer, for_writer).map_err(|_| Error::TooLittle)?;
        Ok(fee)
    }

    /// The least balance of a coin.
    pub(crate) fn least(coin: Coin) -> Balance {
        match coin {
            Coin::Native => T::Currency::minimum_balance(),
            Coin::Asset(asset) => T::Assets::minimum_balance(asset),
        }
    }

    /// Takes the least balance of a coin from `payer`, for good, the first time that a series uses it.
    pub(crate) fn keep(coin: Coin, payer: &T::AccountId) -> DispatchResult {
        if Kept::<T>::contains_key(coin) {
            return Ok(());
        }
        let least = Self::least(coin);
        Kept::<T>::insert(coin, least);
        Self::pull(coin, payer, least)
    }
}
