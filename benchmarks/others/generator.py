"""What is asked of another generator to be measured, and how it is had in the versions of its lock."""

import filecmp
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.guides import ROOT
from site_builder.model.values import Lang

COMPETITORS = ROOT / "benchmarks" / "competitors"
PageSets = Mapping[Lang, Mapping[str, Any]]
"""What `page_set` gives, the portal's first language first."""


class NotHere(Exception):
    """What a generator needs cannot be had on this computer; the message says what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What builds a prepared site; ``environ`` is added to ours."""

    words: Sequence[str]
    folder: Path
    environ: Mapping[str, str] = field(default_factory=dict)

    @property
    def whole_environ(self) -> Mapping[str, str]:
        return {**os.environ, **self.environ}


@dataclass(frozen=True, slots=True, kw_only=True)
class Generator:
    """Another generator. ``prepare``, ``command`` and ``version`` are given the folder where it is installed.

    ``prepare(sets, guides, site)`` writes into ``site``, where its own folder of benchmarks/competitors/ is copied
    already, what it builds from: the page sets or, for one of Markdown, what our ``guides`` say.
    ``command(installed, site, output)`` builds that into ``output``; ``reading`` reads it all and makes no page, where
    the generator has a command for that. ``part``: the content of its pages, where what is
    around it is its own; all of the page is ours where empty.
    """

    name: str
    title: str
    install: Callable[[Path], None]
    prepare: Callable[[PageSets, Path, Path], None]
    command: Callable[[Path, Path, Path], Command]
    version: Callable[[Path], str]
    reading: Callable[[Path, Path], Command] | None = None
    part: str = ""

    def installed(self) -> Path:
        """The folder where it is, installed at the first use, and again when its lock has changed. Raises NotHere."""
        folder = ROOT / ".portail" / "competitors" / self.name
        lock = next(file for file in map((COMPETITORS / self.name).joinpath, LOCKS) if file.is_file())
        stamp = folder / lock.name
        if not (stamp.is_file() and filecmp.cmp(lock, stamp, shallow=False)):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            try:
                self.install(folder)
            except NotHere:
                shutil.rmtree(folder)
                raise
            shutil.copyfile(lock, stamp)
        return folder

    def set_up(self, sets: PageSets, guides: Path, site: Path) -> None:
        """The site that it is to build, in the folder ``site``, which is not there yet."""
        shutil.copytree(COMPETITORS / self.name, site, ignore=shutil.ignore_patterns("node_modules"))
        self.prepare(sets, guides, site)


LOCKS = ("requirements.txt", "package-lock.json")


def install_from_pypi(folder: Path, name: str) -> None:
    """A Python environment of its own, with what benchmarks/competitors/``name``/requirements.txt locks."""
    _run([sys.executable, "-m", "venv", str(folder / "venv")])
    lock = COMPETITORS / name / "requirements.txt"
    pip = [str(venv_python(folder)), "-m", "pip", "install", "--disable-pip-version-check", "--quiet"]
    _run([*pip, "--require-hashes", "--only-binary", ":all:", "-r", str(lock)])


def install_from_npm(folder: Path, name: str) -> None:
    """The packages of benchmarks/competitors/``name``/package-lock.json; nothing that is installed runs by itself."""
    if not shutil.which("npm") or not shutil.which("node"):
        raise NotHere("Node and npm are missing")
    for file in (COMPETITORS / name).glob("package*.json"):
        shutil.copyfile(file, folder / file.name)
    _run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], folder)


def venv_python(folder: Path) -> Path:
    return folder / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def said_by(words: Sequence[str]) -> str:
    """What a command prints."""
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()


def write_json(file: Path, values: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")


def _run(words: Sequence[str], folder: Path | None = None) -> None:
    try:
        subprocess.run(words, check=True, cwd=folder, capture_output=True, text=True)
    except subprocess.CalledProcessError as error:
        raise NotHere(f"{' '.join(words)}: {error.stderr.strip()}") from error
