// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Decisions. Nothing here asks a node or writes anything.

use crate::{
    books::{count, Books},
    call::{Action, Arg, Call},
    chain::{Duty, Event, Fact, Glance, Head, Otherwise, Vault},
    planck::Planck,
    record::{Closed, Done, Fate, Intended, Intent, Outcome},
    settings::{Margin, Send},
};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
};
use subxt::{config::substrate::H256, utils::AccountId32};

/// What whoever made the courtesy call, or the liquidation, gets of the proceeds: one in so many.
const REWARD_PART: u128 = 100;

/// Says when vaults have to be read: when prices or vaults may have changed, when the time of a call is over, and every
/// now and then.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attention {
    last: Option<(Head, BTreeMap<Option<u32>, u128>)>,
    read_at: u64,
    clock: Option<u64>,
    again: bool,
}

impl Attention {
    /// Whether vaults have to be read at a block. All blocks have to be shown to it.
    pub fn wants(&mut self, head: &Head, glance: &Glance, read_all_blocks: u64) -> bool {
        let news = match &self.last {
            // A block that nobody has looked at may have changed anything.
            Some((last, prices)) => last.hash != head.parent || *prices != glance.prices,
            None => true,
        };
        self.last = Some((*head, glance.prices.clone()));
        let touched = glance.pallets.contains("Options");
        let late = head.number >= self.read_at.saturating_add(read_all_blocks);
        let over = self.clock.is_some_and(|clock| clock <= glance.now);
        news || touched || late || over || self.again
    }

    /// They have been read.
    pub fn read(&mut self, head: &Head, glance: &Glance, vaults: &[Vault]) {
        self.read_at = head.number;
        self.again = false;
        let times = vaults.iter().filter_map(|vault| vault.called_until);
        self.clock = times.filter(|until| *until > glance.now).min();
    }

    /// Something is left to do: they are read again at the next block.
    pub const fn look_again(&mut self) {
        self.again = true;
    }
}

/// What `account` does with vaults: not with its own, which the chain does not let it. Liquidations come first, and of each
/// kind those that can pay most.
pub fn margin(vaults: &[Vault], account: &AccountId32, settings: &Margin) -> Vec<Action> {
    let mut wanted: Vec<(bool, u128, Action)> = vaults
        .iter()
        .filter(|vault| vault.owner != *account)
        .filter_map(|vault| {
            let liquidates = vault.liquidatable && settings.liquidate;
            let verb = match (liquidates, vault.callable && settings.call) {
                (true, _) => "liquidate",
                (false, true) => "call_margin",
                (false, false) => return None,
            };
            let most = most_reward(vault);
            if most.unwrap_or(u128::MAX) < settings.least_reward.0 {
                return None;
            }
            Some((liquidates, most.unwrap_or_default(), vault_action(verb, vault)))
        })
        .collect();
    wanted.sort_by_key(|(liquidates, most, _)| Reverse((*liquidates, *most)));
    wanted.into_iter().map(|(.., action)| action).collect()
}

/// The most planck that a vault can pay whoever calls or liquidates it: nobody pays more for it than it is worth. `None`
/// without prices.
pub fn most_reward(vault: &Vault) -> Option<u128> {
    vault.value?.checked_div(REWARD_PART)
}

fn vault_action(verb: &'static str, vault: &Vault) -> Action {
    let args = [
        ("series", Arg::Number(vault.series.into())),
        ("owner", Arg::Account(vault.owner)),
    ];
    Action {
        subject: format!("{verb}/{}/{}", vault.series, vault.owner),
        call: Call::new("Options", verb, args),
        alone: false,
    }
}

/// Waits for blocks to do what they do by themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patience {
    waits: HashMap<String, (String, u64)>,
}

impl Patience {
    /// What has to be done: what nobody else does, and what has not moved for `blocks` blocks, and one more for each that
    /// takes turns with it. What is not due any more is forgotten.
    pub fn overdue(&mut self, block: u64, duties: &[Duty], blocks: u64) -> Vec<Action> {
        let mut waits = HashMap::new();
        let mut overdue = Vec::new();
        for duty in duties {
            let ripe = match &duty.otherwise {
                Otherwise::Nobody => true,
                Otherwise::Blocks { mark, turns } => {
                    let before = self.waits.get(&duty.subject);
                    let since = before.filter(|(old, _)| old == mark).map_or(block, |(_, since)| *since);
                    waits.insert(duty.subject.clone(), (mark.clone(), since));
                    block >= since.saturating_add(blocks).saturating_add(*turns)
                }
            };
            if ripe {
                overdue.push(Action {
                    subject: duty.subject.clone(),
                    call: duty.call.clone(),
                    alone: duty.alone,
                });
            }
        }
        self.waits = waits;
        overdue
    }
}

/// What of all that is wanted goes out now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Admitted {
    /// What goes out.
    pub actions: Vec<Action>,
    /// Subjects that pause, as they have failed too often.
    pub paused: Vec<String>,
    /// Something is left for the next block.
    pub left: bool,
}

