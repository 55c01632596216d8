// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The chain itself: blocks, time, the link to the relay chain, upgrades, parameters, the pause.

use crate::{
    constants::*, AccountId, Aura, Balance, Block, EnsureRootOrCommittee, Hash, MessageQueue, Migrations, Nonce,
    PalletInfo, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, RuntimeTask, SingleBlockMigrations, TxPause,
    XcmpQueue, VERSION,
};
use cumulus_pallet_parachain_system::RelayNumberMonotonicallyIncreases;
use cumulus_primitives_core::AggregateMessageOrigin;
use frame_support::{
    derive_impl,
    dispatch::DispatchClass,
    dynamic_params::{dynamic_pallet_params, dynamic_params},
    parameter_types,
    traits::{
        ConstBool, ConstU32, ConstU64, Contains, EnqueueWithOrigin, EnsureOrigin, EnsureOriginWithArg, InsideBoth,
    },
    weights::{
        constants::{BlockExecutionWeight, ExtrinsicBaseWeight, RocksDbWeight},
        Weight,
    },
};
use frame_system::limits::{BlockLength, BlockWeights};
use sp_runtime::{traits::AccountIdLookup, Perbill, Permill};
use sp_version::RuntimeVersion;

parameter_types! {
    /// The version of this runtime.
    pub const Version: RuntimeVersion = VERSION;
    /// Blocks whose hash is kept: an extrinsic with a mortality lives at most as long.
    pub const BlockHashCount: u32 = 4_096;
    /// The prefix of addresses.
    pub const SS58Prefix: u16 = SS58_PREFIX;
    /// The most a block weighs on the wire.
    pub RuntimeBlockLength: BlockLength = BlockLength::builder()
        .max_length(5 * 1024 * 1024)
        .modify_max_length_for_class(DispatchClass::Normal, |m| *m = NORMAL_DISPATCH_RATIO.mul_floor(*m))
        .build();
    /// The most a block takes to run and to prove.
    pub RuntimeBlockWeights: BlockWeights = BlockWeights::builder()
        .base_block(BlockExecutionWeight::get())
        .for_class(DispatchClass::all(), |weights| {
            weights.base_extrinsic = ExtrinsicBaseWeight::get();
        })
        .for_class(DispatchClass::Normal, |weights| {
            weights.max_total = Some(NORMAL_DISPATCH_RATIO * MAXIMUM_BLOCK_WEIGHT);
        })
        .for_class(DispatchClass::Operational, |weights| {
            weights.max_total = Some(MAXIMUM_BLOCK_WEIGHT);
            // A full block still takes an operational extrinsic.
            weights.reserved = Some(MAXIMUM_BLOCK_WEIGHT - NORMAL_DISPATCH_RATIO * MAXIMUM_BLOCK_WEIGHT);
        })
        .avg_block_initialization(AVERAGE_ON_INITIALIZE_RATIO)
        .build_or_panic();
}

/// Lets everything pass but `assets.refund` of a product's asset: it can burn units that the product still counts as
/// issued. The accounts of product assets need no deposit, so there is nothing to refund.
pub struct NoRefundOfProducts;

impl Contains<RuntimeCall> for NoRefundOfProducts {
    fn contains(call: &RuntimeCall) -> bool {
        let RuntimeCall::Assets(pallet_assets::Call::refund { id, .. }) = call else {
            return true;
        };
        is_user_asset(id.0)
    }
}

/// Calls of anybody pass unless the pause stops them.
pub type CallFilter = InsideBoth<NoRefundOfProducts, TxPause>;

#[derive_impl(frame_system::config_preludes::ParaChainDefaultConfig)]
impl frame_system::Config for Runtime {
    type AccountId = AccountId;
    type Nonce = Nonce;
    type Hash = Hash;
    type Block = Block;
    type Lookup = AccountIdLookup<AccountId, ()>;
    type BlockHashCount = BlockHashCount;
    type Version = Version;
    type AccountData = pallet_balances::AccountData<Balance>;
    type DbWeight = RocksDbWeight;
    type BaseCallFilter = CallFilter;
    type BlockWeights = RuntimeBlockWeights;
    type BlockLength = RuntimeBlockLength;
    type SS58Prefix = SS58Prefix;
    type OnSetCode = cumulus_pallet_parachain_system::ParachainSetCode<Self>;
    type MaxConsumers = ConstU32<64>;
    type SingleBlockMigrations = SingleBlockMigrations;
    type MultiBlockMigrator = Migrations;
    type SystemWeightInfo = frame_system::weights::SubstrateWeight<Runtime>;
    type ExtensionsWeightInfo = frame_system::SubstrateExtensionsWeight<Runtime>;
}

impl pallet_timestamp::Config for Runtime {
    type Moment = u64;
    type OnTimestampSet = Aura;
    // The slot bounds the time; a minimum of its own would forbid two blocks in a slot.
    type MinimumPeriod = ConstU64<0>;
    type WeightInfo = pallet_timestamp::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
    /// Kept free in a block for messages of other parachains.
    pub const ReservedXcmpWeight: Weight = MAXIMUM_BLOCK_WEIGHT.saturating_div(4);
    /// Kept free in a block for messages of the relay chain.
    pub const ReservedDmpWeight: Weight = MAXIMUM_BLOCK_WEIGHT.saturating_div(4);
    /// The queue of messages of the relay chain.
    pub const RelayOrigin: AggregateMessageOrigin = AggregateMessageOrigin::Parent;
}

