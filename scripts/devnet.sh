#!/usr/bin/env bash
# Copyright (C) Finch maintainers.
# SPDX-License-Identifier: Apache-2.0

# The development network: two relay-chain validators and the parachain's two collators, started by zombienet, and a
# feeder that reports sample data for the five operators of the feeds.
#
#   devnet.sh up                starts it and waits for finalised blocks; stays until Ctrl-C, or returns with DETACH=1
#   devnet.sh down              ends it (also when it is not running)
#   devnet.sh status            heights of its nodes and links; fails when it is not running
#   devnet.sh links             where to look at it
#   devnet.sh stop-node NAME    ends one node (alice, bob, charlie, dave) ...
#   devnet.sh start-node NAME   ... and starts it again with the same arguments, keys and data
#
# FEEDER=0 leaves the feeder out. DEVNET_TIMEOUT (600): seconds until `up` gives up. Everything it writes is in .devnet/ of the clone.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
state=$root/.devnet
network=$state/network # zombienet's folder: chain specs, databases, a log for each node
groups=$state/groups   # one process group a line: its id, the start time of its leader. zombienet's is the first
. "$root/scripts/env.sh"
bin=$CARGO_TARGET_DIR/debug
[[ $bin == /* ]] || bin=$root/$bin
zombienet=$root/zombienet/node_modules/.bin/zombienet
declare -A port=([alice]=9944 [charlie]=9988 [dave]=9989)

say() { printf '\033[1m[devnet]\033[0m %s\n' "$*"; }
die() { printf '\033[1m[devnet]\033[0m %s\n' "$*" >&2; exit 1; }

# --- asking nodes: HTTP on the same port as WebSocket -------------------------
rpc() { # node, method, parameters as JSON
  curl -s -m 3 -H 'Content-Type: application/json' "http://127.0.0.1:${port[$1]}" \
    -d "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"$2\",\"params\":[${3:-}]}" || true
}
height_in() { # a header in JSON; says -1 without one
  local hex
  hex=$(grep -o '"number":"0x[0-9a-f]*"' | grep -o '0x[0-9a-f]*') || { echo -1; return; }
  echo $((hex))
}
best() { rpc "$1" chain_getHeader | height_in; }
finalised() {
  local hash
  hash=$(rpc "$1" chain_getFinalizedHead | grep -o '0x[0-9a-f]\{64\}') || { echo -1; return; }
  rpc "$1" chain_getHeader "\"$hash\"" | height_in
}

# --- process groups -----------------------------------------------------------
# When a process started, in ticks since boot; nothing if it does not run.
start_time() {
  local stat
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 0
  # The name in parentheses may hold anything; the fields after it are counted from the state, number 3.
  read -ra stat <<<"${stat##*) }"
  [ "${stat[0]}" = Z ] || echo "${stat[19]}"
}
members() { ps -eo pid=,pgid=,stat= | awk -v group="$1" '$2 == group && $3 !~ /^Z/ { print $1 }'; }
# The recorded groups that still are ours. A number can come back as somebody else's group, so either the leader started
# when we wrote it down, or a process of it works in our folder.
our_groups() {
  local group started pid
  [ -f "$groups" ] || return 0
  while read -r group started; do
    if [ "$(start_time "$group")" = "$started" ]; then
      echo "$group"
    else
      for pid in $(members "$group"); do
        if grep -qaF "$network/" "/proc/$pid/cmdline" 2>/dev/null; then
          echo "$group"
          break
        fi
      done
    fi
  done <"$groups"
}
# Starts a command in a session of its own, so that Ctrl-C and the end of the terminal do not reach it.
launch() { # log, command with arguments
  local log=$1 pid
  shift
  # Without job control the child leads no group, so setsid does not fork and its pid is the group's id.
  PATH=$bin:$PATH setsid "$@" >>"$log" 2>&1 </dev/null &
  pid=$!
  disown "$pid" # or the shell reports its end
  echo "$pid $(start_time "$pid")" >>"$groups"
}
zombienet_runs() {
  local group started
  [ -f "$groups" ] && read -r group started <"$groups" && [ "$(start_time "$group")" = "$started" ]
}
# The process of a node. zombienet may have put a shell in front of it, which has the command in one argument.
pid_of() {
  local group pid arguments at
  for group in $(our_groups); do
    for pid in $(members "$group"); do
      mapfile -d '' -t arguments 2>/dev/null <"/proc/$pid/cmdline" || continue
      for at in "${!arguments[@]}"; do
        if [ "${arguments[at]}" = --name ] && [ "${arguments[at + 1]:-}" = "$1" ]; then
          echo "$pid"
          return
        fi
      done
    done
  done
}
# Waits until no process of the list runs. Fails after the given seconds.
gone() { # seconds, pids
  local until=$((SECONDS + $1)) pid
  shift
  for pid in "$@"; do
    while [ -n "$(start_time "$pid")" ]; do
      [ "$SECONDS" -lt "$until" ] || return 1
      sleep 0.2
    done
  done
}

take_down() {
  local list leader nodes=() group pid
  # Half a network is worse than a second of patience.
  trap '' INT TERM HUP
  list=$(our_groups)
  if [ -n "$list" ]; then
    read -r leader _ <"$groups"
    for group in $list; do
      for pid in $(members "$group"); do
        # zombienet is not asked: it would kill the pids it remembers, and a restarted node has another one.
        [ "$pid" = "$leader" ] || nodes+=("$pid")
      done
    done
    kill -INT "${nodes[@]}" 2>/dev/null || true
    gone 20 "${nodes[@]}" || true
    for group in $list; do
      mapfile -t nodes < <(members "$group")
      kill -KILL -- "-$group" 2>/dev/null || true
      gone 10 "${nodes[@]}" || die "process group $group does not end: look at 'ps -eo pid,pgid,stat,args'"
    done
  fi
  rm -f "$groups"
}

# --- commands -----------------------------------------------------------------
show_log() { # node
  local log=$network/$1.log
  [ -s "$log" ] || log=$state/zombienet.log
  printf '\n--- the end of %s\n' "$log" >&2
  tail -n 25 "$log" >&2 || true
  printf -- '---\n' >&2
}

# Looks every two seconds whether a condition holds, until the time is up.
stage() { # what happens, the node whose log tells more, condition
  local what=$1 node=$2
  shift 2
  until "$@"; do
    if ! zombienet_runs; then
      show_log "$node"
      die "zombienet ended before: $what"
    fi
    if [ "$SECONDS" -ge "$limit" ]; then
      show_log "$node"
      die "still waiting after $limit s: $what. A slow machine may need DEVNET_TIMEOUT=$((limit * 2))"
    fi
    sleep 2
  done
  say "$(printf '%3d s  %s' "$SECONDS" "$what")"
}
has_blocks() { [ "$(best "$1")" -ge 1 ]; }
# The storage item `Paras.Parachains` of the relay chain holds 2000, a u32 in little endian.
is_registered() {
  rpc alice state_getStorage '"0xcd710b30bd2eab0352ddcc26417aa1940b76934f4cc08dee01012d059e1b83ee"' |
    grep -q '"result":"0x[0-9a-f]*d0070000'
}
# There is a key under the prefix of the storage item `Oracle.Values`.
has_feeds() {
  rpc charlie state_getKeysPaged '"0x6ecdde33e5d791e9c15595f33fdaafd6d25c5abc6a2b5d5f996684e54830eb5a",1' |
    grep -q '"result":\["0x'
}
has_finalised() { [ "$(finalised "$1")" -ge 2 ]; }

links() {
  local apps='https://polkadot.js.org/apps/?rpc=ws://127.0.0.1'
  cat <<TEXT

  Look at it in polkadot-js apps (Chrome or Firefox; Safari does not let a page talk to this machine):
    explorer       $apps:${port[charlie]}#/explorer
    accounts       $apps:${port[charlie]}#/accounts
    extrinsics     $apps:${port[charlie]}#/extrinsics
    runtime calls  $apps:${port[charlie]}#/runtime
    relay chain    $apps:${port[alice]}#/explorer

  Deposit 1,000 FINCH: extrinsics > account ALICE > stakingSynth > mint, amount 1000000000000000, minSynthOut 0.
  Read the rate:       runtime calls > stakingSynthApi > rate (1e18 is 1; it rises when an era of two minutes ends).
  The whole tour:      make e2e
  Logs:                $network/{alice,bob,charlie,dave,feeder}.log
  End it:              make devnet-down

TEXT
}

# The operators of the preset, with sample data. Nobody else signs with these accounts.
start_feeder() {
  local name operators=
  for name in Alice Bob Charlie Dave Eve; do
    operators+="//$name//stash,"
  done
  launch "$network/feeder.log" env FINCH_FEEDER_OPERATORS="$operators" "$bin/finch-feeder" \
    --url "ws://127.0.0.1:${port[charlie]}" --source "$root/node/feeder/sample/pos-assets.csv" --every 30 --repeat
}

status() {
  local node
  [ -n "$(our_groups)" ] || die "the network is not running: make devnet"
  for node in alice charlie dave; do
    printf '%-8s ws://127.0.0.1:%s  best %s, finalised %s\n' "$node" "${port[$node]}" "$(best "$node")" "$(finalised "$node")"
  done
  links
}

up() {
  local binary tool node holder limit=${DEVNET_TIMEOUT:-600}
  [[ $root != *[[:space:]]* ]] || die "zombienet does not work below a folder with a space in its name: move the clone"
  if [ -n "$(our_groups)" ]; then
    say "the network is running already ('make devnet-down' ends it)"
    links
    return
  fi
  for tool in curl setsid ps node; do
    command -v "$tool" >/dev/null || die "$tool is missing: scripts/setup.sh"
  done
  [ -x "$zombienet" ] || die "zombienet is missing: scripts/setup.sh"
  for binary in finch-node finch-feeder polkadot polkadot-prepare-worker polkadot-execute-worker; do
    [ -x "$bin/$binary" ] || die "$bin/$binary is missing: make build"
  done
  for node in "${!port[@]}"; do
    if (: <"/dev/tcp/127.0.0.1/${port[$node]}") 2>/dev/null; then
      holder=$(ss -Hltnp "sport = :${port[$node]}" 2>/dev/null | grep -o 'users:.*' || true)
      die "port ${port[$node]} ($node) is in use ${holder:-by another program}: end that program first"
    fi
  done

  rm -rf "$network" "$groups"
  mkdir -p "$state"
  : >"$state/zombienet.log"
  trap 'take_down' EXIT
  trap 'exit 130' INT TERM HUP
  SECONDS=0
  say "starting alice, bob (relay chain), charlie, dave (parachain); zombienet says: $state/zombienet.log"
  # These would make zombienet believe that it runs in a cluster.
  launch "$state/zombienet.log" env -u RUN_IN_CONTAINER -u ZOMBIENET_IMAGE -u ZOMBIE_NAMESPACE -u ZOMBIE_K8S_CI_NAMESPACE \
    "$zombienet" --provider native --logType text --force --dir "$network" spawn "$root/zombienet/finch.toml"
  stage "the relay chain makes blocks" alice has_blocks alice
  stage "parachain 2000 is registered" alice is_registered
  stage "the parachain has made its first block" charlie has_blocks charlie
  stage "charlie has finalised block 2" charlie has_finalised charlie
  stage "dave has finalised block 2" dave has_finalised dave
  if [ "${FEEDER:-1}" != 0 ]; then
    start_feeder
    stage "the feeds have values" feeder has_feeds
  fi
  links

  if [ "${DETACH:-0}" = 1 ]; then
    trap - EXIT INT TERM HUP
    return
  fi
  say "Ctrl-C ends the network"
  trap 'say "ending the network"; take_down; say "ended; the logs stay in $network"; trap - EXIT; exit 0' INT TERM HUP
  while zombienet_runs; do
    sleep 2 &
    # A signal ends the wait at once.
    wait $! || true
  done
  show_log charlie
  die "zombienet ended by itself"
}

down() {
  if [ -z "$(our_groups)" ]; then
    say "the network is not running"
  fi
  take_down
  say "the network is down"
}

stop_node() {
  local pid
  pid=$(pid_of "$1")
  [ -n "$pid" ] || die "node '$1' is not running in this network: devnet.sh status"
  cp "/proc/$pid/cmdline" "$state/$1.cmd"
  kill -TERM "$pid"
  gone 30 "$pid" || die "node '$1' (pid $pid) does not end"
  say "$1 is down"
}

start_node() {
  local arguments
  [ -n "$(our_groups)" ] || die "the network is not running: make devnet"
  [ -z "$(pid_of "$1")" ] || die "node '$1' is running: devnet.sh stop-node $1"
  [ -f "$state/$1.cmd" ] || die "node '$1' was not ended by devnet.sh stop-node"
  mapfile -d '' -t arguments <"$state/$1.cmd"
  launch "$network/$1.log" "${arguments[@]}"
  rm "$state/$1.cmd"
  say "$1 is starting"
}

case ${1:-} in
  up | down | status | links) [ $# = 1 ] || die "usage: devnet.sh $1"; "$1" ;;
  stop-node | start-node) [ $# = 2 ] || die "usage: devnet.sh $1 NAME"; "${1/-/_}" "$2" ;;
  *) sed -n '5,/^set /s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac
