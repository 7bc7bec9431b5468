"""Every block has its address, and the addresses of the blocks that it replaces; some lead to easy words and back."""

import json
import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import PortalFolder, portal_in

TREE = """
content/welcome/waste.md
    ---
    id: waste
    title: "Trier"
    section: first-steps
    needs: [childcare]
    see: Là.
    ---
    Texte.
content/welcome/waste.en.md
    ---
    title: "Sorting"
    see: There.
    ---
    Text.
content/welcome/water.md
    ---
    id: water
    title: "L’eau"
    section: first-steps
    see: Là.
    ---
    Texte.
content/welcome/waste-bourg.md
    ---
    id: waste-bourg
    title: "Trier au Bourg"
    territory: bourg
    overrides: waste
    mode: replace
    see: Là.
    ---
    Texte.
content/welcome/water-bourg.md
    ---
    id: water-bourg
    title: "L’eau au Bourg"
    territory: bourg
    overrides: water
    mode: append
    see: Là.
    ---
    Texte.
content/easy/easy-waste.md
    ---
    id: easy-waste
    block: waste
    title: "Trier ses déchets"
    ---
    Triez.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> PortalFolder:
    """Not to be changed."""
    folder = portal_in(tmp_path_factory.mktemp("sharing"), TREE)
    assert not folder.build().failed
    return folder


def blocks(folder: PortalFolder, path: str) -> list[tuple[str | None, list[str | None], str | None, str]]:
    """The id of each block, ids of what it replaces, the address that its title is, and the title."""
    found = []
    for block in LexborHTMLParser(folder.html(path)).css(".bs > div"):
        link = block.css_first("h3 > a")
        assert link is not None
        also = [node.attributes["id"] for node in block.css("i")]
        found.append((block.attributes["id"], also, link.attributes["href"], link.text()))
    return found


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("bienvenue/hameau/", [("waste", [], "#waste", "Trier"), ("water", [], "#water", "L’eau")]),
        ("en/welcome/hameau/", [("waste", [], "#waste", "Sorting"), ("water", [], "#water", "L’eau")]),
        (
            "bienvenue/le-bourg/",
            [
                ("waste-bourg", ["waste"], "#waste-bourg", "Trier au Bourg"),
                ("water", [], "#water", "L’eau"),
                ("water-bourg", [], "#water-bourg", "L’eau au Bourg"),
            ],
        ),
    ],
)
def test_the_title_of_a_block_is_its_address(
    built: PortalFolder, path: str, expected: list[tuple[str, list[str], str, str]]
) -> None:
    """A link to a block that a territory has replaced since leads to what stands there now."""
    assert blocks(built, path) == expected


@pytest.mark.parametrize(
    ("path", "links"),
    [
        ("bienvenue/hameau/", [("/facile-a-lire/#easy-waste", "Lire en mots simples")]),
        ("en/welcome/hameau/", [("/en/easy-read/#easy-waste", "Read this in easy words")]),
        ("bienvenue/le-bourg/", []),
    ],
)
def test_a_block_leads_to_its_easy_words(built: PortalFolder, path: str, links: list[tuple[str, str]]) -> None:
    """What a territory wrote in its place may say something else than the easy text: no link from there."""
    tree = LexborHTMLParser(built.html(path))
    assert [(a.attributes["href"], a.text()) for a in tree.css(".bs a.fl")] == links


def test_easy_words_are_marked_and_lead_back(built: PortalFolder) -> None:
    tree = LexborHTMLParser(built.html("facile-a-lire/"))
    text = tree.css_first("#easy-waste")
    assert text is not None
    back = text.css_first("a.here")
    assert back is not None
    assert [mark.text() for mark in tree.css("main .kicker")] == ["Facile à lire et à comprendre (FALC)"]
    assert (back.attributes["href"], back.text()) == ("/bienvenue/petit-pays/#waste", "Lire la fiche complète")


def test_the_script_has_its_words_in_each_language(built: PortalFolder) -> None:
    (script,) = built.site.glob("assets/portail.*.js")
    said = re.match(r"const WORDS=(.*);\n", script.read_text(encoding="utf-8"))
    assert said
    words = json.loads(said[1])
    assert {lang: own["share"] for lang, own in words.items()} == {"fr": "Partager", "en": "Share"}
    for own in words.values():
        assert sorted(own) == "copied copy mail map message refused share word".split()
        assert all(own.values())


def test_the_guide_says_its_whole_address_for_paper(built: PortalFolder) -> None:
    paper = LexborHTMLParser(built.html("bienvenue/le-bourg/")).css_first(".paper")
    assert paper is not None
    assert paper.text() == "https://portail.example/bienvenue/le-bourg/"
