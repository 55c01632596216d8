// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Redemption at once, out of the buffer, for a fee.

use crate::{
    books::{add, sub},
    types::Books,
    *,
};
use finch_math::{
    buffer::{instant_fee_up, FeeRange},
    mul_div, Round,
};
use finch_ports::FeeSink;
use finch_types::{Balance, FeeSource};
use frame_support::{
    ensure,
    pallet_prelude::DispatchResult,
    traits::{
        fungible::Balanced,
        tokens::{Fortitude::Polite, Precision::Exact, Preservation::Preserve},
    },
};
use sp_arithmetic::PerThing;

impl<T: Config<I>, I: 'static> Pallet<T, I> {
    pub(crate) fn do_redeem_instant(who: T::AccountId, synth: Balance, min_native_out: Balance) -> DispatchResult {
        ensure!(synth > 0, Error::<T, I>::AmountZero);
        let mut pool = Pool::<T, I>::get();
        let (gross, fee) = Self::instant_price(&pool, synth)?;
        let amount = sub::<T, I>(gross, fee)?;
        ensure!(amount > 0, Error::<T, I>::AmountZero);
        ensure!(amount >= min_native_out, Error::<T, I>::BelowMinOut);

        pool.buffer = sub::<T, I>(pool.buffer, gross)?;
        pool.backing = sub::<T, I>(pool.backing, gross)?;
        pool.issuance = sub::<T, I>(pool.issuance, synth)?;
        pool.flows.burned = add::<T, I>(pool.flows.burned, synth)?;
        pool.flows.instant = add::<T, I>(pool.flows.instant, amount)?;
        pool.flows.fees = add::<T, I>(pool.flows.fees, fee)?;
        Pool::<T, I>::put(pool);

        Self::burn_synth(&who, synth).map_err(|_| Error::<T, I>::InsufficientBalance)?;
        Self::pay_fee(FeeSource::SynthInstant, fee)?;
        Self::pay(&Self::pot(), &who, amount)?;
        Self::deposit_event(Event::InstantRedeemed {
            who,
            synth,
            amount,
            fee,
        });
        Ok(())
    }

    /// What leaves the buffer for `synth`, and the fee in it.
    pub(crate) fn instant_price(pool: &Books, synth: Balance) -> Result<(Balance, Balance), Error<T, I>> {
        ensure!(synth <= pool.issuance, Error::InsufficientBalance);
        let gross = Self::value_of(pool, synth)?;
        ensure!(gross <= pool.buffer, Error::BufferTooLow);
        let range = FeeRange {
            min: INSTANT_FEE_MIN,
            max: INSTANT_FEE_MAX,
        };
        let fee = instant_fee_up(pool.buffer, gross, Self::full_buffer(pool)?, range)?;
        Ok((gross, fee))
    }

    /// The buffer at which a redemption at once costs the least: [`BUFFER_TARGET`] of it and of the backing outside of
    /// it. A redemption at once does not change what is outside, so the fee does not depend on how an amount is cut.
    fn full_buffer(pool: &Books) -> Result<Balance, Error<T, I>> {
        let outside = pool.backing.saturating_sub(pool.buffer);
        let rest = BUFFER_TARGET.left_from_one();
        Ok(mul_div(
            outside,
            BUFFER_TARGET.deconstruct().into(),
            rest.deconstruct().into(),
            Round::Down,
        )?)
    }

    /// The native that the buffer should hold.
    pub(crate) fn buffer_target(pool: &Books) -> Balance {
        BUFFER_TARGET.mul_floor(pool.backing)
    }

    /// Sends native of the pot to the fee sink. The books are already written.
    pub(crate) fn pay_fee(source: FeeSource, fee: Balance) -> DispatchResult {
        let credit = T::Currency::withdraw(&Self::pot(), fee, Exact, Preserve, Polite)?;
        T::FeeSink::deposit(source, credit);
        Ok(())
    }
}
