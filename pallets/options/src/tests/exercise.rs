// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn a_put_takes_the_underlying_and_pays_the_strike() {
    run(|| {
        let id = a_put();
        write(id, BOB, 10 * DOLLAR, 2 * ONE_DOT);
        give(id, BOB, CAROL, ONE_DOT);
        let (dollars, dots) = (usd(CAROL), dot(CAROL));
        assert_ok!(Options::exercise(signed(CAROL), id, ONE_DOT));
        assert_eq!((usd(CAROL) - dollars, dots - dot(CAROL)), (5 * DOLLAR, ONE_DOT));
        assert_eq!(options(id, CAROL), 0);
        let flows = flows(id);
        assert_eq!(
            (flows.exercised, flows.paid, flows.received),
            (ONE_DOT, 5 * DOLLAR, ONE_DOT)
        );
        // Written as before: who bears it is decided at the expiry.
        assert_eq!(vault(id, BOB).written, 2 * ONE_DOT);
        happened(Event::Exercised {
            series: id,
            who: CAROL,
            amount: ONE_DOT,
            brought: ONE_DOT,
            paid: 5 * DOLLAR,
            fee: 0,
        });
    });
}

#[test]
fn a_call_takes_the_strike_and_pays_the_underlying() {
    run(|| {
        let id = a_call();
        write(id, BOB, 2 * ONE_DOT, 2 * ONE_DOT);
        give(id, BOB, CAROL, ONE_DOT);
        let (dollars, dots) = (usd(CAROL), dot(CAROL));
        assert_ok!(Options::exercise(signed(CAROL), id, ONE_DOT));
        assert_eq!((dollars - usd(CAROL), dot(CAROL) - dots), (5 * DOLLAR, ONE_DOT));
    });
}

#[test]
fn the_fee_is_taken_of_what_is_paid() {
    run(|| {
        ExerciseFee::set(&Permill::from_parts(3_000));
        let id = a_put();
        write(id, BOB, 10 * DOLLAR, 2 * ONE_DOT);
        let dollars = usd(BOB);
        assert_ok!(Options::exercise(signed(BOB), id, ONE_DOT));
        assert_eq!(usd(BOB) - dollars, 5 * DOLLAR - 15_000);
        assert_eq!(series(id).fees, 15_000);
        // A later decision does not count for it.
        ExerciseFee::set(&Permill::from_percent(90));
        let dollars = usd(BOB);
        assert_ok!(Options::exercise(signed(BOB), id, ONE_DOT));
        assert_eq!(usd(BOB) - dollars, 5 * DOLLAR - 15_000);
        assert_eq!(AssetFees::taken(USD, FeeSource::Options), 0);
        at(EXPIRY + Grace::get());
        assert_ok!(Options::settle(signed(KEEPER), id, 1));
        assert_eq!(series(id).fees, 0);
        assert_eq!(AssetFees::taken(USD, FeeSource::Options), 2 * 15_000);
    });
}

#[test]
fn a_fee_beyond_the_bound_does_not_count() {
    run(|| {
        ExerciseFee::set(&Permill::from_percent(90));
        let id = a_put();
        assert_eq!(series(id).exercise_fee, MAX_FEE);
        write(id, BOB, 5 * DOLLAR, ONE_DOT);
        let dollars = usd(BOB);
        assert_ok!(Options::exercise(signed(BOB), id, ONE_DOT));
        assert_eq!(usd(BOB) - dollars, 5 * DOLLAR * 95 / 100);
    });
}

