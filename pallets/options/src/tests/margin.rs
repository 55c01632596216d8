// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

/// Bob has written a put of 5 FINCH on so many hundredths of a FINCH.
#[track_caller]
fn with(hundredths: Balance) -> OptionId {
    let id = a_margined_put();
    write(id, BOB, 8 * FINCH, ONE_DOT);
    // The collateral is native, so its value moves with that of the dollar: 5 dollars are `8 / ratio` FINCH then.
    ratio(hundredths);
    id
}

/// Makes the ratio of 8 FINCH to 5 dollars so many per cent.
fn ratio(percent: Balance) {
    // planck a unit = 8 * 10^12 * 100 / percent / (5 * 10^6)
    feed(USD, FixedU128::from_rational(160_000_000, percent));
}

fn call(id: OptionId) -> DispatchResult {
    Options::call_margin(signed(KEEPER), id, BOB)
}

fn liquidate(id: OptionId) -> DispatchResult {
    Options::liquidate(signed(ALICE), id, BOB)
}

#[test]
fn below_125_percent_a_vault_can_be_called() {
    run(|| {
        let id = with(124);
        assert_ok!(call(id));
        let made = vault(id, BOB).call.unwrap();
        assert_eq!((made.caller, made.at), (KEEPER, Now::get()));
        happened(Event::MarginCalled {
            series: id,
            owner: BOB,
            caller: KEEPER,
            until: Now::get() + 6 * HOUR,
        });
        assert_noop!(call(id), Error::AlreadyCalled);
    });
}

#[test]
fn a_vault_at_125_percent_exactly_is_not_callable() {
    run(|| {
        let id = with(125);
        assert_eq!(
            Options::vault_health(BOB, id).unwrap().ratio,
            Some(FixedU128::from_rational(5, 4))
        );
        assert_noop!(call(id), Error::NotCallable);
        // A planck of the price more.
        feed(USD, FixedU128::from_inner(1_280_000 * FixedU128::DIV + 1));
        assert_ok!(call(id));
    });
}

#[test]
fn a_vault_at_110_percent_exactly_is_not_liquidated_without_a_call() {
    run(|| {
        let id = with(160);
        // 8.8 FINCH for an obligation of 8.
        assert_ok!(Options::deposit(signed(BOB), id, FINCH * 8 / 10));
        feed(USD, number(1_600_000));
        let health = Options::vault_health(BOB, id).unwrap();
        assert_eq!(health.ratio, Some(FixedU128::from_rational(11, 10)));
        assert_noop!(liquidate(id), Error::NotLiquidatable);
        feed(USD, FixedU128::from_inner(1_600_000 * FixedU128::DIV + 1));
        assert_ok!(liquidate(id));
    });
}

/// So that nobody takes the keeper's reward of its own vault.
#[test]
fn an_owner_neither_calls_nor_liquidates_its_own_vault() {
    run(|| {
        let id = with(124);
        assert_noop!(Options::call_margin(signed(BOB), id, BOB), Error::OwnVault);
        ratio(109);
        assert_noop!(Options::liquidate(signed(BOB), id, BOB), Error::OwnVault);
        assert_ok!(liquidate(id));
        assert_eq!(Sales::<Test>::get(0).unwrap().caller, ALICE);
    });
}

#[test]
fn a_call_lasts_as_long_as_the_runtime_says() {
    run(|| {
        let id = with(124);
        CallPeriod::set(&1_000);
        assert_ok!(call(id));
        at(Now::get() + 999);
        assert_noop!(liquidate(id), Error::NotLiquidatable);
        at(Now::get() + 1);
        assert_ok!(liquidate(id));
        Pause::set(&10);
        assert_ok!(House::end(0));
        assert_eq!(vault(id, BOB).rests_until, Now::get() + 10);
    });
}

#[test]
fn calls_are_checked() {
    run(|| {
        let id = with(124);
        assert_noop!(Options::call_margin(signed(KEEPER), id, CAROL), Error::NoVault);
        assert_noop!(Options::call_margin(signed(KEEPER), 9, BOB), Error::NoSeries);
        FakeFeeds::set_price(USD, Feed::Stale);
        assert_noop!(call(id), Error::PriceStale);
        FakeFeeds::set_price(USD, Feed::Missing);
        assert_noop!(call(id), Error::PriceMissing);
        assert_noop!(liquidate(id), Error::PriceMissing);
        let covered = a_put();
        write(covered, BOB, 5 * DOLLAR, ONE_DOT);
        assert_noop!(Options::call_margin(signed(KEEPER), covered, BOB), Error::NotMargined);
        assert_noop!(Options::liquidate(signed(KEEPER), covered, BOB), Error::NotMargined);
        ratio(124);
        expire();
        assert_noop!(call(id), Error::Expired);
        assert_noop!(liquidate(id), Error::Expired);
    });
}

#[test]
fn a_vault_that_has_written_nothing_is_not_callable() {
    run(|| {
        let id = a_margined_put();
        assert_ok!(Options::deposit(signed(BOB), id, 1));
        assert_noop!(call(id), Error::NotCallable);
        assert_noop!(liquidate(id), Error::NotLiquidatable);
    });
}

