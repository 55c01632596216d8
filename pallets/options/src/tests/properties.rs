// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Random operations over random prices and times. After each of them every invariant holds and the chain shows what the
//! model does, to the unit: vaults, options, wallets, fees, and the account, which holds what it keeps and owes and not
//! a unit more. What fails changes nothing. In the end anybody brings what is locked to 0.
//!
//! `FINCH_SEQUENCES` says how many sequences to run; each has 70 operations.

use super::{
    model::{Model, ModelSeries, Pair, EXERCISE_FEE, GRACE, LOCK, ONE, TIMEOUT, WRITE_FEE},
    *,
};
use finch_ports::Market as _;
use frame_support::storage::with_storage_layer;
use primitive_types::U512;
use proptest::{collection::vec, prelude::*, test_runner::Config as Runs};
use std::collections::BTreeMap;

const OPERATIONS: usize = 70;
const USERS: [AccountId; 3] = [BOB, CAROL, KEEPER];
const COINS: [Coin; 3] = [Coin::Native, Coin::Asset(USD), Coin::Asset(DOT)];
const END: Moment = 1_000_000 + 2 * DAY;
/// Covered put and call, margined put and call in native, margined put in the underlying.
const SERIES: [(Coin, Kind); 5] = [
    (Coin::Asset(USD), Kind::Put),
    (Coin::Asset(DOT), Kind::Call),
    (Coin::Native, Kind::Put),
    (Coin::Native, Kind::Call),
    (Coin::Asset(DOT), Kind::Put),
];

#[derive(Clone, Debug)]
enum Op {
    Deposit(OptionId, AccountId, u128),
    Withdraw(OptionId, AccountId, Part),
    /// Deposits for so many options, to so many per cent, and mints them.
    Write(OptionId, AccountId, u128, u128),
    Mint(OptionId, AccountId, u128),
    Sell(OptionId, AccountId, u128, bool),
    Burn(OptionId, AccountId, Part),
    Exercise(OptionId, AccountId, Part),
    Give(OptionId, AccountId, AccountId, Part),
    Redeem(OptionId, AccountId, Part),
    Reclaim(OptionId, AccountId),
    Release(OptionId, AccountId),
    Call(OptionId, AccountId, AccountId),
    Liquidate(OptionId, AccountId, AccountId),
    /// In the so-manieth sale: who, how much of it, how far down the price is.
    Buy(usize, AccountId, Part, u32),
    EndSale(usize),
    Fix(OptionId),
    Dispute(OptionId, u128),
    Settle(OptionId, u32),
    Idle,
    /// So many minutes.
    Pass(u64),
    /// To the next landmark.
    Jump,
    /// Thousandths of 5 dollars for a DOT, of a FINCH for a dollar.
    Prices(u128, u128),
    Stale,
}

/// Thousandths of what there is, and so many units more.
type Part = (u128, u128);

fn of_all((thousandths, more): Part, all: u128) -> u128 {
    all * thousandths / 1_000 + more
}

fn series_id() -> impl Strategy<Value = OptionId> {
    0u32..5
}

fn user() -> impl Strategy<Value = AccountId> {
    prop_oneof![3 => Just(BOB), 2 => Just(CAROL), 1 => Just(KEEPER)]
}

fn part() -> impl Strategy<Value = Part> {
    (
        prop_oneof![4 => 0u128..=1_000, 3 => Just(1_000)],
        prop_oneof![8 => Just(0u128), 1 => 1u128..5_000],
    )
}

/// Below 2^`bits`, all magnitudes alike.
fn sized(bits: u32) -> impl Strategy<Value = u128> {
    (any::<u128>(), 1..=bits).prop_map(|(number, bits)| number >> (128 - bits))
}

/// Of a size that fits the wallets and is not dust, mostly.
fn an_amount() -> impl Strategy<Value = u128> {
    prop_oneof![9 => (1u128 << 32)..(1 << 42), 1 => sized(44)]
}

