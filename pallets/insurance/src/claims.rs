// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Claims about which assessors vote.

use crate::{
    books::{add, begin, count, sub},
    types::*,
    *,
};
use finch_math::{mul_div, Round};
use finch_types::{ClaimId, CoverId, Moment};
use frame_support::{
    ensure,
    pallet_prelude::DispatchResult,
    traits::{
        fungible::MutateHold,
        tokens::{Fortitude::Force, Precision::Exact, Restriction::Free},
        Get, Time,
    },
};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_submit_claim(
        who: T::AccountId,
        cover_id: CoverId,
        lost: Balance,
        evidence: Evidence,
    ) -> DispatchResult {
        let now = T::Time::now();
        let mut cover = Covers::<T>::get(cover_id).ok_or(Error::<T>::NoCover)?;
        ensure!(cover.owner == who, Error::<T>::NotOwner);
        ensure!(now < begin(cover.end), Error::<T>::CoverOver);
        ensure!(cover.claim.is_none(), Error::<T>::ClaimOpen);
        let product = Products::<T>::get(cover.product).ok_or(Error::<T>::Corrupted)?;
        ensure!(product.kind == Kind::Voted, Error::<T>::NotVoted);
        let mut books = Pool::<T>::get();
        let deposit = T::ClaimDeposit::get();
        let payout = product.pays.mul_floor(lost).min(cover.amount).min(books.capital);
        ensure!(payout > 0, Error::<T>::NothingDue);
        sub::<T>(&mut books.capital, payout)?;
        let reward = deposit.min(books.capital);
        sub::<T>(&mut books.capital, reward)?;
        add::<T>(&mut books.claims, payout)?;
        add::<T>(&mut books.claims, reward)?;

        let id = NextClaim::<T>::get();
        NextClaim::<T>::put(count::<T>(id)?);
        cover.claim = Some(id);
        let claim = Claim {
            owner: who.clone(),
            cover: cover_id,
            payout,
            reward,
            deposit,
            evidence,
            submitted: now,
            electorate: books.stake,
            accept: 0,
            reject: 0,
            votes: 0,
            stage: Stage::Voting,
        };
        Covers::<T>::insert(cover_id, cover);
        Claims::<T>::insert(id, claim);
        Pool::<T>::put(books);
        Self::deposit_event(Event::ClaimSubmitted {
            claim: id,
            cover: cover_id,
            payout,
            evidence,
        });
        Self::hold(HoldReason::ClaimDeposit, &who, deposit)
    }

    pub(crate) fn do_vote(who: T::AccountId, id: ClaimId, verdict: Verdict) -> DispatchResult {
        let mut claim = Claims::<T>::get(id).ok_or(Error::<T>::NoClaim)?;
        ensure!(
            claim.stage == Stage::Voting && T::Time::now() < Self::vote_end(&claim),
            Error::<T>::VoteOver
        );
        let assessor = Assessors::<T>::get(&who)
            .filter(|assessor| assessor.stake > 0)
            .ok_or(Error::<T>::NoStake)?;
        ensure!(assessor.since < claim.submitted, Error::<T>::StakeTooNew);
        ensure!(!Votes::<T>::contains_key(id, &who), Error::<T>::AlreadyVoted);
        let weight = assessor.stake;
        match verdict {
            Verdict::Accept => add::<T>(&mut claim.accept, weight)?,
            Verdict::Reject => add::<T>(&mut claim.reject, weight)?,
        }
        claim.votes = count::<T>(claim.votes)?;
        Votes::<T>::insert(id, &who, Vote { verdict, weight });
        Claims::<T>::insert(id, claim);
        Self::deposit_event(Event::Voted {
            who,
            claim: id,
            verdict,
            weight,
        });
        Ok(())
    }

    pub(crate) fn do_escalate(id: ClaimId) -> DispatchResult {
        let claim = Claims::<T>::get(id).ok_or(Error::<T>::NoClaim)?;
        let now = T::Time::now();
        ensure!(
            claim.stage == Stage::Voting && now >= Self::vote_end(&claim) && now < Self::final_from(&claim),
            Error::<T>::NotInCoolDown
        );
        Self::escalated(id, claim);
        Ok(())
    }

    fn escalated(id: ClaimId, mut claim: Claim<T::AccountId>) {
        claim.stage = Stage::Escalated;
        Claims::<T>::insert(id, claim);
        Self::deposit_event(Event::ClaimEscalated { claim: id });
    }

    pub(crate) fn do_resolve(id: ClaimId, verdict: Verdict) -> DispatchResult {
        let claim = Claims::<T>::get(id).ok_or(Error::<T>::NoClaim)?;
        ensure!(claim.stage == Stage::Escalated, Error::<T>::NotEscalated);
        Self::decide(id, claim, verdict)
    }

    pub(crate) fn do_finalise(id: ClaimId) -> DispatchResult {
        let claim = Claims::<T>::get(id).ok_or(Error::<T>::NoClaim)?;
        match claim.stage {
            Stage::Voting => {}
            Stage::Escalated | Stage::Decided { .. } => return Err(Error::<T>::VoteOver.into()),
        }
        let now = T::Time::now();
        ensure!(now >= Self::vote_end(&claim), Error::<T>::VoteRunning);
        let voted = claim.accept.checked_add(claim.reject).ok_or(Error::<T>::Overflow)?;
        if voted == 0 || voted < T::Quorum::get().mul_ceil(claim.electorate) {
            Self::escalated(id, claim);
            return Ok(());
        }
        ensure!(now >= Self::final_from(&claim), Error::<T>::VoteRunning);
        let verdict = if claim.accept > claim.reject {
            Verdict::Accept
        } else {
            Verdict::Reject
        };
        Self::decide(id, claim, verdict)
    }

    /// Pays or rejects a claim.
    fn decide(id: ClaimId, mut claim: Claim<T::AccountId>, verdict: Verdict) -> DispatchResult {
        let mut books = Pool::<T>::get();
        let mut cover = Covers::<T>::get(claim.cover).ok_or(Error::<T>::Corrupted)?;
        sub::<T>(&mut books.claims, claim.payout)?;
        sub::<T>(&mut books.claims, claim.reward)?;
        let (paid, reward, returned) = match verdict {
            Verdict::Accept => {
                let paid = Self::payable(&claim.owner, claim.payout.min(cover.amount));
                let returned = claim.payout.checked_sub(paid).ok_or(Error::<T>::Corrupted)?;
                (paid, claim.reward, returned)
            }
            Verdict::Reject => {
                add::<T>(&mut books.forfeited, claim.deposit)?;
                let returned = claim.payout.checked_add(claim.reward).ok_or(Error::<T>::Overflow)?;
                (0, claim.deposit, returned)
            }
        };
        add::<T>(&mut books.capital, returned)?;
        add::<T>(&mut books.paid, paid)?;
        if paid > 0 {
            let mut product = Products::<T>::get(cover.product).ok_or(Error::<T>::Corrupted)?;
            Self::lower_cover(&mut books, &mut product, &mut cover, paid)?;
            Products::<T>::insert(cover.product, product);
        }
        // Nobody to reward: the pool keeps it.
        let left = if claim.weight_of(verdict) > 0 {
            add::<T>(&mut books.rewards, reward)?;
            reward
        } else {
            add::<T>(&mut books.capital, reward)?;
            0
        };
        cover.claim = None;
        Covers::<T>::insert(claim.cover, cover);
        Pool::<T>::put(books);
        let (owner, deposit) = (claim.owner.clone(), claim.deposit);
        claim.stage = Stage::Decided {
            verdict,
            reward: left,
            left,
        };
        if claim.votes > 0 {
            Claims::<T>::insert(id, claim);
        } else {
            Claims::<T>::remove(id);
        }
        // The cover may have ended meanwhile, and waited for this.
        Self::reschedule(|plan| plan.sweep = plan.sweep.due());
        Self::deposit_event(Event::ClaimDecided {
            claim: id,
            verdict,
            paid,
            reward: left,
        });
        let reason = HoldReason::ClaimDeposit.into();
        match verdict {
            Verdict::Accept => {
                T::Currency::release(&reason, &owner, deposit, Exact)?;
                Self::pay(&owner, paid)
            }
            Verdict::Reject => {
                T::Currency::transfer_on_hold(&reason, &owner, &Self::account_id(), deposit, Exact, Free, Force)?;
                Ok(())
            }
        }
    }

    pub(crate) fn do_collect(id: ClaimId, who: T::AccountId) -> DispatchResult {
        let mut claim = Claims::<T>::get(id).ok_or(Error::<T>::NoClaim)?;
        let (verdict, reward, left) = match claim.stage {
            Stage::Decided { verdict, reward, left } => (verdict, reward, left),
            Stage::Voting | Stage::Escalated => return Err(Error::<T>::NotDecided.into()),
        };
        let vote = Votes::<T>::take(id, &who).ok_or(Error::<T>::NoVote)?;
        let share = if vote.verdict == verdict && reward > 0 {
            mul_div(reward, vote.weight, claim.weight_of(verdict), Round::Down).map_err(Error::<T>::from)?
        } else {
            0
        };
        let paid = Self::payable(&who, share);
        let mut books = Pool::<T>::get();
        sub::<T>(&mut books.rewards, paid)?;
        add::<T>(&mut books.rewarded, paid)?;
        let left = left.checked_sub(paid).ok_or(Error::<T>::Corrupted)?;
        claim.votes = claim.votes.checked_sub(1).ok_or(Error::<T>::Corrupted)?;
        if claim.votes > 0 {
            claim.stage = Stage::Decided { verdict, reward, left };
            Claims::<T>::insert(id, claim);
        } else {
            // What roundings and those who cannot be paid left.
            sub::<T>(&mut books.rewards, left)?;
            add::<T>(&mut books.capital, left)?;
            Claims::<T>::remove(id);
        }
        Pool::<T>::put(books);
        Self::deposit_event(Event::Collected {
            claim: id,
            who: who.clone(),
            paid,
        });
        Self::pay(&who, paid)
    }

    /// Votes are taken until then.
    pub(crate) fn vote_end(claim: &Claim<T::AccountId>) -> Moment {
        claim.submitted.saturating_add(T::VotePeriod::get())
    }

    /// From then on it can be finalised.
    pub(crate) fn final_from(claim: &Claim<T::AccountId>) -> Moment {
        Self::vote_end(claim).saturating_add(T::CoolDown::get())
    }
}
