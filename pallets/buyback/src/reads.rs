// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The reads behind the runtime API. They change nothing and cost whatever a node spends on them.

use crate::{types::*, *};
use alloc::vec::Vec;
use finch_ports::{Market, PriceFeed};
use finch_types::{AssetId, Coin, FeeSource};
use frame_system::pallet_prelude::BlockNumberFor;

impl<T: Config> Pallet<T> {
    /// Everything that waits.
    pub fn buyback_status() -> Status<BlockNumberFor<T>> {
        Status {
            totals: Self::totals(),
            next_step: Turn::<T>::get().at,
            pots: Pots::<T>::iter()
                .map(|(asset, pot)| Self::pot_info(asset, pot))
                .collect(),
        }
    }

    /// The sums over all flows, in planck of native. A sum beyond the range stays at its end.
    pub(crate) fn totals() -> Totals {
        Self::all_flows().fold(Totals::default(), |sums, ((coin, _), flow)| {
            let taken = if coin == Coin::Native { flow.taken } else { 0 };
            Totals {
                taken: sums.taken.saturating_add(taken),
                bought: sums.bought.saturating_add(flow.bought),
                burned: sums.burned.saturating_add(flow.burned),
                distributed: sums.distributed.saturating_add(flow.distributed),
            }
        })
    }

    /// The flows of coins and sources of which something came in: those in the books, and those of what waits.
    pub(crate) fn all_flows() -> impl Iterator<Item = ((Coin, FeeSource), Flow)> {
        let waits = Pots::<T>::iter().flat_map(|(asset, pot)| {
            let of_source = move |waiting: Waiting| ((Coin::Asset(asset), waiting.source), waiting.flow);
            pot.pending.into_iter().map(of_source)
        });
        Flows::<T>::iter().chain(waits)
    }

    /// What came in of a coin for a source, and what became of it.
    pub fn flow(coin: Coin, source: FeeSource) -> Flow {
        let waits = match coin {
            Coin::Native => None,
            Coin::Asset(asset) => {
                Pots::<T>::get(asset).and_then(|pot| pot.pending.into_iter().find(|waiting| waiting.source == source))
            }
        };
        waits.map_or_else(|| Flows::<T>::get((coin, source)), |waiting| waiting.flow)
    }

    fn pot_info(asset: AssetId, pot: PotOf<T>) -> PotInfo<BlockNumberFor<T>> {
        PotInfo {
            asset,
            pending: pot
                .pending
                .iter()
                .map(|waiting| (waiting.source, waiting.units))
                .collect(),
            pool: T::Market::reserves(asset).map(|reserves| Pool {
                native: reserves.native,
                asset: reserves.asset,
            }),
            price: T::Feeds::native_price(asset),
            reference: pot.reference,
            mark: pot.mark,
            misses: pot.misses,
            sale: pot.sale,
        }
    }

    /// What came in of every coin and source, and what became of it.
    pub fn flows() -> Vec<FlowInfo> {
        Self::all_flows()
            .map(|((coin, source), flow)| FlowInfo {
                coin,
                source,
                flow,
                pending: match coin {
                    Coin::Native => 0,
                    Coin::Asset(_) => flow.taken.saturating_sub(flow.spent),
                },
            })
            .collect()
    }

    /// What `poke(asset)` would do now.
    pub fn next(asset: AssetId) -> Preview {
        let now = frame_system::Pallet::<T>::block_number();
        let plan = Pots::<T>::get(asset)
            .ok_or(Error::<T>::NothingPending)
            .and_then(|mut pot| Self::plan(asset, &mut pot, Caller::Anybody, now));
        let quote = match plan {
            Ok(Plan::Trade { units, .. }) => T::Market::quote_sell(asset, units),
            Ok(Plan::Mark { .. } | Plan::Sell { .. }) | Err(_) => None,
        };
        Preview {
            plan: plan.map_err(Into::into),
            quote,
        }
    }
}
