// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What somebody might try, and what happened to others.

use super::*;
use frame_support::storage::with_storage_layer;

/// Opyn 2020: the same vaults were exercised twice in one batch. A batch of N is N singles.
#[test]
fn opyn_2020_double_exercise() {
    for kind in [Kind::Put, Kind::Call] {
        let results: Vec<_> = [vec![10], vec![1; 10], vec![3, 7], vec![5, 5]]
            .into_iter()
            .map(|parts| {
                let mut result = (0, 0, Flows::default());
                run(|| {
                    let id = match kind {
                        Kind::Put => a_put(),
                        Kind::Call => a_call(),
                    };
                    let collateral = 10 * ONE_DOT.max(5 * DOLLAR);
                    write(id, BOB, collateral, 10 * ONE_DOT);
                    write(id, CAROL, collateral, 10 * ONE_DOT);
                    give(id, BOB, ALICE, 10 * ONE_DOT);
                    for part in parts {
                        assert_ok!(Options::exercise(signed(ALICE), id, part * ONE_DOT));
                    }
                    // There is nothing left to exercise.
                    assert_noop!(
                        Options::exercise(signed(ALICE), id, ONE_DOT),
                        Error::InsufficientOptions
                    );
                    result = (usd(ALICE), dot(ALICE), flows(id));
                });
                result
            })
            .collect();
        assert!(results.windows(2).all(|pair| pair[0] == pair[1]));
    }
}

/// Ribbon 2025: a strike of one number of decimals met a price of another. Every coin with every number of them.
#[test]
fn ribbon_2025_decimals() {
    for d_underlying in [6u8, 8, 10, 12, 18] {
        for d_strike in [6u8, 8, 10, 12, 18] {
            for d_collateral in [6u8, 8, 10, 12, 18] {
                decimals(d_underlying, d_strike, d_collateral);
            }
        }
    }
}

/// Whole coins in native: the underlying 3, the strike asset 2, the collateral 4. A put and a call at a strike of 2.
fn decimals(d_underlying: u8, d_strike: u8, d_collateral: u8) {
    run(|| {
        const COLLATERAL: AssetId = 50;
        let coin = |decimals: u8| 10u128.pow(decimals.into());
        assert_ok!(Assets::force_create(root(), COLLATERAL, ALICE, true, 1));
        for (asset, decimals, whole) in [
            (DOT, d_underlying, 3),
            (USD, d_strike, 2),
            (COLLATERAL, d_collateral, 4),
        ] {
            assert_ok!(Assets::force_set_metadata(
                root(),
                asset,
                b"x".to_vec(),
                b"x".to_vec(),
                decimals,
                false
            ));
            feed(asset, FixedU128::from_rational(whole * FINCH, coin(decimals)));
            for who in [BOB, CAROL, TREASURY] {
                assert_ok!(Assets::mint(signed(ALICE), asset, who, 1_000 * coin(decimals)));
            }
        }
        let (underlying, strike_asset) = (Coin::Asset(DOT), Coin::Asset(USD));
        let make = |origin, collateral, kind| {
            let id = NextOptionId::<Test>::get();
            assert_ok!(Options::create(
                origin,
                underlying,
                strike_asset,
                collateral,
                kind,
                number(2),
                EXPIRY
            ));
            id
        };
        let ten = 10 * coin(d_underlying);
        // Covered: 10 coins at a strike of 2 are 20 of the strike asset.
        let put = make(signed(ALICE), strike_asset, Kind::Put);
        write(put, BOB, 20 * coin(d_strike), ten);
        assert_noop!(Options::mint(signed(BOB), put, ten), Error::TooLittleCollateral);
        let before = (usd(BOB), dot(BOB));
        assert_ok!(Options::exercise(signed(BOB), put, ten));
        assert_eq!((usd(BOB) - before.0, before.1 - dot(BOB)), (20 * coin(d_strike), ten));
        let call = make(signed(ALICE), underlying, Kind::Call);
        write(call, BOB, ten, ten);
        let before = (usd(BOB), dot(BOB));
        assert_ok!(Options::exercise(signed(BOB), call, ten));
        assert_eq!((before.0 - usd(BOB), dot(BOB) - before.1), (20 * coin(d_strike), ten));
        // Margined: the put may pay 20 * 2 native, which are 10 of the collateral, of which 150 % are 15.
        let put = make(root(), Coin::Asset(COLLATERAL), Kind::Put);
        assert_ok!(Options::deposit(signed(BOB), put, 15 * coin(d_collateral) - 1));
        assert_noop!(Options::mint(signed(BOB), put, ten), Error::TooLittleCollateral);
        assert_ok!(Options::deposit(signed(BOB), put, 1));
        assert_ok!(Options::mint(signed(BOB), put, ten));
        // The call 10 * 3, which are 7.5, of which 150 % are 11.25.
        let call = make(root(), Coin::Asset(COLLATERAL), Kind::Call);
        write(call, BOB, 1_125 * coin(d_collateral) / 100, ten);
        assert_noop!(Options::withdraw(signed(BOB), call, 1), Error::TooLittleCollateral);
        // The underlying is worth 3 and 4 at the strike: the put pays 1 a coin, in collateral of 4.
        settled(put);
        assert_eq!(flows(put).borne, 250 * coin(d_collateral) / 100);
        settled_again(call);
        assert_eq!(flows(call).borne, 0);
    });
}

