// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;
use frame_support::traits::fungibles::Inspect as _;

/// Everybody has redeemed.
#[track_caller]
fn redeemed() -> SeriesId {
    let id = settled();
    redeem(BOB, id, 0, 600_000);
    redeem(CHARLIE, id, 1, 200_000);
    id
}

#[test]
fn the_end_of_a_series_destroys_its_tokens_and_returns_the_deposit() {
    run(|| {
        let id = redeemed();
        let (first, deposit, before) = (token(id, 0), series(id).deposit, native(ALICE));
        System::reset_events();
        assert_ok!(Derivatives::close(signed(CHARLIE), id));
        assert_eq!(take_events().last(), Some(&Event::SeriesClosed { series: id, deposit }));
        assert_eq!(native(ALICE) - before, deposit);
        assert!(!AllSeries::<Test>::contains_key(id));
        assert!(!Assets::asset_exists(first) && !Assets::asset_exists(first + 1));
        assert_eq!(Balances::total_balance(&Derivatives::vault(id)), 0);
        assert_noop!(Derivatives::close(signed(CHARLIE), id), Error::SeriesNotFound);
    });
}

#[test]
fn nothing_with_a_claim_is_closed() {
    run(|| {
        let id = opened();
        assert_noop!(Derivatives::close(signed(BOB), id), Error::NotWoundUp);
        let id = settled();
        assert_noop!(Derivatives::close(signed(BOB), id), Error::NotWoundUp);
        redeem(BOB, id, 0, 600_000);
        redeem(CHARLIE, id, 1, 199_999);
        assert_noop!(Derivatives::close(signed(BOB), id), Error::NotWoundUp);
        redeem(CHARLIE, id, 1, 1);
        assert_ok!(Derivatives::close(signed(BOB), id));
    });
}

#[test]
fn empty_accounts_and_approvals_that_others_leave_behind_are_cleared() {
    run(|| {
        let id = active();
        let token = token(id, 0);
        for who in 100..100 + u128::from(CLEAR_ITEMS) {
            assert_ok!(Balances::transfer_keep_alive(signed(DAVE), who, 1_000));
            assert_ok!(Assets::touch(signed(who), token));
        }
        assert_ok!(Assets::approve_transfer(signed(BOB), token, DAVE, 1));
        mature(id);
        redeem(BOB, id, 0, 600_000);
        redeem(CHARLIE, id, 1, 200_000);
        System::reset_events();
        assert_ok!(Derivatives::close(signed(DAVE), id));
        assert_eq!(take_events(), [Event::CloseUnfinished { series: id }]);
        assert_ok!(Derivatives::close(signed(DAVE), id));
        assert!(!Assets::asset_exists(token) && !AllSeries::<Test>::contains_key(id));
    });
}

#[test]
fn what_others_have_sent_to_a_vault_stays_there() {
    run(|| {
        let id = active();
        let vault = Derivatives::vault(id);
        assert_ok!(Balances::transfer_keep_alive(signed(DAVE), vault, 12_345));
        mature(id);
        assert_eq!(redeem(BOB, id, 0, 600_000), SENIOR_FACE);
        assert_eq!(redeem(CHARLIE, id, 1, 200_000), JUNIOR_FACE);
        let (deposit, before) = (series(id).deposit, native(ALICE));
        assert_ok!(Derivatives::close(signed(DAVE), id));
        assert_eq!((native(ALICE) - before, native(vault)), (deposit, 12_345));
    });
}
