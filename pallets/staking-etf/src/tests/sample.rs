// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn each_block_of_a_round_samples_one_asset() {
    run(|| {
        universe();
        block(); // The first month begins.
        for sampled in 1..=5 {
            block();
            let count = Listings::<Test>::iter_values()
                .filter(|listing| listing.samples == 1)
                .count();
            assert_eq!(count, sampled);
        }
        block(); // Nothing comes after the last one.
        assert_eq!(Schedule::<Test>::get().cursor, None);
        assert_eq!(Etf::next_unit(Now::get()), None);
        let listing = Listings::<Test>::get(2).unwrap();
        assert_eq!((listing.market_caps, listing.daily_volumes), (3_000_000, 1_000));
        assert_eq!(listing.staking_ratios, 600_000_000_000_000_000);
        assert_eq!(listing.reward_ratios, 140_000_000_000_000_000);
    });
}

#[test]
fn rounds_begin_a_period_apart() {
    run(|| {
        universe();
        block();
        block();
        let began = Now::get();
        assert_eq!(Schedule::<Test>::get().sample_at, began + HOUR);
        settle();
        Now::set(&(began + HOUR - 1));
        assert_eq!(Etf::next_unit(Now::get()), None);
        Now::set(&(began + HOUR));
        assert_eq!(Etf::next_unit(Now::get()), Some(Unit::Sample));
    });
}

#[test]
fn a_sample_needs_all_four_feeds() {
    for metric in [
        Metric::MarketCap,
        Metric::DailyVolume,
        Metric::StakingRatio,
        Metric::RewardRatio,
    ] {
        for answer in [Feed::Stale, Feed::Missing] {
            run(|| {
                universe();
                feed(3, metric, answer);
                samples(1);
                assert_eq!(Listings::<Test>::get(3).unwrap().samples, 0);
                assert_eq!(Listings::<Test>::get(2).unwrap().samples, 2);
                happened(Event::SampleMissed { asset: 3 });
            });
        }
    }
}

#[test]
fn a_sample_that_does_not_fit_is_missed() {
    run(|| {
        universe();
        feed(1, Metric::MarketCap, Feed::Fresh(u128::MAX));
        samples(2);
        assert_eq!(Listings::<Test>::get(1).unwrap().samples, 1);
        happened(Event::SampleMissed { asset: 1 });
    });
}

#[test]
fn the_samples_of_a_month_do_not_count_in_the_next() {
    run(|| {
        universe();
        samples(3);
        assert_eq!(Listings::<Test>::get(1).unwrap().samples, 4);
        next_month();
        samples(0);
        let listing = Listings::<Test>::get(1).unwrap();
        assert_eq!((listing.month, listing.samples), (1, 1));
    });
}

#[test]
fn a_round_goes_on_after_an_asset_that_was_delisted() {
    run(|| {
        universe();
        block();
        block();
        let first = Schedule::<Test>::get().cursor.unwrap();
        assert_ok!(Etf::delist(root(), first));
        settle();
        assert!(Listings::<Test>::iter_values().all(|listing| listing.samples == 1));
    });
}

#[test]
fn without_assets_a_round_is_over_at_once() {
    run(|| {
        block();
        block();
        assert_eq!(Etf::next_unit(Now::get()), None);
    });
}
