"""Texts in easy words and for children: in order, in their languages, each with a way to the whole block."""

import re
from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.render.stage import Press
from site_builder.render.views.search import SearchView
from site_builder.render.views.welcome.editions import EditionText, EditionView
from tests.conftest import PortalFolder

Presses = Callable[[str], Press]


def texts(press: Press, key: str, lang: str) -> dict[str, EditionText]:
    page = press.scene.site.get(key, lang)
    assert page is not None
    view = press.view(page)
    assert isinstance(view, EditionView)
    return {text.id: text for text in view.texts}


@pytest.mark.parametrize(
    ("name", "key", "lang", "shown"),
    [
        ("districts", "easy", "fr", {"easy-register": None, "easy-waste": None}),
        ("districts", "easy", "en", {"easy-register": "fr", "easy-waste": None}),
        ("districts", "children", "fr", {"child-snow": None, "child-lake": None}),  # by `order`, then by title
        ("districts", "children", "en", {"child-snow": "fr", "child-lake": None}),
        ("minimal", "easy", "ar", {"easy-town-hall": None, "easy-market": None}),
        ("minimal", "children", "ar", {"child-market": "fr", "child-lighthouse": None}),
        ("starter", "easy", "en", {"easy-town-hall-first": None}),
        ("starter", "children", "en", {"child-hello": None}),
    ],
)
def test_texts_and_the_language_of_those_that_are_not_translated(
    name: str, key: str, lang: str, shown: dict[str, str | None], presses: Presses
) -> None:
    found = texts(presses(name), key, lang)
    assert {text.id: text.lang for text in found.values()} == shown
    if lang != "ar":  # in Arabic, titles come in an order of their own
        assert [*found] == [*shown]


@pytest.mark.parametrize(
    ("key", "lang", "text", "see"),
    [
        ("children", "fr", "child-lake", 'Va voir <a href="/portail/atouts/lac/">le lac</a>.'),
        ("children", "en", "child-lake", 'Go and see <a href="/portail/en/assets/lake/">the lake</a>.'),
        ("children", "fr", "child-snow", ""),
        ("easy", "fr", "easy-waste", ""),
    ],
)
def test_something_to_see(key: str, lang: str, text: str, see: str, presses: Presses) -> None:
    assert texts(presses("districts"), key, lang)[text].see == see


@pytest.mark.parametrize(
    ("name", "key", "text", "sources"),
    [
        ("districts", "easy", "easy-waste", "Sources : Le canton d’Amont · Le canton d’Aval."),  # each once
        ("districts", "easy", "easy-register", ""),
        ("minimal", "children", "child-lighthouse", "Sources : Carnet du gardien."),
    ],
)
def test_sources(name: str, key: str, text: str, sources: str, presses: Presses) -> None:
    assert texts(presses(name), key, "fr")[text].sources.replace("\u00a0", " ") == sources


@pytest.mark.parametrize(
    ("key", "lang", "text", "whole"),
    [
        ("easy", "fr", "easy-waste", ("Lire la fiche complète", "/portail/bienvenue/valdaine/#waste")),
        ("easy", "en", "easy-register", ("Read the full text", "/portail/en/welcome/valdaine/#register")),
        ("children", "fr", "child-lake", None),
    ],
)
def test_the_way_to_the_whole_block(
    key: str, lang: str, text: str, whole: tuple[str, str] | None, presses: Presses
) -> None:
    link = texts(presses("districts"), key, lang)[text].whole
    assert ((link.title, link.url) if link else None) == whole


BLOCK = """
content/welcome/waste.md
    ---
    id: waste
    title: Trier
    section: housing
    see: Allez voir.
    ---
    Triez.
content/welcome/better.md
    ---
    id: better
    title: Mieux trier
    territory: {territory}
    overrides: waste
    mode: {mode}
    see: Allez voir.
    ---
    {body}
content/easy/a.md
    ---
    id: easy-waste
    title: Trier
    block: waste
    ---
    Triez.
"""


@pytest.mark.parametrize(
    ("territory", "mode", "anchors"),
    [
        ("pays", "replace", ["/bienvenue/petit-pays/#better"]),  # what the widest guide shows in its place
        ("bourg", "replace", ["/bienvenue/petit-pays/#waste"]),
        ("pays", "append", ["/bienvenue/petit-pays/#waste"]),
        ("pays", "hide", []),
    ],
)
def test_the_whole_block_is_the_one_that_the_widest_guide_shows(
    territory: str, mode: str, anchors: list[str], portal: Callable[..., PortalFolder]
) -> None:
    body = "" if mode == "hide" else "Triez mieux."
    folder = portal(BLOCK.format(territory=territory, mode=mode, body=body))
    assert not folder.build().failed
    page = LexborHTMLParser(folder.html("facile-a-lire/"))
    assert [link.attributes["href"] for link in page.css("#easy-waste a.more")] == anchors


@pytest.mark.parametrize("name", ["minimal", "districts", "starter"])
@pytest.mark.parametrize("kind", ["journey", "easy", "children"])
def test_texts_that_share_a_page_share_no_anchor(name: str, kind: str, presses: Presses) -> None:
    """Each of two texts in easy words of ``minimal`` has a heading "Que prendre"."""
    press = presses(name)
    pages = [page for page in press.scene.site if page.kind == kind]
    assert pages
    for page in pages:
        ids = re.findall(r'\sid="?([^">\s]+)', press.page(page).data.decode())
        assert sorted(set(ids)) == sorted(ids)


def test_a_heading_is_called_after_its_text(presses: Presses) -> None:
    press = presses("minimal")
    page = press.scene.site.get("easy", "fr")
    assert page is not None
    dom = LexborHTMLParser(press.page(page).data.decode())
    inner = [node.attributes["id"] for node in dom.css(".easy h2[id], .easy h3[id]")]
    assert inner == ["easy-town-hall-que-prendre", "easy-market-que-prendre"]
    links = {link.attributes["href"] for link in dom.css("#easy-town-hall a")}
    assert links >= {"/bienvenue/port-calme/pas-a-pas/#step-town-hall", "#easy-town-hall-que-prendre"}


@pytest.mark.parametrize(("lang", "called"), [("fr", "Le guide des enfants"), ("en", "The children’s guide")])
def test_among_the_parts_of_the_portal_the_children_s_guide_is_no_other(
    lang: str, called: str, presses: Presses
) -> None:
    """Its own title, "Your guide: welcome to …", is said to a child."""
    press = presses("starter")
    page, children = press.scene.site.get("search", lang), press.scene.site.get("children", lang)
    assert page
    assert children
    shown = press.view(page)
    assert isinstance(shown, SearchView)
    address = press.scene.links.to(children)
    assert [str(part.title) for part in shown.parts if part.url == address] == [called]
