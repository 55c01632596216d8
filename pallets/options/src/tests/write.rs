// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn a_put_locks_its_worth_at_the_strike_and_a_call_the_underlying() {
    run(|| {
        let put = a_put();
        assert_ok!(Options::deposit(signed(BOB), put, 5 * DOLLAR));
        assert_noop!(Options::mint(signed(BOB), put, ONE_DOT + 1), Error::TooLittleCollateral);
        assert_ok!(Options::mint(signed(BOB), put, ONE_DOT));
        let call = a_call();
        assert_ok!(Options::deposit(signed(BOB), call, ONE_DOT));
        assert_noop!(
            Options::mint(signed(BOB), call, ONE_DOT + 1),
            Error::TooLittleCollateral
        );
        assert_ok!(Options::mint(signed(BOB), call, ONE_DOT));
        assert_eq!((options(put, BOB), options(call, BOB)), (ONE_DOT, ONE_DOT));
        assert_eq!((flows(put).minted, vault(put, BOB).written), (ONE_DOT, ONE_DOT));
        happened(Event::Minted {
            series: put,
            owner: BOB,
            amount: ONE_DOT,
        });
    });
}

#[test]
fn what_a_put_locks_is_rounded_up_once() {
    run(|| {
        let id = a_put();
        // A unit is worth 0.0005 of a unit of the dollar.
        assert_ok!(Options::deposit(signed(BOB), id, 1));
        for _ in 0..20 {
            assert_ok!(Options::mint(signed(BOB), id, 100));
        }
        assert_noop!(Options::mint(signed(BOB), id, 1), Error::TooLittleCollateral);
    });
}

#[test]
fn mints_are_checked() {
    run(|| {
        let id = a_put();
        assert_noop!(Options::mint(signed(BOB), id, 0), Error::AmountZero);
        assert_noop!(Options::mint(signed(BOB), id, 1), Error::NoVault);
        assert_noop!(Options::mint(signed(BOB), 9, 1), Error::NoSeries);
        assert_ok!(Options::deposit(signed(BOB), id, 1));
        assert_noop!(Options::mint(signed(BOB), id, MAX_WRITTEN + 1), Error::TooMuchWritten);
        EntriesOpen::set(&false);
        assert_noop!(Options::mint(signed(BOB), id, 1), Error::EntriesStopped);
        EntriesOpen::set(&true);
        expire();
        assert_noop!(Options::mint(signed(BOB), id, 1), Error::Expired);
    });
}

#[test]
fn a_margined_mint_needs_150_percent_at_fresh_prices() {
    run(|| {
        let id = a_margined_put();
        assert_ok!(Options::deposit(signed(BOB), id, 15 * FINCH / 2 - 1));
        assert_noop!(Options::mint(signed(BOB), id, ONE_DOT), Error::TooLittleCollateral);
        assert_ok!(Options::deposit(signed(BOB), id, 1));
        stale();
        assert_noop!(Options::mint(signed(BOB), id, ONE_DOT), Error::PriceStale);
        FakeFeeds::set_price(USD, Feed::Missing);
        prices(5);
        FakeFeeds::set_price(USD, Feed::Missing);
        assert_noop!(Options::mint(signed(BOB), id, ONE_DOT), Error::PriceMissing);
        prices(4);
        assert_ok!(Options::mint(signed(BOB), id, ONE_DOT));
        // The series has seen these prices.
        assert_eq!(series(id).reference.unwrap().underlying, number(400));
    });
}

#[test]
fn burning_frees_collateral() {
    run(|| {
        let id = a_put();
        write(id, BOB, 5 * DOLLAR, ONE_DOT);
        assert_ok!(Options::burn(signed(BOB), id, ONE_DOT / 5));
        assert_eq!(options(id, BOB), ONE_DOT * 4 / 5);
        assert_ok!(Options::withdraw(signed(BOB), id, DOLLAR));
        assert_noop!(Options::withdraw(signed(BOB), id, 1), Error::TooLittleCollateral);
        happened(Event::Burned {
            series: id,
            owner: BOB,
            amount: ONE_DOT / 5,
        });
    });
}

