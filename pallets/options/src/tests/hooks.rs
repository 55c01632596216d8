// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

fn idle() {
    Options::on_idle(System::block_number(), Weight::MAX);
    System::set_block_number(System::block_number() + 1);
}

#[test]
fn blocks_fix_settle_release_and_close_by_themselves() {
    run(|| {
        let covered = a_put();
        write(covered, BOB, 5 * DOLLAR, ONE_DOT);
        let id = a_margined_put();
        write(id, BOB, 10 * FINCH, ONE_DOT);
        write(id, CAROL, 10 * FINCH, ONE_DOT);
        prices(3);
        idle();
        assert_eq!(series(id).fixing, None);
        expire();
        idle();
        assert_eq!(series(id).fixing.unwrap().at, EXPIRY);
        at(EXPIRY + HOUR);
        idle();
        assert_eq!(series(id).stage, Stage::Settled);
        assert_ok!(Options::redeem(signed(BOB), id, ONE_DOT));
        assert_ok!(Options::redeem(signed(CAROL), id, ONE_DOT));
        at(EXPIRY + HOUR + DAY);
        for _ in 0..2 {
            idle();
            at(Now::get() + 6_000);
        }
        assert_eq!(
            (AllSeries::<Test>::iter().count(), Vaults::<Test>::iter().count()),
            (0, 0)
        );
        assert_eq!((usd(pot()), finch(pot())), (1, ED));
    });
}

/// So many failed steps were reported.
fn skipped() -> usize {
    System::events()
        .iter()
        .filter(|record| matches!(record.event, RuntimeEvent::Options(Event::StepSkipped { .. })))
        .count()
}

#[test]
fn a_price_that_does_not_come_does_not_hold_the_others_up() {
    run(|| {
        let id = a_margined_put();
        let other = create(Coin::Asset(DOT), Kind::Put, 5, EXPIRY);
        assert_ok!(Options::create(
            root(),
            Coin::Asset(USD),
            NATIVE,
            Coin::Asset(USD),
            Kind::Put,
            micro(1_000_000),
            EXPIRY
        ));
        expire();
        stale();
        idle();
        assert_eq!((series(id).fixing, series(other).fixing), (None, None));
        assert!(series(2).fixing.is_some());
        // Nor does it fill the blocks with events.
        assert_eq!(skipped(), 0);
    });
}

#[test]
fn a_price_that_does_not_come_is_tried_again_after_a_minute() {
    run(|| {
        let id = a_margined_put();
        let look = <() as WeightInfo>::idle_look();
        expire();
        stale();
        idle();
        prices(5);
        at(EXPIRY + PRICE_RETRY - 1);
        assert_eq!(Options::on_idle(1, Weight::MAX), look);
        at(EXPIRY + PRICE_RETRY);
        idle();
        assert_eq!(series(id).fixing.unwrap().at, EXPIRY + PRICE_RETRY);
    });
}

/// No feed for ever: the last price that was seen, and everything goes on by itself.
#[test]
fn without_a_feed_the_idle_time_comes_to_an_end_too() {
    run(|| {
        let id = a_margined_put();
        write(id, BOB, 10 * FINCH, ONE_DOT);
        stale();
        at(EXPIRY + 14 * DAY);
        idle();
        assert_eq!(series(id).fixing.unwrap().source, Source::Reference);
        at(EXPIRY + 16 * DAY);
        for _ in 0..3 {
            idle();
            at(Now::get() + 6_000);
        }
        assert_eq!(AllSeries::<Test>::iter().count(), 0);
    });
}

#[test]
fn a_block_without_room_does_nothing() {
    run(|| {
        let id = a_margined_put();
        expire();
        let look = <() as WeightInfo>::idle_look();
        let turn = look + Options::weight_turn();
        assert_eq!(Options::on_idle(1, Weight::zero()), Weight::zero());
        assert_eq!(Options::on_idle(1, look), look);
        assert_eq!(series(id).fixing, None);
        assert_eq!(Options::on_idle(1, turn), turn);
        assert!(series(id).fixing.is_some());
        at(EXPIRY + HOUR);
        assert_eq!(Options::on_idle(1, look), look);
        assert_eq!(series(id).stage, Stage::Live);
        assert_eq!(Options::on_idle(1, turn), turn);
        assert_eq!(series(id).stage, Stage::Settled);
    });
}

#[test]
fn nothing_to_do_costs_a_look() {
    run(|| {
        let look = <() as WeightInfo>::idle_look();
        assert_eq!(Options::on_idle(1, Weight::MAX), look);
        assert_eq!(Options::first_appointment(), None);
        let id = a_put();
        assert_eq!(Options::on_idle(1, Weight::MAX), look);
        assert_eq!(
            Options::first_appointment(),
            Some(Appointment {
                at: EXPIRY + DAY,
                series: id
            })
        );
    });
}

#[test]
fn writers_and_holders_leave_the_agenda_alone() {
    run(|| {
        let (id, margined) = (a_call(), a_margined_put());
        let before = (
            Options::first_appointment(),
            Agenda::<Test>::iter_keys().collect::<Vec<_>>(),
        );
        write(id, BOB, 2 * ONE_DOT, 2 * ONE_DOT);
        write(margined, BOB, 10 * FINCH, ONE_DOT);
        assert_ok!(Options::exercise(signed(BOB), id, ONE_DOT));
        assert_ok!(Options::burn(signed(BOB), id, ONE_DOT));
        assert_ok!(Options::withdraw(signed(BOB), margined, FINCH));
        assert_eq!(
            (
                Options::first_appointment(),
                Agenda::<Test>::iter_keys().collect::<Vec<_>>()
            ),
            before
        );
    });
}

