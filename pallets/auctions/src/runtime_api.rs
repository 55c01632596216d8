// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Every read that a client needs, as a runtime API.

// The macro repeats the bounds of the trait on its methods.
#![allow(clippy::multiple_bound_locations)]

use crate::types::{AuctionInfo, BidInfo, BuyQuote, Level, Projection, Totals};
use alloc::vec::Vec;
use codec::Codec;
use finch_types::{AuctionId, Balance, FixedU128, Tick};

sp_api::decl_runtime_apis! {
    /// Reads of the auctions. Amounts are in planck of native, prices in planck per unit (1e-18 fixed point), times in
    /// milliseconds of the chain's clock.
    pub trait AuctionsApi<AccountId: Codec> {
        /// The numbers of all auctions that are not finished, in the order in which they are due.
        fn auctions() -> Vec<AuctionId>;
        /// An auction; `None` if there is none or it is finished.
        fn auction(auction: AuctionId) -> Option<AuctionInfo>;
        /// The levels of a timed auction that takes bids, ticks rising; empty for any other.
        fn book(auction: AuctionId) -> Vec<Level>;
        /// Where a timed auction would clear if it closed now; `None` if nothing is bid, or it is closed.
        fn projected_clearing(auction: AuctionId) -> Option<Projection>;
        /// The bids of an account that are not cancelled or settled, in no particular order, and what they come to.
        fn claimable(account: AccountId) -> Vec<BidInfo>;
        /// The price of a falling-price auction now, rounded up; `None` if it takes no purchases.
        fn price_now(auction: AuctionId) -> Option<FixedU128>;
        /// What a bid puts on hold; `None` if the auction does not take it.
        fn quote_bid(auction: AuctionId, tick: Tick, units: Balance) -> Option<Balance>;
        /// What a purchase costs now; `None` if the auction does not take it.
        fn quote_buy(auction: AuctionId, units: Balance) -> Option<BuyQuote>;
        /// Sums over all auctions that are finished.
        fn totals() -> Totals;
    }
}
