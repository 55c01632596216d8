// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the pallet stores and what it answers.

// The derived codecs number the variants of enums by casts.
#![allow(clippy::as_conversions)]

use crate::{books::begin, MAX_PRODUCTS};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use finch_ports::Risk;
use finch_types::{Balance, ClaimId, CoverId, FixedU128, Moment};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_arithmetic::Permill;
use sp_runtime::DispatchError;

/// The number of a product. Never used twice.
pub type ProductId = u32;
/// The number of a loss event of a product, counted from 0.
pub type EventId = u32;
/// A day of the clock, counted from 1970 in UTC.
pub type Day = u32;
/// What a product of genesis is sold at: the most of the capital that it may cover, the part of a loss that is paid, and
/// the rate a year, at first and later.
pub type FirstTerms = (Permill, Permill, FixedU128);
/// The hash of what a claimant brings forward.
pub type Evidence = [u8; 32];

/// All sums of the pool, in planck where nothing else is said.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Books {
    /// Paid in by members since genesis.
    pub joined: Balance,
    /// Paid out to members since genesis.
    pub withdrawn: Balance,
    /// Premiums paid since genesis, fees included.
    pub premiums: Balance,
    /// What of them went to the fee sink.
    pub fees: Balance,
    /// What of them has been earned.
    pub earned: Balance,
    /// Paid on covers since genesis.
    pub paid: Balance,
    /// Deposits of rejected claims since genesis.
    pub forfeited: Balance,
    /// Paid to assessors since genesis.
    pub rewarded: Balance,
    /// What members own together.
    pub capital: Balance,
    /// Reserved for loss events: the sum of what they have left.
    pub events: Balance,
    /// Reserved for undecided claims, with the rewards of their assessors.
    pub claims: Balance,
    /// What assessors of decided claims can still collect.
    pub rewards: Balance,
    /// Cover that runs: the sum over all products.
    pub active: Balance,
    /// What covers earn at the end of a day.
    pub per_day: Balance,
    /// The day that has not ended yet as far as the books know.
    pub day: Day,
    /// Shares of all members of this round.
    pub shares: Balance,
    /// Shares of earlier rounds are void.
    pub round: u32,
    /// Stake of all assessors that can vote.
    pub stake: Balance,
}

impl Books {
    /// Premium that is paid and not earned: `premiums - fees - earned`. `None` if the books are wrong.
    pub fn unearned(&self) -> Option<Balance> {
        self.premiums.checked_sub(self.fees)?.checked_sub(self.earned)
    }

    /// The day whose end is booked next: `day` while premium is unearned. `None` if the books are wrong.
    pub(crate) fn next_day(&self) -> Option<Option<Day>> {
        Some((self.unearned()? > 0).then_some(self.day))
    }
}

/// What a product covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Kind {
    /// A risk of which the chain measures the losses.
    Parametric(Risk),
    /// Something that assessors vote about.
    Voted,
}

/// Whether a product can be bought and renewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Sales {
    /// It can.
    Open,
    /// It cannot. Covers that are sold go on.
    Closed,
}

/// A product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Product {
    /// What it covers.
    pub kind: Kind,
    /// Whether it is sold.
    pub sales: Sales,
    /// The most of the capital that it may cover.
    pub capacity: Permill,
    /// The part of a loss that is paid; the owner of the cover bears the rest.
    pub pays: Permill,
    /// The rate that the price falls to, a year.
    pub target: FixedU128,
    /// The rate after the last sale, a year.
    pub rate: FixedU128,
    /// The time of that sale.
    pub rate_at: Moment,
    /// Amounts of its covers that run, in planck.
    pub active: Balance,
    /// Its covers in storage, also those that have ended and wait for the sweep.
    pub covers: u32,
    /// The number of its next loss event.
    pub events: EventId,
}

/// A cover.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Cover<AccountId> {
    /// Who is paid.
    pub owner: AccountId,
    /// Its product.
    pub product: ProductId,
    /// Planck that it can still pay.
    pub amount: Balance,
    /// It ends when this day begins.
    pub end: Day,
    /// The first loss event of the product that it has not been asked for.
    pub seen: EventId,
    /// Its open claim.
    pub claim: Option<ClaimId>,
}

