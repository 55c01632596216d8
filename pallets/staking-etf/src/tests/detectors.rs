// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Each test breaks one thing and expects the invariant that guards it to say so.

use super::*;
use finch_ports::Alarm;
use finch_testkit::FakeAlarm;
use frame_support::traits::{
    fungible::Mutate as _,
    tokens::{Fortitude::Force, Precision::Exact as InFull, Preservation::Expendable},
};

/// A basket whose rebalance sells one asset in the market and one in an auction, with some history; then `corrupt`.
#[track_caller]
fn detected<R>(corrupt: impl FnOnce() -> R, text: &str) {
    new_test_ext().execute_with(|| {
        with_bob();
        feeds(4, [2_000_000, 1_000, 80, 20]);
        next_month();
        rebalanced();
        samples(3);
        next_month();
        rebalanced();
        assert_ok!(Etf::redeem(signed(BOB), 1_234_567));
        Now::set(&(Now::get() + DAY));
        settle();
        // 4 goes and is stuck, 1 is sold in small slices.
        feeds(4, [2_000_000, 1_000, 8, 2]);
        feeds(1, [1_000_000, 1_000, 70, 15]);
        next_month();
        rebalanced();
        samples(3);
        Market::set_pool(4, 0, 0);
        Market::set_pool(1, 1_000_000_000, 1_000_000_000);
        assert_ok!(Etf::allocate(root(), 50_000_000));
        next_month();
        while Sales::<Test>::get().is_empty() {
            let at = Schedule::<Test>::get().job_at.unwrap();
            Now::set(&Now::get().max(at));
            block();
            if Schedule::<Test>::get().cursor.is_some() {
                settle_samples();
            }
        }
        assert_eq!(job().legs.len(), 1);
        Etf::do_try_state().unwrap();
        corrupt();
        match Etf::do_try_state().unwrap_err() {
            DispatchError::Other(found) => assert!(found.starts_with(text), "{found}"),
            other => panic!("{other:?}"),
        }
    });
}

fn settle_samples() {
    while Schedule::<Test>::get().cursor.is_some() {
        block();
    }
}

fn job() -> Rebalance {
    Job::<Test>::get().unwrap()
}

#[track_caller]
fn in_basket(change: impl FnOnce(&mut Basket), text: &str) {
    detected(|| Holdings::<Test>::mutate(change), text);
}

#[track_caller]
fn in_flows(change: impl FnOnce(&mut Flows), text: &str) {
    in_basket(|basket| change(&mut basket.holdings[0].flows), text);
}

#[track_caller]
fn in_pool(change: impl FnOnce(&mut Pool), text: &str) {
    detected(|| Allocation::<Test>::mutate(change), text);
}

#[track_caller]
fn in_job(change: impl FnOnce(&mut Rebalance), text: &str) {
    detected(|| Job::<Test>::mutate(|job| change(job.as_mut().unwrap())), text);
}

#[track_caller]
fn in_agenda(change: impl FnOnce(&mut Agenda), text: &str) {
    detected(|| Etf::reschedule(change), text);
}

#[test]
fn every_flow_of_units_is_in_the_first_equality() {
    const BROKEN: &str = "INV-ETF-1: units in - units out";
    in_flows(|flows| flows.issued += 1, BROKEN);
    in_flows(|flows| flows.bought += 1, BROKEN);
    in_flows(|flows| flows.redeemed += 1, BROKEN);
    in_flows(|flows| flows.sold += 1, BROKEN);
    in_flows(|flows| flows.fee += 1, BROKEN);
    in_flows(|flows| flows.harvested += 1, BROKEN);
    in_flows(|flows| flows.issued = u128::MAX, BROKEN);
    in_basket(|basket| basket.holdings[0].units -= 1, BROKEN);
}

#[test]
fn an_asset_that_left_a_part_behind() {
    let change = || Past::<Test>::mutate(3, |flows| flows.sold -= 1);
    detected(change, "INV-ETF-1: an asset that left");
}

#[test]
fn every_flow_of_cash_is_in_the_second_equality() {
    const BROKEN: &str = "INV-ETF-2: cash in - cash out";
    in_basket(|basket| basket.flows.launched += 1, BROKEN);
    in_basket(|basket| basket.flows.issued += 1, BROKEN);
    in_basket(|basket| basket.flows.redeemed += 1, BROKEN);
    in_basket(|basket| basket.flows.received += 1, BROKEN);
    in_basket(|basket| basket.flows.spent += 1, BROKEN);
    in_basket(|basket| basket.cash += 1, BROKEN);
}

#[test]
fn every_flow_of_the_pool_is_in_the_third_equality() {
    const BROKEN: &str = "INV-ETF-3: allocated - spent - launched";
    in_pool(|pool| pool.allocated += 1, BROKEN);
    in_pool(|pool| pool.spent += 1, BROKEN);
    in_pool(|pool| pool.launched += 1, BROKEN);
    in_pool(|pool| pool.native += 1, BROKEN);
}

#[test]
fn a_pool_that_is_forgotten() {
    in_agenda(
        |agenda| agenda.allocate_at = None,
        "INV-ETF-3: a pool that nobody spends",
    );
}

