"""Which pages exist, in which languages, at which addresses, and how they are related."""

from collections.abc import Callable
from enum import StrEnum

import pytest

from site_builder.model.ambassador import Theme
from site_builder.model.asset import Angle
from site_builder.model.page import Door
from site_builder.plan.pages import PagePlan, SitePlan
from site_builder.problems import Place
from tests.conftest import PortalFolder

HOME_FR = (
    "Le guide d’accueil de chaque commune\u00a0: à qui parler d’abord, que faire et quand, et ce qui mérite d’être vu."
)
HOME_EN = "Find your town or village: who to talk to first, what to do and when, and what is worth seeing there."
TREE = """
data/territories/territories.yml
    territories:
      - {code: pays, level: pays, name: Petit pays}
      - {code: bourg, level: commune, name: Le Bourg, parents: [pays]}
      - {code: hameau, level: commune, name: "Hameau <b>", parents: [pays]}
content/welcome/a.md
    ---
    id: a
    title: Arriver
    section: first-steps
    see: Allez voir.
    ---
    Bonjour.
content/assets/dune.md
    ---
    id: dune
    title: La dune
    summary: Un tas de sable.
    slug: la-dune
    angle: economy
    ---
    Du sable.
content/assets/dune.en.md
    ---
    title: The dune
    ---
    Sand.
content/ambassadors/p.md
    ---
    id: adele
    title: Adèle
    theme: sport
    died: {year: 1920}
    ---
    Une vie.
content/pages/partners.md
    ---
    id: partners
    title: Partenaires
    slug: partenaires
    door: partners
    ---
    Bonjour.
"""
ANGLES = {
    "fr": (
        "services-publics associations-et-culture economie patrimoine-naturel patrimoine-historique-et-culturel sante"
    ),
    "en": ("public-services associations-and-culture economy natural-heritage historical-and-cultural-heritage health"),
}
THEMES = {
    "fr": "apprendre-et-transmettre engagement-benevole sport culture-et-art vie-professionnelle vie-publique",
    "en": "learning-and-teaching voluntary-work sport culture-and-art professional-life public-life",
}


def heading_pages(kind: str, lang: str, folder: str, slugs: str, headings: type[StrEnum]) -> list[tuple[object, ...]]:
    """The rows of the table below for the headings of a list."""
    return [
        (f"{kind}-list:{each}", lang, f"{folder}{slug}/", "heading", f"{kind}-list", "welcome", f"{kind}-list")
        for each, slug in zip(headings, slugs.split(), strict=True)
    ]