/// What a day's end changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Ending {
    /// Planck a day that are not earned any more.
    pub per_day: Balance,
    /// Planck that are earned once, at this end.
    pub rest: Balance,
    /// Planck of active cover that end, by product; no product twice, none with 0.
    pub covers: BoundedVec<(ProductId, Balance), ConstU32<MAX_PRODUCTS>>,
}

impl Ending {
    /// More of a product ends. `None` if it does not fit.
    pub(crate) fn add(&mut self, product: ProductId, amount: Balance) -> Option<()> {
        match self.covers.iter_mut().find(|(of, _)| *of == product) {
            Some((_, sum)) => *sum = sum.checked_add(amount)?,
            None => self.covers.try_push((product, amount)).ok()?,
        }
        Some(())
    }

    /// Less of a product ends. `None` if it is less than that.
    pub(crate) fn take(&mut self, product: ProductId, amount: Balance) -> Option<()> {
        let (_, sum) = self.covers.iter_mut().find(|(of, _)| *of == product)?;
        *sum = sum.checked_sub(amount)?;
        self.covers.retain(|(_, sum)| *sum > 0);
        Some(())
    }
}

/// A booked loss of a product's risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct LossEvent {
    /// When it was booked. Covers that ended before get nothing.
    pub at: Moment,
    /// The part of its amount that a cover is paid; above 0, at most 1.
    pub ratio: FixedU128,
    /// Planck of its reserve that are not paid.
    pub left: Balance,
    /// Covers that have not been asked for it; above 0.
    pub waiting: u32,
}

/// Shares that are about to leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Notice {
    /// How many; above 0.
    pub shares: Balance,
    /// From this time on they can be withdrawn, for the runtime's `WithdrawalWindow`.
    pub from: Moment,
}

/// A member.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Membership {
    /// The round of the shares.
    pub round: u32,
    /// Shares; those of an earlier round are void.
    pub shares: Balance,
    /// Shares that are about to leave.
    pub notice: Option<Notice>,
}

/// An assessor.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Assessor {
    /// Planck on hold that vote.
    pub stake: Balance,
    /// When some of them came last: they vote on claims that were submitted later.
    pub since: Moment,
    /// Planck on hold that are about to leave and do not vote.
    pub leaving: Balance,
    /// From this time on those can be released.
    pub from: Moment,
}

/// What becomes of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Verdict {
    /// It is paid.
    Accept,
    /// It is not.
    Reject,
}

/// A vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Vote {
    /// What for.
    pub verdict: Verdict,
    /// Planck of stake behind it.
    pub weight: Balance,
}

/// Where a claim stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Stage {
    /// Assessors vote, or the decision may be escalated, or it waits to be finalised.
    Voting,
    /// It waits for the administration.
    Escalated,
    /// Over. The assessors who voted so share the reward.
    Decided {
        /// What became of it.
        verdict: Verdict,
        /// Planck that they share.
        reward: Balance,
        /// What of it has not been collected.
        left: Balance,
    },
}

/// A voted claim.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Claim<AccountId> {
    /// The owner of the cover, whose deposit is on hold.
    pub owner: AccountId,
    /// The cover.
    pub cover: CoverId,
    /// Planck that are reserved to be paid.
    pub payout: Balance,
    /// Planck that are reserved for assessors, if it is paid.
    pub reward: Balance,
    /// Planck on hold until it is decided.
    pub deposit: Balance,
    /// The hash of what proves the loss.
    pub evidence: Evidence,
    /// When it was submitted.
    pub submitted: Moment,
    /// Stake that could vote then, in planck.
    pub electorate: Balance,
    /// Stake for it.
    pub accept: Balance,
    /// Stake against it.
    pub reject: Balance,
    /// Votes in storage.
    pub votes: u32,
    /// Where it stands.
    pub stage: Stage,
}

