// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! `ln`, `exp` and `pow` on 1e-18 fixed point, each correctly rounded: [`Round::Down`] and [`Round::Up`] give the two
//! representable numbers next to the true value (the same one if it is representable), [`Round::Nearest`] the closer.
//! The results are therefore monotone, and never a whole unit of 1e-18 off.
//!
//! # How
//!
//! Everything runs in base 2 on 256-bit fractions. With `U = 1e18` and inner numbers `X` and `Y`:
//!
//! - `ln(X / U) = log2(X / U) * ln 2`, `exp(Y / U) = 2^(Y / U * log2 e)`, `(X / U)^(Y / U) = 2^(log2(X / U) * Y / U)`.
//! - `log2(X / U) = log2 X - log2 U`. `X = 2^n * m` with `m` in `[1, 2)`. Three factors `c` from tables, chosen by 6
//!   bits each, bring `m * c1 * c2 * c3` into `[1, 1 + 2^-18)` without any rounding (207 binary places); their
//!   logarithms come from the same tables. What is left is `log2(1 + x)`, by 13 terms of its series.
//! - `2^(k + f)`, with `f` in `[0, 1)`: the first two groups of 6 bits of `f` by tables, the rest, below `2^-12`, by 16
//!   terms of the series of `2^x - 1`.
//!
//! The method is the textbook one (J.-M. Muller, *Elementary Functions*: table-based reduction and Ziv's rounding
//! test), with the tables and coefficients that `tests/golden/generate.py` writes.
//!
//! # How far off, at most
//!
//! Errors are carried along beside the numbers (`Real::error`) and counted in the last place of the 256-bit fraction.
//!
//! - A product of two fractions leaves out less than 4 of them (see `wide.rs`). Horner's rule multiplies the errors of
//!   the inner terms by the variable, so that these get along with fewer words.
//! - Series of `log2(1 + x)`, `x < 2^-18`: the first term left out is below `x^14 / (28 ln 2) < 2^-256`. Where three,
//!   two and one words begin (terms 4, 7 and 11), 5 units of the shorter fraction weigh `5 * 2^64 * 2^-72`,
//!   `5 * 2^128 * 2^-126` and `5 * 2^192 * 2^-198`: 21 in all, and the last product adds 4. Doubled, with the three
//!   tables and `log2 U` at 1 each: below 64. `LOG2_ERROR` is four times that.
//! - Series of `2^x - 1`, `x < 2^-12`: the first term left out is below `2^-204 * ln(2)^17 / 17! < 2^-261`. Where the
//!   shorter fractions begin (terms 5, 10 and 16), they weigh `5 * 2^64 * 2^-60`, `5 * 2^128 * 2^-120` and
//!   `5 * 2^192 * 2^-192`: 1365 in all; with the last products and the two tables below 1500. `EXP2_ERROR` is over
//!   twice that.
//!
//! So `ln` knows its result to `2^-180` units of 1e-18, and `exp` to `2^-114` units at its upper end, where results
//! have 39 digits, and to `2^-182` around 1. `pow` multiplies the error of the logarithm by the exponent: at the usual
//! exponents it knows as much as `exp`, and at the largest whose result is representable (`4.7e19`, of a base one unit
//! above 1) still to `2^-52` units.
//!
//! # How the neighbours are told apart
//!
//! If no boundary of the rounding (a whole unit, for `Nearest` a half) lies within the error, the result is certain. If
//! one does, then either the true value lies on it, or the input is one of which searching `2^50` inputs would hardly
//! find one. On the boundary lie `ln 1`, `exp 0` and rational powers only; these are recognised by whole numbers
//! (`Power::is`). In the other case the functions keep to the safe side: at most the value for `Down`, at least the
//! value for `Up`, a unit and `2^-52` off at most.

mod tables;
#[cfg(test)]
mod tests;

use crate::{
    wide::{add, leading_zeros, left, low, mul1, mul2, mul3, mul4, right, scale, sub, words, Words},
    MathError, Round,
};
use sp_arithmetic::{FixedI128, FixedPointNumber, FixedU128};
use tables::{EXP2, FINE, FIRST, LN2_UNITS, LOG2, LOG2E_UNIT, LOG2_UNITS, ROUGH, SECOND, THIRD, UNIT};

/// A factor of the reduction, and the binary logarithm of its inverse.
type Factor = (u64, Words);

/// 1e18, the inner number of 1.
const ONE: u128 = FixedU128::DIV;

