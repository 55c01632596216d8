// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Governance: referenda decide, a technical committee watches, a treasury pays. Nobody has a key to everything.

use crate::{
    constants::*,
    timing::{LiveOrFast, MotionDuration, PayoutPeriod, SpendPeriod, UndecidingTimeout, VoteLockingPeriod},
    AccountId, Balance, Balances, BlockNumber, OriginCaller, Preimage, Referenda, Runtime, RuntimeBlockWeights,
    RuntimeCall, RuntimeEvent, RuntimeHoldReason, RuntimeOrigin, Scheduler, System, Treasury,
};
use alloc::borrow::Cow;
use frame_support::{
    parameter_types,
    traits::{
        fungible::HoldConsideration,
        tokens::{currency::ActiveIssuanceOf, PayFromAccount, UnityAssetBalanceConversion},
        ConstU32, EitherOf, EitherOfDiverse, EqualPrivilegeOnly, Get, LinearStoragePrice, MapSuccess, OriginTrait,
    },
    weights::Weight,
    PalletId,
};
use frame_system::{EnsureRoot, EnsureRootWithSuccess, EnsureSigned, RawOrigin};
use pallet_referenda::{Curve, Track, TrackInfo};
use sp_arithmetic::FixedI64;
use sp_runtime::{
    str_array,
    traits::{IdentityLookup, Replace},
    Perbill, Permill,
};

pub use origins::GeneralAdmin;

/// The origin of the referenda that need less than everything.
#[frame_support::pallet]
pub mod origins {
    use frame_support::pallet_prelude::*;

    /// The pallet: it only carries the origin.
    #[pallet::pallet]
    pub struct Pallet<T>(_);

    /// Nothing to configure.
    #[pallet::config]
    pub trait Config: frame_system::Config {}

    /// Origins that referenda can have beside root.
    #[pallet::origin]
    #[derive(PartialEq, Eq, Clone, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen)]
    pub enum Origin {
        /// Turns parameters and spends a little of the treasury.
        GeneralAdmin,
    }

    /// Ensures [`Origin::GeneralAdmin`].
    pub struct GeneralAdmin;

    impl<O: OriginTrait + From<Origin>> EnsureOrigin<O> for GeneralAdmin
    where
        for<'a> &'a O::PalletsOrigin: TryInto<&'a Origin>,
    {
        type Success = ();

        fn try_origin(o: O) -> Result<(), O> {
            let is_admin = matches!(o.caller().try_into(), Ok(Origin::GeneralAdmin));
            is_admin.then_some(()).ok_or(o)
        }

        #[cfg(feature = "runtime-benchmarks")]
        fn try_successful_origin() -> Result<O, ()> {
            Ok(O::from(Origin::GeneralAdmin))
        }
    }
}

impl origins::Config for Runtime {}

/// Root, or two thirds of the technical committee.
pub type EnsureRootOrCommittee = EitherOfDiverse<
    EnsureRoot<AccountId>,
    pallet_collective::EnsureProportionAtLeast<AccountId, TechnicalCollective, 2, 3>,
>;

/// Root, or a referendum of the general track.
pub type EnsureRootOrGeneralAdmin = EitherOf<EnsureRoot<AccountId>, GeneralAdmin>;

/// The technical committee.
pub type TechnicalCollective = pallet_collective::Instance1;

parameter_types! {
    /// The most a motion of the committee may weigh.
    pub MaxProposalWeight: Weight = Perbill::from_percent(50) * RuntimeBlockWeights::get().max_block;
}

impl pallet_collective::Config<TechnicalCollective> for Runtime {
    type RuntimeOrigin = RuntimeOrigin;
    type Proposal = RuntimeCall;
    type RuntimeEvent = RuntimeEvent;
    type MotionDuration = MotionDuration;
    type MaxProposals = ConstU32<20>;
    type MaxMembers = ConstU32<21>;
    type DefaultVote = pallet_collective::MoreThanMajorityThenPrimeDefaultVote;
    type SetMembersOrigin = EnsureRoot<AccountId>;
    type MaxProposalWeight = MaxProposalWeight;
    type DisapproveOrigin = EnsureRoot<AccountId>;
    type KillOrigin = EnsureRoot<AccountId>;
    type Consideration = ();
    type WeightInfo = pallet_collective::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
    /// What an entry of a preimage costs.
    pub const PreimageBaseDeposit: Balance = deposit(2, 64);
    /// What a byte of a preimage costs.
    pub const PreimageByteDeposit: Balance = deposit(0, 1);
    /// Why it is held.
    pub const PreimageHoldReason: RuntimeHoldReason =
        RuntimeHoldReason::Preimage(pallet_preimage::HoldReason::Preimage);
}

