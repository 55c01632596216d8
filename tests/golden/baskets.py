#!/usr/bin/env python3
# Copyright (C) Finch maintainers.
# SPDX-License-Identifier: Apache-2.0

"""Writes baskets.txt: universes of assets, which of them get a seat in the basket, and their weights.

The rule in words. Assets below the floor of market cap or of volume are dropped. The others are ranked by staking ratio
and by reward ratio, the highest first, equal ones sharing a rank (1, 2, 2, 4). The sum of both ranks is the score, the
lower the better. An incumbent keeps its seat unless a challenger's score is lower by more than the band. Equal ones are
told apart by market cap, then by id. Three are taken. Weights are the shares in the market cap, cut to parts of
1,000,000,000; what is missing goes to the largest fractions.

Exact fractions, Python's standard library. The random numbers are seeded: the same script writes the same file.

A line of the file is a list of integers after a letter. A universe is

    r cap volume band                               the two floors, the band
    a id cap volume staking reward incumbent        an asset, one line each, in no order; ratios in units of 1e-18
    m id ...                                        the members, the best first; fewer if fewer are eligible
    w weight ...                                    their weights
"""

import random
from fractions import Fraction
from functools import cmp_to_key
from pathlib import Path
from typing import NamedTuple

ONE = 10**18
WHOLE = 10**9
UNIVERSES = 1000

rng = random.Random(2609)


class Asset(NamedTuple):
    id: int
    cap: int
    volume: int
    staking: int
    reward: int
    incumbent: int


def ranks(values):
    """Competition ranks: a run of equal values gets the place of its first one."""
    places = {}
    for place, value in enumerate(sorted(values, reverse=True), start=1):
        places.setdefault(value, place)
    return [places[value] for value in values]


def members(floors, band, assets):
    """Duels: who of two comes first. All of them together put the eligible in a row."""
    left = [a for a in assets if not (a.cap < floors[0] or a.volume < floors[1])]
    by_staking = ranks([a.staking for a in left])
    by_reward = ranks([a.reward for a in left])
    score = {a.id: s + r for a, s, r in zip(left, by_staking, by_reward)}

    def duel(a, b):
        lead = score[b.id] - score[a.id]
        if a.incumbent and not b.incumbent:
            return 1 if -lead > band else -1
        if b.incumbent and not a.incumbent:
            return -1 if lead > band else 1
        return -lead or b.cap - a.cap or a.id - b.id

    return sorted(left, key=cmp_to_key(duel))[:3]


def weights(caps):
    """Hands out part by part what the cut shares leave, to the one that lacks most."""
    shares = [Fraction(cap * WHOLE, sum(caps)) for cap in caps]
    given = [share.numerator // share.denominator for share in shares]
    for _ in range(WHOLE - sum(given)):
        lacks = [share - parts for share, parts in zip(shares, given)]
        given[lacks.index(max(lacks))] += 1
    return given


def drawn(count, draw):
    return [draw() for _ in range(count)]


def values(kind, count):
    """Caps, volumes, staking ratios and reward ratios of `count` assets."""
    if kind == "ties":
        # Few different values of everything: shared ranks, equal scores, equal caps, assets on the very floor.
        few = rng.randint(1, 4)
        return [drawn(count, lambda: rng.randint(1, few)) for _ in range(4)]
    if kind == "scores":
        # Ranks spread out, caps that still are equal.
        caps, volumes = (drawn(count, lambda: rng.randint(1, 5)) for _ in range(2))
        return caps, volumes, rng.sample(range(100), count), rng.sample(range(100), count)
    if kind == "close":
        # Ratios a unit of 1e-18 apart.
        caps, volumes = (drawn(count, lambda: rng.randint(10**9, 10**12)) for _ in range(2))
        staking, reward = rng.randrange(ONE), rng.randrange(ONE // 5)
        near = [drawn(count, lambda: middle + rng.randint(0, 3)) for middle in (staking, reward)]
        return caps, volumes, *near
    if kind == "large":
        # Caps whose sum is above 2^128.
        caps = drawn(count, lambda: 2**128 - 1 - rng.choice([0, 1, rng.randrange(2**127)]))
        volumes, staking, reward = (drawn(count, lambda: rng.randint(0, 4)) for _ in range(3))
        return caps, volumes, staking, reward
    # Assets as a market has them; ratios in hundredths of a percent.
    return (
        drawn(count, lambda: rng.randrange(10**8, 10 ** rng.randint(9, 12))),
        drawn(count, lambda: rng.randrange(10**6, 10 ** rng.randint(7, 10))),
        drawn(count, lambda: rng.randint(500, 8000) * ONE // 10**4),
        drawn(count, lambda: rng.randint(100, 1500) * ONE // 10**4),
    )


def universe(index):
    kind = rng.choices(["ties", "scores", "close", "large", "market"], [40, 35, 7, 3, 15])[0]
    count = rng.randint(3, 12)
    caps, volumes, staking, reward = values(kind, count)
    ids = rng.sample(range(1, 100), count)
    seated = set(rng.sample(ids, rng.randint(0, 3)))
    assets = [Asset(*row, int(row[0] in seated)) for row in zip(ids, caps, volumes, staking, reward)]
    # A floor is none, or the value of an asset (which is enough), or just above that.
    floors = [
        rng.choice([0, sorted(of)[rng.randrange(1 + count // 2)] + rng.choice([0, 0, 1])]) for of in (caps, volumes)
    ]
    return floors, index % 4, assets


def main():
    lines = []
    for index in range(UNIVERSES):
        floors, band, assets = universe(index)
        chosen = members(floors, band, assets)
        lines.append(f"r {floors[0]} {floors[1]} {band}")
        lines += ["a " + " ".join(map(str, asset)) for asset in assets]
        lines.append(" ".join(["m", *(str(asset.id) for asset in chosen)]))
        lines.append(" ".join(["w", *map(str, weights([asset.cap for asset in chosen]) if chosen else [])]))
    Path(__file__).with_name("baskets.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