/// One block for every slot of the relay chain, up to three of them waiting for inclusion.
pub type ConsensusHook = cumulus_pallet_aura_ext::FixedVelocityConsensusHook<
    Runtime,
    RELAY_CHAIN_SLOT_DURATION_MILLIS,
    BLOCK_PROCESSING_VELOCITY,
    UNINCLUDED_SEGMENT_CAPACITY,
>;

impl cumulus_pallet_parachain_system::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type OnSystemEvent = ();
    type SelfParaId = parachain_info::Pallet<Runtime>;
    type OutboundXcmpMessageSource = XcmpQueue;
    type DmpQueue = EnqueueWithOrigin<MessageQueue, RelayOrigin>;
    type ReservedDmpWeight = ReservedDmpWeight;
    type XcmpMessageHandler = XcmpQueue;
    type ReservedXcmpWeight = ReservedXcmpWeight;
    type CheckAssociatedRelayNumber = RelayNumberMonotonicallyIncreases;
    type WeightInfo = cumulus_pallet_parachain_system::weights::SubstrateWeight<Runtime>;
    type ConsensusHook = ConsensusHook;
    type RelayParentOffset = ConstU32<RELAY_PARENT_OFFSET>;
    type SchedulingSignatureVerifier = ();
}

impl parachain_info::Config for Runtime {}

impl cumulus_pallet_weight_reclaim::Config for Runtime {
    type WeightInfo = crate::weights::ReclaimWeight;
}

impl crate::timing::Config for Runtime {}

parameter_types! {
    /// What migrations over several blocks may take of each.
    pub MbmServiceWeight: Weight = Perbill::from_percent(80) * RuntimeBlockWeights::get().max_block;
}

impl pallet_migrations::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    #[cfg(not(feature = "runtime-benchmarks"))]
    type Migrations = ();
    #[cfg(feature = "runtime-benchmarks")]
    type Migrations = pallet_migrations::mock_helpers::MockedMigrations;
    type CursorMaxLen = ConstU32<65_536>;
    type IdentifierMaxLen = ConstU32<256>;
    type MigrationStatusHandler = ();
    // A half-migrated state is worse than a chain that takes no extrinsics until governance looks.
    type FailedMigrationHandler = frame_support::migrations::FreezeChainOnFailedMigration;
    type MaxServiceWeight = MbmServiceWeight;
    type WeightInfo = pallet_migrations::weights::SubstrateWeight<Runtime>;
}

/// The values governance may turn. Never a bound of a storage item, never a length that solvency rests on.
#[allow(missing_docs)] // The macro writes items of its own.
#[dynamic_params(RuntimeParameters, pallet_parameters::Parameters::<Runtime>)]
pub mod dynamic_params {
    use super::*;

    /// The staking synthetic.
    #[dynamic_pallet_params]
    #[codec(index = 0)]
    pub mod staking_synth {
        /// The share of the staking reward that goes to the fee sink. The product caps it.
        #[codec(index = 0)]
        pub static RewardFee: Perbill = Perbill::from_percent(10);
    }

    /// Staking derivatives.
    #[dynamic_pallet_params]
    #[codec(index = 1)]
    pub mod staking_derivatives {
        /// The share of the proceeds of a sale that goes to the fee sink for each year of its term. The product caps it.
        #[codec(index = 0)]
        pub static FeeRate: Perbill = Perbill::from_parts(5_000_000);
    }

    /// The buyback.
    #[dynamic_pallet_params]
    #[codec(index = 2)]
    pub mod buyback {
        /// The share of all fees that goes to the treasury; the rest is burned. The product caps it.
        #[codec(index = 0)]
        pub static DistributionShare: Perbill = Perbill::zero();
    }

    /// The staking ETF.
    #[dynamic_pallet_params]
    #[codec(index = 3)]
    pub mod staking_etf {
        /// What it takes of its holdings in a year. The product caps it.
        #[codec(index = 0)]
        pub static StreamingFee: Perbill = Perbill::from_parts(3_000_000);
    }

    /// Options.
    #[dynamic_pallet_params]
    #[codec(index = 4)]
    pub mod options {
        /// Whether series can be made and options minted. Exits are always open.
        #[codec(index = 0)]
        pub static EntriesOpen: bool = true;
        /// The part of the premium that writing and selling in one call takes. The product caps it.
        #[codec(index = 1)]
        pub static WriteFee: Permill = Permill::from_percent(1);
        /// The part of what an exercise or a redemption pays. The product caps it.
        #[codec(index = 2)]
        pub static ExerciseFee: Permill = Permill::from_parts(1_000);
    }
}

