"""The machine that figures are found on, and what is said on the terminal meanwhile."""

import os
import platform
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypedDict


def processor() -> str:
    """The processor's own name where the system tells it (Linux), else its architecture."""
    described = Path("/proc/cpuinfo")
    lines = described.read_text(encoding="utf-8").splitlines() if described.is_file() else ()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


class Circumstances(TypedDict):
    """When and where figures were found. ``load``: what the machine was doing before the first build."""

    date: str
    cores: int
    processor: str
    python: str
    system: str
    load: float


def circumstances(load: float) -> Circumstances:
    """Those of now."""
    return {
        "date": date.today().isoformat(),  # noqa: DTZ011 - the day on the maintainer's calendar
        "cores": os.cpu_count() or 1,
        "processor": processor(),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()}",
        "load": load,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Figures, and the circumstances in which they were found."""

    date: str
    cores: int
    processor: str
    python: str
    system: str
    load: float

    @property
    def where(self) -> str:
        """The beginning of what a table says of itself."""
        return (
            f"{self.date}, {self.cores} cores ({self.processor}), Python {self.python}, {self.system}, "
            f"load {self.load:.1f} before the first build."
        )


def say(text: str) -> None:
    """What is being done, beside the results."""
    sys.stderr.write(text)
    sys.stderr.flush()