impl pallet_preimage::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type Currency = Balances;
    type ManagerOrigin = EnsureRoot<AccountId>;
    type Consideration = HoldConsideration<
        AccountId,
        Balances,
        PreimageHoldReason,
        LinearStoragePrice<PreimageBaseDeposit, PreimageByteDeposit, Balance>,
    >;
    type WeightInfo = pallet_preimage::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
    /// What scheduled calls may take of a block.
    pub MaximumSchedulerWeight: Weight = Perbill::from_percent(80) * RuntimeBlockWeights::get().max_block;
}

impl pallet_scheduler::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type RuntimeOrigin = RuntimeOrigin;
    type PalletsOrigin = OriginCaller;
    type RuntimeCall = RuntimeCall;
    type MaximumWeight = MaximumSchedulerWeight;
    type ScheduleOrigin = EnsureRoot<AccountId>;
    type OriginPrivilegeCmp = EqualPrivilegeOnly;
    type MaxScheduledPerBlock = ConstU32<50>;
    type Preimages = Preimage;
    type BlockNumberProvider = System;
    type WeightInfo = pallet_scheduler::weights::SubstrateWeight<Runtime>;
}

const fn percent(x: u128) -> FixedI64 {
    FixedI64::from_rational(x, 100)
}

const ROOT_APPROVAL: Curve = Curve::make_reciprocal(4, 28, percent(80), percent(50), percent(100));
const ROOT_SUPPORT: Curve = Curve::make_linear(28, 28, percent(0), percent(50));
const GENERAL_APPROVAL: Curve = Curve::make_linear(17, 28, percent(50), percent(100));
const GENERAL_SUPPORT: Curve = Curve::make_reciprocal(12, 28, percent(1), percent(0), percent(50));

/// The two kinds of referenda: `root` (0) can do everything, `general` (1) has [`GeneralAdmin`].
pub struct Tracks;

impl Tracks {
    fn root() -> Track<u16, Balance, BlockNumber> {
        Track {
            id: 0,
            info: TrackInfo {
                name: str_array("root"),
                max_deciding: 1,
                decision_deposit: 1_000 * FINCH,
                prepare_period: LiveOrFast::<{ 2 * HOURS }, 2>::get(),
                decision_period: LiveOrFast::<{ 14 * DAYS }, 40>::get(),
                confirm_period: LiveOrFast::<{ DAYS }, 5>::get(),
                min_enactment_period: LiveOrFast::<{ DAYS }, 2>::get(),
                min_approval: ROOT_APPROVAL,
                min_support: ROOT_SUPPORT,
            },
        }
    }

    fn general() -> Track<u16, Balance, BlockNumber> {
        Track {
            id: 1,
            info: TrackInfo {
                name: str_array("general"),
                max_deciding: 10,
                decision_deposit: 100 * FINCH,
                prepare_period: LiveOrFast::<{ HOURS }, 2>::get(),
                decision_period: LiveOrFast::<{ 14 * DAYS }, 40>::get(),
                confirm_period: LiveOrFast::<{ 12 * HOURS }, 5>::get(),
                min_enactment_period: LiveOrFast::<{ HOURS }, 2>::get(),
                min_approval: GENERAL_APPROVAL,
                min_support: GENERAL_SUPPORT,
            },
        }
    }
}

impl pallet_referenda::TracksInfo<Balance, BlockNumber> for Tracks {
    type Id = u16;
    type RuntimeOrigin = <RuntimeOrigin as OriginTrait>::PalletsOrigin;

