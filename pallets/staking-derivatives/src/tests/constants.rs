// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;
use finch_ports::{AuctionHouse, AuctionSeller, BackendCall, RateCurve, SellerCall, StakingBackend};

#[test]
fn the_constants_are_what_the_design_promises() {
    run(|| {
        assert_eq!((MAX_TRANCHES, MAX_LIVE), (4, 64));
        assert_eq!(BOND_MIN, Perbill::from_rational(2u32, 100));
        assert_eq!(REWARD_MARGIN, Perbill::from_rational(10u32, 100));
        assert_eq!(FEE_MAX, Perbill::from_rational(15u32, 1_000));
        assert_eq!((RATE_MAX, ASK_MAX), (ratio(1, 1), ratio(100, 1)));
        Derivatives::integrity_test();
    });
}

#[track_caller]
fn refused(change: impl FnOnce()) {
    new_test_ext().execute_with(|| {
        change();
        Derivatives::integrity_test();
    });
}

#[test]
#[should_panic(expected = "MinPrincipal: it could not be staked")]
fn a_principal_of_nothing_is_refused_at_the_build() {
    refused(|| MinPrincipal::set(&0));
}

#[test]
#[should_panic(expected = "MinPrincipal: nothing could be proposed")]
fn a_principal_that_nobody_can_have_is_refused_at_the_build() {
    refused(|| MinPrincipal::set(&(PRINCIPAL_MAX + 1)));
}

#[test]
#[should_panic(expected = "MinTerm")]
fn terms_that_exclude_each_other_are_refused_at_the_build() {
    refused(|| MinTerm::set(&(MaxTerm::get() + 1)));
}

#[test]
#[should_panic(expected = "MaxTerm")]
fn a_term_whose_fee_could_exceed_the_proceeds_is_refused_at_the_build() {
    refused(|| MaxTerm::set(&(TERM_MAX + 1)));
}

#[test]
#[should_panic(expected = "FirstTokenId")]
fn a_range_of_tokens_without_a_token_is_refused_at_the_build() {
    refused(|| EndToken::set(&FIRST_TOKEN));
}

#[test]
fn every_weight_reckons_with_what_the_neighbours_cost() {
    run(|| {
        let own = <() as WeightInfo>::open();
        let backend = Staking::weight(BackendCall::Bond);
        let of_tranche = House::weight_open() + FakeCurve::weight_quote();
        assert_eq!(Derivatives::open_weight(), own + backend * 2 + of_tranche * 4);
        for stage in [Stage::Payout { era: 0, cursor: 0 }, Stage::Account, Stage::Unbond] {
            assert_eq!(Derivatives::step_weight(stage), own + backend);
        }
        assert_eq!(Derivatives::step_weight(Stage::Settle), own);
        let idle = <() as WeightInfo>::upkeep_idle();
        assert_eq!(
            Derivatives::poke_weight(),
            idle + (own + backend) * u64::from(POKE_STEPS)
        );

        assert_eq!(
            Derivatives::weight(SellerCall::Closed),
            own + FakeCurve::weight_observe()
        );
        for call in [SellerCall::MayBid, SellerCall::Deliver, SellerCall::Finished] {
            assert_eq!(Derivatives::weight(call), own);
        }
    });
}
