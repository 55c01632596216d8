// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Tests of what is the runtime's own: presets, indices, timing, inflation, fees, filters.

use crate::{
    configs::staking::BoundedInflation,
    constants::*,
    genesis_presets::{
        get_preset, preset_names, ENDOWMENT, OPERATORS, SAMPLE_ASSETS, SAMPLE_DOLLAR, SAMPLE_OPTIONS, SEED,
        SEED_AT_STAKE, STAKE,
    },
    timing, *,
};
use finch_ports::{AuctionSeller, KnownLosses, OnSlash, Risk};
use finch_types::{AssetId, Coin, FeedKey, Lot, Metric, MILLISECS_PER_YEAR};
use frame_support::{
    assert_noop, assert_ok,
    dispatch::DispatchResult,
    traits::{Contains, Get, PalletsInfoAccess},
    weights::{constants::ExtrinsicBaseWeight, Weight, WeightToFee as _},
};
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_io::TestExternalities;
use sp_keyring::Sr25519Keyring::{Alice, Bob, Charlie, Dave, Ferdie};
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
        (48, "Options"),
        (49, "Insurance"),
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
    assert_eq!(
        (options_account(), insurance_account()),
        (
            AccountId::new(*b"modlfn/optns\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
            AccountId::new(*b"modlfn/cover\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
        )
    );
    assert_eq!(
        (options_account(), insurance_account()),
        (Options::account_id(), Insurance::account_id())
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
        assert_ok!(create(FIRST_OPTION_ASSET_ID - 1));
        for option in [FIRST_OPTION_ASSET_ID, u32::MAX] {
            assert_noop!(create(option), sp_runtime::DispatchError::BadOrigin);
        }
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
        ("Options", "exercise"),
        ("Options", "reclaim"),
        ("Insurance", "withdraw"),
        ("Insurance", "claim"),
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
        ("Options", "create"),
        ("Options", "mint"),
        ("Options", "write_and_sell"),
        ("Insurance", "join"),
        ("Insurance", "buy_cover"),
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
        assert!(!filter(&refund(FIRST_OPTION_ASSET_ID)));
        assert!(filter(&refund(FIRST_USER_ASSET_ID)));
    });
}

/// Every operator says what the samples cost, now.
fn report_prices() {
    let price = |coin, cents: u128| {
        let metric = Metric::Price;
        (FeedKey { coin, metric }, cents * 10_000_000_000_000_000)
    };
    let samples = SAMPLE_ASSETS.iter().chain([&SAMPLE_DOLLAR]);
    let prices: Vec<_> = samples
        .map(|asset| price(Coin::Asset(asset.id), 5 * asset.price))
        .chain([price(Coin::Native, 500)])
        .collect();
    for who in OPERATORS {
        let prices = prices.clone().try_into().unwrap();
        assert_ok!(Oracle::feed_values(RuntimeOrigin::signed(who.to_account_id()), prices));
    }
}

fn set_time(now: u64) {
    pallet_timestamp::Now::<Runtime>::put(now);
}

fn dispatch(call: pallet_options::Call<Runtime>, origin: RuntimeOrigin) -> DispatchResult {
    use sp_runtime::traits::Dispatchable;
    RuntimeCall::from(call)
        .dispatch(origin)
        .map(|_| ())
        .map_err(|failed| failed.error)
}

fn committee() -> RuntimeOrigin {
    pallet_collective::RawOrigin::<AccountId, TechnicalCollective>::Members(2, 3).into()
}

#[test]
fn the_sample_options_can_be_made() {
    use frame_support::traits::{
        fungible::InspectHold, fungibles::metadata::Inspect as _, fungibles::roles::Inspect as _,
    };
    use pallet_options::types::Style;
    chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
        set_time(1_800_000_000_000);
        let expiry = 1_800_000_600_000;
        let alice = Alice.to_account_id();
        assert_ok!(StakingSynth::mint(RuntimeOrigin::signed(alice.clone()), FINCH, 0));
        for option in &SAMPLE_OPTIONS[..3] {
            assert_ok!(dispatch(option.create(expiry), RuntimeOrigin::signed(alice.clone())));
        }
        let margined = &SAMPLE_OPTIONS[3];
        assert_noop!(
            dispatch(margined.create(expiry), RuntimeOrigin::signed(alice.clone())),
            sp_runtime::DispatchError::BadOrigin
        );
        assert_noop!(
            dispatch(margined.create(expiry), committee()),
            pallet_options::Error::<Runtime>::PriceMissing
        );
        report_prices();
        assert_ok!(dispatch(margined.create(expiry), committee()));

        let styles = (0..4).map(|id| Options::option_series(id).unwrap().series.terms.style);
        assert_eq!(
            styles.collect::<Vec<_>>(),
            [Style::American, Style::American, Style::American, Style::European]
        );
        let token: AssetId = FIRST_OPTION_ASSET_ID + 3;
        assert_eq!(Options::option_series(3).unwrap().token, token);
        assert_eq!(Assets::owner(token), Some(options_account()));
        assert_eq!(Assets::decimals(token), SAMPLE_ASSETS[0].decimals);
        // What governance makes the treasury pays for.
        let deposit = configs::options::SeriesDeposit::get();
        assert_eq!(Balances::total_balance_on_hold(&treasury_account()), deposit);
        assert_eq!(Balances::total_balance_on_hold(&alice), 3 * deposit);
    });
}

