// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Every read that a client needs, as a runtime API.

// The macro repeats the bounds of the trait on its methods.
#![allow(clippy::multiple_bound_locations)]

use crate::types::{Assessor, Capacity, ClaimInfo, CoverInfo, MemberInfo, PoolStatus, Product, ProductId, Quote};
use alloc::vec::Vec;
use codec::Codec;
use finch_types::Balance;
use sp_runtime::DispatchError;

sp_api::decl_runtime_apis! {
    /// Reads of the mutual. Amounts are in planck of native, rates parts of the amount in a year (1e-18 fixed point), times
    /// milliseconds.
    pub trait InsuranceApi<AccountId: Codec> {
        /// What `buy_cover(product, amount, days)` would cost now, or its error.
        fn cover_quote(product: ProductId, amount: Balance, days: u32) -> Result<Quote, DispatchError>;
        /// How much of a product is sold and can be bought; `None` if there is no such product.
        fn capacity(product: ProductId) -> Option<Capacity>;
        /// All products with their numbers, in no particular order.
        fn products() -> Vec<(ProductId, Product)>;
        /// The sums of the pool, as if the last day's end had been booked.
        fn pool_status() -> PoolStatus;
        /// What an account has in the pool; `None` if it is no member of this round.
        fn member(account: AccountId) -> Option<MemberInfo>;
        /// The covers of an account and what they are owed, in no particular order.
        fn covers(account: AccountId) -> Vec<CoverInfo<AccountId>>;
        /// The claims of an account that are in storage, in no particular order.
        fn claims(account: AccountId) -> Vec<ClaimInfo<AccountId>>;
        /// The stake of an account.
        fn assessor(account: AccountId) -> Assessor;
    }
}
