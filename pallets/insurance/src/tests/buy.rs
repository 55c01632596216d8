// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

fn try_buy(product: ProductId, amount: Balance, days: u32, most: Balance) -> DispatchResult {
    Insurance::buy_cover(signed(BOB), product, amount, days, most)
}

#[test]
fn a_cover_costs_the_mean_rate_of_its_bump_to_the_end_of_its_last_day() {
    covered(|| {
        // A fifth of the capacity: from 2 % to 3 %, so 2.5 %; 30 days and 23 hours.
        let premium = (AMOUNT * 25 * (30 * 24 + 23)).div_ceil(1_000 * 365 * 24);
        let quote = Insurance::cover_quote(SYNTH, AMOUNT, 30).unwrap();
        assert_eq!(quote.premium, premium);
        assert_eq!((quote.rate, quote.rate_after), (percent(2), percent(3)));
        assert_eq!((quote.fee, quote.end), (premium / 10, FIRST_DAY + 31));
        assert_ok!(try_buy(SYNTH, AMOUNT, 30, premium));
        happened(Event::CoverBought {
            who: BOB,
            cover: 0,
            product: SYNTH,
            amount: AMOUNT,
            end: u64::from(FIRST_DAY + 31) * DAY,
            premium,
            fee: premium / 10,
            rate: percent(3),
        });
        assert_eq!(free(BOB), ENDOWMENT - premium);
        assert_eq!(Fees::taken(FeeSource::Cover), premium / 10);
        assert_eq!((books().premiums, books().fees), (premium, premium / 10));
        assert_eq!(unearned(), premium - premium / 10);
        assert_eq!((books().active, product(SYNTH).active), (AMOUNT, AMOUNT));
        assert_eq!(free(pool_account()), ED + CAPITAL + unearned());
    });
}

#[test]
fn the_rate_falls_two_points_a_day_to_the_target() {
    covered(|| {
        assert_ok!(try_buy(SYNTH, AMOUNT * 5, 365, Balance::MAX));
        let rate = || Insurance::capacity(SYNTH).unwrap().rate;
        assert_eq!(rate(), percent(7));
        wait(DAY / 2);
        assert_eq!(rate(), percent(6));
        wait(DAY);
        assert_eq!(rate(), percent(4));
        wait(DAY * 3);
        assert_eq!(rate(), percent(2));
    });
}

#[test]
fn parts_cost_what_the_whole_costs() {
    let price = |parts: &[Balance]| {
        let mut paid = 0;
        covered(|| {
            for part in parts {
                assert_ok!(try_buy(SYNTH, AMOUNT * part, 30, Balance::MAX));
            }
            paid = ENDOWMENT - free(BOB);
        });
        paid
    };
    let (whole, parts) = (price(&[4]), price(&[1, 2, 1]));
    assert!(parts >= whole && parts <= whole + 3);
}

#[test]
fn capacity_and_requirement_bound_the_cover() {
    covered(|| {
        assert_noop!(try_buy(SYNTH, AMOUNT * 5 + 1, 30, Balance::MAX), Error::SoldOut);
        assert_ok!(try_buy(SYNTH, AMOUNT * 5, 30, Balance::MAX));
        assert_noop!(try_buy(SYNTH, 1, 30, Balance::MAX), Error::SoldOut);
        assert_ok!(try_buy(SERIES, AMOUNT * 5, 30, Balance::MAX));
        assert_noop!(try_buy(VOTED, 1, 30, Balance::MAX), Error::CapitalNeeded);
        assert_eq!(books().active, books().capital);
        assert_eq!(Insurance::capacity(VOTED).unwrap().available, 0);
        // Renewals take no capacity.
        wait(DAY);
        assert_ok!(Insurance::renew_cover(signed(BOB), 0, 30, Balance::MAX));
    });
}

#[test]
fn a_pool_without_members_sells_nothing() {
    run(|| {
        three_products();
        assert_noop!(try_buy(SYNTH, 1, 30, Balance::MAX), Error::SoldOut);
        lose(Risk::Synth, 100);
        assert_eq!(books().events, 0);
    });
}

#[test]
fn what_is_wrong_with_a_purchase_is_said() {
    covered(|| {
        MinCover::set(&10);
        assert_noop!(try_buy(SYNTH, 9, 30, Balance::MAX), Error::BelowMinimum);
        assert_noop!(try_buy(SYNTH, 10, 6, Balance::MAX), Error::BadPeriod);
        assert_noop!(try_buy(SYNTH, 10, 366, Balance::MAX), Error::BadPeriod);
        assert_noop!(try_buy(9, 10, 30, Balance::MAX), Error::NoProduct);
        let premium = Insurance::cover_quote(SYNTH, AMOUNT, 30).unwrap().premium;
        assert_noop!(try_buy(SYNTH, AMOUNT, 30, premium - 1), Error::Overpriced);
        PendingSynth::set(&1);
        assert_noop!(try_buy(SYNTH, AMOUNT, 30, premium), Error::KnownLoss);
        assert_noop!(Insurance::cover_quote(SYNTH, AMOUNT, 30), Error::KnownLoss);
        assert_eq!(Insurance::capacity(SYNTH).unwrap().available, 0);
        assert_ok!(try_buy(SERIES, AMOUNT, 30, premium));
        wait(3 * DAY);
        assert_noop!(try_buy(SERIES, AMOUNT, 30, premium), Error::Behind);
    });
}

