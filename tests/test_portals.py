"""Two small real portals, built and read as a visitor, a search engine and an attacker would read them.

``minimal``: one territory, three languages, one of them from right to left. ``districts``: another country's
hierarchy, under a base path, with people, absences and an image.
"""

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_builder.interface import interface_of
from site_builder.load.sources import load
from site_builder.load.words import engine_texts, texts_by_language
from site_builder.model.slugs import slugify
from tests.conftest import PORTAL_YML, PORTALS, REPOSITORY, SITE_URLS, TODAY, PortalFolder

LANGUAGES = {
    "minimal": {"fr": "ltr", "en": "ltr", "ar": "rtl"},
    "districts": {"fr": "ltr", "en": "ltr"},
}
NAMES = tuple(LANGUAGES)
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"

ANGLES = "services-publics associations-et-culture economie patrimoine-naturel patrimoine-historique-et-culturel sante"
ENGLISH_ANGLES = """
    public-services associations-and-culture economy natural-heritage historical-and-cultural-heritage health
"""
THEMES = "apprendre-et-transmettre engagement-benevole sport culture-et-art vie-professionnelle vie-publique"
ENGLISH_THEMES = "learning-and-teaching voluntary-work sport culture-and-art professional-life public-life"
PARTS = "valeurs identites produits modes-d-emploi bien-en-parler exemples"
ENGLISH_PARTS = "values identities products how-to speaking examples"
HERITAGE, NOTEBOOK = "historical-and-cultural-heritage", "/en/inspiration-notebook/"
CONTAINING = """
    valdaine canton-canton-d-amont canton-canton-d-aval
    district-district-du-lac district-district-des-cols district-district-de-la-plaine
"""
"""Territories that others lie in."""


def below(folder: str, names: str, page: str = "") -> list[str]:
    return [f"{folder}{name}/{page}" for name in names.split()]


def empty(folder: str, names: str, *filled: str) -> list[str]:
    """The headings that have no entry."""
    return [f"{folder}{name}/" for name in names.split() if name not in filled]


UNINDEXED = {
    *("/404.html", "/coordination/", "/en/coordination/", "/ar/coordination/"),
    *("/sans-reseau/", "/en/offline/", "/ar/sans-reseau/"),
}
EMPTY = {
    "minimal": {
        *empty("/atouts/", ANGLES, "patrimoine-historique-et-culturel"),
        *empty("/en/assets/", ENGLISH_ANGLES, HERITAGE),
        *empty("/ar/amakin/", ANGLES, "patrimoine-historique-et-culturel"),
    },
    "districts": {
        *empty("/atouts/", ANGLES, "patrimoine-naturel"),
        *empty("/en/assets/", ENGLISH_ANGLES, "natural-heritage"),
        *empty("/ambassadeurs/", THEMES, "apprendre-et-transmettre", "vie-professionnelle"),
        *empty("/en/ambassadors/", ENGLISH_THEMES, "learning-and-teaching", "professional-life"),
        *empty("/carnet/", PARTS, "valeurs"),
        *empty("/en/inspiration-notebook/", ENGLISH_PARTS, "values"),
    },
}
"""Pages that search engines are asked to leave out: those of the portal's own affairs, those with nothing to show."""


