// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Payments and losses in their order: nothing lost, never a junior before a senior, compared with handing out planck
//! by planck.

mod common;

use common::{big, config, wide};
use finch_math::{
    waterfall::{coverage, lose, settle, Losses, Settlement},
    MathError,
};
use proptest::{array::uniform4, prelude::*};
use sp_arithmetic::{FixedPointNumber, FixedU128};

/// Faces that fit a sum.
fn faces() -> impl Strategy<Value = [u128; 4]> {
    uniform4(prop_oneof![4 => wide(), 1 => Just(0)]).prop_map(|faces| faces.map(|face| face / 4))
}

/// Gives the vault's planck, then the bond's, one after the other to the first that still lacks some.
fn settled_by_hand(value: u128, bond: u128, faces: [u128; 4]) -> Settlement<4> {
    let mut result = Settlement {
        payments: [0; 4],
        residual: 0,
        bond_used: 0,
    };
    for planck in 0..value + bond {
        let lacking = (0..4).find(|at| result.payments[*at] < faces[*at]);
        match (lacking, planck < value) {
            (Some(at), of_vault) => {
                result.payments[at] += 1;
                result.bond_used += u128::from(!of_vault);
            }
            (None, true) => result.residual += 1,
            (None, false) => (),
        }
    }
    result
}

/// Takes planck after planck from the first of bond, residual and tranches (last to first) that still has some.
fn lost_by_hand(loss: u128, bond: u128, value: u128, faces: [u128; 4]) -> Option<Losses<4>> {
    let vault = settled_by_hand(value, 0, faces);
    let mut result = Losses {
        bond: 0,
        residual: 0,
        tranches: [0; 4],
    };
    for _ in 0..loss {
        if result.bond < bond {
            result.bond += 1;
        } else if result.residual < vault.residual {
            result.residual += 1;
        } else {
            let bearer = (0..4).rev().find(|at| result.tranches[*at] < vault.payments[*at])?;
            result.tranches[bearer] += 1;
        }
    }
    Some(result)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn small_settlements_agree_with_handing_out_planck_by_planck(
        value in 0u128..60, bond in 0u128..20, faces in uniform4(0u128..20),
    ) {
        prop_assert_eq!(settle(value, bond, faces), Ok(settled_by_hand(value, bond, faces)));
    }

    #[test]
    fn small_losses_agree_with_taking_planck_by_planck(
        loss in 0u128..90, bond in 0u128..20, value in 0u128..60, faces in uniform4(0u128..20),
    ) {
        let by_hand = lost_by_hand(loss, bond, value, faces).ok_or(MathError::OutOfDomain);
        prop_assert_eq!(lose(loss, bond, value, faces), by_hand);
    }

    #[test]
    fn a_settlement_conserves_every_planck_and_every_rank(value in wide(), bond in wide(), faces in faces()) {
        let Settlement { payments, residual, bond_used } = settle(value, bond, faces).unwrap();
        let paid = payments.iter().fold(big(0), |sum, payment| sum + big(*payment));
        prop_assert_eq!(paid + big(residual), big(value) + big(bond_used));
        prop_assert!(bond_used <= bond);
        for at in 0..4 {
            prop_assert!(payments[at] <= faces[at]);
            // Short of its face, so nothing is left for anybody after it, nor of the bond.
            if payments[at] < faces[at] {
                prop_assert!(payments[at + 1..].iter().all(|payment| *payment == 0));
                prop_assert_eq!((residual, bond_used), (0, bond));
            }
        }
        prop_assert!(residual == 0 || bond_used == 0);
    }

    #[test]
    fn more_value_or_bond_never_pays_anybody_less(
        value in wide(), bond in wide(), more in wide(), faces in faces(),
    ) {
        let before = settle(value, bond, faces).unwrap();
        for after in [
            settle(value.saturating_add(more), bond, faces).unwrap(),
            settle(value, bond.saturating_add(more), faces).unwrap(),
        ] {
            prop_assert!((0..4).all(|at| after.payments[at] >= before.payments[at]));
            prop_assert!(after.residual >= before.residual);
        }
    }

    #[test]
    fn a_loss_lowers_each_payment_by_its_part(
        loss in wide(), bond in wide(), value in wide(), faces in faces(),
    ) {
        let result = lose(loss, bond, value, faces);
        if big(loss) > big(bond) + big(value) {
            prop_assert_eq!(result, Err(MathError::OutOfDomain));
            return Ok(());
        }
        let parts = result.unwrap();
        let on_tranches = parts.tranches.iter().fold(big(0), |sum, part| sum + big(*part));
        prop_assert_eq!(big(parts.bond) + big(parts.residual) + on_tranches, big(loss));
        prop_assert_eq!(parts.bond, loss.min(bond));

        let before = settle(value, 0, faces).unwrap();
        let after = settle(value - (loss - parts.bond), 0, faces).unwrap();
        for at in 0..4 {
            prop_assert_eq!(after.payments[at], before.payments[at] - parts.tranches[at]);
        }
        prop_assert_eq!(after.residual, before.residual - parts.residual);
    }

    #[test]
    fn a_tranche_is_covered_once_exactly_when_it_is_paid_in_full(value in wide(), faces in faces()) {
        let payments = settle(value, 0, faces).unwrap().payments;
        let ratios = coverage(value, faces).unwrap();
        for at in 0..4 {
            let Some(ratio) = ratios[at] else {
                prop_assert_eq!(faces[at], 0);
                continue;
            };
            prop_assert_eq!(ratio >= FixedU128::from(1), payments[at] == faces[at]);
            let left = faces[..at].iter().fold(value, |left, face| left.saturating_sub(*face));
            let (exact, _) = common::floor(big(left) * big(FixedU128::DIV), big(faces[at]));
            prop_assert_eq!(ratio.into_inner(), common::fits(exact).unwrap_or(u128::MAX));
        }
    }

    #[test]
    fn any_input_is_answered(value in wide(), bond in wide(), loss in wide(), faces in uniform4(wide())) {
        let fits = common::fits(faces.iter().fold(big(0), |sum, face| sum + big(*face))).is_some();
        prop_assert_eq!(settle(value, bond, faces).is_ok(), fits);
        prop_assert_eq!(coverage(value, faces).is_ok(), fits);
        prop_assert!(fits || lose(loss, bond, value, faces) == Err(MathError::Overflow));
    }
}

