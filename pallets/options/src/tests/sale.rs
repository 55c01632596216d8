// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;
use finch_ports::{Clearing, SellerCall};
use finch_types::VaultId;
use frame_support::storage::with_storage_layer;

/// Bob's put, called by the keeper, at a ratio of 109 %, is for sale: 8 FINCH for a DOT of options.
#[track_caller]
fn for_sale() -> OptionId {
    let id = a_margined_put();
    write(id, BOB, 8 * FINCH, ONE_DOT);
    give(id, BOB, CAROL, ONE_DOT);
    feed(USD, FixedU128::from_rational(160_000_000, 109));
    assert_ok!(Options::call_margin(signed(KEEPER), id, BOB));
    assert_ok!(Options::liquidate(signed(ALICE), id, BOB));
    id
}

fn lot(vault: VaultId) -> Lot {
    Lot::Vault { vault }
}

#[test]
fn a_buyer_burns_options_pays_native_and_gets_collateral() {
    run(|| {
        let id = for_sale();
        let (carol, bob, keeper) = (finch(CAROL), finch(BOB), finch(KEEPER));
        // A quarter, at 200 planck a unit.
        assert_eq!(House::buy(0, CAROL, ONE_DOT / 4, number(200)), Ok(FINCH / 2));
        assert_eq!(options(id, CAROL), ONE_DOT * 3 / 4);
        assert_eq!(finch(CAROL) - carol, 2 * FINCH - FINCH / 2);
        assert_eq!(
            (finch(KEEPER) - keeper, finch(BOB) - bob),
            (FINCH / 200, FINCH / 2 - FINCH / 200)
        );
        let rest = vault(id, BOB);
        assert_eq!((rest.written, rest.collateral), (ONE_DOT * 3 / 4, 6 * FINCH));
        assert_eq!((flows(id).liquidated, flows(id).sold), (ONE_DOT / 4, 2 * FINCH));
        happened(Event::Liquidated {
            series: id,
            owner: BOB,
            vault: 0,
            buyer: CAROL,
            units: ONE_DOT / 4,
            collateral: 2 * FINCH,
            paid: FINCH / 2,
            reward: FINCH / 200,
        });
    });
}

/// From 109 % to solvency, at a price bounded by the oracle, and the courtesy caller is paid.
#[test]
fn a_liquidation_brings_a_vault_from_109_percent_to_solvency() {
    run(|| {
        let id = for_sale();
        let (carol, keeper, bob) = (finch(CAROL), finch(KEEPER), finch(BOB));
        let sale = House::falling(0).unwrap();
        let worth = FixedU128::from_rational(160_000_000, 109).saturating_mul_int(5 * DOLLAR);
        let paid = House::buy(0, CAROL, ONE_DOT, sale.floor).unwrap();
        let gained = finch(CAROL) - carol;
        assert!(gained <= worth * 110 / 100 + 1, "{gained} of {worth}");
        assert_eq!(gained, 8 * FINCH - paid);
        assert_eq!(finch(KEEPER) - keeper, paid / 100);
        assert!(no_vault(id, BOB));
        // His deposit is back, and the rest of the proceeds are his.
        assert_eq!(finch(BOB) - bob, 100 + paid - paid / 100);
        assert!(Sales::<Test>::get(0).is_none());
        assert_eq!((flows(id).open(), flows(id).held()), (Some(0), Some(0)));
    });
}

#[test]
fn the_courtesy_caller_is_paid() {
    run(|| {
        for_sale();
        let before = (finch(KEEPER), finch(ALICE));
        assert_ok!(House::buy(0, CAROL, ONE_DOT, number(800)));
        assert_eq!((finch(KEEPER) - before.0, finch(ALICE)), (8 * FINCH / 100, before.1));
    });
}

/// What is not sold ends in a booked shortfall.
#[test]
fn a_liquidation_that_sells_nothing_ends_in_a_booked_shortfall() {
    run(|| {
        let id = for_sale();
        assert_ok!(House::end(0));
        feed(USD, number(3_000_000));
        settled(id);
        // It owes 5 dollars less a DOT: 14.999... FINCH, and has 8.
        assert_eq!(flows(id).borne, 8 * FINCH);
        assert_eq!(flows(id).shortfall, 15 * FINCH - 5 * FINCH - 8 * FINCH);
        let before = finch(CAROL);
        assert_ok!(Options::redeem(signed(CAROL), id, ONE_DOT));
        assert_eq!(finch(CAROL) - before, 8 * FINCH);
    });
}

#[test]
fn what_is_not_sold_is_sold_again_after_a_pause() {
    run(|| {
        let id = for_sale();
        assert_ok!(House::buy(0, CAROL, ONE_DOT / 2, number(100)));
        assert_ok!(House::end(0));
        happened(Event::LiquidationEnded {
            series: id,
            owner: BOB,
            vault: 0,
            unsold: ONE_DOT / 2,
        });
        let again = || Options::liquidate(signed(ALICE), id, BOB);
        assert_noop!(again(), Error::Resting);
        at(Now::get() + HOUR - 1);
        assert_noop!(again(), Error::Resting);
        at(Now::get() + 1);
        assert_ok!(again());
        assert_eq!(House::falling(1).unwrap().units, ONE_DOT / 2);
        // The first call still counts.
        assert_eq!(Sales::<Test>::get(1).unwrap().caller, KEEPER);
    });
}

#[test]
fn after_a_sale_the_owner_can_cure_it() {
    run(|| {
        let id = for_sale();
        assert_ok!(House::end(0));
        assert_ok!(Options::deposit(signed(BOB), id, 10 * FINCH));
        assert!(vault(id, BOB).call.is_none());
        at(Now::get() + HOUR);
        assert_noop!(Options::liquidate(signed(ALICE), id, BOB), Error::NotLiquidatable);
    });
}

