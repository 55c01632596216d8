// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The basket as a few numbers, written for being read: big integers, lists of samples, no books. It knows what calls
//! do, and checks what the hook says that it did.

use super::*;
use primitive_types::U512;
use std::collections::BTreeMap;

pub const PEOPLE: [AccountId; 3] = [ALICE, BOB, CHARLIE];
/// The assets that the operations touch.
pub const UNIVERSE: [AssetId; 6] = [1, 2, 3, 4, 5, 6];
const ONE: u128 = 1_000_000_000_000_000_000;

/// An asset, units of it and planck.
pub type Trade = (AssetId, u128, u128);

fn big(number: u128) -> U512 {
    number.into()
}

fn small(number: U512) -> Option<u128> {
    number.try_into().ok()
}

pub fn floor(a: u128, b: u128, c: u128) -> u128 {
    small(big(a) * big(b) / big(c)).unwrap()
}

fn ceil(a: U512, b: U512) -> u128 {
    small((a + b - U512::one()) / b).unwrap()
}

#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct Held {
    pub units: u128,
    pub mark: Option<u128>,
}

#[derive(Clone, Debug, Default)]
pub struct Model {
    pub now: Moment,
    pub month: Option<u32>,
    pub accrued_at: Moment,
    pub held: BTreeMap<AssetId, Held>,
    pub cash: u128,
    pub allocation: u128,
    pub shares: BTreeMap<AccountId, u128>,
    /// Issues: when, and the supply before it.
    pub used: (u128, u128, Moment),
    pub members: Vec<(AssetId, u32)>,
    /// Market cap, volume, staking ratio and reward ratio.
    pub samples: BTreeMap<AssetId, Vec<[u128; 4]>>,
    pub feeds: BTreeMap<AssetId, Option<[u128; 4]>>,
    /// The oracle's price if it is fresh.
    pub prices: BTreeMap<AssetId, Option<u128>>,
    pub rates: BTreeMap<AssetId, u128>,
    /// Native and units in the market.
    pub pools: BTreeMap<AssetId, (u128, u128)>,
    pub sale_prices: BTreeMap<AssetId, u128>,
    /// Lost less gained, in 1e-18 planck, as two sums.
    pub lost: U512,
    pub gained: U512,
    pub rebalancing: bool,
    pub donated: BTreeMap<AssetId, u128>,
}

impl Model {
    pub fn supply(&self) -> u128 {
        self.shares.values().sum()
    }

    fn part(&self, shares: u128, up: bool) -> (Vec<(AssetId, u128)>, u128) {
        let supply = self.supply();
        let of = |all: u128| match up {
            true => ceil(big(all) * big(shares), big(supply)),
            false => floor(all, shares, supply),
        };
        let items = self.held.iter().map(|(asset, held)| (*asset, of(held.units)));
        (items.collect(), of(self.cash))
    }

    fn limit(&self) -> u128 {
        self.supply() / 10
    }

    fn in_bucket(&self) -> u128 {
        let (used, limit, at) = self.used;
        let elapsed = (self.now - at).min(HOUR);
        used.saturating_sub(floor(limit, elapsed.into(), HOUR.into()))
    }

    fn issuable(&self, shares: u128) -> bool {
        self.supply() > 0 && shares >= 1_000 && shares <= self.limit().saturating_sub(self.in_bucket())
    }

    fn mint(&mut self, who: AccountId, shares: u128, items: &[(AssetId, u128)], cash: u128) {
        self.used = (self.in_bucket() + shares, self.limit(), self.now);
        for (asset, units) in items {
            self.held.get_mut(asset).unwrap().units += units;
        }
        self.cash += cash;
        *self.shares.entry(who).or_default() += shares;
    }

    /// Whether somebody who has enough of everything can.
    pub fn issue(&mut self, who: AccountId, shares: u128) -> bool {
        if !self.issuable(shares) {
            return false;
        }
        let (items, cash) = self.part(shares, true);
        self.mint(who, shares, &items, cash);
        true
    }

