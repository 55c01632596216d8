// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The release of rewards and what has accrued.

mod common;

use common::{big, config, fits, floor, wide};
use finch_math::{
    drip::{accrued_up, release},
    MathError,
};
use proptest::prelude::*;
use sp_arithmetic::Perbill;

const BILLION: u128 = 1_000_000_000;

fn part() -> impl Strategy<Value = Perbill> {
    prop_oneof![4 => 0u32..=1_000_000_000, 1 => Just(0), 1 => Just(1), 1 => Just(1_000_000_000)]
        .prop_map(Perbill::from_parts)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn release_conserves_and_stays_within_the_step(
        waiting in wide(),
        reward in wide(),
        backing in wide(),
        step in part(),
    ) {
        let Some(available) = waiting.checked_add(reward) else {
            prop_assert_eq!(release(waiting, reward, backing, step), Err(MathError::Overflow));
            return Ok(());
        };
        let release = release(waiting, reward, backing, step).expect("a part of a number fits");
        prop_assert_eq!(big(release.now) + big(release.later), big(available));
        // Never above the step; and below it only if nothing is left to wait.
        let step = big(backing) * big(step.deconstruct().into());
        prop_assert!(big(release.now) * big(BILLION) <= step);
        prop_assert!(release.later == 0 || big(release.now + 1) * big(BILLION) > step);
    }

    #[test]
    fn accrued_is_the_exact_reward_rounded_up(per_era in wide(), eras in any::<u32>(), progress in part()) {
        let exact = big(per_era) * (big(eras.into()) * big(BILLION) + big(progress.deconstruct().into()));
        let (down, cut) = floor(exact, big(BILLION));
        let up = fits(down + u32::from(cut));
        prop_assert_eq!(accrued_up(per_era, eras, progress).ok(), up);
        if up.is_none() {
            prop_assert_eq!(accrued_up(per_era, eras, progress), Err(MathError::Overflow));
        }
    }

    #[test]
    fn accrued_never_falls_as_time_goes_on(
        per_era in 0..u128::MAX >> 40,
        eras in 0u32..1_000,
        progress in 0u32..1_000_000_000,
    ) {
        let at = |eras, parts| accrued_up(per_era, eras, Perbill::from_parts(parts)).unwrap();
        prop_assert!(at(eras, progress) <= at(eras, progress + 1));
        prop_assert!(at(eras, progress) <= at(eras + 1, 0));
        prop_assert_eq!(at(eras, 1_000_000_000), at(eras + 1, 0));
    }
}

#[test]
fn a_large_reward_rises_linearly_until_it_is_all_out() {
    // 0.1 % of a backing of 1000 is 1 planck an era; the backing is held still to see the line.
    let step = Perbill::from_parts(1_000_000);
    let mut waiting = 10;
    for left in (0..10).rev() {
        let release = release(waiting, 0, 1_000, step).unwrap();
        assert_eq!((release.now, release.later), (1, left));
        waiting = release.later;
    }
    assert_eq!(release(waiting, 0, 1_000, step).map(|r| (r.now, r.later)), Ok((0, 0)));
}

#[test]
fn nothing_is_released_onto_nothing() {
    assert_eq!(release(5, 6, 0, Perbill::one()).map(|r| (r.now, r.later)), Ok((0, 11)));
    assert_eq!(
        release(5, 6, u128::MAX, Perbill::one()).map(|r| (r.now, r.later)),
        Ok((11, 0))
    );
}
