"""Addresses that never change: one for each entry and territory, in no language."""

import re
from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import PortalFolder, portal_in

MakePortal = Callable[..., PortalFolder]
TREE = """
content/assets/dune.md
    ---
    id: dune
    title: La dune
    slug: grande-dune
    angle: natural-heritage
    ---
    Haute.
content/assets/dune.en.md
    ---
    title: The dune
    ---
    High.
content/assets/lac.md
    ---
    id: lac
    title: Le lac & la rive
    angle: natural-heritage
    ---
    Bleu.
content/assets/val.md
    ---
    id: val
    title: Le val
    angle: natural-heritage
    status: draft
    ---
    Bas.
content/welcome/ecole.md
    ---
    id: ecole
    title: L’école
    section: housing
    order: 10
    ---
    Inscrivez votre enfant.
"""
PERSON = """
content/ambassadors/p-0a1b2c3d.md
    ---
    id: p-0a1b2c3d
    title: Jeanne Dupont
    theme: sport
    consent: {scope: [site], granted_on: 2025-01-01, expires_on: 2025-12-31, reference: dossier 1, minor: false}
    ---
    Elle court.
"""

PERSON_IN_ENGLISH = """
content/ambassadors/p-0a1b2c3d.en.md
    ---
    title: Jeanne Dupont
    ---
    She runs.
"""
VAL = """
data/territories/val.yml
    territories:
      - {code: val, level: commune, name: Le Val, parents: [pays], siren: "200012345"}
      - {code: "200012346", level: commune, name: Mont, parents: [pays], siren: "200012346"}
"""


def led(folder: PortalFolder, stable_id: str) -> list[tuple[str | None, str, str | None]]:
    read = LexborHTMLParser(folder.html(f"q/{stable_id}/"))
    return [(line.attributes["lang"], line.text(), line.css("a")[0].attributes["href"]) for line in read.css("main p")]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> PortalFolder:
    """Not to be changed."""
    folder = portal_in(tmp_path_factory.mktemp("permanent"), TREE + PERSON)
    assert not folder.build(site_url="https://portail.example/lieu/").failed
    return folder


def test_an_entry_in_each_of_its_languages(built: PortalFolder) -> None:
    assert led(built, "dune") == [
        ("fr", "Lire en français\u00a0: La dune", "/lieu/atouts/grande-dune/"),
        ("en", "Read in English: The dune", "/lieu/en/assets/dune/"),
    ]
    assert led(built, "lac") == [("fr", "Lire en français\u00a0: Le lac & la rive", "/lieu/atouts/lac/")]


def test_a_territory(built: PortalFolder) -> None:
    assert led(built, "bourg") == [
        ("fr", "Lire en français\u00a0: Bienvenue au Bourg", "/lieu/bienvenue/le-bourg/"),
        ("en", "Read in English: Welcome to Le Bourg", "/lieu/en/welcome/le-bourg/"),
    ]


def test_a_territory_by_its_siren_as_well(portal: MakePortal) -> None:
    folder = portal(VAL)
    assert not folder.build().failed
    assert folder.html("q/200012345/") == folder.html("q/val/")
    assert sorted(path.name for path in (folder.site / "q").glob("2*")) == ["200012345", "200012346"]


def test_no_page_bears_the_name_of_a_living_person(portal: MakePortal) -> None:
    folder = portal(PERSON.replace("2025-12-31", "2027-12-31") + PERSON_IN_ENGLISH)
    assert not folder.build().failed
    assert "Jeanne" not in folder.html("q/p-0a1b2c3d/")
    assert led(folder, "p-0a1b2c3d") == [
        ("fr", "Lire en français\u00a0: Ambassadeurs", "/ambassadeurs/p-0a1b2c3d/"),
        ("en", "Read in English: Ambassadors", "/en/ambassadors/p-0a1b2c3d/"),
    ]


def test_what_has_no_page_of_its_own_is_found_where_it_is_shown(built: PortalFolder) -> None:
    assert led(built, "ecole") == [("fr", "Lire en français\u00a0: L’école", "/lieu/bienvenue/petit-pays/#ecole")]


def test_whoever_has_left_is_not_named(built: PortalFolder) -> None:
    page = built.html("q/p-0a1b2c3d/")
    assert "Jeanne" not in page
    assert [(lang, url) for lang, _, url in led(built, "p-0a1b2c3d")] == [
        ("fr", "/lieu/ambassadeurs/p-0a1b2c3d/"),
    ]


def test_what_is_not_published_has_none(built: PortalFolder) -> None:
    found = sorted(path.name for path in (built.site / "q").iterdir())
    assert found == ["bourg", "dune", "ecole", "hameau", "lac", "p-0a1b2c3d", "pays"]


def test_no_search_engine_keeps_it(built: PortalFolder) -> None:
    read = LexborHTMLParser(built.html("q/dune/"))
    assert [meta.attributes["content"] for meta in read.css("meta[name=robots]")] == ["noindex"]
    assert read.css("title")[0].text() == "La dune · The dune"
    assert re.findall("<loc>([^<]*/q/[^<]*)", (built.site / "sitemap-fr.xml").read_text(encoding="utf-8")) == []
