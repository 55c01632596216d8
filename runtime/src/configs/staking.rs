// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Staking elects the collators, pays them and slashes them.

use crate::{
    adapters::{EraNews, SlashToProducts},
    constants::{deposit, FINCH, MILLISECS_PER_DAY},
    timing::{BondingDuration, SessionLength, SessionsPerEra, SlashDeferDuration},
    AccountId, Aura, Balance, Balances, EnsureRootOrCommittee, Runtime, RuntimeEvent, RuntimeHoldReason, Session,
    SessionKeys, Staking, Timestamp, TreasuryAccount, VoterList,
};
use finch_types::MILLISECS_PER_YEAR;
use frame_election_provider_support::{
    bounds::{ElectionBounds, ElectionBoundsBuilder},
    onchain, SequentialPhragmen, VoteWeight,
};
use frame_support::{
    parameter_types,
    traits::{tokens::imbalance::ResolveTo, ConstBool, ConstU32, Nothing},
};
use sp_runtime::{
    traits::{ConvertInto, OpaqueKeys},
    Perbill, Perquintill,
};

/// The most collators a session has. Aura, the election and the set of staking share it: a list cut by one of them
/// would point to the wrong account in the others.
pub type MaxCollators = ConstU32<64>;

impl pallet_authorship::Config for Runtime {
    type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Self, Aura>;
    type EventHandler = Staking;
}

parameter_types! {
    /// The first session starts with the first block.
    pub const SessionOffset: u32 = 0;
    /// What registered keys occupy.
    pub const KeyDeposit: Balance = deposit(2, 96);
}

impl pallet_session::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type ValidatorId = AccountId;
    type ValidatorIdOf = ConvertInto;
    type ShouldEndSession = pallet_session::PeriodicSessions<SessionLength, SessionOffset>;
    type NextSessionRotation = pallet_session::PeriodicSessions<SessionLength, SessionOffset>;
    type SessionManager = EraNews<pallet_session::historical::NoteHistoricalRoot<Self, Staking>>;
    type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
    type Keys = SessionKeys;
    type DisablingStrategy = pallet_session::disabling::UpToLimitWithReEnablingDisablingStrategy;
    type Currency = Balances;
    type KeyDeposit = KeyDeposit;
    type WeightInfo = pallet_session::weights::SubstrateWeight<Runtime>;
}

impl pallet_session::historical::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type FullIdentification = ();
    type FullIdentificationOf = pallet_staking::UnitIdentificationOf<Self>;
}

impl pallet_offences::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type IdentificationTuple = pallet_session::historical::IdentificationTuple<Self>;
    type OnOffenceHandler = Staking;
}

/// The most candidates there may be. With one more the election would refuse to start and eras would stop, so every
/// genesis sets it as staking's `max_validator_count`.
pub const MAX_CANDIDATES: u32 = 100;
/// The most voters an election looks at.
const MAX_VOTERS: u32 = 500;

parameter_types! {
    /// The election runs inside one block: it looks at so many voters and candidates, the largest first.
    pub ElectionLimits: ElectionBounds =
        ElectionBoundsBuilder::default().voters_count(MAX_VOTERS.into()).targets_count(MAX_CANDIDATES.into()).build();
}

/// Elects by sequential Phragmen, on chain.
pub struct OnChainElection;

impl onchain::Config for OnChainElection {
    type Sort = ConstBool<true>;
    type System = Runtime;
    type Solver = SequentialPhragmen<AccountId, Perbill>;
    type MaxBackersPerWinner = ConstU32<MAX_VOTERS>;
    type MaxWinnersPerPage = MaxCollators;
    type DataProvider = Staking;
    type WeightInfo = frame_election_provider_support::weights::SubstrateWeight<Runtime>;
    type Bounds = ElectionLimits;
}

/// The largest stakes first, in bags whose bounds are 40 % apart.
const BAGS: usize = 65;
const BAG_THRESHOLDS: [VoteWeight; BAGS] = {
    let mut thresholds = [VoteWeight::MAX; BAGS];
    // The existential deposit.
    let mut threshold: VoteWeight = 10_000_000_000;
    let mut bag = 0;
    while bag < BAGS - 1 {
        thresholds[bag] = threshold;
        // The last one is still below the maximum; one more would overflow.
        if bag < BAGS - 2 {
            threshold = threshold / 5 * 7;
        }
        bag += 1;
    }
    thresholds
};

parameter_types! {
    /// The upper bounds of the bags, in votes (planck while less than 18.4 million FINCH exist).
    pub const BagThresholds: &'static [VoteWeight] = &BAG_THRESHOLDS;
}