#[cfg(feature = "runtime-benchmarks")]
impl Default for RuntimeParameters {
    fn default() -> Self {
        RuntimeParameters::StakingSynth(dynamic_params::staking_synth::Parameters::RewardFee(
            dynamic_params::staking_synth::RewardFee,
            Some(Perbill::from_percent(10)),
        ))
    }
}

/// Who may turn which value.
pub struct ParameterOrigin;

impl EnsureOriginWithArg<RuntimeOrigin, RuntimeParametersKey> for ParameterOrigin {
    type Success = ();

    fn try_origin(origin: RuntimeOrigin, key: &RuntimeParametersKey) -> Result<(), RuntimeOrigin> {
        match key {
            RuntimeParametersKey::StakingSynth(_)
            | RuntimeParametersKey::StakingDerivatives(_)
            | RuntimeParametersKey::Buyback(_)
            | RuntimeParametersKey::StakingEtf(_)
            | RuntimeParametersKey::Options(_) => {
                super::governance::EnsureRootOrGeneralAdmin::ensure_origin(origin.clone())
            }
        }
        .map_err(|_| origin)
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin(_key: &RuntimeParametersKey) -> Result<RuntimeOrigin, ()> {
        Ok(RuntimeOrigin::root())
    }
}

impl pallet_parameters::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type RuntimeParameters = RuntimeParameters;
    type AdminOrigin = ParameterOrigin;
    type WeightInfo = crate::weights::ParametersWeight;
}

/// What the pause can never stop: what a block needs, what takes the pause back, and the ways out of a product.
pub struct NeverPaused;

impl NeverPaused {
    /// Whole pallets: inherents, and the governance that would lift the pause.
    const PALLETS: [&'static str; 8] = [
        "System",
        "ParachainSystem",
        "Timestamp",
        "TechnicalCommittee",
        "Referenda",
        "ConvictionVoting",
        "Preimage",
        "Scheduler",
    ];

    /// Single calls: whoever has put money in can take it out.
    const CALLS: [(&'static str, &'static str); 42] = [
        ("Staking", "unbond"),
        ("Staking", "withdraw_unbonded"),
        ("Staking", "chill"),
        ("Staking", "payout_stakers"),
        ("Staking", "payout_stakers_by_page"),
        ("StakingSynth", "redeem"),
        ("StakingSynth", "cancel"),
        ("StakingSynth", "claim"),
        ("StakingSynth", "redeem_instant"),
        ("StakingSynth", "poke"),
        ("Auctions", "cancel_bid"),
        ("Auctions", "close"),
        ("Auctions", "claim"),
        ("StakingDerivatives", "withdraw_proposal"),
        ("StakingDerivatives", "collect"),
        ("StakingDerivatives", "settle"),
        ("StakingDerivatives", "redeem"),
        ("StakingDerivatives", "close"),
        ("StakingDerivatives", "poke"),
        ("Buyback", "poke"),
        ("StakingEtf", "redeem"),
        ("StakingEtf", "poke"),
        // Collateral that keeps a vault from being liquidated is no entry.
        ("Options", "deposit"),
        ("Options", "withdraw"),
        ("Options", "burn"),
        ("Options", "exercise"),
        ("Options", "redeem"),
        ("Options", "reclaim"),
        ("Options", "release"),
        ("Options", "fix_price"),
        ("Options", "settle"),
        ("Insurance", "request_withdrawal"),
        ("Insurance", "cancel_withdrawal"),
        ("Insurance", "withdraw"),
        ("Insurance", "claim"),
        ("Insurance", "unstake"),
        ("Insurance", "release"),
        ("Insurance", "submit_claim"),
        ("Insurance", "vote"),
        ("Insurance", "finalise"),
        ("Insurance", "collect"),
        ("Insurance", "poke"),
    ];
}

impl Contains<pallet_tx_pause::RuntimeCallNameOf<Runtime>> for NeverPaused {
    fn contains((pallet, call): &pallet_tx_pause::RuntimeCallNameOf<Runtime>) -> bool {
        let (pallet, call) = (pallet.as_slice(), call.as_slice());
        Self::PALLETS.iter().any(|p| p.as_bytes() == pallet)
            || Self::CALLS
                .iter()
                .any(|(p, c)| p.as_bytes() == pallet && c.as_bytes() == call)
    }
}

impl pallet_tx_pause::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type RuntimeCall = RuntimeCall;
    type PauseOrigin = EnsureRootOrCommittee;
    type UnpauseOrigin = EnsureRootOrCommittee;
    type WhitelistedCalls = NeverPaused;
    type MaxNameLen = ConstU32<256>;
    type WeightInfo = pallet_tx_pause::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
    /// What messages may take of a block.
    pub MessageQueueServiceWeight: Weight = Perbill::from_percent(35) * RuntimeBlockWeights::get().max_block;
}

impl pallet_aura::Config for Runtime {
    type AuthorityId = crate::AuraId;
    type DisabledValidators = crate::Session;
    type MaxAuthorities = super::staking::MaxCollators;
    type AllowMultipleBlocksPerSlot = ConstBool<true>;
    type SlotDuration = ConstU64<SLOT_DURATION>;
}

impl cumulus_pallet_aura_ext::Config for Runtime {}
