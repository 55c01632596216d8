// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use crate::options::{Command, Options};
use clap::{error::ErrorKind, CommandFactory, Parser};
use finch_client::node::Transport;

fn parse(arguments: &str) -> Result<Options, clap::Error> {
    Options::try_parse_from(format!("finch-keeper {arguments}").split_whitespace())
}

#[test]
fn the_command_line_is_sound() {
    Options::command().debug_assert();
}

#[test]
fn defaults_fit_a_development_node() {
    let options = parse("--audit-log keeper.log").unwrap();
    assert_eq!(
        (options.url, options.settings),
        (vec!["ws://127.0.0.1:9944".to_owned()], None)
    );
    assert!(!options.once && !options.dry_run && options.command.is_none());
    let options = parse("--dry-run").unwrap();
    assert_eq!((options.transport(), options.metrics()), (Transport::Secure, None));
}

#[test]
fn all_of_them_arrive() {
    let options = parse(
        "--url wss://a --url wss://b --allow-plain-ws --settings keeper.toml --key-file key --audit-log log --once \
         --metrics-port 9617 --metrics-external --log debug",
    )
    .unwrap();
    assert_eq!(options.url, ["wss://a", "wss://b"]);
    assert_eq!(options.transport(), Transport::Any);
    assert!(options.once);
    assert_eq!(options.metrics().unwrap().to_string(), "0.0.0.0:9617");
    let options = parse("replay keeper.log").unwrap();
    assert_eq!(
        options.command,
        Some(Command::Replay {
            path: "keeper.log".into()
        })
    );
}

#[test]
fn metrics_stay_on_this_machine() {
    let options = parse("--dry-run --metrics-port 9617").unwrap();
    assert_eq!(options.metrics().unwrap().to_string(), "127.0.0.1:9617");
}

#[test]
fn what_makes_no_sense_is_refused() {
    use ErrorKind::*;
    for (arguments, kind) in [
        ("", MissingRequiredArgument),
        ("--dry-run --audit-log log", ArgumentConflict),
        ("--dry-run --once", ArgumentConflict),
        ("--audit-log log --metrics-external", MissingRequiredArgument),
        ("--audit-log log --key //Alice", UnknownArgument),
        ("replay", MissingRequiredArgument),
    ] {
        let error = parse(arguments).err().unwrap();
        assert_eq!((error.kind(), error.exit_code()), (kind, 2), "{arguments}");
    }
}
