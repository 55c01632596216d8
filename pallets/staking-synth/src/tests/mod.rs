// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! One file per verb; `stories` go from the deposit to the claim, `properties` runs random operations against a model,
//! `detectors` corrupts the books.

mod attacks;
mod claim;
mod constants;
mod detectors;
mod hooks;
mod instant;
mod mint;
mod model;
mod nominate;
mod pause;
mod properties;
mod reads;
mod redeem;
mod slash;
mod stories;

use crate::{mock::*, types::*, *};
use finch_testkit::{FakeFees, FakeStaking};
use finch_types::{Balance, FeeSource, FixedU128, Perbill, TicketId};
use frame_support::{assert_noop, assert_ok, pallet_prelude::DispatchError, traits::Hooks, weights::Weight};
use sp_runtime::{
    traits::{One, Zero},
    FixedPointNumber,
};

type Error = crate::Error<Test>;
type Event = crate::Event<Test>;
type Staking = FakeStaking<Balances, Synth>;
type Fees = FakeFees<Balances>;

/// The backing after [`start`]: the seed of 1000 and what Alice deposits.
const BACKING: Balance = 100_000_000;

fn signed(who: AccountId) -> RuntimeOrigin {
    RuntimeOrigin::signed(who)
}

fn books() -> Books {
    Pool::<Test>::get()
}

fn native(who: AccountId) -> Balance {
    Balances::free_balance(who)
}

fn synth(who: AccountId) -> Balance {
    Assets::balance(SYNTH, who)
}

/// What `synth` would be worth in a redemption.
#[track_caller]
fn worth(synth: Balance) -> Balance {
    Synth::value_of(&books(), synth).unwrap()
}

/// Mints without a limit and returns the synth.
#[track_caller]
fn mint(who: AccountId, amount: Balance) -> Balance {
    let before = synth(who);
    assert_ok!(Synth::mint(signed(who), amount, 0));
    synth(who) - before
}

/// Redeems through the queue without a limit and returns the ticket.
#[track_caller]
fn redeem(who: AccountId, synth: Balance) -> TicketId {
    assert_ok!(Synth::redeem(signed(who), synth, 0));
    RedeemQueue::<Test>::get().next_ticket - 1
}

/// Claims for the owner and returns what was paid.
#[track_caller]
fn claim(ticket: TicketId) -> Balance {
    let owner = Tickets::<Test>::get(ticket).unwrap().owner;
    let before = native(owner);
    assert_ok!(Synth::claim(signed(CHARLIE), ticket));
    native(owner) - before
}

/// Runs all upkeep that is due.
#[track_caller]
fn upkeep() {
    Synth::on_idle(1, Weight::MAX);
    assert_eq!(Round::<Test>::get().stage, None);
}

/// Ends the era and runs its upkeep.
#[track_caller]
fn next_era() {
    Staking::next_era();
    upkeep();
}

/// The stash earns `reward` in the era that ends now.
#[track_caller]
fn era_earning(reward: Balance) {
    Staking::earn(reward);
    next_era();
}

/// Takes `amount` from the stake.
#[track_caller]
fn slash(amount: Balance) {
    assert_eq!(Staking::slash(Synth::stash(), amount), amount);
}

/// Alice fills the backing up to [`BACKING`] and one era passes: 3 % lie in the buffer, 97 % are bonded.
#[track_caller]
fn start() {
    mint(ALICE, BACKING - 1_000);
    next_era();
    assert_eq!((books().buffer, books().staked), (3_000_000, 97_000_000));
    System::reset_events();
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

/// Sets the least synth that keeps an account; 1 in the mock.
#[track_caller]
fn synth_minimum(minimum: Balance) {
    let pot = Synth::pot();
    assert_ok!(Assets::force_asset_status(
        RuntimeOrigin::root(),
        SYNTH,
        pot,
        pot,
        pot,
        pot,
        minimum,
        true,
        false
    ));
}

/// `backing / issuance`, rounded down.
fn rate(backing: Balance, issuance: Balance) -> FixedU128 {
    FixedU128::checked_from_rational(backing, issuance).unwrap()
}