/// The prices at the beginning, or any.
fn some_prices() -> impl Strategy<Value = Op> {
    prop_oneof![
        1 => Just(Op::Prices(1_000, 1_000)),
        1 => (200u128..3_000, 500u128..1_800).prop_map(|(dot, usd)| Op::Prices(dot, usd)),
        // Where the ladder is.
        2 => (1_000u128..1_600, 1_000u128..1_600).prop_map(|(dot, usd)| Op::Prices(dot, usd)),
    ]
}

/// Before the expiry.
fn trading() -> impl Strategy<Value = Op> {
    let (id, who) = (series_id, user);
    prop_oneof![
        2 => (id(), who(), sized(50)).prop_map(|(id, who, amount)| Op::Deposit(id, who, amount)),
        2 => (id(), who(), part()).prop_map(|(id, who, part)| Op::Withdraw(id, who, part)),
        14 => (id(), who(), an_amount(), 140u128..200).prop_map(|(id, who, amount, to)| Op::Write(id, who, amount, to)),
        2 => (id(), who(), an_amount()).prop_map(|(id, who, amount)| Op::Mint(id, who, amount)),
        3 => (id(), who(), an_amount(), any::<bool>()).prop_map(|(id, who, amount, fits)| Op::Sell(id, who, amount, fits)),
        3 => (id(), who(), part()).prop_map(|(id, who, part)| Op::Burn(id, who, part)),
        8 => (0u32..3, who(), part()).prop_map(|(id, who, part)| Op::Exercise(id, who, part)),
        5 => (id(), who(), who(), part()).prop_map(|(id, from, to, part)| Op::Give(id, from, to, part)),
        6 => (1u32..5, who(), who()).prop_map(|(id, owner, caller)| Op::Call(id, owner, caller)),
        8 => (1u32..5, who(), who()).prop_map(|(id, owner, caller)| Op::Liquidate(id, owner, caller)),
        8 => (0usize..2, who(), part(), 0u32..=1_000).prop_map(|(at, who, part, down)| Op::Buy(at, who, part, down)),
        1 => (0usize..3).prop_map(Op::EndSale),
        1 => (1u32..5).prop_map(Op::Fix),
        1 => (id(), 0u32..9).prop_map(|(id, limit)| Op::Settle(id, limit)),
        1 => (id(), who()).prop_map(|(id, who)| Op::Reclaim(id, who)),
        1 => Just(Op::Idle),
        4 => (0u64..200).prop_map(Op::Pass),
        8 => some_prices(),
        1 => Just(Op::Stale),
    ]
}

/// About the expiry and after it.
fn ending() -> impl Strategy<Value = Op> {
    let (id, who) = (series_id, user);
    prop_oneof![
        1 => (id(), who(), an_amount(), 140u128..200).prop_map(|(id, who, amount, to)| Op::Write(id, who, amount, to)),
        1 => (id(), who(), part()).prop_map(|(id, who, part)| Op::Withdraw(id, who, part)),
        1 => (id(), who(), part()).prop_map(|(id, who, part)| Op::Burn(id, who, part)),
        2 => (0u32..3, who(), part()).prop_map(|(id, who, part)| Op::Exercise(id, who, part)),
        2 => (id(), who(), who(), part()).prop_map(|(id, from, to, part)| Op::Give(id, from, to, part)),
        10 => (2u32..5, who(), part()).prop_map(|(id, who, part)| Op::Redeem(id, who, part)),
        5 => (id(), who()).prop_map(|(id, who)| Op::Reclaim(id, who)),
        4 => (id(), who()).prop_map(|(id, who)| Op::Release(id, who)),
        1 => (0usize..2, who(), part(), 0u32..=1_000).prop_map(|(at, who, part, down)| Op::Buy(at, who, part, down)),
        1 => (0usize..3).prop_map(Op::EndSale),
        6 => (1u32..5).prop_map(Op::Fix),
        2 => (1u32..5, 200u128..4_000).prop_map(|(id, price)| Op::Dispute(id, price)),
        12 => (id(), prop_oneof![8 => 1u32..5, 1 => Just(0), 1 => Just(51)]).prop_map(|(id, limit)| Op::Settle(id, limit)),
        6 => Just(Op::Idle),
        3 => (0u64..200).prop_map(Op::Pass),
        5 => Just(Op::Jump),
        3 => some_prices(),
        1 => Just(Op::Stale),
    ]
}