/// 1e18 as a real number.
const UNITS: Real = Real {
    mantissa: [0, 0, 0, 16_000_000_000_000_000_000],
    exponent: 60,
    error: 0,
};

/// A half, as a fraction of four words.
const HALF: Words = [0, 0, 0, 1 << 63];

/// How far the fraction of `log2` may be off, in its last place.
const LOG2_ERROR: u128 = 1 << 8;

/// How far the mantissa of `exp2` may be off, in its last place, beside what its argument is off.
const EXP2_ERROR: u128 = 1 << 12;

/// The natural logarithm of `x`: at most 47.3, and at least -41.5. Correctly rounded.
///
/// Errors: [`MathError::OutOfDomain`] if `x` is 0.
pub fn ln(x: FixedU128, round: Round) -> Result<FixedI128, MathError> {
    let x = x.into_inner();
    if x == 0 {
        return Err(MathError::OutOfDomain);
    }
    if x == ONE {
        return Ok(FixedI128::default());
    }
    let (sign, log2) = log2(x);
    let ln = log2.times(Real::constant(LN2_UNITS, 60));
    let away = match (sign, round) {
        (Sign::Plus, round) => round,
        (Sign::Minus, Round::Down) => Round::Up,
        (Sign::Minus, Round::Up) => Round::Down,
        // No logarithm but 0 is half a unit: which way those go does not matter.
        (Sign::Minus, Round::Nearest) => Round::Nearest,
    };
    let units = i128::try_from(ln.rounded(away, |_, _| false)?).map_err(|_| MathError::Overflow)?;
    Ok(FixedI128::from_inner(match sign {
        Sign::Plus => units,
        Sign::Minus => units.checked_neg().ok_or(MathError::Overflow)?,
    }))
}

/// `e` to the power of `x`: 0 or one unit of 1e-18 where `x` is below -41.4. Correctly rounded.
///
/// Errors: [`MathError::Overflow`] if the result is above the largest `FixedU128`, from `x` = 47.28 on.
pub fn exp(x: FixedI128, round: Round) -> Result<FixedU128, MathError> {
    let x = x.into_inner();
    if x == 0 {
        return Ok(FixedU128::from_inner(ONE));
    }
    let sign = if x < 0 { Sign::Minus } else { Sign::Plus };
    let power = Real::whole(x.unsigned_abs()).times(Real::constant(LOG2E_UNIT, -59));
    exp2(sign, power, round, |_, _| false)
}

/// `base` to the power of `exponent`, where `0^0 = 1`. Correctly rounded.
///
/// Errors: [`MathError::Overflow`] if the result is above the largest `FixedU128`.
pub fn pow(base: FixedU128, exponent: FixedU128, round: Round) -> Result<FixedU128, MathError> {
    let (base, exponent) = (base.into_inner(), exponent.into_inner());
    match (base, exponent) {
        (_, 0) | (ONE, _) => return Ok(FixedU128::from_inner(ONE)),
        (0, _) | (_, ONE) => return Ok(FixedU128::from_inner(base)),
        _ => (),
    }
    let (sign, log2) = log2(base);
    let power = Real::whole(exponent).times(Real::constant(UNIT, -59)).times(log2);
    exp2(sign, power, round, |numerator, twos| {
        Power::of(base, exponent).is_some_and(|power| power.is(numerator, twos))
    })
}

/// Which side of zero a number lies on whose size stands beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Plus,
    Minus,
}

/// `mantissa * 2^exponent`: a fraction of four words, a half at least, below 1. What it stands for is less than `error`
/// units of the last place of the mantissa away.
#[derive(Clone, Copy, Debug)]
struct Real {
    mantissa: Words,
    exponent: i32,
    error: u128,
}

impl Real {
    /// A number of the tables: rounded down.
    const fn constant(mantissa: Words, exponent: i32) -> Self {
        Self {
            mantissa,
            exponent,
            error: 1,
        }
    }

    /// The whole number `number` exactly; it is not 0.
    fn whole(number: u128) -> Self {
        let zeros = number.leading_zeros();
        Self {
            mantissa: left(words(number), zeros.saturating_add(128)),
            exponent: 128i32.saturating_sub_unsigned(zeros),
            error: 0,
        }
    }

    /// `self * other`.
    fn times(self, other: Self) -> Self {
        let mantissa = mul4(self.mantissa, other.mantissa);
        // Each error times a mantissa below 1, their product, and what `mul4` leaves out.
        let error = self.error.saturating_add(other.error).saturating_add(5);
        let exponent = self.exponent.saturating_add(other.exponent);
        if leading_zeros(mantissa) == 0 {
            Self {
                mantissa,
                exponent,
                error,
            }
        } else {
            Self {
                mantissa: left(mantissa, 1),
                exponent: exponent.saturating_sub(1),
                error: error.saturating_mul(2),
            }
        }
    }

