#!/usr/bin/env bash
# Copyright (C) Finch maintainers.
# SPDX-License-Identifier: Apache-2.0

# The long property runs. The same tests run in `make test` with smaller counts; these variables scale them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/env.sh
export FINCH_SEQUENCES=${FINCH_SEQUENCES:-10000} FINCH_CASES=${FINCH_CASES:-1000000}
echo "[properties] $FINCH_SEQUENCES sequences of 50 operations for each pallet, $FINCH_CASES cases of each property"
# All tests are built as `make build` builds them; then only the property tests run.
cargo test --locked --workspace --lib --tests --no-run
cargo test --locked --workspace --test basket --test buffer --test buyback --test clearing --test curve --test drip \
  --test falling --test feed --test fixed --test loss --test muldiv --test shares --test waterfall
cargo test --locked --workspace --lib -- properties attacks
