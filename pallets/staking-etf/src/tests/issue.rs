// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn issue_takes_the_same_part_of_everything_rounded_up() {
    run(|| {
        launched();
        let before = basket();
        let supply = Etf::supply();
        assert_ok!(Etf::issue(signed(BOB), 1_234_567));
        let up = |units: Balance| (units * 1_234_567).div_ceil(supply);
        for holding in &before.holdings {
            assert_eq!(held(holding.asset), holding.units + up(holding.units));
            assert_eq!(ENDOWMENT - units(holding.asset, BOB), up(holding.units));
        }
        assert_eq!(ENDOWMENT - native(BOB), up(before.cash));
        assert_eq!(basket().cash, before.cash + up(before.cash));
        assert_eq!((shares(BOB), Etf::supply()), (1_234_567, supply + 1_234_567));
        let items = before.holdings.iter().map(|holding| Item {
            asset: holding.asset,
            units: up(holding.units),
        });
        happened(Event::Issued {
            who: BOB,
            shares: 1_234_567,
            items: items.collect(),
            cash: up(before.cash),
        });
    });
}

#[test]
fn issue_takes_cash_while_a_rebalance_runs() {
    run(|| {
        decided();
        assert_ok!(Etf::allocate(root(), LAUNCH));
        assert!(Job::<Test>::exists());
        assert_ok!(Etf::issue(signed(DAVE), 1_000_000));
        assert_eq!(ENDOWMENT - native(DAVE), 1_000_000);
        rebalanced();
    });
}

#[test]
fn without_shares_there_is_nothing_to_issue_a_part_of() {
    run(|| {
        decided();
        assert_noop!(Etf::issue(signed(BOB), 1_000_000), Error::NotLaunched);
        assert_noop!(
            Etf::issue_with(signed(BOB), Coin::Native, 1_000_000, ENDOWMENT),
            Error::NotLaunched
        );
    });
}

#[test]
fn an_issue_below_the_least_is_refused() {
    run(|| {
        launched();
        assert_noop!(Etf::issue(signed(BOB), 999), Error::BelowMinIssue);
        assert_noop!(
            Etf::issue_with(signed(BOB), Coin::Native, 999, ENDOWMENT),
            Error::BelowMinIssue
        );
        assert_ok!(Etf::issue(signed(BOB), 1_000));
    });
}

#[test]
fn who_lacks_a_part_gets_no_share() {
    run(|| {
        launched();
        let before = (native(DAVE), basket());
        assert!(dispatch(DAVE, crate::Call::issue { shares: 1_000_000 }).is_err());
        assert_eq!((native(DAVE), basket()), before);
    });
}

#[test]
fn a_tenth_of_the_supply_can_be_issued_at_once() {
    run(|| {
        launched();
        assert_noop!(Etf::issue(signed(BOB), LAUNCH / 10 + 1), Error::ThrottleExceeded);
        assert_noop!(
            Etf::issue_with(signed(BOB), Coin::Native, LAUNCH / 10 + 1, ENDOWMENT),
            Error::ThrottleExceeded
        );
        assert_ok!(Etf::issue(signed(BOB), LAUNCH / 10));
        assert_noop!(Etf::issue(signed(ALICE), 10_000_001), Error::ThrottleExceeded);
        // The supply has grown by a tenth, and with it the limit.
        assert_ok!(Etf::issue(signed(ALICE), 10_000_000));
    });
}

#[test]
fn the_throttle_opens_evenly() {
    run(|| {
        launched();
        assert_ok!(Etf::issue(signed(BOB), 100_000_000));
        later(HOUR / 2);
        // Half of 10 % has run out, and the limit is 11 %.
        assert_eq!(
            Holdings::<Test>::get().issuable::<Test>(Etf::supply()).unwrap(),
            60_000_000
        );
        assert_noop!(Etf::issue(signed(BOB), 60_000_001), Error::ThrottleExceeded);
        later(HOUR / 2);
        assert_eq!(
            Holdings::<Test>::get().issuable::<Test>(Etf::supply()).unwrap(),
            110_000_000
        );
        later(100 * HOUR);
        assert_eq!(
            Holdings::<Test>::get().issuable::<Test>(Etf::supply()).unwrap(),
            110_000_000
        );
    });
}

#[test]
fn redeeming_does_not_open_the_throttle() {
    run(|| {
        launched();
        assert_ok!(Etf::issue(signed(BOB), 100_000_000));
        assert_ok!(Etf::redeem(signed(BOB), 100_000_000));
        assert_noop!(Etf::issue(signed(BOB), 1_000), Error::ThrottleExceeded);
    });
}

