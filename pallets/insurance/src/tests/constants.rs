// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

use finch_ports::KnownLosses;

#[test]
fn the_constants_are_what_the_documentation_promises() {
    assert_eq!((MIN_RATE, MAX_RATE), (percent(1), percent(100)));
    assert_eq!((FULL_BUMP, FALL_A_DAY), (percent(5), percent(2)));
    assert_eq!((MIN_DAYS, MAX_DAYS, MAX_PRODUCTS), (7, 365, 32));
    assert_eq!((VIRTUAL_SHARES, LEAST_PART), (1_000_000, 1_000_000_000));
    assert_eq!((RENEWAL_WINDOW, WITHDRAWAL_WINDOW), (30 * DAY, 7 * DAY));
    assert_eq!((VOTE_PERIOD, COOL_DOWN, STAKE_NOTICE), (3 * DAY, DAY, 14 * DAY));
    assert_eq!((CATCH_UP, POKE_DAYS, STEPS_PER_BLOCK), (2, 16, 64));
    assert_eq!(DAY, 86_400_000);
}

#[test]
fn the_constants_of_the_mock_are_accepted() {
    run(Insurance::integrity_test);
}

#[track_caller]
fn refused(change: impl FnOnce()) {
    new_test_ext().execute_with(|| {
        change();
        Insurance::integrity_test();
    });
}

#[test]
#[should_panic(expected = "FeePart")]
fn a_fee_of_everything_is_refused() {
    refused(|| FeePart::set(&Permill::one()));
}

#[test]
#[should_panic(expected = "Gearing")]
fn no_gearing_is_refused() {
    refused(|| Gearing::set(&percent(0)));
}

#[test]
#[should_panic(expected = "MinJoin")]
fn members_with_nothing_are_refused() {
    refused(|| MinJoin::set(&0));
}

#[test]
#[should_panic(expected = "MinCover")]
fn covers_of_nothing_are_refused() {
    refused(|| MinCover::set(&0));
}

#[test]
#[should_panic(expected = "MinStake")]
fn stake_of_nothing_is_refused() {
    refused(|| MinStake::set(&0));
}

#[test]
fn every_weight_reckons_with_days_and_neighbours() {
    let day = <() as WeightInfo>::end_day();
    let known = Reported::weight_pending();
    assert_eq!(Insurance::weight_today(), day * 2);
    assert_eq!(
        Insurance::weight_withdraw(),
        <() as WeightInfo>::withdraw() + day * 2 + known * 32
    );
    assert_eq!(
        Insurance::weight_buy(),
        <() as WeightInfo>::buy_cover() + day * 2 + known
    );
    assert_eq!(
        Insurance::weight_renew(),
        <() as WeightInfo>::renew_cover() + day * 2 + known
    );
    assert_eq!(
        <Insurance as LossObserver>::weight_loss(),
        <() as WeightInfo>::on_loss() + day * 2
    );
}
