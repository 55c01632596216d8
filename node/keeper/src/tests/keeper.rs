// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The loop, against a chain and nodes that do what they are told. The keeper is stopped after so many blocks.

use super::{
    account,
    fake_chain::{signer, FakeChain, Fate, FEE, LAG, MORTALITY},
    ALICE,
};
use crate::{
    alerts::Alerts,
    audit::{replay, Audit},
    books::Books,
    call::Call,
    chain::{Duty, Fact, Otherwise},
    keeper::{Ending, Keeper, Parts, Span},
    metrics::Metrics,
    planck::Planck,
    program::sums,
    record::Outcome,
    settings::Settings,
};
use finch_client::{endpoints::Endpoints, trouble::Trouble};
use prometheus_endpoint::Registry;
use std::{path::PathBuf, time::Duration};
use subxt::config::substrate::H256;
use tempfile::TempDir;
use tokio::time::timeout;

const URLS: [&str; 2] = ["ws://a", "ws://b"];

struct World {
    chain: FakeChain,
    settings: Settings,
    span: Span,
    registry: Registry,
    path: PathBuf,
    _folder: TempDir,
}

impl World {
    fn new(vaults: u8) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut settings = Settings::default();
        settings.duties.every_blocks = 1;
        settings.follow.heartbeat_seconds = 3;
        Self {
            chain: FakeChain::new(vaults),
            settings,
            span: Span::Endless,
            registry: Registry::new(),
            path: folder.path().join("keeper.log"),
            _folder: folder,
        }
    }

    fn keeper(&mut self) -> Keeper<FakeChain> {
        self.keeper_of(None, self.span)
    }

    fn keeper_of(&mut self, genesis: Option<H256>, span: Span) -> Keeper<FakeChain> {
        let (audit, _) = Audit::open(&self.path).unwrap();
        self.registry = Registry::new();
        Keeper::new(Parts {
            connector: self.chain.clone(),
            endpoints: Endpoints::new(URLS.map(str::to_owned).to_vec(), 10, genesis),
            settings: self.settings.clone(),
            account: signer(),
            audit,
            alerts: Alerts::new(ALICE, None),
            metrics: Metrics::register(&self.registry).unwrap(),
            span,
        })
    }

    /// Runs for so many blocks.
    async fn run(&mut self, blocks: u64) -> Keeper<FakeChain> {
        let mut keeper = self.keeper();
        let stop = self.chain.stop_after(blocks);
        let ending = timeout(Duration::from_secs(60), keeper.run(stop)).await;
        assert_eq!(ending.expect("it stops").unwrap(), Ending::Done);
        keeper
    }

    /// Runs, and crashes after so long: nothing is closed.
    async fn crash_after(&mut self, time: Duration) {
        let mut keeper = self.keeper();
        let (_sender, stop) = tokio::sync::watch::channel(false);
        assert!(timeout(time, keeper.run(stop)).await.is_err());
    }

    /// Whether Prometheus would read this line.
    fn metric(&self, line: &str) -> bool {
        let line = format!("finch_keeper_{line}");
        super::metrics::rendered(&self.registry)
            .lines()
            .any(|found| found == line)
    }

    /// What the log comes to, which is checked on the way.
    fn books(&self) -> Books {
        replay(&self.path).unwrap().books
    }

    fn outcomes(&self, call: &str) -> Vec<(Outcome, u64)> {
        let books = self.books();
        let outcomes = books.totals().outcomes.get(call).cloned().unwrap_or_default();
        outcomes.into_iter().collect()
    }
}

#[tokio::test]
async fn many_vaults_are_called_at_the_next_block_and_once() {
    let mut world = World::new(200);
    let first = world.chain.best() + 1;
    let keeper = world.run(20).await;
    assert_eq!(world.chain.callable(), 0);
    // Seen in the first block, in the next one all are called: in four batches of 50.
    assert_eq!((world.chain.landed(), world.chain.block_of(4)), (4, first + 1));
    assert_eq!((world.chain.different(), world.chain.sent().len()), (4, 4));
    assert_eq!(world.outcomes("Options.call_margin"), [(Outcome::Done, 200)]);
    let books = world.books();
    assert_eq!(
        (books.totals().transactions, books.totals().fees),
        (4, Planck(200 * FEE))
    );
    assert!(books.out().is_empty());
    // The log comes to what the program says at its end.
    assert_eq!(sums(books.totals()), sums(keeper.books().totals()));
}

