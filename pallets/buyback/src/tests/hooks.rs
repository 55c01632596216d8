// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

/// The next block with its idle time.
fn block() {
    next_block();
    idle();
}

/// The text of an error is not in the event.
#[track_caller]
fn skipped(asset: AssetId, error: DispatchError) {
    happened(Event::StepSkipped { asset, error });
}

#[test]
fn without_a_pot_a_block_only_looks_and_searches_once_in_a_period() {
    run(|| {
        Period::set(&3);
        native_fee(REWARD, 1_000);
        let look = <() as WeightInfo>::idle_look();
        let search = look + Buyback::weight_prepare();
        for (block, cost) in [(2, search), (3, look), (4, search), (5, look), (6, search)] {
            System::set_block_number(block);
            assert_eq!(Buyback::on_idle(block, Weight::MAX), cost, "block {block}");
            assert_eq!(Turn::<Test>::get().next, None);
        }
    });
}

#[test]
fn a_slice_is_sold_in_every_block_after_the_first() {
    run(|| {
        healthy(DOT);
        asset_fee(DOT, REWARD, 100_000_000);
        block();
        assert_eq!(flow(DOT, REWARD).spent, 0);
        block();
        assert_eq!(flow(DOT, REWARD).spent, SLICE);
        // The pool has grown by the slice, and is what it was again.
        Market::set_pool(DOT, DEPTH, DEPTH);
        block();
        // The mark was taken in between.
        assert_eq!(flow(DOT, REWARD).spent, 2 * SLICE + SLICE * 3 / 1_000);
    });
}

#[test]
fn assets_take_turns_and_none_waits_for_a_mark() {
    run(|| {
        healthy(DOT);
        healthy(KSM);
        asset_fee(DOT, REWARD, 100_000_000);
        asset_fee(KSM, REWARD, 100_000_000);
        block();
        for _ in 0..2 {
            block();
            let sold: Vec<_> = events()
                .into_iter()
                .filter(|event| matches!(event, Event::BoughtBack { .. }))
                .collect();
            assert_eq!(sold.len(), 1);
            Market::set_pool(DOT, DEPTH, DEPTH);
            Market::set_pool(KSM, DEPTH, DEPTH);
        }
        assert_eq!(flow(DOT, REWARD).spent, SLICE);
        assert_eq!(flow(KSM, REWARD).spent, SLICE);
    });
}

#[test]
fn a_period_is_waited_for_and_the_mark_comes_in_the_block_before() {
    run(|| {
        Period::set(&20);
        healthy(DOT);
        asset_fee(DOT, REWARD, 100_000_000);
        System::set_block_number(19);
        block();
        // The first turn is due and was not prepared.
        assert_eq!(pot(DOT).mark.unwrap().block, 20);
        for last in [21, 41] {
            let spent = flow(DOT, REWARD).spent;
            block();
            assert_eq!((System::block_number(), flow(DOT, REWARD).spent - spent), (last, SLICE));
            Market::set_pool(DOT, DEPTH, DEPTH);
            for _ in 1..19 {
                block();
                assert_eq!(pot(DOT).mark, None);
            }
            block();
            assert_eq!(pot(DOT).mark.unwrap().block, last + 19);
            assert_eq!(flow(DOT, REWARD).spent - spent, SLICE);
            assert_eq!(Buyback::buyback_status().next_step, last + 20);
        }
    });
}

#[test]
fn a_period_of_nothing_is_one() {
    run(|| {
        Period::set(&0);
        healthy(DOT);
        asset_fee(DOT, REWARD, 100_000_000);
        block();
        block();
        assert_eq!(flow(DOT, REWARD).spent, SLICE);
        idle();
        assert_eq!(flow(DOT, REWARD).spent, SLICE);
    });
}

