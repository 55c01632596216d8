// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Ten thousand blocks in which everything goes wrong that can, with a step in every block. Nothing stalls, nothing
//! panics, and the books hold after every one of them.
//!
//! `FINCH_BLOCKS` says how many blocks to run.

use super::*;

fn blocks() -> u64 {
    std::env::var("FINCH_BLOCKS").map_or(10_000, |text| text.parse().expect("FINCH_BLOCKS is a number"))
}

/// A random number below `below`, the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % below
    }
}

/// In = burned + distributed + pending, and what was burned is what the total issuance fell by.
#[track_caller]
fn check(issued: i128) {
    Buyback::do_try_state().unwrap();
    let totals = Buyback::totals();
    assert_eq!(totals.taken + totals.bought, totals.burned + totals.distributed);
    assert_eq!(issuance() as i128, issued - totals.burned as i128);
    assert_eq!(free(TREASURY), totals.distributed);
}

#[test]
fn ten_thousand_bad_blocks_never_stall_or_panic() {
    run(|| {
        let mut dice = Dice(0x0F17_C4B1_2D3E_55AA);
        let mut issued = issuance() as i128;
        Share::set(&Perbill::from_percent(10));
        for asset in [DOT, KSM, DUSTY] {
            for who in [WHALE, BOB] {
                assert_ok!(Assets::mint(signed(ALICE), asset, who, 1 << 60));
            }
        }
        // One asset has a healthy market throughout, whatever becomes of the others.
        let before = issuance() as i128;
        healthy(KSM);
        issued += issuance() as i128 - before;
        let (mut turns, mut sold) = (0u64, 0);
        for _ in 0..blocks() {
            next_block();
            // Nobody needs the hashes of old blocks.
            let _ = frame_system::BlockHash::<Test>::clear(u32::MAX, None);
            asset_fee(KSM, REWARD, 1_000);
            let bad = [DOT, DUSTY][dice.roll(2) as usize];
            let before = issuance() as i128;
            match dice.roll(12) {
                0 => Market::set_pool(bad, 0, 0),
                1 => Market::set_pool(bad, 1 + u128::from(dice.roll(50)), 10 + u128::from(dice.roll(50))),
                2 | 3 => Market::set_pool(bad, DEPTH + u128::from(dice.roll(1_000_000)), DEPTH),
                4 => FakeFeeds::set_price(bad, Feed::Stale),
                5 => FakeFeeds::set_price(bad, Feed::Missing),
                6 | 7 => fresh(bad, FixedU128::from_rational(950 + u128::from(dice.roll(100)), 1_000)),
                8 => asset_fee(
                    bad,
                    SOURCES_ALL[dice.roll(8) as usize],
                    1 + u128::from(dice.roll(5_000_000)),
                ),
                9 => House::set_broken(dice.roll(2) == 0),
                10 => {
                    let _ = Market::trader_sells(WHALE, DOT, 1 + u128::from(dice.roll(100_000_000)));
                }
                _ => {
                    if let Some(sale) = Pots::<Test>::get(bad).and_then(|pot| pot.sale) {
                        match dice.roll(3) {
                            0 => House::end(sale.auction).unwrap(),
                            _ => {
                                let floor = House::falling(sale.auction).unwrap().floor;
                                let burned = Buyback::totals().burned as i128;
                                let _ = House::buy(sale.auction, BOB, sale.units.div_ceil(2), floor);
                                // What the pallet burned here is counted by it.
                                issued += Buyback::totals().burned as i128 - burned;
                            }
                        }
                    }
                }
            }
            issued += issuance() as i128 - before;
            if dice.roll(50) == 0 {
                Market::set_broken(true);
            }
            let before = (Turn::<Test>::get(), flow(KSM, REWARD).spent);
            idle();
            Market::set_broken(false);
            let turn = Turn::<Test>::get();
            // Every block with a pot has a step, and with three pots none has it twice in a row.
            assert_eq!(turn.at, if turns == 0 { 0 } else { System::block_number() + 1 });
            assert!(turns == 0 || pots() < 2 || turn.last != before.0.last);
            turns += 1;
            sold += u64::from(flow(KSM, REWARD).spent > before.1);
            check(issued);
            // Arbitrage.
            let before = issuance() as i128;
            Market::set_pool(KSM, DEPTH, DEPTH);
            issued += issuance() as i128 - before;
        }
        // The healthy asset was not held up: of every three turns one is its own, and most of them sell.
        assert_eq!(turns, blocks());
        assert!(sold * 5 > turns, "{sold}");
        assert!(flow(DOT, REWARD).spent > 0);
    });
}

/// Every quote fails, in every block.
#[test]
fn ten_thousand_blocks_without_a_quote_never_stall_or_panic() {
    run(|| {
        let issued = issuance() as i128;
        for asset in [DOT, KSM] {
            fresh(asset, price(1));
            asset_fee(asset, REWARD, 10_000_000);
            asset_fee(asset, STREAMING, 10_000_000);
        }
        Market::set_broken(true);
        for number in 0..blocks() {
            next_block();
            let _ = frame_system::BlockHash::<Test>::clear(u32::MAX, None);
            let feed = match number % 3 {
                0 => Feed::Fresh(price(1)),
                1 => Feed::Stale,
                _ => Feed::Missing,
            };
            FakeFeeds::set_price(DOT, feed);
            House::set_broken(number % 7 < 3);
            idle();
            // The first one only looks who is next.
            assert_eq!(
                Turn::<Test>::get().at,
                if number == 0 { 0 } else { System::block_number() + 1 }
            );
            if number % 10 == 0 {
                for asset in [DOT, KSM] {
                    if let Some(sale) = pot(asset).sale {
                        assert_ok!(House::end(sale.auction));
                    }
                }
            }
            check(issued);
        }
        assert_eq!(Buyback::totals(), Totals::default());
    });
}

/// The pools are there and pay too little, for ever.
#[test]
fn a_thousand_blocks_of_failing_trades_take_turns() {
    run(|| {
        for asset in [DOT, KSM] {
            healthy(asset);
            fresh(asset, price(2));
            asset_fee(asset, REWARD, 10_000);
        }
        let issued = issuance() as i128;
        let mut last = None;
        idle();
        for _ in 0..1_000 {
            next_block();
            idle();
            let turn = Turn::<Test>::get();
            assert!(turn.at == System::block_number() + 1 && turn.last != last);
            last = turn.last;
            check(issued);
        }
        // The day the price is right again they are sold.
        for asset in [DOT, KSM] {
            fresh(asset, price(1));
        }
        for _ in 0..3 {
            next_block();
            idle();
        }
        assert_eq!(pots(), 0);
    });
}