/// Four series in a block, each once, the longest waiting first.
#[test]
fn a_block_moves_a_few_series_only() {
    run(|| {
        let ids: Vec<_> = (0..6u32)
            .map(|more| create(NATIVE, Kind::Put, 5, EXPIRY - u64::from(more)))
            .collect();
        expire();
        let look = <() as WeightInfo>::idle_look();
        assert_eq!(Options::on_idle(1, Weight::MAX), look + Options::weight_turn() * 4);
        let fixed: Vec<_> = ids.iter().map(|id| series(*id).fixing.is_some()).collect();
        assert_eq!(fixed, [false, false, true, true, true, true]);
        assert_eq!(Options::on_idle(1, Weight::MAX), look + Options::weight_turn() * 2);
        assert_eq!(Options::on_idle(1, Weight::MAX), look);
    });
}

#[test]
fn the_last_holder_to_redeem_lets_the_series_be_closed() {
    run(|| {
        let id = a_margined_put();
        write(id, BOB, 10 * FINCH, ONE_DOT);
        prices(3);
        settled(id);
        at(EXPIRY + HOUR + DAY);
        idle();
        // It waits for its holders without an appointment.
        assert_eq!((series(id).vaults, series(id).next), (0, None));
        let look = <() as WeightInfo>::idle_look();
        assert_eq!(Options::on_idle(1, Weight::MAX), look);
        at(EXPIRY + 90 * DAY);
        assert_ok!(Options::redeem(signed(BOB), id, ONE_DOT / 2));
        assert_eq!(series(id).next, None);
        assert_ok!(Options::redeem(signed(BOB), id, ONE_DOT - ONE_DOT / 2));
        at(Now::get() + 6_000);
        idle();
        assert!(AllSeries::<Test>::get(id).is_none());
    });
}

#[test]
fn a_block_moves_a_few_vaults_only() {
    run(|| {
        let id = a_call();
        for who in 3_000..3_012 {
            assert_ok!(Balances::force_set_balance(root(), who, FINCH));
            assert_ok!(Assets::transfer(signed(ALICE), DOT, who, 100));
            write(id, who, 10, 10);
        }
        at(EXPIRY + DAY);
        for left in [7, 2, 0] {
            idle();
            assert_eq!(series(id).vaults, left);
            // Not twice in a block, however much room there is.
            idle();
            assert_eq!(series(id).vaults, left);
            at(Now::get() + 6_000);
        }
        idle();
        assert!(AllSeries::<Test>::get(id).is_none());
    });
}

#[test]
fn what_cannot_be_sent_is_tried_once_a_day_for_a_week() {
    run(|| {
        let id = a_put();
        write(id, BOB, 5 * DOLLAR, ONE_DOT);
        assert_ok!(Assets::block(signed(ALICE), USD, BOB));
        let look = <() as WeightInfo>::idle_look();
        at(EXPIRY + DAY);
        let mut tries = 0;
        while Now::get() < EXPIRY + 30 * DAY {
            tries += u32::from(Options::on_idle(1, Weight::MAX) != look);
            at(Now::get() + HOUR);
        }
        // A day and a millisecond apart.
        assert_eq!(tries, 7);
        assert_eq!((series(id).next, series(id).vaults), (None, 1));
        assert_ok!(Assets::thaw(signed(ALICE), USD, BOB));
        assert_ok!(Options::settle(signed(KEEPER), id, 1));
        // The rest goes by itself again.
        at(Now::get() + 6_000);
        idle();
        assert!(AllSeries::<Test>::get(id).is_none());
    });
}

/// Books that contradict each other stop their own series only, and not every block.
#[test]
fn a_step_that_fails_is_reported_and_tried_again_a_day_later() {
    run(|| {
        let id = a_put();
        let other = a_call();
        AllSeries::<Test>::mutate(id, |series| series.as_mut().unwrap().flows.burned = 1);
        at(EXPIRY + DAY);
        idle();
        assert!(AllSeries::<Test>::get(other).is_none());
        for _ in 0..3 {
            at(Now::get() + 6_000);
            idle();
        }
        assert_eq!(skipped(), 1);
        AllSeries::<Test>::mutate(id, |series| series.as_mut().unwrap().flows.burned = 0);
        at(EXPIRY + 2 * DAY);
        idle();
        assert!(AllSeries::<Test>::get(id).is_none());
        assert_eq!(Options::first_appointment(), None);
    });
}

#[test]
fn an_appointment_with_nobody_stops_nobody() {
    run(|| {
        let id = a_margined_put();
        Options::move_appointment(9, None, Some(EXPIRY - 1));
        expire();
        idle();
        happened(Event::StepSkipped {
            series: 9,
            error: Error::NoSeries.into(),
        });
        assert!(series(id).fixing.is_some());
        assert_eq!(Agenda::<Test>::iter_keys().count(), 1);
    });
}
