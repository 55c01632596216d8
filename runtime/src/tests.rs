// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Tests of what is the runtime's own: presets, indices, timing, inflation, fees, filters.

use crate::{
    configs::staking::BoundedInflation,
    constants::*,
    genesis_presets::{get_preset, preset_names, ENDOWMENT, SEED, SEED_AT_STAKE, STAKE},
    timing, *,
};
use finch_types::MILLISECS_PER_YEAR;
use frame_support::{
    assert_noop, assert_ok,
    traits::{Contains, Get, PalletsInfoAccess},
    weights::{constants::ExtrinsicBaseWeight, Weight, WeightToFee as _},
};
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_io::TestExternalities;
use sp_keyring::Sr25519Keyring::{Alice, Charlie, Dave, Ferdie};
use sp_staking::EraPayout;

fn chain(preset: &str) -> TestExternalities {
    let mut ext = TestExternalities::new(genesis_presets::storage(preset).unwrap());
    ext.execute_with(|| System::set_block_number(1));
    ext
}

#[test]
fn presets_elect_collators_that_have_keys() {
    let expected = [
        (DEV_RUNTIME_PRESET, vec![Alice]),
        (LOCAL_TESTNET_RUNTIME_PRESET, vec![Charlie, Dave]),
    ];
    assert_eq!(preset_names().len(), expected.len());
    for (preset, collators) in expected {
        chain(preset).execute_with(|| {
            // More candidates than the election takes would stop the eras.
            let candidates = pallet_staking::MaxValidatorsCount::<Runtime>::get();
            assert_eq!(candidates, Some(configs::staking::MAX_CANDIDATES));
            let mut authorities = pallet_aura::Authorities::<Runtime>::get().into_inner();
            authorities.sort();
            let mut keys: Vec<AuraId> = collators.iter().map(|key| key.public().into()).collect();
            keys.sort();
            assert_eq!(authorities, keys, "{preset}");
            for collator in collators {
                let stash = collator.to_account_id();
                assert_eq!(Staking::ledger(stash.clone().into()).unwrap().active, STAKE);
                assert!(Session::validators().contains(&stash));
            }
        });
    }
}

#[test]
fn presets_endow_and_create_the_synthetic() {
    chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
        use frame_support::traits::fungibles::{metadata::Inspect as _, roles::Inspect as _, Inspect as _};
        assert_eq!(Balances::free_balance(Alice.to_account_id()), ENDOWMENT);
        assert_eq!(Assets::owner(SYNTH_ASSET_ID), Some(synth_account()));
        assert_eq!(Assets::minimum_balance(SYNTH_ASSET_ID), EXISTENTIAL_DEPOSIT);
        assert_eq!(Assets::symbol(SYNTH_ASSET_ID), b"sFINCH".to_vec());
        assert_eq!(Assets::decimals(SYNTH_ASSET_ID), 12);
        assert_eq!(Assets::total_issuance(SYNTH_ASSET_ID), SEED);
        assert_eq!(
            Staking::ledger(StakingSynth::stash().into()).unwrap().active,
            SEED_AT_STAKE
        );
        assert_eq!(ParachainInfo::parachain_id(), DEV_PARA_ID.into());
        assert_eq!(
            pallet_collective::Members::<Runtime, TechnicalCollective>::get().len(),
            3
        );
    });
}

#[test]
fn preset_of_another_name_is_unknown() {
    assert!(get_preset(&PresetId::from("live")).is_none());
}

