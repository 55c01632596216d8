// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn what_was_exercised_is_borne_pro_rata() {
    run(|| {
        let id = a_put();
        write(id, BOB, 15 * DOLLAR, 3 * ONE_DOT);
        write(id, CAROL, 6 * DOLLAR, ONE_DOT);
        give(id, BOB, ALICE, 2 * ONE_DOT);
        assert_ok!(Options::exercise(signed(ALICE), id, 2 * ONE_DOT));
        expire();
        let before = (usd(BOB), dot(BOB));
        assert_ok!(Options::reclaim(signed(BOB), id));
        // Three quarters of 10 dollars and 2 DOT.
        assert_eq!(usd(BOB) - before.0, 15 * DOLLAR - 15 * DOLLAR / 2);
        assert_eq!(dot(BOB) - before.1, 3 * ONE_DOT / 2);
        happened(Event::Reclaimed {
            series: id,
            owner: BOB,
            written: 3 * ONE_DOT,
            borne: 15 * DOLLAR / 2,
            collateral: 15 * DOLLAR / 2,
            received: 3 * ONE_DOT / 2,
        });
        let before = (usd(CAROL), dot(CAROL));
        assert_ok!(Options::reclaim(signed(CAROL), id));
        assert_eq!(usd(CAROL) - before.0, 6 * DOLLAR - 5 * DOLLAR / 2);
        assert_eq!(dot(CAROL) - before.1, ONE_DOT / 2);
        assert_eq!(flows(id).held(), Some(0));
        assert_eq!(usd(pot()), 1);
        assert_eq!(dot(pot()), 1);
    });
}

#[test]
fn a_writer_who_closes_bears_nothing_and_the_others_no_more_than_they_wrote() {
    run(|| {
        let id = a_call();
        write(id, BOB, 5 * ONE_DOT, 5 * ONE_DOT);
        write(id, CAROL, 5 * ONE_DOT, 5 * ONE_DOT);
        assert_ok!(Options::exercise(signed(BOB), id, 4 * ONE_DOT));
        give(id, CAROL, BOB, 4 * ONE_DOT);
        assert_ok!(Options::burn(signed(BOB), id, 5 * ONE_DOT));
        assert_ok!(Options::withdraw(signed(BOB), id, 5 * ONE_DOT));
        assert_ok!(Options::exercise(signed(CAROL), id, ONE_DOT));
        expire();
        let before = (usd(CAROL), dot(CAROL));
        assert_ok!(Options::reclaim(signed(CAROL), id));
        assert_eq!((usd(CAROL) - before.0, dot(CAROL) - before.1), (25 * DOLLAR, 0));
        assert_eq!(flows(id).held(), Some(0));
    });
}

#[test]
fn the_last_vault_takes_the_dust() {
    run(|| {
        let id = a_call();
        for (who, amount) in [(ALICE, 1), (BOB, 3), (CAROL, 3)] {
            write(id, who, amount, amount);
        }
        assert_ok!(Options::exercise(signed(BOB), id, 2));
        expire();
        for who in [ALICE, BOB, CAROL] {
            assert_ok!(Options::reclaim(signed(who), id));
        }
        let flows = flows(id);
        assert_eq!((flows.borne, flows.paid, flows.shared, flows.received), (2, 2, 1, 1));
    });
}

#[test]
fn reclaims_are_checked() {
    run(|| {
        let id = a_put();
        write(id, BOB, 5 * DOLLAR, ONE_DOT);
        assert_noop!(Options::reclaim(signed(BOB), id), Error::NotExpired);
        assert_noop!(Options::reclaim(signed(BOB), 9), Error::NoSeries);
        expire();
        assert_noop!(Options::reclaim(signed(CAROL), id), Error::NoVault);
        assert_ok!(Options::reclaim(signed(BOB), id));
        assert_noop!(Options::reclaim(signed(BOB), id), Error::NoVault);
    });
}

#[test]
fn a_margined_vault_is_settled_first() {
    run(|| {
        let id = a_margined_put();
        write(id, BOB, 10 * FINCH, ONE_DOT);
        assert_ok!(Options::deposit(signed(CAROL), id, FINCH));
        prices(3);
        expire();
        assert_noop!(Options::reclaim(signed(BOB), id), Error::NotSettled);
        // What secures nothing waits for nothing.
        assert_ok!(Options::reclaim(signed(CAROL), id));
        settled(id);
        let before = finch(BOB);
        assert_ok!(Options::reclaim(signed(BOB), id));
        // It owed 2 FINCH.
        assert_eq!(finch(BOB) - before, 8 * FINCH + 100);
    });
}

#[test]
fn after_the_grace_anybody_sends_a_vault_to_its_owner() {
    run(|| {
        let id = a_put();
        write(id, BOB, 5 * DOLLAR, ONE_DOT);
        assert_noop!(Options::release(signed(KEEPER), id, BOB), Error::GraceRunning);
        at(EXPIRY + Grace::get() - 1);
        assert_noop!(Options::release(signed(KEEPER), id, BOB), Error::GraceRunning);
        at(EXPIRY + Grace::get());
        assert_noop!(Options::release(signed(KEEPER), id, CAROL), Error::NoVault);
        let before = usd(BOB);
        assert_ok!(Options::release(signed(KEEPER), id, BOB));
        assert_eq!((usd(BOB) - before, usd(KEEPER)), (5 * DOLLAR, ENDOWMENT));
        let margined = create(NATIVE, Kind::Put, 5, Now::get() + 10);
        assert_noop!(Options::release(signed(KEEPER), margined, BOB), Error::NotExpired);
        at(Now::get() + 10);
        assert_noop!(Options::release(signed(KEEPER), margined, BOB), Error::NotFixed);
    });
}

#[test]
fn a_rest_that_the_owner_cannot_take_goes_to_the_sink() {
    run(|| {
        assert_ok!(Options::create(
            signed(ALICE),
            Coin::Asset(DUSTY),
            Coin::Asset(USD),
            Coin::Asset(DUSTY),
            Kind::Call,
            number(5),
            EXPIRY
        ));
        write(0, BOB, 15, 10);
        assert_ok!(Options::exercise(signed(BOB), 0, 10));
        assert_ok!(Assets::transfer(signed(BOB), DUSTY, ALICE, Assets::balance(DUSTY, BOB)));
        expire();
        assert_ok!(Options::reclaim(signed(BOB), 0));
        assert_eq!(AssetFees::taken(DUSTY, FeeSource::Options), 5);
        happened(Event::DustSunk {
            who: BOB,
            coin: Coin::Asset(DUSTY),
            amount: 5,
        });
        assert_eq!(flows(0).held(), Some(0));
    });
}

#[test]
fn an_owner_that_cannot_take_an_asset_waits() {
    run(|| {
        let id = a_put();
        write(id, BOB, 5 * DOLLAR, ONE_DOT);
        assert_ok!(Assets::block(signed(ALICE), USD, BOB));
        at(EXPIRY + Grace::get());
        assert!(frame_support::storage::with_storage_layer(|| Options::release(signed(KEEPER), id, BOB)).is_err());
        assert_ok!(Options::settle(signed(KEEPER), id, 50));
        assert_eq!(vault(id, BOB).collateral, 5 * DOLLAR);
        assert!(System::events().iter().any(|record| matches!(
            record.event,
            RuntimeEvent::Options(Event::ReleaseFailed { owner: BOB, .. })
        )));
        assert_ok!(Assets::thaw(signed(ALICE), USD, BOB));
        assert_ok!(Options::settle(signed(KEEPER), id, 50));
        assert!(no_vault(id, BOB));
    });
}
