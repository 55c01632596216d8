// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn the_constants_are_what_the_documentation_promises() {
    assert_eq!(
        (MINT_RATIO, CALL_RATIO, LIQUIDATION_RATIO, MOST_FOR_UNIT),
        (150, 125, 110, 110)
    );
    assert_eq!((MAX_PAUSE, IDLE_RELEASE), (7 * DAY, 7 * DAY));
    assert_eq!((PRICE_RETRY, STEP_RETRY), (60_000, DAY));
    assert_eq!((REWARD, MAX_FEE), (Permill::from_percent(1), Permill::from_percent(5)));
    assert_eq!((MAX_LIFE, MAX_WRITTEN, NATIVE_DECIMALS), (730 * DAY, 1 << 95, 12));
    assert_eq!(
        (MAX_STEP, IDLE_SERIES, IDLE_STEP, CLEAR_ITEMS, BIDS_PER_LOT),
        (50, 4, 5, 50, 100)
    );
}

#[test]
fn the_constants_of_the_mock_are_accepted() {
    run(Options::integrity_test);
}

#[track_caller]
fn refused(change: impl FnOnce()) {
    new_test_ext().execute_with(|| {
        change();
        Options::integrity_test();
    });
}

#[test]
#[should_panic(expected = "PriceTimeout")]
fn no_timeout_is_refused() {
    refused(|| PriceTimeout::set(&0));
}

#[test]
#[should_panic(expected = "SalePeriod")]
fn sales_without_time_are_refused() {
    refused(|| SalePeriod::set(&0));
}

#[test]
#[should_panic(expected = "CallPeriod")]
fn calls_without_time_are_refused() {
    refused(|| CallPeriod::set(&0));
}

#[test]
#[should_panic(expected = "CallPeriod")]
fn calls_without_an_end_are_refused() {
    refused(|| CallPeriod::set(&(MAX_PAUSE + 1)));
}

#[test]
#[should_panic(expected = "Pause")]
fn sales_without_a_pause_are_refused() {
    refused(|| Pause::set(&0));
}

#[test]
#[should_panic(expected = "Pause")]
fn a_pause_without_an_end_is_refused() {
    refused(|| Pause::set(&(MAX_PAUSE + 1)));
}

#[test]
fn the_longest_periods_are_accepted() {
    run(|| {
        CallPeriod::set(&MAX_PAUSE);
        Pause::set(&MAX_PAUSE);
        Options::integrity_test();
    });
}

#[test]
fn the_money_lies_in_one_account() {
    run(|| {
        use sp_runtime::traits::AccountIdConversion;
        let expected: AccountId = OptionsPallet::get().into_account_truncating();
        assert_eq!(pot(), expected);
    });
}
