// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! One step for one asset.

use crate::{types::*, *};
use finch_ports::{AuctionHouse, FallingSale, Market};
use finch_types::{AssetId, FeeSource, FixedU128, Lot};
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
        let plan = Self::plan(asset, &mut pot, Caller::Anybody, now)?;
        Self::run(asset, pot, plan)
    }

    /// The turn of an asset in the idle time of a block. Cannot fail: what does is undone and reported.
    pub(crate) fn take_turn(asset: AssetId, mut pot: PotOf<T>, now: BlockNumberFor<T>) {
        let known = pot.reference;
        let error: DispatchError = match Self::plan(asset, &mut pot, Caller::Hook, now) {
            Ok(plan) => {
                let reference = pot.reference;
                match with_storage_layer(|| Self::run(asset, pot, plan)) {
                    Ok(()) => return,
                    Err(error) => {
                        Self::missed(asset, reference, plan);
                        error
                    }
                }
            }
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

    /// What is left in the pot of a step that was undone: the price that was seen, and that it failed.
    fn missed(asset: AssetId, reference: Option<FixedU128>, plan: Plan) {
        Pots::<T>::mutate_extant(asset, |pot| {
            pot.reference = reference;
            pot.misses = match plan {
                Plan::Trade { .. } => pot.misses.saturating_add(1).min(MAX_MISSES),
                // The market gets another chance before the house does.
                Plan::Sell { .. } => 0,
                Plan::Mark { .. } => pot.misses,
            };
        });
    }

    /// Does what was planned. Has to be undone if it fails.
    fn run(asset: AssetId, pot: PotOf<T>, plan: Plan) -> DispatchResult {
        match plan {
            Plan::Mark { price } => {
                Pots::<T>::insert(asset, pot);
                Self::deposit_event(Event::Marked { asset, price });
                Ok(())
            }
            Plan::Trade {
                source,
                units,
                min_native,
            } => Self::trade(asset, pot, source, units, min_native),
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

    /// Sells a slice. Only the market knows what it brings, so the books come after the money; nothing is called back in
    /// between.
    fn trade(
        asset: AssetId,
        mut pot: PotOf<T>,
        source: FeeSource,
        units: Balance,
        min_native: Balance,
    ) -> DispatchResult {
        // The next slice needs a mark that is taken after this one, and a block after that: nobody sells two in a block.
        let mark = pot.mark.take().ok_or(Error::<T>::Corrupted)?;
        let credit = T::Market::sell(&Self::account_id(), asset, units, min_native)?;
        let native = credit.peek();
        ensure!(native >= min_native, Error::<T>::Corrupted);
        let retired = Self::retire(credit, mark.share);

        pot.misses = 0;
        Self::count_bought(asset, &mut pot, source, (units, native), &retired)?;
        Self::put_pot(asset, pot);
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

    /// What the neighbours cost in a step that opens an auction.
    fn weight_house() -> Weight {
        T::House::weight_open().saturating_add(T::Market::weight_quote())
    }

    /// The most that `poke` can cost.
    pub(crate) fn weight_poke() -> Weight {
        T::WeightInfo::poke_trade()
            .saturating_add(T::Market::weight_trade())
            .max(T::WeightInfo::poke_sale().saturating_add(Self::weight_house()))
            .max(T::WeightInfo::poke_mark().saturating_add(T::Market::weight_quote()))
    }

    /// The most that the turn of an asset can cost.
    pub(crate) fn weight_turn() -> Weight {
        T::WeightInfo::idle_trade()
            .saturating_add(T::Market::weight_trade())
            .max(T::WeightInfo::idle_sale().saturating_add(Self::weight_house()))
    }

    /// The most that preparing the next turn can cost.
    pub(crate) fn weight_prepare() -> Weight {
        T::WeightInfo::idle_prepare().saturating_add(T::Market::weight_quote())
    }
}
