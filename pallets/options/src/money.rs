// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! How money moves: into the account, out of it, and to the fee sink.
//!
//! The account keeps the least balance of every coin beside what it owes, so nothing that leaves it leaves dust behind, and
//! nothing that comes in is too little.

use crate::{books::fee_of, types::*, *};
use finch_ports::FeeSink;
use finch_types::{Coin, FeeSource, OptionId};
use frame_support::{
    pallet_prelude::{DispatchError, DispatchResult},
    storage::with_storage_layer,
    traits::{
        fungible::{self, Balanced as _, Inspect as _, Mutate as _, Unbalanced as _},
        fungibles::{self, Inspect as _, Mutate as _, Unbalanced as _},
        tokens::{
            Fortitude::Polite,
            Precision::Exact,
            Preservation::{self, Expendable, Preserve},
        },
        Get, Imbalance,
    },
};

impl<T: Config> Pallet<T> {
    /// Takes money in.
    pub(crate) fn pull(coin: Coin, from: &T::AccountId, amount: Balance) -> DispatchResult {
        let preservation = match coin {
            Coin::Native => Preserve,
            // Who gives all gives the dust too.
            Coin::Asset(_) => Expendable,
        };
        Self::shift(coin, from, &Self::account_id(), amount, preservation)
    }

    /// Gives money out.
    pub(crate) fn push(coin: Coin, to: &T::AccountId, amount: Balance) -> DispatchResult {
        if amount == 0 {
            return Ok(());
        }
        Self::shift(coin, &Self::account_id(), to, amount, Preserve)
    }

    /// Moves money. Has to be undone if it fails: the `transfer` of the traits asks both sides first whether they can, and
    /// each of them again while it moves, which makes a third of what a move costs.
    fn shift(
        coin: Coin,
        from: &T::AccountId,
        to: &T::AccountId,
        amount: Balance,
        preservation: Preservation,
    ) -> DispatchResult {
        match coin {
            Coin::Native => {
                let moved = T::Currency::decrease_balance(from, amount, Exact, preservation, Polite)?;
                T::Currency::increase_balance(to, moved, Exact)?;
                T::Currency::done_transfer(from, to, moved);
            }
            Coin::Asset(asset) => {
                let moved = T::Assets::decrease_balance(asset, from, amount, Exact, preservation, Polite)?;
                T::Assets::increase_balance(asset, to, moved, Exact)?;
                T::Assets::done_transfer(asset, from, to, moved);
            }
        }
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

    /// Sends money of the account's to the fee sink.
    pub(crate) fn sink(coin: Coin, fee: Balance) -> DispatchResult {
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

    /// Pays `paid` units of the collateral to a holder, less the fee, which the series has counted: it waits in the account.
    pub(crate) fn pay_holder(terms: &Terms, who: &T::AccountId, paid: Balance, fee: Balance) -> DispatchResult {
        let net = paid.checked_sub(fee).ok_or(Error::<T>::Corrupted)?;
        Self::push(terms.collateral, who, net)
    }

    /// Gives the fee sink the fees that wait in the account. Those that cannot leave it wait on: they must not hold a series
    /// up. Returns whether there were any and they are gone. The caller writes the series down.
    pub(crate) fn hand_over(series: &mut SeriesOf<T>) -> bool {
        let gone = series.fees > 0 && with_storage_layer(|| Self::sink(series.terms.collateral, series.fees)).is_ok();
        if gone {
            series.fees = 0;
        }
        gone
    }

    /// Makes an appointment a day later if fees wait and there is none: they would wait for the last holder who comes late.
    /// The caller writes the series down.
    pub(crate) fn plan_fees(id: OptionId, series: &mut SeriesOf<T>) {
        if series.fees > 0 && series.next.is_none() {
            Self::schedule(id, series, Some(Self::now().saturating_add(STEP_RETRY)));
        }
    }

    /// Splits `paid` planck, just received, into the reward of `caller` and the rest, which is the owner's. What the caller
    /// cannot take the owner gets, and what the owner cannot take the fee sink gets: nobody holds a liquidation up by
    /// having no account. Returns the reward.
    pub(crate) fn share_proceeds(
        caller: &T::AccountId,
        owner: &T::AccountId,
        paid: Balance,
    ) -> Result<Balance, DispatchError> {
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

    /// Takes the least balance of a coin from `payer`, for good, the first time that a series uses it. Returns whether it
    /// is the first time.
    pub(crate) fn keep(coin: Coin, payer: &T::AccountId) -> Result<bool, DispatchError> {
        if Kept::<T>::contains_key(coin) {
            return Ok(false);
        }
        let least = Self::least(coin);
        Kept::<T>::insert(coin, least);
        Self::pull(coin, payer, least)?;
        Ok(true)
    }
}
