#!/usr/bin/env bash
# Copyright (C) Finch maintainers.
# SPDX-License-Identifier: Apache-2.0

# The long property runs. The same tests run in `make test` with smaller counts; these variables scale them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/env.sh
export FINCH_SEQUENCES=${FINCH_SEQUENCES:-10000} FINCH_CASES=${FINCH_CASES:-1000000}
echo "[properties] $FINCH_SEQUENCES sequences of 50 operations, $FINCH_CASES triples and round trips"
# All tests are built as `make build` builds them; then only the property tests run.
cargo test --locked --workspace --lib --tests --no-run
cargo test --locked --workspace --test buffer --test drip --test loss --test muldiv --test shares
cargo test --locked --workspace --lib -- properties attacks
