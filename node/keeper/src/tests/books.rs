// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::{closed, intent, start};
use crate::{
    books::{subject, Books, Contradiction},
    planck::Planck,
    record::{Fate, Outcome, Record, Totals},
};

fn books(records: &[Record]) -> Books {
    let mut books = Books::default();
    for record in records {
        books.apply(record).unwrap();
    }
    books
}

#[test]
fn a_key_is_a_subject_and_a_number() {
    assert_eq!(subject("call_margin/1/X/0"), "call_margin/1/X");
    let mut books = books(&[start(9)]);
    assert_eq!(books.key("a"), "a/0");
    let sent = intent(0, &["a/0"]);
    books.apply(&Record::Intent(sent.clone())).unwrap();
    // While it is out it keeps its key.
    assert!(books.is_out("a") && books.key("a") == "a/0");
    books.apply(&Record::Result(closed(&sent, 50, Outcome::Done))).unwrap();
    assert!(!books.is_out("a") && books.key("a") == "a/1");
}

#[test]
fn nothing_is_sent_twice() {
    let mut books = books(&[start(9), Record::Intent(intent(0, &["a/0", "b/0"]))]);
    let before = books.clone();
    let twice = |key: &str| Err(Contradiction::SentTwice { key: key.to_owned() });
    // Out already, under the same key or the next one; twice in one; a number that is not the next.
    assert_eq!(books.apply(&Record::Intent(intent(1, &["a/0"]))), twice("a/0"));
    assert_eq!(books.apply(&Record::Intent(intent(1, &["a/1"]))), twice("a/1"));
    assert_eq!(books.apply(&Record::Intent(intent(1, &["c/0", "c/0"]))), twice("c/0"));
    assert_eq!(books.apply(&Record::Intent(intent(1, &["c/7"]))), twice("c/7"));
    assert_eq!(
        books.apply(&Record::Intent(intent(0, &["c/0"]))),
        Err(Contradiction::NonceOut { nonce: 0 })
    );
    assert_eq!(books, before);
    let first = intent(0, &["a/0", "b/0"]);
    books.apply(&Record::Result(closed(&first, 50, Outcome::Done))).unwrap();
    assert_eq!(books.apply(&Record::Intent(intent(1, &["a/0"]))), twice("a/0"));
    assert_eq!(books.apply(&Record::Intent(intent(1, &["a/1"]))), Ok(()));
}

#[test]
fn only_what_is_out_is_closed_and_once() {
    let sent = intent(0, &["a/0", "b/0"]);
    let mut books = books(&[start(9), Record::Intent(sent.clone())]);
    let result = closed(&sent, 50, Outcome::Done);
    let not_out = Err(Contradiction::NotOut {
        hash: "0x00".to_owned(),
    });
    let mut other = result.clone();
    other.nonce = 5;
    assert_eq!(books.apply(&Record::Result(other)), not_out);
    let odd = Err(Contradiction::OtherActions {
        hash: "0x00".to_owned(),
    });
    let mut other = result.clone();
    other.actions.pop();
    assert_eq!(books.apply(&Record::Result(other)), odd);
    let mut other = result.clone();
    other.fee = Planck(21);
    assert_eq!(books.apply(&Record::Result(other)), odd);
    books.apply(&Record::Result(result.clone())).unwrap();
    assert_eq!(books.apply(&Record::Result(result)), not_out);
}