/// [`OPERATIONS`] in all, with the expiry among them.
fn operations() -> impl Strategy<Value = Vec<Op>> {
    (10usize..40, any::<bool>()).prop_flat_map(|(before, smoothly)| {
        // Half of them have their prices soon, so that there is time for what comes after.
        let between = if smoothly {
            vec![Op::Jump, Op::Jump, Op::Fix(2), Op::Fix(3), Op::Fix(4), Op::Jump]
        } else {
            vec![Op::Jump]
        };
        let rest = OPERATIONS - between.len() - before;
        (vec(trading(), before), Just(between), vec(ending(), rest))
            .prop_map(|(before, between, after)| [before, between, after].concat())
    })
}

fn pair(dot: u128, usd: u128) -> Pair {
    (dot * ONE / 2, usd * 1_000 * ONE)
}

fn set_feed(model: &mut Model, at: Option<Pair>) {
    model.feed = at;
    for (asset, price) in [(DOT, at.map(|at| at.0)), (USD, at.map(|at| at.1))] {
        let said = price.map_or(Feed::Stale, |price| Feed::Fresh(FixedU128::from_inner(price)));
        FakeFeeds::set_price(asset, said);
    }
}

/// The five series, and what the model knows of them.
fn start() -> Model {
    let mut model = Model {
        now: Now::get(),
        ..Default::default()
    };
    LockPeriod::set(&LOCK);
    PriceTimeout::set(&TIMEOUT);
    Grace::set(&GRACE);
    WriteFee::set(&Permill::from_parts(WRITE_FEE as u32 * 1_000));
    ExerciseFee::set(&Permill::from_parts(EXERCISE_FEE as u32 * 1_000));
    set_feed(&mut model, Some(pair(1_000, 1_000)));
    for (at, (collateral, kind)) in (0u64..).zip(SERIES) {
        let expiry = END + at * 60_000;
        let id = create(collateral, kind, 5, expiry);
        let margined = series(id).terms.style == Style::European;
        let seen = model.feed.unwrap();
        model
            .series
            .insert(id, ModelSeries::new(collateral, kind, margined, 5, expiry, seen));
    }
    for who in USERS {
        for coin in COINS {
            model.wallets.insert((coin, who), of(coin, who));
        }
    }
    model
}

/// What is done with an operation that may fail: nothing, then.
fn attempt(call: impl FnOnce() -> DispatchResult) -> bool {
    with_storage_layer(call).is_ok()
}

