// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The value of reports against counting with 512-bit bounds, and against liars: a minority, a half, all.

mod common;

use common::{big, cases, config, floor, wide, Seeded};
use finch_math::{
    feed::{combine, is_fresh, unit_price, Report, Rules},
    fixed::exp,
    MathError, Round,
};
use proptest::{
    collection::vec,
    option::weighted,
    prelude::*,
    sample::{subsequence, Index},
};
use sp_arithmetic::{FixedI128, FixedPointNumber, FixedU128};

const ONE: u128 = 1_000_000_000_000_000_000;
const HOUR: u64 = 3_600_000;
const NOW: u64 = 100 * HOUR;
/// A tenth an hour.
const RULES: Rules = Rules {
    max_age: HOUR,
    min_sources: 3,
    max_step: FixedU128::from_inner(ONE / 10),
    step_period: HOUR,
};

fn report(value: u128, at: u64) -> Report {
    Report { value, at }
}

/// The result of fresh reports of these values under [`RULES`].
#[track_caller]
fn value_of<const N: usize>(values: [u128; N]) -> Option<u128> {
    let combined = combine(&mut values.map(|value| report(value, NOW)), None, NOW, &RULES);
    combined.unwrap().map(|report| report.value)
}

/// What the rule says, by counting instead of sorting, and with bounds in 512 bits.
fn by_counting(reports: &[Report], previous: Option<Report>, now: u64, rules: &Rules) -> Option<Report> {
    let old = |at: u64| u128::from(at) + u128::from(rules.max_age) < u128::from(now);
    let counts = |r: &&Report| r.value != 0 && r.at <= now && !old(r.at);
    let counting: Vec<Report> = reports.iter().filter(counts).copied().collect();
    let how_many = |holds: &dyn Fn(&Report) -> bool| counting.iter().filter(|r| holds(r)).count();
    let enough = usize::try_from(rules.min_sources).unwrap();
    let times = counting.iter().map(|r| r.at);
    let at = times.filter(|at| how_many(&|r| r.at >= *at) >= enough).max()?;
    let middle = |reached: fn(usize, usize) -> bool| {
        let values = counting.iter().map(|r| r.value);
        values
            .filter(|v| reached(2 * how_many(&|r| r.value <= *v), counting.len()))
            .min()
    };
    let both = big(middle(|twice, all| twice >= all)?) + big(middle(|twice, all| twice > all)?);
    let median = floor(both, big(2)).0.as_u128();
    let Some(previous) = previous.filter(|p| p.value != 0 && !old(p.at)) else {
        return Some(report(median, at));
    };
    let elapsed = u128::from(at.saturating_sub(previous.at).min(rules.step_period));
    let step = big(previous.value) * big(rules.max_step.into_inner()) * big(elapsed);
    let step = floor(step, big(ONE) * big(rules.step_period.into())).0;
    let from = big(previous.value);
    let value = big(median).min(from + step).max(from - step.min(from));
    Some(report(value.as_u128(), at.max(previous.at)))
}

/// Times near each other, and some anywhere.
fn moment() -> impl Strategy<Value = u64> {
    prop_oneof![12 => 1_000u64..2_000, 1 => any::<u64>(), 1 => Just(0), 1 => Just(u64::MAX)]
}

fn any_report() -> impl Strategy<Value = Report> {
    let value = prop_oneof![4 => 1_000u128..1_500, 1 => 0u128..4, 2 => wide()];
    (value, moment()).prop_map(|(value, at)| report(value, at))
}

fn reports() -> impl Strategy<Value = Vec<Report>> {
    vec(any_report(), 0..9)
}

fn rules() -> impl Strategy<Value = Rules> {
    let max_age = prop_oneof![4 => 0u64..1_200, 1 => any::<u64>(), 1 => Just(u64::MAX)];
    let step = prop_oneof![4 => 0..=ONE, 1 => Just(0), 1 => Just(ONE)];
    let period = prop_oneof![4 => 1u64..1_500, 1 => 1..=u64::MAX, 1 => Just(u64::MAX)];
    (max_age, 1u32..5, step, period).prop_map(|(max_age, min_sources, step, step_period)| Rules {
        max_age,
        min_sources,
        max_step: FixedU128::from_inner(step),
        step_period,
    })
}

