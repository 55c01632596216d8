// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Exploits of others, named after them, and what the property runs found here. The loops run `FINCH_CASES` times.

use super::{model::floor, *};
use crate::Call;
use finch_ports::StakingBackend;
use frame_support::{
    storage::with_transaction_unchecked,
    traits::{
        fungible::Mutate,
        fungibles,
        tokens::Preservation::{Expendable, Preserve},
    },
    weights::WeightMeter,
};
use sp_runtime::{traits::Dispatchable, TransactionOutcome};

fn cases() -> u32 {
    std::env::var("FINCH_CASES").map_or(10_000, |text| text.parse().expect("FINCH_CASES is a number"))
}

/// Numbers for seeded loops (splitmix64).
struct Seeded(u64);

impl Seeded {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From `low` to `high`, both included.
    fn within(&mut self, low: u64, high: u64) -> u128 {
        u128::from(low + self.next() % (high - low + 1))
    }

    /// From 1 to about 5e17, all magnitudes alike.
    fn amount(&mut self) -> u128 {
        let shift = u32::try_from(self.within(5, 60)).unwrap();
        u128::from(self.next() >> shift).max(1)
    }
}

fn single_planck() {
    MinDeposit::set(&1);
    MinRedeem::set(&1);
}

fn call(who: AccountId, call: Call<Test>) -> bool {
    RuntimeCall::Synth(call).dispatch(signed(who)).is_ok()
}

fn donate(from: AccountId, to: AccountId, amount: Balance) {
    <Balances as Mutate<_>>::transfer(&from, &to, amount, Preserve).unwrap();
}

fn donate_synth(from: AccountId, amount: Balance) {
    <Assets as fungibles::Mutate<_>>::transfer(SYNTH, &from, &Synth::pot(), amount, Expendable).unwrap();
}

/// The native that a ticket promises.
fn value(ticket: TicketId) -> Balance {
    Tickets::<Test>::get(ticket).unwrap().value
}

/// Resupply, June 2025: money sent to an empty vault blew up its exchange rate.
#[test]
fn resupply_2025_donation_does_not_move_the_rate() {
    run(|| {
        let quotes = || {
            (
                Synth::rate().unwrap(),
                Synth::quote_mint(12_345),
                Synth::quote_redeem(1_000),
            )
        };
        let before = (books(), quotes());
        donate(BOB, Synth::pot(), ENDOWMENT / 4);
        donate(BOB, Synth::stash(), ENDOWMENT / 4);
        assert_eq!(before, (books(), quotes()));
        assert_eq!(mint(ALICE, 12_345), 12_345);

        // Nor does upkeep take it in, nor synth that is sent to the pot.
        mint(BOB, 100_000);
        donate_synth(BOB, 100_000);
        next_era();
        next_era();
        assert_eq!(
            (Synth::rate().unwrap(), books().backing),
            (FixedU128::one(), 1_000 + 12_345 + 100_000)
        );
        let ticket = redeem(ALICE, 12_345);
        assert_eq!(value(ticket), 12_345);
    });
}

/// Balancer, November 2025: many swaps of a few wei, each rounded in the swapper's favour. Here 1 to 100 planck go in
/// and out again, through the queue and at once, at rates that rewards and slashes have made uneven.
#[test]
fn balancer_2025_tiny_round_trips_never_gain() {
    let mut seeded = Seeded(20_251_103);
    for _ in 0..cases().div_ceil(2_000) {
        new_test_ext().execute_with(|| {
            single_planck();
            mint(BOB, seeded.amount() + 10_000);
            next_era();
            for _ in 0..20 {
                let before = native(ALICE);
                for _ in 0..100 {
                    round_trip(&mut seeded);
                }
                let stake = Staking::stake(&Synth::stash());
                if seeded.within(0, 3) == 0 {
                    slash(stake.total * seeded.within(0, 40) / 1_000);
                }
                era_earning(stake.active * seeded.within(0, 900) / 1_000_000);
                next_era();
                next_era();
                next_era();
                for (ticket, _) in Synth::tickets_of(&ALICE) {
                    claim(ticket);
                }
                assert!(native(ALICE) <= before, "{} planck gained", native(ALICE) - before);
                System::reset_events();
                let _ = Synth::resume_mints(RuntimeOrigin::root());
            }
            Synth::do_try_state().unwrap();
        });
    }
}

#[track_caller]
fn round_trip(seeded: &mut Seeded) {
    let amount = seeded.within(1, 100);
    let before = native(ALICE);
    if !call(
        ALICE,
        Call::mint {
            amount,
            min_synth_out: 0,
        },
    ) {
        // Less than a synth is worth.
        return;
    }
    let got = synth(ALICE);
    if seeded.within(0, 3) == 0
        && call(
            ALICE,
            Call::redeem_instant {
                synth: got,
                min_native_out: 0,
            },
        )
    {
        assert!(
            native(ALICE) < before,
            "{amount} planck came back at once as {}",
            native(ALICE) - before + amount
        );
    } else if call(
        ALICE,
        Call::redeem {
            synth: got,
            min_native_out: 0,
        },
    ) {
        let ticket = RedeemQueue::<Test>::get().next_ticket - 1;
        assert!(
            value(ticket) <= amount,
            "{amount} planck became a ticket of {}",
            value(ticket)
        );
    } else {
        // Worth less than a planck; given away, so that later rewards are not hers.
        donate_synth(ALICE, got);
    }
}

