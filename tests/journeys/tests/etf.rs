// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Half a year of the staking ETF at live speed, on the UTC calendar.
//!
//! With FINCH_PLOT=<file> the story writes the weights of its months there, for docs/plots/plot-etf.mjs.

mod world;

use finch_ports::{Calendar, PriceFeed};
use finch_runtime::{
    adapters::OracleFeeds,
    constants::{treasury_account, ETF_ASSET_ID, SYNTH_ASSET_ID},
    genesis_presets::OPERATORS,
    timing, AccountId, AssetConversion, Assets, Auctions, Balance, Oracle, Runtime, RuntimeOrigin, StakingEtf,
    StakingSynth,
};
use finch_types::{AssetId, Coin, FeeSource, FeedKey, Metric};
use frame_support::{
    assert_noop, assert_ok,
    traits::{
        fungible::NativeOrWithId::{Native, WithId},
        fungibles::metadata::Inspect as _,
    },
    BoundedVec,
};
use pallet_staking_etf::{types::Seat, Error, Job, Members, Schedule};
use world::*;

const MINUTE: u64 = 60_000;
const HOUR: u64 = 60 * MINUTE;
const DOT: AssetId = SAMPLE_ASSETS[0].id;
const KSM: AssetId = SAMPLE_ASSETS[1].id;
const ATOM: AssetId = SAMPLE_ASSETS[2].id;
const SOL: AssetId = SAMPLE_ASSETS[3].id;
const ETH: AssetId = SAMPLE_ASSETS[4].id;
const LAUNCH: Balance = 3_000 * FINCH;

fn signed(who: &AccountId) -> RuntimeOrigin {
    RuntimeOrigin::signed(who.clone())
}

/// What outsiders say of an asset: cents, millions of dollars, thousandths.
#[derive(Clone, Copy)]
struct Figures {
    asset: AssetId,
    cents: u128,
    cap: u128,
    volume: u128,
    staking: u128,
    reward: u128,
}

const fn figures(asset: AssetId, cents: u128, cap: u128, volume: u128, staking: u128, reward: u128) -> Figures {
    Figures {
        asset,
        cents,
        cap,
        volume,
        staking,
        reward,
    }
}

/// The market of a story.
#[derive(Clone)]
struct World {
    assets: [Figures; 6],
    /// Whose price nobody reports.
    silent: Option<AssetId>,
    /// One operator says the half of everything.
    liar: bool,
    /// The members of each month.
    weights: Vec<(String, Vec<Seat>)>,
}

impl World {
    fn new() -> Self {
        Self {
            assets: [
                figures(SYNTH_ASSET_ID, 500, 1_500, 5, 600, 150),
                figures(DOT, 420, 4_000, 200, 520, 140),
                figures(KSM, 1_800, 1_000, 10, 450, 130),
                figures(ATOM, 460, 2_000, 80, 590, 160),
                figures(SOL, 15_000, 3_000, 900, 660, 60),
                figures(ETH, 320_000, 300_000, 9_000, 280, 30),
            ],
            silent: None,
            liar: false,
            weights: Vec::new(),
        }
    }

    fn change(&mut self, asset: AssetId, staking: u128, reward: u128) {
        let of = self.assets.iter_mut().find(|of| of.asset == asset).unwrap();
        (of.staking, of.reward) = (staking, reward);
    }

    fn values(&self) -> Vec<(FeedKey, u128)> {
        let key = |asset, metric| FeedKey {
            coin: Coin::Asset(asset),
            metric,
        };
        let thousandth = 10u128.pow(15);
        let mut values = vec![price(Coin::Native, 500)];
        for of in &self.assets {
            if self.silent != Some(of.asset) {
                values.push(price(Coin::Asset(of.asset), of.cents));
            }
            values.extend([
                (key(of.asset, Metric::MarketCap), of.cap * 1_000_000),
                (key(of.asset, Metric::DailyVolume), of.volume * 1_000_000),
                (key(of.asset, Metric::StakingRatio), of.staking * thousandth),
                (key(of.asset, Metric::RewardRatio), of.reward * thousandth),
            ]);
        }
        values
    }

    /// All operators report.
    fn report(&self) {
        for (at, who) in OPERATORS.iter().enumerate() {
            let lies = self.liar && at == 4;
            let values = self
                .values()
                .into_iter()
                .map(|(key, value)| (key, if lies { value / 2 } else { value }));
            let values = BoundedVec::truncate_from(values.collect::<Vec<_>>());
            assert_ok!(Oracle::feed_values(signed(&who.to_account_id()), values));
        }
    }

