// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Tests, a file for each module.

mod alerts;
mod audit;
mod books;
mod decide;
mod dry_run;
mod duties;
mod fake_chain;
mod keeper;
mod metrics;
mod node;
mod options;
mod planck;
mod settings;
mod signer;

use crate::{
    call::{Action, Arg, Call},
    chain::Vault,
    planck::Planck,
    record::{Closed, Done, Fate, Intended, Intent, Outcome, Record},
};
use std::collections::BTreeMap;
use subxt::utils::AccountId32;

/// Alice's address.
const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

fn account(number: u8) -> AccountId32 {
    AccountId32([number; 32])
}

fn alice() -> AccountId32 {
    ALICE.parse().unwrap()
}

/// A vault of series 1 that is worth a thousand FINCH and can be called.
fn vault(owner: u8) -> Vault {
    Vault {
        series: 1,
        owner: account(owner),
        callable: true,
        liquidatable: false,
        called_until: None,
        value: Some(1_000_000_000_000_000),
    }
}

fn action(subject: &str) -> Action {
    Action {
        subject: subject.to_owned(),
        call: Call::new("Options", "settle", [("series", Arg::Number(1))]),
        alone: false,
    }
}

fn start(block: u64) -> Record {
    Record::Start {
        version: "0.1.0".to_owned(),
        genesis: "0x01".to_owned(),
        account: ALICE.to_owned(),
        block,
    }
}

/// A transaction that expires at block 100.
fn intent(nonce: u64, keys: &[&str]) -> Intent {
    let intended = |key: &&str| Intended {
        key: (*key).to_owned(),
        call: "Options.call_margin".to_owned(),
        args: BTreeMap::from([
            ("series".to_owned(), "1".to_owned()),
            ("owner".to_owned(), "X".to_owned()),
        ]),
    };
    Intent {
        hash: format!("0x{nonce:02x}"),
        nonce,
        block: 40,
        birth: 36,
        death: 100,
        fee: Planck(50),
        bytes: "0x00".to_owned(),
        actions: keys.iter().map(intended).collect(),
    }
}

/// What became of it: all actions alike, a fee of 10 each.
fn closed(intent: &Intent, block: u64, outcome: Outcome) -> Closed {
    let actions: Vec<_> = intent
        .actions
        .iter()
        .map(|Intended { key, call, args }| Done {
            key: key.clone(),
            call: call.clone(),
            args: args.clone(),
            outcome,
            error: None,
            fee: Planck(10),
        })
        .collect();
    Closed {
        hash: intent.hash.clone(),
        nonce: intent.nonce,
        block,
        fate: Fate::Included,
        fee: Planck(10 * actions.len() as u128),
        actions,
    }
}