#[tokio::test]
async fn what_is_limited_for_a_block_goes_on_in_the_next() {
    let mut world = World::new(7);
    (world.settings.send.batch, world.settings.send.actions_per_block) = (2, 4);
    let first = world.chain.best() + 1;
    world.run(20).await;
    assert_eq!(world.outcomes("Options.call_margin"), [(Outcome::Done, 7)]);
    assert_eq!((world.chain.landed(), world.chain.block_of(2)), (4, first + 1));
    assert_eq!(world.chain.block_of(4), first + 2);
}

#[tokio::test]
async fn a_node_that_dies_after_it_took_it_costs_nothing() {
    let mut world = World::new(3);
    world.chain.script([Fate::TakesAndDies]);
    world.run(20).await;
    assert_eq!((world.chain.landed(), world.chain.different()), (1, 1));
    assert_eq!(world.outcomes("Options.call_margin"), [(Outcome::Done, 3)]);
    assert!(world.books().out().is_empty());
}

#[tokio::test]
async fn a_node_that_dies_before_it_took_it_is_replaced() {
    let mut world = World::new(3);
    world.chain.script([Fate::Dies]);
    world.run(20).await;
    // The same bytes, to both.
    let sent = world.chain.sent();
    let urls: Vec<_> = sent.iter().map(|(url, _)| url.as_str()).collect();
    assert_eq!((urls, world.chain.different()), (URLS.to_vec(), 1));
    assert_eq!(world.outcomes("Options.call_margin"), [(Outcome::Done, 3)]);
}

#[tokio::test]
async fn after_a_crash_what_landed_is_not_sent_again() {
    let mut world = World::new(3);
    world.chain.script([Fate::Hangs]);
    world.crash_after(Duration::from_millis(300)).await;
    assert_eq!(world.books().out().len(), 1);
    // It lands while nobody looks.
    world.chain.go_on(8);
    assert_eq!(world.chain.landed(), 1);
    world.run(10).await;
    assert_eq!((world.chain.sent().len(), world.chain.landed()), (1, 1));
    assert_eq!(world.outcomes("Options.call_margin"), [(Outcome::Done, 3)]);
    assert_eq!(world.books().totals().fees, Planck(3 * FEE));
}

#[tokio::test]
async fn after_a_crash_what_did_not_land_expires_and_is_done_anew() {
    let mut world = World::new(3);
    world.chain.script([Fate::Hangs]);
    world.crash_after(Duration::from_millis(300)).await;
    // The pool of the node is lost with it, and nobody sends anything until it cannot be included any more.
    world.chain.drop_pool();
    world.chain.go_on(MORTALITY + LAG);
    assert_eq!((world.chain.landed(), world.books().out().len()), (0, 1));
    world.run(20).await;
    assert_eq!(
        world.outcomes("Options.call_margin"),
        [(Outcome::Done, 3), (Outcome::Expired, 3)]
    );
    assert_eq!((world.chain.different(), world.chain.landed()), (2, 1));
}

#[tokio::test]
async fn after_a_crash_what_can_still_land_is_sent_as_it_is() {
    let mut world = World::new(3);
    world.chain.script([Fate::Hangs]);
    world.crash_after(Duration::from_millis(300)).await;
    world.chain.drop_pool();
    world.run(12).await;
    assert_eq!((world.chain.different(), world.chain.landed()), (1, 1));
    assert_eq!(world.outcomes("Options.call_margin"), [(Outcome::Done, 3)]);
}

#[tokio::test]
async fn what_a_pool_forgets_is_sent_again_as_it_is() {
    let mut world = World::new(3);
    world
        .chain
        .script([Fate::Forgets, Fate::Says(Trouble::Pool("full".to_owned()))]);
    world.run(20).await;
    assert_eq!(
        (world.chain.sent().len(), world.chain.different(), world.chain.landed()),
        (3, 1, 1)
    );
    assert_eq!(world.outcomes("Options.call_margin"), [(Outcome::Done, 3)]);
}

