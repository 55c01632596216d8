// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

/// Cover Protocol, December 2020: a pool was read, then paid, then written back as it had been, so that rewards could be
/// taken without end. Everything that pays is called here between the read and the write of everything else, again and
/// again; what is paid is paid once.
#[test]
fn cover_2020_stale_struct() {
    covered(|| {
        assessors();
        let id = buy(BOB, SYNTH, AMOUNT);
        let voted = buy(BOB, VOTED, AMOUNT);
        let stale = (books(), product(SYNTH), cover(id));
        lose(Risk::Synth, 50);
        let before = free(BOB);
        assert_ok!(claim(id));
        for _ in 0..5 {
            assert_noop!(claim(id), Error::NothingDue);
            assert_ok!(Insurance::join(signed(CHARLIE), 10, 0));
            buy(CHARLIE, SYNTH, 10);
            assert_ok!(Insurance::stake(signed(CHARLIE), 100));
            idle();
            Insurance::do_try_state().unwrap();
        }
        assert_eq!(free(BOB), before + AMOUNT / 2);
        // None of it has brought back what was read before.
        assert!(books().paid > stale.0.paid && product(SYNTH).events > stale.1.events);
        assert_eq!((cover(id).amount, cover(id).seen), (AMOUNT / 2, 1));
        // The same of a claim that is paid, and of its votes.
        let number = submit(BOB, voted, AMOUNT);
        vote(EVE, number, Verdict::Accept);
        days(4);
        assert_ok!(finalise(number));
        let paid = (free(BOB), books().paid);
        assert_noop!(finalise(number), Error::VoteOver);
        assert_noop!(
            Insurance::resolve(RuntimeOrigin::root(), number, Verdict::Accept),
            Error::NotEscalated
        );
        assert_ok!(collect(number, EVE));
        assert_noop!(collect(number, EVE), Error::NoClaim);
        assert_noop!(finalise(number), Error::NoClaim);
        assert_eq!((free(BOB), books().paid), paid);
        assert_eq!(cover(voted).amount, 0);
    });
}

/// Pays a cover from within the same storage read as another: two covers of one owner, one event.
#[test]
fn payouts_of_one_event_never_exceed_its_reserve() {
    covered(|| {
        for amount in [1, 3, 7, 999, 1_001] {
            buy(BOB, SYNTH, amount);
        }
        Insurance::on_loss(Loss {
            risk: Risk::Synth,
            lost: 1,
            of: 3,
        });
        let reserved = books().events;
        idle();
        assert!(books().paid <= reserved && books().paid + 5 >= reserved);
        assert_eq!(books().events, 0);
    });
}

#[test]
fn a_donation_changes_nothing() {
    covered(|| {
        buy(BOB, SYNTH, AMOUNT);
        let before = (books(), Insurance::member(ALICE), Insurance::capacity(SYNTH));
        assert_ok!(Balances::transfer_allow_death(signed(CHARLIE), pool_account(), CAPITAL));
        assert_eq!((books(), Insurance::member(ALICE), Insurance::capacity(SYNTH)), before);
        assert_ok!(Insurance::join(signed(CHARLIE), 1_000, 0));
        assert_eq!(shares(CHARLIE), 1_000 * VIRTUAL_SHARES);
    });
}

/// The first member has a planck, and lets premiums and a forfeited deposit make its shares dear. Whoever comes then loses
/// no more than a planck to rounding for each that the attacker has given away a hundred thousand.
#[test]
fn first_depositor() {
    run(|| {
        three_products();
        assert_ok!(Insurance::join(signed(ALICE), 1, 0));
        // As much as an attacker may bring in otherwise.
        let given = 1_000_000;
        Pool::<Test>::mutate(|books| {
            books.capital += given;
            books.forfeited += given;
        });
        assert_ok!(Balances::transfer_allow_death(signed(ALICE), pool_account(), given));
        assert_ok!(Insurance::join(signed(BOB), 1_000, 0));
        let value = Insurance::member(BOB).unwrap().value;
        assert!(value >= 999, "{value}");
        // The attacker has half of what it gave at best: the other half is nobody's.
        let attacker = Insurance::member(ALICE).unwrap().value;
        assert!(attacker <= given / 2 + 1, "{attacker}");
    });
}

#[test]
fn joining_and_leaving_never_gains() {
    covered(|| {
        buy(BOB, SYNTH, AMOUNT);
        days(31);
        for amount in [1, 2, 3, 999, 1_000_003] {
            assert_ok!(Insurance::join(signed(CHARLIE), amount, 0));
            assert!(Insurance::member(CHARLIE).unwrap().value <= amount);
            noticed(CHARLIE);
            assert_ok!(Insurance::withdraw(signed(CHARLIE), 0));
            assert!(free(CHARLIE) <= ENDOWMENT);
        }
    });
}

/// Whoever joins for a day's end has the notice to bear, and gets the day for the part of the capital that it has.
#[test]
fn a_sniper_of_a_days_end_gets_its_part_only() {
    covered(|| {
        buy(BOB, SYNTH, AMOUNT);
        Now::set(&(begin(FIRST_DAY + 1) - 1));
        assert_ok!(Insurance::join(signed(CHARLIE), CAPITAL, 0));
        wait(1);
        idle();
        let gain = Insurance::member(CHARLIE).unwrap().value - CAPITAL;
        assert!(gain <= books().earned / 2);
        assert_noop!(Insurance::withdraw(signed(CHARLIE), 0), Error::NoNotice);
    });
}

