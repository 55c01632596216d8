// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn pause_stops_bids_and_purchases() {
    run(|| {
        let (timed, falling) = (timed(), falling());
        take_events();
        assert_ok!(House::pause(RuntimeOrigin::root()));
        assert_eq!(take_events(), [Event::EntriesPaused]);
        assert_noop!(House::bid(signed(ALICE), timed, 0, 10), Error::Paused);
        assert_noop!(House::buy(signed(ALICE), falling, 10, price(2_000)), Error::Paused);
        assert_eq!(House::quote_bid(timed, 0, 10), None);
        assert_eq!(House::quote_buy(falling, 10), None);
    });
}

#[test]
fn exits_work_during_a_pause() {
    run(|| {
        let id = timed();
        let cancelled = bid(ALICE, id, 5, 100);
        let claimed = bid(BOB, id, 5, 100);
        assert_ok!(House::pause(RuntimeOrigin::root()));
        assert_ok!(House::cancel_bid(signed(ALICE), id, cancelled));
        close(id);
        assert_ok!(House::claim(signed(BOB), id, claimed));
        idle();
        assert_eq!(FakeSeller::endings(LOT), [900]);
    });
}

#[test]
fn resume_opens_them_again() {
    run(|| {
        let id = timed();
        assert_ok!(House::pause(RuntimeOrigin::root()));
        take_events();
        assert_ok!(House::resume(RuntimeOrigin::root()));
        assert_eq!(take_events(), [Event::EntriesResumed]);
        assert_ok!(House::bid(signed(ALICE), id, 0, 10));
    });
}

#[test]
fn a_second_pause_or_resume_is_refused() {
    run(|| {
        assert_noop!(House::resume(RuntimeOrigin::root()), Error::AlreadyOpen);
        assert_ok!(House::pause(RuntimeOrigin::root()));
        assert_noop!(House::pause(RuntimeOrigin::root()), Error::AlreadyPaused);
    });
}

#[test]
fn only_the_admin_pauses_and_resumes() {
    run(|| {
        assert_noop!(House::pause(signed(ALICE)), DispatchError::BadOrigin);
        assert_noop!(House::resume(signed(ALICE)), DispatchError::BadOrigin);
        assert_noop!(House::pause(RuntimeOrigin::none()), DispatchError::BadOrigin);
    });
}
