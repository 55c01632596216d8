// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The derivatives as the README tells them: one list of series, one list of what everybody owns. Time, stake and
//! auctions come from outside; of them the model only hears *that* something happened, and works out itself what that
//! must have done to whose money.

use super::*;
use finch_ports::StakingBackend;
use primitive_types::U256;
use std::collections::BTreeMap;

pub const PEOPLE: [AccountId; 5] = [ALICE, BOB, CHARLIE, DAVE, EVE];
const BILLION: u128 = 1_000_000_000;
const DIV: u128 = 1_000_000_000_000_000_000;

/// `a * b / c`, rounded down, and whether something was cut off.
fn quotient(a: u128, b: u128, c: u128) -> (u128, bool) {
    let (whole, rest) = (U256::from(a) * U256::from(b)).div_mod(U256::from(c));
    (whole.try_into().unwrap(), !rest.is_zero())
}

fn floor(a: u128, b: u128, c: u128) -> u128 {
    quotient(a, b, c).0
}

fn ceil(a: u128, b: u128, c: u128) -> u128 {
    let (whole, rest) = quotient(a, b, c);
    whole + u128::from(rest)
}

/// What must hold for a call to succeed.
fn ensure(condition: bool) -> Option<()> {
    condition.then_some(())
}

#[derive(Clone, Debug, Default)]
pub struct Slice {
    pub units: u128,
    /// Read from the chain; what it must be is another test's matter.
    factor: u128,
    pub price: u128,
    /// Closed, finished.
    pub closed: bool,
    pub finished: bool,
    pub pending: u128,
    pub held: BTreeMap<AccountId, u128>,
    /// Once it is settled: planck paid, units that share them, planck left.
    pub paid: Option<(u128, u128, u128)>,
}

impl Slice {
    pub fn out(&self) -> u128 {
        self.held.values().sum()
    }

    fn face(&self) -> u128 {
        floor(self.out() + self.pending, self.factor, DIV)
    }
}

#[derive(Clone, Debug)]
pub struct Deal {
    pub issuer: AccountId,
    pub verified: bool,
    pub opened: bool,
    pub cancelled: bool,
    /// Upkeep looks after it.
    pub live: bool,
    principal: u128,
    bond: u128,
    term: u64,
    fee_rate: u128,
    pub staked: u128,
    pub idle: u128,
    proceeds: u128,
    residual: u128,
    deposit: u128,
    all_paid: u128,
    all_fees: u128,
    pub maturity: Option<u64>,
    redeem_from: u64,
    pub slices: Vec<Slice>,
    /// What the vault was given as reward, what of it the books know, and what slashes took of the rest.
    pub earned: u128,
    rewarded: u128,
    missed: u128,
    /// What others have sent to the vault.
    gifts: u128,
}

impl Deal {
    pub fn settled(&self) -> bool {
        self.slices.iter().any(|slice| slice.paid.is_some())
    }

    pub fn over(&self) -> bool {
        self.cancelled || self.settled()
    }

    pub fn running(&self) -> bool {
        self.maturity.is_some() && !self.settled()
    }

    /// Nobody but the issuer has a claim.
    pub fn free(&self) -> bool {
        self.opened && self.slices.iter().all(|slice| slice.finished && slice.out() == 0)
    }

    pub fn due(&self) -> bool {
        self.free() || self.maturity.is_some_and(|maturity| maturity <= Now::get())
    }

    fn owed(&self) -> u128 {
        self.slices.iter().map(Slice::face).sum()
    }

    fn funded(&self) -> bool {
        self.staked == 0 || self.idle >= self.owed()
    }

    fn left(&self) -> u128 {
        self.slices
            .iter()
            .filter_map(|slice| slice.paid)
            .map(|(.., left)| left)
            .sum()
    }
}

#[derive(Clone, Debug, Default)]
pub struct Model {
    pub deals: BTreeMap<SeriesId, Deal>,
    pub next: SeriesId,
    opened: u32,
    pub native: BTreeMap<AccountId, u128>,
    fees: u128,
    pub broken: bool,
}

impl Model {
    /// Of the chain before the first proposal.
    pub fn new() -> Self {
        Self {
            native: PEOPLE.into_iter().map(|who| (who, native(who))).collect(),
            ..Default::default()
        }
    }

    fn get(&mut self, id: SeriesId) -> Option<&mut Deal> {
        self.deals.get_mut(&id)
    }

    fn gives(&mut self, who: AccountId, amount: u128) {
        *self.native.get_mut(&who).unwrap() -= amount;
    }

    fn gets(&mut self, who: AccountId, amount: u128) {
        *self.native.get_mut(&who).unwrap() += amount;
    }

