// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

/// The text of an error is not kept in an event.
const BROKEN: DispatchError = DispatchError::Other("");

/// The idle time of a block in which so many steps have room.
fn idle_for(steps: u64) -> Weight {
    let step = House::step_weight(Stage::Finish) + <() as WeightInfo>::step_look();
    House::on_idle(1, <() as WeightInfo>::upkeep_idle() + step * steps)
}

#[test]
fn idle_blocks_take_an_auction_from_its_end_to_its_finish() {
    run(|| {
        let id = timed();
        bid(ALICE, id, 9, 600);
        bid(BOB, id, 7, 500);
        idle();
        assert!(matches!(auction(id).phase, Phase::Bidding(_)));
        end(id);
        idle();
        assert_eq!(FakeSeller::delivered(LOT, ALICE), (600, 10_200));
        assert_eq!(FakeSeller::delivered(LOT, BOB), (400, 6_800));
        assert_eq!(FakeSeller::endings(LOT), [0]);
        assert!(Auctions::<Test>::get(id).is_none() && Agenda::<Test>::get().is_empty());
        assert_eq!((held(ALICE), held(BOB)), (0, 0));
    });
}

#[test]
fn idle_without_auctions_costs_a_look() {
    run(|| {
        assert_eq!(House::on_idle(1, Weight::MAX), <() as WeightInfo>::upkeep_idle());
        timed();
        assert_eq!(House::on_idle(1, Weight::MAX), <() as WeightInfo>::upkeep_idle());
    });
}

#[test]
fn idle_without_room_does_nothing() {
    run(|| {
        let id = timed();
        end(id);
        let almost = <() as WeightInfo>::upkeep_idle() - Weight::from_parts(1, 0);
        assert_eq!(House::on_idle(1, almost), Weight::zero());
        let look = <() as WeightInfo>::upkeep_idle() + <() as WeightInfo>::step_look();
        assert_eq!(House::on_idle(1, look), look);
        assert!(matches!(auction(id).phase, Phase::Bidding(_)));
    });
}

#[test]
fn idle_never_uses_more_than_it_is_given() {
    run(|| {
        let id = timed();
        (0..20).for_each(|_| {
            bid(ALICE, id, 5, 10);
        });
        end(id);
        for steps in 0..100 {
            let limit = Weight::from_parts(7_777_777 * steps, 1_111 * steps);
            assert!(House::on_idle(1, limit).all_lte(limit));
        }
        assert!(Auctions::<Test>::get(id).is_none());
    });
}

#[test]
fn a_settlement_goes_on_where_the_last_block_stopped() {
    run(|| {
        let id = timed();
        (0..10).for_each(|_| {
            bid(ALICE, id, 5, 10);
        });
        end(id);
        idle_for(1);
        for open in (0..10).rev() {
            assert!(matches!(auction(id).phase, Phase::Settling(_)));
            idle_for(1);
            assert_eq!(auction(id).flows.open_bids(), open);
        }
        idle_for(1);
        assert_eq!(FakeSeller::endings(LOT), [900]);
    });
}

#[test]
fn a_long_settlement_does_not_hold_up_a_short_one() {
    run(|| {
        let long = timed();
        (0..50).for_each(|_| {
            bid(ALICE, long, 5, 10);
        });
        let short = timed();
        bid(BOB, short, 5, 10);
        end(short);
        // Each block has room for two steps.
        let mut blocks = 0;
        while Auctions::<Test>::contains_key(short) {
            idle_for(2);
            blocks += 1;
        }
        assert!(blocks <= 6, "{blocks}");
        assert!(auction(long).flows.open_bids() > 30);
        while Auctions::<Test>::contains_key(long) {
            idle_for(2);
        }
        assert_eq!(FakeSeller::endings(LOT).len(), 2);
    });
}

#[test]
fn a_bid_that_cannot_be_delivered_is_reported_and_does_not_stop_the_others() {
    run(|| {
        let id = timed();
        (0..5).for_each(|_| {
            bid(ALICE, id, 5, 10);
        });
        let stuck = bid(BOB, id, 5, 10);
        (0..5).for_each(|_| {
            bid(CHARLIE, id, 5, 10);
        });
        FakeSeller::set_unreachable(BOB, true);
        end(id);
        take_events();
        idle();
        let failed: Vec<_> = take_events()
            .into_iter()
            .filter(|event| matches!(event, Event::SettleFailed { .. }))
            .collect();
        assert_eq!(
            failed,
            [Event::SettleFailed {
                auction: id,
                bid: stuck,
                error: BROKEN
            }]
        );
        assert_eq!(auction(id).flows.open_bids(), 1);
        assert_eq!(held(BOB), 150);
        // Not in every block, but after an hour.
        pass(RETRY_AFTER - 1);
        idle();
        assert_eq!(take_events(), []);
        FakeSeller::set_unreachable(BOB, false);
        idle();
        assert_eq!(held(BOB), 150);
        pass(1);
        idle();
        assert_eq!((held(BOB), FakeSeller::delivered(LOT, BOB)), (0, (10, 150)));
        assert_eq!(FakeSeller::endings(LOT), [890]);
    });
}

