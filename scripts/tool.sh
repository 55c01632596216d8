#!/usr/bin/env bash
# Copyright (C) Finch maintainers.
# SPDX-License-Identifier: Apache-2.0

# Runs a tool from the crate registry: tool.sh NAME VERSION [ARGUMENTS]. The first time it is compiled, into the project's
# cache.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/env.sh

name=$1 version=$2
home=$FINCH_CACHE/tools/$name-$version
if [ ! -x "$home/bin/$name" ]; then
  echo "[tool] compiling $name $version, once; some minutes" >&2
  CARGO_TARGET_DIR=$home/target cargo install --quiet --debug --locked "$name@$version" --root "$home" \
    || { echo "[tool] $name $version did not compile: see the message above" >&2; exit 1; }
  rm -rf "$home/target"
fi
exec "$home/bin/$name" "${@:3}"
