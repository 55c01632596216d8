// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! How development chains start. Both run fast (see [`crate::timing`]) and have no key to everything.
//!
//! The stakers must be the collators: staking elects stashes, and an elected stash without session keys authors
//! nothing. zombienet replaces the session keys by those of its collators (//Charlie and //Dave) and leaves the rest.

#![deny(missing_docs)]

use crate::{
    configs::staking::{MAX_CANDIDATES, MIN_NOMINATOR_BOND, MIN_VALIDATOR_BOND},
    constants::*,
    AccountId, AssetConversionConfig, AssetsConfig, Balance, BalancesConfig, FeedOperatorsConfig, InsuranceConfig,
    ParachainInfoConfig, PolkadotXcmConfig, RateCurveConfig, Runtime, RuntimeGenesisConfig, SessionConfig, SessionKeys,
    StakingConfig, StakingEtfConfig, StakingSynth, StakingSynthConfig, TechnicalCommitteeConfig, TimingConfig,
};
use alloc::{vec, vec::Vec};
use finch_types::{Coin, Moment};
use frame_support::{
    build_struct_json_patch,
    traits::fungible::NativeOrWithId::{Native, WithId},
    BoundedVec,
};
use pallet_insurance::types::FirstTerms;
use pallet_options::types::Kind;
use pallet_staking::StakerStatus;
use serde_json::Value;
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::Sr25519Keyring::{
    self, Alice, AliceStash, Bob, BobStash, Charlie, CharlieStash, Dave, DaveStash, Eve, EveStash, Ferdie, FerdieStash,
};
use sp_runtime::{FixedU128, Permill};

/// What each of the well-known accounts starts with.
pub const ENDOWMENT: Balance = 1_000_000 * FINCH;
/// The well-known accounts.
pub const USERS: [Sr25519Keyring; 6] = [Alice, Bob, Charlie, Dave, Eve, Ferdie];
/// What the treasury starts with.
pub const TREASURY: Balance = 100_000 * FINCH;
/// What each collator has at stake.
pub const STAKE: Balance = 10_000 * FINCH;
/// The synth that nobody can redeem, and its backing.
pub const SEED: Balance = 1_000 * FINCH;
/// The part of the seed that is bonded from the first block on, so that the rate rises with every era. The rest is what
/// the buffer wants.
pub const SEED_AT_STAKE: Balance = 970 * FINCH;

/// Who reports to the feeds. Nobody else uses these accounts, so a feeder and a user never race for a nonce.
pub const OPERATORS: [Sr25519Keyring; 5] = [AliceStash, BobStash, CharlieStash, DaveStash, EveStash];

/// A made-up asset of another chain. Its numbers are samples, not market data.
pub struct SampleAsset {
    /// In the assets pallet.
    pub id: u32,
    /// The full name.
    pub name: &'static str,
    /// The short one.
    pub symbol: &'static str,
    /// The digits of a whole coin.
    pub decimals: u8,
    /// What a whole coin costs in hundredths of a FINCH, at which its pool opens.
    pub price: u128,
}

/// The other proof-of-stake assets of a development network. `node/feeder/sample` has their feeds.
pub const SAMPLE_ASSETS: [SampleAsset; 5] = [
    sample(0, "Sample DOT", "sampDOT", 10, 84),
    sample(1, "Sample KSM", "sampKSM", 12, 360),
    sample(2, "Sample ATOM", "sampATOM", 6, 92),
    sample(3, "Sample SOL", "sampSOL", 9, 3_000),
    sample(4, "Sample ETH", "sampETH", 8, 64_000),
];

/// An asset that is meant to cost a dollar, FINCH being sampled at five. It is no proof-of-stake asset: no ETF holds it.
pub const SAMPLE_DOLLAR: SampleAsset = sample(5, "Sample USD", "sampUSD", 6, 20);

