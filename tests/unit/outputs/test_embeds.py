"""Cards that other sites show: which there are, what they say, and of whom there is none."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from selectolax.lexbor import LexborHTMLParser

from site_builder.outputs.embeds import INKS, embed_files
from site_builder.plan.pages import GONE
from site_builder.render.embeds import HEIGHT, WIDTH, embed_plans
from tests.conftest import REPOSITORY, PortalFolder, portal_in
from tests.unit.render.conftest import press_of

MakePortal = Callable[..., PortalFolder]
SITE = "https://portail.example/lieu/"
TREE = """
content/assets/dune.md
    ---
    id: dune
    title: La dune & la mer
    slug: grande-dune
    summary: Haute, et douce.
    angle: natural-heritage
    territory: bourg
    ---
    On y monte.
content/assets/dune.en.md
    ---
    title: The dune
    summary: High, and soft.
    ---
    Climb it.
content/ambassadors/ancien.md
    ---
    id: ancien
    title: Jean Ancien
    summary: Il sculptait.
    theme: culture
    died: {year: 1910}
    ---
    Un sculpteur.
content/events/fete.md
    ---
    id: fete
    title: La fête
    territory: bourg
    kind: meeting
    starts: 2026-12-05
    ---
content/events/marche.md
    ---
    id: marche
    title: La marche
    territory: hameau
    kind: visit
    starts: 2026-12-02T18:30
    cancelled: true
    ---
content/events/marche.en.md
    ---
    title: The walk
    ---
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
    consent:
      {scope: [site, print, social], granted_on: 2025-01-01, expires_on: 2027-12-31, reference: dossier 1, minor: false}
    ---
    Elle court.
"""
OEMBED = {  # https://oembed.com, section 2.3.4, the rich type
    "type": "object",
    "required": ["type", "version", "html", "width", "height"],
    "properties": {
        "type": {"const": "rich"},
        "version": {"const": "1.0"},
        "title": {"type": "string"},
        "provider_name": {"type": "string"},
        "provider_url": {"type": "string", "pattern": "^https://"},
        "cache_age": {"type": "integer"},
        "html": {"type": "string", "pattern": "^<iframe "},
        "width": {"type": "integer"},
        "height": {"type": "integer"},
    },
    "additionalProperties": False,
}


def read(folder: PortalFolder, path: str) -> LexborHTMLParser:
    return LexborHTMLParser(folder.html(f"embed/{path}"))


def links(card: LexborHTMLParser) -> list[tuple[str, str | None]]:
    return [(link.text(), link.attributes["href"]) for link in card.css("main a")]


def said(card: LexborHTMLParser) -> list[str]:
    return [node.text().strip() for node in card.css("main > *") if node.text().strip()]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> PortalFolder:
    """Not to be changed."""
    folder = portal_in(tmp_path_factory.mktemp("embeds"), TREE + PERSON)
    assert not folder.build(site_url=SITE).failed
    return folder


def test_which_there_are(built: PortalFolder) -> None:
    """Of what is in a place, its code or id; what oEmbed says, only of what is not one of thousands of places."""
    cards = {
        *(f"{lang}/guide/{code}" for lang in ("fr", "en") for code in ("pays", "bourg", "hameau")),
        *(f"{lang}/events/{code}" for lang in ("fr", "en") for code in ("pays", "bourg", "hameau")),
        *("fr/asset/dune", "en/asset/dune", "fr/ambassador/ancien", "fr/ambassador/p-0a1b2c3d"),
    }
    described = cards - {f"{lang}/guide/{code}" for lang in ("fr", "en") for code in ("bourg", "hameau")}
    files = [file for file in (built.site / "embed").rglob("*.*") if file.is_file()]
    assert {file.relative_to(built.site / "embed").as_posix() for file in files} == {
        *(f"{card}.html" for card in cards),
        *(f"{card}.json" for card in described),
        "v1/loader.js",
    }


def test_a_guide(built: PortalFolder) -> None:
    card = read(built, "fr/guide/bourg.html")
    assert said(card) == [
        "Petit pays",
        "Bienvenue au Bourg",
        LexborHTMLParser(built.html("bienvenue/le-bourg/")).css("meta[name=description]")[0].attributes["content"],
        "Se loger",
        "Lire le guide",
        "Petit pays",
    ]
    assert links(card) == [
        ("Bienvenue au Bourg", "/lieu/bienvenue/le-bourg/"),
        ("Se loger", "#housing"),
        ("Lire le guide", "/lieu/bienvenue/le-bourg/"),
    ]
    assert LexborHTMLParser(built.html("bienvenue/le-bourg/")).css("#housing")


def test_what_programs_are_told(built: PortalFolder) -> None:
    card = read(built, "en/asset/dune.html")
    base, robots, canonical = card.css("base")[0], card.css("meta[name=robots]")[0], card.css("link[rel=canonical]")[0]
    assert card.css("html")[0].attributes == {"lang": "en"}
    assert card.css("title")[0].text() == "The dune"
    assert base.attributes == {"href": "/lieu/en/assets/dune/", "target": "_top"}
    assert robots.attributes["content"] == "noindex"
    assert canonical.attributes["href"] == f"{SITE}en/assets/dune/"
    assert "embed/" not in "".join(file.read_text("utf-8") for file in built.site.glob("sitemap*.xml"))


def test_an_asset(built: PortalFolder) -> None:
    card = read(built, "fr/asset/dune.html")
    assert said(card) == [
        "Patrimoine naturel · Le Bourg",
        "La dune & la mer",
        "Haute, et douce.",
        "Lire la fiche",
        "Petit pays",
    ]
    assert {url for _, url in links(card)} == {"/lieu/atouts/grande-dune/"}


def test_events_the_soonest_first(built: PortalFolder) -> None:
    card = read(built, "en/events/pays.html")
    notes = [note.text() for note in card.css("li span")]
    assert notes == ["Cancelled · Wednesday, 2 December 2026 at 6:30pm · Visit", "Saturday, 5 December 2026 · Meeting"]
    assert [(link.text(), link.attributes) for link in card.css("li a")] == [
        ("The walk", {"href": "/lieu/en/events/marche/"}),
        ("La fête", {"href": "/lieu/rendez-vous/fete/", "lang": "fr"}),
    ]


def test_the_events_of_a_place_are_its_own(built: PortalFolder) -> None:
    card = read(built, "fr/events/bourg.html")
    assert card.css("h1")[0].text().endswith(" · Le Bourg")
    assert [link.text() for link in card.css("li a")] == ["La fête"]


def test_events_that_are_over_leave_a_card_that_says_so(portal: MakePortal) -> None:
    folder = portal(TREE)
    assert not folder.build(today=date(2026, 12, 6)).failed
    card = read(folder, "fr/events/bourg.html")
    assert (card.css(".lead")[0].text(), card.css("li")) == ("Aucun rendez-vous pour le moment.", [])


def naming(built: PortalFolder, name: str) -> list[str]:
    """The files of cards that a living person's name or id stands in, or whose name holds it."""
    folder = built.site / "embed"
    files = sorted(file for file in folder.rglob("*.*") if file.is_file())
    return [
        file.relative_to(folder).as_posix()
        for file in files
        if "p-0a1b2c3d" in file.name or name in file.read_text("utf-8")
    ]


