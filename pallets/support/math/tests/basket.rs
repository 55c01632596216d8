// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Members against duels of every two candidates and against a model outside this repository's code; weights against
//! exact shares.

mod common;

use common::{big, config, fits, floor, wide};
use finch_math::{
    basket::{eligible, select, weights, Average, Candidate, Rules, MAX_CANDIDATES, MEMBERS, WHOLE},
    MathError,
};
use primitive_types::U512;
use proptest::{
    array::{uniform3, uniform5},
    collection::vec,
    prelude::*,
};

const VECTORS: &str = include_str!("../../../../tests/golden/baskets.txt");
const OPEN: Rules = Rules {
    min_market_cap: 0,
    min_volume: 0,
    band: 0,
};

fn banded(band: u32) -> Rules {
    Rules { band, ..OPEN }
}

/// A newcomer with the ratios `staking` and `reward`. Of market cap and volume it has 100.
fn newcomer(id: u32, staking: u128, reward: u128) -> Candidate {
    Candidate {
        id,
        market_cap: 100,
        volume: 100,
        staking_ratio: staking,
        reward_ratio: reward,
        incumbent: false,
    }
}

fn incumbent(id: u32, staking: u128, reward: u128) -> Candidate {
    Candidate {
        incumbent: true,
        ..newcomer(id, staking, reward)
    }
}

#[track_caller]
fn chosen(candidates: &[Candidate], rules: &Rules) -> Vec<u32> {
    let members = select(candidates, rules).unwrap();
    let ids: Vec<u32> = members.ids().collect();
    assert_eq!(
        members.complete().map(Vec::from),
        (ids.len() == MEMBERS).then_some(ids.clone())
    );
    ids
}

/// The candidates that are let in, and their scores: a rank is the place of the first equal one in the sorted values.
fn scored(candidates: &[Candidate], rules: &Rules) -> Vec<(Candidate, i64)> {
    let field: Vec<Candidate> = candidates
        .iter()
        .filter(|c| !(c.market_cap < rules.min_market_cap || c.volume < rules.min_volume))
        .copied()
        .collect();
    let ranks = |by: fn(&Candidate) -> u128| {
        let mut values: Vec<u128> = field.iter().map(by).collect();
        values.sort_unstable_by(|a, b| b.cmp(a));
        let place = |c| 1 + values.iter().position(|value| *value == by(c)).unwrap();
        field.iter().map(place).collect::<Vec<usize>>()
    };
    let scores = ranks(|c| c.staking_ratio).into_iter().zip(ranks(|c| c.reward_ratio));
    let scores = scores.map(|(staking, reward)| i64::try_from(staking + reward).unwrap());
    field.iter().copied().zip(scores).collect()
}

/// Whether `a` goes before `b`.
fn beats((a, score): &(Candidate, i64), (b, other): &(Candidate, i64), band: u32) -> bool {
    let lead = other - score;
    match (a.incumbent, b.incumbent) {
        (true, false) => lead >= -i64::from(band),
        (false, true) => lead > i64::from(band),
        _ if lead != 0 => lead > 0,
        _ if a.market_cap != b.market_cap => a.market_cap > b.market_cap,
        _ => a.id < b.id,
    }
}

/// What the rule says, by duels of every two: the seat of a candidate is the number of those who beat it.
fn by_duels(candidates: &[Candidate], rules: &Rules) -> Vec<u32> {
    let field = scored(candidates, rules);
    let losses = |own: &(Candidate, i64)| {
        let others = field.iter().filter(|other| other.0.id != own.0.id);
        others.filter(|other| beats(other, own, rules.band)).count()
    };
    (0..MEMBERS)
        .filter_map(|seat| field.iter().find(|own| losses(own) == seat))
        .map(|(candidate, _)| candidate.id)
        .collect()
}

/// Shares handed out part by part, from the exact ones rounded down, to the one that lacks most.
fn handed_out<const N: usize>(caps: [u128; N]) -> [u32; N] {
    let total = caps.iter().fold(U512::zero(), |sum, cap| sum + big(*cap));
    let share = |at: usize| big(caps[at]) * WHOLE;
    let mut given: [U512; N] = std::array::from_fn(|at| floor(share(at), total).0);
    for _ in 0..(given.iter().fold(big(WHOLE.into()), |left, given| left - given)).as_u32() {
        let lacks = |at: usize| share(at) - (given[at] * total).min(share(at));
        let neediest = (0..N).rev().max_by_key(|at| lacks(*at)).unwrap();
        given[neediest] += U512::one();
    }
    given.map(|given| given.as_u32())
}

