// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn a_withdrawal_after_the_notice_pays_the_shares() {
    covered(|| {
        assert_ok!(Insurance::request_withdrawal(signed(ALICE), shares(ALICE) / 4));
        happened(Event::WithdrawalRequested {
            who: ALICE,
            shares: CAPITAL * VIRTUAL_SHARES / 4,
            from: START + 30 * DAY,
        });
        wait(30 * DAY - 1);
        assert_noop!(Insurance::withdraw(signed(ALICE), 0), Error::NoticeRunning);
        wait(1);
        assert_ok!(Insurance::withdraw(signed(ALICE), 0));
        assert_eq!(free(ALICE), ENDOWMENT - CAPITAL / 4 * 3);
        assert_eq!(books().withdrawn, CAPITAL / 4);
        assert_eq!(shares(ALICE), CAPITAL * VIRTUAL_SHARES / 4 * 3);
        assert_noop!(Insurance::withdraw(signed(ALICE), 0), Error::NoNotice);
    });
}

#[test]
fn a_notice_lapses_a_week_after_it_is_over() {
    covered(|| {
        noticed(ALICE);
        wait(7 * DAY - 1);
        idle();
        assert_eq!(Insurance::member(ALICE).unwrap().withdrawable, Ok(CAPITAL));
        wait(1);
        assert_noop!(Insurance::withdraw(signed(ALICE), 0), Error::NoticeLapsed);
        noticed(ALICE);
        assert_ok!(Insurance::withdraw(signed(ALICE), 0));
    });
}

#[test]
fn a_notice_lapses_when_the_runtime_says() {
    covered(|| {
        WithdrawalWindow::set(&1_000);
        noticed(ALICE);
        wait(999);
        assert_ok!(Insurance::withdraw(signed(ALICE), 0));
        assert_ok!(Insurance::join(signed(ALICE), CAPITAL, 0));
        noticed(ALICE);
        wait(1_000);
        assert_noop!(Insurance::withdraw(signed(ALICE), 0), Error::NoticeLapsed);
    });
}

#[test]
fn a_notice_can_be_replaced_and_taken_back() {
    covered(|| {
        assert_noop!(Insurance::cancel_withdrawal(signed(ALICE)), Error::NoNotice);
        assert_noop!(Insurance::cancel_withdrawal(signed(BOB)), Error::NoNotice);
        assert_ok!(Insurance::request_withdrawal(signed(ALICE), 10));
        wait(DAY);
        assert_ok!(Insurance::request_withdrawal(signed(ALICE), 20));
        let notice = Members::<Test>::get(ALICE).unwrap().notice.unwrap();
        assert_eq!((notice.shares, notice.from), (20, START + 31 * DAY));
        assert_ok!(Insurance::cancel_withdrawal(signed(ALICE)));
        happened(Event::WithdrawalCancelled { who: ALICE });
        assert_noop!(Insurance::withdraw(signed(ALICE), 0), Error::NoNotice);
    });
}

#[test]
fn only_shares_that_are_there_can_leave() {
    covered(|| {
        assert_noop!(Insurance::request_withdrawal(signed(BOB), 1), Error::NotMember);
        assert_noop!(Insurance::request_withdrawal(signed(ALICE), 0), Error::NotEnoughShares);
        assert_noop!(
            Insurance::request_withdrawal(signed(ALICE), shares(ALICE) + 1),
            Error::NotEnoughShares
        );
    });
}

#[test]
fn a_withdrawal_stops_at_the_requirement() {
    covered(|| {
        assert_ok!(Insurance::buy_cover(signed(BOB), SYNTH, AMOUNT * 4, 60, Balance::MAX));
        noticed(ALICE);
        let before = books();
        assert_ok!(Insurance::withdraw(signed(ALICE), 0));
        // What is above the cover was paid, and no more can be.
        assert_eq!(books().capital, AMOUNT * 4);
        assert_eq!(free(ALICE), ENDOWMENT - CAPITAL + before.capital - AMOUNT * 4);
        assert_noop!(Insurance::withdraw(signed(ALICE), 0), Error::CapitalNeeded);
        // What a day earns is above it again, and the notice has not lapsed.
        days(1);
        assert_ok!(Insurance::withdraw(signed(ALICE), 0));
        assert_eq!(books().capital, AMOUNT * 4);
        assert!(shares(ALICE) > 0);
    });
}

