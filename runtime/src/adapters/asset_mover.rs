// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The port `MoveAsset` over pallet-assets.

use crate::{AccountId, Assets, Balance};
use finch_ports::MoveAsset;
use finch_types::AssetId;
use frame_support::pallet_prelude::DispatchResult;
use pallet_assets::TransferFlags;

/// What the pallet's own transfer does.
pub struct AssetMover;

impl MoveAsset<AccountId> for AssetMover {
    fn move_asset(asset: AssetId, from: &AccountId, to: &AccountId, units: Balance) -> DispatchResult {
        let flags = TransferFlags {
            keep_alive: false,
            best_effort: false,
            burn_dust: false,
        };
        Assets::do_transfer(asset, from, to, units, None, flags).map(|_| ())
    }
}
