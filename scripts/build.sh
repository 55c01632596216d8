#!/usr/bin/env bash
# Copyright (C) Finch maintainers.
# SPDX-License-Identifier: Apache-2.0

# Builds the whole workspace once, with its tests: one profile and one set of features, so that `make devnet`, `make test`
# and `make weights` compile nothing twice. Shows a progress line every so often, because the first time is long.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/env.sh

log=$(mktemp)
trap 'rm -f "$log"' EXIT
# Every package in the lock file that is not ours: an upper bound of what there is to compile.
total=$(grep -c '^source = ' Cargo.lock)
started=$SECONDS

cargo build --locked --workspace --all-targets >"$log" 2>&1 &
cargo=$!
trap 'kill -INT "$cargo" 2>/dev/null || true; rm -f "$log"' INT TERM

shown=0
while kill -0 "$cargo" 2>/dev/null; do
  for _ in $(seq 15); do
    kill -0 "$cargo" 2>/dev/null || break
    sleep 1
  done
  compiled=$(grep -c '^ *Compiling' "$log" || true)
  if [ "$compiled" -gt "$shown" ] || [ $(((SECONDS - started) % 60)) -lt 15 ]; then
    if [ "$compiled" -gt 0 ]; then
      printf '[build] %3d min  %4d of about %d crates  %s\n' $(((SECONDS - started) / 60)) "$compiled" "$total" \
        "$(grep '^ *Compiling' "$log" | tail -n 1 | sed 's/^ *Compiling //; s/ (.*//')"
    fi
    shown=$compiled
  fi
done

if ! wait "$cargo"; then
  cat "$log" >&2
  echo "[build] failed: see the message above; after fixing it, run the same command again, it goes on where it stopped" >&2
  exit 1
fi
grep -E '^warning' "$log" | head -n 5 || true
printf '[build] done in %d min %d s: %s\n' $(((SECONDS - started) / 60)) $(((SECONDS - started) % 60)) "$CARGO_TARGET_DIR/debug"
