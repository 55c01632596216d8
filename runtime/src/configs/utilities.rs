// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Conveniences of accounts: batches, several signers, proxies.

use crate::{constants::deposit, Balance, Balances, OriginCaller, Runtime, RuntimeCall, RuntimeEvent, System};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
    parameter_types,
    traits::{ConstU32, InstanceFilter},
};
use scale_info::TypeInfo;
use sp_runtime::traits::BlakeTwo256;

impl pallet_utility::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type RuntimeCall = RuntimeCall;
    type PalletsOrigin = OriginCaller;
    type WeightInfo = pallet_utility::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
    /// For a call that waits for signers.
    pub const MultisigDepositBase: Balance = deposit(1, 88);
    /// For each signer.
    pub const MultisigDepositFactor: Balance = deposit(0, 32);
    /// For an account with proxies.
    pub const ProxyDepositBase: Balance = deposit(1, 8);
    /// For each proxy.
    pub const ProxyDepositFactor: Balance = deposit(0, 33);
    /// For an account with announced calls.
    pub const AnnouncementDepositBase: Balance = deposit(1, 8);
    /// For each announced call.
    pub const AnnouncementDepositFactor: Balance = deposit(0, 66);
}

impl pallet_multisig::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type RuntimeCall = RuntimeCall;
    type Currency = Balances;
    type DepositBase = MultisigDepositBase;
    type DepositFactor = MultisigDepositFactor;
    type MaxSignatories = ConstU32<100>;
    type BlockNumberProvider = System;
    type WeightInfo = pallet_multisig::weights::SubstrateWeight<Runtime>;
}

/// What a proxy may do for its principal.
#[derive(
    Copy,
    Clone,
    Eq,
    PartialEq,
    Ord,
    PartialOrd,
    Default,
    Debug,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub enum ProxyType {
    /// Everything.
    #[default]
    #[codec(index = 0)]
    Any,
    /// Nothing that moves money to somebody else or changes what it is.
    #[codec(index = 1)]
    NonTransfer,
    /// Bonding, nominating, validating, session keys.
    #[codec(index = 2)]
    Staking,
    /// Voting, proposing, committee work.
    #[codec(index = 3)]
    Governance,
    /// Stopping the announced calls of other proxies.
    #[codec(index = 4)]
    CancelProxy,
}

impl InstanceFilter<RuntimeCall> for ProxyType {
    fn filter(&self, call: &RuntimeCall) -> bool {
        match self {
            ProxyType::Any => true,
            ProxyType::NonTransfer => matches!(
                call,
                RuntimeCall::System(..)
                    | RuntimeCall::Staking(..)
                    | RuntimeCall::VoterList(..)
                    | RuntimeCall::Session(..)
                    | RuntimeCall::Treasury(..)
                    | RuntimeCall::Preimage(..)
                    | RuntimeCall::Referenda(..)
                    | RuntimeCall::ConvictionVoting(..)
                    | RuntimeCall::TechnicalCommittee(..)
                    | RuntimeCall::Utility(..)
                    | RuntimeCall::Multisig(..)
                    | RuntimeCall::Proxy(..)
            ),
            ProxyType::Staking => matches!(
                call,
                RuntimeCall::Staking(..)
                    | RuntimeCall::VoterList(..)
                    | RuntimeCall::Session(..)
                    | RuntimeCall::Utility(..)
            ),
            ProxyType::Governance => matches!(
                call,
                RuntimeCall::Treasury(..)
                    | RuntimeCall::Preimage(..)
                    | RuntimeCall::Referenda(..)
                    | RuntimeCall::ConvictionVoting(..)
                    | RuntimeCall::TechnicalCommittee(..)
                    | RuntimeCall::Utility(..)
            ),
            ProxyType::CancelProxy => {
                matches!(call, RuntimeCall::Proxy(pallet_proxy::Call::reject_announcement { .. }))
            }
        }
    }

    fn is_superset(&self, other: &Self) -> bool {
        match (self, other) {
            (a, b) if a == b => true,
            (ProxyType::Any, _) => true,
            (_, ProxyType::Any) => false,
            (ProxyType::NonTransfer, _) => true,
            (ProxyType::Staking | ProxyType::Governance | ProxyType::CancelProxy, _) => false,
        }
    }
}

impl pallet_proxy::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type RuntimeCall = RuntimeCall;
    type Currency = Balances;
    type ProxyType = ProxyType;
    type ProxyDepositBase = ProxyDepositBase;
    type ProxyDepositFactor = ProxyDepositFactor;
    type MaxProxies = ConstU32<32>;
    type MaxPending = ConstU32<32>;
    type CallHasher = BlakeTwo256;
    type AnnouncementDepositBase = AnnouncementDepositBase;
    type AnnouncementDepositFactor = AnnouncementDepositFactor;
    type BlockNumberProvider = System;
    type WeightInfo = pallet_proxy::weights::SubstrateWeight<Runtime>;
}
