// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the auction house calls back: who may bid, how a tranche cleared, who takes its units.

use crate::{
    books::{add, sub},
    types::*,
    *,
};
use finch_math::{mul_div, Round};
use finch_ports::{Affiliation, AuctionSeller, Clearing, Observation, RateCurve, SellerCall};
use finch_types::{Balance, Lot, SeriesId, TrancheId};
use frame_support::{
    ensure,
    pallet_prelude::{DispatchError, DispatchResult},
    storage::with_storage_layer,
    traits::{fungibles::Mutate as _, Time},
    weights::Weight,
};

impl<T: Config> AuctionSeller<T::AccountId> for Pallet<T> {
    fn may_bid(lot: Lot, who: &T::AccountId) -> bool {
        let Lot::Derivative { series, .. } = lot else {
            return false;
        };
        Self::load(series).is_ok_and(|series| {
            let sides = [&series.issuer, &series.validator];
            !sides.contains(&who)
                && !T::Affiliation::delegates(&series.issuer).contains(who)
                && !T::Affiliation::delegates(who)
                    .iter()
                    .any(|delegate| sides.contains(&delegate))
        })
    }

    fn proceeds_account(lot: Lot) -> Result<T::AccountId, DispatchError> {
        let (id, tranche) = Self::tranche_of(lot)?;
        let series = Self::load(id)?;
        ensure!(
            series.tranche::<T>(tranche)?.sale != Sale::Waiting,
            Error::<T>::NotBidding
        );
        Ok(Self::vault(id))
    }

    fn closed(lot: Lot, clearing: Clearing) -> DispatchResult {
        let (series, tranche) = Self::tranche_of(lot)?;
        Self::do_closed(series, tranche, clearing)
    }

    fn deliver(lot: Lot, buyer: &T::AccountId, units: Balance, paid: Balance) -> DispatchResult {
        let (series, tranche) = Self::tranche_of(lot)?;
        Self::do_deliver(series, tranche, buyer, units, paid)
    }

    fn finished(lot: Lot, unsold: Balance) -> DispatchResult {
        let (series, tranche) = Self::tranche_of(lot)?;
        Self::do_finished(series, tranche, unsold)
    }

    fn weight(call: SellerCall) -> Weight {
        match call {
            SellerCall::MayBid => T::WeightInfo::may_bid(),
            SellerCall::Closed => T::WeightInfo::closed().saturating_add(T::Curve::weight_observe()),
            SellerCall::Deliver => T::WeightInfo::deliver(),
            SellerCall::Finished => T::WeightInfo::finished(),
        }
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn benchmark_lot(units: Balance) -> Lot {
        let series = benchmarking::in_auction::<T>(units, 1);
        Lot::Derivative { series, tranche: 0 }
    }
}

impl<T: Config> Pallet<T> {
    fn tranche_of(lot: Lot) -> Result<(SeriesId, TrancheId), Error<T>> {
        match lot {
            Lot::Derivative { series, tranche } => Ok((series, tranche)),
            // Of another product. Whoever joins the pallets hands them over to it.
            Lot::Fees { .. } | Lot::Member { .. } | Lot::Vault { .. } => Err(Error::SeriesNotFound),
        }
    }

    fn do_closed(id: SeriesId, at: TrancheId, clearing: Clearing) -> DispatchResult {
        let Clearing { price, sold, turnover } = clearing;
        let mut series = Self::load(id)?;
        let term = series.terms.term;
        let tranche = series.tranche_mut::<T>(at)?;
        ensure!(tranche.sale == Sale::Open, Error::<T>::NotBidding);
        tranche.unsold = tranche.units.checked_sub(sold).ok_or(Error::<T>::TooManyUnits)?;
        tranche.sale = Sale::Closed;
        tranche.price = price;
        tranche.pending = sold;
        Self::deposit_event(Event::TrancheCleared {
            series: id,
            tranche: at,
            price,
            sold,
            turnover,
        });
        if sold > 0 {
            T::Curve::observe(Observation {
                time_to_maturity: term,
                annual_rate: tranche.terms.annual_rate,
                price_ratio: price,
                turnover,
            });
        }
        Self::start_term(id, &mut series)?;
        AllSeries::<T>::insert(id, series);
        Ok(())
    }

