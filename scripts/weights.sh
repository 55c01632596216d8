#!/usr/bin/env bash
# Copyright (C) Finch maintainers.
# SPDX-License-Identifier: Apache-2.0

# Measures our pallets' weights in the wasm runtime, writes them to runtime/src/weights, and writes the table of
# docs/performance.md: every call as a ratio to `balances.transfer_keep_alive` of the same run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/env.sh
: "${STEPS:=20}" "${REPEAT:=20}"
bencher=$CARGO_TARGET_DIR/debug/finch-bencher
[ -x "$bencher" ] || { echo "no $bencher: run 'make build' first" >&2; exit 1; }

echo "[weights] building the runtime with benchmarks"
# Checking is enough to run the build script, which makes the wasm.
CARGO_TARGET_DIR=$BENCH_DIR cargo check --locked -q -p finch-runtime --features runtime-benchmarks
wasm=$BENCH_DIR/debug/wbuild/finch-runtime/finch_runtime.compact.compressed.wasm
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
sed 's/^/\/\/ /' >"$scratch/header" <<'TXT'
Copyright (C) Finch maintainers.
SPDX-License-Identifier: Apache-2.0
TXT

measure() { # pallet, extrinsics, output, options
  "$bencher" --runtime "$wasm" --genesis-builder runtime --genesis-builder-preset development \
    --pallet "$1" --extrinsic "$2" --steps "$STEPS" --repeat "$REPEAT" --heap-pages 4096 \
    --header "$scratch/header" --template scripts/weights.hbs --output "$3" --json-file "$scratch/$1.json" "${@:4}" >"$scratch/$1.log" 2>&1 \
    || { tail -n 40 "$scratch/$1.log" >&2; exit 1; }
}

echo "[weights] measuring balances.transfer_keep_alive, the yardstick"
measure pallet_balances transfer_keep_alive "$scratch"
# All of ours, or those that are named: weights.sh pallet_buyback
pallets=(pallet_staking_synth pallet_rate_curve pallet_auctions pallet_staking_derivatives
  pallet_buyback pallet_staking_etf pallet_options pallet_insurance)
[ $# = 0 ] || pallets=("$@")
for pallet in "${pallets[@]}"; do
  echo "[weights] measuring $pallet ($STEPS steps, $REPEAT repeats)"
  measure "$pallet" '*' runtime/src/weights
done
measured=("${pallets[@]/#/runtime/src/weights/}")
if [[ " ${pallets[*]} " == *" pallet_auctions "* ]]; then
  # Benchmarks that no weight is made of: they compare.
  crowd="$scratch/pallet_auctions among 10,000 bids"
  echo "[weights] measuring a bid and a transfer among 10,000 bids"
  measure pallet_auctions bid_in_a_crowd,transfer_in_a_crowd "$scratch" --extra
  mv "$scratch/pallet_auctions.rs" "$crowd.rs"
  measured+=("$crowd")
fi

echo "[weights] measuring the hooks of all pallets together, with nothing due"
measure hooks '*' "$scratch" --extra
measured+=("$scratch/hooks")

python3 scripts/performance_table.py docs/performance.md "$scratch/pallet_balances.rs" "${measured[@]}"
echo "[weights] wrote ${pallets[*]} in runtime/src/weights, and docs/performance.md"