#[test]
fn the_shortest_cover_is_what_the_runtime_says() {
    covered(|| {
        MinDays::set(&1);
        assert_noop!(try_buy(SYNTH, AMOUNT, 0, Balance::MAX), Error::BadPeriod);
        assert_ok!(try_buy(SYNTH, AMOUNT, 1, Balance::MAX));
        // Until the day on which its only day is over has ended.
        assert_eq!(cover(0).end, FIRST_DAY + 2);
        days(2);
        assert!(!Covers::<Test>::contains_key(0));
    });
}

/// One planck of cover costs a planck, and no fee takes all of it.
#[test]
fn the_least_premium_is_a_planck() {
    covered(|| {
        assert_ok!(try_buy(SYNTH, 1, 7, 1));
        assert_eq!((books().premiums, books().fees, unearned()), (1, 0, 1));
        days(8);
        assert_eq!((books().earned, unearned()), (1, 0));
    });
}

#[test]
fn a_renewal_lets_the_cover_end_later_and_bumps_nothing() {
    covered(|| {
        let id = buy(BOB, SYNTH, AMOUNT);
        let rate = product(SYNTH).rate;
        days(10);
        let before = (books(), free(BOB));
        let premium = (AMOUNT * 2 * 60).div_ceil(100 * 365);
        assert_noop!(
            Insurance::renew_cover(signed(BOB), id, 60, premium - 1),
            Error::Overpriced
        );
        assert_ok!(Insurance::renew_cover(signed(BOB), id, 60, premium));
        happened(Event::CoverRenewed {
            cover: id,
            end: u64::from(FIRST_DAY + 91) * DAY,
            premium,
            fee: premium / 10,
        });
        assert_eq!(cover(id).end, FIRST_DAY + 91);
        assert_eq!(free(BOB), before.1 - premium);
        assert_eq!((books().active, product(SYNTH).rate), (AMOUNT, rate));
        assert_eq!(unearned(), before.0.unearned().unwrap() + premium - premium / 10);
        Insurance::do_try_state().unwrap();
        // Past the first end.
        days(30);
        lose(Risk::Synth, 10);
        assert_ok!(claim(id));
        assert_eq!(cover(id).amount, AMOUNT / 10 * 9);
        days(52);
        assert_eq!((books().active, unearned(), books().per_day), (0, 0, 0));
        assert!(!Covers::<Test>::contains_key(id));
    });
}

#[test]
fn what_is_wrong_with_a_renewal_is_said() {
    covered(|| {
        assert_ok!(try_buy(SYNTH, AMOUNT, 40, Balance::MAX));
        let renew = |who, id, days| Insurance::renew_cover(signed(who), id, days, Balance::MAX);
        assert_noop!(renew(BOB, 0, 6), Error::BadPeriod);
        assert_noop!(renew(BOB, 0, 366), Error::BadPeriod);
        assert_noop!(renew(BOB, 1, 30), Error::NoCover);
        assert_noop!(renew(CHARLIE, 0, 30), Error::NotOwner);
        assert_noop!(renew(BOB, 0, 30), Error::TooEarlyToRenew);
        days(11);
        PendingSynth::set(&1);
        assert_noop!(renew(BOB, 0, 30), Error::KnownLoss);
        PendingSynth::set(&0);
        lose(Risk::Synth, 50);
        assert_noop!(renew(BOB, 0, 30), Error::LossNotPaid);
        idle();
        assert_ok!(renew(BOB, 0, 7));
        assert_eq!(cover(0).amount, AMOUNT / 2);
        lose(Risk::Synth, 100);
        idle();
        days(8);
        assert_noop!(renew(BOB, 0, 7), Error::UsedUp);
        wait(28 * DAY + DAY / 2);
        let end = begin(cover(0).end);
        Now::set(&end);
        assert_ok!(Insurance::poke(signed(BOB)));
        assert_ok!(Insurance::poke(signed(BOB)));
        assert_noop!(renew(BOB, 0, 7), Error::CoverOver);
    });
}

/// A loss has taken more than the covers leave: there is no capital for a longer one.
#[test]
fn a_renewal_needs_the_requirement() {
    covered(|| {
        assert_ok!(try_buy(SYNTH, AMOUNT * 5, 30, Balance::MAX));
        assert_ok!(try_buy(VOTED, AMOUNT * 5, 30, Balance::MAX));
        days(2);
        submit(BOB, 1, AMOUNT);
        assert_noop!(
            Insurance::renew_cover(signed(BOB), 0, 30, Balance::MAX),
            Error::CapitalNeeded
        );
    });
}

#[test]
fn numbers_beyond_any_sense_are_refused() {
    covered(|| {
        assert_noop!(try_buy(SYNTH, Balance::MAX, 30, Balance::MAX), Error::SoldOut);
        assert_ok!(try_buy(SYNTH, AMOUNT, 30, Balance::MAX));
        assert_noop!(try_buy(SYNTH, Balance::MAX, 30, Balance::MAX), Error::Overflow);
    });
}
