"""Pictures that go with addresses: which page has which, what they say, and that they are read."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from site_builder.geo.outlines import Outline
from site_builder.language.locales import locale_of, with_country
from site_builder.model.oklab import contrast
from site_builder.output import Make
from site_builder.outputs.cards import stage
from site_builder.outputs.cards.design import Design, design_of
from site_builder.outputs.cards.drawing import Typefaces, card_png
from site_builder.outputs.cards.stage import make_cards, tools_mark, typeface_files
from site_builder.paper.fonts import FontFile
from site_builder.render.cards import HEIGHT, SETTABLE, WIDTH, Card, card_of, card_tags, cards
from site_builder.render.scene import Scene
from site_builder.render.stage import Press
from tests.conftest import PortalFolder
from tests.unit.render.conftest import press_of, presses

__all__ = ["presses"]
TYPEFACES = Typefaces(*typeface_files())


def card(scene: Scene, key: str, lang: str = "fr") -> Card | None:
    page = scene.site.get(key, lang)
    assert page
    return card_of(scene, page)


@pytest.fixture
def scene(presses: Callable[[str], Press]) -> Scene:
    return presses("districts").scene


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("home", "assets/cards/valdaine-fr.png"),
        ("guide:VD", "assets/cards/valdaine-fr.png"),
        ("guide:101", "assets/cards/district-district-du-lac-fr.png"),
        ("asset:lake", "assets/cards/asset-lake-fr.png"),
        ("ambassador:adele-vernet", "assets/cards/ambassador-adele-vernet-fr.png"),
        ("asset-list", "assets/cards/valdaine-fr.png"),
        ("page:legal", "assets/cards/page-legal-fr.png"),
    ],
)
def test_which_picture_goes_with_a_page(key: str, path: str, scene: Scene) -> None:
    found = card(scene, key)
    assert found
    assert found.path == path


def test_the_page_that_is_shown_at_any_address_has_none(scene: Scene) -> None:
    page = scene.site.get("not-found", "fr")
    assert page
    assert (card_of(scene, page), card_tags(scene, page)) == (None, "")


def test_without_the_site_s_address_there_is_none(portal: Callable[..., PortalFolder]) -> None:
    assert list(cards(press_of(portal("").root, "/portail/").scene)) == []


def test_words_that_nothing_here_can_set_have_no_picture(presses: Callable[[str], Press]) -> None:
    scene = presses("minimal").scene
    assert card(scene, "home", "fr")
    assert card(scene, "home", "ar") is None


LIVING = """
content/ambassadors/somebody.md
    ---
    id: p-0a1b2c3d
    title: Nora Vernet
    theme: sport
    territory: bourg
    born: {year: 1980}
    consent: {scope: [%s], granted_on: 2026-01-05, expires_on: 2028-01-05, reference: A 1, minor: false}
    ---
    Elle court.
