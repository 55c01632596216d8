// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;
use finch_ports::{Loss, OnEra, OnSlash, Risk};
use finch_testkit::FakeLosses;

#[test]
fn the_bond_makes_good_what_it_can() {
    run(|| {
        let id = active();
        let vault = Derivatives::vault(id);
        let before = native(vault);
        slash(id, 5_000);
        assert_eq!(
            take_events(),
            [Event::Slashed {
                series: id,
                amount: 5_000,
                bond: 5_000,
                redeem_from: Now::get() + 2 * DAY
            }]
        );
        let found = series(id);
        assert_eq!(
            (found.bond, found.staked, found.idle),
            (15_000, PRINCIPAL - 5_000, 5_000)
        );
        assert_eq!((on_hold(ALICE), native(vault)), (15_000, before));

        slash(id, 40_000);
        let found = series(id);
        assert_eq!((found.bond, found.staked, found.idle), (0, PRINCIPAL - 45_000, BOND));
        assert_eq!((found.flows.slashed, found.flows.seized), (45_000, BOND));
    });
}

#[test]
fn a_slash_of_one_series_touches_no_other() {
    run(|| {
        let (one, other) = (active(), active());
        let before = (series(other), native(Derivatives::vault(other)));
        assert_eq!(on_hold(ALICE), 2 * BOND);
        slash(one, 500_000);
        assert_eq!((series(other), native(Derivatives::vault(other))), before);
        assert_eq!(on_hold(ALICE), BOND);
        mature(other);
        assert_eq!(
            (series(one).state, series(other).state),
            (State::Defaulted, State::Matured)
        );
        assert_eq!(series(other).redeem_from, 0);
        assert_eq!(redeem(CHARLIE, other, 1, 200_000), JUNIOR_FACE);
    });
}

#[test]
fn losses_hit_bond_residual_junior_and_senior_in_this_order() {
    // Of 1_000_000 the faces are 608_074 and 206_307: a residual of 185_619.
    let residual = PRINCIPAL - SENIOR_FACE - JUNIOR_FACE;
    for (loss, senior, junior) in [
        (BOND, SENIOR_FACE, JUNIOR_FACE),
        (BOND + residual, SENIOR_FACE, JUNIOR_FACE),
        (BOND + residual + 1, SENIOR_FACE, JUNIOR_FACE - 1),
        (BOND + residual + JUNIOR_FACE, SENIOR_FACE, 0),
        (BOND + residual + JUNIOR_FACE + 1, SENIOR_FACE - 1, 0),
        (PRINCIPAL, BOND, 0),
    ] {
        run(|| {
            let id = active();
            slash(id, loss);
            mature(id);
            let paid = |at: usize| series(id).tranches[at].payout.unwrap().paid;
            assert_eq!((paid(0), paid(1)), (senior, junior), "{loss}");
            let whole = senior + junior == SENIOR_FACE + JUNIOR_FACE;
            assert_eq!(series(id).state == State::Matured, whole);
        });
    }
}

#[test]
fn a_slash_that_falls_on_reward_nobody_has_booked_is_left_out_on_both_sides() {
    run(|| {
        let id = active();
        Staking::earn_for(Derivatives::vault(id), 30_000);
        Staking::next_era();
        // Paid, not accounted for.
        Derivatives::run_upkeep(&mut frame_support::weights::WeightMeter::new(), 1);
        slash(id, PRINCIPAL + 10_000);
        let found = series(id);
        assert_eq!((found.staked, found.flows.slashed), (0, PRINCIPAL));
        upkeep();
        assert_eq!((series(id).staked, series(id).flows.rewarded), (20_000, 20_000));
    });
}

#[test]
fn a_loss_that_is_not_reported_is_booked_at_the_next_accounting() {
    run(|| {
        struct Deaf;
        impl OnSlash<AccountId> for Deaf {
            fn on_slash(_: &AccountId, _: Balance) {}
        }
        impl OnEra for Deaf {
            fn on_era() {}
        }
        let id = active();
        finch_testkit::FakeStaking::<Balances, Deaf>::slash(Derivatives::vault(id), 4_000);
        next_era();
        happened(Event::Slashed {
            series: id,
            amount: 4_000,
            bond: 4_000,
            redeem_from: Now::get() + 2 * DAY,
        });
        assert_eq!((series(id).staked, series(id).bond), (PRINCIPAL - 4_000, BOND - 4_000));
    });
}

