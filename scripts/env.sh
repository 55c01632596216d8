# Copyright (C) Finch maintainers.
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash

# Where compiled things live: outside the clone, so that every clone of the project finds them warm. The other scripts
# source this file; `scripts/cargo.sh` is cargo with it.
export FINCH_CACHE=${FINCH_CACHE:-$HOME/.cache/finch}
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$FINCH_CACHE/target}
# Clippy and rustdoc, the benchmarks, and the feeder on a clock of its own, need other artifacts than the build. They are
# kept apart, so that none waits for the other.
export LINT_DIR=${LINT_DIR:-$FINCH_CACHE/lint}
export BENCH_DIR=${BENCH_DIR:-$FINCH_CACHE/bench}
export FEEDER_DIR=${FEEDER_DIR:-$FINCH_CACHE/feeder}

# A wasm runtime, the relay chain's too, is built again when the file Cargo.lock is newer than it, and with it everything
# that contains it: 20 minutes. A checkout makes the file new; so as long as its content is the same it gets back the time
# at which that content first came.
lock=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/Cargo.lock
mkdir -p "$FINCH_CACHE"
external() { grep -B2 '^source = ' "$1" | grep -E '^(name|version)' | paste - - | sort; }
if cmp -s "$lock" "$FINCH_CACHE/Cargo.lock"; then
  touch -r "$FINCH_CACHE/Cargo.lock" "$lock"
else
  # A crate that is only new changes nothing that is built: the file keeps the time of the one before.
  if [ -e "$FINCH_CACHE/Cargo.lock" ] && [ -z "$(comm -23 <(external "$FINCH_CACHE/Cargo.lock") <(external "$lock"))" ]; then
    touch -r "$FINCH_CACHE/Cargo.lock" "$lock"
  fi
  cp -p "$lock" "$FINCH_CACHE/Cargo.lock"
fi
unset -f external
unset lock

# Cargo takes the artifacts of another clone for those of this one, by their place in the workspace, and only looks at the
# times of the files. So the clone that comes after another one makes its own crates again.
clone=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
if [ "$(cat "$FINCH_CACHE/clone" 2>/dev/null || true)" != "$clone" ]; then
  find "$clone" -name '*.rs' -not -path '*/node_modules/*' -exec touch {} +
  echo "$clone" >"$FINCH_CACHE/clone"
fi
unset clone
