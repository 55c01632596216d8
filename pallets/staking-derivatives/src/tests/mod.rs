// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! One file per verb; `stories` go from the proposal to the last redemption, `properties` runs random operations
//! against a model, `detectors` corrupts the books.

mod close;
mod collect;
mod constants;
mod detectors;
mod hooks;
mod model;
mod open;
mod properties;
mod propose;
mod reads;
mod redeem;
mod sale;
mod settle;
mod slash;
mod stories;

use crate::{mock::*, types::*, *};
use finch_testkit::FakeCurve;
use finch_types::{AssetId, Balance, FeeSource, FixedU128, Moment, Perbill, SeriesId, TrancheId};
use frame_support::{
    assert_noop, assert_ok,
    pallet_prelude::DispatchError,
    traits::{
        fungible::{Inspect as _, InspectHold},
        Hooks,
    },
    weights::Weight,
    BoundedVec,
};
use sp_runtime::{traits::One, FixedPointNumber};

type Error = crate::Error<Test>;
type Event = crate::Event<Test>;

const FIRST_TOKEN: AssetId = 1_000;
/// What the assets pallet reserves for a token's name, whatever that is.
const NAME_DEPOSIT: Balance = 7;
const DAY: Moment = 86_400_000;
/// The length of an era in the fake staking system.
const ERA: Moment = Staking::ERA_LENGTH;
/// 10 % a year.
const YEARLY_REWARD: FixedU128 = FixedU128::from_rational(1, 10);
/// What Alice stakes, and her bond: 2 %.
const PRINCIPAL: Balance = 1_000_000;
const BOND: Balance = 20_000;
/// 100 days: a senior unit pays 1.05^(100/365) = 1.013457..., a junior unit 1.12^(100/365) = 1.031536...
const TERM: Moment = 100 * DAY;
const SENIOR_FACE: Balance = 608_074;
/// Of the 200,000 junior units that [`active`] sells.
const JUNIOR_FACE: Balance = 206_307;
/// 90 % of the yearly 10 % go to the stake, for the term less 4 eras of unbonding: 1e6 * 0.09 * (100 d - 4 min) / 365
/// d.
const REWARD: Balance = 24_656;

/// Runs a test and checks every invariant after it.
#[track_caller]
fn run(test: impl FnOnce()) {
    new_test_ext().execute_with(|| {
        test();
        Derivatives::do_try_state().unwrap();
    });
}

fn signed(who: AccountId) -> RuntimeOrigin {
    RuntimeOrigin::signed(who)
}

/// `a / b`, rounded down.
fn ratio(a: u128, b: u128) -> FixedU128 {
    FixedU128::checked_from_rational(a, b).unwrap()
}

fn terms() -> Terms {
    Terms {
        term: TERM,
        bidding: DAY,
        contract_size: 100,
        min_turnover: Perbill::from_percent(10),
        agreement: [7; 32],
    }
}

/// `share` and `rate` in percent, at par.
fn tranche(share: u32, rate: u128) -> TrancheTerms {
    TrancheTerms {
        share: Perbill::from_percent(share),
        annual_rate: ratio(rate, 100),
        ask: FixedU128::one(),
        tick_size: ratio(1, 1_000),
    }
}

fn list(tranches: &[TrancheTerms]) -> TranchesOf<TrancheTerms> {
    BoundedVec::try_from(tranches.to_vec()).unwrap()
}

/// 60 % senior at 5 %, 30 % junior at 12 %.
fn two() -> TranchesOf<TrancheTerms> {
    list(&[tranche(60, 5), tranche(30, 12)])
}

/// Alice proposes [`two`] tranches.
#[track_caller]
fn propose() -> SeriesId {
    assert_ok!(Derivatives::propose(
        signed(ALICE),
        VALIDATOR,
        PRINCIPAL,
        BOND,
        terms(),
        two()
    ));
    NextSeries::<Test>::get() - 1
}

#[track_caller]
fn verified() -> SeriesId {
    let id = propose();
    assert_ok!(Derivatives::verify(RuntimeOrigin::root(), id));
    id
}

/// Alice's series is in auction.
#[track_caller]
fn opened() -> SeriesId {
    let id = verified();
    assert_ok!(Derivatives::open(signed(ALICE), id));
    id
}

/// Bob has bought all of the senior tranche at par, Charlie two thirds of the junior one at 1.01.
#[track_caller]
fn active() -> SeriesId {
    let id = opened();
    assert_ok!(House::close(auction(id, 0), 600_000, FixedU128::one()));
    assert_ok!(House::close(auction(id, 1), 200_000, ratio(101, 100)));
    assert_ok!(House::deliver(auction(id, 0), BOB, 600_000));
    assert_ok!(House::deliver(auction(id, 1), CHARLIE, 200_000));
    assert_ok!(House::finish(auction(id, 0)));
    assert_ok!(House::finish(auction(id, 1)));
    assert_eq!(series(id).state, State::Active);
    System::reset_events();
    id
}

/// An active series whose term is over, its vault unbonded and settled.
#[track_caller]
fn settled() -> SeriesId {
    let id = active();
    mature(id);
    assert!(series(id).state.is_settled());
    id
}

/// Goes to the maturity, the last four eras one by one with their upkeep.
#[track_caller]
fn mature(id: SeriesId) {
    Now::set(&(series(id).maturity.unwrap() - 4 * ERA));
    (0..4).for_each(|_| next_era());
}

fn later(time: Moment) {
    Now::set(&(Now::get() + time));
}

/// Runs all upkeep that is due.
#[track_caller]
fn upkeep() {
    Derivatives::on_idle(1, Weight::MAX);
    assert_eq!(Round::<Test>::get().step, None);
}

/// Ends the era and runs its upkeep.
#[track_caller]
fn next_era() {
    Staking::next_era();
    later(ERA);
    upkeep();
}

/// The vault earns `reward` in the era that ends now.
#[track_caller]
fn era_earning(id: SeriesId, reward: Balance) {
    Staking::earn_for(Derivatives::vault(id), reward);
    next_era();
}

#[track_caller]
fn slash(id: SeriesId, amount: Balance) {
    assert_eq!(Staking::slash(Derivatives::vault(id), amount), amount);
}

#[track_caller]
fn series(id: SeriesId) -> Series<AccountId> {
    AllSeries::<Test>::get(id).unwrap()
}

#[track_caller]
fn auction(id: SeriesId, at: TrancheId) -> u32 {
    series(id).tranches[usize::from(at)].auction.unwrap()
}

#[track_caller]
fn token(id: SeriesId, at: TrancheId) -> AssetId {
    series(id).token::<Test>(at).unwrap()
}

fn native(who: AccountId) -> Balance {
    Balances::free_balance(who)
}

fn on_hold(who: AccountId) -> Balance {
    Balances::balance_on_hold(&HoldReason::IssuerBond.into(), &who)
}

#[track_caller]
fn units(who: AccountId, id: SeriesId, at: TrancheId) -> Balance {
    Assets::balance(token(id, at), who)
}

/// Redeems and returns what was paid.
#[track_caller]
fn redeem(who: AccountId, id: SeriesId, at: TrancheId, units: Balance) -> Balance {
    let before = native(who);
    assert_ok!(Derivatives::redeem(signed(who), id, at, units));
    native(who) - before
}

/// The pallet's events since the last call.
fn take_events() -> Vec<Event> {
    let events = System::read_events_for_pallet();
    System::reset_events();
    events
}

#[track_caller]
fn happened(event: Event) {
    System::assert_has_event(event.into());
}
