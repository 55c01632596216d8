// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The reads behind the runtime API. They change nothing and cost whatever a node spends on them.

use crate::{
    books::{worth, Prices},
    types::*,
    *,
};
use alloc::vec::Vec;
use finch_math::{basket::eligible, mul_div, Round};
use finch_ports::{Feed, Market, PriceFeed};
use frame_support::traits::Get;
use sp_runtime::FixedPointNumber;

impl<T: Config> Pallet<T> {
    /// The basket and what is being done to it.
    pub fn composition() -> Composition {
        let basket = Holdings::<T>::get();
        let agenda = Schedule::<T>::get();
        let supply = Self::supply();
        let item = |holding: &Holding| Item {
            asset: holding.asset,
            units: holding.units,
        };
        Composition {
            month: agenda.month,
            members: Members::<T>::get().to_vec(),
            holdings: basket.holdings.iter().map(item).collect(),
            cash: basket.cash,
            supply,
            issuable: basket.issuable::<T>(supply).unwrap_or_default(),
            allocation: Allocation::<T>::get().native,
            rebalance: Job::<T>::get().map(|job| RebalanceInfo {
                stage: job.stage,
                legs: job.legs.iter().map(leg_info).collect(),
                lost: job.lost,
                gained: job.gained,
            }),
            sales: Sales::<T>::get().iter().map(sale_info).collect(),
            averages: Self::averages(),
        }
    }

    /// The averages of this month, by asset.
    fn averages() -> Vec<AverageInfo> {
        let month = Schedule::<T>::get().month;
        let members = Members::<T>::get();
        let rules = Self::rules();
        let mut averages: Vec<_> = Listings::<T>::iter()
            .map(|(asset, listing)| {
                let listing = Some(listing).filter(|listing| Some(listing.month) == month);
                let listing = listing.unwrap_or_default();
                let incumbent = members.iter().any(|member| member.asset == asset);
                let candidate = Self::candidate(asset, &listing, incumbent);
                AverageInfo {
                    asset,
                    samples: listing.samples,
                    eligible: listing.samples >= T::MinSamples::get()
                        && candidate.is_some_and(|candidate| eligible(&candidate, &rules)),
                    incumbent,
                    market_cap: candidate.map_or(0, |candidate| candidate.market_cap),
                    daily_volume: candidate.map_or(0, |candidate| candidate.volume),
                    staking_ratio: ratio(candidate.map(|candidate| candidate.staking_ratio)),
                    reward_ratio: ratio(candidate.map(|candidate| candidate.reward_ratio)),
                }
            })
            .collect();
        averages.sort_unstable_by_key(|average| average.asset);
        averages
    }

    /// What the next month would bring if it began now.
    pub fn preview() -> Preview {
        let month = Schedule::<T>::get().month.unwrap_or_default();
        let chosen = Self::choose(&Self::candidates(month)).ok().flatten();
        Preview {
            candidates: Self::averages(),
            members: chosen.map(|members| members.to_vec()),
        }
    }

    /// What the basket is worth.
    pub fn nav() -> Result<Nav, NoValue> {
        let basket = Holdings::<T>::get();
        let supply = Self::supply();
        if supply == 0 {
            return Err(NoValue::NotLaunched);
        }
        let mut exact = Exact::whole(basket.cash);
        let mut items = Vec::with_capacity(basket.holdings.len());
        for Holding { asset, units, .. } in &basket.holdings {
            let price = Self::known_price(*asset)?;
            let value = Exact::value(*units, price).ok_or(NoValue::Overflow)?;
            exact = exact.plus(value).ok_or(NoValue::Overflow)?;
            items.push(Valued {
                asset: *asset,
                units: *units,
                price,
                value: worth::<T>(*units, price).map_err(|_| NoValue::Overflow)?,
            });
        }
        let per_share = mul_div(exact.planck, FixedU128::DIV, supply, Round::Down);
        Ok(Nav {
            total: exact.planck,
            per_share: per_share.map(FixedU128::from_inner).map_err(|_| NoValue::Overflow)?,
            items,
            cash: basket.cash,
        })
    }

    fn known_price(asset: AssetId) -> Result<FixedU128, NoValue> {
        match T::Feeds::native_price(asset) {
            Feed::Fresh(price) => Ok(price),
            Feed::Stale => Err(NoValue::Stale(asset)),
            Feed::Missing => Err(NoValue::Missing(asset)),
        }
    }

    /// What `issue` would take.
    pub fn quote_issue(shares: Balance) -> Option<InKind> {
        let basket = Holdings::<T>::get();
        let supply = basket.launched::<T>().ok()?;
        basket.part::<T>(shares, supply, Round::Up).ok()
    }

    /// What `redeem` would give.
    pub fn quote_redeem(shares: Balance) -> Option<InKind> {
        let basket = Holdings::<T>::get();
        let supply = basket.launched::<T>().ok().filter(|supply| shares <= *supply)?;
        basket.part::<T>(shares, supply, Round::Down).ok()
    }

    /// Planck that `issue_with` would take.
    pub fn quote_issue_with(shares: Balance) -> Result<Balance, NoValue> {
        let basket = Holdings::<T>::get();
        let supply = basket.launched::<T>().map_err(|_| NoValue::NotLaunched)?;
        let prices = Self::known_prices(&basket)?;
        let part = basket.part::<T>(shares, supply, Round::Up);
        let part = part.map_err(|_| NoValue::Overflow)?;
        let mut cost = part.cash;
        for (Item { asset, units }, (_, price)) in part.items.into_iter().zip(prices) {
            if units > 0 {
                let native = T::Market::quote_buy(asset, units).ok_or(NoValue::NoPool(asset))?;
                if native > Self::most_native(units, price).map_err(|_| NoValue::Overflow)? {
                    return Err(NoValue::OutOfBound(asset));
                }
                cost = cost.checked_add(native).ok_or(NoValue::Overflow)?;
            }
        }
        Ok(cost)
    }

    /// Planck that `redeem_to` would give.
    pub fn quote_redeem_to(shares: Balance) -> Result<Balance, NoValue> {
        let basket = Holdings::<T>::get();
        let supply = basket.launched::<T>().map_err(|_| NoValue::NotLaunched)?;
        let prices = Self::known_prices(&basket)?;
        let part = basket.part::<T>(shares, supply, Round::Down);
        let part = part.map_err(|_| NoValue::Overflow)?;
        let mut received = part.cash;
        for (Item { asset, units }, (_, price)) in part.items.into_iter().zip(prices) {
            if units > 0 {
                let native = T::Market::quote_sell(asset, units).ok_or(NoValue::NoPool(asset))?;
                if native < Self::least_native(units, price).map_err(|_| NoValue::Overflow)? {
                    return Err(NoValue::OutOfBound(asset));
                }
                received = received.checked_add(native).ok_or(NoValue::Overflow)?;
            }
        }
        Ok(received)
    }

    /// The prices of all holdings, in their order.
    fn known_prices(basket: &Basket) -> Result<Prices, NoValue> {
        let price = |asset| Ok((asset, Self::known_price(asset)?));
        basket.assets().map(price).collect()
    }
}

fn ratio(inner: Option<u128>) -> FixedU128 {
    FixedU128::from_inner(inner.unwrap_or_default())
}

fn leg_info(leg: &Leg) -> LegInfo {
    LegInfo {
        asset: leg.asset,
        left: leg.left,
        tries: leg.tries,
        next_at: leg.next_at,
    }
}

fn sale_info(sale: &Sale) -> SaleInfo {
    SaleInfo {
        asset: sale.asset,
        left: sale.left,
        auction: sale.auction,
    }
}
