// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use crate::{
    chain::Certainty,
    feeder::Rounds,
    options::Options,
    source::{Ending, Pace},
};
use clap::{error::ErrorKind, CommandFactory, Parser};
use finch_client::node::Transport;
use std::time::Duration;

fn parse(arguments: &str) -> Result<Options, clap::Error> {
    Options::try_parse_from(format!("finch-feeder {arguments}").split_whitespace())
}

#[test]
fn the_command_line_is_sound() {
    Options::command().debug_assert();
}

#[test]
fn defaults_fit_a_development_node() {
    let options = parse("--source feeds.csv").unwrap();
    let node = options.node();
    assert_eq!(
        (node.url.as_str(), node.transport),
        ("ws://127.0.0.1:9944", Transport::Secure)
    );
    assert_eq!((node.mortality, node.certainty), (64, Certainty::InBlock));
    let rhythm = options.rhythm();
    assert_eq!(
        (rhythm.every, rhythm.rounds, rhythm.batch),
        (Duration::from_secs(60), Rounds::Endless, 50)
    );
    assert_eq!(
        (options.source().max_age, options.source().pace),
        (None, Pace::default())
    );
    assert_eq!(options.metrics(), None);
}

#[test]
fn all_of_them_arrive() {
    let options = parse(
        "--url wss://node --allow-plain-ws --source http://s --operator //Alice --operator //Bob --operators-file f \
         --every 30 --max-source-age 60 --source-timeout 3 --speed 600 --repeat --mortality 8 --batch 7 --wait finalized \
         --metrics-port 9615 --metrics-external --log debug",
    )
    .unwrap();
    assert_eq!(options.node().transport, Transport::Any);
    assert_eq!(options.node().certainty, Certainty::Finalized);
    assert_eq!(options.operator, ["//Alice", "//Bob"]);
    assert_eq!(options.rhythm().batch, 7);
    let pace = options.source().pace;
    assert_eq!((pace.speed, pace.ending), (600, Ending::Repeat));
    assert_eq!(options.source().max_age, Some(Duration::from_secs(60)));
    assert_eq!(options.metrics().unwrap().to_string(), "0.0.0.0:9615");
}

#[test]
fn metrics_stay_on_this_machine() {
    let options = parse("--source s --metrics-port 9615").unwrap();
    assert_eq!(options.metrics().unwrap().to_string(), "127.0.0.1:9615");
}

#[test]
fn what_makes_no_sense_is_refused() {
    use ErrorKind::*;
    for (arguments, kind) in [
        ("", MissingRequiredArgument),
        ("--source s --offline", MissingRequiredArgument),
        ("--source s --metrics-external", MissingRequiredArgument),
        ("--source s --once --repeat", ArgumentConflict),
        ("--source s --batch 0", ValueValidation),
        ("--source s --batch 51", ValueValidation),
        ("--source s --every 5", ValueValidation),
        ("--source s --every 1.5", ValueValidation),
        ("--source s --speed 0", ValueValidation),
        ("--source s --mortality 3", ValueValidation),
        ("--source s --wait soon", InvalidValue),
        ("--source s --what", UnknownArgument),
    ] {
        let error = parse(arguments).err().unwrap();
        assert_eq!((error.kind(), error.exit_code()), (kind, 2), "{arguments}");
    }
}