    /// What an account can spend and live: all but the existential deposit and what is on hold.
    pub fn spendable(&self, who: AccountId) -> u128 {
        self.native[&who] - self.held(who) - ED
    }

    fn held(&self, who: AccountId) -> u128 {
        self.deals
            .values()
            .filter(|deal| deal.issuer == who)
            .map(|deal| deal.bond)
            .sum()
    }

    pub fn propose(
        &mut self,
        issuer: AccountId,
        principal: u128,
        bond: u128,
        terms: &Terms,
        tranches: &[TrancheTerms],
    ) -> Option<()> {
        ensure((MinPrincipal::get()..=PRINCIPAL_MAX).contains(&principal))?;
        ensure(bond >= ceil(principal, 20_000_000, BILLION) && bond <= self.spendable(issuer))?;
        ensure(terms.term >= MinTerm::get() && terms.term <= MaxTerm::get())?;
        let shares: u32 = tranches.iter().map(|tranche| tranche.share.deconstruct()).sum();
        ensure(!tranches.is_empty() && shares <= 1_000_000_000)?;
        let slices: Vec<_> = tranches
            .iter()
            .map(|tranche| Slice {
                units: floor(principal, tranche.share.deconstruct().into(), BILLION),
                factor: crate::books::factor::<Test>(tranche.annual_rate, terms.term)
                    .unwrap()
                    .into_inner(),
                ..Default::default()
            })
            .collect();
        ensure(slices.iter().all(|slice| slice.units >= terms.contract_size))?;
        // 9 % a year until four eras before maturity.
        let yearly = floor(principal, 9, 100);
        let reward = floor(yearly, terms.term.saturating_sub(4 * ERA).into(), 365 * 86_400_000);
        let face: u128 = slices.iter().map(|slice| floor(slice.units, slice.factor, DIV)).sum();
        ensure(face <= principal + reward - ceil(reward, 10, 100))?;

        let deal = Deal {
            issuer,
            verified: false,
            opened: false,
            cancelled: false,
            live: false,
            principal,
            bond,
            term: terms.term,
            fee_rate: FeeRate::get().min(FEE_MAX).deconstruct().into(),
            staked: 0,
            idle: 0,
            proceeds: 0,
            residual: 0,
            deposit: 0,
            all_paid: 0,
            all_fees: 0,
            maturity: None,
            redeem_from: 0,
            slices,
            earned: 0,
            rewarded: 0,
            missed: 0,
            gifts: 0,
        };
        self.deals.insert(self.next, deal);
        self.next += 1;
        Some(())
    }

    pub fn verify(&mut self, id: SeriesId) -> Option<()> {
        let deal = self.get(id)?;
        ensure(!deal.verified)?;
        deal.verified = true;
        Some(())
    }

    /// Rejected, or withdrawn by `who`.
    pub fn drop(&mut self, who: Option<AccountId>, id: SeriesId) -> Option<()> {
        let deal = self.get(id)?;
        ensure(!deal.opened && who.is_none_or(|who| who == deal.issuer))?;
        self.deals.remove(&id);
        Some(())
    }

    pub fn open(&mut self, who: AccountId, id: SeriesId) -> Option<()> {
        ensure(!self.broken)?;
        let spendable = self.spendable(who);
        let deal = self.get(id)?;
        let deposit = ED + NAME_DEPOSIT * deal.slices.len() as u128;
        ensure(deal.issuer == who && deal.verified && !deal.opened)?;
        ensure(deal.principal + deposit <= spendable)?;
        deal.opened = true;
        deal.live = true;
        deal.staked = deal.principal;
        deal.deposit = deposit;
        let given = deal.principal + deposit;
        self.gives(who, given);
        self.opened += 1;
        Some(())
    }

    /// The house reports a clearing.
    pub fn closed(&mut self, id: SeriesId, at: usize, sold: u128, price: FixedU128) {
        let deal = self.get(id).unwrap();
        let slice = &mut deal.slices[at];
        slice.closed = true;
        slice.pending = sold;
        slice.price = price.into_inner();
        if deal.slices.iter().all(|slice| slice.closed) {
            if deal.slices.iter().any(|slice| slice.pending + slice.out() > 0) {
                deal.maturity = Some(Now::get() + deal.term);
            } else {
                deal.cancelled = true;
                deal.residual += std::mem::take(&mut deal.idle);
            }
        }
    }

    /// The house delivers; the payment is rounded up.
    pub fn delivered(&mut self, id: SeriesId, at: usize, who: AccountId, units: u128) -> u128 {
        let deal = self.get(id).unwrap();
        let slice = &mut deal.slices[at];
        let paid = ceil(units, slice.price, DIV);
        slice.pending -= units;
        *slice.held.entry(who).or_default() += units;
        deal.proceeds += paid;
        deal.all_paid += paid;
        self.gives(who, paid);
        paid
    }

