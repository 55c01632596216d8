// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The port `AuctionSeller`: hands each lot to the product that sells it.

use crate::{AccountId, Balance, Buyback, StakingDerivatives, StakingEtf};
use finch_ports::{AuctionSeller, Clearing, SellerCall};
use finch_types::Lot;
use frame_support::{dispatch::DispatchResult, weights::Weight};
use sp_runtime::DispatchError;

/// Vaults of options are sold when the runtime has options: no auction of one can be open before.
const NO_SELLER: DispatchError = DispatchError::Unavailable;

/// Every product that sells by auction.
pub struct Sellers;

impl AuctionSeller<AccountId> for Sellers {
    fn may_bid(lot: Lot, who: &AccountId) -> bool {
        match lot {
            Lot::Derivative { .. } => StakingDerivatives::may_bid(lot, who),
            Lot::Fees { .. } => Buyback::may_bid(lot, who),
            Lot::Member { .. } => StakingEtf::may_bid(lot, who),
            Lot::Vault { .. } => false,
        }
    }

    fn proceeds_account(lot: Lot) -> Result<AccountId, DispatchError> {
        match lot {
            Lot::Derivative { .. } => StakingDerivatives::proceeds_account(lot),
            Lot::Fees { .. } => Buyback::proceeds_account(lot),
            Lot::Member { .. } => StakingEtf::proceeds_account(lot),
            Lot::Vault { .. } => Err(NO_SELLER),
        }
    }

    fn closed(lot: Lot, clearing: Clearing) -> DispatchResult {
        match lot {
            Lot::Derivative { .. } => StakingDerivatives::closed(lot, clearing),
            Lot::Fees { .. } => Buyback::closed(lot, clearing),
            Lot::Member { .. } => StakingEtf::closed(lot, clearing),
            Lot::Vault { .. } => Err(NO_SELLER),
        }
    }

    fn deliver(lot: Lot, buyer: &AccountId, units: Balance, paid: Balance) -> DispatchResult {
        match lot {
            Lot::Derivative { .. } => StakingDerivatives::deliver(lot, buyer, units, paid),
            Lot::Fees { .. } => Buyback::deliver(lot, buyer, units, paid),
            Lot::Member { .. } => StakingEtf::deliver(lot, buyer, units, paid),
            Lot::Vault { .. } => Err(NO_SELLER),
        }
    }

    fn finished(lot: Lot, unsold: Balance) -> DispatchResult {
        match lot {
            Lot::Derivative { .. } => StakingDerivatives::finished(lot, unsold),
            Lot::Fees { .. } => Buyback::finished(lot, unsold),
            Lot::Member { .. } => StakingEtf::finished(lot, unsold),
            Lot::Vault { .. } => Err(NO_SELLER),
        }
    }

    fn weight(call: SellerCall) -> Weight {
        StakingDerivatives::weight(call)
            .max(Buyback::weight(call))
            .max(StakingEtf::weight(call))
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn benchmark_lot(units: Balance) -> Lot {
        StakingDerivatives::benchmark_lot(units)
    }
}
