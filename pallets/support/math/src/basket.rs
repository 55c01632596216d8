// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Which proof-of-stake assets a basket holds, and how much of each.
//!
//! Only candidates at or above two floors, of market cap and of daily volume, are looked at. Among them
//!
//! ```text
//! rank(x, by) = 1 + how many have strictly more of `by` than x         equal values share a rank
//! score(x)    = rank(x, staking ratio) + rank(x, reward ratio)         lower is better
//! ```
//!
//! The first [`MEMBERS`] get the seats, in this order: the lower score, the incumbent, the larger market cap, the
//! smaller id. Scores of newcomers count `band` more than they are: a newcomer comes before an incumbent only if its
//! score is lower by more than `band`, so that small moves do not make the basket trade. Below a floor nothing keeps a
//! seat.
//!
//! The members are weighted by market cap, in parts of a whole that are handed out to the last one.
//!
//! The result depends on the candidates only, never on the order in which they are given. Ranks and scores are whole
//! numbers and nothing is rounded until the weights.

use crate::MathError;
use core::cmp::Reverse;
use primitive_types::U256;

/// The seats of a basket.
pub const MEMBERS: usize = 3;

/// The most candidates: ranking them compares every two, so the work grows with the square.
pub const MAX_CANDIDATES: usize = 64;

/// The parts that weights sum to, those of a `Perbill`.
pub const WHOLE: u32 = 1_000_000_000;

/// An asset that may get a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Names the asset; different for every candidate.
    pub id: u32,
    /// Value of all coins, in whole units of the quote currency.
    pub market_cap: u128,
    /// Value traded in a day, in whole units of the quote currency.
    pub volume: u128,
    /// Staked coins over all coins, as 1e-18 fixed point.
    pub staking_ratio: u128,
    /// Reward a year over staked coins, as 1e-18 fixed point.
    pub reward_ratio: u128,
    /// Holds a seat now.
    pub incumbent: bool,
}

/// Who may get a seat, and how much better one must be to take it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// The least market cap, in whole units of the quote currency.
    pub min_market_cap: u128,
    /// The least volume a day, in whole units of the quote currency.
    pub min_volume: u128,
    /// A newcomer comes before an incumbent only if its score is lower by more than this. In ranks.
    pub band: u32,
}

/// The chosen ids, the best first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Members {
    /// No id stands after an empty seat.
    seats: [Option<u32>; MEMBERS],
}

impl Members {
    /// The ids, the best first; fewer than [`MEMBERS`] if fewer candidates are eligible.
    pub fn ids(&self) -> impl Iterator<Item = u32> + '_ {
        self.seats.iter().copied().flatten()
    }

    /// The ids, the best first, if every seat is taken. `None` leaves it to the caller to keep what it has.
    pub fn complete(&self) -> Option<[u32; MEMBERS]> {
        match self.seats {
            [Some(first), Some(second), Some(third)] => Some([first, second, third]),
            _ => None,
        }
    }
}

/// Whether `candidate` is at or above both floors. A seat that it holds does not help it.
pub fn eligible(candidate: &Candidate, rules: &Rules) -> bool {
    candidate.market_cap >= rules.min_market_cap && candidate.volume >= rules.min_volume
}

/// Where a candidate stands; the least is the best. Compared field by field, in the order in which they are written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Standing {
    /// The score, and `band` more for a newcomer. Taking it off the incumbents' scores could go below zero.
    score: u64,
    newcomer: bool,
    market_cap: Reverse<u128>,
    id: u32,
}

impl Standing {
    fn of(candidate: &Candidate, candidates: &[Candidate], rules: &Rules) -> Result<Self, MathError> {
        let rank = |by: fn(&Candidate) -> u128| {
            let own = by(candidate);
            let better = |other: &&Candidate| eligible(other, rules) && by(other) > own;
            u64::try_from(candidates.iter().filter(better).count())
                .ok()
                .and_then(|better| better.checked_add(1))
        };
        let handicap = if candidate.incumbent { 0 } else { rules.band };
        let score = rank(|candidate| candidate.staking_ratio)
            .zip(rank(|candidate| candidate.reward_ratio))
            .and_then(|(staking, reward)| staking.checked_add(reward))
            .and_then(|score| score.checked_add(handicap.into()))
            .ok_or(MathError::Overflow)?;
        Ok(Self {
            score,
            newcomer: !candidate.incumbent,
            market_cap: Reverse(candidate.market_cap),
            id: candidate.id,
        })
    }
}

