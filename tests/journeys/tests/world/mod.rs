// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The chain of the preset `local_testnet`, in simulated blocks.
//!
//! Every block has a slot, an author and a timestamp, runs the hooks of all pallets but those that talk to the relay
//! chain, and is checked: FINCH and every asset of a product are conserved, and every invariant of every product holds.

#![allow(dead_code, unused_imports)] // Every story takes a part of it.

use codec::Encode;
use finch_ports::{Feed, Market as _, PriceFeed as _};
use finch_runtime::{
    adapters,
    adapters::OracleFeeds,
    configs::synth::NativeSynth,
    constants::{is_user_asset, SYNTH_ASSET_ID},
    genesis_presets, AccountId, AssetConversion, Assets, Auctions, Aura, Authorship, Balance, Balances, Buyback,
    FeedOperators, Historical, Insurance, Options, Oracle, PoolAssets, RateCurve, Runtime, RuntimeEvent, RuntimeOrigin,
    Scheduler, Session, Staking, StakingDerivatives, StakingEtf, StakingSynth, System, TechnicalCollective, Timestamp,
    UserAssetsInstance, VoterList,
};
use finch_types::{AssetId, Coin, FeeSource, FeedKey, Metric};
use frame_support::{
    assert_noop,
    dispatch::DispatchResult,
    storage::with_storage_layer,
    traits::{
        fungible::{
            Balanced as _, Inspect as _, Mutate as _,
            NativeOrWithId::{Native, WithId},
        },
        fungibles::{Inspect as _, Mutate as _},
        OnFinalize, OnIdle, OnInitialize,
    },
    weights::Weight,
    BoundedVec,
};
use pallet_asset_conversion::Pools;
use pallet_staking_synth::{types::Books, Pool};
use sp_consensus_aura::{Slot, AURA_ENGINE_ID};
use sp_runtime::{Digest, DigestItem, DispatchError};

pub use finch_runtime::{
    constants::FINCH,
    genesis_presets::{MARKET_MAKER, SAMPLE_ASSETS, SAMPLE_DOLLAR, SEED},
};
pub use sp_keyring::Sr25519Keyring::{Alice, Bob, Charlie, Dave};

/// The hooks in the order of the runtime, without those that need a relay chain.
type Hooked = (
    System,
    Timestamp,
    Balances,
    Assets,
    Authorship,
    Staking,
    VoterList,
    Session,
    Historical,
    Aura,
    StakingSynth,
    RateCurve,
    Auctions,
    StakingDerivatives,
    FeedOperators,
    Oracle,
    Buyback,
    StakingEtf,
    Options,
    Insurance,
    Scheduler,
);

const SLOT: u64 = 6_000;
/// Some moment to start from; slots count from 1970.
const START: u64 = 1_800_000_000_000;

/// Runs a story on a new chain.
pub fn story(tell: impl FnOnce()) {
    let storage = genesis_presets::storage("local_testnet").expect("the preset builds");
    sp_io::TestExternalities::new(storage).execute_with(|| {
        next_block();
        tell();
        check();
    });
}

/// Ends the current block, if any, and begins the next.
pub fn next_block() {
    block_with(SLOT, || {});
}

/// The same, where the next block comes so many milliseconds after the last one and holds some extrinsics.
pub fn block_with(millis: u64, extrinsics: impl FnOnce()) {
    let number = System::block_number() + 1;
    let time = now().max(START) + millis;
    let slot = Slot::from(time / SLOT);
    let digest = Digest {
        logs: vec![DigestItem::PreRuntime(AURA_ENGINE_ID, slot.encode())],
    };
    System::reset_events();
    System::initialize(&number, &Default::default(), &digest);
    Hooked::on_initialize(number);
    Timestamp::set(RuntimeOrigin::none(), time).expect("the inherent applies");
    extrinsics();
    Hooked::on_idle(number, Weight::from_parts(1_000_000_000_000, 5_000_000));
    Hooked::on_finalize(number);
    check();
}

/// Lets blocks pass until the era after the active one has begun and its upkeep is done.
pub fn next_era() {
    let wanted = active_era() + 1;
    for _ in 0..100 {
        next_block();
        if books().accounted_era >= wanted && upkeep_done() {
            return;
        }
    }
    panic!(
        "no era and upkeep within 100 blocks: era {}, wanted {wanted}",
        active_era()
    );
}

/// Lets blocks pass until something is so, at most `most` of them.
#[track_caller]
pub fn until(what: &str, most: u32, mut is_so: impl FnMut() -> bool) {
    for _ in 0..most {
        if is_so() {
            return;
        }
        next_block();
    }
    panic!("not within {most} blocks: {what}");
}

/// Two thirds of the technical committee.
pub fn committee() -> RuntimeOrigin {
    pallet_collective::RawOrigin::<AccountId, TechnicalCollective>::Members(2, 3).into()
}

/// The block in which a moment of the chain's clock comes, with some extrinsics.
pub fn block_at(moment: u64, extrinsics: impl FnOnce()) {
    block_with(moment - now(), extrinsics);
}

/// Fails so, and changes nothing.
#[track_caller]
pub fn refused(call: impl FnOnce() -> DispatchResult, error: impl Into<DispatchError>) {
    // As an extrinsic: what it wrote before it failed is undone.
    let error: DispatchError = error.into();
    assert_noop!(with_storage_layer(call), error);
}

/// The chain's clock, in milliseconds.
pub fn now() -> u64 {
    pallet_timestamp::Now::<Runtime>::get()
}

/// Lets so many eras pass.
pub fn eras(count: u32) {
    for _ in 0..count {
        next_era();
    }
}

pub fn active_era() -> u32 {
    pallet_staking::ActiveEra::<Runtime>::get().map_or(0, |era| era.index)
}

