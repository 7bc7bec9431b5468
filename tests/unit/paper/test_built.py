"""Builds with paper: what is written beside pages, what pages say of it, and what stops a build."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from site_builder.merging import MergeOrder, merge_shards
from site_builder.order import BuildOrder
from site_builder.paper.dense import page_count
from site_builder.pipeline import publish_site
from tests.conftest import REPOSITORY, SITE_URLS, TODAY, PortalFolder, copy_portal, engine_theme
from tests.unit.test_pipeline import tree

SITE = SITE_URLS["districts"]
HALL = "content/welcome/register.md"


def run(module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "PYTHONPATH": str(REPOSITORY), "LANG": "en_GB.UTF-8", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False, env=environ)


def build(folder: PortalFolder, jobs: int, site_url: str = SITE, *how: str) -> dict[str, Any]:
    ran = run("tests.unit.paper.building", str(folder.root), site_url, str(jobs), *how)
    assert ran.returncode == 0, ran.stderr
    built: dict[str, Any] = json.loads(ran.stdout)
    return built


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., PortalFolder]:
    """``printed(2)``: districts, built with paper by so many processes; not to be changed."""

    @cache
    def built(jobs: int, *how: str) -> PortalFolder:
        folder = copy_portal("districts", tmp_path_factory.mktemp("built") / "portal")
        made = build(folder, jobs, SITE, *how)
        assert (made["failed"], made["files"]) == (False, len(tree(folder.site)))
        return folder

    return built


@pytest.mark.parametrize(
    ("jobs", "how"),
    [
        pytest.param(1, (), marks=pytest.mark.long, id="one child"),
        pytest.param(2, ("alone",), marks=pytest.mark.long, id="one process"),
    ],
)
def test_any_number_of_processes_prints_the_same_bytes(
    jobs: int, how: tuple[str, ...], printed: Callable[..., PortalFolder]
) -> None:
    expected = tree(printed(2).site)
    assert tree(printed(jobs, *how).site) == expected
    assert sum(path.endswith(".pdf") for path in expected) == 14


@pytest.mark.long
def test_parts_printed_on_two_machines_are_one_build(printed: Callable[..., PortalFolder], tmp_path: Path) -> None:
    """Each prints all that its pages say the size of; nothing is kept there of the other."""
    shards = [copy_portal("districts", tmp_path / f"machine-{number}") for number in (1, 2)]
    assert not any(build(shard, 2, SITE, f"{n}/2")["failed"] for n, shard in enumerate(shards, 1))
    assert [sum(path.endswith(".pdf") for path in tree(shard.site)) for shard in shards] == [7, 7]
    folders = [shard.site for shard in shards]
    merge_shards(MergeOrder(root=tmp_path / "portal", folders=folders, destination=tmp_path / "site", jobs=1))
    assert tree(tmp_path / "site") == tree(printed(2).site)


def linked(folder: PortalFolder, page: str) -> list[tuple[str, str]]:
    """Files that a page links to, and what it says of each."""
    return re.findall(r'href="([^"]+\.pdf)">[^<]*</a> <small>([^<]*)</small>', folder.html(page))


LINKS = [
    ("bienvenue/canton-canton-d-amont/", "paper/fr/guide/A.pdf", "ko"),
    ("en/welcome/canton-canton-d-amont/", "paper/en/guide/A.pdf", "kB"),
    ("bienvenue/saint-jean-a1/", "paper/fr/guide/A1.pdf", "ko"),
    ("enfants/", "paper/fr/children.pdf", "ko"),
    ("en/children/", "paper/en/children.pdf", "kB"),
]


@pytest.mark.parametrize(("page", "path", "unit"), LINKS, ids=[page for page, _, _ in LINKS])
def test_pages_say_how_heavy_and_how_long_it_is(
    page: str, path: str, unit: str, printed: Callable[..., PortalFolder]
) -> None:
    folder = printed(2)
    data = (folder.site / path).read_bytes()
    note = f"PDF, {page_count(data)}\u00a0pages, {round(len(data) / 1000)}\u00a0{unit}"
    assert linked(folder, page) == [(f"/portail/{path}", note)]


def test_every_file_is_linked_and_every_link_leads_to_one(printed: Callable[..., PortalFolder]) -> None:
    folder = printed(2)
    pages = [file.relative_to(folder.site).as_posix() for file in folder.site.rglob("index.html")]
    found = {url.removeprefix("/portail/") for page in pages for url, _ in linked(folder, page)}
    assert found == {path for path in tree(folder.site) if path.endswith(".pdf")}


@pytest.mark.parametrize(
    "site_url", ["http://localhost:8000/", pytest.param("http://127.0.0.1:8000/portail/", marks=pytest.mark.long), ""]
)
def test_an_address_that_nobody_else_can_follow_prints_nothing(site_url: str, tmp_path: Path) -> None:
    """Nor is Typst called, so that this process may build it."""
    folder = copy_portal("districts", tmp_path / "portal")
    theme = engine_theme(folder.site, site_url)
    order = BuildOrder(root=folder.root, theme=theme, destination=folder.site, paper=True, jobs=2, today=TODAY)
    assert not publish_site(order).failed
    assert [
        path for path, data in tree(folder.site).items() if path.endswith((".pdf", ".html")) and b".pdf" in data
    ] == []
    assert not [path for path in tree(folder.site) if path.endswith(".pdf")]
    assert not (folder.root / ".portail" / "paper").exists()


def test_where_a_language_cannot_be_printed_nothing_is_linked(tmp_path: Path) -> None:
    """Arabic has no font here: its pages are published, without a link to paper in another language."""
    folder = copy_portal("minimal", tmp_path / "portal")
    assert not build(folder, 2, SITE_URLS["minimal"])["failed"]
    found = sorted(path for path in tree(folder.site) if path.endswith(".pdf"))
    assert [path for path in found if path.startswith(("ar/", "paper/ar/"))] == []
    assert found == [
        *("paper/en/children.pdf", "paper/en/guide/port-calme.pdf", "paper/en/kit/guide/port-calme.pdf"),
        *("paper/fr/children.pdf", "paper/fr/guide/port-calme.pdf", "paper/fr/kit/guide/port-calme.pdf"),
    ]
    pages = [path for path, data in tree(folder.site).items() if b".pdf" in data and path.endswith(".html")]
    assert [path for path in pages if path.startswith(("ar/", "paper/ar/"))] == []
    assert len(pages) == 6


def spoilt(folder: PortalFolder) -> None:
    file = folder.root / HALL
    file.write_text(file.read_text(encoding="utf-8").rstrip("\n") + "\n\nCochez ☐.\n", encoding="utf-8")


def test_a_text_that_cannot_be_printed_stops_the_build_and_keeps_the_site(tmp_path: Path) -> None:
    folder = copy_portal("districts", tmp_path / "portal")
    arguments = ("--root", str(folder.root))
    assert run("site_builder.cli", "build", *arguments).returncode == 0
    before = tree(folder.site)
    spoilt(folder)
    line = len((folder.root / HALL).read_text(encoding="utf-8").splitlines())
    ran = run("site_builder.cli", "build", *arguments)
    assert (ran.returncode, tree(folder.site)) == (1, before)
    said = f"{HALL}:{line}:8 [paper-characters] “S’inscrire” contains characters that cannot be printed: ☐ (U+2610)."
    assert said in ran.stderr + ran.stdout
    assert run("site_builder.cli", "check", *arguments).returncode == 0
    assert run("site_builder.cli", "build", "--no-paper", *arguments).returncode == 0
    assert [path for path in tree(folder.site) if path.endswith(".pdf")] == []