#[test]
fn a_buyer_without_options_gets_nothing() {
    run(|| {
        let id = for_sale();
        let before = finch(ALICE);
        assert_eq!(
            House::buy(0, ALICE, ONE_DOT, number(1)),
            Err(Error::InsufficientOptions.into())
        );
        assert_eq!((finch(ALICE), vault(id, BOB).written), (before, ONE_DOT));
    });
}

#[test]
fn the_owner_may_buy_too() {
    run(|| {
        let id = for_sale();
        give(id, CAROL, BOB, ONE_DOT);
        assert_ok!(House::buy(0, BOB, ONE_DOT, number(800)));
        assert!(no_vault(id, BOB));
    });
}

#[test]
fn from_the_expiry_on_nothing_is_delivered_and_the_sale_ends_by_itself() {
    run(|| {
        let id = for_sale();
        expire();
        assert_eq!(House::buy(0, CAROL, ONE_DOT, number(1)), Err(Error::Expired.into()));
        settled(id);
        assert_ok!(Options::redeem(signed(CAROL), id, ONE_DOT));
        assert_ok!(Options::reclaim(signed(BOB), id));
        Options::do_try_state().unwrap();
        assert_ok!(House::end(0));
        assert!(Sales::<Test>::get(0).is_none());
    });
}

#[test]
fn a_series_may_be_closed_before_its_sale_ends() {
    run(|| {
        for_sale();
        anybody_ends_it();
        holders_redeem();
        assert_eq!(AllSeries::<Test>::iter().count(), 0);
        assert_ok!(House::end(0));
    });
}

#[test]
fn the_last_unit_takes_the_dust() {
    run(|| {
        let id = a_margined_put();
        write(id, BOB, 8 * FINCH + 1, ONE_DOT);
        feed(USD, number(2_000_000));
        assert_ok!(Options::liquidate(signed(ALICE), id, BOB));
        for part in [ONE_DOT / 3, ONE_DOT / 3, ONE_DOT - 2 * (ONE_DOT / 3)] {
            assert_ok!(House::buy(0, BOB, part, number(1)));
        }
        assert_eq!(flows(id).sold, 8 * FINCH + 1);
        assert!(no_vault(id, BOB));
    });
}

#[test]
fn a_vault_that_is_opened_again_is_not_in_the_old_sale() {
    run(|| {
        let id = a_margined_put();
        write(id, BOB, 8 * FINCH, ONE_DOT);
        feed(USD, number(2_000_000));
        assert_ok!(Options::liquidate(signed(ALICE), id, BOB));
        // The house has not said yet that it is over.
        let account = pot();
        assert_ok!(Balances::transfer_keep_alive(signed(ALICE), account, 1_000));
        assert_ok!(Options::deliver(lot(0), &BOB, ONE_DOT, 1_000));
        write(id, BOB, 100 * FINCH, ONE_DOT);
        assert_noop!(Options::deliver(lot(0), &BOB, ONE_DOT, 1_000), Error::NoSale);
        Options::do_try_state().unwrap();
        assert_ok!(Options::finished(lot(0), 0));
        assert_eq!(vault(id, BOB).rests_until, 0);
    });
}

#[test]
fn nobody_holds_a_liquidation_up_by_having_no_account() {
    run(|| {
        // The caller cannot take a reward of less than the existential deposit, and the owner does.
        let id = a_margined_put();
        write(id, BOB, 8 * FINCH, ONE_DOT);
        give(id, BOB, CAROL, ONE_DOT);
        feed(USD, number(2_000_000));
        assert_ok!(Options::liquidate(signed(77), id, BOB));
        let bob = finch(BOB);
        assert_ok!(House::buy(0, CAROL, ONE_DOT / 100, FixedU128::from_inner(1)));
        assert_eq!(finch(BOB) - bob, 1);
        assert_eq!(vault(id, BOB).written, ONE_DOT / 100 * 99);
    });
}

#[test]
fn what_is_not_for_sale_is_not_delivered() {
    run(|| {
        assert_noop!(Options::deliver(lot(0), &BOB, 1, 1), Error::NoSale);
        assert_noop!(Options::finished(lot(0), 1), Error::NoSale);
        for_sale();
        assert_noop!(Options::deliver(lot(0), &CAROL, ONE_DOT + 1, 1), Error::TooManyUnits);
        assert_noop!(Options::deliver(lot(0), &CAROL, 0, 1), Error::AmountZero);
        // Nobody has paid.
        assert!(with_storage_layer(|| Options::deliver(lot(0), &CAROL, 1, 9 * FINCH)).is_err());
        let clearing = Clearing {
            price: number(1),
            sold: 1,
            turnover: 1,
        };
        assert_noop!(Options::closed(lot(0), clearing), Error::NoSale);
        for other in [
            Lot::Derivative { series: 1, tranche: 0 },
            Lot::Member { asset: DOT },
            Lot::Fees { asset: DOT },
        ] {
            assert!(!Options::may_bid(other, &BOB));
            assert_noop!(Options::proceeds_account(other), Error::NoSale);
            assert_noop!(Options::deliver(other, &BOB, 1, 1), Error::NoSale);
            assert_noop!(Options::finished(other, 1), Error::NoSale);
        }
        assert!(Options::may_bid(lot(0), &BOB));
        assert_eq!(Options::proceeds_account(lot(0)), Ok(pot()));
        assert!(Options::weight(SellerCall::Deliver).ref_time() > 0);
        assert_eq!(Options::weight(SellerCall::MayBid), Weight::zero());
    });
}
