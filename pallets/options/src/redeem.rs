// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Options of a margined series are redeemed: for their share of what the vaults owed at the settlement.

use crate::{books::*, types::*, *};
use finch_math::{mul_div, Round};
use finch_types::OptionId;
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
    /// What so many options are paid, and the fee of it. The sums that it is made of do not change any more; the last
    /// holder gets the dust of the others.
    pub(crate) fn redemption(series: &SeriesOf<T>, amount: Balance) -> Result<(Balance, Balance), Error<T>> {
        match (series.terms.style, series.stage) {
            (Style::American, _) => return Err(Error::NotMargined),
            (Style::European, Stage::Live) => return Err(Error::NotSettled),
            (Style::European, Stage::Settled | Stage::Closing) => (),
        }
        let flows = &series.flows;
        ensure!(flows.borne > 0, Error::Worthless);
        let open = sum::<T>(flows.open())?;
        ensure!(amount <= open, Error::InsufficientOptions);
        let paid = if amount == open {
            sum::<T>(flows.owed())?
        } else {
            mul_div(flows.borne, amount, sum::<T>(flows.settled())?, Round::Down)?
        };
        ensure!(paid > 0, Error::TooLittle);
        Ok((paid, fee_of(series.exercise_fee, paid)))
    }

    pub(crate) fn do_redeem(who: T::AccountId, id: OptionId, amount: Balance) -> DispatchResult {
        ensure!(amount > 0, Error::<T>::AmountZero);
        let mut series = Self::load(id)?;
        let terms = series.terms;
        let (paid, fee) = Self::redemption(&series, amount)?;
        add::<T>(&mut series.flows.redeemed, amount)?;
        add::<T>(&mut series.flows.paid, paid)?;
        add::<T>(&mut series.fees, fee)?;
        if series.vaults == 0 && series.flows.owed() == Some(0) {
            // It has waited for this.
            Self::plan(id, &mut series, Self::now());
        } else {
            Self::plan_fees(id, &mut series);
        }
        AllSeries::<T>::insert(id, series);
        Self::deposit_event(Event::Redeemed {
            series: id,
            who: who.clone(),
            amount,
            paid,
            fee,
        });
        Self::burn_options(id, &who, amount)?;
        Self::pay_holder(&terms, &who, paid, fee)
    }
}
