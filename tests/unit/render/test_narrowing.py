"""What a list may be narrowed by, and what each of its cards is found by."""

import re
from collections.abc import Callable

from site_builder.plan.pages import list_key
from tests.conftest import PortalFolder
from tests.unit.render.conftest import press_of

ASSET = """
content/assets/{id}.md
    ---
    id: {id}
    title: {id}
    summary: Un lieu.
    territory: {territory}
    angle: economy
    {more}
    ---
    Texte.
"""


def assets_page(folder: PortalFolder) -> str:
    press = press_of(folder.root)
    page = press.scene.site.get(list_key("asset"), "fr")
    assert page
    return str(press.content(page))


def asset(name: str, territory: str, more: str = "slug: x") -> str:
    return ASSET.format(id=name, territory=territory, more=more.replace("slug: x", f"slug: {name}"))


def test_by_place_theme_and_audience(portal: Callable[..., PortalFolder]) -> None:
    folder = portal(
        asset("moulin", "bourg", "themes: [Eau vive, bois]")
        + asset("scierie", "hameau", "themes: [bois]")
        + asset("fete", "pays", "audiences: [family]")
    )
    html = assets_page(folder)
    assert re.findall(r'<select id="?by-(\w+)', html) == ["ou", "theme"]  # one audience leaves no choice
    options = re.findall(r'<option value="?([^">]*)"?>([^<\n]*)', html)
    assert options == [
        ("", "Partout"),
        ("hameau", "Hameau (2)"),  # and what is of the whole portal
        ("le-bourg", "Le Bourg (2)"),
        ("", "Tous les thèmes"),
        ("bois", "bois (3)"),
        ("eau-vive", "Eau vive (2)"),
    ]
    cards = {
        title: dict(re.findall(r'data-(\w+)="?([^">]*)"?', attributes))
        for attributes, title in re.findall(r"<li class=\"?card\"?([^>]*)>.*?<h3[^>]*><a[^>]*>([^<]*)", html, re.DOTALL)
    }
    assert cards == {
        "moulin": {"ou": "le-bourg", "theme": "eau-vive bois"},
        "scierie": {"ou": "hameau", "theme": "bois"},
        "fete": {"pour": "family"},
    }


def test_a_choice_counts_what_the_script_keeps(portal: Callable[..., PortalFolder]) -> None:
    """Of a way, the script keeps a card that names the value, and one that does not name the way at all."""
    folder = portal(
        asset("moulin", "bourg", "themes: [Eau vive, bois]")
        + asset("scierie", "hameau", "themes: [bois, Bois]")
        + asset("foire", "bourg")
        + asset("fete", "pays")
        + asset("train", "pays", "themes: [gare]")
    )
    html = assets_page(folder).replace('"', "")
    cards = [
        dict(re.findall(r" data-(\w+)=([^=>]*?)(?= data-|$)", card))
        for card in re.findall(r"<li class=card([^>]*)", html)
    ]
    assert len(cards) == 5
    ways = re.findall(r"<select id=by-(\w+)(.*?)</select>", html, re.DOTALL)
    said = {
        (way, value): int(count)
        for way, choices in ways
        for value, count in re.findall(r"<option value=([\w-]+)>[^<]*\((\d+)\)", choices)
    }
    kept = {(way, value): sum(value in card.get(way, value).split() for card in cards) for way, value in said}
    assert said == kept
    assert said == {
        ("ou", "hameau"): 3,
        ("ou", "le-bourg"): 4,
        ("theme", "bois"): 4,
        ("theme", "eau-vive"): 3,
        ("theme", "gare"): 3,
    }


GUIDE = """
data/guide.yml
    sections: [{id: first-steps, title: {fr: Démarches, en: Steps}}]
    audiences: [{id: family, title: {fr: En famille, en: Family}}, {id: old, title: Après 60 ans}]
"""


def test_a_choice_says_its_language_where_it_is_not_the_page_s(portal: Callable[..., PortalFolder]) -> None:
    """On the choice itself: it can hold no element."""
    folder = portal(
        GUIDE + asset("fete", "pays", "audiences: [family]") + asset("club", "pays", "audiences: [family, old]")
    )
    press = press_of(folder.root)
    page = press.scene.site.get(list_key("asset"), "en")
    assert page
    assert re.findall(r"<option value=[^<\n]*", str(press.content(page)).replace('"', "")) == [
        "<option value=>Everyone",
        "<option value=old lang=fr>Après 60 ans (1)",
        "<option value=family>Family (2)",
    ]


def test_a_list_that_leaves_no_choice_has_no_script(portal: Callable[..., PortalFolder]) -> None:
    folder = portal(asset("moulin", "bourg"))
    html = assets_page(folder)
    assert "narrowing" not in html
    assert "<script" not in html


def test_a_list_of_hundreds(portal: Callable[..., PortalFolder]) -> None:
    folder = portal("".join(asset(f"lieu-{n}", ("bourg", "hameau")[n % 2]) for n in range(500)))
    html = assets_page(folder)
    assert len(re.findall(r"<li class=\"?card", html)) == 500
    assert "Hameau (250)" in html
    assert len(html) < 300_000
