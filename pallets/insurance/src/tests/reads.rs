// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn a_quote_is_what_a_purchase_pays() {
    covered(|| {
        for (product, amount, days) in [
            (SYNTH, AMOUNT, 30),
            (VOTED, 12_345, 365),
            (SERIES, 1, 7),
            (SYNTH, 999, 8),
        ] {
            let quote = Insurance::cover_quote(product, amount, days).unwrap();
            let before = free(BOB);
            assert_ok!(Insurance::buy_cover(signed(BOB), product, amount, days, quote.premium));
            assert_eq!(free(BOB), before - quote.premium);
        }
        assert_noop!(Insurance::cover_quote(9, AMOUNT, 30), Error::NoProduct);
        assert_noop!(Insurance::cover_quote(SYNTH, AMOUNT, 3), Error::BadPeriod);
    });
}

/// And leave no trace.
#[test]
fn reads_reckon_with_days_that_have_not_been_ended() {
    covered(|| {
        buy(BOB, SYNTH, AMOUNT);
        wait(20 * DAY);
        let stored = books();
        let status = Insurance::pool_status();
        assert_eq!(books(), stored);
        assert_eq!(status.books.day, FIRST_DAY + 20);
        assert_eq!(status.books.earned, stored.unearned().unwrap() / 31 * 20);
        assert_eq!(status.requirement, AMOUNT);
        assert_eq!(status.free, status.books.capital - AMOUNT);
        assert_eq!(status.unearned + status.books.earned, stored.unearned().unwrap());
        let member = Insurance::member(ALICE).unwrap();
        assert!(member.value > CAPITAL);
        assert_eq!(member.withdrawable, Err(Error::NoNotice.into()));
        assert_eq!(Endings::<Test>::iter().count(), 1);
        // A call would have to be preceded by a poke.
        assert_noop!(Insurance::cover_quote(SYNTH, AMOUNT, 30), Error::Behind);
        wait(20 * DAY);
        assert_eq!(Insurance::pool_status().books.active, 0);
        assert_eq!(Insurance::capacity(SYNTH).unwrap().active, 0);
    });
}

#[test]
fn capacity_tells_what_can_be_bought() {
    covered(|| {
        let capacity = Insurance::capacity(SYNTH).unwrap();
        assert_eq!(
            (capacity.total, capacity.active, capacity.available),
            (CAPITAL / 2, 0, CAPITAL / 2)
        );
        buy(BOB, SYNTH, AMOUNT);
        buy(BOB, SERIES, AMOUNT * 5);
        let capacity = Insurance::capacity(SYNTH).unwrap();
        assert_eq!((capacity.active, capacity.available), (AMOUNT, AMOUNT * 4));
        buy(BOB, SYNTH, AMOUNT * 4);
        assert_eq!(Insurance::capacity(VOTED).unwrap().available, 0);
        assert_eq!(Insurance::capacity(9), None);
        assert_eq!(Insurance::products().len(), 3);
    });
}

#[test]
fn covers_tell_what_they_are_owed() {
    covered(|| {
        let id = buy(BOB, SYNTH, AMOUNT);
        buy(CHARLIE, SYNTH, AMOUNT);
        lose(Risk::Synth, 50);
        lose(Risk::Synth, 50);
        let covers = Insurance::covers(BOB);
        assert_eq!(covers.len(), 1);
        assert_eq!((covers[0].id, covers[0].due), (id, AMOUNT / 4 * 3));
        assert!(Insurance::pool_status().sweeping);
        idle();
        assert_eq!(Insurance::covers(BOB)[0].due, 0);
        assert!(!Insurance::pool_status().sweeping);
    });
}

#[test]
fn claims_and_stake_tell_their_times() {
    covered(|| {
        assessors();
        let id = buy(BOB, VOTED, AMOUNT);
        let number = submit(BOB, id, AMOUNT);
        let info = &Insurance::claims(BOB)[0];
        assert_eq!(info.id, number);
        assert_eq!(
            (info.vote_end, info.final_from),
            (START + 1 + 3 * DAY, START + 1 + 4 * DAY)
        );
        assert!(Insurance::claims(CHARLIE).is_empty());
        assert_eq!(Insurance::assessor(DAVE).stake, 1_000);
        assert_eq!(Insurance::assessor(BOB), Assessor::default());
        assert_eq!(Insurance::member(BOB), None);
    });
}
