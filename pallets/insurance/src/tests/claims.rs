// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

/// Bob has a cover of the voted product, Dave and Eve have stake, and the claim is submitted.
fn claimed(lost: Balance) -> (CoverId, ClaimId) {
    assessors();
    let id = buy(BOB, VOTED, AMOUNT);
    (id, submit(BOB, id, lost))
}

#[test]
fn an_accepted_claim_is_paid_and_rewards_who_voted_so() {
    covered(|| {
        let (id, number) = claimed(AMOUNT / 2);
        let before = free(BOB);
        happened(Event::ClaimSubmitted {
            claim: number,
            cover: id,
            payout: AMOUNT / 2,
            evidence: [7; 32],
        });
        assert_eq!(held(HoldReason::ClaimDeposit, BOB), DEPOSIT);
        assert_eq!(books().claims, AMOUNT / 2 + DEPOSIT);
        assert_eq!(books().capital, CAPITAL - AMOUNT / 2 - DEPOSIT);
        vote(EVE, number, Verdict::Accept);
        vote(DAVE, number, Verdict::Reject);
        days(3);
        assert_noop!(finalise(number), Error::VoteRunning);
        days(1);
        assert_ok!(finalise(number));
        happened(Event::ClaimDecided {
            claim: number,
            verdict: Verdict::Accept,
            paid: AMOUNT / 2,
            reward: DEPOSIT,
        });
        assert_eq!(free(BOB), before + AMOUNT / 2 + DEPOSIT);
        assert_eq!((cover(id).amount, books().active), (AMOUNT / 2, AMOUNT / 2));
        assert_eq!((books().claims, books().rewards), (0, DEPOSIT));
        assert_ok!(collect(number, DAVE));
        happened(Event::Collected {
            claim: number,
            who: DAVE,
            paid: 0,
        });
        assert_ok!(collect(number, EVE));
        assert_eq!(free(EVE), ENDOWMENT - 3_000 + DEPOSIT);
        assert_eq!((books().rewards, books().rewarded), (0, DEPOSIT));
        assert!(!Claims::<Test>::contains_key(number));
        assert_noop!(collect(number, EVE), Error::NoClaim);
        // The cover can be claimed again.
        submit(BOB, id, AMOUNT);
        assert_eq!(claim_of(1).payout, AMOUNT / 2);
    });
}

#[test]
fn a_rejected_claim_costs_the_deposit() {
    covered(|| {
        let (id, number) = claimed(AMOUNT / 2);
        let before = free(BOB);
        vote(EVE, number, Verdict::Reject);
        vote(DAVE, number, Verdict::Reject);
        days(4);
        assert_ok!(finalise(number));
        assert_eq!(free(BOB), before);
        assert_eq!(held(HoldReason::ClaimDeposit, BOB), 0);
        assert_eq!(
            (books().forfeited, books().rewards, books().claims),
            (DEPOSIT, DEPOSIT, 0)
        );
        assert_eq!(books().capital, CAPITAL + books().earned);
        assert_eq!(cover(id).amount, AMOUNT);
        assert_noop!(collect(number, CHARLIE), Error::NoVote);
        assert_ok!(collect(number, DAVE));
        assert_noop!(collect(number, DAVE), Error::NoVote);
        assert_ok!(collect(number, EVE));
        assert_eq!(
            (free(DAVE), free(EVE)),
            (ENDOWMENT - 1_000 + 250, ENDOWMENT - 3_000 + 750)
        );
    });
}

#[test]
fn votes_and_cool_down_last_as_long_as_the_runtime_says() {
    covered(|| {
        VotePeriod::set(&120);
        CoolDown::set(&60);
        let (_, number) = claimed(AMOUNT / 2);
        vote(EVE, number, Verdict::Accept);
        let info = &Insurance::claims(BOB)[0];
        assert_eq!(
            (info.vote_end, info.final_from),
            (info.claim.submitted + 120, info.claim.submitted + 180)
        );
        wait(119);
        vote(DAVE, number, Verdict::Reject);
        wait(60);
        assert_noop!(finalise(number), Error::VoteRunning);
        wait(1);
        assert_noop!(Insurance::escalate(RuntimeOrigin::root(), number), Error::NotInCoolDown);
        assert_ok!(finalise(number));
        assert_eq!(books().paid, AMOUNT / 2);
    });
}