/// The same operation, of somebody who can do it if there is one: most random choices would miss. The keeper's stay.
fn aim(model: &Model, op: &Op) -> Op {
    let find = |id: OptionId, who: AccountId, fits: &dyn Fn(&ModelSeries, AccountId) -> bool| {
        let fits_there = |id: OptionId, who| model.series.get(&id).is_some_and(|series| fits(series, who));
        if who == KEEPER || fits_there(id, who) {
            return (id, who);
        }
        (0..5)
            .map(|more| (id + more) % 5)
            .flat_map(|id| USERS.map(|who| (id, who)))
            .find(|(id, who)| fits_there(*id, *who))
            .unwrap_or((id, who))
    };
    let holder = |series: &ModelSeries, who| series.tokens.get(&who).is_some_and(|amount| *amount > 0);
    let owner = |series: &ModelSeries, who| series.vaults.contains_key(&who);
    let below = |percent: u128| {
        move |series: &ModelSeries, who| {
            let vault = series.vaults.get(&who).filter(|_| series.margined);
            let feed = model.feed.zip(vault);
            feed.is_some_and(|(at, vault)| !series.secured(vault.collateral, vault.written, at, percent))
        }
    };
    match op.clone() {
        Op::Withdraw(id, who, part) => {
            let (id, who) = find(id, who, &owner);
            Op::Withdraw(id, who, part)
        }
        Op::Burn(id, who, part) => {
            let (id, who) = find(id, who, &|series, who| holder(series, who) && owner(series, who));
            Op::Burn(id, who, part)
        }
        Op::Exercise(id, who, part) => {
            let (id, who) = find(id, who, &|series, who| holder(series, who) && !series.margined);
            Op::Exercise(id, who, part)
        }
        Op::Redeem(id, who, part) => {
            let (id, who) = find(id, who, &|series, who| holder(series, who) && series.owed > 0);
            Op::Redeem(id, who, part)
        }
        Op::Give(id, from, to, part) => {
            let (id, from) = find(id, from, &holder);
            Op::Give(id, from, to, part)
        }
        Op::Reclaim(id, who) => {
            let (id, who) = find(id, who, &owner);
            Op::Reclaim(id, who)
        }
        Op::Release(id, who) => {
            let (id, who) = find(id, who, &owner);
            Op::Release(id, who)
        }
        Op::Call(id, who, caller) => {
            let (id, who) = find(id, who, &below(125));
            Op::Call(id, who, another(who, caller))
        }
        Op::Liquidate(id, who, caller) => {
            let (id, who) = find(id, who, &below(110));
            Op::Liquidate(id, who, another(who, caller))
        }
        Op::Buy(at, who, part, down) if !model.sales.is_empty() => {
            let at = at % model.sales.len();
            let has = |who: AccountId| {
                model
                    .series
                    .get(&model.sales[at].1)
                    .is_some_and(|series| holder(series, who))
            };
            let who = USERS.into_iter().find(|user| has(*user)).unwrap_or(who);
            Op::Buy(at, who, part, down)
        }
        Op::Fix(id) => {
            let (id, _) = find(id, BOB, &|series, _| series.margined && series.fixed.is_none());
            Op::Fix(id)
        }
        Op::Settle(id, limit) => {
            let works = |id: &OptionId| model.clone().settle(*id, limit as usize);
            let id = (0..5).map(|more| (id + more) % 5).find(works).unwrap_or(id);
            Op::Settle(id, limit)
        }
        other => other,
    }
}

/// That one, or somebody else if it is the owner. The keeper tries it with its own vaults.
fn another(owner: AccountId, that: AccountId) -> AccountId {
    match (owner, that) {
        (BOB, BOB) => CAROL,
        (CAROL, CAROL) => BOB,
        _ => that,
    }
}

