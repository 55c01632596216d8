// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What anybody may do, besides calling and liquidating vaults: when it is due, and how it is read.
//!
//! The rules are those of the pallets, written for their storage. What they say is due is only sent when blocks have not
//! done it by themselves: see [`crate::decide::Patience`].

use crate::{
    call::{Arg, Call},
    chain::{Duty, Head, Otherwise, Tasks},
    decide::hex,
    node::{ask, entries, series, value, AtBlock, Needs},
};
use finch_client::trouble::Trouble;
use std::collections::{BTreeMap, BTreeSet};
use subxt::{dynamic::Value, ext::scale_decode::DecodeAsType, utils::AccountId32};

/// Milliseconds in a day.
const DAY: u64 = 86_400_000;
/// The most vaults that one call of `Options.settle` looks at.
const SETTLE_LIMIT: u32 = 50;
/// The most of a kind that is looked at in one go.
const MOST: usize = 50;

/// A coin of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum Coin {
    /// FINCH.
    Native,
    /// An asset, by its id.
    Asset(u32),
}

impl Coin {
    /// The id of an asset; `None` is native.
    pub const fn asset(self) -> Option<u32> {
        match self {
            Self::Native => None,
            Self::Asset(id) => Some(id),
        }
    }
}

/// What a feed says something about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum Metric {
    /// US dollars for one whole coin, 1e-18 fixed point.
    Price,
    /// Whole US dollars that all coins are worth.
    MarketCap,
    /// Whole US dollars traded in the last 24 hours.
    DailyVolume,
    /// The part of all coins that is staked.
    StakingRatio,
    /// What staked coins earn in a year.
    RewardRatio,
}

/// What products see of a feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum Feed {
    /// A value.
    Fresh(u128),
    /// The last one is too old.
    Stale,
    /// There never was one.
    Missing,
}

/// When and how an option pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum Style {
    /// Until the expiry, by delivery.
    American,
    /// After the expiry, in cash.
    European,
}

/// How far a voted claim of the insurance has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum ClaimStage {
    /// Assessors vote, or it waits to be finalised.
    Voting,
    /// It waits for the administration.
    Escalated,
    /// Over.
    Decided,
}

/// How far an auction has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum Phase {
    /// It takes bids.
    Bidding,
    /// The seller has taken it back.
    Withdrawn,
    /// It is closed, its bids are settled.
    Settling,
    /// It takes purchases.
    Selling,
}

/// The walk of the insurance over all covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum Sweep {
    /// There is nothing to look for.
    Idle,
    /// It is on its way.
    Running,
}

/// The name of a feed.
#[derive(Clone, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct FeedKey {
    /// What it is about.
    pub coin: Coin,
    /// What it says.
    pub metric: Metric,
}

/// A feed.
#[derive(Clone, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct FeedInfo {
    /// Its name.
    pub key: FeedKey,
    /// What products see now.
    pub feed: Feed,
}

/// How a vault is.
#[derive(Clone, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Health {
    /// Units of the collateral.
    pub collateral: u128,
    /// A courtesy call can be made now.
    pub callable: bool,
    /// It can be liquidated now.
    pub liquidatable: bool,
    /// Until then the owner can answer a courtesy call, in milliseconds of the chain's clock.
    pub called_until: Option<u64>,
}

/// Digits of coins.
#[derive(Clone, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Decimals {
    /// Of the collateral.
    pub collateral: u8,
}

/// What makes a series.
#[derive(Clone, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Terms {
    /// What writers lock.
    pub collateral: Coin,
    /// American or European.
    pub style: Style,
    /// From then on it is over, in milliseconds of the chain's clock.
    pub expiry: u64,
    /// As they were when the series was made.
    pub decimals: Decimals,
}

/// A series, as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Series {
    /// What it is.
    pub terms: Terms,
    /// The prices of the expiry.
    pub fixing: Option<Value>,
    /// When the idle time of blocks looks at it next, in milliseconds of the chain's clock; `None` if it waits for somebody.
    pub next: Option<u64>,
}

/// What is known of a series.
#[derive(Clone, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct SeriesInfo {
    /// All that is stored.
    pub series: Series,
}

/// What there is to do for the insurance in the idle time of blocks.
#[derive(Clone, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Plan {
    /// The day whose end is booked next, counted from 1970; `None` while no cover earns.
    pub day: Option<u32>,
    /// How far the sweep is.
    pub sweep: Sweep,
}

