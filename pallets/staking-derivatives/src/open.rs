// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A verified series opens: principal into the vault, tokens, auctions.

use crate::{
    books::{add, times},
    types::*,
    *,
};
use alloc::{format, vec, vec::Vec};
use finch_ports::{AuctionHouse, BackendCall, RateCurve, StakingBackend, TimedSale};
use finch_types::{AssetId, Balance, Lot, SeriesId, TrancheId};
use frame_support::{
    ensure,
    pallet_prelude::DispatchResult,
    traits::{
        fungible::Inspect,
        fungibles::{
            metadata::{MetadataDeposit, Mutate as _},
            Create,
        },
        Get,
    },
    weights::Weight,
};

/// The decimals of every token: those of the native coin, because a unit is a planck of principal.
const DECIMALS: u8 = 12;

/// What wallets show: "Finch derivative 7 senior", "fD7-0".
pub(crate) fn names(series: SeriesId, tranche: TrancheId, of: usize) -> (Vec<u8>, Vec<u8>) {
    let rank = match (usize::from(tranche).checked_add(1), tranche) {
        (_, 0) => "senior",
        (Some(number), _) if number >= of => "junior",
        _ => "mezzanine",
    };
    (
        format!("Finch derivative {series} {rank}").into_bytes(),
        format!("fD{series}-{tranche}").into_bytes(),
    )
}

impl<T: Config> Pallet<T> {
    pub(crate) fn do_open(who: T::AccountId, id: SeriesId) -> DispatchResult {
        let mut series = Self::load_of(&who, id)?;
        ensure!(series.state == State::Verified, Error::<T>::NotVerified);
        ensure!(
            T::Staking::commission(&series.validator).is_some(),
            Error::<T>::UnknownValidator
        );
        // What a stake earns may have changed since the proposal.
        Self::ensure_covered(&series)?;
        let coverage = Self::coverage(&series)?;

        let vault = Self::vault(id);
        series.state = State::Bidding;
        series.staked = series.principal;
        series.flows.staked = series.principal;
        series.accounted_era = T::Staking::active_era();
        Self::admit(id)?;
        Self::fund(id, &mut series)?;
        AllSeries::<T>::insert(id, &series);

        T::Staking::bond(&vault, series.principal)?;
        T::Staking::nominate(&vault, vec![series.validator.clone()])?;
        Self::deposit_event(Event::SeriesOpened {
            series: id,
            vault,
            principal: series.principal,
            deposit: series.deposit,
        });
        for (at, covered) in (0u8..).zip(coverage).take(series.tranches.len()) {
            Self::offer(id, &mut series, at, covered)?;
        }
        AllSeries::<T>::insert(id, series);
        Ok(())
    }

    /// Takes a series into the care of upkeep.
    fn admit(id: SeriesId) -> Result<(), Error<T>> {
        Live::<T>::try_mutate(|live| {
            let at = live.partition_point(|other| *other < id);
            live.try_insert(at, id).map_err(|_| Error::TooManySeries)
        })
    }

    /// The next free token ids.
    fn take_tokens() -> Result<AssetId, Error<T>> {
        let opened = Opened::<T>::get();
        let first = opened
            .checked_mul(MAX_TRANCHES)
            .and_then(|used| used.checked_add(T::FirstTokenId::get()))
            .ok_or(Error::NoMoreTokens)?;
        let end = first.checked_add(MAX_TRANCHES).ok_or(Error::NoMoreTokens)?;
        ensure!(end <= T::EndTokenId::get(), Error::NoMoreTokens);
        Opened::<T>::put(opened.checked_add(1).ok_or(Error::NoMoreTokens)?);
        Ok(first)
    }

    /// Moves principal and deposits into the vault and creates the tokens, which the vault owns.
    pub(crate) fn fund(id: SeriesId, series: &mut Series<T::AccountId>) -> DispatchResult {
        let vault = Self::vault(id);
        series.first_token = Some(Self::take_tokens()?);
        let count = series.tranches.len();
        let names = (0u8..).take(count).map(|at| names(id, at, count)).collect::<Vec<_>>();
        series.deposit = names
            .iter()
            .map(|(name, symbol)| T::Assets::calc_metadata_deposit(name, symbol))
            .try_fold(T::Currency::minimum_balance(), |sum, deposit| sum.checked_add(deposit))
            .ok_or(Error::<T>::Overflow)?;
        let amount = add::<T>(series.staked, series.deposit)?;
        Self::pay(&series.issuer, &vault, amount).map_err(|_| Error::<T>::InsufficientBalance)?;
        for (at, (name, symbol)) in (0u8..).zip(names) {
            let token = series.token::<T>(at)?;
            // A least balance of 1: no transfer of tokens leaves dust that the assets pallet would burn unseen.
            T::Assets::create(token, vault.clone(), true, 1)?;
            T::Assets::set(token, &vault, name, symbol, DECIMALS)?;
        }
        Ok(())
    }

    /// Opens the auction of a tranche.
    fn offer(
        id: SeriesId,
        series: &mut Series<T::AccountId>,
        at: TrancheId,
        coverage: Option<FixedU128>,
    ) -> DispatchResult {
        let token = series.token::<T>(at)?;
        let terms = series.terms;
        let tranche = series.tranche_mut::<T>(at)?;
        let sale = Self::timed_sale(id, at, tranche, &terms)?;
        let auction = T::House::open_timed(sale)?;
        tranche.sale = Sale::Open;
        tranche.auction = Some(auction);
        Self::deposit_event(Event::TrancheOffered {
            series: id,
            tranche: at,
            token,
            auction,
            units: tranche.units,
            face: times::<T>(tranche.units, tranche.factor)?,
            ask: tranche.terms.ask,
            fair_ask: T::Curve::contract_value(terms.term, tranche.terms.annual_rate),
            coverage,
        });
        Ok(())
    }

    fn timed_sale(id: SeriesId, at: TrancheId, tranche: &Tranche, terms: &Terms) -> Result<TimedSale, Error<T>> {
        let reserve_value: Balance = times::<T>(tranche.units, tranche.terms.ask)?;
        Ok(TimedSale {
            lot: Lot::Derivative {
                series: id,
                tranche: at,
            },
            units: tranche.units,
            min_bid: terms.contract_size,
            reserve: tranche.terms.ask,
            tick_size: tranche.terms.tick_size,
            min_turnover: terms.min_turnover.mul_floor(reserve_value),
            duration: terms.bidding,
        })
    }

    /// The most that an opening can cost.
    pub(crate) fn open_weight() -> Weight {
        let of_tranche = T::House::weight_open().saturating_add(T::Curve::weight_quote());
        T::WeightInfo::open()
            .saturating_add(T::Staking::weight(BackendCall::Bond))
            .saturating_add(T::Staking::weight(BackendCall::Nominate))
            .saturating_add(of_tranche.saturating_mul(MAX_TRANCHES.into()))
    }
}
