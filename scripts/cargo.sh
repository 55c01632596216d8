#!/usr/bin/env bash
# Copyright (C) Finch maintainers.
# SPDX-License-Identifier: Apache-2.0

# cargo, with the artifacts of the project's cache. LINT=1 and BENCH=1 choose the folders of those.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
[ -z "${LINT:-}" ] || export CARGO_TARGET_DIR=$LINT_DIR SKIP_WASM_BUILD=1
[ -z "${BENCH:-}" ] || export CARGO_TARGET_DIR=$BENCH_DIR
exec cargo "$@"
