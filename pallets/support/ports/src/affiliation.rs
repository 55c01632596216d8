// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use alloc::vec::Vec;

/// Knows which accounts act for which others.
pub trait Affiliation<AccountId> {
    /// The accounts that can act for `principal`: its proxies, of whatever kind and with whatever delay.
    fn delegates(principal: &AccountId) -> Vec<AccountId>;
}

/// Everybody acts for itself only.
impl<AccountId> Affiliation<AccountId> for () {
    fn delegates(_: &AccountId) -> Vec<AccountId> {
        Vec::new()
    }
}
