// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Each test breaks one thing and expects the invariant that guards it to say so.

use super::*;
use finch_ports::{Alarm, OnEra, OnSlash};
use finch_testkit::FakeAlarm;
use frame_support::traits::ConstU64;
use frame_support::traits::{
    fungible::Mutate as _,
    fungibles::Mutate as _,
    tokens::{Fortitude::Force, Precision::Exact, Preservation::Expendable},
};

/// A ticket in a settled, tickets in two waiting, and one in the open batch; then `corrupt`.
#[track_caller]
fn detected<R>(corrupt: impl FnOnce() -> R, text: &str) {
    new_test_ext().execute_with(|| {
        start();
        redeem(ALICE, 5_000_000);
        redeem(ALICE, 6_000_000);
        mint(BOB, 11_000_000);
        next_era();
        redeem(ALICE, 7_000_000);
        next_era();
        redeem(ALICE, 8_000_000);
        next_era();
        redeem(ALICE, 9_000_000);
        assert_eq!(
            (Settled::<Test>::iter().count(), Unsettled::<Test>::get().len()),
            (1, 2)
        );
        Synth::do_try_state().unwrap();
        corrupt();
        match Synth::do_try_state().unwrap_err() {
            DispatchError::Other(found) => assert!(found.starts_with(text), "{found}"),
            other => panic!("{other:?}"),
        }
    });
}

#[track_caller]
fn pool(change: impl FnOnce(&mut Books), text: &str) {
    detected(|| Pool::<Test>::mutate(change), text);
}

#[track_caller]
fn waiting(change: impl FnOnce(&mut [Batch]), text: &str) {
    let corrupt = || {
        let mut batches = Unsettled::<Test>::get().into_inner();
        change(&mut batches);
        Unsettled::<Test>::put(frame_support::BoundedVec::truncate_from(batches));
    };
    detected(corrupt, text);
}

#[track_caller]
fn settled(change: impl FnOnce(&mut SettledBatch), text: &str) {
    detected(
        || Settled::<Test>::mutate(0, |batch| change(batch.as_mut().unwrap())),
        text,
    );
}

#[track_caller]
fn ticket(id: TicketId, change: impl FnOnce(&mut Ticket<AccountId>), text: &str) {
    detected(
        || Tickets::<Test>::mutate(id, |ticket| change(ticket.as_mut().unwrap())),
        text,
    );
}

#[test]
fn every_native_flow_is_in_the_first_equality() {
    const BROKEN: &str = "INV-SYNTH-1: native in - native out";
    pool(|books| books.flows.deposited += 1, BROKEN);
    pool(|books| books.flows.rewarded += 1, BROKEN);
    pool(|books| books.flows.slashed += 1, BROKEN);
    pool(|books| books.flows.claimed += 1, BROKEN);
    pool(|books| books.flows.instant += 1, BROKEN);
    pool(|books| books.flows.fees += 1, BROKEN);
}

#[test]
fn every_place_of_native_is_in_the_first_equality() {
    const BROKEN: &str = "INV-SYNTH-1: native in - native out";
    pool(|books| books.staked += 1, BROKEN);
    pool(|books| books.idle += 1, BROKEN);
    pool(|books| books.buffer -= 1, BROKEN);
    pool(|books| books.settled -= 1, BROKEN);
    pool(|books| books.staked = u128::MAX, "INV-SYNTH: a sum does not fit");
}

#[test]
fn every_claim_is_in_the_balance_sheet() {
    const BROKEN: &str = "INV-SYNTH-2: staked + idle + buffer";
    pool(|books| books.backing += 1, BROKEN);
    pool(|books| books.owed -= 1, BROKEN);
    pool(|books| books.unreleased += 1, BROKEN);
    pool(|books| books.fees_due += 1, BROKEN);
}

#[test]
fn settled_native_is_not_in_the_balance_sheet() {
    let moved = |books: &mut Books| {
        books.settled += 1;
        books.idle -= 1;
    };
    pool(moved, "INV-SYNTH-2: staked + idle + buffer");
}

#[test]
fn every_synth_flow_is_in_the_third_equality() {
    const BROKEN: &str = "INV-SYNTH-3: synth minted - synth burned";
    pool(|books| books.flows.minted += 1, BROKEN);
    pool(|books| books.flows.burned += 1, BROKEN);
    pool(|books| books.issuance -= 1, BROKEN);
}

#[test]
fn synth_minted_or_burned_elsewhere() {
    const BROKEN: &str = "INV-SYNTH-3: the supply of the asset";
    detected(|| Assets::mint_into(SYNTH, &BOB, 1).unwrap(), BROKEN);
    detected(
        || Assets::burn_from(SYNTH, &BOB, 1, Expendable, Exact, Force).unwrap(),
        BROKEN,
    );
}

#[test]
fn synth_taken_out_of_the_pot() {
    let take = || Assets::transfer(signed(Synth::pot()), SYNTH, BOB, 1_000).unwrap();
    detected(take, "INV-SYNTH-3: the pot lacks escrow or seed");
}

