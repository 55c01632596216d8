// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! How every pallet is set up, one file for every group of the list in the crate's root.

#![deny(missing_docs)]

pub mod buyback;
pub mod derivatives;
pub mod etf;
pub mod feeds;
pub mod governance;
pub mod insurance;
pub mod money;
pub mod options;
pub mod staking;
pub mod synth;
pub mod system;
pub mod utilities;
pub mod xcm;

pub use governance::{EnsureRootOrCommittee, TechnicalCollective, TreasuryAccount};
pub use money::{NativeAndAssets, NativeAsset, PoolAssetsInstance, UserAssetsInstance};
pub use system::{dynamic_params, ConsensusHook, RuntimeBlockWeights, RuntimeParameters};
pub use utilities::ProxyType;