#[test]
fn a_tie_rejects() {
    covered(|| {
        assert_ok!(Insurance::stake(signed(DAVE), 1_000));
        assert_ok!(Insurance::stake(signed(EVE), 1_000));
        wait(1);
        let id = buy(BOB, VOTED, AMOUNT);
        let number = submit(BOB, id, AMOUNT);
        vote(EVE, number, Verdict::Reject);
        vote(DAVE, number, Verdict::Accept);
        days(4);
        assert_ok!(finalise(number));
        assert_eq!(books().paid, 0);
    });
}

#[test]
fn without_a_quorum_a_claim_is_escalated_by_itself() {
    covered(|| {
        Quorum::set(&Permill::from_percent(26));
        let (_, number) = claimed(AMOUNT / 2);
        vote(DAVE, number, Verdict::Accept);
        wait(3 * DAY - 1);
        idle();
        assert_noop!(finalise(number), Error::VoteRunning);
        wait(1);
        assert_ok!(finalise(number));
        happened(Event::ClaimEscalated { claim: number });
        assert_noop!(finalise(number), Error::VoteOver);
        assert_noop!(collect(number, DAVE), Error::NotDecided);
        assert_ok!(Insurance::resolve(RuntimeOrigin::root(), number, Verdict::Accept));
        assert_eq!((books().paid, books().rewards), (AMOUNT / 2, DEPOSIT));
        assert_noop!(
            Insurance::resolve(RuntimeOrigin::root(), number, Verdict::Reject),
            Error::NotEscalated
        );
        assert_noop!(finalise(number), Error::VoteOver);
    });
}

/// 25 % exactly are enough.
#[test]
fn a_quorum_is_met_exactly() {
    covered(|| {
        Quorum::set(&Permill::from_percent(25));
        let (_, number) = claimed(AMOUNT / 2);
        vote(DAVE, number, Verdict::Accept);
        days(4);
        assert_ok!(finalise(number));
        assert_eq!(books().paid, AMOUNT / 2);
    });
}

#[test]
fn a_claim_about_which_nobody_can_vote_is_escalated() {
    covered(|| {
        Quorum::set(&Permill::zero());
        let id = buy(BOB, VOTED, AMOUNT);
        let number = submit(BOB, id, AMOUNT);
        days(3);
        assert_ok!(finalise(number));
        assert_eq!(claim_of(number).stage, Stage::Escalated);
        assert_ok!(Insurance::resolve(RuntimeOrigin::root(), number, Verdict::Reject));
        // Nobody is rewarded: the deposit is the members'.
        assert_eq!(books().capital, CAPITAL + books().earned + DEPOSIT);
        assert!(!Claims::<Test>::contains_key(number));
    });
}

#[test]
fn a_decision_can_be_escalated_for_a_day() {
    covered(|| {
        let (_, number) = claimed(AMOUNT / 2);
        let escalate = || Insurance::escalate(RuntimeOrigin::root(), number);
        vote(EVE, number, Verdict::Accept);
        vote(DAVE, number, Verdict::Reject);
        wait(3 * DAY - 1);
        assert_noop!(escalate(), Error::NotInCoolDown);
        wait(DAY + 1);
        assert_noop!(escalate(), Error::NotInCoolDown);
        wait(1);
        Now::set(&(Now::get() - 2));
        assert_ok!(escalate());
        assert_noop!(escalate(), Error::NotInCoolDown);
        assert_noop!(Insurance::escalate(RuntimeOrigin::root(), 9), Error::NoClaim);
        // Against the votes: who was outvoted is rewarded.
        idle();
        assert_ok!(Insurance::resolve(RuntimeOrigin::root(), number, Verdict::Reject));
        assert_ok!(collect(number, EVE));
        assert_ok!(collect(number, DAVE));
        assert_eq!(
            (free(DAVE), free(EVE)),
            (ENDOWMENT - 1_000 + DEPOSIT, ENDOWMENT - 3_000)
        );
        assert_noop!(
            Insurance::resolve(RuntimeOrigin::root(), 9, Verdict::Reject),
            Error::NoClaim
        );
    });
}