/// Whether an operation did something.
fn run_op(model: &mut Model, op: &Op) -> bool {
    let before = model.clone();
    let (chain, expected) = match *op {
        Op::Deposit(id, who, amount) => (
            attempt(|| Options::deposit(signed(who), id, amount)),
            model.deposit(id, who, amount),
        ),
        Op::Withdraw(id, who, part) => {
            let all = Vaults::<Test>::get(id, who).map_or(0, |vault| vault.collateral);
            let amount = of_all(part, all);
            (
                attempt(|| Options::withdraw(signed(who), id, amount)),
                model.withdraw(id, who, amount),
            )
        }
        Op::Write(id, who, amount, to) => {
            // What is about so many per cent at the first prices.
            let collateral = match SERIES[id as usize].0 {
                Coin::Native => amount * 500,
                Coin::Asset(USD) => amount / 2_000,
                Coin::Asset(_) => amount,
            } * to
                / 100;
            let deposited = attempt(|| Options::deposit(signed(who), id, collateral));
            assert_eq!(deposited, model.deposit(id, who, collateral));
            (
                attempt(|| Options::mint(signed(who), id, amount)),
                model.mint(id, who, amount),
            )
        }
        Op::Mint(id, who, amount) => (
            attempt(|| Options::mint(signed(who), id, amount)),
            model.mint(id, who, amount),
        ),
        Op::Sell(id, who, amount, fits) => {
            let quote = Market::quote_sell(FIRST + id, amount);
            let min = quote.unwrap_or(1) + u128::from(!fits);
            (
                attempt(|| Options::write_and_sell(signed(who), id, amount, min)),
                model.write_and_sell(id, who, amount, quote, min),
            )
        }
        Op::Burn(id, who, part) => {
            let amount = of_all(part, options(id, who));
            (
                attempt(|| Options::burn(signed(who), id, amount)),
                model.burn(id, who, amount),
            )
        }
        Op::Exercise(id, who, part) => {
            let amount = of_all(part, options(id, who));
            (
                attempt(|| Options::exercise(signed(who), id, amount)),
                model.exercise(id, who, amount),
            )
        }
        Op::Give(id, from, to, part) => {
            let amount = of_all(part, options(id, from));
            if from == to || amount > options(id, from) || amount == 0 {
                return false;
            }
            give(id, from, to, amount);
            let tokens = &mut model.series.get_mut(&id).unwrap().tokens;
            *tokens.get_mut(&from).unwrap() -= amount;
            *tokens.entry(to).or_default() += amount;
            (true, true)
        }
        Op::Redeem(id, who, part) => {
            let amount = of_all(part, options(id, who));
            (
                attempt(|| Options::redeem(signed(who), id, amount)),
                model.redeem(id, who, amount),
            )
        }
        Op::Reclaim(id, who) => (attempt(|| Options::reclaim(signed(who), id)), model.reclaim(id, who)),
        Op::Release(id, who) => (
            attempt(|| Options::release(signed(KEEPER), id, who)),
            model.release(id, who),
        ),
        Op::Call(id, owner, caller) => (
            attempt(|| Options::call_margin(signed(caller), id, owner)),
            model.call(id, owner, caller),
        ),
        Op::Liquidate(id, owner, caller) => (
            attempt(|| Options::liquidate(signed(caller), id, owner)),
            model.liquidate(id, owner, caller),
        ),
        Op::Buy(at, buyer, part, down) => return buy(model, at, buyer, part, down),
        Op::EndSale(at) => {
            if at >= model.sales.len() {
                return false;
            }
            assert_ok!(House::end(model.sales[at].0));
            model.end_sale(at);
            (true, true)
        }
        Op::Fix(id) => (attempt(|| Options::fix_price(signed(KEEPER), id)), model.fix(id)),
        Op::Dispute(id, price) => {
            let said = pair(price, 1_000);
            let dot = FixedU128::from_inner(said.0);
            let collateral = match SERIES[id as usize].0 {
                Coin::Native => number(1),
                Coin::Asset(_) => dot,
            };
            (
                attempt(|| Options::dispute(root(), id, dot, FixedU128::from_inner(said.1), collateral)),
                model.dispute(id, said),
            )
        }
        Op::Settle(id, limit) => (
            attempt(|| Options::settle(signed(KEEPER), id, limit)),
            (1..=50).contains(&limit) && model.settle(id, limit as usize),
        ),
        Op::Idle => {
            Options::on_idle(System::block_number(), Weight::MAX);
            model.idle();
            System::set_block_number(System::block_number() + 1);
            (true, true)
        }
        Op::Pass(minutes) => {
            model.now += minutes * 60_000;
            at(model.now);
            (true, true)
        }
        Op::Jump => {
            let marks = [
                END,
                END + 10 * 60_000,
                END + 2 * HOUR,
                END + DAY,
                END + 2 * DAY,
                END + 4 * DAY,
                END + 7 * DAY,
            ];
            let next = marks.into_iter().find(|mark| *mark > model.now);
            model.now = next.unwrap_or(model.now + DAY);
            at(model.now);
            (true, true)
        }
        Op::Prices(dot, usd) => {
            set_feed(model, Some(pair(dot, usd)));
            (true, true)
        }
        Op::Stale => {
            set_feed(model, None);
            (true, true)
        }
    };
    assert_eq!(chain, expected, "{op:?}");
    if !chain && !matches!(op, Op::Write(..)) {
        // A model that found out late has changed something.
        *model = before;
    }
    chain
}

