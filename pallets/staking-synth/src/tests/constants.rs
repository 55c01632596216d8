// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;
use finch_ports::{BackendCall, StakingBackend};

#[test]
fn the_constants_are_what_the_design_promises() {
    run(|| {
        assert_eq!(BUFFER_TARGET, Perbill::from_rational(3u32, 100));
        assert_eq!(INSTANT_FEE_MIN, Perbill::from_rational(5u32, 10_000));
        assert_eq!(INSTANT_FEE_MAX, Perbill::from_rational(2u32, 100));
        assert_eq!(REWARD_FEE_MAX, Perbill::from_rational(30u32, 100));
        assert_eq!(RATE_STEP, Perbill::from_rational(1u32, 1_000));
        assert_eq!(SLASH_HALT, Perbill::from_rational(5u32, 100));
        assert_eq!((RATE_HISTORY, MAX_NOMINATIONS), (84, 16));
        Synth::integrity_test();
    });
}

#[test]
#[should_panic(expected = "MinRedeem")]
fn a_least_ticket_that_could_not_be_paid_is_refused_at_the_build() {
    new_test_ext().execute_with(|| {
        MinRedeem::set(&(ED - 1));
        Synth::integrity_test();
    });
}

#[test]
#[should_panic(expected = "MinDeposit")]
fn a_least_deposit_of_nothing_is_refused_at_the_build() {
    new_test_ext().execute_with(|| {
        MinDeposit::set(&0);
        Synth::integrity_test();
    });
}

#[test]
fn every_step_reckons_with_what_the_backend_costs() {
    run(|| {
        let backend = Staking::weight(BackendCall::Bond);
        for stage in [
            Stage::Payout { era: 0, cursor: 0 },
            Stage::Account,
            Stage::Rebalance,
            Stage::Nominate,
        ] {
            assert_eq!(Synth::step_weight(stage), <() as WeightInfo>::step_payout() + backend);
        }
        for stage in [Stage::Batch, Stage::Settle] {
            assert_eq!(Synth::step_weight(stage), <() as WeightInfo>::step_settle(0));
        }
        let dearest = Synth::step_weight(Stage::Account);
        assert_eq!(
            Synth::poke_weight(),
            <() as WeightInfo>::upkeep_idle() + dearest * u64::from(POKE_STEPS)
        );
    });
}
