"""``python -m benchmarks.serving [TIMES]``: how long an editor of the region waits for `portail serve`.

Seconds from saving a file to the page with it, as an open page asks for it: it waits for the server's word, then loads
itself again. Processor seconds are the server's own.
"""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from types import MappingProxyType
from typing import NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.budget import Edit, replaced
from site_builder.host import HOST_FILE, WATCHED
from tests.conftest import REPOSITORY

PATIENCE = 120.0
QUIET = 0.7
"""Seconds between two edits: longer than the server takes to look at all files."""
_EPOCH = re.compile(r"livereload\((\d+), \d+\)")


class Shown(NamedTuple):
    """Where an edit is seen, what is done, and what is then read on the page."""

    path: str
    file: str
    old: str
    new: str

    @property
    def edit(self) -> Edit:
        return replaced(self.file, self.old, self.new)

    @property
    def undo(self) -> Edit:
        return replaced(self.file, self.new, self.old)


DAX = "/bienvenue/dax/"
EDITS: Mapping[str, Shown] = MappingProxyType(
    {
        "a contact's telephone": Shown(DAX, "data/reference/town_halls.csv", "05 58 56 80 00", "05 58 56 80 11"),
        "a core block": Shown(DAX, "content/welcome/core/bathing.md", "Baignez-vous dans", "Baignez-vous bien dans"),
        "a word": Shown(DAX, "theme/strings/fr.yml", 'title: "Bienvenue {to}"', 'title: "Bien venus {to}"'),
        "a template": Shown(DAX, "theme/pages/guide.html", "</h1>", "<i>!</i></h1>"),
        "an ambassador's text": Shown(
            "/en/ambassadors/anna-hamilton/",
            "content/ambassadors/anna-hamilton.en.md",
            "born in Italy",
            "born in all Italy",
        ),
    }
)


def main(times: int) -> int:
    """Print what was measured."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "portal"
        for name in (*WATCHED, "hooks"):
            shutil.copytree(REPOSITORY / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(REPOSITORY / HOST_FILE, root)
        for attempt in ("first", "again"):
            measure(root, times if attempt == "again" else 0, attempt)
    return 0


def measure(root: Path, times: int, attempt: str) -> None:
    """Start the server, edit, and stop it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "site_builder.cli", "serve", "--root", str(root), "--port", str(port)]
    begun = time.monotonic()
    deaf = signal.signal(signal.SIGINT, signal.default_int_handler)  # else a shell's background would be inherited
    server = subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.DEVNULL)
    signal.signal(signal.SIGINT, deaf)
    try:
        until(lambda: bool(page(url + DAX)))
        told(f"started ({attempt})", time.monotonic() - begun, processor(server.pid))
        for name, shown in EDITS.items() if times else ():
            taken = [waited(server.pid, root, url, shown) for _ in range(times)]
            told(name, median(wall for wall, _ in taken), median(cpu for _, cpu in taken))
    finally:
        server.send_signal(signal.SIGINT)
        server.wait()


def waited(process: int, root: Path, url: str, shown: Shown) -> tuple[float, float]:
    """Seconds on the clock, and of the processor; the edit is undone."""
    wall, cpu = _seen(process, root, url, shown.path, shown.edit)
    _seen(process, root, url, shown.path, shown.undo)
    return wall, cpu


def _seen(process: int, root: Path, url: str, path: str, edit: Edit) -> tuple[float, float]:
    time.sleep(QUIET)
    before = page(url + path)
    epoch = _EPOCH.findall(before)[-1]
    begun, used = time.monotonic(), processor(process)
    edit(root)
    page(f"{url}/livereload/{epoch}/1")
    after = page(url + path)
    assert _EPOCH.sub("", before) != _EPOCH.sub("", after), f"{path} is as it was"
    return time.monotonic() - begun, processor(process) - used


def page(url: str) -> str:
    """What is there; nothing where nobody answers."""
    try:
        with urlopen(url, timeout=PATIENCE) as response:  # noqa: S310 - our own server
            text: str = response.read().decode()
            return text
    except (URLError, ConnectionError):
        return ""


def until(found: Callable[[], bool]) -> None:
    """Raises AssertionError after a while."""
    last = time.monotonic() + PATIENCE
    while not found():
        assert time.monotonic() < last, "nobody answers"
        time.sleep(0.02)


def processor(process: int) -> float:
    """Seconds that a process and the children it has waited for have used, as Linux tells."""
    told_of = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return sum(map(int, told_of[11:15])) / os.sysconf("SC_CLK_TCK")


def told(name: str, wall: float, cpu: float) -> None:
    """A line of the answer."""
    sys.stdout.write(f"{name:24}{wall:6.2f} s{cpu:8.2f} s processor\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(int(next(iter(sys.argv[1:]), "3"))))
