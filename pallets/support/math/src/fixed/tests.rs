// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The constants, each derived in another way than `generate.py` takes, and the parts that no input reaches at will.

use super::*;
use crate::wide;
use primitive_types::{U256, U512};

/// The binary logarithm of `mantissa / 2^255`, a number in [1, 2): digit by digit, squaring. At most 8 units too small.
fn log2_by_squaring(mut mantissa: U256) -> U256 {
    assert!(mantissa.bit(255));
    let mut digits = U256::zero();
    for _ in 0..256 {
        let square = mantissa.full_mul(mantissa);
        let two = square.bit(511);
        mantissa = U256::try_from(square >> if two { 256 } else { 255 }).expect("below 2^256");
        digits = digits << 1 | U256::from(u8::from(two));
    }
    digits
}

/// `a` and `b` are at most `units` apart.
#[track_caller]
fn close(a: impl Into<U512>, b: impl Into<U512>, units: u64) {
    let (a, b) = (a.into(), b.into());
    assert!(a.max(b) - a.min(b) <= U512::from(units), "{a:x} {b:x}");
}

/// `log2 e`, in units of 2^-256, from the sum of the inverse factorials.
fn log2_e() -> U512 {
    let mut term = U512::one() << 400;
    let mut e = term;
    for n in 1..100 {
        term /= n;
        e += term;
    }
    (U512::one() << 256) + log2_by_squaring(U256::try_from(e >> (400 - 254)).expect("e / 2 is below 2"))
}

#[test]
fn the_constants_are_what_their_names_say() {
    close(U256(LOG2_UNITS), log2_by_squaring(U256::from(ONE) << (255 - 59)), 8);
    close(U256(UNIT).full_mul(U256::from(ONE)), U512::one() << (59 + 256), 1 << 60);
    close(U256(LOG2E_UNIT).full_mul(U256::from(ONE)) >> 59, log2_e(), 16);
    // ln 2 * log2 e = 1
    close(
        U256(LN2_UNITS).full_mul(U256(LOG2E_UNIT)) >> 250,
        U512::one() << (511 - 250),
        1 << 8,
    );
    assert_eq!(U512::from(U256(UNITS.mantissa)), U512::from(ONE) << (256 - 60));
}

#[test]
fn the_factors_are_just_above_the_inverses_and_stand_beside_their_logarithms() {
    for (table, window, places) in [(&FIRST, 6, 16), (&SECOND, 12, 26), (&THIRD, 18, 38)] {
        for (i, &(factor, log2)) in (0u64..).zip(table) {
            assert_eq!(factor, ((1u64 << places) << window).div_ceil((1 << window) + i), "{i}");
            if i == 0 {
                assert_eq!(log2, [0; 4]);
            } else {
                // log2(2^places / factor) = 1 - log2(2 * factor / 2^places)
                let inverse = log2_by_squaring(U256::from(factor) << (256 - places));
                close(U256(log2), U256::zero().overflowing_sub(inverse).0, 8);
            }
        }
    }
}

#[test]
fn the_powers_of_two_have_their_logarithms() {
    for (i, (&rough, &fine)) in (0u64..).zip(ROUGH.iter().zip(&FINE)) {
        if i == 0 {
            assert_eq!((rough, fine), (HALF, [0; 4]));
        } else {
            close(log2_by_squaring(U256(rough)), U256::from(i) << 250, 10);
            close(
                log2_by_squaring((U256::one() << 255) + (U256(fine) >> 1)),
                U256::from(i) << 244,
                10,
            );
        }
    }
}

#[test]
fn the_coefficients_follow_from_each_other() {
    /// All with four words, and how many units of those each is cut to.
    fn all(series: &Series) -> Vec<(U512, U512)> {
        let four = series.four.iter().map(|&a| (a, 0));
        let three = series.three.iter().map(|&[a, b, c]| ([0, a, b, c], 64));
        let two = series.two.iter().map(|&[a, b]| ([0, 0, a, b], 128));
        let one = series.one.iter().map(|&a| ([0, 0, 0, a], 192));
        four.chain(three)
            .chain(two)
            .chain(one)
            .map(|(a, bits)| (U256(a).into(), U512::one() << bits))
            .collect()
    }

    let (log2, exp2) = (all(&LOG2), all(&EXP2));
    assert_eq!((log2.len(), exp2.len()), (13, 16));
    close(log2[0].0, log2_e() >> 1, 8);
    for (n, (a, unit)) in (1u64..).zip(&log2) {
        // 1 / (2 n ln 2), cut: n times it is up to n units below the first.
        assert!(*a * n <= log2[0].0 && log2[0].0 < (*a + *unit + 1) * n, "{n}");
    }
    let ln2 = exp2[0].0;
    close((ln2 * log2[0].0) >> 250, U512::one() << (511 - 250), 1 << 8);
    let mut true_one = ln2;
    for (n, (a, unit)) in (1u64..).zip(&exp2) {
        if n > 1 {
            true_one = ((true_one * ln2) >> 256) / n;
        }
        assert!(*a <= true_one + 4 && true_one < *a + *unit + 4, "{n}");
    }
}