#[test]
fn pallet_indices_never_change() {
    let pallets: Vec<(usize, &str)> = AllPalletsWithSystem::infos()
        .into_iter()
        .map(|info| (info.index, info.name))
        .collect();
    let golden = [
        (0, "System"),
        (1, "ParachainSystem"),
        (2, "Timestamp"),
        (3, "ParachainInfo"),
        (4, "WeightReclaim"),
        (5, "Timing"),
        (6, "Migrations"),
        (7, "Parameters"),
        (8, "TxPause"),
        (10, "Balances"),
        (11, "TransactionPayment"),
        (12, "AssetConversionTxPayment"),
        (13, "Assets"),
        (14, "PoolAssets"),
        (15, "AssetConversion"),
        (20, "Authorship"),
        (21, "Staking"),
        (22, "VoterList"),
        (23, "Session"),
        (24, "Historical"),
        (25, "Offences"),
        (26, "Aura"),
        (27, "AuraExt"),
        (30, "XcmpQueue"),
        (31, "PolkadotXcm"),
        (32, "CumulusXcm"),
        (33, "MessageQueue"),
        (40, "StakingSynth"),
        (41, "RateCurve"),
        (42, "Auctions"),
        (43, "StakingDerivatives"),
        (44, "FeedOperators"),
        (45, "Oracle"),
        (46, "Buyback"),
        (47, "StakingEtf"),
        (60, "Treasury"),
        (61, "Preimage"),
        (62, "Scheduler"),
        (63, "Referenda"),
        (64, "ConvictionVoting"),
        (65, "TechnicalCommittee"),
        (66, "Origins"),
        (70, "Utility"),
        (71, "Multisig"),
        (72, "Proxy"),
    ];
    assert_eq!(pallets, golden);
}

#[test]
fn derived_accounts_never_change() {
    use sp_core::crypto::Ss58Codec;
    assert_eq!(
        synth_account().to_ss58check_with_version(SS58_PREFIX.into()),
        AccountId::new(*b"modlfn/synth\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")
            .to_ss58check_with_version(SS58_PREFIX.into())
    );
    assert_eq!(
        treasury_account(),
        AccountId::new(*b"modlfn/trsry\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")
    );
}

#[test]
fn a_chain_is_live_unless_genesis_says_fast() {
    let periods = || {
        [
            <timing::SessionLength as Get<u32>>::get(),
            timing::SessionsPerEra::get(),
            timing::BondingDuration::get(),
            timing::SlashDeferDuration::get(),
        ]
    };
    TestExternalities::default().execute_with(|| assert_eq!(periods(), [600, 6, 28, 27]));
    chain(DEV_RUNTIME_PRESET).execute_with(|| assert_eq!(periods(), [10, 2, 2, 1]));
    // 28 eras of 6 h are the 7 days a stake stays at risk.
    assert_eq!(28 * 6 * HOURS, 7 * DAYS);
}

#[test]
fn slashes_apply_while_the_stake_is_still_bonded() {
    for preset in [DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET] {
        chain(preset).execute_with(|| assert!(timing::SlashDeferDuration::get() < timing::BondingDuration::get()));
    }
    TestExternalities::default()
        .execute_with(|| assert!(timing::SlashDeferDuration::get() < timing::BondingDuration::get()));
}

#[test]
fn inflation_is_at_most_a_tenth_a_year() {
    let issuance = 6_000_000 * FINCH;
    let year = MILLISECS_PER_YEAR;
    let day = BoundedInflation::MAX_ERA_MILLIS;
    let total = |(stakers, rest): (Balance, Balance)| stakers + rest;

    for staked in [0, 1, issuance / 100, issuance / 2, issuance, issuance * 2] {
        let paid = total(BoundedInflation::era_payout(staked, issuance, day));
        assert!(paid * 365 <= issuance / 10, "{staked}");
    }
    // At half staked the year pays a tenth, to the rounding of 365 eras.
    let (stakers, rest) = BoundedInflation::era_payout(issuance / 2, issuance, day);
    assert!(issuance / 10 - (stakers + rest) * 365 < 365 * 10);
    assert!((stakers + rest) * 85 / 100 - stakers <= 1);
    // Below, stakers get 17 % a year whatever is staked.
    for staked in [issuance / 300, issuance / 10, issuance / 3] {
        let (stakers, _) = BoundedInflation::era_payout(staked, issuance, day);
        let fair = staked * 17 / 100 / 365;
        assert!(stakers.abs_diff(fair) <= fair / 1_000_000, "{stakers} {fair}");
    }
    // An era that lasts for ever is paid as a day.
    assert_eq!(
        BoundedInflation::era_payout(issuance, issuance, year),
        BoundedInflation::era_payout(issuance, issuance, day)
    );
    assert_eq!(BoundedInflation::era_payout(0, issuance, day), (0, 0));
    assert_eq!(BoundedInflation::era_payout(issuance, issuance, 0), (0, 0));
    assert_eq!(BoundedInflation::era_payout(0, 0, day), (0, 0));
    let _ = BoundedInflation::era_payout(Balance::MAX, Balance::MAX, u64::MAX);
}

