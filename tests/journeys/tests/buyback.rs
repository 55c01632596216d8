// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! How fees in FINCH and in other assets become burned FINCH.

mod world;

use finch_ports::{FeeSink, Market};
use finch_runtime::{
    adapters::Pools,
    configs::dynamic_params,
    constants::{buyback_account, treasury_account},
    AccountId, AssetConversion, Assets, Auctions, Authorship, Balance, Balances, Buyback, Parameters, Runtime,
    RuntimeCall, RuntimeEvent, RuntimeOrigin, RuntimeParameters, System,
};
use finch_types::{Coin, FeeSource, FixedU128};
use frame_support::{
    assert_noop, assert_ok,
    dispatch::GetDispatchInfo,
    traits::{
        fungible::NativeOrWithId::{Native, WithId},
        fungibles::Balanced,
        tokens::{Fortitude::Polite, Precision::Exact, Preservation::Preserve},
    },
};
use pallet_asset_conversion_tx_payment::OnChargeAssetTransaction;
use pallet_buyback::{Error, Event};
use pallet_transaction_payment::OnChargeTransaction;
use sp_runtime::{FixedPointNumber, Perbill};
use world::*;

/// The first of the sample assets, which has ten decimals and a price of 0.84 FINCH.
const DOT: u32 = SAMPLE_ASSETS[0].id;
const COIN: Coin = Coin::Asset(DOT);
const SOURCE: FeeSource = FeeSource::EtfStreaming;

fn signed(who: &AccountId) -> RuntimeOrigin {
    RuntimeOrigin::signed(who.clone())
}

fn issuance() -> Balance {
    pallet_balances::TotalIssuance::<Runtime>::get()
}

/// Takes units of the sample asset from Alice, as a fee.
fn charge(units: Balance) {
    let alice = Alice.to_account_id();
    let fee = <Assets as Balanced<_>>::withdraw(DOT, &alice, units, Exact, Preserve, Polite).expect("Alice has enough");
    <Buyback as FeeSink<_>>::deposit(SOURCE, fee);
}

/// What waits of the sample asset.
fn pending() -> Balance {
    let flow = fees(COIN, SOURCE);
    flow.taken - flow.spent
}

/// The swaps of the buyback in this block: units and planck.
fn swaps() -> Vec<(Balance, Balance)> {
    System::read_events_no_consensus()
        .filter_map(|record| match record.event {
            RuntimeEvent::Buyback(Event::BoughtBack { units, native, .. }) => Some((units, native)),
            _ => None,
        })
        .collect()
}

/// A block. What the buyback burned in it is what the issuance lost, unless stakers were paid.
fn block() {
    let (before, burned) = (issuance(), Buyback::buyback_status().totals.burned);
    next_block();
    let minted = System::read_events_no_consensus().any(|record| matches!(record.event, RuntimeEvent::Staking(_)));
    if !minted {
        assert_eq!(before - issuance(), Buyback::buyback_status().totals.burned - burned);
    }
}

#[test]
fn the_fee_of_an_extrinsic_is_burned_and_its_tip_is_the_authors() {
    story(|| {
        type Charge = <Runtime as pallet_transaction_payment::Config>::OnChargeTransaction;
        let alice = Alice.to_account_id();
        let author = Authorship::author().expect("a block has an author");
        let call = RuntimeCall::System(frame_system::Call::remark { remark: vec![1] });
        let info = call.get_dispatch_info();
        let (before, tips) = (issuance(), native(&author));

        let (fee, tip) = (3 * FINCH, FINCH);
        let paid = <Charge as OnChargeTransaction<Runtime>>::withdraw_fee(&alice, &call, &info, fee + tip, tip);
        // It turns out to be cheaper.
        let actual = 2 * FINCH;
        assert_ok!(<Charge as OnChargeTransaction<Runtime>>::correct_and_deposit_fee(
            &alice,
            &info,
            &Default::default(),
            actual + tip,
            tip,
            paid.unwrap()
        ));
        assert_eq!(before - issuance(), actual);
        assert_eq!(native(&author) - tips, tip);
        let flow = fees(Coin::Native, FeeSource::Transaction);
        assert_eq!((flow.taken, flow.burned, flow.distributed), (actual, actual, 0));
    });
}

#[test]
fn a_fee_paid_in_an_asset_is_burned_as_finch() {
    story(|| {
        type Charge = <Runtime as pallet_asset_conversion_tx_payment::Config>::OnChargeAssetTransaction;
        let alice = Alice.to_account_id();
        let call = RuntimeCall::System(frame_system::Call::remark { remark: vec![1] });
        let info = call.get_dispatch_info();
        let (before, units) = (issuance(), Assets::balance(DOT, &alice));
        let asset = WithId(DOT);
        let fee = FINCH / 100;
        let paid =
            <Charge as OnChargeAssetTransaction<Runtime>>::withdraw_fee(&alice, &call, &info, asset.clone(), fee, 0);
        assert_ok!(<Charge as OnChargeAssetTransaction<Runtime>>::correct_and_deposit_fee(
            &alice,
            &info,
            &Default::default(),
            fee,
            0,
            asset,
            paid.unwrap()
        ));
        assert!(Assets::balance(DOT, &alice) < units);
        assert_eq!(before - issuance(), fee);
        assert_eq!(fees(Coin::Native, FeeSource::Transaction).burned, fee);
    });
}

