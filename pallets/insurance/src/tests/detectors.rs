// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Each test breaks one thing and expects the invariant that guards it to say so.

use super::*;
use finch_ports::Alarm;
use finch_testkit::FakeAlarm;
use frame_support::traits::{
    fungible::{Mutate, MutateHold},
    tokens::{Fortitude::Force, Precision::Exact, Preservation::Expendable},
};

/// Two members, of whom one is about to leave; covers of all products, of which one is paid for two losses and another
/// waits for the second; an open claim, a decided one, and assessors. Then `corrupt`.
#[track_caller]
fn detected<R>(corrupt: impl FnOnce() -> R, text: &str) {
    new_test_ext().execute_with(|| {
        three_products();
        assert_ok!(Insurance::join(signed(ALICE), CAPITAL, 0));
        assert_ok!(Insurance::join(signed(CHARLIE), CAPITAL, 0));
        assert_ok!(Insurance::request_withdrawal(signed(CHARLIE), 1_000));
        assessors();
        for (who, product) in [
            (BOB, SYNTH),
            (CHARLIE, SYNTH),
            (BOB, SERIES),
            (BOB, VOTED),
            (CHARLIE, VOTED),
        ] {
            buy(who, product, AMOUNT);
        }
        days(1);
        let number = submit(BOB, 3, AMOUNT / 2);
        vote(DAVE, number, Verdict::Reject);
        vote(EVE, number, Verdict::Reject);
        days(4);
        assert_ok!(finalise(number));
        assert_ok!(collect(number, EVE));
        let open = submit(CHARLIE, 4, AMOUNT / 2);
        vote(EVE, open, Verdict::Accept);
        assert_ok!(Insurance::unstake(signed(DAVE), 500));
        lose(Risk::Synth, 10);
        idle();
        lose(Risk::Synth, 10);
        assert_ok!(claim(0));
        Insurance::do_try_state().unwrap();
        corrupt();
        match Insurance::do_try_state().unwrap_err() {
            DispatchError::Other(found) => assert!(found.starts_with(text), "{found}"),
            other => panic!("{other:?}"),
        }
    });
}

#[track_caller]
fn the_books(change: impl FnOnce(&mut Books), text: &str) {
    detected(|| Pool::<Test>::mutate(change), text);
}

#[track_caller]
fn a_cover(id: CoverId, change: impl FnOnce(&mut Cover<AccountId>), text: &str) {
    detected(
        || Covers::<Test>::mutate(id, |cover| change(cover.as_mut().unwrap())),
        text,
    );
}

#[track_caller]
fn a_product(id: ProductId, change: impl FnOnce(&mut Product), text: &str) {
    detected(|| Products::<Test>::mutate(id, |it| change(it.as_mut().unwrap())), text);
}

#[track_caller]
fn an_ending(change: impl FnOnce(&mut Ending), text: &str) {
    let corrupt = || Endings::<Test>::mutate(FIRST_DAY + 31, |it| change(it.as_mut().unwrap()));
    detected(corrupt, text);
}

#[track_caller]
fn an_event(change: impl FnOnce(&mut LossEvent), text: &str) {
    detected(
        || Events::<Test>::mutate(SYNTH, 1, |it| change(it.as_mut().unwrap())),
        text,
    );
}

#[track_caller]
fn a_claim(id: ClaimId, change: impl FnOnce(&mut Claim<AccountId>), text: &str) {
    detected(|| Claims::<Test>::mutate(id, |it| change(it.as_mut().unwrap())), text);
}

#[track_caller]
fn a_member(change: impl FnOnce(&mut Membership), text: &str) {
    detected(
        || Members::<Test>::mutate(CHARLIE, |it| change(it.as_mut().unwrap())),
        text,
    );
}

#[test]
fn inv_1_finds_planck_that_came_from_nowhere_or_went_there() {
    const TEXT: &str = "INV-COVER-1:";
    the_books(|books| books.joined += 1, TEXT);
    the_books(|books| books.withdrawn += 1, TEXT);
    the_books(|books| books.earned += 1, TEXT);
    the_books(|books| books.paid += 1, TEXT);
    the_books(|books| books.forfeited += 1, TEXT);
    the_books(|books| books.rewarded += 1, TEXT);
    the_books(|books| books.capital -= 1, TEXT);
    the_books(|books| books.events -= 1, TEXT);
    the_books(|books| books.claims -= 1, TEXT);
    the_books(|books| books.rewards -= 1, TEXT);
}

