// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn quote_mint_is_what_mint_gives() {
    run(|| {
        start();
        era_earning(100_000);
        for (percent, amount) in [(0, 100), (33, 1_234_567), (100, 99_999_999)] {
            Staking::set_progress(Perbill::from_percent(percent));
            let quote = Synth::quote_mint(amount).unwrap();
            assert_eq!(quote.accrued, 900 * Balance::from(percent));
            assert_eq!(mint(BOB, amount), quote.synth);
        }
    });
}

#[test]
fn quote_mint_is_none_where_mint_is_refused() {
    run(|| {
        start();
        assert_eq!(Synth::quote_mint(0), None);
        assert_eq!(Synth::quote_mint(99), None);
        slash(50_000_000);
        assert_eq!(Synth::quote_mint(1_000), None);
    });
}

#[test]
fn quote_redeem_is_what_redeem_gives() {
    run(|| {
        start();
        era_earning(100_000);
        let quote = Synth::quote_redeem(1_234_567).unwrap();
        let ticket = redeem(ALICE, 1_234_567);
        assert_eq!(Tickets::<Test>::get(ticket).unwrap().value, quote.queued);
        next_era();
        assert_eq!(Unsettled::<Test>::get()[0].due_era, quote.due_era);
    });
}

#[test]
fn quote_redeem_is_what_redeem_instant_gives() {
    run(|| {
        start();
        era_earning(100_000);
        for synth in [10, 777, 1_234_567] {
            let (quote, had) = (Synth::quote_redeem(synth).unwrap(), native(ALICE));
            System::reset_events();
            assert_ok!(Synth::redeem_instant(signed(ALICE), synth, quote.instant.unwrap()));
            let (amount, fee) = (native(ALICE) - had, quote.instant_fee);
            assert_eq!(
                take_events(),
                [Event::InstantRedeemed {
                    who: ALICE,
                    synth,
                    amount,
                    fee
                }]
            );
            assert_eq!(amount, quote.instant.unwrap());
        }
    });
}

#[test]
fn quote_redeem_leaves_out_what_would_be_refused() {
    run(|| {
        start();
        // Below the least ticket, above the buffer, nothing at all, eaten by the fee.
        let small = Synth::quote_redeem(9).unwrap();
        assert_eq!((small.queued, small.instant), (0, Some(7)));
        let large = Synth::quote_redeem(3_000_001).unwrap();
        assert_eq!((large.queued, large.instant, large.instant_fee), (3_000_001, None, 0));
        assert_eq!(Synth::quote_redeem(0), None);
        assert_eq!(Synth::quote_redeem(1), None);
    });
}

#[test]
fn redeem_status_follows_a_ticket() {
    run(|| {
        start();
        redeem(ALICE, 20_000_000);
        next_era();
        redeem(ALICE, 10_000_000);
        Staking::set_progress(Perbill::from_percent(25));
        let open = RedeemStatus {
            stage: TicketStage::Open,
            ahead: 20_000_000,
            due_era: 5,
            eta: 3 * 60_000 - 15_000,
            payout: 10_000_000,
            worst_case: 10_000_000,
        };
        assert_eq!(Synth::redeem_status(1), Some(open));
        next_era();
        let waiting = RedeemStatus {
            stage: TicketStage::Unbonding,
            eta: 2 * 60_000,
            ..open
        };
        assert_eq!(Synth::redeem_status(1), Some(waiting));
        next_era();
        assert_eq!(
            Synth::redeem_status(1),
            Some(RedeemStatus {
                ahead: 0,
                eta: 60_000,
                ..waiting
            })
        );
        next_era();
        let settled = RedeemStatus {
            stage: TicketStage::Settled,
            ahead: 0,
            eta: 0,
            ..waiting
        };
        assert_eq!(Synth::redeem_status(1), Some(settled));
        assert_eq!(claim(1), settled.payout);
        assert_eq!(Synth::redeem_status(1), None);
    });
}

#[test]
fn redeem_status_pays_what_claim_then_pays_after_a_slash() {
    run(|| {
        start();
        redeem(ALICE, 10_000_000);
        redeem(ALICE, 3_333_333);
        next_era();
        slash(1_234_567);
        let promised = [0, 1].map(|ticket| Synth::redeem_status(ticket).unwrap().payout);
        next_era();
        next_era();
        assert_eq!(
            [0, 1].map(|ticket| Synth::redeem_status(ticket).unwrap().payout),
            promised
        );
        assert_eq!([0, 1].map(claim), promised);
    });
}

#[test]
fn the_worst_case_reckons_with_reported_slashes() {
    run(|| {
        start();
        redeem(ALICE, 10_000_000);
        Staking::report_slash(4_000_000);
        let status = Synth::redeem_status(0).unwrap();
        assert_eq!((status.payout, status.worst_case), (10_000_000, 9_600_000));
        next_era();
        assert_eq!(Synth::redeem_status(0).unwrap().worst_case, 9_600_000);
        Staking::report_slash(0);
        slash(4_000_000);
        assert_eq!(Synth::redeem_status(0).unwrap().payout, 9_600_000);
        (0..2).for_each(|_| next_era());
        Staking::report_slash(50_000_000);
        assert_eq!(Synth::redeem_status(0).unwrap().worst_case, 9_600_000);
    });
}

#[test]
fn the_worst_case_counts_unreleased_reward_and_never_more_than_the_stake() {
    run(|| {
        start();
        era_earning(1_000_000);
        redeem(ALICE, 10_000_000);
        Staking::report_slash(books().unreleased);
        let status = Synth::redeem_status(0).unwrap();
        assert_eq!(status.worst_case, status.payout);
        Staking::report_slash(u128::MAX);
        let worst = Synth::redeem_status(0).unwrap().worst_case;
        slash(books().staked);
        assert!(Synth::redeem_status(0).unwrap().payout.abs_diff(worst) <= 1);
    });
}

#[test]
fn redeem_status_of_no_ticket_is_none() {
    run(|| assert_eq!(Synth::redeem_status(0), None));
}

#[test]
fn tickets_of_lists_the_tickets_of_an_account() {
    run(|| {
        start();
        assert_eq!(Synth::tickets_of(&ALICE), []);
        redeem(ALICE, 1_000);
        redeem(ALICE, 2_000);
        redeem(ALICE, 3_000);
        assert_ok!(Synth::transfer_ticket(signed(ALICE), 1, BOB));
        let mut alice = Synth::tickets_of(&ALICE);
        alice.sort_by_key(|(id, _)| *id);
        let ticket = |owner, synth| Ticket {
            owner,
            batch: 0,
            synth,
            value: synth,
        };
        assert_eq!(alice, [(0, ticket(ALICE, 1_000)), (2, ticket(ALICE, 3_000))]);
        assert_eq!(Synth::tickets_of(&BOB), [(1, ticket(BOB, 2_000))]);
    });
}

#[test]
fn the_rate_is_backing_over_issuance_rounded_down() {
    run(|| {
        start();
        era_earning(77_777);
        // 100_000_000 + 77_777 - 7_777
        assert_eq!(books().backing, 100_070_000);
        mint(BOB, 333_333);
        let books = books();
        assert_eq!(Synth::rate().unwrap(), rate(books.backing, books.issuance));
        assert_eq!(
            Synth::rate().unwrap(),
            FixedU128::from_inner(books.backing * FixedU128::DIV / books.issuance)
        );
    });
}
