#!/usr/bin/env bash
# Runs a real Temporal server on this machine, in memory, until it is stopped: for developers and CI.
#
#   deploy/temporal/start-local.sh [PORT]        PORT and the nine after it must be free (default 7233)
#   deploy/temporal/start-local.sh --install     only makes sure that there is a server, and prints its path
#   deploy/temporal/start-local.sh --any-port    looks for ten free ports
#
# The server is `temporal-server` on the PATH or in $WEFT_TOOLS (default ~/.cache/weft/tools); where
# there is none it is built once with Go. When it is ready, with a namespace called `default`, one
# line says so: "Temporal is ready on 127.0.0.1:PORT". Nothing is kept when it ends.
set -euo pipefail

readonly VERSION=v1.31.2
readonly TOOLS="${WEFT_TOOLS:-$HOME/.cache/weft/tools}"
readonly BUILD_PATIENCE=900 # seconds; some four minutes on two idle cores with nothing cached
readonly START_PATIENCE=90
readonly BLOCK=10           # ports in a row: frontend first, its HTTP door last

fail() {
  echo "start-local: $*" >&2
  exit 1
}

# Prints the path of a server, building one where none is found.
server() {
  if command -v temporal-server; then
    return
  fi
  if [[ ! -x $TOOLS/temporal-server ]]; then
    command -v go > /dev/null || fail "no temporal-server on the PATH, and no Go to build one"
    build
  fi
  echo "$TOOLS/temporal-server"
}

# Builds into a folder of its own and moves the result, so that a broken build is never found later.
build() {
  local folder
  mkdir -p "$TOOLS"
  folder=$(mktemp -d "$TOOLS/build.XXXXXX")
  echo "start-local: building Temporal $VERSION, once, into $TOOLS" >&2
  if ! GOBIN="$folder" timeout "$BUILD_PATIENCE" \
    go install "go.temporal.io/server/cmd/server@$VERSION" > "$folder/log" 2>&1; then
    tail -n 3 "$folder/log" >&2
    rm -rf "$folder"
    fail "Temporal $VERSION could not be built"
  fi
  mv "$folder/server" "$TOOLS/temporal-server"
  rm -rf "$folder"
}

taken() {
  (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null
}

block_is_free() {
  local port
  for ((port = $1; port < $1 + BLOCK; port++)); do
    if taken "$port"; then
      return 1
    fi
  done
}

# Below the range from which systems hand out ports for outgoing connections.
free_block() {
  local attempt first
  for ((attempt = 0; attempt < 50; attempt++)); do
    first=$((20000 + RANDOM % 1000 * BLOCK))
    if block_is_free "$first"; then
      echo "$first"
      return
    fi
  done
  fail "found no ten free ports in a row"
}

config() {
  local port=$1
  cat << CONFIG
log: {stdout: true, level: warn}
persistence:
  defaultStore: main
  visibilityStore: visibility
  numHistoryShards: 1
  datastores:
    main: &memory
      sql:
        pluginName: sqlite
        databaseName: default
        connectAddr: localhost
        connectProtocol: tcp
        connectAttributes: {mode: memory, cache: private}
        maxConns: 1
        maxIdleConns: 1
        maxConnLifetime: 24h
    visibility: *memory
global:
  membership: {maxJoinDuration: 30s, broadcastAddress: 127.0.0.1}
services:
  frontend: {rpc: {grpcPort: $port, membershipPort: $((port + 1)), httpPort: $((port + 9)), bindOnLocalHost: true}}
  history: {rpc: {grpcPort: $((port + 2)), membershipPort: $((port + 3)), bindOnLocalHost: true}}
  matching: {rpc: {grpcPort: $((port + 4)), membershipPort: $((port + 5)), bindOnLocalHost: true}}
  worker: {rpc: {grpcPort: $((port + 6)), membershipPort: $((port + 7)), bindOnLocalHost: true}}
clusterMetadata:
  enableGlobalNamespace: false
  failoverVersionIncrement: 10
  masterClusterName: active
  currentClusterName: active
  clusterInformation:
    active:
      enabled: true
      initialFailoverVersion: 1
      rpcName: frontend
      rpcAddress: 127.0.0.1:$port
dcRedirectionPolicy: {policy: noop}
dynamicConfigClient: {filepath: $root/config/dynamic.yaml, pollInterval: 60s}
CONFIG
}

# One request to the server's HTTP door: prints the answer, status line first. Needs no curl.
ask() {
  local door=$1 request=$2 body=${3:-}
  {
    exec 3<> "/dev/tcp/127.0.0.1/$door"
    printf '%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s' \
      "$request" "${#body}" "$body" >&3
    timeout 10 cat <&3
    exec 3>&-
  } 2> /dev/null || true
}

answers() {
  [[ $(ask "$@" | head -n 1) == *" 200 "* ]]
}

# Waits for the command in words until it succeeds; gives up when time is over or the server has ended.
wait_for() {
  local until=$((SECONDS + START_PATIENCE))
  until "$@"; do
    kill -0 "$child" 2> /dev/null || give_up "the server ended"
    ((SECONDS < until)) || give_up "the server was not ready after $START_PATIENCE seconds"
    sleep 0.5
  done
}

give_up() {
  tail -n 20 "$root/log" >&2
  fail "$*"
}

# The server takes a few seconds to leave; one that does not is ended.
stop() {
  local moment
  kill "${child:-}" 2> /dev/null || true
  for ((moment = 0; moment < 60; moment++)); do
    kill -0 "${child:-}" 2> /dev/null || break
    sleep 0.25
  done
  kill -KILL "${child:-}" 2> /dev/null || true
  rm -rf "$root"
}

run() {
  local binary=$1 port=$2 door=$(($2 + 9))
  root=$(mktemp -d)
  trap stop EXIT
  trap 'exit 143' TERM
  trap 'exit 130' INT
  mkdir "$root/config"
  config "$port" > "$root/config/local.yaml"
  printf 'system.enableActivityEagerExecution:\n  - value: true\n' > "$root/config/dynamic.yaml"
  "$binary" --root "$root" --config config --env local start > "$root/log" 2>&1 &
  child=$!
  wait_for answers "$door" "GET /api/v1/cluster-info"
  ask "$door" "POST /api/v1/namespaces" \
    '{"namespace":"default","workflowExecutionRetentionPeriod":"86400s"}' > "$root/namespace"
  wait_for answers "$door" "GET /api/v1/namespaces/default"
  echo "Temporal is ready on 127.0.0.1:$port"
  wait "$child"
}

case ${1:-7233} in
  --install) server ;;
  --any-port)
    binary=$(server)
    run "$binary" "$(free_block)"
    ;;
  *[!0-9]*) fail "give a port, --any-port or --install" ;;
  *)
    port=${1:-7233}
    block_is_free "$port" || fail "ports $port to $((port + BLOCK - 1)) must be free"
    binary=$(server)
    run "$binary" "$port"
    ;;
esac
