// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A chain that makes a block whenever somebody waits for one, behind several nodes of which each does what it is told.

use super::{account, ALICE};
use crate::{
    call::{Arg, Call},
    chain::{Block, Duty, Event, Fact, Glance, Head, Link, Signed, Tasks, Vault},
};
use finch_client::{
    endpoints::{Connect, Greeting},
    trouble::Trouble,
};
use std::{
    collections::{BTreeMap, HashMap, HashSet, VecDeque},
    sync::{Arc, Mutex},
};
use subxt::{
    config::{
        substrate::{BlakeTwo256, H256},
        Hasher,
    },
    utils::AccountId32,
};
use tokio::sync::watch;

/// Blocks from the best to the last final one.
pub const LAG: u64 = 3;
/// Blocks for which a transaction can be included.
pub const MORTALITY: u64 = 16;
/// What a call costs.
pub const FEE: u128 = 10;

/// What happens to something that is sent. Without one, the pool takes it and says so.
#[derive(Clone, Debug)]
pub enum Fate {
    /// The pool takes it, and the node dies before it says so.
    TakesAndDies,
    /// The node dies before the pool has it.
    Dies,
    /// The node says no.
    Says(Trouble),
    /// The node says yes, and its pool forgets it.
    Forgets,
    /// Nothing is heard of it; the pool has it.
    Hangs,
}

/// A transaction, as the fake encodes it: its nonce and its calls in text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Tx {
    nonce: u64,
    death: u64,
    hash: H256,
    calls: Vec<String>,
}

#[derive(Default)]
struct State {
    blocks: Vec<Block>,
    at_best: Vec<Vec<Vault>>,
    pool: BTreeMap<u64, Tx>,
    vaults: Vec<Vault>,
    duties: Vec<Duty>,
    nonce: u64,
    free: u128,
    price: u128,
    room: usize,
    touched: bool,
    sent: Vec<(String, Vec<u8>)>,
    fates: VecDeque<Fate>,
    refusals: HashMap<String, String>,
    down: HashSet<String>,
    silent: HashSet<String>,
    behind: HashMap<String, u64>,
    facts: Vec<Fact>,
    forgotten: HashSet<u64>,
    reads: usize,
    stop_at: Option<u64>,
    stop: Option<watch::Sender<bool>>,
}

/// The chain. Clones are the same chain.
#[derive(Clone, Default)]
pub struct FakeChain(Arc<Mutex<State>>);

/// A node of it.
pub struct FakeNode {
    url: String,
    chain: FakeChain,
}

fn number_hash(number: u64) -> H256 {
    H256::from_low_u64_be(number)
}

fn encode(nonce: u64, death: u64, calls: &[Call]) -> Vec<u8> {
    let calls = calls.iter().map(|call| {
        let owner = call.args.iter().find_map(|(_, arg)| match arg {
            Arg::Account(owner) => Some(owner.to_string()),
            _ => None,
        });
        format!("{call} {}", owner.unwrap_or_default())
    });
    let parts = [nonce.to_string(), death.to_string()].into_iter().chain(calls);
    parts.collect::<Vec<_>>().join("\n").into_bytes()
}

fn decode(bytes: &[u8]) -> Tx {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let mut lines = text.lines();
    Tx {
        nonce: lines.next().unwrap().parse().unwrap(),
        death: lines.next().unwrap().parse().unwrap(),
        calls: lines.map(str::to_owned).collect(),
        hash: BlakeTwo256.hash(bytes),
    }
}

impl State {
    fn best(&self) -> u64 {
        self.blocks.len() as u64 - 1
    }

    /// What a call does: a vault that is called or liquidated cannot be again.
    fn carry_out(&mut self, call: &str) -> Result<(), String> {
        if let Some(error) = self.refusals.get(call) {
            return Err(error.clone());
        }
        let (name, owner) = call.split_once(' ').unwrap();
        if let Some(pallet) = name.strip_suffix(".poke") {
            self.duties.retain(|duty| duty.call.pallet != pallet);
            return Ok(());
        }
        let owner: AccountId32 = owner.parse().unwrap();
        let vault = self.vaults.iter_mut().find(|vault| vault.owner == owner);
        let vault = vault.ok_or("Options::NoVault")?;
        self.touched = true;
        match name {
            "Options.call_margin" if vault.callable => vault.callable = false,
            "Options.liquidate" if vault.liquidatable => vault.liquidatable = false,
            _ => return Err("Options::NotCallable".to_owned()),
        }
        Ok(())
    }

