// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What all verbs share: loading and writing down, prices, and how well a vault is secured.

use crate::{types::*, *};
use finch_math::{option, MathError, Round};
use finch_ports::{Feed, PriceFeed};
use finch_types::{AssetId, Coin, FixedU128, OptionId};
use frame_support::{
    ensure,
    pallet_prelude::{DispatchError, DispatchResult},
    traits::{
        fungible::MutateHold,
        fungibles::{Inspect, Mutate, Unbalanced},
        tokens::{Fortitude::Polite, Precision::BestEffort, Precision::Exact, Preservation::Expendable},
        Get, Time,
    },
};
use sp_runtime::{
    traits::{AccountIdConversion, One},
    Permill,
};

impl<T: Config> From<MathError> for Error<T> {
    fn from(error: MathError) -> Self {
        match error {
            MathError::Overflow => Error::Overflow,
            MathError::DivisionByZero | MathError::OutOfDomain => Error::Corrupted,
        }
    }
}

/// Counts more.
pub(crate) fn add<T: Config>(counter: &mut Balance, amount: Balance) -> Result<(), Error<T>> {
    *counter = counter.checked_add(amount).ok_or(Error::Overflow)?;
    Ok(())
}

/// A sum of the books, which is there unless they contradict each other.
pub(crate) fn sum<T: Config>(of_books: Option<Balance>) -> Result<Balance, Error<T>> {
    of_books.ok_or(Error::Corrupted)
}

/// The part of `amount` that is a fee, rounded up.
pub(crate) fn fee_of(rate: Permill, amount: Balance) -> Balance {
    rate.min(MAX_FEE).mul_ceil(amount)
}

impl<T: Config> Pallet<T> {
    /// The account without a key in which all collateral lies.
    pub fn account_id() -> T::AccountId {
        T::PalletId::get().into_account_truncating()
    }

    /// The asset that the options of a series are.
    pub(crate) fn token(id: OptionId) -> Result<AssetId, Error<T>> {
        T::FirstOptionAssetId::get().checked_add(id).ok_or(Error::NoMoreIds)
    }

    /// What no runtime may be built with.
    pub(crate) fn check_constants() {
        assert!(T::PriceTimeout::get() > 0, "PriceTimeout must be above 0");
        assert!(T::SalePeriod::get() > 0, "SalePeriod must be above 0");
        let sensible = 1..=MAX_PAUSE;
        assert!(
            sensible.contains(&T::CallPeriod::get()),
            "CallPeriod must be above 0 and at most a week"
        );
        assert!(
            sensible.contains(&T::Pause::get()),
            "Pause must be above 0 and at most a week"
        );
    }

    pub(crate) fn now() -> Moment {
        T::Time::now()
    }

    pub(crate) fn load(id: OptionId) -> Result<SeriesOf<T>, Error<T>> {
        AllSeries::<T>::get(id).ok_or(Error::NoSeries)
    }

    /// A series before its expiry.
    pub(crate) fn load_running(id: OptionId) -> Result<SeriesOf<T>, Error<T>> {
        let series = Self::load(id)?;
        ensure!(Self::now() < series.terms.expiry, Error::Expired);
        Ok(series)
    }

    /// A vault that is not being liquidated.
    pub(crate) fn load_vault(id: OptionId, owner: &T::AccountId) -> Result<VaultOf<T>, Error<T>> {
        let vault = Vaults::<T>::get(id, owner).ok_or(Error::NoVault)?;
        ensure!(vault.sale.is_none(), Error::InLiquidation);
        Ok(vault)
    }

    /// The same, or a new one, for which a deposit is put on hold.
    pub(crate) fn load_or_open(
        id: OptionId,
        owner: &T::AccountId,
        series: &mut SeriesOf<T>,
    ) -> Result<VaultOf<T>, DispatchError> {
        match Self::load_vault(id, owner) {
            Err(Error::NoVault) => (),
            found => return Ok(found?),
        }
        series.vaults = series.vaults.checked_add(1).ok_or(Error::<T>::Overflow)?;
        let deposit = T::VaultDeposit::get();
        T::Currency::hold(&HoldReason::Vault.into(), owner, deposit)?;
        Ok(Vault {
            collateral: 0,
            written: 0,
            deposit,
            call: None,
            sale: None,
            rests_until: 0,
        })
    }

    /// Writes a vault down, or forgets it if it is empty.
    pub(crate) fn put_vault(
        id: OptionId,
        owner: &T::AccountId,
        series: &mut SeriesOf<T>,
        vault: VaultOf<T>,
    ) -> DispatchResult {
        if vault.collateral == 0 && vault.written == 0 {
            Self::drop_vault(id, owner, series, vault.deposit)
        } else {
            Vaults::<T>::insert(id, owner, vault);
            Ok(())
        }
    }

