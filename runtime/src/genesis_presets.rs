// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! How development chains start. Both run fast (see [`crate::timing`]) and have no key to everything.
//!
//! The stakers must be the collators: staking elects stashes, and an elected stash without session keys authors
//! nothing. zombienet replaces the session keys by those of its collators (//Charlie and //Dave) and leaves the rest.

#![deny(missing_docs)]

use crate::{
    adapters::fee_pot,
    configs::staking::{MAX_CANDIDATES, MIN_NOMINATOR_BOND, MIN_VALIDATOR_BOND},
    constants::*,
    AccountId, AssetsConfig, Balance, BalancesConfig, FeedOperatorsConfig, ParachainInfoConfig, PolkadotXcmConfig,
    RateCurveConfig, RuntimeGenesisConfig, SessionConfig, SessionKeys, StakingConfig, StakingSynth, StakingSynthConfig,
    TechnicalCommitteeConfig, TimingConfig,
};
use alloc::{vec, vec::Vec};
use frame_support::{build_struct_json_patch, BoundedVec};
use pallet_staking::StakerStatus;
use serde_json::Value;
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve, Ferdie};
use sp_runtime::FixedU128;

/// What each of the well-known accounts starts with.
pub const ENDOWMENT: Balance = 1_000_000 * FINCH;
/// What each collator has at stake.
pub const STAKE: Balance = 10_000 * FINCH;
/// The synth that nobody can redeem, and its backing.
pub const SEED: Balance = 1_000 * FINCH;
/// The part of the seed that is bonded from the first block on, so that the rate rises with every era. The rest is what
/// the buffer wants.
pub const SEED_AT_STAKE: Balance = 970 * FINCH;

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
            balances: accounts(&[Alice, Bob, Charlie, Dave, Eve, Ferdie])
                .into_iter()
                .map(|account| (account, ENDOWMENT))
                // A fee below the existential deposit would be burned by an account that does not exist.
                .chain([
                    (synth_stash, SEED_AT_STAKE + EXISTENTIAL_DEPOSIT),
                    (fee_pot(), EXISTENTIAL_DEPOSIT)
                ])
                .collect::<Vec<_>>(),
        },
        assets: AssetsConfig {
            assets: vec![(SYNTH_ASSET_ID, synth_account(), true, EXISTENTIAL_DEPOSIT)],
            metadata: vec![(SYNTH_ASSET_ID, b"Staked FINCH".to_vec(), b"sFINCH".to_vec(), 12)],
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
            members: BoundedVec::truncate_from(accounts(&[Alice, Bob, Charlie, Dave, Eve]))
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