#[test]
fn six_hours_after_the_call_it_is_liquidated() {
    run(|| {
        let id = with(124);
        assert_noop!(liquidate(id), Error::NotLiquidatable);
        assert_ok!(call(id));
        at(Now::get() + 6 * HOUR - 1);
        assert_noop!(liquidate(id), Error::NotLiquidatable);
        at(Now::get() + 1);
        assert_ok!(liquidate(id));
        let sale = House::falling(0).unwrap();
        assert_eq!((sale.units, sale.min_bid), (ONE_DOT, ONE_DOT / 100));
        assert_eq!(Sales::<Test>::get(0).unwrap().caller, KEEPER);
        assert_noop!(liquidate(id), Error::InLiquidation);
        assert_noop!(call(id), Error::InLiquidation);
    });
}

#[test]
fn below_110_percent_nobody_waits_and_the_liquidator_is_paid() {
    run(|| {
        let id = with(109);
        assert_ok!(liquidate(id));
        assert_eq!(Sales::<Test>::get(0).unwrap().caller, ALICE);
        // 8 FINCH for 10^10 units.
        let sale = House::falling(0).unwrap();
        assert_eq!((sale.start, sale.floor), (number(800), FixedU128::from_inner(1)));
        happened(Event::LiquidationOpened {
            series: id,
            owner: BOB,
            vault: 0,
            auction: 0,
            units: ONE_DOT,
            start: sale.start,
            floor: sale.floor,
            caller: ALICE,
        });
    });
}

#[test]
fn no_buyer_gets_more_than_110_percent_of_the_obligation() {
    run(|| {
        let id = with(120);
        assert_ok!(call(id));
        at(Now::get() + 6 * HOUR);
        assert_ok!(liquidate(id));
        let sale = House::falling(0).unwrap();
        // The obligation is 8 / 1.2 FINCH, of which 110 % are 7.3333.
        let got = sale.start.into_inner() - sale.floor.into_inner();
        let most = FixedU128::from_rational(800 * 110, 120).into_inner();
        assert!(got <= most && got + FixedU128::DIV / 1_000_000 > most);
    });
}

#[test]
fn a_deposit_that_cures_drops_the_call() {
    run(|| {
        let id = with(120);
        assert_ok!(call(id));
        assert_ok!(Options::deposit(signed(BOB), id, FINCH / 10));
        assert!(vault(id, BOB).call.is_some());
        assert_ok!(Options::deposit(signed(BOB), id, FINCH / 2));
        assert!(vault(id, BOB).call.is_none());
        happened(Event::CallDropped { series: id, owner: BOB });
        at(Now::get() + 6 * HOUR);
        assert_noop!(liquidate(id), Error::NotLiquidatable);
    });
}

#[test]
fn a_burn_that_cures_drops_the_call() {
    run(|| {
        let id = with(120);
        assert_ok!(call(id));
        FakeFeeds::set_price(USD, Feed::Stale);
        assert_ok!(Options::burn(signed(BOB), id, ONE_DOT / 2));
        // Without a price nobody knows.
        assert!(vault(id, BOB).call.is_some());
        ratio(120);
        assert_ok!(Options::burn(signed(BOB), id, 1));
        assert!(vault(id, BOB).call.is_none());
        assert_ok!(Options::mint(signed(BOB), id, 1));
        ratio(60);
        assert_ok!(call(id));
        assert_ok!(Options::burn(signed(BOB), id, options(id, BOB)));
        assert!(vault(id, BOB).call.is_none());
    });
}

#[test]
fn minting_and_withdrawing_drop_the_call() {
    run(|| {
        let id = with(120);
        assert_ok!(call(id));
        ratio(160);
        assert_ok!(Options::withdraw(signed(BOB), id, 1));
        assert!(vault(id, BOB).call.is_none());
        ratio(120);
        assert_ok!(call(id));
        ratio(170);
        assert_ok!(Options::mint(signed(BOB), id, 1));
        assert!(vault(id, BOB).call.is_none());
    });
}

/// Else an old call would take the owner's 6 hours away at the next fall.
#[test]
fn a_price_that_cures_drops_the_call_for_whoever_looks() {
    run(|| {
        let id = with(120);
        assert_ok!(call(id));
        ratio(125);
        at(Now::get() + 7 * HOUR);
        assert_ok!(liquidate(id));
        assert!(vault(id, BOB).call.is_none() && vault(id, BOB).sale.is_none());
        ratio(124);
        assert_noop!(liquidate(id), Error::NotLiquidatable);
    });
}

#[test]
fn while_it_is_sold_nothing_else_moves_a_vault() {
    run(|| {
        let id = with(109);
        assert_ok!(liquidate(id));
        assert_noop!(Options::deposit(signed(BOB), id, 1), Error::InLiquidation);
        assert_noop!(Options::withdraw(signed(BOB), id, 1), Error::InLiquidation);
        assert_noop!(Options::mint(signed(BOB), id, 1), Error::InLiquidation);
        assert_noop!(Options::burn(signed(BOB), id, 1), Error::InLiquidation);
        assert_noop!(Options::write_and_sell(signed(BOB), id, 1, 0), Error::InLiquidation);
    });
}

#[test]
fn a_house_that_does_not_open_changes_nothing() {
    run(|| {
        let id = with(109);
        House::set_broken(true);
        assert!(frame_support::storage::with_storage_layer(|| liquidate(id)).is_err());
        assert_eq!(vault(id, BOB).sale, None);
        House::set_broken(false);
        assert_ok!(liquidate(id));
    });
}
