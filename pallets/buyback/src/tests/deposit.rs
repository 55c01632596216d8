// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn a_fee_in_native_is_burned_at_once() {
    run(|| {
        let before = issuance();
        native_fee(REWARD, 1_000);
        assert_eq!(issuance(), before);
        assert_eq!(
            native_flow(REWARD),
            Flow {
                taken: 1_000,
                burned: 1_000,
                ..Flow::default()
            }
        );
        happened(Event::FeeTaken {
            coin: Coin::Native,
            source: REWARD,
            amount: 1_000,
            burned: 1_000,
            distributed: 0,
        });
    });
}

#[test]
fn the_governed_share_is_distributed_rounded_down() {
    run(|| {
        Share::set(&Perbill::from_percent(30));
        native_fee(REWARD, 1_009);
        assert_eq!(free(TREASURY), 302);
        assert_eq!(
            native_flow(REWARD),
            Flow {
                taken: 1_009,
                burned: 707,
                distributed: 302,
                ..Flow::default()
            }
        );
        assert_eq!(
            Buyback::totals(),
            Totals {
                taken: 1_009,
                bought: 0,
                burned: 707,
                distributed: 302
            }
        );
    });
}

#[test]
fn no_more_than_half_is_distributed_whatever_governance_says() {
    run(|| {
        Share::set(&Perbill::one());
        native_fee(REWARD, 1_001);
        assert_eq!(free(TREASURY), 500);
        assert_eq!(native_flow(REWARD).burned, 501);
    });
}

#[test]
fn what_the_distribution_cannot_take_is_burned() {
    run(|| {
        Share::set(&Perbill::from_percent(10));
        // The share of 9 planck is nothing, and an account cannot have more than there can be.
        native_fee(REWARD, 9);
        assert_eq!(native_flow(REWARD).burned, 9);
        assert_eq!(free(TREASURY), 0);
        let before = issuance();
        frame_system::Account::<Test>::mutate(TREASURY, |account| {
            account.providers = 1;
            account.data.free = u128::MAX;
        });
        native_fee(REWARD, 1_000);
        assert_eq!(free(TREASURY), u128::MAX);
        assert_eq!(issuance(), before);
        assert_eq!(
            (native_flow(REWARD).burned, native_flow(REWARD).distributed),
            (1_009, 0)
        );
    });
}

#[test]
fn transaction_fees_are_counted_without_an_event() {
    run(|| {
        native_fee(TRANSACTION, 1_000);
        asset_fee(DOT, TRANSACTION, 1_000);
        assert_eq!(native_flow(TRANSACTION).burned, 1_000);
        assert_eq!(flow(DOT, TRANSACTION).taken, 1_000);
        assert_eq!(events(), []);
    });
}

#[test]
fn a_fee_in_an_asset_waits_in_the_account() {
    run(|| {
        asset_fee(DOT, REWARD, 700);
        asset_fee(DOT, STREAMING, 20);
        asset_fee(DOT, REWARD, 7);
        asset_fee(KSM, REWARD, 5);
        assert_eq!((units(DOT, pot_account()), units(KSM, pot_account())), (727, 5));
        assert_eq!(queue(DOT), [(REWARD, 707), (STREAMING, 20)]);
        assert_eq!(
            flow(DOT, REWARD),
            Flow {
                taken: 707,
                ..Flow::default()
            }
        );
        assert_eq!(pots(), 2);
        happened(Event::FeeTaken {
            coin: Coin::Asset(KSM),
            source: REWARD,
            amount: 5,
            burned: 0,
            distributed: 0,
        });
    });
}

#[test]
fn a_fee_of_nothing_is_ignored() {
    run(|| {
        native_fee(REWARD, 0);
        asset_fee(DOT, REWARD, 0);
        assert_eq!(Flows::<Test>::iter().count(), 0);
        assert_eq!(pots(), 0);
        assert_eq!(events(), []);
    });
}

#[test]
fn a_fee_that_the_account_cannot_hold_is_burned_as_what_it_is() {
    run(|| {
        let before = Assets::total_supply(DUSTY);
        asset_fee(DUSTY, REWARD, 9);
        assert_eq!(Assets::total_supply(DUSTY), before);
        assert_eq!(flow(DUSTY, REWARD), Flow::default());
        assert_eq!(pots(), 0);
        happened(Event::FeeLost {
            asset: DUSTY,
            source: REWARD,
            amount: 9,
        });
        // With an account, any amount can be held.
        asset_fee(DUSTY, REWARD, 10);
        asset_fee(DUSTY, REWARD, 1);
        assert_eq!(pending(DUSTY, REWARD), 11);
    });
}

#[test]
fn a_fee_that_the_books_cannot_hold_is_burned_as_what_it_is() {
    run(|| {
        Flows::<Test>::insert(
            (Coin::Asset(DOT), REWARD),
            Flow {
                taken: u128::MAX,
                spent: u128::MAX,
                ..Flow::default()
            },
        );
        asset_fee(DOT, REWARD, 1);
        assert_eq!(Assets::total_supply(DOT), 0);
        assert_eq!(pots(), 0);
    });
}

/// A flow is in the pot while something of its source waits, and in the books else.
#[test]
fn the_flow_of_a_source_goes_on_when_a_fee_comes_in_after_all_was_sold() {
    run(|| {
        let key = (Coin::Asset(DOT), REWARD);
        let auction = in_auction(DOT, REWARD, 1_000_000);
        asset_fee(DOT, STREAMING, 5);
        assert!(!Flows::<Test>::contains_key(key));
        assert_ok!(House::buy(auction, BOB, 1_000_000, price(1)));
        let sold = Flow {
            taken: 1_000_000,
            spent: 1_000_000,
            bought: 1_000_000,
            burned: 1_000_000,
            distributed: 0,
        };
        assert_eq!((Flows::<Test>::get(key), flow(DOT, REWARD)), (sold, sold));
        asset_fee(DOT, REWARD, 7);
        let taken = sold.taken + 7;
        assert_eq!(flow(DOT, REWARD), Flow { taken, ..sold });
        assert!(!Flows::<Test>::contains_key(key));
        // Who comes back waits behind the others.
        assert_eq!(queue(DOT), [(STREAMING, 5), (REWARD, 7)]);
        assert_eq!(Buyback::totals().bought, 1_000_000);
    });
}

/// One that the account cannot hold leaves the books as they were.
#[test]
fn a_fee_that_is_lost_does_not_take_the_flow_out_of_the_books() {
    run(|| {
        let old = Flow {
            taken: 50,
            spent: 50,
            ..Flow::default()
        };
        Flows::<Test>::insert((Coin::Asset(DUSTY), REWARD), old);
        asset_fee(DUSTY, REWARD, 9);
        assert_eq!((Flows::<Test>::get((Coin::Asset(DUSTY), REWARD)), pots()), (old, 0));
    });
}

#[test]
fn every_source_has_a_place() {
    run(|| {
        for source in SOURCES_ALL {
            asset_fee(DOT, source, 3);
            native_fee(source, 3);
        }
        assert_eq!(pot(DOT).total(), Some(3 * u128::from(SOURCES)));
        assert_eq!(Buyback::totals().burned, 3 * u128::from(SOURCES));
    });
}