/// One that expires together with another that is settled.
fn settled_again(id: OptionId) {
    assert_ok!(Options::fix_price(signed(KEEPER), id));
    at(Now::get() + LockPeriod::get());
    assert_ok!(Options::settle(signed(KEEPER), id, 50));
}

#[test]
fn a_donation_changes_nothing() {
    run(|| {
        let id = a_put();
        write(id, BOB, 5 * DOLLAR, ONE_DOT);
        assert_ok!(Assets::transfer(signed(ALICE), USD, pot(), 77));
        assert_ok!(Assets::transfer(signed(ALICE), DOT, pot(), 77));
        assert_ok!(Balances::transfer_keep_alive(signed(ALICE), pot(), 77));
        assert_noop!(Options::mint(signed(BOB), id, 1), Error::TooLittleCollateral);
        expire();
        let before = (usd(BOB), dot(BOB));
        assert_ok!(Options::reclaim(signed(BOB), id));
        assert_eq!((usd(BOB) - before.0, dot(BOB)), (5 * DOLLAR, before.1));
        assert_eq!((usd(pot()), dot(pot()), finch(pot())), (78, 78, ED + 77));
    });
}

/// Options that expire worthless would be a cheap way to get out of bearing what was exercised.
#[test]
fn nobody_escapes_what_was_exercised_with_worthless_options() {
    run(|| {
        let id = a_call();
        write(id, BOB, 10, 10);
        write(id, CAROL, 10, 10);
        assert_ok!(Options::exercise(signed(CAROL), id, 10));
        expire();
        assert_noop!(Options::burn(signed(BOB), id, 10), Error::Expired);
        assert_noop!(Options::withdraw(signed(BOB), id, 1), Error::Expired);
        let before = dot(BOB);
        assert_ok!(Options::reclaim(signed(BOB), id));
        assert_eq!(dot(BOB) - before, 5);
    });
}

#[test]
fn options_of_one_series_are_nothing_in_another() {
    run(|| {
        let id = a_put();
        let other = create(Coin::Asset(USD), Kind::Put, 4, EXPIRY);
        write(id, BOB, 5 * DOLLAR, ONE_DOT);
        write(other, CAROL, 4 * DOLLAR, ONE_DOT);
        give(other, CAROL, BOB, ONE_DOT);
        assert_ok!(Options::exercise(signed(BOB), id, ONE_DOT));
        assert_noop!(Options::exercise(signed(BOB), id, ONE_DOT), Error::InsufficientOptions);
    });
}