    /// With the last auction the term begins, or the series ends if nothing is sold.
    fn start_term(id: SeriesId, series: &mut Series<T::AccountId>) -> DispatchResult {
        let open = |tranche: &Tranche| matches!(tranche.sale, Sale::Waiting | Sale::Open);
        if series.state != State::Bidding || series.tranches.iter().any(open) {
            return Ok(());
        }
        let sold = |tranche: &Tranche| tranche.pending > 0 || tranche.flows.delivered > 0;
        if series.tranches.iter().any(sold) {
            let maturity = T::Time::now()
                .checked_add(series.terms.term)
                .ok_or(Error::<T>::Overflow)?;
            series.state = State::Cleared;
            series.maturity = Some(maturity);
            Self::deposit_event(Event::SeriesCleared { series: id, maturity });
        } else {
            series.state = State::Cancelled;
            Self::free_idle(series)?;
            Self::deposit_event(Event::SeriesCancelled { series: id });
            Self::try_pay_issuer(id, series);
        }
        Ok(())
    }

    fn do_deliver(id: SeriesId, at: TrancheId, buyer: &T::AccountId, units: Balance, paid: Balance) -> DispatchResult {
        let mut series = Self::load(id)?;
        let token = series.token::<T>(at)?;
        let tranche = series.tranche_mut::<T>(at)?;
        ensure!(tranche.sale == Sale::Closed, Error::<T>::NotClosed);
        tranche.pending = tranche.pending.checked_sub(units).ok_or(Error::<T>::TooManyUnits)?;
        tranche.outstanding = add::<T>(tranche.outstanding, units)?;
        tranche.flows.delivered = add::<T>(tranche.flows.delivered, units)?;
        series.proceeds = add::<T>(series.proceeds, paid)?;
        series.flows.paid = add::<T>(series.flows.paid, paid)?;
        AllSeries::<T>::insert(id, series);

        T::Assets::mint_into(token, buyer, units)?;
        Self::deposit_event(Event::Delivered {
            series: id,
            tranche: at,
            who: buyer.clone(),
            units,
            paid,
        });
        Ok(())
    }

    /// What the house calls unsold is what was not delivered; the pallet has counted that itself.
    fn do_finished(id: SeriesId, at: TrancheId, unsold: Balance) -> DispatchResult {
        let mut series = Self::load(id)?;
        let tranche = series.tranche_mut::<T>(at)?;
        ensure!(tranche.sale == Sale::Closed, Error::<T>::NotClosed);
        let never = core::mem::take(&mut tranche.pending);
        tranche.unsold = add::<T>(tranche.unsold, never)?;
        ensure!(tranche.unsold == unsold, Error::<T>::TooManyUnits);
        tranche.sale = Sale::Finished;
        Self::deposit_event(Event::TrancheFinished {
            series: id,
            tranche: at,
            unsold,
        });
        if let Some(payout) = series.tranche::<T>(at)?.payout.filter(|payout| payout.units > 0) {
            let share = mul_div(never, payout.paid, payout.units, Round::Down).map_err(Error::<T>::from)?;
            Self::forgo(id, &mut series, at, share)?;
        }
        let all = series.tranches.iter().all(|tranche| tranche.sale == Sale::Finished);
        if all && series.state == State::Cleared {
            series.state = State::Active;
            Self::deposit_event(Event::SeriesActivated { series: id });
        }
        Self::try_pay_issuer(id, &mut series);
        AllSeries::<T>::insert(id, series);
        Ok(())
    }

    /// Gives `amount` of the payout of a tranche to the issuer, and what is left of it when no unit can claim it.
    pub(crate) fn forgo(
        id: SeriesId,
        series: &mut Series<T::AccountId>,
        at: TrancheId,
        amount: Balance,
    ) -> Result<(), Error<T>> {
        let tranche = series.tranche_mut::<T>(at)?;
        let Some(payout) = tranche.payout.as_mut() else {
            return Ok(());
        };
        let claimed = tranche.outstanding > 0 || tranche.pending > 0;
        let amount = if claimed { amount } else { payout.left };
        if amount > 0 {
            payout.left = sub::<T>(payout.left, amount)?;
            tranche.flows.forgone = add::<T>(tranche.flows.forgone, amount)?;
            series.residual = add::<T>(series.residual, amount)?;
            Self::deposit_event(Event::Forgone {
                series: id,
                tranche: at,
                amount,
            });
        }
        Ok(())
    }

    /// Pays the issuer if it can be paid. A callback and upkeep do not fail because an issuer's account is gone; what
    /// is the issuer's stays in the books for `collect`.
    pub(crate) fn try_pay_issuer(id: SeriesId, series: &mut Series<T::AccountId>) {
        let mut after = series.clone();
        if with_storage_layer(|| Self::pay_issuer(id, &mut after)).is_ok() {
            *series = after;
        }
    }
}
