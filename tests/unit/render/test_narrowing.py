"""What a list may be narrowed by, and what each of its cards is found by."""

import re
from collections.abc import Callable

from site_builder.plan.pages import SEARCH, list_key
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
        ("hameau", "Hameau (1)"),  # what is of the whole portal stands below, for no place
        ("le-bourg", "Le Bourg (1)"),
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
    """Of a way, the script keeps a card that names the value, and one that does not name the way at all.

    Those that name no place it puts under the heading of the whole territory, where no place counts them.
    """
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
    kept = {
        (way, value): sum(value in card.get(way, "" if way == "ou" else value).split() for card in cards)
        for way, value in said
    }
    assert said == kept
    assert said == {
        ("ou", "hameau"): 1,
        ("ou", "le-bourg"): 2,
        ("theme", "bois"): 4,
        ("theme", "eau-vive"): 3,
        ("theme", "gare"): 3,
    }


def test_a_trail_is_in_the_places_of_its_stops(portal: Callable[..., PortalFolder]) -> None:
    """Wherever it is drawn; what is of the whole portal is in none, and has a heading to stand under."""
    trail = """
content/trails/{id}.md
    ---
    id: {id}
    title: {id}
    slug: {id}
    summary: Deux étapes.
    territory: pays
    stops: [{{asset: {first}}}, {{asset: {second}}}]
    ---
    Texte.
"""
    press = press_of(
        portal(
            asset("moulin", "bourg")
            + asset("scierie", "hameau")
            + asset("gare", "pays")
            + asset("port", "pays")
            + trail.format(id="eau", first="moulin", second="scierie")
            + trail.format(id="rail", first="gare", second="port")
        ).root
    )
    page = press.scene.site.get(list_key("trail"), "fr")
    assert page
    html = str(press.content(page)).replace('"', "")
    assert re.findall(r"<li class=card(?: data-ou=([^>]*))?>.*?<h3><a[^>]*>([^<]*)", html, re.DOTALL) == [
        ("le-bourg hameau", "eau"),
        ("", "rail"),
    ]
    assert re.findall(r"<option value=([\w-]+)>([^<\n]*)", html) == [
        ("hameau", "Hameau (1)"),
        ("le-bourg", "Le Bourg (1)"),
    ]
    assert "<section class=shelf everywhere hidden><h2>Partout Petit pays</h2>" in html


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


WATER = """
content/welcome/water.md
    ---
    id: water
    title: Ouvrir l’eau
    slug: eau
    section: housing
    audiences: [family]
    ---
    Appelez la **mairie**.
"""


def test_the_search_is_narrowed_by_the_same_values(portal: Callable[..., PortalFolder]) -> None:
    """And by the sections of the guide and the headings of lists, each value once, in every language the same."""
    folder = portal(
        asset("moulin", "bourg", "themes: [Eau vive, economie]")
        + asset("foire", "hameau")
        + WATER
        + """
content/assets/foire.en.md
    ---
    title: Fair
    summary: A fair.
    ---
    Text.
"""
    )
    press = press_of(folder.root)
    found = {}
    for lang in ("fr", "en"):
        page = press.scene.site.get(SEARCH, lang)
        assert page
        html = str(press.content(page)).replace('"', "")
        found[lang] = re.findall(r"<option value=([\w-]*)(?: lang=fr)?>([^<\n]*)", html)
    values = {lang: [value for value, _ in options if value] for lang, options in found.items()}
    assert values["fr"] == ["hameau", "le-bourg", "housing", "economie", "eau-vive", "family"]
    assert values["en"] == values["fr"]
    assert ("economie", "Économie") in found["fr"]
    assert ("economie", "Economy") in found["en"]  # the heading and the keyword have one value


READERS = """
data/guide.yml
    sections: [{id: first-steps, title: {fr: Démarches, en: Steps}}]
    audiences:
      - {id: family, title: {fr: En famille, en: Family}, people: {fr: familles, en: families}}
      - {id: old, title: {fr: Je prends ma retraite, en: I am retiring}}
content/carnet/annonce.md
    ---
    id: annonce
    title: Une annonce
    part: how-to
    audiences: [family, old]
    ---
    Texte.
"""


def test_the_notebook_of_partners_calls_readers_by_another_name(portal: Callable[..., PortalFolder]) -> None:
    press = press_of(portal(READERS + asset("fete", "pays", "audiences: [family, old]")).root)
    said = {}
    for kind in ("asset", "guideline"):
        page = press.scene.site.get(list_key(kind), "fr")
        assert page
        choices = re.findall(r'<option value="?(?:family|old)"?>([^<\n]*)', str(press.content(page)))
        said[kind] = choices
    assert said == {
        "asset": ["En famille (1)", "Je prends ma retraite (1)"],
        "guideline": ["familles (1)", "Je prends ma retraite (1)"],
    }