/// A purchase in a sale, at a price between its start and its floor. What the buyer gets for it, at the prices of the
/// opening, is at most 110 % of the obligation, which the floor says.
fn buy(model: &mut Model, at: usize, buyer: AccountId, part: Part, down: u32) -> bool {
    let Some((auction, id, owner)) = model.sales.get(at).copied() else {
        return false;
    };
    let Some(sale) = House::falling(auction) else {
        return false;
    };
    let units = of_all(part, sale.units.min(options(id, buyer))).min(sale.units);
    let units = units.max(sale.min_bid.min(sale.units));
    let range = sale.start.into_inner() - sale.floor.into_inner();
    let price = FixedU128::from_inner(sale.start.into_inner() - range / 1_000 * u128::from(down));
    let before = model.clone();
    // Whoever bought it all has ended the sale before it is said to be over.
    let result = with_storage_layer(|| House::buy(auction, buyer, units, price));
    let exact = U512::from(units) * U512::from(price.into_inner());
    let paid = u128::try_from((exact + U512::from(ONE - 1)) / U512::from(ONE)).unwrap();
    let expected = model.buy(id, owner, buyer, units, paid);
    assert_eq!(result.is_ok(), expected, "{result:?}");
    if !expected {
        *model = before;
        return false;
    }
    if units == sale.units {
        model.end_sale(at);
    }
    true
}

/// The chain shows what the model does.
fn compare(model: &Model) {
    Options::do_try_state().unwrap();
    assert_eq!(AllSeries::<Test>::iter().count(), model.series.len());
    let mut owes: BTreeMap<Coin, u128> = Kept::<Test>::iter().collect();
    for (id, expected) in &model.series {
        let found = series(*id);
        assert_eq!(found.stage, expected.stage);
        assert_eq!(found.cursor, expected.cursor);
        assert_eq!(found.next, expected.next);
        assert_eq!(found.flows.open(), Some(expected.open()));
        assert_eq!(found.flows.written(), Some(expected.written()));
        assert_eq!(found.flows.held(), Some(expected.held()));
        assert_eq!(found.flows.unshared(), Some(expected.unshared));
        let to_pair = |prices: Prices| (prices.underlying.into_inner(), prices.strike_asset.into_inner());
        if expected.margined {
            assert_eq!(found.reference.map(to_pair), Some(expected.seen));
            assert_eq!(
                found
                    .fixing
                    .map(|fixing| (to_pair(fixing.prices), fixing.at, fixing.source)),
                expected.fixed
            );
        }
        assert_eq!(Vaults::<Test>::iter_prefix(id).count(), expected.vaults.len());
        for (owner, vault) in &expected.vaults {
            let found = super::vault(*id, *owner);
            assert_eq!((found.collateral, found.written), (vault.collateral, vault.written));
            assert_eq!(found.call.map(|call| (call.caller, call.at)), vault.call);
            assert_eq!(
                (found.sale.is_some(), found.rests_until),
                (vault.sale.is_some(), vault.rests)
            );
        }
        for who in USERS {
            assert_eq!(options(*id, who), expected.tokens.get(&who).copied().unwrap_or(0));
        }
        *owes.entry(expected.collateral).or_default() += expected.held();
        *owes.entry(expected.brought()).or_default() += expected.unshared;
        assert_eq!(found.fees, expected.waits);
        *owes.entry(expected.collateral).or_default() += expected.waits;
        // written == open + exercised + redeemed + expired, and locked >= the most that can be paid.
        let flows = found.flows;
        assert_eq!(
            flows.minted - flows.burned - flows.liquidated,
            expected.open() + flows.exercised + flows.redeemed + flows.expired
        );
    }
    for coin in COINS {
        assert_eq!(of(coin, pot()), owes[&coin], "{coin:?}");
        for who in USERS {
            assert_eq!(of(coin, who), model.wallets[&(coin, who)], "{coin:?} of {who}");
        }
    }
    for coin in COINS {
        let taken = match coin {
            Coin::Native => NativeFees::taken(FeeSource::Options),
            Coin::Asset(asset) => AssetFees::taken(asset, FeeSource::Options),
        };
        assert_eq!(taken, model.fees.get(&coin).copied().unwrap_or(0));
    }
}

