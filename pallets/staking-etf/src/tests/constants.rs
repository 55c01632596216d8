// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn the_constants_are_what_the_design_promises() {
    run(|| {
        assert_eq!(
            (MAX_MEMBERS, MAX_HOLDINGS, MAX_LEGS, MAX_LISTED, MAX_TRIES),
            (3, 8, 11, 64, 5)
        );
        assert_eq!(STREAMING_FEE_MAX, Perbill::from_rational(5u32, 1_000));
        assert_eq!((SALE_START, SALE_FLOOR), (ratio(11, 10), ratio(9, 10)));
        assert_eq!((RETRY_AFTER, ACCRUAL_MAX), (60_000, MILLISECS_PER_YEAR));
        Etf::integrity_test();
    });
}

#[track_caller]
fn refused(change: impl FnOnce()) {
    new_test_ext().execute_with(|| {
        change();
        Etf::integrity_test();
    });
}

#[test]
#[should_panic(expected = "Tolerance")]
fn a_tolerance_of_everything_is_refused_at_the_build() {
    refused(|| Tolerance::set(&FixedU128::one()));
}

#[test]
#[should_panic(expected = "MaxPart")]
fn slices_of_nothing_are_refused_at_the_build() {
    refused(|| MaxPart::set(&Perbill::zero()));
}

#[test]
#[should_panic(expected = "MinSamples")]
fn members_without_a_sample_are_refused_at_the_build() {
    refused(|| MinSamples::set(&0));
}

#[test]
#[should_panic(expected = "SamplePeriod")]
fn samples_without_end_are_refused_at_the_build() {
    refused(|| SamplePeriod::set(&0));
}

#[test]
#[should_panic(expected = "AccrualPeriod")]
fn accruals_without_end_are_refused_at_the_build() {
    refused(|| AccrualPeriod::set(&0));
}

#[test]
#[should_panic(expected = "SalePeriod")]
fn an_auction_without_time_is_refused_at_the_build() {
    refused(|| SalePeriod::set(&0));
}

#[test]
#[should_panic(expected = "Throttle: nothing")]
fn a_throttle_that_is_shut_is_refused_at_the_build() {
    refused(|| Throttle::set(&Perbill::zero()));
}

#[test]
#[should_panic(expected = "ThrottlePeriod")]
fn a_throttle_without_time_is_refused_at_the_build() {
    refused(|| ThrottlePeriod::set(&0));
}

#[test]
#[should_panic(expected = "MinIssue")]
fn an_issue_of_nothing_is_refused_at_the_build() {
    refused(|| MinIssue::set(&0));
}

#[test]
#[should_panic(expected = "MinTrade")]
fn a_trade_of_nothing_is_refused_at_the_build() {
    refused(|| MinTrade::set(&0));
}
