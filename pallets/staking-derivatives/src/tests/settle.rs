// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;
use finch_ports::StakingBackend;

#[test]
fn a_matured_series_pays_every_face_and_the_issuer_the_rest() {
    run(|| {
        let id = active();
        era_earning(id, 24_000);
        Now::set(&(series(id).maturity.unwrap() - 4 * ERA));
        let before = native(ALICE);
        next_era();
        happened(Event::Unbonded {
            series: id,
            amount: PRINCIPAL + 24_000,
        });
        next_era();
        next_era();
        assert_eq!((series(id).staked, series(id).idle), (0, PRINCIPAL + 24_000));
        System::reset_events();
        next_era();

        let residual = PRINCIPAL + 24_000 - SENIOR_FACE - JUNIOR_FACE;
        let settled = |tranche, face, units| Event::TrancheSettled {
            series: id,
            tranche,
            face,
            paid: face,
            units,
        };
        assert_eq!(
            take_events(),
            [
                Event::Settled {
                    series: id,
                    state: State::Matured,
                    value: PRINCIPAL + 24_000,
                    bond: 0,
                    residual
                },
                settled(0, SENIOR_FACE, 600_000),
                settled(1, JUNIOR_FACE, 200_000),
                Event::BondReleased {
                    series: id,
                    amount: BOND
                },
                Event::Collected {
                    series: id,
                    proceeds: 0,
                    fee: 0,
                    residual
                },
                Event::WoundUp { series: id },
                Event::UpkeepFinished { era: 5 },
            ]
        );
        assert_eq!(native(ALICE) - before, residual + BOND);
        assert_eq!(on_hold(ALICE), 0);
        assert!(Live::<Test>::get().is_empty());
        assert_eq!(series(id).state, State::Matured);
    });
}

#[test]
fn the_bond_makes_up_for_what_the_vault_lacks() {
    run(|| {
        let id = active();
        slash(id, 215_000);
        assert_eq!(
            (series(id).bond, series(id).idle, series(id).staked),
            (0, BOND, 785_000)
        );
        mature(id);
        // 805_000: the senior in full, the junior the rest.
        let found = series(id);
        assert_eq!(found.state, State::Defaulted);
        let paid = |at: usize| found.tranches[at].payout.unwrap().paid;
        assert_eq!((paid(0), paid(1)), (SENIOR_FACE, 805_000 - SENIOR_FACE));
        assert_eq!((found.residual, on_hold(ALICE)), (0, 0));
    });
}

#[test]
fn a_reward_that_never_came_is_made_up_for_by_a_part_of_the_bond() {
    run(|| {
        let all = list(&[tranche(60, 5), tranche(40, 5)]);
        assert_ok!(Derivatives::propose(
            signed(ALICE),
            VALIDATOR,
            PRINCIPAL,
            BOND,
            terms(),
            all
        ));
        assert_ok!(Derivatives::verify(RuntimeOrigin::root(), 0));
        assert_ok!(Derivatives::open(signed(ALICE), 0));
        for (at, units) in [(0, 600_000), (1, 400_000)] {
            assert_ok!(House::close(auction(0, at), units, FixedU128::one()));
            assert_ok!(House::deliver(auction(0, at), BOB, units));
            assert_ok!(House::finish(auction(0, at)));
        }
        let before = native(ALICE);
        mature(0);
        // 608_074 and 405_382 are promised, 1_000_000 is there.
        let found = series(0);
        assert_eq!((found.state, found.flows.seized), (State::Matured, 13_456));
        assert_eq!((native(ALICE) - before, on_hold(ALICE)), (BOND - 13_456, 0));
        assert_eq!(
            (redeem(BOB, 0, 0, 600_000), redeem(BOB, 0, 1, 400_000)),
            (SENIOR_FACE, 405_382)
        );
    });
}

#[test]
fn nothing_is_settled_before_maturity_or_while_stake_is_needed() {
    run(|| {
        let id = active();
        assert_noop!(Derivatives::settle(signed(BOB), 99), Error::SeriesNotFound);
        assert_noop!(Derivatives::settle(signed(BOB), id), Error::NotMatured);
        later(TERM - 1);
        next_era();
        // The upkeep of this era has only now begun to unbond.
        assert_noop!(Derivatives::settle(signed(BOB), id), Error::StillUnbonding);
        next_era();
        assert_noop!(Derivatives::settle(signed(BOB), id), Error::StillUnbonding);
        Staking::next_era();
        assert_noop!(Derivatives::settle(signed(BOB), id), Error::UpkeepDue);
        upkeep();
        assert_eq!(series(id).state, State::Matured);
        assert_noop!(Derivatives::settle(signed(BOB), id), Error::NotRunning);
    });
}

#[test]
fn anybody_settles_between_two_eras() {
    run(|| {
        let id = active();
        Now::set(&(series(id).maturity.unwrap() - 4 * ERA + 1));
        (0..3).for_each(|_| next_era());
        assert_eq!((series(id).state, series(id).staked), (State::Active, 0));
        assert_noop!(Derivatives::settle(signed(BOB), id), Error::NotMatured);
        later(ERA - 1);
        assert_ok!(Derivatives::settle(signed(BOB), id));
        assert_eq!(series(id).state, State::Matured);
        assert!(Live::<Test>::get().is_empty());
    });
}

