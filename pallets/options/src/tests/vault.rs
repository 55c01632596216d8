// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn the_first_deposit_opens_a_vault() {
    run(|| {
        let id = a_put();
        let (native, dollars) = (finch(BOB), usd(BOB));
        assert_ok!(Options::deposit(signed(BOB), id, 3 * DOLLAR));
        assert_eq!((native - finch(BOB), dollars - usd(BOB)), (100, 3 * DOLLAR));
        assert_eq!((vault(id, BOB).collateral, vault(id, BOB).deposit), (3 * DOLLAR, 100));
        assert_eq!((series(id).vaults, flows(id).deposited), (1, 3 * DOLLAR));
        happened(Event::Deposited {
            series: id,
            owner: BOB,
            amount: 3 * DOLLAR,
        });
        assert_ok!(Options::deposit(signed(BOB), id, DOLLAR));
        assert_eq!((native - finch(BOB), series(id).vaults), (100, 1));
    });
}

#[test]
fn a_deposit_takes_a_series_an_amount_and_time() {
    run(|| {
        let id = a_put();
        assert_noop!(Options::deposit(signed(BOB), id, 0), Error::AmountZero);
        assert_noop!(Options::deposit(signed(BOB), 7, 1), Error::NoSeries);
        expire();
        assert_noop!(Options::deposit(signed(BOB), id, 1), Error::Expired);
    });
}

#[test]
fn a_deposit_needs_no_price_and_no_open_entries() {
    run(|| {
        let id = a_margined_put();
        stale();
        EntriesOpen::set(&false);
        assert_ok!(Options::deposit(signed(BOB), id, FINCH));
        assert_ok!(Options::withdraw(signed(BOB), id, FINCH));
    });
}

#[test]
fn what_is_not_required_can_be_withdrawn() {
    run(|| {
        let id = a_put();
        write(id, BOB, 8 * DOLLAR, ONE_DOT);
        assert_noop!(
            Options::withdraw(signed(BOB), id, 3 * DOLLAR + 1),
            Error::TooLittleCollateral
        );
        let dollars = usd(BOB);
        assert_ok!(Options::withdraw(signed(BOB), id, 3 * DOLLAR));
        assert_eq!(usd(BOB) - dollars, 3 * DOLLAR);
        assert_noop!(Options::withdraw(signed(BOB), id, 1), Error::TooLittleCollateral);
        happened(Event::Withdrawn {
            series: id,
            owner: BOB,
            amount: 3 * DOLLAR,
        });
    });
}

#[test]
fn an_emptied_vault_is_gone_and_its_deposit_is_back() {
    run(|| {
        let id = a_call();
        let before = (finch(BOB), dot(BOB));
        assert_ok!(Options::deposit(signed(BOB), id, ONE_DOT));
        assert_ok!(Options::withdraw(signed(BOB), id, ONE_DOT));
        assert_eq!((finch(BOB), dot(BOB)), before);
        assert!(no_vault(id, BOB));
        assert_eq!(series(id).vaults, 0);
    });
}

#[test]
fn withdrawals_are_checked() {
    run(|| {
        let id = a_put();
        assert_noop!(Options::withdraw(signed(BOB), id, 1), Error::NoVault);
        assert_ok!(Options::deposit(signed(BOB), id, 10));
        assert_noop!(Options::withdraw(signed(BOB), id, 0), Error::AmountZero);
        assert_noop!(Options::withdraw(signed(BOB), id, 11), Error::TooMuch);
        assert_noop!(Options::withdraw(signed(BOB), 9, 1), Error::NoSeries);
        expire();
        assert_noop!(Options::withdraw(signed(BOB), id, 1), Error::Expired);
    });
}

#[test]
fn a_margined_vault_keeps_150_percent() {
    run(|| {
        let id = a_margined_put();
        // The obligation is 5 FINCH.
        write(id, BOB, 10 * FINCH, ONE_DOT);
        assert_noop!(
            Options::withdraw(signed(BOB), id, 5 * FINCH / 2 + 1),
            Error::TooLittleCollateral
        );
        stale();
        assert_noop!(Options::withdraw(signed(BOB), id, 1), Error::PriceStale);
        prices(5);
        assert_ok!(Options::withdraw(signed(BOB), id, 5 * FINCH / 2));
    });
}

#[test]
fn a_margined_call_is_secured_against_the_price() {
    run(|| {
        let id = a_margined_call();
        assert_ok!(Options::deposit(signed(BOB), id, 15 * FINCH / 2));
        prices(6);
        assert_noop!(Options::mint(signed(BOB), id, ONE_DOT), Error::TooLittleCollateral);
        prices(5);
        assert_ok!(Options::mint(signed(BOB), id, ONE_DOT));
        prices(4);
        assert_ok!(Options::withdraw(signed(BOB), id, 3 * FINCH / 2));
    });
}