TABLE: list[tuple[object, ...]] = [
    # key, language, path, kind, parent, door, section
    ("home", "fr", "", "home", None, "both", "home"),
    ("places", "fr", "bienvenue/", "places", "home", "welcome", "places"),
    ("guide:pays", "fr", "bienvenue/petit-pays/", "guide", "places", "welcome", "places"),
    ("guide:bourg", "fr", "bienvenue/le-bourg/", "guide", "guide:pays", "welcome", "places"),
    ("guide:hameau", "fr", "bienvenue/hameau-b/", "guide", "guide:pays", "welcome", "places"),
    ("portrait:pays", "fr", "bienvenue/petit-pays/portrait/", "portrait", "guide:pays", "welcome", "places"),
    ("audience:family", "fr", "bienvenue/pour/family/", "audience", "guide:pays", "welcome", "places"),
    ("asset-list", "fr", "atouts/", "list", "home", "welcome", "asset-list"),
    ("ambassador-list", "fr", "ambassadeurs/", "list", "home", "welcome", "ambassador-list"),
    ("house-list", "fr", "maisons-d-accueil/", "directory", "places", "welcome", "places"),
    ("perk-list", "fr", "avantages/", "directory", "places", "welcome", "places"),
    ("event-list", "fr", "rendez-vous/", "directory", "places", "welcome", "places"),
    ("relay-list", "fr", "relais/", "directory", "places", "welcome", "places"),
    ("testimonial-list", "fr", "temoignages/", "directory", "places", "welcome", "places"),
    ("guideline-list", "fr", "carnet/", "list", "home", "partners", "guideline-list"),
    *heading_pages("asset", "fr", "atouts/", ANGLES["fr"], Angle),
    *heading_pages("ambassador", "fr", "ambassadeurs/", THEMES["fr"], Theme),
    ("overrides", "fr", "coordination/", "overrides", "page:partners", "partners", "page:partners"),
    ("translations", "fr", "traductions/", "translations", "page:partners", "partners", "page:partners"),
    ("link-to-us", "fr", "faire-un-lien/", "link-to-us", "page:partners", "partners", "link-to-us"),
    ("search", "fr", "recherche/", "search", "home", "both", "search"),
    ("offline", "fr", "sans-reseau/", "offline", "home", "both", "offline"),
    ("home", "en", "en/", "home", None, "both", "home"),
    ("places", "en", "en/welcome/", "places", "home", "welcome", "places"),
    ("guide:pays", "en", "en/welcome/petit-pays/", "guide", "places", "welcome", "places"),
    ("guide:bourg", "en", "en/welcome/le-bourg/", "guide", "guide:pays", "welcome", "places"),
    ("guide:hameau", "en", "en/welcome/hameau-b/", "guide", "guide:pays", "welcome", "places"),
    ("portrait:pays", "en", "en/welcome/petit-pays/portrait/", "portrait", "guide:pays", "welcome", "places"),
    ("audience:family", "en", "en/welcome/for/family/", "audience", "guide:pays", "welcome", "places"),
    ("asset-list", "en", "en/assets/", "list", "home", "welcome", "asset-list"),
    ("ambassador-list", "en", "en/ambassadors/", "list", "home", "welcome", "ambassador-list"),
    ("house-list", "en", "en/welcome-houses/", "directory", "places", "welcome", "places"),
    ("perk-list", "en", "en/perks/", "directory", "places", "welcome", "places"),
    ("event-list", "en", "en/events/", "directory", "places", "welcome", "places"),
    ("relay-list", "en", "en/relays/", "directory", "places", "welcome", "places"),
    ("testimonial-list", "en", "en/testimonials/", "directory", "places", "welcome", "places"),
    ("guideline-list", "en", "en/inspiration-notebook/", "list", "home", "partners", "guideline-list"),
    *heading_pages("asset", "en", "en/assets/", ANGLES["en"], Angle),
    *heading_pages("ambassador", "en", "en/ambassadors/", THEMES["en"], Theme),
    ("overrides", "en", "en/coordination/", "overrides", "page:partners", "partners", "page:partners"),
    ("translations", "en", "en/translations/", "translations", "page:partners", "partners", "page:partners"),
    ("link-to-us", "en", "en/link-to-us/", "link-to-us", "page:partners", "partners", "link-to-us"),
    ("search", "en", "en/search/", "search", "home", "both", "search"),
    ("offline", "en", "en/offline/", "offline", "home", "both", "offline"),
    ("asset:dune", "fr", "atouts/la-dune/", "asset", "asset-list:economy", "welcome", "asset-list"),
    ("asset:dune", "en", "en/assets/dune/", "asset", "asset-list:economy", "welcome", "asset-list"),
    (
        "ambassador:adele",
        "fr",
        "ambassadeurs/adele/",
        "ambassador",
        "ambassador-list:sport",
        "welcome",
        "ambassador-list",
    ),
    ("page:partners", "fr", "partenaires/", "page", "home", "partners", "page:partners"),
    ("not-found", "fr", "404.html", "not-found", None, "both", "not-found"),
    ("kit:guide:pays", "fr", "faire-un-lien/pays/", "kit", "link-to-us", "partners", "link-to-us"),
    ("kit:guide:pays", "en", "en/link-to-us/pays/", "kit", "link-to-us", "partners", "link-to-us"),
    ("kit:asset:dune", "fr", "faire-un-lien/dune/", "kit", "link-to-us", "partners", "link-to-us"),
    ("kit:asset:dune", "en", "en/link-to-us/dune/", "kit", "link-to-us", "partners", "link-to-us"),
    ("kit:ambassador:adele", "fr", "faire-un-lien/adele/", "kit", "link-to-us", "partners", "link-to-us"),
]


@pytest.fixture
def site(portal: Callable[..., PortalFolder]) -> SitePlan:
    planned = portal(TREE).check().planned
    assert planned is not None
    return planned.site