fn upkeep_done() -> bool {
    pallet_staking_synth::Round::<Runtime, NativeSynth>::get()
        .stage
        .is_none()
}

/// All operators say the same, once in a block.
#[track_caller]
pub fn report(values: &[(FeedKey, u128)]) {
    for who in genesis_presets::OPERATORS {
        let values = BoundedVec::truncate_from(values.to_vec());
        Oracle::feed_values(RuntimeOrigin::signed(who.to_account_id()), values).expect("an operator may report");
    }
}

/// The feed of what a whole coin costs, at `cents`.
pub fn price(coin: Coin, cents: u128) -> (FeedKey, u128) {
    let metric = Metric::Price;
    (FeedKey { coin, metric }, cents * 10_000_000_000_000_000)
}

/// The prices of all made-up assets as their pools open, at FINCH for 5 dollars.
pub fn opening_prices() -> Vec<(FeedKey, u128)> {
    let samples = SAMPLE_ASSETS
        .iter()
        .chain([&SAMPLE_DOLLAR])
        .map(|asset| price(Coin::Asset(asset.id), 5 * asset.price));
    samples.chain([price(Coin::Native, 500)]).collect()
}

/// A trader with deep pockets moves a pool to the oracle's price.
pub fn arbitrage(asset: AssetId) {
    let (Some(pool), Feed::Fresh(price)) = (adapters::Pools::reserves(asset), OracleFeeds::native_price(asset)) else {
        return;
    };
    let price = price.into_inner() as f64 / 1e18;
    let product = pool.native as f64 * pool.asset as f64;
    let wanted = (product * price).sqrt();
    let off = wanted / pool.native as f64 - 1.0;
    // The fee eats what is less.
    if off.abs() < 0.000_5 {
        return;
    }
    let bob = Bob.to_account_id();
    if off > 0.0 {
        let planck = (wanted - pool.native as f64) as Balance;
        Balances::mint_into(&bob, planck).expect("an amount that fits");
        adapters::Pools::spend(&bob, asset, planck, 1).expect("there is a pool");
    } else {
        let units = (product / wanted - pool.asset as f64) as Balance;
        if asset == SYNTH_ASSET_ID {
            // Only its pallet makes it. A unit is worth more than a planck, so this is enough.
            let planck = units * 2;
            Balances::mint_into(&bob, planck).expect("an amount that fits");
            StakingSynth::mint(RuntimeOrigin::signed(bob.clone()), planck.max(FINCH), 0).expect("a deposit");
        } else {
            Assets::mint_into(asset, &bob, units).expect("an amount that fits");
        }
        let native = adapters::Pools::sell(&bob, asset, units, 1).expect("there is a pool");
        assert!(Balances::resolve(&bob, native).is_ok(), "the account exists");
    }
}

/// The market maker takes its liquidity out of a pool. A hundred-thousandth stays: no pool can be emptied.
#[track_caller]
pub fn drain(asset: AssetId) {
    let maker = MARKET_MAKER.to_account_id();
    let pool = (Native, WithId(asset));
    let lp = Pools::<Runtime>::get(&pool).expect("there is a pool").lp_token;
    let all = PoolAssets::balance(lp, &maker);
    let all = all - all / 100_000;
    let (native, asset) = (Box::new(pool.0), Box::new(pool.1));
    AssetConversion::remove_liquidity(RuntimeOrigin::signed(maker.clone()), native, asset, all, 1, 1, maker)
        .expect("there is liquidity");
}

/// What the buyback made of fees in `coin` for `source` so far.
pub fn fees(coin: Coin, source: FeeSource) -> pallet_buyback::types::Flow {
    pallet_buyback::Pallet::<Runtime>::flow(coin, source)
}

pub fn books() -> Books {
    Pool::<Runtime, NativeSynth>::get()
}

pub fn native(who: &AccountId) -> Balance {
    Balances::balance(who)
}

pub fn synth(who: &AccountId) -> Balance {
    Assets::balance(SYNTH_ASSET_ID, who)
}

/// The events of the synth in this block.
pub fn synth_events() -> Vec<pallet_staking_synth::Event<Runtime, NativeSynth>> {
    System::read_events_no_consensus()
        .filter_map(|record| match record.event {
            RuntimeEvent::StakingSynth(event) => Some(event),
            _ => None,
        })
        .collect()
}

/// What must hold after every block.
#[track_caller]
pub fn check() {
    let held: Balance = frame_system::Account::<Runtime>::iter_values()
        .map(|account| account.data.free + account.data.reserved)
        .sum();
    assert_eq!(held, Balances::total_issuance(), "FINCH in accounts != issuance");

    for id in pallet_assets::Asset::<Runtime, UserAssetsInstance>::iter_keys().filter(|id| !is_user_asset(*id)) {
        let held: Balance = pallet_assets::Account::<Runtime, UserAssetsInstance>::iter_prefix_values(id)
            .map(|account| {
                use codec::Decode;
                // The fields of an asset account are private; its balance is the first of them.
                Balance::decode(&mut &account.encode()[..]).expect("a balance comes first")
            })
            .sum();
        assert_eq!(held, Assets::total_issuance(id), "asset {id} in accounts != supply");
    }

    StakingSynth::do_try_state().expect("every invariant of the synth holds");
    RateCurve::do_try_state().expect("every invariant of the curve holds");
    Auctions::do_try_state().expect("every invariant of the auctions holds");
    StakingDerivatives::do_try_state().expect("every invariant of the derivatives holds");
    Buyback::do_try_state().expect("every invariant of the buyback holds");
    StakingEtf::do_try_state().expect("every invariant of the ETF holds");
    Options::do_try_state().expect("every invariant of the options holds");
    Insurance::do_try_state().expect("every invariant of the mutual holds");
}
