// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The auctions again, as a reader of the README would write them down: plain maps, big numbers, every price found by
//! trying all of them. Each verb says which events it should cause, or `None` if it should be refused.

use super::*;
use primitive_types::U512;
use std::collections::{BTreeMap, BTreeSet};

pub const PEOPLE: [AccountId; 3] = [ALICE, BOB, CHARLIE];

const ONE: u128 = 1_000_000_000_000_000_000;

fn big(a: u128) -> U512 {
    U512::from(a)
}

fn small(a: U512) -> u128 {
    assert!(a <= big(u128::MAX), "{a} does not fit");
    a.as_u128()
}

/// `units * price`, rounded down and up.
fn product(units: u128, price: FixedU128) -> (u128, u128) {
    let (down, rest) = (big(units) * big(price.into_inner())).div_mod(big(ONE));
    (small(down), small(down + u32::from(!rest.is_zero())))
}

#[derive(Clone, Debug)]
pub struct Offer {
    pub owner: AccountId,
    pub tick: Tick,
    pub units: Balance,
    pub held: Balance,
}

/// The result of a timed sale that sold something.
#[derive(Clone, Copy, Debug)]
pub struct Win {
    tick: Tick,
    pub price: FixedU128,
    pub sold: Balance,
    /// Units bid for at the tick, and what the bids above leave for them.
    demand: Balance,
    left: Balance,
}

#[derive(Clone, Debug)]
pub enum Terms {
    Timed(TimedSale),
    Falling(FallingSale),
}

#[derive(Clone, Debug)]
pub struct Sale {
    pub terms: Terms,
    pub opened_at: Moment,
    pub ends_at: Moment,
    withdrawn: bool,
    /// `Some` when it is closed, with the result if something was sold.
    pub closed: Option<Option<Win>>,
    told: bool,
    pub offers: BTreeMap<BidId, Offer>,
    pub placed: BidId,
    pub delivered: Balance,
    pub proceeds: Balance,
}

impl Sale {
    pub fn units(&self) -> Balance {
        match &self.terms {
            Terms::Timed(sale) => sale.units,
            Terms::Falling(sale) => sale.units,
        }
    }

    pub fn left(&self) -> Balance {
        self.units() - self.delivered
    }

    fn price(sale: &TimedSale, tick: Tick) -> FixedU128 {
        let steps = big(sale.tick_size.into_inner()) * big(tick.into());
        FixedU128::from_inner(small(big(sale.reserve.into_inner()) + steps))
    }

    /// Tries every tick, from the highest: the first that sells as much as the lowest would.
    fn clear(&self, sale: &TimedSale) -> Option<Win> {
        let demand = |tick: Tick| -> u128 {
            let offers = self.offers.values().filter(|offer| offer.tick >= tick);
            offers.map(|offer| offer.units).sum()
        };
        let most = demand(0).min(sale.units);
        let tick = (0..=Tick::MAX)
            .rev()
            .find(|tick| demand(*tick).min(sale.units) == most)?;
        let above = tick.checked_add(1).map_or(0, demand);
        (most > 0).then(|| Win {
            tick,
            price: Self::price(sale, tick),
            sold: most,
            demand: demand(tick) - above,
            left: most - above,
        })
    }

    /// Units, payment and what is returned for an offer of a closed sale.
    fn due(&self, offer: &Offer) -> (Balance, Balance, Balance) {
        let Some(Some(win)) = self.closed else {
            return (0, 0, offer.held);
        };
        let units = match offer.tick.cmp(&win.tick) {
            std::cmp::Ordering::Greater => offer.units,
            std::cmp::Ordering::Less => 0,
            std::cmp::Ordering::Equal => small(big(offer.units) * big(win.left) / big(win.demand)),
        };
        let (_, paid) = product(units, win.price);
        (units, paid, offer.held - paid)
    }
}

/// What fails at the seller.
#[derive(Clone, Debug, Default)]
pub struct Faults {
    pub closed: bool,
    pub deliver: bool,
    pub finished: bool,
    pub unreachable: BTreeSet<AccountId>,
}