/// The list of voters.
pub type VoterBagsInstance = pallet_bags_list::Instance1;

impl pallet_bags_list::Config<VoterBagsInstance> for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type ScoreProvider = Staking;
    type BagThresholds = BagThresholds;
    // Rewards and slashes move stakes without telling the list; it catches up when blocks have time.
    type MaxAutoRebagPerBlock = ConstU32<5>;
    type Score = VoteWeight;
    type WeightInfo = pallet_bags_list::weights::SubstrateWeight<Runtime>;
}

/// What an era pays.
///
/// Of the total issuance `I`, of which `S` is staked, an era of `t` milliseconds makes
/// `10 % * I * min(S / I, 1/2) / (1/2) * t / year` new FINCH: a staker's yield is the same until half of all FINCH
/// is staked (17 % a year), and shared from there on. 85 % goes to the stakers, the rest to the treasury. An era
/// counts for one day at most, so a chain that stood still does not mint for the time it missed.
/// All roundings are down.
pub struct BoundedInflation;

impl BoundedInflation {
    /// New FINCH a year over all FINCH, at most.
    pub const MAX_YEARLY: Perquintill = Perquintill::from_percent(10);
    /// The staked share from which on the maximum is paid.
    pub const IDEAL_STAKE: Perquintill = Perquintill::from_percent(50);
    /// The stakers' share of the new FINCH.
    pub const STAKERS: Perquintill = Perquintill::from_percent(85);
    /// The longest era that is paid for.
    pub const MAX_ERA_MILLIS: u64 = MILLISECS_PER_DAY;
}

impl sp_staking::EraPayout<Balance> for BoundedInflation {
    fn era_payout(staked: Balance, issuance: Balance, era_millis: u64) -> (Balance, Balance) {
        let ideal = Self::IDEAL_STAKE.mul_floor(issuance);
        let by_stake = Perquintill::from_rational(staked.min(ideal), ideal.max(1));
        let by_time = Perquintill::from_rational(era_millis.min(Self::MAX_ERA_MILLIS), MILLISECS_PER_YEAR);
        let yearly = Self::MAX_YEARLY.mul_floor(issuance);
        let total = by_time.mul_floor(by_stake.mul_floor(yearly));
        let stakers = Self::STAKERS.mul_floor(total);
        total.checked_sub(stakers).map_or((total, 0), |rest| (stakers, rest))
    }
}

/// What the benchmarks of staking build.
pub struct StakingBenchmark;

impl pallet_staking::BenchmarkingConfig for StakingBenchmark {
    type MaxValidators = ConstU32<64>;
    type MaxNominators = ConstU32<MAX_VOTERS>;
}

impl pallet_staking::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type RuntimeHoldReason = RuntimeHoldReason;
    type OldCurrency = Balances;
    type Currency = Balances;
    type CurrencyBalance = Balance;
    type CurrencyToVote = sp_staking::currency_to_vote::U128CurrencyToVote;
    type UnixTime = Timestamp;
    type ElectionProvider = onchain::OnChainExecution<OnChainElection>;
    type GenesisElectionProvider = onchain::OnChainExecution<OnChainElection>;
    type NominationsQuota = pallet_staking::FixedNominationsQuota<16>;
    type HistoryDepth = ConstU32<84>;
    type RewardRemainder = ResolveTo<TreasuryAccount, Balances>;
    type Slash = ResolveTo<TreasuryAccount, Balances>;
    // Rewards are new FINCH.
    type Reward = ();
    type SessionsPerEra = SessionsPerEra;
    type BondingDuration = BondingDuration;
    type SlashDeferDuration = SlashDeferDuration;
    type AdminOrigin = EnsureRootOrCommittee;
    type SessionInterface = Self;
    type EraPayout = BoundedInflation;
    type NextNewSession = Session;
    type MaxExposurePageSize = ConstU32<64>;
    type MaxValidatorSet = MaxCollators;
    type VoterList = VoterList;
    type TargetList = pallet_staking::UseValidatorsMap<Self>;
    type MaxUnlockingChunks = ConstU32<32>;
    type MaxControllersInDeprecationBatch = ConstU32<100>;
    type EventListeners = SlashToProducts;
    type Filter = Nothing;
    type BenchmarkingConfig = StakingBenchmark;
    type WeightInfo = pallet_staking::weights::SubstrateWeight<Runtime>;
}

/// The least a nominator bonds.
pub const MIN_NOMINATOR_BOND: Balance = 10 * FINCH;
/// The least a validator bonds.
pub const MIN_VALIDATOR_BOND: Balance = 100 * FINCH;
