// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;
use finch_ports::{Candidate, StakingBackend};
use frame_support::dispatch::Pays;
use sp_runtime::StateVersion;

fn idle_cost() -> Weight {
    <() as WeightInfo>::idle_look() + <() as WeightInfo>::upkeep_idle()
}

fn state_root() -> Vec<u8> {
    sp_io::storage::root(StateVersion::V1)
}

/// The step that upkeep takes next.
fn next_stage() -> Stage {
    let first = Stage::Payout {
        era: Round::<Test>::get().era,
        cursor: 0,
    };
    Round::<Test>::get().stage.unwrap_or(first)
}

/// A round that has work in every step waits: a reward, an open batch, a deposit, validators.
#[track_caller]
fn work_waits() {
    start();
    redeem(ALICE, 10_000_000);
    next_era();
    redeem(ALICE, 1_000_000);
    mint(BOB, 12_000_000);
    Staking::set_candidates(vec![Candidate {
        account: 10,
        commission: Perbill::zero(),
        points: 1,
        exposure: 1,
        blocked: false,
    }]);
    Staking::earn(100_000);
    Staking::next_era();
    System::reset_events();
}

#[test]
fn the_first_upkeep_fills_the_buffer_and_bonds_the_rest() {
    run(|| {
        mint(ALICE, BACKING - 1_000);
        Staking::next_era();
        System::reset_events();
        upkeep();
        let rate = FixedU128::one();
        assert_eq!(
            take_events(),
            [
                Event::Rewarded {
                    era: 1,
                    reward: 0,
                    fee: 0,
                    released: 0,
                    rate
                },
                Event::Bonded { amount: 97_000_000 },
                Event::UpkeepFinished { era: 1, rate },
            ]
        );
        assert_eq!(
            (books().buffer, books().staked, books().idle),
            (3_000_000, 97_000_000, 0)
        );
        assert_eq!(native(Synth::stash()), ED + 97_000_000);
        assert_eq!(
            Round::<Test>::get(),
            Upkeep {
                era: 1,
                target: 1,
                stage: None
            }
        );
    });
}

#[test]
fn upkeep_step_by_step_ends_where_one_big_run_ends() {
    let at_once = new_test_ext().execute_with(|| {
        work_waits();
        upkeep();
        (state_root(), take_events())
    });
    let in_steps = new_test_ext().execute_with(|| {
        work_waits();
        let mut steps = 0;
        while Round::<Test>::get().era < Staking::active_era() {
            let enough = idle_cost() + Synth::step_weight(next_stage());
            assert_eq!(Synth::on_idle(1, enough), enough);
            Synth::do_try_state().unwrap();
            steps += 1;
        }
        // Two batches settle, and the third look finds none.
        assert_eq!(steps, 8);
        (state_root(), take_events())
    });
    assert_eq!(at_once, in_steps);
    assert_eq!(at_once.1.len(), 9);
}

#[test]
fn a_step_that_does_not_fit_is_left_for_later() {
    run(|| {
        work_waits();
        let enough = idle_cost() + Synth::step_weight(next_stage());
        let before = state_root();
        assert_eq!(Synth::on_idle(1, enough - Weight::from_parts(1, 0)), idle_cost());
        assert_eq!(Synth::on_idle(1, enough - Weight::from_parts(0, 1)), idle_cost());
        assert_eq!(Synth::on_idle(1, Weight::zero()), Weight::zero());
        assert_eq!(state_root(), before);
        assert_eq!(Synth::on_idle(1, enough), enough);
        assert_eq!(Round::<Test>::get().stage, Some(Stage::Account));
    });
}

#[test]
fn an_idle_block_without_work_costs_only_the_look() {
    run(|| {
        start();
        // The look after a round finds that nothing is due any more.
        assert_eq!(Synth::on_idle(1, Weight::MAX), idle_cost());
        let before = state_root();
        assert_eq!(Synth::on_idle(1, Weight::MAX), <() as WeightInfo>::idle_look());
        assert_eq!(state_root(), before);
    });
}

#[test]
fn poke_does_the_upkeep_free_of_charge() {
    run(|| {
        work_waits();
        let done = Synth::poke(signed(CHARLIE)).unwrap();
        assert_eq!(done.pays_fee, Pays::No);
        assert!(done.actual_weight.unwrap().all_lt(Synth::poke_weight()));
        assert_eq!(
            Round::<Test>::get(),
            Upkeep {
                era: 3,
                target: 3,
                stage: None
            }
        );
        assert_eq!(Settled::<Test>::iter().count(), 2);
    });
}

