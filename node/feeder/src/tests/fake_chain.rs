// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A chain that does what it is told, and otherwise takes every report.

use crate::{
    chain::{Certainty, Chain, ChainError, Inclusion, Report},
    feed::Reading,
};
use finch_client::nonce::NonceAfter;
use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex},
    time::Duration,
};
use subxt::utils::AccountId32;
use tokio::time::sleep;

/// What happens to a report.
#[derive(Clone, Debug)]
pub enum Fate {
    /// It fails like this.
    Fails(ChainError),
    /// It is in a block after so long.
    Takes(Duration),
    /// Nothing is heard of it.
    Hangs,
    /// The task panics.
    Panics,
}

/// A report as it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    pub address: String,
    pub nonce: u64,
    pub values: Vec<Reading>,
}

#[derive(Default)]
struct State {
    fates: HashMap<String, VecDeque<Fate>>,
    nonces: HashMap<[u8; 32], u64>,
    nonce_errors: VecDeque<ChainError>,
    asked: usize,
    sent: Vec<Sent>,
}

/// The chain. Clones are the same chain.
#[derive(Clone, Default)]
pub struct FakeChain(Arc<Mutex<State>>);

impl FakeChain {
    /// What happens to the next reports of an operator.
    pub fn script(&self, address: &str, fates: impl IntoIterator<Item = Fate>) {
        let mut state = self.0.lock().unwrap();
        state.fates.entry(address.to_owned()).or_default().extend(fates);
    }

    /// What happens to the next questions for a nonce.
    pub fn fail_nonces(&self, errors: impl IntoIterator<Item = ChainError>) {
        self.0.lock().unwrap().nonce_errors.extend(errors);
    }

    /// Something else signed with the account.
    pub fn set_nonce(&self, account: &AccountId32, nonce: u64) {
        self.0.lock().unwrap().nonces.insert(account.0, nonce);
    }

    /// Reports that came in.
    pub fn sent(&self) -> Vec<Sent> {
        self.0.lock().unwrap().sent.clone()
    }

    /// Reports of an operator that came in.
    pub fn sent_by(&self, address: &str) -> Vec<Sent> {
        let mut sent = self.sent();
        sent.retain(|sent| sent.address == address);
        sent
    }

    /// How often a nonce was asked for.
    pub fn asked(&self) -> usize {
        self.0.lock().unwrap().asked
    }
}

impl Chain for FakeChain {
    async fn next_nonce(&self, account: &AccountId32) -> Result<u64, ChainError> {
        let mut state = self.0.lock().unwrap();
        state.asked += 1;
        if let Some(error) = state.nonce_errors.pop_front() {
            return Err(error);
        }
        Ok(state.nonces.get(&account.0).copied().unwrap_or_default())
    }

    async fn submit(&self, report: Report<'_>) -> Result<Inclusion, ChainError> {
        let address = report.operator.address().to_owned();
        let account = report.operator.account().0;
        let fate = {
            let mut state = self.0.lock().unwrap();
            state.sent.push(Sent {
                address: address.clone(),
                nonce: report.nonce,
                values: report.values.to_vec(),
            });
            state.fates.entry(address).or_default().pop_front()
        };
        let outcome = match fate {
            None => Ok(()),
            Some(Fate::Takes(time)) => {
                sleep(time).await;
                Ok(())
            }
            Some(Fate::Fails(error)) => Err(error),
            Some(Fate::Hangs) => std::future::pending().await,
            Some(Fate::Panics) => panic!("as told"),
        };
        let mut state = self.0.lock().unwrap();
        let next = state.nonces.entry(account).or_default();
        match &outcome {
            Ok(()) => *next = report.nonce + 1,
            Err(error) if error.nonce_after() == NonceAfter::Used => *next = report.nonce + 1,
            Err(_) => {}
        }
        outcome.map(|()| Inclusion {
            block: "0x01".to_owned(),
            certainty: Certainty::InBlock,
        })
    }
}