/// A cover.
#[derive(Clone, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Cover {
    /// Its product.
    pub product: u32,
    /// It ends when this day begins.
    pub end: u32,
    /// The first loss that it has not been asked for.
    pub seen: u32,
    /// Its open claim.
    pub claim: Option<u64>,
}

/// A product of the insurance.
#[derive(Clone, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Product {
    /// The number of its next loss.
    pub events: u32,
}

/// A voted claim.
#[derive(Clone, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Claim {
    /// The owner of the cover.
    pub owner: AccountId32,
    /// Votes in storage.
    pub votes: u32,
    /// Where it stands.
    pub stage: ClaimStage,
}

/// A voted claim, with its times.
#[derive(Clone, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct ClaimInfo {
    /// Its number.
    pub id: u64,
    /// From then on it can be decided, in milliseconds of the chain's clock.
    pub final_from: u64,
}

/// When the auction house looks at which auction.
#[derive(Clone, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Appointment {
    /// When, in milliseconds of the chain's clock.
    pub at: u64,
    /// Which.
    pub auction: u64,
}

/// An auction.
#[derive(Clone, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Auction {
    /// How far it has come.
    pub phase: Phase,
    /// From when on it takes no more bids or purchases, in milliseconds of the chain's clock.
    pub ends_at: u64,
}

/// The active era.
#[derive(Clone, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct ActiveEra {
    /// Its number.
    pub index: u32,
}

/// How far the upkeep of the synth has come.
#[derive(Clone, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct SynthRound {
    /// The active era of the last finished round.
    pub era: u32,
    /// The next step of the running round.
    pub stage: Option<Value>,
}

/// How far the upkeep of the derivatives has come.
#[derive(Clone, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct DerivativesRound {
    /// The active era of the last finished round.
    pub era: u32,
    /// The next step of the running round.
    pub step: Option<Value>,
}

/// When the ETF has something to do. Times are in milliseconds of the chain's clock.
#[derive(Clone, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Agenda {
    /// A month is over, and the next one is decided.
    pub month_end: u64,
    /// Fees and rewards are taken.
    pub accrue_at: u64,
    /// The next round of samples begins.
    pub sample_at: u64,
    /// The asset that was sampled last in the round that runs.
    pub cursor: Option<u32>,
    /// The rebalance goes on.
    pub job_at: Option<u64>,
    /// The pool is spent further.
    pub allocate_at: Option<u64>,
}

/// Whose turn it is in the buyback.
#[derive(Clone, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Turns {
    /// From this block on the next asset has its turn.
    pub at: u32,
    /// The asset that has the next one.
    pub next: Option<u32>,
}

/// A ticket of the synth.
#[derive(Clone, Debug, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Ticket {
    /// The batch it went into.
    pub batch: u64,
}

/// What moves a series of options on, if something does now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The prices of the expiry are fixed.
    FixPrice,
    /// What vaults owe is booked, or they are sent to their owners, or the series is closed.
    Settle,
}

/// What moves a series of options on now: what the idle time of blocks would do, if it were its turn.
pub fn step(series: &Series, now: u64) -> Option<Step> {
    series.next.filter(|next| *next <= now)?;
    Some(match (series.terms.style, &series.fixing) {
        (Style::European, None) => Step::FixPrice,
        (Style::European, Some(_)) | (Style::American, _) => Step::Settle,
    })
}

/// Whether `claim` does something for a cover: a loss that it has not been asked for, or its end.
pub fn wants_cover(cover: &Cover, events: u32, today: u32) -> bool {
    cover.seen < events || cover.end <= today && cover.claim.is_none()
}

/// Whether the ETF has work to do.
pub fn wants_etf(agenda: &Agenda, now: u64) -> bool {
    let is_due = |at: Option<u64>| at.is_some_and(|at| at <= now);
    let first = agenda.month_end.min(agenda.accrue_at).min(agenda.sample_at);
    agenda.cursor.is_some() || first <= now || is_due(agenda.job_at) || is_due(agenda.allocate_at)
}

/// The day of a time, counted from 1970.
pub fn day(now: u64) -> u32 {
    u32::try_from(now / DAY).unwrap_or(u32::MAX)
}

/// What a task uses of the chain: whether it is wanted, the setting that does without, and calls, reads of the runtime and
/// entries of the storage.
type Uses = (
    bool,
    &'static str,
    Vec<Call>,
    Vec<(&'static str, &'static str)>,
    Vec<(&'static str, &'static str)>,
);