#[tokio::test]
async fn what_can_not_be_included_any_more_is_closed_as_expired() {
    let mut world = World::new(1);
    world.chain.script(vec![Fate::Forgets; 100]);
    world.run(MORTALITY + LAG + 4).await;
    assert_eq!(world.chain.landed(), 0);
    let outcomes = world.outcomes("Options.call_margin");
    assert_eq!(outcomes, [(Outcome::Expired, 1)]);
    // It is done anew, under another key.
    let books = world.books();
    let out: Vec<_> = books.out().values().flat_map(|intent| &intent.actions).collect();
    assert_eq!(out.len(), 1);
    assert_eq!(out[0].key, format!("call_margin/1/{}/1", account(1)));
}

#[tokio::test]
async fn what_is_refused_is_closed_at_once_and_pauses_after_a_few_times() {
    let mut world = World::new(1);
    world.settings.send.attempts = 2;
    let poor = || Fate::Says(Trouble::Refused("Inability to pay some fees".to_owned()));
    world.chain.script([poor(), poor()]);
    world.run(20).await;
    assert_eq!(world.outcomes("Options.call_margin"), [(Outcome::Refused, 2)]);
    assert_eq!(world.chain.sent().len(), 2);
    assert!(world.books().out().is_empty());
}

#[tokio::test]
async fn what_the_chain_refuses_in_a_block_pauses_and_then_goes_on() {
    let mut world = World::new(2);
    (world.settings.send.attempts, world.settings.send.pause_blocks) = (1, 25);
    world.settings.follow.read_all_blocks = 5;
    world.chain.refuse_call(2, "Options::PriceStale");
    world.run(20).await;
    assert_eq!(
        world.outcomes("Options.call_margin"),
        [(Outcome::Done, 1), (Outcome::Failed, 1)]
    );
    // The pause is over, and it is tried once more.
    world.run(20).await;
    assert_eq!(
        world.outcomes("Options.call_margin"),
        [(Outcome::Done, 1), (Outcome::Failed, 2)]
    );
}

#[tokio::test]
async fn the_same_vault_can_be_called_again_later() {
    let mut world = World::new(1);
    world.run(12).await;
    world.chain.endanger(1);
    world.run(12).await;
    assert_eq!(world.outcomes("Options.call_margin"), [(Outcome::Done, 2)]);
    assert_eq!(
        (
            world.chain.landed(),
            world.books().key(&format!("call_margin/1/{}", account(1)))
        ),
        (2, format!("call_margin/1/{}/2", account(1)))
    );
}

#[tokio::test]
async fn quiet_blocks_cost_no_reading_of_vaults() {
    let mut world = World::new(0);
    world.settings.follow.read_all_blocks = 1000;
    world.run(50).await;
    assert_eq!(world.chain.reads(), 1);
}

#[tokio::test]
async fn rewards_of_own_liquidations_are_counted_once() {
    let mut world = World::new(1);
    world.run(10).await;
    let opened = |sale, caller| Fact::SaleOpened {
        sale,
        series: 1,
        owner: account(1),
        caller,
    };
    world.chain.happens([opened(7, signer()), opened(8, account(99))]);
    world.chain.go_on(1);
    let sold = |sale, reward| Fact::Sold { sale, reward };
    world.chain.happens([sold(7, 100), sold(8, 1000), sold(7, 10)]);
    world.chain.go_on(1);
    world.chain.happens([Fact::SaleEnded { sale: 7 }]);
    world.chain.go_on(1);
    let keeper = world.run(10).await;
    assert_eq!(keeper.books().totals().rewards, Planck(110));
    drop(keeper);
    // Reading the same blocks again changes nothing.
    world.run(5).await;
    assert_eq!(world.books().totals().rewards, Planck(110));
    let text = std::fs::read_to_string(&world.path).unwrap();
    let key = format!("call_margin/1/{}/0", account(1));
    let rewards = text
        .lines()
        .filter(|line| line.contains("\"type\":\"reward\"") && line.contains(&key));
    assert_eq!(rewards.count(), 2);
}

#[tokio::test]
async fn what_nobody_knows_any_more_is_unclear() {
    let mut world = World::new(1);
    world.chain.script([Fate::Hangs]);
    world.crash_after(Duration::from_millis(300)).await;
    world.chain.forget_events();
    world.chain.go_on(8);
    world.run(5).await;
    assert_eq!(world.outcomes("Options.call_margin"), [(Outcome::Unclear, 1)]);
}

