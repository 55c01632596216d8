// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What all verbs share: the account, the parts of the basket, exact values, the checks of the constants.

use crate::{types::*, *};
use alloc::vec::Vec;
use finch_math::{dust, mul_div, MathError, Round};
use finch_ports::{Feed, PriceFeed};
use frame_support::traits::{fungibles::Inspect as _, Get};
use sp_runtime::{traits::AccountIdConversion, FixedPointNumber};

impl<T: Config> From<MathError> for Error<T> {
    fn from(error: MathError) -> Self {
        match error {
            MathError::Overflow => Error::Overflow,
            MathError::DivisionByZero | MathError::OutOfDomain => Error::Corrupted,
        }
    }
}

/// `a + b`, or the error `Overflow`.
pub(crate) fn add<T: Config>(a: Balance, b: Balance) -> Result<Balance, Error<T>> {
    a.checked_add(b).ok_or(Error::Overflow)
}

/// `a - b`; below zero the books are wrong.
pub(crate) fn sub<T: Config>(a: Balance, b: Balance) -> Result<Balance, Error<T>> {
    a.checked_sub(b).ok_or(Error::Corrupted)
}

/// 1e18, the digits of an [`Exact`] below the planck.
const ATTO: u64 = 1_000_000_000_000_000_000;

impl Exact {
    /// `units * price`, exactly. `None` if it does not fit.
    pub fn value(units: Balance, price: FixedU128) -> Option<Self> {
        let one = FixedU128::DIV;
        let planck = mul_div(units, price.into_inner(), one, Round::Down).ok()?;
        // The digits that the quotient cuts off depend on the last 18 of each factor only: below 1e36.
        let rest = units
            .checked_rem(one)?
            .checked_mul(price.into_inner().checked_rem(one)?)?
            .checked_rem(one)?;
        Some(Self {
            planck,
            atto: rest.try_into().ok()?,
        })
    }

    /// A whole number of planck.
    pub fn whole(planck: Balance) -> Self {
        Self { planck, atto: 0 }
    }

    /// The sum of both. `None` if it does not fit.
    pub fn plus(self, other: Self) -> Option<Self> {
        let atto = self.atto.checked_add(other.atto)?;
        let (carry, atto) = match atto.checked_sub(ATTO) {
            Some(rest) => (1, rest),
            None => (0, atto),
        };
        let planck = self.planck.checked_add(other.planck)?.checked_add(carry)?;
        Some(Self { planck, atto })
    }

    /// By how much this is more than `other`; zero if it is not.
    pub fn above(self, other: Self) -> Self {
        if self <= other {
            return Self::default();
        }
        let (borrow, atto) = match self.atto.checked_sub(other.atto) {
            Some(atto) => (0, atto),
            None => (1, ATTO.saturating_sub(other.atto).saturating_add(self.atto)),
        };
        // Not below zero: this is more than the other.
        let planck = self.planck.saturating_sub(other.planck).saturating_sub(borrow);
        Self { planck, atto }
    }
}

/// The prices of several assets.
pub(crate) type Prices = Vec<(AssetId, FixedU128)>;

/// The price of an asset in a list. Not to be found there is against the books: the list was made for the asset.
pub(crate) fn price_in<T: Config>(prices: &Prices, asset: AssetId) -> Result<FixedU128, Error<T>> {
    prices
        .iter()
        .find(|(of, _)| *of == asset)
        .map(|(_, price)| *price)
        .ok_or(Error::Corrupted)
}

/// What `units` are worth in whole planck, rounded down.
pub(crate) fn worth<T: Config>(units: Balance, price: FixedU128) -> Result<Balance, Error<T>> {
    Ok(mul_div(units, price.into_inner(), FixedU128::DIV, Round::Down)?)
}