/// Leaves out what is out already, what pauses, and what is too much for one block.
pub fn admit(wanted: Vec<Action>, books: &Books, block: u64, settings: &Send) -> Admitted {
    let mut admitted = Admitted::default();
    for action in wanted {
        if books.is_out(&action.subject) {
            continue;
        }
        let (failures, last) = books.failures(&action.subject);
        if failures >= settings.attempts && block < last.saturating_add(settings.pause_blocks) {
            admitted.paused.push(action.subject);
        } else if count(admitted.actions.len()) >= settings.actions_per_block {
            admitted.left = true;
        } else {
            admitted.actions.push(action);
        }
    }
    admitted
}

/// Puts actions into transactions, of `batch` actions at most; those that cost nothing alone stay alone. The order stays.
pub fn group(actions: Vec<Action>, batch: u64) -> Vec<Vec<Action>> {
    let mut groups: Vec<Vec<Action>> = Vec::new();
    let mut open: Vec<Action> = Vec::new();
    for action in actions {
        if action.alone {
            groups.push(vec![action]);
            continue;
        }
        open.push(action);
        if count(open.len()) >= batch {
            groups.push(std::mem::take(&mut open));
        }
    }
    if !open.is_empty() {
        groups.push(open);
    }
    groups
}

/// The fee of a transaction, over its actions; the first ones get a planck more if it does not divide.
fn parts(fee: u128, actions: usize) -> impl Iterator<Item = Planck> {
    let number = u128::try_from(actions).unwrap_or(u128::MAX);
    let each = fee.checked_div(number).unwrap_or_default();
    let rest = fee.checked_rem(number).unwrap_or_default();
    (0..number).map(move |at| Planck(each.saturating_add(u128::from(at < rest))))
}

fn done(intended: &Intended, outcome: Outcome, error: Option<String>, fee: Planck) -> Done {
    Done {
        key: intended.key.clone(),
        call: intended.call.clone(),
        args: intended.args.clone(),
        outcome,
        error,
        fee,
    }
}

/// What is known of a transaction that is in no block: `fate` says why.
pub fn in_no_block(intent: &Intent, fate: Fate, block: u64, error: Option<&str>) -> Closed {
    let outcome = match fate {
        Fate::Refused => Outcome::Refused,
        Fate::Expired => Outcome::Expired,
        Fate::Included | Fate::Unclear => Outcome::Unclear,
    };
    let actions = intent.actions.iter();
    let actions = actions.map(|intended| done(intended, outcome, error.map(str::to_owned), Planck(0)));
    Closed {
        hash: intent.hash.clone(),
        nonce: intent.nonce,
        block,
        fate,
        fee: Planck(0),
        actions: actions.collect(),
    }
}

/// What became of a transaction that is number `at` of a final block, with the events of that; without any, nobody knows.
pub fn included(intent: &Intent, block: u64, at: usize, events: Option<&[Event]>) -> Closed {
    let Some(events) = events else {
        let lost = "no node knows the events of its block any more";
        return in_no_block(intent, Fate::Unclear, block, Some(lost));
    };
    let mut fee = 0_u128;
    let mut items = Vec::new();
    let mut failure = None;
    let of_it = events.iter().filter(|event| event.transaction == Some(at));
    for fact in of_it.map(|event| &event.fact) {
        match fact {
            Fact::Fee(planck) => fee = fee.saturating_add(*planck),
            Fact::ItemDone => items.push(Ok(())),
            Fact::ItemFailed(error) => items.push(Err(error.clone())),
            Fact::Failure(error) => failure = Some(error.clone()),
            Fact::Success | Fact::SaleOpened { .. } | Fact::Sold { .. } | Fact::SaleEnded { .. } => {}
        }
    }
    let alone = intent.actions.len() == 1;
    let result = |at: usize| match (&failure, items.get(at)) {
        (Some(error), _) | (None, Some(Err(error))) => (Outcome::Failed, Some(error.clone())),
        (None, Some(Ok(()))) => (Outcome::Done, None),
        (None, None) if alone => (Outcome::Done, None),
        (None, None) => (Outcome::Unclear, Some("its batch has no result for it".to_owned())),
    };
    let actions = intent.actions.iter().zip(parts(fee, intent.actions.len())).enumerate();
    let actions = actions.map(|(at, (intended, fee))| {
        let (outcome, error) = result(at);
        done(intended, outcome, error, fee)
    });
    Closed {
        hash: intent.hash.clone(),
        nonce: intent.nonce,
        block,
        fate: Fate::Included,
        fee: Planck(fee),
        actions: actions.collect(),
    }
}

/// A hash in hex, as the log has it.
pub fn hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().map(|byte| format!("{byte:02x}"));
    std::iter::once("0x".to_owned()).chain(digits).collect()
}

/// Bytes of a text of [`hex`].
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits = text.strip_prefix("0x")?;
    let pairs = digits.as_bytes().chunks(2);
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    pairs.map(|pair| byte(pair).filter(|_| pair.len() == 2)).collect()
}

/// A hash as the log has it.
pub fn hash_text(hash: &H256) -> String {
    hex(&hash.0)
}

/// What native the keeper may spend on fees: what the account can spend, less what is kept and what is spoken for.
pub fn purse(free: u128, keep: Planck, spoken_for: u128) -> u128 {
    free.saturating_sub(keep.0).saturating_sub(spoken_for)
}