#[test]
fn a_batch_that_owes_other_than_the_books_say() {
    waiting(
        |batches| batches[0].owed -= 1,
        "INV-SYNTH-4: the sum over unsettled batches",
    );
    detected(
        || Unsettled::<Test>::mutate(|batches| batches.pop()),
        "INV-SYNTH-4: the sum over unsettled batches",
    );
}

#[test]
fn a_settled_batch_that_holds_other_than_the_books_say() {
    settled(|batch| batch.left += 1, "INV-SYNTH-4: the sum over settled batches");
    detected(
        || Settled::<Test>::remove(0),
        "INV-SYNTH-4: the sum over settled batches",
    );
}

#[test]
fn batches_out_of_order() {
    waiting(|batches| batches.swap(0, 1), "INV-SYNTH-4: batches out of order");
    waiting(
        |batches| batches[0].id = batches[1].id,
        "INV-SYNTH-4: batches out of order",
    );
}

#[test]
fn a_batch_that_owes_more_than_was_requested_or_has_no_tickets() {
    waiting(|batches| batches[1].value -= 1, "INV-SYNTH-4: a batch owes more");
    waiting(|batches| batches[1].tickets = 0, "INV-SYNTH-4: a batch owes more");
}

#[test]
fn a_lost_ticket() {
    detected(|| Tickets::<Test>::remove(4), "INV-SYNTH-5: the open batch");
    detected(|| Tickets::<Test>::remove(2), "INV-SYNTH-5: a batch");
    detected(
        || Tickets::<Test>::remove(0),
        "INV-SYNTH-5: a settled batch != the number",
    );
}

#[test]
fn an_open_batch_that_is_not_the_sum_of_its_tickets() {
    const BROKEN: &str = "INV-SYNTH-5: the open batch";
    ticket(4, |ticket| ticket.value += 1, BROKEN);
    ticket(4, |ticket| ticket.synth += 1, BROKEN);
    detected(|| RedeemQueue::<Test>::mutate(|queue| queue.open.tickets += 1), BROKEN);
    detected(|| RedeemQueue::<Test>::mutate(|queue| queue.open.value += 1), BROKEN);
}

#[test]
fn a_waiting_batch_that_is_not_the_sum_of_its_tickets() {
    const BROKEN: &str = "INV-SYNTH-5: a batch != the sum";
    ticket(2, |ticket| ticket.value += 1, BROKEN);
    waiting(|batches| batches[0].tickets += 1, BROKEN);
    waiting(|batches| batches[0].value += 1, BROKEN);
}

#[test]
fn a_settled_batch_that_cannot_pay_its_tickets() {
    settled(|batch| batch.tickets += 1, "INV-SYNTH-5: a settled batch != the number");
    settled(|batch| batch.paid += 1, "INV-SYNTH-5: a settled batch cannot pay");
    ticket(0, |ticket| ticket.value += 1, "INV-SYNTH-5: a settled batch cannot pay");
}

#[test]
fn a_ticket_from_the_future_or_without_a_batch() {
    detected(
        || RedeemQueue::<Test>::mutate(|queue| queue.next_ticket = 4),
        "INV-SYNTH-5: a ticket from the future",
    );
    let stray = || {
        claim(0);
        Tickets::<Test>::insert(
            0,
            Ticket {
                owner: ALICE,
                batch: 99,
                synth: 1,
                value: 1,
            },
        );
    };
    detected(stray, "INV-SYNTH-5: a ticket without a batch");
}

#[test]
fn native_taken_out_of_the_pot() {
    let take = || Balances::burn_from(&Synth::pot(), 1, Expendable, Exact, Force).unwrap();
    detected(take, "INV-SYNTH-6: the pot lacks native");
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
    let lose = || FakeStaking::<Balances, Deaf>::slash(Synth::stash(), 1);
    detected(lose, "INV-SYNTH-6: less at stake than booked");
}

#[test]
fn rates_that_are_missing_or_too_many() {
    detected(
        || RateAtEra::<Test>::remove(4),
        "INV-SYNTH-7: no rate for the accounted era",
    );
    detected(
        || RateAtEra::<Test>::insert(5, FixedU128::one()),
        "INV-SYNTH-7: the rate of a future era",
    );
    let too_many = || (1_000..=1_000 + RATE_HISTORY).for_each(|era| RateAtEra::<Test>::insert(era, FixedU128::one()));
    detected(too_many, "INV-SYNTH-7: more rates kept");
}

#[test]
fn an_index_of_owners_that_is_not_the_tickets() {
    const BROKEN: &str = "INV-SYNTH-8: the index of owners";
    ticket(2, |ticket| ticket.owner = BOB, BROKEN);
    detected(|| TicketsOf::<Test>::remove(ALICE, 2), BROKEN);
    detected(|| TicketsOf::<Test>::insert(BOB, 2, ()), BROKEN);
}

#[test]
fn an_alarm_that_is_silent() {
    let silence = || {
        Staking::next_era();
        FakeAlarm::<ConstU64<0>>::set(None);
    };
    detected(silence, "INV-SYNTH-9: upkeep is not complete and no alarm rings");
}
