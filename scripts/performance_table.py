#!/usr/bin/env python3
# Copyright (C) Finch maintainers.
# SPDX-License-Identifier: Apache-2.0
"""Writes the table between the markers of docs/performance.md from generated weight files.

usage: performance_table.py PERFORMANCE.md YARDSTICK.rs PALLET...   (a pallet is the path of its file without .rs)
"""

import os
import re
import sys

# A budget is a ratio; where a weight has slopes, it holds for the given counts of their components, and for none of
# the others.
BUDGET = {
    "pallet_staking_synth": {"mint": 2.0, "redeem": 1.6, "claim": 1.6},
    "pallet_auctions": {"bid": 2.0},
    "pallet_buyback": {"poke_trade": 3.0, "idle_trade": 3.0},
    "pallet_staking_etf": {"issue": (4.0, {"n": 3}), "redeem": (4.0, {"n": 3})},
    "pallet_options": dict.fromkeys(
        "create deposit withdraw mint burn write_and_sell exercise redeem reclaim release call_margin liquidate "
        "fix_price dispute settle".split(),
        2.5,
    ),
}
# In µs, not as a ratio.
TIME_BUDGET = {"hooks": {"idle_block": 25.0}}
BEGIN, END = "<!-- weights: begin -->", "<!-- weights: end -->"


def read(path):
    """name -> (base ref_time in ps, slopes in ps, proof bytes, reads, writes) of every weight in a generated file."""
    rows = {}
    for name, body in re.findall(r"\tfn (\w+)\([^)]*\) -> Weight \{(.*?)\n\t\}", open(path).read(), re.S):
        base = int(re.search(r"from_parts\(([\d_]+)", body).group(1).replace("_", ""))
        proof = re.search(r"Estimated: `(\d+)", body)
        slopes = re.findall(r"from_parts\(([\d_]+), \d+\)\.saturating_mul\((\w)", body)
        # A component has one slope in time, and one in proof with no time in it.
        slopes = [(int(v.replace("_", "")), c) for v, c in slopes if c != "0" and v != "0"]
        reads = sum(int(n) for n in re.findall(r"reads\((\d+)", body))
        writes = sum(int(n) for n in re.findall(r"writes\((\d+)", body))
        rows[name] = (base, slopes, int(proof.group(1)) if proof else 0, reads, writes)
    return rows


def main():
    page, yardstick, *pallets = sys.argv[1:]
    unit = read(yardstick)["transfer_keep_alive"][0]
    page_text = open(page).read()
    head, rest = page_text.split(BEGIN)
    old, tail = rest.split(END)
    # Tables of pallets that were not measured now stay, each with the yardstick of its own run.
    sections = dict(re.findall(r"### (.+?)\n(.*?)(?=\n### |\Z)", old.strip(), re.S))
    over = []
    for path in pallets:
        pallet = os.path.basename(path)
        lines = [
            "",
            f"`balances.transfer_keep_alive` took {unit / 1e6:.1f} µs in this run; the ratios are to it.",
            "",
            "| weight | ref_time | ratio | budget | slope | reads / writes | proof |",
            "| --- | ---: | ---: | ---: | --- | --- | ---: |",
        ]
        for name, (base, slopes, proof, reads, writes) in read(path + ".rs").items():
            budget = BUDGET.get(pallet, {}).get(name)
            limit, counts = budget if isinstance(budget, tuple) else (budget, {})
            ratio = (base + sum(ps * counts.get(component, 0) for ps, component in slopes)) / unit
            if limit and ratio > limit:
                over.append(f"{pallet}.{name} costs {ratio:.2f}, its budget is {limit}")
            time = TIME_BUDGET.get(pallet, {}).get(name)
            if time and base / 1e6 > time:
                over.append(f"{pallet}.{name} takes {base / 1e6:.1f} µs, its budget is {time}")
            limit = limit or time and f"{time} µs"
            slope = ", ".join(f"+ {ps / 1e6:.3f} µs/{component}" for ps, component in slopes)
            at = "".join(f", {component} = {count}" for component, count in counts.items())
            lines.append(
                f"| `{name}` | {base / 1e6:.1f} µs | {ratio:.2f}{at} | {limit or ''} | {slope or '0'} "
                f"| {reads} / {writes} | {proof} B |"
            )
        sections[pallet] = "\n".join(lines)
    text = "\n\n".join(f"### {pallet}\n{body.rstrip()}" for pallet, body in sections.items())
    open(page, "w").write(head + BEGIN + "\n\n" + text + "\n\n" + END + tail)
    for line in over:
        print(f"[weights] over budget: {line}")


if __name__ == "__main__":
    main()
