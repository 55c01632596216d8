// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Governance plants and takes away nodes.

use crate::{books::*, types::*, *};
use finch_math::{fixed, Round};
use finch_types::{FixedI128, FixedU128, Moment};
use frame_support::{pallet_prelude::DispatchResult, traits::Time};
use sp_arithmetic::FixedPointNumber;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_seed(time_to_maturity: Moment, annual_rate: FixedU128) -> DispatchResult {
        let pillar = Self::pillar(time_to_maturity).ok_or(Error::<T>::MaturityOutOfRange)?;
        let zero_rate = Self::zero_rate_of(annual_rate).ok_or(Error::<T>::RateTooHigh)?;
        let log_growth = log_growth(pillar, zero_rate).map_err(|_| Error::<T>::RateTooHigh)?;

        Book::<T>::mutate(|books| {
            let node = Node {
                time_to_maturity: pillar,
                zero_rate,
                log_growth,
                turnover: 0,
                observed_at: T::Time::now(),
                allowance: STEP,
                seeded: true,
            };
            books.put(node, 0);
        });
        Self::deposit_event(Event::Seeded {
            pillar,
            annual_rate,
            zero_rate,
        });
        Ok(())
    }

    pub(crate) fn do_retire(time_to_maturity: Moment) -> DispatchResult {
        let pillar = Self::pillar(time_to_maturity).ok_or(Error::<T>::MaturityOutOfRange)?;
        let node = Book::<T>::try_mutate(|books| books.take(pillar).ok_or(Error::<T>::NodeNotFound))?;
        Self::deposit_event(Event::Retired {
            pillar,
            zero_rate: node.zero_rate,
        });
        Ok(())
    }

    /// `ln(1 + annual_rate)`, if that is within the range.
    fn zero_rate_of(annual_rate: FixedU128) -> Option<FixedI128> {
        let growth = annual_rate.into_inner().checked_add(FixedU128::DIV)?;
        let rate = fixed::ln(FixedU128::from_inner(growth), Round::Nearest).ok()?;
        (within_range(rate) == rate).then_some(rate)
    }
}
