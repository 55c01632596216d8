// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::nominate::best;
use finch_ports::{Candidate, StakingBackend};

fn candidate(account: AccountId, commission: u32, points: u32, exposure: Balance) -> Candidate<AccountId> {
    Candidate {
        account,
        commission: Perbill::from_percent(commission),
        points,
        exposure,
        blocked: false,
    }
}

fn blocked(candidate: Candidate<AccountId>) -> Candidate<AccountId> {
    Candidate {
        blocked: true,
        ..candidate
    }
}

#[test]
fn validators_are_ranked_by_what_a_nominated_coin_earned() {
    let ranked = best(
        vec![
            candidate(1, 10, 100, 1_000), // 0.09
            candidate(2, 0, 100, 1_000),  // 0.1
            candidate(3, 0, 90, 500),     // 0.18: not crowded
            candidate(4, 100, 900, 10),   // keeps everything
            candidate(5, 50, 300, 1_000), // 0.15
        ],
        16,
    );
    assert_eq!(ranked, [3, 5, 2, 1, 4]);
}

#[test]
fn an_idle_validator_comes_last() {
    assert_eq!(
        best(vec![candidate(1, 0, 0, 1), candidate(2, 99, 1, u128::MAX / 2)], 2),
        [1, 2]
    );
    assert_eq!(
        best(vec![candidate(1, 0, 0, 1), candidate(2, 99, 1, 1_000_000)], 2),
        [2, 1]
    );
}

#[test]
fn blocked_validators_are_left_out() {
    assert_eq!(
        best(vec![blocked(candidate(1, 0, 100, 1)), candidate(2, 50, 1, 100)], 16),
        [2]
    );
    assert_eq!(best(vec![blocked(candidate(1, 0, 100, 1))], 16), [0; 0]);
}

#[test]
fn equal_yields_are_ranked_by_commission_then_account() {
    let tied = vec![
        candidate(4, 50, 200, 1_000),
        candidate(3, 0, 100, 1_000),
        candidate(2, 0, 100, 1_000),
    ];
    assert_eq!(best(tied.clone(), 16), [2, 3, 4]);
    assert_eq!(best(tied.into_iter().rev().collect(), 16), [2, 3, 4]);
}

#[test]
fn no_more_than_the_seats_are_taken() {
    let many = (0..40)
        .map(|account| candidate(account, 0, 100 - u32::try_from(account).unwrap(), 1_000))
        .collect();
    assert_eq!(best(many, 16), (0..16).collect::<Vec<_>>());
    assert_eq!(best(vec![candidate(1, 0, 1, 1)], 0), [0; 0]);
}

#[test]
fn extreme_numbers_do_not_break_the_ranking() {
    let ranked = best(
        vec![
            candidate(1, 0, u32::MAX, 0),
            candidate(2, 0, u32::MAX, u128::MAX),
            candidate(3, 0, 1, 1),
        ],
        3,
    );
    assert_eq!(ranked, [1, 3, 2]);
}

#[test]
fn upkeep_nominates_the_best_with_the_whole_bond() {
    run(|| {
        let offered = (10..50)
            .map(|account| candidate(account, 0, u32::try_from(account).unwrap(), 1_000))
            .collect();
        Staking::set_candidates(offered);
        start_nominating();
        let targets: Vec<_> = (34..50).rev().collect();
        happened(Event::Nominated {
            targets: targets.clone(),
        });
        assert_eq!(Staking::nominated(), targets);
        assert_eq!(targets.len(), usize::try_from(MAX_NOMINATIONS).unwrap());
    });
}

#[test]
fn upkeep_follows_the_validators_from_era_to_era() {
    run(|| {
        Staking::set_candidates(vec![candidate(10, 0, 100, 1_000)]);
        start_nominating();
        Staking::set_candidates(vec![blocked(candidate(10, 0, 100, 1_000)), candidate(11, 0, 1, 1_000)]);
        next_era();
        assert_eq!(Staking::nominated(), [11]);
    });
}

#[test]
fn without_candidates_the_nominations_stay() {
    run(|| {
        Staking::set_candidates(vec![candidate(10, 0, 100, 1_000)]);
        start_nominating();
        Staking::set_candidates(vec![blocked(candidate(10, 0, 100, 1_000))]);
        System::reset_events();
        next_era();
        assert_eq!(Staking::nominated(), [10]);
        assert!(!take_events()
            .iter()
            .any(|event| matches!(event, Event::Nominated { .. })));
    });
}

#[test]
fn without_stake_nobody_is_nominated() {
    run(|| {
        Staking::set_candidates(vec![candidate(10, 0, 100, 1_000)]);
        Staking::set_broken(true);
        next_era();
        assert_eq!(Staking::stake(&Synth::stash()).active, 0);
        // The bond failed; there was nothing to nominate with, which is no failure.
        let failed = take_events()
            .iter()
            .filter(|event| matches!(event, Event::UpkeepFailed { .. }))
            .count();
        assert_eq!((failed, Staking::nominated()), (1, vec![]));
    });
}

#[track_caller]
fn start_nominating() {
    mint(ALICE, 1_000_000);
    next_era();
}
