"""One guide for all, filtered for one audience: what it is asked for by, what it never hides, and the page of each."""

import re
from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import PortalFolder, portal_in

Make = Callable[..., PortalFolder]
BLOCK = """
content/welcome/{id}.md
    ---
    id: {id}
    title: "{title}"
    section: {section}
    audiences: [{audiences}]
    needs: [{needs}]
    see: Là.
    ---
    Texte.
"""
GUIDE = """
data/guide.yml
    sections:
      - {id: first-steps, title: {fr: Premiers pas, en: First steps}}
      - {id: nature, title: {fr: Dehors, en: Outdoors}, safety: true}
    audiences:
      - {id: family, title: {fr: En famille, en: As a family}, slug: {fr: famille, en: family}CHILDREN}
      - {id: student, title: {fr: Étudier, en: Studying}}
    roles:
      - {id: town-hall, title: {fr: Mairie, en: Town hall}}
    emergency:
      - {number: "112", title: {fr: Toute urgence, en: Any emergency}}
"""
STEP = """
content/steps/step-one.md
    ---
    id: step-one
    title: "S’inscrire"
    stage: first-week
    day: 3
    ---
    Allez-y.
"""
CHILD = """
content/children/child-school.md
    ---
    id: child-school
    title: "Ton école"
    ---
    Va la voir.
"""
BLOCKS = "".join(
    BLOCK.format(id=id_, title=title, section=section, audiences=audiences, needs=needs)
    for id_, title, section, audiences, needs in (
        ("all", "Pour tous", "first-steps", "", "town-hall"),
        ("school", "École", "first-steps", "family", ""),
        ("studies", "Études", "first-steps", "student, family", ""),
        ("job", "Emploi", "first-steps", "student", ""),
        ("fire", "Feu", "nature", "student", ""),
    )
)


def tree_of(children: str = "", more: str = "") -> str:
    return GUIDE.replace("CHILDREN", children) + BLOCKS + STEP + more


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> PortalFolder:
    """Not to be changed."""
    folder = portal_in(tmp_path_factory.mktemp("audiences"), tree_of(", children: true", CHILD))
    assert not folder.build().failed
    return folder


def page(folder: PortalFolder, path: str) -> LexborHTMLParser:
    return LexborHTMLParser(folder.html(path))


def filters(tree: LexborHTMLParser) -> list[tuple[str | None, str | None, str]]:
    return [(a.attributes["data-p"], a.attributes["href"], a.text().strip()) for a in tree.css(".filter a")]


def test_the_filter_of_a_guide_is_the_same_address_in_every_language(built: PortalFolder) -> None:
    """``data-p`` is what ``?pour=`` says; without a script each leads to the page of the audience."""
    assert filters(page(built, "bienvenue/le-bourg/")) == [
        ("", "?", "Tout le guide"),
        ("famille", "/bienvenue/pour/famille/", "En famille"),
        ("student", "/bienvenue/pour/student/", "Étudier"),
    ]
    assert filters(page(built, "en/welcome/le-bourg/")) == [
        ("", "?", "The whole guide"),
        ("famille", "/en/welcome/for/family/", "As a family"),
        ("student", "/en/welcome/for/student/", "Studying"),
    ]


@pytest.mark.parametrize("path", ["bienvenue/le-bourg/", "en/welcome/le-bourg/"])
def test_blocks_say_whom_they_are_for_but_those_of_safety(built: PortalFolder, path: str) -> None:
    blocks = {block.attributes["id"]: block.attributes.get("data-a") for block in page(built, path).css(".bs > div")}
    assert blocks == {"all": None, "fire": None, "job": "student", "school": "famille", "studies": "student famille"}


@pytest.mark.parametrize(
    ("path", "title", "shown"),
    [
        ("bienvenue/pour/famille/", "En famille : s’installer Petit pays", ["all", "school", "studies", "fire"]),
        ("bienvenue/pour/student/", "Étudier : s’installer Petit pays", ["all", "job", "studies", "fire"]),
        (
            "en/welcome/for/family/",
            "As a family: moving to Petit pays – Small country",
            ["all", "school", "studies", "fire"],
        ),
    ],
)
def test_the_page_of_an_audience(built: PortalFolder, path: str, title: str, shown: list[str]) -> None:
    tree = page(built, path)
    found = tree.css_first("title")
    assert found is not None
    assert re.sub(r"\s", " ", found.text()) == title
    assert [block.attributes["id"] for block in tree.css(".bs > div")] == shown
    assert [a.attributes["href"] for a in tree.css("#emergency a")] == ["tel:112"]


