"""Running a command to its end, and what it took: all its processes together."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from site_builder.plan.files import EMBEDS, PERMANENT

RSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""getrusage gives bytes on macOS, kilobytes elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Seconds of a clock on the wall, seconds of processor, and the memory of the largest process, in megabytes."""

    wall: float
    user: float
    sys: float
    peak_mb: float

    @property
    def cpu(self) -> float:
        return self.user + self.sys


class CommandFailed(Exception):
    """The command's own words."""


def run(command: Sequence[str], environ: Mapping[str, str] = os.environ, folder: Path | None = None) -> Usage:
    """What ``command`` took, the processes it started and waited for included (wait4). Raises CommandFailed.

    ``folder``: where it is run, if not here.
    """
    with tempfile.TemporaryFile() as said:
        started = time.monotonic()
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT, env=dict(environ), cwd=folder)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            said.seek(0)
            raise CommandFailed(f"{' '.join(command)}: exit code {process.returncode}\n{said.read().decode()}")
    return Usage(wall=wall, user=usage.ru_utime, sys=usage.ru_stime, peak_mb=usage.ru_maxrss * RSS_UNIT / 1e6)


def middle(usages: Sequence[Usage]) -> Usage:
    """The median of each figure."""
    return Usage(
        wall=median(usage.wall for usage in usages),
        user=median(usage.user for usage in usages),
        sys=median(usage.sys for usage in usages),
        peak_mb=median(usage.peak_mb for usage in usages),
    )


NO_PAGES = frozenset({EMBEDS, PERMANENT.rstrip("/")})


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """What a build leaves on the disk. Pages are HTML files, but for permanent addresses and cards for other sites."""

    pages: int
    files: int
    bytes: int


def size_of(tree: Path) -> Size:
    """Count the files below ``tree``."""
    files = [Path(folder) / name for folder, _, names in os.walk(tree) for name in names]
    return Size(
        pages=sum(_is_page(file.relative_to(tree)) for file in files),
        files=len(files),
        bytes=sum(file.stat().st_size for file in files),
    )


def _is_page(path: Path) -> bool:
    return path.suffix == ".html" and path.parts[0] not in NO_PAGES
