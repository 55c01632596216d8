// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

/// Alice has a ticket of 10_000_000 and one of 5_000_000 that Bob's deposit has settled.
#[track_caller]
fn settled() {
    start();
    redeem(ALICE, 10_000_000);
    redeem(ALICE, 5_000_000);
    mint(BOB, 15_000_000);
    next_era();
    assert_eq!(books().settled, 15_000_000);
    System::reset_events();
}

#[test]
fn claim_pays_the_ticket() {
    run(|| {
        settled();
        let before = native(ALICE);
        assert_ok!(Synth::claim(signed(ALICE), 0));
        assert_eq!(
            take_events(),
            [Event::Claimed {
                who: ALICE,
                ticket: 0,
                amount: 10_000_000
            }]
        );
        assert_eq!(native(ALICE), before + 10_000_000);
        assert_eq!((books().settled, books().flows.claimed), (5_000_000, 10_000_000));
        assert_eq!(
            Settled::<Test>::get(0),
            Some(SettledBatch {
                value: 15_000_000,
                paid: 15_000_000,
                left: 5_000_000,
                tickets: 1
            })
        );
        assert_eq!(
            (Tickets::<Test>::get(0), TicketsOf::<Test>::contains_key(ALICE, 0)),
            (None, false)
        );
    });
}

#[test]
fn the_last_claim_removes_the_batch() {
    run(|| {
        settled();
        claim(1);
        claim(0);
        assert_eq!(Settled::<Test>::iter().count(), 0);
        assert_eq!((books().settled, books().flows.claimed), (0, 15_000_000));
        assert_eq!(Tickets::<Test>::iter().count(), 0);
    });
}

#[test]
fn claim_by_anybody_pays_the_owner() {
    run(|| {
        settled();
        let (alice, charlie) = (native(ALICE), native(CHARLIE));
        assert_ok!(Synth::claim(signed(CHARLIE), 0));
        assert_eq!((native(ALICE), native(CHARLIE)), (alice + 10_000_000, charlie));
    });
}

#[test]
fn claim_pays_the_new_owner_of_a_ticket() {
    run(|| {
        settled();
        assert_ok!(Synth::transfer_ticket(signed(ALICE), 0, BOB));
        let bob = native(BOB);
        assert_ok!(Synth::claim(signed(ALICE), 0));
        assert_eq!(native(BOB), bob + 10_000_000);
    });
}

#[test]
fn claim_brings_an_account_to_life() {
    run(|| {
        settled();
        assert_ok!(Synth::transfer_ticket(signed(ALICE), 0, 99));
        assert_eq!(claim(0), 10_000_000);
        assert_eq!(native(99), 10_000_000);
    });
}

#[test]
fn claim_of_an_open_ticket_is_refused() {
    run(|| {
        start();
        redeem(ALICE, 1_000);
        assert_noop!(Synth::claim(signed(ALICE), 0), Error::NotSettled);
    });
}

#[test]
fn claim_of_a_waiting_ticket_is_refused() {
    run(|| {
        start();
        redeem(ALICE, 10_000_000);
        next_era();
        assert_noop!(Synth::claim(signed(ALICE), 0), Error::NotSettled);
    });
}

#[test]
fn claim_of_no_ticket_is_refused() {
    run(|| {
        settled();
        claim(0);
        assert_noop!(Synth::claim(signed(ALICE), 0), Error::TicketNotFound);
        assert_noop!(Synth::claim(signed(ALICE), 2), Error::TicketNotFound);
    });
}

#[test]
fn claim_needs_a_signature() {
    run(|| {
        settled();
        assert_noop!(Synth::claim(RuntimeOrigin::root(), 0), DispatchError::BadOrigin);
        assert_noop!(Synth::claim(RuntimeOrigin::none(), 0), DispatchError::BadOrigin);
    });
}

#[test]
fn a_slash_after_the_settlement_does_not_touch_a_ticket() {
    run(|| {
        settled();
        slash(50_000_000);
        assert_eq!(claim(0), 10_000_000);
        assert_eq!(claim(1), 5_000_000);
    });
}

#[test]
fn a_reward_during_the_wait_does_not_raise_a_ticket() {
    run(|| {
        start();
        redeem(ALICE, 10_000_000);
        era_earning(100_000);
        era_earning(100_000);
        era_earning(100_000);
        assert_eq!(claim(0), 10_000_000);
    });
}
