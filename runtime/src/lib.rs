// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The runtime of the Finch parachain: staked coins turned into financial products.
//!
//! This file only lists what the chain is made of. How each pallet is set up is in [`configs`], what a node or a
//! client can ask is in [`apis`], how a chain starts is in [`genesis_presets`].

#![cfg_attr(not(feature = "std"), no_std)]
// `construct_runtime!` recurses once for every pallet.
#![recursion_limit = "512"]

extern crate alloc;

#[cfg(feature = "std")]
#[allow(dead_code, missing_docs)]
mod wasm_binary {
    include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));
}
#[cfg(feature = "std")]
pub use wasm_binary::{WASM_BINARY, WASM_BINARY_BLOATY};

pub mod adapters;
pub mod apis;
#[cfg(feature = "runtime-benchmarks")]
mod benches;
pub mod configs;
pub mod constants;
pub mod feeds_api;
pub mod genesis_presets;
#[cfg(test)]
mod tests;
pub mod timing;
pub mod weights;

pub use apis::{api, RuntimeApi, RUNTIME_API_VERSIONS};
pub use configs::*;
pub use parachains_common::{AccountId, AuraId, Balance, BlockNumber, Hash, Header, Nonce, Signature};

// `impl_opaque_keys!` needs it.
use alloc::vec::Vec;
use sp_runtime::{generic, impl_opaque_keys, MultiAddress};
use sp_version::RuntimeVersion;

/// How an account is named in an extrinsic.
pub type Address = MultiAddress<AccountId, ()>;
/// A block of this chain.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;
/// An extrinsic as it arrives.
pub type UncheckedExtrinsic = generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;

/// What is checked and charged around every signed extrinsic. The reclaim wraps the others, so it sees the proof size
/// before the first and after the last of them.
pub type TxExtension = cumulus_pallet_weight_reclaim::StorageWeightReclaim<
    Runtime,
    (
        frame_system::CheckNonZeroSender<Runtime>,
        frame_system::CheckSpecVersion<Runtime>,
        frame_system::CheckTxVersion<Runtime>,
        frame_system::CheckGenesis<Runtime>,
        frame_system::CheckEra<Runtime>,
        frame_system::CheckNonce<Runtime>,
        frame_system::CheckWeight<Runtime>,
        pallet_asset_conversion_tx_payment::ChargeAssetTxPayment<Runtime>,
        frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
    ),
>;

/// Runs blocks: dispatches extrinsics and hooks to the pallets.
pub type Executive =
    frame_executive::Executive<Runtime, Block, frame_system::ChainContext<Runtime>, Runtime, AllPalletsWithSystem>;

/// Migrations that run as a whole in the first block after an upgrade. None yet.
pub type SingleBlockMigrations = ();

impl_opaque_keys! {
    /// The keys a collator registers with `session.setKeys`.
    pub struct SessionKeys {
        /// Signs the blocks it makes.
        pub aura: Aura,
    }
}

/// The version of this runtime. `spec_version` rises with every release, `transaction_version` when the encoding of
/// extrinsics changes.
#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
    spec_name: alloc::borrow::Cow::Borrowed("finch"),
    impl_name: alloc::borrow::Cow::Borrowed("finch-node"),
    authoring_version: 1,
    spec_version: 1_000,
    impl_version: 0,
    apis: RUNTIME_API_VERSIONS,
    transaction_version: 1,
    system_version: 1,
};