#[test]
fn what_does_not_fit_into_the_block_is_done_in_a_later_one() {
    run(|| {
        healthy(DOT);
        asset_fee(DOT, REWARD, 100_000_000);
        block();
        next_block();
        let now = System::block_number();
        let looks = <() as WeightInfo>::idle_look();
        let before = (Turn::<Test>::get(), pot(DOT));
        for room in [
            Weight::zero(),
            looks,
            looks + Buyback::weight_turn() - Weight::from_parts(1, 0),
        ] {
            let used = Buyback::on_idle(now, room);
            assert!(used.all_lte(room));
            assert_eq!((Turn::<Test>::get(), pot(DOT)), before);
        }
        // Without room for the mark of the next, the step is done all the same.
        let room = looks + Buyback::weight_turn();
        assert_eq!(Buyback::on_idle(now, room), room);
        assert_eq!(flow(DOT, REWARD).spent, SLICE);
    });
}

#[test]
fn a_mark_at_the_end_of_a_block_replaces_one_from_its_middle() {
    run(|| {
        healthy(DOT);
        asset_fee(DOT, REWARD, 100_000_000);
        next_block();
        assert_ok!(poke(DOT));
        Market::set_pool(DOT, DEPTH, 2 * DEPTH);
        idle();
        assert_eq!(
            pot(DOT).mark,
            Some(Mark {
                block: 2,
                price: FixedU128::from_rational(1, 2),
                depth: 2 * DEPTH,
                decimals: 0,
                share: Perbill::zero()
            })
        );
    });
}

/// The end of a block has the last word on whether there is a pool.
#[test]
fn a_pool_that_is_gone_at_the_end_of_a_block_leaves_no_mark() {
    run(|| {
        healthy(DOT);
        asset_fee(DOT, REWARD, 100_000_000);
        next_block();
        assert_ok!(poke(DOT));
        Market::set_pool(DOT, 0, 0);
        idle();
        assert_eq!(pot(DOT).mark, None);
        // The turn of the next block opens the auction without a miss before it.
        block();
        assert_eq!((pot(DOT).misses, House::falling(0).unwrap().units), (0, 100_000_000));
    });
}

#[test]
fn a_trade_that_fails_is_undone_told_and_counted() {
    run(|| {
        healthy(DOT);
        asset_fee(DOT, REWARD, 10_000_000);
        block();
        fresh(DOT, price(2));
        for misses in 1..=MAX_MISSES {
            block();
            skipped(DOT, DispatchError::Other(""));
            assert_eq!((pot(DOT).misses, pot(DOT).reference), (misses, Some(price(2))));
            assert_eq!(pending(DOT, REWARD), 10_000_000);
        }
        // The sixth time it is an auction.
        block();
        assert_eq!(House::falling(0).unwrap().units, 10_000_000);
        block();
        assert_eq!(events(), []);
        // Unsold: the market is tried five times again.
        assert_ok!(House::end(0));
        fresh(DOT, price(1));
        block();
        block();
        assert_eq!(flow(DOT, REWARD).spent, SLICE);
    });
}

#[test]
fn a_trade_that_works_forgives_all_misses() {
    run(|| {
        healthy(DOT);
        asset_fee(DOT, REWARD, 10_000_000);
        block();
        fresh(DOT, price(2));
        block();
        assert_eq!(pot(DOT).misses, 1);
        fresh(DOT, price(1));
        block();
        assert_eq!(pot(DOT).misses, 0);
    });
}

#[test]
fn a_house_that_is_closed_sends_the_asset_back_to_the_market() {
    run(|| {
        healthy(DOT);
        asset_fee(DOT, REWARD, 10_000_000);
        Pots::<Test>::mutate(DOT, |pot| pot.as_mut().unwrap().misses = MAX_MISSES);
        House::set_broken(true);
        block();
        block();
        skipped(DOT, DispatchError::Other(""));
        assert_eq!(pot(DOT).misses, 0);
        block();
        assert_eq!(flow(DOT, REWARD).spent, SLICE);
    });
}

