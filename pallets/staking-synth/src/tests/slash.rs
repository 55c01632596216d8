// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;
use finch_ports::{Loss, OnEra, OnSlash, Risk};
use finch_testkit::FakeLosses;

/// A staking system whose slashes nobody hears of.
struct Deaf;

impl OnSlash<AccountId> for Deaf {
    fn on_slash(_: &AccountId, _: Balance) {}
}
impl OnEra for Deaf {
    fn on_era() {}
}

/// One batch of 10_000_000 waits beside a backing of 90_000_000.
#[track_caller]
fn waiting() {
    start();
    redeem(ALICE, 10_000_000);
    next_era();
    System::reset_events();
}

fn payout(ticket: TicketId) -> Balance {
    Synth::redeem_status(ticket).unwrap().payout
}

/// What is left of `claim` after its share of a loss, rounded down.
fn fair(claim: Balance, loss: Balance, at_risk: Balance) -> Balance {
    claim - (claim * loss).div_ceil(at_risk)
}

#[test]
fn a_slash_falls_on_holders_and_queue_pro_rata() {
    run(|| {
        waiting();
        slash(4_000_000);
        let rate = rate(86_400_000, 90_000_000);
        assert_eq!(
            take_events(),
            [Event::Slashed {
                amount: 4_000_000,
                holders: 3_600_000,
                queue: 400_000,
                rate
            }]
        );
        assert_eq!((books().backing, books().owed), (86_400_000, 9_600_000));
        assert_eq!((books().staked, books().flows.slashed), (93_000_000, 4_000_000));
        assert_eq!(payout(0), 9_600_000);
        next_era();
        next_era();
        assert_eq!(claim(0), 9_600_000);
    });
}

#[test]
fn a_slash_closes_the_open_batch_and_shares_it_out() {
    run(|| {
        start();
        redeem(ALICE, 10_000_000);
        System::reset_events();
        slash(4_000_000);
        assert_eq!(
            take_events()[0],
            Event::BatchClosed {
                batch: 0,
                tickets: 1,
                synth: 10_000_000,
                owed: 10_000_000
            }
        );
        assert_eq!(payout(0), 9_600_000);
        // Who comes after the slash has a batch of its own and loses nothing.
        redeem(ALICE, 1_000_000);
        assert_eq!((payout(1), Tickets::<Test>::get(1).unwrap().batch), (960_000, 1));
        assert_noop!(Synth::cancel(signed(ALICE), 0), Error::BatchClosed);
    });
}

#[test]
fn a_slash_is_shared_to_one_planck_by_every_ticket_and_holder() {
    for loss in [1, 2, 999, 1_234_567, 4_999_999, 33_333_333] {
        run(|| {
            start();
            era_earning(77_777);
            let values: Vec<_> = [[3_333_333, 1_111_111], [777, 20_000_001], [555_555, 4_321]]
                .into_iter()
                .flat_map(|batch| {
                    let values = batch.map(|synth| Tickets::<Test>::get(redeem(ALICE, synth)).unwrap().value);
                    if batch[0] != 555_555 {
                        next_era();
                    }
                    values
                })
                .collect();
            assert_eq!(
                (Unsettled::<Test>::get().len(), RedeemQueue::<Test>::get().open.tickets),
                (2, 2)
            );
            let (held, at_risk) = (worth(synth(ALICE)), books().backing + books().owed);
            slash(loss);
            assert!(worth(synth(ALICE)).abs_diff(fair(held, loss, at_risk)) <= 1);
            let payouts: Vec<_> = (0..6).map(payout).collect();
            for (value, payout) in values.iter().zip(&payouts) {
                assert!(
                    payout.abs_diff(fair(*value, loss, at_risk)) <= 1,
                    "{loss}: {value} pays {payout}"
                );
            }
            (0..4).for_each(|_| next_era());
            assert_eq!((0..6).map(claim).collect::<Vec<_>>(), payouts);
        });
    }
}

#[test]
fn slashes_one_after_the_other_add_up() {
    run(|| {
        waiting();
        slash(4_000_000);
        slash(4_800_000);
        assert_eq!((books().backing, books().owed), (82_080_000, 9_120_000));
        assert_eq!(payout(0), 9_120_000);
    });
}

