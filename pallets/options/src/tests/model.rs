// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the pallet should do, in big numbers and plain maps. It is told what feed, market and house say, and knows the rest
//! itself.

use super::*;
use primitive_types::U512;
use std::collections::BTreeMap;

pub const ONE: u128 = 1_000_000_000_000_000_000;

/// What the feed says of a DOT and of a dollar, planck a unit in 1e-18.
pub type Pair = (u128, u128);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ModelVault {
    pub collateral: u128,
    pub written: u128,
    /// Who called, and when.
    pub call: Option<(AccountId, u64)>,
    /// Who is paid for the sale that runs.
    pub sale: Option<AccountId>,
    pub rests: u64,
}

#[derive(Clone, Debug)]
pub struct ModelSeries {
    pub collateral: Coin,
    pub kind: Kind,
    pub margined: bool,
    pub dollars: u128,
    pub expiry: u64,
    pub vaults: BTreeMap<AccountId, ModelVault>,
    pub tokens: BTreeMap<AccountId, u128>,
    /// Covered: paid and not borne, brought and not shared.
    pub unborne: u128,
    pub unshared: u128,
    /// Fees that the sink has not got.
    pub waits: u128,
    /// Margined: what was seen last, what was fixed, and by whom.
    pub seen: Pair,
    pub fixed: Option<(Pair, u64, Source)>,
    pub stage: Stage,
    /// What is owed to holders: in all, of it not paid yet, and to how many options.
    pub pool: u128,
    pub owed: u128,
    pub settled: u128,
    pub cursor: Option<AccountId>,
    /// When the idle time looks at it next.
    pub next: Option<u64>,
}

fn mul(a: u128, b: u128) -> U512 {
    U512::from(a) * U512::from(b)
}

fn floor(above: U512, below: U512) -> u128 {
    u128::try_from(above / below).unwrap()
}

fn ceil(above: U512, below: U512) -> u128 {
    u128::try_from((above + below - 1) / below).unwrap()
}

fn one() -> U512 {
    ONE.into()
}

/// A DOT is 10^4 times as many units as a dollar.
fn at_strike(units: u128, dollars: u128) -> U512 {
    mul(units, dollars)
}

const UNITS: u128 = 10_000;

impl ModelSeries {
    pub fn new(collateral: Coin, kind: Kind, margined: bool, dollars: u128, expiry: u64, seen: Pair) -> Self {
        Self {
            collateral,
            kind,
            margined,
            dollars,
            expiry,
            vaults: BTreeMap::new(),
            tokens: BTreeMap::new(),
            unborne: 0,
            unshared: 0,
            waits: 0,
            seen,
            fixed: None,
            stage: Stage::Live,
            pool: 0,
            owed: 0,
            settled: 0,
            cursor: None,
            next: Some(if margined { expiry } else { expiry + GRACE }),
        }
    }

    pub fn open(&self) -> u128 {
        self.tokens.values().sum()
    }

    pub fn written(&self) -> u128 {
        self.vaults.values().map(|vault| vault.written).sum()
    }

    pub fn held(&self) -> u128 {
        self.vaults.values().map(|vault| vault.collateral).sum::<u128>() - self.unborne + self.owed
    }

    pub fn brought(&self) -> Coin {
        match self.kind {
            Kind::Call => Coin::Asset(USD),
            Kind::Put => Coin::Asset(DOT),
        }
    }

    fn collateral_price(&self, (dot, usd): Pair) -> u128 {
        match self.collateral {
            Coin::Native => ONE,
            Coin::Asset(DOT) => dot,
            Coin::Asset(_) => usd,
        }
    }

    fn obligation(&self, units: u128, (dot, usd): Pair) -> u128 {
        match self.kind {
            Kind::Call => ceil(mul(units, dot), one()),
            Kind::Put => ceil(at_strike(units, self.dollars) * U512::from(usd), mul(ONE, UNITS)),
        }
    }