impl Basket {
    /// The ids of the assets in it.
    pub(crate) fn assets(&self) -> impl Iterator<Item = AssetId> + '_ {
        self.holdings.iter().map(|holding| holding.asset)
    }

    /// Shares, if there are any.
    pub(crate) fn launched<T: Config>(&self) -> Result<Balance, Error<T>> {
        Some(sub(self.minted, self.burned)?)
            .filter(|supply| *supply > 0)
            .ok_or(Error::NotLaunched)
    }

    /// Units of `asset` in it.
    pub(crate) fn units(&self, asset: AssetId) -> Balance {
        let of = |holding: &&Holding| holding.asset == asset;
        self.holdings.iter().find(of).map_or(0, |holding| holding.units)
    }

    /// The part of it that `shares` of `supply` are, each number rounded as `round` says.
    pub(crate) fn part<T: Config>(&self, shares: Balance, supply: Balance, round: Round) -> Result<InKind, Error<T>> {
        let mut part = InKind {
            items: Vec::with_capacity(self.holdings.len()),
            cash: mul_div(shares, self.cash, supply, round)?,
        };
        for Holding { asset, units, .. } in &self.holdings {
            let units = mul_div(shares, *units, supply, round)?;
            part.items.push(Item { asset: *asset, units });
        }
        Ok(part)
    }

    /// Books what came for shares: `part` is in the order of the holdings.
    pub(crate) fn book_issue<T: Config>(&mut self, part: &InKind, shares: Balance) -> Result<(), Error<T>> {
        for (holding, item) in self.holdings.iter_mut().zip(&part.items) {
            holding.units = add(holding.units, item.units)?;
            holding.flows.issued = add(holding.flows.issued, item.units)?;
        }
        self.cash = add(self.cash, part.cash)?;
        self.flows.issued = add(self.flows.issued, part.cash)?;
        self.minted = add(self.minted, shares)?;
        Ok(())
    }

    /// Books `units` of an asset that were bought for `native` planck.
    ///
    /// The mark of a synthetic becomes the mean of what was there and what came, by units: what came has earned nothing
    /// yet that could be harvested. Rounded up: the dust is not harvested.
    pub(crate) fn book_bought<T: Config>(
        &mut self,
        asset: AssetId,
        units: Balance,
        native: Balance,
        rate: Option<FixedU128>,
    ) -> Result<(), Error<T>> {
        self.cash = sub(self.cash, native)?;
        self.flows.spent = add(self.flows.spent, native)?;
        match self.holdings.iter_mut().find(|holding| holding.asset == asset) {
            Some(holding) => {
                let all = add(holding.units, units)?;
                holding.mark = match (holding.mark, rate) {
                    (Some(mark), Some(rate)) => Some(mean_up(mark, rate, units, all)?),
                    (None, rate) => rate,
                    (mark, None) => mark,
                };
                holding.units = all;
                holding.flows.bought = add(holding.flows.bought, units)?;
            }
            None => {
                let flows = Flows {
                    bought: units,
                    ..Default::default()
                };
                let holding = Holding {
                    asset,
                    units,
                    mark: rate,
                    due: 0,
                    flows,
                };
                self.holdings.try_push(holding).map_err(|_| Error::TooManyHoldings)?;
            }
        }
        Ok(())
    }

    /// Books `units` of an asset that were sold for `native` planck. One of which nothing is left leaves the basket.
    pub(crate) fn book_sold<T: Config>(
        &mut self,
        asset: AssetId,
        units: Balance,
        native: Balance,
    ) -> Result<(), Error<T>> {
        let of = |holding: &&mut Holding| holding.asset == asset;
        let holding = self.holdings.iter_mut().find(of).ok_or(Error::Corrupted)?;
        holding.units = sub(holding.units, units)?;
        holding.flows.sold = add(holding.flows.sold, units)?;
        self.cash = add(self.cash, native)?;
        self.flows.received = add(self.flows.received, native)?;
        self.sweep()
    }

    /// Lets go of assets of which nothing is left.
    pub(crate) fn sweep<T: Config>(&mut self) -> Result<(), Error<T>> {
        for gone in self.holdings.iter().filter(|holding| holding.units == 0) {
            let flows = Past::<T>::get(gone.asset).plus(&gone.flows).ok_or(Error::Overflow)?;
            Past::<T>::insert(gone.asset, flows);
        }
        self.holdings.retain(|holding| holding.units > 0);
        Ok(())
    }
}

/// What can be given of an asset without leaving dust; see [`dust::payable`].
pub(crate) fn payable<T: Config>(asset: AssetId, units: Balance, held: Balance) -> Balance {
    dust::payable(units, held, T::Assets::minimum_balance(asset))
}

/// `(mark * (all - new) + rate * new) / all`, rounded up.
fn mean_up<T: Config>(mark: FixedU128, rate: FixedU128, new: Balance, all: Balance) -> Result<FixedU128, Error<T>> {
    let (mark, rate) = (mark.into_inner(), rate.into_inner());
    let mean = match rate.checked_sub(mark) {
        Some(rise) => add(mark, mul_div(rise, new, all, Round::Up)?)?,
        None => sub(mark, mul_div(sub(mark, rate)?, new, all, Round::Down)?)?,
    };
    Ok(FixedU128::from_inner(mean))
}

impl<T: Config> Pallet<T> {
    /// The keyless account of the basket. It holds everything in it, and the pool.
    pub fn account_id() -> T::AccountId {
        T::PalletId::get().into_account_truncating()
    }

    /// Shares, in their smallest units.
    pub fn supply() -> Balance {
        T::Assets::total_issuance(T::ShareAssetId::get())
    }

    /// What an asset is worth.
    pub(crate) fn price(asset: AssetId) -> Result<FixedU128, Error<T>> {
        match T::Feeds::native_price(asset) {
            Feed::Fresh(price) if price > FixedU128::default() => Ok(price),
            Feed::Stale => Err(Error::PriceStale),
            Feed::Fresh(_) | Feed::Missing => Err(Error::PriceMissing),
        }
    }

    /// What several assets are worth.
    pub(crate) fn prices(assets: impl Iterator<Item = AssetId>) -> Result<Prices, Error<T>> {
        assets.map(|asset| Ok((asset, Self::price(asset)?))).collect()
    }

    /// Constants that would break a promise are refused when the runtime is built.
    pub(crate) fn check_constants() {
        assert!(
            usize::try_from(MAX_MEMBERS) == Ok(finch_math::basket::MEMBERS),
            "MAX_MEMBERS: the selection gives another number of seats"
        );
        assert!(
            usize::try_from(MAX_LISTED) == Ok(finch_math::basket::MAX_CANDIDATES),
            "MAX_LISTED: the selection takes another number"
        );
        assert!(
            T::Tolerance::get() < FixedU128::from_u32(1),
            "Tolerance: anything would be a price"
        );
        assert!(!T::MaxPart::get().is_zero(), "MaxPart: nothing could be traded");
        assert!(
            T::MinSamples::get() > 0,
            "MinSamples: nothing is known without a sample"
        );
        assert!(T::SamplePeriod::get() > 0, "SamplePeriod: sampling would never end");
        assert!(T::AccrualPeriod::get() > 0, "AccrualPeriod: accruing would never end");
        assert!(T::SalePeriod::get() > 0, "SalePeriod: an auction needs time");
        assert!(!T::Throttle::get().is_zero(), "Throttle: nothing could be issued");
        assert!(
            T::ThrottlePeriod::get() > 0,
            "ThrottlePeriod: there would be no throttle"
        );
        assert!(T::MinIssue::get() > 0, "MinIssue: no share is not an issue");
        assert!(T::MinTrade::get() > 0, "MinTrade: nothing is not a trade");
    }
}
