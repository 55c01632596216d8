// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Fees come in. Native ends at once; assets wait in the account of the pallet.

use crate::{types::*, *};
use finch_ports::FeeSink;
use finch_types::{AssetId, Coin, FeeSource};
use frame_support::{
    traits::{fungibles::Balanced, Get, Imbalance},
    weights::Weight,
};

impl<T: Config> FeeSink<CreditOf<T>> for Pallet<T> {
    /// Burns the fee, less what is distributed.
    fn deposit(source: FeeSource, fee: CreditOf<T>) {
        let amount = fee.peek();
        if amount == 0 {
            return;
        }
        let retired = Self::retire(fee, T::DistributionShare::get());
        if Self::count_fee(source, amount, &retired).is_none() {
            // More than 2^128 planck since genesis.
            frame_support::defensive!("fees taken are a number");
        }
        Self::announce(Coin::Native, source, amount, retired);
    }
}

impl<T: Config> FeeSink<AssetCreditOf<T>> for Pallet<T> {
    /// Keeps the fee until it is sold. One that cannot be kept is burned as what it is.
    fn deposit(source: FeeSource, fee: AssetCreditOf<T>) {
        let (asset, amount) = (fee.asset(), fee.peek());
        if amount == 0 {
            return;
        }
        if Self::keep(asset, source, fee).is_some() {
            let nothing = Retired {
                burned: 0,
                distributed: 0,
            };
            Self::announce(Coin::Asset(asset), source, amount, nothing);
        } else {
            Self::deposit_event(Event::FeeLost { asset, source, amount });
        }
    }
}

impl<T: Config> Pallet<T> {
    /// Takes a fee into the account and the books. `None`, and the fee is burned, if either cannot hold it.
    fn keep(asset: AssetId, source: FeeSource, fee: AssetCreditOf<T>) -> Option<()> {
        let amount = fee.peek();
        let mut pot = Pots::<T>::get(asset).unwrap_or_default();
        let settled = (Coin::Asset(asset), source);
        let waits = pot.pending_of(source) > 0;
        pot.add(source, amount, || Flows::<T>::get(settled))?;
        // A sink cannot fail, so nothing is written before the account has the money.
        T::Assets::resolve(&Self::account_id(), fee).ok()?;
        Pots::<T>::insert(asset, pot);
        if !waits {
            Flows::<T>::remove(settled);
        }
        Some(())
    }

    fn announce(coin: Coin, source: FeeSource, amount: Balance, retired: Retired) {
        if source != FeeSource::Transaction {
            Self::deposit_event(Event::FeeTaken {
                coin,
                source,
                amount,
                burned: retired.burned,
                distributed: retired.distributed,
            });
        }
    }

    /// The most that a fee in native can cost: what every extrinsic pays for.
    pub fn weight_deposit_native() -> Weight {
        T::WeightInfo::deposit_native()
    }

    /// The most that a fee in an asset can cost.
    pub fn weight_deposit_asset() -> Weight {
        T::WeightInfo::deposit_asset()
    }
}