#[test]
fn the_reduction_ends_between_one_and_two_to_the_minus_eighteen_more() {
    let one = U256::one() << 207;
    for &(first, _) in &FIRST {
        for &(second, _) in &SECOND {
            for k in 0..64u64 {
                // The number that the first two factors bring to a boundary of the third, and its neighbours.
                let boundary = (U256::one() << 169) + (U256::from(k) << 151);
                let number = boundary / (U256::from(first) * U256::from(second));
                for number in [number - 1, number, number + 1] {
                    if number.bits() != 128 {
                        continue;
                    }
                    let (reduced, _) = reduce(number.0, 121, &FIRST);
                    let (reduced, _) = reduce(reduced, 131, &SECOND);
                    let (reduced, _) = reduce(reduced, 151, &THIRD);
                    assert!(
                        U256(reduced) >= one && U256(reduced) - one < U256::one() << 189,
                        "{number}"
                    );
                }
            }
        }
    }
}

#[test]
fn products_leave_out_less_than_they_say() {
    let mut seed = 1u64;
    let mut word = || {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        [seed, u64::MAX, u64::MAX - (seed >> 40), 0][usize::try_from(seed >> 60).expect("small") % 4]
    };
    for _ in 0..20_000 {
        let (a, b) = ([word(), word(), word(), word()], [word(), word(), word(), word()]);
        let exact = |n: usize| {
            let cut = |words: Words| (0..n).fold(U512::zero(), |sum, i| sum + (U512::from(words[i]) << (64 * i)));
            (cut(a) * cut(b)) >> (64 * n)
        };
        let ([a0, a1, a2, _], [b0, b1, b2, _]) = (a, b);
        let number = |words: &[u64]| {
            words
                .iter()
                .rev()
                .fold(U512::zero(), |sum, &word| sum << 64 | word.into())
        };
        for (n, product) in [
            (1, number(&[mul1(a0, b0)])),
            (2, number(&mul2([a0, a1], [b0, b1]))),
            (3, number(&mul3([a0, a1, a2], [b0, b1, b2]))),
            (4, number(&mul4(a, b))),
        ] {
            assert!(
                product <= exact(n) && exact(n) - product < U512::from(n),
                "{n} {a:x?} {b:x?}"
            );
        }
        assert_eq!(wide::product_of_halves(a0, b0, a1, b1), a0.carrying_mul_add(b0, a1, b1));
        let bits = u32::try_from(a0 % 260).expect("small");
        assert_eq!(U256(left(b, bits)), U256(b) << bits);
        assert_eq!(U256(right(b, bits)), U256(b) >> bits);
        assert_eq!(U256(scale(a, b0)), U256(a).overflowing_mul(b0.into()).0);
        assert_eq!(U256(wide::add(a, b)), U256(a).overflowing_add(U256(b)).0);
        assert_eq!(U256(wide::sub(a, b)), U256(a).overflowing_sub(U256(b)).0);
        assert_eq!(less(a, b), U256(a) < U256(b));
    }
}

/// `halves / 2` and `more` units of the mantissa's last place, known to 2^64 of those.
fn about(halves: u128, more: i128) -> Real {
    let mut real = Real::whole(halves);
    let by = words(more.unsigned_abs());
    real.mantissa = if more < 0 {
        sub(real.mantissa, by)
    } else {
        add(real.mantissa, by)
    };
    real.exponent -= 1;
    real.error = 1 << 64;
    real
}

