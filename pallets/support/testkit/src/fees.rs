// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use crate::AccountId;
use finch_ports::FeeSink;
use finch_types::{Balance, FeeSource};
use frame_support::{
    storage_alias,
    traits::{
        fungible::{Balanced, Credit, Inspect},
        Imbalance,
    },
    Blake2_128Concat,
};
use std::marker::PhantomData;

#[storage_alias]
type Taken = StorageMap<FakeFees, Blake2_128Concat, FeeSource, Balance>;

/// A fee sink that keeps the money in an account and adds up what it got, by source.
pub struct FakeFees<Currency>(PhantomData<Currency>);

impl<Currency> FakeFees<Currency> {
    /// Where the fees lie.
    pub const POT: AccountId = 0xFEE;

    /// Planck taken for `source` so far.
    pub fn taken(source: FeeSource) -> Balance {
        Taken::get(source).unwrap_or_default()
    }
}

impl<Currency> FeeSink<Credit<AccountId, Currency>> for FakeFees<Currency>
where
    Currency: Balanced<AccountId> + Inspect<AccountId, Balance = Balance>,
{
    fn deposit(source: FeeSource, fee: Credit<AccountId, Currency>) {
        let amount = fee.peek();
        Taken::mutate(source, |taken| *taken = Some(taken.unwrap_or_default() + amount));
        // Below the existential deposit the credit is dropped, which burns it.
        let _ = Currency::resolve(&Self::POT, fee);
    }
}
