// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The port `AuctionSeller`: hands each lot to the product that sells it.

use crate::{AccountId, Balance, StakingDerivatives};
use finch_ports::{AuctionSeller, Clearing, SellerCall};
use finch_types::Lot;
use frame_support::{dispatch::DispatchResult, weights::Weight};
use sp_runtime::DispatchError;

/// Every product that sells by auction.
pub struct Sellers;

impl AuctionSeller<AccountId> for Sellers {
    fn may_bid(lot: Lot, who: &AccountId) -> bool {
        match lot {
            Lot::Derivative { .. } => StakingDerivatives::may_bid(lot, who),
            // The products that sell these are not in the runtime.
            Lot::Fees { .. } | Lot::Member { .. } => false,
        }
    }

    fn proceeds_account(lot: Lot) -> Result<AccountId, DispatchError> {
        match lot {
            Lot::Derivative { .. } => StakingDerivatives::proceeds_account(lot),
            Lot::Fees { .. } | Lot::Member { .. } => Err(DispatchError::Unavailable),
        }
    }

    fn closed(lot: Lot, clearing: Clearing) -> DispatchResult {
        match lot {
            Lot::Derivative { .. } => StakingDerivatives::closed(lot, clearing),
            Lot::Fees { .. } | Lot::Member { .. } => Err(DispatchError::Unavailable),
        }
    }

    fn deliver(lot: Lot, buyer: &AccountId, units: Balance, paid: Balance) -> DispatchResult {
        match lot {
            Lot::Derivative { .. } => StakingDerivatives::deliver(lot, buyer, units, paid),
            Lot::Fees { .. } | Lot::Member { .. } => Err(DispatchError::Unavailable),
        }
    }

    fn finished(lot: Lot, unsold: Balance) -> DispatchResult {
        match lot {
            Lot::Derivative { .. } => StakingDerivatives::finished(lot, unsold),
            Lot::Fees { .. } | Lot::Member { .. } => Err(DispatchError::Unavailable),
        }
    }

    fn weight(call: SellerCall) -> Weight {
        StakingDerivatives::weight(call)
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn benchmark_lot(units: Balance) -> Lot {
        StakingDerivatives::benchmark_lot(units)
    }
}
