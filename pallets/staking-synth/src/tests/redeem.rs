// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn redeem_puts_a_ticket_into_the_open_batch() {
    run(|| {
        start();
        let before = books();
        assert_ok!(Synth::redeem(signed(ALICE), 10_000_000, 10_000_000));
        assert_eq!(
            take_events(),
            [Event::RedeemRequested {
                who: ALICE,
                ticket: 0,
                batch: 0,
                synth: 10_000_000,
                value: 10_000_000
            }]
        );
        assert_eq!(
            RedeemQueue::<Test>::get(),
            Queue {
                open: OpenBatch {
                    id: 0,
                    tickets: 1,
                    synth: 10_000_000,
                    value: 10_000_000
                },
                next_ticket: 1,
            }
        );
        assert_eq!(
            Tickets::<Test>::get(0),
            Some(Ticket {
                owner: ALICE,
                batch: 0,
                synth: 10_000_000,
                value: 10_000_000
            })
        );
        assert!(TicketsOf::<Test>::contains_key(ALICE, 0));
        assert_eq!(
            (synth(ALICE), synth(Synth::pot())),
            (BACKING - 1_000 - 10_000_000, 1_000 + 10_000_000)
        );
        assert_eq!(books(), before);
    });
}

#[test]
fn redeem_rounds_the_value_down_and_leaves_accrued_reward_out() {
    run(|| {
        start();
        era_earning(100_000);
        Staking::set_progress(Perbill::one());
        // 999 * 1.0009 = 999.8991
        redeem(ALICE, 999);
        assert_eq!(Tickets::<Test>::get(0).unwrap().value, 999);
        redeem(ALICE, 10_000_000);
        assert_eq!(Tickets::<Test>::get(1).unwrap().value, 10_009_000);
    });
}

#[test]
fn redeem_of_all_synth_is_accepted() {
    run(|| {
        start();
        redeem(ALICE, BACKING - 1_000);
        assert_eq!(synth(ALICE), 0);
        next_era();
        next_era();
        next_era();
        assert_eq!(claim(0), BACKING - 1_000);
        assert_eq!((books().backing, books().issuance), (1_000, 1_000));
    });
}

#[test]
fn redeem_of_zero_is_refused() {
    run(|| {
        assert_noop!(Synth::redeem(signed(ALICE), 0, 0), Error::AmountZero);
    });
}

#[test]
fn redeem_below_the_minimum_is_refused() {
    run(|| {
        start();
        assert_noop!(Synth::redeem(signed(ALICE), 9, 0), Error::BelowMinRedeem);
        assert_ok!(Synth::redeem(signed(ALICE), 10, 0));
    });
}

#[test]
fn redeem_below_the_limit_of_the_caller_is_refused() {
    run(|| {
        start();
        era_earning(100_000);
        assert_noop!(Synth::redeem(signed(ALICE), 1_000_000, 1_000_901), Error::BelowMinOut);
        assert_ok!(Synth::redeem(signed(ALICE), 1_000_000, 1_000_900));
    });
}

#[test]
fn redeem_above_the_balance_is_refused() {
    run(|| {
        start();
        assert_noop!(
            Synth::redeem(signed(ALICE), BACKING - 999, 0),
            Error::InsufficientBalance
        );
        assert_noop!(Synth::redeem(signed(BOB), 10, 0), Error::InsufficientBalance);
    });
}

#[test]
fn redeem_of_a_senseless_amount_is_refused() {
    run(|| {
        start();
        era_earning(100_000);
        assert_noop!(Synth::redeem(signed(ALICE), u128::MAX, 0), Error::Overflow);
    });
}

/// The assets pallet would drop the dust of a reaped account outside of the books.
#[test]
fn redeem_that_leaves_dust_is_refused() {
    run(|| {
        synth_minimum(100);
        mint(BOB, 1_000);
        assert_noop!(Synth::redeem(signed(BOB), 901, 0), Error::InsufficientBalance);
        redeem(BOB, 900);
        redeem(BOB, 100);
        assert_eq!(synth(BOB), 0);
    });
}

#[test]
fn redeem_needs_a_signature() {
    run(|| {
        assert_noop!(Synth::redeem(RuntimeOrigin::root(), 100, 0), DispatchError::BadOrigin);
        assert_noop!(Synth::redeem(RuntimeOrigin::none(), 100, 0), DispatchError::BadOrigin);
    });
}