    fn make_block(&mut self) {
        self.touched = false;
        let number = self.blocks.len() as u64;
        let mut block = Block {
            transactions: Vec::new(),
            events: None,
        };
        let mut events = Vec::new();
        let mut add = |transaction, fact| {
            events.push(Event {
                index: events.len() as u32,
                transaction,
                fact,
            });
        };
        self.pool.retain(|_, tx| tx.death > number);
        while let Some(tx) = self.pool.remove(&self.nonce) {
            let at = Some(block.transactions.len());
            block.transactions.push(tx.hash);
            self.nonce += 1;
            for call in &tx.calls {
                let result = self.carry_out(call);
                match (result, tx.calls.len()) {
                    (Ok(()), 1) => {}
                    (Ok(()), _) => add(at, Fact::ItemDone),
                    (Err(error), 1) => add(at, Fact::Failure(error)),
                    (Err(error), _) => add(at, Fact::ItemFailed(error)),
                }
            }
            let fee = FEE * tx.calls.len() as u128;
            self.free -= fee;
            add(at, Fact::Fee(fee));
        }
        for fact in std::mem::take(&mut self.facts) {
            add(None, fact);
        }
        block.events = Some(events);
        self.blocks.push(block);
        self.at_best.push(self.vaults.clone());
        if self.stop_at == Some(number) {
            self.stop.take().unwrap().send(true).unwrap();
        }
    }
}

impl FakeChain {
    /// A chain of 20 blocks, with so many vaults that can be called.
    pub fn new(vaults: u8) -> Self {
        let chain = Self::default();
        {
            let mut state = chain.0.lock().unwrap();
            state.free = 1_000_000_000_000_000;
            state.price = 5;
            state.room = 100;
            state.vaults = (1..=vaults).map(super::vault).collect();
            for _ in 0..20 {
                state.make_block();
            }
        }
        chain
    }

    fn with<R>(&self, change: impl FnOnce(&mut State) -> R) -> R {
        change(&mut self.0.lock().unwrap())
    }

    /// Tells whoever runs to stop after so many more blocks.
    pub fn stop_after(&self, blocks: u64) -> watch::Receiver<bool> {
        let (sender, receiver) = watch::channel(false);
        self.with(|state| {
            state.stop_at = Some(state.best() + blocks);
            state.stop = Some(sender);
        });
        receiver
    }

    /// What happens to the next things that are sent.
    pub fn script(&self, fates: impl IntoIterator<Item = Fate>) {
        self.with(|state| state.fates.extend(fates));
    }

    /// The node does not answer any more, or does again.
    pub fn set_down(&self, url: &str, down: bool) {
        self.with(|state| match down {
            true => state.down.insert(url.to_owned()),
            false => state.down.remove(url),
        });
    }

    /// The node hears of no new blocks.
    pub fn silence(&self, url: &str) {
        self.with(|state| state.silent.insert(url.to_owned()));
    }

    /// The node is so many blocks behind.
    pub fn set_behind(&self, url: &str, blocks: u64) {
        self.with(|state| state.behind.insert(url.to_owned(), blocks));
    }

    /// The chain refuses to call this vault, from now on.
    pub fn refuse_call(&self, owner: u8, error: &str) {
        let call = format!("Options.call_margin {}", account(owner));
        self.with(|state| state.refusals.insert(call, error.to_owned()));
    }

    /// The vault can be called again.
    pub fn endanger(&self, owner: u8) {
        self.with(|state| {
            let mut vaults = state.vaults.iter_mut();
            vaults.find(|vault| vault.owner == account(owner)).unwrap().callable = true;
            state.price += 1;
        });
    }

    /// What is due.
    pub fn set_duties(&self, duties: Vec<Duty>) {
        self.with(|state| state.duties = duties);
    }

    /// What the account can spend.
    pub fn set_free(&self, free: u128) {
        self.with(|state| state.free = free);
    }

    /// Blocks have room for transactions of so many calls.
    pub fn set_room(&self, calls: usize) {
        self.with(|state| state.room = calls);
    }

    /// Something happens in the next block.
    pub fn happens(&self, facts: impl IntoIterator<Item = Fact>) {
        self.with(|state| state.facts.extend(facts));
    }

    /// Nobody knows the events of blocks from here on.
    pub fn forget_events(&self) {
        self.with(|state| {
            let from = state.best();
            state.forgotten.extend(from..from + 100);
        });
    }

    /// Blocks are made without anybody looking.
    pub fn go_on(&self, blocks: u64) {
        self.with(|state| {
            for _ in 0..blocks {
                state.make_block();
            }
        });
    }

    /// Pools lose what they have.
    pub fn drop_pool(&self) {
        self.with(|state| state.pool.clear());
    }

    /// What was sent, and to which node.
    pub fn sent(&self) -> Vec<(String, Vec<u8>)> {
        self.with(|state| state.sent.clone())
    }

    /// How many different transactions were sent.
    pub fn different(&self) -> usize {
        self.sent()
            .into_iter()
            .map(|(_, bytes)| bytes)
            .collect::<HashSet<_>>()
            .len()
    }

    /// Transactions in blocks.
    pub fn landed(&self) -> usize {
        self.with(|state| state.blocks.iter().map(|block| block.transactions.len()).sum())
    }

    /// The first block with as many transactions and all before it.
    pub fn block_of(&self, landed: usize) -> u64 {
        self.with(|state| {
            let mut sum = 0;
            let full = state.blocks.iter().position(|block| {
                sum += block.transactions.len();
                sum >= landed
            });
            full.unwrap() as u64
        })
    }

    /// How many vaults can be called.
    pub fn callable(&self) -> usize {
        self.with(|state| state.vaults.iter().filter(|vault| vault.callable).count())
    }

