// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The port `Affiliation` over pallet-proxy.

use crate::{AccountId, Runtime};
use finch_ports::Affiliation;
use pallet_proxy::Proxies;

/// Two accounts belong together if one is a proxy of the other, of whatever kind and with whatever delay.
pub struct ProxyAffiliation;

impl Affiliation<AccountId> for ProxyAffiliation {
    fn acts_for(who: &AccountId, principal: &AccountId) -> bool {
        let is_proxy = |delegate: &AccountId, of: &AccountId| {
            Proxies::<Runtime>::get(of)
                .0
                .iter()
                .any(|proxy| proxy.delegate == *delegate)
        };
        who == principal || is_proxy(who, principal) || is_proxy(principal, who)
    }
}