/// Different ids; often equal values.
fn candidates() -> impl Strategy<Value = Vec<Candidate>> {
    let few = || prop_oneof![4 => 0u128..4, 2 => 0u128..40, 1 => wide()];
    let row = (few(), few(), few(), few(), any::<bool>());
    vec((1u32..5, row), 0..14).prop_map(|rows| {
        let mut id = 0;
        rows.into_iter()
            .map(|(step, (market_cap, volume, staking_ratio, reward_ratio, incumbent))| {
                id += step;
                Candidate {
                    id,
                    market_cap,
                    volume,
                    staking_ratio,
                    reward_ratio,
                    incumbent,
                }
            })
            .collect()
    })
}

fn rules() -> impl Strategy<Value = Rules> {
    let band = prop_oneof![4 => 0u32..5, 1 => any::<u32>()];
    (0u128..3, 0u128..3, band).prop_map(|(min_market_cap, min_volume, band)| Rules {
        min_market_cap,
        min_volume,
        band,
    })
}

/// Caps of every size, some of them equal or zero, not all of them zero.
fn caps() -> impl Strategy<Value = [u128; 5]> {
    let cap = || prop_oneof![3 => wide(), 2 => 0u128..8];
    uniform5(cap()).prop_filter("nothing to share", |caps| caps.iter().any(|cap| *cap > 0))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn members_are_the_winners_of_all_duels(candidates in candidates().prop_shuffle(), rules in rules()) {
        prop_assert_eq!(chosen(&candidates, &rules), by_duels(&candidates, &rules));
    }

    #[test]
    fn the_order_of_the_candidates_makes_no_difference(
        (candidates, shuffled) in candidates().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        rules in rules(),
    ) {
        prop_assert_eq!(select(&candidates, &rules), select(&shuffled, &rules));
    }

    #[test]
    fn an_incumbent_gives_way_only_to_scores_lower_by_more_than_the_band(
        candidates in candidates(), rules in rules(),
    ) {
        let members = chosen(&candidates, &rules);
        let (inside, outside): (Vec<_>, Vec<_>) =
            scored(&candidates, &rules).into_iter().partition(|(c, _)| members.contains(&c.id));
        prop_assert_eq!(members.len(), MEMBERS.min(inside.len() + outside.len()));
        for (member, score) in &inside {
            for (other, theirs) in &outside {
                match (member.incumbent, other.incumbent) {
                    (false, true) => prop_assert!(score + i64::from(rules.band) < *theirs),
                    (true, false) => prop_assert!(score - i64::from(rules.band) <= *theirs),
                    _ => prop_assert!(score <= theirs),
                }
            }
        }
    }

    #[test]
    fn members_stay_when_nothing_changes(candidates in candidates(), rules in rules()) {
        let mut members = chosen(&candidates, &rules);
        let mut later = candidates;
        later.iter_mut().for_each(|c| c.incumbent = members.contains(&c.id));
        let mut after = chosen(&later, &rules);
        members.sort_unstable();
        after.sort_unstable();
        prop_assert_eq!(members, after);
    }

    #[test]
    fn candidates_below_a_floor_change_nothing(candidates in candidates(), rules in rules()) {
        let able: Vec<Candidate> = candidates.iter().filter(|c| eligible(c, &rules)).copied().collect();
        prop_assert_eq!(select(&candidates, &rules), select(&able, &rules));
    }

    #[test]
    fn an_id_given_twice_is_refused(
        candidates in candidates(), again in any::<prop::sample::Index>(), rules in rules(),
    ) {
        let mut candidates = candidates;
        candidates.push(newcomer(u32::MAX, 1, 1));
        let id = again.get(&candidates).id;
        candidates.push(newcomer(id, 1, 1));
        prop_assert_eq!(select(&candidates, &rules), Err(MathError::OutOfDomain));
    }

    #[test]
    fn weights_are_those_handed_out_part_by_part(caps in caps(), few in uniform3(1u128..50)) {
        prop_assert_eq!(weights(&caps), Ok(handed_out(caps)));
        prop_assert_eq!(weights(&few), Ok(handed_out(few)));
    }

    #[test]
    fn weights_sum_to_the_whole_and_are_within_a_part_of_the_share(caps in caps()) {
        let weights = weights(&caps).unwrap();
        prop_assert_eq!(weights.iter().sum::<u32>(), WHOLE);
        let total = caps.iter().fold(U512::zero(), |sum, cap| sum + big(*cap));
        for (weight, cap) in weights.into_iter().zip(caps) {
            let (share, weight) = (big(cap) * WHOLE, total * weight);
            prop_assert!(share < weight + total && weight < share + total);
        }
    }

    #[test]
    fn a_larger_cap_never_gets_the_smaller_weight(caps in caps()) {
        let weights = weights(&caps).unwrap();
        for a in 0..caps.len() {
            prop_assert!(caps[a] > 0 || weights[a] == 0);
            for b in 0..caps.len() {
                prop_assert!(caps[a] <= caps[b] || weights[a] >= weights[b]);
                // Among equals the first gets the part.
                prop_assert!(caps[a] != caps[b] || a > b || weights[a] - weights[b] <= 1);
            }
        }
    }

    #[test]
    fn the_average_is_the_exact_mean_rounded_down(samples in vec(wide(), 0..60)) {
        let mut average = Average::default();
        let mut sum = U512::zero();
        for (count, sample) in (0u32..).zip(&samples) {
            let before = average;
            match fits(sum + big(*sample)) {
                Some(_) => prop_assert_eq!(average.add(*sample), Ok(())),
                None => {
                    prop_assert_eq!(average.add(*sample), Err(MathError::Overflow));
                    prop_assert_eq!(average, before);
                    return Ok(());
                }
            }
            sum += big(*sample);
            prop_assert_eq!(average.value(), fits(floor(sum, big(u128::from(count) + 1)).0));
        }
    }
}