PAGES = {
    "minimal": """
        /avantages/ /rendez-vous/ /en/perks/ /en/events/ /ar/avantages/ /ar/rendez-vous/
        /avantages/boat-trip/ /rendez-vous/newcomers-evening/ /en/perks/boat-trip/ /en/events/newcomers-evening/
        /ar/avantages/boat-trip/ /ar/rendez-vous/newcomers-evening/
        /coordination/ /en/coordination/ /ar/coordination/
        /sans-reseau/ /en/offline/ /ar/sans-reseau/ /recherche/ /en/search/ /ar/recherche/
        /maisons-d-accueil/ /relais/ /temoignages/ /en/welcome-houses/ /en/relays/ /en/testimonials/
        /ar/maisons-d-accueil/ /ar/relais/ /ar/temoignages/
        / /a-propos/ /ambassadeurs/ /atouts/ /atouts/phare/ /bienvenue/ /bienvenue/port-calme/ /carnet/ /404.html
        /bienvenue/port-calme/pas-a-pas/ /facile-a-lire/ /enfants/
        /en/welcome/port-calme/step-by-step/ /en/easy-read/ /en/children/
        /ar/bienvenue/port-calme/pas-a-pas/ /ar/facile-a-lire/ /ar/enfants/
        /en/ /en/about/ /en/ambassadors/ /en/assets/ /en/inspiration-notebook/ /en/welcome/ /en/welcome/port-calme/
        /ar/ /ar/amakin/ /ar/amakin/lighthouse/ /ar/ambassadeurs/ /ar/bienvenue/ /ar/bienvenue/port-calme/ /ar/carnet/
        """.split()
    + below("/atouts/", ANGLES)
    + below("/en/assets/", ENGLISH_ANGLES)
    + below("/ar/amakin/", ANGLES),
    "districts": """
        /avantages/ /avantages/welcome-basket/ /avantages/museum-year/ /en/perks/ /en/perks/newcomers-basket/
        /rendez-vous/ /rendez-vous/winter-welcome/ /rendez-vous/open-doors/ /rendez-vous/mountain-walk/
        /en/events/ /en/events/winter-welcome-ceremony/ /en/events/mountain-walk/
        /parcours/ /parcours/round-the-lake/ /en/trails/ /en/trails/round-the-lake/
        /maisons-d-accueil/ /relais/ /temoignages/ /en/welcome-houses/ /en/relays/ /en/testimonials/
        /maisons-d-accueil/valley-house/ /maisons-d-accueil/les-hauts-house/ /en/welcome-houses/valley/
        /relais/school-ties/ /relais/portuguese-speakers/ /en/relays/school-ties/
        / /404.html /accessibilite/
        /lexique/ /mentions-legales/ /partenaires/ /ambassadeurs/ /ambassadeurs/adele-vernet/
        /ambassadeurs/p-0a1b2c3d/ /atouts/ /atouts/lac/ /atouts/moulin/ /carnet/ /carnet/first-names/
        /carnet/mots/ /carnet/say-what-is-true/ /bienvenue/ /bienvenue/valdaine/ /bienvenue/canton-canton-d-amont/
        /bienvenue/canton-canton-d-aval/ /bienvenue/district-district-du-lac/ /bienvenue/district-district-des-cols/
        /bienvenue/district-district-de-la-plaine/ /bienvenue/saint-jean-a1/ /bienvenue/saint-jean-b1/
        /bienvenue/l-aubepine/ /bienvenue/le-col/ /bienvenue/ardent/ /bienvenue/les-hauts/
        /en/ /en/glossary/ /en/inspiration-notebook/words/
        /en/partners/ /en/ambassadors/ /en/ambassadors/adele-vernet/ /en/ambassadors/p-0a1b2c3d/ /en/assets/
        /en/assets/lake/ /en/inspiration-notebook/ /en/inspiration-notebook/say-what-is-true/ /en/welcome/
        /en/welcome/valdaine/ /en/welcome/canton-canton-d-amont/ /en/welcome/canton-canton-d-aval/
        /en/welcome/district-district-du-lac/ /en/welcome/district-district-des-cols/
        /en/welcome/district-district-de-la-plaine/ /en/welcome/saint-jean-a1/ /en/welcome/saint-jean-b1/
        /en/welcome/l-aubepine/ /en/welcome/le-col/ /en/welcome/ardent/ /en/welcome/les-hauts/
        /bienvenue/valdaine/pas-a-pas/ /bienvenue/canton-canton-d-amont/pas-a-pas/
        /bienvenue/canton-canton-d-aval/pas-a-pas/ /bienvenue/district-district-du-lac/pas-a-pas/
        /bienvenue/district-district-des-cols/pas-a-pas/ /bienvenue/district-district-de-la-plaine/pas-a-pas/
        /bienvenue/ardent/pas-a-pas/ /facile-a-lire/ /enfants/
        /en/welcome/valdaine/step-by-step/ /en/welcome/canton-canton-d-amont/step-by-step/
        /en/welcome/canton-canton-d-aval/step-by-step/ /en/welcome/district-district-du-lac/step-by-step/
        /en/welcome/district-district-des-cols/step-by-step/ /en/welcome/district-district-de-la-plaine/step-by-step/
        /en/welcome/ardent/step-by-step/ /en/easy-read/ /en/children/
        /coordination/ /en/coordination/ /accessibilite/criteres/ /en/accessibility/criteria/
        /sans-reseau/ /en/offline/ /recherche/ /en/search/
        /bienvenue/pour/famille/ /bienvenue/pour/etudes/ /en/welcome/for/family/ /en/welcome/for/studies/
        /bienvenue/je-travaille-a/ /bienvenue/je-travaille-a/saint-jean-a1/
        /bienvenue/valdaine/emploi-du-conjoint/ /bienvenue/canton-canton-d-amont/emploi-du-conjoint/
        /bienvenue/canton-canton-d-aval/emploi-du-conjoint/ /bienvenue/district-district-du-lac/emploi-du-conjoint/
        /bienvenue/district-district-des-cols/emploi-du-conjoint/
        /bienvenue/district-district-de-la-plaine/emploi-du-conjoint/
        /en/welcome/working-in/ /en/welcome/working-in/saint-jean-a1/
        /en/welcome/valdaine/work-for-your-partner/ /en/welcome/canton-canton-d-amont/work-for-your-partner/
        /en/welcome/canton-canton-d-aval/work-for-your-partner/
        /en/welcome/district-district-du-lac/work-for-your-partner/
        /en/welcome/district-district-des-cols/work-for-your-partner/
        /en/welcome/district-district-de-la-plaine/work-for-your-partner/
        """.split()
    + below("/atouts/", ANGLES)
    + below("/en/assets/", ENGLISH_ANGLES)
    + below("/ambassadeurs/", THEMES)
    + below("/en/ambassadors/", ENGLISH_THEMES)
    + below("/carnet/", PARTS)
    + below("/en/inspiration-notebook/", ENGLISH_PARTS)
    + below("/bienvenue/", CONTAINING, "portrait/")
    + below("/en/welcome/", CONTAINING, "portrait/"),
}


