// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use crate::AccountId;
use finch_ports::{AuctionHouse, AuctionSeller, Clearing, FallingSale, TimedSale};
use finch_types::{AuctionId, Balance, FixedU128, Lot, Moment};
use frame_support::{
    ensure,
    pallet_prelude::{DispatchResult, ValueQuery},
    storage::with_storage_layer,
    storage_alias,
    traits::{fungible::Mutate, tokens::Preservation::Preserve},
    weights::Weight,
    Twox64Concat,
};
use sp_arithmetic::{helpers_128bit::multiply_by_rational_with_rounding, FixedPointNumber, Rounding};
use sp_runtime::DispatchError;
use std::marker::PhantomData;

/// Lot, units, least bid, reserve, tick size, least turnover, duration.
type Terms = (Lot, Balance, Balance, FixedU128, FixedU128, Balance, Moment);

#[storage_alias]
type Next = StorageValue<FakeHouse, AuctionId, ValueQuery>;
#[storage_alias]
type Sales = StorageMap<FakeHouse, Twox64Concat, AuctionId, Terms>;
/// Lot, units left, least purchase, price at the opening and at the end, period.
#[storage_alias]
type Falling = StorageMap<FakeHouse, Twox64Concat, AuctionId, (Lot, Balance, Balance, FixedU128, FixedU128, Moment)>;
/// Price, units sold, units delivered.
#[storage_alias]
type Cleared = StorageMap<FakeHouse, Twox64Concat, AuctionId, (FixedU128, Balance, Balance)>;
#[storage_alias]
type Withdrawn = StorageMap<FakeHouse, Twox64Concat, AuctionId, (), ValueQuery>;
#[storage_alias]
type Broken = StorageValue<FakeHouse, bool, ValueQuery>;

/// An auction house without bidders: the test decides how a sale clears and who takes the units. Payments are real
/// transfers of `Currency` to the seller's proceeds account.
pub struct FakeHouse<Currency, Seller>(PhantomData<(Currency, Seller)>);

