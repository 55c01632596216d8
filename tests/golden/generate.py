#!/usr/bin/env python3
# Copyright (C) Finch maintainers.
# SPDX-License-Identifier: Apache-2.0
"""The reference values of `ln`, `exp` and `pow`, and the constants of their implementation.

    generate.py vectors    writes ln.csv, exp.csv and pow.csv beside this file
    generate.py tables     writes pallets/support/math/src/fixed/tables.rs
"""

import random
import sys
from math import gcd, isqrt
from pathlib import Path

from mpmath import floor, ln, mp, mpf
from mpmath import exp as e_to

HERE = Path(__file__).resolve().parent
TABLES = HERE.parent.parent / "pallets/support/math/src/fixed/tables.rs"

ONE = 10**18
MAX = 2**128 - 1

# Three times the 50 digits that count: results have up to 39 digits, and near ties need what is left.
mp.dps = 160
# Closer than this to a whole or half number is either exact, and proved so, or a reason to stop.
CLOSE = mpf(10) ** -80


# ----------------------------------------------------------------------------------------------------- rounding


def directions(value, half_steps=None):
    """Floor, nearest (halves up) and ceiling of `value`. `half_steps(n)` says whether `value` is exactly n / 2."""
    double = int(floor(2 * value + mpf(1) / 2))
    if abs(2 * value - double) < CLOSE:
        if half_steps is None or not half_steps(double):
            raise ValueError("too close to tell: more digits are needed")
        return double // 2, (double + 1) // 2, (double + 1) // 2
    down = int(floor(value))
    return down, int(floor(value + mpf(1) / 2)), down + 1


def true_ln(x):
    return mpf(ONE) * ln(mpf(x) / ONE)


def true_exp(x):
    return mpf(ONE) * e_to(mpf(x) / ONE)


def true_pow(base, exponent):
    return mpf(ONE) * e_to(mpf(exponent) / ONE * ln(mpf(base) / ONE))


def ln_row(x):
    return directions(true_ln(x), lambda n: x == ONE and n == 0)


def exp_row(x):
    return directions(true_exp(x), lambda n: x == 0 and n == 2 * ONE)


def pow_row(base, exponent):
    if exponent == 0:
        return (ONE, ONE, ONE)
    if base == 0:
        return (0, 0, 0)

    def exact(n):
        common = gcd(exponent, ONE)
        p, q = exponent // common, ONE // common
        if base == ONE:
            return n == 2 * ONE
        # Powers beyond these have no rational result here; whole numbers decide the rest.
        return p <= 200 and q <= 200 and base**p * (2 * ONE) ** q == n**q * ONE**p

    return directions(true_pow(base, exponent), exact)


# ------------------------------------------------------------------------------------------------------ vectors


def lean(rows):
    """The given rows without repetitions, in order."""
    return sorted(set(rows))


def nearest_ties(candidates, true, keep):
    """Those of the candidates whose true values lie closest to a whole or half number."""

    def distance(candidate):
        double = 2 * true(*candidate)
        gap = abs(double - floor(double + mpf(1) / 2))
        return gap if gap > CLOSE else mpf(1)

    with mp.workdps(80):
        return sorted(candidates, key=distance)[:keep]