#[test]
fn gearing_lowers_the_requirement() {
    covered(|| {
        Gearing::set(&FixedU128::from_u32(4));
        assert_ok!(Insurance::buy_cover(signed(BOB), SYNTH, AMOUNT * 4, 60, Balance::MAX));
        noticed(ALICE);
        assert_ok!(Insurance::withdraw(signed(ALICE), 0));
        assert_eq!(books().capital, AMOUNT);
    });
}

#[test]
fn shares_bear_losses_while_the_notice_runs() {
    covered(|| {
        let id = buy(BOB, SYNTH, AMOUNT);
        assert_ok!(Insurance::request_withdrawal(signed(ALICE), shares(ALICE)));
        wait(DAY);
        lose(Risk::Synth, 50);
        assert_ok!(claim(id));
        wait(30 * DAY);
        idle();
        let premium = books().earned;
        assert_ok!(Insurance::withdraw(signed(ALICE), 0));
        // The virtual shares keep their part.
        let paid = free(ALICE) + CAPITAL - ENDOWMENT;
        assert!(paid <= CAPITAL - AMOUNT / 2 + premium && paid + 2 > CAPITAL - AMOUNT / 2 + premium);
    });
}

#[test]
fn a_withdrawal_cannot_run_from_a_known_slash() {
    covered(|| {
        assert_ok!(Insurance::buy_cover(signed(BOB), SYNTH, AMOUNT, 60, Balance::MAX));
        noticed(ALICE);
        PendingSynth::set(&1);
        assert_noop!(Insurance::withdraw(signed(ALICE), 0), Error::KnownLoss);
        assert_eq!(
            Insurance::member(ALICE).unwrap().withdrawable,
            Err(Error::KnownLoss.into())
        );
        assert!(Insurance::pool_status().known_loss);
        // It is applied: the member bears it.
        PendingSynth::set(&0);
        lose(Risk::Synth, 10);
        let value = Insurance::member(ALICE).unwrap().value;
        assert!(value <= books().capital && books().events == AMOUNT / 10);
        idle();
        assert_ok!(Insurance::withdraw(signed(ALICE), 0));
    });
}

/// Nor from a loss of which no cover of the pool knows.
#[test]
fn a_loss_that_concerns_nobody_stops_nobody() {
    covered(|| {
        noticed(ALICE);
        PendingSynth::set(&1);
        assert_ok!(Insurance::withdraw(signed(ALICE), 0));
    });
}

#[test]
fn a_withdrawal_cannot_run_from_an_open_claim() {
    covered(|| {
        assert_ok!(Insurance::buy_cover(signed(BOB), VOTED, AMOUNT * 5, 60, Balance::MAX));
        noticed(ALICE);
        submit(BOB, 0, AMOUNT * 5);
        // Half is reserved for the claim, half is there for the cover; what was earned is free.
        assert_ok!(Insurance::withdraw(signed(ALICE), 0));
        assert_eq!(books().capital, AMOUNT * 5);
        assert_eq!(books().withdrawn, books().earned - DEPOSIT);
        assert_noop!(Insurance::withdraw(signed(ALICE), 0), Error::CapitalNeeded);
    });
}

/// Nothing is left to pay them.
#[test]
fn worthless_shares_can_go() {
    run(|| {
        three_products();
        assert_ok!(Insurance::join(signed(ALICE), 2, 0));
        Pool::<Test>::mutate(|books| {
            books.capital = 0;
            books.paid = 2;
        });
        noticed(ALICE);
        assert_ok!(Insurance::withdraw(signed(ALICE), 0));
        assert_eq!((books().shares, free(ALICE)), (0, ENDOWMENT - 2));
    });
}