/// Gives the seats to the best of `candidates`. Seats for which nobody is eligible stay empty.
///
/// Domain: at most [`MAX_CANDIDATES`], no id twice, eligible or not. Errors: [`MathError::OutOfDomain`] outside it;
/// inside it none.
pub fn select(candidates: &[Candidate], rules: &Rules) -> Result<Members, MathError> {
    let named_twice = |id| candidates.iter().filter(|other| other.id == id).nth(1).is_some();
    if candidates.len() > MAX_CANDIDATES || candidates.iter().any(|candidate| named_twice(candidate.id)) {
        return Err(MathError::OutOfDomain);
    }
    let mut seats: [Option<Standing>; MEMBERS] = [None; MEMBERS];
    for candidate in candidates.iter().filter(|candidate| eligible(candidate, rules)) {
        let mut seeking = Standing::of(candidate, candidates, rules)?;
        // Whoever loses a seat asks for the next one.
        for seat in &mut seats {
            match seat {
                Some(holder) if *holder < seeking => (),
                Some(holder) => core::mem::swap(holder, &mut seeking),
                None => {
                    *seat = Some(seeking);
                    break;
                }
            }
        }
    }
    Ok(Members {
        seats: seats.map(|seat| seat.map(|standing| standing.id)),
    })
}

/// The weights of assets with the market caps `caps`, in parts of [`WHOLE`], to which they sum exactly.
///
/// By largest remainder: each gets `floor(cap * WHOLE / sum of caps)`, and the parts that are left, fewer than there
/// are assets, go one each to those of which most was cut off; among equals, to the one that stands first. So each
/// weight is less than one part from the exact share, a larger cap never gets the smaller weight, and a cap of zero
/// gets none.
///
/// Caps may have any unit, and a sum above `u128::MAX`. Errors: [`MathError::OutOfDomain`] if all of them are zero, or
/// there is none; no other.
pub fn weights<const N: usize>(caps: &[u128; N]) -> Result<[u32; N], MathError> {
    let total = caps
        .iter()
        .try_fold(U256::zero(), |sum, cap| sum.checked_add((*cap).into()))
        .ok_or(MathError::Overflow)?;
    if total.is_zero() {
        return Err(MathError::OutOfDomain);
    }
    let mut weights = [0u32; N];
    let mut rests = [U256::zero(); N];
    let mut left = WHOLE;
    for ((weight, rest), cap) in weights.iter_mut().zip(&mut rests).zip(caps) {
        let parts = U256::from(*cap).checked_mul(WHOLE.into()).ok_or(MathError::Overflow)?;
        let (share, cut) = parts.div_mod(total);
        *weight = share.try_into().map_err(|_| MathError::Overflow)?;
        *rest = cut;
        left = left.checked_sub(*weight).ok_or(MathError::Overflow)?;
    }
    let left = usize::try_from(left).map_err(|_| MathError::Overflow)?;
    let place = |(at, rest): (usize, &U256)| (Reverse(*rest), at);
    for (weight, own) in weights.iter_mut().zip(rests.iter().enumerate().map(place)) {
        let before = rests.iter().enumerate().map(place).filter(|other| *other < own).count();
        if before < left {
            *weight = weight.checked_add(1).ok_or(MathError::Overflow)?;
        }
    }
    Ok(weights)
}

/// The mean of samples of one quantity, in its unit: over a month of them one bad hour does not decide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Average {
    /// Of all samples.
    pub sum: u128,
    /// How many samples.
    pub count: u32,
}

impl Average {
    /// Takes one more sample into the mean; on an error the mean stays as it is.
    ///
    /// Errors: [`MathError::Overflow`] if the sum or the count does not fit.
    pub fn add(&mut self, value: u128) -> Result<(), MathError> {
        let sum = self.sum.checked_add(value).ok_or(MathError::Overflow)?;
        let count = self.count.checked_add(1).ok_or(MathError::Overflow)?;
        *self = Self { sum, count };
        Ok(())
    }

    /// `floor(sum / count)`: less than one unit below the exact mean. `None` without a sample.
    pub fn value(&self) -> Option<u128> {
        self.sum.checked_div(self.count.into())
    }
}
