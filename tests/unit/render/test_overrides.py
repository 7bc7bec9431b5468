"""The coordinator's page: what it says of each adaptation, where it leads, and who finds it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.load.git import Change, LastChanges
from site_builder.model.block import Block
from site_builder.model.page import Door
from site_builder.plan.pages import OVERRIDES, UNINDEXED
from site_builder.render.stage import Press
from site_builder.render.views.overrides import AdaptationView, OverridesView, overrides
from tests.conftest import PortalFolder, copy_portal

Presses = Callable[[str], Press]


def view(press: Press, lang: str) -> OverridesView:
    page = press.scene.site.get(OVERRIDES, lang)
    assert page is not None
    return overrides(press.scene, press.shared, page)


def line(row: AdaptationView) -> tuple[str, ...]:
    notes = ", ".join(str(note) for note in row.notes)
    return (row.place, str(row.title.title), f"{row.mode} ({notes})", row.state, row.title.url)


GUIDE = "/portail/bienvenue"
WELCOME = "/portail/en/welcome"


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("lang", "counts", "rows"),
    [
        (
            "fr",
            "2 blocs adaptés par 4 territoires · 1 adaptation à relire · 2 jamais confirmées",
            [
                (
                    "District des Cols",
                    "La neige",
                    "complète le bloc (placé après lui) (sans traduction : anglais)",
                    "À jour",
                    f"{GUIDE}/district-district-des-cols/#snow",
                ),
                (
                    "Amont",
                    "Trier en Amont",
                    "remplace le bloc (sans traduction : anglais)",
                    "Jamais confirmée",
                    f"{GUIDE}/canton-canton-d-amont/#waste-a",
                ),
                (
                    "L’Aubépine",
                    "Rien à trier",
                    "masque le bloc (adapte « Trier en Amont »)",
                    "Jamais confirmée",
                    f"{GUIDE}/l-aubepine/",
                ),
                (
                    "Aval",
                    "Trier en Aval",
                    "remplace le bloc (sans traduction : anglais)",
                    "À relire. Ce qui a changé : le titre et le texte",
                    f"{GUIDE}/canton-canton-d-aval/#waste-b",
                ),
            ],
        ),
        (
            "en",
            "2 blocks adapted by 4 territories · 1 adaptation to read again · 2 never confirmed",
            [
                (
                    "District des Cols",
                    "La neige",
                    "adds to the block (placed after it) (not translated: English)",
                    "Up to date",
                    f"{WELCOME}/district-district-des-cols/#snow",
                ),
                (
                    "Amont",
                    "Trier en Amont",
                    "replaces the block (not translated: English)",
                    "Never confirmed",
                    f"{WELCOME}/canton-canton-d-amont/#waste-a",
                ),
                (
                    "L’Aubépine",
                    "Rien à trier",
                    "hides the block (adapts ‘Trier en Amont’)",
                    "Never confirmed",
                    f"{WELCOME}/l-aubepine/",
                ),
                (
                    "Aval",
                    "Trier en Aval",
                    "replaces the block (not translated: English)",
                    "To read again. What has changed: the title and the text",
                    f"{WELCOME}/canton-canton-d-aval/#waste-b",
                ),
            ],
        ),
    ],
)
def test_what_is_said(lang: str, counts: str, rows: list[tuple[str, ...]], presses: Presses) -> None:
    shown = view(presses("districts"), lang)
    assert plain(shown.counts) == counts
    assert [tuple(map(plain, line(row))) for block in shown.blocks for row in block.adaptations] == rows


@pytest.mark.parametrize(
    ("lang", "said"),
    [("fr", "relue à côté de l’édition {edition}"), ("en", "read beside edition {edition}")],
)
def test_beside_which_edition_each_was_read_and_which_is_today_s(lang: str, said: str, presses: Presses) -> None:
    press = presses("districts")
    today = {block.id: block.edition.rpartition(" ")[2] for block in view(press, lang).blocks}
    entries = (press.scene.portal.by_key[f"block:{name}"].reference for name in ("register", "waste"))
    assert today == {block.id: block.edition for block in entries if isinstance(block, Block)}
    cells = html(press, OVERRIDES, lang).css("section.adapted td:last-child span")
    older = f"v000000-000000-{today['waste'][15:]}"
    assert [cell.text() for cell in cells] == [said.format(edition=today["register"]), said.format(edition=older)]


@pytest.mark.parametrize(
    ("lang", "said", "read"),
    [
        ("fr", "changé le 2 mai 2026", "relue le 1er avril 2026 à côté de l’édition "),
        ("en", "changed on 2 May 2026", "read on 1 April 2026 beside edition "),
    ],
)
def test_when_a_block_changed_and_an_adaptation_was_read(lang: str, said: str, read: str, presses: Presses) -> None:
    """Where the portal has a history; it names nobody."""
    changed = {"content/welcome/register.md": Change("abc1234", date(2026, 5, 2), "Ana", "Earlier")}
    confirmed = {"content/welcome/up/snow.md": Change("def5678", date(2026, 4, 1), "Ana", "Read again")}
    districts = presses("districts")
    changes = LastChanges(of_file=changed, of_against=confirmed)
    press = replace(districts, scene=replace(districts.scene, changes=changes))
    page = html(press, OVERRIDES, lang)
    heads = [node.text() for node in page.css("section.adapted > h2 + p.small")]
    assert [plain(said) in plain(head) for head in heads] == [True, False]
    cells = [plain(cell.text()) for cell in page.css("section.adapted td:last-child span")]
    assert [cell.startswith(read) for cell in cells] == [True, False]
    assert "Ana" not in (page.html or "")


def test_the_blocks_that_are_adapted(presses: Presses) -> None:
    shown = view(presses("districts"), "en")
    assert [(block.id, str(block.title.title), block.title.url, block.place, block.path) for block in shown.blocks] == [
        ("register", "Register", f"{WELCOME}/valdaine/#register", "Valdaine", "content/welcome/register.md"),
        ("waste", "Sort your waste", f"{WELCOME}/valdaine/#waste", "Valdaine", "content/welcome/waste.md"),
    ]


def html(press: Press, key: str, lang: str) -> LexborHTMLParser:
    page = press.scene.site.get(key, lang)
    assert page is not None
    return LexborHTMLParser(press.page(page).data.decode())


@pytest.mark.parametrize("name", ["minimal", "districts", "starter"])
def test_only_the_partners_door_leads_to_it_at_the_foot_of_its_pages(name: str, presses: Presses) -> None:
    press = presses(name)
    for page in press.scene.site:
        read = LexborHTMLParser(press.page(page).data.decode())
        noindex = read.css_first('meta[name="robots"][content="noindex"]') is not None
        assert noindex is (page.kind in UNINDEXED or page.is_empty)
        here = press.scene.url(OVERRIDES, page.lang)
        everywhere, at_foot = (
            [node.attributes.get("href") for node in read.css(f"{where} a:not([hreflang])")].count(here)
            for where in ("body", "footer.foot nav")
        )
        assert at_foot == (page.door is Door.PARTNERS), page.key
        assert everywhere - at_foot == (page.key == "page:partners"), page.key


def test_the_table_is_one_for_everybody(presses: Presses) -> None:
    read = html(presses("districts"), OVERRIDES, "en")
    tables = read.css("table")
    assert [caption.text() for table in tables for caption in table.css("caption")] == [
        "Who adapts ‘Register’",
        "Who adapts ‘Sort your waste’",
    ]
    for table in tables:
        assert [cell.attributes["scope"] for cell in table.css("thead th")] == ["col"] * 4
        assert [cell.attributes["scope"] for cell in table.css("tbody th")] == ["row"] * len(table.css("tbody tr"))
    foreign = read.css_first('tbody th a span[lang="fr"]')
    assert foreign is not None
    assert foreign.text() == "La neige"


def test_a_portal_where_nobody_adapts_anything(presses: Presses) -> None:
    shown = view(presses("starter"), "en")
    assert (shown.counts, shown.blocks) == ("", ())
    said = [node.text() for node in html(presses("starter"), OVERRIDES, "en").css("main p")]
    empty = "No block is adapted: every guide says the same. A block appears here as soon as a territory replaces it, "
    assert said[1:] == [f"{empty}adds to it or hides it."]


def test_without_a_partners_door_it_is_below_the_home_page(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder: PortalFolder = copy_portal("districts", tmp_path_factory.mktemp("portal") / "portal")
    for lang in ("", ".en"):
        (folder.root / f"content/pages/partners{lang}.md").unlink()
    planned = folder.check().planned
    assert planned is not None
    page = planned.site.get(OVERRIDES, "en")
    assert page is not None
    assert (page.path, page.parent, page.section, page.door.value) == (
        *("en/coordination/", "home"),
        *("overrides", "partners"),
    )
