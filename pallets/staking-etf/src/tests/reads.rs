// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn the_composition_shows_the_basket() {
    run(|| {
        with_bob();
        let shown = Etf::composition();
        assert_eq!(shown.month, Some(1));
        assert_eq!(shown.members.len(), 3);
        assert_eq!(
            shown.holdings.iter().map(|item| item.units).collect::<Vec<_>>(),
            [held(1), held(2), held(3)]
        );
        assert_eq!((shown.cash, shown.supply), (0, LAUNCH + 50_000_000));
        assert_eq!((shown.allocation, shown.issuable), (0, 55_000_000));
        assert!(shown.rebalance.is_none() && shown.sales.is_empty());
        assert_eq!(shown.averages.len(), 5);
        assert_eq!(shown.averages[0].market_cap, 5_000_000);
        assert_eq!(shown.averages[1].staking_ratio, ratio(60, 100));
        assert!(shown.averages[0].incumbent && !shown.averages[3].incumbent);
        assert!(!shown.averages[0].eligible && shown.averages[0].samples == 1);
    });
}

#[test]
fn the_composition_shows_a_rebalance_and_its_sales() {
    run(|| {
        launched();
        super::sale::stuck();
        let shown = Etf::composition();
        assert_eq!(shown.rebalance.unwrap().stage, Stage::Sells);
        assert_eq!(
            (shown.sales.len(), shown.sales[0].asset, shown.sales[0].left),
            (1, 3, held(3))
        );
    });
}

#[test]
fn the_preview_says_what_the_next_month_will_bring() {
    run(|| {
        launched();
        feeds(4, [2_000_000, 1_000, 80, 20]);
        assert_eq!(Etf::preview().members, None);
        next_month();
        samples(3);
        let preview = Etf::preview();
        assert!(preview.candidates.iter().all(|candidate| candidate.eligible));
        next_month();
        assert_eq!(preview.members, Some(Members::<Test>::get().to_vec()));
        assert_eq!(members()[0].0, 4);
    });
}

#[test]
fn the_value_is_the_sum_of_all_at_the_oracles_prices() {
    run(|| {
        assert_eq!(Etf::nav(), Err(NoValue::NotLaunched));
        with_bob();
        let nav = Etf::nav().unwrap();
        let total = held(1) + held(2) * 2 + held(3) * 3;
        assert_eq!((nav.total, nav.cash), (total, 0));
        assert_eq!(nav.per_share, ratio(total, Etf::supply()));
        assert_eq!(
            nav.items[2],
            Valued {
                asset: 3,
                units: held(3),
                price: FixedU128::from_u32(3),
                value: held(3) * 3
            }
        );
        FakeFeeds::set_price(2, Feed::Stale);
        assert_eq!(Etf::nav(), Err(NoValue::Stale(2)));
        FakeFeeds::set_price(2, Feed::Missing);
        assert_eq!(Etf::nav(), Err(NoValue::Missing(2)));
    });
}

#[test]
fn quotes_are_what_the_calls_do() {
    run(|| {
        with_bob();
        let before = basket();
        let part = Etf::quote_issue(777_777).unwrap();
        assert_ok!(Etf::issue(signed(ALICE), 777_777));
        for item in part.items {
            assert_eq!(held(item.asset) - before.units(item.asset), item.units);
        }
        let before = (basket(), native(BOB));
        let (part, planck) = (
            Etf::quote_redeem(777_777).unwrap(),
            Etf::quote_redeem_to(777_777).unwrap(),
        );
        assert_ok!(redeem_to(BOB, Coin::Native, 777_777, 0));
        for item in part.items {
            assert_eq!(before.0.units(item.asset) - held(item.asset), item.units);
        }
        assert_eq!(native(BOB) - before.1, planck);
    });
}

#[test]
fn quotes_say_why_there_is_none() {
    run(|| {
        assert_eq!((Etf::quote_issue(1_000), Etf::quote_redeem(1_000)), (None, None));
        assert_eq!(Etf::quote_issue_with(1_000), Err(NoValue::NotLaunched));
        assert_eq!(Etf::quote_redeem_to(1_000), Err(NoValue::NotLaunched));
        with_bob();
        assert_eq!(Etf::quote_redeem(Etf::supply() + 1), None);
        FakeFeeds::set_price(3, Feed::Stale);
        assert_eq!(Etf::quote_issue_with(1_000_000), Err(NoValue::Stale(3)));
        assert_eq!(Etf::quote_redeem_to(1_000_000), Err(NoValue::Stale(3)));
        market(3);
        Market::set_price(3, DEPTH, ratio(32, 10));
        assert_eq!(Etf::quote_issue_with(1_000_000), Err(NoValue::OutOfBound(3)));
        Market::set_price(3, DEPTH, ratio(28, 10));
        assert_eq!(Etf::quote_redeem_to(1_000_000), Err(NoValue::OutOfBound(3)));
        Market::set_pool(3, 0, 0);
        assert_eq!(Etf::quote_issue_with(1_000_000), Err(NoValue::NoPool(3)));
        assert_eq!(Etf::quote_redeem_to(1_000_000), Err(NoValue::NoPool(3)));
    });
}
