// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::{account, action, closed, intent, start, vault};
use crate::{
    books::Books,
    call::Call,
    chain::{Duty, Event, Fact, Glance, Head, Otherwise, Vault},
    decide::*,
    planck::Planck,
    record::{Fate, Outcome, Record},
    settings::{Margin, Send},
};
use subxt::config::substrate::H256;

fn head(number: u64) -> Head {
    Head {
        number,
        hash: H256::from_low_u64_be(number),
        parent: H256::from_low_u64_be(number - 1),
    }
}

fn glance(now: u64) -> Glance {
    Glance {
        now,
        prices: [(None, 5), (Some(1), 7)].into(),
        ..Glance::default()
    }
}

/// Has seen block 10, and read the vaults at it.
fn attention(vaults: &[Vault]) -> Attention {
    let mut attention = Attention::default();
    assert!(attention.wants(&head(10), &glance(1000), 20));
    attention.read(&head(10), &glance(1000), vaults);
    attention
}

#[test]
fn vaults_are_read_when_something_may_have_changed() {
    let quiet = attention(&[]);
    assert!(!quiet.clone().wants(&head(11), &glance(1001), 20));

    let mut moved = glance(1001);
    moved.prices.insert(Some(1), 8);
    assert!(quiet.clone().wants(&head(11), &moved, 20), "a price");
    let mut stale = glance(1001);
    stale.prices.remove(&Some(1));
    assert!(
        quiet.clone().wants(&head(11), &stale, 20),
        "a price that is not fresh any more"
    );
    let mut touched = glance(1001);
    touched.pallets.insert("Options".to_owned());
    assert!(quiet.clone().wants(&head(11), &touched, 20), "a vault");
    let mut others = glance(1001);
    others.pallets.insert("Balances".to_owned());
    assert!(!quiet.clone().wants(&head(11), &others, 20));

    assert!(
        quiet.clone().wants(&head(12), &glance(1001), 20),
        "a block in between was not seen"
    );
    assert!(quiet.clone().wants(&head(11), &glance(1001), 1), "it is time");
    let mut left = quiet;
    left.look_again();
    assert!(left.wants(&head(11), &glance(1001), 20), "something was left");
}

#[test]
fn vaults_are_read_when_the_time_of_a_call_is_over() {
    let mut called = vault(1);
    called.called_until = Some(2000);
    let mut over = vault(2);
    over.called_until = Some(900);
    let mut attention = attention(&[over, called]);
    assert!(!attention.wants(&head(11), &glance(1999), 20));
    assert!(attention.wants(&head(12), &glance(2000), 20));
}

#[test]
fn vaults_are_called_and_liquidated() {
    let settings = Margin::default();
    let (called, mut sold, mut safe) = (vault(1), vault(2), vault(3));
    sold.liquidatable = true;
    safe.callable = false;
    let subjects = |settings: &Margin| -> Vec<String> {
        let actions = margin(&[called.clone(), sold.clone(), safe.clone()], &account(9), settings);
        actions.into_iter().map(|action| action.subject).collect()
    };
    let (first, second) = (account(1), account(2));
    let (call, sale) = (format!("call_margin/1/{first}"), format!("liquidate/1/{second}"));
    assert_eq!(subjects(&settings), [sale.clone(), call.clone()]);
    // Without liquidations, what can be liquidated is called.
    let calls = Margin {
        liquidate: false,
        ..settings.clone()
    };
    assert_eq!(subjects(&calls), [call, format!("call_margin/1/{second}")]);
    let sales = Margin {
        call: false,
        ..settings
    };
    assert_eq!(subjects(&sales), [sale]);
}

#[test]
fn those_that_can_pay_most_come_first_and_those_that_cannot_pay_are_left() {
    let settings = Margin {
        least_reward: Planck(10),
        ..Margin::default()
    };
    let worth = |owner, value| Vault { value, ..vault(owner) };
    let vaults = [
        worth(1, Some(1000)),
        worth(2, Some(999)),
        worth(3, Some(5000)),
        worth(4, None),
    ];
    let subjects: Vec<_> = margin(&vaults, &account(9), &settings)
        .into_iter()
        .map(|action| action.subject)
        .collect();
    // A hundredth of 999 is 9. One without prices may be worth anything.
    let expected = [3, 1, 4].map(|owner| format!("call_margin/1/{}", account(owner)));
    assert_eq!(subjects, expected);
}