#[test]
fn every_flow_of_shares_is_in_the_fourth_equality() {
    const BROKEN: &str = "INV-ETF-4: minted - burned";
    in_basket(|basket| basket.minted += 1, BROKEN);
    in_basket(|basket| basket.burned += 1, BROKEN);
    detected(|| Assets::mint_into(SHARE, &BOB, 1).unwrap(), BROKEN);
}

#[test]
fn money_that_is_not_there() {
    let burn = |asset: AssetId| Assets::burn_from(asset, &Etf::account_id(), 1, Expendable, InFull, Force).unwrap();
    detected(|| burn(2), "INV-ETF-5: the account has less of an asset");
    let burn = || Balances::burn_from(&Etf::account_id(), 1, Expendable, InFull, Force).unwrap();
    detected(burn, "INV-ETF-5: the account has less native");
}

#[test]
fn weights_that_are_not_whole() {
    let change = || Members::<Test>::mutate(|members| members[0].weight += 1);
    detected(change, "INV-ETF-6: the weights are not 100 %");
}

#[test]
fn seats_that_are_empty_or_taken_twice() {
    let twice = || Members::<Test>::mutate(|members| members[0].asset = members[1].asset);
    detected(twice, "INV-ETF-6: a seat is empty");
    let empty = || {
        Members::<Test>::mutate(|members| {
            let gone = members.pop().unwrap();
            members[0].weight += gone.weight;
        })
    };
    detected(empty, "INV-ETF-6: a seat is empty");
}

#[test]
fn holdings_that_are_there_twice_or_empty() {
    const TWICE: &str = "INV-ETF-7: an asset is in the basket twice";
    let nothing = |asset| Holding {
        asset,
        units: 0,
        mark: None,
        due: 0,
        flows: Flows::default(),
    };
    in_basket(|basket| basket.holdings.try_push(nothing(2)).unwrap(), TWICE);
    in_basket(|basket| basket.holdings.try_push(nothing(SHARE)).unwrap(), TWICE);
    in_basket(
        |basket| basket.holdings.try_push(nothing(9)).unwrap(),
        "INV-ETF-7: nothing of an asset",
    );
}

#[test]
fn a_rebalance_that_is_forgotten() {
    const BROKEN: &str = "INV-ETF-8: a rebalance that does not go on";
    in_agenda(|agenda| agenda.job_at = None, BROKEN);
}

#[test]
fn sales_that_contradict_the_rebalance() {
    let twice = || Sales::<Test>::mutate(|sales| sales.try_push(sales[0]).unwrap());
    detected(twice, "INV-ETF-8: an asset has two sales");
    in_job(
        |job| job.stage = Stage::Buys,
        "INV-ETF-8: a sale that no rebalance waits for",
    );
    let alone = || {
        Job::<Test>::kill();
        Etf::reschedule(|agenda| agenda.job_at = None);
    };
    detected(alone, "INV-ETF-8: a sale that no rebalance waits for");
    in_job(
        |job| job.legs[0].asset = 4,
        "INV-ETF-8: an asset has two legs, or a leg and a sale",
    );
}

#[test]
fn legs_that_make_no_sense() {
    in_job(|job| job.stage = Stage::PlanSells, "INV-ETF-8: legs before the plan");
    in_job(
        |job| job.legs.try_push(job.legs[0]).unwrap(),
        "INV-ETF-8: an asset has two legs",
    );
    in_job(|job| job.legs[0].left = 0, "INV-ETF-8: a leg with nothing to do");
    in_job(
        |job| job.legs[0].tries = MAX_TRIES,
        "INV-ETF-8: a leg with nothing to do",
    );
    in_job(
        |job| job.lost.atto = 1_000_000_000_000_000_000,
        "INV-ETF-8: a part of a planck",
    );
}

#[test]
fn an_issue_that_the_throttle_should_have_stopped() {
    let change = || Holdings::<Test>::mutate(|basket| basket.issuance.used = basket.issuance.limit + 1);
    detected(change, "INV-ETF-9");
}

#[test]
fn samples_that_were_not_taken() {
    const BROKEN: &str = "INV-ETF-10: samples of the future";
    let change =
        |change: fn(&mut Listing)| move || Listings::<Test>::mutate(2, |listing| change(listing.as_mut().unwrap()));
    detected(change(|listing| listing.month += 1), BROKEN);
    detected(change(|listing| listing.samples = 0), BROKEN);
    detected(change(|listing| listing.market_caps = 0), BROKEN);
    detected(change(|listing| listing.reward_ratios = 0), BROKEN);
}

#[test]
fn a_list_that_is_counted_wrongly() {
    let change = || {
        let key = Listings::<Test>::hashed_key_for(2);
        sp_io::storage::clear(&key);
    };
    detected(
        change,
        "INV-ETF-10: too many assets are listed, or they are counted wrongly",
    );
}

#[test]
fn an_alarm_that_rings_too_late() {
    const BROKEN: &str = "INV-ETF-11: the alarm rings too late";
    detected(|| FakeAlarm::<Now>::set(None), BROKEN);
    detected(
        || FakeAlarm::<Now>::set(FakeAlarm::<Now>::at().map(|at| at + 1)),
        BROKEN,
    );
}