    /// How often vaults were read.
    pub fn reads(&self) -> usize {
        self.with(|state| state.reads)
    }

    /// The number of the best block.
    pub fn best(&self) -> u64 {
        self.with(|state| state.best())
    }
}

impl FakeNode {
    fn up(&self) -> Result<(), Trouble> {
        match self.chain.with(|state| state.down.contains(&self.url)) {
            true => Err(Trouble::Connection(format!("{} is down", self.url))),
            false => Ok(()),
        }
    }

    /// The number of its best block.
    fn best(&self) -> u64 {
        self.chain
            .with(|state| state.best() - state.behind.get(&self.url).copied().unwrap_or_default())
    }
}

impl Connect for FakeChain {
    type Link = FakeNode;

    async fn connect(&self, url: &str) -> Result<(FakeNode, Greeting), Trouble> {
        let node = FakeNode {
            url: url.to_owned(),
            chain: self.clone(),
        };
        node.up()?;
        let greeting = Greeting {
            genesis: number_hash(0),
            best: node.best(),
        };
        Ok((node, greeting))
    }
}

impl Link for FakeNode {
    fn genesis(&self) -> H256 {
        number_hash(0)
    }

    async fn next_head(&mut self) -> Result<Head, Trouble> {
        // So that whoever is told to stop hears of it first.
        tokio::task::yield_now().await;
        self.up()?;
        if self.chain.with(|state| state.silent.contains(&self.url)) {
            std::future::pending::<()>().await;
        }
        self.chain.with(|state| state.make_block());
        let number = self.best();
        Ok(Head {
            number,
            hash: number_hash(number),
            parent: number_hash(number - 1),
        })
    }

    async fn finalised(&self) -> Result<u64, Trouble> {
        self.up()?;
        Ok(self.best() - LAG)
    }

    async fn block(&self, number: u64) -> Result<Block, Trouble> {
        self.up()?;
        Ok(self.chain.with(|state| {
            let mut block = state.blocks[number as usize].clone();
            if state.forgotten.contains(&number) {
                block.events = None;
            }
            block
        }))
    }

    async fn glance(&self, head: &Head) -> Result<Option<Glance>, Trouble> {
        self.up()?;
        Ok(self.chain.with(|state| {
            Some(Glance {
                now: head.number * 6000,
                nonce: state.nonce,
                free: state.free,
                pallets: state.touched.then(|| "Options".to_owned()).into_iter().collect(),
                prices: [(None, state.price)].into(),
            })
        }))
    }

    async fn vaults(&self, head: &Head, _: &Glance) -> Result<Vec<Vault>, Trouble> {
        self.up()?;
        Ok(self.chain.with(|state| {
            state.reads += 1;
            state.at_best[head.number as usize].clone()
        }))
    }

    async fn duties(&self, _: &Head, _: &Glance, _: Tasks) -> Result<Vec<Duty>, Trouble> {
        self.up()?;
        Ok(self.chain.with(|state| state.duties.clone()))
    }

    async fn sign(&self, calls: &[Call], nonce: u64) -> Result<Signed, Trouble> {
        self.up()?;
        let birth = self.chain.best() - LAG;
        let death = birth + MORTALITY;
        let bytes = encode(nonce, death, calls);
        Ok(Signed {
            hash: BlakeTwo256.hash(&bytes),
            nonce,
            bytes,
            birth,
            death,
            fee: FEE * calls.len() as u128,
            fits: calls.len() <= self.chain.with(|state| state.room),
        })
    }

    async fn submit(&self, bytes: &[u8]) -> Result<(), Trouble> {
        self.up()?;
        let tx = decode(bytes);
        let answer = self.chain.with(|state| {
            state.sent.push((self.url.clone(), bytes.to_vec()));
            let fate = state.fates.pop_front();
            if tx.nonce < state.nonce {
                return Some(Err(Trouble::Nonce("Transaction is outdated".to_owned())));
            }
            if !matches!(fate, Some(Fate::Dies | Fate::Says(_) | Fate::Forgets)) {
                state.pool.insert(tx.nonce, tx);
            }
            match fate {
                None | Some(Fate::Forgets) => Some(Ok(())),
                Some(Fate::Dies | Fate::TakesAndDies) => {
                    state.down.insert(self.url.clone());
                    Some(Err(Trouble::Connection("it died".to_owned())))
                }
                Some(Fate::Says(trouble)) => Some(Err(trouble)),
                Some(Fate::Hangs) => None,
            }
        });
        match answer {
            Some(answer) => answer,
            None => std::future::pending().await,
        }
    }

    async fn try_call(&self, _: &Head, call: &Call) -> Result<Result<(), String>, Trouble> {
        self.up()?;
        let owner = call.args.iter().find(|(name, _)| *name == "owner");
        let call = format!(
            "{call} {}",
            owner.map(|(_, owner)| owner.to_string()).unwrap_or_default()
        );
        let refusal = self.chain.with(|state| state.refusals.get(&call).cloned());
        Ok(refusal.map_or(Ok(()), Err))
    }
}

/// Who signs.
pub fn signer() -> AccountId32 {
    ALICE.parse().unwrap()
}
