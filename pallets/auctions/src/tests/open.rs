// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn a_timed_sale_opens() {
    run(|| {
        assert_eq!(House::open_timed(TIMED), Ok(0));
        assert_eq!(
            take_events(),
            [Event::TimedOpened {
                auction: 0,
                lot: LOT,
                units: 1_000,
                min_bid: 10,
                reserve: price(10),
                tick_size: price(1),
                min_turnover: 0,
                ends_at: 1_000_000 + HOUR,
            }]
        );
        assert_eq!(
            auction(0),
            Auction {
                lot: LOT,
                units: 1_000,
                min_bid: 10,
                opened_at: 1_000_000,
                ends_at: 1_000_000 + HOUR,
                format: Format::Timed(Timed {
                    reserve: price(10),
                    tick_size: price(1),
                    min_turnover: 0,
                    duration: HOUR,
                }),
                phase: Phase::Bidding(Box::new(EMPTY_BOOK)),
                flows: Flows::default(),
            }
        );
        assert_eq!(House::open_timed(TIMED), Ok(1));
    });
}

#[test]
fn a_falling_sale_opens() {
    run(|| {
        assert_eq!(House::open_falling(FALLING), Ok(0));
        assert_eq!(
            take_events(),
            [Event::FallingOpened {
                auction: 0,
                lot: LOT,
                units: 1_000,
                min_bid: 10,
                start: price(1_024),
                floor: price(1),
                ends_at: 1_000_000 + 10 * HOUR,
            }]
        );
        assert_eq!(auction(0).phase, Phase::Selling);
    });
}

#[track_caller]
fn timed_refused(change: impl FnOnce(&mut TimedSale), error: Error) {
    run(|| {
        let mut sale = TIMED;
        change(&mut sale);
        assert_noop!(House::open_timed(sale), error);
    });
}

#[track_caller]
fn falling_refused(change: impl FnOnce(&mut FallingSale), error: Error) {
    run(|| {
        let mut sale = FALLING;
        change(&mut sale);
        assert_noop!(House::open_falling(sale), error);
    });
}

#[test]
fn a_timed_sale_out_of_bounds_is_refused() {
    timed_refused(|sale| sale.units = 0, Error::WrongSale);
    timed_refused(|sale| sale.min_bid = 0, Error::WrongSale);
    timed_refused(|sale| sale.min_bid = 1_001, Error::WrongSale);
    timed_refused(|sale| sale.reserve = price(0), Error::WrongSale);
    timed_refused(|sale| sale.tick_size = price(0), Error::WrongSale);
    timed_refused(|sale| sale.duration = MIN_DURATION - 1, Error::WrongSale);
    timed_refused(|sale| sale.duration = MAX_DURATION + 1, Error::WrongSale);
    let one = FixedU128::from_inner(1);
    let tiny = |sale: &mut TimedSale| (sale.reserve, sale.tick_size) = (one, one);
    timed_refused(
        |sale| {
            tiny(sale);
            sale.units = MAX_UNITS + 1;
        },
        Error::WrongSale,
    );
}

#[test]
fn a_timed_sale_at_its_bounds_is_accepted() {
    run(|| {
        let one = FixedU128::from_inner(1);
        let sale = TimedSale {
            units: MAX_UNITS,
            min_bid: MAX_UNITS,
            reserve: one,
            tick_size: one,
            duration: MIN_DURATION,
            ..TIMED
        };
        assert_ok!(House::open_timed(sale));
        assert_ok!(House::open_timed(TimedSale {
            min_bid: 1_000,
            duration: MAX_DURATION,
            ..TIMED
        }));
    });
}

#[test]
fn a_bid_must_be_worth_its_storage() {
    run(|| {
        // The least bid is 10 units at 10 planck.
        ExistentialDeposit::set(&101);
        assert_noop!(House::open_timed(TIMED), Error::WrongSale);
        ExistentialDeposit::set(&100);
        assert_ok!(House::open_timed(TIMED));
    });
}

#[test]
fn prices_that_no_number_could_pay_are_refused() {
    timed_refused(|sale| sale.reserve = FixedU128::from_inner(u128::MAX), Error::Overflow);
    timed_refused(
        |sale| sale.tick_size = FixedU128::from_inner(u128::MAX / 254),
        Error::Overflow,
    );
    // 2^95 units at 2^33 planck are just too much.
    let too_dear = FixedU128::from_inner((1 << 33) * 1_000_000_000_000_000_000);
    timed_refused(
        |sale| (sale.units, sale.reserve) = (MAX_UNITS, too_dear),
        Error::Overflow,
    );
    falling_refused(
        |sale| (sale.units, sale.start) = (MAX_UNITS, FixedU128::from_inner(u128::MAX)),
        Error::Overflow,
    );
}

#[test]
fn a_falling_sale_out_of_bounds_is_refused() {
    falling_refused(|sale| sale.units = 0, Error::WrongSale);
    falling_refused(|sale| sale.units = MAX_UNITS + 1, Error::WrongSale);
    falling_refused(|sale| sale.min_bid = 0, Error::WrongSale);
    falling_refused(|sale| sale.min_bid = 1_001, Error::WrongSale);
    falling_refused(|sale| sale.floor = price(0), Error::WrongSale);
    falling_refused(|sale| sale.floor = price(1_025), Error::WrongSale);
    falling_refused(|sale| sale.period = MIN_DURATION - 1, Error::WrongSale);
    falling_refused(|sale| sale.period = MAX_DURATION + 1, Error::WrongSale);
}

#[test]
fn a_sale_at_the_end_of_time_is_refused() {
    run(|| {
        Now::set(&(Moment::MAX - HOUR + 1));
        assert_noop!(House::open_timed(TIMED), Error::Overflow);
    });
}

#[test]
fn no_more_sales_open_than_the_agenda_holds() {
    run(|| {
        (0..MAX_AUCTIONS).for_each(|_| {
            timed();
        });
        assert_noop!(House::open_timed(TIMED), Error::TooManyAuctions);
        assert_noop!(House::open_falling(FALLING), Error::TooManyAuctions);
        // One that is finished makes room.
        assert_ok!(House::withdraw(5));
        idle();
        assert_eq!(timed(), MAX_AUCTIONS);
    });
}

#[test]
fn auctions_do_not_run_out_of_numbers_silently() {
    run(|| {
        NextAuctionId::<Test>::put(AuctionId::MAX);
        assert_noop!(House::open_timed(TIMED), Error::Overflow);
        NextAuctionId::<Test>::put(0);
    });
}
