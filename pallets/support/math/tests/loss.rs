// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A loss, shared: nothing lost, nobody more than a planck from the exact share.

mod common;

use common::{amount, big, config, wide};
use finch_math::{
    loss::{split, Spread},
    MathError,
};
use proptest::{collection::vec, prelude::*};

/// Whether `part` is less than 1 from `loss * claim / total`, compared without dividing.
fn is_fair(part: u128, loss: u128, claim: u128, total: u128) -> bool {
    let exact = big(loss) * big(claim);
    let given = big(part) * big(total);
    let distance = if given > exact { given - exact } else { exact - given };
    distance < big(total)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn split_conserves_and_is_fair_for_any_input(loss in wide(), a in wide(), b in wide()) {
        let result = split(loss, a, b);
        let Some(both) = a.checked_add(b) else {
            prop_assert_eq!(result, Err(MathError::Overflow));
            return Ok(());
        };
        if loss > both {
            prop_assert_eq!(result, Err(MathError::OutOfDomain));
            return Ok(());
        }
        let (on_a, on_b) = result.expect("in the domain");
        prop_assert_eq!(on_a + on_b, loss);
        prop_assert!(on_a <= a && on_b <= b);
        if loss > 0 {
            prop_assert!(is_fair(on_a, loss, a, both) && is_fair(on_b, loss, b, both));
            // b is never above its exact share.
            prop_assert!(big(on_b) * big(both) <= big(loss) * big(b));
        }
    }

    #[test]
    fn a_slash_takes_the_same_part_of_both(loss in amount(), a in amount(), b in amount()) {
        let loss = loss % (a + b + 1);
        let (on_a, on_b) = split(loss, a, b).unwrap();
        let (swapped_b, swapped_a) = split(loss, b, a).unwrap();
        prop_assert!(on_a.abs_diff(swapped_a) <= 1 && on_b.abs_diff(swapped_b) <= 1);
    }

    #[test]
    fn spread_conserves_and_is_fair(
        claims in vec(prop_oneof![3 => amount(), 1 => 0u128..5], 1..80),
        part in 0u32..=1_000,
    ) {
        let total: u128 = claims.iter().sum();
        let loss = total / 1_000 * u128::from(part) + total % 1_000 * u128::from(part) / 1_000;
        let mut spread = Spread::new(loss, total).unwrap();
        let mut sum = 0;
        for claim in &claims {
            let taken = spread.take(*claim).unwrap();
            prop_assert!(taken <= *claim);
            prop_assert!(total == 0 || is_fair(taken, loss, *claim, total));
            sum += taken;
        }
        prop_assert_eq!(sum, loss);
    }

    #[test]
    fn the_order_of_claims_moves_nobody_by_more_than_a_planck(claims in vec(amount(), 1..40), part in 0u32..=1_000) {
        let total: u128 = claims.iter().sum();
        let loss = total / 1_000 * u128::from(part);
        let taken = |claims: &[u128]| {
            let mut spread = Spread::new(loss, total).unwrap();
            claims.iter().map(|claim| spread.take(*claim).unwrap()).collect::<Vec<_>>()
        };
        let forth = taken(&claims);
        let reversed: Vec<_> = claims.iter().rev().copied().collect();
        let back = taken(&reversed);
        for (one, other) in forth.iter().zip(back.iter().rev()) {
            prop_assert!(one.abs_diff(*other) <= 1);
        }
    }

    #[test]
    fn spread_never_panics_and_knows_its_domain(loss in wide(), total in wide(), claims in vec(wide(), 0..6)) {
        let Ok(mut spread) = Spread::new(loss, total) else {
            prop_assert!(loss > total);
            return Ok(());
        };
        prop_assert!(loss <= total);
        let mut seen = big(0);
        for claim in claims {
            seen += big(claim);
            let taken = spread.take(claim);
            if seen > big(u128::MAX) {
                prop_assert_eq!(taken, Err(MathError::Overflow));
                return Ok(());
            }
            if seen > big(total) {
                prop_assert_eq!(taken, Err(MathError::OutOfDomain));
                return Ok(());
            }
            prop_assert!(taken.is_ok_and(|taken| taken <= claim));
        }
    }

    #[test]
    fn two_claims_are_spread_as_they_are_split(loss in amount(), a in amount(), b in amount()) {
        let loss = loss % (a + b + 1);
        let mut spread = Spread::new(loss, a + b).unwrap();
        let on_b = spread.take(b).unwrap();
        let on_a = spread.take(a).unwrap();
        prop_assert_eq!(split(loss, a, b), Ok((on_a, on_b)));
    }
}

#[test]
fn small_losses_agree_with_handing_out_planck_by_planck() {
    for claims in [[0u128, 3, 5], [1, 1, 1], [7, 2, 9], [10, 0, 0]] {
        let total: u128 = claims.iter().sum();
        for loss in 0..=total {
            let mut spread = Spread::new(loss, total).unwrap();
            // Planck number n of the loss falls where the first n / loss of all claims end.
            let mut expected = [0u128; 3];
            for planck in 1..=loss {
                let mut end = 0;
                let holder = claims.iter().position(|claim| {
                    end += claim;
                    end * loss >= planck * total
                });
                expected[holder.unwrap()] += 1;
            }
            assert_eq!(
                claims.map(|claim| spread.take(claim).unwrap()),
                expected,
                "{loss} of {claims:?}"
            );
        }
    }
}

#[test]
fn everything_or_nothing_is_shared_without_rest() {
    assert_eq!(split(u128::MAX, u128::MAX, 0), Ok((u128::MAX, 0)));
    assert_eq!(split(u128::MAX, 1, u128::MAX - 1), Ok((1, u128::MAX - 1)));
    assert_eq!(split(0, 0, 0), Ok((0, 0)));
    assert_eq!(split(1, 0, 0), Err(MathError::OutOfDomain));
    assert_eq!(split(1, u128::MAX, 1), Err(MathError::Overflow));
    let mut nothing = Spread::new(0, 0).unwrap();
    assert_eq!(nothing.take(0), Ok(0));
    assert_eq!(nothing.take(1), Err(MathError::OutOfDomain));
}