#[test]
fn cancel_returns_the_synth_exactly() {
    run(|| {
        start();
        era_earning(77_777);
        let (before, had) = (books(), synth(ALICE));
        redeem(ALICE, 1_234_567);
        redeem(ALICE, 7_654_321);
        System::reset_events();
        assert_ok!(Synth::cancel(signed(ALICE), 0));
        assert_eq!(
            take_events(),
            [Event::Cancelled {
                who: ALICE,
                ticket: 0,
                synth: 1_234_567
            }]
        );
        assert_eq!(synth(ALICE), had - 7_654_321);
        assert_ok!(Synth::cancel(signed(ALICE), 1));
        assert_eq!((synth(ALICE), books()), (had, before));
        assert_eq!(RedeemQueue::<Test>::get().open, OpenBatch::default());
        assert_eq!(TicketsOf::<Test>::iter_key_prefix(ALICE).count(), 0);
    });
}

#[test]
fn a_ticket_number_is_never_used_again() {
    run(|| {
        start();
        redeem(ALICE, 1_000);
        assert_ok!(Synth::cancel(signed(ALICE), 0));
        assert_eq!(redeem(ALICE, 1_000), 1);
    });
}

#[test]
fn cancel_of_no_ticket_is_refused() {
    run(|| {
        assert_noop!(Synth::cancel(signed(ALICE), 0), Error::TicketNotFound);
        start();
        redeem(ALICE, 1_000);
        assert_ok!(Synth::cancel(signed(ALICE), 0));
        assert_noop!(Synth::cancel(signed(ALICE), 0), Error::TicketNotFound);
    });
}

#[test]
fn cancel_by_another_is_refused() {
    run(|| {
        start();
        redeem(ALICE, 1_000);
        assert_noop!(Synth::cancel(signed(BOB), 0), Error::NotTicketOwner);
    });
}

#[test]
fn cancel_after_the_batch_closed_is_refused() {
    run(|| {
        start();
        redeem(ALICE, 10_000_000);
        next_era();
        assert_noop!(Synth::cancel(signed(ALICE), 0), Error::BatchClosed);
        next_era();
        next_era();
        assert!(Settled::<Test>::contains_key(0));
        assert_noop!(Synth::cancel(signed(ALICE), 0), Error::BatchClosed);
    });
}

#[test]
fn cancel_needs_a_signature() {
    run(|| {
        assert_noop!(Synth::cancel(RuntimeOrigin::root(), 0), DispatchError::BadOrigin);
    });
}

#[test]
fn transfer_ticket_moves_the_ticket_and_the_index() {
    run(|| {
        start();
        redeem(ALICE, 1_000);
        System::reset_events();
        assert_ok!(Synth::transfer_ticket(signed(ALICE), 0, BOB));
        assert_eq!(
            take_events(),
            [Event::TicketTransferred {
                ticket: 0,
                from: ALICE,
                to: BOB
            }]
        );
        assert_eq!(Tickets::<Test>::get(0).unwrap().owner, BOB);
        assert!(!TicketsOf::<Test>::contains_key(ALICE, 0));
        assert!(TicketsOf::<Test>::contains_key(BOB, 0));
        assert_noop!(Synth::cancel(signed(ALICE), 0), Error::NotTicketOwner);
        assert_ok!(Synth::cancel(signed(BOB), 0));
        assert_eq!(synth(BOB), 1_000);
    });
}

#[test]
fn transfer_ticket_works_at_every_stage() {
    run(|| {
        start();
        redeem(ALICE, 10_000_000);
        assert_ok!(Synth::transfer_ticket(signed(ALICE), 0, BOB));
        next_era();
        assert_ok!(Synth::transfer_ticket(signed(BOB), 0, CHARLIE));
        next_era();
        next_era();
        assert!(Settled::<Test>::contains_key(0));
        assert_ok!(Synth::transfer_ticket(signed(CHARLIE), 0, BOB));
        assert_eq!(claim(0), 10_000_000);
        assert_eq!(native(BOB), ENDOWMENT + 10_000_000);
    });
}

