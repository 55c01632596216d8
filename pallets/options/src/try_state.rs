// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The invariants of the README, one function each. They run on chain with try-runtime, after every unit test, and in
//! the property tests.

#![cfg(any(feature = "std", feature = "try-runtime"))]

use crate::{types::*, *};
use alloc::{collections::BTreeMap, vec::Vec};
use finch_ports::Alarm;
use finch_types::{Coin, OptionId, VaultId};
use frame_support::traits::{
    fungible::{Inspect as _, InspectHold},
    fungibles::Inspect,
};
use sp_runtime::DispatchError;

/// Fails with the text, which names the invariant.
fn hold(condition: bool, broken: &'static str) -> Result<(), DispatchError> {
    condition.then_some(()).ok_or(DispatchError::Other(broken))
}

/// A sum that must fit.
fn sum(mut parts: impl Iterator<Item = Balance>) -> Result<Balance, DispatchError> {
    parts
        .try_fold(0u128, |total, part| total.checked_add(part))
        .ok_or(DispatchError::Other("INV-OPTION: a sum does not fit"))
}

/// Everything that is stored, read once.
struct Books<T: Config> {
    series: BTreeMap<OptionId, SeriesOf<T>>,
    vaults: BTreeMap<OptionId, Vec<(T::AccountId, VaultOf<T>)>>,
    sales: BTreeMap<VaultId, SaleOf<T>>,
}

impl<T: Config> Books<T> {
    fn read() -> Self {
        let mut vaults = BTreeMap::<OptionId, Vec<_>>::new();
        for (id, owner, vault) in Vaults::<T>::iter() {
            vaults.entry(id).or_default().push((owner, vault));
        }
        Self {
            series: AllSeries::<T>::iter().collect(),
            vaults,
            sales: Sales::<T>::iter().collect(),
        }
    }

    fn vaults_of(&self, id: OptionId) -> &[(T::AccountId, VaultOf<T>)] {
        self.vaults.get(&id).map_or(&[], Vec::as_slice)
    }

    fn of(&self, style: Style) -> impl Iterator<Item = (OptionId, &SeriesOf<T>)> {
        self.series
            .iter()
            .filter(move |(_, series)| series.terms.style == style)
            .map(|(id, series)| (*id, series))
    }
}

impl<T: Config> Pallet<T> {
    /// Checks every invariant in the order of the README.
    pub fn do_try_state() -> Result<(), DispatchError> {
        let books = Books::<T>::read();
        Self::inv_1_written(&books)?;
        Self::inv_2_open(&books)?;
        Self::inv_3_collateral(&books)?;
        Self::inv_4_covered(&books)?;
        Self::inv_5_margined(&books)?;
        Self::inv_6_account(&books)?;
        Self::inv_7_prices(&books)?;
        Self::inv_8_sales(&books)?;
        Self::inv_9_registry(&books)?;
        Self::inv_10_deposits(&books)?;
        Self::inv_11_agenda(&books)
    }

    /// INV-OPTION-1.
    fn inv_1_written(books: &Books<T>) -> Result<(), DispatchError> {
        for (id, series) in &books.series {
            let written = sum(books.vaults_of(*id).iter().map(|(_, vault)| vault.written))?;
            hold(
                series.flows.written() == Some(written),
                "INV-OPTION-1: what vaults have written != minted - burned - liquidated - released",
            )?;
        }
        Ok(())
    }

    /// INV-OPTION-2.
    fn inv_2_open(books: &Books<T>) -> Result<(), DispatchError> {
        for (id, series) in &books.series {
            let flows = &series.flows;
            let issuance = T::Assets::total_issuance(Self::token(*id)?);
            let open = flows
                .open()
                .ok_or(DispatchError::Other("INV-OPTION-2: more options gone than minted"))?;
            if series.stage == Stage::Closing {
                hold(
                    open == 0 && issuance <= flows.expired,
                    "INV-OPTION-2: more options than are expired",
                )?;
            } else {
                hold(issuance == open && flows.expired == 0, "INV-OPTION-2: issuance != open")?;
            }
        }
        Ok(())
    }

    /// INV-OPTION-3.
    fn inv_3_collateral(books: &Books<T>) -> Result<(), DispatchError> {
        for (id, series) in &books.series {
            let collateral = sum(books.vaults_of(*id).iter().map(|(_, vault)| vault.collateral))?;
            hold(
                series.flows.collateral() == Some(collateral),
                "INV-OPTION-3: collateral of vaults != deposited - withdrawn - sold - borne",
            )?;
        }
        Ok(())
    }