/// Every made-up asset.
fn made_up() -> impl Iterator<Item = &'static SampleAsset> {
    SAMPLE_ASSETS.iter().chain([&SAMPLE_DOLLAR])
}

/// How many there are.
const MADE_UP: Balance = 6;

const fn sample(at: u32, name: &'static str, symbol: &'static str, decimals: u8, price: u128) -> SampleAsset {
    SampleAsset {
        id: FIRST_SAMPLE_ASSET_ID + at,
        name,
        symbol,
        decimals,
        price,
    }
}

impl SampleAsset {
    /// The smallest units of the asset that are worth `planck` at the opening price, rounded down.
    pub fn worth(&self, planck: Balance) -> Balance {
        planck * 100 / self.price * 10u128.pow(self.decimals.into()) / FINCH
    }
}

/// What each pool of a sample asset starts with, in FINCH and in as much of the asset.
pub const POOL: Balance = 1_000_000 * FINCH;
/// What each of the well-known accounts has of each sample asset, as worth in FINCH.
pub const SAMPLE_ENDOWMENT: Balance = 100_000 * FINCH;
/// Owns the liquidity of the pools and makes the sample assets.
pub const MARKET_MAKER: Sr25519Keyring = FerdieStash;

/// A series of options for development networks, without its expiry: genesis knows no clock and no prices.
pub struct SampleOption {
    /// What can be bought or sold.
    pub underlying: Coin,
    /// What it is bought with, or sold for.
    pub strike_asset: Coin,
    /// What writers lock.
    pub collateral: Coin,
    /// Call or put.
    pub kind: Kind,
    /// Whole coins of the strike asset for one whole coin of the underlying.
    pub strike: FixedU128,
}

impl SampleOption {
    /// The call that makes the series.
    pub fn create(&self, expiry: Moment) -> pallet_options::Call<Runtime> {
        pallet_options::Call::create {
            underlying: self.underlying,
            strike_asset: self.strike_asset,
            collateral: self.collateral,
            kind: self.kind,
            strike: self.strike,
            expiry,
        }
    }
}

const SYNTH: Coin = Coin::Asset(SYNTH_ASSET_ID);
const DOLLAR: Coin = Coin::Asset(SAMPLE_DOLLAR.id);
const DOT: Coin = Coin::Asset(SAMPLE_ASSETS[0].id);

const fn hundredths(of_a_coin: u128) -> FixedU128 {
    FixedU128::from_inner(of_a_coin * 10_000_000_000_000_000)
}

/// One of each kind of protection. Anybody who has a little of the coins can make the first three; the last one is
/// margined, so governance makes it, while the feeds of both assets are fresh.
pub const SAMPLE_OPTIONS: [SampleOption; 4] = [
    // FINCH for six dollars: what a holder of FINCH writes for the premium.
    SampleOption {
        underlying: Coin::Native,
        strike_asset: DOLLAR,
        collateral: Coin::Native,
        kind: Kind::Call,
        strike: hundredths(600),
    },
    // 0.98 FINCH for sFINCH: protects against a slash, and against a price below the rate.
    SampleOption {
        underlying: SYNTH,
        strike_asset: Coin::Native,
        collateral: Coin::Native,
        kind: Kind::Put,
        strike: hundredths(98),
    },
    // 0.19 FINCH for a dollar that opens at 0.20.
    SampleOption {
        underlying: DOLLAR,
        strike_asset: Coin::Native,
        collateral: Coin::Native,
        kind: Kind::Put,
        strike: hundredths(19),
    },
    // Four dollars for a DOT that opens at 4.20, secured by FINCH and paid in it.
    SampleOption {
        underlying: DOT,
        strike_asset: DOLLAR,
        collateral: Coin::Native,
        kind: Kind::Put,
        strike: hundredths(400),
    },
];