def ln_inputs(dice):
    inputs = [1, 2, 3, MAX, MAX - 1, MAX - 2, ONE, 10 * ONE, 100 * ONE, 2 * ONE, ONE // 2]
    # Around one the result is nearly the distance to one; around the roots of a half the second term is a tie.
    inputs += [ONE + d * s for d in (1, 2, 3, 5, 10**3, 10**6, 10**9, 2 * 10**9, 10**12, 10**15) for s in (1, -1)]
    inputs += [ONE + s * 10**9 * k for k in range(3, 23) for s in (1, -1)]
    for bit in range(128):
        inputs += [2**bit, 2**bit + 1, 2**bit - 1]
    inputs += [10**k for k in range(39)]
    # The edges of the steps of the reduction.
    for i in range(64):
        top = (64 + i) << dice.randrange(0, 121)
        inputs += [top, top - 1]
    inputs += [dice.getrandbits(dice.randrange(1, 129)) for _ in range(220)]
    # The numbers whose logarithm is closest to a whole or half step.
    for _ in range(60):
        half = dice.randrange(40 * ONE, 94 * ONE)
        near = int(floor(true_exp(mpf(half) / 2)))
        inputs += [near, near + 1]
    return lean(x for x in inputs if 0 < x <= MAX)


def exp_inputs(dice):
    highest = int(floor(true_ln(MAX)))
    lowest = int(floor(true_ln(mpf(1) / 2)))
    inputs = [0, highest, highest + 1, highest + 2, lowest, lowest + 1, lowest - 1, 47 * ONE, 48 * ONE, 100 * ONE]
    inputs += [highest - k for k in range(1, 12)]
    inputs += [int(floor(true_ln(k))) + d for k in (1, 2, 3, mpf(3) / 2, mpf(5) / 2) for d in (-1, 0, 1, 2)]
    inputs += [-43 * ONE, -42 * ONE, -50 * ONE, -64 * ONE, -100 * ONE, 2**127 - 1, -(2**127)]
    inputs += [s * d for d in (1, 2, 3, 5, 10**3, 10**6, 10**9, 2 * 10**9, 10**12, 10**15) for s in (1, -1)]
    inputs += [s * 10**9 * k for k in range(3, 23) for s in (1, -1)]
    inputs += [k * ONE for k in range(-42, 48)]
    # Powers of two and the edges of the steps of the reduction.
    for k in range(-61, 69):
        inputs += [int(floor(k * ONE * ln(2))), int(floor(k * ONE * ln(2))) + 1]
    for i in range(64):
        inputs += [int(floor((i + 64 * dice.randrange(-40, 66)) * ONE * ln(2) / 64)) + 1]
    inputs += [dice.randrange(-43 * ONE, highest) for _ in range(250)]
    inputs += [dice.choice((1, -1)) * dice.getrandbits(dice.randrange(1, 65)) for _ in range(60)]
    ties = [(dice.randrange(20 * ONE, highest),) for _ in range(6000)]
    inputs += [x for (x,) in nearest_ties(ties, true_exp, 30)]
    return lean(inputs)


def pow_inputs(dice):
    inputs = [(0, 0), (0, 1), (0, ONE), (0, MAX), (1, 0), (MAX, 0), (ONE, 0), (ONE, 1), (ONE, MAX), (ONE, 12345)]
    inputs += [(MAX, ONE), (MAX, ONE - 1), (MAX, ONE + 1), (MAX, 1), (MAX, MAX), (1, ONE), (1, 1), (1, MAX)]
    inputs += [(ONE + 1, MAX), (ONE - 1, MAX), (ONE + 1, 47 * ONE * ONE), (ONE - 1, 41 * ONE * ONE)]
    inputs += [(ONE + 1, 47276807437780177293 * 10**18 + k) for k in range(4)]
    # Whole exponents, exact results, exact halves: (n / 2)^19 is the only way to one.
    for base in (2, 3, 5, 7, 10, 11, 12):
        inputs += [(base * ONE, k * ONE) for k in range(1, 70, 4)]
    inputs += [(k * ONE // 2, 19 * ONE) for k in range(1, 24)]
    inputs += [(ONE // 4, 19 * ONE // 2), (ONE // 16, 19 * ONE // 4), (ONE // 1024, 19 * ONE // 10)]
    inputs += [(ONE // 2, k * ONE) for k in range(1, 63, 3)]
    inputs += [(ONE // 10, k * ONE) for k in range(1, 20, 2)]
    # Roots: of perfect powers, and of their neighbours.
    for root in (2, 4, 5, 8, 10, 16, 20, 25, 32, 40, 50, 64):
        for seed in (2, 3, 7, 10):
            number = seed**root * ONE
            for x in (number - 1, number, number + 1):
                if x <= MAX:
                    inputs += [(x, ONE // root), (x, 3 * ONE // root)]
    for digits in (3, 10, 20, 27):
        for _ in range(5):
            side = dice.randrange(10 ** (digits - 1), 10**digits)
            inputs += [(side * side * ONE + d, ONE // 2) for d in (-1, 0, 1) if side * side * ONE + d <= MAX]
    # Square roots next to a whole or half step: x * 1e18 next to a square.
    for _ in range(40):
        side = isqrt(dice.randrange(2**120, MAX) * ONE)
        inputs += [(side * side // ONE, ONE // 2), (side * side // ONE + 1, ONE // 2)]
    # Squares and cubes of numbers with a tail; terms that cancel.
    for _ in range(40):
        inputs += [(dice.randrange(1, 18 * 10**9) * ONE + dice.randrange(ONE), 2 * ONE)]
        inputs += [(dice.randrange(1, 6 * 10**6) * ONE + dice.randrange(ONE), 3 * ONE)]
    inputs += [(ONE + a, b * ONE - c) for a in (1, 2) for b in (1, 2, 3, 4, 5) for c in range(0, 12)]
    inputs += [(ONE - 1, b * ONE + c) for b in (1, 2, 3) for c in range(0, 4)]
    inputs += [(ONE + 10**9 * a, 10**9 * b) for a in (1, 3) for b in (1, 5)]
    # The largest results: base^exponent next to u128::MAX.
    top = true_ln(MAX)
    for _ in range(60):
        base = ONE + 1 + dice.getrandbits(dice.randrange(20, 128)) % (MAX - ONE)
        edge = int(floor(top / ln(mpf(base) / ONE)))
        inputs += [(base, min(MAX, edge + d)) for d in (-1, 0, 1)]
    # Anything that has a result.
    while len(inputs) < 1000:
        base, exponent = (dice.getrandbits(dice.randrange(1, 129)) for _ in range(2))
        if base > 0 and -45 < exponent * ln(mpf(base) / ONE) / ONE < 48:
            inputs.append((base, exponent))
    near = [(dice.getrandbits(128), dice.randrange(ONE)) for _ in range(3000)]
    inputs += nearest_ties(near, true_pow, 20)
    return lean(inputs)


def write_vectors():
    dice = random.Random(18)

    def write(name, header, rows):
        lines = [header]
        for inputs, (down, nearest, up) in rows:
            result = f"{down},{nearest - down},{up - down}" if -MAX <= down <= MAX else "overflow,,"
            lines.append(",".join(str(x) for x in inputs) + "," + result)
        (HERE / name).write_text("\n".join(lines) + "\n")
        print(name, len(rows), (HERE / name).stat().st_size)

    write("ln.csv", "x,floor,nearest,ceiling", [((x,), ln_row(x)) for x in ln_inputs(dice)])
    write("exp.csv", "x,floor,nearest,ceiling", [((x,), exp_safe(x)) for x in exp_inputs(dice)])
    write("pow.csv", "base,exponent,floor,nearest,ceiling", [(x, pow_safe(*x)) for x in pow_inputs(dice)])


def exp_safe(x):
    """`exp_row`, where the result is neither astronomical nor nothing."""
    return (0, 0, 1) if x < -100 * ONE else (MAX + 1,) * 3 if x > 90 * ONE else exp_row(x)


def pow_safe(base, exponent):
    """`pow_row`, where the result is neither astronomical nor nothing."""
    if base and exponent:
        power = mpf(exponent) / ONE * ln(mpf(base) / ONE)
        if power < -100:
            return (0, 0, 1)
        if power > 90:
            return (MAX + 1,) * 3
    return pow_row(base, exponent)


# ------------------------------------------------------------------------------------------------------- tables


def words(fraction, count=4):
    """The fraction (below 1), cut to `count` words of 64 bits, the lowest first."""
    number = int(floor(fraction * mpf(2) ** (64 * count)))
    assert 0 <= number < 2 ** (64 * count)
    return "[" + ", ".join(f"0x{number >> (64 * k) & (2**64 - 1):016x}" for k in range(count)) + "]"


def coefficients(name, what, fractions, bits):
    """The coefficients of the powers of a number below 2^-bits, each with as many words as still count."""
    # The power n lies below 2^(-n * bits): of its coefficient, 248 - n * bits binary digits count.
    lengths = [max(1, -(-(248 - bits * n) // 64)) for n in range(1, len(fractions) + 1)]
    lines = [f"/// {what}", f"pub(super) const {name}: Series = Series {{"]
    for count, field in ((4, "four"), (3, "three"), (2, "two"), (1, "one")):
        part = [words(f, count) for f, length in zip(fractions, lengths) if length == count]
        part = [word.strip("[]") for word in part] if count == 1 else part
        lines += [f"    {field}: &["] + [f"        {word}," for word in part] + ["    ],"]
    return lines + ["};", ""]


def write_tables():
    two = ln(2)
    lines = [
        "// Copyright (C) Finch maintainers.",
        "// SPDX-License-Identifier: Apache-2.0",
        "",
        "//! The constants of `ln`, `exp` and `pow`, written by `tests/golden/generate.py tables`. Fractions of 2^256,",
        "//! the lowest word first, rounded down. The tests beside this file derive each of them in another way.",
        "",
        "use super::{Factor, Series, Words};",
        "",
    ]

    def constant(name, what, fraction):
        lines.extend([f"/// {what}", f"pub(super) const {name}: Words = {words(fraction)};", ""])

    constant("LOG2_UNITS", "`log2(1e18) - 59`.", ln(ONE) / two - 59)
    constant("LN2_UNITS", "`ln(2) * 1e18 / 2^60`.", two * ONE / mpf(2) ** 60)
    constant("LOG2E_UNIT", "`log2(e) / 1e18 * 2^59`.", mpf(2) ** 59 / two / ONE)
    constant("UNIT", "`2^59 / 1e18`.", mpf(2) ** 59 / ONE)
    lines += coefficients(
        "LOG2",
        "`1 / (2 n ln 2)`: the halved coefficients of `log2(1 + x)`, without their signs.",
        [1 / (2 * n * two) for n in range(1, 14)],
        18,
    )
    power, exponential = mpf(1), []
    for n in range(1, 17):
        power *= two / n
        exponential.append(power)
    lines += coefficients("EXP2", "`ln(2)^n / n!`: the coefficients of `2^x - 1`.", exponential, 12)

    for name, what, shift, factor in (
        ("FIRST", "`c = ceil(2^16 / (1 + i/64))` and `log2(2^16 / c)`.", 16, lambda i: mpf(64) / (64 + i)),
        ("SECOND", "`c = ceil(2^26 / (1 + i/2^12))` and `log2(2^26 / c)`.", 26, lambda i: mpf(4096) / (4096 + i)),
        ("THIRD", "`c = ceil(2^38 / (1 + i/2^18))` and `log2(2^38 / c)`.", 38, lambda i: mpf(2**18) / (2**18 + i)),
    ):
        lines += [f"/// {what}", f"pub(super) const {name}: [Factor; 64] = ["]
        for i in range(64):
            c = -int(floor(-factor(i) * 2**shift))
            lines.append(f"    ({c}, {words(-ln(mpf(c) / 2**shift) / two)}),")
        lines += ["];", ""]
    for name, what, entry in (
        ("ROUGH", "`2^(i/64 - 1)`.", lambda i: mpf(2) ** (mpf(i) / 64 - 1)),
        ("FINE", "`2^(i/4096) - 1`.", lambda i: mpf(2) ** (mpf(i) / 4096) - 1),
    ):
        lines += [f"/// {what}", f"pub(super) const {name}: [Words; 64] = ["]
        lines += [f"    {words(entry(i))}," for i in range(64)]
        lines += ["];", ""]
    TABLES.write_text("\n".join(lines[:-1]) + "\n")


if __name__ == "__main__":
    {"vectors": write_vectors, "tables": write_tables}[sys.argv[1]]()
