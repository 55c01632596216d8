// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What writers and holders of options live through.

mod world;

use finch_ports::{Feed, Market, PriceFeed};
use finch_runtime::{
    adapters::{OracleFeeds, Pools},
    constants::{options_account, treasury_account, EXISTENTIAL_DEPOSIT, SYNTH_ASSET_ID},
    genesis_presets::SAMPLE_OPTIONS,
    AccountId, AssetConversion, Assets, Auctions, Balance, Balances, Options, PoolAssets, Runtime, RuntimeCall,
    RuntimeEvent, RuntimeHoldReason, RuntimeOrigin, StakingSynth, System, UserAssetsInstance,
};
use finch_types::{AssetId, AuctionId, Coin, FeeSource, FeedKey, FixedU128, Moment, OptionId};
use frame_support::{
    assert_ok,
    dispatch::DispatchResult,
    traits::{
        fungible::{
            InspectHold,
            NativeOrWithId::{Native, WithId},
        },
        Get,
    },
};
use pallet_options::{
    types::{Kind, Prices, SeriesInfo, Source, Stage, Vault},
    AllSeries, Error, Event, HoldReason, Kept, Sales, Vaults,
};
use sp_keyring::Sr25519Keyring::{Eve, Ferdie};
use sp_runtime::{traits::Dispatchable, DispatchError, MultiAddress};
use world::*;

type OptionError = Error<Runtime>;

const MINUTE: u64 = 60_000;
const HOUR: u64 = 60 * MINUTE;
/// From block to block.
const BLOCK: u64 = 6_000;
/// The places of the sample options.
const CALL_ON_FINCH: usize = 0;
const PUT_ON_SYNTH: usize = 1;
const PUT_ON_DOLLAR: usize = 2;
const PUT_ON_DOT: usize = 3;
const DOLLAR: AssetId = SAMPLE_DOLLAR.id;
/// Smallest units of a dollar.
const CENT: Balance = 10_000;
const USD: Balance = 100 * CENT;
/// Smallest units of the sample DOT.
const DOT: Balance = 10_000_000_000;

fn signed(who: &AccountId) -> RuntimeOrigin {
    RuntimeOrigin::signed(who.clone())
}

fn events() -> Vec<Event<Runtime>> {
    System::read_events_no_consensus()
        .filter_map(|record| match record.event {
            RuntimeEvent::Options(event) => Some(event),
            _ => None,
        })
        .collect()
}

fn dispatch(origin: RuntimeOrigin, call: pallet_options::Call<Runtime>) -> DispatchResult {
    let done = RuntimeCall::Options(call).dispatch(origin);
    done.map(|_| ()).map_err(|failed| failed.error)
}

#[track_caller]
fn create(origin: RuntimeOrigin, call: pallet_options::Call<Runtime>) -> OptionId {
    assert_ok!(dispatch(origin, call));
    let made = events().into_iter().rev().find_map(|event| match event {
        Event::SeriesCreated { series, .. } => Some(series),
        _ => None,
    });
    made.expect("a series that is made leaves an event")
}

fn info(series: OptionId) -> SeriesInfo<AccountId> {
    Options::option_series(series).expect("the series is there")
}

fn vault(series: OptionId, who: &AccountId) -> Vault<AccountId> {
    Vaults::<Runtime>::get(series, who).expect("the vault is there")
}

/// Options of somebody.
fn held(series: OptionId, who: &AccountId) -> Balance {
    Assets::balance(info(series).token, who)
}

fn dollars(who: &AccountId) -> Balance {
    Assets::balance(DOLLAR, who)
}

fn on_hold(why: HoldReason, who: &AccountId) -> Balance {
    Balances::balance_on_hold(&RuntimeHoldReason::Options(why), who)
}

fn vault_deposit() -> Balance {
    <Runtime as pallet_options::Config>::VaultDeposit::get()
}

fn grace() -> Moment {
    <Runtime as pallet_options::Config>::Grace::get()
}

/// Deposits and mints.
#[track_caller]
fn write(series: OptionId, who: &AccountId, collateral: Balance, units: Balance) {
    assert_ok!(Options::deposit(signed(who), series, collateral));
    assert_ok!(Options::mint(signed(who), series, units));
}

#[track_caller]
fn give(series: OptionId, from: &AccountId, to: &AccountId, units: Balance) {
    let to = MultiAddress::Id(to.clone());
    assert_ok!(Assets::transfer(signed(from), info(series).token.into(), to, units));
}