/// One universe of the file.
struct Vector {
    rules: Rules,
    candidates: Vec<Candidate>,
    members: Vec<u32>,
    weights: Vec<u32>,
}

impl Vector {
    /// The members' market caps, in their order.
    fn caps<const N: usize>(&self) -> [u128; N] {
        std::array::from_fn(|at| {
            let named = |c: &&Candidate| c.id == self.members[at];
            self.candidates.iter().find(named).unwrap().market_cap
        })
    }
}

fn vectors() -> Vec<Vector> {
    let small = |number: &u128| u32::try_from(*number).unwrap();
    let mut all: Vec<Vector> = Vec::new();
    for line in VECTORS.lines() {
        let mut words = line.split(' ');
        let kind = words.next().unwrap();
        let numbers: Vec<u128> = words.map(|number| number.parse().unwrap()).collect();
        match (kind, numbers.as_slice()) {
            ("r", [min_market_cap, min_volume, band]) => all.push(Vector {
                rules: Rules {
                    min_market_cap: *min_market_cap,
                    min_volume: *min_volume,
                    band: small(band),
                },
                candidates: Vec::new(),
                members: Vec::new(),
                weights: Vec::new(),
            }),
            ("a", [id, market_cap, volume, staking, reward, incumbent]) => {
                all.last_mut().unwrap().candidates.push(Candidate {
                    id: small(id),
                    market_cap: *market_cap,
                    volume: *volume,
                    staking_ratio: *staking,
                    reward_ratio: *reward,
                    incumbent: *incumbent == 1,
                });
            }
            ("m", ids) => all.last_mut().unwrap().members = ids.iter().map(small).collect(),
            ("w", parts) => all.last_mut().unwrap().weights = parts.iter().map(small).collect(),
            _ => panic!("{line}"),
        }
    }
    all
}

#[test]
fn there_are_enough_vectors_and_every_rule_decides_some() {
    let all = vectors();
    assert_eq!(all.len(), 1_000);
    let count = |of: &dyn Fn(&Vector) -> bool| all.iter().filter(|v| of(v)).count();
    let otherwise = |v: &Vector, candidates: &[Candidate], rules: &Rules| chosen(candidates, rules) != v.members;
    let changed = |v: &Vector, change: fn(&mut Candidate)| {
        let mut candidates = v.candidates.clone();
        candidates.iter_mut().for_each(change);
        otherwise(v, &candidates, &v.rules)
    };
    for members in 0..=MEMBERS {
        assert!(count(&|v| v.members.len() == members) >= 30);
    }
    for band in 0..4 {
        assert_eq!(count(&|v| v.rules.band == band), 250);
    }
    let floors = |v: &Vector| Rules {
        band: v.rules.band,
        ..OPEN
    };
    assert!(count(&|v| otherwise(v, &v.candidates, &floors(v))) >= 100);
    let more = |v: &Vector, by: u32| Rules {
        band: v.rules.band + by,
        ..v.rules
    };
    assert!(count(&|v| otherwise(v, &v.candidates, &more(v, 1))) >= 50);
    assert!(count(&|v| changed(v, |c| c.incumbent = false)) >= 100);
    assert!(count(&|v| changed(v, |c| c.id = 100 - c.id)) >= 100);
    let large = |v: &Vector| v.candidates.iter().any(|c| c.market_cap > u128::MAX / 2);
    assert!(count(&large) >= 10);
}

