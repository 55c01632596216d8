#!/usr/bin/env python3
# Copyright (C) Finch maintainers.
# SPDX-License-Identifier: Apache-2.0

"""Writes curves.txt: return-rate curves with their forward rates, growth factors, values and fair rates.

The formulas are applied as they stand in the documentation of `finch_math::curve`, in 50 digits (python3 -m pip install
mpmath). The random numbers are seeded: the same script writes the same file.

A line of the file is a list of integers in units of 1e-18, or of volume, after a letter:

    c tau rate price volume     a contract; a curve is one or more of them, in no order
    f forward ...               the forward rates of the curve
    q tau rate growth value fair
                                a time and a rate to quote, and what the curve says to it

Results are rounded down. Inputs are exact.
"""

import random
from pathlib import Path

from mpmath import exp, floor, ln, mp, mpf

mp.dps = 50
ONE = 10**18
YEAR = 365 * 86_400_000
MINUTE = 60_000

rng = random.Random(2609)


def years(milliseconds):
    return (milliseconds * ONE + YEAR // 2) // YEAR


def down(x):
    return int(floor(x * ONE))


def log_growth(contract):
    tau, rate, price, _ = contract
    return mpf(tau) / ONE * ln(1 + mpf(rate) / ONE) - ln(mpf(price) / ONE)


def nodes(contracts):
    """One (tau, ln growth) for each maturity: the mean weighted by volume, unweighted where nobody traded."""
    merged = []
    for tau in sorted({c[0] for c in contracts}):
        same = [c for c in contracts if c[0] == tau]
        weights = [c[3] for c in same] if any(c[3] for c in same) else [1] * len(same)
        mean = sum(w * log_growth(c) for w, c in zip(weights, same)) / sum(weights)
        merged.append((mpf(tau) / ONE, mean))
    return merged


def forwards(curve):
    before = [(mpf(0), mpf(0))] + curve[:-1]
    return [(b[1] - a[1]) / (b[0] - a[0]) for a, b in zip(before, curve)]


def growth(curve, tau):
    """Walks along the forward rates, as (0.2) defines them."""
    at, log = mpf(0), mpf(0)
    rates = forwards(curve)
    for (end, _), rate in zip(curve, rates):
        step = min(end, tau) - at
        if step <= 0:
            return exp(log)
        log += rate * step
        at += step
    return exp(log + rates[-1] * (tau - at))


def contract(milliseconds, rate, price, volume):
    return (years(milliseconds), int(rate * ONE), int(price * ONE), volume)


def priced(milliseconds, market, promised, volume):
    """A contract sold at the zero rate `market`, which may be negative."""
    tau = milliseconds / YEAR
    price = (1 + mpf(promised)) ** tau / exp(mpf(market) * tau)
    return contract(milliseconds, mpf(promised), price, volume)


def volume():
    return rng.randrange(1, 10 ** rng.randrange(1, 25))


def spread(count, shortest, longest):
    """Different maturities, evenly spread over the magnitudes."""
    times = set()
    while len(times) < count:
        times.add(int(shortest * (longest / shortest) ** rng.random()))
    return list(times)


def curves():
    # The worked example of docs/pricing.md.
    quarter = YEAR // 4
    yield [
        contract(quarter, mpf("0.12"), mpf("1.01"), 10**15),
        contract(2 * quarter, mpf("0.12"), mpf("1.015"), 10**15),
        contract(4 * quarter, mpf("0.13"), mpf("1.02"), 10**15),
    ]
    # At par: the fair rate is the promised one.
    yield [contract(YEAR, mpf("0.1"), 1, 1)]
    # One contract, from a minute to 40 years, above, at and below par.
    for milliseconds in (MINUTE, 3 * MINUTE, 3_600_000, 86_400_000, 30 * 86_400_000, YEAR, 10 * YEAR, 30 * YEAR, 40 * YEAR):
        for price in ("0.9", "0.999999", "1", "1.05"):
            yield [contract(milliseconds, mpf("0.08"), mpf(price), volume())]
    # Ordinary markets: rates of a few percent, terms of weeks to years.
    for _ in range(60):
        market = rng.uniform(0.02, 0.25)
        yield [
            priced(t, market + rng.uniform(-0.01, 0.01), rng.uniform(0, 0.3), volume())
            for t in spread(rng.randrange(2, 9), 7 * 86_400_000, 5 * YEAR)
        ]
    # Minutes, as on a development chain.
    for _ in range(25):
        yield [
            contract(t, rng.uniform(0, 0.5), mpf(1) + rng.uniform(-1e-3, 1e-3), volume())
            for t in spread(rng.randrange(1, 7), MINUTE, 60 * MINUTE)
        ]
    # Decades.
    for _ in range(20):
        yield [priced(t, rng.uniform(0.01, 0.12), rng.uniform(0, 0.15), volume()) for t in spread(5, YEAR, 40 * YEAR)]
    # Falling growth: negative forward rates, negative zero rates.
    for _ in range(25):
        yield [priced(t, rng.uniform(-0.3, 0.3), rng.uniform(0, 0.5), volume()) for t in spread(4, 86_400_000, 3 * YEAR)]
    # Equal maturities, with and without volume.
    for index in range(25):
        times = spread(3, 86_400_000, 2 * YEAR)
        traded = (lambda: 0) if index % 5 == 0 else volume
        yield [
            priced(rng.choice(times), rng.uniform(-0.05, 0.2), rng.uniform(0, 0.3), traded())
            for _ in range(rng.randrange(2, 9))
        ]
    # Neighbouring maturities: a millisecond apart.
    for _ in range(20):
        first = spread(1, 86_400_000, 2 * YEAR)[0]
        rate = rng.uniform(0.05, 0.15)
        yield [priced(first + n, rate + rng.uniform(-1e-9, 1e-9), 0.1, volume()) for n in range(rng.randrange(2, 5))]
    # Large numbers: a promise of 1,000 % and more, prices far from par.
    for _ in range(15):
        yield [
            contract(t, rng.uniform(1, 12), mpf(10) ** rng.uniform(-6, 3), volume()) for t in spread(3, YEAR // 10, 8 * YEAR)
        ]
    # Full curves.
    for shortest, longest in ((MINUTE, 40 * YEAR), (86_400_000, 10 * YEAR), (MINUTE, 86_400_000)):
        yield [priced(t, rng.uniform(0.03, 0.2), rng.uniform(0, 0.3), volume()) for t in spread(64, shortest, longest)]


def quotes(contracts, curve):
    """Before, at, between and after nodes."""
    first, last = min(c[0] for c in contracts), max(c[0] for c in contracts)
    times = [0, first // 3, rng.choice(contracts)[0], rng.randrange(first, last + 1), last + last // 4]
    for tau in times:
        rate = int(mpf(rng.uniform(0, 0.4)) * ONE)
        t, k = mpf(tau) / ONE, mpf(rate) / ONE
        factor = growth(curve, t)
        value = (1 + k) ** t / factor
        fair = factor ** (1 / t) - 1 if t else mpf(0)
        if max(factor, value, fair, 1 / factor) < 10**9 and abs(fair) < 10**9:
            yield (tau, rate, down(factor), down(value), down(fair))


def main():
    lines = []
    for contracts in curves():
        rng.shuffle(contracts)
        curve = nodes(contracts)
        lines += ["c " + " ".join(map(str, c)) for c in contracts]
        lines.append("f " + " ".join(str(down(rate)) for rate in forwards(curve)))
        lines += ["q " + " ".join(map(str, quote)) for quote in quotes(contracts, curve)]
    Path(__file__).with_name("curves.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
