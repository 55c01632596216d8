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
rows=()
finish() {
  local code=$? row
  # After a signal: they end what they have started.
  for row in "${rows[@]}"; do kill "$row" && wait "$row" || true; done
  if [ -n "$network" ]; then scripts/devnet.sh down || true; fi
  rm -f "$report" "$summary"
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

# Starts a row of stories that runs beside others.
row() { # arguments of run.sh
  tests/e2e/run.sh "$@" &
  rows+=($!)
}

# Waits for all rows; fails if one of them has failed.
all_rows() {
  local row code=0
  for row in "${rows[@]}"; do wait "$row" || code=1; done
  rows=()
  return "$code"
}

# Each story on a node of its own with a block a second. A node that starts needs a core for half a minute: two rows keep
# two cores busy.
single_node() {
  row --node 9961 feeds derivatives options margined
  row --node 9962 etf insurance
  all_rows
}

# The covered put and the ETF touch nothing of each other. The tour compares figures of the synth to the planck, and the ETF
# mints some before it. Insurance has had its turn on one node: here it takes half an hour.
on_the_network() {
  row etf
  row options
  all_rows && tests/e2e/run.sh test
}

end_to_end() {
  network=1
  # A stage runs as a condition, where a failing command does not end the function by itself.
  DETACH=1 scripts/devnet.sh up && on_the_network && scripts/devnet.sh down && network=
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
stage "stories, each on one node" "tests/e2e/run.sh --node 9961 etf (or feeds, derivatives, options, margined, insurance)" single_node
stage "end to end on zombienet" "make devnet DETACH=1 && make e2e (or e2e-etf, e2e-options); make devnet-down" end_to_end

passed=$(awk '/^test result/ { passed += $4; failed += $6 } END { print passed " passed; " failed " failed" }' "$report")
printf '\n\033[1m== summary\033[0m\n'
cat "$summary"
echo "test result: ok. $passed; 0 ignored; 0 measured; 0 filtered out"
