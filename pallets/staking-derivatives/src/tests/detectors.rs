// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Each test breaks one thing and expects the invariant that guards it to say so.

use super::*;
use finch_ports::{Alarm, OnEra, OnSlash};
use finch_testkit::FakeAlarm;
use frame_support::traits::{
    fungible::Mutate as _,
    fungibles::Mutate as _,
    tokens::{Fortitude::Force, Precision::Exact, Preservation::Expendable},
};

const PROPOSED: SeriesId = 0;
const ACTIVE: SeriesId = 1;
const MATURED: SeriesId = 2;
const BIDDING: SeriesId = 3;

/// A series that is proposed, one that is active, one that is matured with some tokens redeemed, one in auction; then
/// `corrupt`.
#[track_caller]
fn detected<R>(corrupt: impl FnOnce() -> R, text: &str) {
    new_test_ext().execute_with(|| {
        propose();
        active();
        active();
        AllSeries::<Test>::mutate(MATURED, |series| {
            let now = Now::get();
            series.as_mut().unwrap().maturity = Some(now);
        });
        (0..3).for_each(|_| next_era());
        redeem(CHARLIE, MATURED, 1, 70_001);
        opened();
        let states = [PROPOSED, ACTIVE, MATURED, BIDDING].map(|id| series(id).state);
        assert_eq!(states, [State::Proposed, State::Active, State::Matured, State::Bidding]);
        Derivatives::do_try_state().unwrap();
        corrupt();
        match Derivatives::do_try_state().unwrap_err() {
            DispatchError::Other(found) => assert!(found.starts_with(text), "{found}"),
            other => panic!("{other:?}"),
        }
    });
}

#[track_caller]
fn in_series(id: SeriesId, change: impl FnOnce(&mut Series<AccountId>), text: &str) {
    detected(
        || AllSeries::<Test>::mutate(id, |series| change(series.as_mut().unwrap())),
        text,
    );
}

#[track_caller]
fn in_tranche(id: SeriesId, change: impl FnOnce(&mut Tranche), text: &str) {
    in_series(id, |series| change(&mut series.tranches[1]), text);
}

#[track_caller]
fn in_payout(change: impl FnOnce(&mut Payout), text: &str) {
    in_tranche(MATURED, |tranche| change(tranche.payout.as_mut().unwrap()), text);
}

#[test]
fn every_native_flow_is_in_the_first_equality() {
    const BROKEN: &str = "INV-DERIV-1: native in - native out";
    in_series(ACTIVE, |series| series.flows.staked += 1, BROKEN);
    in_series(ACTIVE, |series| series.flows.rewarded += 1, BROKEN);
    in_series(ACTIVE, |series| series.flows.seized += 1, BROKEN);
    in_series(ACTIVE, |series| series.flows.paid += 1, BROKEN);
    in_series(ACTIVE, |series| series.flows.slashed += 1, BROKEN);
    in_series(ACTIVE, |series| series.flows.fees += 1, BROKEN);
    in_series(ACTIVE, |series| series.flows.collected += 1, BROKEN);
    in_tranche(MATURED, |tranche| tranche.flows.paid_out += 1, BROKEN);
}

#[test]
fn every_place_of_native_is_in_the_first_equality() {
    const BROKEN: &str = "INV-DERIV-1: native in - native out";
    in_series(ACTIVE, |series| series.staked += 1, BROKEN);
    in_series(ACTIVE, |series| series.idle += 1, BROKEN);
    in_series(ACTIVE, |series| series.proceeds += 1, BROKEN);
    in_series(ACTIVE, |series| series.residual += 1, BROKEN);
    in_payout(|payout| payout.left -= 1, BROKEN);
    let huge = |series: &mut Series<AccountId>| {
        series.staked = u128::MAX;
        series.idle = 1;
    };
    in_series(ACTIVE, huge, "INV-DERIV: a sum does not fit");
}

