// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Options of a covered series are exercised: against the collateral of all vaults together.

use crate::{books::*, types::*, *};
use finch_math::Round;
use finch_types::OptionId;
use frame_support::{ensure, pallet_prelude::DispatchResult};

/// What an exercise moves.
pub(crate) struct Delivery {
    /// Units that the holder brings.
    pub brought: Balance,
    /// Units of the collateral that leave.
    pub paid: Balance,
    /// Units of them that are the fee.
    pub fee: Balance,
}

impl<T: Config> Pallet<T> {
    /// What so many options bring and take: rounded up and down, against whoever exercises.
    pub(crate) fn delivery(series: &SeriesOf<T>, amount: Balance) -> Result<Delivery, Error<T>> {
        let terms = &series.terms;
        let strike = terms.strike();
        let (brought, paid) = match terms.kind {
            Kind::Call => (strike.worth(amount, Round::Up)?, amount),
            Kind::Put => (amount, strike.worth(amount, Round::Down)?),
        };
        ensure!(paid > 0, Error::TooLittle);
        Ok(Delivery {
            brought,
            paid,
            fee: fee_of(series.exercise_fee, paid),
        })
    }

    pub(crate) fn do_exercise(who: T::AccountId, id: OptionId, amount: Balance) -> DispatchResult {
        ensure!(amount > 0, Error::<T>::AmountZero);
        let mut series = Self::load_running(id)?;
        let terms = series.terms;
        ensure!(terms.style == Style::American, Error::<T>::NotCovered);
        let Delivery { brought, paid, fee } = Self::delivery(&series, amount)?;
        add::<T>(&mut series.flows.exercised, amount)?;
        add::<T>(&mut series.flows.paid, paid)?;
        add::<T>(&mut series.flows.received, brought)?;
        add::<T>(&mut series.fees, fee)?;
        AllSeries::<T>::insert(id, series);
        Self::deposit_event(Event::Exercised {
            series: id,
            who: who.clone(),
            amount,
            brought,
            paid,
            fee,
        });
        Self::burn_options(id, &who, amount)?;
        Self::pull(terms.brought(), &who, brought)?;
        Self::pay_holder(&terms, &who, paid, fee)
    }
}