/// What the keeper uses of the chain.
pub fn uses(needs: Needs) -> Vec<Uses> {
    let nobody = || AccountId32([0; 32]);
    let number = |name: &'static str| (name, Arg::Number(0));
    let vault = |name| Call::new("Options", name, [number("series"), ("owner", Arg::Account(nobody()))]);
    let Needs { margin, tasks } = needs;
    let always = vec![("System", "Account"), ("System", "Events"), ("Timestamp", "Now")];
    vec![
        (
            true,
            "another --url",
            vec![],
            vec![("FeedsApi", "feeds"), ("TransactionPaymentApi", "query_info")],
            always,
        ),
        (
            margin,
            "margin.call and margin.liquidate to false",
            vec![vault("call_margin"), vault("liquidate")],
            vec![
                ("OptionsApi", "option_series_ids"),
                ("OptionsApi", "option_series"),
                ("OptionsApi", "option_vaults"),
            ],
            vec![],
        ),
        (
            tasks.options,
            "duties.options to false",
            vec![
                Call::new("Options", "fix_price", [number("series")]),
                Call::new("Options", "settle", [number("series"), number("limit")]),
            ],
            vec![("OptionsApi", "option_series_ids"), ("OptionsApi", "option_series")],
            vec![],
        ),
        (
            tasks.insurance,
            "duties.insurance to false",
            vec![
                Call::new("Insurance", "poke", []),
                Call::new("Insurance", "claim", [number("cover")]),
            ],
            vec![],
            vec![
                ("Insurance", "Schedule"),
                ("Insurance", "Covers"),
                ("Insurance", "Products"),
            ],
        ),
        (
            tasks.claims,
            "duties.claims to false",
            vec![
                Call::new("Insurance", "finalise", [number("claim")]),
                Call::new(
                    "Insurance",
                    "collect",
                    [number("claim"), ("who", Arg::Address(nobody()))],
                ),
            ],
            vec![("InsuranceApi", "claims")],
            vec![("Insurance", "Claims"), ("Insurance", "Votes")],
        ),
        (
            tasks.auctions,
            "duties.auctions to false",
            vec![
                Call::new("Auctions", "close", [number("auction")]),
                Call::new("Auctions", "claim", [number("auction"), number("bid")]),
            ],
            vec![],
            vec![("Auctions", "Agenda"), ("Auctions", "Auctions"), ("Auctions", "Bids")],
        ),
        (
            tasks.upkeep,
            "duties.upkeep to false",
            vec![
                Call::new("StakingSynth", "poke", []),
                Call::new("StakingDerivatives", "poke", []),
                Call::new("StakingEtf", "poke", []),
                Call::new("Buyback", "poke", [number("asset")]),
            ],
            vec![],
            vec![
                ("Staking", "ActiveEra"),
                ("StakingSynth", "Round"),
                ("StakingDerivatives", "Round"),
                ("StakingEtf", "Schedule"),
                ("Buyback", "Turn"),
            ],
        ),
        (
            tasks.tickets,
            "duties.tickets to false",
            vec![Call::new("StakingSynth", "claim", [number("ticket")])],
            vec![],
            vec![("StakingSynth", "Settled"), ("StakingSynth", "Tickets")],
        ),
    ]
}

fn duty(subject: String, call: Call, otherwise: Otherwise) -> Duty {
    Duty {
        subject,
        call,
        alone: false,
        otherwise,
    }
}

fn blocks(mark: String) -> Otherwise {
    Otherwise::Blocks { mark, turns: 0 }
}

/// Reads what is due. `terms` are those of all series of options.
pub(crate) async fn read(
    at: &AtBlock,
    head: &Head,
    now: u64,
    tasks: Tasks,
    terms: &BTreeMap<u32, Terms>,
) -> Result<Vec<Duty>, Trouble> {
    let mut due = Vec::new();
    if tasks.options {
        options(at, now, terms, &mut due).await?;
    }
    if tasks.insurance {
        insurance(at, now, &mut due).await?;
    }
    if tasks.claims {
        claims(at, now, &mut due).await?;
    }
    if tasks.auctions {
        auctions(at, now, &mut due).await?;
    }
    if tasks.upkeep {
        upkeep(at, head, now, &mut due).await?;
    }
    if tasks.tickets {
        tickets(at, &mut due).await?;
    }
    Ok(due)
}

