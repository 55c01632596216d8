// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Fractions of two, three and four words, as far as [`crate::fixed`] needs them: no division, no loop over bits.
//!
//! Words stand the lowest first. A fraction of `N` words is their number divided by `2^(64 N)`; its unit is the last
//! place, `2^(-64 N)`.

use primitive_types::U256;

/// A fraction of four words, or a whole number below 2^256.
pub(crate) type Words = [u64; 4];

/// `a + b` without the carry.
pub(crate) fn add<const N: usize>(mut a: [u64; N], b: [u64; N]) -> [u64; N] {
    let mut carry = false;
    for (a, b) in a.iter_mut().zip(b) {
        (*a, carry) = a.carrying_add(b, carry);
    }
    a
}

/// `a - b` without the borrow.
pub(crate) fn sub<const N: usize>(mut a: [u64; N], b: [u64; N]) -> [u64; N] {
    let mut borrow = false;
    for (a, b) in a.iter_mut().zip(b) {
        (*a, borrow) = a.borrowing_sub(b, borrow);
    }
    a
}

/// `a * b + c + d`, the lower word first. WebAssembly has no instruction for the upper word: there the compiler calls a
/// function for products of 128 bits, which takes half as long again.
#[inline(always)]
fn product(a: u64, b: u64, c: u64, d: u64) -> (u64, u64) {
    if cfg!(target_family = "wasm") {
        product_of_halves(a, b, c, d)
    } else {
        a.carrying_mul_add(b, c, d)
    }
}

/// `a * b + c + d`, by the products of halves. No sum leaves a word: `(2^32 - 1)^2 + 2 * (2^32 - 1) = 2^64 - 1`.
#[inline(always)]
pub(crate) fn product_of_halves(a: u64, b: u64, c: u64, d: u64) -> (u64, u64) {
    const LOW: u64 = u64::MAX >> 32;
    let (a0, a1, b0, b1) = (a & LOW, a >> 32, b & LOW, b >> 32);
    let low = a0.wrapping_mul(b0).wrapping_add(c & LOW).wrapping_add(d & LOW);
    let cross = a0.wrapping_mul(b1).wrapping_add(c >> 32).wrapping_add(d >> 32);
    let middle = a1.wrapping_mul(b0).wrapping_add(low >> 32).wrapping_add(cross & LOW);
    let high = a1.wrapping_mul(b1).wrapping_add(cross >> 32).wrapping_add(middle >> 32);
    (middle << 32 | low & LOW, high)
}

/// The product of two fractions of one word: less than 1 unit too small.
pub(crate) fn mul1(a: u64, b: u64) -> u64 {
    product(a, b, 0, 0).1
}

/// The product of two fractions of two words: less than 2 units too small, for it leaves out one product of words.
pub(crate) fn mul2([a0, a1]: [u64; 2], [b0, b1]: [u64; 2]) -> [u64; 2] {
    let (low, c2) = product(a0, b1, 0, 0);
    let (_, carry) = product(a1, b0, low, 0);
    let (c2, c3) = product(a1, b1, c2, carry);
    [c2, c3]
}

/// The product of two fractions of three words: less than 3 units too small, for it leaves out three products of words.
pub(crate) fn mul3([a0, a1, a2]: [u64; 3], [b0, b1, b2]: [u64; 3]) -> [u64; 3] {
    let (low, c3) = product(a0, b2, 0, 0);
    let (low, carry) = product(a1, b1, low, 0);
    let (c3, c4) = product(a1, b2, c3, carry);
    let (_, carry) = product(a2, b0, low, 0);
    let (c3, carry) = product(a2, b1, c3, carry);
    let (c4, c5) = product(a2, b2, c4, carry);
    [c3, c4, c5]
}

/// The product of two fractions of four words: less than 4 units too small, for it leaves out six products of words.
pub(crate) fn mul4([a0, a1, a2, a3]: Words, [b0, b1, b2, b3]: Words) -> Words {
    let (low, c4) = product(a0, b3, 0, 0);
    let (low, carry) = product(a1, b2, low, 0);
    let (c4, c5) = product(a1, b3, c4, carry);
    let (low, carry) = product(a2, b1, low, 0);
    let (c4, carry) = product(a2, b2, c4, carry);
    let (c5, c6) = product(a2, b3, c5, carry);
    let (_, carry) = product(a3, b0, low, 0);
    let (c4, carry) = product(a3, b1, c4, carry);
    let (c5, carry) = product(a3, b2, c5, carry);
    let (c6, c7) = product(a3, b3, c6, carry);
    [c4, c5, c6, c7]
}

/// The whole number `a * b`, without what does not fit four words.
pub(crate) fn scale([a0, a1, a2, a3]: Words, b: u64) -> Words {
    let (c0, carry) = product(a0, b, 0, 0);
    let (c1, carry) = product(a1, b, carry, 0);
    let (c2, carry) = product(a2, b, carry, 0);
    [c0, c1, c2, a3.wrapping_mul(b).wrapping_add(carry)]
}

/// `a * 2^bits` without what leaves four words at the top.
pub(crate) fn left([a0, a1, a2, a3]: Words, bits: u32) -> Words {
    let [a0, a1, a2, a3] = match bits >> 6 {
        0 => [a0, a1, a2, a3],
        1 => [0, a0, a1, a2],
        2 => [0, 0, a0, a1],
        3 => [0, 0, 0, a0],
        _ => [0; 4],
    };
    let bits = bits & 63;
    let join = |high: u64, low: u64| high.wrapping_shl(bits) | (low >> 1).wrapping_shr(63 ^ bits);
    [join(a0, 0), join(a1, a0), join(a2, a1), join(a3, a2)]
}

/// `a / 2^bits`, rounded down.
pub(crate) fn right([a0, a1, a2, a3]: Words, bits: u32) -> Words {
    let [a0, a1, a2, a3] = match bits >> 6 {
        0 => [a0, a1, a2, a3],
        1 => [a1, a2, a3, 0],
        2 => [a2, a3, 0, 0],
        3 => [a3, 0, 0, 0],
        _ => [0; 4],
    };
    let bits = bits & 63;
    let join = |high: u64, low: u64| low.wrapping_shr(bits) | (high << 1).wrapping_shl(63 ^ bits);
    [join(a1, a0), join(a2, a1), join(a3, a2), join(0, a3)]
}

/// `a`, in four words.
pub(crate) fn words(a: u128) -> Words {
    U256::from(a).0
}

/// The lower two words of `a`.
pub(crate) fn low(a: Words) -> u128 {
    U256(a).low_u128()
}

/// How many of the highest bits are zero: 256 if all are.
pub(crate) fn leading_zeros(a: Words) -> u32 {
    U256(a).leading_zeros()
}