/// Opens a pool of an asset, or adds to it.
#[track_caller]
fn supply(who: &AccountId, asset: AssetId, planck: Balance, units: Balance) {
    let pair = || (Box::new(Native), Box::new(WithId(asset)));
    if Pools::reserves(asset).is_none() {
        let (native, other) = pair();
        // The pool of the synth is there since genesis, and empty.
        let opened = AssetConversion::create_pool(signed(who), native, other);
        assert!(opened.is_ok() || asset == SYNTH_ASSET_ID, "{opened:?}");
    }
    let (native, other) = pair();
    assert_ok!(AssetConversion::add_liquidity(
        signed(who),
        native,
        other,
        planck,
        units,
        planck,
        units,
        who.clone()
    ));
}

#[track_caller]
fn buy(who: &AccountId, asset: AssetId, units: Balance) {
    assert_ok!(Pools::buy(who, asset, units, 1_000 * FINCH));
}

#[track_caller]
fn dump(who: &AccountId, asset: AssetId, units: Balance) {
    assert_ok!(AssetConversion::swap_exact_tokens_for_tokens(
        signed(who),
        vec![Box::new(WithId(asset)), Box::new(Native)],
        units,
        1,
        who.clone(),
        true
    ));
}

/// Fees of options in native so far, all of which are burned.
#[track_caller]
fn burned() -> Balance {
    let flow = fees(Coin::Native, FeeSource::Options);
    assert_eq!((flow.burned, flow.distributed), (flow.taken, 0));
    flow.burned
}

/// A series is gone, and nothing is left of it.
#[track_caller]
fn closed(series: OptionId, creator: &AccountId) {
    until("the series is closed", 5, || {
        !AllSeries::<Runtime>::contains_key(series)
    });
    assert_eq!(on_hold(HoldReason::Series, creator), 0);
    assert_eq!(Vaults::<Runtime>::iter_prefix(series).count(), 0);
    let kept = |coin| Kept::<Runtime>::get(coin).unwrap_or_default();
    assert_eq!(kept(Coin::Native), EXISTENTIAL_DEPOSIT);
    assert_eq!(native(&options_account()), kept(Coin::Native));
    for asset in [DOLLAR, SYNTH_ASSET_ID, SAMPLE_ASSETS[0].id] {
        assert_eq!(Assets::balance(asset, options_account()), kept(Coin::Asset(asset)));
    }
}

