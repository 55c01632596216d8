// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use finch_ports::{Observation, RateCurve};
use finch_types::{Balance, FixedU128, Moment, MILLISECS_PER_YEAR};
use frame_support::{pallet_prelude::ValueQuery, storage_alias, weights::Weight};
use sp_arithmetic::FixedPointNumber;

#[storage_alias]
type Rate = StorageValue<FakeCurve, FixedU128>;
#[storage_alias]
type Observed = StorageValue<FakeCurve, Vec<(Moment, FixedU128, FixedU128, Balance)>, ValueQuery>;

/// A curve with one rate for every maturity, as simple interest: a contract is worth `1 + (annual_rate - rate) * years`
/// of its principal, never less than 0. It keeps what it is told and learns nothing from it.
pub struct FakeCurve;

impl FakeCurve {
    /// Quotes by this rate a year from now on; `None`, as at first, for no quotes.
    pub fn set_rate(rate: Option<FixedU128>) {
        Rate::set(rate);
    }

    /// What was observed so far, oldest first.
    pub fn observations() -> Vec<Observation> {
        Observed::get()
            .into_iter()
            .map(|(time_to_maturity, annual_rate, price_ratio, turnover)| Observation {
                time_to_maturity,
                annual_rate,
                price_ratio,
                turnover,
            })
            .collect()
    }
}

impl RateCurve for FakeCurve {
    fn observe(observation: Observation) {
        Observed::append((
            observation.time_to_maturity,
            observation.annual_rate,
            observation.price_ratio,
            observation.turnover,
        ));
    }

    fn contract_value(time_to_maturity: Moment, annual_rate: FixedU128) -> Option<FixedU128> {
        let interest = |rate: FixedU128| {
            let whole = rate.into_inner().checked_mul(time_to_maturity.into())?;
            Some(whole / u128::from(MILLISECS_PER_YEAR))
        };
        let (promised, fair) = (interest(annual_rate)?, interest(Rate::get()?)?);
        Some(FixedU128::from_inner((FixedU128::DIV + promised).saturating_sub(fair)))
    }

    fn fair_rate(_: Moment) -> Option<FixedU128> {
        Rate::get()
    }

    fn weight_observe() -> Weight {
        Weight::from_parts(1_000_000, 1_000)
    }

    fn weight_quote() -> Weight {
        Weight::from_parts(1_000_000, 1_000)
    }
}
