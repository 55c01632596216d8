// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

/// Knows which accounts act for which others.
pub trait Affiliation<AccountId> {
    /// Whether `who` can act for `principal`, or `principal` for `who`: as each other's proxy. Everybody acts for itself.
    fn acts_for(who: &AccountId, principal: &AccountId) -> bool;
}

/// Everybody acts for itself only.
impl<AccountId: PartialEq> Affiliation<AccountId> for () {
    fn acts_for(who: &AccountId, principal: &AccountId) -> bool {
        who == principal
    }
}
