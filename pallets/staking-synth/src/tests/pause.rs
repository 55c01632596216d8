// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[track_caller]
fn pause() {
    assert_ok!(Synth::pause_mints(RuntimeOrigin::root()));
}

#[test]
fn pause_mints_stops_mints_and_rebonds() {
    run(|| {
        start();
        redeem(ALICE, 10_000_000);
        next_era();
        System::reset_events();
        pause();
        assert_eq!(take_events(), [Event::MintsStopped { entry: Entry::Paused }]);
        assert_eq!(books().entry, Entry::Paused);
        assert_noop!(Synth::mint(signed(BOB), 1_000, 0), Error::MintsPaused);
        assert_noop!(Synth::rebond(signed(ALICE), 0), Error::MintsPaused);
        assert_eq!(Synth::quote_mint(1_000), None);
    });
}

#[test]
fn exits_work_during_a_pause() {
    run(|| {
        start();
        pause();
        redeem(ALICE, 10_000_000);
        redeem(ALICE, 1_000);
        assert_ok!(Synth::cancel(signed(ALICE), 1));
        assert_ok!(Synth::transfer_ticket(signed(ALICE), 0, BOB));
        assert_ok!(Synth::redeem_instant(signed(ALICE), 1_000_000, 0));
        (0..3).for_each(|_| next_era());
        assert_eq!(claim(0), 10_000_000);
    });
}

#[test]
fn upkeep_works_during_a_pause() {
    run(|| {
        start();
        pause();
        era_earning(100_000);
        assert_eq!(books().backing, 100_090_000);
        assert_eq!(books().entry, Entry::Paused);
    });
}

#[test]
fn resume_mints_opens_them_again() {
    run(|| {
        start();
        pause();
        System::reset_events();
        assert_ok!(Synth::resume_mints(RuntimeOrigin::root()));
        assert_eq!(take_events(), [Event::MintsResumed]);
        assert_eq!(mint(BOB, 1_000), 1_000);
    });
}

#[test]
fn a_second_pause_is_refused() {
    run(|| {
        start();
        pause();
        assert_noop!(Synth::pause_mints(RuntimeOrigin::root()), Error::AlreadyStopped);
    });
}

#[test]
fn a_pause_after_a_slash_that_stopped_mints_is_refused() {
    run(|| {
        start();
        slash(6_000_000);
        assert_noop!(Synth::pause_mints(RuntimeOrigin::root()), Error::AlreadyStopped);
    });
}

#[test]
fn resuming_open_mints_is_refused() {
    run(|| {
        assert_noop!(Synth::resume_mints(RuntimeOrigin::root()), Error::AlreadyOpen);
    });
}

#[test]
fn only_the_admin_pauses_and_resumes() {
    run(|| {
        assert_noop!(Synth::pause_mints(signed(ALICE)), DispatchError::BadOrigin);
        assert_noop!(Synth::pause_mints(RuntimeOrigin::none()), DispatchError::BadOrigin);
        pause();
        assert_noop!(Synth::resume_mints(signed(ALICE)), DispatchError::BadOrigin);
        assert_noop!(Synth::resume_mints(RuntimeOrigin::none()), DispatchError::BadOrigin);
    });
}
