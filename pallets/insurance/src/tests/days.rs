// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn premium_is_earned_day_by_day_and_all_of_it() {
    covered(|| {
        let id = buy(BOB, SYNTH, AMOUNT);
        let net = unearned();
        let days_left = u128::from(cover(id).end - FIRST_DAY);
        assert_eq!(days_left, 31);
        for day in 1..31 {
            days(1);
            assert_eq!(books().earned, net / 31 * day);
            assert_eq!(books().capital, CAPITAL + books().earned);
        }
        assert_eq!(books().active, AMOUNT);
        days(1);
        // The rest comes with the last.
        assert_eq!((books().earned, unearned()), (net, 0));
        assert_eq!((books().active, books().per_day), (0, 0));
        happened(Event::DayEnded {
            day: FIRST_DAY + 31,
            earned: net / 31 + net % 31,
        });
        happened(Event::CoverRemoved { cover: id });
        assert_eq!(Endings::<Test>::iter().count(), 0);
    });
}

#[test]
fn a_call_ends_two_days_and_a_poke_sixteen() {
    covered(|| {
        assert_ok!(Insurance::buy_cover(signed(BOB), SYNTH, AMOUNT, 100, Balance::MAX));
        wait(2 * DAY);
        assert_ok!(Insurance::join(signed(BOB), 1, 0));
        assert_eq!(books().day, FIRST_DAY + 2);
        wait(19 * DAY);
        assert_noop!(Insurance::join(signed(BOB), 1, 0), Error::Behind);
        assert_ok!(Insurance::poke(signed(BOB)));
        assert_eq!(books().day, FIRST_DAY + 18);
        assert_noop!(Insurance::join(signed(BOB), 1, 0), Error::Behind);
        assert_ok!(Insurance::poke(signed(BOB)));
        assert_eq!(books().day, FIRST_DAY + 21);
        assert_noop!(Insurance::poke(signed(BOB)), Error::NothingDue);
        assert_ok!(Insurance::join(signed(BOB), 1, 0));
    });
}

#[test]
fn a_long_silence_without_cover_is_one_step() {
    covered(|| {
        buy(BOB, SYNTH, AMOUNT);
        days(31);
        wait(1_000 * DAY);
        assert_ok!(Insurance::join(signed(BOB), 1, 0));
        assert_eq!(books().day, FIRST_DAY + 1_031);
    });
}

#[test]
fn covers_that_end_on_a_day_end_together() {
    covered(|| {
        buy(BOB, SYNTH, AMOUNT);
        buy(CHARLIE, SYNTH, AMOUNT);
        buy(CHARLIE, SERIES, AMOUNT);
        assert_eq!(Endings::<Test>::iter().count(), 1);
        let ending = Endings::<Test>::get(FIRST_DAY + 31).unwrap();
        assert_eq!(ending.covers.into_inner(), vec![(SYNTH, AMOUNT * 2), (SERIES, AMOUNT)]);
        days(31);
        assert_eq!(Covers::<Test>::iter().count(), 0);
        assert_eq!((product(SYNTH).covers, product(SERIES).covers), (0, 0));
    });
}

#[test]
fn a_loss_ends_days_first() {
    covered(|| {
        assert_ok!(Insurance::buy_cover(signed(BOB), SYNTH, AMOUNT, 7, Balance::MAX));
        days(7);
        wait(DAY);
        lose(Risk::Synth, 50);
        assert_eq!((books().active, books().events, books().day), (0, 0, FIRST_DAY + 8));
    });
}
