#!/usr/bin/env python3
# Copyright (C) Finch maintainers.
# SPDX-License-Identifier: Apache-2.0
"""Writes the table between the markers of docs/performance.md from generated weight files.

usage: performance_table.py PERFORMANCE.md YARDSTICK.rs PALLET...   (a pallet is the path of its file without .rs)
"""

import os
import re
import sys

BUDGET = {
    "pallet_staking_synth": {"mint": 2.0, "redeem": 1.6, "claim": 1.6},
    "pallet_auctions": {"bid": 2.0},
}
BEGIN, END = "<!-- weights: begin -->", "<!-- weights: end -->"


def read(path):
    """name -> (base ref_time in ps, slope text, proof bytes, reads, writes) of every weight in a generated file."""
    rows = {}
    for name, body in re.findall(r"\tfn (\w+)\([^)]*\) -> Weight \{(.*?)\n\t\}", open(path).read(), re.S):
        base = int(re.search(r"from_parts\(([\d_]+)", body).group(1).replace("_", ""))
        proof = re.search(r"Estimated: `(\d+)", body)
        slopes = re.findall(r"from_parts\(([\d_]+), \d+\)\.saturating_mul\((\w)", body)
        slope = ", ".join(f"+ {int(v.replace('_', '')) / 1e6:.3f} µs/{c}" for v, c in slopes if c != "0")
        reads = sum(int(n) for n in re.findall(r"reads\((\d+)", body))
        writes = sum(int(n) for n in re.findall(r"writes\((\d+)", body))
        rows[name] = (base, slope, int(proof.group(1)) if proof else 0, reads, writes)
    return rows


def main():
    page, yardstick, *pallets = sys.argv[1:]
    unit = read(yardstick)["transfer_keep_alive"][0]
    lines = [f"`balances.transfer_keep_alive` took {unit / 1e6:.1f} µs in this run; the ratios are to it."]
    over = []
    for path in pallets:
        pallet = os.path.basename(path)
        lines += [
            "",
            f"### {pallet}",
            "",
            "| weight | ref_time | ratio | budget | slope | reads / writes | proof |",
            "| --- | ---: | ---: | ---: | --- | --- | ---: |",
        ]
        for name, (base, slope, proof, reads, writes) in read(path + ".rs").items():
            ratio = base / unit
            budget = BUDGET.get(pallet, {}).get(name)
            if budget and ratio > budget:
                over.append(f"{pallet}.{name} costs {ratio:.2f}, its budget is {budget}")
            lines.append(
                f"| `{name}` | {base / 1e6:.1f} µs | {ratio:.2f} | {budget or ''} | {slope or '0'} "
                f"| {reads} / {writes} | {proof} B |"
            )
    text = open(page).read()
    head, rest = text.split(BEGIN)
    tail = rest.split(END)[1]
    open(page, "w").write(head + BEGIN + "\n\n" + "\n".join(lines) + "\n\n" + END + tail)
    for line in over:
        print(f"[weights] over budget: {line}")


if __name__ == "__main__":
    main()