    /// The whole part, the fraction, and how many units of the fraction's last place it is off at most. `None` if the
    /// whole part takes more than 128 bits.
    fn split(self) -> Option<(u128, Words, Words)> {
        let bits = self.exponent.unsigned_abs();
        if self.exponent > 128 {
            None
        } else if self.exponent > 0 {
            let whole = low(right(self.mantissa, 256u32.saturating_sub(bits)));
            Some((whole, left(self.mantissa, bits), left(words(self.error), bits)))
        } else {
            // One unit for each of the two remainders that go.
            let error = add(right(words(self.error), bits), [2, 0, 0, 0]);
            Some((0, right(self.mantissa, bits), error))
        }
    }

    /// The whole number next to it. `exact(numerator, twos)` says whether the true value is exactly
    /// `numerator / 2^twos` units, where `twos` is 0 or 1.
    fn rounded(self, round: Round, exact: impl FnOnce(u128, u32) -> bool) -> Result<u128, MathError> {
        let (whole, fraction, error) = self.split().ok_or(MathError::Overflow)?;
        // Nearest is Down of a half more.
        let (shift, half) = match round {
            Round::Nearest => (HALF, 1),
            Round::Down | Round::Up => ([0; 4], 0),
        };
        let (fraction, over) = carrying_add(fraction, shift);
        let whole = whole.checked_add(u128::from(over)).ok_or(MathError::Overflow)?;
        let (_, above) = carrying_add(fraction, error);
        let next = || whole.checked_add(1).ok_or(MathError::Overflow);
        if !above && !less(fraction, error) {
            return match round {
                Round::Down | Round::Nearest => Ok(whole),
                Round::Up => next(),
            };
        }
        let boundary = if above { next()? } else { whole };
        let numerator = boundary
            .checked_mul(1 << half)
            .and_then(|double| double.checked_sub(u128::from(half)));
        if numerator.is_some_and(|numerator| exact(numerator, half)) {
            return Ok(boundary);
        }
        match round {
            Round::Down => Ok(boundary.saturating_sub(1)),
            Round::Nearest => Ok(whole),
            Round::Up => boundary.checked_add(1).ok_or(MathError::Overflow),
        }
    }
}

/// The binary logarithm of `x / 1e18`, where `x` is neither 0 nor 1e18.
fn log2(x: u128) -> (Sign, Real) {
    let zeros = x.leading_zeros();
    // 1 with 127 binary places, then with 143, 169 and 207.
    let number = words(x.wrapping_shl(zeros));
    let (number, first) = reduce(number, 121, &FIRST);
    let (number, second) = reduce(number, 131, &SECOND);
    let (number, third) = reduce(number, 151, &THIRD);
    // The shift drops the 1.
    let rest = left(LOG2.alternating(left(number, 49)), 1);
    let fraction = add(add(first, second), add(third, rest));
    let borrow = less(fraction, LOG2_UNITS);
    let fraction = sub(fraction, LOG2_UNITS);
    // The exponent of `x`, 127 - zeros, less that of 1e18, which is 59.
    let whole = 68i32.saturating_sub_unsigned(zeros).saturating_sub(i32::from(borrow));
    let (sign, whole, fraction) = if whole < 0 {
        // -(whole + fraction) = (-whole - 1) + (1 - fraction)
        let more = fraction != [0; 4];
        (
            Sign::Minus,
            whole.unsigned_abs().saturating_sub(u32::from(more)),
            sub([0; 4], fraction),
        )
    } else {
        (Sign::Plus, whole.unsigned_abs(), fraction)
    };
    let real = if whole == 0 {
        // At most 60 zeros: the logarithm next to 0 is that of one unit less than 1.
        let zeros = leading_zeros(fraction);
        Real {
            mantissa: left(fraction, zeros),
            exponent: 0i32.saturating_sub_unsigned(zeros),
            error: LOG2_ERROR.wrapping_shl(zeros),
        }
    } else {
        let bits = 32u32.saturating_sub(whole.leading_zeros());
        Real {
            mantissa: add(
                right(fraction, bits),
                left(words(u128::from(whole)), 256u32.saturating_sub(bits)),
            ),
            exponent: 0i32.saturating_add_unsigned(bits),
            error: LOG2_ERROR,
        }
    };
    (sign, real)
}