#[test]
fn a_covered_call_is_written_sold_exercised_and_reclaimed() {
    story(|| {
        let [alice, bob, eve, ferdie] = [Alice, Bob, Eve, Ferdie].map(|key| key.to_account_id());
        let expiry = now() + 10 * MINUTE;
        let call = || SAMPLE_OPTIONS[CALL_ON_FINCH].create(expiry);
        let series = create(signed(&alice), call());
        refused(|| dispatch(signed(&bob), call()), OptionError::AlreadyExists);
        let token = info(series).token;

        // Alice writes 1,000 and offers a half of them, a twentieth of a FINCH each.
        assert_ok!(Options::deposit(signed(&alice), series, 1_000 * FINCH));
        refused(
            || Options::mint(signed(&alice), series, 1_000 * FINCH + 1),
            OptionError::TooLittleCollateral,
        );
        assert_ok!(Options::mint(signed(&alice), series, 1_000 * FINCH));
        refused(
            || Options::withdraw(signed(&alice), series, 1),
            OptionError::TooLittleCollateral,
        );
        supply(&alice, token, 25 * FINCH, 500 * FINCH);

        // Bob writes 100 and sells them in the same call: floor(100 * 0.997 * 25 / (500 + 100 * 0.997)).
        let premium = 4_156_244_789_061;
        let fee = 41_562_447_891;
        let quoted = Options::quote_premium(series, 100 * FINCH).unwrap();
        assert_eq!((quoted.premium, quoted.fee), (premium, fee));
        let (had, issued) = (native(&bob), Balances::total_issuance());
        refused(
            || Options::write_and_sell(signed(&bob), series, 100 * FINCH, premium + 1),
            pallet_asset_conversion::Error::<Runtime>::ProvidedMinimumNotSufficientForSwap,
        );
        assert_ok!(Options::write_and_sell(signed(&bob), series, 100 * FINCH, premium));
        assert_eq!(
            native(&bob),
            had - 100 * FINCH - vault_deposit() + premium - fee,
            "the collateral, the deposit, and the premium less its fee"
        );
        assert_eq!(held(series, &bob), 0);
        assert_eq!(burned(), fee);
        assert_eq!(Balances::total_issuance(), issued - fee);

        // Ferdie buys 60 and hands 25 on to Eve. Who holds them exercises them.
        buy(&ferdie, token, 60 * FINCH);
        give(series, &ferdie, &eve, 25 * FINCH);
        for (who, units) in [(&eve, 10), (&ferdie, 20)] {
            let (planck, cents) = (native(who), dollars(who));
            let left = held(series, who);
            assert_ok!(Options::exercise(signed(who), series, units * FINCH));
            let fee = units * FINCH / 1_000;
            assert_eq!(native(who), planck + units * FINCH - fee);
            assert_eq!(dollars(who), cents - units * 6 * USD);
            assert_eq!(held(series, who), left - units * FINCH);
        }
        assert_eq!((burned(), info(series).series.fees), (fee, 30 * FINCH / 1_000));
        refused(
            || Options::exercise(signed(&eve), series, 15 * FINCH + 1),
            OptionError::InsufficientOptions,
        );

        // Before the expiry holders exercise, from that very millisecond on writers reclaim.
        block_at(expiry - BLOCK, || {
            refused(|| Options::reclaim(signed(&alice), series), OptionError::NotExpired);
        });
        // Liquidity has to leave a pool of options before the series is closed. The token is destroyed then, in the pool too,
        // and a pool with one side pays nothing out.
        let pool = pallet_asset_conversion::Pools::<Runtime>::get((Native, WithId(token))).expect("it is there");
        let shares = PoolAssets::balance(pool.lp_token, &alice);
        let leave = |shares| {
            let (native, option) = (Box::new(Native), Box::new(WithId(token)));
            AssetConversion::remove_liquidity(signed(&alice), native, option, shares, 1, 1, alice.clone())
        };
        assert_ok!(leave(shares - shares / 1_000));
        block_at(expiry, || {
            refused(
                || Options::exercise(signed(&eve), series, 15 * FINCH),
                OptionError::Expired,
            );
            refused(
                || Options::burn(signed(&alice), series, 100 * FINCH),
                OptionError::Expired,
            );
        });

        // 30 FINCH were taken of 1,100 and 180 dollars brought. Alice has written ten elevenths; Bob gets the dust.
        let ends = [
            (&alice, 1_000 * FINCH, 27_272_727_272_728, 163_636_363),
            (&bob, 100 * FINCH, 2_727_272_727_272, 16_363_637),
        ];
        for (who, collateral, given, received) in ends {
            refused(
                || Options::release(signed(&eve), series, who.clone()),
                OptionError::GraceRunning,
            );
            let (planck, cents) = (native(who), dollars(who));
            assert_ok!(Options::reclaim(signed(who), series));
            assert_eq!(native(who), planck + collateral - given + vault_deposit());
            assert_eq!(dollars(who), cents + received);
        }
        refused(|| Options::reclaim(signed(&alice), series), OptionError::NoVault);
        let end = info(series);
        assert_eq!((end.held, end.written, end.series.vaults), (0, 0, 0));
        let flows = end.series.flows;
        assert_eq!((flows.paid, flows.borne), (30 * FINCH, 30 * FINCH));
        assert_eq!((flows.received, flows.shared), (180 * USD, 180 * USD));
        closed(series, &alice);
        assert_eq!(burned(), fee + 30 * FINCH / 1_000);
        assert!(!pallet_assets::Asset::<Runtime, UserAssetsInstance>::contains_key(
            token
        ));
        refused(
            || leave(shares / 2_000),
            pallet_asset_conversion::Error::<Runtime>::PoolEmpty,
        );
    });
}

