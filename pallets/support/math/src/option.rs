// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Options: what units are worth at the strike, what they pay, and how well a vault is secured.
//!
//! A unit is the smallest unit of the underlying. `strike` is whole coins of the strike asset for one whole coin of the
//! underlying, and decimals say how many digits a whole coin of each is divided into:
//!
//! ```text
//! strike_worth = units * strike * 10^strike_decimals / 10^decimals             smallest units of the strike asset
//! put          = units * max(0, strike_worth(1) * P(strike asset) - P(underlying)) / P(collateral)
//! call         = units * max(0, P(underlying) - strike_worth(1) * P(strike asset)) / P(collateral)
//! ```
//!
//! where `P` is what a smallest unit is worth in native. Every result is computed in one quotient of 512 bits and rounded
//! once: there is no price of a unit in between, which could lose its digits where decimals lie far apart.

use crate::{mul_div, MathError, Round};
use primitive_types::U512;
use sp_arithmetic::{FixedPointNumber, FixedU128};

/// The most decimals of a coin: 10 to that power fits a `u128`.
pub const MAX_DECIMALS: u8 = 38;

/// The right to buy, or to sell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// To buy the underlying at the strike.
    Call,
    /// To sell the underlying at the strike.
    Put,
}

/// A strike with its units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strike {
    /// Whole coins of the strike asset for one whole coin of the underlying.
    pub price: FixedU128,
    /// Of the underlying; at most [`MAX_DECIMALS`].
    pub decimals: u8,
    /// Of the strike asset; at most [`MAX_DECIMALS`].
    pub strike_decimals: u8,
}

/// What a smallest unit of each coin is worth in planck of native.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prices {
    /// Of the underlying.
    pub underlying: FixedU128,
    /// Of the strike asset.
    pub strike_asset: FixedU128,
    /// Of the collateral.
    pub collateral: FixedU128,
}

impl Strike {
    /// What `units` are worth at the strike, in smallest units of the strike asset.
    ///
    /// ```
    /// # use finch_math::{option::Strike, Round};
    /// # use sp_arithmetic::FixedU128;
    /// // 2.5 dollars of 6 decimals for a coin of 12 decimals.
    /// let strike = Strike { price: FixedU128::from_rational(5, 2), decimals: 12, strike_decimals: 6 };
    /// assert_eq!(strike.worth(2_000_000_000_000, Round::Up), Ok(5_000_000));
    /// assert_eq!((strike.worth(1, Round::Down), strike.worth(1, Round::Up)), (Ok(0), Ok(1)));
    /// ```
    ///
    /// Errors: [`MathError::OutOfDomain`] with more than [`MAX_DECIMALS`], [`MathError::Overflow`].
    pub fn worth(&self, units: u128, round: Round) -> Result<u128, MathError> {
        divide(mul(U512::from(units), self.above()?)?, self.below()?, round)
    }

    /// The obligation of `units` of a put in planck of native, rounded up: the most that it can ever pay.
    ///
    /// Errors: as [`Self::worth`].
    pub fn worth_in_native_up(&self, units: u128, strike_asset: FixedU128) -> Result<u128, MathError> {
        let above = mul(mul(U512::from(units), self.above()?)?, inner(strike_asset))?;
        divide(above, mul(self.below()?, FixedU128::DIV.into())?, Round::Up)
    }

    /// What `units` pay in smallest units of the collateral, at prices of the expiry.
    ///
    /// ```
    /// # use finch_math::{option::{Kind, Prices, Strike}, Round};
    /// # use sp_arithmetic::FixedU128;
    /// let strike = Strike { price: FixedU128::from_u32(10), decimals: 12, strike_decimals: 12 };
    /// let price = FixedU128::from_u32;
    /// let prices = Prices { underlying: price(24), strike_asset: price(3), collateral: price(2) };
    /// assert_eq!(strike.payoff(Kind::Put, 100, &prices, Round::Down), Ok(300));
    /// assert_eq!(strike.payoff(Kind::Call, 100, &prices, Round::Down), Ok(0));
    /// ```
    ///
    /// Errors: [`MathError::OutOfDomain`] with more than [`MAX_DECIMALS`], [`MathError::DivisionByZero`] if the collateral
    /// has no price, [`MathError::Overflow`].
    pub fn payoff(&self, kind: Kind, units: u128, prices: &Prices, round: Round) -> Result<u128, MathError> {
        let at_strike = mul(self.above()?, inner(prices.strike_asset))?;
        let at_market = mul(self.below()?, inner(prices.underlying))?;
        let (more, less) = match kind {
            Kind::Call => (at_market, at_strike),
            Kind::Put => (at_strike, at_market),
        };
        let gain = more.saturating_sub(less);
        divide(
            mul(U512::from(units), gain)?,
            mul(self.below()?, inner(prices.collateral))?,
            round,
        )
    }