    /// Whether a vault like this has `percent` per cent.
    pub fn secured(&self, collateral: u128, written: u128, at: Pair, percent: u128) -> bool {
        let value = floor(mul(collateral, self.collateral_price(at)), one());
        mul(value, 100) >= mul(self.obligation(written, at), percent)
    }

    /// Whether a vault like this may be left by a mint or a withdrawal.
    fn enough(&self, collateral: u128, written: u128, feed: Option<Pair>) -> bool {
        if self.margined {
            written == 0 || feed.is_some_and(|at| self.secured(collateral, written, at, 150))
        } else {
            let locked = match self.kind {
                Kind::Call => written,
                Kind::Put => ceil(at_strike(written, self.dollars), UNITS.into()),
            };
            collateral >= locked
        }
    }

    /// The least collateral that is enough, found by halving.
    fn least(&self, written: u128, feed: Option<Pair>) -> Option<u128> {
        let (mut low, mut high) = (0u128, 1u128 << 110);
        if !self.enough(high, written, feed) {
            return None;
        }
        while low < high {
            let middle = (low + high) / 2;
            if self.enough(middle, written, feed) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Some(low)
    }

    fn payoff(&self, units: u128, at: Pair) -> u128 {
        let (dot, usd) = at;
        let strike = mul(self.dollars, usd);
        let market = mul(dot, UNITS);
        let (more, less) = match self.kind {
            Kind::Call => (market, strike),
            Kind::Put => (strike, market),
        };
        ceil(
            U512::from(units) * more.saturating_sub(less),
            mul(self.collateral_price(at), UNITS),
        )
    }
}

#[derive(Clone, Debug, Default)]
pub struct Model {
    pub now: u64,
    /// What the feed says, while it is fresh.
    pub feed: Option<Pair>,
    pub wallets: BTreeMap<(Coin, AccountId), u128>,
    pub series: BTreeMap<OptionId, ModelSeries>,
    pub fees: BTreeMap<Coin, u128>,
    /// Series and owner of the sales that the house runs.
    pub sales: Vec<(u32, OptionId, AccountId)>,
    pub auctions: u32,
}

pub const LOCK: u64 = HOUR;
pub const TIMEOUT: u64 = 2 * DAY;
pub const GRACE: u64 = DAY;
/// Thousandths of the premium, and of a payout.
pub const WRITE_FEE: u128 = 10;
pub const EXERCISE_FEE: u128 = 3;

fn fee(thousandths: u128, amount: u128) -> u128 {
    (amount * thousandths).div_ceil(1_000)
}

impl Model {
    fn gives(&mut self, who: AccountId, coin: Coin, amount: u128) {
        *self.wallets.get_mut(&(coin, who)).unwrap() -= amount;
    }

    fn gets(&mut self, who: AccountId, coin: Coin, amount: u128) {
        if let Some(wallet) = self.wallets.get_mut(&(coin, who)) {
            *wallet += amount;
        }
    }

    fn running(&self, id: OptionId) -> bool {
        self.series.get(&id).is_some_and(|series| self.now < series.expiry)
    }

    fn series(&mut self, id: OptionId) -> &mut ModelSeries {
        self.series.get_mut(&id).unwrap()
    }

    fn free(&self, id: OptionId, who: AccountId) -> Option<ModelVault> {
        let vault = self.series[&id].vaults.get(&who)?;
        vault.sale.is_none().then(|| vault.clone())
    }

    fn has(&self, id: OptionId, who: AccountId) -> u128 {
        self.series[&id].tokens.get(&who).copied().unwrap_or(0)
    }

    fn take_tokens(&mut self, id: OptionId, who: AccountId, amount: u128) {
        *self.series(id).tokens.get_mut(&who).unwrap() -= amount;
    }

    /// Puts a vault back, or forgets it.
    fn put(&mut self, id: OptionId, who: AccountId, vault: ModelVault) {
        if vault.collateral == 0 && vault.written == 0 {
            self.series(id).vaults.remove(&who);
            self.gets(who, Coin::Native, 100);
        } else {
            self.series(id).vaults.insert(who, vault);
        }
    }

