// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Each test breaks one thing and expects the invariant that guards it to say so.

use super::*;
use frame_support::traits::tokens::{Fortitude::Force, Precision::Exact, Preservation::Expendable};

/// Fees in native and in assets, of which some are sold on the market, some in an auction, and some wait; then `corrupt`.
#[track_caller]
fn detected<R>(corrupt: impl FnOnce() -> R, text: &str) {
    new_test_ext().execute_with(|| {
        Share::set(&Perbill::from_percent(20));
        native_fee(TRANSACTION, 1_000);
        healthy(DOT);
        asset_fee(DOT, TRANSACTION, 1_000_000);
        marked(DOT);
        assert_ok!(poke(DOT));
        asset_fee(DOT, REWARD, 10_000_000);
        asset_fee(DOT, STREAMING, 10_000_000);
        marked(DOT);
        assert_ok!(poke(DOT));
        // The next one is noted.
        assert_ok!(poke(DOT));
        let auction = in_auction(KSM, REWARD, 1_000_000);
        assert_ok!(House::buy(auction, BOB, 300_000, price(1)));
        Buyback::do_try_state().unwrap();
        corrupt();
        match Buyback::do_try_state().unwrap_err() {
            DispatchError::Other(found) => assert!(found.starts_with(text), "{found}"),
            other => panic!("{other:?}"),
        }
    });
}

#[track_caller]
fn a_flow(key: (Coin, FeeSource), change: impl FnOnce(&mut Flow), text: &str) {
    detected(|| Flows::<Test>::mutate(key, change), text);
}

#[track_caller]
fn a_pot(asset: AssetId, change: impl FnOnce(&mut PotOf<Test>), text: &str) {
    detected(
        || Pots::<Test>::mutate(asset, |pot| change(pot.as_mut().unwrap())),
        text,
    );
}

/// What waits of a source, in a pot with several.
#[track_caller]
fn a_waiting(source: FeeSource, change: impl FnOnce(&mut Waiting), text: &str) {
    let of_source = |waiting: &&mut Waiting| waiting.source == source;
    a_pot(DOT, |pot| change(pot.pending.iter_mut().find(of_source).unwrap()), text);
}

const NATIVE: (Coin, FeeSource) = (Coin::Native, TRANSACTION);
const IN_DOT: (Coin, FeeSource) = (Coin::Asset(DOT), REWARD);
const SOLD_OUT: (Coin, FeeSource) = (Coin::Asset(DOT), TRANSACTION);

#[test]
fn inv_1_finds_units_that_came_from_nowhere_or_went_there() {
    const TEXT: &str = "INV-BUYBACK-1:";
    for at in [REWARD, STREAMING] {
        a_waiting(at, |waiting| waiting.flow.taken += 1, TEXT);
        a_waiting(at, |waiting| waiting.flow.spent += 1, TEXT);
        a_waiting(at, |waiting| waiting.units -= 1, TEXT);
        a_waiting(at, |waiting| waiting.flow = Flow::default(), TEXT);
    }
    // Of what is sold out, nothing may be left.
    a_flow(SOLD_OUT, |flow| flow.taken += 1, TEXT);
    a_flow(SOLD_OUT, |flow| flow.spent += 1, TEXT);
    // A flow is in one place.
    detected(|| Flows::<Test>::insert(IN_DOT, Flow::default()), TEXT);
    a_waiting(REWARD, |waiting| waiting.source = TRANSACTION, TEXT);
}

#[test]
fn inv_2_finds_an_account_that_lacks_units() {
    const TEXT: &str = "INV-BUYBACK-2:";
    let burn = |units| {
        <Assets as fungibles::Mutate<AccountId>>::burn_from(DOT, &pot_account(), units, Expendable, Exact, Force)
            .unwrap()
    };
    detected(|| burn(1), TEXT);
    detected(|| burn(units(DOT, pot_account())), TEXT);
}

#[test]
fn inv_3_finds_native_that_is_neither_burned_nor_distributed() {
    const TEXT: &str = "INV-BUYBACK-3:";
    a_flow(NATIVE, |flow| flow.taken += 1, TEXT);
    a_flow(NATIVE, |flow| flow.burned += 1, TEXT);
    a_flow(NATIVE, |flow| flow.distributed -= 1, TEXT);
    a_flow(NATIVE, |flow| flow.spent += 1, TEXT);
    a_flow(NATIVE, |flow| flow.bought += 1, TEXT);
}

#[test]
fn inv_4_finds_native_that_was_bought_and_not_retired() {
    const TEXT: &str = "INV-BUYBACK-4:";
    a_waiting(REWARD, |waiting| waiting.flow.bought += 1, TEXT);
    a_waiting(REWARD, |waiting| waiting.flow.burned -= 1, TEXT);
    a_flow(SOLD_OUT, |flow| flow.bought += 1, TEXT);
    a_flow(SOLD_OUT, |flow| flow.distributed += 1, TEXT);
}

#[test]
fn inv_5_finds_an_auction_of_what_does_not_wait() {
    const TEXT: &str = "INV-BUYBACK-5:";
    a_pot(KSM, |pot| pot.sale.as_mut().unwrap().units += 1, TEXT);
    a_pot(KSM, |pot| pot.sale.as_mut().unwrap().source = STREAMING, TEXT);
}

#[test]
fn inv_6_finds_pots_that_should_not_be_there() {
    const TEXT: &str = "INV-BUYBACK-6:";
    detected(|| Pots::<Test>::insert(DUSTY, PotOf::<Test>::default()), TEXT);
    let waiting = |source, units| Waiting {
        source,
        units,
        flow: Flow {
            taken: units,
            ..Flow::default()
        },
    };
    let push = |waiting| {
        Pots::<Test>::mutate(DOT, |pot| pot.as_mut().unwrap().pending.try_push(waiting).unwrap());
        Assets::mint(signed(ALICE), DOT, pot_account(), waiting.units).unwrap();
    };
    detected(|| push(waiting(FeeSource::SynthInstant, 0)), TEXT);
    detected(|| push(waiting(REWARD, 1)), TEXT);
}

#[test]
fn inv_7_finds_what_is_of_the_future_or_of_nothing() {
    const TEXT: &str = "INV-BUYBACK-7:";
    let turn = Turns {
        at: 5,
        ..Default::default()
    };
    detected(|| Turn::<Test>::put(turn), TEXT);
    a_pot(DOT, |pot| pot.misses = MAX_MISSES + 1, TEXT);
    a_pot(DOT, |pot| pot.mark.as_mut().unwrap().block = 4, TEXT);
    a_pot(DOT, |pot| pot.mark.as_mut().unwrap().price = price(0), TEXT);
    a_pot(DOT, |pot| pot.mark.as_mut().unwrap().depth = 0, TEXT);
    a_pot(DOT, |pot| pot.reference = Some(price(0)), TEXT);
}