/// One step of the reduction: the number times the factor that its 6 bits from place `bits` on choose (exactly), and
/// the logarithm that this adds.
fn reduce(number: Words, bits: u32, table: &[Factor; 64]) -> (Words, Words) {
    let [index, ..] = right(number, bits);
    let (factor, log2) = pick(table, index).unwrap_or_default();
    (scale(number, factor), log2)
}

/// 1e18 times 2 to the power of the real number, in whole units: see [`Real::rounded`].
fn exp2(sign: Sign, power: Real, round: Round, exact: impl FnOnce(u128, u32) -> bool) -> Result<FixedU128, MathError> {
    // From 2^7 on: the result overflows, or is below 2^-68 units.
    let Some((whole, fraction, error)) = (power.exponent <= 7).then(|| power.split()).flatten() else {
        return match (sign, round) {
            (Sign::Plus, _) => Err(MathError::Overflow),
            (Sign::Minus, Round::Down | Round::Nearest) => Ok(FixedU128::from_inner(0)),
            (Sign::Minus, Round::Up) => Ok(FixedU128::from_inner(1)),
        };
    };
    let whole = i32::try_from(whole).map_err(|_| MathError::Overflow)?;
    let (whole, fraction) = match sign {
        Sign::Plus => (whole, fraction),
        Sign::Minus => {
            let more = i32::from(fraction != [0; 4]);
            (whole.saturating_add(more).saturating_neg(), sub([0; 4], fraction))
        }
    };
    let [f0, f1, f2, f3] = fraction;
    let rough = pick(&ROUGH, f3 >> 58).unwrap_or_default();
    let fine = pick(&FINE, f3 >> 52).unwrap_or_default();
    let rest = EXP2.growing([f0, f1, f2, f3 & (u64::MAX >> 12)]);
    // All rounded down: it stays below 1.
    let mantissa = add(rough, mul4(rough, fine));
    let mantissa = add(mantissa, mul4(mantissa, rest));
    let result = Real {
        mantissa,
        exponent: whole.saturating_add(1),
        // The slope of 2^(f - 1) is below 1.
        error: low(error).saturating_add(EXP2_ERROR),
    };
    result.times(UNITS).rounded(round, exact).map(FixedU128::from_inner)
}

/// The coefficients of a power series without its constant, from the first power on. The higher ones with fewer words:
/// the variable is small.
struct Series {
    four: &'static [Words],
    three: &'static [[u64; 3]],
    two: &'static [[u64; 2]],
    one: &'static [u64],
}

impl Series {
    /// `a1 x + a2 x^2 + a3 x^3 + ...`
    fn growing(&self, x: Words) -> Words {
        self.horner::<false>(x)
    }

    /// `a1 x - a2 x^2 + a3 x^3 - ...`
    fn alternating(&self, x: Words) -> Words {
        self.horner::<true>(x)
    }

    /// Horner's rule. With `ALTERNATING`, every term is subtracted from the one before; it is the smaller one.
    fn horner<const ALTERNATING: bool>(&self, x: Words) -> Words {
        let [_, x1, x2, x3] = x;
        let mut sum = 0;
        for a in self.one.iter().rev() {
            [sum] = join::<1, ALTERNATING>([*a], [mul1(x3, sum)]);
        }
        let mut sum = [0, sum];
        for a in self.two.iter().rev() {
            sum = join::<2, ALTERNATING>(*a, mul2([x2, x3], sum));
        }
        let [s0, s1] = sum;
        let mut sum = [0, s0, s1];
        for a in self.three.iter().rev() {
            sum = join::<3, ALTERNATING>(*a, mul3([x1, x2, x3], sum));
        }
        let [s0, s1, s2] = sum;
        let mut sum = [0, s0, s1, s2];
        for a in self.four.iter().rev() {
            sum = join::<4, ALTERNATING>(*a, mul4(x, sum));
        }
        mul4(x, sum)
    }
}

/// `a - b` in an alternating series, `a + b` in another.
fn join<const N: usize, const ALTERNATING: bool>(a: [u64; N], b: [u64; N]) -> [u64; N] {
    if ALTERNATING {
        sub(a, b)
    } else {
        add(a, b)
    }
}

/// The entry that the lowest 6 bits of `index` choose: it exists.
fn pick<T: Copy>(table: &[T; 64], index: u64) -> Option<T> {
    table.get(usize::try_from(index & 63).ok()?).copied()
}