def test_a_living_person_has_one_where_they_agreed_to_appear_elsewhere(portal: MakePortal) -> None:
    agreed = portal(TREE + PERSON)
    assert not agreed.build(site_url=SITE).failed
    assert naming(agreed, "Jeanne") == ["fr/ambassador/p-0a1b2c3d.html", "fr/ambassador/p-0a1b2c3d.json"]
    assert "application/json+oembed" in agreed.html("ambassadeurs/p-0a1b2c3d/")
    assert read(agreed, "fr/ambassador/p-0a1b2c3d.html").css("img, script") == []


def test_without_that_they_have_none(portal: MakePortal) -> None:
    folder = portal(TREE + PERSON.replace(", social]", "]"))
    assert not folder.build(site_url=SITE).failed
    assert naming(folder, "Jeanne") == []
    assert "application/json+oembed" not in folder.html("ambassadeurs/p-0a1b2c3d/")
    assert "application/json+oembed" in folder.html("ambassadeurs/ancien/")


def test_who_leaves_leaves_a_neutral_card(portal: MakePortal) -> None:
    page = "ambassadeurs/p-0a1b2c3d/,ambassador:p-0a1b2c3d,"
    ledger = f"data/ledger/addresses.csv\n    address,page,anchors\n    {page}\n"
    withdrawn = PERSON.replace("minor: false}", "minor: false, withdrawn_on: 2025-06-01}")
    folder = portal(TREE + withdrawn + ledger)
    assert not folder.build(site_url=SITE).failed
    assert naming(folder, "Jeanne") == ["fr/ambassador/p-0a1b2c3d.html"]
    assert said(read(folder, "fr/ambassador/p-0a1b2c3d.html"))[0] == "Cette page n’est plus publiée"


