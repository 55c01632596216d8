// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The reads behind the runtime API. They change nothing and cost whatever a node spends on them.

use crate::{books::fee_of, exercise::Delivery, margin::Verdict, types::*, *};
use alloc::vec::Vec;
use finch_math::option;
use finch_ports::Market;
use finch_types::OptionId;
use frame_support::{ensure, pallet_prelude::DispatchError, traits::Get};

/// The most entries of a page.
const PAGE: u32 = 256;

impl<T: Config> Pallet<T> {
    /// What is known of a series.
    pub fn option_series(id: OptionId) -> Option<SeriesInfo<T::AccountId>> {
        let series = AllSeries::<T>::get(id)?;
        let over = Self::now() >= series.terms.expiry;
        let flows = &series.flows;
        let left = flows.open()?;
        // Options of a margined series are worth something until the settlement says that they are not.
        let worthless = match (series.terms.style, series.stage) {
            (Style::American, _) => over,
            (Style::European, Stage::Live) => false,
            (Style::European, Stage::Settled | Stage::Closing) => flows.borne == 0,
        };
        let (open, expired) = if worthless { (0, left) } else { (left, 0) };
        Some(SeriesInfo {
            id,
            token: Self::token(id).ok()?,
            written: flows.written()?,
            open,
            expired: expired.saturating_add(flows.expired),
            held: flows.held()?,
            over,
            series,
        })
    }

    /// The numbers of series that are not closed.
    pub fn option_series_ids(from: OptionId, limit: u32) -> Vec<OptionId> {
        (from..NextOptionId::<T>::get())
            .filter(|id| AllSeries::<T>::contains_key(id))
            .take(usize::try_from(limit.min(PAGE)).unwrap_or_default())
            .collect()
    }

    /// How a vault is.
    pub fn vault_health(owner: T::AccountId, id: OptionId) -> Option<Health> {
        let mut series = AllSeries::<T>::get(id)?;
        let vault = Vaults::<T>::get(id, owner)?;
        Some(Self::health(&mut series, vault))
    }

    /// The vaults of a series.
    pub fn option_vaults(id: OptionId, after: Option<T::AccountId>, limit: u32) -> Vec<(T::AccountId, Health)> {
        let Some(mut series) = AllSeries::<T>::get(id) else {
            return Vec::new();
        };
        let vaults = match after {
            Some(last) => Vaults::<T>::iter_prefix_from(id, Vaults::<T>::hashed_key_for(id, last)),
            None => Vaults::<T>::iter_prefix(id),
        };
        vaults
            .take(usize::try_from(limit.min(PAGE)).unwrap_or_default())
            .map(|(owner, vault)| (owner, Self::health(&mut series, vault)))
            .collect()
    }

    fn health(series: &mut SeriesOf<T>, vault: VaultOf<T>) -> Health {
        let needed = Self::needed_up(series, vault.written).ok();
        let terms = &series.terms;
        let now = Self::now();
        let prices = match terms.style {
            Style::American => None,
            Style::European => Self::fresh_prices(terms).ok(),
        };
        let ratio = prices
            .and_then(|prices| Self::worth(terms, &vault, &prices).ok())
            .and_then(|(value, obligation)| option::ratio_down(value, obligation));
        let verdict = prices
            .filter(|_| now < terms.expiry && vault.sale.is_none())
            .and_then(|prices| Self::verdict(terms, &vault, &prices, now).ok())
            .unwrap_or(Verdict::Secured);
        let (below, liquidatable) = match verdict {
            Verdict::Secured => (false, false),
            Verdict::Callable => (true, false),
            Verdict::Liquidatable => (true, now >= vault.rests_until),
        };
        Health {
            collateral: vault.collateral,
            written: vault.written,
            needed,
            ratio,
            callable: below && vault.call.is_none(),
            liquidatable,
            called_until: vault.call.map(|call| call.at.saturating_add(T::CallPeriod::get())),
            sale: vault.sale,
        }
    }

    /// What selling options now would bring.
    pub fn quote_premium(id: OptionId, amount: Balance) -> Option<Premium> {
        Self::load_running(id).ok()?;
        let premium = T::Market::quote_sell(Self::token(id).ok()?, amount)?;
        Some(Premium {
            premium,
            fee: fee_of(T::WriteFee::get(), premium),
        })
    }

    /// What exercising or redeeming options now would take and give.
    pub fn exercisable(id: OptionId, amount: Balance) -> Result<Exercise, DispatchError> {
        ensure!(amount > 0, Error::<T>::AmountZero);
        let series = Self::load(id)?;
        let terms = &series.terms;
        let (brings, paid, fee) = match terms.style {
            Style::American => {
                ensure!(Self::now() < terms.expiry, Error::<T>::Expired);
                let Delivery { brought, paid, fee } = Self::delivery(&series, amount)?;
                (Some((terms.brought(), brought)), paid, fee)
            }
            Style::European => {
                let (paid, fee) = Self::redemption(&series, amount)?;
                (None, paid, fee)
            }
        };
        Ok(Exercise {
            brings,
            gets: (terms.collateral, paid.saturating_sub(fee)),
            fee,
        })
    }
}
