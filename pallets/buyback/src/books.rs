// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What all verbs share: the account, the flow counters, and the end of every planck.

use crate::{types::*, *};
use finch_math::MathError;
use finch_types::{AssetId, Coin, FeeSource};
use frame_support::{
    pallet_prelude::DispatchError,
    traits::{
        fungible::Balanced,
        tokens::{Fortitude::Polite, Precision::Exact, Preservation::Preserve},
        Get, Imbalance,
    },
};
use sp_runtime::traits::{AccountIdConversion, Zero};

impl<T: Config> From<MathError> for Error<T> {
    fn from(error: MathError) -> Self {
        match error {
            MathError::Overflow => Error::Overflow,
            MathError::DivisionByZero | MathError::OutOfDomain => Error::Corrupted,
        }
    }
}

impl<T: Config> Pallet<T> {
    /// The account without a key in which fees in assets wait.
    pub fn account_id() -> T::AccountId {
        T::PalletId::get().into_account_truncating()
    }

    /// What no runtime may be built with.
    pub(crate) fn check_constants() {
        let tolerance = T::Tolerance::get();
        assert!(
            !tolerance.is_zero() && tolerance < finch_types::FixedU128::from_u32(1),
            "Tolerance must be above 0 and below 1"
        );
        assert!(!T::MaxPart::get().is_zero(), "MaxPart must be above 0");
        assert!(!T::MaxMarkAge::get().is_zero(), "MaxMarkAge must be above 0");
        assert!(T::SalePeriod::get() > 0, "SalePeriod must be above 0");
        assert!(T::MinSale::get() > 0, "MinSale must be above 0");
    }

    /// Distributes a share of `credit`, at most [`MAX_SHARE`] and rounded down, and burns the rest. What the account of the
    /// distribution cannot take is burned too.
    pub(crate) fn retire(credit: CreditOf<T>, share: Perbill) -> Retired {
        let amount = credit.peek();
        let share = share.min(MAX_SHARE).mul_floor(amount);
        let (part, rest) = credit.split(share);
        let distributed = if share > 0 && T::Currency::resolve(&T::Distribution::get(), part).is_ok() {
            share
        } else {
            0
        };
        // A credit that is dropped lowers the total issuance.
        drop(rest);
        Retired {
            burned: amount.saturating_sub(distributed),
            distributed,
        }
    }

    /// Takes `native` planck, just received, out of the account and retires them. The existential deposit stays.
    pub(crate) fn retire_received(native: Balance) -> Result<Retired, DispatchError> {
        let credit = T::Currency::withdraw(&Self::account_id(), native, Exact, Preserve, Polite)?;
        Ok(Self::retire(credit, T::DistributionShare::get()))
    }

    /// Counts a fee in native. `None` if a sum does not fit.
    pub(crate) fn count_fee(source: FeeSource, amount: Balance, retired: &Retired) -> Option<()> {
        let key = (Coin::Native, source);
        let mut flow = Flows::<T>::get(key);
        flow.taken = flow.taken.checked_add(amount)?;
        flow.retire(retired)?;
        Flows::<T>::insert(key, flow);
        Some(())
    }

    /// Counts units of a source that were sold for `native` planck. The flow of one that is sold out goes from the pot into
    /// the books.
    pub(crate) fn count_bought(
        asset: AssetId,
        pot: &mut PotOf<T>,
        source: FeeSource,
        (units, native): (Balance, Balance),
        retired: &Retired,
    ) -> Result<(), Error<T>> {
        let of_source = |waiting: &Waiting| waiting.source == source;
        let at = pot.pending.iter().position(of_source).ok_or(Error::<T>::Corrupted)?;
        let waiting = pot.pending.get_mut(at).ok_or(Error::<T>::Corrupted)?;
        waiting.units = waiting.units.checked_sub(units).ok_or(Error::<T>::Corrupted)?;
        waiting.flow.sell(units, native, retired).ok_or(Error::<T>::Overflow)?;
        if waiting.units.is_zero() {
            let flow = pot.pending.remove(at).flow;
            Flows::<T>::insert((Coin::Asset(asset), source), flow);
        }
        Ok(())
    }

    /// Writes a pot down, or forgets it if it is empty.
    pub(crate) fn put_pot(asset: AssetId, pot: PotOf<T>) {
        if pot.is_empty() {
            Pots::<T>::remove(asset);
        } else {
            Pots::<T>::insert(asset, pot);
        }
    }
}