#[test]
fn the_members_are_those_of_the_model() {
    for vector in vectors() {
        assert_eq!(
            chosen(&vector.candidates, &vector.rules),
            vector.members,
            "{:?}",
            vector.candidates
        );
    }
}

#[test]
fn the_weights_are_those_of_the_model() {
    for vector in vectors() {
        let got = match vector.members.len() {
            0 => Vec::new(),
            1 => weights(&vector.caps::<1>()).unwrap().to_vec(),
            2 => weights(&vector.caps::<2>()).unwrap().to_vec(),
            _ => weights(&vector.caps::<3>()).unwrap().to_vec(),
        };
        assert_eq!(got, vector.weights, "{:?}", vector.candidates);
    }
}

#[test]
fn the_lowest_sums_of_ranks_get_the_seats() {
    let row = [
        newcomer(1, 6, 6),
        newcomer(2, 9, 9),
        newcomer(3, 7, 7),
        newcomer(4, 8, 8),
    ];
    assert_eq!(chosen(&row, &OPEN), [2, 4, 3]);
}

#[test]
fn equal_values_share_a_rank_and_the_next_ranks_are_skipped() {
    // Staking ranks 1, 1, 3, 4 and reward ranks 4, 2, 3, 1: scores 5, 3, 6, 5. With 1, 1, 2, 3 the fourth would have 4
    // and come before the first.
    let row = [
        newcomer(1, 9, 1),
        newcomer(2, 9, 3),
        newcomer(3, 8, 2),
        newcomer(4, 7, 4),
    ];
    assert_eq!(chosen(&row, &OPEN), [2, 1, 4]);
}

#[test]
fn equal_scores_go_by_market_cap_then_by_id() {
    let mut row = [
        newcomer(4, 5, 5),
        newcomer(3, 5, 5),
        newcomer(2, 5, 5),
        newcomer(1, 5, 5),
    ];
    assert_eq!(chosen(&row, &OPEN), [1, 2, 3]);
    row[0].market_cap += 1;
    assert_eq!(chosen(&row, &OPEN), [4, 1, 2]);
}

#[test]
fn an_incumbent_of_equal_score_comes_before_a_larger_cap() {
    let mut row = [
        newcomer(1, 5, 5),
        newcomer(2, 5, 5),
        newcomer(3, 5, 5),
        incumbent(4, 5, 5),
    ];
    row[0].market_cap += 1;
    assert_eq!(chosen(&row, &OPEN), [4, 1, 2]);
}

#[test]
fn a_challenger_that_leads_by_the_band_waits_and_by_one_more_takes_the_seat() {
    // Scores 4, 4, 7 and 5: the newcomer leads the third incumbent by 3.
    let row = [
        incumbent(1, 9, 7),
        newcomer(2, 8, 8),
        incumbent(3, 7, 6),
        incumbent(4, 6, 9),
    ];
    assert_eq!(chosen(&row, &banded(2)), [1, 4, 2]);
    assert_eq!(chosen(&row, &banded(3)), [1, 4, 3]);
}

#[test]
fn a_band_above_every_score_never_lets_a_newcomer_in() {
    let row = [
        incumbent(1, 1, 1),
        newcomer(2, 9, 9),
        newcomer(3, 9, 9),
        newcomer(4, 9, 9),
    ];
    assert_eq!(chosen(&row, &banded(u32::MAX)), [1, 2, 3]);
}

/// Lowering the incumbents' scores to no less than zero would make these two equal.
#[test]
fn a_band_above_their_scores_does_not_make_incumbents_equal() {
    let row = [
        incumbent(1, 5, 5),
        incumbent(2, 6, 6),
        incumbent(3, 7, 7),
        incumbent(4, 8, 8),
    ];
    assert_eq!(chosen(&row, &banded(100)), [4, 3, 2]);
}

