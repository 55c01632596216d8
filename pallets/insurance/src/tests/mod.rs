// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! One file per verb; `attacks` tells what somebody might try, `properties` runs random operations against a model,
//! `detectors` corrupts the books.

mod assess;
mod attacks;
mod buy;
mod claims;
mod constants;
mod days;
mod detectors;
mod hooks;
mod join;
mod loss;
mod model;
mod products;
mod properties;
mod reads;
mod withdraw;

use crate::{books::begin, mock::*, types::*, *};
use finch_math::cover::DAY;
use finch_ports::{Loss, LossObserver, Risk};
use finch_types::{Balance, ClaimId, CoverId, FeeSource, FixedU128, Moment};
use frame_support::{
    assert_noop, assert_ok,
    pallet_prelude::{DispatchError, DispatchResult},
    traits::{fungible::InspectHold, Hooks},
    weights::Weight,
};
use sp_arithmetic::Permill;

type Error = crate::Error<Test>;
type Event = crate::Event<Test>;

/// The products of most tests.
const SYNTH: ProductId = 0;
const SERIES: ProductId = 1;
const VOTED: ProductId = 2;
/// What Alice joins with in most tests.
const CAPITAL: Balance = 1_000_000_000;
const DEPOSIT: Balance = 1_000;
/// A tenth of the capital.
const AMOUNT: Balance = 100_000_000;

/// Runs a test and checks every invariant after it.
#[track_caller]
fn run(test: impl FnOnce()) {
    new_test_ext().execute_with(|| {
        test();
        Insurance::do_try_state().unwrap();
    });
}

/// The same with three products and Alice as the only member.
#[track_caller]
fn covered(test: impl FnOnce()) {
    run(|| {
        three_products();
        assert_ok!(Insurance::join(signed(ALICE), CAPITAL, 0));
        test();
    });
}

/// The synth and a series, measured, and a voted one; each at 2 %, for half of the capital, and paying 100 %.
fn three_products() {
    for kind in [
        Kind::Parametric(Risk::Synth),
        Kind::Parametric(Risk::Series(7)),
        Kind::Voted,
    ] {
        assert_ok!(Insurance::create_product(
            RuntimeOrigin::root(),
            kind,
            Permill::from_percent(50),
            Permill::one(),
            percent(2),
            percent(2),
        ));
    }
}

fn signed(who: AccountId) -> RuntimeOrigin {
    RuntimeOrigin::signed(who)
}

fn percent(points: u32) -> FixedU128 {
    FixedU128::from_rational(points.into(), 100)
}

fn free(who: AccountId) -> Balance {
    Balances::free_balance(who)
}

fn held(reason: HoldReason, who: AccountId) -> Balance {
    Balances::balance_on_hold(&reason.into(), &who)
}

fn pool_account() -> AccountId {
    Insurance::account_id()
}

fn books() -> Books {
    Pool::<Test>::get()
}

fn plan() -> Plan {
    Schedule::<Test>::get()
}

fn unearned() -> Balance {
    books().unearned().unwrap()
}

fn product(id: ProductId) -> Product {
    Products::<Test>::get(id).unwrap()
}

fn cover(id: CoverId) -> Cover<AccountId> {
    Covers::<Test>::get(id).unwrap()
}

fn claim_of(id: ClaimId) -> Claim<AccountId> {
    Claims::<Test>::get(id).unwrap()
}

fn shares(who: AccountId) -> Balance {
    Members::<Test>::get(who).map_or(0, |member| member.shares)
}

/// Time passes.
fn wait(time: Moment) {
    Now::set(&(Now::get() + time));
}

/// Days pass, and the idle time of a block ends them.
fn days(number: u32) {
    wait(u64::from(number) * DAY);
    idle();
}

/// The idle time of blocks with room for everything, until there is nothing to do.
fn idle() {
    for _ in 0..100 {
        Insurance::on_idle(System::block_number(), Weight::MAX);
        let plan = plan();
        if plan.sweep == Sweep::Idle && plan.day.is_none_or(|day| day >= Insurance::today()) {
            return;
        }
    }
    panic!("the sweep does not end");
}

fn next_block() {
    System::set_block_number(System::block_number() + 1);
    System::reset_events();
}

/// Buys a cover for 30 days.
#[track_caller]
fn buy(who: AccountId, product: ProductId, amount: Balance) -> CoverId {
    let id = NextCover::<Test>::get();
    assert_ok!(Insurance::buy_cover(signed(who), product, amount, 30, Balance::MAX));
    id
}

/// So many percent of a risk are lost.
fn lose(risk: Risk, part: u128) {
    Insurance::on_loss(Loss {
        risk,
        lost: part * 1_000,
        of: 100_000,
    });
}

/// Dave and Eve stake 1,000 and 3,000, and a moment passes.
#[track_caller]
fn assessors() {
    assert_ok!(Insurance::stake(signed(DAVE), 1_000));
    assert_ok!(Insurance::stake(signed(EVE), 3_000));
    wait(1);
}

#[track_caller]
fn submit(who: AccountId, cover: CoverId, lost: Balance) -> ClaimId {
    let id = NextClaim::<Test>::get();
    assert_ok!(Insurance::submit_claim(signed(who), cover, lost, [7; 32]));
    id
}

#[track_caller]
fn vote(who: AccountId, claim: ClaimId, verdict: Verdict) {
    assert_ok!(Insurance::vote(signed(who), claim, verdict));
}

fn finalise(claim: ClaimId) -> DispatchResult {
    Insurance::finalise(signed(ALICE), claim)
}

fn collect(claim: ClaimId, who: AccountId) -> DispatchResult {
    Insurance::collect(signed(ALICE), claim, who)
}

fn claim(cover: CoverId) -> DispatchResult {
    Insurance::claim(signed(ALICE), cover)
}

#[track_caller]
fn happened(event: Event) {
    System::assert_has_event(event.into());
}

/// Notice for all shares, and the wait for it.
#[track_caller]
fn noticed(who: AccountId) {
    assert_ok!(Insurance::request_withdrawal(signed(who), shares(who)));
    days(30);
}