    /// Strike asset per unit, above the fraction line.
    fn above(&self) -> Result<U512, MathError> {
        mul(inner(self.price), power(self.strike_decimals)?)
    }

    /// Below the fraction line.
    fn below(&self) -> Result<U512, MathError> {
        mul(U512::from(FixedU128::DIV), power(self.decimals)?)
    }
}

/// What `units` of a coin are worth at `price`, in planck of native.
///
/// Errors: [`MathError::Overflow`].
pub fn value(units: u128, price: FixedU128, round: Round) -> Result<u128, MathError> {
    mul_div(units, price.into_inner(), FixedU128::DIV, round)
}

/// Whether `value` is at least `percent` per cent of `obligation`. Exact; without an obligation every value is enough.
pub fn is_secured(value: u128, obligation: u128, percent: u32) -> bool {
    // Both products are below 2^160.
    let hundred = U512::from(value).saturating_mul(100u32.into());
    hundred >= U512::from(obligation).saturating_mul(percent.into())
}

/// The ratio of `value` to `obligation`, rounded down: less than 1e-18 below the exact one. `None` without an obligation, or
/// beyond the range.
pub fn ratio_down(value: u128, obligation: u128) -> Option<FixedU128> {
    mul_div(value, FixedU128::DIV, obligation, Round::Down)
        .ok()
        .map(FixedU128::from_inner)
}

/// The least collateral, in its smallest units, that secures `obligation` planck to `percent` per cent at `price`.
///
/// ```
/// # use finch_math::option::{collateral_up, is_secured, value};
/// # use finch_math::Round;
/// # use sp_arithmetic::FixedU128;
/// let price = FixedU128::from_u32(7);
/// assert_eq!(collateral_up(100, 150, price), Ok(22));
/// assert!(is_secured(value(22, price, Round::Down).unwrap(), 100, 150));
/// assert!(!is_secured(value(21, price, Round::Down).unwrap(), 100, 150));
/// ```
///
/// Errors: [`MathError::DivisionByZero`] without a price, [`MathError::Overflow`].
pub fn collateral_up(obligation: u128, percent: u32, price: FixedU128) -> Result<u128, MathError> {
    // A whole number of planck first: the value of the collateral is rounded down to one.
    let value = mul_div(obligation, percent.into(), 100, Round::Up)?;
    mul_div(value, FixedU128::DIV, price.into_inner(), Round::Up)
}

/// Where the price of a liquidation starts and ends, in planck of native per unit: see the documentation of the options
/// pallet. `most` is what a buyer gets at most for a unit, in per cent of its obligation.
///
/// The start is rounded down and the floor up, both in favour of nobody by more than 1e-18; both are positive, and the floor
/// is at most the start.
///
/// Errors: [`MathError::DivisionByZero`] without units, [`MathError::Overflow`].
pub fn liquidation(value: u128, obligation: u128, units: u128, most: u32) -> Result<(FixedU128, FixedU128), MathError> {
    let start = mul_div(value, FixedU128::DIV, units, Round::Down)?.max(1);
    let given = mul_div(obligation, most.into(), 100, Round::Down)?;
    let floor = mul_div(value.saturating_sub(given), FixedU128::DIV, units, Round::Up)?;
    Ok((
        FixedU128::from_inner(start),
        FixedU128::from_inner(floor.clamp(1, start)),
    ))
}

fn inner(number: FixedU128) -> U512 {
    number.into_inner().into()
}

fn power(decimals: u8) -> Result<U512, MathError> {
    10u128
        .checked_pow(decimals.into())
        .map(U512::from)
        .ok_or(MathError::OutOfDomain)
}

fn mul(a: U512, b: U512) -> Result<U512, MathError> {
    a.checked_mul(b).ok_or(MathError::Overflow)
}