    pub fn redeem(&mut self, who: AccountId, shares: u128) -> Option<(Vec<(AssetId, u128)>, u128)> {
        let own = self.shares.get(&who).copied().unwrap_or_default();
        if shares == 0 || shares > own {
            return None;
        }
        let (items, cash) = self.part(shares, false);
        for (asset, units) in &items {
            self.held.get_mut(asset).unwrap().units -= units;
        }
        self.cash -= cash;
        self.shares.insert(who, own - shares);
        Some((items, cash))
    }

    fn price(&self, asset: AssetId) -> Option<u128> {
        self.prices.get(&asset).copied().flatten()
    }

    fn pool(&self, asset: AssetId) -> Option<(u128, u128)> {
        self.pools
            .get(&asset)
            .copied()
            .filter(|(native, units)| *native > 0 && *units > 0)
    }

    /// Constant product with 0.3 % off what comes in.
    fn out(amount: u128, into: u128, from: u128) -> Option<u128> {
        let net = big(amount) * big(997);
        small(net * big(from) / (big(into) * big(1_000) + net)).filter(|out| *out > 0)
    }

    fn sell(&mut self, asset: AssetId, units: u128) -> Option<u128> {
        let (price, (native, depth)) = (self.price(asset)?, self.pool(asset)?);
        let out = Self::out(units, depth, native)?;
        let least = ceil(big(units) * big(price) * big(99), big(ONE) * big(100));
        (out >= least).then(|| self.pools.insert(asset, (native - out, depth + units)))?;
        Some(out)
    }

    fn buy(&mut self, asset: AssetId, units: u128, budget: u128) -> Option<u128> {
        let (price, (native, depth)) = (self.price(asset)?, self.pool(asset)?);
        let rest = depth.checked_sub(units).filter(|rest| *rest > 0)?;
        let paid = small(big(native) * big(units) * big(1_000) / (big(rest) * big(997)))? + 1;
        let fair = ceil(big(units) * big(price), big(ONE));
        let most = ceil(big(fair) * big(101), big(100));
        (paid <= most && paid <= budget).then(|| self.pools.insert(asset, (native + paid, depth - units)))?;
        Some(paid)
    }

    fn spend(&mut self, asset: AssetId, native: u128) -> Option<u128> {
        let (price, (reserve, depth)) = (self.price(asset)?, self.pool(asset)?);
        let out = Self::out(native, reserve, depth)?;
        let least = ceil(big(native) * big(ONE) * big(99), big(price) * big(100)).max(1);
        (out >= least).then(|| self.pools.insert(asset, (reserve + native, depth - out)))?;
        Some(out)
    }

    fn all_priced(&self) -> bool {
        self.held.keys().all(|asset| self.price(*asset).is_some())
    }

    /// The planck that the shares cost, and the planck that an asset sold for it brought.
    pub fn issue_with(&mut self, who: AccountId, coin: Coin, shares: u128, max: u128) -> Option<(u128, u128)> {
        let mut after = self.clone();
        let possible = after.issuable(shares) && !after.rebalancing && after.all_priced();
        let budget = match coin {
            _ if !possible => return None,
            Coin::Native => max,
            Coin::Asset(asset) => after.sell(asset, max)?,
        };
        let (items, cash) = after.part(shares, true);
        let mut left = budget.checked_sub(cash)?;
        for (asset, units) in &items {
            if *units > 0 {
                left -= after.buy(*asset, *units, left)?;
            }
        }
        after.mint(who, shares, &items, cash);
        *self = after;
        Some((budget - left, budget))
    }

    /// What is received of the coin.
    pub fn redeem_to(&mut self, who: AccountId, coin: Coin, shares: u128) -> Option<u128> {
        let mut after = self.clone();
        if after.rebalancing || !after.all_priced() {
            return None;
        }
        if let Coin::Asset(asset) = coin {
            after.price(asset)?;
        }
        let (items, mut native) = after.redeem(who, shares)?;
        for (asset, units) in items {
            if units > 0 {
                native += after.sell(asset, units)?;
            }
        }
        let received = match coin {
            Coin::Native => native,
            Coin::Asset(asset) => after.spend(asset, native)?,
        };
        *self = after;
        Some(received)
    }

    pub fn allocate(&mut self, native: u128) -> bool {
        if native == 0 || self.supply() == 0 && self.allocation + native < 1_000 {
            return false;
        }
        self.allocation += native;
        if self.supply() == 0 {
            self.launch();
        }
        true
    }

