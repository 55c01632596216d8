// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

fn lot(asset: AssetId) -> Lot {
    Lot::Fees { asset }
}

#[test]
fn a_purchase_burns_all_that_was_paid() {
    run(|| {
        let auction = in_auction(DOT, REWARD, 1_000_000);
        let before = issuance();
        assert_eq!(House::buy(auction, BOB, 400_000, price(1)), Ok(400_000));
        assert_eq!(before - issuance(), 400_000);
        assert_eq!((units(DOT, BOB), pending(DOT, REWARD)), (400_000, 600_000));
        assert_eq!((free(BOB), free(pot_account())), (ENDOWMENT - 400_000, ED));
        assert_eq!(pot(DOT).sale.unwrap().units, 600_000);
        assert_eq!(
            flow(DOT, REWARD),
            Flow {
                taken: 1_000_000,
                spent: 400_000,
                bought: 400_000,
                burned: 400_000,
                distributed: 0
            }
        );
        happened(Event::BoughtBack {
            asset: DOT,
            source: REWARD,
            units: 400_000,
            native: 400_000,
            burned: 400_000,
            distributed: 0,
            auction: Some(auction),
        });
    });
}

#[test]
fn a_share_of_a_purchase_is_distributed() {
    run(|| {
        Share::set(&Perbill::from_percent(25));
        let auction = in_auction(DOT, REWARD, 1_000_000);
        assert_ok!(House::buy(auction, BOB, 1_000_000, price(1)));
        assert_eq!(free(TREASURY), 250_000);
        assert_eq!(flow(DOT, REWARD).burned, 750_000);
    });
}

#[test]
fn a_lot_that_is_sold_out_ends_and_the_pot_is_gone() {
    run(|| {
        let auction = in_auction(DOT, REWARD, 1_000_000);
        assert_ok!(House::buy(auction, BOB, 1_000_000, price(1)));
        assert_eq!((pots(), units(DOT, pot_account())), (0, 0));
        happened(Event::SaleEnded {
            asset: DOT,
            source: REWARD,
            auction,
            unsold: 0,
        });
    });
}

#[test]
fn between_the_last_purchase_and_the_end_the_sale_is_there_with_nothing() {
    run(|| {
        in_auction(DOT, REWARD, 1_000_000);
        assert_ok!(<Balances as fungible::Mutate<AccountId>>::mint_into(
            &pot_account(),
            1_000_000
        ));
        assert_ok!(Buyback::deliver(lot(DOT), &BOB, 1_000_000, 1_000_000));
        assert_eq!(pot(DOT).sale.unwrap().units, 0);
        Buyback::do_try_state().unwrap();
        // A new fee waits for the end.
        asset_fee(DOT, REWARD, 5_000_000);
        assert_noop!(poke(DOT), Error::SaleRunning);
        assert_ok!(Buyback::finished(lot(DOT), 0));
        turn_of(DOT);
        assert_eq!(House::falling(1).unwrap().units, 5_000_000);
    });
}

#[test]
fn what_is_not_sold_waits_and_is_sold_again() {
    run(|| {
        let auction = in_auction(DOT, REWARD, 2_000_000);
        assert_ok!(House::buy(auction, BOB, 500_000, price(1)));
        asset_fee(DOT, REWARD, 9);
        assert_ok!(House::end(auction));
        happened(Event::SaleEnded {
            asset: DOT,
            source: REWARD,
            auction,
            unsold: 1_500_000,
        });
        assert_eq!((pot(DOT).sale, pending(DOT, REWARD)), (None, 1_500_009));
        turn_of(DOT);
        assert_eq!(House::falling(1).unwrap().units, 1_500_009);
    });
}

#[test]
fn a_fee_that_comes_in_meanwhile_is_not_for_sale() {
    run(|| {
        let auction = in_auction(DOT, REWARD, 1_000_000);
        asset_fee(DOT, REWARD, 50);
        asset_fee(DOT, STREAMING, 60);
        assert_ok!(House::buy(auction, BOB, 1_000_000, price(1)));
        assert_eq!((pending(DOT, REWARD), pending(DOT, STREAMING)), (50, 60));
        assert_eq!(pot(DOT).sale, None);
    });
}

