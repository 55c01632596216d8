// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! From the deposit to the claim, over several eras.

use super::*;

#[test]
fn a_paid_reward_lifts_the_rate_by_exactly_what_is_left_after_the_fee() {
    run(|| {
        mint(ALICE, BACKING - 1_000);
        assert_eq!(books().staked, 0);
        next_era();
        assert_eq!(books().staked, 97_000_000);
        era_earning(100_000);
        happened(Event::Rewarded {
            era: 2,
            reward: 100_000,
            fee: 10_000,
            released: 90_000,
            rate: rate(100_090_000, 100_000_000),
        });
        assert_eq!(Synth::rate().unwrap(), rate(100_090_000, 100_000_000));
        assert_eq!(worth(10_000_000), 10_009_000);
        era_earning(100_000);
        assert_eq!(Synth::rate().unwrap(), rate(100_180_000, 100_000_000));
    });
}

#[test]
fn a_rise_of_the_rate_is_bounded_and_the_rest_is_released_era_by_era() {
    run(|| {
        start();
        era_earning(300_000);
        // 270_000 net; 0.1 % of the backing an era.
        assert_eq!(
            (books().backing, books().unreleased, books().reward_per_era),
            (100_100_000, 170_000, 100_100)
        );
        next_era();
        assert_eq!(
            (books().backing, books().unreleased, books().reward_per_era),
            (100_200_100, 69_900, 69_900)
        );
        next_era();
        assert_eq!(
            (books().backing, books().unreleased, books().reward_per_era),
            (100_270_000, 0, 0)
        );
        next_era();
        assert_eq!(books().backing, 100_270_000);
        assert_eq!(worth(BACKING), 100_270_000);
    });
}

#[test]
fn a_redemption_without_deposits_waits_for_unbonding() {
    run(|| {
        start();
        redeem(ALICE, 10_000_000);
        Staking::next_era();
        System::reset_events();
        upkeep();
        // 300_000 come out of the buffer, whose target falls with the backing.
        let rate = FixedU128::one();
        assert_eq!(
            take_events(),
            [
                Event::Rewarded {
                    era: 2,
                    reward: 0,
                    fee: 0,
                    released: 0,
                    rate
                },
                Event::BatchClosed {
                    batch: 0,
                    tickets: 1,
                    synth: 10_000_000,
                    owed: 10_000_000
                },
                Event::Unbonded { amount: 9_700_000 },
                Event::UpkeepFinished { era: 2, rate },
            ]
        );
        assert_eq!(Unsettled::<Test>::get()[0].due_era, 2 + Staking::BONDING_ERAS);
        assert_eq!(synth(Synth::pot()), 1_000);
        next_era();
        assert_noop!(Synth::claim(signed(ALICE), 0), Error::NotSettled);
        System::reset_events();
        next_era();
        assert_eq!(
            take_events(),
            [
                Event::Withdrawn { amount: 9_700_000 },
                Event::Rewarded {
                    era: 4,
                    reward: 0,
                    fee: 0,
                    released: 0,
                    rate
                },
                Event::BatchSettled {
                    batch: 0,
                    tickets: 1,
                    paid: 10_000_000
                },
                Event::UpkeepFinished { era: 4, rate },
            ]
        );
        assert_eq!(claim(0), 10_000_000);
        assert_eq!(
            (books().staked, books().buffer, books().idle),
            (87_300_000, 2_700_000, 0)
        );
    });
}

#[test]
fn a_deposit_of_the_same_era_settles_a_batch_at_once() {
    run(|| {
        start();
        redeem(ALICE, 10_000_000);
        mint(BOB, 10_000_000);
        next_era();
        assert!(!take_events()
            .iter()
            .any(|event| matches!(event, Event::Unbonded { .. } | Event::Bonded { .. })));
        assert_eq!(claim(0), 10_000_000);
        assert_eq!((books().staked, books().backing), (97_000_000, BACKING));
    });
}

#[test]
fn deposits_net_what_they_can_and_the_rest_is_unbonded() {
    run(|| {
        start();
        redeem(ALICE, 10_000_000);
        mint(BOB, 4_000_000);
        next_era();
        // 10_000_000 - 4_000_000 - 180_000 out of the buffer
        happened(Event::Unbonded { amount: 5_820_000 });
        assert_eq!(books().idle, 4_180_000);
        // A later deposit takes the place of what unbonds, which earns again.
        mint(BOB, 6_000_000);
        next_era();
        happened(Event::BatchSettled {
            batch: 0,
            tickets: 1,
            paid: 10_000_000,
        });
        happened(Event::Reactivated { amount: 5_820_000 });
        assert_eq!(
            (books().staked, books().buffer, books().idle),
            (97_000_000, 3_000_000, 0)
        );
        assert_eq!(claim(0), 10_000_000);
    });
}

