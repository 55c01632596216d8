// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the market does not take is auctioned, and what the auction house calls back.

use crate::{books::payable, types::*, *};
use finch_math::{mul_div, Round};
use finch_ports::{AuctionHouse, AuctionSeller, Clearing, FallingSale, MoveAsset, SellerCall};
use finch_types::Lot;
use frame_support::{
    ensure,
    pallet_prelude::{DispatchError, DispatchResult},
    traits::{Get, Time},
    weights::Weight,
};
use sp_runtime::FixedPointNumber;

impl<T: Config> AuctionSeller<T::AccountId> for Pallet<T> {
    /// The lot is the basket's: nobody acts for it but the pallet.
    fn may_bid(_: Lot, who: &T::AccountId) -> bool {
        *who != Self::account_id()
    }

    fn proceeds_account(lot: Lot) -> Result<T::AccountId, DispatchError> {
        Self::member(lot)?;
        Ok(Self::account_id())
    }

    /// For timed sales, of which the basket opens none.
    fn closed(_: Lot, _: Clearing) -> DispatchResult {
        Err(Error::<T>::WrongLot.into())
    }

    fn deliver(lot: Lot, buyer: &T::AccountId, units: Balance, paid: Balance) -> DispatchResult {
        Self::do_deliver(Self::member(lot)?, buyer, units, paid)
    }

    fn finished(lot: Lot, unsold: Balance) -> DispatchResult {
        Self::do_finished(Self::member(lot)?, unsold)
    }

    fn weight(call: SellerCall) -> Weight {
        match call {
            SellerCall::MayBid => T::WeightInfo::may_bid(),
            SellerCall::Closed => Weight::zero(),
            SellerCall::Deliver => T::WeightInfo::deliver(),
            SellerCall::Finished => T::WeightInfo::finished(),
        }
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn benchmark_lot(units: Balance) -> Lot {
        let asset = benchmarking::on_sale::<T>(units);
        Lot::Member { asset }
    }
}

/// `part * price`, rounded down.
fn scaled<T: Config>(price: FixedU128, part: FixedU128) -> Result<FixedU128, Error<T>> {
    let scaled = mul_div(price.into_inner(), part.into_inner(), FixedU128::DIV, Round::Down)?;
    Ok(FixedU128::from_inner(scaled))
}

impl<T: Config> Pallet<T> {
    /// The asset of a lot of the basket.
    fn member(lot: Lot) -> Result<AssetId, Error<T>> {
        match lot {
            Lot::Member { asset } => Ok(asset),
            Lot::Derivative { .. } | Lot::Fees { .. } | Lot::Vault { .. } => Err(Error::WrongLot),
        }
    }

    /// Opens an auction for `units`. Whoever buys a part takes at least what is a trade, so no dust is left.
    pub(crate) fn open_sale(asset: AssetId, units: Balance, price: FixedU128) -> DispatchResult {
        let least = mul_div(T::MinTrade::get(), FixedU128::DIV, price.into_inner(), Round::Up);
        let auction = T::House::open_falling(FallingSale {
            lot: Lot::Member { asset },
            units,
            min_bid: least.unwrap_or(Balance::MAX).clamp(1, units),
            start: scaled::<T>(price, SALE_START)?,
            floor: scaled::<T>(price, SALE_FLOOR)?,
            period: T::SalePeriod::get(),
        })?;
        let sale = Sale {
            asset,
            left: units,
            price,
            auction,
        };
        Sales::<T>::try_mutate(|sales| sales.try_push(sale)).map_err(|_| Error::<T>::Corrupted)?;
        Self::deposit_event(Event::SaleOpened { asset, units, auction });
        Ok(())
    }

    fn do_deliver(asset: AssetId, buyer: &T::AccountId, units: Balance, paid: Balance) -> DispatchResult {
        let price = Sales::<T>::try_mutate(|sales| -> Result<_, Error<T>> {
            let sale = sales.iter_mut().find(|sale| sale.asset == asset);
            let sale = sale.ok_or(Error::NotOnSale)?;
            sale.left = sale.left.checked_sub(units).ok_or(Error::LotShort)?;
            Ok(sale.price)
        })?;
        let held = Holdings::<T>::get().units(asset);
        ensure!(held >= units, Error::<T>::LotShort);
        ensure!(payable::<T>(asset, units, held) == units, Error::<T>::DustLeft);
        Self::book_sale(asset, units, paid, price)?;
        T::Mover::move_asset(asset, &Self::account_id(), buyer, units)?;
        Ok(())
    }

    fn do_finished(asset: AssetId, unsold: Balance) -> DispatchResult {
        let mut sales = Sales::<T>::get();
        let at = sales.iter().position(|sale| sale.asset == asset);
        sales.remove(at.ok_or(Error::<T>::NotOnSale)?);
        Sales::<T>::put(sales);
        Self::deposit_event(Event::SaleFinished { asset, unsold });
        if unsold > 0 {
            Self::deposit_event(Event::LegDropped {
                asset,
                left: unsold,
                stage: Stage::Sells,
            });
        }
        let now = T::Time::now();
        Self::reschedule(|agenda| agenda.job_at = agenda.job_at.map(|at| at.min(now)));
        Ok(())
    }
}