#[test]
fn a_put_on_the_synth_protects_its_holder_when_it_loses_its_peg() {
    story(|| {
        let [alice, bob, eve] = [Alice, Bob, Eve].map(|key| key.to_account_id());
        let maker = MARKET_MAKER.to_account_id();
        // Who makes a series about a coin that is new to options gives the least balance of it.
        for (who, planck) in [(&maker, 20_001), (&bob, 101), (&alice, 1)] {
            assert_ok!(StakingSynth::mint(signed(who), planck * FINCH, 0));
        }
        supply(&maker, SYNTH_ASSET_ID, 10_000 * FINCH, 10_000 * FINCH);

        // Nobody reports anything to the feeds: a covered option reads none.
        let expiry = now() + HOUR;
        let series = create(signed(&alice), SAMPLE_OPTIONS[PUT_ON_SYNTH].create(expiry));
        let token = info(series).token;
        assert_ok!(Options::deposit(signed(&alice), series, 2_058 * FINCH - 1));
        refused(
            || Options::mint(signed(&alice), series, 2_100 * FINCH),
            OptionError::TooLittleCollateral,
        );
        write(series, &alice, 1, 2_100 * FINCH);
        supply(&alice, token, 60 * FINCH, 2_000 * FINCH);
        // The example of docs/options.md.
        let (premium, fee) = (2_848_978_425_489, 28_489_784_255);
        let had = native(&eve);
        assert_ok!(Options::write_and_sell(signed(&eve), series, 100 * FINCH, premium));
        assert_eq!(native(&eve), had - 98 * FINCH - vault_deposit() + premium - fee);
        buy(&bob, token, 100 * FINCH);
        next_block();

        // Somebody sells more sFINCH than the pool takes at its price.
        dump(&maker, SYNTH_ASSET_ID, 2_000 * FINCH);
        let on_the_market = Pools::quote_sell(SYNTH_ASSET_ID, 100 * FINCH).unwrap();
        assert!(on_the_market < 70 * FINCH, "{on_the_market}");
        let (planck, units, taken) = (native(&bob), synth(&bob), burned());
        let told = Options::exercisable(series, 100 * FINCH).unwrap();
        assert_ok!(Options::exercise(signed(&bob), series, 100 * FINCH));
        assert_eq!(
            native(&bob),
            planck + 97_902 * FINCH / 1_000,
            "0.98 each, less a thousandth"
        );
        assert_eq!(synth(&bob), units - 100 * FINCH);
        assert_eq!((burned(), info(series).series.fees), (taken, 98 * FINCH / 1_000));
        assert_eq!(
            (told.brings, told.gets, told.fee),
            (
                Some((Coin::Asset(SYNTH_ASSET_ID), 100 * FINCH)),
                (Coin::Native, 97_902 * FINCH / 1_000),
                98 * FINCH / 1_000
            )
        );

        // The writers bear 98 FINCH and have bought 100 sFINCH, which they can redeem at the rate: Alice 21 parts of 22.
        // Eve sleeps: after the grace somebody else lets her vault go, before the idle time of that block does.
        block_at(expiry, || {});
        let (planck, units) = (native(&alice), synth(&alice));
        assert_ok!(Options::reclaim(signed(&alice), series));
        let (given, received) = (93_545_454_545_455, 95_454_545_454_545);
        assert_eq!(native(&alice), planck + 2_058 * FINCH - given + vault_deposit());
        assert_eq!(synth(&alice), units + received);
        assert!(StakingSynth::quote_redeem(received).unwrap().queued > given);
        let (planck, units) = (native(&eve), synth(&eve));
        block_at(expiry + grace(), || {
            assert_ok!(Options::release(signed(&bob), series, eve.clone()));
        });
        let (given, received) = (98 * FINCH - 93_545_454_545_455, 100 * FINCH - 95_454_545_454_545);
        assert_eq!(native(&eve), planck + 98 * FINCH - given + vault_deposit());
        assert_eq!(synth(&eve), units + received);
        closed(series, &alice);
        assert_eq!(burned(), taken + 98 * FINCH / 1_000);
    });
}

#[test]
fn a_put_on_the_dollar_pays_the_strike_and_its_writer_closes_a_part_before() {
    story(|| {
        let [alice, bob, eve] = [Alice, Bob, Eve].map(|key| key.to_account_id());
        let expiry = now() + HOUR;
        let series = create(signed(&alice), SAMPLE_OPTIONS[PUT_ON_DOLLAR].create(expiry));
        let had = native(&alice);
        write(series, &alice, 190 * FINCH, 1_000 * USD);
        assert_ok!(Options::burn(signed(&alice), series, 400 * USD));
        refused(
            || Options::withdraw(signed(&alice), series, 76 * FINCH + 1),
            OptionError::TooLittleCollateral,
        );
        assert_ok!(Options::withdraw(signed(&alice), series, 76 * FINCH));
        assert_eq!(native(&alice), had - 114 * FINCH - vault_deposit());
        give(series, &alice, &bob, 600 * USD);

        dump(&eve, DOLLAR, 400_000 * USD);
        assert!(Pools::quote_sell(DOLLAR, 600 * USD).unwrap() < 105 * FINCH);
        let (planck, cents) = (native(&bob), dollars(&bob));
        assert_ok!(Options::exercise(signed(&bob), series, 600 * USD));
        assert_eq!(native(&bob), planck + 114 * FINCH - 114 * FINCH / 1_000);
        assert_eq!(dollars(&bob), cents - 600 * USD);
        assert_eq!((burned(), info(series).series.fees), (0, 114 * FINCH / 1_000));

        block_at(expiry, || {});
        let (planck, cents) = (native(&alice), dollars(&alice));
        assert_ok!(Options::reclaim(signed(&alice), series));
        assert_eq!(native(&alice), planck + vault_deposit(), "no collateral is left");
        assert_eq!(dollars(&alice), cents + 600 * USD);
        closed(series, &alice);
        assert_eq!(burned(), 114 * FINCH / 1_000);
    });
}