/// Exercising one unit at a time never takes more than all at once, nor brings less.
#[test]
fn dust_is_never_a_gain() {
    run(|| {
        ExerciseFee::set(&Permill::from_parts(1));
        let id = a_call();
        write(id, BOB, 10_000, 10_000);
        let (dollars, dots) = (usd(BOB), dot(BOB));
        for _ in 0..100 {
            assert_ok!(Options::exercise(signed(BOB), id, 7));
        }
        let (paid, got) = (dollars - usd(BOB), dot(BOB) - dots);
        let whole = Options::exercisable(id, 700).unwrap();
        assert!(paid >= whole.brings.unwrap().1 && got <= whole.gets.1);
    });
}

#[test]
fn nobody_else_moves_a_vault_before_the_grace() {
    run(|| {
        let id = a_put();
        write(id, BOB, 9 * DOLLAR, ONE_DOT);
        for result in [
            Options::withdraw(signed(CAROL), id, 1),
            Options::burn(signed(CAROL), id, 1),
            Options::mint(signed(CAROL), id, 1),
        ] {
            assert_eq!(result, Err(Error::NoVault.into()));
        }
        expire();
        assert_noop!(Options::release(signed(CAROL), id, BOB), Error::GraceRunning);
        assert_noop!(Options::reclaim(signed(CAROL), id), Error::NoVault);
    });
}

/// A price that is stale or gone stops what needs it, never what closes.
#[test]
fn without_a_feed_every_way_out_is_open() {
    run(|| {
        let id = a_margined_put();
        write(id, BOB, 8 * FINCH, ONE_DOT);
        FakeFeeds::set_price(DOT, Feed::Missing);
        FakeFeeds::set_price(USD, Feed::Missing);
        EntriesOpen::set(&false);
        assert_ok!(Options::burn(signed(BOB), id, ONE_DOT));
        assert_ok!(Options::withdraw(signed(BOB), id, 8 * FINCH));
        assert!(no_vault(id, BOB));
    });
}

/// The oracle lies for a moment: the auction sells at its prices, and the owner gets what the buyer pays.
#[test]
fn a_lying_price_liquidates_only_what_it_says() {
    run(|| {
        let id = a_margined_put();
        write(id, BOB, 8 * FINCH, ONE_DOT);
        give(id, BOB, CAROL, ONE_DOT);
        // The dollar doubles for a block.
        feed(USD, number(2_000_000));
        assert_ok!(Options::liquidate(signed(KEEPER), id, BOB));
        prices(5);
        let bob = finch(BOB);
        // At the opening a token is worth nothing: who buys at once pays the whole worth of the collateral.
        assert_ok!(House::buy(0, CAROL, ONE_DOT, number(800)));
        assert_eq!(finch(BOB) - bob, 8 * FINCH - 8 * FINCH / 100 + 100);
    });
}

/// A coin with a least balance of 10 whose account would be left with less: the account keeps so much for itself.
#[test]
fn a_coin_with_a_least_balance_leaves_no_dust() {
    run(|| {
        assert_ok!(Options::create(
            signed(ALICE),
            Coin::Asset(DUSTY),
            Coin::Asset(USD),
            Coin::Asset(DUSTY),
            Kind::Call,
            number(1),
            EXPIRY
        ));
        assert_eq!(of(Coin::Asset(DUSTY), pot()), 10);
        write(0, BOB, 13, 13);
        assert_ok!(Options::exercise(signed(BOB), 0, 12));
        assert_eq!(of(Coin::Asset(DUSTY), pot()), 11);
        // One more unit that an account without any cannot take.
        assert_ok!(Assets::transfer(signed(BOB), DUSTY, ALICE, of(Coin::Asset(DUSTY), BOB)));
        assert!(with_storage_layer(|| Options::exercise(signed(BOB), 0, 1)).is_err());
        anybody_ends_it();
        assert_eq!(of(Coin::Asset(DUSTY), pot()), 10);
    });
}

#[test]
fn a_vault_cannot_be_squatted_for_nothing() {
    run(|| {
        let id = a_put();
        assert_ok!(Balances::force_set_balance(root(), 77, ED + 50));
        assert_ok!(Assets::transfer(signed(ALICE), USD, 77, 5));
        assert!(with_storage_layer(|| Options::deposit(signed(77), id, 1)).is_err());
        assert!(no_vault(id, 77));
    });
}
