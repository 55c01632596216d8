// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What is left is nothing or enough, for all small numbers.

use finch_math::dust::payable;

#[test]
fn what_is_left_is_nothing_or_enough_and_no_more_is_kept_than_needed() {
    for (units, held, least) in (0..30).flat_map(|u| (0..30).flat_map(move |h| (1..10).map(move |l| (u, h, l)))) {
        let given = payable(units, held, least);
        assert!(given <= units && given <= held);
        let fits = |given: u128| given == held || given == 0 || held - given >= least;
        assert!(fits(given), "{given} of {units}, {held} held, least {least}");
        // One more would leave dust, or is not asked for.
        let best = (0..=units.min(held)).rev().find(|more| fits(*more)).unwrap_or(0);
        assert_eq!(given, best, "{units}, {held}, {least}");
    }
}
