// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn redeem_gives_the_same_part_of_everything_rounded_down() {
    run(|| {
        with_bob();
        let before = basket();
        let supply = Etf::supply();
        let held_before = [1, 2, 3].map(|asset| units(asset, BOB));
        assert_ok!(Etf::redeem(signed(BOB), 12_345_678));
        let down = |units: Balance| units * 12_345_678 / supply;
        for (asset, of_bob) in [1, 2, 3].into_iter().zip(held_before) {
            assert_eq!(held(asset), before.units(asset) - down(before.units(asset)));
            assert_eq!(units(asset, BOB), of_bob + down(before.units(asset)));
        }
        assert_eq!(basket().cash, before.cash - down(before.cash));
        assert_eq!(
            (shares(BOB), Etf::supply()),
            (50_000_000 - 12_345_678, supply - 12_345_678)
        );
        let items = before.holdings.iter().map(|holding| Item {
            asset: holding.asset,
            units: down(holding.units),
        });
        happened(Event::Redeemed {
            who: BOB,
            shares: 12_345_678,
            items: items.collect(),
            cash: down(before.cash),
            left: vec![],
        });
    });
}

#[test]
fn the_last_share_takes_everything() {
    run(|| {
        launched();
        assert_ok!(Etf::redeem(signed(TREASURY), LAUNCH));
        assert_eq!((Etf::supply(), basket().cash), (0, 0));
        assert!(basket().holdings.iter().all(|holding| holding.units == 0));
        assert!([1, 2, 3].into_iter().all(|asset| units(asset, Etf::account_id()) == 0));
        assert_noop!(Etf::redeem(signed(TREASURY), 1), Error::NotLaunched);
        // And the basket can be launched again.
        assert_ok!(Etf::allocate(root(), LAUNCH));
        rebalanced();
        assert_eq!((Etf::supply(), basket().holdings.len()), (LAUNCH, 3));
    });
}

#[test]
fn nobody_redeems_what_it_does_not_have() {
    run(|| {
        with_bob();
        assert_noop!(Etf::redeem(signed(BOB), 50_000_001), Error::InsufficientShares);
        assert_noop!(Etf::redeem(signed(DAVE), 1), Error::InsufficientShares);
        assert_noop!(Etf::redeem(signed(BOB), 0), Error::AmountZero);
    });
}

#[track_caller]
fn bob_gets_out() {
    let part = Etf::quote_redeem(50_000_000).unwrap();
    let before = [1, 2, 3].map(|asset| units(asset, BOB));
    assert_ok!(Etf::redeem(signed(BOB), 50_000_000));
    let got: Vec<_> = [1, 2, 3]
        .into_iter()
        .zip(before)
        .map(|(asset, before)| units(asset, BOB) - before)
        .collect();
    let promised: Vec<_> = [1, 2, 3]
        .into_iter()
        .map(|asset| {
            part.items
                .iter()
                .find(|item| item.asset == asset)
                .map_or(0, |item| item.units)
        })
        .collect();
    assert_eq!(got, promised);
    assert_eq!(shares(BOB), 0);
}

#[test]
fn redeem_works_with_every_feed_stale_every_pool_empty_and_the_house_broken() {
    run(|| {
        with_bob();
        for asset in 1..=5 {
            FakeFeeds::set_price(asset, Feed::Stale);
            for metric in [
                Metric::MarketCap,
                Metric::DailyVolume,
                Metric::StakingRatio,
                Metric::RewardRatio,
            ] {
                feed(asset, metric, Feed::Stale);
            }
            Market::set_pool(asset, 0, 0);
        }
        Market::set_broken(true);
        House::set_broken(true);
        bob_gets_out();
    });
}

#[test]
fn redeem_works_in_the_middle_of_a_rebalance() {
    run(|| {
        with_bob();
        feeds(4, [9_000_000, 1_000, 80, 20]);
        next_month();
        samples(3);
        MaxPart::set(&Perbill::from_parts(30_000));
        next_month();
        let before = held(3);
        while held(3) > before / 2 {
            block();
        }
        assert_eq!(Job::<Test>::get().unwrap().stage, Stage::Sells);
        bob_gets_out();
        MaxPart::set(&Perbill::from_parts(3_000_000));
        rebalanced();
        assert_ok!(Etf::redeem(signed(TREASURY), LAUNCH / 2));
    });
}

#[test]
fn redeem_works_in_the_middle_of_a_sale() {
    run(|| {
        with_bob();
        super::sale::stuck();
        assert_eq!(Sales::<Test>::get().len(), 1);
        bob_gets_out();
    });
}

