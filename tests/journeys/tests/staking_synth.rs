// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What holders of sFINCH live through.

mod world;

use finch_runtime::{
    configs::synth::NativeSynth, AccountId, Assets, Runtime, RuntimeOrigin, Staking, StakingSynth, System,
};
use finch_types::{Coin, FeeSource, TicketId};
use frame_support::{assert_noop, assert_ok};
use pallet_staking_synth::{types::Entry, Error, Event, RateAtEra, Tickets};
use sp_runtime::{FixedPointNumber, FixedU128, Perbill};
use world::*;

type SynthError = Error<Runtime, NativeSynth>;
type SynthTickets = Tickets<Runtime, NativeSynth>;

fn signed(who: &AccountId) -> RuntimeOrigin {
    RuntimeOrigin::signed(who.clone())
}

fn mint(who: &AccountId, amount: u128) -> u128 {
    let before = synth(who);
    assert_ok!(StakingSynth::mint(signed(who), amount, 0));
    synth(who) - before
}

fn redeem(who: &AccountId, amount: u128) -> TicketId {
    assert_ok!(StakingSynth::redeem(signed(who), amount, 0));
    synth_events()
        .into_iter()
        .rev()
        .find_map(|event| match event {
            Event::RedeemRequested { ticket, .. } => Some(ticket),
            _ => None,
        })
        .expect("a request leaves an event")
}

/// Reports a slash of both collators for what they did in the active era, and lets it be applied.
fn slash(part: Perbill) {
    let era = active_era();
    for collator in [Charlie, Dave] {
        assert_ok!(Staking::manual_slash(
            RuntimeOrigin::root(),
            collator.to_account_id(),
            era,
            part
        ));
    }
    let before = books().flows.slashed;
    for _ in 0..5 {
        next_era();
        if books().flows.slashed > before {
            return;
        }
    }
    panic!("the slash was not applied within 5 eras");
}

#[test]
fn after_one_era_the_rate_is_above_one() {
    story(|| {
        assert_eq!(StakingSynth::rate().unwrap(), FixedU128::from_u32(1));
        next_era();
        let pool = books();
        let rate = StakingSynth::rate().unwrap();
        assert!(rate > FixedU128::from_u32(1), "no reward: {pool:?}");
        assert_eq!(rate.into_inner(), pool.backing * FixedU128::DIV / pool.issuance);
        assert_eq!(RateAtEra::<Runtime, NativeSynth>::get(active_era()), Some(rate));
    });
}

#[test]
fn a_deposit_earns_the_staking_reward_and_comes_back() {
    story(|| {
        let alice = Alice.to_account_id();
        let bob = Bob.to_account_id();
        assert_eq!(mint(&alice, 10_000 * FINCH), 10_000 * FINCH);
        // Bonded in the next era, elected for the one after, paid when that has ended.
        eras(4);
        let pool = books();
        let rate = StakingSynth::rate().unwrap();
        assert!(rate > FixedU128::from_u32(1), "no reward: {pool:?}");
        assert_eq!(
            rate.into_inner(),
            pool.backing * FixedU128::DIV / pool.issuance,
            "the rate is backing / issuance to the last planck",
        );
        assert_eq!(pool.issuance, 10_000 * FINCH + SEED);
        // Nine tenths of all rewards are in the backing, one tenth is the protocol's.
        let flows = &pool.flows;
        assert_eq!(
            pool.backing + pool.unreleased + pool.fees_due + flows.fees,
            10_000 * FINCH + SEED + flows.rewarded
        );
        assert!(flows.fees + pool.fees_due >= flows.rewarded / 10 - 10);
        assert_eq!(fees(Coin::Native, FeeSource::SynthReward).burned, flows.fees);

        // A later deposit pays for the reward that is there already.
        let bobs = mint(&bob, 20_000 * FINCH);
        assert!(bobs < 20_000 * FINCH);

        let before = native(&alice);
        let worth = StakingSynth::quote_redeem(10_000 * FINCH).unwrap().queued;
        let ticket = redeem(&alice, 10_000 * FINCH);
        assert_noop!(StakingSynth::claim(signed(&bob), ticket), SynthError::NotSettled);
        // Bob's deposit pays Alice: no need to unbond.
        next_era();
        assert_ok!(StakingSynth::claim(signed(&bob), ticket));
        assert_eq!(native(&alice) - before, worth);
        assert!(worth > 10_000 * FINCH);
        assert_noop!(StakingSynth::claim(signed(&bob), ticket), SynthError::TicketNotFound);
    });
}