#[test]
fn every_flow_of_the_bond_is_in_the_second_equality() {
    const BROKEN: &str = "INV-DERIV-2: bonded - seized - released";
    in_series(PROPOSED, |series| series.flows.bonded += 1, BROKEN);
    in_series(PROPOSED, |series| series.flows.released += 1, BROKEN);
    in_series(PROPOSED, |series| series.bond -= 1, BROKEN);
    let seized = |series: &mut Series<AccountId>| {
        series.flows.seized += 1;
        series.idle += 1;
    };
    in_series(ACTIVE, seized, BROKEN);
}

#[test]
fn bonds_that_are_not_on_hold() {
    const BROKEN: &str = "INV-DERIV-2: the bonds of an issuer";
    let release = || {
        use frame_support::traits::fungible::MutateHold;
        Balances::release(&HoldReason::IssuerBond.into(), &ALICE, 1, Exact).unwrap()
    };
    detected(release, BROKEN);
    in_series(PROPOSED, |series| series.issuer = DAVE, BROKEN);
}

#[test]
fn every_token_flow_is_in_the_third_equality() {
    const BROKEN: &str = "INV-DERIV-3: delivered - redeemed";
    in_tranche(ACTIVE, |tranche| tranche.flows.delivered += 1, BROKEN);
    in_tranche(ACTIVE, |tranche| tranche.flows.bought_back += 1, BROKEN);
    in_tranche(MATURED, |tranche| tranche.flows.redeemed += 1, BROKEN);
    in_tranche(ACTIVE, |tranche| tranche.outstanding -= 1, BROKEN);
}

#[test]
fn tokens_minted_or_burned_elsewhere() {
    const BROKEN: &str = "INV-DERIV-3: the supply of a token";
    detected(|| Assets::mint_into(token(ACTIVE, 0), &BOB, 1).unwrap(), BROKEN);
    detected(
        || Assets::burn_from(token(ACTIVE, 1), &CHARLIE, 1, Expendable, Exact, Force).unwrap(),
        BROKEN,
    );
}

#[test]
fn units_that_are_nowhere() {
    const BROKEN: &str = "INV-DERIV-4: unsold + pending";
    in_tranche(ACTIVE, |tranche| tranche.units += 1, BROKEN);
    in_tranche(ACTIVE, |tranche| tranche.unsold -= 1, BROKEN);
    in_tranche(BIDDING, |tranche| tranche.unsold += 1, BROKEN);
    let pending = |tranche: &mut Tranche| {
        tranche.unsold -= 1;
        tranche.pending += 1;
    };
    in_tranche(ACTIVE, pending, "INV-DERIV-4: units are pending");
}

#[test]
fn payouts_without_a_settlement_and_settlements_without_payout() {
    const BROKEN: &str = "INV-DERIV-5: a payout without settlement";
    let none = Payout {
        face: 0,
        paid: 0,
        units: 0,
        left: 0,
    };
    in_tranche(ACTIVE, |tranche| tranche.payout = Some(none), BROKEN);
    in_series(ACTIVE, |series| series.state = State::Matured, BROKEN);
}

#[test]
fn a_payout_that_is_not_what_was_paid_and_is_left() {
    in_payout(|payout| payout.paid -= 1, "INV-DERIV-5: paid out + forgone");
    in_tranche(
        MATURED,
        |tranche| tranche.flows.forgone += 1,
        "INV-DERIV-5: paid out + forgone",
    );
    in_payout(|payout| payout.units /= 2, "INV-DERIV-5: a payout cannot pay");
}

#[test]
fn a_payout_out_of_rank() {
    in_payout(|payout| payout.face -= 1, "INV-DERIV-5: a tranche is paid above");
    // The senior tranche is short by a planck of its face and the junior one is paid.
    in_series(
        MATURED,
        |series| series.tranches[0].payout.as_mut().unwrap().face += 1,
        "INV-DERIV-5: a tranche is paid above",
    );
    in_payout(|payout| payout.face += 1, "INV-DERIV-5: matured with a face unmet");
    in_series(
        MATURED,
        |series| series.state = State::Defaulted,
        "INV-DERIV-5: matured with a face unmet",
    );
}