#[tokio::test]
async fn a_node_without_new_blocks_is_left() {
    let mut world = World::new(2);
    world.chain.silence("ws://a");
    world.run(12).await;
    assert!(world.chain.sent().iter().all(|(url, _)| url == "ws://b"));
    assert_eq!(world.outcomes("Options.call_margin"), [(Outcome::Done, 2)]);
}

#[tokio::test]
async fn a_node_that_is_behind_the_log_is_not_used() {
    let mut world = World::new(2);
    world.run(12).await;
    assert_eq!(world.chain.sent().len(), 1);
    // At its best block nobody has called the vaults.
    world.chain.set_behind("ws://a", 15);
    world.chain.endanger(2);
    world.run(12).await;
    let urls: Vec<_> = world.chain.sent().into_iter().map(|(url, _)| url).collect();
    assert_eq!(urls, URLS);
    assert!(world.metric("alerts{kind=\"endpoint_lost\"} 1"));
    assert_eq!(world.outcomes("Options.call_margin"), [(Outcome::Done, 3)]);
}

#[tokio::test]
async fn blocks_before_the_last_one_of_the_log_say_nothing_of_what_is_due() {
    let mut world = World::new(1);
    world.settings.follow.read_all_blocks = 1;
    let first = world.chain.best() + 1;
    // It is called in the second block, and that is final in the last one.
    world.run(LAG + 2).await;
    assert_eq!(world.chain.block_of(1), first + 1);
    assert_eq!(world.outcomes("Options.call_margin"), [(Outcome::Done, 1)]);
    // Not so far behind that it would not be used; the first block that it has now is the one before the call.
    world.chain.set_behind("ws://a", LAG + 2);
    world.run(12).await;
    assert_eq!((world.chain.sent().len(), world.chain.landed()), (1, 1));
    // Once it has come to that block, it is listened to.
    world.chain.endanger(1);
    world.run(20).await;
    assert_eq!(world.outcomes("Options.call_margin"), [(Outcome::Done, 2)]);
    assert!(world.chain.sent().iter().all(|(url, _)| url == "ws://a"));
}

#[tokio::test]
async fn a_node_that_is_down_from_the_start_is_shown() {
    let mut world = World::new(1);
    world.chain.set_down("ws://a", true);
    world.run(8).await;
    assert!(world.metric("alerts{kind=\"endpoint_lost\"} 1"));
    assert_eq!(world.outcomes("Options.call_margin"), [(Outcome::Done, 1)]);
}

#[tokio::test]
async fn without_any_node_it_waits_for_one() {
    let mut world = World::new(1);
    for url in URLS {
        world.chain.set_down(url, true);
    }
    let chain = world.chain.clone();
    tokio::spawn(async move {
        tokio::time::sleep(Duration::from_millis(200)).await;
        chain.set_down("ws://b", false);
    });
    world.run(12).await;
    assert_eq!(world.outcomes("Options.call_margin"), [(Outcome::Done, 1)]);
}

#[tokio::test]
async fn once_ends_when_all_is_known_and_fails_without_a_node() {
    let mut world = World::new(3);
    world.span = Span::Once;
    let (_sender, stop) = tokio::sync::watch::channel(false);
    let mut keeper = world.keeper();
    assert_eq!(keeper.run(stop.clone()).await.unwrap(), Ending::Done);
    drop(keeper);
    assert_eq!(world.outcomes("Options.call_margin"), [(Outcome::Done, 3)]);
    for url in URLS {
        world.chain.set_down(url, true);
    }
    let mut keeper = world.keeper();
    assert_eq!(keeper.run(stop).await.unwrap(), Ending::NoNode);
}

#[tokio::test]
async fn what_is_too_dear_or_cannot_be_paid_waits() {
    let mut world = World::new(3);
    world.settings.send.max_fee = Planck(3 * FEE - 1);
    world.run(5).await;
    assert_eq!(world.books().totals().transactions, 0);
    world.settings.send.max_fee = Planck(3 * FEE);
    world.settings.funds.keep = Planck(100);
    world.chain.set_free(100 + 3 * FEE - 1);
    world.run(5).await;
    assert_eq!(world.books().totals().transactions, 0);
    world.chain.set_free(100 + 3 * FEE);
    world.run(10).await;
    assert_eq!(world.outcomes("Options.call_margin"), [(Outcome::Done, 3)]);
}

