// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::{closed, intent, start};
use crate::{
    audit::{replay, Audit, AuditError},
    program::{render, sums},
    record::{Outcome, Record},
};
use std::{fs, path::PathBuf};
use tempfile::TempDir;

fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keeper.log");
    (folder, path)
}

/// A log of a start, a transaction that is done, and one that is out.
fn written() -> (TempDir, PathBuf) {
    let (folder, path) = place();
    let (mut audit, torn) = Audit::open(&path).unwrap();
    assert_eq!(torn, 0);
    let first = intent(0, &["a/0", "b/0"]);
    audit.add([start(9), Record::Intent(first.clone())]).unwrap();
    audit.add([Record::Result(closed(&first, 50, Outcome::Done))]).unwrap();
    audit.add([Record::Intent(intent(1, &["a/1"]))]).unwrap();
    (folder, path)
}

#[test]
fn lines_read_like_this() {
    let (_folder, path) = written();
    let text = fs::read_to_string(path).unwrap();
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines.len(), 4);
    let without_time = |line: &str| {
        let mut value: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(value["time"].as_u64().unwrap() > 1_700_000_000_000);
        value.as_object_mut().unwrap().remove("time");
        value
    };
    let action = |key: &str| {
        serde_json::json!({
            "key": key, "call": "Options.call_margin", "args": {"owner": "X", "series": "1"},
            "outcome": "done", "fee": "10"
        })
    };
    assert_eq!(
        without_time(lines[2]),
        serde_json::json!({
            "v": 1, "seq": 3, "type": "result", "hash": "0x00", "nonce": 0, "block": 50, "fate": "included",
            "fee": "20", "actions": [action("a/0"), action("b/0")]
        })
    );
    assert_eq!(without_time(lines[0])["type"], "start");
    assert_eq!(without_time(lines[3])["fee"], "50");
}

#[test]
fn it_replays_to_the_same() {
    let (_folder, path) = written();
    let (audit, _) = Audit::open(&path).unwrap();
    let read = replay(&path).unwrap();
    assert_eq!(read.books, *audit.books());
    assert_eq!((read.lines, read.torn, read.tail), (4, 0, 0));
    let text = render(&read);
    assert!(text.ends_with(&sums(audit.books().totals())), "{text}");
    let expected = "\
lines         4
account       5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY
chain         0x01
out           1
transactions  2
actions       3
  Options.call_margin: done 2
fees          20 planck
rewards       0 planck
";
    assert_eq!(text, expected);
}

#[test]
fn a_line_that_was_not_finished_counts_for_nothing() {
    // Cut at every place of the last line, its end too: without that it was not on the disk as a whole.
    let (_folder, path) = written();
    let whole = fs::read(&path).unwrap();
    let last = whole[..whole.len() - 1]
        .iter()
        .rposition(|byte| *byte == b'\n')
        .unwrap()
        + 1;
    for cut in last + 1..whole.len() {
        fs::write(&path, &whole[..cut]).unwrap();
        let read = replay(&path).unwrap();
        assert_eq!((read.lines, read.tail), (3, (cut - last) as u64), "{cut}");
        assert!(read.books.out().is_empty());
        assert!(render(&read).contains("the last line is not finished"));
        let (mut audit, torn) = Audit::open(&path).unwrap();
        assert_eq!(torn, (cut - last) as u64);
        // It goes on after it, also with what was not finished.
        audit.add([Record::Intent(intent(1, &["a/1"]))]).unwrap();
        drop(audit);
        let read = replay(&path).unwrap();
        assert_eq!((read.lines, read.torn, read.tail), (6, 1, 0), "{cut}");
        assert_eq!(read.books.out().len(), 1);
        assert!(render(&read).contains("1 of them were not finished"));
    }
}

#[test]
fn what_was_changed_is_noticed() {
    let (_folder, path) = written();
    let text = fs::read_to_string(&path).unwrap();
    let lines: Vec<_> = text.lines().collect();
    let without = |gone: usize| {
        let rest: Vec<_> = (0..4).filter(|at| *at != gone).map(|at| lines[at]).collect();
        rest.join("\n") + "\n"
    };
    for (text, line, words) in [
        (without(1), 2, "number 3"),
        (without(0), 1, "number 2"),
        (text.replace("\"v\":1", "\"v\":2"), 1, "version 2"),
        (text.replace("\"fee\":\"20\"", "\"fee\":\"19\""), 3, "its fee"),
        (text.replace("a/1", "a/0"), 4, "a second time"),
        (text.replace("\"nonce\":1", "\"nonce\":x"), 4, "expected value"),
    ] {
        fs::write(&path, text).unwrap();
        let error = replay(&path).unwrap_err();
        assert!(
            matches!(error, AuditError::Line { line: at, .. } if at == line),
            "{error}"
        );
        assert!(error.to_string().contains(words), "{error}");
        assert!(Audit::open(&path).is_err());
    }
}

#[test]
fn one_keeper_writes_it() {
    let (_folder, path) = place();
    let first = Audit::open(&path).unwrap();
    assert!(matches!(Audit::open(&path), Err(AuditError::Locked { .. })));
    drop(first);
    assert!(Audit::open(&path).is_ok());
}

#[test]
fn what_does_not_fit_is_not_written() {
    let (_folder, path) = written();
    let before = fs::read(&path).unwrap();
    let (mut audit, _) = Audit::open(&path).unwrap();
    assert!(audit.add([Record::Intent(intent(2, &["a/1"]))]).is_err());
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_log_that_is_not_there_is_told() {
    let error = replay("/nowhere/keeper.log".as_ref()).unwrap_err();
    assert!(error.to_string().starts_with("/nowhere/keeper.log: "), "{error}");
}