#[test]
fn the_dust_of_a_slashed_batch_goes_back_to_the_holders() {
    run(|| {
        start();
        for _ in 0..3 {
            redeem(ALICE, 3_333_333);
        }
        next_era();
        slash(1_234_580);
        assert_eq!(books().owed, 9_876_542);
        next_era();
        next_era();
        let backing = books().backing;
        assert_eq!((claim(0), claim(1), claim(2)), (3_292_180, 3_292_180, 3_292_180));
        assert_eq!((books().backing - backing, books().settled), (2, 0));
    });
}

#[test]
fn a_slash_of_five_percent_does_not_stop_mints() {
    run(|| {
        waiting();
        slash(5_000_000);
        assert_eq!(books().entry, Entry::Open);
        mint(BOB, 1_000);
        assert_ok!(Synth::rebond(signed(ALICE), 0));
    });
}

#[test]
fn a_slash_above_five_percent_stops_mints_and_rebonds() {
    run(|| {
        waiting();
        slash(5_000_001);
        assert_eq!(books().entry, Entry::Halted);
        happened(Event::MintsStopped { entry: Entry::Halted });
        assert_noop!(Synth::mint(signed(BOB), 1_000, 0), Error::MintsHalted);
        assert_noop!(Synth::rebond(signed(ALICE), 0), Error::MintsHalted);
        assert_ok!(Synth::resume_mints(RuntimeOrigin::root()));
        mint(BOB, 1_000);
    });
}

#[test]
fn exits_work_after_a_slash_that_stopped_mints() {
    run(|| {
        waiting();
        slash(50_000_000);
        assert_eq!(books().entry, Entry::Halted);
        assert_eq!(redeem(ALICE, 1_000_000), 1);
        assert_ok!(Synth::cancel(signed(ALICE), 1));
        assert_ok!(Synth::transfer_ticket(signed(ALICE), 0, BOB));
        assert_ok!(Synth::redeem_instant(signed(ALICE), 1_000_000, 0));
        next_era();
        next_era();
        assert_eq!(claim(0), 5_000_000);
    });
}

#[test]
fn a_large_slash_leaves_a_pause_a_pause() {
    run(|| {
        start();
        assert_ok!(Synth::pause_mints(RuntimeOrigin::root()));
        slash(50_000_000);
        assert_eq!(books().entry, Entry::Paused);
    });
}

#[test]
fn unreleased_reward_bears_a_slash_first() {
    run(|| {
        start();
        // 900_000 net, of which 100_000 count at once.
        era_earning(1_000_000);
        let rate = Synth::rate().unwrap();
        assert_eq!(books().unreleased, 800_000);
        System::reset_events();
        slash(600_000);
        assert_eq!(
            take_events(),
            [Event::Slashed {
                amount: 600_000,
                holders: 0,
                queue: 0,
                rate
            }]
        );
        assert_eq!((books().unreleased, Synth::rate().unwrap()), (200_000, rate));
        assert_eq!(FakeLosses::take(), []);
        slash(300_000);
        assert_eq!((books().unreleased, books().backing), (0, 100_000_000));
        assert_eq!(
            FakeLosses::take(),
            [Loss {
                risk: Risk::Synth,
                lost: 100_000,
                of: 100_100_000,
            }]
        );
    });
}

#[test]
fn due_fees_bear_a_slash_last() {
    run(|| {
        start();
        era_earning(100_000_000);
        assert_eq!(
            (books().fees_due, books().backing, books().unreleased),
            (10_000_000, 100_100_000, 89_900_000)
        );
        slash(197_000_000);
        let after = books();
        assert_eq!((after.fees_due, after.backing, after.unreleased), (3_000_000, 0, 0));
        assert_eq!((after.staked, after.buffer), (0, 3_000_000));
    });
}

#[test]
fn a_slash_of_another_stash_or_of_nothing_is_ignored() {
    run(|| {
        start();
        let before = books();
        Synth::on_slash(&BOB, 1_000_000);
        Synth::on_slash(&Synth::stash(), 0);
        assert_eq!((books(), take_events()), (before, vec![]));
    });
}