#[test]
fn inv_2_finds_premium_that_is_not_earned_as_it_should_be() {
    const TEXT: &str = "INV-COVER-2:";
    the_books(|books| books.premiums += 1, TEXT);
    the_books(|books| books.fees += 1, TEXT);
    the_books(|books| books.fees = books.premiums + 1, TEXT);
    the_books(|books| books.per_day += 1, TEXT);
    the_books(|books| books.day += 1, TEXT);
    an_ending(|ending| ending.rest += 1, TEXT);
    an_ending(|ending| ending.per_day -= 1, TEXT);
    // More a day, and so much less at the end.
    an_ending(
        |ending| {
            ending.per_day -= 1;
            ending.rest += 26;
        },
        "INV-COVER-2: what a day earns",
    );
}

#[test]
fn inv_3_finds_shares_that_are_nobodys() {
    const TEXT: &str = "INV-COVER-3:";
    the_books(|books| books.shares += 1, TEXT);
    a_member(|member| member.shares -= 1, TEXT);
    a_member(|member| member.round = 1, TEXT);
    a_member(
        |member| member.notice.as_mut().unwrap().shares = member.shares + 1,
        TEXT,
    );
    a_member(|member| member.notice.as_mut().unwrap().shares = 0, TEXT);
    detected(|| Members::<Test>::remove(ALICE), TEXT);
    detected(|| Members::<Test>::insert(DAVE, Membership::default()), TEXT);
}

#[test]
fn inv_4_finds_cover_that_is_not_in_the_books() {
    const TEXT: &str = "INV-COVER-4:";
    a_product(SYNTH, |it| it.active += 1, TEXT);
    a_cover(0, |cover| cover.amount -= 1, TEXT);
    a_cover(0, |cover| cover.end += 1, TEXT);
    a_cover(0, |cover| cover.end = FIRST_DAY, TEXT);
    the_books(|books| books.active += 1, TEXT);
    an_ending(|ending| ending.covers[0].1 += 1, TEXT);
    an_ending(|ending| ending.covers[0].0 = 5, TEXT);
    an_ending(|ending| ending.covers.try_push((5, 0)).unwrap(), TEXT);
    an_ending(
        |ending| {
            let twice = ending.covers[0];
            ending.covers.try_push(twice).unwrap();
        },
        TEXT,
    );
    // One more of a product and one less of another.
    detected(
        || {
            Products::<Test>::mutate(SYNTH, |it| it.as_mut().unwrap().active += 1);
            Products::<Test>::mutate(SERIES, |it| it.as_mut().unwrap().active -= 1);
        },
        TEXT,
    );
}

#[test]
fn inv_5_finds_a_loss_that_is_paid_twice_or_never() {
    const TEXT: &str = "INV-COVER-5:";
    // Asked already, and to be asked again.
    a_cover(0, |cover| cover.seen = 1, TEXT);
    a_cover(0, |cover| cover.seen = 0, TEXT);
    a_cover(1, |cover| cover.seen = 2, TEXT);
    a_cover(1, |cover| cover.seen = 3, TEXT);
    an_event(|event| event.waiting += 1, TEXT);
    an_event(|event| event.left += 1, TEXT);
    a_product(SYNTH, |it| it.events = 3, TEXT);
    a_product(SYNTH, |it| it.covers += 1, TEXT);
    a_product(SYNTH, |it| it.events = 1, TEXT);
    detected(|| Events::<Test>::remove(SYNTH, 1), TEXT);
    let none = LossEvent {
        at: START,
        ratio: percent(1),
        left: 0,
        waiting: 0,
    };
    detected(|| Events::<Test>::insert(SYNTH, 0, none), TEXT);
    detected(|| Events::<Test>::insert(9, 0, none), TEXT);
}

