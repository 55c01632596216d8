// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A series before it opens: proposed by an issuer, verified, rejected or withdrawn.

use crate::{
    books::{add, factor, times},
    types::*,
    *,
};
use alloc::vec::Vec;
use finch_ports::StakingBackend;
use finch_types::{Balance, SeriesId};
use frame_support::{
    ensure,
    pallet_prelude::DispatchResult,
    traits::{
        fungible::{Inspect, MutateHold},
        tokens::Precision::Exact,
        Get,
    },
};
use sp_runtime::traits::Zero;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_propose(
        issuer: T::AccountId,
        validator: T::AccountId,
        principal: Balance,
        bond: Balance,
        terms: Terms,
        tranches: TranchesOf<TrancheTerms>,
    ) -> DispatchResult {
        ensure!(
            T::Staking::commission(&validator).is_some(),
            Error::<T>::UnknownValidator
        );
        Self::ensure_terms(principal, bond, &terms)?;
        let tranches = Self::checked_tranches(principal, &terms, tranches)?;
        let series = Series {
            issuer,
            validator,
            state: State::Proposed,
            principal,
            terms,
            fee_rate: T::FeeRate::get().min(FEE_MAX),
            bond,
            staked: 0,
            idle: 0,
            proceeds: 0,
            residual: 0,
            deposit: 0,
            maturity: None,
            redeem_from: 0,
            accounted_era: 0,
            first_token: None,
            tranches,
            flows: Flows {
                bonded: bond,
                ..Default::default()
            },
        };
        Self::ensure_covered(&series)?;
        let coverage = Self::coverage(&series)?.into_iter().flatten().collect::<Vec<_>>();

        let id = NextSeries::<T>::get();
        NextSeries::<T>::put(id.checked_add(1).ok_or(Error::<T>::Overflow)?);
        T::Currency::hold(&HoldReason::IssuerBond.into(), &series.issuer, bond)
            .map_err(|_| Error::<T>::InsufficientBalance)?;
        Self::deposit_event(Event::Proposed {
            series: id,
            issuer: series.issuer.clone(),
            validator: series.validator.clone(),
            principal,
            bond,
            agreement: series.terms.agreement,
            fee_rate: series.fee_rate,
            coverage,
        });
        AllSeries::<T>::insert(id, series);
        Ok(())
    }

    fn ensure_terms(principal: Balance, bond: Balance, terms: &Terms) -> Result<(), Error<T>> {
        ensure!(terms.term > 0, Error::ZeroTerm);
        ensure!(
            (T::MinTerm::get()..=T::MaxTerm::get()).contains(&terms.term),
            Error::TermOutOfRange
        );
        ensure!(
            (BIDDING_MIN..=BIDDING_MAX).contains(&terms.bidding),
            Error::BiddingOutOfRange
        );
        let least = T::MinPrincipal::get().max(T::Staking::min_nominator_bond());
        ensure!((least..=PRINCIPAL_MAX).contains(&principal), Error::PrincipalOutOfRange);
        ensure!(bond >= BOND_MIN.mul_ceil(principal), Error::BondTooSmall);
        Ok(())
    }

    fn checked_tranches(
        principal: Balance,
        terms: &Terms,
        proposed: TranchesOf<TrancheTerms>,
    ) -> Result<TranchesOf<Tranche>, Error<T>> {
        ensure!(!proposed.is_empty(), Error::NoTranches);
        let mut shares = 0u128;
        let mut tranches = TranchesOf::new();
        for tranche in proposed {
            shares = add::<T>(shares, tranche.share.deconstruct().into())?;
            ensure!(tranche.annual_rate <= RATE_MAX, Error::RateOutOfRange);
            ensure!(!tranche.ask.is_zero() && tranche.ask <= ASK_MAX, Error::AskOutOfRange);
            ensure!(
                !tranche.tick_size.is_zero() && tranche.tick_size <= tranche.ask,
                Error::TickSizeOutOfRange
            );
            let units = tranche.share.mul_floor(principal);
            // No payment for a contract may be too small to be made.
            ensure!(
                (1..=units).contains(&terms.contract_size)
                    && times::<T>(terms.contract_size, tranche.ask)? >= T::Currency::minimum_balance(),
                Error::ContractSizeOutOfRange
            );
            let tranche = Tranche {
                terms: tranche,
                units,
                factor: factor::<T>(tranche.annual_rate, terms.term)?,
                sale: Sale::Waiting,
                auction: None,
                price: Zero::zero(),
                unsold: 0,
                pending: 0,
                outstanding: 0,
                payout: None,
                flows: Default::default(),
            };
            tranches.try_push(tranche).map_err(|_| Error::Corrupted)?;
        }
        ensure!(
            shares <= finch_types::Perbill::one().deconstruct().into(),
            Error::SharesTooHigh
        );
        Ok(tranches)
    }

    pub(crate) fn do_verify(id: SeriesId) -> DispatchResult {
        let mut series = Self::load(id)?;
        ensure!(series.state == State::Proposed, Error::<T>::NotProposed);
        series.state = State::Verified;
        AllSeries::<T>::insert(id, series);
        Self::deposit_event(Event::Verified { series: id });
        Ok(())
    }

    pub(crate) fn do_reject(id: SeriesId) -> DispatchResult {
        Self::drop_proposal(id, Self::load(id)?)?;
        Self::deposit_event(Event::Rejected { series: id });
        Ok(())
    }

    pub(crate) fn do_withdraw_proposal(who: T::AccountId, id: SeriesId) -> DispatchResult {
        Self::drop_proposal(id, Self::load_of(&who, id)?)?;
        Self::deposit_event(Event::Withdrawn { series: id });
        Ok(())
    }

    /// Forgets a series that never opened and gives the bond back.
    fn drop_proposal(id: SeriesId, mut series: Series<T::AccountId>) -> DispatchResult {
        ensure!(
            matches!(series.state, State::Proposed | State::Verified),
            Error::<T>::AlreadyOpen
        );
        AllSeries::<T>::remove(id);
        Self::release_bond(id, &mut series)
    }

    /// Gives back what is left of the bond.
    pub(crate) fn release_bond(id: SeriesId, series: &mut Series<T::AccountId>) -> DispatchResult {
        let amount = core::mem::take(&mut series.bond);
        if amount > 0 {
            series.flows.released = add::<T>(series.flows.released, amount)?;
            T::Currency::release(&HoldReason::IssuerBond.into(), &series.issuer, amount, Exact)?;
            Self::deposit_event(Event::BondReleased { series: id, amount });
        }
        Ok(())
    }
}
