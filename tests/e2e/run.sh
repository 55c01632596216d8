#!/usr/bin/env bash
# Copyright (C) Finch maintainers.
# SPDX-License-Identifier: Apache-2.0

# Stories one after the other, until one fails. What a story says is shown whole when it ends, so several rows of stories
# can run at the same time.
#
#   run.sh STORY...              on the network that runs
#   run.sh --node PORT STORY...  each on a node of its own at that port, with a block a second; the etf gets a feeder too
#
# A story is an npm script of this folder. Whatever was started is ended, also when this is ended before its time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

port=
if [ "${1:-}" = --node ]; then
  port=${2:?a port}
  shift 2
  . ../../scripts/env.sh
fi
[ $# -gt 0 ] || { sed -n '5,/^set /s/^# \{0,1\}//p' "${BASH_SOURCE[0]##*/}" >&2; exit 2; }

logs=$(mktemp -d)
groups=()
end() {
  local group
  for group in "${groups[@]}"; do
    # The group is there a moment after its leader.
    kill -- "-$group" 2>/dev/null || kill "$group" 2>/dev/null || true
    wait "$group" || true
  done
  groups=()
}
trap 'end; rm -rf "$logs"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# In a process group of its own, so that it ends with all that it has started.
launch() { # log, command with arguments
  local log=$logs/$1
  shift
  # Without job control the child leads no group, so setsid does not fork and its pid is the group's id.
  setsid "$@" >"$log" 2>&1 </dev/null &
  groups+=($!)
}

told() { # story
  local began=$SECONDS code=0 log
  rm -f "$logs"/*
  if [ -n "$port" ]; then
    export FINCH_SINGLE=1 FINCH_WS=ws://127.0.0.1:$port
    # The story would talk to whoever is there.
    if (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo "port $port is in use: end that program first" >&2
      return 1
    fi
    launch node "$CARGO_TARGET_DIR/debug/finch-node" --dev --tmp --no-prometheus --rpc-port "$port" --port $((port + 20000))
    if [ "$1" = etf ]; then
      # It repeats what it has until the node is there.
      launch feeder env FINCH_FEEDER_OPERATORS="$(printf '//%s//stash,' Alice Bob Charlie Dave Eve)" \
        "$CARGO_TARGET_DIR/debug/finch-feeder" --url "$FINCH_WS" --source ../../node/feeder/sample/pos-assets.csv \
        --every 20 --repeat
    fi
  fi
  launch story npm run "$1"
  # A signal ends the wait at once.
  wait "${groups[-1]}" || code=$?
  unset 'groups[-1]'
  end
  {
    printf '\n-- %s, %d s\n' "$1" $((SECONDS - began))
    cat "$logs/story"
    [ "$code" = 0 ] || for log in node feeder; do
      if [ -e "$logs/$log" ]; then
        printf -- '-- %s failed: the end of the log of its %s\n' "$1" "$log"
        tail -n 20 "$logs/$log"
      fi
    done
  } >"$logs/whole"
  # One at a time.
  flock "${BASH_SOURCE[0]##*/}" cat "$logs/whole"
  return "$code"
}

for story; do told "$story"; done