/// The terms of a first product of the mutual, in per cent.
fn cover_terms(capacity: u32, pays: u32, rate: u128) -> FirstTerms {
    (
        Permill::from_percent(capacity),
        Permill::from_percent(pays),
        FixedU128::from_rational(rate, 100),
    )
}

/// The curve before anything was sold: what is fair for ten minutes, three months and a year, as effective annual rate.
fn curve_seeds() -> Vec<(u64, FixedU128)> {
    const MINUTE: u64 = 60_000;
    const DAY: u64 = MILLISECS_PER_DAY;
    [(10 * MINUTE, 1_200), (91 * DAY, 1_250), (365 * DAY, 1_300)]
        .map(|(millis, basis_points)| (millis, FixedU128::from_rational(basis_points, 10_000)))
        .to_vec()
}

/// A chain whose collators are the given well-known accounts.
fn genesis(collators: &[Sr25519Keyring]) -> Value {
    let accounts = |keys: &[Sr25519Keyring]| keys.iter().map(|key| key.to_account_id()).collect::<Vec<AccountId>>();
    let stashes = accounts(collators);
    let maker = MARKET_MAKER.to_account_id();
    let synth_stash = StakingSynth::stash();
    let nominator = (
        synth_stash.clone(),
        synth_stash.clone(),
        SEED_AT_STAKE,
        StakerStatus::Nominator(stashes.clone()),
    );

    build_struct_json_patch!(RuntimeGenesisConfig {
        parachain_info: ParachainInfoConfig {
            parachain_id: DEV_PARA_ID.into()
        },
        timing: TimingConfig { fast: true },
        balances: BalancesConfig {
            balances: accounts(&USERS)
                .into_iter()
                .map(|account| (account, ENDOWMENT))
                .chain(accounts(&OPERATORS).into_iter().map(|account| (account, FINCH)))
                // What these accounts trade has to leave them without ending them.
                .chain([
                    (synth_stash, SEED_AT_STAKE + EXISTENTIAL_DEPOSIT),
                    (buyback_account(), EXISTENTIAL_DEPOSIT),
                    (etf_account(), EXISTENTIAL_DEPOSIT),
                    (insurance_account(), EXISTENTIAL_DEPOSIT),
                    (treasury_account(), TREASURY),
                    (maker.clone(), ENDOWMENT + POOL * MADE_UP),
                ])
                .collect::<Vec<_>>(),
        },
        assets: AssetsConfig {
            assets: [
                (SYNTH_ASSET_ID, synth_account(), true, EXISTENTIAL_DEPOSIT),
                (ETF_ASSET_ID, etf_account(), true, 1),
            ]
            .into_iter()
            .chain(made_up().map(|asset| (asset.id, maker.clone(), true, 1)))
            .collect::<Vec<_>>(),
            metadata: [
                (SYNTH_ASSET_ID, "Staked FINCH", "sFINCH", FINCH_DECIMALS),
                (ETF_ASSET_ID, "Finch Staking ETF", "fETF", FINCH_DECIMALS),
            ]
            .into_iter()
            .chain(made_up().map(|asset| (asset.id, asset.name, asset.symbol, asset.decimals)))
            .map(|(id, name, symbol, decimals)| (id, name.as_bytes().to_vec(), symbol.as_bytes().to_vec(), decimals))
            .collect::<Vec<_>>(),
            accounts: made_up()
                .flat_map(|asset| {
                    accounts(&USERS)
                        .into_iter()
                        .map(|account| (asset.id, account, asset.worth(SAMPLE_ENDOWMENT)))
                        .chain([
                            (asset.id, maker.clone(), asset.worth(SAMPLE_ENDOWMENT + POOL)),
                            // Who makes options about a new coin gives the least balance of it; governance through this.
                            (asset.id, treasury_account(), asset.worth(FINCH)),
                        ])
                })
                .collect::<Vec<_>>(),
        },
        asset_conversion: AssetConversionConfig {
            pools: [(Native, WithId(SYNTH_ASSET_ID), maker.clone(), 0, 0)]
                .into_iter()
                .chain(made_up().map(|asset| (Native, WithId(asset.id), maker.clone(), POOL, asset.worth(POOL))))
                .collect::<Vec<_>>(),
        },
        staking_etf: StakingEtfConfig {
            universe: [SYNTH_ASSET_ID]
                .into_iter()
                .chain(SAMPLE_ASSETS.iter().map(|asset| asset.id))
                .collect::<Vec<_>>(),
        },
        staking: StakingConfig {
            validator_count: 2,
            minimum_validator_count: 1,
            min_nominator_bond: MIN_NOMINATOR_BOND,
            min_validator_bond: MIN_VALIDATOR_BOND,
            max_validator_count: Some(MAX_CANDIDATES),
            slash_reward_fraction: sp_runtime::Perbill::from_percent(10),
            stakers: stashes
                .iter()
                .map(|stash| (stash.clone(), stash.clone(), STAKE, StakerStatus::Validator))
                .chain([nominator])
                .collect::<Vec<_>>(),
        },
        staking_synth: StakingSynthConfig { seed: SEED },
        rate_curve: RateCurveConfig { seeds: curve_seeds() },
        insurance: InsuranceConfig {
            // A slash of sFINCH, a default of the first series, and what assessors vote about: lost deposits.
            synth: Some(cover_terms(50, 90, 2)),
            series: vec![(0, cover_terms(20, 90, 3))],
            voted: vec![cover_terms(30, 90, 3)],
        },
        session: SessionConfig {
            keys: collators
                .iter()
                .zip(stashes)
                .map(|(key, stash)| (
                    stash.clone(),
                    stash,
                    SessionKeys {
                        aura: key.public().into()
                    }
                ))
                .collect::<Vec<_>>(),
        },
        feed_operators: FeedOperatorsConfig {
            members: BoundedVec::truncate_from(accounts(&OPERATORS))
        },
        technical_committee: TechnicalCommitteeConfig {
            members: accounts(&[Alice, Dave, Eve])
        },
        polkadot_xcm: PolkadotXcmConfig {
            safe_xcm_version: Some(xcm::prelude::XCM_VERSION)
        },
    })
}

