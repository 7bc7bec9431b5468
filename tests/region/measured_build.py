"""Build the repository's portal into a folder, and say on standard output, as JSON, what that took.

    python measured_build.py FOLDER

Run as a process of its own: the memory of the tests that start it must not be counted.
"""

import json
import re
import resource
import sys
from pathlib import Path

from portail_engine.hooks.adapter import theme_source
from site_builder.order import BuildOrder
from site_builder.pipeline import build_site
from site_builder.problems.report import as_text

ROOT = Path(__file__).resolve().parents[2]


def largest_process_kb() -> int:
    """Peak resident memory of this process or the largest of its workers.

    ``ru_maxrss`` of a process that was started by another begins with the memory of its parent (Linux, exec):
    VmHWM does not.
    """
    workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    status = Path("/proc/self/status")
    if status.is_file():
        own = re.search(r"^VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii"), re.MULTILINE)
        assert own
        return max(int(own[1]), workers)
    return max(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, workers)


def main(folder: str) -> int:
    """0 when the portal was built."""
    built = build_site(BuildOrder(root=ROOT, theme=theme_source(ROOT), destination=Path(folder)))
    if built.failed:
        sys.stderr.write(as_text(built.problems, "en"))
        return 1
    figures = {
        "pages": built.pages,
        "files": built.files,
        "bytes": built.bytes,
        "largest_process_kb": largest_process_kb(),
    }
    sys.stdout.write(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