def test_every_page(site: SitePlan) -> None:
    found = [(p.key, p.lang, p.path, p.kind, p.parent, p.door.value, p.section) for p in site]
    assert found == TABLE
    assert len(site) == len(TABLE)


def test_the_words_of_the_glossary_have_two_pages(portal: Callable[..., PortalFolder]) -> None:
    word = "{fr: un mot, en: a word}"
    planned = (
        portal(f"""
data/glossary.yml
    terms: [{{id: mot, term: {word}, meaning: {word}}}]
    wording: [{{say: {word}, avoid: {word}, why: {word}}}]
""")
        .check()
        .planned
    )
    assert planned is not None
    found = [(p.path, p.title, p.parent, p.door.value, p.section) for p in planned.site if p.key == p.kind]
    carnet = "guideline-list"
    assert [row for row in found if row[4] in {"glossary", carnet}] == [
        ("lexique/", "Lexique", "home", "welcome", "glossary"),
        ("carnet/mots/", "Les mots que nous choisissons", carnet, "partners", carnet),
        ("en/glossary/", "Words you will meet", "home", "welcome", "glossary"),
        ("en/inspiration-notebook/words/", "The words we choose", carnet, "partners", carnet),
    ]


@pytest.mark.parametrize(
    ("key", "lang", "title", "description"),
    [
        ("home", "fr", "Petit pays", HOME_FR),
        ("home", "en", "Small country", HOME_EN),
        ("asset:dune", "fr", "La dune", "Un tas de sable."),
        ("asset:dune", "en", "The dune", "The dune"),
        ("guide:hameau", "en", "Welcome to Hameau <b>", None),
        ("guide:bourg", "fr", "Bienvenue au Bourg", None),
    ],
)
def test_titles(key: str, lang: str, title: str, description: str | None, site: SitePlan) -> None:
    page = site.get(key, lang)
    assert page is not None
    assert page.title == title
    assert description in (None, page.description)


@pytest.mark.parametrize(
    ("key", "lang", "nearest"),
    [
        ("asset:dune", "en", "en/assets/dune/"),
        ("ambassador:adele", "en", "en/ambassadors/sport/"),
        ("page:partners", "en", "en/"),
        ("page:partners", "fr", "partenaires/"),
        ("home", "en", "en/"),
        ("home", "ar", None),
        ("nothing", "fr", None),
    ],
)
def test_the_nearest_page_in_a_language(key: str, lang: str, nearest: str | None, site: SitePlan) -> None:
    found = site.nearest(key, lang)
    assert (found.path if found else None) == nearest


@pytest.mark.parametrize(
    ("key", "lang", "crumbs"),
    [
        ("guide:bourg", "fr", ["home", "places", "guide:pays"]),
        ("asset:dune", "en", ["home", "asset-list", "asset-list:economy"]),
        ("home", "fr", []),
    ],
)
def test_crumbs(key: str, lang: str, crumbs: list[str], site: SitePlan) -> None:
    page = site.get(key, lang)
    assert page is not None
    assert [(crumb.key, crumb.lang) for crumb in site.crumbs(page)] == [(crumb, lang) for crumb in crumbs]


def plan_page(key: str, lang: str, parent: str | None) -> PagePlan:
    return PagePlan(
        key=key,
        kind="page",
        lang=lang,
        path=f"{lang}/{key}/",
        title=key,
        description="",
        door=Door.BOTH,
        section="",
        parent=parent,
        subject="",
    )


def test_crumbs_in_another_language_or_lost() -> None:
    site = SitePlan(
        [plan_page("a", "fr", None), plan_page("b", "en", "a"), plan_page("lost", "en", "gone")], ("fr", "en")
    )
    assert [crumb.lang for crumb in site.crumbs(site.pages[1])] == ["fr"]
    assert site.crumbs(site.pages[2]) == ()


def test_versions_come_in_the_portal_s_order() -> None:
    site = SitePlan([plan_page("a", "ar", None), plan_page("a", "fr", None)], ("fr", "en", "ar"))
    assert [page.lang for page in site.versions("a")] == ["fr", "ar"]
    assert site.versions("b") == ()


