// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

/// 3 leaves the basket and its pool is empty: it is in an auction.
#[track_caller]
pub(super) fn stuck() {
    feeds(4, [2_000_000, 1_000, 80, 20]);
    next_month();
    rebalanced();
    samples(3);
    Market::set_pool(3, 0, 0);
    next_month();
    while Sales::<Test>::get().is_empty() {
        let at = Schedule::<Test>::get().job_at.unwrap();
        Now::set(&Now::get().max(at));
        block();
    }
}

fn auction() -> finch_types::AuctionId {
    Sales::<Test>::get()[0].auction
}

#[test]
fn what_the_market_does_not_take_is_auctioned_around_the_oracles_price() {
    run(|| {
        launched();
        stuck();
        let units = held(3);
        let sale = House::falling(auction()).unwrap();
        assert_eq!(
            (sale.lot, sale.units, sale.period),
            (Lot::Member { asset: 3 }, units, HOUR)
        );
        assert_eq!((sale.start, sale.floor), (ratio(33, 10), ratio(27, 10)));
        assert_eq!(sale.min_bid, 3_334);
        happened(Event::SaleOpened {
            asset: 3,
            units,
            auction: auction(),
        });
        // The other sells do not wait, the buys do.
        rebalance_waits();
    });
}

#[track_caller]
fn rebalance_waits() {
    for _ in 0..10 {
        later(RETRY_AFTER);
        block();
    }
    assert_eq!(Job::<Test>::get().unwrap().stage, Stage::Sells);
}

#[test]
fn a_sale_brings_cash_and_the_rebalance_goes_on() {
    run(|| {
        launched();
        stuck();
        let units = held(3);
        let before = (value(), basket().cash, native(ALICE));
        let paid = House::buy(auction(), ALICE, units, ratio(29, 10)).unwrap();
        assert_eq!((basket().cash, native(ALICE)), (before.1 + paid, before.2 - paid));
        assert_eq!(Assets::balance(3, ALICE), ENDOWMENT + units);
        assert!(Sales::<Test>::get().is_empty() && held(3) == 0);
        let job = Job::<Test>::get().unwrap();
        assert_eq!(before.0, value().plus(Exact::whole(units * 3 - paid)).unwrap());
        assert!(job.lost >= Exact::whole(units * 3 - paid));
        happened(Event::SaleFinished { asset: 3, unsold: 0 });
        rebalanced();
        assert!(held(4) > 0 && basket().cash == 0);
    });
}

#[test]
fn a_sale_above_the_oracles_price_is_a_gain() {
    run(|| {
        launched();
        stuck();
        let units = held(3);
        let gained = Job::<Test>::get().unwrap().gained;
        let paid = House::buy(auction(), ALICE, units, ratio(33, 10)).unwrap();
        let more = Exact::whole(paid - units * 3);
        assert_eq!(Job::<Test>::get().unwrap().gained, gained.plus(more).unwrap());
        rebalanced();
    });
}

#[test]
fn what_nobody_buys_stays_until_the_next_month() {
    run(|| {
        launched();
        stuck();
        let units = held(3);
        assert_ok!(House::buy(auction(), ALICE, units / 2, ratio(29, 10)));
        assert_ok!(House::end(auction()));
        let rest = units - units / 2;
        assert_eq!(held(3), rest);
        happened(Event::SaleFinished { asset: 3, unsold: rest });
        happened(Event::LegDropped {
            asset: 3,
            left: rest,
            stage: Stage::Sells,
        });
        rebalanced();
        // The accruals of the month do not try it again.
        market(3);
        samples(50);
        assert!(held(3) > rest * 99 / 100);
        next_month();
        rebalanced();
        assert_eq!(held(3), 0);
    });
}

#[test]
fn a_lot_can_be_short_of_what_was_redeemed_since() {
    run(|| {
        launched();
        stuck();
        let units = held(3);
        assert_ok!(Etf::redeem(signed(TREASURY), LAUNCH / 2));
        let before = native(ALICE);
        assert_eq!(
            House::buy(auction(), ALICE, units, FixedU128::from_u32(3)),
            Err(Error::LotShort.into())
        );
        assert_eq!(native(ALICE), before);
        let left = held(3);
        assert_ok!(House::buy(auction(), ALICE, left, FixedU128::from_u32(3)));
        assert_ok!(House::end(auction()));
        rebalanced();
    });
}

#[test]
fn a_house_that_opens_nothing_leaves_the_asset_where_it_is() {
    run(|| {
        StreamingFee::set(&Perbill::zero());
        launched();
        feeds(4, [2_000_000, 1_000, 80, 20]);
        next_month();
        samples(3);
        Market::set_pool(3, 0, 0);
        House::set_broken(true);
        next_month();
        let units = held(3);
        rebalanced();
        assert_eq!(held(3), units);
        happened(Event::LegDropped {
            asset: 3,
            left: units,
            stage: Stage::Sells,
        });
        assert!(Sales::<Test>::get().is_empty());
    });
}

#[test]
fn a_month_that_begins_during_a_sale_waits_for_its_end() {
    run(|| {
        launched();
        stuck();
        next_month();
        assert_eq!(Job::<Test>::get().unwrap().stage, Stage::PlanSells);
        later(RETRY_AFTER);
        block();
        assert_eq!(Job::<Test>::get().unwrap().stage, Stage::PlanSells);
        assert_ok!(House::end(auction()));
        market(3);
        rebalanced();
        assert_eq!(held(3), 0);
    });
}

#[test]
fn the_house_is_told_what_is_not_of_the_basket() {
    run(|| {
        launched();
        let lot = Lot::Fees { asset: 1 };
        let member = Lot::Member { asset: 1 };
        assert_noop!(Etf::proceeds_account(lot), Error::WrongLot);
        assert_noop!(Etf::deliver(lot, &ALICE, 1, 1), Error::WrongLot);
        assert_noop!(Etf::finished(lot, 1), Error::WrongLot);
        assert_noop!(Etf::deliver(member, &ALICE, 1, 1), Error::NotOnSale);
        assert_noop!(Etf::finished(member, 1), Error::NotOnSale);
        let clearing = finch_ports::Clearing {
            price: FixedU128::one(),
            sold: 1,
            turnover: 1,
        };
        assert_noop!(Etf::closed(member, clearing), Error::WrongLot);
        assert_eq!(Etf::proceeds_account(member), Ok(Etf::account_id()));
        assert!(Etf::may_bid(member, &ALICE) && !Etf::may_bid(member, &Etf::account_id()));
    });
}
