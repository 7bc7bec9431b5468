"""What an edit makes a later process work out again, and nothing else: it knows what is as it was."""

import os
import subprocess
import sys
from pathlib import Path

from benchmarks.budget import EDITS
from tests.conftest import copy_portal

READ = """
import sys
from dataclasses import replace
from pathlib import Path
from site_builder.incremental.inputs import inputs_of
from site_builder.incremental.recollection import Recollection
from site_builder.progress import UNWATCHED
from site_builder.reading import read_portal, run_checks

root = Path(sys.argv[1])
read = read_portal(root, None, UNWATCHED, Recollection(root, inputs_of(root, {})))
run_checks(read)
replace(replace(read.planned).portal)  # every part of both is asked for
read.past.keep()
print(*sorted(read.past.memory.worked_out))
"""


def worked_out(root: Path, seed: int) -> set[str]:
    """The parts that a process of its own had to work out. ``seed``: of the order in which it goes through sets."""
    said = subprocess.run(
        [sys.executable, "-c", READ, root],
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
        check=True,
        capture_output=True,
        text=True,
    )
    return set(said.stdout.split())


def test_a_telephone_number_concerns_who_looks_at_contacts(tmp_path: Path) -> None:
    root = copy_portal("districts", tmp_path / "portal").root
    assert {"portal.guides", "plan.site"} < worked_out(root, 1)
    assert worked_out(root, 2) == set()
    EDITS["a contact's telephone"](root)
    again = worked_out(root, 3)
    assert {name for name in again if name.startswith(("portal.", "wording.", "plan."))} == {
        "portal.directory",
        "portal.doors",
    }