"""


@pytest.mark.parametrize(("scope", "named"), [("site", False), ("site, print", False), ("site, social", True)])
def test_networks_are_shown_a_living_person_only_as_agreed(
    scope: str, named: bool, portal: Callable[..., PortalFolder]
) -> None:
    scene = press_of(portal(LIVING % scope).root).scene
    found = card(scene, "ambassador:p-0a1b2c3d")
    assert found
    assert (found.title == "Nora Vernet") is named
    assert ("Nora" in "".join(f"{each}" for each in cards(scene))) is named


def test_the_typeface_has_what_may_be_set() -> None:
    every = {chr(code) for code in range(0x20, 0x2FFF) if SETTABLE.fullmatch(chr(code))}
    for file in typeface_files():
        assert "".join(sorted(c for c in every if ord(c) not in FontFile(file).characters)) == ""


def test_every_text_is_read_on_its_ground(scene: Scene) -> None:
    for each in cards(scene):
        design = design_of(scene, each, {})
        assert min(contrast(ink, design.ground) for ink in design.inks) >= 4.5


SQUARE = Outline(code="a", rings=[((0.0, 45.0), (1.0, 45.0), (1.0, 46.0), (0.0, 46.0))])


def design(title: str, **changed: object) -> Design:
    plain = Design(
        texts=("Bienvenue", title, "Landes"),
        inks=("#0F4C5C", "#16242B", "#333333"),
        ground="#FBF8F2",
        beside="#0F4C5C",
        print=None,
        image=None,
        focus=(0.5, 0.5),
    )
    return replace(plain, **changed)  # type: ignore[arg-type]


def drawn(what: Design) -> Image.Image:
    return Image.open(BytesIO(card_png(what, TYPEFACES))).convert("RGB")


@pytest.mark.parametrize(
    "title",
    [
        "Dax",
        "Communauté d’agglomération " * 12,
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
        "",
        "«\u00a0É\u00a0»",
    ],
)
def test_words_stay_inside_their_room(title: str) -> None:
    """Long ones are set smaller, then cut: nothing reaches the edges, nor what is beside."""
    image = drawn(design(title.strip()))
    assert image.size == (WIDTH, HEIGHT)
    paper = image.getpixel((0, 0))
    for box in ((0, 0, 680, 60), (0, 0, 60, HEIGHT), (632, 0, 680, HEIGHT), (0, HEIGHT - 40, 680, HEIGHT)):
        assert image.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), paper)]


def test_the_same_card_has_the_same_bytes_and_name() -> None:
    one, other = design("Dax"), design("Dax")
    assert card_png(one, TYPEFACES) == card_png(other, TYPEFACES)
    assert one.key("a") == other.key("a")
    names = {one.key("a"), one.key("b"), design("Pau").key("a"), design("Dax", ground="#ffffff").key("a")}
    assert len(names) == 4


def test_another_version_of_what_draws_gives_other_names(monkeypatch: pytest.MonkeyPatch) -> None:
    known = tools_mark()
    monkeypatch.setattr(stage, "version", lambda name: f"{name} 99")
    assert tools_mark() != known


def test_a_photograph_stands_beside_the_words(tmp_path: Path) -> None:
    Image.new("RGB", (800, 900), "#AA3311").save(tmp_path / "a.png")
    assert drawn(design("Dax", image=tmp_path / "a.png")).getpixel((1000, 300)) == (0xAA, 0x33, 0x11)


@pytest.mark.parametrize(
    ("lang", "named"), [("fr", "fr_FR"), ("en", "en_GB"), ("pt-BR", "pt_BR"), ("ar", "ar_EG"), ("br", "br_FR")]
)
def test_a_language_has_a_country(lang: str, named: str) -> None:
    assert with_country(locale_of(lang)) == named


def test_what_is_kept_is_not_drawn_again(scene: Scene, tmp_path: Path) -> None:
    (tmp_path / ".portail").mkdir()
    drawn_now: list[int] = []

    def make_all(make: Make, folder: Path, most: int) -> None:
        drawn_now.append(len(list(make(0, 1))))

    bare = replace(scene, pictures={})
    first = make_cards(bare, tmp_path, {}, make_all)
    assert drawn_now == [len(first)]
    assert all(file.read_bytes().startswith(b"\x89PNG") for _, file in first)
    assert make_cards(bare, tmp_path, {}, make_all) == first
    assert drawn_now == [len(first)]


def test_what_stands_in_the_head_of_a_page(scene: Scene) -> None:
    page = scene.site.get("guide:101", "en")
    assert page
    meta = LexborHTMLParser(card_tags(scene, page)).css("meta[property]")
    tags = {node.attributes["property"]: node.attributes["content"] for node in meta}
    base = scene.links.site_url
    assert tags == {
        "og:title": page.title,
        "og:url": f"{base}{page.path}",
        "og:locale:alternate": "fr_FR",
        "og:image": f"{base}assets/cards/district-district-du-lac-en.png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "District du Lac. Its outline on a map.",
    }
