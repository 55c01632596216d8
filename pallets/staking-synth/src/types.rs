// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the pallet stores.

// The derived codecs number the variants of enums by casts.
#![allow(clippy::as_conversions)]

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use finch_types::{Balance, BatchId, EraIndex, TicketId};
use scale_info::TypeInfo;

/// Whether new money may come in. Exits do not look at it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Entry {
    /// Mints and rebonds are open.
    #[default]
    Open,
    /// Governance has paused mints and rebonds.
    Paused,
    /// A slash above [`crate::SLASH_HALT`] has stopped mints and rebonds until governance resumes them.
    Halted,
}

/// The books of the synth: one balance sheet and what explains it. All amounts in planck.
///
/// `staked + idle + buffer == backing + owed + unreleased + fees_due` after every call (INV-SYNTH-2).
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Books {
    /// Native that stands behind all synth.
    pub backing: Balance,
    /// Native owed to batches that are not settled.
    pub owed: Balance,
    /// Reward, and gain that redeemers have forgone, that waits to join the backing: a rise of the rate is bounded.
    pub unreleased: Balance,
    /// Protocol fee on rewards, not yet paid to the fee sink.
    pub fees_due: Balance,
    /// Native that the stash has bonded or unbonding, as far as it is accounted for.
    pub staked: Balance,
    /// Native in the pot that upkeep will pay out or bond.
    pub idle: Balance,
    /// Native in the pot for redemptions at once.
    pub buffer: Balance,
    /// Native in the pot for the tickets of settled batches. Belongs to their owners.
    pub settled: Balance,
    /// All synth there is, the seed and the escrow of open tickets among it.
    pub issuance: Balance,
    /// What the backing is expected to gain at the next accounting.
    pub reward_per_era: Balance,
    /// Rewards of all eras before this one are accounted for.
    pub accounted_era: EraIndex,
    /// Whether new money may come in.
    pub entry: Entry,
    /// Everything that ever flowed.
    pub flows: Flows,
}

/// Sums over the life of the synth, in planck. They only grow.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Flows {
    /// Native that came in: the seed and all deposits.
    pub deposited: Balance,
    /// Native that the stake earned, before the protocol fee.
    pub rewarded: Balance,
    /// Native that slashes took.
    pub slashed: Balance,
    /// Native paid to ticket owners.
    pub claimed: Balance,
    /// Native paid to those who redeemed at once, after the fee.
    pub instant: Balance,
    /// Native paid to the fee sink.
    pub fees: Balance,
    /// Synth minted, the seed included.
    pub minted: Balance,
    /// Synth burned.
    pub burned: Balance,
}

/// The tickets that wait for the end of the era.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct OpenBatch {
    /// The number that the batch will keep.
    pub id: BatchId,
    /// Number of its tickets.
    pub tickets: u32,
    /// Synth in escrow: the sum over its tickets.
    pub synth: Balance,
    /// Native at request: the sum over its tickets.
    pub value: Balance,
}

/// Where the next ticket goes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Queue {
    /// The batch that takes new tickets.
    pub open: OpenBatch,
    /// The number of the next ticket.
    pub next_ticket: TicketId,
}

/// A closed batch that waits for native. Its synth is burned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Batch {
    /// Its number. Batches are settled in this order.
    pub id: BatchId,
    /// Number of its tickets.
    pub tickets: u32,
    /// Native at request: the sum over its tickets.
    pub value: Balance,
    /// Native that it will be paid: at most `value`, less by every slash since.
    pub owed: Balance,
    /// The era from which on its native should have finished unbonding.
    pub due_era: EraIndex,
}

/// A batch whose native lies in the pot. Written once, then only drawn down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct SettledBatch {
    /// Native at request, of all its tickets at settlement.
    pub value: Balance,
    /// Native paid for all of them. A ticket gets `floor(ticket.value * paid / value)`.
    pub paid: Balance,
    /// Native not yet claimed.
    pub left: Balance,
    /// Tickets not yet claimed.
    pub tickets: u32,
}

/// A place in the redemption queue. Its owner can hand it on.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Ticket<AccountId> {
    /// Who is paid.
    pub owner: AccountId,
    /// The batch it went into.
    pub batch: BatchId,
    /// Synth given.
    pub synth: Balance,
    /// Native that the synth was worth at the request. The most that the ticket pays.
    pub value: Balance,
}

/// How far a ticket has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum TicketStage {
    /// Waits for the end of the era. Can be cancelled.
    Open,
    /// Its batch waits for native. Can be rebonded.
    Unbonding,
    /// Can be claimed.
    Settled,
}

/// What upkeep does next for an era that has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Stage {
    /// Pay out the rewards of `era`, from position `cursor` on.
    Payout {
        /// The era whose rewards are paid.
        era: EraIndex,
        /// The position in that era.
        cursor: u32,
    },
    /// Withdraw, take the reward into the books, record the rate.
    Account,
    /// Close the open batch.
    Batch,
    /// Settle batches in order while there is native for them.
    Settle,
    /// Pay fees, fill the buffer, bond or unbond the difference.
    Rebalance,
    /// Nominate the best validators.
    Nominate,
}

/// How far upkeep has come.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Upkeep {
    /// The active era of the last finished round.
    pub era: EraIndex,
    /// The active era when the running round began.
    pub target: EraIndex,
    /// The next step of the running round; `None` between rounds.
    pub stage: Option<Stage>,
}

/// What a mint would give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct MintQuote {
    /// Synth out, in planck.
    pub synth: Balance,
    /// Reward that has accrued and is in the price, in planck, over the whole backing.
    pub accrued: Balance,
}

/// What a redemption would give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct RedeemQuote {
    /// Native, in planck, through the queue, if no slash happens.
    pub queued: Balance,
    /// The era in which a queued redemption should be paid at the latest.
    pub due_era: EraIndex,
    /// Native, in planck, at once and after the fee; `None` if the buffer cannot pay it.
    pub instant: Option<Balance>,
    /// The fee of redeeming at once, in planck; 0 if the buffer cannot pay it.
    pub instant_fee: Balance,
}

/// What the owner of a ticket wants to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct RedeemStatus {
    /// How far it has come.
    pub stage: TicketStage,
    /// Native, in planck, that is paid to others before this ticket's batch.
    pub ahead: Balance,
    /// The era in which it should be paid at the latest. The era that now earns, once it can be claimed.
    pub due_era: EraIndex,
    /// The same as a length of time from now, in milliseconds; 0 once it can be claimed.
    pub eta: u64,
    /// Native, in planck, that it pays as things stand.
    pub payout: Balance,
    /// Native, in planck, that it pays if every slash that is reported and not yet applied is applied in full.
    pub worst_case: Balance,
}