#[test]
fn what_an_account_cannot_receive_stays_and_is_named() {
    run(|| {
        with_bob();
        // Bob's part of this would be less than an account may have.
        let rest = units(3, BOB);
        assert_ok!(<Assets as frame_support::traits::fungibles::Mutate<_>>::transfer(
            3,
            &BOB,
            &ALICE,
            rest,
            frame_support::traits::tokens::Preservation::Expendable
        ));
        assert_ok!(Assets::force_asset_status(
            root(),
            3,
            TREASURY,
            TREASURY,
            TREASURY,
            TREASURY,
            1_000_000_000,
            true,
            false
        ));
        let before = basket();
        let part = Etf::quote_redeem(50_000_000).unwrap();
        assert_ok!(Etf::redeem(signed(BOB), 50_000_000));
        assert_eq!((held(3), units(3, BOB)), (before.units(3), 0));
        let [one, two, three] = part.items[..] else { panic!() };
        happened(Event::Redeemed {
            who: BOB,
            shares: 50_000_000,
            items: vec![one, two],
            cash: part.cash,
            left: vec![three],
        });
    });
}

#[test]
fn a_frozen_asset_does_not_hold_the_others() {
    run(|| {
        with_bob();
        assert_ok!(Assets::freeze_asset(signed(TREASURY), 2));
        let before = basket();
        assert_ok!(Etf::redeem(signed(BOB), 50_000_000));
        assert_eq!((held(2), shares(BOB)), (before.units(2), 0));
        assert!(held(1) < before.units(1) && held(3) < before.units(3));
    });
}

#[test]
fn redeem_to_native_sells_every_part() {
    run(|| {
        with_bob();
        let (before, expected) = (native(BOB), Etf::quote_redeem_to(50_000_000).unwrap());
        let of_assets = [1, 2, 3].map(|asset| units(asset, BOB));
        assert!((49_000_000..50_000_000).contains(&expected), "{expected}");
        assert_eq!(
            redeem_to(BOB, Coin::Native, 50_000_000, expected + 1),
            Err(Error::Underpriced.into())
        );
        assert_ok!(redeem_to(BOB, Coin::Native, 50_000_000, expected));
        assert_eq!(native(BOB) - before, expected);
        assert_eq!([1, 2, 3].map(|asset| units(asset, BOB)), of_assets);
        happened(Event::RedeemedTo {
            who: BOB,
            shares: 50_000_000,
            coin: Coin::Native,
            received: expected,
        });
    });
}

#[test]
fn redeem_to_an_asset_buys_it_with_everything() {
    run(|| {
        with_bob();
        let before = (native(BOB), units(5, BOB));
        assert_ok!(redeem_to(BOB, Coin::Asset(5), 50_000_000, 9_800_000));
        assert_eq!(native(BOB), before.0);
        let received = units(5, BOB) - before.1;
        assert!((9_800_000..10_000_000).contains(&received), "{received}");
    });
}

#[test]
fn redeem_to_needs_every_price_and_leaves_everything_without_one() {
    run(|| {
        with_bob();
        FakeFeeds::set_price(3, Feed::Stale);
        assert_noop!(Etf::redeem_to(signed(BOB), Coin::Native, 10_000, 0), Error::PriceStale);
        FakeFeeds::set_price(3, Feed::Missing);
        assert_noop!(
            Etf::redeem_to(signed(BOB), Coin::Native, 10_000, 0),
            Error::PriceMissing
        );
        market(3);
        assert_noop!(
            Etf::redeem_to(signed(BOB), Coin::Asset(9), 10_000, 0),
            Error::PriceMissing
        );
        assert_noop!(Etf::redeem_to(signed(BOB), Coin::Native, 0, 0), Error::AmountZero);
        assert_ok!(redeem_to(BOB, Coin::Native, 10_000, 0));
    });
}

#[test]
fn redeem_to_waits_for_the_end_of_a_rebalance() {
    run(|| {
        decided();
        assert_ok!(Etf::allocate(root(), LAUNCH));
        assert_noop!(
            Etf::redeem_to(signed(TREASURY), Coin::Native, 10_000, 0),
            Error::RebalanceRunning
        );
        rebalanced();
    });
}

#[test]
fn redeem_to_takes_no_less_than_a_hundredth_below_the_oracle() {
    run(|| {
        with_bob();
        Market::set_price(1, DEPTH, ratio(99, 100));
        let root = sp_io::storage::root(sp_runtime::StateVersion::V1);
        assert_eq!(
            redeem_to(BOB, Coin::Native, 50_000_000, 0),
            Err(Error::OutOfBound.into())
        );
        assert_eq!(sp_io::storage::root(sp_runtime::StateVersion::V1), root);
        assert_ok!(Etf::redeem(signed(BOB), 50_000_000));
    });
}