#[test]
fn a_fee_in_dollars_is_bought_back_and_burned() {
    story(|| {
        let [alice, bob] = [Alice, Bob].map(|key| key.to_account_id());
        report(&opening_prices());
        let expiry = now() + HOUR;
        // Four dollars and a half for a FINCH, secured by dollars.
        let protection = pallet_options::Call::create {
            underlying: Coin::Native,
            strike_asset: Coin::Asset(DOLLAR),
            collateral: Coin::Asset(DOLLAR),
            kind: Kind::Put,
            strike: FixedU128::from_rational(9, 2),
            expiry,
        };
        let series = create(signed(&alice), protection);
        write(series, &alice, 45_000 * USD, 10_000 * FINCH);
        give(series, &alice, &bob, 10_000 * FINCH);
        let (planck, cents) = (native(&bob), dollars(&bob));
        assert_ok!(Options::exercise(signed(&bob), series, 10_000 * FINCH));
        assert_eq!(native(&bob), planck - 10_000 * FINCH);
        assert_eq!(dollars(&bob), cents + 44_955 * USD);

        // Fees are handed over when the grace is over.
        block_at(expiry, || {});
        block_at(expiry + grace(), || report(&opening_prices()));
        let flow = || fees(Coin::Asset(DOLLAR), FeeSource::Options);
        assert_eq!((flow().taken, flow().spent), (45 * USD, 0));
        until("the fee is sold", 10, || flow().spent == 45 * USD);
        let flow = flow();
        assert_eq!((flow.bought, flow.distributed), (flow.burned, 0));
        // 45 dollars are 9 FINCH; the pool takes 0.3 %.
        assert!(
            flow.burned > 8_950 * FINCH / 1_000 && flow.burned < 9 * FINCH,
            "{flow:?}"
        );
    });
}

/// What FINCH and the sample DOT cost, in cents; a dollar costs a dollar.
fn market(finch: u128, dot: u128) -> Vec<(FeedKey, u128)> {
    vec![
        price(Coin::Native, finch),
        price(Coin::Asset(DOLLAR), 100),
        price(Coin::Asset(SAMPLE_ASSETS[0].id), dot),
    ]
}

/// The market moves, and the feeds follow as fast as they may: a hundredth in a minute.
#[track_caller]
fn move_to(finch: u128, dot: u128, step: u64) {
    let there = || {
        market(finch, dot)
            .into_iter()
            .all(|(key, value)| OracleFeeds::read(key) == Feed::Fresh(value))
    };
    for _ in 0..20 {
        block_with(step, || report(&market(finch, dot)));
        if there() {
            return;
        }
    }
    panic!("the feeds do not follow to {finch} and {dot}");
}

/// A margined put on the sample DOT for four dollars, secured by FINCH, which governance makes.
#[track_caller]
fn margined_put(expiry: Moment) -> OptionId {
    let call = || SAMPLE_OPTIONS[PUT_ON_DOT].create(expiry);
    refused(
        || dispatch(signed(&Alice.to_account_id()), call()),
        DispatchError::BadOrigin,
    );
    create(committee(), call())
}

fn ratio(series: OptionId, who: &AccountId) -> FixedU128 {
    let health = Options::vault_health(who.clone(), series).expect("the vault is there");
    health.ratio.expect("the feeds are fresh")
}

fn percent(hundredths: u128) -> FixedU128 {
    FixedU128::from_rational(hundredths, 10_000)
}

/// The auction of the liquidation that was opened in this block.
#[track_caller]
fn opened() -> AuctionId {
    let opened = events().into_iter().rev().find_map(|event| match event {
        Event::LiquidationOpened { auction, .. } => Some(auction),
        _ => None,
    });
    opened.expect("a liquidation leaves an event")
}

/// Somebody brings options into a liquidation. Buyer, owner and caller have what they should have then.
#[track_caller]
fn bring(
    auction: AuctionId,
    series: OptionId,
    buyer: &AccountId,
    owner: &AccountId,
    caller: &AccountId,
    units: Balance,
) {
    let before = vault(series, owner);
    let (of_buyer, of_owner, of_caller) = (native(buyer), native(owner), native(caller));
    let options = held(series, buyer);
    let paid = Auctions::quote_buy(auction, units).expect("it is open").payment;
    assert_ok!(Auctions::buy(signed(buyer), auction, units, FixedU128::from_u32(1_000)));
    // Alike for all units; the last one takes the dust.
    let collateral = before.collateral * units / before.written;
    let reward = paid / 100;
    let deposit = if units == before.written { vault_deposit() } else { 0 };
    assert_eq!(native(buyer) + paid, of_buyer + collateral);
    assert_eq!(native(owner), of_owner + paid - reward + deposit);
    assert_eq!(native(caller), of_caller + reward);
    assert_eq!(held(series, buyer), options - units);
}

