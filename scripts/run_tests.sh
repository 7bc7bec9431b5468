#!/usr/bin/env bash
# Runs the tests with a Python whose test packages are installed: scripts/run_tests.sh PYTHON WORKERS [pytest arguments].
# Without arguments, all of them and the coverage of site_builder; with arguments, what they name, and no coverage.
set -euo pipefail

python=$1
workers=$2
shift 2

PORTAIL_BROWSER=$(scripts/ensure_browser.sh "$python")
export PORTAIL_BROWSER

if [ $# -gt 0 ]; then
  exec "$python" -m pytest -n "$workers" --dist=loadfile "$@"
fi

# What other tests reach in smaller steps. To measure these too takes three minutes more, and finds no other line.
unmeasured=(tests/browser tests/region tests/test_hosts.py tests/unit/test_no_traceback.py)

# A reader's browser waits for pages a part of the time: one worker more uses it (306 s become 272 s on two cores).
"$python" -m pytest -n "$((workers + 1))" --dist=loadfile "${unmeasured[@]}"
"$python" -m coverage erase
"$python" -m coverage run -m pytest -n "$workers" --dist=loadfile "${unmeasured[@]/#/--ignore=}"
"$python" -m coverage combine --quiet
"$python" -m coverage report
"$python" -m coverage json --quiet -o .coverage.json
"$python" scripts/coverage_gate.py .coverage.json