#[derive(Clone, Debug, Default)]
pub struct Model {
    pub now: Moment,
    pub faults: Faults,
    pub next: AuctionId,
    pub sales: BTreeMap<AuctionId, Sale>,
    /// Free and on hold.
    pub money: BTreeMap<AccountId, (Balance, Balance)>,
    pub pot: Balance,
    /// Units and planck.
    pub bought: BTreeMap<AccountId, (Balance, Balance)>,
    pub closings: Vec<Clearing>,
    pub endings: Vec<Balance>,
    pub past: Totals,
}

impl Model {
    pub fn new() -> Self {
        Self {
            now: Now::get(),
            money: PEOPLE.map(|who| (who, (ENDOWMENT, 0))).into(),
            ..Default::default()
        }
    }

    fn spend(&mut self, who: AccountId, amount: Balance) {
        self.money.get_mut(&who).unwrap().0 -= amount;
    }

    fn can_spend(&self, who: AccountId, amount: Balance) -> bool {
        self.money[&who].0 >= ED && self.money[&who].0 - ED >= amount
    }

    pub fn open(&mut self, terms: Terms) -> Vec<Event> {
        let auction = self.next;
        self.next += 1;
        let length = match &terms {
            Terms::Timed(sale) => sale.duration,
            Terms::Falling(sale) => sale.period,
        };
        let ends_at = self.now + length;
        let event = match &terms {
            Terms::Timed(sale) => Event::TimedOpened {
                auction,
                lot: LOT,
                units: sale.units,
                min_bid: sale.min_bid,
                reserve: sale.reserve,
                tick_size: sale.tick_size,
                min_turnover: sale.min_turnover,
                ends_at,
            },
            Terms::Falling(sale) => Event::FallingOpened {
                auction,
                lot: LOT,
                units: sale.units,
                min_bid: sale.min_bid,
                start: sale.start,
                floor: sale.floor,
                ends_at,
            },
        };
        let sale = Sale {
            terms,
            opened_at: self.now,
            ends_at,
            withdrawn: false,
            closed: None,
            told: true,
            offers: BTreeMap::new(),
            placed: 0,
            delivered: 0,
            proceeds: 0,
        };
        self.sales.insert(auction, sale);
        self.past.offered += self.sales[&auction].units();
        vec![event]
    }

    fn is_open(&self, id: AuctionId) -> bool {
        let sale = &self.sales[&id];
        self.now < sale.ends_at && sale.closed.is_none()
    }

    /// The terms of a timed sale that takes bids.
    fn timed(&self, id: AuctionId) -> Option<TimedSale> {
        match self.sales.get(&id)?.terms {
            Terms::Timed(sale) if self.is_open(id) => Some(sale),
            _ => None,
        }
    }

    pub fn bid(&mut self, who: AccountId, id: AuctionId, tick: Tick, units: Balance) -> Option<Vec<Event>> {
        let terms = self.timed(id)?;
        let held = product(units.min(terms.units), Sale::price(&terms, tick)).1;
        if units < terms.min_bid || units > terms.units || !self.can_spend(who, held) {
            return None;
        }
        let now = self.now;
        let sale = self.sales.get_mut(&id).unwrap();
        let window = (terms.duration / 10).min(600_000);
        let late = now + window >= sale.ends_at;
        let tick_before = sale.clear(&terms).map(|win| win.tick);
        let bid = sale.placed;
        let offer = Offer {
            owner: who,
            tick,
            units,
            held,
        };
        sale.offers.insert(bid, offer);
        sale.placed += 1;
        let mut events = vec![Event::BidPlaced {
            auction: id,
            bid,
            who,
            tick,
            units,
            held,
        }];
        if late && sale.clear(&terms).map(|win| win.tick) != tick_before {
            let latest = sale.opened_at + terms.duration + terms.duration / 2;
            let ends_at = (now + window).min(latest);
            if ends_at > sale.ends_at {
                sale.ends_at = ends_at;
                events.push(Event::Extended { auction: id, ends_at });
            }
        }
        self.spend(who, held);
        self.money.get_mut(&who).unwrap().1 += held;
        self.past.flows.placed += 1;
        self.past.flows.held += held;
        Some(events)
    }