    /// Forgets a vault and gives its deposit back.
    pub(crate) fn drop_vault(
        id: OptionId,
        owner: &T::AccountId,
        series: &mut SeriesOf<T>,
        deposit: Balance,
    ) -> DispatchResult {
        series.vaults = series.vaults.checked_sub(1).ok_or(Error::<T>::Corrupted)?;
        Vaults::<T>::remove(id, owner);
        // What is not there any more must not keep the vault.
        T::Currency::release(&HoldReason::Vault.into(), owner, deposit, BestEffort)?;
        Ok(())
    }

    /// Burns options of a holder, who may give all of them. Has to be undone if it fails, like the moves of money.
    pub(crate) fn burn_options(id: OptionId, who: &T::AccountId, amount: Balance) -> DispatchResult {
        let token = Self::token(id)?;
        T::Assets::decrease_balance(token, who, amount, Exact, Expendable, Polite).map_err(|error| {
            if T::Assets::balance(token, who) < amount {
                Error::<T>::InsufficientOptions.into()
            } else {
                error
            }
        })?;
        let issuance = T::Assets::total_issuance(token).checked_sub(amount);
        T::Assets::set_total_issuance(token, issuance.ok_or(Error::<T>::Corrupted)?);
        T::Assets::done_burn_from(token, who, amount);
        Ok(())
    }

    /// What the three coins are worth now.
    pub(crate) fn fresh_prices(terms: &Terms) -> Result<Prices, Error<T>> {
        Ok(Prices {
            underlying: Self::fresh_price(terms.underlying)?,
            strike_asset: Self::fresh_price(terms.strike_asset)?,
            collateral: Self::fresh_price(terms.collateral)?,
        })
    }

    fn fresh_price(coin: Coin) -> Result<FixedU128, Error<T>> {
        match coin {
            Coin::Native => Ok(One::one()),
            Coin::Asset(asset) => match T::Feeds::native_price(asset) {
                Feed::Fresh(price) if price.into_inner() > 0 => Ok(price),
                Feed::Stale => Err(Error::PriceStale),
                Feed::Fresh(_) | Feed::Missing => Err(Error::PriceMissing),
            },
        }
    }

    /// Value of the collateral of a margined vault, rounded down, and its obligation, rounded up, in planck.
    pub(crate) fn worth(terms: &Terms, vault: &VaultOf<T>, prices: &Prices) -> Result<(Balance, Balance), Error<T>> {
        let value = option::value(vault.collateral, prices.collateral, Round::Down)?;
        Ok((value, terms.obligation_up(vault.written, prices)?))
    }

    /// Whether the ratio of a margined vault is at least `percent` per cent.
    pub(crate) fn is_secured(
        terms: &Terms,
        vault: &VaultOf<T>,
        prices: &Prices,
        percent: u32,
    ) -> Result<bool, Error<T>> {
        let (value, obligation) = Self::worth(terms, vault, prices)?;
        Ok(option::is_secured(value, obligation, percent))
    }

    /// The collateral that a vault needs to mint or withdraw and have `written` options then. Remembers fresh prices.
    pub(crate) fn needed_up(series: &mut SeriesOf<T>, written: Balance) -> Result<Balance, Error<T>> {
        let terms = &series.terms;
        match terms.style {
            Style::American => Ok(terms.required_up(written)?),
            // Nobody needs a price to take out what secures nothing.
            Style::European if written == 0 => Ok(0),
            Style::European => {
                let prices = Self::fresh_prices(terms)?;
                series.reference = Some(prices);
                let obligation = terms.obligation_up(written, &prices)?;
                Ok(option::collateral_up(obligation, MINT_RATIO, prices.collateral)?)
            }
        }
    }

    /// Drops the call of a vault that is secured again. Without fresh prices the call stays.
    pub(crate) fn drop_call_if_cured(
        id: OptionId,
        owner: &T::AccountId,
        terms: &Terms,
        vault: &mut VaultOf<T>,
    ) -> Result<(), Error<T>> {
        if vault.call.is_none() {
            return Ok(());
        }
        let cured = vault.written == 0
            || match Self::fresh_prices(terms) {
                Ok(prices) => Self::is_secured(terms, vault, &prices, CALL_RATIO)?,
                Err(_) => false,
            };
        if cured {
            Self::drop_call(id, owner, vault);
        }
        Ok(())
    }

    /// Drops the call of a vault, if there is one.
    pub(crate) fn drop_call(id: OptionId, owner: &T::AccountId, vault: &mut VaultOf<T>) {
        if vault.call.take().is_some() {
            Self::deposit_event(Event::CallDropped {
                series: id,
                owner: owner.clone(),
            });
        }
    }
}
