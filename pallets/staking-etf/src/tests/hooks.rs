// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

const IDLE: fn() -> Weight = <() as WeightInfo>::idle;

#[test]
fn idle_without_work_costs_a_look() {
    run(|| {
        launched();
        assert_eq!(Etf::on_idle(1, Weight::MAX), IDLE());
        assert!(take_events().is_empty());
    });
}

#[test]
fn idle_without_room_does_nothing() {
    run(|| {
        universe();
        let almost = IDLE() - Weight::from_parts(1, 0);
        assert_eq!(Etf::on_idle(1, almost), Weight::zero());
        let almost = IDLE() + Etf::unit_weight(Unit::Month) - Weight::from_parts(1, 0);
        assert_eq!(Etf::on_idle(1, almost), IDLE());
        assert_eq!(Schedule::<Test>::get().month, None);
        assert_eq!(
            Etf::on_idle(1, IDLE() + Etf::unit_weight(Unit::Month)),
            IDLE() + Etf::unit_weight(Unit::Month)
        );
        assert_eq!(Schedule::<Test>::get().month, Some(0));
    });
}

#[test]
fn a_block_does_one_unit_and_a_poke_one_more() {
    run(|| {
        universe();
        block();
        block();
        assert_eq!(
            Listings::<Test>::iter_values()
                .filter(|listing| listing.samples > 0)
                .count(),
            1
        );
        let info = Etf::poke(signed(ALICE)).unwrap();
        assert_eq!(info.pays_fee, frame_support::dispatch::Pays::No);
        assert_eq!(info.actual_weight, Some(IDLE() + Etf::unit_weight(Unit::Sample)));
        assert_eq!(
            Listings::<Test>::iter_values()
                .filter(|listing| listing.samples > 0)
                .count(),
            2
        );
    });
}

#[test]
fn a_poke_without_work_pays_for_the_look() {
    run(|| {
        launched();
        let error = Etf::poke(signed(ALICE)).unwrap_err();
        assert_eq!(error.error, Error::NothingToDo.into());
        assert_eq!(error.post_info.actual_weight, Some(IDLE()));
        assert_noop!(Etf::poke(root()), DispatchError::BadOrigin);
    });
}

#[test]
fn the_month_comes_first_then_fees_then_samples_then_the_rebalance_then_the_pool() {
    run(|| {
        launched();
        Etf::reschedule(|agenda| {
            agenda.month_end = Now::get();
            agenda.accrue_at = Now::get();
            agenda.sample_at = 0;
            agenda.job_at = Some(0);
            agenda.allocate_at = Some(0);
        });
        let next = || Etf::next_unit(Now::get());
        assert_eq!(next(), Some(Unit::Month));
        Etf::reschedule(|agenda| agenda.month_end = Now::get() + 1);
        assert_eq!(next(), Some(Unit::Accrue));
        Etf::reschedule(|agenda| agenda.accrue_at = Now::get() + 1);
        assert_eq!(next(), Some(Unit::Sample));
        Etf::reschedule(|agenda| agenda.sample_at = Moment::MAX);
        assert_eq!(next(), Some(Unit::Rebalance));
        Etf::reschedule(|agenda| agenda.job_at = None);
        assert_eq!(next(), Some(Unit::Allocate));
        Etf::reschedule(|agenda| agenda.allocate_at = None);
        assert_eq!(next(), None);
    });
}

/// Breaks the books so that the unit fails, lets a block run, and expects a report and a later try.
#[track_caller]
fn put_off(unit: Unit, break_it: impl FnOnce(), check: impl FnOnce(Agenda)) {
    new_test_ext().execute_with(|| {
        launched();
        break_it();
        System::reset_events();
        let before = Holdings::<Test>::get();
        Etf::on_idle(1, Weight::MAX);
        let events = take_events();
        assert!(
            matches!(events[..], [Event::WorkFailed { unit: failed, .. }] if failed == unit),
            "{events:?}"
        );
        assert_eq!(Holdings::<Test>::get(), before);
        check(Schedule::<Test>::get());
        assert_eq!(Etf::on_idle(1, Weight::MAX), IDLE());
    });
}

#[test]
fn a_rebalance_that_fails_is_put_off() {
    let broken = || Etf::reschedule(|agenda| agenda.job_at = Some(0));
    put_off(Unit::Rebalance, broken, |agenda| {
        assert_eq!(agenda.job_at, Some(Now::get() + RETRY_AFTER))
    });
}