    /// The house is done with a lot.
    pub fn finished(&mut self, id: SeriesId, at: usize) {
        let slice = &mut self.get(id).unwrap().slices[at];
        slice.finished = true;
        let never = std::mem::take(&mut slice.pending);
        if let Some((paid, shared, _)) = slice.paid.filter(|(_, shared, _)| *shared > 0) {
            self.forgo(id, at, floor(never, paid, shared));
        }
    }

    /// A part of a payout is nobody's; all that is left of it if no unit is.
    fn forgo(&mut self, id: SeriesId, at: usize, amount: u128) {
        let deal = self.get(id).unwrap();
        let slice = &mut deal.slices[at];
        let last = slice.out() + slice.pending == 0;
        let (_, _, left) = slice.paid.as_mut().unwrap();
        let amount = if last { *left } else { amount };
        *left -= amount;
        deal.residual += amount;
    }

    pub fn collect(&mut self, id: SeriesId) -> Option<()> {
        let deal = self.get(id)?;
        ensure(deal.proceeds > 0 || deal.residual > 0 || deal.over() && deal.bond > 0)
    }

    pub fn transfer(&mut self, from: AccountId, to: AccountId, id: SeriesId, at: usize, units: u128) {
        let held = &mut self.get(id).unwrap().slices[at].held;
        *held.get_mut(&from).unwrap() -= units;
        *held.entry(to).or_default() += units;
    }

    fn burn(&mut self, who: AccountId, id: SeriesId, at: usize, units: u128) -> Option<()> {
        let held = self.get(id)?.slices.get_mut(at)?.held.get_mut(&who)?;
        ensure(units > 0 && units <= *held)?;
        *held -= units;
        Some(())
    }

    pub fn buy_back(&mut self, who: AccountId, id: SeriesId, at: usize, units: u128) -> Option<()> {
        let deal = self.get(id)?;
        ensure(deal.issuer == who && deal.running() && deal.maturity? > Now::get())?;
        self.burn(who, id, at, units)
    }

    /// What `settle` needs; what it does the events tell.
    pub fn settle(&mut self, id: SeriesId) -> Option<()> {
        let current = series_or_none(id)?.accounted_era >= Staking::active_era();
        let deal = self.get(id)?;
        ensure(deal.running() && deal.due() && current && deal.funded())
    }

    pub fn redeem(&mut self, who: AccountId, id: SeriesId, at: usize, units: u128) -> Option<u128> {
        let deal = self.get(id)?;
        let (paid, shared, _) = deal.slices.get(at)?.paid?;
        ensure(Now::get() >= deal.redeem_from)?;
        self.burn(who, id, at, units)?;
        let amount = floor(units, paid, shared);
        self.get(id)?.slices[at].paid.as_mut()?.2 -= amount;
        self.forgo(id, at, 0);
        self.gets(who, amount);
        Some(amount)
    }

    pub fn close(&mut self, id: SeriesId) -> Option<()> {
        let deal = self.get(id)?;
        ensure(deal.over() && deal.free() && !deal.live)
    }

    /// A slash of what is at stake; what nobody has booked bears what the books cannot.
    pub fn slashed(&mut self, id: SeriesId, amount: u128) {
        let deal = self.get(id).unwrap();
        let booked = amount.min(deal.staked);
        deal.staked -= booked;
        deal.missed += amount - booked;
        if !deal.over() {
            let seized = booked.min(deal.bond);
            deal.bond -= seized;
            deal.idle += seized;
            deal.redeem_from = deal.redeem_from.max(Now::get() + SlashWait::get());
            let issuer = deal.issuer;
            self.gives(issuer, seized);
        }
    }

    pub fn gift(&mut self, who: AccountId, id: SeriesId, amount: u128) {
        self.get(id).unwrap().gifts += amount;
        self.gives(who, amount);
    }

