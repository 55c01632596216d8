#!/usr/bin/env bash
# Copyright (C) Finch maintainers.
# SPDX-License-Identifier: Apache-2.0

# The long property runs. The same tests run in `make test` with smaller counts; these variables scale them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export FINCH_SEQUENCES=${FINCH_SEQUENCES:-10000} FINCH_CASES=${FINCH_CASES:-1000000}
echo "[properties] $FINCH_SEQUENCES sequences of 50 operations, $FINCH_CASES triples and round trips"
cargo test --locked --workspace -p finch-math -p pallet-staking-synth -- --nocapture