#[test]
fn a_boundary_within_the_error_is_asked_for_and_otherwise_kept_to_the_safe_side() {
    let (near, far) = (1 << 63, 1 << 65);
    // (half units, more, rounding, question if it is asked for, result if the answer is yes, and if it is no)
    for (halves, more, round, asked, exact, safe) in [
        (14, 0, Round::Down, Some((7, 0)), 7, 6),
        (14, 0, Round::Up, Some((7, 0)), 7, 8),
        (14, -near, Round::Down, Some((7, 0)), 7, 6),
        (14, -near, Round::Up, Some((7, 0)), 7, 8),
        (14, near, Round::Down, Some((7, 0)), 7, 6),
        (14, near, Round::Up, Some((7, 0)), 7, 8),
        (14, near, Round::Nearest, None, 7, 7),
        (14, -near, Round::Nearest, None, 7, 7),
        (15, 0, Round::Nearest, Some((15, 1)), 8, 8),
        (15, -near, Round::Nearest, Some((15, 1)), 8, 7),
        (15, near, Round::Nearest, Some((15, 1)), 8, 8),
        (15, -far, Round::Nearest, None, 7, 7),
        (15, far, Round::Nearest, None, 8, 8),
        (15, 0, Round::Down, None, 7, 7),
        (15, 0, Round::Up, None, 8, 8),
        (14, far, Round::Down, None, 7, 7),
        (14, far, Round::Up, None, 8, 8),
        (14, -far, Round::Down, None, 6, 6),
        (14, -far, Round::Up, None, 7, 7),
    ] {
        for (answer, result) in [(true, exact), (false, safe)] {
            let mut question = None;
            let rounded = about(halves, more).rounded(round, |numerator, twos| {
                question = Some((numerator, twos));
                answer
            });
            assert_eq!(
                (rounded, question),
                (Ok(result), asked),
                "{halves} {more} {round:?} {answer}"
            );
        }
    }
}

#[test]
fn no_number_above_the_largest_is_rounded_into_it() {
    let real = |mantissa: U256, exponent| Real {
        mantissa: mantissa.0,
        exponent,
        error: 1,
    };
    let most = real(U256::MAX << 64, 128);
    assert_eq!(most.rounded(Round::Down, |_, _| false), Ok(u128::MAX));
    for round in [Round::Nearest, Round::Up] {
        assert_eq!(most.rounded(round, |_, _| false), Err(MathError::Overflow));
    }
    for more in [
        real(U256::MAX, 128),
        real(U256::one() << 255, 129),
        real(U256::MAX, i32::MAX),
    ] {
        for round in [Round::Down, Round::Nearest, Round::Up] {
            assert_eq!(more.rounded(round, |_, _| true), Err(MathError::Overflow));
        }
    }
}

#[test]
fn rational_powers_are_recognised_and_nothing_else() {
    let half = ONE / 2;
    let is = |base, exponent, numerator, twos| Power::of(base, exponent).map(|power| power.is(numerator, twos));
    assert_eq!(is(4 * ONE, half, 2 * ONE, 0), Some(true));
    assert_eq!(is(4 * ONE, half, 2 * ONE + 1, 0), Some(false));
    assert_eq!(is(4 * ONE, half, 0, 0), Some(false));
    assert_eq!(is(half, 19 * ONE, ONE >> 18, 1), Some(true));
    assert_eq!(is(half, 19 * ONE, (ONE >> 18) + 2, 1), Some(false));
    assert_eq!(is(27 * ONE, 2 * ONE, 729 * ONE, 0), Some(true));
    // 1024^1.9 = 2^19, 5^(1/25) is not rational, 9^1.5 = 27, 0.09^1.5 = 0.027
    assert_eq!(is(1024 * ONE, 19 * ONE / 10, ONE << 19, 0), Some(true));
    assert_eq!(is(5 * ONE, ONE / 25, ONE, 0), Some(false));
    assert_eq!(is(9 * ONE, 3 * half, 27 * ONE, 0), Some(true));
    assert_eq!(is(ONE / 100 * 9, 3 * half, ONE / 1000 * 27, 0), Some(true));
    // 6^2 = 36, and 6^2 is not 4 * 27 / 3, whose odd part is a power of 3 too.
    assert_eq!(is(6 * ONE, 2 * ONE, 36 * ONE, 0), Some(true));
    assert_eq!(is(6 * ONE, 2 * ONE, 12 * ONE, 0), Some(false));
    // More than a rational power can be.
    assert_eq!(is(2 * ONE, 128 * ONE, 1, 0), None);
    assert_eq!(is(2 * ONE, 1, 1, 0), None);
    assert_eq!(is(2 * ONE, u128::MAX, 1, 0), None);
}

#[test]
fn powers_of_odd_numbers_are_compared_without_computing_them() {
    for (a, p, b, q) in [
        (1, 5, 1, 3),
        (3, 4, 9, 2),
        (9, 2, 3, 4),
        (27, 2, 9, 3),
        (3, 80, 3u128.pow(80), 1),
    ] {
        assert!(same_powers(a, p, b, q), "{a}^{p} = {b}^{q}");
    }
    for (a, p, b, q) in [
        (1, 5, 3, 1),
        (3, 1, 1, 5),
        (3, 4, 9, 3),
        (21, 2, 9, 2),
        (3, 2, 27, 1),
        (9, 1, 3, 1),
    ] {
        assert!(!same_powers(a, p, b, q), "{a}^{p} != {b}^{q}");
    }
}