#[test]
fn without_deposits_a_redemption_waits_for_unbonding() {
    story(|| {
        let alice = Alice.to_account_id();
        mint(&alice, 1_000 * FINCH);
        eras(3);
        let ticket = redeem(&alice, 500 * FINCH);
        let status = StakingSynth::redeem_status(ticket).unwrap();
        let requested = active_era();
        assert_eq!(
            status.due_era,
            requested + 1 + 2,
            "the batch closes with the era and unbonds for two"
        );
        let mut paid_in = None;
        for _ in 0..5 {
            next_era();
            if StakingSynth::claim(signed(&alice), ticket).is_ok() {
                paid_in = Some(active_era());
                break;
            }
        }
        let paid_in = paid_in.expect("paid within five eras");
        assert!(
            paid_in <= status.due_era + 1,
            "due in {}, paid in {paid_in}",
            status.due_era
        );
    });
}

#[test]
fn a_slash_during_the_wait_is_shared_by_queue_and_holders() {
    story(|| {
        let (alice, bob) = (Alice.to_account_id(), Bob.to_account_id());
        mint(&alice, 5_000 * FINCH);
        mint(&bob, 5_000 * FINCH);
        eras(3);
        let era = active_era();
        // Reported now, applied in the next era; the redemption comes in between.
        for collator in [Charlie, Dave] {
            assert_ok!(Staking::manual_slash(
                RuntimeOrigin::root(),
                collator.to_account_id(),
                era,
                Perbill::from_percent(3)
            ));
        }
        next_block();
        let ticket = redeem(&alice, 5_000 * FINCH);
        let value = SynthTickets::get(ticket).unwrap().value;
        let held = StakingSynth::quote_redeem(5_000 * FINCH).unwrap().queued;
        assert_eq!(value, held);
        for _ in 0..8 {
            next_era();
            if StakingSynth::redeem_status(ticket).unwrap().eta == 0 {
                break;
            }
        }
        let slashed = books().flows.slashed;
        assert!(slashed > 0, "the slash was applied");
        let before = native(&alice);
        assert_ok!(StakingSynth::claim(signed(&alice), ticket));
        let paid = native(&alice) - before;
        assert!(paid < value, "the queue bears its part");
        // Who redeemed and who stayed lost the same part, but for the reward that the holder went on earning.
        let lost_in_queue = value - paid;
        let kept = StakingSynth::quote_redeem(5_000 * FINCH).unwrap().queued;
        let lost_by_holder = value - kept.min(value);
        assert!(lost_by_holder <= lost_in_queue + 1);
        assert!(
            lost_in_queue - lost_by_holder < value / 1_000,
            "{lost_in_queue} and {lost_by_holder}"
        );
        assert_eq!(books().entry, Entry::Open);
    });
}

#[test]
fn a_cancelled_slash_costs_nobody_anything() {
    story(|| {
        let alice = Alice.to_account_id();
        mint(&alice, 1_000 * FINCH);
        eras(3);
        let era = active_era();
        let rate = StakingSynth::rate().unwrap();
        assert_ok!(Staking::manual_slash(
            RuntimeOrigin::root(),
            Charlie.to_account_id(),
            era,
            Perbill::from_percent(50)
        ));
        let (at, found) = pallet_staking::UnappliedSlashes::<Runtime>::iter()
            .next()
            .expect("it is deferred");
        assert_eq!(found.len(), 1);
        assert_ok!(Staking::cancel_deferred_slash(RuntimeOrigin::root(), at, vec![0]));
        eras(3);
        assert_eq!(books().flows.slashed, 0);
        assert!(StakingSynth::rate().unwrap() >= rate);
    });
}

#[test]
fn a_large_slash_stops_mints_and_never_exits() {
    story(|| {
        let (alice, bob) = (Alice.to_account_id(), Bob.to_account_id());
        mint(&alice, 1_000 * FINCH);
        mint(&bob, 1_000 * FINCH);
        eras(3);
        let before = StakingSynth::rate().unwrap();
        slash(Perbill::from_percent(20));
        assert!(StakingSynth::rate().unwrap() < before);
        assert_eq!(books().entry, Entry::Halted);
        assert_noop!(
            StakingSynth::mint(signed(&alice), 10 * FINCH, 0),
            SynthError::MintsHalted
        );

        let ticket = redeem(&alice, 100 * FINCH);
        assert_ok!(StakingSynth::redeem_instant(signed(&bob), 10 * FINCH, 0));
        assert_ok!(StakingSynth::cancel(signed(&alice), ticket));
        assert_noop!(
            StakingSynth::resume_mints(signed(&alice)),
            sp_runtime::DispatchError::BadOrigin
        );
        assert_ok!(StakingSynth::resume_mints(RuntimeOrigin::root()));
        mint(&alice, 10 * FINCH);
    });
}