#[test]
fn transfer_ticket_to_oneself_changes_nothing() {
    run(|| {
        start();
        redeem(ALICE, 1_000);
        assert_ok!(Synth::transfer_ticket(signed(ALICE), 0, ALICE));
        assert_eq!(Tickets::<Test>::get(0).unwrap().owner, ALICE);
        assert!(TicketsOf::<Test>::contains_key(ALICE, 0));
    });
}

#[test]
fn transfer_ticket_of_another_is_refused() {
    run(|| {
        start();
        redeem(ALICE, 1_000);
        assert_noop!(Synth::transfer_ticket(signed(BOB), 0, BOB), Error::NotTicketOwner);
        assert_noop!(Synth::transfer_ticket(signed(ALICE), 1, BOB), Error::TicketNotFound);
        assert_noop!(
            Synth::transfer_ticket(RuntimeOrigin::root(), 0, BOB),
            DispatchError::BadOrigin
        );
    });
}

#[test]
fn rebond_turns_a_waiting_ticket_into_synth() {
    run(|| {
        start();
        redeem(ALICE, 10_000_000);
        next_era();
        assert_eq!((books().backing, books().owed), (90_000_000, 10_000_000));
        System::reset_events();
        assert_ok!(Synth::rebond(signed(ALICE), 0));
        assert_eq!(
            take_events(),
            [Event::Rebonded {
                who: ALICE,
                ticket: 0,
                amount: 10_000_000,
                synth: 10_000_000
            }]
        );
        assert_eq!((books().backing, books().owed, books().issuance), (BACKING, 0, BACKING));
        assert_eq!(synth(ALICE), BACKING - 1_000);
        assert!(Unsettled::<Test>::get().is_empty());
        assert_eq!(
            (Tickets::<Test>::get(0), TicketsOf::<Test>::contains_key(ALICE, 0)),
            (None, false)
        );
        // What was unbonding for the ticket earns again: 3 % of the backing had come out of the buffer.
        next_era();
        happened(Event::Reactivated { amount: 9_700_000 });
        assert_eq!(
            (books().staked, books().buffer, books().idle),
            (97_000_000, 3_000_000, 0)
        );
    });
}

#[test]
fn rebond_pays_the_price_of_a_mint() {
    run(|| {
        start();
        era_earning(100_000);
        redeem(ALICE, 10_000_000);
        era_earning(100_000);
        Staking::set_progress(Perbill::one());
        let had = synth(ALICE);
        let quote = Synth::quote_mint(10_009_000).unwrap();
        assert_eq!(quote.accrued, 90_000);
        assert_ok!(Synth::rebond(signed(ALICE), 0));
        // 10_009_000 * 90_000_000 / (90_162_000 + 90_000) = 9_981_053.0; 9_000 that the ticket forwent are unreleased.
        assert_eq!((synth(ALICE) - had, quote.synth), (9_981_053, 9_981_053));
    });
}

#[test]
fn rebond_of_one_ticket_leaves_the_others_as_they_are() {
    run(|| {
        start();
        redeem(ALICE, 10_000_000);
        redeem(ALICE, 3_333_333);
        next_era();
        assert_ok!(Synth::rebond(signed(ALICE), 0));
        let batch = Unsettled::<Test>::get()[0];
        assert_eq!((batch.tickets, batch.value, batch.owed), (1, 3_333_333, 3_333_333));
        next_era();
        next_era();
        assert_eq!(claim(1), 3_333_333);
    });
}

#[test]
fn rebond_of_an_open_ticket_is_refused() {
    run(|| {
        start();
        redeem(ALICE, 1_000);
        assert_noop!(Synth::rebond(signed(ALICE), 0), Error::BatchOpen);
    });
}

#[test]
fn rebond_of_a_settled_ticket_is_refused() {
    run(|| {
        start();
        redeem(ALICE, 1_000);
        mint(BOB, 1_000);
        next_era();
        assert_noop!(Synth::rebond(signed(ALICE), 0), Error::BatchSettled);
    });
}

#[test]
fn rebond_of_another_is_refused() {
    run(|| {
        start();
        redeem(ALICE, 10_000_000);
        next_era();
        assert_noop!(Synth::rebond(signed(BOB), 0), Error::NotTicketOwner);
        assert_noop!(Synth::rebond(signed(ALICE), 1), Error::TicketNotFound);
        assert_noop!(Synth::rebond(RuntimeOrigin::root(), 0), DispatchError::BadOrigin);
    });
}