    fn cured(&self, id: OptionId, vault: &ModelVault) -> bool {
        let series = &self.series[&id];
        vault.written == 0
            || self
                .feed
                .is_some_and(|at| series.secured(vault.collateral, vault.written, at, 125))
    }

    fn see(&mut self, id: OptionId, written: u128) {
        let feed = self.feed;
        let series = self.series(id);
        if series.margined && written > 0 {
            series.seen = feed.unwrap();
        }
    }

    /// Its vault, or a new one, which costs 100 planck.
    fn open_vault(&mut self, id: OptionId, who: AccountId) -> Option<ModelVault> {
        if self.series[&id].vaults.contains_key(&who) {
            return self.free(id, who);
        }
        self.gives(who, Coin::Native, 100);
        Some(ModelVault::default())
    }

    pub fn deposit(&mut self, id: OptionId, who: AccountId, amount: u128) -> bool {
        if amount == 0 || !self.running(id) {
            return false;
        }
        let Some(mut vault) = self.open_vault(id, who) else {
            return false;
        };
        vault.collateral += amount;
        if self.cured(id, &vault) {
            vault.call = None;
        }
        self.gives(who, self.series[&id].collateral, amount);
        self.put(id, who, vault);
        true
    }

    pub fn withdraw(&mut self, id: OptionId, who: AccountId, amount: u128) -> bool {
        if amount == 0 || !self.running(id) {
            return false;
        }
        let Some(mut vault) = self.free(id, who).filter(|vault| vault.collateral >= amount) else {
            return false;
        };
        vault.collateral -= amount;
        if !self.series[&id].enough(vault.collateral, vault.written, self.feed) {
            return false;
        }
        self.see(id, vault.written);
        vault.call = None;
        self.gets(who, self.series[&id].collateral, amount);
        self.put(id, who, vault);
        true
    }

    pub fn mint(&mut self, id: OptionId, who: AccountId, amount: u128) -> bool {
        if amount == 0 || !self.running(id) {
            return false;
        }
        let Some(mut vault) = self.free(id, who) else {
            return false;
        };
        vault.written += amount;
        if !self.series[&id].enough(vault.collateral, vault.written, self.feed) {
            return false;
        }
        self.see(id, vault.written);
        vault.call = None;
        *self.series(id).tokens.entry(who).or_default() += amount;
        self.put(id, who, vault);
        true
    }

    /// The market pays `quote`.
    pub fn write_and_sell(
        &mut self,
        id: OptionId,
        who: AccountId,
        amount: u128,
        quote: Option<u128>,
        min: u128,
    ) -> bool {
        if amount == 0 || !self.running(id) {
            return false;
        }
        let Some(premium) = quote.filter(|quote| *quote >= min) else {
            return false;
        };
        let written = self.series[&id].vaults.get(&who).map_or(0, |vault| vault.written) + amount;
        let Some(least) = self.series[&id].least(written, self.feed) else {
            return false;
        };
        let Some(mut vault) = self.open_vault(id, who) else {
            return false;
        };
        let missing = least.saturating_sub(vault.collateral);
        vault.written = written;
        vault.collateral += missing;
        vault.call = None;
        self.gives(who, self.series[&id].collateral, missing);
        self.see(id, written);
        *self.series(id).tokens.entry(Market::POT).or_default() += amount;
        self.put(id, who, vault);
        let fee = fee(WRITE_FEE, premium);
        self.gets(who, Coin::Native, premium - fee);
        *self.fees.entry(Coin::Native).or_default() += fee;
        true
    }

    pub fn burn(&mut self, id: OptionId, who: AccountId, amount: u128) -> bool {
        if amount == 0 || !self.running(id) || self.has(id, who) < amount {
            return false;
        }
        let Some(mut vault) = self.free(id, who).filter(|vault| vault.written >= amount) else {
            return false;
        };
        vault.written -= amount;
        if self.cured(id, &vault) {
            vault.call = None;
        }
        self.take_tokens(id, who, amount);
        self.put(id, who, vault);
        true
    }

