// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What leaves the basket over time: the streaming fee, and the staking reward of synthetics.

use crate::{
    books::{add, payable, sub},
    types::*,
    *,
};
use alloc::vec::Vec;
use finch_math::{mul_div, Round};
use finch_ports::{FeeSink, SynthRates};
use finch_types::FeeSource;
use frame_support::{
    pallet_prelude::{DispatchError, DispatchResult},
    storage::with_storage_layer,
    traits::{
        fungibles::{Balanced as _, Inspect as _},
        tokens::{Fortitude::Polite, Precision::Exact, Preservation::Expendable},
        Get,
    },
};

impl<T: Config> Pallet<T> {
    /// Takes fees and rewards since the last time. Then opens a rebalance for cash that an earlier one could not spend.
    pub(crate) fn accrue(now: Moment) -> DispatchResult {
        let since = Self::reschedule(|agenda| agenda.accrued::<T>(now));
        let elapsed = now.saturating_sub(since).min(ACCRUAL_MAX);
        let mut basket = Holdings::<T>::get();
        let (mut fees, mut rewards) = (Vec::new(), Vec::new());
        for holding in basket.holdings.iter_mut() {
            let asset = holding.asset;
            // An asset that is frozen must not stop what is due of the others.
            match with_storage_layer(|| Self::accrue_holding(*holding, elapsed)) {
                Ok((after, fee, reward)) => {
                    *holding = after;
                    fees.extend((fee > 0).then_some(Item { asset, units: fee }));
                    rewards.extend((reward > 0).then_some(Item { asset, units: reward }));
                }
                Err(error) => Self::deposit_event(Event::AccrualSkipped { asset, error }),
            }
        }
        let cash = basket.cash;
        Holdings::<T>::put(basket);
        if !(fees.is_empty() && rewards.is_empty()) {
            Self::deposit_event(Event::Accrued { fees, rewards, elapsed });
        }
        if cash >= T::MinTrade::get() && !Job::<T>::exists() {
            Self::start_rebalance(Stage::PlanBuys, now);
        }
        Ok(())
    }

    /// Takes what is due of one holding. Returns it as it is then, with units of fee and of reward.
    fn accrue_holding(mut holding: Holding, elapsed: Moment) -> Result<(Holding, Balance, Balance), DispatchError> {
        let asset = holding.asset;
        // Less than that the sink might not be able to keep.
        let least = T::Assets::minimum_balance(asset);
        holding.due = add::<T>(holding.due, Self::streaming_fee(holding.units, elapsed)?)?.min(holding.units);
        let mut fee = 0;
        if holding.due >= least {
            fee = payable::<T>(asset, holding.due, holding.units);
            holding.due = sub::<T>(holding.due, fee)?;
            holding.units = sub::<T>(holding.units, fee)?;
            holding.flows.fee = add::<T>(holding.flows.fee, fee)?;
            Self::give(asset, fee, FeeSource::EtfStreaming)?;
        }

        let mut reward = 0;
        if let Some(rate) = T::Synths::rate(asset) {
            let mark = holding.mark.unwrap_or(rate);
            let earned = payable::<T>(asset, Self::reward(holding.units, mark, rate)?, holding.units);
            if earned >= least {
                reward = earned;
            }
            // A rate that fell keeps its mark: the loss has to be made up first. So does one that rose by too little to be
            // taken.
            holding.mark = Some(if reward > 0 { rate } else { mark });
            holding.units = sub::<T>(holding.units, reward)?;
            holding.flows.harvested = add::<T>(holding.flows.harvested, reward)?;
            Self::give(asset, reward, FeeSource::EtfReward)?;
        }
        Ok((holding, fee, reward))
    }

    /// `floor(units * fee * elapsed / year)`, in favour of the holders.
    pub(crate) fn streaming_fee(units: Balance, elapsed: Moment) -> Result<Balance, Error<T>> {
        let rate = T::StreamingFee::get().min(STREAMING_FEE_MAX).deconstruct();
        let part = u128::from(rate).checked_mul(elapsed.into()).ok_or(Error::Overflow)?;
        let whole = u128::from(MILLISECS_PER_YEAR).checked_mul(finch_math::basket::WHOLE.into());
        Ok(mul_div(units, part, whole.ok_or(Error::Overflow)?, Round::Down)?)
    }

    /// The units that are more than what `units` stood for at the mark: `floor(units * (1 - mark / rate))`.
    pub(crate) fn reward(units: Balance, mark: FixedU128, rate: FixedU128) -> Result<Balance, Error<T>> {
        let (mark, rate) = (mark.into_inner(), rate.into_inner());
        match rate.checked_sub(mark) {
            Some(rise) if rise > 0 => Ok(mul_div(units, rise, rate, Round::Down)?),
            Some(_) | None => Ok(0),
        }
    }

    fn give(asset: AssetId, units: Balance, source: FeeSource) -> DispatchResult {
        if units > 0 {
            let credit = T::Assets::withdraw(asset, &Self::account_id(), units, Exact, Expendable, Polite)?;
            T::FeeSink::deposit(source, credit);
        }
        Ok(())
    }
}