#[test]
fn an_auction_that_ends_gives_the_market_its_tries_back() {
    run(|| {
        let auction = in_auction(DOT, REWARD, 1_000_000);
        Pots::<Test>::mutate(DOT, |pot| pot.as_mut().unwrap().misses = MAX_MISSES);
        assert_ok!(House::end(auction));
        assert_eq!(pot(DOT).misses, 0);
    });
}

#[test]
fn more_than_is_in_the_auction_is_not_delivered() {
    run(|| {
        in_auction(DOT, REWARD, 1_000_000);
        asset_fee(DOT, REWARD, 1_000_000);
        assert_noop!(Buyback::deliver(lot(DOT), &BOB, 1_000_001, 1), Error::TooManyUnits);
    });
}

#[test]
fn what_was_not_paid_is_not_delivered() {
    run(|| {
        in_auction(DOT, REWARD, 1_000_000);
        let result =
            frame_support::storage::with_storage_layer(|| Buyback::deliver(lot(DOT), &BOB, 1_000_000, 1_000_000));
        assert!(result.is_err());
        assert_eq!((units(DOT, BOB), free(pot_account())), (0, ED));
    });
}

#[test]
fn a_buyer_that_cannot_hold_the_asset_pays_nothing() {
    run(|| {
        fresh(DUSTY, price(1_000_000));
        asset_fee(DUSTY, REWARD, 100);
        turn_of(DUSTY);
        assert!(House::buy(0, BOB, 9, price(1_000_000)).is_err());
        assert_eq!((free(BOB), pending(DUSTY, REWARD)), (ENDOWMENT, 100));
    });
}

#[test]
fn a_purchase_that_would_leave_dust_is_refused() {
    run(|| {
        fresh(DUSTY, price(1_000_000));
        asset_fee(DUSTY, REWARD, 100);
        turn_of(DUSTY);
        assert_eq!(House::buy(0, BOB, 91, price(1_000_000)), Err(Error::DustLeft.into()));
        assert_ok!(House::buy(0, BOB, 90, price(1_000_000)));
        assert_eq!(units(DUSTY, pot_account()), 10);
        assert_ok!(House::buy(0, BOB, 10, price(1_000_000)));
        assert_eq!((units(DUSTY, BOB), pots()), (100, 0));
    });
}

#[test]
fn what_is_not_in_an_auction_cannot_be_delivered_or_ended() {
    run(|| {
        assert_noop!(Buyback::deliver(lot(DOT), &BOB, 1, 1), Error::NoSale);
        assert_noop!(Buyback::finished(lot(DOT), 1), Error::NoSale);
        asset_fee(DOT, REWARD, 100);
        assert_noop!(Buyback::deliver(lot(DOT), &BOB, 1, 1), Error::NoSale);
        assert_noop!(Buyback::finished(lot(DOT), 1), Error::NoSale);
        let clearing = Clearing {
            price: price(1),
            sold: 1,
            turnover: 1,
        };
        assert_noop!(Buyback::closed(lot(DOT), clearing), Error::NoSale);
    });
}

#[test]
fn lots_of_others_are_not_sold_here() {
    run(|| {
        for other in [Lot::Derivative { series: 1, tranche: 0 }, Lot::Member { asset: DOT }] {
            assert!(!Buyback::may_bid(other, &BOB));
            assert_noop!(Buyback::proceeds_account(other), Error::NoSale);
            assert_noop!(Buyback::deliver(other, &BOB, 1, 1), Error::NoSale);
            assert_noop!(Buyback::finished(other, 1), Error::NoSale);
        }
        assert!(Buyback::may_bid(lot(DOT), &BOB));
        assert_eq!(Buyback::proceeds_account(lot(DOT)), Ok(pot_account()));
    });
}
