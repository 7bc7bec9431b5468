"""The rules that keep the core readable: who may import whom, and what may happen while a module is imported."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CORE = ROOT / "site_builder"
HOSTS = {"mkdocs", "properdocs", "material", "hooks", "portail_engine"}

FOUNDATIONS = (
    "problems",
    "model",
    "language",
    "geo",
    "output",
    "clock",
    "collector",
    "progress",
    "host",
    "engine",
    "shard",
    "interface",
    "tally",
    "made_often",
    "qr",
)
"""They know nothing of the core but themselves: records, sentences, shapes, words."""
PARTS_OF_STAGES = ("prose", "kept", "incremental")
"""They stand on foundations and on parts before them, for several stages to use."""
STAGES = (
    "load",
    "validate",
    "resolve",
    "check",
    "external",
    "plan",
    "pictures",
    "render",
    "paper",
    "outputs",
    "publish",
    "processes",
    "standing",
    "site_contents",
    "reading",
    "costs",
    "merging",
    "order",
    "setting",
    "paths",
    "steps",
    "pipeline",
    "leaving_out",
    "reviewing",
    "serving",
    "editing",
    "cli",
)
"""Each imports only foundations and stages before it."""


def part_of(file: Path) -> str:
    """``site_builder/load/text.py`` → ``load``; ``site_builder/clock.py`` → ``clock``."""
    return file.relative_to(CORE).parts[0].removesuffix(".py")


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def parts_imported(part: str) -> set[str]:
    """The parts of the core that a part imports, itself left out."""
    files = [file for file in CORE.rglob("*.py") if part_of(file) == part]
    found = {tuple(module.split(".")) for file in files for module in imports(file)}
    return {names[1] for names in found if names[0] == "site_builder" and len(names) > 1} - {part}


def test_every_part_has_its_place_in_the_order() -> None:
    parts = {part_of(file) for file in CORE.rglob("*.py")} - {"__init__"}
    assert parts == {*FOUNDATIONS, *PARTS_OF_STAGES, *STAGES}


@pytest.mark.parametrize("part", FOUNDATIONS)
def test_a_foundation_stands_alone(part: str) -> None:
    assert parts_imported(part) == set()


@pytest.mark.parametrize("part", PARTS_OF_STAGES)
def test_a_part_of_stages_imports_foundations_and_parts_before_it(part: str) -> None:
    before = PARTS_OF_STAGES[: PARTS_OF_STAGES.index(part)]
    assert parts_imported(part) <= {*FOUNDATIONS, *before}


@pytest.mark.parametrize("part", STAGES)
def test_a_stage_imports_only_what_stands_before_it(part: str) -> None:
    before = {*FOUNDATIONS, *PARTS_OF_STAGES, *STAGES[: STAGES.index(part)]}
    assert parts_imported(part) <= before


def test_the_core_imports_no_host() -> None:
    guilty = {
        f"{file.relative_to(ROOT)}: {module}"
        for file in CORE.rglob("*.py")
        for module in imports(file)
        if module.split(".")[0] in HOSTS
    }
    assert guilty == set()


IMPORT_ALL = """
import json, pkgutil, sys
# What the standard library and other packages read when they are first imported is theirs.
import babel.dates, babel.lists, babel.numbers, csv, icalendar, jinja2.ext, markdown, nh3, pydantic.root_model, yaml
import importlib.metadata, multiprocessing.connection, zoneinfo
done = []
CHANGES = "subprocess. socket. os.mkdir os.remove os.rename os.rmdir os.fork shutil. tempfile.".split()
def hook(event, values):
    if event == "open" and not str(values[0]).endswith((".py", ".pyc", ".so")) and ".pyc." not in str(values[0]):
        done.append(f"open {values[0]}")
    elif event.startswith(tuple(CHANGES)) and "__pycache__" not in str(values) and ".pyc" not in str(values):
        done.append(event)
import site_builder
names = [name for _, name, _ in pkgutil.walk_packages(site_builder.__path__, "site_builder.")]
names.remove("site_builder.cli.__main__")
sys.addaudithook(hook)
for name in names:
    __import__(name)
hosts = {"mkdocs", "properdocs", "material", "portail_engine"}
print(json.dumps([done, sorted(sys.modules.keys() & hosts), len(names)]))
"""


def test_importing_the_core_reads_and_changes_nothing() -> None:
    """In a process of its own: no file is opened but modules, nothing starts, no host is loaded."""
    ran = subprocess.run([sys.executable, "-B", "-c", IMPORT_ALL], cwd=ROOT, check=True, capture_output=True, text=True)
    done, loaded, modules = json.loads(ran.stdout)
    assert (done, loaded) == ([], [])
    assert modules == len([*CORE.rglob("*.py")]) - 2  # the package itself and cli/__main__.py


def test_every_decision_is_in_the_table() -> None:
    table = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").partition("## Decisions")[2]
    files = sorted(file.name for file in (ROOT / "docs" / "decisions").glob("*.md"))
    assert re.findall(r"^\| \[\d{4}\]\(decisions/([^)]+)\) \|", table, re.MULTILINE) == files


CHECK_ONLY = """
import contextlib, io, sys
from site_builder.cli import main
with contextlib.redirect_stdout(io.StringIO()):
    code = main(["check", "--root", sys.argv[1]])
hosts = {"mkdocs", "properdocs", "material", "portail_engine.hooks"}
print(code, sorted(sys.modules.keys() & hosts))
"""


def test_checking_a_portal_loads_no_host() -> None:
    portal = ROOT / "tests" / "portals" / "minimal"
    ran = subprocess.run(
        [sys.executable, "-c", CHECK_ONLY, str(portal)], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert ran.stdout == "0 []\n"
