// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Ways in which baskets and vaults elsewhere lost money.

use super::*;
use frame_support::traits::{fungible::Mutate as _, tokens::Preservation::Expendable};

fn donate(asset: AssetId, amount: Balance) {
    assert_ok!(<Assets as frame_support::traits::fungibles::Mutate<_>>::transfer(
        asset,
        &ALICE,
        &Etf::account_id(),
        amount,
        Expendable
    ));
}

/// ERC-4626: the first depositor inflates the price of a share by a donation, and the next one's deposit is rounded to
/// nothing. Here reserves are tracked, and a share costs its part rounded up.
#[test]
fn donations_change_nothing() {
    run(|| {
        with_bob();
        let before = (
            basket(),
            Etf::quote_issue(1_000_000),
            Etf::quote_redeem(1_000_000),
            Etf::nav(),
        );
        for amount in [1, 1_000_000_000_000] {
            for asset in [1, 2, 3, 4, SHARE] {
                if asset != SHARE {
                    donate(asset, amount);
                }
            }
            assert_ok!(Balances::transfer(&ALICE, &Etf::account_id(), amount, Expendable));
        }
        assert_eq!(
            before,
            (
                basket(),
                Etf::quote_issue(1_000_000),
                Etf::quote_redeem(1_000_000),
                Etf::nav()
            )
        );
        System::reset_events();
        MinTrade::set(&10_000_000);
        next_month();
        rebalanced();
        assert!(!take_events()
            .iter()
            .any(|event| matches!(event, Event::Sold { .. } | Event::Bought { .. })));
    });
}

/// All shares but one are redeemed, then something is donated: the next one to issue pays for what it gets.
#[test]
fn a_basket_with_one_share_cannot_be_inflated() {
    run(|| {
        launched();
        assert_ok!(Etf::redeem(signed(TREASURY), LAUNCH - 20_000));
        donate(1, 1_000_000_000);
        let part = Etf::quote_issue(2_000).unwrap();
        assert_ok!(Etf::issue(signed(BOB), 2_000));
        let out = Etf::quote_redeem(2_000).unwrap();
        for (paid, back) in part.items.iter().zip(&out.items) {
            assert!(paid.units - back.units <= 1);
        }
    });
}

/// Rounding: no number of issues and redemptions, of whatever size, leaves anybody with more than it began with.
#[test]
fn cycles_of_issue_and_redeem_never_profit() {
    run(|| {
        launched();
        let before = [1, 2, 3].map(|asset| units(asset, BOB));
        let cash = native(BOB);
        let mut per_share = basket()
            .holdings
            .iter()
            .map(|holding| (holding.units, Etf::supply()))
            .collect::<Vec<_>>();
        for turn in 0..200u128 {
            let amount = 1_000 + turn * turn * 37 % 90_000;
            assert_ok!(Etf::issue(signed(BOB), amount));
            for part in [amount / 3, amount / 7, amount - amount / 3 - amount / 7] {
                assert_ok!(Etf::redeem(signed(BOB), part));
            }
            later(HOUR);
            let now = basket()
                .holdings
                .iter()
                .map(|holding| (holding.units, Etf::supply()))
                .collect::<Vec<_>>();
            // Units per share never fall.
            assert!(now
                .iter()
                .zip(&per_share)
                .all(|(now, then)| now.0 * then.1 >= then.0 * now.1));
            per_share = now;
        }
        assert_eq!(shares(BOB), 0);
        assert!([1, 2, 3]
            .into_iter()
            .zip(before)
            .all(|(asset, before)| units(asset, BOB) < before));
        assert!(native(BOB) <= cash);
    });
}

/// Somebody moves the pool before a slice and back after it. What the basket loses is bounded by the tolerance, however
/// far the pool is moved.
#[test]
fn a_sandwich_costs_no_more_than_the_tolerance() {
    for (native, units) in [
        (DEPTH, DEPTH),
        (DEPTH * 2, DEPTH),
        (DEPTH * 1_000, DEPTH),
        (DEPTH * 1_008, DEPTH * 1_000),
        (DEPTH, DEPTH * 2),
    ] {
        run(|| {
            decided();
            Market::set_pool(1, native, units);
            assert_ok!(Etf::allocate(root(), LAUNCH));
            let before = value().planck;
            rebalanced();
            let lost = before.saturating_sub(value().planck);
            assert!(lost <= LAUNCH / 100, "{lost}");
        });
    }
}

/// A buyer with a flash of money moves a pool and issues by value. The basket gets the same units in any case.
#[test]
fn a_pool_that_is_moved_does_not_change_what_a_share_gives() {
    run(|| {
        with_bob();
        let before = Etf::quote_redeem(10_000_000);
        Market::set_pool(1, DEPTH * 1_000, 1_000_000);
        assert_eq!(Etf::quote_redeem(10_000_000), before);
        assert_eq!(
            issue_with(DAVE, Coin::Native, 1_000_000, ENDOWMENT),
            Err(Error::OutOfBound.into())
        );
    });
}

/// Shares bought just before the harvest and redeemed after it: the reward is not theirs, and not the holders' either.
#[test]
fn a_harvest_cannot_be_timed() {
    run(|| {
        StreamingFee::set(&Perbill::zero());
        FakeSynths::set(1, ratio(1, 1));
        launched();
        FakeSynths::set(1, ratio(2, 1));
        let before = units(1, BOB);
        assert_ok!(Etf::issue(signed(BOB), 50_000_000));
        assert_ok!(Etf::accrue(Now::get() + 1));
        assert_ok!(Etf::redeem(signed(BOB), 50_000_000));
        assert!(units(1, BOB) < before);
    });
}

/// The share is an asset like others; it cannot get into its own basket.
#[test]
fn the_share_is_no_member_of_its_basket() {
    run(|| {
        launched();
        assert_noop!(Etf::list(root(), SHARE), Error::UnknownAsset);
        set_price(SHARE, FixedU128::one());
        assert_eq!(
            issue_with(TREASURY, Coin::Asset(SHARE), 1_000, 10_000),
            Err(Error::NoPool.into())
        );
    });
}

/// Numbers at the ends of their types are refused, not wrapped.
#[test]
fn absurd_numbers_are_refused() {
    run(|| {
        with_bob();
        for absurd in [u128::MAX, u128::MAX / 2, 1 << 100] {
            assert!(dispatch(BOB, crate::Call::issue { shares: absurd }).is_err());
            assert!(dispatch(BOB, crate::Call::redeem { shares: absurd }).is_err());
            assert!(issue_with(BOB, Coin::Native, absurd, absurd).is_err());
            assert!(redeem_to(BOB, Coin::Native, absurd, absurd).is_err());
        }
        assert_eq!(Etf::quote_redeem(u128::MAX), None);
    });
}

/// Issuing and redeeming while a price is high and low again is what in-kind makes pointless: no price is in it.
#[test]
fn issue_in_kind_does_not_look_at_prices() {
    run(|| {
        with_bob();
        let before = Etf::quote_issue(1_000_000);
        set_price(1, FixedU128::from_u32(1_000_000));
        assert_eq!(Etf::quote_issue(1_000_000), before);
    });
}