#[test]
fn inv_6_finds_claims_that_are_not_in_the_books() {
    const TEXT: &str = "INV-COVER-6:";
    a_claim(1, |claim| claim.payout += 1, TEXT);
    a_claim(1, |claim| claim.reward -= 1, TEXT);
    a_claim(1, |claim| claim.votes += 1, TEXT);
    a_claim(1, |claim| claim.accept += 1, TEXT);
    a_claim(1, |claim| claim.reject += 1, TEXT);
    a_claim(1, |claim| claim.electorate = 2_999, TEXT);
    a_claim(1, |claim| claim.cover = 3, TEXT);
    a_claim(0, |claim| claim.reject = 999, TEXT);
    a_claim(0, |claim| claim.votes = 0, TEXT);
    let decided = |reward, left| Stage::Decided {
        verdict: Verdict::Reject,
        reward,
        left,
    };
    a_claim(0, |claim| claim.stage = decided(DEPOSIT, 249), TEXT);
    a_claim(0, |claim| claim.stage = decided(249, 250), TEXT);
    a_cover(4, |cover| cover.claim = None, TEXT);
    a_cover(3, |cover| cover.claim = Some(1), TEXT);
    detected(|| Votes::<Test>::remove(1, EVE), TEXT);
    detected(
        || Votes::<Test>::mutate(1, EVE, |vote| vote.as_mut().unwrap().weight -= 1),
        TEXT,
    );
    detected(|| Claims::<Test>::remove(0), TEXT);
}

#[test]
fn inv_7_finds_stake_and_deposits_that_are_not_on_hold() {
    const TEXT: &str = "INV-COVER-7:";
    the_books(|books| books.stake += 1, TEXT);
    let assessor = |change: fn(&mut Assessor)| {
        detected(
            || Assessors::<Test>::mutate(DAVE, |it| change(it.as_mut().unwrap())),
            TEXT,
        );
    };
    assessor(|it| it.leaving += 1);
    assessor(|it| it.stake -= 1);
    detected(|| Assessors::<Test>::insert(ALICE, Assessor::default()), TEXT);
    let release = |reason: HoldReason, who| Balances::release(&reason.into(), &who, 1, Exact).unwrap();
    detected(|| release(HoldReason::Stake, DAVE), TEXT);
    detected(|| release(HoldReason::ClaimDeposit, CHARLIE), TEXT);
    a_claim(1, |claim| claim.deposit -= 1, TEXT);
}

#[test]
fn inv_8_finds_an_account_that_lacks_planck() {
    let burn = || Balances::burn_from(&pool_account(), 1, Expendable, Exact, Force).unwrap();
    detected(burn, "INV-COVER-8:");
}

#[test]
fn inv_9_finds_products_that_cannot_be() {
    const TEXT: &str = "INV-COVER-9:";
    a_product(SYNTH, |it| it.target = percent(0), TEXT);
    a_product(SYNTH, |it| it.target = percent(101), TEXT);
    a_product(SYNTH, |it| it.rate = percent(0), TEXT);
    a_product(SYNTH, |it| it.pays = Permill::zero(), TEXT);
    a_product(SYNTH, |it| it.kind = Kind::Voted, TEXT);
    a_product(VOTED, |it| it.kind = Kind::Parametric(Risk::Synth), TEXT);
    detected(|| Risks::<Test>::mutate(|risks| risks[0].1 = VOTED), TEXT);
    detected(
        || Risks::<Test>::mutate(|risks| risks.try_push((Risk::Synth, 0)).unwrap()),
        TEXT,
    );
    detected(|| NextProduct::<Test>::put(2), TEXT);
}

#[test]
fn inv_10_finds_a_schedule_of_nothing() {
    new_test_ext().execute_with(|| {
        Schedule::<Test>::put(Plan::default());
        assert_eq!(
            Insurance::do_try_state(),
            Err(DispatchError::Other("INV-COVER-10: a schedule without anything to do"))
        );
    });
}

#[test]
fn inv_10_finds_time_that_has_not_passed() {
    const TEXT: &str = "INV-COVER-10:";
    detected(|| Now::set(&(Now::get() - DAY)), TEXT);
    detected(|| Endings::<Test>::insert(FIRST_DAY, Ending::default()), TEXT);
    detected(|| Insurance::reschedule(|plan| plan.sweep = Sweep::Idle), TEXT);
    detected(|| Insurance::reschedule(|plan| plan.day = None), TEXT);
    detected(
        || Insurance::reschedule(|plan| plan.day = plan.day.map(|day| day + 1)),
        TEXT,
    );
}

#[test]
fn inv_10_finds_an_alarm_that_rings_too_late() {
    const TEXT: &str = "INV-COVER-10: the alarm rings too late";
    detected(|| FakeAlarm::<Now>::set(None), TEXT);
    detected(|| FakeAlarm::<Now>::set(FakeAlarm::<Now>::at().map(|at| at + 1)), TEXT);
}