    fn pay(&mut self, id: OptionId, who: AccountId, paid: u128) {
        let coin = self.series[&id].collateral;
        let fee = fee(EXERCISE_FEE, paid);
        self.gets(who, coin, paid - fee);
        self.series(id).waits += fee;
    }

    pub fn exercise(&mut self, id: OptionId, who: AccountId, amount: u128) -> bool {
        if amount == 0 || !self.running(id) || self.series[&id].margined || self.has(id, who) < amount {
            return false;
        }
        let series = self.series(id);
        let strike = at_strike(amount, series.dollars);
        let (brought, paid) = match series.kind {
            Kind::Call => (ceil(strike, UNITS.into()), amount),
            Kind::Put => (amount, floor(strike, UNITS.into())),
        };
        if paid == 0 {
            return false;
        }
        series.unborne += paid;
        series.unshared += brought;
        let coin = series.brought();
        self.take_tokens(id, who, amount);
        self.gives(who, coin, brought);
        self.pay(id, who, paid);
        true
    }

    pub fn redeem(&mut self, id: OptionId, who: AccountId, amount: u128) -> bool {
        let Some(series) = self.series.get(&id) else {
            return false;
        };
        if amount == 0 || series.stage == Stage::Live || series.pool == 0 || self.has(id, who) < amount {
            return false;
        }
        let paid = if amount == series.open() {
            series.owed
        } else {
            floor(mul(series.pool, amount), series.settled.into())
        };
        if paid == 0 {
            return false;
        }
        let series = self.series(id);
        series.owed -= paid;
        self.take_tokens(id, who, amount);
        self.pay(id, who, paid);
        let now = self.now;
        let series = self.series(id);
        if series.owed == 0 && series.vaults.is_empty() {
            self.meet(id, now);
        } else {
            self.meet_for_fees(id);
        }
        true
    }

    /// The owner gets the rest of a vault.
    fn wind_up(&mut self, id: OptionId, owner: AccountId) -> bool {
        let series = self.series(id);
        let vault = series.vaults[&owner].clone();
        if series.margined && vault.written > 0 {
            return false;
        }
        let written = series.written();
        let (given, shared) = if vault.written == 0 {
            (0, 0)
        } else {
            (
                ceil(mul(series.unborne, vault.written), written.into()),
                floor(mul(series.unshared, vault.written), written.into()),
            )
        };
        series.unborne -= given;
        series.unshared -= shared;
        series.vaults.remove(&owner);
        let (coin, brought) = (series.collateral, series.brought());
        self.gets(owner, coin, vault.collateral - given);
        self.gets(owner, brought, shared);
        self.gets(owner, Coin::Native, 100);
        true
    }

    pub fn reclaim(&mut self, id: OptionId, who: AccountId) -> bool {
        let there = self
            .series
            .get(&id)
            .is_some_and(|series| self.now >= series.expiry && series.vaults.contains_key(&who));
        let done = there && self.wind_up(id, who);
        if done && self.series[&id].vaults.is_empty() {
            self.meet(id, self.now);
            self.meet_for_fees(id);
        }
        done
    }

    fn grace_over(&self, series: &ModelSeries) -> bool {
        let from = match (series.margined, series.fixed) {
            (false, _) => Some(series.expiry),
            (true, fixed) => fixed.map(|(_, at, _)| at + LOCK),
        };
        from.is_some_and(|from| self.now >= from + GRACE)
    }

    pub fn release(&mut self, id: OptionId, owner: AccountId) -> bool {
        let there = self
            .series
            .get(&id)
            .is_some_and(|series| self.grace_over(series) && series.vaults.contains_key(&owner));
        let done = there && self.wind_up(id, owner);
        if done && self.series[&id].vaults.is_empty() {
            self.meet(id, self.now);
            self.meet_for_fees(id);
        }
        done
    }

    /// A vault of a margined series before its expiry, that is not for sale.
    fn on_the_ladder(&self, id: OptionId, owner: AccountId) -> Option<(ModelVault, Pair)> {
        if !self.running(id) || !self.series[&id].margined {
            return None;
        }
        Some((self.free(id, owner)?, self.feed?))
    }