    /// Money of an offer comes back.
    fn release(&mut self, who: AccountId, amount: Balance) {
        let (free, held) = self.money.get_mut(&who).unwrap();
        *free += amount;
        *held -= amount;
        self.past.flows.returned += amount;
    }

    pub fn cancel(&mut self, who: AccountId, id: AuctionId, bid: BidId) -> Option<Vec<Event>> {
        let terms = self.timed(id)?;
        let sale = self.sales.get_mut(&id).unwrap();
        // Three quarters of the duration, in whole milliseconds.
        let first_part = u64::try_from(u128::from(terms.duration) * 3 / 4).unwrap();
        if self.now >= sale.opened_at + first_part || sale.offers.get(&bid)?.owner != who {
            return None;
        }
        let offer = sale.offers.remove(&bid).unwrap();
        self.release(who, offer.held);
        self.past.flows.cancelled += 1;
        Some(vec![Event::BidCancelled {
            auction: id,
            bid,
            who,
            returned: offer.held,
        }])
    }

    /// Closes a timed sale, if the seller accepts it or has no say.
    pub fn close(&mut self, id: AuctionId) -> Option<Vec<Event>> {
        let sale = self.sales.get_mut(&id)?;
        let Terms::Timed(terms) = sale.terms.clone() else {
            return None;
        };
        if self.now < sale.ends_at || sale.closed.is_some() {
            return None;
        }
        let win = sale
            .clear(&terms)
            .filter(|win| !sale.withdrawn && product(win.sold, win.price).0 >= terms.min_turnover);
        let mut events = vec![];
        let mut result = win;
        if self.faults.closed {
            if win.is_some() && self.now < sale.ends_at + SELLER_GRACE {
                return None;
            }
            result = None;
            sale.told = false;
            events.push(Event::SellerIgnored {
                auction: id,
                error: DispatchError::Other(""),
            });
        }
        sale.closed = Some(result);
        let clearing = Self::clearing(result);
        if sale.told {
            self.closings.push(clearing);
        }
        events.push(Event::Closed {
            auction: id,
            price: clearing.price,
            sold: clearing.sold,
            turnover: clearing.turnover,
        });
        Some(events)
    }

    fn clearing(win: Option<Win>) -> Clearing {
        let (price, sold) = win.map_or_else(Default::default, |win| (win.price, win.sold));
        Clearing {
            price,
            sold,
            turnover: product(sold, price).0,
        }
    }

    pub fn settle(&mut self, id: AuctionId, bid: BidId) -> Option<Vec<Event>> {
        let sale = self.sales.get_mut(&id)?;
        sale.closed?;
        let offer = sale.offers.get(&bid)?.clone();
        let (units, paid, returned) = sale.due(&offer);
        let who = offer.owner;
        if units > 0 && (self.faults.deliver || self.faults.unreachable.contains(&who)) {
            return None;
        }
        sale.offers.remove(&bid);
        sale.delivered += units;
        sale.proceeds += paid;
        self.release(who, returned);
        self.money.get_mut(&who).unwrap().1 -= paid;
        self.deliver(who, units, paid);
        self.past.flows.settled += 1;
        self.past.flows.paid += paid;
        Some(vec![Event::BidSettled {
            auction: id,
            bid,
            who,
            units,
            paid,
            returned,
        }])
    }

    fn deliver(&mut self, who: AccountId, units: Balance, paid: Balance) {
        let (all_units, all_paid) = self.bought.entry(who).or_default();
        *all_units += units;
        *all_paid += paid;
        self.pot += paid;
        self.past.flows.delivered += units;
    }