    /// What an event says must be what the model thinks.
    pub fn happened(&mut self, event: Event) {
        match event {
            Event::Rewarded { series, amount, .. } => {
                let deal = self.get(series).unwrap();
                deal.staked += amount;
                deal.rewarded += amount;
                assert!(deal.rewarded + deal.missed <= deal.earned, "reward from nowhere");
            }
            Event::Unlocked { series, amount } => {
                let deal = self.get(series).unwrap();
                deal.staked -= amount;
                if deal.over() {
                    deal.residual += amount;
                } else {
                    deal.idle += amount;
                }
            }
            Event::Settled {
                series,
                state,
                value,
                bond,
                residual,
            } => self.settled(series, state, (value, bond, residual)),
            Event::BondReleased { series, amount } => {
                if let Some(deal) = self.get(series) {
                    assert_eq!(std::mem::take(&mut deal.bond), amount);
                    assert!(deal.over());
                }
            }
            Event::Collected {
                series,
                proceeds,
                fee,
                residual,
            } => {
                let deal = self.get(series).unwrap();
                assert_eq!(std::mem::take(&mut deal.proceeds), proceeds);
                assert_eq!(std::mem::take(&mut deal.residual), residual);
                let yearly = ceil(deal.all_paid, deal.fee_rate, BILLION);
                let charged = ceil(yearly, deal.term.into(), 365 * 86_400_000).min(deal.all_paid);
                assert_eq!(fee, (charged - deal.all_fees).min(proceeds));
                deal.all_fees += fee;
                let issuer = deal.issuer;
                self.fees += fee;
                self.gets(issuer, proceeds - fee + residual);
            }
            Event::WoundUp { series } => {
                let deal = self.get(series).unwrap();
                assert!(deal.over() && deal.staked == 0);
                deal.live = false;
            }
            Event::SeriesClosed { series, deposit } => {
                let deal = self.deals.remove(&series).unwrap();
                assert_eq!(deal.deposit, deposit);
                assert_eq!((deal.bond, deal.proceeds, deal.residual, deal.left()), (0, 0, 0, 0));
                assert_eq!(deal.rewarded + deal.missed, deal.earned, "a reward is lost");
                self.gets(deal.issuer, deposit);
            }
            Event::UpkeepFailed { error, .. } => {
                assert!(self.broken && matches!(error, DispatchError::Other(_)), "{error:?}");
            }
            _ => (),
        }
    }

    /// The waterfall by hand: senior first, out of the vault and then the bond.
    fn settled(&mut self, id: SeriesId, state: State, (value, bond, residual): (u128, u128, u128)) {
        let deal = self.get(id).unwrap();
        assert!(deal.running() && deal.due() && deal.funded());
        assert_eq!(deal.idle, value);
        let used = deal.owed().saturating_sub(value).min(deal.bond);
        assert_eq!(used, bond);
        let mut left = std::mem::take(&mut deal.idle) + used;
        let mut whole = true;
        for slice in &mut deal.slices {
            let paid = slice.face().min(left);
            whole &= paid == slice.face();
            left -= paid;
            slice.paid = Some((paid, slice.out() + slice.pending, paid));
        }
        assert_eq!(left, residual);
        assert_eq!(state == State::Matured, whole);
        deal.residual += left;
        deal.bond -= used;
        let issuer = deal.issuer;
        self.gives(issuer, used);
    }

    /// Everything on the chain is what the model says.
    pub fn check(&self) {
        assert_eq!(
            Derivatives::all_series(),
            self.deals.keys().copied().collect::<Vec<_>>()
        );
        for (who, native) in &self.native {
            assert_eq!(Balances::total_balance(who), *native, "native of {who}");
            assert_eq!(on_hold(*who), self.held(*who), "bonds of {who}");
        }
        assert_eq!(Fees::taken(FeeSource::DerivativeSale), self.fees);
        assert_eq!(Opened::<Test>::get(), self.opened);
        for (id, deal) in &self.deals {
            let found = series(*id);
            let vault = Derivatives::vault(*id);
            assert_eq!(
                (found.staked, found.idle, found.proceeds, found.residual, found.bond),
                (deal.staked, deal.idle, deal.proceeds, deal.residual, deal.bond),
                "books of {id}"
            );
            assert_eq!((found.maturity, found.redeem_from), (deal.maturity, deal.redeem_from));
            assert_eq!(Live::<Test>::get().contains(id), deal.live);
            assert_eq!(found.state.is_over(), deal.over());
            let stake = Staking::stake(&vault).total;
            let free = deal.idle + deal.proceeds + deal.residual + deal.left() + deal.gifts;
            if deal.opened {
                // To the planck: what the books know, what others gave, and what is at stake.
                assert_eq!(
                    Balances::total_balance(&vault),
                    free + stake + deal.deposit,
                    "vault of {id}"
                );
            }
            for (at, slice) in (0u8..).zip(&deal.slices) {
                let tranche = &found.tranches[usize::from(at)];
                assert_eq!((tranche.outstanding, tranche.pending), (slice.out(), slice.pending));
                for who in PEOPLE.iter().filter(|_| deal.opened) {
                    let held = slice.held.get(who).copied().unwrap_or_default();
                    assert_eq!(units(*who, *id, at), held, "tokens of {who}");
                }
            }
        }
    }
}

fn series_or_none(id: SeriesId) -> Option<Series<AccountId>> {
    AllSeries::<Test>::get(id)
}