#[test]
fn governance_stops_entries_of_options_and_no_exits() {
    chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
        set_time(1_800_000_000_000);
        let alice = RuntimeOrigin::signed(Alice.to_account_id());
        let expiry = 1_800_000_600_000;
        assert_ok!(dispatch(SAMPLE_OPTIONS[0].create(expiry), alice.clone()));
        assert_ok!(Options::deposit(alice.clone(), 0, 10 * FINCH));
        assert_ok!(Options::mint(alice.clone(), 0, 4 * FINCH));
        let open = |value| {
            RuntimeParameters::Options(configs::dynamic_params::options::Parameters::EntriesOpen(
                configs::dynamic_params::options::EntriesOpen,
                Some(value),
            ))
        };
        assert_ok!(Parameters::set_parameter(RuntimeOrigin::root(), open(false)));
        assert_noop!(
            Options::mint(alice.clone(), 0, FINCH),
            pallet_options::Error::<Runtime>::EntriesStopped
        );
        assert_ok!(Options::burn(alice.clone(), 0, FINCH));
        assert_ok!(Options::withdraw(alice, 0, 7 * FINCH));
    });
}

#[test]
fn vaults_of_options_are_sold_by_options() {
    chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
        let lot = Lot::Vault { vault: 7 };
        assert_eq!(adapters::Sellers::proceeds_account(lot), Ok(options_account()));
        assert!(adapters::Sellers::may_bid(lot, &Bob.to_account_id()));
        assert_noop!(
            adapters::Sellers::deliver(lot, &Bob.to_account_id(), 1, 1),
            pallet_options::Error::<Runtime>::NoSale
        );
    });
}

#[test]
fn the_mutual_starts_with_three_products() {
    use pallet_insurance::types::Kind;
    chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
        let mut products = Insurance::products();
        products.sort_unstable_by_key(|(id, _)| *id);
        let kinds = products.into_iter().map(|(_, product)| product.kind);
        assert_eq!(
            kinds.collect::<Vec<_>>(),
            [
                Kind::Parametric(Risk::Synth),
                Kind::Parametric(Risk::Series(0)),
                Kind::Voted
            ]
        );
        assert_eq!(Balances::free_balance(insurance_account()), EXISTENTIAL_DEPOSIT);
    });
}

/// Alice insures, Bob buys a cover of the synth.
fn covered_synth(amount: Balance) -> RuntimeOrigin {
    set_time(1_800_000_000_000);
    let (alice, bob) = (Alice.to_account_id(), Bob.to_account_id());
    assert_ok!(Insurance::join(RuntimeOrigin::signed(alice), 10_000 * FINCH, 0));
    let bob = RuntimeOrigin::signed(bob);
    assert_ok!(Insurance::buy_cover(bob.clone(), 0, amount, 30, amount));
    bob
}

#[test]
fn an_applied_slash_pays_covers_in_the_same_block() {
    chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
        let bob = covered_synth(1_000 * FINCH);
        let before = Balances::free_balance(Bob.to_account_id());
        // A tenth of what is behind the synth.
        StakingSynth::on_slash(&StakingSynth::stash(), SEED / 10);
        let books = Insurance::pool_status().books;
        assert_eq!(books.events, 90 * FINCH);
        assert_eq!(Insurance::covers(Bob.to_account_id())[0].due, 90 * FINCH);
        assert_ok!(Insurance::claim(bob, 0));
        assert_eq!(Balances::free_balance(Bob.to_account_id()) - before, 90 * FINCH);
    });
}

#[test]
fn a_reported_slash_stops_sales_and_withdrawals_until_it_is_cancelled() {
    use pallet_insurance::Error;
    chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
        let bob = covered_synth(1_000 * FINCH);
        let alice = RuntimeOrigin::signed(Alice.to_account_id());
        let shares = Insurance::member(Alice.to_account_id()).unwrap().shares;
        assert_ok!(Insurance::request_withdrawal(alice.clone(), shares / 2));
        set_time(1_800_000_000_000 + <timing::CoverNoticePeriod as Get<u64>>::get());
        let stash = StakingSynth::stash();
        let slash = pallet_staking::UnappliedSlash {
            validator: Charlie.to_account_id(),
            own: 0,
            others: vec![(stash, FINCH)],
            reporters: vec![],
            payout: 0,
        };
        pallet_staking::UnappliedSlashes::<Runtime>::insert(3, vec![slash]);
        assert_eq!(adapters::ReportedLosses::pending(Risk::Synth), FINCH);
        assert_noop!(
            Insurance::buy_cover(bob.clone(), 0, 100 * FINCH, 30, FINCH),
            Error::<Runtime>::KnownLoss
        );
        assert_noop!(Insurance::withdraw(alice.clone(), 0), Error::<Runtime>::KnownLoss);
        assert_ok!(Staking::cancel_deferred_slash(RuntimeOrigin::root(), 3, vec![0]));
        assert_ok!(Insurance::buy_cover(bob, 0, 100 * FINCH, 30, FINCH));
        assert_ok!(Insurance::withdraw(alice, 0));
    });
}

#[test]
fn an_answer_about_known_losses_fits_a_withdrawal_into_a_block() {
    chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
        use frame_support::dispatch::GetDispatchInfo;
        let most = RuntimeBlockWeights::get()
            .get(frame_support::dispatch::DispatchClass::Normal)
            .max_extrinsic
            .unwrap();
        for call in [
            RuntimeCall::from(pallet_insurance::Call::withdraw { min_amount: 0 }),
            RuntimeCall::from(pallet_insurance::Call::poke {}),
            RuntimeCall::from(pallet_options::Call::settle { series: 0, limit: 50 }),
        ] {
            let weight = call.get_dispatch_info().call_weight;
            assert!(weight.all_lt(most), "{call:?}: {weight:?}");
        }
    });
}
