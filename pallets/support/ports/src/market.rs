// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use finch_types::{AssetId, Balance, FixedU128};
use frame_support::weights::Weight;
use sp_runtime::{DispatchError, FixedPointNumber};

/// What the pool of an asset holds. Both are positive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reserves {
    /// Planck of native.
    pub native: Balance,
    /// Units of the asset.
    pub asset: Balance,
}

impl Reserves {
    /// Planck of native for a unit of the asset in an infinitely small trade without a fee, rounded down. `None` where
    /// it is zero or does not fit.
    pub fn price(&self) -> Option<FixedU128> {
        FixedU128::checked_from_rational(self.native, self.asset).filter(|price| price.into_inner() > 0)
    }
}

/// Where assets are traded for native: each in one pool with it. Every trade is all or nothing.
///
/// The bounds of a trade are the caller's: the price of a pool is whatever the last trader left.
pub trait Market<AccountId> {
    /// Native that is in nobody's account yet. Whoever drops it burns it.
    type Credit;

    /// What the pool of `asset` holds; `None` without a pool or in an empty one.
    fn reserves(asset: AssetId) -> Option<Reserves>;

    /// Planck of native for `units` of `asset` now, with the fee and the trade's own slippage.
    fn quote_sell(asset: AssetId, units: Balance) -> Option<Balance>;

    /// Planck of native to pay for `units` of `asset` now, with the fee and the trade's own slippage.
    fn quote_buy(asset: AssetId, units: Balance) -> Option<Balance>;

    /// Sells exactly `units` of `asset` of `who`, all of which may leave the account. Returns what it brought, at least
    /// `min_native` planck, for the caller to deposit or to burn. Has to be undone if it fails.
    fn sell(
        who: &AccountId,
        asset: AssetId,
        units: Balance,
        min_native: Balance,
    ) -> Result<Self::Credit, DispatchError>;

    /// Buys exactly `units` of `asset` for `who`, whose account has to stay alive. Returns the planck paid, at most
    /// `max_native`.
    fn buy(who: &AccountId, asset: AssetId, units: Balance, max_native: Balance) -> Result<Balance, DispatchError>;

    /// Spends exactly `native` planck of `who`, whose account has to stay alive, on `asset`. Returns the units received,
    /// at least `min_units`.
    fn spend(who: &AccountId, asset: AssetId, native: Balance, min_units: Balance) -> Result<Balance, DispatchError>;

    /// The most that one trade can cost.
    fn weight_trade() -> Weight;

    /// The most that reading a pool, or one quote, can cost.
    fn weight_quote() -> Weight;

    /// Makes a pool of `asset` that holds this, for benchmarks, if there is none. The asset exists.
    #[cfg(feature = "runtime-benchmarks")]
    fn benchmark_pool(asset: AssetId, reserves: Reserves);
}
