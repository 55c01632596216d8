// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Each test breaks one thing and expects the invariant that guards it to say so.

use super::*;
use finch_ports::Alarm;
use finch_testkit::FakeAlarm;
use frame_support::traits::tokens::{Fortitude::Force, Precision::Exact, Preservation::Expendable};

const COVERED: OptionId = 0;
const MARGINED: OptionId = 1;
const OVER: OptionId = 2;

/// A covered series that was exercised, a margined one with a call and a sale, and one that is settled; then `corrupt`.
#[track_caller]
fn detected<R>(corrupt: impl FnOnce() -> R, text: &str) {
    new_test_ext().execute_with(|| {
        prices(5);
        a_put();
        write(COVERED, BOB, 10 * DOLLAR, 2 * ONE_DOT);
        write(COVERED, CAROL, 6 * DOLLAR, ONE_DOT);
        assert_ok!(Options::exercise(signed(BOB), COVERED, ONE_DOT));
        a_margined_put();
        write(MARGINED, BOB, 8 * FINCH, ONE_DOT);
        write(MARGINED, CAROL, 9 * FINCH, ONE_DOT);
        create(NATIVE, Kind::Put, 5, EXPIRY - DAY);
        write(OVER, BOB, 10 * FINCH, ONE_DOT);
        write(OVER, CAROL, 10 * FINCH, ONE_DOT);
        feed(USD, number(1_600_000));
        assert_ok!(Options::call_margin(signed(KEEPER), MARGINED, CAROL));
        assert_ok!(Options::liquidate(signed(KEEPER), MARGINED, BOB));
        prices(3);
        at(EXPIRY - DAY);
        assert_ok!(Options::fix_price(signed(KEEPER), OVER));
        at(EXPIRY - DAY + HOUR);
        assert_ok!(Options::settle(signed(KEEPER), OVER, 50));
        assert_ok!(Options::redeem(signed(BOB), OVER, ONE_DOT / 2));
        Options::do_try_state().unwrap();
        corrupt();
        match Options::do_try_state().unwrap_err() {
            DispatchError::Other(found) => assert!(found.starts_with(text), "{found}"),
            other => panic!("{other:?}"),
        }
    });
}

#[track_caller]
fn a_series(id: OptionId, change: impl FnOnce(&mut SeriesOf<Test>), text: &str) {
    detected(
        || AllSeries::<Test>::mutate(id, |series| change(series.as_mut().unwrap())),
        text,
    );
}

#[track_caller]
fn a_vault(id: OptionId, owner: AccountId, change: impl FnOnce(&mut VaultOf<Test>), text: &str) {
    detected(
        || Vaults::<Test>::mutate(id, owner, |vault| change(vault.as_mut().unwrap())),
        text,
    );
}

#[test]
fn inv_1_finds_units_that_nobody_has_written() {
    const TEXT: &str = "INV-OPTION-1:";
    a_series(COVERED, |series| series.flows.minted += 1, TEXT);
    a_series(COVERED, |series| series.flows.burned += 1, TEXT);
    a_series(MARGINED, |series| series.flows.liquidated += 1, TEXT);
    a_series(OVER, |series| series.flows.released -= 1, TEXT);
    a_vault(COVERED, BOB, |vault| vault.written -= 1, TEXT);
    detected(|| Vaults::<Test>::remove(COVERED, BOB), TEXT);
}

#[test]
fn inv_2_finds_options_that_came_from_nowhere_or_went_there() {
    const TEXT: &str = "INV-OPTION-2:";
    a_series(COVERED, |series| series.flows.exercised += 1, TEXT);
    a_series(OVER, |series| series.flows.redeemed -= 1, TEXT);
    a_series(OVER, |series| series.flows.expired += 1, TEXT);
    a_series(COVERED, |series| series.flows.exercised = u128::MAX, TEXT);
    a_series(COVERED, |series| series.stage = Stage::Closing, TEXT);
    detected(|| Assets::mint_into(FIRST, &BOB, 1), TEXT);
    detected(|| Assets::burn_from(FIRST, &BOB, 1, Expendable, Exact, Force), TEXT);
}