    pub fn launch(&mut self) {
        let native = core::mem::take(&mut self.allocation);
        self.held.retain(|_, held| held.units > 0);
        self.cash += native;
        *self.shares.entry(TREASURY).or_default() += native;
    }

    /// Books a trade of a rebalance at `price`.
    fn slippage(&mut self, given: U512, got: U512, lost: Exact, gained: Exact) {
        let exact = |value: Exact| big(value.planck) * big(ONE) + big(value.atto.into());
        assert_eq!(given + exact(gained), got + exact(lost));
        assert!(lost == Exact::default() || gained == Exact::default());
        self.lost += exact(lost);
        self.gained += exact(gained);
    }

    fn settle_out(&mut self, asset: AssetId, units: u128, native: u128) {
        let held = self.held.get_mut(&asset).expect("the asset is there");
        held.units -= units;
        self.cash += native;
        self.held.retain(|_, held| held.units > 0);
    }

    /// The hook sold a slice.
    pub fn sold(&mut self, (asset, units, native): Trade, lost: Exact, gained: Exact, part: u128) {
        let price = self.price(asset).expect("a fresh price");
        let depth = self.pool(asset).expect("a pool").1;
        assert!(units > 0 && units <= depth * part / 1_000_000_000, "a slice is small");
        let weight = self
            .members
            .iter()
            .find(|member| member.0 == asset)
            .map_or(0, |member| member.1);
        assert!(weight < 1_000_000_000);
        assert_eq!(self.sell(asset, units), Some(native));
        self.slippage(big(units) * big(price), big(native) * big(ONE), lost, gained);
        self.settle_out(asset, units, native);
    }

    /// An auction sold something.
    pub fn auctioned(&mut self, (asset, units, native): Trade, lost: Exact, gained: Exact) {
        let price = self.sale_prices[&asset];
        self.slippage(big(units) * big(price), big(native) * big(ONE), lost, gained);
        self.settle_out(asset, units, native);
    }

    /// The hook bought a slice.
    pub fn bought(&mut self, (asset, units, native): Trade, lost: Exact, gained: Exact, part: u128) {
        assert!(
            self.members.iter().any(|member| member.0 == asset),
            "only members are bought"
        );
        let price = self.price(asset).expect("a fresh price");
        let depth = self.pool(asset).expect("a pool").0;
        assert!(native > 0 && native <= depth * part / 1_000_000_000, "a slice is small");
        assert_eq!(self.spend(asset, native), Some(units));
        self.slippage(big(native) * big(ONE), big(units) * big(price), lost, gained);
        self.cash -= native;
        let rate = self.rates.get(&asset).copied();
        let held = self.held.entry(asset).or_default();
        held.mark = match (held.mark, rate) {
            (Some(mark), Some(rate)) => {
                let sum = big(mark) * big(held.units) + big(rate) * big(units);
                Some(ceil(sum, big(held.units + units)))
            }
            (mark, rate) => mark.or(rate),
        };
        held.units += units;
    }

    /// The hook took fees and rewards: all that is due and nothing else.
    pub fn accrue(&mut self) -> (BTreeMap<AssetId, u128>, BTreeMap<AssetId, u128>) {
        let elapsed = (self.now - self.accrued_at).min(MILLISECS_PER_YEAR);
        self.accrued_at = self.now;
        let (mut fees, mut rewards) = (BTreeMap::new(), BTreeMap::new());
        for (asset, held) in &mut self.held {
            let fee = floor(
                held.units,
                5 * u128::from(elapsed),
                1_000 * u128::from(MILLISECS_PER_YEAR),
            );
            held.units -= fee;
            fees.insert(*asset, fee);
            let Some(rate) = self.rates.get(asset).copied() else {
                continue;
            };
            let mark = held.mark.unwrap_or(rate);
            let reward = if rate > mark {
                floor(held.units, rate - mark, rate)
            } else {
                0
            };
            held.mark = Some(if reward > 0 { rate } else { mark });
            held.units -= reward;
            rewards.insert(*asset, reward);
        }
        fees.retain(|_, units| *units > 0);
        rewards.retain(|_, units| *units > 0);
        (fees, rewards)
    }

