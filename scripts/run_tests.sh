#!/usr/bin/env bash
# Runs the tests with a Python whose test packages are installed: scripts/run_tests.sh PYTHON WORKERS [pytest arguments].
# Without arguments, those of `make test`; with COVERAGE=1 those by which the coverage of site_builder is measured; with arguments, what they name.
set -euo pipefail

python=$1
workers=$2
shift 2

PORTAIL_BROWSER=$(scripts/ensure_browser.sh "$python")
export PORTAIL_BROWSER
# Else every program that tests start would compile the core again: 0.3 s each.
unset PYTHONDONTWRITEBYTECODE

# Portals that tests build are some 100,000 small files: in memory, where there is enough of it, a third of the time that
# the system takes is saved, and no test waits for a disk. What is in memory goes when the tests end; to look at it
# afterwards, name a folder: TMPDIR=/tmp make test.
if [ -z "${TMPDIR:-}" ] && [ -w /dev/shm ] && [ "$(df --output=avail -k /dev/shm | tail -n 1)" -gt 4000000 ]; then
  TMPDIR=$(mktemp -d /dev/shm/tests.XXXXXX)
  export TMPDIR
  trap 'rm -rf "$TMPDIR"' EXIT
fi

if [ $# -gt 0 ]; then
  "$python" -m pytest -n "$workers" --dist=loadfile "$@"
  exit
fi

# What other tests reach in smaller steps. Measured, a test takes more than twice the processor time (coverage.py counts
# each line), and these reach some 100 lines more of 19,000.
unmeasured=(
  tests/browser tests/hosts tests/region tests/test_editor_docs.py tests/test_packaging.py tests/test_starter.py
  tests/test_editor_commands.py tests/small_portals/test_leaving.py
  tests/unit/test_no_traceback.py tests/unit/test_builds_again.py tests/unit/cli/test_unchanged.py
  tests/unit/cli/test_stopped_builds.py
  tests/unit/paper/test_built.py tests/unit/publish/test_interrupted.py tests/unit/benchmarks tests/unit/scripts
  tests/unit/test_pipeline.py tests/unit/test_merging.py tests/unit/test_standing.py tests/unit/test_worked_out_again.py
  tests/unit/geo/test_maps.py tests/unit/outputs/test_installing.py tests/unit/paper/test_contact_of_town.py
  tests/unit/paper/test_languages_and_texts.py tests/unit/paper/test_printed.py tests/unit/render/test_details.py
  tests/unit/render/test_open_data_guides.py tests/unit/resolve/test_adaptations.py
  tests/small_portals/test_odd_portals.py tests/unit/check/test_alerts.py tests/unit/check/test_colours.py
  tests/unit/check/test_sight.py tests/unit/geo/test_markers.py tests/unit/language/test_place_names.py
  tests/unit/load/test_yaml_reader.py tests/unit/paper/test_directories.py tests/unit/paper/test_glossary.py
  tests/unit/problems/test_catalogue.py tests/unit/render/test_audiences.py tests/unit/render/test_bodies_and_doors.py
  tests/unit/render/test_criteria.py tests/unit/render/test_directory.py tests/unit/render/test_here.py
  tests/unit/render/test_journey.py tests/unit/render/test_narrowing.py tests/unit/render/test_sharing_and_easy.py
  tests/unit/render/test_shell.py tests/unit/render/test_targets.py tests/unit/render/test_templates.py
  tests/unit/render/test_trails.py tests/unit/resolve/test_portal.py tests/unit/test_interface.py
)
# Of files that are measured, the one test that is long.
long=(
  tests/unit/geo/test_neighbours.py::test_the_committed_file_is_what_the_outlines_of_a_departement_give
  tests/unit/test_serving.py::test_so_it_is_after_each_of_many_changes
)

# A reader's browser waits for pages a part of the time: one worker more uses it (306 s become 272 s on two cores).
# In their own order, browsers and the region first: the last files are small, and no worker waits for another.
if [ -z "${COVERAGE:-}" ]; then
  "$python" -m pytest -n "$((workers + 1))" --dist=loadfile --no-loadscope-reorder
  exit
fi

"$python" -m coverage erase
"$python" -m coverage run -m pytest -n "$workers" --dist=loadfile "${unmeasured[@]/#/--ignore=}" \
  "${long[@]/#/--deselect=}"
"$python" -m coverage combine --quiet
"$python" -m coverage report
"$python" -m coverage json --quiet -o .coverage.json
"$python" scripts/coverage_gate.py .coverage.json