def attribute(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""


@dataclass(frozen=True)
class Page:
    """A page of a built site and its address below the site's root."""

    address: str
    html: str

    @cached_property
    def dom(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.html)

    def all(self, selector: str) -> list[LexborNode]:
        return self.dom.css(selector)

    def one(self, selector: str) -> LexborNode:
        found = self.dom.css(selector)
        assert len(found) == 1, (self.address, selector, len(found))
        return found[0]

    def text(self, selector: str) -> str:
        """The words of one element, with single spaces."""
        return words(self.one(selector))

    @property
    def root(self) -> LexborNode:
        assert self.dom.root is not None
        return self.dom.root

    @property
    def lang(self) -> str:
        return attribute(self.root, "lang")

    @property
    def alternates(self) -> dict[str, str]:
        return {attribute(n, "hreflang"): attribute(n, "href") for n in self.all('link[rel="alternate"]')}

    @property
    def switcher(self) -> dict[str, str]:
        """Where each language of the switcher leads, and what is said beside it."""
        return {attribute(n, "lang"): attribute(n, "href") for n in self.all("nav.langs a")}

    @property
    def graph(self) -> list[dict[str, object]]:
        """The JSON-LD of the page."""
        data = json.loads(self.one('script[type="application/ld+json"]').text())
        assert data["@context"] == "https://schema.org"
        return list(data["@graph"])


def words(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").split())


@dataclass(frozen=True)
class Site:
    """A built site and where it stands."""

    name: str
    folder: Path

    @property
    def url(self) -> str:
        return SITE_URLS.get(self.name, "https://portail.example/")

    @property
    def base(self) -> str:
        """``/portail``: what stands before every address."""
        return urlsplit(self.url).path.rstrip("/")

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        found = {}
        for file in sorted(self.folder.rglob("*.html")):
            address = "/" + file.relative_to(self.folder).as_posix().removesuffix("index.html")
            found[address] = Page(address, file.read_text(encoding="utf-8"))
        return found

    def absolute(self, address: str) -> str:
        return self.url.rstrip("/") + address

    def file(self, address: str) -> Path:
        """The file that answers an address from the host's root, as a static host finds it."""
        below = unquote(address).removeprefix(self.base).lstrip("/")
        file = self.folder / below
        return file / "index.html" if below == "" or below.endswith("/") else file

    def text(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")


OWN_TEXTS = texts_by_language(load(PORTALS / "minimal")[0].strings)
INTERFACE = interface_of(OWN_TEXTS, engine_texts(REPOSITORY / "theme"), ("fr", "en", "ar"), "fr")


def said(lang: str, key: str, **values: object) -> str:
    """A text of the interface, with single plain spaces."""
    return " ".join(INTERFACE.t(lang, key, values).split())


@pytest.fixture(scope="session")
def sites(small_site: Callable[[str], PortalFolder]) -> Mapping[str, Site]:
    return {name: Site(name, small_site(name).site) for name in NAMES}


@pytest.fixture(params=NAMES)
def site(request: pytest.FixtureRequest, sites: Mapping[str, Site]) -> Site:
    name: str = request.param
    return sites[name]


# Every page of both sites


def test_every_page_is_there_and_no_other(site: Site) -> None:
    assert sorted(site.pages) == sorted(PAGES[site.name])


def test_language_and_direction(site: Site) -> None:
    for address, page in site.pages.items():
        first = address.split("/")[1]
        lang = first if first in LANGUAGES[site.name] else "fr"
        assert (page.lang, attribute(page.root, "dir")) == (lang, LANGUAGES[site.name][lang]), address


def test_each_page_has_one_main_heading_and_a_title(site: Site) -> None:
    for address, page in site.pages.items():
        assert len(page.all("h1")) == 1, address
        assert page.text("h1"), address
        assert page.text("title"), address
        assert attribute(page.one('meta[name="description"]'), "content"), address


def test_canonical_is_the_page_itself(site: Site) -> None:
    """None for 404.html, which is shown at any address."""
    for address, page in site.pages.items():
        if address == "/404.html":
            assert page.all('link[rel="canonical"]') == []
            continue
        assert attribute(page.one('link[rel="canonical"]'), "href") == site.absolute(address)


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
    assert translated == {"minimal": 79, "districts": 166}[site.name]


def test_pages_that_stand_alone_have_no_alternate(sites: Mapping[str, Site]) -> None:
    alone = {name: sorted(a for a, p in sites[name].pages.items() if not p.alternates) for name in NAMES}
    assert alone == {
        "minimal": ["/404.html"],
        "districts": [
            *("/404.html", "/accessibilite/", "/atouts/moulin/", "/avantages/museum-year/", "/carnet/first-names/"),
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


def test_no_internal_link_or_anchor_is_broken(site: Site) -> None:
    followed, broken = links_followed(site)
    assert broken == []
    assert followed > 300


STARTER_SITE = {"starter": 400, "alone": 30, "valley": 60}
"""Portals without outlines, one territory or other levels; at least how many links their sites have."""
ALONE = """
data/territories/territories.yml
    territories:
      - {code: pays, level: pays, name: Petit pays}
"""
VALLEY = """
data/territories/territories.yml
    territories:
      - {code: pays, level: pays, name: Petit pays}
      - {code: haute, level: valley, name: Haute-Combe, parents: [pays]}
data/portal.yml
""" + "".join(f"    {line}\n" for line in PORTAL_YML.replace("commune", "valley").splitlines())


@pytest.fixture
def odd_site(request: pytest.FixtureRequest, portal: Callable[..., PortalFolder], tmp_path: Path) -> Site:
    name: str = request.param
    folder = portal({"alone": ALONE, "valley": VALLEY}.get(name, ""))
    if name == "starter":
        folder = PortalFolder(tmp_path / name)
        shutil.copytree(REPOSITORY / name, folder.root, ignore=shutil.ignore_patterns("site", ".portail"))
    assert not folder.build().failed
    return Site(name, folder.site)


@pytest.mark.parametrize("odd_site", STARTER_SITE, indirect=True)
def test_no_link_or_drawing_of_another_portal_leads_nowhere(odd_site: Site) -> None:
    followed, broken = links_followed(odd_site)
    assert broken == []
    assert followed > STARTER_SITE[odd_site.name]


@pytest.mark.parametrize(
    ("odd_site", "address", "heading", "choices", "only"),
    [
        ("alone", "/", [], [], [("Bienvenue Petit pays", "/bienvenue/petit-pays/")]),
        ("alone", "/en/", [], [], [("Welcome to Petit pays", "/en/welcome/petit-pays/")]),
        ("valley", "/", ["Ou partez de la liste des valleys"], [("Haute-Combe", "/bienvenue/haute-combe/")], []),
        ("valley", "/en/", ["Or start from the list of valleys"], [("Haute-Combe", "/en/welcome/haute-combe/")], []),
    ],
    indirect=["odd_site"],
)
def test_the_home_page_leads_to_the_only_guide(
    odd_site: Site, address: str, heading: list[str], choices: list[tuple[str, str]], only: list[tuple[str, str]]
) -> None:
    home = odd_site.pages[address]
    assert [(words(n), attribute(n, "href")) for n in home.all("nav.by-place a")] == choices
    assert [(words(n), attribute(n, "href")) for n in home.all("p.by-place a")] == only
    assert [words(n) for n in home.all("#by-place")] == heading


@pytest.mark.parametrize(
    ("odd_site", "label", "lead", "choose"),
    [
        ("starter", "Commune ou code postal", "Le guide d’accueil de chaque commune", "Choisir ma commune"),
        ("valley", "Lieu ou code postal", "Le guide d’accueil de chaque lieu", "Choisir mon lieu d’arrivée"),
    ],
    indirect=["odd_site"],
)
def test_only_a_commune_is_called_a_commune(odd_site: Site, label: str, lead: str, choose: str) -> None:
    home = odd_site.pages["/"]
    assert home.text(".finder label") == label
    assert home.text(".lead").startswith(lead)
    named = [address for address, page in odd_site.pages.items() if "commune" in page.root.text().lower()]
    assert (named == []) is (odd_site.name == "valley")
    chosen = {words(n) for page in odd_site.pages.values() for n in page.all(".first a.choose")}
    assert chosen == {choose, "Choose my commune" if odd_site.name == "starter" else "Choose my place"}


def links_followed(site: Site) -> tuple[int, list[tuple[str, str]]]:
    """How many links to the site's own pages and files there are, and those that lead nowhere."""
    ids = {address: {attribute(n, "id") for n in page.all("[id]")} for address, page in site.pages.items()}
    broken, seen = [], 0
    for address, page in site.pages.items():
        for link in links(page):
            target = urlsplit(urljoin(f"https://here{site.base}{address}", link))
            if target.netloc != "here":
                continue
            seen += 1
            file = site.file(target.path)
            inside = "/" + file.relative_to(site.folder).as_posix().removesuffix("index.html")
            lost_anchor = target.fragment and inside in ids and unquote(target.fragment) not in ids[inside]
            if not target.path.startswith(f"{site.base}/") or not file.is_file() or lost_anchor:
                broken.append((address, link))
    return seen, broken


LINKS = (
    *(("a", "href"), ("link", "href"), ("img", "src"), ("script", "src"), ("form", "action"), ("use", "href")),
    ("form", "data-places"),
)


def links(page: Page) -> Iterator[str]:
    for selector, name in LINKS:
        for node in page.all(f"{selector}[{name}]"):
            yield attribute(node, name)


def test_ids_are_unique(site: Site) -> None:
    for address, page in site.pages.items():
        ids = [attribute(node, "id") for node in page.all("[id]")]
        assert sorted(ids) == sorted(set(ids)), address
        assert "" not in ids, address


def test_nothing_is_inline_and_nothing_comes_from_elsewhere(site: Site) -> None:
    """A content security policy without 'unsafe-inline' fits; nobody else learns who reads."""
    for address, page in site.pages.items():
        assert page.all("style, [style], iframe, object, embed, base") == [], address
        assert page.all('script:not([src]):not([type="application/ld+json"])') == [], address
        assert [name for n in page.all("*") for name in n.attributes if name.startswith("on")] == [], address
        within = [attribute(n, "src").partition(",")[0] for n in page.all("img.under")]  # what a picture lies on
        assert {*within} <= {"data:image/webp;base64"}, address
        loaded = page.all("script[src], img[src]:not(.under), link[rel=stylesheet], link[rel=icon], link[rel=manifest]")
        urls = [attribute(n, "src") or attribute(n, "href") for n in loaded]
        urls += [each.split()[0] for n in page.all("[srcset], source") for each in attribute(n, "srcset").split(",")]
        assert all(url.startswith(f"{site.base}/") for url in urls), address
    for sheet in site.folder.rglob("*.css"):
        assert re.findall(r"url\(\s*['\"]?(?!/|\.\.?/|fonts/|#)([^)]+)", sheet.read_text(encoding="utf-8")) == []
        assert "@import" not in sheet.read_text(encoding="utf-8")


def test_other_languages_are_marked_where_they_begin(site: Site) -> None:
    """What is not translated says in which language it is."""
    known = set(LANGUAGES[site.name])
    for address, page in site.pages.items():
        marked = {attribute(n, "lang") for n in page.all("main [lang]")}
        assert marked <= known, address


# Structured data


def test_structured_data_names_its_own_page(site: Site) -> None:
    for address, page in site.pages.items():
        if address == "/404.html":
            assert page.all('script[type="application/ld+json"]') == []
            continue
        url = site.absolute(address)
        described = page.graph[0]
        assert (described["@id"], described["inLanguage"]) == (url, page.lang)
        ids = {str(thing["@id"]) for thing in page.graph if "@id" in thing}
        assert ids <= {url, "#subject"}
        if "mainEntity" in described:
            assert described["mainEntity"] == {"@id": "#subject"}
            assert "#subject" in ids


def test_breadcrumbs_are_the_same_for_readers_and_for_search_engines(site: Site) -> None:
    trails = 0
    for address, page in site.pages.items():
        shown = [(words(n), attribute(n, "href")) for n in page.all("nav.crumbs a")]
        lists = [] if address == "/404.html" else [t for t in page.graph if t["@type"] == "BreadcrumbList"]
        if not shown:
            assert lists == []
            continue
        trails += 1
        items = lists[0]["itemListElement"]
        assert isinstance(items, list)
        assert [item["position"] for item in items] == list(range(1, len(items) + 1))
        assert [(" ".join(i["name"].split()), i["item"]) for i in items[:-1]] == shown
        assert "item" not in items[-1]  # the page itself: its address is already the graph's
    assert trails == len(site.pages) - len(LANGUAGES[site.name]) - 1  # all but the home pages and the 404 page


@pytest.mark.parametrize(
    ("address", "trail"),
    [
        ("/bienvenue/le-col/", ["Accueil", "Valdaine", "Aval", "District des Cols"]),
        ("/bienvenue/ardent/", ["Accueil", "Valdaine", "Amont", "District des Cols"]),
        ("/bienvenue/saint-jean-b1/", ["Accueil", "Valdaine", "Aval", "District de la Plaine"]),
        ("/bienvenue/district-district-des-cols/", ["Accueil", "Valdaine", "Amont"]),  # the parent named first
        ("/bienvenue/district-district-des-cols/pas-a-pas/", ["Accueil", "Valdaine", "Amont", "District des Cols"]),
        ("/bienvenue/valdaine/pas-a-pas/", ["Accueil", "Valdaine"]),
        ("/facile-a-lire/", ["Accueil", "/bienvenue/"]),
        ("/bienvenue/valdaine/portrait/", ["Accueil", "Valdaine"]),
        ("/bienvenue/district-district-des-cols/portrait/", ["Accueil", "Valdaine", "Amont", "District des Cols"]),
        ("/atouts/patrimoine-naturel/", ["Accueil", "/atouts/"]),
        ("/atouts/moulin/", ["Accueil", "/atouts/", "Patrimoine naturel"]),
        ("/mentions-legales/", ["Accueil"]),
        ("/lexique/", ["Accueil"]),
        ("/accessibilite/", ["Accueil"]),
        ("/accessibilite/criteres/", ["Accueil", "Accessibilité"]),
        ("/carnet/mots/", ["Accueil", "/carnet/"]),
        ("/", []),
    ],
)
def test_breadcrumbs(address: str, trail: list[str], sites: Mapping[str, Site]) -> None:
    """A step written as an address is called by that page's own heading."""
    pages = sites["districts"].pages
    expected = [pages[step].text("h1") if step.startswith("/") else step for step in trail]
    assert [words(n) for n in pages[address].all("nav.crumbs a")] == expected


@pytest.mark.parametrize(
    ("address", "subject"),
    [
        (
            "/atouts/lac/",
            {
                "@type": "TouristAttraction",
                "name": "Le lac",
                "description": "Douze kilomètres d’eau calme.",
                "geo": {"@type": "GeoCoordinates", "latitude": 46.05, "longitude": 6.05},
                "containedInPlace": {"@type": "Place", "name": "Saint-Jean"},
                "image": {
                    "@type": "ImageObject",
                    "contentUrl": "https://valdaine.example/portail/media/lake.png",
                    "creditText": "Atelier de la Valdaine",
                },
            },
        ),
        (
            "/en/ambassadors/adele-vernet/",
            {
                "@type": "Person",
                "name": "Adèle Vernet",
                "description": "She opened the first school on the lake.",
                "jobTitle": "Schoolteacher",
                "birthDate": "1850",
                "birthPlace": {"@type": "Place", "name": "Saint-Jean"},
                "deathDate": "1920",
            },
        ),
        (
            "/carnet/first-names/",
            {"@type": "CreativeWork", "name": "Dire les prénoms", "description": "Dire les prénoms"},
        ),
        (
            "/atouts/moulin/",
            {
                "@type": "Place",
                "name": "Le moulin",
                "description": "Le moulin",
                "contentLocation": {"@type": "Place", "name": "District du Lac"},
            },
        ),
    ],
)
def test_what_search_engines_read_of_an_entry(
    address: str, subject: dict[str, object], sites: Mapping[str, Site]
) -> None:
    found = dict(sites["districts"].pages[address].graph[1])
    assert found.pop("@id") == "#subject"
    assert found == subject


def test_what_search_engines_read_of_a_territory(sites: Mapping[str, Site]) -> None:
    found = sites["districts"].pages["/bienvenue/saint-jean-a1/"].graph[1]
    assert (found["@type"], found["name"], found["identifier"]) == ("AdministrativeArea", "Saint-Jean", "101")
    assert found["containedInPlace"] == {"@type": "AdministrativeArea", "name": "District du Lac"}
    assert found["geo"] == {"@type": "GeoCoordinates", "latitude": 46.05, "longitude": 6.05}
    assert sites["districts"].pages["/mentions-legales/"].graph[1]["@type"] == "BreadcrumbList"


# Files beside the pages


def test_sitemaps_list_every_page_once_with_its_translations(site: Site) -> None:
    index = ET.fromstring(site.text("sitemap.xml"))  # noqa: S314 (our own files)
    files = [(node.text or "").removeprefix(site.url) for node in index.iter(f"{SITEMAP}loc")]
    assert files == [f"sitemap-{lang}.xml" for lang in LANGUAGES[site.name]]
    listed: dict[str, dict[str, str]] = {}
    for lang, file in zip(LANGUAGES[site.name], files, strict=True):
        for url in ET.fromstring(site.text(file)).iter(f"{SITEMAP}url"):  # noqa: S314
            location = url.findtext(f"{SITEMAP}loc") or ""
            assert location not in listed
            listed[location] = {n.attrib["hreflang"]: n.attrib["href"] for n in url.iter(f"{XHTML}link")}
            assert site.pages["/" + location.removeprefix(site.url)].lang == lang
    left_out = UNINDEXED | EMPTY[site.name]
    expected = {site.absolute(a): page.alternates for a, page in site.pages.items() if a not in left_out}
    assert listed == expected


def test_pages_that_are_not_for_everyone_ask_not_to_be_indexed(site: Site) -> None:
    told = {a for a, page in site.pages.items() if page.all('meta[name="robots"][content="noindex"]')}
    of_all = UNINDEXED & site.pages.keys()
    assert told == of_all | EMPTY[site.name]
    assert len(of_all) == 1 + 2 * len(LANGUAGES[site.name])


def test_robots_and_hosting_files(sites: Mapping[str, Site]) -> None:
    for site in sites.values():
        assert site.text("robots.txt") == f"User-agent: *\nAllow: /\n\nSitemap: {site.url}sitemap.xml\n"
        assert site.text(".nojekyll") == ""
    assert sites["minimal"].text("CNAME") == "port-calme.example\n"
    assert not (sites["districts"].folder / "CNAME").exists()


def test_the_finder_s_data(sites: Mapping[str, Site]) -> None:
    data = json.loads(sites["districts"].text("finder-fr.json"))
    assert data["columns"] == ["name", "context", "slug", "postal_codes", "code", "population"]
    assert data["places"] == [
        ["Saint-Jean", "Amont", "saint-jean-a1", "1000", "101", 5200],
        ["Les Hauts", "Aval", "", "", "302", 2900],
        ["Ardent", "Amont", "", "2000", "202", 1450],
        ["Saint-Jean", "Aval", "saint-jean-b1", "101", "301", 640],
        ["L’Aubépine", "Amont", "", "1000 0102", "102", 310],
        ["Le Col", "Aval", "", "2000", "201", 90],
        ["Valdaine", "pays", "", "", "VD", 10590],
        ["Amont", "canton", "canton-canton-d-amont", "", "A", 6960],
        ["District du Lac", "district", "district-district-du-lac", "", "A1", 5510],
        ["Aval", "canton", "canton-canton-d-aval", "", "B", 3630],
        ["District de la Plaine", "district", "district-district-de-la-plaine", "", "B1", 3540],
        ["District des Cols", "district", "district-district-des-cols", "", "AB", 1540],
    ]
    for name, languages in LANGUAGES.items():
        for lang in languages:
            places = json.loads(sites[name].text(f"finder-{lang}.json"))["places"]
            guide = "/bienvenue/" if lang == "fr" else "/en/welcome/" if lang == "en" else "/ar/bienvenue/"
            assert all(f"{guide}{place[2] or slugify(place[0])}/" in PAGES[name] for place in places), (name, lang)
    assert json.loads(sites["minimal"].text("finder-ar.json"))["places"] == [
        ["بورت كالم", "", "port-calme", "01234", "port-calme", 812]
    ]


def test_maps_are_those_of_territories_with_drawn_members(sites: Mapping[str, Site]) -> None:
    maps = sites["districts"].folder / "assets" / "maps"
    texts = {file.stem: file.read_text(encoding="utf-8") for file in maps.glob("*.svg")}
    drawn = {
        code: sorted(re.findall(r'<path id="t(\w+)" data-name="[^"]+" data-slug="[^"]+" d="M', text))
        for code, text in texts.items()
    }
    assert drawn == {
        "vd": ["A", "B"],
        "a": ["A1"],
        "b": ["201"],
        "a1": ["101", "102"],
        "ab": ["201", "202"],
        "b1": ["301"],
    }
    collections = {file.stem: json.loads(file.read_bytes()) for file in maps.glob("*.geojson")}
    assert {code: sorted(each["id"] for each in found["features"]) for code, found in collections.items()} == drawn
    assert not (sites["minimal"].folder / "assets" / "maps").exists()


# A page that does not exist


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
    relative = [link for link in links(page) if not link.startswith((f"{site.base}/", "https://", "#"))]
    assert relative == []
    assert attribute(page.one('meta[name="robots"]'), "content") == "noindex"
    assert page.alternates == {}


# Guides: inheritance, honest absence, contacts


def blocks(page: Page) -> dict[str, list[str]]:
    """The ids of the blocks of each section of a guide."""
    return {
        attribute(section, "id"): [attribute(n, "id") for n in section.css(".bs > *")]
        for section in page.all(".sections > .s")
    }


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("valdaine", {"first-steps": ["register"], "housing": ["waste"]}),
        ("canton-canton-d-amont", {"first-steps": ["register"], "housing": ["waste-a"]}),
        ("canton-canton-d-aval", {"first-steps": ["register"], "housing": ["waste-b"]}),
        (  # over two cantons: the one named first speaks for all, the other for its part
            "district-district-des-cols",
            {"first-steps": ["register", "snow"], "housing": ["waste-a", "waste-b"]},
        ),
        ("le-col", {"first-steps": ["register", "snow"], "housing": ["waste-b"]}),
        ("ardent", {"first-steps": ["register", "snow"], "housing": ["waste-a"]}),
        ("saint-jean-a1", {"first-steps": ["register"], "housing": ["waste-a"]}),
        ("saint-jean-b1", {"first-steps": ["register"], "housing": ["waste-b"]}),
        ("l-aubepine", {"first-steps": ["register"]}),
    ],
)
def test_a_guide_holds_what_its_territories_wrote(
    slug: str, expected: dict[str, list[str]], sites: Mapping[str, Site]
) -> None:
    assert blocks(sites["districts"].pages[f"/bienvenue/{slug}/"]) == expected
    assert blocks(sites["districts"].pages[f"/en/welcome/{slug}/"]) == expected


def test_provenance_is_said_once_and_for_each_block_that_differs(sites: Mapping[str, Site]) -> None:
    page = sites["districts"].pages["/bienvenue/le-col/"]
    said = {attribute(s, "id"): [words(n) for n in s.css(".pv")] for s in page.all(".sections > .s")}
    assert said == {
        "first-steps": [
            "Écrit par : Valdaine (démonstration). Texte pas encore vérifié.",
            "Complété par : District des Cols (démonstration).",
        ],
        "housing": ["Adapté par : Aval (démonstration). Texte pas encore vérifié."],
    }


def test_a_block_that_is_not_translated_says_its_language(sites: Mapping[str, Site]) -> None:
    english = sites["districts"].pages["/en/welcome/le-col/"]
    assert {attribute(n, "id"): attribute(n, "lang") for n in english.all(".bs > *")} == {
        "register": "",
        "snow": "fr",
        "waste-b": "fr",
    }
    arabic = sites["minimal"].pages["/ar/bienvenue/port-calme/"]
    assert {attribute(n, "id"): attribute(n, "lang") for n in arabic.all(".bs > *")} == {
        "town-hall-first": "",
        "market": "fr",
    }


LAKE = {"name": "District du Lac", "of": "District du Lac"}
ABSENT_LAKE = {
    lang: said(lang, "answer.absent", by=by, date=day)
    for lang, by, day in (
        ("fr", "la commune de L’Aubépine", "1er février 2026"),
        ("en", "the commune of L’Aubépine", "1 February 2026"),
    )
}


@pytest.mark.parametrize(
    ("address", "role", "parts"),
    [
        ("/bienvenue/district-district-du-lac/", "childcare", ["Garde d’enfants", "Crèche du Lac"]),
        (
            "/bienvenue/saint-jean-a1/",
            "childcare",
            ["Garde d’enfants", said("fr", "answer.known_above_far", km="1,1\u00a0km", **LAKE), "Crèche du Lac"],
        ),
        (
            "/bienvenue/l-aubepine/",
            "childcare",
            [
                "Garde d’enfants",
                ABSENT_LAKE["fr"],
                said("fr", "answer.nearest_far", km="7,8\u00a0km", **LAKE),
                "Crèche du Lac",
            ],
        ),
        (
            "/en/welcome/l-aubepine/",
            "childcare",
            [
                "Childcare",
                ABSENT_LAKE["en"],
                said("en", "answer.nearest_far", km="7.8\u00a0km", **LAKE),
                "Lake nursery",
            ],
        ),
        (
            "/bienvenue/le-col/",
            "health-centre",
            ["Centre de santé", said("fr", "answer.absent", by="le canton d’Aval", date="30 juin 2026")],
        ),
        (
            "/bienvenue/le-col/",
            "social-services",
            ["Services sociaux", said("fr", "answer.known_above", of="de la Valdaine", name="Valdaine")],
        ),
        ("/bienvenue/valdaine/", "childcare", ["Garde d’enfants", "Annuaire des crèches"]),
        ("/bienvenue/ardent/", "health-centre", ["Centre de santé", "Annuaire santé"]),
    ],
)
def test_the_three_states_of_an_answer(address: str, role: str, parts: list[str], sites: Mapping[str, Site]) -> None:
    assert sites["districts"].pages[address].text(f"#role-{role}").startswith(" ".join(parts))


def test_what_nobody_recorded_never_reads_as_there_is_none(sites: Mapping[str, Site]) -> None:
    page = sites["districts"].pages["/bienvenue/ardent/"]
    assert said("fr", "guide.unrecorded") in page.text("#who")
    link = page.one("#role-health-centre a")
    assert attribute(link, "href") == "https://sante.example/"
    assert "Pas de contact ici" not in page.text("#role-health-centre")


def test_the_first_contact(sites: Mapping[str, Site]) -> None:
    own = sites["districts"].pages["/bienvenue/saint-jean-a1/"]
    text = own.text("#contact")
    for part in ("Mairie de Saint-Jean", "+41 21 000 00 01", "1 place du Lac, Saint-Jean", "Registre de Valdaine"):
        assert part in text
    hrefs = [attribute(n, "href") for n in own.all("#contact a")]
    assert hrefs == ["tel:+41210000001", "mailto:mairie@saint-jean.example", "https://www.saint-jean.example/"]
    of_the_seat = sites["districts"].pages["/bienvenue/canton-canton-d-amont/"]
    note = said("fr", "contact.seat", name="Saint-Jean", at="à Saint-Jean", of="de Saint-Jean")
    assert note in of_the_seat.text("#contact")
    of_the_largest = sites["districts"].pages["/bienvenue/district-district-des-cols/"]
    note = said("fr", "contact.main_town", name="Ardent", at="à Ardent", of="d’Ardent")
    assert note in of_the_largest.text("#contact")
    of_nobody = sites["districts"].pages["/bienvenue/les-hauts/"]
    assert of_nobody.text("ul.elsewhere #role-town-hall").startswith("Mairie ")
    assert said("fr", "guide.unrecorded") in of_nobody.text("#who")


def test_a_national_number_is_dialled_with_the_country_code_of_the_portal(sites: Mapping[str, Site]) -> None:
    nursery = sites["districts"].pages["/bienvenue/district-district-du-lac/"].one("#role-childcare a[href^='tel:']")
    assert (attribute(nursery, "href"), words(nursery)) == ("tel:+41210000002", "Téléphone 021 000 00 02")
    hall = sites["districts"].pages["/bienvenue/ardent/"].one("#contact a[href^='tel:']")
    assert attribute(hall, "href") == "tel:112233"


def test_hours_that_cannot_be_put_into_words_are_shown_as_they_are(sites: Mapping[str, Site]) -> None:
    page = sites["districts"].pages["/bienvenue/ardent/"]
    assert "sur rendez-vous" in page.text("#contact")
    assert "Le bulletin d’Ardent" in page.text("#contact")


def test_emergency_numbers_are_on_every_guide(site: Site) -> None:
    guides = [page for page in site.pages.values() if "kind-guide" in attribute(page.one("body"), "class").split()]
    assert len(guides) == {"minimal": 3, "districts": 24}[site.name]
    for page in guides:
        hrefs = [attribute(n, "href") for n in page.all("#emergency li a")]
        assert hrefs == {"minimal": ["tel:112", "sms:114"], "districts": ["tel:112"]}[site.name]


def test_bodies_that_cover_a_territory_are_named(sites: Mapping[str, Site]) -> None:
    with_club = {a for a, p in sites["districts"].pages.items() if "Club du Lac" in p.html and a.startswith("/bienv")}
    assert with_club == {
        f"/bienvenue/{slug}/" for slug in ("district-district-du-lac", "saint-jean-a1", "l-aubepine", "ardent")
    }


# People and consent


def test_a_person_who_no_longer_consents_is_nowhere(sites: Mapping[str, Site]) -> None:
    """Page, image, lists, sitemap, finder, other people's pages: the name is in no file, and neither is the image."""
    folder = sites["districts"].folder
    files = {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    for trace in ("Zénobie", "Quartz", "quartz", "p-44444444", "Z\\u00e9nobie"):
        assert [path for path, data in files.items() if trace.encode() in data or trace in path] == []
    shown = {path for path in files if path.startswith("media/")}
    assert {path.partition(".")[0] for path in shown} == {"media/lake", "media/nora"}
    assert {"media/lake.png", "media/nora.png"} <= shown
    assert b"Nora Lindqvist" in files["ambassadeurs/index.html"]


def test_what_others_say_of_that_person_loses_its_link_and_its_picture(sites: Mapping[str, Site]) -> None:
    """The rest of the portal is still published, so that the page of that person really goes."""
    body = sites["districts"].pages["/atouts/moulin/"].one(".body")
    assert "grâce à une amie. Voyez" in words(body).replace(" .", ".")
    assert [attribute(n, "href") for n in body.css("a")] == [
        "/portail/atouts/lac/#la-jetee",
        "/portail/bienvenue/valdaine/#register",
    ]
    assert body.css("img") == []


def test_a_person_who_consents_has_an_address_that_says_nothing(sites: Mapping[str, Site]) -> None:
    page = sites["districts"].pages["/ambassadeurs/p-0a1b2c3d/"]
    assert page.text("h1") == "Nora Lindqvist"
    assert [attribute(n, "alt") for n in page.all("main figure picture img")] == ["Nora Lindqvist devant une barque"]
    assert not any("nora" in address or "lindqvist" in address for address in sites["districts"].pages)


# Images


def test_images_say_what_they_show_and_whose_they_are(sites: Mapping[str, Site]) -> None:
    for address, alt in (
        ("/atouts/lac/", "Le lac un matin d’automne"),
        ("/en/assets/lake/", "The lake on an autumn morning"),
    ):
        figure = sites["districts"].pages[address].one("main figure")
        image = figure.css_first("picture img")
        assert image is not None
        assert (attribute(image, "src"), attribute(image, "alt")) == ("/portail/media/lake.png", alt)
        assert "Atelier de la Valdaine" in words(figure)
    with Image.open(sites["districts"].folder / "media" / "lake.png") as picture:
        assert picture.size == (960, 600)
    inside = sites["districts"].pages["/atouts/lac/"].one('main img[alt="Le lac vu de la jetée"]')
    assert attribute(inside, "src") == "/portail/media/lake.png"


# Hostile contents

HOSTILE = """
data/portal.yml
    name: {fr: "L’</title><script>alert('nom')</script>", en: "A \\"quoted\\" & <b>bold</b> name"}
    tagline: {fr: "\\" onload=alert(1) x=\\"", en: "'><img src=x onerror=alert(1)>"}
    languages:
      - {code: fr, name: "Fran<i>çais"}
      - {code: en, name: English}
    territory: pays
    first_contacts: [town-hall]
    levels:
      - {id: pays, name: "<u>pays</u>", plural: pays}
      - {id: commune, name: commune, plural: communes}
    colours: {paper: "#FBF8F2", ink: "#16242B", ocean: "#0F4C5C", pine: "#2E6B4F", wine: "#7B2740", ochre: "#C8821E", line: "#DDD5C7"}
    dark_colours: {paper: "#101C24", ink: "#F1EADC", ocean: "#8CCBD6", pine: "#93CFAF", wine: "#EBA5B8", ochre: "#E0A040", line: "#33434D"}
data/territories/territories.yml
    territories:
      - {code: pays, level: pays, name: "<script>alert('pays')</script>"}
      - {code: hx, level: commune, name: "Bourg \\"'<>&", parents: [pays], population: 3, postal_codes: ["01000"]}
    contacts:
      - id: hall
        role: town-hall
        covers: [hx]
        name: "<script>alert('mairie')</script>"
        address: "<img src=x onerror=alert(1)>"
        telephone: "01 02 03 04 05"
        website: "https://a.example/\\"onclick=\\"alert(1)"
        email: "\\"><script>@a.example"
        opening_hours: "<b>always</b>"
    absences:
      - {role: childcare, covers: [pays], checked_by: "<script>alert('qui')</script>", checked_on: 2026-01-01}
content/welcome/a.md
    ---
    id: a
    title: "</h3><script>alert('bloc')</script>"
    section: first-steps
    see: "<script>alert('voir')</script> [là](https://a.example/)"
    ---
    <script>alert('corps')</script><a href="https://a.example/" onclick="alert(1)">ici</a> <u>souligné</u>
content/assets/hostile.md
    ---
    id: hostile
    title: "</script><script>alert('titre')</script>"
    summary: "\\"><script>alert('résumé')</script><!--"
    angle: economy
    kind: "</script><script>alert('sorte')</script>"
    website: "https://a.example/?q=<script>"
    sources:
      - {name: "<script>alert('source')</script>", detail: "<b>d</b>", url: "https://a.example/'\\"<b>"}
    ---
    Texte <iframe src="https://a.example/"></iframe><form action="/x"><input name="a"></form>
    <style>body{display:none}</style><p style="position:fixed" id="main">haut</p>
content/ambassadors/hostile.md
    ---
    id: somebody
    title: "<script>alert('personne')</script> Doe"
    theme: sport
    occupation: "<i>x</i>"
    died: {year: 1900, place: "<script>alert('lieu')</script>"}
    quote: {text: "<script>alert('citation')</script>", source: "<b>s</b>"}
    career:
      - {year: "<1>", text: "<script>alert('vie')</script>"}
    ---
    Une vie.
content/carnet/hostile.md
    ---
    id: words
    title: "<script>alert('mots')</script>"
    part: values
    wording:
      - {say: "<b>dites</b>", avoid: "<script>alert('évitez')</script>", why: "</li></ul>"}
    ---
    Corps.
content/pages/about.md
    ---
    id: about
    title: "<script>alert('page')</script>"
    ---
    Corps.
"""  # noqa: E501


OWN_MODULES = {"/sans-reseau/": ("offline",), "/en/offline/": ("offline",)}
"""Pages that are of no use without their script."""


@pytest.fixture
def hostile(portal: Callable[..., PortalFolder]) -> Site:
    folder = portal(HOSTILE)
    built = folder.build(site_url="https://valdaine.example/portail/")
    assert [(str(p.place), p.message("en")) for p in built.problems if p.severity == "error"] == []
    return Site("districts", folder.site)


def test_hostile_values_are_text_and_nothing_else(hostile: Site) -> None:
    tags: set[str] = set()
    for address, page in hostile.pages.items():
        scripts = [n for n in page.all("script") if attribute(n, "type") != "application/ld+json"]
        modules = [re.sub(r"\.[0-9a-f]+\.js$", "", attribute(n, "src")) for n in scripts]
        assert modules == [f"/portail/assets/{name}" for name in ("portail", *OWN_MODULES.get(address, ()))], address
        assert [name for n in page.all("*") for name in n.attributes if name.startswith("on")] == [], address
        assert page.all("iframe, style, [style], u, main b script, img[src=x]") == [], address
        assert [h for n in page.all("a") if (h := attribute(n, "href")).startswith(("javascript:", "data:"))] == []
        assert len(page.all("title")) == 1
        tags |= {n.tag or "" for n in page.all("*")}
        if address != "/404.html":
            assert page.graph[0]["@id"] == hostile.absolute(address)
    assert "form" in tags  # the finder's own
    assert tags.isdisjoint({"iframe", "object", "style", "u", "applet"})


@pytest.mark.parametrize(
    ("address", "selector", "text"),
    [
        ("/atouts/hostile/", "h1", "</script><script>alert('titre')</script>"),
        ("/atouts/hostile/", ".lead", "\"><script>alert('résumé')</script><!--"),
        ("/ambassadeurs/somebody/", "h1", "<script>alert('personne')</script> Doe"),
        ("/ambassadeurs/somebody/", "blockquote", "<script>alert('citation')</script>"),
        ("/carnet/words/", "h1", "<script>alert('mots')</script>"),
        ("/about/", "h1", "<script>alert('page')</script>"),
        ("/bienvenue/bourg/", "h1", "Bienvenue à Bourg \"'<>&"),
    ],
)
def test_hostile_titles_are_shown_as_they_were_written(address: str, selector: str, text: str, hostile: Site) -> None:
    assert hostile.pages[address].text(selector) == text


def test_hostile_values_in_structured_data(hostile: Site) -> None:
    subject = hostile.pages["/atouts/hostile/"].graph[1]
    assert subject["name"] == "</script><script>alert('titre')</script>"
    assert subject["@type"] == "</script><script>alert('sorte')</script>"
    assert hostile.pages["/atouts/hostile/"].html.count("</script>") == 2  # the data's and the module's


def test_hostile_values_in_other_files(hostile: Site) -> None:
    """XML stays well-formed, JSON stays JSON."""
    for file in hostile.folder.rglob("*.xml"):
        ET.parse(file)  # noqa: S314
    for file in hostile.folder.rglob("*.svg"):
        assert [n.tag for n in ET.parse(file).iter() if n.tag.endswith("script")] == []  # noqa: S314
    names = [place[0] for place in json.loads(hostile.text("finder-fr.json"))["places"]]
    assert len(names) == 2


def test_what_a_body_may_not_do_is_gone(hostile: Site) -> None:
    body = hostile.pages["/atouts/hostile/"].one(".body")
    assert "display:none" not in words(body)
    assert words(body).startswith("Texte")
    assert body.css("form, input, iframe, style") == []


# Today decides


@pytest.mark.parametrize(
    ("today", "present"), [("2026-11-20", True), (TODAY.isoformat(), False)]
)  # fmt: skip
def test_consent_ends_on_its_day(
    today: str, present: bool, tmp_path: Path, small_site: Callable[[str], PortalFolder]
) -> None:
    folder = PortalFolder(small_site("districts").root)
    planned = folder.check(type(TODAY).fromisoformat(today)).planned
    assert planned is not None
    assert (planned.site.get("ambassador:p-44444444", "fr") is not None) is present
    assert ("media/quartz.png" in planned.portal.media) is present