fn divide(above: U512, below: U512, round: Round) -> Result<u128, MathError> {
    if below.is_zero() {
        return Err(MathError::DivisionByZero);
    }
    let (down, rest) = above.div_mod(below);
    let up = match round {
        Round::Down => false,
        Round::Up => !rest.is_zero(),
        // The rest is below the divisor, so the difference is positive.
        Round::Nearest => rest >= below.saturating_sub(rest),
    };
    u128::try_from(down)
        .ok()
        .and_then(|down| down.checked_add(up.into()))
        .ok_or(MathError::Overflow)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Below 2^`bits`, all magnitudes alike.
    fn sized(bits: u32) -> impl Strategy<Value = u128> {
        (any::<u128>(), 1..=bits).prop_map(|(number, bits)| number >> (128 - bits))
    }

    fn fixed(bits: u32) -> impl Strategy<Value = FixedU128> {
        sized(bits).prop_map(|inner| FixedU128::from_inner(inner.max(1)))
    }

    fn a_strike() -> impl Strategy<Value = Strike> {
        (fixed(90), 0u8..=24, 0u8..=24).prop_map(|(price, decimals, strike_decimals)| Strike {
            price,
            decimals,
            strike_decimals,
        })
    }

    fn kinds() -> impl Strategy<Value = Kind> {
        prop_oneof![Just(Kind::Call), Just(Kind::Put)]
    }

    fn big(number: u128) -> U512 {
        number.into()
    }

    fn ten(decimals: u8) -> U512 {
        U512::from(10).pow(decimals.into())
    }

    const ONE: u128 = 1_000_000_000_000_000_000;

    /// `r` is the quotient of `a` and `b`, so rounded: told by multiplying, without a division.
    fn rounds(r: Result<u128, MathError>, a: U512, b: U512, round: Round) -> bool {
        match r {
            Ok(r) => match round {
                Round::Down => big(r) * b <= a && a < (big(r) + 1) * b,
                Round::Up => big(r) * b >= a && (r == 0 || (big(r) - 1) * b < a),
                Round::Nearest => unreachable!(),
            },
            Err(MathError::Overflow) => a > big(u128::MAX) * b,
            Err(_) => false,
        }
    }

    proptest! {
        #[test]
        fn the_worth_at_the_strike_is_exact(strike in a_strike(), units in sized(96)) {
            let above = big(units) * big(strike.price.into_inner()) * ten(strike.strike_decimals);
            let below = big(ONE) * ten(strike.decimals);
            for round in [Round::Down, Round::Up] {
                prop_assert!(rounds(strike.worth(units, round), above, below, round));
            }
        }

        #[test]
        fn the_obligation_is_exact(strike in a_strike(), units in sized(96), price in fixed(90)) {
            let above = big(units) * big(strike.price.into_inner()) * ten(strike.strike_decimals) * big(price.into_inner());
            let below = big(ONE) * ten(strike.decimals) * big(ONE);
            prop_assert!(rounds(strike.worth_in_native_up(units, price), above, below, Round::Up));
        }

        #[test]
        fn the_payoff_is_exact(
            strike in a_strike(), kind in kinds(), units in sized(96),
            underlying in fixed(90), strike_asset in fixed(90), collateral in fixed(90),
        ) {
            let prices = Prices { underlying, strike_asset, collateral };
            let at_strike = big(strike.price.into_inner()) * ten(strike.strike_decimals) * big(strike_asset.into_inner());
            let at_market = big(underlying.into_inner()) * big(ONE) * ten(strike.decimals);
            let gain = match kind {
                Kind::Call if at_market > at_strike => at_market - at_strike,
                Kind::Put if at_strike > at_market => at_strike - at_market,
                _ => U512::zero(),
            };
            let below = big(ONE) * ten(strike.decimals) * big(collateral.into_inner());
            for round in [Round::Down, Round::Up] {
                prop_assert!(rounds(strike.payoff(kind, units, &prices, round), big(units) * gain, below, round));
            }
        }

        /// Whatever the prices, a put pays no more than its obligation.
        #[test]
        fn a_put_pays_at_most_its_obligation(
            strike in a_strike(), units in sized(80),
            underlying in fixed(80), strike_asset in fixed(80), collateral in fixed(80),
        ) {
            let prices = Prices { underlying, strike_asset, collateral };
            let paid = strike.payoff(Kind::Put, units, &prices, Round::Down);
            let most = strike.worth_in_native_up(units, strike_asset);
            if let (Ok(paid), Ok(most)) = (paid, most) {
                prop_assert!(value(paid, collateral, Round::Down).unwrap() <= most);
            }
        }

        /// And a call no more than the underlying is worth.
        #[test]
        fn a_call_pays_at_most_the_underlying(
            strike in a_strike(), units in sized(80),
            underlying in fixed(80), strike_asset in fixed(80), collateral in fixed(80),
        ) {
            let prices = Prices { underlying, strike_asset, collateral };
            if let Ok(paid) = strike.payoff(Kind::Call, units, &prices, Round::Down) {
                let most = value(units, underlying, Round::Up).unwrap();
                prop_assert!(value(paid, collateral, Round::Down).unwrap() <= most);
            }
        }

        /// Opyn 2020: one after the other pays no more, and asks for no less, than all at once.
        #[test]
        fn parts_never_gain(strike in a_strike(), a in sized(90), b in sized(90)) {
            let of = |units, round| strike.worth(units, round);
            if let Ok(whole) = of(a + b, Round::Down) {
                prop_assert!(of(a, Round::Down).unwrap() + of(b, Round::Down).unwrap() <= whole);
            }
            if let (Ok(whole), Ok(a), Ok(b)) = (of(a + b, Round::Up), of(a, Round::Up), of(b, Round::Up)) {
                prop_assert!(a + b >= whole);
            }
        }

        #[test]
        fn the_least_collateral_secures_and_one_less_does_not(
            obligation in sized(100), percent in 100u32..=200, price in fixed(80),
        ) {
            if let Ok(least) = collateral_up(obligation, percent, price) {
                // A price below 1 may round two numbers of units to the same planck, never the one below the bound up to it.
                if let Ok(worth) = value(least, price, Round::Down) {
                    prop_assert!(is_secured(worth, obligation, percent));
                }
                if least > 0 {
                    prop_assert!(!is_secured(value(least - 1, price, Round::Down).unwrap(), obligation, percent));
                }
            }
        }

        /// What a buyer gets for a unit, at any price of the sale: between nothing and `most` of the obligation.
        #[test]
        fn a_liquidation_is_bounded(value in sized(90), obligation in sized(90), units in sized(70)) {
            let units = units.max(1);
            if let Ok((start, floor)) = liquidation(value, obligation, units, 110) {
                prop_assert!(floor <= start && floor.into_inner() > 0);
                prop_assert!(rounds(Ok(start.into_inner()), big(value) * big(ONE), big(units), Round::Down) || start.into_inner() == 1);
                let paid = big(floor.into_inner()) * big(units);
                let given = big(value) * big(ONE);
                if start > floor {
                    prop_assert!((given.saturating_sub(paid)) * 100 <= (big(obligation) * 110 + 100) * big(ONE));
                }
            }
        }
    }

    #[test]
    fn the_border_is_secured() {
        assert!(is_secured(125, 100, 125));
        assert!(!is_secured(124, 100, 125));
        assert!(is_secured(0, 0, 150));
        assert!(is_secured(u128::MAX, u128::MAX, 100));
        assert_eq!(ratio_down(125, 100), Some(FixedU128::from_rational(5, 4)));
        assert_eq!(ratio_down(1, 0), None);
    }

    /// Ribbon 2025: one digit more or less in the decimals of a coin is a factor of ten.
    #[test]
    fn decimals_count() {
        let units = |decimals| 10u128.pow(decimals);
        for decimals in [6u8, 8, 10, 12, 18] {
            for strike_decimals in [6u8, 8, 10, 12, 18] {
                let strike = Strike {
                    price: FixedU128::from_u32(3),
                    decimals,
                    strike_decimals,
                };
                let whole = 7 * units(decimals.into());
                assert_eq!(strike.worth(whole, Round::Down), Ok(21 * units(strike_decimals.into())));
            }
        }
    }

    #[test]
    fn what_is_outside_is_refused() {
        let strike = Strike {
            price: FixedU128::from_u32(1),
            decimals: 39,
            strike_decimals: 0,
        };
        assert_eq!(strike.worth(1, Round::Up), Err(MathError::OutOfDomain));
        let strike = Strike {
            price: FixedU128::from_inner(u128::MAX),
            decimals: 0,
            strike_decimals: MAX_DECIMALS,
        };
        assert_eq!(strike.worth(u128::MAX, Round::Up), Err(MathError::Overflow));
        let price = FixedU128::from_inner;
        let prices = Prices {
            underlying: price(u128::MAX),
            strike_asset: price(u128::MAX),
            collateral: price(0),
        };
        assert_eq!(
            strike.payoff(Kind::Put, 1, &prices, Round::Up),
            Err(MathError::DivisionByZero)
        );
        assert_eq!(collateral_up(1, 150, price(0)), Err(MathError::DivisionByZero));
        assert_eq!(liquidation(1, 1, 0, 110), Err(MathError::DivisionByZero));
    }

    /// Every input at its end: the products fit 512 bits.
    #[test]
    fn the_largest_inputs_do_not_panic() {
        let most = FixedU128::from_inner(u128::MAX);
        let strike = Strike {
            price: most,
            decimals: MAX_DECIMALS,
            strike_decimals: MAX_DECIMALS,
        };
        let prices = Prices {
            underlying: FixedU128::from_inner(1),
            strike_asset: most,
            collateral: most,
        };
        assert!(strike.worth_in_native_up(u128::MAX, most).is_err());
        assert!(strike.payoff(Kind::Put, u128::MAX, &prices, Round::Up).is_err());
    }
}