#[test]
fn an_allocation_that_fails_is_put_off() {
    let broken = || {
        Etf::reschedule(|agenda| agenda.allocate_at = Some(0));
        Allocation::<Test>::put(Pool {
            native: 50_000_000,
            spent: u128::MAX,
            ..Default::default()
        });
        assert_ok!(<Balances as frame_support::traits::fungible::Mutate<_>>::mint_into(
            &Etf::account_id(),
            50_000_000
        ));
    };
    put_off(Unit::Allocate, broken, |agenda| {
        assert_eq!(agenda.allocate_at, Some(Now::get() + RETRY_AFTER))
    });
}

#[test]
fn a_sample_that_fails_ends_its_round() {
    let broken = || Etf::put_off(Unit::Sample, Now::get());
    run(|| {
        universe();
        block();
        block();
        broken();
        let agenda = Schedule::<Test>::get();
        assert_eq!((agenda.cursor, agenda.sample_at), (None, Now::get() + HOUR));
    });
}

#[test]
fn a_month_and_an_accrual_that_fail_are_left_out() {
    run(|| {
        launched();
        let before = Members::<Test>::get();
        Now::set(&(5 * MONTH));
        Etf::put_off(Unit::Month, Now::get());
        Etf::put_off(Unit::Accrue, Now::get());
        let agenda = Schedule::<Test>::get();
        assert_eq!((agenda.month, agenda.accrued_at), (Some(5), Now::get()));
        assert_eq!(Members::<Test>::get(), before);
    });
}

/// 10,000 blocks in which everything that can fail fails.
#[test]
fn nothing_stalls_and_nothing_panics_when_everything_fails() {
    run(|| {
        launched();
        assert_ok!(Etf::allocate(root(), 50_000_000));
        feeds(4, [2_000_000, 1_000, 80, 20]);
        Market::set_broken(true);
        House::set_broken(true);
        for turn in 0..10_000u64 {
            later(600_000);
            if turn % 7 == 0 {
                FakeFeeds::set_price(1 + (turn % 5) as u32, Feed::Stale);
            } else if turn % 7 == 3 {
                market(1 + (turn % 5) as u32);
                Market::set_broken(true);
            }
            System::set_block_number(turn + 2);
            System::reset_events();
            Etf::on_idle(1, Weight::MAX);
        }
        let month = Schedule::<Test>::get().month.unwrap();
        assert_eq!(u64::from(month), Now::get() / MONTH);
        assert_ok!(Etf::redeem(signed(TREASURY), LAUNCH / 3));
        // And goes on when it does not fail any more.
        (1..=5).for_each(market);
        Market::set_broken(false);
        House::set_broken(false);
        samples(4);
        next_month();
        rebalanced();
        assert!(held(4) > 0);
    });
}

#[test]
fn every_weight_reckons_with_what_the_neighbours_cost() {
    use finch_ports::{AuctionHouse as _, Market as _, SellerCall};
    run(|| {
        let own = <() as WeightInfo>::slice_sell();
        let trade = Market::weight_trade() + Market::weight_quote();
        assert_eq!(Etf::unit_weight(Unit::Rebalance), own + trade + House::weight_open());
        assert_eq!(
            Etf::unit_weight(Unit::Allocate),
            <() as WeightInfo>::allocate_step(8) + trade * 8
        );
        assert_eq!(Etf::weight_issue_with(), <() as WeightInfo>::issue_with(8) + trade * 9);
        assert_eq!(Etf::weight_redeem_to(), <() as WeightInfo>::redeem_to(8) + trade * 9);
        assert_eq!(Etf::weight_poke(), IDLE() + <() as WeightInfo>::decide(64));
        assert_eq!(<Etf as AuctionSeller<_>>::weight(SellerCall::Deliver), own);
        assert_eq!(<Etf as AuctionSeller<_>>::weight(SellerCall::Finished), own);
        assert_eq!(<Etf as AuctionSeller<_>>::weight(SellerCall::MayBid), own);
        assert_eq!(<Etf as AuctionSeller<_>>::weight(SellerCall::Closed), Weight::zero());
    });
}

#[test]
fn calls_in_kind_give_back_the_weight_of_holdings_that_are_not_there() {
    run(|| {
        with_bob();
        assert_eq!(
            Etf::issue(signed(BOB), 1_000).unwrap().actual_weight,
            Some(<() as WeightInfo>::issue(3, 0))
        );
        assert_eq!(
            Etf::redeem(signed(BOB), 1_000).unwrap().actual_weight,
            Some(<() as WeightInfo>::redeem(3, 0))
        );
    });
}