async fn options(at: &AtBlock, now: u64, terms: &BTreeMap<u32, Terms>, due: &mut Vec<Duty>) -> Result<(), Trouble> {
    // Blocks take a few at a time of those that are due.
    let turns = crate::books::count(terms.len());
    for id in terms.iter().filter(|(_, terms)| terms.expiry <= now).map(|(id, _)| *id) {
        let Some(SeriesInfo { series }) = series(at, id).await? else {
            continue;
        };
        let number = ("series", Arg::Number(id.into()));
        let (subject, call) = match step(&series, now) {
            Some(Step::FixPrice) => (format!("fix_price/{id}"), Call::new("Options", "fix_price", [number])),
            Some(Step::Settle) => {
                let limit = ("limit", Arg::Number(SETTLE_LIMIT.into()));
                (format!("settle/{id}"), Call::new("Options", "settle", [number, limit]))
            }
            None => continue,
        };
        let mark = format!("{:?}", series.next);
        due.push(duty(subject, call, Otherwise::Blocks { mark, turns }));
    }
    Ok(())
}

async fn insurance(at: &AtBlock, now: u64, due: &mut Vec<Duty>) -> Result<(), Trouble> {
    let today = day(now);
    let Some((plan, state)) = value::<Plan, ()>(at, "Insurance", "Schedule", ()).await? else {
        return Ok(());
    };
    if let Some(day) = plan.day.filter(|day| *day < today) {
        let call = Call::new("Insurance", "poke", []);
        due.push(duty("poke/Insurance".to_owned(), call, blocks(day.to_string())));
    }
    if plan.sweep == Sweep::Idle {
        return Ok(());
    }
    let products = entries::<(u32,), (), Product>(at, "Insurance", "Products", (), MOST).await?;
    let events: BTreeMap<u32, u32> = products
        .into_iter()
        .map(|((id,), product)| (id, product.events))
        .collect();
    // All of them, as it is not known where those lie for which there is something to do. Only while the sweep runs.
    let covers = entries::<(u64,), (), Cover>(at, "Insurance", "Covers", (), usize::MAX).await?;
    let waiting = covers.into_iter().filter(|(_, cover)| {
        let events = events.get(&cover.product).copied().unwrap_or_default();
        wants_cover(cover, events, today)
    });
    for ((id,), cover) in waiting.take(MOST) {
        let call = Call::new("Insurance", "claim", [("cover", Arg::Number(id.into()))]);
        let mark = format!("{} {}", hex(&state), cover.seen);
        due.push(duty(format!("claim_cover/{id}"), call, blocks(mark)));
    }
    Ok(())
}

async fn claims(at: &AtBlock, now: u64, due: &mut Vec<Duty>) -> Result<(), Trouble> {
    let all = entries::<(u64,), (), Claim>(at, "Insurance", "Claims", (), usize::MAX).await?;
    // How long a claim takes is not in its metadata, and the chain tells it by the owner.
    let voting = |claim: &Claim| claim.stage == ClaimStage::Voting;
    let owners: BTreeSet<_> = all
        .iter()
        .filter(|(_, claim)| voting(claim))
        .map(|(_, claim)| claim.owner.0)
        .collect();
    let mut over = BTreeSet::new();
    for owner in owners {
        let infos: Vec<ClaimInfo> = ask(at, "InsuranceApi", "claims", (AccountId32(owner),)).await?;
        over.extend(infos.iter().filter(|info| info.final_from <= now).map(|info| info.id));
    }
    for ((id,), claim) in all {
        let number = ("claim", Arg::Number(id.into()));
        match claim.stage {
            ClaimStage::Voting if over.contains(&id) => {
                let call = Call::new("Insurance", "finalise", [number]);
                due.push(duty(format!("finalise/{id}"), call, Otherwise::Nobody));
            }
            ClaimStage::Decided if claim.votes > 0 => {
                let prefix = (id,);
                let votes = entries::<(u64, AccountId32), _, Value>(at, "Insurance", "Votes", prefix, MOST).await?;
                for ((_, who), _) in votes {
                    let args = [number.clone(), ("who", Arg::Address(who))];
                    let call = Call::new("Insurance", "collect", args);
                    due.push(duty(format!("collect/{id}/{who}"), call, Otherwise::Nobody));
                }
            }
            ClaimStage::Voting | ClaimStage::Escalated | ClaimStage::Decided => {}
        }
    }
    Ok(())
}

