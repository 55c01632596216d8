// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;
use frame_support::pallet_prelude::DispatchResultWithPostInfo;
use frame_support::traits::fungibles::{metadata::Inspect as _, roles::Inspect as _, Inspect as _};

fn attempt(
    origin: RuntimeOrigin,
    coins: [Coin; 3],
    kind: Kind,
    strike: FixedU128,
    expiry: Moment,
) -> DispatchResultWithPostInfo {
    let [underlying, strike_asset, collateral] = coins;
    Options::create(origin, underlying, strike_asset, collateral, kind, strike, expiry)
}

const DOTS: Coin = Coin::Asset(DOT);
const DOLLARS: Coin = Coin::Asset(USD);

#[test]
fn anybody_makes_a_covered_series() {
    run(|| {
        let before = finch(ALICE);
        let id = a_put();
        let series = series(id);
        assert_eq!(
            series.terms,
            Terms {
                underlying: DOTS,
                strike_asset: DOLLARS,
                collateral: DOLLARS,
                kind: Kind::Put,
                style: Style::American,
                strike: number(5),
                expiry: EXPIRY,
                decimals: Decimals {
                    underlying: 10,
                    strike_asset: 6,
                    collateral: 6
                },
            }
        );
        assert_eq!((series.creator, series.deposit, series.vaults), (ALICE, 1_000, 0));
        assert_eq!((series.reference, series.fixing), (None, None));
        assert_eq!(before - finch(ALICE), 1_000 + series.naming + ED);
        assert_eq!((usd(ALICE), dot(ALICE)), (ENDOWMENT - 1, ENDOWMENT - 1));
        assert_eq!(series.next, Some(EXPIRY + DAY));
        happened(Event::SeriesCreated {
            series: id,
            token: FIRST + id,
            creator: ALICE,
            terms: series.terms,
        });
    });
}

#[test]
fn the_token_is_named_and_has_the_decimals_of_the_underlying() {
    run(|| {
        a_put();
        a_call();
        assert_eq!(Assets::name(FIRST), b"Finch option 0 put".to_vec());
        assert_eq!(Assets::symbol(FIRST + 1), b"fC1".to_vec());
        assert_eq!((Assets::decimals(FIRST), Assets::minimum_balance(FIRST)), (10, 1));
        assert_eq!(Assets::owner(FIRST), Some(pot()));
    });
}

#[test]
fn governance_makes_a_margined_series_and_the_treasury_pays() {
    run(|| {
        let before = finch(TREASURY);
        let id = a_margined_put();
        let series = series(id);
        assert_eq!((series.terms.style, series.creator), (Style::European, TREASURY));
        assert_eq!(before - finch(TREASURY), 1_000 + series.naming + ED);
        assert_eq!(series.next, Some(EXPIRY));
        assert_eq!(
            series.reference,
            Some(Prices {
                underlying: number(500),
                strike_asset: number(1_000_000),
                collateral: number(1)
            })
        );
    });
}

#[test]
fn a_coin_is_paid_for_only_the_first_time() {
    run(|| {
        a_put();
        let (dollars, dots) = (usd(ALICE), dot(ALICE));
        a_call();
        a_margined_put();
        assert_eq!((usd(ALICE), dot(ALICE)), (dollars, dots));
        assert_eq!(Kept::<Test>::get(Coin::Native), Some(ED));
        assert_eq!(Kept::<Test>::get(DOTS), Some(1));
    });
}

#[test]
fn only_governance_makes_a_margined_series() {
    run(|| {
        for coins in [[DOTS, DOLLARS, NATIVE], [DOTS, DOLLARS, DOTS]] {
            assert_noop!(
                attempt(signed(ALICE), coins, Kind::Put, number(5), EXPIRY),
                DispatchError::BadOrigin
            );
        }
        assert_noop!(
            attempt(signed(ALICE), [DOTS, DOLLARS, DOLLARS], Kind::Call, number(5), EXPIRY),
            DispatchError::BadOrigin
        );
        assert_noop!(
            attempt(root(), [DOTS, DOLLARS, DOTS], Kind::Call, number(5), EXPIRY),
            DispatchError::BadOrigin
        );
    });
}