#[test]
fn its_own_vaults_are_left_to_others() {
    let actions = margin(&[vault(1), vault(2)], &account(1), &Margin::default());
    let subjects: Vec<_> = actions.into_iter().map(|action| action.subject).collect();
    assert_eq!(subjects, [format!("call_margin/1/{}", account(2))]);
}

fn duty(subject: &str, mark: &str, turns: u64) -> Duty {
    Duty {
        subject: subject.to_owned(),
        call: Call::new("Insurance", "poke", []),
        alone: true,
        otherwise: Otherwise::Blocks {
            mark: mark.to_owned(),
            turns,
        },
    }
}

#[test]
fn what_blocks_do_is_done_only_if_it_does_not_move() {
    let mut patience = Patience::default();
    let mut overdue = |block, duties: &[Duty]| -> Vec<String> {
        let actions = patience.overdue(block, duties, 10);
        actions.into_iter().map(|action| action.subject).collect()
    };
    assert!(overdue(100, &[duty("a", "1", 0), duty("b", "1", 5)]).is_empty());
    assert!(overdue(109, &[duty("a", "1", 0), duty("b", "1", 5)]).is_empty());
    assert_eq!(overdue(110, &[duty("a", "1", 0), duty("b", "1", 5)]), ["a"]);
    assert_eq!(overdue(115, &[duty("a", "1", 0), duty("b", "1", 5)]), ["a", "b"]);
    // It has moved: it waits again.
    assert!(overdue(116, &[duty("a", "2", 0)]).is_empty());
    assert_eq!(overdue(126, &[duty("a", "2", 0)]), ["a"]);
    // It was not due in between.
    assert!(overdue(127, &[]).is_empty());
    assert!(overdue(128, &[duty("a", "2", 0)]).is_empty());
}

#[test]
fn what_nobody_else_does_is_done_at_once() {
    let mut duty = duty("a", "", 0);
    duty.otherwise = Otherwise::Nobody;
    let actions = Patience::default().overdue(1, &[duty], 10);
    assert_eq!((actions.len(), actions[0].alone), (1, true));
}

#[test]
fn what_is_out_or_pauses_or_is_too_much_does_not_go_out() {
    let settings = Send {
        actions_per_block: 2,
        attempts: 2,
        pause_blocks: 10,
        ..Send::default()
    };
    let mut books = Books::default();
    books.apply(&start(9)).unwrap();
    for (nonce, block) in [(0, 50), (1, 60)] {
        let sent = intent(nonce, &[&books.key("tired")]);
        books.apply(&Record::Intent(sent.clone())).unwrap();
        books
            .apply(&Record::Result(closed(&sent, block, Outcome::Failed)))
            .unwrap();
    }
    books.apply(&Record::Intent(intent(2, &["out/0"]))).unwrap();
    let wanted = || ["out", "tired", "a", "b", "c"].map(action).to_vec();
    let admitted = admit(wanted(), &books, 69, &settings);
    let subjects: Vec<_> = admitted.actions.iter().map(|action| action.subject.as_str()).collect();
    assert_eq!(
        (subjects, admitted.paused, admitted.left),
        (vec!["a", "b"], vec!["tired".to_owned()], true)
    );
    // The pause is over.
    let admitted = admit(wanted(), &books, 70, &settings);
    assert_eq!(admitted.actions[0].subject, "tired");
    assert!(admitted.paused.is_empty());
}

#[test]
fn actions_are_put_together_in_order() {
    let mut alone = action("alone");
    alone.alone = true;
    let actions = ["a", "b", "c", "d", "e"].map(action).to_vec();
    let actions = [&actions[..3], &[alone], &actions[3..]].concat();
    let groups: Vec<Vec<_>> = group(actions, 2)
        .into_iter()
        .map(|group| group.into_iter().map(|action| action.subject).collect())
        .collect();
    assert_eq!(groups, [vec!["a", "b"], vec!["alone"], vec!["c", "d"], vec!["e"]]);
    assert!(group(Vec::new(), 2).is_empty());
}

