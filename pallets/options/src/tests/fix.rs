// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

fn fix(id: OptionId) -> DispatchResult {
    Options::fix_price(signed(KEEPER), id)
}

fn dispute(id: OptionId, underlying: u32) -> DispatchResult {
    Options::dispute(root(), id, number(underlying), number(1_000_000), number(1))
}

fn fixing(id: OptionId) -> Fixing {
    series(id).fixing.unwrap()
}

#[test]
fn the_price_is_fixed_from_the_feed() {
    run(|| {
        let id = a_margined_put();
        prices(4);
        expire();
        assert_ok!(fix(id));
        let prices = Prices {
            underlying: number(400),
            strike_asset: number(1_000_000),
            collateral: number(1),
        };
        assert_eq!(
            fixing(id),
            Fixing {
                prices,
                at: EXPIRY,
                source: Source::Feed
            }
        );
        assert_eq!(series(id).next, Some(Options::final_at(&fixing(id))));
        happened(Event::PriceFixed {
            series: id,
            prices,
            source: Source::Feed,
            final_at: EXPIRY + HOUR,
        });
    });
}

/// Ribbon 2025: a price is set once, only by its feed, and only after the expiry.
#[test]
fn ribbon_2025_expiry_price() {
    run(|| {
        let id = a_margined_put();
        write(id, BOB, 10 * FINCH, ONE_DOT);
        at(EXPIRY - 1);
        assert_noop!(fix(id), Error::NotExpired);
        assert_noop!(dispute(id, 1), Error::NotExpired);
        expire();
        stale();
        assert_noop!(fix(id), Error::PriceStale);
        assert_noop!(dispute(id, 1), Error::FeedHasTime);
        assert_noop!(
            Options::dispute(signed(ALICE), id, number(1), number(1), number(1)),
            DispatchError::BadOrigin
        );
        prices(4);
        assert_ok!(fix(id));
        prices(1);
        assert_noop!(fix(id), Error::AlreadyFixed);
        at(EXPIRY + HOUR);
        assert_noop!(fix(id), Error::AlreadyFixed);
        assert_noop!(dispute(id, 1), Error::PriceFinal);
        assert_ok!(Options::settle(signed(KEEPER), id, 50));
        assert_noop!(fix(id), Error::AlreadyFixed);
        assert_noop!(dispute(id, 1), Error::PriceFinal);
        assert_eq!(flows(id).borne, FINCH);
    });
}

/// Gamma's wstETH: a rate of the time of the call made a difference. Here nothing is read after the price is fixed.
#[test]
fn gamma_wsteth_rate_at_call_time() {
    run(|| {
        let id = a_margined_put();
        write(id, BOB, 10 * FINCH, ONE_DOT);
        write(id, CAROL, 10 * FINCH, ONE_DOT);
        prices(3);
        fixed(id);
        // Rates, prices and metadata of the underlying, the strike asset and the collateral move before anybody calls.
        assert_ok!(Options::settle(signed(KEEPER), id, 1));
        prices(1);
        feed(USD, number(7));
        finch_testkit::FakeSynths::set(DOT, number(3));
        assert_ok!(Assets::force_set_metadata(
            root(),
            DOT,
            b"x".to_vec(),
            b"x".to_vec(),
            3,
            false
        ));
        at(EXPIRY + 3 * DAY);
        assert_ok!(Options::settle(signed(KEEPER), id, 1));
        assert_eq!(series(id).stage, Stage::Settled);
        let before = finch(BOB);
        assert_ok!(Options::redeem(signed(BOB), id, ONE_DOT));
        FakeFeeds::set_price(DOT, Feed::Missing);
        assert_ok!(Options::redeem(signed(CAROL), id, ONE_DOT));
        assert_eq!((finch(BOB) - before, flows(id).paid), (2 * FINCH, 4 * FINCH));
    });
}

#[test]
fn governance_replaces_a_price_once_while_it_is_locked() {
    run(|| {
        let id = a_margined_put();
        prices(4);
        expire();
        assert_ok!(fix(id));
        at(EXPIRY + HOUR - 1);
        assert_ok!(dispute(id, 300));
        assert_eq!(
            fixing(id),
            Fixing {
                prices: Prices {
                    underlying: number(300),
                    strike_asset: number(1_000_000),
                    collateral: number(1)
                },
                at: EXPIRY,
                source: Source::Governance
            }
        );
        assert_noop!(dispute(id, 200), Error::PriceFinal);
    });
}

#[test]
fn a_price_that_is_final_is_not_replaced() {
    run(|| {
        let id = a_margined_put();
        expire();
        assert_ok!(fix(id));
        at(EXPIRY + HOUR);
        assert_noop!(dispute(id, 300), Error::PriceFinal);
    });
}

#[test]
fn impossible_prices_are_refused() {
    run(|| {
        let id = a_margined_put();
        expire();
        assert_ok!(fix(id));
        let say = |a: u32, b: u32, c: u32| Options::dispute(root(), id, number(a), number(b), number(c));
        assert_noop!(say(0, 1, 1), Error::BadPrice);
        assert_noop!(say(1, 0, 1), Error::BadPrice);
        assert_noop!(say(1, 1, 0), Error::BadPrice);
        assert_noop!(say(1, 1, 2), Error::BadPrice);
        // One coin at two prices.
        let id = create(Coin::Asset(DOT), Kind::Put, 5, EXPIRY + 1);
        at(EXPIRY + 1);
        assert_ok!(fix(id));
        assert_noop!(
            Options::dispute(root(), id, number(1), number(1), number(2)),
            Error::BadPrice
        );
        assert_ok!(Options::dispute(root(), id, number(2), number(1), number(2)));
    });
}

#[test]
fn after_the_timeout_governance_gives_the_price() {
    run(|| {
        let id = a_margined_put();
        stale();
        at(EXPIRY + 7 * DAY - 1);
        assert_noop!(dispute(id, 300), Error::FeedHasTime);
        at(EXPIRY + 7 * DAY);
        assert_noop!(fix(id), Error::PriceStale);
        assert_ok!(dispute(id, 300));
        assert_eq!(
            (fixing(id).at, fixing(id).source),
            (EXPIRY + 7 * DAY, Source::Governance)
        );
        assert_eq!(series(id).next, Some(Options::final_at(&fixing(id))));
        assert_noop!(dispute(id, 200), Error::PriceFinal);
    });
}

#[test]
fn after_twice_the_timeout_the_last_price_that_was_seen_counts() {
    run(|| {
        let id = a_margined_put();
        prices(4);
        write(id, BOB, 10 * FINCH, ONE_DOT);
        stale();
        at(EXPIRY + 14 * DAY - 1);
        assert_noop!(fix(id), Error::PriceStale);
        at(EXPIRY + 14 * DAY);
        assert_ok!(fix(id));
        assert_eq!(fixing(id).source, Source::Reference);
        assert_eq!(fixing(id).prices.underlying, number(400));
        // And governance may still say otherwise.
        assert_ok!(dispute(id, 300));
    });
}

#[test]
fn covered_series_have_no_price() {
    run(|| {
        let id = a_put();
        expire();
        assert_noop!(fix(id), Error::NotMargined);
        assert_noop!(dispute(id, 1), Error::NotMargined);
        assert_noop!(fix(9), Error::NoSeries);
    });
}