#[test]
fn a_margined_put_goes_down_the_ladder_and_is_settled() {
    story(|| {
        let [alice, bob, eve, ferdie] = [Alice, Bob, Eve, Ferdie].map(|key| key.to_account_id());
        block_with(BLOCK, || report(&market(500, 420)));
        let expiry = now() + 8 * HOUR;
        let series = margined_put(expiry);
        assert_eq!(info(series).series.creator, treasury_account());

        // 100 puts promise 400 dollars at most, 80 FINCH: 120 FINCH are needed to mint them.
        assert_ok!(Options::deposit(signed(&alice), series, 120 * FINCH - 1));
        refused(
            || Options::mint(signed(&alice), series, 100 * DOT),
            OptionError::TooLittleCollateral,
        );
        write(series, &alice, 1, 100 * DOT);
        write(series, &bob, 125 * FINCH, 100 * DOT);
        assert_eq!(ratio(series, &alice), percent(15_000));
        refused(
            || Options::withdraw(signed(&alice), series, 1),
            OptionError::TooLittleCollateral,
        );
        for who in [&alice, &bob] {
            give(series, who, &ferdie, 100 * DOT);
        }

        // FINCH falls to four dollars: the obligation is 100 FINCH. Alice is called; Bob has 125 % and is not.
        move_to(400, 420, 4 * MINUTE);
        assert_eq!(
            (ratio(series, &alice), ratio(series, &bob)),
            (percent(12_000), percent(12_500))
        );
        let call = |owner: &AccountId| Options::call_margin(signed(&eve), series, owner.clone());
        refused(|| call(&bob), OptionError::NotCallable);
        refused(
            || Options::call_margin(signed(&alice), series, alice.clone()),
            OptionError::OwnVault,
        );
        assert_ok!(call(&alice));
        refused(|| call(&alice), OptionError::AlreadyCalled);
        let liquidate = |owner: &AccountId| Options::liquidate(signed(&ferdie), series, owner.clone());
        refused(|| liquidate(&alice), OptionError::NotLiquidatable);
        // She answers: a planck too little is too little.
        assert_ok!(Options::deposit(signed(&alice), series, 5 * FINCH - 1));
        assert!(vault(series, &alice).call.is_some());
        assert_ok!(Options::deposit(signed(&alice), series, 1));
        assert_eq!(vault(series, &alice).call, None);
        refused(|| call(&alice), OptionError::NotCallable);

        // It falls on. Bob deposits in time, Alice does not answer any more.
        assert_ok!(Options::deposit(signed(&bob), series, 75 * FINCH));
        move_to(353, 387, 4 * MINUTE);
        assert_ok!(call(&alice));
        refused(|| liquidate(&alice), OptionError::NotLiquidatable);
        refused(|| liquidate(&bob), OptionError::NotLiquidatable);
        move_to(350, 385, MINUTE);
        let health = Options::vault_health(alice.clone(), series).unwrap();
        // 125 FINCH for 400 dollars, which are 114 FINCH and two sevenths.
        assert!(ratio(series, &alice) < percent(10_938) && ratio(series, &alice) > percent(10_937));
        assert!(health.liquidatable);
        assert!(health.called_until > Some(now()), "it is the ratio, and not the call");
        assert_ok!(liquidate(&alice));
        let auction = opened();
        refused(
            || Options::deposit(signed(&alice), series, FINCH),
            OptionError::InLiquidation,
        );
        refused(
            || Options::burn(signed(&alice), series, DOT),
            OptionError::InLiquidation,
        );
        refused(|| liquidate(&alice), OptionError::InLiquidation);
        refused(|| call(&alice), OptionError::InLiquidation);
        // At the opening a unit costs what its collateral is worth: 125 FINCH for all.
        assert_eq!(Auctions::quote_buy(auction, 100 * DOT).unwrap().payment, 125 * FINCH);
        next_block();
        bring(auction, series, &ferdie, &alice, &eve, 50 * DOT);
        assert_eq!(vault(series, &alice).written, 50 * DOT);
        assert_eq!(vault(series, &alice).collateral, 125 * FINCH / 2);

        // Nobody brings more. What is left rests, and is sold when it has rested.
        until("the sale is over", 15, || Sales::<Runtime>::iter().next().is_none());
        let rest = vault(series, &alice);
        assert_eq!(
            (rest.sale, rest.written, rest.collateral),
            (None, 50 * DOT, 125 * FINCH / 2)
        );
        refused(|| liquidate(&alice), OptionError::Resting);
        block_at(rest.rests_until, || {
            report(&market(350, 385));
            assert_ok!(liquidate(&alice));
        });
        let auction = opened();
        next_block();
        bring(auction, series, &ferdie, &alice, &eve, 50 * DOT);
        assert_eq!(Vaults::<Runtime>::get(series, &alice), None);
        assert_eq!(on_hold(HoldReason::Vault, &alice), 0);
        until("the sale is over", 15, || Sales::<Runtime>::iter().next().is_none());

        // The expiry: DOT costs three dollars and a half, as FINCH does. The block fixes that in its idle time.
        give(series, &ferdie, &eve, 30 * DOT);
        block_at(expiry - BLOCK, || {
            report(&market(350, 350));
            refused(|| Options::fix_price(signed(&eve), series), OptionError::NotExpired);
        });
        block_at(expiry, || {
            refused(|| Options::mint(signed(&bob), series, 1), OptionError::Expired);
            refused(
                || Options::redeem(signed(&eve), series, 30 * DOT),
                OptionError::NotSettled,
            );
        });
        let fixing = info(series).series.fixing.expect("the feeds are fresh");
        let at_expiry = Prices {
            underlying: FixedU128::from_u32(100),
            // Two sevenths of a FINCH for a dollar, cut off after 18 digits.
            strike_asset: FixedU128::from_inner(285_714_285_714_285_714_285_714),
            collateral: FixedU128::from_u32(1),
        };
        assert_eq!(
            (fixing.prices, fixing.at, fixing.source),
            (at_expiry, expiry, Source::Feed)
        );
        let fixed = fixing.at + <Runtime as pallet_options::Config>::LockPeriod::get();

        // What the market does later changes nothing. Until the lock period is over governance could.
        block_with(BLOCK, || {
            report(&market(353, 420));
            refused(|| Options::settle(signed(&eve), series, 10), OptionError::PriceNotFinal);
            refused(|| Options::reclaim(signed(&bob), series), OptionError::NotSettled);
        });
        block_at(fixed, || {
            let at = &at_expiry;
            refused(
                || Options::dispute(committee(), series, at.underlying, at.strike_asset, at.collateral),
                OptionError::PriceFinal,
            );
            assert_ok!(Options::settle(signed(&eve), series, 10));
        });
        assert_eq!(info(series).series.fixing, Some(fixing));
        // Half a dollar for each of 100: 14 FINCH and two sevenths, rounded up.
        let owed = 14_285_714_285_715;
        let settled = info(series).series;
        assert_eq!(settled.stage, Stage::Settled);
        assert_eq!((settled.flows.borne, settled.flows.shortfall), (owed, 0));

        // Eve has 30 of 100 options, Ferdie takes the rest and the dust.
        let fees_before = burned();
        let shares = [
            (&eve, 30 * DOT, 4_285_714_285_714, 4_285_714_286),
            (&ferdie, 70 * DOT, 10_000_000_000_001, 10_000_000_001),
        ];
        for (who, units, paid, fee) in shares {
            let had = native(who);
            assert_ok!(Options::redeem(signed(who), series, units));
            assert_eq!(native(who), had + paid - fee);
            assert_eq!(held(series, who), 0);
        }
        let both = 4_285_714_286 + 10_000_000_001;
        assert_eq!((burned(), info(series).series.fees), (fees_before, both));

        // Bob sleeps. After the grace anybody sends him what is his.
        refused(
            || Options::release(signed(&eve), series, bob.clone()),
            OptionError::GraceRunning,
        );
        let had = native(&bob);
        block_at(fixed + grace(), || {
            assert_ok!(Options::release(signed(&eve), series, bob.clone()));
            assert_eq!(info(series).held, 0, "nothing is locked any more");
        });
        assert_eq!(native(&bob), had + 200 * FINCH - owed + vault_deposit());
        closed(series, &treasury_account());
        assert_eq!(burned(), fees_before + both);
    });
}