#[test]
fn a_fee_in_native_goes_to_the_sink_too() {
    run(|| {
        ExerciseFee::set(&Permill::from_percent(1));
        // The protection of a synth against its fall: the right to sell a DOT for 5 FINCH.
        assert_ok!(Options::create(
            signed(ALICE),
            Coin::Asset(DOT),
            NATIVE,
            NATIVE,
            Kind::Put,
            number(5),
            EXPIRY
        ));
        write(0, BOB, 5 * FINCH, ONE_DOT);
        let before = finch(BOB);
        assert_ok!(Options::exercise(signed(BOB), 0, ONE_DOT));
        assert_eq!(finch(BOB) - before, 5 * FINCH * 99 / 100);
        expire();
        assert_ok!(Options::reclaim(signed(BOB), 0));
        assert_eq!(NativeFees::taken(FeeSource::Options), 0);
        assert_ok!(Options::settle(signed(KEEPER), 0, 1));
        assert_eq!(NativeFees::taken(FeeSource::Options), FINCH / 20);
        assert!(!AllSeries::<Test>::contains_key(0));
    });
}

#[test]
fn what_is_brought_is_rounded_up_and_what_is_paid_down() {
    run(|| {
        let call = a_call();
        write(call, BOB, ONE_DOT, ONE_DOT);
        let dollars = usd(BOB);
        assert_ok!(Options::exercise(signed(BOB), call, 1));
        assert_eq!(dollars - usd(BOB), 1);
        let put = a_put();
        write(put, BOB, 5 * DOLLAR, ONE_DOT);
        assert_noop!(Options::exercise(signed(BOB), put, 1_999), Error::TooLittle);
        let dollars = usd(BOB);
        assert_ok!(Options::exercise(signed(BOB), put, 3_999));
        assert_eq!(usd(BOB) - dollars, 1);
    });
}

#[test]
fn exercises_are_checked() {
    run(|| {
        let id = a_put();
        write(id, BOB, 10 * DOLLAR, 2 * ONE_DOT);
        assert_noop!(Options::exercise(signed(BOB), id, 0), Error::AmountZero);
        assert_noop!(Options::exercise(signed(BOB), 9, 1), Error::NoSeries);
        assert_noop!(
            Options::exercise(signed(CAROL), id, ONE_DOT),
            Error::InsufficientOptions
        );
        assert_noop!(
            Options::exercise(signed(BOB), id, 2 * ONE_DOT + 1),
            Error::InsufficientOptions
        );
        let margined = a_margined_put();
        write(margined, BOB, 8 * FINCH, ONE_DOT);
        assert_noop!(Options::exercise(signed(BOB), margined, ONE_DOT), Error::NotCovered);
    });
}

#[test]
fn who_has_not_what_to_bring_exercises_nothing() {
    run(|| {
        let id = a_put();
        write(id, BOB, 5 * DOLLAR, ONE_DOT);
        assert_ok!(Assets::transfer(signed(BOB), DOT, ALICE, dot(BOB)));
        assert!(frame_support::storage::with_storage_layer(|| Options::exercise(signed(BOB), id, ONE_DOT)).is_err());
        assert_eq!((options(id, BOB), flows(id).exercised), (ONE_DOT, 0));
    });
}

#[test]
fn an_exercise_needs_no_price_and_no_open_entries() {
    run(|| {
        let id = a_put();
        write(id, BOB, 5 * DOLLAR, ONE_DOT);
        EntriesOpen::set(&false);
        FakeFeeds::set_price(DOT, Feed::Missing);
        FakeFeeds::set_price(USD, Feed::Missing);
        assert_ok!(Options::exercise(signed(BOB), id, ONE_DOT));
    });
}

#[test]
fn exact_expiry_boundary() {
    run(|| {
        let id = a_put();
        write(id, BOB, 10 * DOLLAR, 2 * ONE_DOT);
        at(EXPIRY - 1);
        assert_ok!(Options::exercise(signed(BOB), id, ONE_DOT));
        assert_noop!(Options::reclaim(signed(BOB), id), Error::NotExpired);
        let margined = a_margined_put();
        assert_noop!(Options::fix_price(signed(BOB), margined), Error::NotExpired);
        at(EXPIRY);
        assert_noop!(Options::exercise(signed(BOB), id, 2_000), Error::Expired);
        assert_ok!(Options::reclaim(signed(BOB), id));
        assert_ok!(Options::fix_price(signed(BOB), margined));
    });
}