/// The changes to the default genesis that make the named chain, as JSON.
pub fn get_preset(id: &PresetId) -> Option<Vec<u8>> {
    let patch = match id.as_ref() {
        DEV_RUNTIME_PRESET => genesis(&[Alice]),
        LOCAL_TESTNET_RUNTIME_PRESET => genesis(&[Charlie, Dave]),
        _ => return None,
    };
    serde_json::to_vec(&patch).ok()
}

/// The state in which the named chain starts, for tests.
#[cfg(feature = "std")]
pub fn storage(id: &str) -> Result<sp_core::storage::Storage, String> {
    use sp_runtime::BuildStorage;

    fn merge(base: &mut Value, patch: Value) {
        match (base, patch) {
            (Value::Object(base), Value::Object(patch)) => {
                for (key, value) in patch {
                    merge(base.entry(key).or_insert(Value::Null), value);
                }
            }
            (base, patch) => *base = patch,
        }
    }

    let patch = get_preset(&PresetId::from(id)).ok_or("there is no preset of that name")?;
    let mut config = serde_json::to_value(RuntimeGenesisConfig::default()).map_err(|error| error.to_string())?;
    merge(
        &mut config,
        serde_json::from_slice(&patch).map_err(|error| error.to_string())?,
    );
    let config: RuntimeGenesisConfig = serde_json::from_value(config).map_err(|error| error.to_string())?;
    config.build_storage()
}

/// The names of the chains.
pub fn preset_names() -> Vec<PresetId> {
    vec![
        PresetId::from(DEV_RUNTIME_PRESET),
        PresetId::from(LOCAL_TESTNET_RUNTIME_PRESET),
    ]
}