/// The attacker of empty vaults: deposit first, donate, let a victim deposit, leave. Every triple starts at genesis.
#[test]
fn a_first_depositor_never_profits_from_a_victim() {
    let mut seeded = Seeded(1);
    new_test_ext().execute_with(|| {
        single_planck();
        for round in 0..cases() {
            let (deposit, donation, victim) = (seeded.amount(), seeded.amount(), seeded.amount());
            let deposit = deposit.min(ENDOWMENT / 2);
            with_transaction_unchecked(|| {
                let got = mint(ALICE, deposit);
                match seeded.within(0, 2) {
                    0 => donate(ALICE, Synth::pot(), donation.min(native(ALICE) - ED)),
                    1 => donate(ALICE, Synth::stash(), donation.min(native(ALICE) - ED)),
                    _ => donate_synth(ALICE, donation.min(got / 2)),
                }
                let victims = mint(BOB, victim.min(ENDOWMENT / 2));
                if round % 64 == 0 {
                    // The whole way: an era with a reward that the attacker pays, and everybody out.
                    let reward = donation.min(ENDOWMENT);
                    RewardFee::set(&Perbill::zero());
                    next_era();
                    era_earning(reward);
                    let ticket = redeem(ALICE, synth(ALICE));
                    (0..4).for_each(|_| next_era());
                    let paid = claim(ticket);
                    assert!(
                        paid <= deposit + reward,
                        "{deposit} and a reward of {reward} became {paid}"
                    );
                } else {
                    // Even if the donation had cost nothing.
                    let paid = value(redeem(ALICE, synth(ALICE)));
                    assert!(paid <= deposit, "{deposit} became {paid}");
                    assert_eq!(worth(victims), victim.min(ENDOWMENT / 2));
                }
                TransactionOutcome::Rollback(())
            });
        }
    });
}

/// Eras pay the same, somebody deposits at any time of one, and leaves after its reward: no more is gained than for the
/// rest of the era. If an era pays more than the one before, the price does not know; then it is at most a rate step.
#[test]
fn a_deposit_before_a_payout_earns_none_of_it() {
    let mut seeded = Seeded(2);
    for round in 0..cases().div_ceil(40) {
        new_test_ext().execute_with(|| {
            single_planck();
            let pool = seeded.amount() + 1_000_000;
            mint(BOB, pool);
            next_era();
            let steady = seeded.within(0, 900) * Staking::stake(&Synth::stash()).active / 1_000_000;
            era_earning(steady);
            era_earning(steady);
            // The books count on what the last era paid; in odd rounds the next pays more.
            let more = if round % 2 == 0 {
                steady
            } else {
                steady + seeded.amount()
            };
            let progress = Perbill::from_parts(u32::try_from(seeded.within(0, 1_000_000_000)).unwrap());
            Staking::set_progress(progress);
            let amount = seeded.amount().min(pool);
            if !call(
                ALICE,
                Call::mint {
                    amount,
                    min_synth_out: 0,
                },
            ) {
                return;
            }
            era_earning(more);
            let out = worth(synth(ALICE));
            // The price knew the whole reward only at the end of the era.
            let early = floor(books().reward_per_era, amount, pool).unwrap() + 2;
            let known = early - floor(early, progress.deconstruct().into(), 1_000_000_000).unwrap() + 2;
            let step = amount / 1_000 + 2;
            let most = amount + if round % 2 == 0 { known } else { step };
            assert!(
                out <= most,
                "{amount} became {out}, {progress:?} into an era that paid {more}"
            );
        });
    }
}

/// Cover, December 2020: a stale copy of the books let a reward be claimed again and again.
#[test]
fn cover_2020_ticket_is_paid_once() {
    run(|| {
        start();
        let tickets = [redeem(ALICE, 5_000), redeem(ALICE, 5_000), redeem(ALICE, 5_000)];
        let rebonded = redeem(ALICE, 5_000);
        let cancelled = redeem(ALICE, 5_000);
        assert_ok!(Synth::cancel(signed(ALICE), cancelled));
        next_era();
        assert_ok!(Synth::rebond(signed(ALICE), rebonded));
        next_era();
        next_era();
        assert_ok!(Synth::transfer_ticket(signed(ALICE), tickets[1], BOB));

        let left = books().settled;
        assert_eq!((claim(tickets[0]), claim(tickets[1])), (5_000, 5_000));
        assert_eq!(books().settled, left - 10_000);
        for ticket in [tickets[0], tickets[1], rebonded, cancelled] {
            for who in [ALICE, BOB] {
                assert_noop!(Synth::claim(signed(who), ticket), Error::TicketNotFound);
                assert_noop!(Synth::cancel(signed(who), ticket), Error::TicketNotFound);
                assert_noop!(Synth::rebond(signed(who), ticket), Error::TicketNotFound);
                assert_noop!(
                    Synth::transfer_ticket(signed(who), ticket, CHARLIE),
                    Error::TicketNotFound
                );
            }
        }
        assert_eq!(claim(tickets[2]), 5_000);
        assert_eq!(books().settled, 0);
    });
}