#[test]
fn a_call_that_nobody_answers_ends_in_a_sale_and_a_vault_that_is_secured_again_is_not_sold() {
    story(|| {
        let [alice, bob, eve, ferdie] = [Alice, Bob, Eve, Ferdie].map(|key| key.to_account_id());
        block_with(BLOCK, || report(&market(500, 420)));
        let series = margined_put(now() + 48 * HOUR);
        write(series, &alice, 120 * FINCH, 100 * DOT);
        give(series, &alice, &ferdie, 100 * DOT);
        move_to(400, 420, 4 * MINUTE);
        assert_ok!(Options::call_margin(signed(&eve), series, alice.clone()));
        let health = Options::vault_health(alice.clone(), series).unwrap();
        let answered_by = health.called_until.expect("it is called");
        let liquidate = || Options::liquidate(signed(&bob), series, alice.clone());
        block_at(answered_by - BLOCK, || {
            report(&market(400, 420));
            refused(liquidate, OptionError::NotLiquidatable);
        });
        block_at(answered_by, || {
            assert_ok!(liquidate());
        });
        let auction = opened();
        // The price ends where a token is given 110 % of its obligation: 120 FINCH less 110.
        let sale = Auctions::auction_info(auction).expect("it is open");
        let per_unit = FixedU128::from_u32;
        assert_eq!((sale.highest_price, sale.lowest_price), (per_unit(120), per_unit(10)));

        // Nobody comes.
        let had = native(&alice);
        until("the sale is over", 15, || Sales::<Runtime>::iter().next().is_none());
        let rest = vault(series, &alice);
        assert_eq!((rest.written, rest.collateral), (100 * DOT, 120 * FINCH));
        assert_eq!(native(&alice), had);

        // FINCH recovers before somebody asks for the next sale: there is none, and the call is dropped.
        block_at(rest.rests_until + 10 * MINUTE, || {
            report(&market(500, 420));
            assert_ok!(liquidate());
        });
        assert!(events().contains(&Event::CallDropped {
            series,
            owner: alice.clone()
        }));
        assert_eq!(Sales::<Runtime>::iter().count(), 0);
        refused(liquidate, OptionError::NotLiquidatable);
        assert_eq!(held(series, &ferdie), 100 * DOT);
    });
}

