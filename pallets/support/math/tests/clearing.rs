// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Clearing, against trying every tick.

mod common;

use common::{amount, big, cases, config, fits, floor, wide, Seeded};
use finch_math::{
    clearing::{clear, filled_down, payment_up, tick_price, turnover_down, Book, Clearing, EMPTY_BOOK},
    MathError,
};
use primitive_types::U512;
use proptest::{collection::vec, prelude::*};
use sp_arithmetic::FixedU128;

const ONE: u128 = 1_000_000_000_000_000_000;

/// The book of some bids.
fn book(bids: &[(u8, u128)]) -> Book {
    let mut book = EMPTY_BOOK;
    for (tick, units) in bids {
        book[usize::from(*tick)] += units;
    }
    book
}

/// What the rule says, by trying all 256 ticks: sell the most, then at the highest price. The tick, and what is sold.
fn brute_force(bids: &[(u8, u128)], supply: u128) -> Option<(u8, U512)> {
    let sold = |price: u8| {
        let demand = bids
            .iter()
            .filter(|(tick, _)| *tick >= price)
            .fold(U512::zero(), |sum, (_, units)| sum + big(*units));
        demand.min(big(supply))
    };
    let most = sold(0);
    (!most.is_zero()).then(|| {
        let tick = (0..=u8::MAX).rev().find(|tick| sold(*tick) == most);
        (tick.expect("tick 0 sells the most"), most)
    })
}

#[track_caller]
fn agrees(bids: &[(u8, u128)], supply: u128) {
    let clearing = clear(&book(bids), supply).unwrap();
    assert_eq!(
        clearing.map(|c| (c.tick, big(c.sold))),
        brute_force(bids, supply),
        "{bids:?}, {supply} for sale"
    );
    let Some(clearing) = clearing else { return };

    let mut filled = U512::zero();
    let mut marginal = 0u32;
    for (tick, units) in bids {
        let got = filled_down(&clearing, *tick, *units).unwrap();
        assert!(got <= *units);
        match tick.cmp(&clearing.tick) {
            std::cmp::Ordering::Greater => assert_eq!(got, *units, "above the price everybody is filled"),
            std::cmp::Ordering::Less => assert_eq!(got, 0, "below the price nobody is"),
            std::cmp::Ordering::Equal => {
                marginal += 1;
                // The exact share, cut to whole units.
                let (share, _) = floor(big(*units) * big(clearing.marginal_fill), big(clearing.marginal_demand));
                assert_eq!(big(got), share);
            }
        }
        filled += big(got);
    }
    assert!(filled <= big(clearing.sold));
    assert!(big(clearing.sold) - filled < U512::from(marginal), "too much dust");
}