    pub fn call(&mut self, id: OptionId, owner: AccountId, caller: AccountId) -> bool {
        let Some((mut vault, at)) = self.on_the_ladder(id, owner).filter(|_| caller != owner) else {
            return false;
        };
        if vault.call.is_some() || self.series[&id].secured(vault.collateral, vault.written, at, 125) {
            return false;
        }
        vault.call = Some((caller, self.now));
        self.series(id).seen = at;
        self.put(id, owner, vault);
        true
    }

    pub fn liquidate(&mut self, id: OptionId, owner: AccountId, caller: AccountId) -> bool {
        let Some((mut vault, at)) = self.on_the_ladder(id, owner).filter(|_| caller != owner) else {
            return false;
        };
        let series = &self.series[&id];
        let has = |percent| series.secured(vault.collateral, vault.written, at, percent);
        if has(125) {
            if vault.call.is_none() {
                return false;
            }
            vault.call = None;
        } else {
            let late = vault.call.is_some_and(|(_, called)| self.now >= called + 6 * HOUR);
            if (has(110) && !late) || self.now < vault.rests {
                return false;
            }
            vault.sale = Some(vault.call.map_or(caller, |(first, _)| first));
            self.sales.push((self.auctions, id, owner));
            self.auctions += 1;
        }
        self.series(id).seen = at;
        self.put(id, owner, vault);
        true
    }

    /// A purchase for `paid` planck in a sale.
    pub fn buy(&mut self, id: OptionId, owner: AccountId, buyer: AccountId, units: u128, paid: u128) -> bool {
        if !self.running(id) || self.has(id, buyer) < units {
            return false;
        }
        let mut vault = self.series[&id].vaults[&owner].clone();
        let share = floor(mul(vault.collateral, units), vault.written.into());
        vault.collateral -= share;
        vault.written -= units;
        let caller = vault.sale.unwrap();
        self.take_tokens(id, buyer, units);
        self.gives(buyer, Coin::Native, paid);
        let (mut reward, mut rest) = (paid / 100, paid - paid / 100);
        if !self.wallets.contains_key(&(Coin::Native, caller)) {
            (reward, rest) = (0, paid);
        }
        self.gets(caller, Coin::Native, reward);
        self.gets(owner, Coin::Native, rest);
        self.gets(buyer, self.series[&id].collateral, share);
        self.put(id, owner, vault);
        true
    }

    pub fn end_sale(&mut self, at: usize) {
        let (_, id, owner) = self.sales.remove(at);
        let now = self.now;
        if let Some(vault) = self
            .series
            .get_mut(&id)
            .and_then(|series| series.vaults.get_mut(&owner))
        {
            if vault.sale.take().is_some() {
                vault.rests = now + HOUR;
            }
        }
    }

    pub fn fix(&mut self, id: OptionId) -> bool {
        let (now, feed) = (self.now, self.feed);
        let Some(series) = self.series.get_mut(&id) else {
            return false;
        };
        if !series.margined || now < series.expiry || series.fixed.is_some() {
            return false;
        }
        series.fixed = match feed {
            Some(at) => Some((at, now, Source::Feed)),
            None if now >= series.expiry + 2 * TIMEOUT => Some((series.seen, now, Source::Reference)),
            None => return false,
        };
        self.meet(id, now);
        true
    }

    pub fn dispute(&mut self, id: OptionId, said: Pair) -> bool {
        let now = self.now;
        let Some(series) = self.series.get_mut(&id) else {
            return false;
        };
        if !series.margined || now < series.expiry {
            return false;
        }
        series.fixed = match series.fixed {
            Some((_, at, source)) if source != Source::Governance && now < at + LOCK => {
                Some((said, at, Source::Governance))
            }
            None if now >= series.expiry + TIMEOUT => Some((said, now, Source::Governance)),
            _ => return false,
        };
        self.meet(id, now);
        true
    }