    /// `price` is that of the moment: mathematics has its own tests.
    pub fn buy(
        &mut self,
        who: AccountId,
        id: AuctionId,
        units: Balance,
        max_price: FixedU128,
        price: Option<FixedU128>,
    ) -> Option<Vec<Event>> {
        let Terms::Falling(terms) = self.sales.get(&id)?.terms else {
            return None;
        };
        let (price, left) = (price?, self.sales[&id].left());
        assert!(self.is_open(id) && (terms.floor..=terms.start).contains(&price));
        let enough = units > 0 && units <= left && (units >= terms.min_bid || units == left);
        if !enough || price > max_price {
            return None;
        }
        let (_, paid) = product(units, price);
        if !self.can_spend(who, paid) || self.faults.deliver || self.faults.unreachable.contains(&who) {
            return None;
        }
        self.spend(who, paid);
        self.deliver(who, units, paid);
        self.past.flows.bought += paid;
        let now = self.now;
        let sale = self.sales.get_mut(&id).unwrap();
        sale.delivered += units;
        sale.proceeds += paid;
        if units == left {
            sale.ends_at = now;
        }
        Some(vec![Event::Bought {
            auction: id,
            who,
            units,
            price,
            paid,
        }])
    }

    pub fn withdraw(&mut self, id: AuctionId) -> Option<Vec<Event>> {
        if !self.sales.contains_key(&id) || !self.is_open(id) {
            return None;
        }
        let now = self.now;
        let sale = self.sales.get_mut(&id).unwrap();
        (sale.ends_at, sale.withdrawn) = (now, true);
        Some(vec![Event::Withdrawn { auction: id }])
    }

    /// Whether nothing of a sale is open.
    fn is_over(&self, id: AuctionId) -> bool {
        let sale = &self.sales[&id];
        match sale.terms {
            Terms::Timed(_) => sale.closed.is_some() && sale.offers.is_empty(),
            Terms::Falling(_) => self.now >= sale.ends_at,
        }
    }

    pub fn finish(&mut self, id: AuctionId) -> Option<Vec<Event>> {
        let told = self.sales.get(&id)?.told;
        if !self.is_over(id) || self.faults.finished || (!told && self.faults.closed) {
            return None;
        }
        let sale = self.sales.remove(&id).unwrap();
        if !sale.told {
            self.closings.push(Self::clearing(None));
        }
        self.endings.push(sale.left());
        self.past.auctions += 1;
        self.past.unsold += sale.left();
        Some(vec![Event::Finished {
            auction: id,
            lot: LOT,
            delivered: sale.delivered,
            unsold: sale.left(),
            proceeds: sale.proceeds,
        }])
    }

    /// The call `close`: closes if that is due, finishes if nothing is open then; all or nothing.
    pub fn call_close(&mut self, id: AuctionId) -> Option<Vec<Event>> {
        let before = self.clone();
        self.sales.get(&id)?;
        let mut events = vec![];
        if !self.is_over(id) {
            events = self.close(id)?;
            if !self.is_over(id) {
                return Some(events);
            }
        }
        match self.finish(id) {
            Some(finished) => Some([events, finished].concat()),
            None => {
                *self = before;
                None
            }
        }
    }

    /// Compares everything that can be seen.
    pub fn check(&self) {
        for who in PEOPLE {
            assert_eq!((free(who), held(who)), self.money[&who], "the money of {who}");
            let bought = self.bought.get(&who).copied().unwrap_or_default();
            assert_eq!(FakeSeller::delivered(LOT, who), bought, "what {who} got");
        }
        assert_eq!(free(FakeSeller::POT), self.pot);
        assert_eq!(FakeSeller::closings(LOT), self.closings);
        assert_eq!(FakeSeller::endings(LOT), self.endings);
        let live: BTreeSet<_> = Auctions::<Test>::iter_keys().collect();
        assert!(live.iter().eq(self.sales.keys()), "{live:?}");
        // Sums over all auctions, finished or not.
        let mut flows = Past::<Test>::get().flows;
        let mut offered = Past::<Test>::get().offered;
        for (id, sale) in &self.sales {
            let auction = auction(*id);
            flows = flows.plus(&auction.flows).unwrap();
            offered += auction.units;
            assert_eq!(auction.ends_at, sale.ends_at);
            let bids: BTreeSet<_> = Bids::<Test>::iter_key_prefix(id).collect();
            assert!(bids.iter().eq(sale.offers.keys()), "{bids:?}");
        }
        let past = Totals {
            flows,
            offered,
            ..Past::<Test>::get()
        };
        assert_eq!(past, self.past);
    }
}
