// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn a_put_pays_what_the_underlying_is_below_the_strike() {
    run(|| {
        let id = a_margined_put();
        write(id, BOB, 10 * FINCH, ONE_DOT);
        prices(3);
        settled(id);
        assert_eq!((flows(id).borne, flows(id).shortfall), (2 * FINCH, 0));
        let before = finch(BOB);
        assert_ok!(Options::redeem(signed(BOB), id, ONE_DOT));
        assert_eq!(finch(BOB) - before, 2 * FINCH);
        happened(Event::Redeemed {
            series: id,
            who: BOB,
            amount: ONE_DOT,
            paid: 2 * FINCH,
            fee: 0,
        });
    });
}

#[test]
fn a_call_pays_what_the_underlying_is_above_the_strike() {
    run(|| {
        let id = a_margined_call();
        write(id, BOB, 10 * FINCH, ONE_DOT);
        prices(6);
        settled(id);
        let before = finch(BOB);
        assert_ok!(Options::redeem(signed(BOB), id, ONE_DOT));
        assert_eq!(finch(BOB) - before, FINCH);
    });
}

#[test]
fn the_fee_is_taken_and_every_holder_gets_the_same() {
    run(|| {
        ExerciseFee::set(&Permill::from_percent(1));
        let id = a_margined_put();
        write(id, BOB, 10 * FINCH, ONE_DOT);
        give(id, BOB, CAROL, ONE_DOT / 4);
        prices(3);
        settled(id);
        let before = finch(CAROL);
        assert_ok!(Options::redeem(signed(CAROL), id, ONE_DOT / 4));
        assert_eq!(finch(CAROL) - before, FINCH / 2 * 99 / 100);
        assert_ok!(Options::redeem(signed(BOB), id, ONE_DOT * 3 / 4));
        assert_eq!(series(id).fees, FINCH / 50);
        assert_eq!(flows(id).owed(), Some(0));
        at(Now::get() + Grace::get());
        assert_ok!(Options::settle(signed(KEEPER), id, 1));
        assert_eq!(
            (series(id).fees, NativeFees::taken(FeeSource::Options)),
            (0, FINCH / 50)
        );
    });
}

#[test]
fn the_fees_of_holders_who_come_late_are_handed_over_within_a_day() {
    run(|| {
        ExerciseFee::set(&Permill::from_percent(1));
        let id = a_margined_put();
        write(id, BOB, 10 * FINCH, ONE_DOT);
        give(id, BOB, CAROL, ONE_DOT / 4);
        prices(3);
        settled(id);
        at(Now::get() + Grace::get());
        assert_ok!(Options::settle(signed(KEEPER), id, 1));
        assert_eq!((series(id).vaults, series(id).next), (0, None));
        assert_noop!(Options::settle(signed(KEEPER), id, 1), Error::NothingToDo);
        assert_ok!(Options::redeem(signed(CAROL), id, ONE_DOT / 4));
        assert_eq!(series(id).next, Some(Now::get() + DAY));
        at(Now::get() + DAY);
        Options::on_idle(1, Weight::MAX);
        assert_eq!(NativeFees::taken(FeeSource::Options), FINCH / 200);
        assert_eq!((series(id).fees, series(id).next), (0, None));
        // Anybody can do it before.
        assert_ok!(Options::redeem(signed(BOB), id, ONE_DOT / 4));
        assert_ok!(Options::settle(signed(KEEPER), id, 1));
        assert_eq!(NativeFees::taken(FeeSource::Options), FINCH / 100);
        assert_eq!((series(id).fees, series(id).next), (0, None));
        // The last one ends the series.
        assert_ok!(Options::redeem(signed(BOB), id, ONE_DOT / 2));
        assert_ok!(Options::settle(signed(KEEPER), id, 1));
        assert_eq!(NativeFees::taken(FeeSource::Options), FINCH / 50);
        assert!(!AllSeries::<Test>::contains_key(id));
    });
}

#[test]
fn a_shortfall_is_shared_by_all() {
    run(|| {
        let id = a_margined_call();
        write(id, BOB, 15 * FINCH / 2, ONE_DOT);
        write(id, CAROL, 60 * FINCH, ONE_DOT);
        prices(20);
        settled(id);
        // Each owes 15.
        assert_eq!(
            (flows(id).borne, flows(id).shortfall),
            (15 * FINCH + 15 * FINCH / 2, 15 * FINCH / 2)
        );
        let before = finch(BOB);
        assert_ok!(Options::redeem(signed(BOB), id, ONE_DOT));
        assert_eq!(finch(BOB) - before, (15 * FINCH + 15 * FINCH / 2) / 2);
        happened(Event::VaultSettled {
            series: id,
            owner: BOB,
            written: ONE_DOT,
            owed: 15 * FINCH / 2,
            shortfall: 15 * FINCH / 2,
        });
    });
}

#[test]
fn redemptions_are_checked() {
    run(|| {
        let covered = a_put();
        write(covered, BOB, 5 * DOLLAR, ONE_DOT);
        assert_noop!(Options::redeem(signed(BOB), covered, ONE_DOT), Error::NotMargined);
        let id = a_margined_put();
        write(id, BOB, 10 * FINCH, ONE_DOT);
        assert_noop!(Options::redeem(signed(BOB), id, ONE_DOT), Error::NotSettled);
        prices(3);
        fixed(id);
        assert_noop!(Options::redeem(signed(BOB), id, ONE_DOT), Error::NotSettled);
        assert_ok!(Options::settle(signed(BOB), id, 1));
        assert_noop!(Options::redeem(signed(BOB), id, 0), Error::AmountZero);
        assert_noop!(Options::redeem(signed(BOB), 9, 1), Error::NoSeries);
        assert_noop!(
            Options::redeem(signed(BOB), id, ONE_DOT + 1),
            Error::InsufficientOptions
        );
        assert_noop!(Options::redeem(signed(CAROL), id, ONE_DOT), Error::InsufficientOptions);
        assert_noop!(Options::redeem(signed(CAROL), id, 1), Error::InsufficientOptions);
    });
}

#[test]
fn what_is_worth_nothing_is_not_redeemed() {
    run(|| {
        let id = a_margined_put();
        write(id, BOB, 10 * FINCH, ONE_DOT);
        settled(id);
        assert_noop!(Options::redeem(signed(BOB), id, ONE_DOT), Error::Worthless);
    });
}

#[test]
fn holders_who_come_late_still_get_theirs() {
    run(|| {
        let id = a_margined_put();
        write(id, BOB, 10 * FINCH, ONE_DOT);
        prices(3);
        settled(id);
        at(EXPIRY + 500 * DAY);
        assert_ok!(Options::settle(signed(KEEPER), id, 50));
        assert_noop!(Options::settle(signed(KEEPER), id, 50), Error::NothingToDo);
        let before = finch(BOB);
        assert_ok!(Options::redeem(signed(BOB), id, ONE_DOT));
        assert_eq!(finch(BOB) - before, 2 * FINCH);
        assert_ok!(Options::settle(signed(KEEPER), id, 50));
        assert!(AllSeries::<Test>::get(id).is_none());
    });
}