#[test]
fn random_books_clear_where_trying_every_tick_says() {
    let mut seeded = Seeded(7);
    for _ in 0..cases().max(10_000) {
        let ticks = [1, 3, 20, 255][usize::try_from(seeded.next() % 4).unwrap()];
        let bids: Vec<_> = (0..seeded.within(0, 12))
            .map(|_| {
                let tick = u8::try_from(seeded.within(0, ticks)).unwrap();
                (tick, seeded.sized(20))
            })
            .collect();
        let total: u128 = bids.iter().map(|(_, units)| units).sum();
        // Supply of any size, and often exactly what some of the bids ask for.
        let supply = match seeded.next() % 3 {
            0 => seeded.sized(24),
            1 => bids.iter().take(3).map(|(_, units)| units).sum::<u128>().max(1),
            _ => total.max(1) - u128::from(total > 1 && seeded.next().is_multiple_of(2)),
        };
        agrees(&bids, supply);
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_book_clears_where_trying_every_tick_says(
        bids in vec((any::<u8>(), (any::<u128>(), 5u32..128).prop_map(|(bits, shift)| (bits >> shift).max(1))), 0..30),
        supply in amount(),
    ) {
        agrees(&bids, supply);
    }

    #[test]
    fn the_order_of_the_bids_makes_no_difference(
        bids in vec((0u8..4, 1u128..1_000), 1..12).prop_flat_map(|bids| (Just(bids.clone()), Just(bids).prop_shuffle())),
        supply in 1u128..4_000,
    ) {
        let (bids, shuffled) = bids;
        let fills = |bids: &[(u8, u128)]| {
            let clearing = clear(&book(bids), supply).unwrap().unwrap();
            let mut fills: Vec<_> = bids
                .iter()
                .map(|(tick, units)| (*tick, *units, filled_down(&clearing, *tick, *units).unwrap()))
                .collect();
            fills.sort_unstable();
            (clearing, fills)
        };
        prop_assert_eq!(fills(&bids), fills(&shuffled));
    }

    #[test]
    fn more_demand_never_lowers_what_is_sold(
        bids in vec((any::<u8>(), 1u128..1_000), 1..12),
        more in (any::<u8>(), 1u128..1_000),
        supply in 1u128..4_000,
    ) {
        let before = clear(&book(&bids), supply).unwrap().unwrap();
        let mut bids = bids;
        bids.push(more);
        let after = clear(&book(&bids), supply).unwrap().unwrap();
        prop_assert!(after.sold >= before.sold);
        // And once all is sold, never the price.
        prop_assert!(before.sold < supply || after.tick >= before.tick);
    }

    #[test]
    fn payments_are_the_exact_products(units in wide(), price in wide()) {
        let product = big(units) * big(price);
        let (down, cut) = floor(product, big(ONE));
        let price = FixedU128::from_inner(price);
        prop_assert_eq!(turnover_down(units, price).ok(), fits(down));
        prop_assert_eq!(payment_up(units, price).ok(), fits(down + u32::from(cut)));
    }

    #[test]
    fn prices_are_the_exact_sums(reserve in wide(), step in wide(), tick in any::<u8>()) {
        let price = tick_price(FixedU128::from_inner(reserve), FixedU128::from_inner(step), tick);
        let exact = fits(big(reserve) + big(step) * big(tick.into()));
        prop_assert_eq!(price.ok().map(FixedU128::into_inner), exact);
        prop_assert!(price.is_ok() || price == Err(MathError::Overflow));
    }

    #[test]
    fn a_part_of_a_bid_at_a_lower_price_never_costs_more_than_the_bid(
        units in amount(),
        part in wide(),
        reserve in 0..1u128 << 60,
        step in 0..1u128 << 50,
        (low, high) in (any::<u8>(), any::<u8>()).prop_map(|(a, b)| (a.min(b), a.max(b))),
    ) {
        let price = |tick| tick_price(FixedU128::from_inner(reserve), FixedU128::from_inner(step), tick).unwrap();
        if let Ok(held) = payment_up(units, price(high)) {
            prop_assert!(payment_up(part.min(units), price(low)).unwrap() <= held);
        }
    }
}

#[test]
fn the_price_is_the_lowest_accepted_tick() {
    // 60 at 5 and 50 at 3 cover 100: the price is 3, where 40 of 50 are filled.
    assert_eq!(
        clear(&book(&[(1, 10), (3, 50), (5, 60)]), 100),
        Ok(Some(Clearing {
            tick: 3,
            sold: 100,
            marginal_demand: 50,
            marginal_fill: 40
        }))
    );
}

#[test]
fn demand_that_is_just_supply_clears_at_its_own_tick() {
    let clearing = clear(&book(&[(1, 10), (3, 40), (5, 60)]), 100).unwrap().unwrap();
    assert_eq!((clearing.tick, clearing.marginal_fill), (3, 40));
}

#[test]
fn demand_below_supply_is_filled_at_the_lowest_tick_bid() {
    let clearing = clear(&book(&[(7, 10), (9, 20)]), 100).unwrap().unwrap();
    assert_eq!((clearing.tick, clearing.sold), (7, 30));
    assert_eq!(filled_down(&clearing, 7, 10), Ok(10));
}

#[test]
fn an_empty_book_does_not_clear() {
    assert_eq!(clear(&EMPTY_BOOK, 1), Ok(None));
}

#[test]
fn levels_whose_sum_is_no_number_clear() {
    let levels = [(0, u128::MAX), (1, u128::MAX), (2, u128::MAX - 1)];
    let clearing = clear(&book(&levels), u128::MAX).unwrap().unwrap();
    assert_eq!(
        (clearing.tick, clearing.sold, clearing.marginal_fill),
        (1, u128::MAX, 1)
    );
    assert_eq!(filled_down(&clearing, 1, u128::MAX), Ok(1));
    assert_eq!(filled_down(&clearing, 1, u128::MAX - 1), Ok(0));
}

#[test]
fn nothing_for_sale_is_refused() {
    assert_eq!(clear(&book(&[(1, 1)]), 0), Err(MathError::OutOfDomain));
    assert_eq!(clear(&EMPTY_BOOK, 0), Err(MathError::OutOfDomain));
}