def test_what_is_archived_leaves_a_neutral_card(portal: MakePortal) -> None:
    """Where the ledger knows its page: another site frames it still."""
    ledger = "data/ledger/addresses.csv\n    address,page,anchors\n    atouts/grande-dune/,asset:dune,\n"
    folder = portal(TREE.replace("id: dune\n", "id: dune\n    status: archived\n") + ledger)
    assert not folder.build(site_url=SITE).failed
    card = read(folder, "fr/asset/dune.html")
    assert said(card)[0] == "Cette page n’est plus publiée"
    assert {url for _, url in links(card)} == {"/lieu/atouts/grande-dune/"}
    assert "dune" not in folder.html("embed/fr/asset/dune.html").lower().replace("grande-dune", "")
    assert not (folder.site / "embed/fr/asset/dune.json").exists()


def test_what_is_archived_and_replaced_shows_what_replaces_it(portal: MakePortal) -> None:
    """Where its id alone is taken over, and the neutral page stays at its address."""
    ledger = "data/ledger/addresses.csv\n    address,page,anchors\n    atouts/grande-dune/,asset:dune,\n"
    archived = TREE.replace("id: dune\n", "id: dune\n    status: archived\n")
    folder = portal(archived + LAKE + ledger)
    assert not folder.build(site_url=SITE).failed
    assert {url for _, url in links(read(folder, "fr/asset/dune.html"))} == {"/lieu/atouts/lac/"}
    assert "n’est plus publiée" in folder.html("atouts/grande-dune/")


LAKE = """\
content/assets/lac.md
    ---
    id: lac
    title: Le lac
    summary: Calme.
    angle: natural-heritage
    old_paths: [q/dune/]
    ---
    On y nage.
"""


def test_light_alone_and_without_a_script(small_site: Callable[[str], PortalFolder]) -> None:
    """With its picture, a card is 15 KB at most; it asks for nothing else."""
    site = small_site("districts").site
    cards = sorted((site / "embed").rglob("*.html"))
    assert len(cards) > 20
    for file in cards:
        card = LexborHTMLParser(file.read_text("utf-8"))
        pictures = [image.attributes["src"] or "" for image in card.css("img")]
        weight = file.stat().st_size + sum((site / url.removeprefix("/portail/")).stat().st_size for url in pictures)
        assert weight <= 15 * 1024, file
        assert card.css("script, link:not([rel=canonical]), [onclick]") == []
    assert any("<img" in file.read_text("utf-8") for file in cards)


def test_nothing_of_a_card_is_asked_for_by_name(portal: MakePortal) -> None:
    """It says that it stands while the ground does: a contact that it showed would grow old there."""
    scene = press_of(portal(TREE).root).scene
    with scene.asking.noting() as asked:
        made = [*embed_files(scene, [*embed_plans(scene)])]
    assert ({output.asked for output in made}, asked) == ({()}, set())


def test_oembed(built: PortalFolder) -> None:
    described = json.loads((built.site / "embed/fr/asset/dune.json").read_bytes())
    Draft202012Validator(OEMBED).validate(described)
    assert described["html"] == (
        f'<iframe src="{SITE}embed/fr/asset/dune.html" title="La dune &amp; la mer" width="{WIDTH}" height="{HEIGHT}" '
        'loading="lazy" style="border:0;max-width:100%"></iframe>'
    )
    assert {key: described[key] for key in ("title", "provider_name", "provider_url", "width", "height")} == {
        "title": "La dune & la mer",
        "provider_name": "Petit pays",
        "provider_url": SITE,
        "width": WIDTH,
        "height": HEIGHT,
    }


@pytest.mark.parametrize(
    ("page", "described"),
    [
        ("en/assets/dune/", "en/asset/dune"),
        ("bienvenue/petit-pays/", "fr/guide/pays"),
        ("rendez-vous/", "fr/events/pays"),
        ("bienvenue/le-bourg/", None),
        ("", None),
    ],
)
def test_pages_lead_programs_to_it(built: PortalFolder, page: str, described: str | None) -> None:
    found = LexborHTMLParser(built.html(page)).css('link[type="application/json+oembed"]')
    assert [link.attributes["href"] for link in found] == ([f"{SITE}embed/{described}.json"] if described else [])


def test_without_the_address_of_the_site(portal: MakePortal) -> None:
    """Cards work, and claim no address; nothing describes them."""
    folder = portal(TREE)
    assert not folder.build(site_url="").failed
    assert read(folder, "fr/guide/bourg.html").css("link") == []
    assert [*(folder.site / "embed").rglob("*.json")] == []


def test_every_kind_has_its_colour_and_its_way(built: PortalFolder) -> None:
    kinds = {Path(folder).name for folder in (built.site / "embed/fr").iterdir()}
    assert kinds | {GONE} == INKS.keys()


def test_the_loader_makes_frames_of_the_same_size() -> None:
    script = (REPOSITORY / "theme/assets/js/embed.js").read_text("utf-8")
    assert f"shown.width = {WIDTH};" in script
    assert f"link.dataset.height || {HEIGHT};" in script