#[test]
fn sums_count_everything_once() {
    let (first, second) = (intent(0, &["a/0", "b/0"]), intent(1, &["c/0"]));
    let mut expired = closed(&second, 100, Outcome::Expired);
    (expired.fate, expired.fee, expired.actions[0].fee) = (Fate::Expired, Planck(0), Planck(0));
    let opened = Record::SaleOpened {
        block: 60,
        sale: 3,
        series: 1,
        owner: "X".to_owned(),
        key: Some("a/0".to_owned()),
    };
    let reward = |event| Record::Reward {
        block: 61,
        event,
        sale: 3,
        key: Some("a/0".to_owned()),
        reward: Planck(7),
    };
    let mut books = books(&[
        start(9),
        Record::Intent(first.clone()),
        Record::Intent(second),
        Record::Result(closed(&first, 50, Outcome::Done)),
        opened,
        reward(4),
        reward(6),
    ]);
    assert_eq!(books.apply(&reward(6)), Err(Contradiction::NoReward { sale: 3 }));
    assert!(books.is_rewarded(61, 4) && books.is_rewarded(60, 9) && !books.is_rewarded(61, 7));
    books.apply(&Record::Result(expired)).unwrap();
    books.apply(&Record::SaleEnded { block: 70, sale: 3 }).unwrap();
    assert_eq!(books.apply(&reward(8)), Err(Contradiction::NoReward { sale: 3 }));
    let outcomes = [(Outcome::Done, 2), (Outcome::Expired, 1)].into();
    let totals = Totals {
        transactions: 2,
        actions: 3,
        outcomes: [("Options.call_margin".to_owned(), outcomes)].into(),
        fees: Planck(20),
        rewards: Planck(14),
    };
    assert_eq!(*books.totals(), totals);
    assert_eq!(books.apply(&Record::Stop { totals }), Ok(()));
    let totals = Totals::default();
    assert_eq!(books.apply(&Record::Stop { totals }), Err(Contradiction::OtherTotals));
}

#[test]
fn failures_in_a_row_are_counted() {
    let mut books = books(&[start(9)]);
    for (nonce, outcome, failures) in [
        (0, Outcome::Failed, 1),
        (1, Outcome::Expired, 2),
        (2, Outcome::Unclear, 2),
        (3, Outcome::Refused, 3),
        (4, Outcome::Done, 0),
        (5, Outcome::Failed, 1),
    ] {
        let sent = intent(nonce, &[&books.key("a")]);
        books.apply(&Record::Intent(sent.clone())).unwrap();
        books
            .apply(&Record::Result(closed(&sent, 50 + nonce, outcome)))
            .unwrap();
        assert_eq!(books.failures("a"), (failures, 50 + nonce));
    }
    assert_eq!(books.failures("b"), (0, 0));
}

#[test]
fn blocks_go_on_where_the_log_ends() {
    let sent = intent(0, &["a/0"]);
    let mut books = books(&[start(9)]);
    assert_eq!(books.next_block(), 10);
    // A block with a result may have had more than that.
    books.apply(&Record::Intent(sent.clone())).unwrap();
    books.apply(&Record::Result(closed(&sent, 50, Outcome::Done))).unwrap();
    assert_eq!(books.next_block(), 50);
    books.apply(&Record::Seen { block: 70 }).unwrap();
    assert_eq!(books.next_block(), 71);
    // Starting again later leaves nothing out.
    books.apply(&start(500)).unwrap();
    assert_eq!(books.next_block(), 71);
}

#[test]
fn a_log_is_of_one_account_on_one_chain() {
    let mut books = Books::default();
    assert_eq!(books.apply(&Record::Seen { block: 1 }), Err(Contradiction::NoStart));
    books.apply(&start(9)).unwrap();
    let other = Record::Start {
        version: "0.1.0".to_owned(),
        genesis: "0x02".to_owned(),
        account: super::ALICE.to_owned(),
        block: 9,
    };
    assert!(matches!(books.apply(&other), Err(Contradiction::OtherAccount { .. })));
}

#[test]
fn the_action_that_earns_is_remembered() {
    let mut books = books(&[start(9)]);
    for (nonce, outcome) in [(0, Outcome::Done), (1, Outcome::Failed)] {
        let sent = intent(nonce, &[&books.key("a")]);
        books.apply(&Record::Intent(sent.clone())).unwrap();
        books.apply(&Record::Result(closed(&sent, 50, outcome))).unwrap();
    }
    assert_eq!(books.earner(1, "X"), Some(&"a/0".to_owned()));
    assert_eq!(books.earner(2, "X"), None);
}

#[test]
fn what_is_out_is_spoken_for() {
    let books = books(&[
        start(9),
        Record::Intent(intent(4, &["a/0"])),
        Record::Intent(intent(6, &["b/0"])),
    ]);
    assert_eq!(books.spoken_for(), 100);
    assert_eq!(books.nonces(), [4, 6].into());
}
