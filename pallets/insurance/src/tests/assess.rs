// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn stake_is_on_hold_until_two_weeks_after_it_left() {
    run(|| {
        assert_ok!(Insurance::stake(signed(DAVE), 1_000));
        happened(Event::Staked {
            who: DAVE,
            amount: 1_000,
        });
        assert_eq!((books().stake, held(HoldReason::Stake, DAVE)), (1_000, 1_000));
        assert_ok!(Insurance::unstake(signed(DAVE), 400));
        happened(Event::Unstaked {
            who: DAVE,
            amount: 400,
            from: START + 14 * DAY,
        });
        assert_eq!((books().stake, held(HoldReason::Stake, DAVE)), (600, 1_000));
        wait(14 * DAY - 1);
        assert_noop!(Insurance::release(signed(DAVE)), Error::NoticeRunning);
        wait(1);
        assert_ok!(Insurance::release(signed(DAVE)));
        happened(Event::Released { who: DAVE, amount: 400 });
        assert_eq!(held(HoldReason::Stake, DAVE), 600);
        assert_noop!(Insurance::release(signed(DAVE)), Error::NoStake);
        assert_ok!(Insurance::unstake(signed(DAVE), 600));
        wait(14 * DAY);
        assert_ok!(Insurance::release(signed(DAVE)));
        assert_eq!((free(DAVE), books().stake), (ENDOWMENT, 0));
        assert!(!Assessors::<Test>::contains_key(DAVE));
    });
}

#[test]
fn what_is_wrong_with_stake_is_said() {
    run(|| {
        assert_noop!(Insurance::stake(signed(DAVE), 99), Error::BelowMinimum);
        assert_noop!(Insurance::stake(signed(DAVE), 0), Error::BelowMinimum);
        assert_noop!(Insurance::unstake(signed(DAVE), 1), Error::NoStake);
        assert_noop!(Insurance::release(signed(DAVE)), Error::NoStake);
        assert_ok!(Insurance::stake(signed(DAVE), 150));
        assert_ok!(Insurance::stake(signed(DAVE), 1));
        assert_noop!(Insurance::unstake(signed(DAVE), 52), Error::BelowMinimum);
        assert_noop!(Insurance::unstake(signed(DAVE), 152), Error::NoStake);
        assert_noop!(Insurance::unstake(signed(DAVE), 0), Error::NoStake);
        assert_ok!(Insurance::unstake(signed(DAVE), 51));
        assert!(Insurance::stake(signed(DAVE), ENDOWMENT).is_err());
    });
}

#[test]
fn what_leaves_later_lets_what_left_before_wait() {
    run(|| {
        assert_ok!(Insurance::stake(signed(DAVE), 1_000));
        assert_ok!(Insurance::unstake(signed(DAVE), 100));
        wait(13 * DAY);
        assert_ok!(Insurance::unstake(signed(DAVE), 100));
        wait(DAY);
        assert_noop!(Insurance::release(signed(DAVE)), Error::NoticeRunning);
        wait(13 * DAY);
        assert_ok!(Insurance::release(signed(DAVE)));
        assert_eq!(held(HoldReason::Stake, DAVE), 800);
    });
}

#[test]
fn stake_leaves_the_account_alive() {
    run(|| {
        assert!(Insurance::stake(signed(DAVE), ENDOWMENT).is_err());
        assert_ok!(Insurance::stake(signed(DAVE), ENDOWMENT - ED));
    });
}
