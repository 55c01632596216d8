// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

fn room(days: u64, steps: u64) -> Weight {
    <() as WeightInfo>::idle_look() + <() as WeightInfo>::end_day() * days + <() as WeightInfo>::sweep_step() * steps
}

fn block(limit: Weight) -> Weight {
    Insurance::on_idle(System::block_number(), limit)
}

#[test]
fn without_room_nothing_happens() {
    covered(|| {
        buy(BOB, SYNTH, AMOUNT);
        wait(DAY);
        assert_eq!(block(Weight::zero()), Weight::zero());
        assert_eq!(block(room(0, 0)), room(0, 0));
        assert_eq!(books().day, FIRST_DAY);
    });
}

#[test]
fn without_cover_nothing_is_scheduled() {
    covered(|| {
        assert!(!Schedule::<Test>::exists());
        let id = buy(BOB, SYNTH, AMOUNT);
        assert_eq!(
            plan(),
            Plan {
                day: Some(FIRST_DAY),
                sweep: Sweep::Idle
            }
        );
        // A look, as long as the day is not over.
        wait(22 * 3_600_000);
        assert_eq!(block(Weight::MAX), room(0, 0));
        days(31);
        assert!(!Covers::<Test>::contains_key(id));
        assert!(!Schedule::<Test>::exists());
        // Days go by without a step each, and without a look at the books.
        let before = books();
        wait(400 * DAY);
        assert_eq!(block(Weight::MAX), room(0, 0));
        assert_eq!(books(), before);
        buy(BOB, SYNTH, AMOUNT);
        assert_eq!(plan().day, Some(Insurance::today()));
    });
}

/// A day on which no cover ends has nothing to sweep.
#[test]
fn a_day_without_an_end_is_one_step() {
    covered(|| {
        buy(BOB, SYNTH, AMOUNT);
        for day in 1..31 {
            wait(DAY);
            assert_eq!(block(Weight::MAX), room(1, 0));
            assert_eq!(plan().day, Some(FIRST_DAY + day));
        }
        wait(DAY);
        // The day, the cover, and that there is no other.
        assert_eq!(block(Weight::MAX), room(1, 2));
        assert_eq!(block(Weight::MAX), room(0, 0));
    });
}

/// A call that ends days leaves nothing of them to the idle time.
#[test]
fn days_that_a_call_has_ended_are_not_looked_at_again() {
    covered(|| {
        buy(BOB, SYNTH, AMOUNT);
        wait(2 * DAY);
        assert_ok!(Insurance::join(signed(BOB), 1, 0));
        assert_eq!(plan().day, Some(FIRST_DAY + 2));
        assert_eq!(block(Weight::MAX), room(0, 0));
    });
}

#[test]
fn days_end_as_room_allows() {
    covered(|| {
        buy(BOB, SYNTH, AMOUNT);
        wait(5 * DAY);
        assert_eq!(block(room(2, 0)), room(2, 0));
        assert_eq!(books().day, FIRST_DAY + 2);
        block(room(3, 0));
        assert_eq!(books().day, FIRST_DAY + 5);
    });
}

#[test]
fn the_sweep_goes_on_where_it_stopped() {
    covered(|| {
        for _ in 0..10 {
            buy(BOB, SYNTH, AMOUNT / 100);
        }
        block(room(1, 0));
        lose(Risk::Synth, 50);
        // A step pays a cover, the next one passes on.
        let mut steps = 0;
        while plan().sweep != Sweep::Idle {
            assert_eq!(block(room(0, 1)), room(0, 1));
            Insurance::do_try_state().unwrap();
            steps += 1;
        }
        assert_eq!(steps, 10 * 2 + 1);
        assert_eq!((books().paid, books().events), (AMOUNT / 20, 0));
        assert_eq!(block(Weight::MAX), room(0, 0));
    });
}

#[test]
fn a_loss_during_the_sweep_begins_it_again() {
    covered(|| {
        for _ in 0..4 {
            buy(BOB, SYNTH, AMOUNT);
        }
        lose(Risk::Synth, 10);
        block(room(0, 4));
        lose(Risk::Synth, 10);
        assert!(matches!(
            plan().sweep,
            Sweep::Running {
                after: Some(_),
                again: true
            }
        ));
        idle();
        assert_eq!(books().events, 0);
        assert_eq!(product(SYNTH).active, AMOUNT / 100 * 81 * 4);
    });
}

#[test]
fn a_block_does_a_bounded_part() {
    covered(|| {
        for _ in 0..60 {
            buy(BOB, SYNTH, AMOUNT / 100);
        }
        lose(Risk::Synth, 50);
        assert_eq!(block(Weight::MAX), room(0, u64::from(STEPS_PER_BLOCK)));
        assert!(books().events > 0);
        idle();
        assert_eq!(books().events, 0);
    });
}

/// Books that contradict each other keep nothing from covers, and are tried once a day.
#[test]
fn a_day_that_cannot_end_stops_no_payout() {
    new_test_ext().execute_with(|| {
        three_products();
        assert_ok!(Insurance::join(signed(ALICE), CAPITAL, 0));
        let id = buy(BOB, SYNTH, AMOUNT);
        lose(Risk::Synth, 10);
        Pool::<Test>::mutate(|books| books.per_day = Balance::MAX);
        wait(DAY);
        assert_eq!(block(Weight::MAX), room(1, 3));
        assert_eq!((cover(id).seen, books().paid, books().day), (1, AMOUNT / 10, FIRST_DAY));
        assert_eq!(block(Weight::MAX), room(0, 0));
        wait(DAY);
        assert_eq!(block(Weight::MAX), room(1, 0));
    });
}

/// It is not to be found, and the others are paid.
#[test]
fn a_cover_that_cannot_be_settled_stops_no_other() {
    new_test_ext().execute_with(|| {
        three_products();
        assert_ok!(Insurance::join(signed(ALICE), CAPITAL, 0));
        for _ in 0..3 {
            buy(BOB, SYNTH, AMOUNT);
        }
        lose(Risk::Synth, 10);
        Covers::<Test>::mutate(1, |cover| cover.as_mut().unwrap().product = 77);
        idle();
        assert_eq!((cover(0).seen, cover(2).seen), (1, 1));
    });
}

#[test]
fn an_ended_cover_with_an_open_claim_stays_until_it_is_decided() {
    covered(|| {
        assessors();
        let id = buy(BOB, VOTED, AMOUNT);
        days(29);
        wait(DAY);
        let number = submit(BOB, id, AMOUNT / 2);
        vote(EVE, number, Verdict::Accept);
        days(1);
        assert!(Covers::<Test>::contains_key(id));
        assert_eq!(books().active, 0);
        days(3);
        assert_ok!(finalise(number));
        assert_eq!(cover(id).amount, AMOUNT / 2);
        idle();
        assert!(!Covers::<Test>::contains_key(id));
    });
}