    /// INV-OPTION-4.
    fn inv_4_covered(books: &Books<T>) -> Result<(), DispatchError> {
        let fits = |_| DispatchError::Other("INV-OPTION-4: a requirement does not fit");
        for (id, series) in books.of(Style::American) {
            let flows = &series.flows;
            hold(
                flows.liquidated == 0 && flows.redeemed == 0 && flows.sold == 0 && flows.shortfall == 0,
                "INV-OPTION-4: a covered series was liquidated or redeemed",
            )?;
            for (_, vault) in books.vaults_of(id) {
                let required = series.terms.required_up(vault.written).map_err(fits)?;
                hold(
                    vault.collateral >= required,
                    "INV-OPTION-4: a vault has less than required(written)",
                )?;
            }
            let unborne = flows.unborne();
            let unshared = flows.unshared();
            hold(
                unborne.is_some() && unshared.is_some(),
                "INV-OPTION-4: more borne than paid, or shared than received",
            )?;
            if Self::now() < series.terms.expiry {
                let open = flows.open().unwrap_or_default();
                let required = series.terms.required_up(open).map_err(fits)?;
                hold(
                    flows.held() >= Some(required),
                    "INV-OPTION-4: less is locked than required(open)",
                )?;
                hold(
                    flows.released == 0 && flows.borne == 0 && flows.shared == 0,
                    "INV-OPTION-4: a vault was settled before the expiry",
                )?;
            }
            if series.vaults == 0 && flows.released > 0 {
                hold(
                    unborne == Some(0) && unshared == Some(0) && flows.held() == Some(0),
                    "INV-OPTION-4: something is locked without a vault",
                )?;
            }
        }
        Ok(())
    }

    /// INV-OPTION-5.
    fn inv_5_margined(books: &Books<T>) -> Result<(), DispatchError> {
        for (_, series) in books.of(Style::European) {
            let flows = &series.flows;
            hold(
                flows.exercised == 0 && flows.received == 0 && flows.shared == 0,
                "INV-OPTION-5: a margined series was exercised",
            )?;
            let owed = flows
                .owed()
                .ok_or(DispatchError::Other("INV-OPTION-5: more paid than borne"))?;
            hold(
                flows.open() != Some(0) || owed == 0,
                "INV-OPTION-5: something is owed to nobody",
            )?;
            hold(
                series.stage != Stage::Live || (flows.redeemed == 0 && flows.paid == 0),
                "INV-OPTION-5: paid before the settlement",
            )?;
            let swept = series.fixing.is_some() || (flows.borne == 0 && flows.released == 0);
            hold(swept, "INV-OPTION-5: booked without a price")?;
        }
        Ok(())
    }

    /// INV-OPTION-6.
    fn inv_6_account(books: &Books<T>) -> Result<(), DispatchError> {
        const BROKEN: &str = "INV-OPTION-6: the account holds less than it owes";
        let mut owed: BTreeMap<Coin, Balance> = Kept::<T>::iter().collect();
        let mut owe = |coin, amount: Option<Balance>| {
            let due = owed.entry(coin).or_default();
            let sum = amount.and_then(|amount| due.checked_add(amount));
            *due = sum.ok_or(DispatchError::Other(BROKEN))?;
            Ok::<(), DispatchError>(())
        };
        for series in books.series.values() {
            owe(series.terms.collateral, series.flows.held())?;
            owe(series.terms.collateral, Some(series.fees))?;
            owe(series.terms.brought(), series.flows.unshared())?;
        }
        let account = Self::account_id();
        for (coin, amount) in owed {
            let balance = match coin {
                Coin::Native => T::Currency::balance(&account),
                Coin::Asset(asset) => T::Assets::balance(asset, &account),
            };
            hold(balance >= amount, BROKEN)?;
        }
        Ok(())
    }

    /// INV-OPTION-7.
    fn inv_7_prices(books: &Books<T>) -> Result<(), DispatchError> {
        let positive = |prices: &Prices| {
            [prices.underlying, prices.strike_asset, prices.collateral]
                .iter()
                .all(|price| price.into_inner() > 0)
        };
        for (id, series) in &books.series {
            let margined = series.terms.style == Style::European;
            hold(
                margined == series.reference.is_some() && (margined || series.fixing.is_none()),
                "INV-OPTION-7: a covered series has a price, or a margined one none",
            )?;
            hold(
                series.reference.as_ref().is_none_or(positive),
                "INV-OPTION-7: a reference of 0",
            )?;
            if let Some(fixing) = &series.fixing {
                hold(positive(&fixing.prices), "INV-OPTION-7: a price of 0")?;
                hold(
                    fixing.at >= series.terms.expiry && fixing.at <= Self::now(),
                    "INV-OPTION-7: a price of before the expiry, or of the future",
                )?;
            }
            if margined && series.stage != Stage::Live {
                let swept = books.vaults_of(*id).iter().all(|(_, vault)| vault.written == 0);
                hold(
                    swept && series.fixing.is_some(),
                    "INV-OPTION-7: settled with a vault that is not",
                )?;
            }
        }
        Ok(())
    }

