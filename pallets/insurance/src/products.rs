// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What can be covered.

use crate::{books::count, types::*, *};
use finch_types::FixedU128;
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Time};
use sp_arithmetic::Permill;

/// A rate within what a product may have.
fn sensible(rate: FixedU128) -> bool {
    rate >= MIN_RATE && rate <= MAX_RATE
}

impl<T: Config> Pallet<T> {
    pub(crate) fn do_create_product(
        kind: Kind,
        capacity: Permill,
        pays: Permill,
        rate: FixedU128,
        target: FixedU128,
    ) -> DispatchResult {
        ensure!(sensible(rate) && sensible(target), Error::<T>::BadRate);
        ensure!(pays > Permill::zero(), Error::<T>::PaysNothing);
        ensure!(Products::<T>::count() < MAX_PRODUCTS, Error::<T>::TooManyProducts);
        let id = NextProduct::<T>::get();
        if let Kind::Parametric(risk) = kind {
            let mut risks = Risks::<T>::get();
            ensure!(risks.iter().all(|(of, _)| *of != risk), Error::<T>::RiskTaken);
            risks.try_push((risk, id)).map_err(|_| Error::<T>::TooManyProducts)?;
            Risks::<T>::put(risks);
        }
        NextProduct::<T>::put(count::<T>(id)?);
        let product = Product {
            kind,
            sales: Sales::Open,
            capacity,
            pays,
            target,
            rate,
            rate_at: T::Time::now(),
            active: 0,
            covers: 0,
            events: 0,
        };
        Products::<T>::insert(id, product);
        Self::deposit_event(Event::ProductCreated {
            product: id,
            kind,
            capacity,
            pays,
            rate,
            target,
        });
        Ok(())
    }

    pub(crate) fn do_change_product(
        id: ProductId,
        capacity: Permill,
        target: FixedU128,
        sales: Sales,
    ) -> DispatchResult {
        ensure!(sensible(target), Error::<T>::BadRate);
        let mut product = Products::<T>::get(id).ok_or(Error::<T>::NoProduct)?;
        // What the rate has fallen so far it has fallen to the old target.
        let now = T::Time::now();
        product.rate = Self::rate_at(&product, now);
        product.rate_at = now;
        product.capacity = capacity;
        product.target = target;
        product.sales = sales;
        Products::<T>::insert(id, product);
        Self::deposit_event(Event::ProductChanged {
            product: id,
            capacity,
            target,
            sales,
        });
        Ok(())
    }

    pub(crate) fn do_remove_product(id: ProductId) -> DispatchResult {
        let product = Products::<T>::get(id).ok_or(Error::<T>::NoProduct)?;
        // A cover that has ended is in the books until its day has, and in storage until the sweep has passed.
        ensure!(product.covers == 0, Error::<T>::ProductInUse);
        Products::<T>::remove(id);
        Risks::<T>::mutate(|risks| risks.retain(|(_, of)| *of != id));
        Self::deposit_event(Event::ProductRemoved { product: id });
        Ok(())
    }
}
