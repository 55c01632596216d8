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
    AccountId, AssetConversionConfig, AssetsConfig, Balance, BalancesConfig, FeedOperatorsConfig, ParachainInfoConfig,
    PolkadotXcmConfig, RateCurveConfig, RuntimeGenesisConfig, SessionConfig, SessionKeys, StakingConfig,
    StakingEtfConfig, StakingSynth, StakingSynthConfig, TechnicalCommitteeConfig, TimingConfig,
};
use alloc::{vec, vec::Vec};
use frame_support::{
    build_struct_json_patch,
    traits::fungible::NativeOrWithId::{Native, WithId},
    BoundedVec,
};
use pallet_staking::StakerStatus;
use serde_json::Value;
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::Sr25519Keyring::{
    self, Alice, AliceStash, Bob, BobStash, Charlie, CharlieStash, Dave, DaveStash, Eve, EveStash, Ferdie, FerdieStash,
};
use sp_runtime::FixedU128;

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
                    (treasury_account(), TREASURY),
                    (maker.clone(), ENDOWMENT + POOL * SAMPLE_ASSETS.len() as u128),
                ])
                .map(|(account, planck)| {
                    let pools = if account == maker {
                        POOL * SAMPLE_ASSETS.len() as u128
                    } else {
                        0
                    };
                    (account, planck + pools)
                })
                .collect::<Vec<_>>(),
        },
        assets: AssetsConfig {
            assets: [
                (SYNTH_ASSET_ID, synth_account(), true, EXISTENTIAL_DEPOSIT),
                (ETF_ASSET_ID, etf_account(), true, 1),
            ]
            .into_iter()
            .chain(SAMPLE_ASSETS.iter().map(|asset| (asset.id, maker.clone(), true, 1)))
            .collect::<Vec<_>>(),
            metadata: [
                (SYNTH_ASSET_ID, "Staked FINCH", "sFINCH", FINCH_DECIMALS),
                (ETF_ASSET_ID, "Finch Staking ETF", "fETF", FINCH_DECIMALS),
            ]
            .into_iter()
            .chain(
                SAMPLE_ASSETS
                    .iter()
                    .map(|asset| (asset.id, asset.name, asset.symbol, asset.decimals))
            )
            .map(|(id, name, symbol, decimals)| (id, name.as_bytes().to_vec(), symbol.as_bytes().to_vec(), decimals))
            .collect::<Vec<_>>(),
            accounts: SAMPLE_ASSETS
                .iter()
                .flat_map(|asset| {
                    accounts(&USERS)
                        .into_iter()
                        .map(|account| (asset.id, account, asset.worth(SAMPLE_ENDOWMENT)))
                        .chain([(asset.id, maker.clone(), asset.worth(SAMPLE_ENDOWMENT + POOL))])
                })
                .collect::<Vec<_>>(),
        },
        asset_conversion: AssetConversionConfig {
            pools: [(Native, WithId(SYNTH_ASSET_ID), maker.clone(), 0, 0)]
                .into_iter()
                .chain(SAMPLE_ASSETS.iter().map(|asset| (
                    Native,
                    WithId(asset.id),
                    maker.clone(),
                    POOL,
                    asset.worth(POOL)
                )))
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