#[test]
fn poke_without_work_is_refused_and_costs_the_fee() {
    run(|| {
        assert_noop!(
            Synth::poke(signed(ALICE)).map_err(|failed| failed.error),
            Error::NothingToDo
        );
        start();
        assert_noop!(
            Synth::poke(signed(ALICE)).map_err(|failed| failed.error),
            Error::NothingToDo
        );
        let refused = Synth::poke(signed(ALICE)).unwrap_err();
        assert_eq!(refused.post_info.pays_fee, Pays::Yes);
        assert_eq!(
            refused.post_info.actual_weight,
            Some(<() as crate::WeightInfo>::upkeep_idle())
        );
    });
}

#[test]
fn poke_needs_a_signature() {
    run(|| {
        work_waits();
        assert_noop!(Synth::poke(RuntimeOrigin::root()), DispatchError::BadOrigin);
        assert_noop!(Synth::poke(RuntimeOrigin::none()), DispatchError::BadOrigin);
    });
}

#[test]
fn poke_takes_a_bounded_number_of_steps() {
    run(|| {
        start();
        (0..5).for_each(|_| Staking::next_era());
        // Five payouts and five other steps.
        assert_ok!(Synth::poke(signed(BOB)));
        assert_eq!(
            Round::<Test>::get(),
            Upkeep {
                era: 1,
                target: 6,
                stage: Some(Stage::Rebalance)
            }
        );
        assert_ok!(Synth::poke(signed(BOB)));
        assert_eq!(Round::<Test>::get().stage, None);
        assert_noop!(
            Synth::poke(signed(BOB)).map_err(|failed| failed.error),
            Error::NothingToDo
        );
    });
}

#[test]
fn missed_eras_are_made_up_for() {
    run(|| {
        start();
        for _ in 0..3 {
            Staking::earn(10_000);
            Staking::next_era();
        }
        upkeep();
        assert_eq!(
            (books().backing, books().fees_due, books().accounted_era),
            (100_027_000, 3_000, 4)
        );
        assert_eq!(Synth::rate().ok(), RateAtEra::<Test>::get(4));
        assert_eq!((RateAtEra::<Test>::get(2), RateAtEra::<Test>::get(3)), (None, None));
    });
}

#[test]
fn a_round_may_stretch_over_the_end_of_an_era() {
    run(|| {
        work_waits();
        Synth::on_idle(1, idle_cost() + Synth::step_weight(next_stage()));
        Staking::earn(100_000);
        Staking::next_era();
        upkeep();
        assert_eq!((Round::<Test>::get().era, books().accounted_era), (3, 3));
        assert_eq!(books().flows.rewarded, 100_000);
        upkeep();
        assert_eq!((Round::<Test>::get().era, books().accounted_era), (4, 4));
        assert_eq!(books().flows.rewarded, 200_000);
    });
}

#[test]
fn the_protocol_takes_its_share_of_a_reward_and_never_more_than_the_bound() {
    for (share, fee) in [(0, 0), (10, 1_000), (30, 3_000), (31, 3_000), (100, 3_000)] {
        run(|| {
            RewardFee::set(&Perbill::from_percent(share));
            start();
            era_earning(10_000);
            assert_eq!((books().fees_due, books().backing), (fee, BACKING + 10_000 - fee));
        });
    }
}

#[test]
fn fees_are_paid_out_of_the_next_deposit() {
    run(|| {
        start();
        era_earning(100_000);
        assert_eq!((books().fees_due, Fees::taken(FeeSource::SynthReward)), (10_000, 0));
        mint(BOB, 20_000);
        next_era();
        happened(Event::FeesPaid { amount: 10_000 });
        assert_eq!((books().fees_due, books().flows.fees), (0, 10_000));
        assert_eq!(
            (Fees::taken(FeeSource::SynthReward), native(Fees::POT)),
            (10_000, 10_000)
        );
    });
}

#[test]
fn without_deposits_fees_are_unbonded() {
    run(|| {
        start();
        era_earning(100_000);
        // The fees, and 3 % of 90_000 for the buffer.
        happened(Event::Unbonded { amount: 12_700 });
        next_era();
        next_era();
        happened(Event::FeesPaid { amount: 10_000 });
        assert_eq!((books().fees_due, books().buffer, books().idle), (0, 3_002_700, 0));
    });
}

