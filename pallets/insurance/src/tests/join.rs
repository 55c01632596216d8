// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn joining_moves_the_money_and_gives_shares() {
    run(|| {
        assert_ok!(Insurance::join(signed(ALICE), 1_000, 0));
        assert_eq!(shares(ALICE), 1_000 * VIRTUAL_SHARES);
        assert_eq!(free(pool_account()), ED + 1_000);
        happened(Event::Joined {
            who: ALICE,
            amount: 1_000,
            shares: 1_000_000_000,
        });
        assert_ok!(Insurance::join(signed(BOB), 500, 0));
        assert_ok!(Insurance::join(signed(ALICE), 500, 0));
        assert_eq!((shares(ALICE), shares(BOB)), (1_500_000_000, 500_000_000));
        assert_eq!(
            (books().capital, books().joined, books().shares),
            (2_000, 2_000, 2_000_000_000)
        );
    });
}

#[test]
fn a_pool_of_one_planck_works() {
    run(|| {
        assert_ok!(Insurance::join(signed(ALICE), 1, 0));
        assert_eq!(shares(ALICE), VIRTUAL_SHARES);
        noticed(ALICE);
        assert_ok!(Insurance::withdraw(signed(ALICE), 0));
        assert_eq!((books().capital, books().shares, free(ALICE)), (0, 0, ENDOWMENT));
        assert!(Members::<Test>::get(ALICE).is_none());
    });
}

#[test]
fn shares_cost_what_capital_has_grown_to() {
    covered(|| {
        buy(BOB, SYNTH, AMOUNT);
        days(31);
        let capital = books().capital;
        assert!(capital > CAPITAL);
        assert_ok!(Insurance::join(signed(CHARLIE), capital + 1, 0));
        // Twice the capital, with the virtual planck: as many shares as there are, with the virtual ones.
        assert_eq!(shares(CHARLIE), shares(ALICE) + VIRTUAL_SHARES);
    });
}

#[test]
fn fewer_shares_than_asked_for_are_refused() {
    run(|| {
        assert_noop!(
            Insurance::join(signed(ALICE), 1_000, 1_000 * VIRTUAL_SHARES + 1),
            Error::TooFewShares
        );
        assert_ok!(Insurance::join(signed(ALICE), 1_000, 1_000 * VIRTUAL_SHARES));
    });
}

#[test]
fn less_than_the_least_is_refused() {
    run(|| {
        MinJoin::set(&10);
        assert_noop!(Insurance::join(signed(ALICE), 9, 0), Error::BelowMinimum);
        assert_ok!(Insurance::join(signed(ALICE), 10, 0));
    });
}

#[test]
fn nobody_joins_with_what_keeps_the_account_alive_or_with_more() {
    run(|| {
        assert!(Insurance::join(signed(ALICE), ENDOWMENT, 0).is_err());
        assert!(Insurance::join(signed(ALICE), Balance::MAX, 0).is_err());
        assert_eq!(free(ALICE), ENDOWMENT);
    });
}

/// Whoever joins while a claim is open pays for what comes back if it is rejected.
#[test]
fn what_claims_have_reserved_counts_for_whoever_joins() {
    covered(|| {
        let id = buy(BOB, VOTED, AMOUNT);
        submit(BOB, id, AMOUNT);
        assert_eq!(books().claims, AMOUNT + DEPOSIT);
        assert_ok!(Insurance::join(signed(CHARLIE), 1_000_000, 0));
        assert_eq!(shares(CHARLIE), 1_000_000 * VIRTUAL_SHARES);
        let value = Insurance::member(CHARLIE).unwrap().value;
        assert!(value < 910_000, "{value}");
    });
}

/// With a share of nearly nothing, the next one would be a number too large for the one after the next.
#[test]
fn after_a_total_loss_a_new_round_starts() {
    run(|| {
        assert_ok!(Insurance::create_product(
            RuntimeOrigin::root(),
            Kind::Parametric(Risk::Synth),
            Permill::one(),
            Permill::one(),
            percent(2),
            percent(2),
        ));
        for round in 0..20 {
            assert_ok!(Insurance::join(signed(ALICE), CAPITAL * 10_000, 0));
            assert_eq!(books().round, round);
            let id = buy(BOB, SYNTH, books().capital);
            lose(Risk::Synth, 100);
            assert_ok!(claim(id));
            assert_eq!(books().capital, 0);
            days(31);
            // What the premium has brought since is gone too.
            Pool::<Test>::mutate(|books| {
                books.paid += books.capital;
                books.capital = 0;
            });
        }
        assert_ok!(Insurance::join(signed(BOB), CAPITAL, 0));
        happened(Event::RoundStarted { round: 20 });
        assert_eq!(shares(BOB), CAPITAL * VIRTUAL_SHARES);
        assert_noop!(Insurance::request_withdrawal(signed(ALICE), 1), Error::NotMember);
        assert!(Insurance::member(ALICE).is_none());
        assert_ok!(Insurance::join(signed(ALICE), CAPITAL, 0));
        assert_eq!(shares(ALICE), shares(BOB));
    });
}

#[test]
fn a_loss_of_nearly_all_starts_no_new_round() {
    covered(|| {
        assert_ok!(Insurance::change_product(
            RuntimeOrigin::root(),
            SYNTH,
            Permill::one(),
            percent(2),
            Sales::Open
        ));
        let id = buy(BOB, SYNTH, CAPITAL);
        Insurance::on_loss(Loss {
            risk: Risk::Synth,
            lost: 99_999_999,
            of: 100_000_000,
        });
        assert_ok!(claim(id));
        assert_eq!(books().capital, 10);
        assert_ok!(Insurance::join(signed(CHARLIE), CAPITAL, 0));
        assert_eq!(books().round, 0);
    });
}

/// The last member has left, and a cover goes on earning: what it earns is the next member's to the part that its shares are
/// of all, with the virtual ones.
#[test]
fn a_pool_without_shares_works() {
    covered(|| {
        Gearing::set(&FixedU128::from_u32(4));
        assert_ok!(Insurance::buy_cover(signed(BOB), SYNTH, 100, 60, Balance::MAX));
        noticed(ALICE);
        assert_ok!(Insurance::withdraw(signed(ALICE), 0));
        // A quarter of the cover stays.
        assert_eq!((books().capital, books().active), (25, 100));
        lose(Risk::Synth, 20);
        idle();
        assert_eq!((books().paid, books().capital), (20, 5));
        days(40);
        noticed(ALICE);
        assert_ok!(Insurance::withdraw(signed(ALICE), 0));
        assert_eq!((books().shares, shares(ALICE)), (0, 0));
        let left = books().capital;
        assert_ok!(Insurance::join(signed(CHARLIE), 1_000, 0));
        assert_eq!(books().capital, left + 1_000);
        let value = Insurance::member(CHARLIE).unwrap().value;
        assert!((999..=1_000).contains(&value), "{value}");
    });
}