impl<Currency, Seller> FakeHouse<Currency, Seller>
where
    Currency: Mutate<AccountId, Balance = Balance>,
    Seller: AuctionSeller<AccountId>,
{
    /// The terms of a running sale.
    pub fn sale(auction: AuctionId) -> Option<TimedSale> {
        let (lot, units, min_bid, reserve, tick_size, min_turnover, duration) = Sales::get(auction)?;
        Some(TimedSale {
            lot,
            units,
            min_bid,
            reserve,
            tick_size,
            min_turnover,
            duration,
        })
    }

    /// The terms of a running falling sale; its units are those that are left.
    pub fn falling(auction: AuctionId) -> Option<FallingSale> {
        let (lot, units, min_bid, start, floor, period) = Falling::get(auction)?;
        Some(FallingSale {
            lot,
            units,
            min_bid,
            start,
            floor,
            period,
        })
    }

    /// `buyer` takes `units` of a falling sale at `price`, which lies between its start and its floor. The sale ends with
    /// its last unit. Returns what the buyer paid, rounded up.
    pub fn buy(
        auction: AuctionId,
        buyer: AccountId,
        units: Balance,
        price: FixedU128,
    ) -> Result<Balance, DispatchError> {
        let sale = Self::falling(auction).ok_or(DispatchError::Other("no such sale"))?;
        ensure!(Seller::may_bid(sale.lot, &buyer), DispatchError::Other("barred"));
        ensure!(
            price <= sale.start && price >= sale.floor,
            DispatchError::Other("not a price of this sale")
        );
        ensure!(
            units <= sale.units && units >= sale.min_bid.min(sale.units),
            DispatchError::Other("not for sale")
        );
        // All or nothing, as the call of the house is.
        with_storage_layer(|| {
            let paid = multiply_by_rational_with_rounding(units, price.into_inner(), FixedU128::DIV, Rounding::Up)
                .expect("a payment that fits");
            Currency::transfer(&buyer, &Seller::proceeds_account(sale.lot)?, paid, Preserve)?;
            let left = sale.units - units;
            Falling::insert(
                auction,
                (sale.lot, left, sale.min_bid, sale.start, sale.floor, sale.period),
            );
            Seller::deliver(sale.lot, &buyer, units, paid)?;
            if left == 0 {
                Self::end(auction)?;
            }
            Ok(paid)
        })
    }

    /// The period of a falling sale is over.
    pub fn end(auction: AuctionId) -> DispatchResult {
        let sale = Self::falling(auction).ok_or(DispatchError::Other("no such sale"))?;
        Falling::remove(auction);
        Seller::finished(sale.lot, sale.units)
    }

    /// Makes every opening fail.
    pub fn set_broken(broken: bool) {
        Broken::put(broken);
    }

    /// Closes a sale with `sold` units at `price`; with nothing sold every bid is refunded.
    pub fn close(auction: AuctionId, sold: Balance, price: FixedU128) -> DispatchResult {
        let sale = Self::sale(auction).ok_or(DispatchError::Other("no such sale"))?;
        ensure!(!Cleared::contains_key(auction), DispatchError::Other("closed already"));
        ensure!(
            sold == 0 || !Withdrawn::contains_key(auction),
            DispatchError::Other("withdrawn")
        );
        let price = if sold > 0 { price } else { FixedU128::default() };
        Cleared::insert(auction, (price, sold, 0));
        let turnover = price.checked_mul_int(sold).expect("a turnover that fits");
        Seller::closed(sale.lot, Clearing { price, sold, turnover })
    }

    /// `buyer` pays for `units` of a closed sale and receives them. Returns what it paid, rounded up.
    pub fn deliver(auction: AuctionId, buyer: AccountId, units: Balance) -> Result<Balance, DispatchError> {
        let sale = Self::sale(auction).ok_or(DispatchError::Other("no such sale"))?;
        let (price, sold, delivered) = Cleared::get(auction).ok_or(DispatchError::Other("not closed"))?;
        ensure!(Seller::may_bid(sale.lot, &buyer), DispatchError::Other("barred"));
        ensure!(delivered + units <= sold, DispatchError::Other("not sold"));
        Cleared::insert(auction, (price, sold, delivered + units));
        let paid = multiply_by_rational_with_rounding(units, price.into_inner(), FixedU128::DIV, Rounding::Up)
            .expect("a payment that fits");
        Currency::transfer(&buyer, &Seller::proceeds_account(sale.lot)?, paid, Preserve)?;
        Seller::deliver(sale.lot, &buyer, units, paid)?;
        Ok(paid)
    }

    /// Ends a closed sale: what is not delivered goes back to the seller.
    pub fn finish(auction: AuctionId) -> DispatchResult {
        let sale = Self::sale(auction).ok_or(DispatchError::Other("no such sale"))?;
        let (.., delivered) = Cleared::get(auction).ok_or(DispatchError::Other("not closed"))?;
        Sales::remove(auction);
        Cleared::remove(auction);
        Seller::finished(sale.lot, sale.units - delivered)
    }
}

impl<Currency, Seller> AuctionHouse for FakeHouse<Currency, Seller>
where
    Currency: Mutate<AccountId, Balance = Balance>,
    Seller: AuctionSeller<AccountId>,
{
    fn open_timed(sale: TimedSale) -> Result<AuctionId, DispatchError> {
        ensure!(!Broken::get(), DispatchError::Other("the house is closed"));
        let auction = Next::get();
        Next::put(auction + 1);
        let terms = (
            sale.lot,
            sale.units,
            sale.min_bid,
            sale.reserve,
            sale.tick_size,
            sale.min_turnover,
            sale.duration,
        );
        Sales::insert(auction, terms);
        Ok(auction)
    }

    fn open_falling(sale: FallingSale) -> Result<AuctionId, DispatchError> {
        ensure!(!Broken::get(), DispatchError::Other("the house is closed"));
        let auction = Next::get();
        Next::put(auction + 1);
        let terms = (sale.lot, sale.units, sale.min_bid, sale.start, sale.floor, sale.period);
        Falling::insert(auction, terms);
        Ok(auction)
    }

    fn withdraw(auction: AuctionId) -> DispatchResult {
        ensure!(
            Sales::contains_key(auction) && !Cleared::contains_key(auction),
            DispatchError::Other("not running")
        );
        // The seller hears of it when the test closes and finishes the sale.
        Withdrawn::insert(auction, ());
        Ok(())
    }

    fn weight_open() -> Weight {
        Weight::from_parts(1_000_000, 1_000)
    }
}