#[test]
fn burns_are_checked() {
    run(|| {
        let id = a_put();
        write(id, BOB, 5 * DOLLAR, ONE_DOT);
        write(id, CAROL, 5 * DOLLAR, ONE_DOT);
        assert_noop!(Options::burn(signed(BOB), id, 0), Error::AmountZero);
        assert_noop!(Options::burn(signed(ALICE), id, 1), Error::NoVault);
        give(id, CAROL, BOB, 1);
        assert_noop!(Options::burn(signed(BOB), id, ONE_DOT + 1), Error::TooMuch);
        assert_noop!(Options::burn(signed(CAROL), id, ONE_DOT), Error::InsufficientOptions);
        expire();
        assert_noop!(Options::burn(signed(BOB), id, 1), Error::Expired);
    });
}

#[test]
fn burning_needs_no_price() {
    run(|| {
        let id = a_margined_put();
        write(id, BOB, 8 * FINCH, ONE_DOT);
        stale();
        assert_ok!(Options::burn(signed(BOB), id, ONE_DOT));
        assert_ok!(Options::withdraw(signed(BOB), id, 8 * FINCH));
        assert!(no_vault(id, BOB));
    });
}

/// A pool for the options of a series, filled with some that Carol has written.
fn market(id: OptionId, native: Balance) {
    write(id, CAROL, 5_000 * DOLLAR, 1_000 * ONE_DOT);
    a_pool(id, CAROL, native);
}

#[test]
fn write_and_sell_deposits_what_is_missing_and_pays_the_premium_less_the_fee() {
    run(|| {
        WriteFee::set(&Permill::from_percent(1));
        let id = a_put();
        market(id, 1_000 * FINCH);
        assert_ok!(Options::deposit(signed(BOB), id, DOLLAR));
        let (native, dollars) = (finch(BOB), usd(BOB));
        let quote = Options::quote_premium(id, ONE_DOT).unwrap();
        assert_ok!(Options::write_and_sell(signed(BOB), id, ONE_DOT, quote.premium));
        assert_eq!(dollars - usd(BOB), 4 * DOLLAR);
        assert_eq!(finch(BOB) - native, quote.premium - quote.fee);
        assert_eq!(quote.fee, quote.premium.div_ceil(100));
        assert_eq!(NativeFees::taken(FeeSource::Options), quote.fee);
        assert_eq!((options(id, BOB), vault(id, BOB).written), (0, ONE_DOT));
        assert_eq!(vault(id, BOB).collateral, 5 * DOLLAR);
        happened(Event::Sold {
            series: id,
            owner: BOB,
            amount: ONE_DOT,
            premium: quote.premium,
            fee: quote.fee,
        });
    });
}

#[test]
fn write_and_sell_is_all_or_nothing() {
    run(|| {
        let id = a_put();
        market(id, 1_000 * FINCH);
        let quote = Options::quote_premium(id, ONE_DOT).unwrap().premium;
        let sell = |amount, min| Options::write_and_sell(signed(BOB), id, amount, min);
        assert!(frame_support::storage::with_storage_layer(|| sell(ONE_DOT, quote + 1)).is_err());
        assert!(no_vault(id, BOB));
        assert_eq!((usd(BOB), finch(BOB)), (ENDOWMENT, ENDOWMENT));
        assert_noop!(sell(0, 0), Error::AmountZero);
        EntriesOpen::set(&false);
        assert_noop!(sell(ONE_DOT, 0), Error::EntriesStopped);
        EntriesOpen::set(&true);
        Market::set_broken(true);
        assert!(frame_support::storage::with_storage_layer(|| sell(ONE_DOT, 0)).is_err());
        Market::set_broken(false);
        expire();
        assert_noop!(sell(ONE_DOT, 0), Error::Expired);
    });
}

#[test]
fn write_and_sell_opens_a_margined_vault_at_exactly_150_percent() {
    run(|| {
        let id = a_margined_put();
        write(id, CAROL, 8_000 * FINCH, 1_000 * ONE_DOT);
        a_pool(id, CAROL, 1_000 * FINCH);
        assert_ok!(Options::write_and_sell(signed(BOB), id, ONE_DOT, 1));
        assert_eq!(vault(id, BOB).collateral, 15 * FINCH / 2);
        assert_eq!(
            Options::vault_health(BOB, id).unwrap().ratio,
            Some(FixedU128::from_rational(3, 2))
        );
    });
}