    /// A round of samples, some time after the last one: so often that a week's number of samples comes together, in
    /// the half of a month with which the story begins too.
    fn round(&self) {
        let first_month = Members::<Runtime>::get().is_empty();
        let gap = if first_month { 135 } else { 210 };
        block_with(gap * MINUTE, || self.report());
        for _ in 0..7 {
            next_block();
        }
    }

    /// The pools follow the market.
    fn arbitrage(&self) {
        for of in &self.assets {
            arbitrage(of.asset);
        }
    }

    /// Lets the month end and the basket be brought to its weights. Returns who has a seat, by id.
    fn month_ends(&mut self) -> Vec<AssetId> {
        let month = Schedule::<Runtime>::get().month;
        let mut rounds = 0;
        loop {
            let preview = StakingEtf::preview();
            self.round();
            rounds += 1;
            if Schedule::<Runtime>::get().month != month {
                // Anybody could have told.
                if let Some(members) = preview.members {
                    assert_eq!(members, Members::<Runtime>::get().into_inner());
                }
                break;
            }
            assert!(rounds < 300, "a month has an end");
        }
        self.rebalanced();
        let members = Members::<Runtime>::get().into_inner();
        if !members.is_empty() {
            assert_eq!(members.iter().map(|member| member.weight).sum::<u32>(), 1_000_000_000);
        }
        self.weights.push((month_name(), members.clone()));
        let mut ids: Vec<_> = members.iter().map(|member| member.asset).collect();
        ids.sort_unstable();
        ids
    }

    fn rebalanced(&self) {
        let mut blocks = 0;
        while Job::<Runtime>::exists() {
            self.arbitrage();
            next_block();
            blocks += 1;
            assert!(blocks < 1_000, "a rebalance has an end: {:?}", Job::<Runtime>::get());
        }
    }
}

/// The year and month of the chain's clock, as the ETF counts them.
fn month_name() -> String {
    let month = Schedule::<Runtime>::get().month.expect("a month runs");
    format!("{}-{:02}", month / 12, month % 12 + 1)
}

fn shares(who: &AccountId) -> Balance {
    Assets::balance(ETF_ASSET_ID, who)
}

fn sorted<const N: usize>(mut ids: [AssetId; N]) -> Vec<AssetId> {
    ids.sort_unstable();
    ids.to_vec()
}

/// sFINCH has a pool, and the clock is that of a live chain.
fn begin() -> World {
    timing::Fast::<Runtime>::put(false);
    // From here on the calendar counts. Blocks are few in the time of the story, so each session is an era.
    pallet_staking::ForceEra::<Runtime>::put(pallet_staking::Forcing::ForceAlways);
    // The month that the first block began ends by the clock of a development network.
    until("the month is one of the calendar", 60, || {
        Schedule::<Runtime>::get().month == Some(timing::Months::month(now()))
    });
    let maker = MARKET_MAKER.to_account_id();
    let amount = 100_000 * FINCH;
    assert_ok!(StakingSynth::mint(signed(&maker), amount, 0));
    // Its account of sFINCH has to stay.
    let given = synth(&maker) - FINCH;
    assert_ok!(AssetConversion::add_liquidity(
        signed(&maker),
        Box::new(Native),
        Box::new(WithId(SYNTH_ASSET_ID)),
        given,
        given,
        1,
        1,
        maker.clone()
    ));
    World::new()
}

