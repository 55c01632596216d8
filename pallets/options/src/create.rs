// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A series is made.

use crate::{types::*, *};
use alloc::{format, vec::Vec};
use finch_math::{option::MAX_DECIMALS, Round};
use finch_types::{Coin, FixedU128, OptionId};
use frame_support::{
    ensure,
    pallet_prelude::{DispatchError, EnsureOrigin},
    traits::{
        fungible::MutateHold,
        fungibles::{
            metadata::{Inspect as _, MetadataDeposit, Mutate as _},
            Create, Inspect,
        },
        Get,
    },
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};

/// Name and symbol of the token.
fn names(id: OptionId, kind: Kind) -> (Vec<u8>, Vec<u8>) {
    let (word, letter) = match kind {
        Kind::Call => ("call", "C"),
        Kind::Put => ("put", "P"),
    };
    (
        format!("Finch option {id} {word}").into_bytes(),
        format!("f{letter}{id}").into_bytes(),
    )
}

impl<T: Config> Pallet<T> {
    /// Returns how many coins are new.
    pub(crate) fn do_create(
        origin: OriginFor<T>,
        coins: Coins,
        kind: Kind,
        strike: FixedU128,
        expiry: Moment,
    ) -> Result<u32, DispatchError> {
        let Coins {
            underlying,
            strike_asset,
            collateral,
        } = coins;
        ensure!(T::EntriesOpen::get(), Error::<T>::EntriesStopped);
        ensure!(underlying != strike_asset, Error::<T>::SameCoin);
        let delivered = match kind {
            Kind::Call => underlying,
            Kind::Put => strike_asset,
        };
        let (style, creator) = if collateral == delivered {
            (Style::American, ensure_signed(origin)?)
        } else {
            (Style::European, T::AdminOrigin::ensure_origin(origin)?)
        };
        let decimals = Decimals {
            underlying: Self::decimals(underlying)?,
            strike_asset: Self::decimals(strike_asset)?,
            collateral: Self::decimals(collateral)?,
        };
        let terms = Terms {
            underlying,
            strike_asset,
            collateral,
            kind,
            style,
            strike,
            expiry,
            decimals,
        };
        Self::check(&terms)?;
        let id = NextOptionId::<T>::get();
        let next = id.checked_add(1).ok_or(Error::<T>::NoMoreIds)?;
        let token = Self::token(id)?;
        let reference = match style {
            Style::American => None,
            Style::European => Some(Self::fresh_prices(&terms)?),
        };
        let (name, symbol) = names(id, kind);
        let mut series = Series {
            terms,
            creator: creator.clone(),
            deposit: T::SeriesDeposit::get(),
            naming: T::Assets::calc_metadata_deposit(&name, &symbol),
            stage: Stage::Live,
            flows: Flows::default(),
            exercise_fee: T::ExerciseFee::get().min(MAX_FEE),
            fees: 0,
            vaults: 0,
            reference,
            fixing: None,
            cursor: None,
            next: None,
        };
        Self::plan(id, &mut series, Self::now());
        NextOptionId::<T>::put(next);
        Ids::<T>::insert(terms, id);
        AllSeries::<T>::insert(id, &series);
        Self::deposit_event(Event::SeriesCreated {
            series: id,
            token,
            creator: creator.clone(),
            terms,
        });

        let mut new_coins = 0u32;
        for coin in [Coin::Native, underlying, strike_asset, collateral] {
            new_coins = new_coins.saturating_add(Self::keep(coin, &creator)?.into());
        }
        T::Currency::hold(&HoldReason::Series.into(), &creator, series.deposit)?;
        let account = Self::account_id();
        Self::pull(Coin::Native, &creator, series.naming)?;
        // A least balance of 1: no transfer of options leaves dust that would be burned unseen.
        T::Assets::create(token, account.clone(), true, 1)?;
        T::Assets::set(token, &account, name, symbol, decimals.underlying)?;
        Ok(new_coins)
    }

    fn check(terms: &Terms) -> Result<(), DispatchError> {
        let now = Self::now();
        ensure!(
            terms.expiry > now && terms.expiry <= now.saturating_add(MAX_LIFE),
            Error::<T>::BadExpiry
        );
        let whole = 10u128
            .checked_pow(terms.decimals.underlying.into())
            .ok_or(Error::<T>::TooManyDecimals)?;
        let worth = terms.strike().worth(whole, Round::Down);
        ensure!(worth.is_ok_and(|worth| worth > 0), Error::<T>::BadStrike);
        ensure!(!Ids::<T>::contains_key(terms), Error::<T>::AlreadyExists);
        Ok(())
    }

    /// Decimals of a coin that options can be about.
    fn decimals(coin: Coin) -> Result<u8, Error<T>> {
        let decimals = match coin {
            Coin::Native => NATIVE_DECIMALS,
            Coin::Asset(asset) => {
                let is_option = asset
                    .checked_sub(T::FirstOptionAssetId::get())
                    .is_some_and(AllSeries::<T>::contains_key);
                ensure!(T::Assets::asset_exists(asset) && !is_option, Error::UnknownCoin);
                T::Assets::decimals(asset)
            }
        };
        ensure!(decimals <= MAX_DECIMALS, Error::TooManyDecimals);
        Ok(decimals)
    }
}