impl<AccountId> Claim<AccountId> {
    /// Stake that voted so, in planck.
    pub fn weight_of(&self, verdict: Verdict) -> Balance {
        match verdict {
            Verdict::Accept => self.accept,
            Verdict::Reject => self.reject,
        }
    }
}

/// The walk over all covers that pays losses and removes what has ended.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Sweep {
    /// There is nothing to look for.
    #[default]
    Idle,
    /// It is on its way.
    Running {
        /// The last cover that is done; none at the beginning.
        after: Option<CoverId>,
        /// Something has happened since it began: at its end it begins again.
        again: bool,
    },
}

impl Sweep {
    /// Something has happened to covers.
    pub(crate) fn due(self) -> Self {
        match self {
            Sweep::Idle | Sweep::Running { after: None, .. } => Sweep::Running {
                after: None,
                again: false,
            },
            Sweep::Running { after, .. } => Sweep::Running { after, again: true },
        }
    }

    /// It has come to its end.
    pub(crate) fn ended(self) -> Self {
        match self {
            Sweep::Running { again: true, .. } => Sweep::Running {
                after: None,
                again: false,
            },
            Sweep::Idle | Sweep::Running { again: false, .. } => Sweep::Idle,
        }
    }
}

/// What there is to do in the idle time of blocks.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Plan {
    /// The day whose end is booked next; `None` while no cover earns, as then the ends of days change nothing.
    pub day: Option<Day>,
    /// How far the sweep is.
    pub sweep: Sweep,
}

impl Plan {
    /// When there is something to do; `None` for never.
    pub(crate) fn next_look(&self) -> Option<Moment> {
        match self.sweep {
            Sweep::Running { .. } => Some(0),
            // A day is over when the next one begins.
            Sweep::Idle => self.day.map(|day| begin(day.saturating_add(1))),
        }
    }
}

/// What a cover would cost now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Quote {
    /// Planck to pay, rounded up.
    pub premium: Balance,
    /// What of it goes to the fee sink, rounded down.
    pub fee: Balance,
    /// The rate before the sale, a year.
    pub rate: FixedU128,
    /// The rate after it. The premium is for the mean of both.
    pub rate_after: FixedU128,
    /// The cover would end when this day begins.
    pub end: Day,
}

/// How much of a product is sold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Capacity {
    /// Planck that the product may cover at most.
    pub total: Balance,
    /// Planck that it covers.
    pub active: Balance,
    /// Planck that can be bought now: what capacity and requirement leave; 0 if it is not sold.
    pub available: Balance,
    /// The rate now, a year.
    pub rate: FixedU128,
}

/// The pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PoolStatus {
    /// The books, brought up to the last day's end.
    pub books: Books,
    /// Premium paid and not earned, in planck.
    pub unearned: Balance,
    /// Capital that has to stay, in planck.
    pub requirement: Balance,
    /// Capital above it, in planck: what withdrawals can take.
    pub free: Balance,
    /// Whether a loss is known of a risk with active cover: nobody can withdraw then.
    pub known_loss: bool,
    /// Whether losses wait to be paid, or ended covers to be removed.
    pub sweeping: bool,
}

/// A member, with what its shares are worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct MemberInfo {
    /// Shares of this round.
    pub shares: Balance,
    /// Planck that they would be paid now if nothing held them, rounded down.
    pub value: Balance,
    /// Shares that are about to leave.
    pub notice: Option<Notice>,
    /// Planck that `withdraw` would pay now, or its error.
    pub withdrawable: Result<Balance, DispatchError>,
}

/// A cover, with what it is owed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct CoverInfo<AccountId> {
    /// Its number.
    pub id: CoverId,
    /// The cover.
    pub cover: Cover<AccountId>,
    /// Planck that booked losses owe it and that have not been paid yet.
    pub due: Balance,
}

/// A claim, with its times.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ClaimInfo<AccountId> {
    /// Its number.
    pub id: ClaimId,
    /// The claim.
    pub claim: Claim<AccountId>,
    /// Votes are taken until then.
    pub vote_end: Moment,
    /// From then on it can be finalised.
    pub final_from: Moment,
}
