// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::books::fee_up;

/// In auction; Bob has paid `amount` for as many units.
#[track_caller]
fn paid(amount: Balance) -> SeriesId {
    let id = opened();
    assert_ok!(House::close(auction(id, 0), 600_000, FixedU128::one()));
    assert_ok!(House::deliver(auction(id, 0), BOB, amount));
    id
}

#[test]
fn anybody_collects_for_the_issuer() {
    run(|| {
        let id = paid(100_000);
        System::reset_events();
        let (alice, charlie) = (native(ALICE), native(CHARLIE));
        assert_ok!(Derivatives::collect(signed(CHARLIE), id));
        // 100_000 * 1 % * 100 / 365 = 273.97
        assert_eq!((native(ALICE) - alice, native(CHARLIE)), (99_726, charlie));
        let collected = Event::Collected {
            series: id,
            proceeds: 100_000,
            fee: 274,
            residual: 0,
        };
        assert_eq!(take_events(), [collected]);
        assert_eq!(Fees::taken(FeeSource::DerivativeSale), 274);
        assert_noop!(Derivatives::collect(signed(CHARLIE), id), Error::NothingToCollect);
    });
}

#[test]
fn the_fee_does_not_depend_on_how_often_somebody_collects() {
    run(|| {
        let id = paid(1);
        for _ in 0..50 {
            assert_ok!(Derivatives::collect(signed(CHARLIE), id));
            assert_ok!(House::deliver(auction(id, 0), BOB, 101));
        }
        assert_ok!(Derivatives::collect(signed(CHARLIE), id));
        // 5_051 * 1 % = 50.51, times 100 / 365 = 13.97
        assert_eq!(Fees::taken(FeeSource::DerivativeSale), 14);
    });
}

#[test]
fn the_rate_of_the_fee_is_the_one_at_the_proposal() {
    run(|| {
        let id = paid(100_000);
        FeeRate::set(&Perbill::zero());
        assert_ok!(Derivatives::collect(signed(CHARLIE), id));
        assert_eq!(Fees::taken(FeeSource::DerivativeSale), 274);
    });
}

#[test]
fn without_a_fee_everything_is_the_issuers() {
    run(|| {
        FeeRate::set(&Perbill::zero());
        let id = paid(100_000);
        let before = native(ALICE);
        assert_ok!(Derivatives::collect(signed(CHARLIE), id));
        assert_eq!(native(ALICE) - before, 100_000);
    });
}

#[test]
fn nothing_is_collected_where_nothing_is() {
    run(|| {
        assert_noop!(Derivatives::collect(signed(BOB), 0), Error::SeriesNotFound);
        let id = propose();
        assert_noop!(Derivatives::collect(signed(BOB), id), Error::NothingToCollect);
        let id = settled();
        assert_noop!(Derivatives::collect(signed(BOB), id), Error::NothingToCollect);
    });
}

#[test]
fn fees_round_against_the_issuer_and_never_exceed_what_was_paid() {
    let fee =
        |paid, permille: u32, term| fee_up::<Test>(paid, Perbill::from_parts(permille * 1_000_000), term).unwrap();
    let year = finch_types::MILLISECS_PER_YEAR;
    assert_eq!(fee(1_000, 10, year), 10);
    assert_eq!(fee(1_001, 10, year), 11);
    assert_eq!(fee(1, 10, 1), 1);
    assert_eq!(fee(0, 15, year), 0);
    assert_eq!(fee(1_000_000, 15, TERM_MAX), 450_000);
    assert_eq!(fee(1, 15, TERM_MAX), 1);
    assert_eq!(fee(u128::MAX / 2, 15, year), u128::MAX / 2 / 1_000 * 15 + 11);
}
