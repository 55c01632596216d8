// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use crate::AccountId;
use finch_ports::{AuctionSeller, Clearing, SellerCall};
use finch_types::{Balance, FixedU128, Lot};
use frame_support::{
    ensure, pallet_prelude::DispatchResult, storage_alias, weights::Weight, Blake2_128Concat, Twox64Concat,
};
use sp_runtime::DispatchError;

#[storage_alias]
type Barred = StorageMap<FakeSeller, Blake2_128Concat, AccountId, ()>;
/// Who cannot be delivered to.
#[storage_alias]
type Unreachable = StorageMap<FakeSeller, Blake2_128Concat, AccountId, ()>;
/// The calls that fail, by their number.
#[storage_alias]
type Broken = StorageMap<FakeSeller, Twox64Concat, u8, ()>;
/// Units and planck.
#[storage_alias]
type Deliveries = StorageMap<FakeSeller, Blake2_128Concat, (Lot, AccountId), (Balance, Balance)>;
/// Price, units sold, turnover.
#[storage_alias]
type Closings = StorageMap<FakeSeller, Blake2_128Concat, Lot, Vec<(FixedU128, Balance, Balance)>>;
#[storage_alias]
type Endings = StorageMap<FakeSeller, Blake2_128Concat, Lot, Vec<Balance>>;

/// A seller that counts what it delivers, and what it is told.
pub struct FakeSeller;

impl FakeSeller {
    /// Where the proceeds lie.
    pub const POT: AccountId = 0x5E11;

    /// Lets `who` bid no more.
    pub fn bar(who: AccountId) {
        Barred::insert(who, ());
    }

    /// Makes every delivery to `who` fail, or work again.
    pub fn set_unreachable(who: AccountId, unreachable: bool) {
        if unreachable {
            Unreachable::insert(who, ());
        } else {
            Unreachable::remove(who);
        }
    }

    /// Makes every such call fail, or work again.
    pub fn set_broken(call: SellerCall, broken: bool) {
        if broken {
            Broken::insert(number(call), ());
        } else {
            Broken::remove(number(call));
        }
    }

    /// What `who` was given of `lot`, and paid for it: units and planck.
    pub fn delivered(lot: Lot, who: AccountId) -> (Balance, Balance) {
        Deliveries::get((lot, who)).unwrap_or_default()
    }

    /// How the sales of `lot` closed, in order.
    pub fn closings(lot: Lot) -> Vec<Clearing> {
        let told = Closings::get(lot).unwrap_or_default().into_iter();
        told.map(|(price, sold, turnover)| Clearing { price, sold, turnover })
            .collect()
    }

    /// The unsold units of the finished sales of `lot`, in order.
    pub fn endings(lot: Lot) -> Vec<Balance> {
        Endings::get(lot).unwrap_or_default()
    }

    fn ensure_works(call: SellerCall) -> DispatchResult {
        ensure!(
            !Broken::contains_key(number(call)),
            DispatchError::Other("the fake is broken")
        );
        Ok(())
    }
}

fn number(call: SellerCall) -> u8 {
    match call {
        SellerCall::MayBid => 0,
        SellerCall::Closed => 1,
        SellerCall::Deliver => 2,
        SellerCall::Finished => 3,
    }
}

impl AuctionSeller<AccountId> for FakeSeller {
    fn may_bid(_: Lot, who: &AccountId) -> bool {
        !Barred::contains_key(who)
    }

    fn proceeds_account(_: Lot) -> Result<AccountId, DispatchError> {
        Ok(Self::POT)
    }

    fn closed(lot: Lot, clearing: Clearing) -> DispatchResult {
        Self::ensure_works(SellerCall::Closed)?;
        Closings::append(lot, (clearing.price, clearing.sold, clearing.turnover));
        Ok(())
    }

    fn deliver(lot: Lot, buyer: &AccountId, units: Balance, paid: Balance) -> DispatchResult {
        // What is undone by the error is undone in the fake too.
        Deliveries::mutate((lot, *buyer), |delivery| {
            let (all_units, all_paid) = delivery.unwrap_or_default();
            *delivery = Some((all_units + units, all_paid + paid));
        });
        Self::ensure_works(SellerCall::Deliver)?;
        ensure!(
            !Unreachable::contains_key(buyer),
            DispatchError::Other("the buyer cannot be reached")
        );
        Ok(())
    }

    fn finished(lot: Lot, unsold: Balance) -> DispatchResult {
        Self::ensure_works(SellerCall::Finished)?;
        Endings::append(lot, unsold);
        Ok(())
    }

    fn weight(call: SellerCall) -> Weight {
        // Each its own, so that a test sees which one was reckoned with.
        Weight::from_parts(1_000_000 * (u64::from(number(call)) + 1), 1_000)
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn benchmark_lot(_: Balance) -> Lot {
        Lot::Derivative { series: 0, tranche: 0 }
    }
}
