// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The port `AuctionSeller`: hands each lot to the product that sells it.

use crate::{AccountId, Balance, Buyback, Options, StakingDerivatives, StakingEtf};
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
            Lot::Fees { .. } => Buyback::may_bid(lot, who),
            Lot::Member { .. } => StakingEtf::may_bid(lot, who),
            Lot::Vault { .. } => Options::may_bid(lot, who),
        }
    }

    fn proceeds_account(lot: Lot) -> Result<AccountId, DispatchError> {
        match lot {
            Lot::Derivative { .. } => StakingDerivatives::proceeds_account(lot),
            Lot::Fees { .. } => Buyback::proceeds_account(lot),
            Lot::Member { .. } => StakingEtf::proceeds_account(lot),
            Lot::Vault { .. } => Options::proceeds_account(lot),
        }
    }

    fn closed(lot: Lot, clearing: Clearing) -> DispatchResult {
        match lot {
            Lot::Derivative { .. } => StakingDerivatives::closed(lot, clearing),
            Lot::Fees { .. } => Buyback::closed(lot, clearing),
            Lot::Member { .. } => StakingEtf::closed(lot, clearing),
            Lot::Vault { .. } => Options::closed(lot, clearing),
        }
    }

    fn deliver(lot: Lot, buyer: &AccountId, units: Balance, paid: Balance) -> DispatchResult {
        match lot {
            Lot::Derivative { .. } => StakingDerivatives::deliver(lot, buyer, units, paid),
            Lot::Fees { .. } => Buyback::deliver(lot, buyer, units, paid),
            Lot::Member { .. } => StakingEtf::deliver(lot, buyer, units, paid),
            Lot::Vault { .. } => Options::deliver(lot, buyer, units, paid),
        }
    }

    fn finished(lot: Lot, unsold: Balance) -> DispatchResult {
        match lot {
            Lot::Derivative { .. } => StakingDerivatives::finished(lot, unsold),
            Lot::Fees { .. } => Buyback::finished(lot, unsold),
            Lot::Member { .. } => StakingEtf::finished(lot, unsold),
            Lot::Vault { .. } => Options::finished(lot, unsold),
        }
    }

    fn weight(call: SellerCall) -> Weight {
        StakingDerivatives::weight(call)
            .max(Buyback::weight(call))
            .max(StakingEtf::weight(call))
            .max(Options::weight(call))
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn benchmark_lot(units: Balance) -> Lot {
        StakingDerivatives::benchmark_lot(units)
    }
}