#[tokio::test]
async fn upkeep_that_blocks_do_not_do_is_done_alone() {
    let mut world = World::new(2);
    world.settings.duties.patience_blocks = 4;
    let poke = Duty {
        subject: "poke/StakingSynth".to_owned(),
        call: Call::new("StakingSynth", "poke", []),
        alone: true,
        otherwise: Otherwise::Blocks {
            mark: "era 3".to_owned(),
            turns: 0,
        },
    };
    world.chain.set_duties(vec![poke]);
    let first = world.chain.best() + 1;
    world.run(20).await;
    assert_eq!(world.outcomes("StakingSynth.poke"), [(Outcome::Done, 1)]);
    assert_eq!(world.chain.block_of(2), first + 5);
    assert_eq!(world.chain.landed(), 2);
}

#[tokio::test]
async fn metrics_come_to_the_same_as_the_log() {
    let mut world = World::new(5);
    world.chain.refuse_call(2, "Options::PriceStale");
    world.settings.send.attempts = 1;
    world.run(12).await;
    let totals = world.books().totals().clone();
    assert_eq!(totals.fees, Planck(5 * FEE));
    for line in [
        format!("fees_planck {}", totals.fees),
        format!("transactions {}", totals.transactions),
        "actions{call=\"Options.call_margin\",outcome=\"done\"} 4".to_owned(),
        "actions{call=\"Options.call_margin\",outcome=\"failed\"} 1".to_owned(),
    ] {
        assert!(world.metric(&line), "{line}");
    }
}

#[tokio::test]
async fn funds_that_run_low_are_shown_until_they_do_not() {
    let mut world = World::new(0);
    world.settings.funds.alert_below = Planck(1000);
    world.chain.set_free(999);
    world.run(3).await;
    assert!(world.metric("alerts{kind=\"funds_low\"} 1"));
    world.chain.set_free(1000);
    world.run(3).await;
    assert!(world.metric("alerts{kind=\"funds_low\"} 0"));
}

#[tokio::test]
async fn a_lost_node_and_an_action_that_pauses_are_shown() {
    let mut world = World::new(2);
    world.settings.send.attempts = 1;
    world.chain.refuse_call(2, "Options::PriceStale");
    world.chain.script([Fate::TakesAndDies]);
    world.run(12).await;
    for line in [
        "alerts{kind=\"endpoint_lost\"} 1",
        "alerts{kind=\"action_fails\"} 1",
        "alerts{kind=\"chain_stalled\"} 0",
        "failovers_total 1",
    ] {
        assert!(world.metric(line), "{line}");
    }
}

#[tokio::test]
async fn a_log_of_another_chain_is_not_gone_on_with() {
    let mut world = World::new(1);
    let mut audit = Audit::open(&world.path).unwrap().0;
    audit.add([super::start(9)]).unwrap();
    drop(audit);
    // The endpoints are told what chain the log is of.
    let other = H256::repeat_byte(1);
    let mut keeper = world.keeper_of(Some(other), Span::Once);
    let (_sender, stop) = tokio::sync::watch::channel(false);
    assert_eq!(keeper.run(stop).await.unwrap(), Ending::NoNode);
    assert!(world.chain.sent().is_empty());
}

#[tokio::test]
async fn transactions_are_made_smaller_until_blocks_have_room() {
    let mut world = World::new(20);
    world.settings.send.batch = 20;
    world.chain.set_room(7);
    world.run(12).await;
    // 20 and 10 are too many, 5 are not.
    assert_eq!((world.chain.landed(), world.chain.different()), (4, 4));
    assert_eq!(world.outcomes("Options.call_margin"), [(Outcome::Done, 20)]);
}

#[tokio::test]
async fn a_call_that_no_block_has_room_for_is_not_sent() {
    let mut world = World::new(2);
    world.chain.set_room(0);
    world.run(5).await;
    assert!(world.chain.sent().is_empty());
    assert_eq!(world.books().totals().transactions, 0);
}
