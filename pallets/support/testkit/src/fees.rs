// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use crate::AccountId;
use finch_ports::FeeSink;
use finch_types::{AssetId, Balance, FeeSource};
use frame_support::{
    storage_alias,
    traits::{
        fungible::{Balanced, Credit, Inspect},
        fungibles, Imbalance,
    },
    Blake2_128Concat,
};
use std::marker::PhantomData;

#[storage_alias]
type Taken = StorageMap<FakeFees, Blake2_128Concat, FeeSource, Balance>;

#[storage_alias]
type TakenIn = StorageMap<FakeFees, Blake2_128Concat, (AssetId, FeeSource), Balance>;

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

/// The same for fees in assets.
pub struct FakeAssetFees<Assets>(PhantomData<Assets>);

impl<Assets> FakeAssetFees<Assets> {
    /// Where the fees lie.
    pub const POT: AccountId = 0xFEE;

    /// Units of `asset` taken for `source` so far.
    pub fn taken(asset: AssetId, source: FeeSource) -> Balance {
        TakenIn::get((asset, source)).unwrap_or_default()
    }
}

impl<Assets> FeeSink<fungibles::Credit<AccountId, Assets>> for FakeAssetFees<Assets>
where
    Assets: fungibles::Balanced<AccountId> + fungibles::Inspect<AccountId, AssetId = AssetId, Balance = Balance>,
{
    fn deposit(source: FeeSource, fee: fungibles::Credit<AccountId, Assets>) {
        let key = (fee.asset(), source);
        TakenIn::insert(key, TakenIn::get(key).unwrap_or_default() + fee.peek());
        // Below the least balance the credit is dropped, which burns it.
        let _ = Assets::resolve(&Self::POT, fee);
    }
}
