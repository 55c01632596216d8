// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::{
    fake_chain::{FakeChain, Fate},
    metrics, operator, readings, rendered, ALICE,
};
use crate::{
    chain::ChainError,
    round::{Failure, Result, Seat, MAX_BATCH},
};
use std::time::Duration;
use tokio::time::Instant;

struct Alice {
    chain: FakeChain,
    seat: Seat,
    metrics: crate::metrics::Metrics,
    registry: prometheus_endpoint::Registry,
}

impl Alice {
    fn new(fates: impl IntoIterator<Item = Fate>) -> Self {
        let chain = FakeChain::default();
        chain.script(ALICE, fates);
        let (metrics, registry) = metrics();
        let seat = Seat::new(operator("//Alice"));
        Self {
            chain,
            seat,
            metrics,
            registry,
        }
    }

    /// A round of a minute with so many values.
    async fn feed(&self, values: u32, batch: usize) -> Result {
        let deadline = Instant::now() + Duration::from_secs(60);
        self.seat
            .feed(&self.chain, &readings(values), batch, deadline, &self.metrics)
            .await
    }

    fn nonces(&self) -> Vec<u64> {
        self.chain.sent().iter().map(|sent| sent.nonce).collect()
    }
}

fn fails(error: fn(String) -> ChainError) -> Fate {
    Fate::Fails(error("as told".to_owned()))
}

#[tokio::test(start_paused = true)]
async fn values_go_out_in_batches_and_in_order() {
    for (values, batch, sizes) in [
        (0, 50, vec![]),
        (1, 50, vec![1]),
        (50, 50, vec![50]),
        (51, 50, vec![50, 1]),
        (120, 50, vec![50, 50, 20]),
        (7, 3, vec![3, 3, 1]),
        // Never more than the chain takes, and never none.
        (60, 1_000, vec![MAX_BATCH, 10]),
        (2, 0, vec![1, 1]),
    ] {
        let alice = Alice::new([]);
        let result = alice.feed(values, batch).await;
        let sent = alice.chain.sent();
        assert_eq!(sent.iter().map(|sent| sent.values.len()).collect::<Vec<_>>(), sizes);
        assert_eq!(sent.concat_values(), readings(values));
        assert_eq!(
            (result.sent, result.calls, result.failure),
            (values as usize, sizes.len(), None)
        );
    }
}

trait ConcatValues {
    fn concat_values(&self) -> Vec<crate::feed::Reading>;
}

impl ConcatValues for Vec<super::fake_chain::Sent> {
    fn concat_values(&self) -> Vec<crate::feed::Reading> {
        self.iter().flat_map(|sent| sent.values.clone()).collect()
    }
}

