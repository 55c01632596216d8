// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The port `Affiliation` over pallet-proxy.

use crate::{AccountId, Runtime};
use alloc::vec::Vec;
use finch_ports::Affiliation;
use pallet_proxy::Proxies;

/// The proxies of an account. A pure proxy has the account that made it.
pub struct ProxyAffiliation;

impl Affiliation<AccountId> for ProxyAffiliation {
    fn delegates(principal: &AccountId) -> Vec<AccountId> {
        let (proxies, _) = Proxies::<Runtime>::get(principal);
        proxies.into_iter().map(|proxy| proxy.delegate).collect()
    }
}