#[test]
fn inv_3_finds_collateral_that_is_in_no_vault() {
    const TEXT: &str = "INV-OPTION-3:";
    a_series(COVERED, |series| series.flows.deposited += 1, TEXT);
    a_series(COVERED, |series| series.flows.withdrawn += 1, TEXT);
    a_series(MARGINED, |series| series.flows.sold += 1, TEXT);
    a_series(OVER, |series| series.flows.borne += 1, TEXT);
    a_vault(MARGINED, BOB, |vault| vault.collateral += 1, TEXT);
}

#[test]
fn inv_4_finds_covered_vaults_that_are_not() {
    const TEXT: &str = "INV-OPTION-4:";
    a_series(
        COVERED,
        |series| {
            series.flows.shortfall = 1;
        },
        TEXT,
    );
    detected(
        || {
            AllSeries::<Test>::mutate(COVERED, |series| series.as_mut().unwrap().flows.withdrawn += 1);
            Vaults::<Test>::mutate(COVERED, BOB, |vault| vault.as_mut().unwrap().collateral -= 1)
        },
        TEXT,
    );
    a_series(COVERED, |series| series.flows.shared = ONE_DOT + 1, TEXT);
    a_series(COVERED, |series| series.flows.shared = 1, TEXT);
    // More was paid than what was exercised is worth: too little is left for the others.
    a_series(COVERED, |series| series.flows.paid += 2 * DOLLAR, TEXT);
    a_series(COVERED, |series| series.flows.paid = u128::MAX, TEXT);
}

#[test]
fn inv_4_finds_what_is_locked_without_a_vault() {
    new_test_ext().execute_with(|| {
        prices(5);
        let id = a_put();
        write(id, BOB, 5 * DOLLAR, ONE_DOT);
        assert_ok!(Options::exercise(signed(BOB), id, ONE_DOT / 2));
        expire();
        assert_ok!(Options::reclaim(signed(BOB), id));
        Options::do_try_state().unwrap();
        AllSeries::<Test>::mutate(id, |series| series.as_mut().unwrap().flows.shared -= 1);
        assert_eq!(
            Options::do_try_state(),
            Err(DispatchError::Other(
                "INV-OPTION-4: something is locked without a vault"
            ))
        );
    });
}

#[test]
fn inv_5_finds_margined_series_whose_payouts_are_wrong() {
    const TEXT: &str = "INV-OPTION-5:";
    a_series(MARGINED, |series| series.flows.received = 1, TEXT);
    a_series(OVER, |series| series.flows.paid = series.flows.borne + 1, TEXT);
    a_series(OVER, |series| series.stage = Stage::Live, TEXT);
    a_series(OVER, |series| series.fixing = None, TEXT);
    detected(
        || {
            Assets::burn_from(FIRST + OVER, &BOB, ONE_DOT / 2, Expendable, Exact, Force).unwrap();
            Assets::burn_from(FIRST + OVER, &CAROL, ONE_DOT, Expendable, Exact, Force).unwrap();
            AllSeries::<Test>::mutate(OVER, |series| series.as_mut().unwrap().flows.redeemed = 2 * ONE_DOT)
        },
        TEXT,
    );
}

#[test]
fn inv_6_finds_an_account_that_cannot_pay() {
    const TEXT: &str = "INV-OPTION-6:";
    a_series(OVER, |series| series.fees += 1, TEXT);
    detected(|| Assets::burn_from(USD, &pot(), 1, Expendable, Exact, Force), TEXT);
    detected(|| Assets::burn_from(DOT, &pot(), 1, Expendable, Exact, Force), TEXT);
    detected(
        || {
            use frame_support::traits::fungible::Mutate;
            Balances::burn_from(&pot(), 1, Expendable, Exact, Force)
        },
        TEXT,
    );
    detected(|| Kept::<Test>::insert(Coin::Asset(DUSTY), 10), TEXT);
}

