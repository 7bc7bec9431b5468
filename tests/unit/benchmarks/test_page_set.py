"""The guides as other generators are given them: all of them, whole, and no other page."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from benchmarks.guides import PortalHasErrors, guide_press, make_guides, order
from benchmarks.others.hugo import HUGO
from benchmarks.others.material import MATERIAL
from benchmarks.others.page_set import WORDS, page_set
from benchmarks.others.same_pages import contents, page_paths
from tests.conftest import PORTALS, copy_portal

ROOT = PORTALS / "districts"


def said(value: object) -> Iterator[str]:
    """The words of every text in a tree of values, HTML or not."""
    if isinstance(value, str):
        yield from LexborHTMLParser(f"<p>{value}").css("html")[0].text(separator=" ").split()
    elif isinstance(value, dict):
        for each in value.values():
            yield from said(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from said(each)


def test_a_small_portal_is_handed_to_others(tmp_path: Path) -> None:
    guides = tmp_path / "guides"
    made = make_guides(order(ROOT, guides, jobs=1))
    sets = page_set(ROOT)
    assert list(sets) == ["fr", "en"]
    paths = {f"{page['path']}index.html" for values in sets.values() for page in values["pages"]}
    assert paths == page_paths(guides)
    assert len(paths) == made
    for values in sets.values():
        assert tuple(values["words"]) == tuple(WORDS)
        assert len(values["shell"]["parts"]) == len(values["shell"]["slots"]) + 1
        shared = {*said(values["words"]), *said(values["blocks"])}
        for page in values["pages"]:
            html = (guides / page["path"] / "index.html").read_bytes()
            assert set(contents(html, "main").words) - shared - set(said(page)) == set()

    HUGO.set_up(sets, guides, tmp_path / "hugo")
    given = json.loads((tmp_path / "hugo" / "assets" / "en.json").read_bytes())
    assert [f"en/{page['path']}/" for page in given] == [page["path"] for page in sets["en"]["pages"]]
    template = (tmp_path / "hugo" / "layouts" / "page.en.html").read_text(encoding="utf-8")
    assert "<title>{{ .Title }}</title>" in template

    MATERIAL.set_up(sets, guides, tmp_path / "material")
    page = (tmp_path / "material" / "docs" / "en" / "welcome" / "valdaine.md").read_text(encoding="utf-8")
    assert page.startswith('---\ntitle: "Welcome to Valdaine')
    snippets = page.count("\n--8<-- ")
    assert snippets == len(LexborHTMLParser((guides / "en/welcome/valdaine/index.html").read_bytes()).css("section.s"))


def test_a_portal_with_errors_is_not_compared(tmp_path: Path) -> None:
    root = copy_portal("minimal", tmp_path / "portal").root
    (root / "data" / "portal.yml").write_text("name: [\n", encoding="utf-8")
    with pytest.raises(PortalHasErrors, match=r"has errors: portail check --root "):
        guide_press(order(root, tmp_path / "out", jobs=1))