#[test]
fn an_incumbent_below_a_floor_leaves() {
    let rules = Rules {
        min_market_cap: 100,
        min_volume: 100,
        band: 50,
    };
    let row = [
        incumbent(1, 9, 9),
        incumbent(2, 8, 8),
        incumbent(3, 7, 7),
        newcomer(4, 1, 1),
    ];
    assert_eq!(chosen(&row, &rules), [1, 2, 3]);
    for lower in [|c: &mut Candidate| c.market_cap = 99, |c: &mut Candidate| c.volume = 99] {
        let mut row = row;
        lower(&mut row[0]);
        assert!(!eligible(&row[0], &rules));
        assert_eq!(chosen(&row, &rules), [2, 3, 4]);
    }
}

#[test]
fn who_is_below_a_floor_takes_no_rank_from_the_others() {
    // With 5 in the field, 1 and 2 have the scores 4 and 3; without, 3 each, and the smaller id is first.
    let rules = Rules { min_volume: 50, ..OPEN };
    let mut row = [newcomer(1, 9, 5), newcomer(2, 5, 9), newcomer(5, 5, 7)];
    assert_eq!(chosen(&row, &rules), [2, 1, 5]);
    row[2].volume = 49;
    assert_eq!(chosen(&row, &rules), [1, 2]);
}

#[test]
fn fewer_than_three_are_seen_to_be_fewer() {
    let row = [newcomer(1, 5, 5), newcomer(2, 6, 6)];
    for taken in 0..=2 {
        let members = select(&row[..taken], &OPEN).unwrap();
        assert_eq!(members.ids().count(), taken);
        assert_eq!(members.complete(), None);
    }
}

#[test]
fn as_many_candidates_as_are_allowed_are_compared_and_one_more_is_refused() {
    let row: Vec<Candidate> = (0..=64).map(|id| newcomer(id, id.into(), id.into())).collect();
    assert_eq!(MAX_CANDIDATES, 64);
    assert_eq!(chosen(&row[..64], &OPEN), [63, 62, 61]);
    assert_eq!(select(&row, &OPEN), Err(MathError::OutOfDomain));
}

#[test]
fn an_id_given_twice_below_the_floors_is_refused_too() {
    let row = [newcomer(1, 1, 1), newcomer(1, 2, 2)];
    let rules = Rules {
        min_volume: 1_000,
        ..OPEN
    };
    assert_eq!(select(&row, &rules), Err(MathError::OutOfDomain));
}

#[test]
fn the_part_that_is_left_goes_to_the_largest_remainder_then_to_the_first() {
    // Thirds: one part left. Sevenths: remainders 5, 3 and 6 of 7, two parts left.
    assert_eq!(weights(&[1, 1, 1]), Ok([333_333_334, 333_333_333, 333_333_333]));
    assert_eq!(weights(&[2, 4, 1]), Ok([285_714_286, 571_428_571, 142_857_143]));
    // Elevenths: remainders 6, 6 and 10 of 11, two parts left.
    assert_eq!(weights(&[5, 5, 1]), Ok([454_545_455, 454_545_454, 90_909_091]));
}

#[test]
fn caps_of_any_size_are_weighted() {
    assert_eq!(weights(&[u128::MAX; 4]), Ok([WHOLE / 4; 4]));
    assert_eq!(weights(&[u128::MAX, 1, 0]), Ok([WHOLE, 0, 0]));
    assert_eq!(weights(&[0, 0, 1]), Ok([0, 0, WHOLE]));
    assert_eq!(weights(&[0, 0, 0]), Err(MathError::OutOfDomain));
    assert_eq!(weights(&[]), Err(MathError::OutOfDomain));
}

#[test]
fn one_bad_hour_does_not_decide() {
    let mut average = Average::default();
    assert_eq!(average.value(), None);
    for hour in 0..720 {
        average.add(if hour == 300 { 0 } else { 1_000 }).unwrap();
    }
    assert_eq!(average.value(), Some(998));
}

#[test]
fn a_sample_more_than_can_be_counted_is_refused() {
    let mut average = Average {
        sum: 7,
        count: u32::MAX,
    };
    assert_eq!(average.add(1), Err(MathError::Overflow));
    assert_eq!((average.sum, average.count), (7, u32::MAX));
}
