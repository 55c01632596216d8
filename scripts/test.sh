#!/usr/bin/env bash
# Copyright (C) Finch maintainers.
# SPDX-License-Identifier: Apache-2.0

# All of CI, in the order in which a mistake shows soonest. Stops at the first stage that fails and says how to run that
# stage alone.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/env.sh

report=$(mktemp)
summary=$(mktemp)
network=
single=
feeder=
single_log=$(mktemp)
feeder_log=$(mktemp)
finish() {
  local code=$?
  if [ -n "$network" ]; then scripts/devnet.sh down || true; fi
  end_single
  rm -f "$report" "$summary" "$single_log" "$feeder_log"
  exit "$code"
}
trap finish EXIT

stage() { # name, hint, command...
  local name=$1 hint=$2 began=$SECONDS
  shift 2
  printf '\n\033[1m== %s\033[0m\n' "$name"
  if "$@"; then
    printf '%-34s passed  %3d min %2d s\n' "$name" $(((SECONDS - began) / 60)) $(((SECONDS - began) % 60)) >>"$summary"
  else
    echo "== $name failed. To run it alone: $hint" >&2
    return 1
  fi
}

unit_tests() {
  # The same features as `make build`, so nothing is compiled again.
  cargo test --locked --workspace --lib --tests 2>&1 | tee "$report" | grep -vE '^test .* ok$|^running|^$' || true
  grep -q '^test result: ok' "$report" && ! grep -qE '^test result: FAILED|^error' "$report"
}

# Ends the node, and the feeder if there is one.
end_single() {
  if [ -n "$feeder" ]; then kill "$feeder" && wait "$feeder" || true; fi
  if [ -n "$single" ]; then kill "$single" && wait "$single" || true; fi
  single= feeder=
}

# A story on a node of its own with a block a second.
on_a_node() { # npm script
  local story=0
  "$CARGO_TARGET_DIR/debug/finch-node" --dev --tmp >"$single_log" 2>&1 &
  single=$!
  if [ "$1" = etf ]; then
    # It repeats what it has until the node is there.
    FINCH_FEEDER_OPERATORS=$(printf '//%s//stash,' Alice Bob Charlie Dave Eve) "$CARGO_TARGET_DIR/debug/finch-feeder" \
      --source node/feeder/sample/pos-assets.csv --every 20 --repeat >"$feeder_log" 2>&1 &
    feeder=$!
  fi
  (cd tests/e2e && FINCH_SINGLE=1 npm run "$1") || story=1
  [ "$story" = 0 ] || tail -n 20 "$single_log" "$feeder_log" >&2
  end_single
  return "$story"
}

single_node() {
  on_a_node feeds && on_a_node derivatives && on_a_node etf
}

# One after the other: the tour compares figures of the synth to the planck, and the story of the ETF mints some.
end_to_end() {
  network=1
  # A stage runs as a condition, where a failing command does not end the function by itself.
  DETACH=1 scripts/devnet.sh up && (cd tests/e2e && npm run etf && npm test) && scripts/devnet.sh down && network=
}

stage "set-up" "make setup" scripts/setup.sh
stage "format" "make format" make --no-print-directory format-check
stage "manifests" "make manifests" make --no-print-directory manifests
stage "build: node, relay, wasm, tests" "make build" scripts/build.sh
stage "unit, property and journey tests" "make quick" unit_tests
stage "feeder on a clock of its own" "make feeder-test" make --no-print-directory feeder-test
stage "clippy" "make clippy" make --no-print-directory clippy
stage "api docs" "make docs" make --no-print-directory docs
stage "benchmarks as tests" "make bench-test" make --no-print-directory bench-test
stage "feeds, derivatives, etf: one node" "make dev, and in tests/e2e: FINCH_SINGLE=1 npm run feeds (or derivatives, etf)" single_node
stage "end to end on zombienet" "make devnet DETACH=1 && make e2e (or e2e-etf); make devnet-down" end_to_end

passed=$(awk '/^test result/ { passed += $4; failed += $6 } END { print passed " passed; " failed " failed" }' "$report")
printf '\n\033[1m== summary\033[0m\n'
cat "$summary"
echo "test result: ok. $passed; 0 ignored; 0 measured; 0 filtered out"
