// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The loop: follow blocks, see what is due, send it, and find out what became of it.
//!
//! What is due is seen in the best block, as time counts; what became of a transaction is read in final blocks, as that
//! never changes again. In between it is out, and nothing with the same subject is sent. Whether it is out says the log,
//! so neither a crash nor another node makes a difference.

use crate::{
    alerts::{Alert, Alerts},
    audit::{unix_millis, Audit, AuditError},
    books::{count, Books},
    call::Action,
    chain::{Block, Fact, Glance, Head, Link, Signed, Tasks},
    decide::{admit, group, hash_text, hex, in_no_block, included, margin, purse, unhex, Attention, Patience},
    metrics::Metrics,
    planck::Planck,
    record::{Fate, Intended, Intent, Record},
    settings::Settings,
};
use backon::{BackoffBuilder, ExponentialBuilder};
use finch_client::{
    endpoints::{Attempt, Connect, Endpoints},
    nonce::free,
    stop::told,
    trouble::Trouble,
};
use std::{collections::HashMap, time::Duration};
use subxt::{ext::futures::future::join_all, utils::AccountId32};
use tokio::{
    sync::watch,
    time::{sleep, timeout, Instant},
};
use tracing::{debug, error, info, warn};

/// Final blocks that are looked at in one go, before the next best block is.
const SCAN: u64 = 250;
/// Final blocks after which the log says that they were looked at, if it says nothing else.
const SEEN: u64 = 1000;
/// The first wait when no node can be used; it doubles.
const FIRST_WAIT: Duration = Duration::from_secs(1);
/// The longest one.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// How long it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// One look, and until it is known what became of all that is out.
    Once,
    /// Until it is stopped.
    Endless,
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// As it should.
    Done,
    /// With [`Span::Once`], no node could be used.
    NoNode,
}

/// Why a node is left.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Leave {
    /// It was told to stop.
    Stopped,
    /// There is nothing more to do.
    Finished,
    /// The node is lost.
    Lost(String),
}

/// Why a look breaks off.
#[derive(Debug)]
enum Break {
    Trouble(Trouble),
    Audit(AuditError),
}

