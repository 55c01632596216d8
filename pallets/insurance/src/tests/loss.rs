// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn cover_pays_in_the_block_of_the_loss_and_members_share_it() {
    covered(|| {
        let id = buy(BOB, SYNTH, AMOUNT);
        let other = buy(CHARLIE, SYNTH, AMOUNT / 2);
        let before = free(BOB);
        lose(Risk::Synth, 10);
        happened(Event::LossBooked {
            product: SYNTH,
            event: 0,
            ratio: percent(10),
            owed: AMOUNT / 10 * 3 / 2,
            reserved: AMOUNT / 10 * 3 / 2,
        });
        assert_eq!(books().capital, CAPITAL - AMOUNT / 10 * 3 / 2);
        assert_eq!(books().events, AMOUNT / 10 * 3 / 2);
        assert_ok!(claim(id));
        happened(Event::CoverPaid {
            cover: id,
            event: 0,
            owed: AMOUNT / 10,
            paid: AMOUNT / 10,
        });
        assert_eq!(free(BOB), before + AMOUNT / 10);
        assert_eq!(
            (cover(id).amount, product(SYNTH).active),
            (AMOUNT / 10 * 9, AMOUNT / 10 * 14)
        );
        assert_eq!((books().paid, books().events), (AMOUNT / 10, AMOUNT / 20));
        // In the same block too, the sweep pays the other.
        idle();
        happened(Event::LossPaid {
            product: SYNTH,
            event: 0,
            returned: 0,
        });
        assert_eq!((cover(other).amount, books().events), (AMOUNT / 20 * 9, 0));
        let value = Insurance::member(ALICE).unwrap().value;
        assert_eq!(value, CAPITAL - AMOUNT / 10 * 3 / 2);
    });
}

#[test]
fn one_payout_per_cover_and_event() {
    covered(|| {
        let id = buy(BOB, SYNTH, AMOUNT);
        buy(CHARLIE, SYNTH, AMOUNT);
        lose(Risk::Synth, 10);
        assert_ok!(claim(id));
        let paid = free(BOB);
        assert_noop!(claim(id), Error::NothingDue);
        idle();
        assert_noop!(claim(id), Error::NothingDue);
        assert_eq!(free(BOB), paid);
        // A second event pays once more, of what is left.
        lose(Risk::Synth, 10);
        lose(Risk::Synth, 50);
        assert_ok!(claim(id));
        assert_eq!(cover(id).amount, AMOUNT / 100 * 81);
        assert_ok!(claim(id));
        assert_eq!(cover(id).amount, AMOUNT / 1_000 * 405);
        assert_noop!(claim(id), Error::NothingDue);
        assert_eq!(cover(id).seen, 3);
        assert_noop!(claim(9), Error::NoCover);
    });
}

#[test]
fn what_was_bought_later_or_ended_before_gets_nothing() {
    covered(|| {
        assert_ok!(Insurance::buy_cover(signed(BOB), SYNTH, AMOUNT, 7, Balance::MAX));
        let second = buy(CHARLIE, SYNTH, AMOUNT);
        // Its day has come, and the books do not know yet.
        Now::set(&begin(cover(0).end));
        lose(Risk::Synth, 10);
        let third = NextCover::<Test>::get();
        idle();
        assert_ok!(Insurance::buy_cover(signed(DAVE), SYNTH, AMOUNT, 7, Balance::MAX));
        assert_noop!(claim(third), Error::NothingDue);
        assert!(!Covers::<Test>::contains_key(0));
        assert_eq!((books().paid, cover(second).amount), (AMOUNT / 10, AMOUNT / 10 * 9));
        assert_eq!(books().events, 0);
    });
}

#[test]
fn a_loss_at_the_last_moment_counts_and_one_at_the_end_does_not() {
    for (before, paid) in [(1, AMOUNT / 10), (0, 0)] {
        covered(|| {
            buy(BOB, SYNTH, AMOUNT);
            wait(29 * DAY);
            idle();
            Now::set(&(begin(cover(0).end) - before));
            lose(Risk::Synth, 10);
            idle();
            assert_eq!(books().paid, paid);
        });
    }
}

/// A deferred slash is not reported as a loss before it is applied.
#[test]
fn a_deferred_slash_that_is_cancelled_pays_nothing() {
    covered(|| {
        assert_ok!(Insurance::buy_cover(signed(BOB), SYNTH, AMOUNT, 60, Balance::MAX));
        noticed(ALICE);
        let before = (books().capital, free(BOB));
        PendingSynth::set(&AMOUNT);
        days(3);
        assert_noop!(Insurance::withdraw(signed(ALICE), 0), Error::KnownLoss);
        assert_noop!(
            Insurance::buy_cover(signed(CHARLIE), SYNTH, AMOUNT, 30, Balance::MAX),
            Error::KnownLoss
        );
        assert_noop!(claim(0), Error::NothingDue);
        PendingSynth::set(&0);
        assert_noop!(claim(0), Error::NothingDue);
        assert_eq!((books().paid, books().events, free(BOB)), (0, 0, before.1));
        assert!(books().capital >= before.0);
        assert_ok!(Insurance::withdraw(signed(ALICE), 0));
    });
}

