// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;
use finch_math::basket::{select, weights, Candidate, Rules};

/// The mock's rules, written out.
const RULES: Rules = Rules {
    min_market_cap: 1_000,
    min_volume: 100,
    band: 1,
};

fn ids() -> Vec<AssetId> {
    members().into_iter().map(|(asset, _)| asset).collect()
}

#[test]
fn the_first_block_begins_a_month_and_decides_nothing() {
    run(|| {
        universe();
        block();
        assert_eq!(Schedule::<Test>::get().month, Some(0));
        assert!(members().is_empty() && take_events().iter().all(|event| matches!(event, Event::Listed { .. })));
    });
}

#[test]
fn the_first_block_of_a_month_decides_by_the_averages_of_the_last() {
    run(|| {
        universe();
        samples(3);
        System::reset_events();
        next_month();
        let members = Members::<Test>::get().to_vec();
        assert_eq!(take_events(), [Event::MonthDecided { month: 1, members }]);
        assert_eq!(members_of(), [(1, 500_000_000), (2, 300_000_000), (3, 200_000_000)]);
        assert_eq!(weights_sum(), 1_000_000_000);
        // Nothing is launched: there is nothing to balance.
        assert_eq!(Job::<Test>::get(), None);
    });
}

fn members_of() -> Vec<(AssetId, u32)> {
    members()
}

#[test]
fn a_month_is_decided_once() {
    run(|| {
        decided();
        samples(2);
        later(5 * DAY);
        System::reset_events();
        settle();
        assert!(!take_events()
            .iter()
            .any(|event| matches!(event, Event::MonthDecided { .. })));
    });
}

#[test]
fn a_chain_that_slept_over_months_decides_once() {
    run(|| {
        universe();
        samples(3);
        Now::set(&(7 * MONTH));
        block();
        assert_eq!(Schedule::<Test>::get().month, Some(7));
        assert_eq!(ids(), [1, 2, 3]);
    });
}

#[test]
fn too_few_samples_are_no_candidate() {
    run(|| {
        universe();
        samples(1);
        feed(2, Metric::MarketCap, Feed::Stale);
        samples(5);
        MinSamples::set(&5);
        next_month();
        assert_eq!(ids(), [1, 3, 4]);
    });
}

#[test]
fn too_few_candidates_keep_the_members() {
    run(|| {
        launched();
        for asset in [1, 2, 3] {
            feed(asset, Metric::DailyVolume, Feed::Fresh(99));
        }
        let before = members();
        // The round of the launch was made with the volumes of before.
        Listings::<Test>::translate::<Listing, _>(|_, listing| {
            Some(Listing {
                month: listing.month,
                ..Default::default()
            })
        });
        samples(3);
        System::reset_events();
        next_month();
        assert_eq!(members(), before);
        let events = take_events();
        assert_eq!(events[0], Event::MonthKept { month: 2, eligible: 2 });
        // The weights are kept up all the same.
        assert_eq!(
            events[1],
            Event::RebalanceStarted {
                stage: Stage::PlanSells
            }
        );
    });
}

#[test]
fn without_any_candidate_nobody_gets_a_seat() {
    run(|| {
        block();
        next_month();
        assert!(members().is_empty());
        happened(Event::MonthKept { month: 1, eligible: 0 });
    });
}

#[test]
fn membership_is_what_the_selection_makes_of_the_averages() {
    run(|| {
        universe();
        // Feeds that move: every asset passes through three states.
        for round in 0u128..3 {
            for asset in 1..=5u32 {
                let id = u128::from(asset);
                feeds(
                    asset,
                    [
                        (7 * id + 5 * round) % 11 * 1_000 + 2_000,
                        1_000,
                        (3 * id + round) % 7 * 10 + 5,
                        (5 * id + 2 * round) % 9 + 1,
                    ],
                );
            }
            samples(1);
        }
        let mut candidates = Vec::new();
        for (asset, listing) in Listings::<Test>::iter() {
            let average = |sum: u128| sum / u128::from(listing.samples);
            candidates.push(Candidate {
                id: asset,
                market_cap: average(listing.market_caps),
                volume: average(listing.daily_volumes),
                staking_ratio: average(listing.staking_ratios),
                reward_ratio: average(listing.reward_ratios),
                incumbent: false,
            });
        }
        let chosen = select(&candidates, &RULES).unwrap().complete().unwrap();
        let caps = chosen.map(|id| {
            candidates
                .iter()
                .find(|candidate| candidate.id == id)
                .unwrap()
                .market_cap
        });
        let expected: Vec<_> = chosen.into_iter().zip(weights(&caps).unwrap()).collect();
        next_month();
        assert_eq!(members(), expected);
    });
}

/// 4 overtakes 3 by one rank in both, which is a score of two less: more than the band of one. By one rank in one of
/// them it is not.
#[test]
fn an_incumbent_keeps_its_seat_inside_the_band() {
    run(|| {
        launched();
        feeds(4, [9_000_000, 1_000, 55, 12]);
        next_month();
        samples(3);
        next_month();
        assert_eq!(ids(), [1, 2, 3]);
        // Scores: 3 has 4 + 3, 4 has 3 + 4: level, and the incumbent comes first. Now 4 has 3 + 3.
        feeds(4, [9_000_000, 1_000, 55, 14]);
        samples(3);
        next_month();
        next_month_after_samples();
        assert_eq!(ids(), [1, 2, 4]);
    });
}

fn next_month_after_samples() {
    samples(3);
    next_month();
}

/// 700 samples, one of them absurd in every metric and in favour of the outsider.
#[test]
fn one_bad_hour_does_not_change_membership() {
    run(|| {
        universe();
        settle();
        for hour in 0..699 {
            if hour == 300 {
                feeds(5, [90_000_000, 10_000, 300, 110]);
                feeds(1, [500_000, 100, 7, 1]);
            }
            samples(1);
            feeds(5, [9_000_000, 1_000, 30, 11]);
            feeds(1, [5_000_000, 1_000, 70, 15]);
        }
        assert_eq!(Listings::<Test>::get(1).unwrap().samples, 700);
        next_month();
        assert_eq!(ids(), [1, 2, 3]);
    });
}

#[test]
fn a_new_month_replaces_the_rebalance_that_runs() {
    run(|| {
        decided();
        samples(3);
        assert_ok!(Etf::allocate(root(), LAUNCH));
        block();
        System::reset_events();
        next_month();
        let events = take_events();
        assert!(matches!(events[1], Event::RebalanceEnded { .. }));
        assert_eq!(
            events[2],
            Event::RebalanceStarted {
                stage: Stage::PlanSells
            }
        );
    });
}