    fn tracks() -> impl Iterator<Item = Cow<'static, Track<u16, Balance, BlockNumber>>> {
        [Self::root(), Self::general()].into_iter().map(Cow::Owned)
    }

    fn track_for(origin: &Self::RuntimeOrigin) -> Result<u16, ()> {
        match origin {
            OriginCaller::system(RawOrigin::Root) => Ok(0),
            OriginCaller::Origins(origins::Origin::GeneralAdmin) => Ok(1),
            _ => Err(()),
        }
    }
}

parameter_types! {
    /// What it takes to propose a referendum.
    pub const SubmissionDeposit: Balance = 10 * FINCH;
}

impl pallet_referenda::Config for Runtime {
    type RuntimeCall = RuntimeCall;
    type RuntimeEvent = RuntimeEvent;
    type Scheduler = Scheduler;
    type Currency = Balances;
    type SubmitOrigin = frame_support::traits::AsEnsureOriginWithArg<EnsureSigned<AccountId>>;
    type CancelOrigin = EnsureRootOrCommittee;
    type KillOrigin = EnsureRootOrCommittee;
    type Slash = Treasury;
    type Votes = pallet_conviction_voting::VotesOf<Runtime>;
    type Tally = pallet_conviction_voting::TallyOf<Runtime>;
    type SubmissionDeposit = SubmissionDeposit;
    type MaxQueued = ConstU32<100>;
    type UndecidingTimeout = UndecidingTimeout;
    type AlarmInterval = ConstU32<1>;
    type Tracks = Tracks;
    type Preimages = Preimage;
    type BlockNumberProvider = System;
    type WeightInfo = pallet_referenda::weights::SubstrateWeight<Runtime>;
}

impl pallet_conviction_voting::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type Currency = Balances;
    type Polls = Referenda;
    type MaxTurnout = ActiveIssuanceOf<Balances, AccountId>;
    type MaxVotes = ConstU32<512>;
    type VoteLockingPeriod = VoteLockingPeriod;
    type BlockNumberProvider = System;
    type VotingHooks = ();
    type WeightInfo = pallet_conviction_voting::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
    /// Seed of the treasury's account.
    pub const TreasuryPalletId: PalletId = TREASURY_PALLET_ID;
    /// The treasury's account.
    pub TreasuryAccount: AccountId = treasury_account();
    /// What is not spent is kept.
    pub const Burn: Permill = Permill::zero();
    /// A referendum of the root track spends whatever there is.
    pub const RootSpendLimit: Balance = Balance::MAX;
    /// A referendum of the general track spends a little.
    pub const GeneralSpendLimit: Balance = 10_000 * FINCH;
}

/// Who may spend how much of the treasury.
pub type TreasurySpender =
    EitherOf<EnsureRootWithSuccess<AccountId, RootSpendLimit>, MapSuccess<GeneralAdmin, Replace<GeneralSpendLimit>>>;

impl pallet_treasury::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type Currency = Balances;
    type RejectOrigin = EnsureRootOrCommittee;
    type SpendPeriod = SpendPeriod;
    type Burn = Burn;
    type PalletId = TreasuryPalletId;
    type BurnDestination = ();
    type SpendFunds = ();
    type MaxApprovals = ConstU32<100>;
    type SpendOrigin = TreasurySpender;
    type AssetKind = ();
    type Beneficiary = AccountId;
    type BeneficiaryLookup = IdentityLookup<AccountId>;
    type Paymaster = PayFromAccount<Balances, TreasuryAccount>;
    type BalanceConverter = UnityAssetBalanceConversion;
    type PayoutPeriod = PayoutPeriod;
    type BlockNumberProvider = System;
    type WeightInfo = pallet_treasury::weights::SubstrateWeight<Runtime>;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = TreasuryBenchmark;
}

/// What the benchmarks of the treasury spend.
#[cfg(feature = "runtime-benchmarks")]
pub struct TreasuryBenchmark;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_treasury::ArgumentsFactory<(), AccountId> for TreasuryBenchmark {
    fn create_asset_kind(_seed: u32) {}

    fn create_beneficiary(seed: [u8; 32]) -> AccountId {
        use frame_support::traits::fungible::Mutate;
        let account = AccountId::new(seed);
        let _ = Balances::mint_into(&account, FINCH);
        account
    }
}
