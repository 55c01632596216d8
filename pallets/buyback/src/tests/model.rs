// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the pallet should do, in big numbers and plain maps. It is told what market, feed and house say, and knows the
//! rest itself.

use super::*;
use primitive_types::U512;
use std::collections::BTreeMap;

pub const ASSETS: [AssetId; 3] = [DOT, KSM, DUSTY];

/// What the neighbours say of an asset now.
pub struct Seen {
    pub feed: Feed<FixedU128>,
    pub pool: Option<(u128, u128)>,
    pub house_open: bool,
    /// The least balance of the asset, and what the account holds.
    pub least: u128,
    pub held: u128,
}

impl Seen {
    /// What the pool pays for so many units, with its fee of 0.3 %.
    pub fn quote(&self, units: u128) -> Option<u128> {
        let (native, held) = self.pool?;
        let worth = mul(units, 997);
        floor(worth * U512::from(native), mul(held, 1_000) + worth).filter(|out| *out > 0)
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ModelPot {
    pub pending: Vec<(FeeSource, u128)>,
    /// Block, price, depth, percent to distribute.
    pub mark: Option<(u64, u128, u128, u128)>,
    pub reference: Option<u128>,
    pub misses: u8,
    pub sale: Option<(AuctionId, FeeSource, u128)>,
}

/// Taken, spent, bought, burned, distributed.
pub type Sums = [u128; 5];

#[derive(Clone, Debug, Default)]
pub struct Model {
    pub now: u64,
    pub period: u64,
    pub share: u128,
    pub pots: BTreeMap<AssetId, ModelPot>,
    pub flows: BTreeMap<(Coin, FeeSource), Sums>,
    /// The block from which on there is a turn, who had the last one, and who has the next one.
    pub turn: (u64, Option<AssetId>, Option<AssetId>),
    pub auctions: AuctionId,
}

/// A price of 1.
pub const ONE: u128 = 1_000_000_000_000_000_000;

/// A product that always fits.
pub fn mul(a: u128, b: u128) -> U512 {
    U512::from(a) * U512::from(b)
}

fn ceil(numerator: U512, denominator: U512) -> u128 {
    u128::try_from((numerator + denominator - 1) / denominator).unwrap()
}

fn floor(numerator: U512, denominator: U512) -> Option<u128> {
    u128::try_from(numerator / denominator).ok()
}

/// What a pool says, as a price.
pub fn spot((native, units): (u128, u128)) -> Option<u128> {
    floor(mul(native, ONE), units.into()).filter(|price| *price > 0)
}

impl Model {
    /// The next step, by the README.
    pub fn plan(&self, asset: AssetId, seen: &Seen, caller: Caller) -> Result<Plan, Error> {
        let pot = self.pots.get(&asset).ok_or(Error::NothingPending)?;
        if pot.sale.is_some() {
            return Err(Error::SaleRunning);
        }
        let (source, waits) = pot.pending[0];
        let others: u128 = pot.pending[1..].iter().map(|(_, units)| units).sum();
        let fresh = match seen.feed {
            Feed::Fresh(price) => Some(price.into_inner()),
            _ => None,
        };
        let price = fresh.or(pot.reference).ok_or(Error::NoPrice)?;
        // The most that can leave, found by looking.
        let most = |wanted: u128| {
            let all = waits + others;
            let fits = |units: &u128| *units == all || all - units >= seen.least;
            (wanted.saturating_sub(seen.least)..=wanted)
                .rev()
                .find(fits)
                .unwrap_or(0)
        };
        let lot = most(waits);
        let worth = floor(mul(lot, price), ONE.into()).unwrap();
        let auction = worth >= MinSale::get();
        let slice = |depth: u128| {
            let slice = most(waits.min(depth * 3 / 1_000));
            (slice > 0 && waits <= slice * 1_000).then_some(slice)
        };
        let noted = pot
            .mark
            .filter(|(block, ..)| self.now - block <= 10)
            .and_then(|(block, price, depth, _)| Some((block, price, slice(depth)?)));
        // What the pool is now counts only if the mark will not do.
        let deep = seen
            .pool
            .and_then(|pool| slice(pool.1).and(spot(pool)))
            .map(FixedU128::from_inner);
        let market = pot.misses < 5 || !auction;
        match (fresh, noted, deep) {
            (Some(_), Some((block, ..)), _) if market && block == self.now => Err(Error::StepTooSoon),
            (Some(fresh), Some((_, mark, units)), _) if market => Ok(Plan::Trade {
                source,
                units,
                min_native: ceil(mul(units, fresh.max(mark)) * 99, mul(ONE, 100)),
            }),
            (Some(_), None, Some(price)) if market => Ok(Plan::Mark { price }),
            _ if !auction => Err(Error::TooLittle),
            (Some(_), None, None) if pot.misses < 5 && caller == Caller::Anybody => Err(Error::MarketThin),
            _ => {
                let (start, floor) = if fresh.is_some() { (110, 90) } else { (200, 50) };
                let part = |percent: u128| FixedU128::from_inner(ceil(mul(price, percent), 100.into()));
                Ok(Plan::Sell {
                    source,
                    units: lot,
                    min_bid: (lot / 100).max(1),
                    start: part(start),
                    floor: part(floor),
                })
            }
        }
    }

    /// Does what was planned; whether it works.
    fn apply(&mut self, asset: AssetId, plan: Plan, seen: &Seen) -> bool {
        let now = self.now;
        let fresh = Self::fresh(seen);
        match plan {
            Plan::Mark { price } => {
                let pot = self.pots.get_mut(&asset).unwrap();
                pot.mark = Some((now, price.into_inner(), seen.pool.unwrap().1, self.share));
                pot.reference = fresh.or(pot.reference);
            }
            Plan::Trade {
                source,
                units,
                min_native,
            } => {
                let Some(native) = seen.quote(units).filter(|native| *native >= min_native) else {
                    return false;
                };
                let (.., share) = self.pots[&asset].mark.unwrap();
                self.bought(asset, source, (units, native), share);
                let pot = self.pots.get_mut(&asset).unwrap();
                pot.misses = 0;
                pot.reference = fresh.or(pot.reference);
                pot.mark = None;
                self.forget_if_empty(asset);
            }
            Plan::Sell { source, units, .. } => {
                if !seen.house_open {
                    return false;
                }
                let pot = self.pots.get_mut(&asset).unwrap();
                pot.sale = Some((self.auctions, source, units));
                pot.reference = fresh.or(pot.reference);
                self.auctions += 1;
            }
        }
        true
    }

    fn fresh(seen: &Seen) -> Option<u128> {
        match seen.feed {
            Feed::Fresh(price) => Some(price.into_inner()),
            _ => None,
        }
    }

    fn forget_if_empty(&mut self, asset: AssetId) {
        let pot = &self.pots[&asset];
        if pot.pending.is_empty() && pot.sale.is_none() {
            self.pots.remove(&asset);
        }
    }

    fn retired(native: u128, share: u128) -> (u128, u128) {
        let distributed = native * share.min(50) / 100;
        (native - distributed, distributed)
    }

    fn bought(&mut self, asset: AssetId, source: FeeSource, (units, native): (u128, u128), share: u128) {
        let (burned, distributed) = Self::retired(native, share);
        let flow = self.flows.get_mut(&(Coin::Asset(asset), source)).unwrap();
        flow[1] += units;
        flow[2] += native;
        flow[3] += burned;
        flow[4] += distributed;
        let pending = &mut self.pots.get_mut(&asset).unwrap().pending;
        pending.iter_mut().find(|(of, _)| *of == source).unwrap().1 -= units;
        pending.retain(|(_, units)| *units > 0);
    }

    pub fn native_fee(&mut self, source: FeeSource, amount: u128) {
        if amount > 0 {
            let (burned, distributed) = Self::retired(amount, self.share);
            let flow = self.flows.entry((Coin::Native, source)).or_default();
            flow[0] += amount;
            flow[3] += burned;
            flow[4] += distributed;
        }
    }

    pub fn asset_fee(&mut self, asset: AssetId, source: FeeSource, amount: u128, seen: &Seen) {
        if amount == 0 || (seen.held == 0 && amount < seen.least) {
            return;
        }
        self.flows.entry((Coin::Asset(asset), source)).or_default()[0] += amount;
        let pending = &mut self.pots.entry(asset).or_default().pending;
        match pending.iter_mut().find(|(of, _)| *of == source) {
            Some((_, units)) => *units += amount,
            None => pending.push((source, amount)),
        }
    }

    /// Whether a poke works.
    pub fn poke(&mut self, asset: AssetId, seen: &Seen) -> bool {
        self.plan(asset, seen, Caller::Anybody)
            .is_ok_and(|plan| self.apply(asset, plan, seen))
    }

    /// The asset after `last`, in the order of the chain's map.
    fn next(&self, last: Option<AssetId>) -> Option<AssetId> {
        let mut order: Vec<AssetId> = ASSETS.to_vec();
        order.sort_by_key(|asset| Pots::<Test>::hashed_key_for(*asset));
        let at = order
            .iter()
            .position(|asset| Some(*asset) == last)
            .map_or(0, |at| at + 1);
        let count = order.len();
        order.rotate_left(at % count);
        order.into_iter().find(|asset| self.pots.contains_key(asset))
    }

    /// The idle time of a block; `narrow` if there is only room for a step or for a mark. A step moves the pools from
    /// what is seen before to what is seen after it.
    pub fn idle(&mut self, narrow: bool, before: &BTreeMap<AssetId, Seen>, after: &BTreeMap<AssetId, Seen>) {
        let mut room = true;
        if self.now >= self.turn.0 {
            if let Some(asset) = self.turn.2 {
                room = !narrow;
                if self.pots.contains_key(&asset) {
                    self.turn = (self.now + self.period.max(1), Some(asset), None);
                    self.step(asset, &before[&asset]);
                }
            }
        }
        if !room || self.now + 1 < self.turn.0 {
            return;
        }
        if self.pots.is_empty() {
            self.turn = (self.now + self.period.max(1), self.turn.1, None);
            return;
        }
        let next = self.next(self.turn.1).unwrap();
        self.turn.2 = Some(next);
        if self.pots[&next].sale.is_none() {
            let (now, share) = (self.now, self.share);
            let mark = after[&next]
                .pool
                .and_then(|pool| Some((now, spot(pool)?, pool.1, share)));
            self.pots.get_mut(&next).unwrap().mark = mark;
        }
    }

    fn step(&mut self, asset: AssetId, seen: &Seen) {
        let plan = self.plan(asset, seen, Caller::Hook).ok();
        if plan.is_some_and(|plan| self.apply(asset, plan, seen)) {
            return;
        }
        let pot = self.pots.get_mut(&asset).unwrap();
        if pot.sale.is_none() {
            pot.reference = Self::fresh(seen).or(pot.reference);
        }
        match plan {
            Some(Plan::Trade { .. }) => pot.misses = (pot.misses + 1).min(5),
            Some(Plan::Sell { .. }) => pot.misses = 0,
            Some(Plan::Mark { .. }) | None => {}
        }
    }

    /// Whether units of an auction can be delivered.
    pub fn can_deliver(&self, asset: AssetId, units: u128, seen: &Seen) -> bool {
        let pot = &self.pots[&asset];
        let left = pot.pending.iter().map(|(_, units)| units).sum::<u128>() - units;
        left == 0 || left >= seen.least
    }

    pub fn deliver(&mut self, asset: AssetId, units: u128, paid: u128) {
        let (_, source, _) = self.pots[&asset].sale.unwrap();
        self.bought(asset, source, (units, paid), self.share);
        let sale = self.pots.get_mut(&asset).unwrap().sale.as_mut().unwrap();
        sale.2 -= units;
        if sale.2 == 0 {
            self.end(asset);
        }
    }

    pub fn end(&mut self, asset: AssetId) {
        let pot = self.pots.get_mut(&asset).unwrap();
        pot.sale = None;
        pot.misses = 0;
        self.forget_if_empty(asset);
    }

    /// The sum of one part of all flows that are in native.
    pub fn sum(&self, part: usize) -> u128 {
        self.flows.values().map(|flow| flow[part]).sum()
    }
}
