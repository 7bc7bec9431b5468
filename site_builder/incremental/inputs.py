"""All that a build is made from, as fingerprints of contents: nothing here believes a date or a size.

It is what a build without change costs: no other part of the core, and no library, is imported.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from site_builder.engine import engine_folder
from site_builder.host import HOST_FILE, WATCHED
from site_builder.shard import Shard

DIGEST = 16
"""Bytes of a fingerprint; it is written with twice as many characters."""
NAMES = "names"
"""The leaf that changes with the names of the portal's files, not with what they hold."""
TODAY = "today"
"""The leaf that changes every night, where the portal is."""
_NAME = re.compile(r"[A-Za-z_]\w*")
_GIT_SECONDS = 5.0
_COMPILED = "__pycache__"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What a site is made from. Two builds whose inputs and orders are equal make the same bytes.

    ``portal``: fingerprint of each file of the portal, by path; ``engine``: of this very core, its theme and its hooks;
    ``libraries``: the Python and the packages that are installed; ``environment``: the variables that the host's file
    names; ``history``: the last commit, which pages for coordinators show.
    """

    portal: Mapping[str, str]
    engine: str
    libraries: str
    environment: str
    history: str

    @property
    def fingerprint(self) -> str:
        """One for all of them."""
        files = (f"{path}\0{said}" for path, said in sorted(self.portal.items()))
        return fingerprint_of((*files, self.engine, self.libraries, self.environment, self.history))

    @property
    def leaves(self) -> dict[str, str]:
        """One for the files of each folder, in data/ for those of each suffix (``data .yml``); one for all names.

        A table has one of its own, which is called like its path.
        """
        groups: dict[str, list[str]] = {folder: [] for folder in WATCHED}
        groups |= {f"data {suffix}": [] for suffix in (".yml", ".geojson")}
        for path, said in sorted(self.portal.items()):
            folder, _, name = path.partition("/")
            group = _group(path, name) if folder == "data" else folder
            groups.setdefault(group, []).append(f"{path}\0{said}")
        leaves = {name: fingerprint_of(files) for name, files in groups.items()}
        return {**leaves, NAMES: fingerprint_of(sorted(self.portal))}

    @property
    def host(self) -> str:
        """Of what decides the host's answer alone: its file, the environment, the packages, this core."""
        written = (self.portal.get(HOST_FILE, ""), self.environment, self.libraries, self.engine)
        return fingerprint_of(written)


def order_fingerprint(inputs: Inputs, *, paper: bool, served: bool, shard: Shard | None = None) -> str:
    """Of all that decides what a build makes, apart from the day: what the site is made from, and what was asked."""
    return fingerprint(f"{inputs.fingerprint} {paper} {served} {shard}".encode())


def _group(path: str, name: str) -> str:
    """What a file in data/ is one of."""
    suffix = name.rpartition(".")[2]
    return path if suffix == "csv" else "data .yml" if suffix == "yaml" else f"data .{suffix}"


def fingerprint(data: bytes | memoryview) -> str:
    """Of contents: the beginning of their SHA-256, hexadecimal, ``DIGEST`` bytes long.

    Processors have instructions for it: 40 kB take 24 µs, BLAKE2 took 58 µs.
    """
    return sha256(data, usedforsecurity=False).hexdigest()[: 2 * DIGEST]


def fingerprint_of(texts: Iterable[str]) -> str:
    """Of several texts, none of which holds NUL, in their order."""
    return fingerprint("\0".join(texts).encode())


def inputs_of(root: Path, environ: Mapping[str, str] = os.environ) -> Inputs:
    """All that the portal in ``root`` would be made from now."""
    portal = {path: said for folder in WATCHED for path, said in _below(root / folder, folder)}
    written = root / HOST_FILE
    portal[HOST_FILE] = _of_file(written)
    return Inputs(
        portal=portal,
        engine=_engine(),
        libraries=_libraries(),
        environment=_environment(written, environ),
        history=_history(root),
    )


def _below(folder: Path, name: str) -> Iterator[tuple[str, str]]:
    """Each file below a folder; a link by where it leads, a pipe by being one: builds refuse both."""
    if folder.is_symlink():
        yield name, str(folder.readlink())
    elif folder.is_dir():
        yield from _inside(str(folder), name)


def _inside(folder: str, name: str) -> Iterator[tuple[str, str]]:
    try:
        with os.scandir(folder) as found:
            entries = list(found)
    except OSError as error:
        yield name, _unreadable(error)
        return
    for entry in entries:
        path = f"{name}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if entry.name != _COMPILED:
                yield from _inside(entry.path, path)
        elif entry.is_file(follow_symlinks=False):
            yield path, _of_file(Path(entry.path))
        else:
            leads_to = str(Path(entry.path).readlink()) if entry.is_symlink() else "nowhere"
            yield f"{path} is not a file", leads_to  # its name says so: what is told of it is told of names


def _of_file(file: Path) -> str:
    try:
        return fingerprint(file.read_bytes())
    except OSError as error:
        return _unreadable(error)


def _unreadable(error: OSError) -> str:
    return f"unreadable: {error.errno}"


def _engine() -> str:
    """Of every file of the core, the hooks, the theme and the starter, wherever they are installed."""
    folders = {"site_builder": Path(__file__).resolve().parent.parent}
    folders |= {name: engine_folder(name) for name in ("hooks", "theme", "starter")}
    files = sorted(each for name, folder in folders.items() for each in _below(folder, name))
    return fingerprint_of(f"{path}\0{said}" for path, said in files)


def _libraries() -> str:
    """The Python, and the packages with their versions, as the names of their folders say them."""
    found = {name for place in sys.path for name in _listed(place) if name.endswith((".dist-info", ".egg-info"))}
    return fingerprint_of((sys.version, sys.platform, *sorted(found)))


def _listed(place: str) -> list[str]:
    try:
        with os.scandir(place or ".") as found:
            return [entry.name for entry in found]
    except OSError:
        return []


def _environment(host_file: Path, environ: Mapping[str, str]) -> str:
    """Of the variables whose names stand anywhere in the host's file: ``!ENV`` reads no other."""
    try:
        text = host_file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    named = sorted(set(_NAME.findall(text)) & environ.keys())
    return fingerprint_of(f"{name}={environ[name]}" for name in named)


def _history(root: Path) -> str:
    """The last commit of the repository around the portal; empty where there is none, or no Git."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    asked = ["git", "rev-parse", "--is-shallow-repository", "HEAD"]
    try:
        said = subprocess.run(  # noqa: S603 - a list of arguments
            asked, cwd=root, env=own, stdin=subprocess.DEVNULL, capture_output=True, timeout=_GIT_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return said.stdout.decode("utf-8", "replace") if said.returncode == 0 else ""