#[test]
fn the_part_of_the_product_is_paid() {
    covered(|| {
        let pays = Permill::from_percent(80);
        let risk = Risk::Series(8);
        let kind = Kind::Parametric(risk);
        assert_ok!(Insurance::create_product(
            RuntimeOrigin::root(),
            kind,
            pays,
            pays,
            percent(2),
            percent(2)
        ));
        let id = buy(BOB, 3, 1_001);
        lose(risk, 50);
        // 400.4 are owed.
        assert_eq!(books().events, 401);
        assert_ok!(claim(id));
        assert_eq!(cover(id).amount, 601);
        assert_eq!((books().events, books().capital), (0, CAPITAL - 400));
    });
}

#[test]
fn losses_of_other_risks_and_of_nothing_are_nobodys() {
    covered(|| {
        buy(BOB, SYNTH, AMOUNT);
        let before = books();
        lose(Risk::Series(7), 50);
        lose(Risk::Series(99), 50);
        lose(Risk::Synth, 0);
        Insurance::on_loss(Loss {
            risk: Risk::Synth,
            lost: 0,
            of: 0,
        });
        assert_eq!(books(), before);
        assert_noop!(claim(0), Error::NothingDue);
    });
}

/// More is lost than there was: all of the cover is paid, and not more.
#[test]
fn a_loss_of_everything_pays_everything() {
    covered(|| {
        let id = buy(BOB, SYNTH, AMOUNT);
        Insurance::on_loss(Loss {
            risk: Risk::Synth,
            lost: 5,
            of: 0,
        });
        assert_ok!(claim(id));
        assert_eq!((cover(id).amount, books().paid), (0, AMOUNT));
        lose(Risk::Synth, 50);
        assert_eq!(product(SYNTH).events, 1);
        // It goes on being earned and is removed at its end.
        days(31);
        assert_eq!(unearned(), 0);
        assert!(!Covers::<Test>::contains_key(id));
    });
}

#[test]
fn a_capital_that_is_too_small_pays_all_covers_alike() {
    covered(|| {
        Gearing::set(&FixedU128::from_u32(4));
        assert_ok!(Insurance::change_product(
            RuntimeOrigin::root(),
            SYNTH,
            Permill::one(),
            percent(2),
            Sales::Open
        ));
        let first = buy(BOB, SYNTH, CAPITAL / 2);
        let second = buy(CHARLIE, SYNTH, CAPITAL / 4);
        // Some of it has gone otherwise.
        Pool::<Test>::mutate(|books| {
            books.capital -= CAPITAL / 4 * 3;
            books.paid += CAPITAL / 4 * 3;
        });
        lose(Risk::Synth, 100);
        let owed = CAPITAL / 4 * 3;
        assert_eq!((books().capital, books().events), (0, CAPITAL / 4));
        happened(Event::LossBooked {
            product: SYNTH,
            event: 0,
            ratio: FixedU128::from_rational(1, 3),
            owed,
            reserved: CAPITAL / 4,
        });
        assert_ok!(claim(first));
        assert_ok!(claim(second));
        assert_eq!(cover(first).amount, CAPITAL / 2 - CAPITAL / 6 + 1 - 1);
        assert_eq!(cover(second).amount, CAPITAL / 4 - CAPITAL / 12);
        // What the rounding left.
        assert_eq!(books().events, 0);
        // The next loss finds next to nothing.
        Pool::<Test>::mutate(|books| {
            books.paid += books.capital;
            books.capital = 0;
        });
        lose(Risk::Synth, 100);
        assert_eq!((product(SYNTH).events, books().events), (1, 0));
        assert_noop!(claim(first), Error::NothingDue);
    });
}

/// While the covers are not paid for the first, the second loss is reserved on all of them. What is too much comes back.
#[test]
fn the_reserve_of_a_second_loss_comes_back() {
    covered(|| {
        let id = buy(BOB, SYNTH, AMOUNT);
        lose(Risk::Synth, 50);
        lose(Risk::Synth, 50);
        assert_eq!(books().events, AMOUNT);
        assert_ok!(claim(id));
        assert_ok!(claim(id));
        assert_eq!(cover(id).amount, AMOUNT / 4);
        assert_eq!((books().events, books().capital), (0, CAPITAL - AMOUNT / 4 * 3));
    });
}

/// An account that does not exist cannot take less than the existential deposit. The others are paid all the same.
#[test]
fn a_payout_that_cannot_be_made_stays_with_the_members() {
    covered(|| {
        let id = buy(BOB, SYNTH, 1_000);
        ExistentialDeposit::set(&1_000);
        assert_ok!(Balances::force_set_balance(
            RuntimeOrigin::root(),
            pool_account(),
            CAPITAL * 2
        ));
        assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), BOB, 0));
        lose(Risk::Synth, 50);
        idle();
        happened(Event::CoverPaid {
            cover: id,
            event: 0,
            owed: 500,
            paid: 0,
        });
        assert_eq!((books().paid, books().events, books().capital), (0, 0, CAPITAL));
        assert_eq!((cover(id).amount, cover(id).seen), (1_000, 1));
    });
}

#[test]
fn the_owner_of_a_series_cover_is_paid_for_the_series() {
    covered(|| {
        let synth = buy(BOB, SYNTH, AMOUNT);
        let series = buy(BOB, SERIES, AMOUNT);
        lose(Risk::Series(7), 25);
        assert_ok!(claim(series));
        assert_noop!(claim(synth), Error::NothingDue);
        assert_eq!(books().paid, AMOUNT / 4);
    });
}