def test_homonyms_say_where_they_are(portal: Callable[..., PortalFolder]) -> None:
    tree = """
data/territories/territories.yml
    territories:
      - {code: pays, level: pays, name: Petit pays}
      - {code: north, level: pays, name: Nord}
      - {code: one, level: commune, name: Bourg, parents: [pays]}
      - {code: two, level: commune, name: Bourg, parents: [north], slug: bourg-north}
"""
    planned = portal(tree).check().planned
    assert planned is not None
    assert [(p.title, p.path) for p in planned.site if p.kind == "guide" and p.lang == "fr"][2:] == [
        ("Bienvenue à Bourg (Petit pays)", "bienvenue/bourg/"),
        ("Bienvenue à Bourg (Nord)", "bienvenue/bourg-north/"),
    ]


def test_two_pages_at_one_address(portal: Callable[..., PortalFolder]) -> None:
    page = "    ---\n    id: {id}\n    title: T\n    slug: same\n    ---\n    Texte.\n"
    tree = f"content/pages/a.md\n{page.format(id='a')}content/pages/b.md\n{page.format(id='b')}"
    found = [(p.code, p.place, dict(p.values)) for p in portal(tree).check().problems if p.severity == "error"]
    values = {"address": "/same/", "other": Place("content/pages/a.md", 4, 7)}
    assert found == [("same-address", Place("content/pages/b.md", 4, 7), values)]


def test_a_page_at_an_address_of_the_portal_itself(portal: Callable[..., PortalFolder]) -> None:
    tree = """
content/pages/a.md
    ---
    id: atouts
    title: T
    ---
    Texte.
content/pages/a.en.md
    ---
    title: T
    slug: welcome
    ---
    Text.
"""
    found = [(p.code, p.place, dict(p.values)) for p in portal(tree).check().problems if p.severity == "error"]
    assert found == [
        (
            "address-of-the-portal",
            Place("content/pages/a.en.md", 3, 7),
            {"address": "/en/welcome/", "title": "Where are you moving to?"},
        ),
        (
            "address-of-the-portal",
            Place("content/pages/a.md", 2, 5),
            {"address": "/atouts/", "title": "Les atouts Petit pays"},
        ),
    ]


def test_an_entry_at_the_address_of_a_heading(portal: Callable[..., PortalFolder]) -> None:
    tree = """
content/assets/a.md
    ---
    id: economie
    title: T
    angle: economy
    ---
    Texte.
theme/strings/en.yml
    route:
      group:
        asset:
          health: nature
          natural-heritage: nature
"""
    found = [(p.code, p.place, dict(p.values)) for p in portal(tree).check().problems if p.severity == "error"]
    assert found == [
        (
            "address-of-the-portal",
            Place("content/assets/a.md", 2, 5),
            {"address": "/atouts/economie/", "title": "Économie"},
        ),
        (
            "address-of-the-portal",
            Place("theme/strings/en.yml", 4, 15),
            {"address": "/en/assets/nature/", "title": "Natural heritage"},
        ),
    ]


@pytest.mark.parametrize(
    ("trail", "planned"),
    [
        ("", []),
        (
            """
content/trails/tour.md
    ---
    id: tour
    title: Le tour
    summary: Un parcours.
    stops:
      - {name: Le pont, position: {latitude: 43.7, longitude: -1.0}, source: {name: Une carte}}
      - {name: La croix, position: {latitude: 43.7, longitude: -1.1}, source: {name: Une carte}}
    ---
""",
            [
                ("trail-list", "fr", "parcours/", "asset-list", "asset-list"),
                ("trail-list", "en", "en/trails/", "asset-list", "asset-list"),
                ("trail:tour", "fr", "parcours/tour/", "trail-list", "asset-list"),
            ],
        ),
    ],
)
def test_a_list_beside_another_has_a_page_as_soon_as_it_has_an_entry(
    portal: Callable[..., PortalFolder], trail: str, planned: list[tuple[str, ...]]
) -> None:
    checked = portal(trail).check().planned
    assert checked is not None
    found = [(p.key, p.lang, p.path, p.parent, p.section) for p in checked.site if p.key.startswith("trail")]
    assert found == planned
