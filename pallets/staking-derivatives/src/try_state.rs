// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The invariants of the README, one function each. They run on chain with try-runtime, after every unit test, and in
//! the property tests.

#![cfg(any(feature = "std", feature = "try-runtime"))]

use crate::{types::*, *};
use alloc::collections::{BTreeMap, BTreeSet};
use finch_math::{mul_div, Round};
use finch_ports::{Alarm, StakingBackend};
use finch_types::{AssetId, Balance, SeriesId};
use frame_support::traits::{fungible::InspectHold, fungibles::Inspect as _, Get};
use sp_runtime::DispatchError;

/// Fails with the text, which names the invariant.
fn hold(condition: bool, broken: &'static str) -> Result<(), DispatchError> {
    condition.then_some(()).ok_or(DispatchError::Other(broken))
}

/// A sum that must fit.
fn sum(mut parts: impl Iterator<Item = Balance>) -> Result<Balance, DispatchError> {
    parts
        .try_fold(0u128, |total, part| total.checked_add(part))
        .ok_or(DispatchError::Other("INV-DERIV: a sum does not fit"))
}

/// The payouts of a series that no token has claimed yet.
fn left<AccountId>(series: &Series<AccountId>) -> Result<Balance, DispatchError> {
    sum(series
        .tranches
        .iter()
        .filter_map(|tranche| tranche.payout)
        .map(|payout| payout.left))
}

impl<T: Config> Pallet<T> {
    /// Checks every invariant in the order of the README.
    pub fn do_try_state() -> Result<(), DispatchError> {
        let all: BTreeMap<_, _> = AllSeries::<T>::iter().collect();
        for series in all.values() {
            Self::inv_1_native_flows(series)?;
        }
        Self::inv_2_bonds(&all)?;
        for series in all.values() {
            Self::inv_3_tokens(series)?;
            Self::inv_4_units(series)?;
            Self::inv_5_payouts(series)?;
        }
        for (id, series) in &all {
            Self::inv_6_money_is_there(*id, series)?;
        }
        for series in all.values() {
            Self::inv_7_states(series)?;
        }
        Self::inv_8_lists(&all)?;
        Self::inv_9_alarm()
    }

    /// INV-DERIV-1.
    fn inv_1_native_flows(series: &Series<T::AccountId>) -> Result<(), DispatchError> {
        let flows = &series.flows;
        let redeemed = sum(series.tranches.iter().map(|tranche| tranche.flows.paid_out))?;
        let into = sum([flows.staked, flows.rewarded, flows.seized, flows.paid].into_iter())?;
        let out = sum([flows.slashed, flows.fees, flows.collected, redeemed].into_iter())?;
        let held = sum([
            series.staked,
            series.idle,
            series.proceeds,
            series.residual,
            left(series)?,
        ]
        .into_iter())?;
        hold(
            into.checked_sub(out) == Some(held),
            "INV-DERIV-1: native in - native out != native held",
        )
    }

    /// INV-DERIV-2.
    fn inv_2_bonds(all: &BTreeMap<SeriesId, Series<T::AccountId>>) -> Result<(), DispatchError> {
        let mut bonds = BTreeMap::<T::AccountId, Balance>::new();
        for series in all.values() {
            let flows = &series.flows;
            let gone = sum([flows.seized, flows.released].into_iter())?;
            hold(
                flows.bonded.checked_sub(gone) == Some(series.bond),
                "INV-DERIV-2: bonded - seized - released != bond",
            )?;
            let bond = bonds.entry(series.issuer.clone()).or_default();
            *bond = bond.saturating_add(series.bond);
        }
        let held = |(issuer, bond): (T::AccountId, Balance)| {
            T::Currency::balance_on_hold(&HoldReason::IssuerBond.into(), &issuer) == bond
        };
        hold(
            bonds.into_iter().all(held),
            "INV-DERIV-2: the bonds of an issuer != its native on hold",
        )
    }

    /// INV-DERIV-3.
    fn inv_3_tokens(series: &Series<T::AccountId>) -> Result<(), DispatchError> {
        for (at, tranche) in (0u8..).zip(series.tranches.iter()) {
            let flows = &tranche.flows;
            let burned = sum([flows.redeemed, flows.bought_back].into_iter())?;
            hold(
                flows.delivered.checked_sub(burned) == Some(tranche.outstanding),
                "INV-DERIV-3: delivered - redeemed - bought back != outstanding",
            )?;
            let supply = series.token::<T>(at).map_or(0, T::Assets::total_issuance);
            hold(
                supply == tranche.outstanding,
                "INV-DERIV-3: the supply of a token != outstanding",
            )?;
        }
        Ok(())
    }

    /// INV-DERIV-4.
    fn inv_4_units(series: &Series<T::AccountId>) -> Result<(), DispatchError> {
        for tranche in &series.tranches {
            let given = sum([tranche.unsold, tranche.pending, tranche.flows.delivered].into_iter())?;
            let expected = match tranche.sale {
                Sale::Waiting | Sale::Open => 0,
                Sale::Closed | Sale::Finished => tranche.units,
            };
            hold(given == expected, "INV-DERIV-4: unsold + pending + delivered != units")?;
            hold(
                tranche.pending == 0 || tranche.sale == Sale::Closed,
                "INV-DERIV-4: units are pending outside of a closed auction",
            )?;
        }
        Ok(())
    }