    /// The vaults after the cursor, in the order of the chain's map.
    fn next(&self, id: OptionId, limit: usize) -> Vec<AccountId> {
        let key = |who: &AccountId| Vaults::<Test>::hashed_key_for(id, who);
        let series = &self.series[&id];
        let mut owners: Vec<AccountId> = series.vaults.keys().copied().collect();
        owners.sort_by_key(key);
        let after = series.cursor.as_ref().map(key);
        owners.retain(|owner| after.as_ref().is_none_or(|after| key(owner) > *after));
        owners.truncate(limit);
        owners
    }

    pub fn settle(&mut self, id: OptionId, limit: usize) -> bool {
        let Some(series) = self.series.get(&id).cloned() else {
            return false;
        };
        if self.now < series.expiry {
            return false;
        }
        self.series(id).waits = 0;
        *self.fees.entry(series.collateral).or_default() += series.waits;
        if series.margined && series.stage == Stage::Live {
            let Some((at, _, _)) = series.fixed.filter(|(_, at, _)| self.now >= at + LOCK) else {
                return false;
            };
            for owner in self.next(id, limit) {
                let mut vault = self.series[&id].vaults[&owner].clone();
                let owed = series.payoff(vault.written, at).min(vault.collateral);
                vault.collateral -= owed;
                if vault.written > 0 {
                    vault.call = None;
                }
                vault.written = 0;
                self.put(id, owner, vault);
                let series = self.series(id);
                series.pool += owed;
                series.owed += owed;
                series.cursor = Some(owner);
            }
            let series = self.series(id);
            if series.written() == 0 {
                series.stage = Stage::Settled;
                series.settled = series.open();
                series.cursor = None;
            }
            self.meet(id, self.now);
            return true;
        }
        if series.vaults.is_empty() {
            if series.owed > 0 {
                self.meet(id, self.now);
                return series.waits > 0;
            }
            self.series.remove(&id);
            return true;
        }
        if !self.grace_over(&series) {
            return false;
        }
        let owners = self.next(id, limit);
        let at_end = owners.len() < limit;
        for owner in owners {
            assert!(self.wind_up(id, owner));
            self.series(id).cursor = Some(owner);
        }
        let series = self.series(id);
        if at_end || series.vaults.is_empty() {
            series.cursor = None;
        }
        // Here all can be sent; so what is left came behind the cursor.
        let left = series.cursor.is_none() && !series.vaults.is_empty();
        self.meet(id, if left { self.now + DAY } else { self.now });
        true
    }

    /// The next moment after `after` at which the idle time finds something to do.
    fn meet(&mut self, id: OptionId, after: u64) {
        let series = self.series(id);
        let begin = match (series.margined, series.fixed) {
            (false, _) => Some(series.expiry),
            (true, fixed) => fixed.map(|(_, at, _)| at + LOCK),
        };
        let next = if series.margined && series.stage == Stage::Live {
            Some(begin.unwrap_or(series.expiry))
        } else if !series.vaults.is_empty() {
            // A week for vaults that cannot be sent.
            begin.map(|begin| begin + GRACE).filter(|end| after < end + 7 * DAY)
        } else {
            (series.owed == 0).then_some(after)
        };
        series.next = next.map(|next| next.max(after + 1));
    }

    /// Fees do not wait for ever.
    fn meet_for_fees(&mut self, id: OptionId) {
        let tomorrow = self.now + DAY;
        let series = self.series(id);
        if series.waits > 0 {
            series.next.get_or_insert(tomorrow);
        }
    }

    /// The idle time of a block with room for everything: a step of each of the four series that have waited longest.
    pub fn idle(&mut self) {
        for _ in 0..4 {
            let due = |series: &ModelSeries| series.next.filter(|next| *next <= self.now);
            let Some((_, id)) = self
                .series
                .iter()
                .filter_map(|(id, series)| Some((due(series)?, *id)))
                .min()
            else {
                return;
            };
            if self.series[&id].margined && self.series[&id].fixed.is_none() {
                if !self.fix(id) {
                    self.series(id).next = Some(self.now + 60_000);
                }
            } else {
                assert!(self.settle(id, 5));
            }
        }
    }
}