#[test]
fn governance_replaces_a_wrong_price_once_and_holders_share_what_is_missing() {
    story(|| {
        let [alice, bob, eve, ferdie] = [Alice, Bob, Eve, Ferdie].map(|key| key.to_account_id());
        block_with(BLOCK, || report(&market(500, 420)));
        let expiry = now() + 4 * MINUTE;
        let series = margined_put(expiry);
        write(series, &alice, 120 * FINCH, 100 * DOT);
        write(series, &bob, 240 * FINCH, 100 * DOT);
        give(series, &alice, &ferdie, 100 * DOT);
        give(series, &bob, &eve, 100 * DOT);

        // The feed says that the puts are worth nothing. It missed a crash: FINCH costs two dollars and a half, DOT two
        // cents and a half.
        let crash = Prices {
            underlying: FixedU128::from_u32(1),
            strike_asset: FixedU128::from_u32(400_000),
            collateral: FixedU128::from_u32(1),
        };
        let dispute = |origin, prices: Prices| {
            Options::dispute(
                origin,
                series,
                prices.underlying,
                prices.strike_asset,
                prices.collateral,
            )
        };
        block_at(expiry, || {
            refused(|| dispute(committee(), crash), OptionError::FeedHasTime);
        });
        let fixing = info(series).series.fixing.expect("the feeds are fresh");
        assert_eq!(fixing.source, Source::Feed);
        block_with(BLOCK, || {
            refused(|| dispute(signed(&ferdie), crash), DispatchError::BadOrigin);
            refused(
                || {
                    dispute(
                        committee(),
                        Prices {
                            collateral: FixedU128::from_u32(2),
                            ..crash
                        },
                    )
                },
                OptionError::BadPrice,
            );
            assert_ok!(dispute(committee(), crash));
            refused(|| dispute(committee(), fixing.prices), OptionError::PriceFinal);
        });
        let replaced = info(series).series.fixing.expect("it is fixed");
        assert_eq!(
            (replaced.prices, replaced.at, replaced.source),
            (crash, fixing.at, Source::Governance),
            "there is no second lock period"
        );

        // 100 puts are worth 160 FINCH less 1. Alice has 120 of them; what she lacks is missing for both holders.
        let fixed = fixing.at + <Runtime as pallet_options::Config>::LockPeriod::get();
        until("the vaults are settled", 30, || {
            info(series).series.stage == Stage::Settled
        });
        assert!(now() >= fixed);
        let flows = info(series).series.flows;
        assert_eq!((flows.borne, flows.shortfall), (279 * FINCH, 39 * FINCH));
        for who in [&ferdie, &eve] {
            let had = native(who);
            assert_ok!(Options::redeem(signed(who), series, 100 * DOT));
            assert_eq!(native(who), had + 139_500 * FINCH / 1_000 * 999 / 1_000);
        }
        assert_eq!((burned(), info(series).series.fees), (0, 279 * FINCH / 1_000));
        let had = native(&bob);
        assert_ok!(Options::reclaim(signed(&bob), series));
        assert_eq!(native(&bob), had + 81 * FINCH + vault_deposit());
        closed(series, &treasury_account());
        assert_eq!(burned(), 279 * FINCH / 1_000);
    });
}
