"""Programs in processes of their own, in a portal's folder: what they say, and servers while they run."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from tests.conftest import PortalFolder

BIN = Path(sys.executable).parent
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
POLICY = "<meta http-equiv=content-security-policy "
STARTS_WITHIN = 60.0
"""Seconds a server may take to answer, or to stop, on a loaded machine."""
BUILDS = {
    "mkdocs": ("mkdocs", "build", "--quiet"),
    "mkdocs --strict": ("mkdocs", "build", "--quiet", "--strict"),
    "properdocs": ("properdocs", "build", "--quiet", "-f", "mkdocs.yml"),
}
HOSTS = ["mkdocs", pytest.param("properdocs", marks=pytest.mark.long)]
"""The second is the first under another name: a short test shows that it builds the same."""


def environment(**more: str) -> dict[str, str]:
    """This process's own, less what would change a build; English messages."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PORTAIL_", "LC_", "GITHUB_"))}
    return {**kept, **QUIET, "LANG": "en_GB.UTF-8", **more}


@dataclass(frozen=True)
class Ran:
    """What a command did. ``err`` is without the lines that only a measured run makes."""

    code: int
    out: str
    err: str


ByHost = Callable[[str], tuple[PortalFolder, Ran]]
NOISE = re.compile(r"^(.*CoverageWarning: .*|\s+self\.warn\(.*|\s+self\._warn\(.*)$\n?", re.MULTILINE)


def run(folder: Path, *command: str, **more: str) -> Ran:
    done = subprocess.run(
        [str(BIN / command[0]), *command[1:]],
        cwd=folder,
        env=environment(**more),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return Ran(done.returncode, done.stdout, NOISE.sub("", done.stderr))


def tree(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def server(folder: Path, *command: str) -> Iterator[subprocess.Popen[str]]:
    """A server that is stopped as an editor stops it: with Ctrl+C."""
    process = subprocess.Popen(
        [str(BIN / command[0]), *command[1:]],
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def answer(url: str) -> tuple[int, str]:
    """Status and text; a refused connection is status 0."""
    try:
        with urlopen(url, timeout=5) as response:  # noqa: S310 (our own server)
            return response.status, response.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()
    except (URLError, ConnectionError, TimeoutError):
        return 0, ""


def wait_for(found: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + STARTS_WITHIN
    while not found():
        assert process.poll() is None, process.communicate()[0]
        assert time.monotonic() < deadline, "the server did not answer in time"
        time.sleep(0.1)


def said_until(words: str, process: subprocess.Popen[str]) -> str:
    """What a server says up to the line with ``words``; it is waited for as long as a test may take."""
    assert process.stdout
    said = []
    for line in process.stdout:
        said.append(line)
        if words in line:
            return "".join(said)
    raise AssertionError(f"the server stopped: {''.join(said)}")
