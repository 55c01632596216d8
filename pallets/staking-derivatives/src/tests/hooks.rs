// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;
use frame_support::{dispatch::Pays, weights::WeightMeter};

fn step(series: SeriesId, stage: Stage) -> Option<Step> {
    Some(Step { series, stage })
}

fn steps(most: u32) -> u32 {
    Derivatives::run_upkeep(&mut WeightMeter::new(), most)
}

#[test]
fn an_era_that_ended_is_paid_and_accounted_for() {
    run(|| {
        let id = active();
        era_earning(id, 500);
        assert_eq!(
            take_events(),
            [
                Event::Rewarded {
                    series: id,
                    era: 1,
                    amount: 500
                },
                Event::UpkeepFinished { era: 1 },
            ]
        );
        assert_eq!((series(id).staked, series(id).accounted_era), (PRINCIPAL + 500, 1));
    });
}

#[test]
fn a_round_takes_the_series_in_order_and_goes_on_where_it_stopped() {
    run(|| {
        let (one, other) = (active(), active());
        Staking::next_era();
        Staking::next_era();
        let expected = [
            step(one, Stage::Payout { era: 1, cursor: 0 }),
            step(one, Stage::Account),
            step(one, Stage::Unbond),
            step(one, Stage::Settle),
            step(other, Stage::Payout { era: 0, cursor: 0 }),
            step(other, Stage::Payout { era: 1, cursor: 0 }),
            step(other, Stage::Account),
            step(other, Stage::Unbond),
            step(other, Stage::Settle),
            None,
        ];
        for next in expected {
            assert_eq!(steps(1), 1);
            assert_eq!(Round::<Test>::get().step, next);
        }
        assert_eq!((steps(1), Round::<Test>::get().era), (0, 2));
    });
}

#[test]
fn a_round_never_costs_more_than_the_meter_has() {
    run(|| {
        let id = active();
        Staking::next_era();
        let look = <() as WeightInfo>::idle_look();
        let idle = look + <() as WeightInfo>::upkeep_idle();
        let payout = Derivatives::step_weight(Stage::Payout { era: 0, cursor: 0 });
        for (limit, used, next) in [
            (look - Weight::from_parts(1, 0), Weight::zero(), None),
            (idle - Weight::from_parts(1, 0), look, None),
            (idle + payout - Weight::from_parts(1, 0), idle, None),
            (idle + payout, idle + payout, step(id, Stage::Account)),
        ] {
            assert_eq!(Derivatives::on_idle(1, limit), used);
            assert_eq!(Round::<Test>::get().step, next);
        }
    });
}

#[test]
fn without_a_live_series_a_look_is_all() {
    run(|| {
        Staking::next_era();
        assert_eq!(steps(9), 0);
        assert_eq!(Round::<Test>::get().era, 1);
        assert!(take_events().is_empty());
        assert_noop!(
            Derivatives::poke(signed(BOB)).map_err(|failed| failed.error),
            Error::NothingToDo
        );
    });
}

#[test]
fn anybody_pokes_for_free_when_there_is_work() {
    run(|| {
        active();
        Staking::next_era();
        let post = Derivatives::poke(signed(BOB)).unwrap();
        assert_eq!(post.pays_fee, Pays::No);
        assert!(post.actual_weight.unwrap().all_lte(Derivatives::poke_weight()));
        let failed = Derivatives::poke(signed(BOB)).unwrap_err();
        assert_eq!(failed.error, Error::NothingToDo.into());
        assert_eq!(failed.post_info.actual_weight, Some(<() as WeightInfo>::upkeep_idle()));
    });
}

#[test]
fn a_poke_runs_a_bounded_number_of_steps() {
    run(|| {
        for _ in 0..4 {
            active();
        }
        Staking::next_era();
        assert_ok!(Derivatives::poke(signed(BOB)));
        assert_eq!(Round::<Test>::get().step, step(2, Stage::Payout { era: 0, cursor: 0 }));
        assert_ok!(Derivatives::poke(signed(BOB)));
        assert_eq!(Round::<Test>::get().step, None);
    });
}

#[test]
fn a_step_that_fails_is_an_event_and_stalls_nothing() {
    run(|| {
        let (one, other) = (active(), active());
        Now::set(&(series(one).maturity.unwrap() - 4 * ERA));
        Staking::set_broken(true);
        next_era();
        let failed = |series| Event::UpkeepFailed {
            step: step(series, Stage::Unbond).unwrap(),
            // The text of an error is not stored.
            error: DispatchError::Other(""),
        };
        assert_eq!(
            take_events(),
            [failed(one), failed(other), Event::UpkeepFinished { era: 1 }]
        );
        Staking::set_broken(false);
        (0..3).for_each(|_| next_era());
        assert_eq!(
            (series(one).state, series(other).state),
            (State::Matured, State::Matured)
        );
    });
}

#[test]
fn eras_that_are_long_gone_are_not_paid() {
    run(|| {
        let id = active();
        (0..PAYOUT_HISTORY + 10).for_each(|_| Staking::next_era());
        assert_eq!(steps(1), 1);
        assert_eq!(
            Round::<Test>::get().step,
            step(id, Stage::Payout { era: 11, cursor: 0 })
        );
        // And a series that is up to date has nothing to be paid.
        upkeep();
        Round::<Test>::mutate(|round| round.era = 0);
        assert_eq!(steps(1), 1);
        assert_eq!(Round::<Test>::get().step, step(id, Stage::Unbond));
    });
}

#[test]
fn a_series_that_opens_while_a_round_runs_has_its_turn() {
    run(|| {
        let one = active();
        Staking::next_era();
        steps(1);
        let other = active();
        upkeep();
        assert_eq!((series(one).accounted_era, series(other).accounted_era), (1, 1));
    });
}

#[test]
fn what_a_stake_earns_while_it_unbonds_is_unbonded_too() {
    run(|| {
        let id = active();
        Now::set(&(series(id).maturity.unwrap() - 4 * ERA));
        next_era();
        System::reset_events();
        era_earning(id, 70);
        happened(Event::Unbonded { series: id, amount: 70 });
    });
}

#[test]
fn a_round_that_takes_longer_than_an_era_withdraws_nothing_before_its_rewards_are_paid() {
    run(|| {
        let id = active();
        Now::set(&(series(id).maturity.unwrap() - 4 * ERA));
        next_era();
        // The payout of this round, then an era ends, then the rest of it.
        Staking::next_era();
        assert_eq!(steps(1), 1);
        Staking::earn_for(Derivatives::vault(id), 100);
        Staking::next_era();
        upkeep();
        assert_eq!((series(id).staked, series(id).idle), (PRINCIPAL, 0));
        upkeep();
        assert_eq!((series(id).staked, series(id).idle), (100, PRINCIPAL));
    });
}

#[test]
fn a_series_that_opens_ahead_of_a_round_is_not_set_back() {
    run(|| {
        active();
        Staking::next_era();
        assert_eq!(steps(1), 1);
        Staking::next_era();
        let other = active();
        upkeep();
        assert_eq!(series(other).accounted_era, 2);
    });
}