fn event(transaction: usize, fact: Fact) -> Event {
    Event {
        index: 0,
        transaction: Some(transaction),
        fact,
    }
}

#[test]
fn a_batch_has_a_result_for_each_call() {
    let intent = intent(0, &["a/0", "b/0", "c/0"]);
    let events = [
        event(1, Fact::ItemFailed("of another transaction".to_owned())),
        event(2, Fact::ItemDone),
        event(2, Fact::ItemFailed("Options::NotCallable".to_owned())),
        event(2, Fact::ItemDone),
        event(2, Fact::Fee(32)),
        event(2, Fact::Success),
    ];
    let closed = included(&intent, 50, 2, Some(&events));
    let results: Vec<_> = closed
        .actions
        .iter()
        .map(|done| (done.outcome, done.error.as_deref(), done.fee.0))
        .collect();
    // The parts of the fee add up to it.
    let expected = [
        (Outcome::Done, None, 11),
        (Outcome::Failed, Some("Options::NotCallable"), 11),
        (Outcome::Done, None, 10),
    ];
    assert_eq!(results, expected);
    assert_eq!(
        (closed.fate, closed.fee, closed.block),
        (Fate::Included, Planck(32), 50)
    );
}

#[test]
fn a_call_alone_is_done_or_failed_as_its_transaction() {
    let intent = intent(0, &["a/0"]);
    let done = included(&intent, 50, 2, Some(&[event(2, Fact::Success)]));
    // Free of charge: there is no event of a fee.
    assert_eq!((done.actions[0].outcome, done.fee), (Outcome::Done, Planck(0)));
    let events = [
        event(2, Fact::Fee(9)),
        event(2, Fact::Failure("Options::NoVault".to_owned())),
    ];
    let failed = included(&intent, 50, 2, Some(&events));
    assert_eq!((failed.actions[0].outcome, failed.fee), (Outcome::Failed, Planck(9)));
    assert_eq!(failed.actions[0].error.as_deref(), Some("Options::NoVault"));
}

#[test]
fn a_batch_that_fails_as_a_whole_fails_in_all_parts() {
    let intent = intent(0, &["a/0", "b/0"]);
    let events = [
        event(2, Fact::Fee(9)),
        event(2, Fact::Failure("Utility::TooManyCalls".to_owned())),
    ];
    let closed = included(&intent, 50, 2, Some(&events));
    assert!(closed.actions.iter().all(|done| done.outcome == Outcome::Failed));
}

#[test]
fn what_nobody_knows_is_said_to_be_unclear() {
    let intent = intent(0, &["a/0", "b/0"]);
    let lost = included(&intent, 50, 2, None);
    assert_eq!((lost.fate, lost.fee), (Fate::Unclear, Planck(0)));
    assert!(lost
        .actions
        .iter()
        .all(|done| done.outcome == Outcome::Unclear && done.error.is_some()));
    let short = included(
        &intent,
        50,
        2,
        Some(&[event(2, Fact::ItemDone), event(2, Fact::Success)]),
    );
    assert_eq!(short.actions[1].outcome, Outcome::Unclear);
}

#[test]
fn what_is_in_no_block_costs_nothing() {
    let intent = intent(0, &["a/0"]);
    for (fate, outcome) in [(Fate::Expired, Outcome::Expired), (Fate::Refused, Outcome::Refused)] {
        let closed = in_no_block(&intent, fate, 100, Some("why"));
        assert_eq!((closed.fate, closed.fee, closed.block), (fate, Planck(0), 100));
        assert_eq!(
            (closed.actions[0].outcome, closed.actions[0].error.as_deref()),
            (outcome, Some("why"))
        );
    }
}

#[test]
fn bytes_are_hex_and_back() {
    assert_eq!(hex(&[0, 10, 255]), "0x000aff");
    assert_eq!(unhex("0x000aff"), Some(vec![0, 10, 255]));
    assert_eq!(unhex("0x"), Some(vec![]));
    for text in ["00", "0x0", "0x0g"] {
        assert_eq!(unhex(text), None, "{text}");
    }
}

#[test]
fn what_is_kept_and_spoken_for_is_not_spent() {
    assert_eq!(purse(100, Planck(30), 50), 20);
    assert_eq!(purse(100, Planck(90), 50), 0);
}
