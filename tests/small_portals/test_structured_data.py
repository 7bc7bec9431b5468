"""What search engines read in a page: its subject, and the trail that leads to it, as readers see it."""

from collections.abc import Mapping
from urllib.parse import urljoin

import pytest

from tests.small_portals.expected import LANGUAGES
from tests.small_portals.reading import Site, attribute, words


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
        shown = [(words(n), urljoin(site.url, attribute(n, "href"))) for n in page.all("nav.crumbs a")]
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
                "containedInPlace": {"@type": "Place", "name": "District du Lac"},
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