#[test]
fn small_change_is_neither_bonded_nor_unbonded() {
    run(|| {
        start();
        MinDeposit::set(&1_000);
        Staking::earn(5_000);
        next_era();
        // 500 of fees and 135 for the buffer are not worth the while.
        assert_eq!((books().fees_due, books().buffer), (500, 3_000_000));
        mint(BOB, 1_500);
        next_era();
        assert_eq!((books().idle, books().staked), (820, 97_005_000));
        assert!(!take_events()
            .iter()
            .any(|event| matches!(event, Event::Bonded { .. } | Event::Unbonded { .. })));
    });
}

#[test]
fn the_queue_never_waits_for_small_change() {
    run(|| {
        start();
        MinDeposit::set(&1_000_000);
        mint(BOB, 1_000_000);
        next_era();
        let slack = books().idle;
        redeem(ALICE, 40_000);
        next_era();
        assert_eq!((slack, books().owed), (970_000, 0));
        redeem(ALICE, 1_500_000);
        next_era();
        assert!(books().owed > 0);
        assert!(take_events()
            .iter()
            .any(|event| matches!(event, Event::Unbonded { amount } if *amount < 1_000_000)));
    });
}

#[test]
fn a_buffer_above_its_target_serves_the_queue_and_the_bond() {
    run(|| {
        start();
        redeem(ALICE, 50_000_000);
        next_era();
        assert_eq!((books().buffer, books().idle), (1_500_000, 1_500_000));
        happened(Event::Unbonded { amount: 48_500_000 });
    });
}

#[test]
fn a_broken_backend_is_reported_and_stalls_nothing() {
    run(|| {
        start();
        redeem(ALICE, 10_000_000);
        mint(BOB, 1_000_000);
        Staking::set_broken(true);
        era_earning(100_000);
        let error = DispatchError::Other("the fake is broken");
        happened(Event::UpkeepFailed {
            stage: Stage::Rebalance,
            error: as_event(error),
        });
        // All other steps are done, and the failed one left no trace.
        assert_eq!(
            (books().owed, books().buffer, books().idle),
            (10_000_000, 3_000_000, 1_000_000)
        );
        assert_eq!((Round::<Test>::get().stage, books().accounted_era), (None, 2));
        mint(BOB, 10_000_000);
        next_era();
        assert_eq!(claim(0), 10_000_000);
        Staking::set_broken(false);
        next_era();
        assert_eq!(books().fees_due, 0);
        assert_eq!(books().buffer, BUFFER_TARGET.mul_floor(books().backing));
    });
}

/// Events are stored encoded, which drops the text of [`DispatchError::Other`].
fn as_event(error: DispatchError) -> DispatchError {
    use codec::{Decode, Encode};
    DispatchError::decode(&mut &error.encode()[..]).unwrap()
}

#[test]
fn at_most_so_many_batches_wait_and_the_open_one_goes_on() {
    run(|| {
        start();
        Staking::set_broken(true);
        for era in 0..MAX_BATCHES + 2 {
            redeem(ALICE, 100_000);
            next_era();
            assert_eq!(
                Unsettled::<Test>::get().len(),
                usize::try_from(MAX_BATCHES.min(era + 1)).unwrap()
            );
        }
        let open = RedeemQueue::<Test>::get().open;
        assert_eq!((open.id, open.tickets, open.value), (MAX_BATCHES, 2, 200_000));
        Staking::set_broken(false);
        // Unbonding takes two eras; then all settle, and the open batch closes one era later.
        (0..6).for_each(|_| next_era());
        assert_eq!((0..u64::from(MAX_BATCHES) + 2).map(claim).sum::<Balance>(), 6_600_000);
    });
}

#[test]
fn rewards_older_than_the_history_are_not_looked_for() {
    run(|| {
        start();
        (0..200).for_each(|_| Staking::next_era());
        Synth::on_idle(1, idle_cost() + Synth::step_weight(next_stage()));
        let first = 201 - RATE_HISTORY;
        assert_eq!(
            Round::<Test>::get().stage,
            Some(Stage::Payout {
                era: first + 1,
                cursor: 0
            })
        );
    });
}