async fn auctions(at: &AtBlock, now: u64, due: &mut Vec<Duty>) -> Result<(), Trouble> {
    let agenda = value::<Vec<Appointment>, ()>(at, "Auctions", "Agenda", ()).await?;
    let agenda = agenda.map(|(agenda, _)| agenda).unwrap_or_default();
    for Appointment { at: time, auction: id } in agenda.into_iter().filter(|entry| entry.at <= now).take(MOST) {
        let Some((auction, _)) = value::<Auction, _>(at, "Auctions", "Auctions", (id,)).await? else {
            continue;
        };
        if auction.ends_at > now {
            continue;
        }
        let number = ("auction", Arg::Number(id.into()));
        let bids = match auction.phase {
            Phase::Settling => entries::<(u64, u64), _, Value>(at, "Auctions", "Bids", (id,), MOST).await?,
            Phase::Bidding | Phase::Withdrawn | Phase::Selling => Vec::new(),
        };
        if bids.is_empty() {
            // Closes it, or finishes it once all is settled.
            let call = Call::new("Auctions", "close", [number]);
            let mark = format!("{:?} {time}", auction.phase);
            due.push(duty(format!("close_auction/{id}"), call, blocks(mark)));
            continue;
        }
        for ((_, bid), _) in bids {
            let call = Call::new("Auctions", "claim", [number.clone(), ("bid", Arg::Number(bid.into()))]);
            due.push(duty(format!("claim_bid/{id}/{bid}"), call, blocks(time.to_string())));
        }
    }
    Ok(())
}

async fn upkeep(at: &AtBlock, head: &Head, now: u64, due: &mut Vec<Duty>) -> Result<(), Trouble> {
    let poke = |pallet: &'static str, state: &[u8], asset: Option<u32>| Duty {
        subject: match asset {
            Some(asset) => format!("poke/{pallet}/{asset}"),
            None => format!("poke/{pallet}"),
        },
        call: Call::new(pallet, "poke", asset.map(|asset| ("asset", Arg::Number(asset.into())))),
        // A poke that did something costs nothing, except that of the buyback; in a batch it would.
        alone: asset.is_none(),
        otherwise: blocks(hex(state)),
    };
    let active = value::<ActiveEra, ()>(at, "Staking", "ActiveEra", ()).await?;
    let active = active.map_or(0, |(era, _)| era.index);
    if let Some((round, state)) = value::<SynthRound, ()>(at, "StakingSynth", "Round", ()).await? {
        if round.stage.is_some() || round.era < active {
            due.push(poke("StakingSynth", &state, None));
        }
    }
    if let Some((round, state)) = value::<DerivativesRound, ()>(at, "StakingDerivatives", "Round", ()).await? {
        if round.step.is_some() || round.era < active {
            due.push(poke("StakingDerivatives", &state, None));
        }
    }
    if let Some((agenda, state)) = value::<Agenda, ()>(at, "StakingEtf", "Schedule", ()).await? {
        if wants_etf(&agenda, now) {
            due.push(poke("StakingEtf", &state, None));
        }
    }
    if let Some((turns, state)) = value::<Turns, ()>(at, "Buyback", "Turn", ()).await? {
        if let Some(asset) = turns.next.filter(|_| head.number >= turns.at.into()) {
            due.push(poke("Buyback", &state, Some(asset)));
        }
    }
    Ok(())
}

async fn tickets(at: &AtBlock, due: &mut Vec<Duty>) -> Result<(), Trouble> {
    let settled = entries::<(u64,), (), Value>(at, "StakingSynth", "Settled", (), usize::MAX).await?;
    if settled.is_empty() {
        return Ok(());
    }
    let settled: Vec<u64> = settled.into_iter().map(|((batch,), _)| batch).collect();
    let tickets = entries::<(u64,), (), Ticket>(at, "StakingSynth", "Tickets", (), usize::MAX).await?;
    let ready = tickets
        .into_iter()
        .filter(|(_, ticket)| settled.contains(&ticket.batch));
    for ((id,), _) in ready.take(MOST) {
        let call = Call::new("StakingSynth", "claim", [("ticket", Arg::Number(id.into()))]);
        due.push(duty(format!("claim_ticket/{id}"), call, Otherwise::Nobody));
    }
    Ok(())
}