    /// INV-OPTION-8.
    fn inv_8_sales(books: &Books<T>) -> Result<(), DispatchError> {
        let now = Self::now();
        for (id, vaults) in &books.vaults {
            for (owner, vault) in vaults {
                if let Some(number) = vault.sale {
                    let found = books
                        .sales
                        .get(&number)
                        .is_some_and(|sale| sale.series == *id && sale.owner == *owner);
                    hold(found, "INV-OPTION-8: a vault in a sale that is not there")?;
                }
                hold(
                    vault.call.as_ref().is_none_or(|call| call.at <= now),
                    "INV-OPTION-8: a call of the future",
                )?;
                let margined = books
                    .series
                    .get(id)
                    .is_some_and(|series| series.terms.style == Style::European);
                hold(
                    margined || (vault.call.is_none() && vault.sale.is_none()),
                    "INV-OPTION-8: a covered vault is called or sold",
                )?;
            }
        }
        for (number, sale) in &books.sales {
            hold(
                *number < NextVaultId::<T>::get(),
                "INV-OPTION-8: a sale with a number that was not given",
            )?;
            let mut vaults = books.vaults_of(sale.series).iter();
            let vault = vaults.find(|(owner, _)| *owner == sale.owner);
            // One that was sold out may have been opened again.
            let fits = vault.is_none_or(|(_, vault)| vault.sale.is_none() || vault.sale >= Some(*number));
            hold(fits, "INV-OPTION-8: a sale whose vault is in an earlier one")?;
        }
        Ok(())
    }

    /// INV-OPTION-9.
    fn inv_9_registry(books: &Books<T>) -> Result<(), DispatchError> {
        hold(
            Ids::<T>::iter().count() == books.series.len(),
            "INV-OPTION-9: terms without a series",
        )?;
        for (id, series) in &books.series {
            hold(
                *id < NextOptionId::<T>::get() && Ids::<T>::get(series.terms) == Some(*id),
                "INV-OPTION-9: a series that its terms do not name",
            )?;
            hold(
                u32::try_from(books.vaults_of(*id).len()) == Ok(series.vaults),
                "INV-OPTION-9: the count of the vaults != the vaults",
            )?;
        }
        let known = books.vaults.keys().all(|id| books.series.contains_key(id));
        hold(known, "INV-OPTION-9: a vault without a series")?;
        let empty = |vault: &VaultOf<T>| vault.collateral == 0 && vault.written == 0;
        let mut vaults = books.vaults.values().flatten();
        hold(vaults.all(|(_, vault)| !empty(vault)), "INV-OPTION-9: an empty vault")
    }

    /// INV-OPTION-10.
    fn inv_10_deposits(books: &Books<T>) -> Result<(), DispatchError> {
        // Account ids need not be ordered: compare account by account, as there are few.
        let mut of_series = Vec::<(T::AccountId, Balance)>::new();
        let mut of_vaults = Vec::<(T::AccountId, Balance)>::new();
        let count = |into: &mut Vec<(T::AccountId, Balance)>, who: &T::AccountId, amount: Balance| match into
            .iter_mut()
            .find(|(other, _)| other == who)
        {
            Some((_, sum)) => *sum = sum.saturating_add(amount),
            None => into.push((who.clone(), amount)),
        };
        for series in books.series.values() {
            count(&mut of_series, &series.creator, series.deposit);
        }
        for (owner, vault) in books.vaults.values().flatten() {
            count(&mut of_vaults, owner, vault.deposit);
        }
        for (reason, sums) in [(HoldReason::Series, of_series), (HoldReason::Vault, of_vaults)] {
            let reason = T::RuntimeHoldReason::from(reason);
            for (who, amount) in sums {
                hold(
                    T::Currency::balance_on_hold(&reason, &who) == amount,
                    "INV-OPTION-10: a deposit is not on hold",
                )?;
            }
        }
        Ok(())
    }

    /// INV-OPTION-11.
    fn inv_11_agenda(books: &Books<T>) -> Result<(), DispatchError> {
        let mut appointments = Vec::new();
        for (id, series) in &books.series {
            if let Some(at) = series.next {
                appointments.push((at, *id));
            }
            hold(
                series.next.is_some() || Self::next_look(series, Self::now()).is_none(),
                "INV-OPTION-11: a series about which there is something to do has no appointment",
            )?;
        }
        appointments.sort();
        let agenda: Vec<_> = Agenda::<T>::iter_keys()
            .map(Appointment::of)
            .map(|entry| (entry.at, entry.series))
            .collect();
        hold(
            agenda == appointments,
            "INV-OPTION-11: the agenda != the appointments of the series, by time",
        )?;
        hold(
            agenda
                .first()
                .is_none_or(|(first, _)| T::Alarm::at().is_some_and(|at| at <= *first)),
            "INV-OPTION-11: the alarm rings too late",
        )
    }
}
