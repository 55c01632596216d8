// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn tokens_are_burned_for_their_share_rounded_down() {
    run(|| {
        let id = settled();
        System::reset_events();
        // 206_307 * 7 / 200_000 = 7.2
        assert_eq!(redeem(CHARLIE, id, 1, 7), 7);
        let redeemed = Event::Redeemed {
            series: id,
            tranche: 1,
            who: CHARLIE,
            units: 7,
            amount: 7,
        };
        assert_eq!(take_events(), [redeemed]);
        assert_eq!(units(CHARLIE, id, 1), 199_993);
        let found = &series(id).tranches[1];
        assert_eq!(
            (found.outstanding, found.payout.unwrap().left),
            (199_993, JUNIOR_FACE - 7)
        );
    });
}

#[test]
fn tokens_are_worth_the_same_in_any_hands_for_ever() {
    run(|| {
        let id = settled();
        assert_ok!(Assets::transfer(signed(BOB), token(id, 0), DAVE, 100_000));
        later(20 * 365 * DAY);
        assert_eq!(redeem(DAVE, id, 0, 100_000), SENIOR_FACE / 6);
        assert_eq!(redeem(BOB, id, 0, 500_000), SENIOR_FACE * 5 / 6);
    });
}

#[test]
fn the_dust_of_all_roundings_goes_to_the_issuer_with_the_last_token() {
    run(|| {
        let id = settled();
        assert_eq!(redeem(CHARLIE, id, 1, 1), 1);
        System::reset_events();
        // 206_307 * 199_999 / 200_000 = 206_305.97
        assert_eq!(redeem(CHARLIE, id, 1, 199_999), 206_305);
        happened(Event::Forgone {
            series: id,
            tranche: 1,
            amount: 1,
        });
        assert_eq!(
            (series(id).residual, series(id).tranches[1].payout.unwrap().left),
            (1, 0)
        );
        assert_ok!(Derivatives::collect(signed(BOB), id));
        assert_eq!(series(id).residual, 0);
    });
}

#[test]
fn worthless_tokens_can_be_burned() {
    run(|| {
        let id = active();
        slash(id, 700_000);
        mature(id);
        assert_eq!(series(id).tranches[1].payout.unwrap().paid, 0);
        later(2 * DAY);
        assert_eq!(redeem(CHARLIE, id, 1, 200_000), 0);
        assert_eq!(redeem(BOB, id, 0, 600_000), 300_000 + BOND);
        assert_ok!(Derivatives::close(signed(BOB), id));
    });
}

#[test]
fn redemption_waits_for_the_settlement() {
    run(|| {
        let id = propose();
        let redeem = |id, at, units| Derivatives::redeem(signed(BOB), id, at, units);
        assert_noop!(redeem(99, 0, 1), Error::SeriesNotFound);
        assert_noop!(redeem(id, 2, 1), Error::UnknownTranche);
        assert_noop!(redeem(id, 0, 1), Error::NotMatured);
        let id = active();
        later(TERM);
        assert_noop!(redeem(id, 0, 1), Error::NotMatured);
    });
}

#[test]
fn only_tokens_that_one_has_can_be_redeemed_once() {
    run(|| {
        let id = settled();
        let redeem = |who, units| Derivatives::redeem(signed(who), id, 0, units);
        assert_noop!(redeem(BOB, 0), Error::AmountZero);
        assert_noop!(redeem(CHARLIE, 1), Error::NothingToRedeem);
        assert_noop!(redeem(BOB, 600_001), Error::InsufficientTokens);
        assert_noop!(redeem(BOB, u128::MAX), Error::InsufficientTokens);
        assert_ok!(redeem(BOB, 600_000));
        assert_noop!(redeem(BOB, 1), Error::NothingToRedeem);
    });
}

#[test]
fn a_slash_keeps_redemptions_waiting() {
    run(|| {
        let id = active();
        mature_with_a_slash(id);
        let from = series(id).redeem_from;
        assert!(series(id).state.is_settled() && from > Now::get());
        assert_noop!(Derivatives::redeem(signed(BOB), id, 0, 1), Error::WaitAfterSlash);
        Now::set(&(from - 1));
        assert_noop!(Derivatives::redeem(signed(BOB), id, 0, 1), Error::WaitAfterSlash);
        Now::set(&from);
        assert_eq!(redeem(BOB, id, 0, 600_000), SENIOR_FACE);
    });
}

/// Slashed while it unbonds, just before maturity.
#[track_caller]
fn mature_with_a_slash(id: SeriesId) {
    Now::set(&(series(id).maturity.unwrap() - 4 * ERA));
    next_era();
    slash(id, 1_000);
    (0..3).for_each(|_| next_era());
}

#[test]
fn the_issuer_buys_tokens_back_and_owes_less() {
    run(|| {
        let id = active();
        assert_ok!(Assets::transfer(signed(BOB), token(id, 0), ALICE, 250_000));
        assert_ok!(Derivatives::buy_back(signed(ALICE), id, 0, 200_000));
        happened(Event::BoughtBack {
            series: id,
            tranche: 0,
            units: 200_000,
        });
        assert_eq!(units(ALICE, id, 0), 50_000);
        mature(id);
        // 400_000 * 1.013457
        assert_eq!(series(id).tranches[0].payout.unwrap().face, 405_382);
    });
}

#[test]
fn only_the_issuer_buys_back_own_tokens_before_they_are_due() {
    run(|| {
        let id = opened();
        let buy_back = |who, at, units| Derivatives::buy_back(signed(who), id, at, units);
        assert_noop!(buy_back(ALICE, 0, 1), Error::NotRunning);
        assert_ok!(House::close(auction(id, 0), 600_000, FixedU128::one()));
        assert_ok!(House::close(auction(id, 1), 0, FixedU128::one()));
        assert_ok!(House::deliver(auction(id, 0), BOB, 600_000));
        assert_noop!(Derivatives::buy_back(signed(ALICE), 99, 0, 1), Error::SeriesNotFound);
        assert_noop!(buy_back(BOB, 0, 1), Error::NotIssuer);
        assert_noop!(buy_back(ALICE, 0, 1), Error::NothingToRedeem);
        assert_noop!(buy_back(ALICE, 2, 1), Error::UnknownTranche);
        assert_ok!(Assets::transfer(signed(BOB), token(id, 0), ALICE, 10));
        assert_noop!(buy_back(ALICE, 0, 0), Error::AmountZero);
        assert_noop!(buy_back(ALICE, 0, 11), Error::InsufficientTokens);
        Now::set(&(series(id).maturity.unwrap() - 1));
        assert_ok!(buy_back(ALICE, 0, 1));
        later(1);
        assert_noop!(buy_back(ALICE, 0, 1), Error::AlreadyDue);
    });
}

#[test]
fn a_payout_that_is_not_there_is_never_paid() {
    run(|| {
        let id = settled();
        let left = |left| {
            AllSeries::<Test>::mutate(id, |found| {
                found.as_mut().unwrap().tranches[0].payout.as_mut().unwrap().left = left;
            })
        };
        left(1);
        assert_noop!(Derivatives::redeem(signed(BOB), id, 0, 600_000), Error::Corrupted);
        left(SENIOR_FACE);
    });
}