#[test]
fn terms_are_unique_and_may_differ_in_anything() {
    run(|| {
        a_put();
        assert_noop!(
            attempt(signed(BOB), [DOTS, DOLLARS, DOLLARS], Kind::Put, number(5), EXPIRY),
            Error::AlreadyExists
        );
        a_call();
        create(DOLLARS, Kind::Put, 6, EXPIRY);
        create(DOLLARS, Kind::Put, 5, EXPIRY + 1);
        create(NATIVE, Kind::Put, 5, EXPIRY);
        // With other decimals it is another coin in all but name.
        assert_ok!(Assets::force_set_metadata(
            root(),
            DOT,
            b"x".to_vec(),
            b"x".to_vec(),
            11,
            false
        ));
        a_put();
        assert_eq!(AllSeries::<Test>::iter().count(), 6);
    });
}

#[test]
fn metadata_that_changes_later_changes_no_series() {
    run(|| {
        let id = a_put();
        assert_ok!(Assets::force_set_metadata(
            root(),
            USD,
            b"x".to_vec(),
            b"x".to_vec(),
            2,
            false
        ));
        write(id, ALICE, 5 * DOLLAR, ONE_DOT);
        assert_eq!(vault(id, ALICE).written, ONE_DOT);
    });
}

#[test]
fn senseless_terms_are_refused() {
    run(|| {
        let put = |coins, strike, expiry| attempt(signed(ALICE), coins, Kind::Put, strike, expiry);
        let fine = [DOTS, DOLLARS, DOLLARS];
        assert_noop!(put([DOTS, DOTS, DOTS], number(5), EXPIRY), Error::SameCoin);
        let nothing = Coin::Asset(77);
        assert_noop!(put([nothing, DOLLARS, DOLLARS], number(5), EXPIRY), Error::UnknownCoin);
        assert_noop!(put([DOTS, nothing, nothing], number(5), EXPIRY), Error::UnknownCoin);
        assert_noop!(put(fine, number(0), EXPIRY), Error::BadStrike);
        assert_noop!(
            put(fine, FixedU128::from_inner(999_999_999_999), EXPIRY),
            Error::BadStrike
        );
        assert_noop!(put(fine, number(5), Now::get()), Error::BadExpiry);
        assert_noop!(put(fine, number(5), Now::get() + MAX_LIFE + 1), Error::BadExpiry);
        assert_ok!(put(fine, number(5), Now::get() + MAX_LIFE));
        assert_ok!(put(fine, number(5), Now::get() + 1));
    });
}

#[test]
fn an_option_on_an_option_is_refused() {
    run(|| {
        let id = a_put();
        let option = Coin::Asset(FIRST + id);
        assert_noop!(
            attempt(signed(ALICE), [option, DOLLARS, DOLLARS], Kind::Put, number(5), EXPIRY),
            Error::UnknownCoin
        );
    });
}

#[test]
fn a_coin_with_too_many_decimals_is_refused() {
    run(|| {
        assert_ok!(Assets::force_set_metadata(
            root(),
            DOT,
            b"x".to_vec(),
            b"x".to_vec(),
            39,
            false
        ));
        assert_noop!(
            attempt(signed(ALICE), [DOTS, DOLLARS, DOLLARS], Kind::Put, number(5), EXPIRY),
            Error::TooManyDecimals
        );
    });
}

#[test]
fn a_margined_series_needs_prices() {
    run(|| {
        let margined = || attempt(root(), [DOTS, DOLLARS, NATIVE], Kind::Put, number(5), EXPIRY);
        stale();
        assert_noop!(margined(), Error::PriceStale);
        FakeFeeds::set_price(DOT, Feed::Missing);
        assert_noop!(margined(), Error::PriceMissing);
        // A covered one does not.
        a_put();
    });
}

#[test]
fn who_cannot_pay_makes_nothing() {
    run(|| {
        let fine = [DOTS, DOLLARS, DOLLARS];
        assert!(attempt(signed(99), fine, Kind::Put, number(5), EXPIRY).is_err());
        assert_eq!(NextOptionId::<Test>::get(), 0);
    });
}

#[test]
fn numbers_run_out_some_day() {
    run(|| {
        NextOptionId::<Test>::put(u32::MAX);
        let fine = [DOTS, DOLLARS, DOLLARS];
        assert_noop!(
            attempt(signed(ALICE), fine, Kind::Put, number(5), EXPIRY),
            Error::NoMoreIds
        );
        NextOptionId::<Test>::put(u32::MAX - FIRST + 1);
        assert_noop!(
            attempt(signed(ALICE), fine, Kind::Put, number(5), EXPIRY),
            Error::NoMoreIds
        );
    });
}

#[test]
fn stopped_entries_make_no_series() {
    run(|| {
        EntriesOpen::set(&false);
        assert_noop!(
            attempt(signed(ALICE), [DOTS, DOLLARS, DOLLARS], Kind::Put, number(5), EXPIRY),
            Error::EntriesStopped
        );
    });
}