#[tokio::test(start_paused = true)]
async fn a_nonce_is_asked_for_once() {
    let alice = Alice::new([]);
    alice.chain.set_nonce(alice.seat.operator.account(), 7);
    alice.feed(120, 50).await;
    alice.feed(1, 50).await;
    assert_eq!(alice.nonces(), [7, 8, 9, 10]);
    assert_eq!(alice.chain.asked(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_nonce_that_is_off_is_asked_for_again() {
    let alice = Alice::new([Fate::Takes(Duration::from_secs(6)), fails(ChainError::Nonce)]);
    assert_eq!(alice.feed(1, 50).await.failure, None);
    // Somebody else signs with the key.
    alice.chain.set_nonce(alice.seat.operator.account(), 5);
    assert_eq!(alice.feed(1, 50).await.failure, None);
    assert_eq!(alice.nonces(), [0, 1, 5]);
    assert_eq!(alice.chain.asked(), 2);
}

#[tokio::test(start_paused = true)]
async fn what_passes_is_tried_again() {
    let alice = Alice::new([
        fails(ChainError::Connection),
        fails(ChainError::Pool),
        Fate::Fails(ChainError::AlreadyFed),
        fails(ChainError::Connection),
    ]);
    alice.chain.fail_nonces([ChainError::Connection("down".to_owned())]);
    let start = Instant::now();
    let result = alice.feed(1, 50).await;
    assert_eq!((result.sent, result.failure), (1, None));
    // Five waits that double from half a second, each up to twice as long by jitter.
    let waited = start.elapsed().as_secs_f64();
    assert!((15.5..=31.5).contains(&waited), "{waited}");
    // A report that is in a block uses its nonce, whatever it says.
    assert_eq!(alice.nonces(), [0, 0, 0, 1, 1]);
    let text = rendered(&alice.registry);
    for (reason, count) in [("connection", 3), ("pool", 1), ("already_fed", 1)] {
        let line = format!("submissions_total{{operator=\"{ALICE}\",reason=\"{reason}\",result=\"failed\"}} {count}");
        assert!(text.contains(&line), "{line}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_does_not_pass_is_not_tried_again() {
    let name = "Oracle::NoPermission".to_owned();
    for error in [
        ChainError::Dispatch { name },
        ChainError::Refused("no money".to_owned()),
    ] {
        let alice = Alice::new([Fate::Takes(Duration::ZERO), Fate::Fails(error.clone())]);
        let start = Instant::now();
        let result = alice.feed(150, 50).await;
        // What follows is left out: it would meet the same.
        assert_eq!((result.sent, result.calls), (50, 1));
        assert_eq!(result.failure, Some(Failure::Chain(error)));
        assert_eq!(alice.chain.sent().len(), 2);
        assert!(start.elapsed() < Duration::from_millis(10));
    }
}

#[tokio::test(start_paused = true)]
async fn a_dispatch_error_uses_its_nonce() {
    let name = "Oracle::NoPermission".to_owned();
    let alice = Alice::new([Fate::Fails(ChainError::Dispatch { name })]);
    alice.feed(1, 50).await;
    alice.feed(1, 50).await;
    assert_eq!(alice.nonces(), [0, 1]);
    assert_eq!(alice.chain.asked(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_round_ends_at_its_deadline() {
    let alice = Alice::new([Fate::Takes(Duration::from_secs(6)), Fate::Hangs]);
    let start = Instant::now();
    let result = alice.feed(150, 50).await;
    assert_eq!(start.elapsed().as_secs(), 60);
    assert_eq!((result.sent, result.calls), (50, 1));
    assert_eq!(result.failure, Some(Failure::Deadline { last: None }));
    // What was out may have been included since: the node knows.
    alice.chain.set_nonce(alice.seat.operator.account(), 2);
    assert_eq!(alice.feed(1, 50).await.failure, None);
    assert_eq!(alice.nonces(), [0, 1, 2]);
    assert!(rendered(&alice.registry).contains("reason=\"deadline\",result=\"failed\"} 1"));
}

#[tokio::test(start_paused = true)]
async fn a_round_that_never_works_says_what_for() {
    let alice = Alice::new(std::iter::repeat_n(fails(ChainError::Connection), 100));
    let start = Instant::now();
    let result = alice.feed(1, 50).await;
    assert_eq!(start.elapsed().as_secs(), 60);
    let last = Some(ChainError::Connection("as told".to_owned()));
    let failure = result.failure.unwrap();
    assert_eq!(failure, Failure::Deadline { last });
    assert_eq!(failure.advice(), ChainError::Connection(String::new()).advice());
    assert!(failure.to_string().contains("no connection: as told"), "{failure}");
    // It backs off: no storm of questions.
    assert!(alice.chain.sent().len() < 10);
}

#[tokio::test(start_paused = true)]
async fn nothing_is_sent_after_a_deadline_that_has_passed() {
    let alice = Alice::new([Fate::Hangs]);
    let seat = &alice.seat;
    let result = seat
        .feed(&alice.chain, &readings(1), 50, Instant::now(), &alice.metrics)
        .await;
    assert_eq!(result.failure, Some(Failure::Deadline { last: None }));
}
