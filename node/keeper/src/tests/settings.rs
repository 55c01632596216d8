// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use crate::{planck::Planck, settings::Settings};

#[test]
fn the_sample_says_the_defaults() {
    assert_eq!(
        Settings::parse(include_str!("../../keeper.toml")),
        Ok(Settings::default())
    );
    assert_eq!(Settings::parse(""), Ok(Settings::default()));
}

#[test]
fn all_of_them_arrive() {
    let text = "
        [follow]
        heartbeat_seconds = 3
        lag_blocks = 0
        read_all_blocks = 1
        [send]
        batch = 200
        actions_per_block = 1
        max_fee = \"7\"
        mortality_blocks = 8
        resend_blocks = 1
        attempts = 1
        pause_blocks = 1
        [funds]
        alert_below = \"1_000\"
        keep = \"5\"
        [margin]
        call = false
        liquidate = false
        least_reward = \"9\"
        [duties]
        every_blocks = 1
        patience_blocks = 2
        options = false
        insurance = false
        claims = true
        auctions = false
        upkeep = false
        tickets = true
        [alerts]
        webhook = \"https://example.org/hook\"
        stalled_seconds = 10
    ";
    let settings = Settings::parse(text).unwrap();
    assert_eq!(
        (
            settings.follow.heartbeat_seconds,
            settings.follow.lag_blocks,
            settings.follow.read_all_blocks
        ),
        (3, 0, 1)
    );
    assert_eq!(
        (
            settings.send.batch,
            settings.send.actions_per_block,
            settings.send.max_fee
        ),
        (200, 1, Planck(7))
    );
    assert_eq!((settings.send.mortality_blocks, settings.send.resend_blocks), (8, 1));
    assert_eq!((settings.send.attempts, settings.send.pause_blocks), (1, 1));
    assert_eq!(
        (settings.funds.alert_below, settings.funds.keep),
        (Planck(1000), Planck(5))
    );
    assert_eq!(
        (
            settings.margin.call,
            settings.margin.liquidate,
            settings.margin.least_reward
        ),
        (false, false, Planck(9))
    );
    let duties = &settings.duties;
    assert_eq!((duties.every_blocks, duties.patience_blocks), (1, 2));
    assert_eq!((duties.options, duties.insurance, duties.claims), (false, false, true));
    assert_eq!((duties.auctions, duties.upkeep, duties.tickets), (false, false, true));
    assert_eq!(settings.alerts.webhook.unwrap().as_str(), "https://example.org/hook");
    assert_eq!(settings.alerts.stalled_seconds, 10);
}

#[test]
fn what_is_wrong_is_told_with_its_line_and_the_fix() {
    for (line, words) in [
        ("batch = 0", "0 is out of range: write 1 to 200"),
        ("batch = 201", "201 is out of range: write 1 to 200"),
        ("mortality_blocks = 60", "60 is no power of two: write 64"),
        ("mortality_blocks = 4", "4 is out of range: write 8 to 1024"),
        ("max_fee = 1", "expected a string"),
        ("max_fee = \"1.5\"", "write planck as a whole number in quotes"),
        ("bach = 1", "unknown field `bach`, expected one of `batch`"),
        ("batch = true", "expected u64"),
        ("batch = ", "line 4"),
    ] {
        let error = Settings::parse(&format!("# first\n\n[send]\n{line}\n")).unwrap_err();
        assert!(error.contains("line 4") && error.contains(words), "{line}: {error}");
    }
    let error = Settings::parse("[alert]\n").unwrap_err();
    assert!(error.contains("line 1") && error.contains("`alerts`"), "{error}");
}

#[test]
fn a_webhook_that_is_wrong_is_an_error() {
    for (url, words) in [("KEY", "no URL"), ("ftp://example.org", "starts with https://")] {
        let error = Settings::parse(&format!("[alerts]\nwebhook = \"{url}\"\n")).unwrap_err();
        assert!(error.contains("line 2") && error.contains(words), "{error}");
    }
}

#[test]
fn a_file_that_is_not_there_is_told() {
    let error = Settings::read(std::path::Path::new("/nowhere/keeper.toml"))
        .unwrap_err()
        .to_string();
    assert!(
        error.starts_with("/nowhere/keeper.toml: ") && error.contains("sample"),
        "{error}"
    );
}