def test_the_page_of_an_audience_leads_on(built: PortalFolder) -> None:
    tree = page(built, "bienvenue/pour/famille/")
    assert [a.attributes["href"] for a in tree.css("main a.choose, main a.more")] == [
        "/bienvenue/?pour=famille",
        "/bienvenue/petit-pays/pas-a-pas/",
        "/enfants/",
        "/bienvenue/petit-pays/",
    ]
    (who,) = (str(a.attributes["href"]) for a in tree.css("#all .nd a"))
    guide, _, anchor = who.partition("#")
    assert guide == "/bienvenue/petit-pays/"
    assert page(built, guide[1:]).css_first(f"[id='{anchor}']") is not None
    assert [a.attributes["href"] for a in tree.css(".around a")] == ["/bienvenue/pour/student/"]
    ids = {node.attributes["id"] for node in tree.css("[id]")}
    within = [str(a.attributes["href"]) for a in tree.css("main a[href^='#']")]
    assert [href for href in within if href[1:] not in ids] == []


def test_the_list_of_places_asks_who_comes(built: PortalFolder) -> None:
    assert [(a.attributes["href"], a.text()) for a in page(built, "en/welcome/").css("[aria-labelledby=coming] a")] == [
        ("/en/welcome/for/family/", "As a family"),
        ("/en/welcome/for/student/", "Studying"),
        ("/en/children/", "The children’s guide"),
    ]


@pytest.mark.parametrize(
    ("children", "more", "in_guides", "for_family", "for_student"),
    [
        (", children: true", CHILD, [("/enfants/", "famille")], True, False),
        ("", CHILD, [("/enfants/", None)], True, True),
        (", children: true", "", [], False, False),
    ],
)
def test_who_is_led_to_the_children_s_edition(
    portal: Make,
    children: str,
    more: str,
    in_guides: list[tuple[str, str | None]],
    for_family: bool,
    for_student: bool,
) -> None:
    folder = portal(tree_of(children, more))
    assert not folder.build().failed
    links = page(folder, "bienvenue/le-bourg/").css("a[href='/enfants/']")
    found = [(a.attributes["href"], a.parent.attributes.get("data-a") if a.parent else "") for a in links]
    assert found == in_guides
    for slug, led in (("famille", for_family), ("student", for_student)):
        assert bool(page(folder, f"bienvenue/pour/{slug}/").css("a[href='/enfants/']")) is led


def test_a_portal_without_audiences_has_neither_filter_nor_pages(portal: Make) -> None:
    guide = GUIDE.replace("CHILDREN", "")
    start, end = guide.index("    audiences:"), guide.index("    roles:")
    folder = portal(guide[:start] + guide[end:])
    checked = folder.check()
    assert checked.planned is not None
    assert [planned.path for planned in checked.planned.site if planned.kind == "audience"] == []
    assert not folder.build().failed
    assert page(folder, "bienvenue/le-bourg/").css(".filter") == []
    assert page(folder, "bienvenue/").css("[aria-labelledby=coming]") == []


SOURCED = """
content/welcome/a.md
    ---
    id: a
    title: Pour tous
    section: first-steps
    verified_on: 2026-03-12
    sources: [{name: Mairie}]
    see: Là.
    ---
    Texte.
content/welcome/b.md
    ---
    id: b
    title: Études
    section: first-steps
    audiences: [student]
    sources: [{name: Université}, {name: Mairie}]
    see: Là.
    ---
    Texte.
"""


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (
            "bienvenue/petit-pays",
            "Sources\N{NO-BREAK SPACE}: Mairie · Université. Texte pas encore vérifié.",
        ),
        (
            "bienvenue/pour/student",
            "Sources\N{NO-BREAK SPACE}: Mairie · Université. Texte pas encore vérifié.",
        ),
        ("bienvenue/pour/famille", "Sources\N{NO-BREAK SPACE}: Mairie."),
    ],
)
def test_a_section_names_the_sources_of_the_blocks_that_it_shows(address: str, said: str, portal: Make) -> None:
    folder = portal(GUIDE.replace("CHILDREN", "") + SOURCED)
    assert not folder.build().failed
    found = page(folder, address).css_first("#first-steps .s-h .pv")
    assert found is not None
    text = found.text()
    assert text[text.index("Sources") :].strip() == said
