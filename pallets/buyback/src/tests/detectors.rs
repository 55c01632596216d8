// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Each test breaks one thing and expects the invariant that guards it to say so.

use super::*;
use frame_support::{
    traits::tokens::{Fortitude::Force, Precision::Exact, Preservation::Expendable},
    BoundedVec,
};

/// Fees in native and in assets, of which some are sold on the market, some in an auction, and some wait; then `corrupt`.
#[track_caller]
fn detected<R>(corrupt: impl FnOnce() -> R, text: &str) {
    new_test_ext().execute_with(|| {
        Share::set(&Perbill::from_percent(20));
        native_fee(TRANSACTION, 1_000);
        healthy(DOT);
        asset_fee(DOT, REWARD, 10_000_000);
        asset_fee(DOT, STREAMING, 10_000_000);
        marked(DOT);
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

const NATIVE: (Coin, FeeSource) = (Coin::Native, TRANSACTION);
const IN_DOT: (Coin, FeeSource) = (Coin::Asset(DOT), REWARD);

#[test]
fn inv_1_finds_units_that_came_from_nowhere_or_went_there() {
    const TEXT: &str = "INV-BUYBACK-1:";
    a_flow(IN_DOT, |flow| flow.taken += 1, TEXT);
    a_flow(IN_DOT, |flow| flow.spent += 1, TEXT);
    a_pot(DOT, |pot| pot.pending[0].1 -= 1, TEXT);
    detected(|| Flows::<Test>::remove(IN_DOT), TEXT);
    detected(|| Pots::<Test>::remove(DOT), TEXT);
    detected(|| Flows::<Test>::remove((Coin::Asset(DOT), STREAMING)), TEXT);
    a_pot(DOT, |pot| pot.pending[0].0 = FeeSource::SynthInstant, TEXT);
}

#[test]
fn inv_2_finds_an_account_that_lacks_units() {
    const TEXT: &str = "INV-BUYBACK-2:";
    let burn = |units| {
        <Assets as fungibles::Mutate<AccountId>>::burn_from(DOT, &pot_account(), units, Expendable, Exact, Force)
            .unwrap()
    };
    detected(|| burn(1), TEXT);
    detected(|| burn(17_000_000), TEXT);
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
    a_flow(IN_DOT, |flow| flow.bought += 1, TEXT);
    a_flow(IN_DOT, |flow| flow.burned -= 1, TEXT);
    a_flow(IN_DOT, |flow| flow.distributed += 1, TEXT);
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
    let nothing = |pot: &mut PotOf<Test>| pot.pending.try_push((TRANSACTION, 0)).unwrap();
    detected(
        || {
            Flows::<Test>::insert((Coin::Asset(DOT), TRANSACTION), Flow::default());
            Pots::<Test>::mutate(DOT, |pot| nothing(pot.as_mut().unwrap()));
        },
        TEXT,
    );
    detected(
        || {
            Pots::<Test>::mutate(DOT, |pot| {
                let pot = pot.as_mut().unwrap();
                let mut pending = vec![(REWARD, 1)];
                pending.extend(pot.pending.iter().copied());
                pot.pending = BoundedVec::truncate_from(pending);
            });
            Assets::mint(signed(ALICE), DOT, pot_account(), 1).unwrap();
        },
        TEXT,
    );
}

#[test]
fn inv_7_finds_what_is_of_the_future_or_of_nothing() {
    const TEXT: &str = "INV-BUYBACK-7:";
    let turn = Turns {
        at: 4,
        ..Default::default()
    };
    detected(|| Turn::<Test>::put(turn), TEXT);
    a_pot(DOT, |pot| pot.misses = MAX_MISSES + 1, TEXT);
    a_pot(DOT, |pot| pot.mark.as_mut().unwrap().block = 3, TEXT);
    a_pot(DOT, |pot| pot.mark.as_mut().unwrap().price = price(0), TEXT);
    a_pot(DOT, |pot| pot.reference = Some(price(0)), TEXT);
}