/// Lido's queue pays the smaller of the rates at request and at finalisation; without that, whoever waits in the queue
/// earns without risk, or leaves a slash to the others.
#[test]
fn lido_min_of_request_and_settlement() {
    run(|| {
        start();
        let ticket = redeem(ALICE, 1_000_000);
        era_earning(50_000);
        assert!(worth(1_000_000) > 1_000_000);
        assert_eq!(value(ticket), 1_000_000);
        next_era();
        next_era();
        assert_eq!(claim(ticket), 1_000_000, "a reward during the wait is not the ticket's");

        let synth = 1_000_000;
        let at_request = worth(synth);
        let ticket = redeem(ALICE, synth);
        next_era();
        let at_risk = books().backing + books().owed;
        slash(at_risk / 10);
        next_era();
        next_era();
        let paid = claim(ticket);
        assert!(
            paid.abs_diff(at_request - at_request / 10) <= 1,
            "a slash during the wait is: {paid}"
        );
        assert!(paid.abs_diff(worth(synth)) <= 1 + worth(synth) / 1_000);
    });
}

// What the properties found.

/// The reward of the era in which almost everybody leaves would have gone to the few that stay, at once.
#[test]
fn the_rate_does_not_jump_when_almost_everybody_leaves() {
    run(|| {
        start();
        redeem(ALICE, BACKING - 1_000);
        era_earning(90_000);
        let rate = Synth::rate().unwrap();
        assert!(rate <= FixedU128::from_rational(1_002, 1_000), "{rate:?}");
        assert_eq!((books().issuance, books().unreleased), (1_000, 81_000 - 1));
    });
}

/// The price of a mint counted on the reward of all that had been staked, when most of it had left.
#[test]
fn a_mint_after_almost_everybody_left_is_not_overpriced() {
    run(|| {
        start();
        era_earning(90_000);
        redeem(ALICE, synth(ALICE));
        era_earning(90_000);
        Staking::set_progress(Perbill::one());
        let quote = Synth::quote_mint(1_000_000).unwrap();
        assert!(
            quote.accrued <= books().backing / 1_000 + 1,
            "{} accrued",
            quote.accrued
        );
        mint(BOB, 1_000_000);
        assert!(worth(synth(BOB)) >= 998_000, "{} of a million", worth(synth(BOB)));
    });
}

/// A batch that a slash closes starts to unbond with the upkeep of the next era.
#[test]
fn a_batch_closed_by_a_slash_is_due_when_it_can_be_paid() {
    run(|| {
        start();
        let ticket = redeem(ALICE, 50_000_000);
        slash(1_000_000);
        let due = Unsettled::<Test>::get()[0].due_era;
        while Staking::active_era() < due {
            assert_noop!(Synth::claim(signed(BOB), ticket), Error::NotSettled);
            next_era();
        }
        assert_eq!(Synth::redeem_status(ticket).unwrap().stage, TicketStage::Settled);
    });
}

/// A slash fell on reward that was paid and not booked. The books took it off the rest, and then could not cover the
/// withdrawal of what was unbonding: every accounting failed for ever.
#[test]
fn a_slash_of_unbooked_reward_does_not_block_the_withdrawal() {
    run(|| {
        start();
        let ticket = redeem(ALICE, BACKING - 1_000);
        next_era();
        next_era();
        Staking::earn(10_000_000);
        Staking::next_era();
        // The payout runs, the accounting not yet.
        Synth::run_upkeep(&mut WeightMeter::new(), 1);
        let stake = Staking::stake(&Synth::stash());
        assert_eq!(stake.total, books().staked + 10_000_000);
        slash(stake.active);
        assert!(books().staked < Staking::stake(&Synth::stash()).total);
        upkeep();
        assert!(!take_events()
            .iter()
            .any(|event| matches!(event, Event::UpkeepFailed { .. })));
        assert!(claim(ticket) > 0);
    });
}

/// More synth than there is, while a slash has left more in the buffer than backs all of it, was called a corruption.
#[test]
fn more_synth_than_there_is_is_a_lack_of_balance() {
    run(|| {
        start();
        redeem(ALICE, BACKING - 2_000);
        slash(97_000_000);
        let all = books().issuance;
        assert!(books().buffer > worth(all + 1));
        assert_noop!(
            Synth::redeem_instant(signed(ALICE), all + 1, 0),
            Error::InsufficientBalance
        );
    });
}