#[test]
fn tickets_are_handed_on_rebonded_and_paid_in_order() {
    story(|| {
        let (alice, bob) = (Alice.to_account_id(), Bob.to_account_id());
        mint(&alice, 2_000 * FINCH);
        mint(&bob, 2_000 * FINCH);
        eras(2);
        let first = redeem(&alice, 500 * FINCH);
        let second = redeem(&bob, 500 * FINCH);
        assert_ok!(StakingSynth::transfer_ticket(
            signed(&alice),
            first,
            sp_runtime::MultiAddress::Id(bob.clone())
        ));
        assert_noop!(StakingSynth::cancel(signed(&alice), first), SynthError::NotTicketOwner);
        assert_noop!(StakingSynth::rebond(signed(&bob), first), SynthError::BatchOpen);
        next_era();
        assert_noop!(StakingSynth::cancel(signed(&bob), first), SynthError::BatchClosed);
        let before = synth(&bob);
        assert_ok!(StakingSynth::rebond(signed(&bob), second));
        assert!(synth(&bob) > before);
        let third = redeem(&alice, 100 * FINCH);
        next_era();
        assert!(
            StakingSynth::redeem_status(third).unwrap().ahead > 0,
            "the first is ahead of the third"
        );
        for _ in 0..6 {
            next_era();
        }
        let had = native(&bob);
        assert_ok!(StakingSynth::claim(signed(&alice), first));
        assert!(native(&bob) > had, "the new owner is paid");
        assert_ok!(StakingSynth::claim(signed(&alice), third));
        assert!(StakingSynth::tickets_of(&alice).is_empty() && StakingSynth::tickets_of(&bob).is_empty());
    });
}

#[test]
fn an_instant_redemption_pays_less_by_the_fee() {
    story(|| {
        let alice = Alice.to_account_id();
        mint(&alice, 10_000 * FINCH);
        next_era();
        // 3 % of the backing lie in the buffer.
        assert_eq!(books().buffer, books().backing * 3 / 100);
        let quote = StakingSynth::quote_redeem(100 * FINCH).unwrap();
        let paid = quote.instant.unwrap();
        assert_eq!(paid + quote.instant_fee, quote.queued);
        assert!(quote.instant_fee >= quote.queued / 2_000 && quote.instant_fee <= quote.queued / 50);
        let before = native(&alice);
        assert_ok!(StakingSynth::redeem_instant(signed(&alice), 100 * FINCH, paid));
        assert_eq!(native(&alice) - before, paid);
        assert_eq!(fees(Coin::Native, FeeSource::SynthInstant).burned, quote.instant_fee);
        assert_noop!(
            StakingSynth::redeem_instant(signed(&alice), 1_000 * FINCH, 0),
            SynthError::BufferTooLow
        );
    });
}

#[test]
fn donations_change_nothing() {
    story(|| {
        let (alice, bob) = (Alice.to_account_id(), Bob.to_account_id());
        mint(&alice, 1_000 * FINCH);
        eras(2);
        let pool = books();
        for account in [StakingSynth::pot(), StakingSynth::stash()] {
            assert_ok!(finch_runtime::Balances::transfer_keep_alive(
                signed(&bob),
                sp_runtime::MultiAddress::Id(account),
                1_000 * FINCH
            ));
        }
        assert_ok!(Assets::transfer(
            signed(&alice),
            finch_runtime::constants::SYNTH_ASSET_ID.into(),
            sp_runtime::MultiAddress::Id(StakingSynth::pot()),
            10 * FINCH
        ));
        assert_eq!(books(), pool);
        System::reset_events();
        eras(1);
        assert_eq!(books().flows.deposited, pool.flows.deposited);
    });
}

#[test]
fn everybody_can_leave() {
    story(|| {
        let people: Vec<_> = [Alice, Bob, Charlie, Dave].map(|key| key.to_account_id()).to_vec();
        for (index, who) in people.iter().enumerate() {
            mint(who, (index as u128 + 1) * 700 * FINCH);
            next_block();
        }
        eras(4);
        let tickets: Vec<_> = people.iter().map(|who| redeem(who, synth(who))).collect();
        eras(6);
        for ticket in tickets {
            assert_ok!(StakingSynth::claim(signed(&people[0]), ticket));
        }
        let pool = books();
        assert_eq!(pool.issuance, SEED, "only the seed is left");
        assert_eq!((pool.owed, pool.settled), (0, 0));
        assert!(pool.backing > SEED, "the seed earned too");
    });
}