#[test]
fn issue_needs_no_price_no_pool_and_no_house() {
    run(|| {
        launched();
        for asset in 1..=3 {
            FakeFeeds::set_price(asset, Feed::Stale);
            Market::set_pool(asset, 0, 0);
        }
        Market::set_broken(true);
        House::set_broken(true);
        assert_ok!(Etf::issue(signed(BOB), 1_000_000));
    });
}

#[test]
fn issue_with_native_buys_what_it_needs() {
    run(|| {
        launched();
        let cost = Etf::quote_issue_with(10_000_000).unwrap();
        let before = basket();
        assert_ok!(Etf::issue_with(signed(DAVE), Coin::Native, 10_000_000, cost));
        assert_eq!((ENDOWMENT - native(DAVE), shares(DAVE)), (cost, 10_000_000));
        // Worth about 1 % of the launch, with the fee of the pools.
        assert!((10_000_000..10_100_000).contains(&cost), "{cost}");
        for asset in 1..=3 {
            assert_eq!(units(asset, DAVE), 0);
            assert_eq!(
                held(asset),
                before.units(asset) + (before.units(asset) * 10_000_000).div_ceil(LAUNCH)
            );
        }
        happened(Event::IssuedWith {
            who: DAVE,
            shares: 10_000_000,
            coin: Coin::Native,
            given: cost,
            native: cost,
        });
    });
}

#[test]
fn issue_with_native_takes_no_more_than_allowed() {
    run(|| {
        launched();
        let cost = Etf::quote_issue_with(10_000_000).unwrap();
        let root = sp_io::storage::root(sp_runtime::StateVersion::V1);
        assert_eq!(
            issue_with(DAVE, Coin::Native, 10_000_000, cost - 1),
            Err(Error::Overpriced.into())
        );
        assert_eq!(sp_io::storage::root(sp_runtime::StateVersion::V1), root);
    });
}

#[test]
fn issue_with_an_asset_sells_it_first_and_leaves_the_rest_in_native() {
    run(|| {
        launched();
        let cost = Etf::quote_issue_with(10_000_000).unwrap();
        let (before, of_asset) = (native(BOB), units(5, BOB));
        assert_ok!(issue_with(BOB, Coin::Asset(5), 10_000_000, 2_100_000));
        assert_eq!((of_asset - units(5, BOB), shares(BOB)), (2_100_000, 10_000_000));
        let received = native(BOB) - before + cost;
        assert!((10_400_000..10_500_000).contains(&received), "{received}");
        happened(Event::IssuedWith {
            who: BOB,
            shares: 10_000_000,
            coin: Coin::Asset(5),
            given: 2_100_000,
            native: cost,
        });
        assert_eq!(
            issue_with(BOB, Coin::Asset(5), 10_000_000, 1_900_000),
            Err(Error::Overpriced.into())
        );
    });
}

#[test]
fn issue_with_needs_every_price_and_leaves_everything_without_one() {
    run(|| {
        launched();
        FakeFeeds::set_price(2, Feed::Stale);
        assert_noop!(
            Etf::issue_with(signed(DAVE), Coin::Native, 10_000, ENDOWMENT),
            Error::PriceStale
        );
        FakeFeeds::set_price(2, Feed::Missing);
        assert_noop!(
            Etf::issue_with(signed(DAVE), Coin::Native, 10_000, ENDOWMENT),
            Error::PriceMissing
        );
        market(2);
        FakeFeeds::set_price(5, Feed::Stale);
        assert_noop!(
            Etf::issue_with(signed(BOB), Coin::Asset(5), 10_000, 100_000),
            Error::PriceStale
        );
        assert_ok!(issue_with(BOB, Coin::Native, 10_000, 100_000));
    });
}

#[test]
fn issue_with_waits_for_the_end_of_a_rebalance() {
    run(|| {
        decided();
        assert_ok!(Etf::allocate(root(), LAUNCH));
        assert_noop!(
            Etf::issue_with(signed(DAVE), Coin::Native, 10_000, ENDOWMENT),
            Error::RebalanceRunning
        );
        rebalanced();
        assert_ok!(issue_with(DAVE, Coin::Native, 10_000, 20_000));
    });
}

#[test]
fn issue_with_pays_no_more_than_a_hundredth_above_the_oracle() {
    run(|| {
        launched();
        Market::set_price(2, DEPTH, ratio(2_016, 1_000));
        assert_eq!(
            issue_with(DAVE, Coin::Native, 10_000_000, ENDOWMENT),
            Err(Error::OutOfBound.into())
        );
        Market::set_pool(2, 0, 0);
        assert_eq!(
            issue_with(DAVE, Coin::Native, 10_000_000, ENDOWMENT),
            Err(Error::NoPool.into())
        );
        market(2);
        Market::set_price(5, DEPTH, ratio(49, 10));
        assert_eq!(
            issue_with(BOB, Coin::Asset(5), 10_000_000, 3_000_000),
            Err(Error::OutOfBound.into())
        );
    });
}
