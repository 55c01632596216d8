// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Which assets may get a seat.

use crate::{types::*, *};
use frame_support::{
    ensure,
    pallet_prelude::DispatchResult,
    traits::{fungibles::Inspect as _, Get},
};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_list(asset: AssetId) -> DispatchResult {
        ensure!(
            asset != T::ShareAssetId::get() && T::Assets::asset_exists(asset),
            Error::<T>::UnknownAsset
        );
        ensure!(!Listings::<T>::contains_key(asset), Error::<T>::AlreadyListed);
        ensure!(Listings::<T>::count() < MAX_LISTED, Error::<T>::TooManyListed);
        let month = Schedule::<T>::get().month.unwrap_or_default();
        Listings::<T>::insert(
            asset,
            Listing {
                month,
                ..Default::default()
            },
        );
        Self::deposit_event(Event::Listed { asset });
        Ok(())
    }

    pub(crate) fn do_delist(asset: AssetId) -> DispatchResult {
        ensure!(Listings::<T>::contains_key(asset), Error::<T>::NotListed);
        Listings::<T>::remove(asset);
        Self::deposit_event(Event::Delisted { asset });
        Ok(())
    }
}