#[test]
fn batches_are_settled_strictly_in_order() {
    run(|| {
        start();
        redeem(ALICE, 20_000_000);
        next_era();
        redeem(ALICE, 1_000_000);
        mint(BOB, 5_000_000);
        next_era();
        // There is enough for the second batch and not for the first: both wait.
        assert_eq!(books().idle, 5_600_000);
        assert_eq!(
            Unsettled::<Test>::get()
                .iter()
                .map(|batch| batch.owed)
                .collect::<Vec<_>>(),
            [20_000_000, 1_000_000]
        );
        happened(Event::Reactivated { amount: 3_880_000 });
        System::reset_events();
        next_era();
        let settled: Vec<_> = take_events()
            .into_iter()
            .filter_map(|event| match event {
                Event::BatchSettled { batch, .. } => Some(batch),
                _ => None,
            })
            .collect();
        assert_eq!(settled, [0, 1]);
        assert_eq!((claim(1), claim(0)), (1_000_000, 20_000_000));
    });
}

#[test]
fn tickets_of_one_era_share_a_batch_and_the_next_era_has_another() {
    run(|| {
        start();
        redeem(ALICE, 1_000_000);
        redeem(ALICE, 2_000_000);
        next_era();
        redeem(ALICE, 3_000_000);
        next_era();
        let batches: Vec<_> = Unsettled::<Test>::get()
            .iter()
            .map(|b| (b.id, b.tickets, b.value, b.due_era))
            .collect();
        assert_eq!(batches, [(0, 2, 3_000_000, 4), (1, 1, 3_000_000, 5)]);
    });
}

#[test]
fn an_era_without_tickets_closes_no_batch() {
    run(|| {
        start();
        next_era();
        redeem(ALICE, 1_000_000);
        assert_eq!(Tickets::<Test>::get(0).unwrap().batch, 0);
    });
}

#[test]
fn several_holders_share_rewards_and_losses_by_their_synth() {
    run(|| {
        start();
        let bob = mint(BOB, 300_000_000);
        next_era();
        era_earning(400_000);
        // 360_000 for 400_000_000
        assert_eq!((worth(BACKING), worth(bob)), (100_090_000, 300_270_000));
        slash(40_036_000);
        assert_eq!((worth(BACKING), worth(bob)), (90_081_000, 270_243_000));
    });
}

#[test]
fn everybody_can_leave_and_all_money_is_accounted_for() {
    run(|| {
        start();
        let bob = mint(BOB, 50_000_000);
        era_earning(100_000);
        era_earning(100_000);
        let value = worth(bob);
        let tickets = [redeem(ALICE, synth(ALICE)), redeem(BOB, bob)];
        (0..3).for_each(|_| next_era());
        assert_eq!(claim(tickets[1]), value);
        claim(tickets[0]);
        (0..3).for_each(|_| next_era());
        let left = books();
        assert_eq!((left.issuance, left.settled, left.owed), (1_000, 0, 0));
        assert_eq!(
            left.flows.deposited + left.flows.rewarded,
            left.flows.claimed + left.flows.fees + left.backing + left.fees_due
        );
        // The seed got nothing but its own rewards and dust.
        assert!((1_001..=1_004).contains(&left.backing), "{}", left.backing);
        assert_eq!(Fees::taken(FeeSource::SynthReward) + left.fees_due, 20_000);
    });
}

#[test]
fn the_rate_of_every_era_is_kept_for_its_time() {
    run(|| {
        start();
        for era in 2..=100u32 {
            era_earning(1_000);
            assert_eq!(RateAtEra::<Test>::get(era), Synth::rate().ok());
        }
        let mut eras: Vec<_> = RateAtEra::<Test>::iter_keys().collect();
        eras.sort();
        assert_eq!(eras, (100 - RATE_HISTORY + 1..=100).collect::<Vec<_>>());
        let rates: Vec<_> = eras
            .into_iter()
            .map(|era| RateAtEra::<Test>::get(era).unwrap())
            .collect();
        assert!(rates.windows(2).all(|pair| pair[0] < pair[1]));
    });
}

#[test]
fn rates_that_are_too_old_go_after_a_long_standstill_too() {
    run(|| {
        start();
        (0..90).for_each(|_| next_era());
        (0..3 * RATE_HISTORY).for_each(|_| Staking::next_era());
        upkeep();
        assert_eq!(
            RateAtEra::<Test>::iter_keys().collect::<Vec<_>>(),
            [books().accounted_era]
        );
    });
}