impl From<Trouble> for Break {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl From<AuditError> for Break {
    fn from(error: AuditError) -> Self {
        Self::Audit(error)
    }
}

/// What the keeper is made of.
#[derive(Debug)]
pub struct Parts<C> {
    /// Connects to nodes.
    pub connector: C,
    /// Which ones.
    pub endpoints: Endpoints,
    /// What it does.
    pub settings: Settings,
    /// Who signs.
    pub account: AccountId32,
    /// Its log.
    pub audit: Audit,
    /// Its alerts.
    pub alerts: Alerts,
    /// Its metrics.
    pub metrics: Metrics,
    /// How long it runs.
    pub span: Span,
}

/// Follows a chain and does what is due.
#[derive(Debug)]
pub struct Keeper<C> {
    parts: Parts<C>,
    attention: Attention,
    patience: Patience,
    /// Actions on vaults that pause, and others.
    paused: (Vec<String>, Vec<String>),
    /// The next final block to look at.
    next: u64,
    /// The last final block that the log says was looked at.
    said: u64,
    /// The block from which on duties are looked at again.
    next_duties: u64,
    /// At which block a transaction that is out was sent last, by nonce.
    sent: HashMap<u64, u64>,
    /// The most calls that are put into a transaction.
    batch: u64,
    highest: u64,
    last_news: Instant,
    looked: bool,
}

impl<C> Keeper<C>
where
    C: Connect,
    C::Link: Link,
{
    /// Nothing is done yet.
    pub fn new(mut parts: Parts<C>) -> Self {
        parts.metrics.show(parts.audit.books());
        // A node that does not have what the log says was final is behind, even if it is the first one that answers.
        parts.endpoints.saw(parts.audit.books().next_block().saturating_sub(1));
        Self {
            batch: parts.settings.send.batch,
            parts,
            attention: Attention::default(),
            patience: Patience::default(),
            paused: Default::default(),
            next: 0,
            said: 0,
            next_duties: 0,
            sent: HashMap::new(),
            highest: 0,
            last_news: Instant::now(),
            looked: false,
        }
    }

    /// What the log comes to.
    pub const fn books(&self) -> &Books {
        self.parts.audit.books()
    }

    /// Goes on until it is told to stop, or, with [`Span::Once`], until nothing is left to do. What is out then stays in the
    /// log, for the next start. Fails only if the log cannot be written: without it nothing may be sent.
    pub async fn run(&mut self, mut stop: watch::Receiver<bool>) -> Result<Ending, AuditError> {
        let waits = || {
            ExponentialBuilder::new()
                .with_min_delay(FIRST_WAIT)
                .with_max_delay(LONGEST_WAIT)
                .with_jitter()
                .without_max_times()
                .build()
        };
        let mut wait = waits();
        let ending = loop {
            let Attempt { link, unfit } = tokio::select! {
                biased;
                () = told(&mut stop) => break Ending::Done,
                attempt = self.parts.endpoints.connect(&self.parts.connector) => attempt,
            };
            for (host, why) in unfit {
                self.parts.alerts.raise(Alert::EndpointLost(host), why.to_string());
            }
            match link {
                Some(mut link) => {
                    wait = waits();
                    let host = self.parts.endpoints.current();
                    info!("{host} is used, genesis {:?}.", link.genesis());
                    self.parts.metrics.connected.set(1);
                    self.parts.alerts.clear(&Alert::EndpointLost(host.clone()));
                    let leave = self.serve(&mut link, &mut stop).await?;
                    self.parts.metrics.connected.set(0);
                    match leave {
                        Leave::Stopped | Leave::Finished => break Ending::Done,
                        Leave::Lost(why) => {
                            warn!("{host} is left: {why}.");
                            self.parts.alerts.raise(Alert::EndpointLost(host), why);
                            self.parts.metrics.failovers.inc();
                            self.parts.endpoints.give_up();
                        }
                    }
                }
                None if self.parts.span == Span::Once => break Ending::NoNode,
                None => {
                    self.check_stall();
                    tokio::select! {
                        biased;
                        () = told(&mut stop) => break Ending::Done,
                        () = sleep(wait.next().unwrap_or(LONGEST_WAIT)) => {}
                    }
                }
            }
            self.parts.metrics.show_alerts(&self.parts.alerts);
        };
        if self.books().identity().is_some() {
            let totals = self.books().totals().clone();
            let seen = self.next.saturating_sub(1);
            let looked = (self.next > 0).then_some(Record::Seen { block: seen });
            self.parts.audit.add(looked)?;
            self.parts.audit.add([Record::Stop { totals }])?;
        }
        Ok(ending)
    }

    /// Ends the alerts: those that wait are posted.
    pub async fn finish(self) {
        self.parts.alerts.finish().await;
    }

    /// Follows a node until it is lost.
    async fn serve(&mut self, link: &mut C::Link, stop: &mut watch::Receiver<bool>) -> Result<Leave, AuditError> {
        // It may know nothing of what was sent to another one.
        self.sent.clear();
        self.attention.look_again();
        let heartbeat = self.parts.settings.follow.heartbeat();
        loop {
            let head = tokio::select! {
                biased;
                () = told(stop) => return Ok(Leave::Stopped),
                head = timeout(heartbeat, link.next_head()) => head,
            };
            let head = match head {
                Ok(Ok(head)) => head,
                Ok(Err(trouble)) => return Ok(Leave::Lost(trouble.to_string())),
                Err(_) => {
                    self.check_stall();
                    return Ok(Leave::Lost(format!("no new block for {} s", heartbeat.as_secs())));
                }
            };
            if head.number > self.highest {
                self.highest = head.number;
                self.last_news = Instant::now();
                self.parts.alerts.clear(&Alert::ChainStalled);
            }
            self.parts.endpoints.saw(head.number);
            // What is dropped here while it is sent is out by the log, and is sent again.
            match timeout(heartbeat, self.look(link, &head)).await {
                Ok(Ok(())) => {}
                Ok(Err(Break::Audit(error))) => return Err(error),
                Ok(Err(Break::Trouble(trouble))) => return Ok(Leave::Lost(trouble.to_string())),
                Err(_) => return Ok(Leave::Lost(format!("no answer within {} s", heartbeat.as_secs()))),
            }
            self.parts.metrics.show(self.parts.audit.books());
            self.parts.metrics.show_alerts(&self.parts.alerts);
            if self.parts.span == Span::Once && self.looked && self.books().out().is_empty() {
                return Ok(Leave::Finished);
            }
        }
    }

    fn check_stall(&mut self) {
        let silent = self.last_news.elapsed();
        if silent >= Duration::from_secs(self.parts.settings.alerts.stalled_seconds) {
            let text = format!("no node has had a new block for {} s", silent.as_secs());
            self.parts.alerts.raise(Alert::ChainStalled, text);
        }
    }

    /// All that happens at a block.
    async fn look(&mut self, link: &C::Link, head: &Head) -> Result<(), Break> {
        let finalised = link.finalised().await?;
        if !self.looked && self.next == 0 {
            self.start(link, finalised)?;
        }
        let caught_up = self.scan(link, finalised).await?;
        // Asked after the final blocks: a block that is on the best chain now is after all of them. On a node that is behind
        // it can be before some that another node had: what the log has closed there would look as if it were still due.
        let newest = head.number >= finalised && head.number.saturating_add(1) >= self.next;
        let Some(glance) = link.glance(head).await?.filter(|_| newest) else {
            self.attention.look_again();
            return Ok(());
        };
        self.parts.metrics.best.set(head.number);
        self.parts.metrics.last_block.set(unix_millis() / 1000);
        self.check_funds(&glance);
        if !caught_up && !self.books().out().is_empty() {
            // Nobody knows yet what of it was done.
            self.attention.look_again();
            return Ok(());
        }
        let wanted = self.wanted(link, head, &glance).await?;
        let acts = !(self.looked && self.parts.span == Span::Once);
        self.resend(link, head, &glance).await?;
        if acts {
            self.send(link, head, &glance, wanted).await?;
        }
        self.looked = true;
        Ok(())
    }

    fn start(&mut self, link: &C::Link, finalised: u64) -> Result<(), AuditError> {
        self.parts.audit.add([Record::Start {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            genesis: hash_text(&link.genesis()),
            account: self.parts.account.to_string(),
            block: finalised,
        }])?;
        self.next = self.books().next_block();
        self.said = self.next;
        let behind = finalised.saturating_add(1).saturating_sub(self.next);
        let out = self.books().out().len();
        if out > 0 || behind > 0 {
            info!("{out} transactions are out by the log; {behind} final blocks are to be looked at.");
        }
        Ok(())
    }

    /// Looks at final blocks, and closes what is in them or can be in none any more. Whether it has come to the last one.
    async fn scan(&mut self, link: &C::Link, finalised: u64) -> Result<bool, Break> {
        let end = finalised.min(self.next.saturating_add(SCAN).saturating_sub(1));
        while self.next <= end {
            let block = link.block(self.next).await?;
            self.take_in(self.next, &block)?;
            self.next = self.next.saturating_add(1);
            self.parts.metrics.final_block.set(self.next.saturating_sub(1));
        }
        let expired: Vec<_> = self
            .books()
            .out()
            .values()
            .filter(|intent| self.next >= intent.death)
            .cloned()
            .collect();
        for intent in expired {
            warn!("Transaction {} has expired: {}.", intent.hash, keys(&intent));
            let closed = in_no_block(&intent, Fate::Expired, self.next.saturating_sub(1), None);
            self.close(Record::Result(closed), intent.nonce)?;
        }
        if self.next.saturating_sub(self.said) >= SEEN {
            self.parts.audit.add([Record::Seen {
                block: self.next.saturating_sub(1),
            }])?;
            self.said = self.next;
        }
        Ok(self.next > finalised)
    }

    fn close(&mut self, record: Record, nonce: u64) -> Result<(), AuditError> {
        self.parts.audit.add([record])?;
        self.sent.remove(&nonce);
        self.attention.look_again();
        // Duties too may be due again.
        self.next_duties = 0;
        Ok(())
    }

    /// Books what a final block says.
    fn take_in(&mut self, number: u64, block: &Block) -> Result<(), AuditError> {
        let out: Vec<_> = self.books().out().values().cloned().collect();
        for intent in out {
            let at = block
                .transactions
                .iter()
                .position(|hash| hash_text(hash) == intent.hash);
            let Some(at) = at else {
                continue;
            };
            let closed = included(&intent, number, at, block.events.as_deref());
            for done in closed.actions.iter() {
                match &done.error {
                    None => info!("{}: {:?} in block {number}, fee {}", done.key, done.outcome, done.fee),
                    Some(why) => warn!(
                        "{}: {:?} in block {number}, fee {}: {why}",
                        done.key, done.outcome, done.fee
                    ),
                }
            }
            self.close(Record::Result(closed), intent.nonce)?;
        }
        let Some(events) = &block.events else {
            warn!("The node does not know the events of block {number} any more: rewards in it are not counted.");
            return Ok(());
        };
        for event in events {
            let books = self.parts.audit.books();
            let record = match &event.fact {
                Fact::SaleOpened {
                    sale,
                    series,
                    owner,
                    caller,
                } if *caller == self.parts.account => Record::SaleOpened {
                    block: number,
                    sale: *sale,
                    series: *series,
                    owner: owner.to_string(),
                    key: books.earner(*series, &owner.to_string()).cloned(),
                },
                Fact::Sold { sale, reward } => match books.sale(*sale) {
                    Some(own) if !books.is_rewarded(number, event.index) => Record::Reward {
                        block: number,
                        event: event.index,
                        sale: *sale,
                        key: own.key.clone(),
                        reward: Planck(*reward),
                    },
                    Some(_) | None => continue,
                },
                Fact::SaleEnded { sale } if books.sale(*sale).is_some() => Record::SaleEnded {
                    block: number,
                    sale: *sale,
                },
                _ => continue,
            };
            self.parts.audit.add([record])?;
        }
        Ok(())
    }

    fn check_funds(&mut self, glance: &Glance) {
        self.parts.metrics.show_funds(glance.free);
        let least = self.parts.settings.funds.alert_below;
        if Planck(glance.free) < least {
            let text = format!(
                "the account can spend {} planck, less than {least}: send it some",
                glance.free
            );
            self.parts.alerts.raise(Alert::FundsLow, text);
        } else {
            self.parts.alerts.clear(&Alert::FundsLow);
        }
    }

    /// What is to be done, whether it is out or not.
    async fn wanted(&mut self, link: &C::Link, head: &Head, glance: &Glance) -> Result<Vec<Action>, Break> {
        let settings = self.parts.settings.clone();
        let mut wanted = Vec::new();
        let vaults = settings.margin.call || settings.margin.liquidate;
        let changed = self.attention.wants(head, glance, settings.follow.read_all_blocks);
        if vaults && changed {
            let vaults = link.vaults(head, glance).await?;
            self.parts.metrics.vault_reads.inc();
            self.attention.read(head, glance, &vaults);
            let admitted = admit(
                margin(&vaults, &self.parts.account, &settings.margin),
                self.books(),
                head.number,
                &settings.send,
            );
            if admitted.left {
                self.attention.look_again();
            }
            self.paused.0 = admitted.paused;
            wanted.extend(admitted.actions);
        }
        let tasks = tasks(&settings);
        if tasks != Tasks::default() && head.number >= self.next_duties {
            self.next_duties = head.number.saturating_add(settings.duties.every_blocks);
            let duties = link.duties(head, glance, tasks).await?;
            let overdue = self
                .patience
                .overdue(head.number, &duties, settings.duties.patience_blocks);
            let admitted = admit(overdue, self.books(), head.number, &settings.send);
            self.paused.1 = admitted.paused;
            wanted.extend(admitted.actions);
        }
        let paused = [self.paused.0.as_slice(), self.paused.1.as_slice()].concat();
        self.parts.alerts.keep_actions(&paused);
        for subject in paused {
            let (times, block) = self.books().failures(&subject);
            let text = format!("it failed {times} times, last in block {block}; it pauses: see the log for why");
            self.parts.alerts.raise(Alert::ActionFails(subject), text);
        }
        Ok(wanted)
    }

    /// Sends what is out and not in a block, as it is, every few blocks: a node may have dropped it, or never had it.
    async fn resend(&mut self, link: &C::Link, head: &Head, glance: &Glance) -> Result<(), Break> {
        let every = self.parts.settings.send.resend_blocks;
        let is_due = |intent: &&Intent| {
            let last = self.sent.get(&intent.nonce);
            let rested = last.is_none_or(|last| head.number >= last.saturating_add(every));
            rested && intent.nonce >= glance.nonce && head.number.saturating_add(1) < intent.death
        };
        let due: Vec<_> = self.books().out().values().filter(is_due).cloned().collect();
        let bytes: Vec<_> = due.iter().filter_map(|intent| unhex(&intent.bytes)).collect();
        let answers = join_all(bytes.iter().map(|bytes| link.submit(bytes))).await;
        for (intent, answer) in due.iter().zip(answers) {
            self.sent.insert(intent.nonce, head.number);
            match answer {
                Ok(()) => info!("Transaction {} was sent again.", intent.hash),
                Err(trouble @ Trouble::Connection(_)) => return Err(trouble.into()),
                // It is there already, or in a block since, or the pool is full.
                Err(trouble) => debug!("Transaction {} was sent again: {trouble}.", intent.hash),
            }
        }
        Ok(())
    }

    /// Signs, writes into the log, and sends.
    async fn send(&mut self, link: &C::Link, head: &Head, glance: &Glance, wanted: Vec<Action>) -> Result<(), Break> {
        if wanted.is_empty() {
            return Ok(());
        }
        let settings = self.parts.settings.clone();
        let total = group(wanted.clone(), self.batch).len();
        let mut purse = purse(glance.free, settings.funds.keep, self.books().spoken_for());
        let mut fit = Vec::new();
        for (group, signed) in self.sign_to_fit(link, glance, wanted).await? {
            if !signed.fits {
                error!("No block has room for {}.", subjects(&group));
            } else if signed.fee > settings.send.max_fee.0 {
                let max = settings.send.max_fee;
                warn!(
                    "A transaction with {} would cost {} planck, and send.max_fee is {max}.",
                    subjects(&group),
                    signed.fee
                );
            } else if signed.fee > purse {
                warn!(
                    "The account cannot pay {} planck for {} and keep funds.keep.",
                    signed.fee,
                    subjects(&group)
                );
            } else {
                purse = purse.saturating_sub(signed.fee);
                fit.push((group, signed));
            }
        }
        if fit.len() < total {
            self.attention.look_again();
            // Nonces have to be without gaps.
            let groups = fit.into_iter().map(|(group, _)| group).collect();
            fit = self.sign(link, glance, groups).await?;
        }
        let intents: Vec<_> = fit
            .iter()
            .map(|(group, signed)| self.intent(head, group, signed))
            .collect();
        // From here on they are out, whatever happens.
        self.parts.audit.add(intents.iter().cloned().map(Record::Intent))?;
        let bytes: Vec<_> = intents.iter().filter_map(|intent| unhex(&intent.bytes)).collect();
        let answers = join_all(bytes.iter().map(|bytes| link.submit(bytes))).await;
        let mut lost = None;
        for (intent, answer) in intents.iter().zip(answers) {
            self.sent.insert(intent.nonce, head.number);
            match answer {
                Ok(()) => info!("Sent {} with nonce {}: {}.", intent.hash, intent.nonce, keys(intent)),
                Err(Trouble::Refused(why)) => {
                    error!("The chain does not let {} in: {why}.", keys(intent));
                    let closed = in_no_block(intent, Fate::Refused, self.next.saturating_sub(1), Some(&why));
                    self.close(Record::Result(closed), intent.nonce)?;
                }
                Err(trouble @ Trouble::Connection(_)) => lost = Some(trouble),
                Err(trouble) => warn!("Sent {}, and {trouble}. It is sent again.", intent.hash),
            }
        }
        lost.map_or(Ok(()), |trouble| Err(trouble.into()))
    }

    /// Puts actions into transactions that blocks have room for, and signs them. What is learnt of how many fit stays.
    async fn sign_to_fit(
        &mut self,
        link: &C::Link,
        glance: &Glance,
        wanted: Vec<Action>,
    ) -> Result<Vec<(Vec<Action>, Signed)>, Trouble> {
        loop {
            let signed = self.sign(link, glance, group(wanted.clone(), self.batch)).await?;
            let too_large = |(group, signed): &&(Vec<Action>, Signed)| !signed.fits && group.len() > 1;
            let Some((group, _)) = signed.iter().find(too_large) else {
                return Ok(signed);
            };
            self.batch = count(group.len()) / 2;
            warn!(
                "No block has room for {} calls in a transaction: {} are put into one.",
                group.len(),
                self.batch
            );
        }
    }

    /// Signs groups with the next nonces. One that the chain does not know how to read is left out and told.
    async fn sign(
        &self,
        link: &C::Link,
        glance: &Glance,
        groups: Vec<Vec<Action>>,
    ) -> Result<Vec<(Vec<Action>, Signed)>, Trouble> {
        let out = self.books().nonces();
        let calls: Vec<Vec<_>> = groups
            .iter()
            .map(|group| group.iter().map(|action| action.call.clone()).collect())
            .collect();
        let signing = calls.iter().zip(free(glance.nonce, &out));
        let answers = join_all(signing.map(|(calls, nonce)| link.sign(calls, nonce))).await;
        let mut signed = Vec::new();
        for (group, answer) in groups.into_iter().zip(answers) {
            match answer {
                Ok(transaction) => signed.push((group, transaction)),
                Err(trouble @ Trouble::Connection(_)) => return Err(trouble),
                Err(trouble) => error!("{} cannot be signed: {trouble}.", subjects(&group)),
            }
        }
        Ok(signed)
    }

    fn intent(&self, head: &Head, group: &[Action], signed: &Signed) -> Intent {
        let books = self.books();
        let intended = |action: &Action| Intended {
            key: books.key(&action.subject),
            call: action.call.to_string(),
            args: action.call.texts(),
        };
        Intent {
            hash: hash_text(&signed.hash),
            nonce: signed.nonce,
            block: head.number,
            birth: signed.birth,
            death: signed.death,
            fee: Planck(signed.fee),
            bytes: hex(&signed.bytes),
            actions: group.iter().map(intended).collect(),
        }
    }
}

/// What is done besides vaults.
pub fn tasks(settings: &Settings) -> Tasks {
    let duties = &settings.duties;
    Tasks {
        options: duties.options,
        insurance: duties.insurance,
        claims: duties.claims,
        auctions: duties.auctions,
        upkeep: duties.upkeep,
        tickets: duties.tickets,
    }
}

/// A few keys, to be told.
fn keys(intent: &Intent) -> String {
    few(intent.actions.iter().map(|action| action.key.as_str()))
}

fn subjects(group: &[Action]) -> String {
    few(group.iter().map(|action| action.subject.as_str()))
}

fn few<'a>(names: impl ExactSizeIterator<Item = &'a str>) -> String {
    let others = names.len().saturating_sub(3);
    let first = names.take(3).collect::<Vec<_>>().join(", ");
    match others {
        0 => first,
        others => format!("{first} and {others} more"),
    }
}
