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
        idle();
        assert_eq!(series(id).stage, Stage::Settled);
        assert_ok!(Options::redeem(signed(BOB), id, ONE_DOT));
        assert_ok!(Options::redeem(signed(CAROL), id, ONE_DOT));
        at(EXPIRY + HOUR + DAY);
        for _ in 0..6 {
            idle();
        }
        assert_eq!(
            (AllSeries::<Test>::iter().count(), Vaults::<Test>::iter().count()),
            (0, 0)
        );
        assert_eq!((usd(pot()), finch(pot())), (1, ED));
    });
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
        for _ in 0..3 {
            idle();
        }
        assert_eq!(series(id).fixing, None);
        assert_eq!(series(other).fixing, None);
        assert!(series(2).fixing.is_some());
        // Nor does it fill the blocks with events.
        assert!(!System::events()
            .iter()
            .any(|record| matches!(record.event, RuntimeEvent::Options(Event::StepSkipped { .. }))));
    });
}

#[test]
fn a_block_without_room_does_nothing() {
    run(|| {
        let id = a_margined_put();
        expire();
        let look = <() as WeightInfo>::idle_look();
        assert_eq!(Options::on_idle(1, Weight::zero()), Weight::zero());
        assert_eq!(Options::on_idle(1, look), look);
        assert_eq!(series(id).fixing, None);
        let fix = look + <() as WeightInfo>::fix_price();
        assert_eq!(Options::on_idle(1, fix), fix);
        assert!(series(id).fixing.is_some());
        at(EXPIRY + HOUR);
        assert_eq!(Options::on_idle(1, look), look);
        assert_eq!(series(id).stage, Stage::Live);
        let step = look + Options::weight_settle(IDLE_STEP);
        assert_eq!(Options::on_idle(1, step), step);
        assert_eq!(series(id).stage, Stage::Settled);
    });
}

#[test]
fn nothing_to_do_costs_a_look() {
    run(|| {
        let look = <() as WeightInfo>::idle_look();
        assert_eq!(Options::on_idle(1, Weight::MAX), look);
        a_put();
        assert_eq!(Options::on_idle(1, Weight::MAX), look);
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
        }
        idle();
        assert!(AllSeries::<Test>::get(id).is_none());
    });
}

#[test]
fn what_cannot_be_sent_is_not_tried_for_ever() {
    run(|| {
        let id = a_put();
        write(id, BOB, 5 * DOLLAR, ONE_DOT);
        assert_ok!(Assets::block(signed(ALICE), USD, BOB));
        let look = <() as WeightInfo>::idle_look();
        at(EXPIRY + DAY);
        assert_ne!(Options::on_idle(1, Weight::MAX), look);
        at(EXPIRY + DAY + IDLE_RELEASE);
        assert_eq!(Options::on_idle(1, Weight::MAX), look);
        assert_ok!(Assets::thaw(signed(ALICE), USD, BOB));
        assert_ok!(Options::settle(signed(KEEPER), id, 1));
    });
}

/// Books that contradict each other stop their own series only.
#[test]
fn a_step_that_fails_is_reported() {
    run(|| {
        let id = a_put();
        let other = a_call();
        AllSeries::<Test>::mutate(id, |series| series.as_mut().unwrap().flows.burned = 1);
        expire();
        idle();
        idle();
        assert!(System::events()
            .iter()
            .any(|record| matches!(record.event, RuntimeEvent::Options(Event::StepSkipped { .. }))));
        assert!(AllSeries::<Test>::get(other).is_none());
        AllSeries::<Test>::mutate(id, |series| series.as_mut().unwrap().flows.burned = 0);
    });
}