#[test]
fn a_slash_that_nobody_reported_shows_at_the_next_accounting() {
    run(|| {
        waiting();
        FakeStaking::<Balances, Deaf>::slash(Synth::stash(), 4_000_000);
        assert_eq!(books().staked, 97_000_000);
        next_era();
        let rate = rate(86_400_000, 90_000_000);
        happened(Event::Slashed {
            amount: 4_000_000,
            holders: 3_600_000,
            queue: 400_000,
            rate,
        });
        assert_eq!((books().staked, payout(0)), (93_000_000, 9_600_000));
    });
}

/// Everything is staked and slashed: the buffer was redeemed before.
#[track_caller]
fn wiped_out() {
    start();
    assert_ok!(Synth::redeem_instant(signed(ALICE), 3_000_000, 0));
    redeem(ALICE, 10_000_000);
    slash(97_000_000);
    assert_eq!((books().backing, books().owed, books().staked), (0, 0, 0));
}

#[test]
fn after_a_total_loss_there_is_no_rate_to_convert_at() {
    run(|| {
        wiped_out();
        assert_eq!(Synth::rate().unwrap(), FixedU128::zero());
        assert_noop!(Synth::mint(signed(BOB), 1_000, 0), Error::MintsHalted);
        assert_ok!(Synth::resume_mints(RuntimeOrigin::root()));
        assert_noop!(Synth::mint(signed(BOB), 1_000, 0), Error::NoBacking);
        assert_noop!(Synth::rebond(signed(ALICE), 0), Error::NoBacking);
        assert_noop!(Synth::redeem(signed(ALICE), 1_000_000, 0), Error::BelowMinRedeem);
        assert_noop!(Synth::redeem_instant(signed(ALICE), 1_000_000, 0), Error::AmountZero);
        assert_eq!((Synth::quote_mint(1_000), Synth::quote_redeem(1_000_000)), (None, None));
    });
}

#[test]
fn after_a_total_loss_claims_pay_nothing_and_upkeep_goes_on() {
    run(|| {
        wiped_out();
        System::reset_events();
        next_era();
        assert!(!take_events()
            .iter()
            .any(|event| matches!(event, Event::UpkeepFailed { .. })));
        assert_eq!(claim(0), 0);
        assert_eq!(Tickets::<Test>::iter().count(), 0);
        next_era();
    });
}

#[test]
fn rebond_after_a_slash_turns_back_what_is_left() {
    run(|| {
        waiting();
        slash(4_000_000);
        System::reset_events();
        assert_ok!(Synth::rebond(signed(ALICE), 0));
        assert_eq!(
            take_events(),
            [Event::Rebonded {
                who: ALICE,
                ticket: 0,
                amount: 9_600_000,
                synth: 10_000_000
            }]
        );
        assert_eq!((books().backing, books().owed), (96_000_000, 0));
    });
}

#[test]
fn rebonds_of_a_slashed_batch_leave_no_dust() {
    run(|| {
        start();
        for _ in 0..3 {
            redeem(ALICE, 3_333_333);
        }
        next_era();
        slash(1_234_580);
        let backing = books().backing;
        for ticket in 0..3 {
            assert_ok!(Synth::rebond(signed(ALICE), ticket));
        }
        assert_eq!((books().owed, books().backing), (0, backing + 9_876_542));
        assert!(Unsettled::<Test>::get().is_empty());
    });
}

#[test]
fn a_batch_that_could_not_close_pays_the_lower_of_request_and_settlement() {
    run(|| {
        start();
        Staking::set_broken(true);
        for _ in 0..MAX_BATCHES {
            redeem(ALICE, 1_000_000);
            next_era();
        }
        redeem(ALICE, 1_000_000);
        next_era();
        assert_eq!(
            (Unsettled::<Test>::get().len(), RedeemQueue::<Test>::get().open.tickets),
            (64, 1)
        );
        slash(10_000_000);
        assert_eq!(RedeemQueue::<Test>::get().open.tickets, 1);
        Staking::set_broken(false);
        (0..6).for_each(|_| next_era());
        for ticket in 0..=u64::from(MAX_BATCHES) {
            assert_eq!(claim(ticket), 900_000);
        }
    });
}

#[test]
fn what_falls_on_holders_and_queue_is_reported_at_once() {
    run(|| {
        waiting();
        assert_eq!(FakeLosses::take(), []);
        slash(4_000_000);
        assert_eq!(
            FakeLosses::take(),
            [Loss {
                risk: Risk::Synth,
                lost: 4_000_000,
                of: 100_000_000,
            }]
        );
    });
}
