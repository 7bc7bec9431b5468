"""Printed portals: each is printed once a session, in a process of its own (printing.py)."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, SITE_URLS, copy_portal

Run = Callable[..., None]


@dataclass(frozen=True)
class Prints:
    """What was printed of a portal."""

    folder: Path

    def pdf(self, name: str) -> bytes:
        return (self.folder / f"{name}.pdf").read_bytes()

    def again(self, name: str) -> bytes:
        """The same, made by another process."""
        return (self.folder.parent / "again" / f"{name}.pdf").read_bytes()

    def has(self, name: str) -> bool:
        return (self.folder / f"{name}.pdf").exists()

    @property
    def problems(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = json.loads((self.folder / "problems.json").read_text(encoding="utf-8"))
        return found


def run_printing(root: Path, site_url: str, out: Path, *codes: str, formats: str = "all", seed: str = "0") -> None:
    """Runs printing.py on a portal; ``seed`` of the order in which sets are walked."""
    out.mkdir(exist_ok=True)
    env = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-m", "tests.unit.paper.printing", str(root), site_url, str(out), formats, *codes]
    ran = subprocess.run(command, cwd=REPOSITORY, env=env, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


@pytest.fixture(scope="session")
def prints(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Prints]:
    """``prints("districts", "VD")``: every format of that territory, in every language of the portal."""

    @cache
    def printed(name: str, *codes: str) -> Prints:
        folder = tmp_path_factory.mktemp(f"prints-{name}")
        root = copy_portal(name, folder / "portal").root
        for out, seed in (("out", "1"), ("again", "2")):
            run_printing(root, SITE_URLS[name], folder / out, *codes, seed=seed)
        return Prints(folder / "out")

    return printed
