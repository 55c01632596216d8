// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

use finch_ports::KnownLosses;

#[test]
fn the_constants_are_what_the_documentation_promises() {
    assert_eq!((MIN_RATE, MAX_RATE), (percent(1), percent(100)));
    assert_eq!((FULL_BUMP, FALL_A_DAY), (percent(5), percent(2)));
    assert_eq!((MAX_DAYS, MAX_PRODUCTS), (365, 32));
    assert_eq!((VIRTUAL_SHARES, LEAST_PART), (1_000_000, 1_000_000_000));
    assert_eq!((RENEWAL_WINDOW, MAX_PERIOD), (30 * DAY, 30 * DAY));
    assert_eq!(STAKE_NOTICE, 14 * DAY);
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
#[should_panic(expected = "WithdrawalWindow")]
fn withdrawals_without_time_are_refused() {
    refused(|| WithdrawalWindow::set(&0));
}

#[test]
#[should_panic(expected = "WithdrawalWindow")]
fn a_notice_that_never_lapses_is_refused() {
    refused(|| WithdrawalWindow::set(&(MAX_PERIOD + 1)));
}

#[test]
#[should_panic(expected = "VotePeriod")]
fn votes_without_time_are_refused() {
    refused(|| VotePeriod::set(&0));
}

#[test]
#[should_panic(expected = "VotePeriod")]
fn votes_without_an_end_are_refused() {
    refused(|| VotePeriod::set(&(MAX_PERIOD + 1)));
}

#[test]
#[should_panic(expected = "CoolDown")]
fn decisions_that_nobody_can_escalate_are_refused() {
    refused(|| CoolDown::set(&0));
}

#[test]
#[should_panic(expected = "CoolDown")]
fn decisions_that_never_come_are_refused() {
    refused(|| CoolDown::set(&(MAX_PERIOD + 1)));
}

#[test]
#[should_panic(expected = "MinDays")]
fn covers_without_a_day_are_refused() {
    refused(|| MinDays::set(&0));
}

#[test]
#[should_panic(expected = "MinDays")]
fn covers_that_cannot_be_bought_are_refused() {
    refused(|| MinDays::set(&(MAX_DAYS + 1)));
}

#[test]
fn the_longest_periods_are_accepted() {
    run(|| {
        WithdrawalWindow::set(&MAX_PERIOD);
        VotePeriod::set(&MAX_PERIOD);
        CoolDown::set(&MAX_PERIOD);
        MinDays::set(&MAX_DAYS);
        Insurance::integrity_test();
    });
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