#[test]
fn a_vault_without_tranches_is_all_residual() {
    let paid = settle(7, 3, []).unwrap();
    assert_eq!((paid.residual, paid.bond_used), (7, 0));
    let lost = lose(5, 3, 7, []).unwrap();
    assert_eq!((lost.bond, lost.residual), (3, 2));
    assert_eq!(coverage(7, []).unwrap(), []);
}

#[test]
fn a_slash_of_a_tenth_as_the_readme_tells_it() {
    // 1000 at stake, 20 of bond; 600 senior and 300 junior faces.
    let parts = lose(100, 20, 1_000, [600, 300]).unwrap();
    assert_eq!((parts.bond, parts.residual, parts.tranches), (20, 80, [0, 0]));
    let parts = lose(200, 20, 1_000, [600, 300]).unwrap();
    assert_eq!((parts.bond, parts.residual, parts.tranches), (20, 100, [0, 80]));
    let parts = lose(500, 20, 1_000, [600, 300]).unwrap();
    assert_eq!((parts.bond, parts.residual, parts.tranches), (20, 100, [80, 300]));
    let ratio = |a: u128, b: u128| Some(FixedU128::saturating_from_rational(a, b));
    assert_eq!(
        coverage(1_000, [600, 300]).unwrap(),
        [ratio(1_000, 600), ratio(400, 300)]
    );
}
