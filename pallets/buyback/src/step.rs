// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! One step for one asset.

use crate::{types::*, *};
use finch_ports::{AuctionHouse, FallingSale, Market, Reserves};
use finch_types::{AssetId, FeeSource, Lot};
use frame_support::{
    ensure,
    pallet_prelude::{DispatchError, DispatchResult},
    storage::with_storage_layer,
    traits::{Get, Imbalance},
    weights::Weight,
};
use frame_system::pallet_prelude::BlockNumberFor;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_poke(asset: AssetId) -> DispatchResult {
        let now = frame_system::Pallet::<T>::block_number();
        let mut pot = Pots::<T>::get(asset).ok_or(Error::<T>::NothingPending)?;
        let step = Self::plan(asset, &mut pot, Caller::Anybody, now)?;
        Self::run(asset, pot, step, now)
    }

    /// The turn of an asset in the idle time of a block. Cannot fail: what does is undone and reported.
    pub(crate) fn take_turn(asset: AssetId, mut pot: PotOf<T>, now: BlockNumberFor<T>) {
        let known = pot.reference;
        let error: DispatchError = match Self::plan(asset, &mut pot, Caller::Hook, now) {
            Ok(step) => match with_storage_layer(|| Self::run(asset, pot.clone(), step, now)) {
                Ok(()) => return,
                Err(error) => {
                    pot.misses = match step.plan {
                        Plan::Trade { .. } => pot.misses.saturating_add(1).min(MAX_MISSES),
                        // The market gets another chance before the house does.
                        Plan::Sell { .. } => 0,
                        Plan::Mark { .. } => pot.misses,
                    };
                    Pots::<T>::insert(asset, pot);
                    error
                }
            },
            Err(reason) => {
                if pot.reference != known {
                    Pots::<T>::insert(asset, pot);
                }
                match reason {
                    // To wait is all there is to do, and nobody has to hear of it in every block.
                    Error::SaleRunning | Error::StepTooSoon | Error::TooLittle => return,
                    reason => reason.into(),
                }
            }
        };
        Self::deposit_event(Event::StepSkipped { asset, error });
    }

    /// Does what was planned. Has to be undone if it fails.
    fn run(asset: AssetId, pot: PotOf<T>, step: Step, now: BlockNumberFor<T>) -> DispatchResult {
        match step.plan {
            Plan::Mark { price } => {
                Self::note(asset, pot, price, now);
                Ok(())
            }
            Plan::Trade {
                source,
                units,
                min_native,
            } => Self::trade(asset, pot, (source, units, min_native), step.pool, now),
            Plan::Sell {
                source,
                units,
                min_bid,
                start,
                floor,
            } => {
                let sale = FallingSale {
                    lot: Lot::Fees { asset },
                    units,
                    min_bid,
                    start,
                    floor,
                    period: T::SalePeriod::get(),
                };
                Self::sell(asset, pot, source, sale)
            }
        }
    }

    fn note(asset: AssetId, mut pot: PotOf<T>, price: finch_types::FixedU128, now: BlockNumberFor<T>) {
        pot.mark = Some(Mark { block: now, price });
        Pots::<T>::insert(asset, pot);
        Self::deposit_event(Event::Marked { asset, price });
    }

    /// Sells a slice. Only the market knows what it brings, so the books come after the money; nothing is called back in
    /// between.
    fn trade(
        asset: AssetId,
        mut pot: PotOf<T>,
        (source, units, min_native): (FeeSource, Balance, Balance),
        pool: Option<Reserves>,
        now: BlockNumberFor<T>,
    ) -> DispatchResult {
        let credit = T::Market::sell(&Self::account_id(), asset, units, min_native)?;
        let native = credit.peek();
        ensure!(native >= min_native, Error::<T>::Corrupted);
        let retired = Self::retire(credit);

        pot.take(source, units).ok_or(Error::<T>::Corrupted)?;
        pot.misses = 0;
        // A mark of this block lets nobody sell a second slice in it, and is one to sell the next slice by.
        pot.mark = if pot.pending.is_empty() {
            None
        } else {
            let price = pool.and_then(|pool| pool.after_sale(units, native)?.price());
            price.map(|price| Mark { block: now, price })
        };
        Self::put_pot(asset, pot);
        Self::count_bought(asset, source, units, native, &retired).ok_or(Error::<T>::Overflow)?;
        Self::deposit_event(Event::BoughtBack {
            asset,
            source,
            units,
            native,
            burned: retired.burned,
            distributed: retired.distributed,
            auction: None,
        });
        Ok(())
    }

    /// Opens an auction. The units stay in the account, and count as pending, until somebody buys them.
    fn sell(asset: AssetId, mut pot: PotOf<T>, source: FeeSource, sale: FallingSale) -> DispatchResult {
        let auction = T::House::open_falling(sale)?;
        pot.sale = Some(Sale {
            auction,
            source,
            units: sale.units,
        });
        Pots::<T>::insert(asset, pot);
        Self::deposit_event(Event::SaleOpened {
            asset,
            source,
            units: sale.units,
            auction,
            start: sale.start,
            floor: sale.floor,
        });
        Ok(())
    }

    /// The price of the pool of an asset now; `None` without a pool.
    pub(crate) fn spot(asset: AssetId) -> Option<finch_types::FixedU128> {
        T::Market::reserves(asset)?.price()
    }

    /// What the market costs in a step that trades: it is read before.
    fn weight_market() -> Weight {
        T::Market::weight_trade().saturating_add(T::Market::weight_quote())
    }

    /// What the neighbours cost in a step that opens an auction.
    fn weight_house() -> Weight {
        T::House::weight_open().saturating_add(T::Market::weight_quote())
    }

    /// The most that `poke` can cost.
    pub(crate) fn weight_poke() -> Weight {
        T::WeightInfo::poke_trade()
            .saturating_add(Self::weight_market())
            .max(T::WeightInfo::poke_sale().saturating_add(Self::weight_house()))
            .max(T::WeightInfo::poke_mark().saturating_add(T::Market::weight_quote()))
    }

    /// The most that the turn of an asset can cost.
    pub(crate) fn weight_turn() -> Weight {
        T::WeightInfo::idle_trade()
            .saturating_add(Self::weight_market())
            .max(T::WeightInfo::idle_sale().saturating_add(Self::weight_house()))
    }

    /// The most that preparing the next turn can cost.
    pub(crate) fn weight_prepare() -> Weight {
        T::WeightInfo::idle_prepare().saturating_add(T::Market::weight_quote())
    }
}