#[test]
fn half_a_year() {
    story(|| {
        let mut world = begin();
        let alice = Alice.to_account_id();
        assert_eq!(
            world.assets.len() as u32,
            pallet_staking_etf::Listings::<Runtime>::count()
        );

        // January: nobody has a seat before the first month has ended.
        assert_eq!(world.month_ends(), sorted([ATOM, SYNTH_ASSET_ID, SOL]));
        assert_noop!(
            StakingEtf::issue(signed(&alice), 10 * FINCH),
            Error::<Runtime>::NotLaunched
        );

        // February: the treasury launches. KSM becomes better than all others.
        assert_ok!(StakingEtf::allocate(RuntimeOrigin::root(), LAUNCH));
        assert_eq!(shares(&treasury_account()), LAUNCH);
        block_with(MINUTE, || world.report());
        world.rebalanced();
        let nav = StakingEtf::nav().unwrap();
        assert!(nav.total > LAUNCH * 99 / 100 && nav.total <= LAUNCH, "{nav:?}");
        assert_eq!(nav.items.len(), 3);
        world.change(KSM, 700, 170);
        assert_eq!(
            world.month_ends(),
            sorted([KSM, ATOM, SYNTH_ASSET_ID]),
            "KSM takes the seat of SOL"
        );
        assert!(StakingEtf::composition()
            .holdings
            .iter()
            .all(|item| item.asset != SOL || item.units == 0));

        // March: one operator lies by a half, all month long.
        world.liar = true;
        assert_eq!(world.month_ends(), sorted([KSM, ATOM, SYNTH_ASSET_ID]));
        let [.., (_, before), (_, with_liar)] = &world.weights[..] else {
            panic!()
        };
        assert_eq!(before, with_liar, "not even the weights change");
        world.liar = false;

        // April: for three hours nobody reports the price of KSM.
        world.silent = Some(KSM);
        block_with(2 * HOUR + MINUTE, || world.report());
        let offered = 10 * FINCH;
        assert_noop!(
            StakingEtf::issue_with(signed(&alice), Coin::Native, offered, 100 * FINCH),
            Error::<Runtime>::PriceStale
        );
        assert_ok!(StakingSynth::mint(signed(&alice), 100 * FINCH, 0));
        assert_ok!(StakingEtf::issue(signed(&alice), offered));
        assert_noop!(
            StakingEtf::redeem_to(signed(&alice), Coin::Native, offered / 2, 1),
            Error::<Runtime>::PriceStale
        );
        assert_ok!(StakingEtf::redeem(signed(&alice), offered / 2));
        world.silent = None;
        block_with(MINUTE, || world.report());
        world.arbitrage();
        assert_ok!(StakingEtf::redeem_to(
            signed(&alice),
            Coin::Native,
            offered / 2,
            4 * FINCH
        ));
        assert_eq!(shares(&alice), 0);

        // DOT becomes the best, ATOM the worst, and the pool of ATOM is empty: it is auctioned.
        world.change(DOT, 750, 180);
        world.change(ATOM, 400, 50);
        drain(ATOM);
        let month = Schedule::<Runtime>::get().month;
        while Schedule::<Runtime>::get().month == month {
            world.round();
        }
        let ferdie = MARKET_MAKER.to_account_id();
        let mut auctioned = 0;
        for _ in 0..2_000 {
            world.arbitrage();
            next_block();
            let sales = StakingEtf::composition().sales;
            if let [sale] = sales[..] {
                assert_eq!(sale.asset, ATOM);
                // A buyer comes when the price has fallen below the market's.
                let market = OracleFeeds::native_price(ATOM);
                let now = Auctions::price_now(sale.auction);
                if let (finch_ports::Feed::Fresh(market), Some(now)) = (market, now) {
                    if now <= market {
                        assert_ok!(Auctions::buy(signed(&ferdie), sale.auction, sale.left, market));
                        auctioned += sale.left;
                    }
                }
            }
            if !Job::<Runtime>::exists() && StakingEtf::composition().sales.is_empty() {
                break;
            }
        }
        assert!(auctioned > 0, "ATOM was auctioned");
        let members = Members::<Runtime>::get();
        world.weights.push((month_name(), members.to_vec()));
        let mut ids: Vec<_> = members.iter().map(|member| member.asset).collect();
        ids.sort_unstable();
        assert_eq!(ids, sorted([DOT, KSM, SYNTH_ASSET_ID]), "DOT takes the seat of ATOM");
        let holdings = StakingEtf::composition().holdings;
        assert!(
            holdings.iter().all(|item| item.asset != ATOM || item.units == 0),
            "{holdings:?}"
        );

        // May: for an hour the feeds say that nearly all ETH is staked and earns a fortune.
        let honest = world.clone();
        world.change(ETH, 990, 990);
        world.round();
        world.assets = honest.assets;
        assert_eq!(
            world.month_ends(),
            sorted([DOT, KSM, SYNTH_ASSET_ID]),
            "one bad hour decides nothing"
        );

        // June: nothing happens.
        assert_eq!(world.month_ends(), sorted([DOT, KSM, SYNTH_ASSET_ID]));
        assert_eq!(world.weights.len(), 6);

        // The fees of half a year became burned FINCH.
        until("all fees are sold", 2_000, || {
            world.arbitrage();
            finch_runtime::Buyback::buyback_status().pots.len() <= 1
        });
        for source in [FeeSource::EtfStreaming, FeeSource::EtfReward] {
            let burned: Balance = world
                .assets
                .iter()
                .map(|of| fees(Coin::Asset(of.asset), source).burned)
                .sum();
            let sources = if source == FeeSource::EtfReward {
                "reward"
            } else {
                "streaming fee"
            };
            assert!(burned > 0, "no {sources} was burned");
            println!("burned of the {sources}: {burned} planck");
        }
        // Half a year at 0.3 %, of three thousand.
        let streamed: Balance = world
            .assets
            .iter()
            .map(|of| fees(Coin::Asset(of.asset), FeeSource::EtfStreaming).burned)
            .sum();
        assert!(streamed > 2 * FINCH && streamed < 6 * FINCH, "{streamed}");

        if let Ok(path) = std::env::var("FINCH_PLOT") {
            let months = world.weights.iter().map(|(month, members)| {
                let weights = members.iter().map(|member| {
                    let symbol = String::from_utf8(Assets::symbol(member.asset)).expect("a symbol is text");
                    (symbol, serde_json::json!(member.weight))
                });
                serde_json::json!({ "month": month, "weights": weights.collect::<serde_json::Map<_, _>>() })
            });
            let months = serde_json::to_string_pretty(&months.collect::<Vec<_>>()).expect("plain values");
            std::fs::write(path, months + "\n").expect("the file can be written");
        }
    });
}