// An index is part of every encoded call, event, error and origin: it is never changed and never given away again.
// The order is the order of the hooks and of the genesis: Balances before Staking before Session before Aura.
#[frame_support::runtime]
mod runtime {
    /// The state machine of the chain.
    #[runtime::runtime]
    #[runtime::derive(
        RuntimeCall,
        RuntimeEvent,
        RuntimeError,
        RuntimeOrigin,
        RuntimeFreezeReason,
        RuntimeHoldReason,
        RuntimeSlashReason,
        RuntimeLockId,
        RuntimeTask,
        RuntimeViewFunction
    )]
    pub struct Runtime;

    // 0-9: the chain itself.
    #[runtime::pallet_index(0)]
    pub type System = frame_system;
    #[runtime::pallet_index(1)]
    pub type ParachainSystem = cumulus_pallet_parachain_system;
    #[runtime::pallet_index(2)]
    pub type Timestamp = pallet_timestamp;
    #[runtime::pallet_index(3)]
    pub type ParachainInfo = parachain_info;
    #[runtime::pallet_index(4)]
    pub type WeightReclaim = cumulus_pallet_weight_reclaim;
    #[runtime::pallet_index(5)]
    pub type Timing = crate::timing;
    #[runtime::pallet_index(6)]
    pub type Migrations = pallet_migrations;
    #[runtime::pallet_index(7)]
    pub type Parameters = pallet_parameters;
    #[runtime::pallet_index(8)]
    pub type TxPause = pallet_tx_pause;

    // 10-19: money.
    #[runtime::pallet_index(10)]
    pub type Balances = pallet_balances;
    #[runtime::pallet_index(11)]
    pub type TransactionPayment = pallet_transaction_payment;
    #[runtime::pallet_index(12)]
    pub type AssetConversionTxPayment = pallet_asset_conversion_tx_payment;
    #[runtime::pallet_index(13)]
    pub type Assets = pallet_assets<Instance1>;
    #[runtime::pallet_index(14)]
    pub type PoolAssets = pallet_assets<Instance2>;
    #[runtime::pallet_index(15)]
    pub type AssetConversion = pallet_asset_conversion;

    // 20-29: staking, which elects the collators.
    #[runtime::pallet_index(20)]
    pub type Authorship = pallet_authorship;
    #[runtime::pallet_index(21)]
    pub type Staking = pallet_staking;
    #[runtime::pallet_index(22)]
    pub type VoterList = pallet_bags_list<Instance1>;
    #[runtime::pallet_index(23)]
    pub type Session = pallet_session;
    #[runtime::pallet_index(24)]
    pub type Historical = pallet_session::historical;
    #[runtime::pallet_index(25)]
    pub type Offences = pallet_offences;
    #[runtime::pallet_index(26)]
    pub type Aura = pallet_aura;
    #[runtime::pallet_index(27)]
    pub type AuraExt = cumulus_pallet_aura_ext;

    // 30-39: messages from and to other chains.
    #[runtime::pallet_index(30)]
    pub type XcmpQueue = cumulus_pallet_xcmp_queue;
    #[runtime::pallet_index(31)]
    pub type PolkadotXcm = pallet_xcm;
    #[runtime::pallet_index(32)]
    pub type CumulusXcm = cumulus_pallet_xcm;
    #[runtime::pallet_index(33)]
    pub type MessageQueue = pallet_message_queue;

    // 40-59: the products.
    #[runtime::pallet_index(40)]
    pub type StakingSynth = pallet_staking_synth<Instance1>;
    #[runtime::pallet_index(41)]
    pub type RateCurve = pallet_rate_curve;
    #[runtime::pallet_index(42)]
    pub type Auctions = pallet_auctions;
    #[runtime::pallet_index(43)]
    pub type StakingDerivatives = pallet_staking_derivatives;

    #[runtime::pallet_index(44)]
    pub type FeedOperators = pallet_membership<Instance1>;
    #[runtime::pallet_index(45)]
    pub type Oracle = pallet_oracle;

    #[runtime::pallet_index(46)]
    pub type Buyback = pallet_buyback;
    #[runtime::pallet_index(47)]
    pub type StakingEtf = pallet_staking_etf;
    #[runtime::pallet_index(48)]
    pub type Options = pallet_options;
    #[runtime::pallet_index(49)]
    pub type Insurance = pallet_insurance;

    // 60-69: governance.
    #[runtime::pallet_index(60)]
    pub type Treasury = pallet_treasury;
    #[runtime::pallet_index(61)]
    pub type Preimage = pallet_preimage;
    #[runtime::pallet_index(62)]
    pub type Scheduler = pallet_scheduler;
    #[runtime::pallet_index(63)]
    pub type Referenda = pallet_referenda;
    #[runtime::pallet_index(64)]
    pub type ConvictionVoting = pallet_conviction_voting;
    #[runtime::pallet_index(65)]
    pub type TechnicalCommittee = pallet_collective<Instance1>;
    #[runtime::pallet_index(66)]
    pub type Origins = crate::configs::governance::origins;

    // 70-79: conveniences of accounts.
    #[runtime::pallet_index(70)]
    pub type Utility = pallet_utility;
    #[runtime::pallet_index(71)]
    pub type Multisig = pallet_multisig;
    #[runtime::pallet_index(72)]
    pub type Proxy = pallet_proxy;
}

cumulus_pallet_parachain_system::register_validate_block! {
    Runtime = Runtime,
    BlockExecutor = cumulus_pallet_aura_ext::BlockExecutor::<Runtime, Executive>,
}