/// How often things happened: exercises, redemptions, purchases, settled series.
type Counts = [u32; 4];

fn sequence(operations: &[Op]) -> Counts {
    let mut counts = Counts::default();
    new_test_ext().execute_with(|| {
        let mut model = start();
        fund_the_market(&mut model);
        for op in operations {
            let op = &aim(&model, op);
            let done = run_op(&mut model, op);
            compare(&model);
            match op {
                Op::Exercise(..) => counts[0] += u32::from(done),
                Op::Redeem(..) => counts[1] += u32::from(done),
                Op::Buy(..) => counts[2] += u32::from(done),
                Op::Settle(..) => counts[3] += u32::from(done),
                _ => (),
            }
        }
        // Whatever happened: anybody brings what is locked to 0, and holders who come together get the rest.
        anybody_ends_it();
        for (id, _) in AllSeries::<Test>::iter().collect::<Vec<_>>() {
            for who in [CAROL, KEEPER, Market::POT] {
                if options(id, who) > 0 {
                    give(id, who, BOB, options(id, who));
                }
            }
            assert_ok!(Options::redeem(signed(BOB), id, options(id, BOB)));
            assert_ok!(Options::settle(signed(KEEPER), id, 1));
        }
        assert_eq!(AllSeries::<Test>::iter().count(), 0);
        for coin in COINS {
            assert_eq!(of(coin, pot()), Kept::<Test>::get(coin).unwrap());
        }
    });
    counts
}

/// Pools of the options of two series: Bob has written what is in them.
fn fund_the_market(model: &mut Model) {
    for id in [0, 2] {
        let amount = 1_000 * ONE_DOT;
        let collateral = 16_000 * FINCH;
        assert_ok!(Options::deposit(signed(BOB), id, collateral));
        assert!(model.deposit(id, BOB, collateral));
        assert_ok!(Options::mint(signed(BOB), id, 2 * amount));
        assert!(model.mint(id, BOB, 2 * amount));
        // Half of them are not in the pool.
        give(id, BOB, ALICE, amount);
        let tokens = &mut model.series.get_mut(&id).unwrap().tokens;
        *tokens.get_mut(&BOB).unwrap() -= amount;
        tokens.insert(Market::POT, amount);
        a_pool(id, BOB, 1_000 * FINCH);
        give(id, ALICE, BOB, amount);
    }
}

/// `FINCH_SEQUENCES`, or 60.
fn runs() -> Runs {
    let all: u32 =
        std::env::var("FINCH_SEQUENCES").map_or(60, |text| text.parse().expect("FINCH_SEQUENCES is a number"));
    Runs {
        failure_persistence: None,
        max_shrink_iters: 1_000,
        max_shrink_time: 20_000,
        ..Runs::with_cases(all.max(1))
    }
}

proptest! {
    #![proptest_config(runs())]

    #[test]
    fn any_sequence_of_operations_agrees_with_the_model(operations in operations()) {
        sequence(&operations);
    }
}

/// The random sequences do something: else they would show nothing.
#[test]
fn the_sequences_contain_everything() {
    use proptest::{strategy::ValueTree, test_runner::TestRunner};
    let mut runner = TestRunner::deterministic();
    let mut sums = Counts::default();
    for _ in 0..40 {
        let operations = operations().new_tree(&mut runner).unwrap().current();
        for (sum, count) in sums.iter_mut().zip(sequence(&operations)) {
            *sum += count;
        }
    }
    assert!(sums.iter().all(|sum| *sum > 10), "{sums:?}");
}