#[test]
fn the_exit_in_kind_needs_nobody() {
    story(|| {
        let mut world = begin();
        world.month_ends();
        assert_ok!(StakingEtf::allocate(RuntimeOrigin::root(), LAUNCH));
        block_with(MINUTE, || world.report());
        world.rebalanced();
        let alice = Alice.to_account_id();
        assert_ok!(StakingSynth::mint(signed(&alice), 200 * FINCH, 0));
        assert_ok!(StakingEtf::issue(signed(&alice), 100 * FINCH));

        // A new month, whose rebalance has just begun; then all pools are empty and all feeds are stale.
        world.change(KSM, 700, 170);
        let month = Schedule::<Runtime>::get().month;
        while Schedule::<Runtime>::get().month == month {
            world.round();
        }
        assert!(Job::<Runtime>::exists() || !StakingEtf::composition().holdings.is_empty());
        for asset in SAMPLE_ASSETS {
            drain(asset.id);
        }
        drain(SYNTH_ASSET_ID);
        block_with(3 * HOUR, || {});
        for _ in 0..20 {
            next_block();
        }
        let composition = StakingEtf::composition();
        let supply = composition.supply;
        let before: Vec<_> = composition
            .holdings
            .iter()
            .map(|item| Assets::balance(item.asset, &alice))
            .collect();
        assert_ok!(StakingEtf::redeem(signed(&alice), 100 * FINCH));
        for (item, before) in composition.holdings.iter().zip(before) {
            let part = Assets::balance(item.asset, &alice) - before;
            assert_eq!(part, item.units * (100 * FINCH) / supply, "asset {}", item.asset);
        }
        assert_eq!(shares(&alice), 0);
    });
}

#[test]
fn a_month_of_the_calendar_has_its_own_number() {
    use finch_ports::Calendar;
    story(|| {
        timing::Fast::<Runtime>::put(false);
        let month = timing::Months::month;
        // 29 February 2028, 23:59:59.999 UTC, and a millisecond later.
        assert_eq!(month(1_835_481_599_999), 2028 * 12 + 1);
        assert_eq!(month(1_835_481_600_000), 2028 * 12 + 2);
        // The turn of a year, and of a century without a leap day.
        assert_eq!(month(1_798_761_599_999), 2026 * 12 + 11);
        assert_eq!(month(1_798_761_600_000), 2027 * 12);
        assert_eq!(month(4_107_542_399_999), 2100 * 12 + 1);
        assert_eq!(month(4_107_542_400_000), 2100 * 12 + 2);
        assert_eq!(month(0), 1970 * 12);
        assert_eq!(month(u64::MAX), u32::MAX);
    });
}