/// Five sources of which `liars` lie, in any order: the honest ones' reports, and all. Liars may say anything, at any
/// time, or nothing.
fn sources(liars: usize) -> impl Strategy<Value = (Vec<Report>, Vec<Report>)> {
    let honest = vec(
        (1_000u128..2_000, NOW - HOUR..=NOW).prop_map(|(v, at)| report(v, at)),
        5 - liars,
    );
    let lie = (wide(), prop_oneof![3 => NOW - 2 * HOUR..=NOW + HOUR, 1 => any::<u64>()]);
    let lies =
        vec(lie.prop_map(|(v, at)| report(v, at)), liars).prop_flat_map(move |lies| subsequence(lies, 0..=liars));
    (honest, lies).prop_flat_map(|(honest, lies)| {
        let all = [honest.clone(), lies].concat();
        (Just(honest), Just(all).prop_shuffle())
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_result_is_what_counting_gives(
        reports in reports(), previous in weighted(0.8, any_report()), now in moment(), rules in rules(),
    ) {
        let expected = by_counting(&reports, previous, now, &rules);
        prop_assert_eq!(combine(&mut reports.clone(), previous, now, &rules), Ok(expected));
    }

    #[test]
    fn the_order_of_the_reports_makes_no_difference(
        (mut reports, mut shuffled) in reports().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        previous in weighted(0.8, any_report()), now in moment(), rules in rules(),
    ) {
        let combined = combine(&mut reports, previous, now, &rules);
        prop_assert_eq!(combine(&mut shuffled, previous, now, &rules), combined);
        let key = |r: &Report| (r.value, r.at);
        reports.sort_unstable_by_key(key);
        shuffled.sort_unstable_by_key(key);
        prop_assert_eq!(reports, shuffled);
    }

    #[test]
    fn a_result_is_positive_and_its_time_never_goes_back(
        mut reports in reports(), previous in weighted(0.8, any_report()), now in moment(), rules in rules(),
    ) {
        let previous = previous.filter(|p| p.value > 0);
        if let Some(next) = combine(&mut reports, previous, now, &rules).unwrap() {
            prop_assert!(next.value > 0);
            let came_before = previous.map_or(0, |p| p.at);
            prop_assert!(came_before <= next.at);
            // Only a previous value can be from the future.
            prop_assert!(next.at <= now.max(came_before));
            prop_assert!(next.at > now || is_fresh(&next, now, rules.max_age));
        }
    }

    #[test]
    fn reports_that_do_not_count_change_nothing(
        mut reports in reports(), others in reports(), at in any::<Index>(), previous in weighted(0.8, any_report()),
        now in moment(), rules in rules(),
    ) {
        let combined = combine(&mut reports.clone(), previous, now, &rules);
        let at = at.index(reports.len() + 1);
        let ignored = |r: &Report| r.value == 0 || !is_fresh(r, now, rules.max_age);
        reports.splice(at..at, others.into_iter().filter(ignored));
        prop_assert_eq!(combine(&mut reports, previous, now, &rules), combined);
    }

    #[test]
    fn only_rules_outside_the_domain_are_an_error(
        mut reports in reports(), previous in weighted(0.8, any_report()), now in any::<u64>(), max_age in any::<u64>(),
        min_sources in prop_oneof![0u32..6, any::<u32>()], max_step in prop_oneof![0..=2 * ONE, wide()],
        step_period in prop_oneof![0u64..2, any::<u64>()],
    ) {
        let max_step = FixedU128::from_inner(max_step);
        let rules = Rules { max_age, min_sources, max_step, step_period };
        let valid = min_sources >= 1 && max_step <= FixedU128::from_inner(ONE) && step_period >= 1;
        prop_assert_eq!(rules.are_valid(), valid);
        match combine(&mut reports, previous, now, &rules) {
            Ok(_) => prop_assert!(valid),
            Err(error) => prop_assert!(!valid && error == MathError::OutOfDomain),
        }
    }

    /// With or without a previous value, which may hold the result back on the way to the honest ones.
    #[test]
    fn two_liars_of_five_cannot_leave_the_range_of_the_honest(
        (honest, mut all) in (0usize..=2).prop_flat_map(sources),
        previous in weighted(0.5, (1u128..4_000, NOW - HOUR..=NOW).prop_map(|(v, at)| report(v, at))),
    ) {
        let next = combine(&mut all, previous, NOW, &RULES).unwrap().unwrap();
        let values = || honest.iter().chain(&previous).map(|r| r.value);
        prop_assert!(values().min().unwrap() <= next.value && next.value <= values().max().unwrap());
        // Nor make it look newer than every honest report, or older than all of them.
        let times = || honest.iter().chain(&previous).map(|r| r.at);
        prop_assert!(times().min().unwrap() <= next.at && next.at <= times().max().unwrap());
    }

    #[test]
    fn one_liar_of_the_three_that_count_cannot_leave_the_range_of_the_honest(
        honest in vec(1_000u128..2_000, 2), lie in 1..=u128::MAX, place in 0usize..3,
    ) {
        let mut values = honest.clone();
        values.insert(place, lie);
        let value = value_of::<3>(values.try_into().unwrap()).unwrap();
        prop_assert!(honest.iter().min() <= Some(&value) && Some(&value) <= honest.iter().max());
    }
}

/// Whatever all sources say and however often, a value leaves what the time allows in neither direction. The sum of
/// parts bounds the way down, the power of e the way up.
#[test]
fn no_burst_of_updates_moves_faster_than_the_time_allows() {
    let mut seeded = Seeded(7);
    for _ in 0..cases() / 50 {
        let mut rules = RULES;
        rules.max_age = u64::MAX;
        rules.max_step = FixedU128::from_inner(seeded.sized(59));
        rules.step_period = u64::try_from(seeded.within(1, HOUR)).unwrap();
        let start = report(seeded.sized(110), NOW);
        let aim = seeded.within(0, 2);
        let (mut last, mut now) = (start, NOW);
        for _ in 0..40 {
            now += u64::try_from(seeded.within(0, rules.step_period / 8)).unwrap();
            let mut lies: Vec<Report> = (0..5)
                .map(|_| {
                    let value = [1, u128::MAX, seeded.sized(128)][usize::try_from(aim).unwrap()];
                    report(value, now - u64::try_from(seeded.within(0, 3)).unwrap())
                })
                .collect();
            let next = combine(&mut lies, Some(last), now, &rules).unwrap().unwrap();
            assert!(last.at <= next.at && next.at <= now);
            last = next;

            let weight = big(rules.max_step.into_inner()) * big((last.at - start.at).into());
            let whole = big(ONE) * big(rules.step_period.into());
            let fallen = big(start.value.saturating_sub(last.value));
            assert!(
                fallen * whole <= big(start.value) * weight,
                "{start:?} fell to {last:?}"
            );
            let (power, cut) = floor(weight, big(rules.step_period.into()));
            let power = i128::try_from(power.as_u128() + u128::from(cut)).unwrap();
            let most = exp(FixedI128::from_inner(power), Round::Up).unwrap().into_inner();
            assert!(
                big(last.value) * big(ONE) <= big(start.value) * big(most),
                "{start:?} rose to {last:?}"
            );
        }
    }
}

/// An hour of a block every six seconds, and all sources lie.
#[test]
fn a_majority_of_liars_moves_a_tenth_an_hour() {
    let pushed = |lie: u128| {
        let mut last = report(ONE, NOW);
        for block in 1..=600 {
            let now = NOW + 6_000 * block;
            last = combine(&mut [report(lie, now); 5], Some(last), now, &RULES)
                .unwrap()
                .unwrap();
        }
        last.value
    };
    let (up, down) = (pushed(u128::MAX), pushed(1));
    // Between the simple tenth and e^0.1; between e^-0.1 and the simple tenth.
    assert!(
        (1_105_160_000_000_000_000..1_105_170_918_075_647_625).contains(&up),
        "{up}"
    );
    assert!(
        (900_000_000_000_000_000..904_837_418_035_959_574).contains(&down),
        "{down}"
    );
}

#[test]
fn of_an_odd_number_the_middle_and_of_an_even_one_the_mean_rounded_down() {
    assert_eq!(value_of([30, 10, 20]), Some(20));
    assert_eq!(value_of([30, 10, 25, 20]), Some(22));
    assert_eq!(value_of([5, 5, 9, 1, 9]), Some(5));
    assert_eq!(value_of([u128::MAX; 4]), Some(u128::MAX));
    assert_eq!(value_of([u128::MAX - 1, u128::MAX, u128::MAX, 1]), Some(u128::MAX - 1));
}

#[test]
fn half_of_those_that_count_are_no_minority() {
    assert_eq!(value_of([1_000, 1_000, 9_000, 9_000]), Some(5_000));
}

#[test]
fn too_few_give_no_value_whatever_went_before() {
    for previous in [None, Some(report(7, NOW))] {
        let two = || [report(5, NOW), report(5, NOW)];
        assert_eq!(combine(&mut [], previous, NOW, &RULES), Ok(None));
        assert_eq!(combine(&mut two(), previous, NOW, &RULES), Ok(None));
        for third in [report(0, NOW), report(5, NOW - HOUR - 1), report(5, NOW + 1)] {
            let mut three = [two().as_slice(), &[third]].concat();
            assert_eq!(combine(&mut three, previous, NOW, &RULES), Ok(None), "{third:?}");
        }
    }
    assert_eq!(value_of([5, 5, 5]), Some(5));
}

#[test]
fn a_report_is_fresh_up_to_the_age_and_not_before_its_time() {
    let fresh = |at, now| is_fresh(&report(1, at), now, HOUR);
    assert!(fresh(NOW, NOW) && fresh(NOW - HOUR, NOW));
    assert!(!fresh(NOW - HOUR - 1, NOW) && !fresh(NOW + 1, NOW));
    assert!(is_fresh(&report(1, 0), u64::MAX, u64::MAX));
    assert!(is_fresh(&report(1, NOW), NOW, 0) && !is_fresh(&report(1, NOW - 1), NOW, 0));
}

#[test]
fn the_time_is_that_of_the_last_report_that_was_needed() {
    let mut rules = RULES;
    let mut row = [5, 1, 4, 2, 3].map(|ago| report(10, NOW - ago));
    for sources in 1..=5 {
        rules.min_sources = sources;
        let result = combine(&mut row, None, NOW, &rules).unwrap().unwrap();
        assert_eq!(result.at, NOW - u64::from(sources));
    }
}

#[test]
fn a_fresh_value_moves_by_its_share_of_the_time_and_a_stale_one_bounds_nothing() {
    let moved = |ago, lie| {
        let previous = report(1_000_009, NOW - ago);
        combine(&mut [report(lie, NOW); 3], Some(previous), NOW, &RULES)
            .unwrap()
            .unwrap()
            .value
    };
    assert_eq!([moved(HOUR / 2, u128::MAX), moved(HOUR / 2, 1)], [1_050_009, 950_009]);
    assert_eq!([moved(HOUR, u128::MAX), moved(HOUR, 1)], [1_100_009, 900_009]);
    assert_eq!([moved(HOUR, 1_100_009), moved(HOUR, 1_100_008)], [1_100_009, 1_100_008]);
    assert_eq!([moved(0, u128::MAX), moved(0, 1)], [1_000_009, 1_000_009]);
    assert_eq!([moved(HOUR + 1, u128::MAX), moved(HOUR + 1, 1)], [u128::MAX, 1]);
}

#[test]
fn at_most_one_period_counts() {
    let mut rules = RULES;
    rules.max_age = 9 * HOUR;
    let previous = report(1_000, NOW - 9 * HOUR);
    let next = combine(&mut [report(5_000, NOW); 3], Some(previous), NOW, &rules);
    assert_eq!(next, Ok(Some(report(1_100, NOW))));
}

#[test]
fn reports_from_before_the_previous_value_leave_it_as_it_is() {
    let previous = report(1_000, NOW - 10);
    let mut row = [report(2_000, NOW), report(2_000, NOW), report(2_000, NOW - 20)];
    assert_eq!(combine(&mut row, Some(previous), NOW, &RULES), Ok(Some(previous)));
}

#[test]
fn a_previous_value_of_zero_is_none_and_one_from_the_future_stands() {
    let mut row = [report(2_000, NOW); 3];
    assert_eq!(combine(&mut row, Some(report(0, NOW)), NOW, &RULES), Ok(Some(row[0])));
    let future = report(1_000, NOW + 1);
    assert_eq!(combine(&mut row, Some(future), NOW, &RULES), Ok(Some(future)));
}

#[test]
fn a_value_of_few_digits_stands_still() {
    let previous = report(9, NOW - HOUR);
    let next = combine(&mut [report(20, NOW); 3], Some(previous), NOW, &RULES);
    assert_eq!(next, Ok(Some(report(9, NOW))));
}

#[test]
fn the_bound_of_a_value_near_the_end_of_the_type_is_the_end() {
    let previous = report(u128::MAX - 1, NOW - HOUR);
    let moved = |to| {
        combine(&mut [report(to, NOW); 3], Some(previous), NOW, &RULES)
            .unwrap()
            .unwrap()
            .value
    };
    assert_eq!(moved(u128::MAX), u128::MAX);
    assert_eq!(moved(1), u128::MAX - 1 - (u128::MAX - 1) / 10);
}

#[test]
fn a_unit_price_divides_the_digits_out() {
    const WHOLE: u128 = FixedU128::DIV;
    let price = |usd: u128, decimals, quote_usd: u128, quote_decimals| {
        unit_price(usd * WHOLE, decimals, quote_usd * WHOLE, quote_decimals).map(FixedU128::into_inner)
    };
    // A coin of 4 dollars with 10 digits, in planck of one of 5 dollars with 12: 80 planck a unit.
    assert_eq!(price(4, 10, 5, 12), Ok(80 * WHOLE));
    assert_eq!(price(4, 12, 5, 12), Ok(WHOLE * 4 / 5));
    assert_eq!(price(3_000, 18, 5, 12), Ok(WHOLE * 600 / 1_000_000));
    // Down: a third; and what is less than the last digit.
    assert_eq!(price(1, 12, 3, 12), Ok(WHOLE / 3));
    assert_eq!(price(1, 38, 1, 12), Ok(0));
    assert_eq!(price(1, 12, 0, 12), Err(MathError::DivisionByZero));
    assert_eq!(price(1, 39, 1, 12), Err(MathError::OutOfDomain));
    assert_eq!(unit_price(u128::MAX, 0, 1, 38), Err(MathError::Overflow));
    // The widest that fits.
    assert_eq!(
        unit_price(u128::MAX, 0, u128::MAX, 20),
        Ok(FixedU128::from_inner(10u128.pow(38)))
    );
}