    /// INV-DERIV-5.
    fn inv_5_payouts(series: &Series<T::AccountId>) -> Result<(), DispatchError> {
        let mut senior_met = true;
        for tranche in &series.tranches {
            hold(
                tranche.payout.is_some() == series.state.is_settled(),
                "INV-DERIV-5: a payout without settlement, or a settlement without payout",
            )?;
            let Some(payout) = tranche.payout else { continue };
            let gone = sum([tranche.flows.paid_out, tranche.flows.forgone, payout.left].into_iter())?;
            hold(gone == payout.paid, "INV-DERIV-5: paid out + forgone + left != paid")?;
            let claims = tranche.claims().unwrap_or(Balance::MAX);
            let due = match payout.units {
                0 => claims,
                units => mul_div(claims, payout.paid, units, Round::Down).unwrap_or(Balance::MAX),
            };
            hold(due <= payout.left, "INV-DERIV-5: a payout cannot pay its tokens")?;
            hold(
                payout.paid <= payout.face && (senior_met || payout.paid == 0),
                "INV-DERIV-5: a tranche is paid above its face or before a senior one",
            )?;
            senior_met &= payout.paid == payout.face;
        }
        hold(
            !series.state.is_settled() || senior_met == (series.state == State::Matured),
            "INV-DERIV-5: matured with a face unmet, or defaulted without",
        )
    }

    /// INV-DERIV-6.
    fn inv_6_money_is_there(id: SeriesId, series: &Series<T::AccountId>) -> Result<(), DispatchError> {
        if series.first_token.is_none() {
            return Ok(());
        }
        let vault = Self::vault(id);
        let free = sum([series.idle, series.proceeds, series.residual, left(series)?].into_iter())?;
        Self::unbooked(&vault, free).map_err(|_| DispatchError::Other("INV-DERIV-6: a vault lacks native"))?;
        let stake = T::Staking::stake(&vault);
        hold(stake.total >= series.staked, "INV-DERIV-6: less at stake than booked")
    }

    /// INV-DERIV-7.
    fn inv_7_states(series: &Series<T::AccountId>) -> Result<(), DispatchError> {
        let sales = |allowed: &[Sale]| series.tranches.iter().all(|tranche| allowed.contains(&tranche.sale));
        let fits = match series.state {
            State::Proposed | State::Verified => sales(&[Sale::Waiting]),
            State::Bidding => {
                sales(&[Sale::Open, Sale::Closed, Sale::Finished])
                    && series.tranches.iter().any(|tranche| tranche.sale == Sale::Open)
            }
            State::Cleared | State::Cancelled => sales(&[Sale::Closed, Sale::Finished]),
            State::Active => sales(&[Sale::Finished]),
            State::Matured | State::Defaulted => sales(&[Sale::Closed, Sale::Finished]),
        };
        hold(fits, "INV-DERIV-7: a state that its auctions contradict")?;
        hold(
            series.maturity.is_some() == (series.state.is_running() || series.state.is_settled()),
            "INV-DERIV-7: a maturity without a term, or a term without maturity",
        )?;
        hold(
            !series.state.is_over() || series.idle == 0,
            "INV-DERIV-7: a series is over and its vault keeps native",
        )
    }

    /// INV-DERIV-8.
    fn inv_8_lists(all: &BTreeMap<SeriesId, Series<T::AccountId>>) -> Result<(), DispatchError> {
        let live = Live::<T>::get();
        hold(
            live.windows(2).all(|pair| pair.first() < pair.last()),
            "INV-DERIV-8: the live series are out of order",
        )?;
        let opened = |id: &SeriesId| all.get(id).is_some_and(|series| series.first_token.is_some());
        hold(live.iter().all(opened), "INV-DERIV-8: a live series that is not open")?;
        let forgotten = |(id, series): (&SeriesId, &Series<T::AccountId>)| {
            series.first_token.is_some() && (!series.state.is_over() || series.staked > 0) && !live.contains(id)
        };
        hold(!all.iter().any(forgotten), "INV-DERIV-8: upkeep has forgotten a series")?;
        hold(
            all.keys().all(|id| *id < NextSeries::<T>::get()),
            "INV-DERIV-8: a series from the future",
        )?;
        let tokens = all
            .values()
            .filter_map(|series| series.first_token)
            .collect::<BTreeSet<AssetId>>();
        let end = Opened::<T>::get().checked_mul(MAX_TRANCHES);
        let end = end.and_then(|used| used.checked_add(T::FirstTokenId::get()));
        hold(
            tokens.len() == all.values().filter(|series| series.first_token.is_some()).count()
                && tokens.last().is_none_or(|last| end.is_some_and(|end| *last < end)),
            "INV-DERIV-8: two series share a token, or a token was never taken",
        )
    }

    /// INV-DERIV-9.
    fn inv_9_alarm() -> Result<(), DispatchError> {
        let round = pallet::Round::<T>::get();
        let done = round.step.is_none() && T::Staking::active_era() <= round.era;
        hold(
            done || T::Alarm::at() == Some(0),
            "INV-DERIV-9: upkeep is not complete and no alarm rings",
        )
    }
}
