#!/usr/bin/env bash
# Copyright (C) Finch maintainers.
# SPDX-License-Identifier: Apache-2.0

# Installs what building and running Finch needs, and only what is missing.
# Safe to run again: every step first looks whether it is done.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '\033[1m[setup]\033[0m %s\n' "$*"; }
die() { printf '\033[1m[setup]\033[0m %s\n' "$*" >&2; exit 1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else die "this step needs root: run it as root, or install sudo: $*"
  fi
}

# --- system packages -------------------------------------------------------
packages=()
need() { # program-or-file, package
  command -v "$1" >/dev/null || [ -e "$1" ] || packages+=("$2")
}
need protoc protobuf-compiler
need clang clang
need cmake cmake
need pkg-config pkg-config
need make make
need c++ g++
need curl curl
need setsid util-linux
need python3 python3
need ps procps
ls /usr/lib/llvm-*/lib/libclang.so* /usr/lib/*/libclang*.so* >/dev/null 2>&1 || packages+=(libclang-dev)
if [ "${#packages[@]}" -gt 0 ]; then
  command -v apt-get >/dev/null || die "install these packages with your package manager, then run again: ${packages[*]}"
  say "installing system packages: ${packages[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
fi

# --- node.js (zombienet and the e2e program are npm packages) ---------------
node_major=$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/' || true)
if [ "${node_major:-0}" -lt 18 ]; then
  say "installing nodejs and npm"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null
  node_major=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
  [ "$node_major" -ge 18 ] || die "node $node_major is too old: install Node.js 18 or newer, then run again"
fi

# --- rust -------------------------------------------------------------------
command -v cargo >/dev/null || die "no Rust here: install rustup (https://rustup.rs), then run again"
rust_version=$(rustc --version | awk '{print $2}')
sysroot=$(rustc --print sysroot)
wasm_lib=$sysroot/lib/rustlib/wasm32v1-none/lib

has_wasm() { compgen -G "$wasm_lib/libcore-*.rlib" >/dev/null; }

# Where rustup cannot reach its server: build core, alloc and compiler_builtins from Debian's copy of the
# library sources of exactly this compiler. Never beside a target that rustup added: two copies of `core`
# break every build.
build_wasm_target() {
  command -v apt-get >/dev/null || die "could not add the target wasm32v1-none: run 'rustup target add wasm32v1-none' with a network that reaches rustup's server"
  local scratch mirror
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' RETURN
  mirror=$({ cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null || true; } \
    | grep -v '^#' | grep -oE 'https?://[^ ]+/debian/?( |$)' | head -n 1 | tr -d ' ' || true)
  [ -n "$mirror" ] || die "no Debian mirror in /etc/apt: run 'rustup target add wasm32v1-none' where rustup reaches its server"
  mkdir -p "$scratch/lists/partial" "$scratch/archives/partial" "$scratch/src"
  : >"$scratch/sources.list"
  for suite in trixie-backports forky sid; do
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" >"$scratch/sources.list"
    local apt_options=(-o "Dir::Etc::SourceList=$scratch/sources.list" -o Dir::Etc::SourceParts=/dev/null
      -o "Dir::State::Lists=$scratch/lists" -o "Dir::Cache::archives=$scratch/archives"
      -o "Dir::Cache::pkgcache=" -o "Dir::Cache::srcpkgcache=" -o APT::Sandbox::User=root)
    apt-get "${apt_options[@]}" update -qq >/dev/null 2>&1 || true
    local version
    version=$(apt-cache "${apt_options[@]}" madison rust-src 2>/dev/null | awk '{print $3}' | grep -E "^${rust_version//./\\.}[+~-]" | head -n 1 || true)
    if [ -n "$version" ]; then
      say "building the wasm32v1-none target from Debian's rust-src $version"
      (cd "$scratch/archives" && apt-get "${apt_options[@]}" download -qq "rust-src=$version" >/dev/null)
      break
    fi
  done
  compgen -G "$scratch/archives/*.deb" >/dev/null || die "Debian has no rust-src $rust_version: run 'rustup target add wasm32v1-none' where rustup reaches its server"
  dpkg-deb -x "$scratch"/archives/rust-src_*.deb "$scratch/src"
  local library
  library=$(compgen -G "$scratch/src/usr/src/rustc-*/library" | head -n 1)
  [ -d "$library/core" ] || die "the rust-src package has no library folder"
  # -Zbuild-std looks for the sources below the sysroot.
  local link=$sysroot/lib/rustlib/src/rust/library made_link=
  if [ ! -e "$link" ]; then
    mkdir -p "${link%/*}"
    ln -sfn "$library" "$link"
    made_link=1
  fi
  mkdir -p "$scratch/probe/src"
  printf '[package]\nname = "probe"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n' >"$scratch/probe/Cargo.toml"
  printf '#![no_std]\n' >"$scratch/probe/src/lib.rs"
  local built=yes
  (cd "$scratch/probe" && RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=$scratch/target cargo build --release -q \
    -Zbuild-std=core,alloc --target wasm32v1-none) || built=
  [ -z "$made_link" ] || rm -f "$link"
  [ -n "$built" ] || die "building core and alloc for wasm32v1-none failed: see the message above"
  mkdir -p "$wasm_lib"
  cp "$scratch"/target/wasm32v1-none/release/deps/lib{core,alloc,compiler_builtins}-*.rlib "$wasm_lib/"
}

if ! has_wasm; then
  say "adding the target wasm32v1-none"
  rustup target add wasm32v1-none >/dev/null 2>&1 || build_wasm_target
  has_wasm || die "the target wasm32v1-none is still missing"
fi

# --- npm packages: exactly what package-lock.json names -----------------------
for folder in scripts zombienet tests/e2e; do
  [ -f "$folder/package-lock.json" ] || continue
  if [ ! -d "$folder/node_modules" ] || [ "$folder/package-lock.json" -nt "$folder/node_modules/.package-lock.json" ]; then
    say "installing npm packages of $folder"
    (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error)
  fi
done
say "everything is here (rust $rust_version, node $(node --version))"