/// Bought when everybody knows of the slash, and renewed.
#[test]
fn nobody_buys_cover_against_a_known_slash() {
    covered(|| {
        let id = buy(BOB, SYNTH, AMOUNT);
        days(5);
        PendingSynth::set(&5);
        assert_noop!(
            Insurance::buy_cover(signed(BOB), SYNTH, 1, 30, Balance::MAX),
            Error::KnownLoss
        );
        assert_noop!(
            Insurance::renew_cover(signed(BOB), id, 30, Balance::MAX),
            Error::KnownLoss
        );
    });
}

/// Stake that comes after a claim does not decide it, nor does stake that has voted from another account.
#[test]
fn stake_votes_once() {
    covered(|| {
        assessors();
        let id = buy(BOB, VOTED, AMOUNT);
        let number = submit(BOB, id, AMOUNT);
        assert_ok!(Insurance::stake(signed(BOB), CAPITAL));
        assert_noop!(
            Insurance::vote(signed(BOB), number, Verdict::Accept),
            Error::StakeTooNew
        );
        vote(DAVE, number, Verdict::Accept);
        assert_ok!(Insurance::unstake(signed(DAVE), 1_000));
        assert_ok!(Insurance::stake(signed(DAVE), 1_000));
        assert_noop!(
            Insurance::vote(signed(DAVE), number, Verdict::Accept),
            Error::StakeTooNew
        );
        assert_ok!(Balances::transfer_allow_death(signed(DAVE), CHARLIE, 1_000));
        assert_ok!(Insurance::stake(signed(CHARLIE), 1_000));
        assert_noop!(
            Insurance::vote(signed(CHARLIE), number, Verdict::Accept),
            Error::StakeTooNew
        );
        // In the millisecond of the claim is too late too.
        let other = buy(BOB, VOTED, AMOUNT);
        let second = submit(BOB, other, AMOUNT);
        assert_noop!(
            Insurance::vote(signed(CHARLIE), second, Verdict::Accept),
            Error::StakeTooNew
        );
    });
}

/// Claims of a whole cover, one after the other: the second finds what the first has left.
#[test]
fn a_cover_never_pays_more_than_its_amount() {
    covered(|| {
        assessors();
        let id = buy(BOB, VOTED, AMOUNT);
        for expected in [AMOUNT / 4 * 3, AMOUNT / 4] {
            let number = submit(BOB, id, AMOUNT / 4 * 3);
            assert_eq!(claim_of(number).payout, expected);
            vote(EVE, number, Verdict::Accept);
            days(4);
            assert_ok!(finalise(number));
        }
        assert_eq!(books().paid, AMOUNT);
        assert_noop!(Insurance::submit_claim(signed(BOB), id, 1, [0; 32]), Error::NothingDue);
    });
}

/// After a loss the covers are larger than the capital until they are paid: no new ones meanwhile.
#[test]
fn nothing_is_sold_or_withdrawn_while_the_requirement_is_missed() {
    covered(|| {
        assert_ok!(Insurance::buy_cover(signed(BOB), SYNTH, AMOUNT * 5, 60, Balance::MAX));
        assert_ok!(Insurance::buy_cover(signed(BOB), SERIES, AMOUNT * 5, 60, Balance::MAX));
        noticed(ALICE);
        lose(Risk::Synth, 20);
        assert_noop!(Insurance::withdraw(signed(ALICE), 0), Error::CapitalNeeded);
        assert_noop!(
            Insurance::buy_cover(signed(BOB), VOTED, 1, 60, Balance::MAX),
            Error::CapitalNeeded
        );
        idle();
        // What has been earned is free again.
        assert_ok!(Insurance::withdraw(signed(ALICE), 0));
        assert_eq!(books().capital, books().active);
    });
}

/// A member submits a false claim in front of somebody's withdrawal, to get the part of the reserve that comes back: less than
/// asked for is not paid.
#[test]
fn a_claim_in_front_of_a_withdrawal_takes_nothing_from_it() {
    covered(|| {
        assert_ok!(Insurance::join(signed(CHARLIE), CAPITAL, 0));
        assert_ok!(Insurance::buy_cover(signed(BOB), VOTED, AMOUNT * 5, 60, Balance::MAX));
        noticed(CHARLIE);
        let fair = Insurance::member(CHARLIE).unwrap().withdrawable.unwrap();
        assert!(fair >= CAPITAL);
        let number = submit(BOB, 0, AMOUNT * 5);
        assert_noop!(Insurance::withdraw(signed(CHARLIE), fair), Error::TooLittle);
        // It is rejected, and there are two days left to leave.
        days(3);
        assert_ok!(finalise(number));
        assert_ok!(Insurance::resolve(RuntimeOrigin::root(), number, Verdict::Reject));
        assert_ok!(Insurance::withdraw(signed(CHARLIE), fair));
    });
}

/// Only the pallets that hold the risks reach the observer; what they say is bounded by what was covered.
#[test]
fn many_losses_in_a_block_pay_what_one_after_the_other_pays() {
    covered(|| {
        let id = buy(BOB, SYNTH, AMOUNT);
        let mut left = AMOUNT;
        for _ in 0..20 {
            lose(Risk::Synth, 1);
        }
        idle();
        for _ in 0..20 {
            left -= left / 100;
        }
        assert_eq!((cover(id).amount, cover(id).seen, books().events), (left, 20, 0));
        next_block();
        idle();
        assert_eq!(cover(id).amount, left);
    });
}