#[test]
fn slashes_of_others_and_of_nothing_are_ignored() {
    run(|| {
        let id = active();
        let before = series(id);
        Derivatives::on_slash(&ALICE, 10);
        Derivatives::on_slash(&Derivatives::vault(id), 0);
        // The vault of a series that there is not.
        Derivatives::on_slash(&Derivatives::vault(id + 1), 10);
        assert_eq!(series(id), before);
        assert!(take_events().is_empty());
    });
}

#[test]
fn a_slash_during_the_auctions_takes_the_bond_and_shows_in_the_coverage() {
    run(|| {
        let id = opened();
        let covered = || Derivatives::series_info(id).unwrap().tranches[1].coverage.unwrap();
        let before = covered();
        slash(id, 100_000);
        assert_eq!((series(id).bond, series(id).idle), (0, BOND));
        assert!(covered() < before);
        // If nothing is sold, the issuer alone bears it.
        assert_ok!(House::close(auction(id, 0), 0, FixedU128::one()));
        assert_ok!(House::close(auction(id, 1), 0, FixedU128::one()));
        (0..3).for_each(|_| next_era());
        assert_eq!(native(ALICE), ENDOWMENT - series(id).deposit - 100_000);
    });
}

#[test]
fn a_slash_after_the_settlement_is_the_issuers_alone_and_moves_no_wait() {
    run(|| {
        let id = active();
        Now::set(&(series(id).maturity.unwrap() - 4 * ERA));
        next_era();
        next_era();
        era_earning(id, 1_000);
        next_era();
        assert_eq!((series(id).state, series(id).staked), (State::Matured, 1_000));
        slash(id, 400);
        assert_eq!(series(id).redeem_from, 0);
        assert_eq!(redeem(BOB, id, 0, 600_000), SENIOR_FACE);
        let before = native(ALICE);
        next_era();
        assert_eq!(native(ALICE) - before, 600);
    });
}

#[test]
fn a_slash_is_charged_to_the_block_in_which_it_happens() {
    run(|| {
        let id = active();
        let weight = || System::block_weight().total();
        let before = weight();
        Derivatives::on_slash(&BOB, 10);
        assert_eq!(weight(), before);
        slash(id, 10);
        assert_eq!(weight(), before + <() as WeightInfo>::slash());
    });
}

#[test]
fn only_what_the_senior_tranche_lacks_in_the_end_is_reported() {
    let before_senior = BOND + PRINCIPAL - SENIOR_FACE;
    for (loss, lost) in [(before_senior, 0), (before_senior + 5, 5)] {
        run(|| {
            let id = active();
            slash(id, loss);
            // Rewards could still make up for it.
            assert_eq!(FakeLosses::take(), []);
            mature(id);
            let told: Vec<Loss> = FakeLosses::take();
            let all = [Loss {
                risk: Risk::Series(id),
                lost,
                of: SENIOR_FACE,
            }];
            assert_eq!(told, all.into_iter().filter(|loss| loss.lost > 0).collect::<Vec<_>>());
        });
    }
}

#[test]
fn a_default_is_expected_from_the_report_of_a_slash_until_the_settlement() {
    run(|| {
        let id = active();
        let before_senior = BOND + PRINCIPAL - SENIOR_FACE;
        // What is left earns on, and makes up for a little.
        Staking::report_slash_of(Derivatives::vault(id), before_senior + 5);
        assert_eq!(Derivatives::expected_default(id), 0);
        Staking::report_slash_of(Derivatives::vault(id), PRINCIPAL);
        assert_eq!(Derivatives::expected_default(id), SENIOR_FACE - BOND);

        Staking::set_yearly_reward(FixedU128::default());
        Staking::report_slash_of(Derivatives::vault(id), 0);
        assert_eq!(Derivatives::expected_default(id), 0);
        Staking::report_slash_of(Derivatives::vault(id), before_senior);
        assert_eq!(Derivatives::expected_default(id), 0);
        Staking::report_slash_of(Derivatives::vault(id), before_senior + 5);
        assert_eq!(Derivatives::expected_default(id), 5);
        Staking::report_slash_of(Derivatives::vault(id), 0);
        slash(id, before_senior + 5);
        assert_eq!(Derivatives::expected_default(id), 5);
        mature(id);
        assert_eq!(Derivatives::expected_default(id), 0);
        assert_eq!(Derivatives::expected_default(id + 1), 0);
    });
}