#[test]
fn what_is_too_little_for_an_auction_is_tried_on_the_market_for_ever() {
    run(|| {
        healthy(DOT);
        asset_fee(DOT, REWARD, 900_000);
        block();
        FakeFeeds::set_price(DOT, Feed::Fresh(FixedU128::from_rational(105, 100)));
        for _ in 0..20 {
            block();
        }
        assert_eq!(pot(DOT).misses, MAX_MISSES);
        fresh(DOT, price(1));
        block();
        assert_eq!(pots(), 0);
    });
}

#[test]
fn an_asset_without_a_price_does_not_hold_up_the_others() {
    run(|| {
        Market::set_pool(DOT, DEPTH, DEPTH);
        healthy(KSM);
        asset_fee(DOT, REWARD, 10_000_000);
        asset_fee(KSM, REWARD, 2_000_000);
        for _ in 0..4 {
            block();
        }
        skipped(DOT, Error::NoPrice.into());
        assert_eq!(pending(KSM, REWARD), 0);
        assert_eq!(pending(DOT, REWARD), 10_000_000);
    });
}

#[test]
fn what_only_has_to_wait_is_quiet() {
    run(|| {
        fresh(DOT, price(1));
        asset_fee(DOT, REWARD, 10);
        block();
        block();
        assert_eq!(events(), []);
        assert_eq!(pot(DOT).reference, Some(price(1)));
        in_auction(KSM, REWARD, 1_000_000);
        for _ in 0..4 {
            block();
            assert_eq!(events(), []);
        }
    });
}

#[test]
fn the_last_price_seen_lets_a_stale_asset_be_sold() {
    run(|| {
        fresh(DOT, price(3));
        asset_fee(DOT, REWARD, 10);
        block();
        block();
        FakeFeeds::set_price(DOT, Feed::Missing);
        asset_fee(DOT, REWARD, 1_000_000);
        block();
        assert_eq!(House::falling(0).unwrap().start, price(6));
    });
}

#[test]
fn a_pot_that_is_gone_leaves_the_turn_to_the_next() {
    run(|| {
        for asset in [DOT, KSM] {
            healthy(asset);
            asset_fee(asset, REWARD, 1_000);
        }
        for _ in 0..6 {
            block();
        }
        assert_eq!(pots(), 0);
        asset_fee(DOT, REWARD, 1_000);
        block();
        block();
        assert_eq!(pots(), 0);
    });
}

#[test]
fn a_block_costs_the_same_with_a_thousand_pots() {
    run(|| {
        for asset in 10_000..11_000 {
            assert_ok!(Assets::force_create(RuntimeOrigin::root(), asset, ALICE, true, 1));
            healthy(asset);
            asset_fee(asset, REWARD, 100_000_000);
        }
        assert_eq!(pots(), 1_000);
        let most = <() as WeightInfo>::idle_look()
            .saturating_add(Buyback::weight_turn())
            .saturating_add(Buyback::weight_prepare());
        let mut sold = 0;
        for _ in 0..100 {
            next_block();
            let spent = Buyback::on_idle(System::block_number(), Weight::MAX);
            assert!(spent.all_lte(most), "{spent:?}");
            let bought = |event: &Event| matches!(event, Event::BoughtBack { .. });
            let slices = events().iter().filter(|event| bought(event)).count();
            assert!(slices <= 1, "one step a block");
            sold += slices;
        }
        // The first block only notes a price.
        assert_eq!(sold, 99);
    });
}

#[test]
fn a_turn_whose_pot_was_sold_meanwhile_is_not_lost() {
    run(|| {
        Period::set(&20);
        for asset in [DOT, KSM] {
            healthy(asset);
            asset_fee(asset, REWARD, 1_000);
        }
        System::set_block_number(19);
        block();
        let gone = Turn::<Test>::get().next.unwrap();
        next_block();
        assert_ok!(poke(gone));
        idle();
        // Nobody had it, and the other one is next.
        let other = if gone == DOT { KSM } else { DOT };
        let expected = Turns {
            next: Some(other),
            ..Default::default()
        };
        assert_eq!(Turn::<Test>::get(), expected);
        block();
        assert_eq!((flow(other, REWARD).spent, pots()), (1_000, 0));
    });
}