#[test]
fn a_series_that_does_not_run_is_not_settled() {
    run(|| {
        let id = propose();
        assert_noop!(Derivatives::settle(signed(BOB), id), Error::NotRunning);
        assert_ok!(Derivatives::verify(RuntimeOrigin::root(), id));
        assert_ok!(Derivatives::open(signed(ALICE), id));
        assert_noop!(Derivatives::settle(signed(BOB), id), Error::NotRunning);
    });
}

#[test]
fn the_last_reward_keeps_nobody_waiting_when_every_face_is_met() {
    run(|| {
        let id = active();
        Now::set(&(series(id).maturity.unwrap() - 4 * ERA));
        next_era();
        next_era();
        // The stake still earned in the era in which it began to unbond; that unbonds until after maturity.
        era_earning(id, 100);
        next_era();
        assert_eq!((series(id).state, series(id).staked), (State::Matured, 100));
        assert_eq!(Live::<Test>::get().into_inner(), [id]);
        assert_noop!(Derivatives::close(signed(BOB), id), Error::NotWoundUp);
        let before = native(ALICE);
        next_era();
        assert_eq!((native(ALICE) - before, series(id).staked), (100, 0));
        assert!(Live::<Test>::get().is_empty());
    });
}

#[test]
fn a_default_waits_for_the_last_reward() {
    run(|| {
        let id = active();
        slash(id, 300_000);
        Now::set(&(series(id).maturity.unwrap() - 4 * ERA));
        next_era();
        next_era();
        era_earning(id, 100);
        next_era();
        assert_eq!(series(id).state, State::Active);
        next_era();
        assert_eq!((series(id).state, series(id).staked), (State::Defaulted, 0));
        assert_eq!(series(id).tranches[1].payout.unwrap().paid, 720_100 - SENIOR_FACE);
    });
}

#[test]
fn a_series_whose_delivery_drags_on_matures_in_time_and_pays_the_late_units() {
    run(|| {
        let id = opened();
        assert_ok!(House::close(auction(id, 0), 600_000, FixedU128::one()));
        assert_ok!(House::close(auction(id, 1), 200_000, FixedU128::one()));
        assert_ok!(House::deliver(auction(id, 0), BOB, 300_000));
        mature(id);
        let payout = series(id).tranches[0].payout.unwrap();
        assert_eq!((payout.paid, payout.units), (SENIOR_FACE, 600_000));
        assert_eq!(redeem(BOB, id, 0, 300_000), SENIOR_FACE / 2);

        assert_ok!(House::deliver(auction(id, 0), CHARLIE, 200_000));
        assert_eq!(redeem(CHARLIE, id, 0, 200_000), SENIOR_FACE / 3);
        // 100_000 never come: their part is the issuer's, with the dust.
        System::reset_events();
        assert_ok!(House::finish(auction(id, 0)));
        let amount = SENIOR_FACE - SENIOR_FACE / 2 - SENIOR_FACE / 3;
        happened(Event::Forgone {
            series: id,
            tranche: 0,
            amount,
        });
        assert_ok!(House::finish(auction(id, 1)));
        happened(Event::Forgone {
            series: id,
            tranche: 1,
            amount: JUNIOR_FACE,
        });
        assert_ok!(Derivatives::close(signed(BOB), id));
    });
}

#[test]
fn the_share_of_units_that_never_come_is_the_issuers_and_no_more() {
    run(|| {
        let id = opened();
        assert_ok!(House::close(auction(id, 0), 600_000, FixedU128::one()));
        assert_ok!(House::close(auction(id, 1), 0, FixedU128::one()));
        assert_ok!(House::deliver(auction(id, 0), BOB, 500_000));
        mature(id);
        System::reset_events();
        assert_ok!(House::finish(auction(id, 0)));
        let amount = SENIOR_FACE / 6;
        happened(Event::Forgone {
            series: id,
            tranche: 0,
            amount,
        });
        let tranche = series(id).tranches[0].clone();
        assert_eq!((tranche.outstanding, tranche.pending), (500_000, 0));
        assert_eq!(tranche.payout.unwrap().left, SENIOR_FACE - amount);
        assert_eq!(redeem(BOB, id, 0, 250_000), SENIOR_FACE * 5 / 12);
    });
}

#[test]
fn a_series_that_is_bought_back_ends_at_once() {
    run(|| {
        let id = opened();
        assert_ok!(House::close(auction(id, 0), 1_000, FixedU128::one()));
        assert_ok!(House::close(auction(id, 1), 0, FixedU128::one()));
        assert_ok!(House::deliver(auction(id, 0), BOB, 1_000));
        assert_ok!(House::finish(auction(id, 0)));
        assert_ok!(House::finish(auction(id, 1)));
        assert_ok!(Assets::transfer(signed(BOB), token(id, 0), ALICE, 1_000));
        assert_ok!(Derivatives::buy_back(signed(ALICE), id, 0, 1_000));
        // The vault unbonds though maturity is far; with no face to meet the settlement need not wait for it.
        (0..3).for_each(|_| next_era());
        assert_eq!((series(id).state, series(id).staked), (State::Matured, 0));
        assert_eq!(Staking::stake(&Derivatives::vault(id)).total, 0);
        assert_ok!(Derivatives::close(signed(BOB), id));
        assert_eq!(
            native(ALICE),
            ENDOWMENT + 1_000 - Fees::taken(FeeSource::DerivativeSale)
        );
    });
}
