"""The same page in another language: for search engines, in the switcher, and where a text has none."""

from collections.abc import Mapping

import pytest

from tests.small_portals.expected import HERITAGE, LANGUAGES, NAMES, NOTEBOOK
from tests.small_portals.reading import Site, attribute, links, said, words


def test_hreflang_is_reciprocal_and_names_a_default(site: Site) -> None:
    by_url = {site.absolute(address): page for address, page in site.pages.items()}
    translated = 0
    for url, page in by_url.items():
        if not page.alternates:
            continue
        translated += 1
        own = {lang: other for lang, other in page.alternates.items() if lang != "x-default"}
        assert own[page.lang] == url
        assert page.alternates["x-default"] == own["fr"]
        for lang, other in own.items():
            assert by_url[other].lang == lang
            assert by_url[other].alternates == page.alternates
    assert translated == {"minimal": 96, "districts": 208}[site.name]


def test_a_permanent_address_names_a_language_that_has_no_words_for_it(sites: Mapping[str, Site]) -> None:
    """Nobody is told to read in French what is in Arabic."""
    html = sites["minimal"].text("q/port-calme/index.html")
    assert '<p lang="ar" dir="rtl">العربية: <a href="/ar/bienvenue/port-calme/"' in html


def test_pages_that_stand_alone_have_no_alternate(sites: Mapping[str, Site]) -> None:
    alone = {name: sorted(a for a, p in sites[name].pages.items() if not p.alternates) for name in NAMES}
    assert alone == {
        "minimal": ["/404.html"],
        "districts": [
            *("/404.html", "/accessibilite/", "/atouts/moulin/", "/avantages/museum-year/", "/carnet/first-names/"),
            *(f"/faire-un-lien/{key}/" for key in ("first-names", "les-hauts-house", "mill", "museum-year")),
            *("/faire-un-lien/open-doors/", "/faire-un-lien/portuguese-speakers/"),
            *("/maisons-d-accueil/les-hauts-house/", "/mentions-legales/", "/relais/portuguese-speakers/"),
            "/rendez-vous/open-doors/",
        ],
    }


@pytest.mark.parametrize(
    ("name", "address", "lang", "target", "nearest"),
    [
        ("minimal", "/bienvenue/port-calme/", "ar", "/ar/bienvenue/port-calme/", ""),
        ("minimal", "/bienvenue/port-calme/", "en", "/en/welcome/port-calme/", ""),
        ("minimal", "/ar/bienvenue/port-calme/", "fr", "/bienvenue/port-calme/", ""),
        ("minimal", "/ar/amakin/lighthouse/", "en", f"/en/assets/{HERITAGE}/", f"/en/assets/{HERITAGE}/"),
        ("minimal", "/ar/amakin/lighthouse/", "fr", "/atouts/phare/", ""),
        ("minimal", "/a-propos/", "ar", "/ar/", "بورت كالم"),
        ("minimal", "/a-propos/", "en", "/en/about/", ""),
        ("districts", "/atouts/moulin/", "en", "/portail/en/assets/natural-heritage/", "/en/assets/natural-heritage/"),
        ("districts", "/mentions-legales/", "en", "/portail/en/", "Valdaine"),
        ("districts", "/carnet/first-names/", "en", f"/portail{NOTEBOOK}values/", f"{NOTEBOOK}values/"),
        ("districts", "/en/assets/lake/", "fr", "/portail/atouts/lac/", ""),
    ],
)  # fmt: skip
def test_the_switcher_leads_to_the_page_or_says_that_it_is_the_nearest_one(
    name: str, address: str, lang: str, target: str, nearest: str, sites: Mapping[str, Site]
) -> None:
    """``nearest``: nothing where the page is translated; else the address, or for a home page the name, of what is."""
    page = sites[name].pages[address]
    title = sites[name].pages[nearest].text("h1") if nearest.startswith("/") else nearest
    note = said(lang, "switcher.parent", title=title) if nearest else ""
    assert page.switcher[lang] == target
    link = page.one(f'nav.langs a[lang="{lang}"]')
    assert attribute(link, "hreflang") == lang
    assert link.parent is not None
    assert words(link.parent).removeprefix(words(link)).strip() == note


def test_the_switcher_offers_every_other_language(site: Site) -> None:
    for address, page in site.pages.items():
        expected = set(LANGUAGES[site.name]) - {page.lang} if address != "/404.html" else set()
        assert set(page.switcher) == expected, address


def test_other_languages_are_marked_where_they_begin(site: Site) -> None:
    """What is not translated says in which language it is."""
    known = set(LANGUAGES[site.name])
    for address, page in site.pages.items():
        marked = {attribute(n, "lang") for n in page.all("main [lang]")}
        assert marked <= known, address


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        (
            "minimal",
            {
                "fr": "Cette page n’existe pas ou n’existe plus",
                "en": "This page does not exist, or no longer does",
                "ar": "هذه الصفحة غير موجودة",
            },
        ),
        (
            "districts",
            {
                "fr": "Cette page n’existe pas ou n’existe plus",
                "en": "This page does not exist, or no longer does",
            },
        ),
    ],
)
def test_the_404_page_speaks_every_language_from_any_depth(
    name: str, titles: dict[str, str], sites: Mapping[str, Site]
) -> None:
    site = sites[name]
    page = site.pages["/404.html"]
    sections = page.all("main section[lang]")
    found = {attribute(section, "lang"): section for section in sections}
    assert list(found) == list(titles)
    for lang, title in titles.items():
        heading = found[lang].css_first("h1, h2")
        assert heading is not None
        assert words(heading) == title
        assert attribute(found[lang], "dir") == LANGUAGES[name][lang]
        home = f"{site.base}/" if lang == "fr" else f"{site.base}/{lang}/"
        assert home in [attribute(a, "href") for a in found[lang].css("a")]
    relative = [link for link in links(page) if not link.startswith((f"{site.base}/", "https://", "mailto:", "#"))]
    assert relative == []
    assert attribute(page.one('meta[name="robots"]'), "content") == "noindex"
    assert page.alternates == {}
