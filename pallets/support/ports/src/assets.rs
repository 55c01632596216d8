// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use finch_types::{AssetId, Balance};
use frame_support::pallet_prelude::DispatchResult;

/// Moves units of an asset in one pass over its books.
///
/// `fungibles::Mutate::transfer` asks both sides first and again while it moves, which makes half of what a move costs.
pub trait MoveAsset<AccountId> {
    /// Moves exactly `units`, of which the last may end the account that gives. Has to be undone if it fails.
    fn move_asset(asset: AssetId, from: &AccountId, to: &AccountId, units: Balance) -> DispatchResult;
}