#[test]
fn native_taken_out_of_a_vault() {
    let take = || {
        Balances::force_set_balance(
            RuntimeOrigin::root(),
            Derivatives::vault(MATURED),
            native(Derivatives::vault(MATURED)) - 1,
        )
        .unwrap()
    };
    detected(take, "INV-DERIV-6: a vault lacks native");
}

#[test]
fn a_stake_below_the_books() {
    struct Deaf;
    impl OnSlash<AccountId> for Deaf {
        fn on_slash(_: &AccountId, _: Balance) {}
    }
    impl OnEra for Deaf {
        fn on_era() {}
    }
    let lose = || finch_testkit::FakeStaking::<Balances, Deaf>::slash(Derivatives::vault(ACTIVE), 1);
    detected(lose, "INV-DERIV-6: less at stake than booked");
}

#[test]
fn a_state_that_its_auctions_contradict() {
    const BROKEN: &str = "INV-DERIV-7: a state that its auctions contradict";
    in_series(BIDDING, |series| series.state = State::Verified, BROKEN);
    in_series(BIDDING, |series| series.state = State::Cleared, BROKEN);
    in_series(ACTIVE, |series| series.state = State::Bidding, BROKEN);
    in_tranche(ACTIVE, |tranche| tranche.sale = Sale::Closed, BROKEN);
    in_tranche(BIDDING, |tranche| tranche.sale = Sale::Waiting, BROKEN);
}

#[test]
fn a_maturity_without_a_term() {
    const BROKEN: &str = "INV-DERIV-7: a maturity without a term";
    in_series(BIDDING, |series| series.maturity = Some(1), BROKEN);
    in_series(ACTIVE, |series| series.maturity = None, BROKEN);
}

#[test]
fn a_vault_that_keeps_what_is_the_issuers() {
    let keep = |series: &mut Series<AccountId>| {
        series.idle += 1;
        series.flows.rewarded += 1;
    };
    let give = || {
        AllSeries::<Test>::mutate(MATURED, |series| keep(series.as_mut().unwrap()));
        Balances::mint_into(&Derivatives::vault(MATURED), 1).unwrap();
    };
    detected(give, "INV-DERIV-7: a series is over and its vault keeps native");
}

#[test]
fn a_list_of_live_series_that_is_wrong() {
    let put = |ids: &[SeriesId]| Live::<Test>::put(BoundedVec::truncate_from(ids.to_vec()));
    detected(
        || put(&[BIDDING, ACTIVE]),
        "INV-DERIV-8: the live series are out of order",
    );
    detected(
        || put(&[ACTIVE, ACTIVE, BIDDING]),
        "INV-DERIV-8: the live series are out of order",
    );
    detected(
        || put(&[PROPOSED, ACTIVE, BIDDING]),
        "INV-DERIV-8: a live series that is not open",
    );
    detected(
        || put(&[ACTIVE, BIDDING, 99]),
        "INV-DERIV-8: a live series that is not open",
    );
    detected(|| put(&[ACTIVE]), "INV-DERIV-8: upkeep has forgotten a series");
}

#[test]
fn numbers_that_were_never_given() {
    detected(
        || NextSeries::<Test>::put(BIDDING),
        "INV-DERIV-8: a series from the future",
    );
    detected(|| Opened::<Test>::put(2), "INV-DERIV-8: two series share a token");
}

#[test]
fn two_series_with_one_token() {
    // Before anything is delivered both have a supply of 0.
    let share = || {
        let id = opened();
        AllSeries::<Test>::mutate(id, |found| {
            found.as_mut().unwrap().first_token = series(BIDDING).first_token;
        });
    };
    detected(share, "INV-DERIV-8: two series share a token");
}

#[test]
fn an_alarm_that_is_silent() {
    let silence = || {
        Staking::next_era();
        FakeAlarm::<Now>::set(None);
    };
    detected(silence, "INV-DERIV-9: upkeep is not complete and no alarm rings");
}
