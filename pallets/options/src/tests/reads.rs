// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn a_series_is_told_with_its_sums() {
    run(|| {
        let id = a_put();
        write(id, BOB, 10 * DOLLAR, 2 * ONE_DOT);
        assert_ok!(Options::exercise(signed(BOB), id, ONE_DOT / 2));
        let info = Options::option_series(id).unwrap();
        assert_eq!((info.id, info.token, info.over), (id, FIRST + id, false));
        assert_eq!(
            (info.written, info.open, info.expired),
            (2 * ONE_DOT, 3 * ONE_DOT / 2, 0)
        );
        assert_eq!(info.held, 10 * DOLLAR - 5 * DOLLAR / 2);
        expire();
        let info = Options::option_series(id).unwrap();
        assert_eq!((info.open, info.expired, info.over), (0, 3 * ONE_DOT / 2, true));
        assert_eq!(info.written, info.open + info.series.flows.exercised + info.expired);
        assert_eq!(Options::option_series(9), None);
    });
}

#[test]
fn a_margined_series_expires_only_if_it_pays_nothing() {
    run(|| {
        let id = a_margined_put();
        write(id, BOB, 10 * FINCH, ONE_DOT);
        fixed(id);
        assert_eq!(Options::option_series(id).unwrap().open, ONE_DOT);
        assert_ok!(Options::settle(signed(KEEPER), id, 9));
        let info = Options::option_series(id).unwrap();
        assert_eq!((info.open, info.expired), (0, ONE_DOT));
    });
}

#[test]
fn series_are_listed_in_pages() {
    run(|| {
        for _ in 0..4 {
            create(NATIVE, Kind::Put, 5 + NextOptionId::<Test>::get(), EXPIRY);
        }
        assert_eq!(Options::option_series_ids(0, 10), vec![0, 1, 2, 3]);
        assert_eq!(Options::option_series_ids(0, 2), vec![0, 1]);
        assert_eq!(Options::option_series_ids(2, 1), vec![2]);
        assert_eq!(Options::option_series_ids(9, 9), Vec::<OptionId>::new());
        assert_eq!(Options::option_series_ids(0, 0), Vec::<OptionId>::new());
    });
}

#[test]
fn the_health_of_a_vault_says_what_can_be_done() {
    run(|| {
        let id = a_margined_put();
        write(id, BOB, 8 * FINCH, ONE_DOT);
        let health = Options::vault_health(BOB, id).unwrap();
        assert_eq!((health.collateral, health.written), (8 * FINCH, ONE_DOT));
        assert_eq!(health.needed, Some(15 * FINCH / 2));
        assert_eq!(health.ratio, Some(FixedU128::from_rational(16, 10)));
        assert!(!health.callable && !health.liquidatable);
        feed(USD, number(1_300_000));
        let health = Options::vault_health(BOB, id).unwrap();
        assert!(health.callable && !health.liquidatable);
        assert_ok!(Options::call_margin(signed(KEEPER), id, BOB));
        let health = Options::vault_health(BOB, id).unwrap();
        assert!(!health.callable);
        assert_eq!(health.called_until, Some(Now::get() + 6 * HOUR));
        feed(USD, number(1_500_000));
        assert!(Options::vault_health(BOB, id).unwrap().liquidatable);
        FakeFeeds::set_price(USD, Feed::Stale);
        let health = Options::vault_health(BOB, id).unwrap();
        assert_eq!((health.ratio, health.needed, health.liquidatable), (None, None, false));
        assert_eq!(Options::vault_health(CAROL, id), None);
        assert_eq!(Options::vault_health(BOB, 9), None);
        let all = Options::option_vaults(id, None, 9);
        assert_eq!(all.len(), 1);
        assert_eq!(Options::option_vaults(id, Some(BOB), 9), vec![]);
        assert_eq!(Options::option_vaults(9, None, 9), vec![]);
    });
}

#[test]
fn a_covered_vault_has_no_ratio() {
    run(|| {
        let id = a_put();
        write(id, BOB, 6 * DOLLAR, ONE_DOT);
        let health = Options::vault_health(BOB, id).unwrap();
        assert_eq!((health.ratio, health.needed), (None, Some(5 * DOLLAR)));
        assert!(!health.callable && !health.liquidatable);
    });
}

#[test]
fn exercisable_tells_what_exercise_does() {
    run(|| {
        ExerciseFee::set(&Permill::from_percent(1));
        let id = a_call();
        write(id, BOB, ONE_DOT, ONE_DOT);
        assert_eq!(
            Options::exercisable(id, ONE_DOT),
            Ok(Exercise {
                brings: Some((Coin::Asset(USD), 5 * DOLLAR)),
                gets: (Coin::Asset(DOT), ONE_DOT * 99 / 100),
                fee: ONE_DOT / 100,
            })
        );
        let (dollars, dots) = (usd(BOB), dot(BOB));
        assert_ok!(Options::exercise(signed(BOB), id, ONE_DOT));
        assert_eq!((dollars - usd(BOB), dot(BOB) - dots), (5 * DOLLAR, ONE_DOT * 99 / 100));
        assert_eq!(Options::exercisable(id, 0), Err(Error::AmountZero.into()));
        expire();
        assert_eq!(Options::exercisable(id, 1), Err(Error::Expired.into()));
        assert_eq!(Options::exercisable(9, 1), Err(Error::NoSeries.into()));
    });
}

#[test]
fn exercisable_tells_what_redeem_does() {
    run(|| {
        let id = a_margined_put();
        write(id, BOB, 8 * FINCH, ONE_DOT);
        assert_eq!(Options::exercisable(id, 1), Err(Error::NotSettled.into()));
        prices(3);
        settled(id);
        let told = Options::exercisable(id, ONE_DOT / 2).unwrap();
        assert_eq!((told.brings, told.gets, told.fee), (None, (NATIVE, FINCH), 0));
    });
}

#[test]
fn a_premium_is_quoted_from_the_market() {
    run(|| {
        WriteFee::set(&Permill::from_percent(2));
        let id = a_put();
        assert_eq!(Options::quote_premium(id, ONE_DOT), None);
        write(id, BOB, 5 * DOLLAR, ONE_DOT);
        a_pool(id, BOB, FINCH);
        let quote = Options::quote_premium(id, ONE_DOT).unwrap();
        assert_eq!(quote.fee, (quote.premium * 2).div_ceil(100));
        expire();
        assert_eq!(Options::quote_premium(id, ONE_DOT), None);
    });
}
