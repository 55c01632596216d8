// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Maturity: the waterfall, written once.

use crate::{
    books::{add, sub, PerTranche},
    types::*,
    *,
};
use finch_math::waterfall;
use finch_ports::{Loss, LossObserver, Risk, StakingBackend};
use finch_types::{Balance, SeriesId};
use frame_support::{
    dispatch::DispatchClass,
    ensure,
    pallet_prelude::{DispatchError, DispatchResult},
    storage::with_storage_layer,
    traits::{
        fungible::MutateHold,
        tokens::{Fortitude::Force, Precision::BestEffort, Restriction::Free},
        Time,
    },
};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_settle(id: SeriesId) -> DispatchResult {
        let mut series = Self::load(id)?;
        ensure!(series.state.is_running(), Error::<T>::NotRunning);
        ensure!(Self::is_due(&series), Error::<T>::NotMatured);
        // A stake that is withdrawn before its last rewards are paid could lose them.
        ensure!(series.accounted_era >= T::Staking::active_era(), Error::<T>::UpkeepDue);
        let faces = series.faces::<T>()?;
        ensure!(Self::is_funded(&series, &faces)?, Error::<T>::StillUnbonding);
        Self::write_payouts(id, &mut series, faces)?;
        Self::wind_up(id, &mut series)?;
        AllSeries::<T>::insert(id, series);
        Ok(())
    }

    /// Settles if it is time, and gives an issuer what is its own.
    pub(crate) fn settle_step(id: SeriesId) -> DispatchResult {
        let mut series = Self::load(id)?;
        if series.state.is_running() && Self::is_due(&series) {
            let faces = series.faces::<T>()?;
            if Self::is_funded(&series, &faces)? {
                Self::write_payouts(id, &mut series, faces)?;
            }
        }
        Self::wind_up(id, &mut series)?;
        AllSeries::<T>::insert(id, series);
        Ok(())
    }

    /// Whether the term is over, or nobody but the issuer waits for it.
    pub(crate) fn is_due(series: &Series<T::AccountId>) -> bool {
        series.is_free() || series.maturity.is_some_and(|maturity| maturity <= T::Time::now())
    }

    /// Everything is withdrawn, or what is withdrawn meets every face: then the stake that is left, usually the reward
    /// of the last era, is the issuer's in any case and nobody has to wait for it.
    fn is_funded(series: &Series<T::AccountId>, faces: &PerTranche<Balance>) -> Result<bool, Error<T>> {
        let owed = faces
            .iter()
            .try_fold(0u128, |sum, face| sum.checked_add(*face))
            .ok_or(Error::Overflow)?;
        Ok(series.staked == 0 || series.idle >= owed)
    }

    fn write_payouts(id: SeriesId, series: &mut Series<T::AccountId>, faces: PerTranche<Balance>) -> DispatchResult {
        let value = series.idle;
        let lacking = waterfall::settle(value, series.bond, faces)
            .map_err(Error::<T>::from)?
            .bond_used;
        let bond = Self::seize(id, series, lacking);
        let paid = waterfall::settle(series.idle, 0, faces).map_err(Error::<T>::from)?;
        series.idle = 0;
        series.residual = add::<T>(series.residual, paid.residual)?;
        series.state = if paid.payments == faces {
            State::Matured
        } else {
            State::Defaulted
        };
        Self::deposit_event(Event::Settled {
            series: id,
            state: series.state,
            value,
            bond,
            residual: paid.residual,
        });
        for ((at, tranche), (face, paid)) in (0u8..)
            .zip(series.tranches.iter_mut())
            .zip(faces.into_iter().zip(paid.payments))
        {
            let units = tranche.claims().ok_or(Error::<T>::Overflow)?;
            tranche.payout = Some(Payout {
                face,
                paid,
                units,
                left: paid,
            });
            Self::deposit_event(Event::TrancheSettled {
                series: id,
                tranche: at,
                face,
                paid,
                units,
            });
        }
        let ([owed, ..], [got, ..]) = (faces, paid.payments);
        Self::report_default(id, owed, got);
        Ok(())
    }

    /// Reports what the most senior tranche lacks. Now it is final: until the settlement rewards may still make up for a
    /// slash.
    fn report_default(id: SeriesId, owed: Balance, paid: Balance) {
        let lost = owed.saturating_sub(paid);
        if lost > 0 {
            frame_system::Pallet::<T>::register_extra_weight_unchecked(
                T::Losses::weight_loss(),
                DispatchClass::Mandatory,
            );
            T::Losses::on_loss(Loss {
                risk: Risk::Series(id),
                lost,
                of: owed,
            });
        }
    }

    /// What the vault of a series that is over holds is the issuer's.
    pub(crate) fn free_idle(series: &mut Series<T::AccountId>) -> Result<(), Error<T>> {
        if series.state.is_over() {
            series.residual = add::<T>(series.residual, series.idle)?;
            series.idle = 0;
        }
        Ok(())
    }

    /// Pays the issuer of a series that is over. With the stake of its vault the work of upkeep ends.
    fn wind_up(id: SeriesId, series: &mut Series<T::AccountId>) -> DispatchResult {
        if !series.state.is_over() {
            return Ok(());
        }
        Self::try_pay_issuer(id, series);
        if series.staked == 0 && T::Staking::stake(&Self::vault(id)).total == 0 {
            Live::<T>::mutate(|live| live.retain(|other| *other != id));
            Self::deposit_event(Event::WoundUp { series: id });
        }
        Ok(())
    }

    /// Moves up to `amount` of the issuer's bond into the vault and returns how much that was. A bond that cannot be
    /// taken must not keep a loss or a settlement from the books.
    pub(crate) fn seize(id: SeriesId, series: &mut Series<T::AccountId>, amount: Balance) -> Balance {
        let wanted = amount.min(series.bond);
        if wanted == 0 {
            return 0;
        }
        let vault = Self::vault(id);
        let reason = HoldReason::IssuerBond.into();
        // What cannot be booked is not taken.
        let taken = with_storage_layer(|| {
            let seized =
                T::Currency::transfer_on_hold(&reason, &series.issuer, &vault, wanted, BestEffort, Free, Force)?;
            let bond = sub::<T>(series.bond, seized)?;
            let idle = add::<T>(series.idle, seized)?;
            let all = add::<T>(series.flows.seized, seized)?;
            Ok::<_, DispatchError>((seized, bond, idle, all))
        });
        let Ok((seized, bond, idle, all)) = taken else {
            return 0;
        };
        series.bond = bond;
        series.idle = idle;
        series.flows.seized = all;
        seized
    }
}