    /// The hook spent a part of the pool.
    pub fn spent(&mut self, shares: u128, native: u128) {
        assert!(!self.rebalancing && self.issuable(shares));
        assert!(
            self.in_bucket() + shares <= self.limit() / 2,
            "half of it is for others"
        );
        let (items, cash) = self.part(shares, true);
        let mut left = self.allocation - cash;
        for (asset, units) in &items {
            left -= self.buy(*asset, *units, left).expect("within its bounds");
        }
        assert_eq!(self.allocation - left, native);
        self.allocation = left;
        self.mint(TREASURY, shares, &items, cash);
    }

    pub fn sample(&mut self, asset: AssetId) {
        if let Some(sample) = self.feeds[&asset] {
            self.samples.get_mut(&asset).expect("it is listed").push(sample);
        }
    }

    /// Who gets the seats, by counting and sorting: sums of ranks, a newcomer's worse by one.
    pub fn decide(&mut self, month: u32) -> Option<Vec<(AssetId, u32)>> {
        let first = self.month.replace(month).is_none();
        if first {
            self.accrued_at = self.now;
            return None;
        }
        let mut field = Vec::new();
        for (asset, samples) in &mut self.samples {
            let samples = core::mem::take(samples);
            let count = samples.len() as u128;
            if count < 2 {
                continue;
            }
            let mean = [0, 1, 2, 3].map(|at| samples.iter().map(|sample| sample[at]).sum::<u128>() / count);
            if mean[0] >= 1_000 && mean[1] >= 100 {
                field.push((*asset, mean));
            }
        }
        let mut order: Vec<_> = field
            .iter()
            .map(|(asset, mean)| {
                let rank = |at: usize| field.iter().filter(|(_, other)| other[at] > mean[at]).count();
                let newcomer = !self.members.iter().any(|member| member.0 == *asset);
                let score = rank(2) + rank(3) + usize::from(newcomer);
                (score, newcomer, u128::MAX - mean[0], *asset)
            })
            .collect();
        order.sort_unstable();
        if order.len() < 3 {
            return None;
        }
        let caps: Vec<_> = order[..3]
            .iter()
            .map(|(_, _, inverse, asset)| (*asset, u128::MAX - inverse))
            .collect();
        let total: u128 = caps.iter().map(|(_, cap)| cap).sum();
        let mut seats: Vec<_> = caps
            .iter()
            .map(|(asset, cap)| (*asset, floor(*cap, 1_000_000_000, total) as u32))
            .collect();
        let mut rests: Vec<_> = caps
            .iter()
            .enumerate()
            .map(|(at, (_, cap))| (cap * 1_000_000_000 % total, at))
            .collect();
        rests.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
        let missing = 1_000_000_000 - seats.iter().map(|(_, weight)| weight).sum::<u32>();
        for (_, at) in rests.iter().take(missing as usize) {
            seats[*at].1 += 1;
        }
        self.members = seats.clone();
        Some(seats)
    }

    /// The chain shows what the model does.
    pub fn check(&self) {
        let basket = basket();
        let shown: BTreeMap<_, _> = basket
            .holdings
            .iter()
            .map(|holding| {
                let mark = holding.mark.map(FixedU128::into_inner);
                (
                    holding.asset,
                    Held {
                        units: holding.units,
                        mark,
                    },
                )
            })
            .collect();
        assert_eq!(shown, self.held);
        assert_eq!(
            (basket.cash, Allocation::<Test>::get().native),
            (self.cash, self.allocation)
        );
        assert_eq!(Etf::supply(), self.supply());
        for (who, own) in &self.shares {
            assert_eq!(shares(*who), *own);
        }
        assert_eq!(members(), self.members);
        assert_eq!(Schedule::<Test>::get().month, self.month);
        for (asset, samples) in &self.samples {
            let listing = Listings::<Test>::get(asset).unwrap();
            let fresh = Some(listing.month) == self.month;
            assert_eq!(if fresh { listing.samples as usize } else { 0 }, samples.len());
        }
        // What is on the account is the basket's and what was given to it.
        let account = Etf::account_id();
        for asset in UNIVERSE {
            let known = self.held.get(&asset).map_or(0, |held| held.units);
            let donated = self.donated.get(&asset).copied().unwrap_or_default();
            assert_eq!(units(asset, account), known + donated);
        }
    }
}