#[test]
fn inv_7_finds_prices_that_cannot_be() {
    const TEXT: &str = "INV-OPTION-7:";
    a_series(COVERED, |series| series.reference = Some(zero()), TEXT);
    a_series(MARGINED, |series| series.reference = None, TEXT);
    a_series(MARGINED, |series| series.reference = Some(zero()), TEXT);
    a_series(OVER, |series| series.fixing.as_mut().unwrap().prices = zero(), TEXT);
    a_series(OVER, |series| series.fixing.as_mut().unwrap().at -= 1, TEXT);
    a_series(OVER, |series| series.fixing.as_mut().unwrap().at += DAY, TEXT);
    detected(
        || {
            AllSeries::<Test>::mutate(OVER, |series| {
                series.as_mut().unwrap().flows.released -= 1;
            });
            Vaults::<Test>::mutate(OVER, BOB, |vault| vault.as_mut().unwrap().written = 1)
        },
        TEXT,
    );
}

fn zero() -> Prices {
    Prices {
        underlying: number(0),
        strike_asset: number(1),
        collateral: number(1),
    }
}

#[test]
fn inv_8_finds_sales_and_calls_that_cannot_be() {
    const TEXT: &str = "INV-OPTION-8:";
    detected(|| Sales::<Test>::remove(0), TEXT);
    a_vault(MARGINED, BOB, |vault| vault.sale = Some(7), TEXT);
    a_vault(
        MARGINED,
        CAROL,
        |vault| vault.call.as_mut().unwrap().at = EXPIRY + 1,
        TEXT,
    );
    a_vault(
        COVERED,
        CAROL,
        |vault| vault.call = Some(MarginCall { caller: BOB, at: 0 }),
        TEXT,
    );
    detected(|| NextVaultId::<Test>::put(0), TEXT);
    detected(
        || Sales::<Test>::mutate(0, |sale| sale.as_mut().unwrap().owner = CAROL),
        TEXT,
    );
    detected(
        || {
            let sale = Sales::<Test>::get(0).unwrap();
            NextVaultId::<Test>::put(2);
            Sales::<Test>::insert(1, sale)
        },
        TEXT,
    );
}

#[test]
fn inv_9_finds_a_registry_that_is_wrong() {
    const TEXT: &str = "INV-OPTION-9:";
    detected(|| Ids::<Test>::remove(series(COVERED).terms), TEXT);
    detected(|| Ids::<Test>::insert(series(COVERED).terms, 9), TEXT);
    detected(|| NextOptionId::<Test>::put(2), TEXT);
    a_series(COVERED, |series| series.vaults += 1, TEXT);
    detected(
        || {
            Vaults::<Test>::insert(
                9,
                BOB,
                VaultOf::<Test> {
                    collateral: 1,
                    written: 0,
                    deposit: 0,
                    call: None,
                    sale: None,
                    rests_until: 0,
                },
            )
        },
        TEXT,
    );
}

#[test]
fn inv_10_finds_deposits_that_are_not_on_hold() {
    const TEXT: &str = "INV-OPTION-10:";
    a_series(COVERED, |series| series.deposit += 1, TEXT);
    a_vault(COVERED, BOB, |vault| vault.deposit += 1, TEXT);
}

#[test]
fn inv_11_finds_an_agenda_that_forgets() {
    const TEXT: &str = "INV-OPTION-11:";
    a_series(COVERED, |series| series.next = None, TEXT);
    a_series(MARGINED, |series| series.next = Some(EXPIRY + 1), TEXT);
    detected(|| FakeAlarm::<Now>::set(None), TEXT);
    let slot = |at, series| Appointment { at, series }.slot();
    // That of the covered series is not the first.
    detected(|| Agenda::<Test>::remove(slot(EXPIRY + DAY, COVERED)), TEXT);
    detected(|| Agenda::<Test>::insert(slot(EXPIRY + DAY, 9), ()), TEXT);
    detected(|| FakeAlarm::<Now>::set(FakeAlarm::<Now>::at().map(|at| at + 1)), TEXT);
}

#[test]
fn inv_11_finds_a_series_that_is_forgotten_on_both_sides() {
    detected(
        || {
            let mut series = series(MARGINED);
            Options::schedule(MARGINED, &mut series, None);
            AllSeries::<Test>::insert(MARGINED, series);
        },
        "INV-OPTION-11:",
    );
}