#[test]
fn what_is_wrong_with_a_claim_is_said() {
    covered(|| {
        let synth = buy(BOB, SYNTH, AMOUNT);
        let id = buy(BOB, VOTED, AMOUNT);
        let submit = |who, id, lost| Insurance::submit_claim(signed(who), id, lost, [0; 32]);
        assert_noop!(submit(BOB, 9, 1), Error::NoCover);
        assert_noop!(submit(CHARLIE, id, 1), Error::NotOwner);
        assert_noop!(submit(BOB, synth, 1), Error::NotVoted);
        assert_noop!(submit(BOB, id, 0), Error::NothingDue);
        assert_ok!(submit(BOB, id, Balance::MAX));
        assert_eq!(claim_of(0).payout, AMOUNT);
        assert_noop!(submit(BOB, id, 1), Error::ClaimOpen);
        let ended = buy(CHARLIE, VOTED, AMOUNT);
        Now::set(&begin(cover(ended).end));
        assert_noop!(submit(CHARLIE, ended, 1), Error::CoverOver);
        assert_noop!(finalise(9), Error::NoClaim);
        assert_noop!(collect(9, BOB), Error::NoClaim);
        assert_noop!(Insurance::vote(signed(EVE), 9, Verdict::Accept), Error::NoClaim);
    });
}

#[test]
fn what_is_wrong_with_a_vote_is_said() {
    covered(|| {
        let (_, number) = claimed(AMOUNT / 2);
        let vote = |who| Insurance::vote(signed(who), number, Verdict::Accept);
        assert_noop!(vote(CHARLIE), Error::NoStake);
        assert_ok!(vote(EVE));
        assert_noop!(vote(EVE), Error::AlreadyVoted);
        assert_ok!(Insurance::unstake(signed(DAVE), 1_000));
        assert_noop!(vote(DAVE), Error::NoStake);
        wait(3 * DAY);
        assert_noop!(vote(CHARLIE), Error::VoteOver);
    });
}

/// The holder has to have the deposit to spare.
#[test]
fn a_claim_without_its_deposit_is_refused() {
    covered(|| {
        let id = buy(BOB, VOTED, AMOUNT);
        assert_ok!(Balances::transfer_allow_death(
            signed(BOB),
            CHARLIE,
            free(BOB) - DEPOSIT
        ));
        let before = books();
        assert!(frame_support::storage::with_storage_layer(|| Insurance::submit_claim(
            signed(BOB),
            id,
            AMOUNT,
            [0; 32]
        ))
        .is_err());
        assert_eq!(books(), before);
    });
}

#[test]
fn the_part_of_the_product_is_reserved_for_a_claim() {
    covered(|| {
        let part = Permill::from_percent(80);
        assert_ok!(Insurance::create_product(
            RuntimeOrigin::root(),
            Kind::Voted,
            part,
            part,
            percent(2),
            percent(2)
        ));
        let id = buy(BOB, 3, AMOUNT);
        let number = submit(BOB, id, AMOUNT / 2);
        assert_eq!(claim_of(number).payout, AMOUNT / 10 * 4);
    });
}

/// It is paid what there is, before the assessors are.
#[test]
fn a_claim_reserves_no_more_than_the_capital() {
    covered(|| {
        let id = buy(BOB, VOTED, AMOUNT);
        let taken = CAPITAL - AMOUNT / 2 - 10;
        Pool::<Test>::mutate(|books| {
            books.capital -= taken;
            books.paid += taken;
        });
        let number = submit(BOB, id, AMOUNT / 2);
        assert_eq!((claim_of(number).payout, claim_of(number).reward), (AMOUNT / 2, 10));
        assert_eq!(books().capital, 0);
        let other = buy_nothing();
        assert_eq!(other, Err(Error::SoldOut.into()));
    });
}

fn buy_nothing() -> DispatchResult {
    Insurance::buy_cover(signed(CHARLIE), VOTED, 1, 30, Balance::MAX)
}

/// The rounding of the shares is the members'.
#[test]
fn what_rewards_leave_is_the_members() {
    covered(|| {
        for who in [CHARLIE, DAVE, EVE] {
            assert_ok!(Insurance::stake(signed(who), 1_000));
        }
        wait(1);
        let id = buy(BOB, VOTED, AMOUNT);
        let number = submit(BOB, id, AMOUNT);
        for who in [CHARLIE, DAVE, EVE] {
            vote(who, number, Verdict::Reject);
        }
        days(4);
        assert_ok!(finalise(number));
        let before = books().capital;
        for who in [CHARLIE, DAVE, EVE] {
            assert_ok!(collect(number, who));
            assert_eq!(free(who), ENDOWMENT - 1_000 + 333);
        }
        assert_eq!(books().capital, before + 1);
    });
}
