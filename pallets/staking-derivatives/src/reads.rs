// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The reads behind the runtime API. They change nothing and cost whatever a node spends on them.

use crate::{
    books::{sub, PerTranche},
    types::*,
    *,
};
use alloc::vec::Vec;
use finch_math::{mul_div, waterfall, Round};
use finch_ports::{RateCurve, StakingBackend};
use finch_types::{Balance, SeriesId, TrancheId};
use frame_support::traits::{fungibles::Inspect, Time};

impl<T: Config> Pallet<T> {
    /// Everything about a series.
    pub fn series_info(id: SeriesId) -> Option<SeriesInfo<T::AccountId>> {
        let series = AllSeries::<T>::get(id)?;
        let faces = series.faces::<T>().ok()?;
        let coverage = Self::coverage(&series).ok()?;
        let payouts = Self::payouts(&series, 0).ok()?;
        let worst_cases = Self::payouts(&series, T::Staking::pending_slash(&Self::vault(id))).ok()?;
        let tranches = (0u8..)
            .zip(series.tranches.iter())
            .zip(faces.into_iter().zip(coverage))
            .zip(payouts.into_iter().zip(worst_cases))
            .map(
                |(((at, tranche), (face, coverage)), (payout, worst_case))| TrancheInfo {
                    tranche: at,
                    token: series.token::<T>(at).ok(),
                    auction: tranche.auction,
                    sale: tranche.sale,
                    annual_rate: tranche.terms.annual_rate,
                    ask: tranche.terms.ask,
                    price: tranche.price,
                    units: tranche.units,
                    outstanding: tranche.outstanding,
                    pending: tranche.pending,
                    unsold: tranche.unsold,
                    factor: tranche.factor,
                    face,
                    coverage,
                    payout,
                    worst_case,
                },
            )
            .collect();
        Some(SeriesInfo {
            series: id,
            vault: Self::vault(id),
            state: series.state,
            agreement: series.terms.agreement,
            principal: series.principal,
            term: series.terms.term,
            contract_size: series.terms.contract_size,
            fee_rate: series.fee_rate,
            bond: series.bond,
            staked: series.staked,
            idle: series.idle,
            proceeds: series.proceeds,
            residual: series.residual,
            projected_value: Self::projected_value(&series).ok()?,
            maturity: series.maturity,
            redeem_from: series.redeem_from,
            tranches,
            issuer: series.issuer,
            validator: series.validator,
        })
    }

    /// The numbers of all series, in order.
    pub fn all_series() -> Vec<SeriesId> {
        let mut all: Vec<_> = AllSeries::<T>::iter_keys().collect();
        all.sort_unstable();
        all
    }

    /// What the curve says a unit of the tranche is worth now.
    pub fn fair_ask(id: SeriesId, tranche: TrancheId) -> Option<FixedU128> {
        let series = AllSeries::<T>::get(id)?;
        let rate = series.tranche::<T>(tranche).ok()?.terms.annual_rate;
        let left = match series.maturity {
            Some(maturity) => maturity.checked_sub(T::Time::now()).filter(|left| *left > 0)?,
            None => series.terms.term,
        };
        T::Curve::contract_value(left, rate)
    }

    /// What each tranche will be paid as things stand, or is paid.
    pub fn projected_payout(id: SeriesId) -> Option<Vec<Balance>> {
        let series = AllSeries::<T>::get(id)?;
        let payouts = Self::payouts(&series, 0).ok()?;
        Some(payouts.into_iter().take(series.tranches.len()).collect())
    }

    /// What the most senior tranche of a series that is not settled lacks as things stand, if every slash that is reported
    /// and not yet applied is applied in full. What is left of the stake earns on, at the reward that is measured now. In
    /// planck.
    pub fn expected_default(id: SeriesId) -> Balance {
        match AllSeries::<T>::get(id) {
            // What cannot be computed is not known to be nothing.
            Some(series) if !series.state.is_over() => Self::senior_lacks(id, series).unwrap_or(Balance::MAX),
            Some(_) | None => 0,
        }
    }

    fn senior_lacks(id: SeriesId, mut series: Series<T::AccountId>) -> Result<Balance, Error<T>> {
        let slash = T::Staking::pending_slash(&Self::vault(id));
        series.staked = series.staked.saturating_sub(slash);
        let faces = series.faces::<T>()?;
        let paid = waterfall::settle(Self::projected_value(&series)?, series.bond, faces)?.payments;
        let ([owed, ..], [paid, ..]) = (faces, paid);
        Ok(owed.saturating_sub(paid))
    }

    /// The tokens of an account.
    pub fn holdings(account: &T::AccountId) -> Vec<Holding> {
        let mut holdings = Vec::new();
        for id in Self::all_series() {
            let Some(series) = AllSeries::<T>::get(id) else {
                continue;
            };
            let Ok(payouts) = Self::payouts(&series, 0) else {
                continue;
            };
            let held = (0u8..)
                .zip(series.tranches.iter().zip(payouts))
                .filter_map(|(at, (tranche, payout))| Self::holding(account, id, &series, at, tranche, payout));
            holdings.extend(held);
        }
        holdings
    }

    fn holding(
        account: &T::AccountId,
        id: SeriesId,
        series: &Series<T::AccountId>,
        at: TrancheId,
        tranche: &Tranche,
        payout: Balance,
    ) -> Option<Holding> {
        let token = series.token::<T>(at).ok()?;
        let units = Some(T::Assets::balance(token, account)).filter(|units| *units > 0)?;
        let shared = match tranche.payout {
            Some(payout) => payout.units,
            None => tranche.claims()?,
        };
        Some(Holding {
            series: id,
            tranche: at,
            token,
            units,
            payout: mul_div(units, payout, shared, Round::Down).ok()?,
            maturity: series.maturity,
            settled: tranche.payout.is_some(),
        })
    }

    /// What each tranche is paid: by the settlement, or by the waterfall over the projected value if `slash` planck
    /// more are lost.
    fn payouts(series: &Series<T::AccountId>, slash: Balance) -> Result<PerTranche<Balance>, Error<T>> {
        let mut paid = PerTranche::default();
        if series.state.is_settled() {
            for (paid, payout) in paid
                .iter_mut()
                .zip(series.tranches.iter().map(|tranche| tranche.payout))
            {
                *paid = payout.map_or(0, |payout| payout.paid);
            }
            return Ok(paid);
        }
        let faces = series.faces::<T>()?;
        let value = Self::projected_value(series)?;
        // No slash takes more than what is at stake.
        let lost = waterfall::lose(slash.min(series.staked), series.bond, value, faces)?;
        let bond = sub::<T>(series.bond, lost.bond)?;
        let on_vault = sub::<T>(slash.min(series.staked), lost.bond)?;
        Ok(waterfall::settle(sub::<T>(value, on_vault)?, bond, faces)?.payments)
    }
}
