// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The port `FeeSink`: keeps all fees in one account without a key, from which a later buyback takes them.

use crate::{AccountId, Balances};
use finch_ports::FeeSink;
use finch_types::FeeSource;
use frame_support::{
    traits::fungible::{Balanced, Credit},
    PalletId,
};
use sp_runtime::traits::AccountIdConversion;

/// The account that holds all fees.
pub fn fee_pot() -> AccountId {
    PalletId(*b"fn/fees_").into_account_truncating()
}

/// Puts fees into [`fee_pot`]. Less than the existential deposit into an empty pot is burned.
pub struct FeePot;

impl FeeSink<Credit<AccountId, Balances>> for FeePot {
    fn deposit(_: FeeSource, fee: Credit<AccountId, Balances>) {
        if let Err(dust) = <Balances as Balanced<AccountId>>::resolve(&fee_pot(), fee) {
            drop(dust);
        }
    }
}