/// Whether the fraction `a` is less than `b`.
fn less(a: Words, b: Words) -> bool {
    a.iter()
        .zip(b)
        .fold(false, |borrow, (a, b)| a.borrowing_sub(b, borrow).1)
}

/// `a + b`, and whether it leaves four words.
fn carrying_add(a: Words, b: Words) -> (Words, bool) {
    let sum = add(a, b);
    (sum, less(sum, a))
}

/// A power whose value may be rational: `(odd * 2^twos * 5^fives)^(p / q)`, with `p / q` in lowest terms.
///
/// A rational value requires that the base is a `q`-th power. It has at most 128 bits over a divisor of 1e18, and is
/// not 1, so `q` is below 128. The value is then the `p`-th power of that root; to fit 128 bits over a divisor of 2e18,
/// `p` is below 128 too.
struct Power {
    base: Factors,
    p: u32,
    q: u32,
}

impl Power {
    /// `(base / 1e18)^(exponent / 1e18)`, neither of which is 0; `None` if `p` or `q` is 128 or more.
    fn of(base: u128, exponent: u128) -> Option<Self> {
        let Factors { odd, twos, fives } = Factors::of(exponent);
        // exponent / 1e18 = odd * 2^(twos - 18) * 5^(fives - 18)
        let (above, below) = (twos.saturating_sub(18), 18u32.saturating_sub(twos));
        let (more, less) = (fives.saturating_sub(18), 18u32.saturating_sub(fives));
        let power = |twos: u32, fives: u32| 2u32.checked_pow(twos)?.checked_mul(5u32.checked_pow(fives)?);
        let p = u32::try_from(odd).ok()?.checked_mul(power(above, more)?)?;
        let q = power(below, less)?;
        let base = Factors::of(base);
        (p < 128 && q < 128).then_some(Self { base, p, q })
    }

    /// Whether it is exactly `numerator / 2^twos / 1e18`. By unique factorisation: `base^p = value^q` holds for the
    /// exponents of two and of five and for what is left.
    fn is(&self, numerator: u128, twos: u32) -> bool {
        if numerator == 0 {
            return false;
        }
        let value = Factors::of(numerator);
        let balanced = |base: u32, value: u32, unit: u32| {
            let (base, value) = (i64::from(base), i64::from(value));
            let (base, value) = (base.checked_sub(18), value.checked_sub(i64::from(unit)));
            base.and_then(|base| base.checked_mul(i64::from(self.p)))
                == value.and_then(|value| value.checked_mul(i64::from(self.q)))
        };
        balanced(self.base.twos, value.twos, twos.saturating_add(18))
            && balanced(self.base.fives, value.fives, 18)
            && same_powers(self.base.odd, self.p, value.odd, self.q)
    }
}

/// Whether `a^p = b^q`, where neither exponent is 0. As in Euclid's algorithm for the exponents: if `p = k q + r`, the
/// equation says that `a^k` divides `b` and that `a^r = (b / a^k)^q`.
fn same_powers(mut a: u128, mut p: u32, mut b: u128, mut q: u32) -> bool {
    while p > 0 && a > 1 && b > 1 {
        if p < q {
            (a, p, b, q) = (b, q, a, p);
        }
        let whole = p.checked_div(q).unwrap_or_default();
        let Some(power) = a.checked_pow(whole) else {
            return false;
        };
        let quotient = b.checked_div(power).unwrap_or_default();
        if quotient.wrapping_mul(power) != b {
            return false;
        }
        (b, p) = (quotient, p.checked_rem(q).unwrap_or_default());
    }
    (a == 1 || p == 0) && b == 1
}

/// `odd * 2^twos * 5^fives`, where `odd` is divisible by neither.
struct Factors {
    odd: u128,
    twos: u32,
    fives: u32,
}

impl Factors {
    /// The factors of `number`, which is not 0.
    fn of(number: u128) -> Self {
        /// The inverse of 5 among the whole numbers modulo 2^128: it turns multiples of 5 into their fifths, and all
        /// others into numbers above a fifth of 2^128.
        const FIFTH: u128 = u128::MAX / 5 * 4 + 1;
        let twos = number.trailing_zeros();
        let mut odd = number.wrapping_shr(twos);
        let mut fives = 0u32;
        loop {
            let fifth = odd.wrapping_mul(FIFTH);
            if odd == 0 || fifth > u128::MAX / 5 {
                return Self { odd, twos, fives };
            }
            (odd, fives) = (fifth, fives.saturating_add(1));
        }
    }
}