#[test]
fn a_seller_that_does_not_accept_the_result_is_asked_again_after_an_hour() {
    run(|| {
        let id = timed();
        bid(ALICE, id, 5, 100);
        FakeSeller::set_broken(SellerCall::Closed, true);
        end(id);
        take_events();
        idle();
        assert_eq!(
            take_events(),
            [Event::StepFailed {
                auction: id,
                stage: Stage::Close,
                error: BROKEN
            }]
        );
        assert!(matches!(auction(id).phase, Phase::Bidding(_)));
        idle();
        assert_eq!(take_events(), []);
        pass(RETRY_AFTER);
        FakeSeller::set_broken(SellerCall::Closed, false);
        idle();
        assert_eq!(FakeSeller::delivered(LOT, ALICE), (100, 1_500));
        assert_eq!(FakeSeller::endings(LOT), [900]);
    });
}

#[test]
fn the_hook_refunds_when_the_grace_of_the_seller_is_over() {
    run(|| {
        let id = timed();
        bid(ALICE, id, 5, 100);
        FakeSeller::set_broken(SellerCall::Closed, true);
        end(id);
        for _ in 0..SELLER_GRACE / RETRY_AFTER {
            idle();
            assert_eq!(held(ALICE), 1_500);
            pass(RETRY_AFTER);
        }
        idle();
        assert_eq!((free(ALICE), held(ALICE)), (ENDOWMENT, 0));
        // The news that nothing was sold is still to be accepted.
        assert_eq!(auction(id).stage(Now::get()), Some(Stage::Finish));
        FakeSeller::set_broken(SellerCall::Closed, false);
        pass(RETRY_AFTER);
        idle();
        assert_eq!(FakeSeller::closings(LOT)[0].sold, 0);
        assert_eq!(FakeSeller::endings(LOT), [1_000]);
    });
}

#[test]
fn a_broken_finish_does_not_stop_other_auctions() {
    run(|| {
        let broken = falling();
        FakeSeller::set_broken(SellerCall::Finished, true);
        end(broken);
        take_events();
        idle();
        assert_eq!(
            take_events(),
            [Event::StepFailed {
                auction: broken,
                stage: Stage::Finish,
                error: BROKEN
            }]
        );
        let other = timed();
        bid(ALICE, other, 5, 100);
        FakeSeller::set_broken(SellerCall::Finished, false);
        pass(RETRY_AFTER);
        idle();
        assert_eq!(FakeSeller::endings(LOT), [1_000, 900]);
        assert!(Agenda::<Test>::get().is_empty());
    });
}

#[test]
fn an_appointment_without_an_auction_is_dropped() {
    run(|| {
        Agenda::<Test>::mutate(|agenda| agenda.try_insert(0, Appointment { at: 0, auction: 77 }).unwrap());
        idle();
        assert!(Agenda::<Test>::get().is_empty());
    });
}

#[test]
fn a_thousand_bids_are_settled_over_many_blocks() {
    run(|| {
        let sale = TimedSale {
            units: 5_000,
            min_bid: 1,
            ..TIMED
        };
        let id = House::open_timed(sale).unwrap();
        for number in 0..1_000u32 {
            let who = [ALICE, BOB, CHARLIE][number as usize % 3];
            bid(
                who,
                id,
                Tick::try_from(number % 256).unwrap(),
                1 + Balance::from(number % 13),
            );
        }
        end(id);
        let mut blocks = 0;
        while Auctions::<Test>::contains_key(id) {
            idle_for(20);
            blocks += 1;
        }
        assert!((50..60).contains(&blocks), "{blocks}");
        let delivered: Balance = [ALICE, BOB, CHARLIE]
            .map(|who| FakeSeller::delivered(LOT, who).0)
            .iter()
            .sum();
        assert_eq!(FakeSeller::endings(LOT), [5_000 - delivered]);
        assert_eq!([ALICE, BOB, CHARLIE].map(held), [0; 3]);
    });
}
