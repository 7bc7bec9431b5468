"""Eleventy, as fast as it goes: its templates are functions of JavaScript, one paginated template makes all pages."""

import json
from pathlib import Path

from benchmarks.others.generator import Command, Generator, PageSets, install_from_npm, said_by, write_json

_NAME = "eleventy"
_PACKAGE = "node_modules/@11ty/eleventy"


def _prepare(sets: PageSets, guides: Path, site: Path) -> None:  # noqa: ARG001 - as every generator
    write_json(site / "languages.json", list(sets))
    for lang, values in sets.items():
        write_json(site / f"{lang}.json", values)


def _command(installed: Path, site: Path, output: Path) -> Command:
    return Command(words=("node", str(installed / _PACKAGE / "cmd.cjs"), f"--output={output}"), folder=site)


def _version(installed: Path) -> str:
    described = json.loads((installed / _PACKAGE / "package.json").read_bytes())
    return f"{described['version']} on Node {said_by(['node', '--version']).lstrip('v')}"


ELEVENTY = Generator(
    name=_NAME,
    title="Eleventy",
    install=lambda folder: install_from_npm(folder, _NAME),
    prepare=_prepare,
    command=_command,
    version=_version,
)
