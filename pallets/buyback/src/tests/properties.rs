// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Random operations over random pools and feeds. After each of them every invariant holds and the chain shows what the
//! model does; what fails changes nothing but what the model says; what was burned is what the total issuance fell by;
//! `in = burned + distributed + pending`; and no trade is paid less than its bound.
//!
//! `FINCH_SEQUENCES` says how many sequences to run; each has 50 operations.

use super::{
    model::{mul, spot, Model, ModelPot, Seen, ASSETS, ONE},
    *,
};
use finch_ports::Reserves;
use primitive_types::U512;
use proptest::{collection::vec, prelude::*, test_runner::Config as Runs};
use std::collections::BTreeMap;

const OPERATIONS: usize = 50;

#[derive(Clone, Debug)]
enum Op {
    NativeFee(FeeSource, u128),
    AssetFee(AssetId, FeeSource, u128),
    Poke(AssetId),
    /// Idle time with that room, and the next block.
    Block(Room),
    /// So many blocks without idle time.
    Busy(u64),
    Feed(AssetId, Feed<FixedU128>),
    /// The feed agrees with the pool, to so many thousandths.
    Agree(AssetId, u32),
    Pool(AssetId, u128, u128),
    /// A deep pool, and a feed that agrees with it.
    Calm(AssetId),
    /// The whale trades so many thousandths of the pool.
    WhaleSells(AssetId, u32),
    WhaleBuys(AssetId, u32),
    Broken(bool),
    HouseBroken(bool),
    /// So many thousandths of what is left, at so many of the way from floor to start.
    Buy(AssetId, u32, u32),
    End(AssetId),
    Share(u32),
    Donate(AssetId, u128),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Room {
    Nothing,
    Step,
    Plenty,
}

fn asset() -> impl Strategy<Value = AssetId> {
    prop_oneof![4 => Just(DOT), 2 => Just(KSM), 1 => Just(DUSTY)]
}

fn source() -> impl Strategy<Value = FeeSource> {
    prop_oneof![
        3 => Just(REWARD),
        2 => Just(STREAMING),
        1 => (0usize..8).prop_map(|at| SOURCES_ALL[at]),
    ]
}

/// Below 2^`bits`, all magnitudes alike.
fn sized(bits: u32) -> impl Strategy<Value = u128> {
    (any::<u128>(), 1..=bits).prop_map(|(number, bits)| (number >> (128 - bits)).max(1))
}

fn feed() -> impl Strategy<Value = Feed<FixedU128>> {
    prop_oneof![
        3 => sized(70).prop_map(|inner| Feed::Fresh(FixedU128::from_inner(inner))),
        2 => (1u32..20).prop_map(|planck| Feed::Fresh(price(planck))),
        2 => Just(Feed::Stale),
        1 => Just(Feed::Missing),
    ]
}

fn room() -> impl Strategy<Value = Room> {
    prop_oneof![8 => Just(Room::Plenty), 1 => Just(Room::Step), 1 => Just(Room::Nothing)]
}

fn operation() -> impl Strategy<Value = Op> {
    prop_oneof![
        1 => (source(), prop_oneof![sized(40), Just(0)]).prop_map(|(source, amount)| Op::NativeFee(source, amount)),
        3 => (asset(), source(), prop_oneof![9 => sized(36), 1 => Just(0)])
            .prop_map(|(asset, source, amount)| Op::AssetFee(asset, source, amount)),
        5 => asset().prop_map(Op::Poke),
        14 => room().prop_map(Op::Block),
        1 => (1u64..15).prop_map(Op::Busy),
        1 => (asset(), feed()).prop_map(|(asset, feed)| Op::Feed(asset, feed)),
        4 => (asset(), 960u32..=1_010).prop_map(|(asset, part)| Op::Agree(asset, part)),
        1 => (asset(), sized(40), sized(40)).prop_map(|(asset, native, units)| Op::Pool(asset, native, units)),
        5 => asset().prop_map(Op::Calm),
        2 => (asset(), 1u32..3_000).prop_map(|(asset, part)| Op::WhaleSells(asset, part)),
        2 => (asset(), 1u32..900).prop_map(|(asset, part)| Op::WhaleBuys(asset, part)),
        1 => prop_oneof![Just(false), any::<bool>()].prop_map(Op::Broken),
        1 => prop_oneof![Just(false), any::<bool>()].prop_map(Op::HouseBroken),
        3 => (asset(), 0u32..=1_000, 0u32..=1_000).prop_map(|(asset, part, at)| Op::Buy(asset, part, at)),
        1 => asset().prop_map(Op::End),
        1 => (0u32..=100).prop_map(Op::Share),
        1 => (asset(), 1u128..30).prop_map(|(asset, units)| Op::Donate(asset, units)),
    ]
}

fn seen(asset: AssetId) -> Seen {
    use frame_support::traits::fungibles::Inspect;
    Seen {
        feed: <FakeFeeds as finch_ports::PriceFeed>::native_price(asset),
        pool: Market::reserves(asset).map(|Reserves { native, asset }| (native, asset)),
        house_open: HouseOpen::get(),
        least: <Assets as Inspect<AccountId>>::minimum_balance(asset),
        held: units(asset, pot_account()),
    }
}

fn seen_all() -> BTreeMap<AssetId, Seen> {
    ASSETS.into_iter().map(|asset| (asset, seen(asset))).collect()
}

frame_support::parameter_types! {
    static HouseOpen: bool = true;
}

/// What an operation made or burned that is not the pallet's doing.
type Minted = i128;

fn pool_set(asset: AssetId, native: u128, of_asset: u128) -> Minted {
    let before = issuance();
    Market::set_pool(asset, native, of_asset.max(10));
    issuance() as i128 - before as i128
}

/// Runs an operation on the chain and in the model.
fn run_op(model: &mut Model, op: &Op) -> Minted {
    match *op {
        Op::NativeFee(source, amount) => {
            native_fee(source, amount);
            model.native_fee(source, amount);
            return amount as i128;
        }
        Op::AssetFee(asset, source, amount) => {
            let before = seen(asset);
            asset_fee(asset, source, amount);
            model.asset_fee(asset, source, amount, &before);
        }
        Op::Poke(asset) => {
            let before = seen(asset);
            let works = model.poke(asset, &before);
            assert_eq!(poke(asset).is_ok(), works);
        }
        Op::Block(room) => {
            let before = seen_all();
            let looks = <() as WeightInfo>::idle_look();
            let limit = match room {
                Room::Nothing => looks,
                Room::Step => looks + Buyback::weight_turn(),
                Room::Plenty => Weight::MAX,
            };
            let used = Buyback::on_idle(System::block_number(), limit);
            assert!(used.all_lte(limit));
            if room != Room::Nothing {
                model.idle(room == Room::Step, &before, &seen_all());
            }
            System::set_block_number(System::block_number() + 1);
        }
        Op::Busy(blocks) => System::set_block_number(System::block_number() + blocks),
        Op::Feed(asset, feed) => FakeFeeds::set_price(asset, feed),
        Op::Agree(asset, part) => {
            if let Some(at) = seen(asset).pool.and_then(spot) {
                let at = at / 1_000 * u128::from(part);
                if at > 0 {
                    fresh(asset, FixedU128::from_inner(at));
                }
            }
        }
        Op::Pool(asset, native, of_asset) => return pool_set(asset, native, of_asset),
        Op::Calm(asset) => {
            fresh(asset, FixedU128::from_rational(995, 1_000));
            return pool_set(asset, 1 << 34, 1 << 34);
        }
        // The fake pool is not made for assets that leave dust.
        Op::WhaleSells(DUSTY, _) | Op::WhaleBuys(DUSTY, _) => {}
        Op::WhaleSells(asset, part) => {
            if let Some((_, of_asset)) = seen(asset).pool {
                let _ = Market::trader_sells(WHALE, asset, (of_asset * u128::from(part) / 1_000).max(1));
            }
        }
        Op::WhaleBuys(asset, part) => {
            if let Some((_, of_asset)) = seen(asset).pool {
                let _ = Market::buy(&WHALE, asset, (of_asset * u128::from(part) / 1_000).max(1), u128::MAX);
            }
        }
        Op::Broken(broken) => Market::set_broken(broken),
        Op::HouseBroken(broken) => {
            House::set_broken(broken);
            HouseOpen::set(!broken);
        }
        Op::Buy(asset, part, at) => buy(model, asset, part, at),
        Op::End(asset) => {
            if let Some(sale) = Pots::<Test>::get(asset).and_then(|pot| pot.sale) {
                assert_ok!(House::end(sale.auction));
                model.end(asset);
            }
        }
        Op::Share(percent) => {
            Share::set(&Perbill::from_percent(percent));
            model.share = percent.into();
        }
        Op::Donate(asset, amount) => {
            let _ = Assets::transfer(signed(WHALE), asset, pot_account(), amount);
        }
    }
    0
}

fn buy(model: &mut Model, asset: AssetId, part: u32, at: u32) {
    let Some(sale) = Pots::<Test>::get(asset).and_then(|pot| pot.sale) else {
        return;
    };
    let terms = House::falling(sale.auction).unwrap();
    assert_eq!(terms.units, sale.units);
    let wanted = (sale.units * u128::from(part) / 1_000).max(terms.min_bid.min(sale.units));
    let way = (terms.start.into_inner() - terms.floor.into_inner()) / 1_000 * u128::from(at);
    let at = FixedU128::from_inner(terms.floor.into_inner() + way);
    let before = seen(asset);
    match House::buy(sale.auction, BOB, wanted, at) {
        Ok(paid) => {
            assert!(model.can_deliver(asset, wanted, &before));
            // Not less than the floor.
            assert!(mul(paid, ONE) >= mul(wanted, terms.floor.into_inner()));
            model.deliver(asset, wanted, paid);
        }
        // Bob has no more, or dust would be left.
        Err(_) => {
            let cost = mul(wanted, at.into_inner());
            assert!(!model.can_deliver(asset, wanted, &before) || cost > mul(free(BOB) - ED, ONE));
        }
    }
}

/// The chain shows what the model does.
fn compare(model: &Model) {
    Buyback::do_try_state().unwrap();
    let pots: BTreeMap<AssetId, ModelPot> = Pots::<Test>::iter()
        .map(|(asset, pot)| {
            let pot = ModelPot {
                pending: queue(asset),
                mark: pot.mark.map(|mark| {
                    let percent = mark.share.deconstruct() / 10_000_000;
                    (mark.block, mark.price.into_inner(), mark.depth, percent.into())
                }),
                reference: pot.reference.map(FixedU128::into_inner),
                misses: pot.misses,
                sale: pot.sale.map(|sale| (sale.auction, sale.source, sale.units)),
            };
            (asset, pot)
        })
        .collect();
    assert_eq!(pots, model.pots);
    let flows: Vec<_> = Buyback::flows()
        .into_iter()
        .map(|FlowInfo { coin, source, flow, .. }| {
            let sums = [flow.taken, flow.spent, flow.bought, flow.burned, flow.distributed];
            ((coin, source), sums)
        })
        .collect();
    // Each of them once.
    assert_eq!(flows.len(), model.flows.len());
    assert_eq!(flows.into_iter().collect::<BTreeMap<_, _>>(), model.flows);
    let turn = Turn::<Test>::get();
    assert_eq!((turn.at, turn.last, turn.next), model.turn);
    // In = burned + distributed + pending, of each coin in its own unit.
    let totals = Buyback::totals();
    assert_eq!(totals.taken + totals.bought, totals.burned + totals.distributed);
    for info in Buyback::flows() {
        let waits = match info.coin {
            Coin::Native => 0,
            Coin::Asset(asset) => pending(asset, info.source),
        };
        assert_eq!(info.pending, waits);
    }
    assert_eq!((totals.burned, totals.distributed), (model.sum(3), model.sum(4)));
    assert_eq!(free(TREASURY), totals.distributed);
    assert_eq!(free(pot_account()), ED);
    for asset in ASSETS {
        assert_eq!(
            Buyback::next(asset).plan,
            model.plan(asset, &seen(asset), Caller::Anybody).map_err(Into::into)
        );
    }
}

/// No trade of the last operation was paid less than 99 % of the feed, or of the mark.
fn check_bounds(marks: &BTreeMap<AssetId, ModelPot>, feeds: &BTreeMap<AssetId, Feed<FixedU128>>) -> u32 {
    let mut trades = 0;
    for event in events() {
        if let Event::BoughtBack {
            asset,
            units,
            native,
            auction: None,
            ..
        } = event
        {
            let Feed::Fresh(feed) = feeds[&asset] else {
                panic!("a trade without a price");
            };
            let (_, mark, ..) = marks[&asset].mark.unwrap();
            assert!(mul(native, ONE) * 100 >= mul(units, feed.into_inner().max(mark)) * 99);
            trades += 1;
        }
    }
    trades
}

fn period() -> impl Strategy<Value = u64> {
    prop_oneof![Just(0u64), Just(1), Just(1), Just(1), 2..14u64]
}

fn sequence(period: u64, operations: &[Op]) -> u32 {
    let mut trades = 0;
    new_test_ext().execute_with(|| {
        HouseOpen::set(true);
        MinSale::set(&100_000);
        Period::set(&period);
        for asset in ASSETS {
            assert_ok!(Assets::mint(signed(ALICE), asset, WHALE, 1 << 60));
            assert_ok!(Assets::mint(signed(ALICE), asset, BOB, 1_000));
            Market::set_pool(asset, 1 << 34, 1 << 34);
            fresh(asset, FixedU128::from_rational(995, 1_000));
        }
        let mut model = Model {
            period,
            ..Model::default()
        };
        for asset in [DOT, KSM] {
            run_op(&mut model, &Op::AssetFee(asset, STREAMING, 1 << 30));
        }
        for op in operations {
            model.now = System::block_number();
            System::reset_events();
            let before = (issuance() as i128, model.sum(3) as i128);
            let marks = model.pots.clone();
            let feeds = seen_all().into_iter().map(|(asset, seen)| (asset, seen.feed)).collect();
            let minted = run_op(&mut model, op);
            model.now = System::block_number();
            compare(&model);
            let burned = model.sum(3) as i128 - before.1;
            assert_eq!(issuance() as i128, before.0 + minted - burned);
            trades += check_bounds(&marks, &feeds);
        }
    });
    trades
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
    fn any_sequence_of_operations_agrees_with_the_model(
        period in period(),
        operations in vec(operation(), OPERATIONS),
    ) {
        sequence(period, &operations);
    }

    /// Pools and feeds wander, and a whale trades before and behind the step, in the block and over its end.
    #[test]
    fn no_sandwich_costs_more_than_the_bound(
        depth in (20u32..50, 20u32..50),
        steps in vec(a_move(), 1..60),
    ) {
        sandwich(depth, &steps);
    }
}

fn a_move() -> impl Strategy<Value = Move> {
    // Those that may just fit in, and any.
    let feed = prop_oneof![2 => 980u32..=1_000, 1 => 970u32..=1_030];
    let sells = prop_oneof![2 => 0u32..=3, 1 => 0u32..=3_000];
    (990u32..=1_010, feed, sells, 0u32..900, any::<bool>(), any::<bool>())
}

/// How the market moves, how the feed stands to it, what the whale sells before the step and buys after it, whether
/// the step is a poke, whether the whale buys in the next block only.
type Move = (u32, u32, u32, u32, bool, bool);

fn sandwich((native, of_asset): (u32, u32), steps: &[Move]) -> u32 {
    let mut trades = 0;
    new_test_ext().execute_with(|| {
        assert_ok!(Assets::mint(signed(ALICE), DOT, WHALE, 1 << 80));
        let mut fair = (1u128 << native, 1u128 << of_asset);
        asset_fee(DOT, REWARD, fair.1);
        let mut owed = 0;
        let mut paid = U512::zero();
        let mut bound = U512::zero();
        for (drift, feed, sells, buys, by_poke, over) in steps {
            fair.0 = (fair.0 * u128::from(*drift) / 1_000).max(1_000);
            Market::set_pool(DOT, fair.0, fair.1);
            let worth = fair.0 * 1_000_000_000_000_000_000 / fair.1;
            let oracle = FixedU128::from_inner((worth / 1_000 * u128::from(*feed)).max(1));
            fresh(DOT, oracle);
            next_block();
            if owed > 0 {
                let _ = Market::buy(&WHALE, DOT, owed, u128::MAX);
                owed = 0;
            }
            let _ = Market::trader_sells(WHALE, DOT, (fair.1 * u128::from(*sells) / 1_000).max(1));
            let before = flow(DOT, REWARD);
            let mark = Pots::<Test>::get(DOT).and_then(|pot| pot.mark);
            if *by_poke {
                let _ = poke(DOT);
            } else {
                idle();
            }
            let after = flow(DOT, REWARD);
            let (sold, got) = (after.spent - before.spent, after.bought - before.bought);
            let best = mark.map_or(oracle, |mark| mark.price.max(oracle));
            if sold > 0 && pot(DOT).sale.is_none() {
                assert!(mul(got, ONE) * 100 >= mul(sold, best.into_inner()) * 99);
                trades += 1;
                paid += mul(got, ONE) * 100;
                bound += mul(sold, oracle.into_inner()) * 99;
            }
            let back = (fair.1 * u128::from(*buys) / 1_000).max(1);
            if *over {
                owed = back;
            } else {
                let _ = Market::buy(&WHALE, DOT, back, u128::MAX);
            }
            idle();
            if let Some(sale) = Pots::<Test>::get(DOT).and_then(|pot| pot.sale) {
                assert_ok!(House::end(sale.auction));
            }
            Buyback::do_try_state().unwrap();
            if pots() == 0 {
                break;
            }
        }
        assert!(paid >= bound);
    });
    trades
}

/// The random sequences do trade: else they would show nothing.
#[test]
fn the_sequences_contain_trades() {
    use proptest::{strategy::ValueTree, test_runner::TestRunner};
    let mut runner = TestRunner::deterministic();
    let trades: u32 = (0..40)
        .map(|_| {
            sequence(
                1,
                &vec(operation(), OPERATIONS).new_tree(&mut runner).unwrap().current(),
            )
        })
        .sum();
    assert!(trades > 80, "{trades}");
    let trades: u32 = (0..40)
        .map(|_| sandwich((40, 40), &vec(a_move(), 50).new_tree(&mut runner).unwrap().current()))
        .sum();
    assert!(trades > 200, "{trades}");
}
