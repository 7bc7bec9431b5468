#!/usr/bin/env bash
# Prints the path of Lighthouse's command line, taken once from npm into .cache/ in the versions, and against the checksums,
# of benchmarks/lighthouse/package-lock.json. To renew it: change package.json there, `npm install --package-lock-only`,
# and take the "resolved" lines out of the lock, so that whoever installs asks their own registry.
#
# It is not part of the tests: without npm it says so, prints an empty line, and `make quality` goes on without it, and fails in the end.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=$root/.cache/lighthouse
command=$cache/node_modules/lighthouse/cli/index.js

say() { printf 'Lighthouse: %s\n' "$*" >&2; }

if [ ! -f "$command" ] || ! cmp -s "$root/benchmarks/lighthouse/package-lock.json" "$cache/package-lock.json"; then
  if ! command -v npm >/dev/null; then
    say "npm is missing. NOT MEASURED."
    echo
    exit 0
  fi
  mkdir -p "$cache"
  cp "$root"/benchmarks/lighthouse/package*.json "$cache"/
  say "taking it from npm"
  # Chromium is here already, and nothing that is installed runs by itself.
  if ! (cd "$cache" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2); then
    say "it could not be had from npm. NOT MEASURED."
    rm -f "$cache/package-lock.json"
    echo
    exit 0
  fi
fi
printf '%s\n' "$command"