#[test]
fn fees_in_an_asset_are_sold_slice_by_slice_and_burned() {
    story(|| {
        report(&opening_prices());
        let sample = &SAMPLE_ASSETS[0];
        charge(sample.worth(10_000 * FINCH));
        assert_eq!(pending(), sample.worth(10_000 * FINCH));
        let price = FixedU128::from_rational(FINCH * sample.price, 100 * 10u128.pow(sample.decimals.into()));
        let mut seen = 0;
        for _ in 0..50 {
            // Of which the block before took the mark.
            let depth = Pools::reserves(DOT).unwrap();
            // The market buys what the buyback has sold.
            arbitrage(DOT);
            block();
            for (units, planck) in swaps() {
                assert!(units <= depth.asset * 3 / 1_000, "a slice is a small part of the pool");
                let least = price.saturating_mul_int(units) * 99 / 100;
                assert!(planck >= least, "{planck} < {least}");
                seen += 1;
            }
            if pending() == 0 {
                break;
            }
        }
        assert!(seen >= 4, "{seen} slices");
        assert_eq!(pending(), 0);
        let flow = fees(COIN, SOURCE);
        assert_eq!(flow.bought, flow.burned);
        assert!(flow.burned > 9_900 * FINCH && flow.burned < 10_000 * FINCH, "{flow:?}");
    });
}

#[test]
fn nobody_profits_from_moving_the_pool_around_a_slice() {
    story(|| {
        report(&opening_prices());
        let bob = Bob.to_account_id();
        charge(SAMPLE_ASSETS[0].worth(5_000 * FINCH));
        next_block();
        let path = |from, to| vec![Box::new(from), Box::new(to)];
        for planck in [100 * FINCH, 1_000 * FINCH, 10_000 * FINCH] {
            let (before, spent) = (native(&bob), fees(COIN, SOURCE));
            // Bob sells the asset before the slice, and buys it back after it.
            let units = SAMPLE_ASSETS[0].worth(planck);
            assert_ok!(AssetConversion::swap_exact_tokens_for_tokens(
                signed(&bob),
                path(WithId(DOT), Native),
                units,
                1,
                bob.clone(),
                true
            ));
            next_block();
            let sold = fees(COIN, SOURCE).spent - spent.spent;
            assert_ok!(AssetConversion::swap_tokens_for_exact_tokens(
                signed(&bob),
                path(Native, WithId(DOT)),
                units,
                Balance::MAX / 2,
                bob.clone(),
                true
            ));
            if planck > 1_000 * FINCH {
                assert_eq!(sold, 0, "a pool that is moved that far sells nothing");
            }
            assert!(native(&bob) < before, "Bob has gained {}", native(&bob) - before);
            next_block();
        }
    });
}

#[test]
fn without_a_pool_an_auction_sells() {
    story(|| {
        report(&opening_prices());
        let maker = MARKET_MAKER.to_account_id();
        drain(DOT);
        let units = SAMPLE_ASSETS[0].worth(1_000 * FINCH);
        charge(units);
        until("a sale", 5, || Buyback::buyback_status().pots[0].sale.is_some());
        let auction = Buyback::buyback_status().pots[0].sale.unwrap().auction;
        assert_noop!(Buyback::poke(signed(&maker), DOT), Error::<Runtime>::SaleRunning);

        // In the middle Bob takes a half, and at the end nobody the rest.
        for _ in 0..5 {
            block();
        }
        let bob = Bob.to_account_id();
        let (before, held) = (issuance(), Assets::balance(DOT, &bob));
        assert_ok!(Auctions::buy(
            signed(&bob),
            auction,
            units / 2,
            FixedU128::from_u32(1_000)
        ));
        assert_eq!(Assets::balance(DOT, &bob) - held, units / 2);
        let flow = fees(COIN, SOURCE);
        assert_eq!(before - issuance(), flow.burned);
        assert!(
            flow.burned > 500 * FINCH * 90 / 100 && flow.burned < 500 * FINCH * 110 / 100,
            "{flow:?}"
        );
        assert_eq!(pending(), units - units / 2);
        until("the end of the sale", 20, || {
            Buyback::buyback_status().pots[0].sale.map(|sale| sale.auction) != Some(auction)
        });
    });
}

#[test]
fn governance_may_send_a_half_to_the_treasury_and_no_more() {
    story(|| {
        report(&opening_prices());
        let all = RuntimeParameters::Buyback(dynamic_params::buyback::Parameters::DistributionShare(
            dynamic_params::buyback::DistributionShare,
            Some(Perbill::one()),
        ));
        assert_ok!(Parameters::set_parameter(RuntimeOrigin::root(), all));
        let before = native(&treasury_account());
        charge(SAMPLE_ASSETS[0].worth(100 * FINCH));
        until("the pot is empty", 10, || pending() == 0);
        let flow = fees(COIN, SOURCE);
        assert_eq!(flow.burned + flow.distributed, flow.bought);
        assert_eq!(flow.distributed, flow.bought / 2);
        assert!(native(&treasury_account()) - before >= flow.distributed);
    });
}

#[test]
fn donations_are_nobodys_fees() {
    story(|| {
        report(&opening_prices());
        let alice = Alice.to_account_id();
        let status = Buyback::buyback_status();
        assert_ok!(Assets::transfer(
            signed(&alice),
            DOT.into(),
            buyback_account().into(),
            1
        ));
        assert_ok!(Balances::transfer_keep_alive(
            signed(&alice),
            buyback_account().into(),
            1
        ));
        for _ in 0..3 {
            block();
        }
        assert_eq!(Buyback::buyback_status().totals, status.totals);
        assert!(Buyback::buyback_status().pots.is_empty());
        charge(1_000_000);
        until("the pot is empty", 10, || pending() == 0);
        assert_eq!(Assets::balance(DOT, buyback_account()), 1);
    });
}
