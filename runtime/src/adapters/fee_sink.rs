// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What an extrinsic costs goes where all fees go; its tip goes to the collator who took it.
//!
//! The products name `Buyback` itself as their `FeeSink`.

use crate::{configs::money::NativeAndAssets, AccountId, Assets, Authorship, Balances, Buyback};
use finch_ports::FeeSink;
use finch_types::FeeSource;
use frame_support::traits::{
    fungible::{self, Balanced, NativeOrWithId},
    fungibles::{self, Balanced as _},
    OnUnbalanced,
};

/// Takes the fee, then the tip, of an extrinsic.
pub struct TransactionFees;

impl OnUnbalanced<fungible::Credit<AccountId, Balances>> for TransactionFees {
    fn on_unbalanceds(mut fee_then_tip: impl Iterator<Item = fungible::Credit<AccountId, Balances>>) {
        if let Some(fee) = fee_then_tip.next() {
            Buyback::deposit(FeeSource::Transaction, fee);
        }
        if let (Some(tip), Some(author)) = (fee_then_tip.next(), Authorship::author()) {
            // What cannot be paid is burned.
            let _ = Balances::resolve(&author, tip);
        }
    }
}

/// The same for a fee that was paid in an asset: the pool has turned it into FINCH already.
impl OnUnbalanced<fungibles::Credit<AccountId, NativeAndAssets>> for TransactionFees {
    fn on_unbalanceds(mut fee_then_tip: impl Iterator<Item = fungibles::Credit<AccountId, NativeAndAssets>>) {
        if let Some(fee) = fee_then_tip.next() {
            let (asset, amount) = (fee.asset(), fee.peek());
            // One kind of credit is no other kind: what is burned here is issued there.
            drop(fee);
            match asset {
                NativeOrWithId::Native => Buyback::deposit(FeeSource::Transaction, Balances::issue(amount)),
                NativeOrWithId::WithId(id) => Buyback::deposit(FeeSource::Transaction, Assets::issue(id, amount)),
            }
        }
        if let (Some(tip), Some(author)) = (fee_then_tip.next(), Authorship::author()) {
            let _ = <NativeAndAssets as fungibles::Balanced<AccountId>>::resolve(&author, tip);
        }
    }
}