#[test]
fn fees_price_the_scarcer_resource() {
    let fee = |time, proof| configs::money::WeightToFee::weight_to_fee(&Weight::from_parts(time, proof));
    let base = ExtrinsicBaseWeight::get().ref_time();
    assert_eq!(fee(base, 0), MILLIFINCH);
    assert_eq!(fee(0, 10_000), MILLIFINCH);
    assert_eq!(fee(base, 20_000), 2 * MILLIFINCH);
    assert_eq!(fee(0, 0), 0);
    assert!(fee(u64::MAX, u64::MAX) > fee(base, 0));
}

#[test]
fn users_cannot_take_the_ids_of_products() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let ferdie = RuntimeOrigin::signed(Ferdie.to_account_id());
        let create = |id: u32| Assets::create(ferdie.clone(), id.into(), Ferdie.to_account_id().into(), 1);
        assert_noop!(create(2), sp_runtime::DispatchError::BadOrigin);
        assert_noop!(create(FIRST_USER_ASSET_ID - 1), sp_runtime::DispatchError::BadOrigin);
        assert_ok!(create(FIRST_USER_ASSET_ID));
    });
}

#[test]
fn the_pause_never_stops_blocks_governance_or_exits() {
    let name = |pallet: &str, call: &str| {
        (
            pallet.as_bytes().to_vec().try_into().unwrap(),
            call.as_bytes().to_vec().try_into().unwrap(),
        )
    };
    for (pallet, call) in [
        ("Timestamp", "set"),
        ("ParachainSystem", "set_validation_data"),
        ("TechnicalCommittee", "propose"),
        ("Staking", "withdraw_unbonded"),
        ("StakingSynth", "claim"),
        ("Auctions", "cancel_bid"),
        ("Auctions", "claim"),
        ("StakingDerivatives", "redeem"),
    ] {
        assert!(
            configs::system::NeverPaused::contains(&name(pallet, call)),
            "{pallet}.{call}"
        );
    }
    for (pallet, call) in [
        ("Balances", "transfer_keep_alive"),
        ("StakingSynth", "mint"),
        ("Staking", "bond"),
        ("Auctions", "bid"),
        ("Auctions", "buy"),
        ("StakingDerivatives", "propose"),
    ] {
        assert!(
            !configs::system::NeverPaused::contains(&name(pallet, call)),
            "{pallet}.{call}"
        );
    }
}

#[test]
fn metadata_is_complete() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        for version in Runtime::metadata_versions() {
            assert!(Runtime::metadata_at_version(version).is_some(), "V{version}");
        }
    });
}

#[test]
fn refund_of_a_product_asset_is_filtered() {
    let refund = |id: u32| {
        RuntimeCall::Assets(pallet_assets::Call::refund {
            id: id.into(),
            allow_burn: true,
        })
    };
    chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
        let filter = <Runtime as frame_system::Config>::BaseCallFilter::contains;
        assert!(!filter(&refund(SYNTH_ASSET_ID)));
        assert!(filter(&refund(FIRST_USER_ASSET_ID)));
    });
}
