#!/usr/bin/env bash
# Prints the path of a Chromium or Chrome for the browser tests and, where there is none, installs one first:
# with apt-get as root or with sudo that asks nothing, else with Playwright. The headless shell, where a distribution
# has it, is a Chromium without a window, which needs half the time: with CI=true it is installed beside another one.
#
#   ensure_browser.sh [PYTHON]     PYTHON: the interpreter that has Playwright (default: python3)
#
# Without any browser: a failure when CI=true; elsewhere a warning, an empty line and success, so that the
# other tests can run. Only the path goes to standard output.
set -euo pipefail

python=${1:-python3}
names=(chromium-headless-shell chromium chromium-browser google-chrome-stable google-chrome)

say() { printf 'browser: %s\n' "$*" >&2; }

works() { "$1" --version >/dev/null 2>&1; }

installed() {
  local name path
  for name in "${names[@]}"; do
    path=$(command -v "$name") && works "$path" && printf '%s\n' "$path" && return 0
  done
  return 1
}

of_playwright() {
  local path
  path=$("$python" -c 'from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)' 2>/dev/null) && works "$path" && printf '%s\n' "$path"
}

with_apt() {
  command -v apt-get >/dev/null || return 1
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || return 1
    as_root=(sudo -n)
  fi
  say "asking apt-get for $1"
  "${as_root[@]}" apt-get update -qq >&2 || return 1
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" >&2
}

with_playwright() {
  say "none installed; asking Playwright for chromium"
  "$python" -m playwright install chromium >&2
}

if [ "${CI:-}" = true ] && ! command -v "${names[0]}" >/dev/null; then
  with_apt "${names[0]}" || say "no ${names[0]} here; any other will do"
fi
installed && exit 0
of_playwright && exit 0
with_apt chromium && installed && exit 0
with_playwright && of_playwright && exit 0

say "no Chromium or Chrome, and none could be installed. Install one of: ${names[*]}"
[ "${CI:-}" != true ] || exit 1
echo
