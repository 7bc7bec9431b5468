"""Structured data as a JSON-LD processor reads it, held to the vocabulary of schema.org.

The context is a copy of the lines of schema.org's own that concern what pages say (tests/schema_org/): no test asks the
network for anything.
"""

import json
import re
import struct
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
import yaml
from pyld import jsonld

from tests.conftest import PORTALS, REPOSITORY
from tests.small_portals.reading import Page, Site, attribute, words

FOLDER = REPOSITORY / "tests" / "schema_org"
VOCABULARY: Mapping[str, Mapping[str, list[str]]] = yaml.safe_load((FOLDER / "vocabulary.yml").read_text("utf-8"))
CONTEXT = json.loads((FOLDER / "context.json").read_text("utf-8"))
SCHEMA = "http://schema.org/"
Node = dict[str, Any]


def schema_org(url: str, _options: object) -> dict[str, object]:
    """What https://schema.org answers a processor, without asking it."""
    assert url == "https://schema.org"
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": CONTEXT}


def expanded(site: Site, page: Page) -> list[Node]:
    """The page's data with every name and address written out."""
    data = json.loads(page.one('script[type="application/ld+json"]').text())
    read: list[Node] = jsonld.expand(data, {"base": site.absolute(page.address), "documentLoader": schema_org})
    return read


def nodes(value: object) -> Iterator[Node]:
    """Every object with a type, however deep."""
    if isinstance(value, list):
        for each in value:
            yield from nodes(each)
    elif isinstance(value, dict):
        if "@type" in value and "@value" not in value:
            yield value
        for each in value.values():
            yield from nodes(each)


@cache
def properties(kind: str) -> frozenset[str]:
    """Those that schema.org gives a type, or a type that it is under."""
    known = VOCABULARY[kind]
    return frozenset(known.get("has", ())).union(*map(properties, known.get("under", ())))


def described(site: Site) -> Iterator[tuple[str, list[Node]]]:
    for address, page in site.pages.items():
        if address != "/404.html":
            yield address, expanded(site, page)


def test_a_processor_reads_every_page_in_words_of_the_vocabulary(site: Site) -> None:
    seen = 0
    for address, graph in described(site):
        for node in nodes(graph):
            kinds = [kind.removeprefix(SCHEMA) for kind in node["@type"]]
            names = {name.removeprefix(SCHEMA) for name in node if not name.startswith("@")}
            assert set(kinds) <= VOCABULARY.keys(), (address, kinds)
            assert names <= frozenset().union(*map(properties, kinds)), (address, kinds, names)
            seen += 1
    assert seen > 2 * len(site.pages)


def test_addresses_are_whole(site: Site) -> None:
    """Whatever names a page, a file or a part of one does so from anywhere."""
    for address, graph in described(site):
        named = [str(node["@id"]) for node in _objects(graph) if "@id" in node]
        assert site.absolute(address) in named
        assert [each for each in named if not each.startswith(("https://", "http://"))] == [], address


def _objects(value: object) -> Iterator[Node]:
    if isinstance(value, list | dict):
        if isinstance(value, dict):
            yield value
        for each in value.values() if isinstance(value, dict) else value:
            yield from _objects(each)


def test_of_a_person_nothing_is_said_that_the_page_does_not_show(sites: Mapping[str, Site]) -> None:
    people = 0
    for page in sites["districts"].pages.values():
        for node in nodes(page.graph if page.address != "/404.html" else []):
            if node["@type"] == "Person":
                people += 1
                shown = words(page.one("main"))
                assert [text for text in _texts(node) if text not in shown] == []
    assert people == 4


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for name, each in value.items():
            if not name.startswith("@") and name != "contentUrl":
                yield from _texts(each)
    elif isinstance(value, str):
        yield " ".join(value.split())


@pytest.mark.parametrize(
    ("address", "kind", "subject"),
    [
        ("/", "WebPage", "WebSite"),
        ("/bienvenue/", "CollectionPage", None),
        ("/bienvenue/le-col/", "WebPage", "AdministrativeArea"),
        ("/bienvenue/valdaine/pas-a-pas/", "WebPage", "HowTo"),
        ("/bienvenue/valdaine/portrait/", "WebPage", None),
        ("/facile-a-lire/", "WebPage", None),
        ("/atouts/", "CollectionPage", "ItemList"),
        ("/atouts/patrimoine-naturel/", "CollectionPage", "ItemList"),
        ("/atouts/lac/", "WebPage", "TouristAttraction"),
        ("/en/ambassadors/adele-vernet/", "ProfilePage", "Person"),
        ("/carnet/first-names/", "WebPage", "CreativeWork"),
        ("/carnet/mots/", "WebPage", None),
        ("/lexique/", "WebPage", "DefinedTermSet"),
        ("/nos-preuves/", "WebPage", "ItemList"),
        ("/recherche/", "SearchResultsPage", None),
        ("/mentions-legales/", "WebPage", None),
    ],
)
def test_what_each_kind_of_page_is(address: str, kind: str, subject: str | None, sites: Mapping[str, Site]) -> None:
    page, *rest = sites["districts"].pages[address].graph
    found = [node["@type"] for node in rest if node.get("@id") == "#subject"]
    assert (page["@type"], found) == (kind, [subject] if subject else [])
    assert ("mainEntity" in page) == bool(subject)


def test_a_town_hall_is_a_service_of_its_territory(sites: Mapping[str, Site]) -> None:
    page = sites["districts"].pages["/bienvenue/saint-jean-a1/"]
    (service,) = (node for node in page.graph if node["@type"] == "GovernmentService")
    assert service == {
        "@type": "GovernmentService",
        "serviceType": "Mairie",
        "areaServed": {"@id": "#subject"},
        "provider": {
            "@type": "GovernmentOffice",
            "name": "Mairie de Saint-Jean",
            "address": "1 place du Lac, Saint-Jean",
            "telephone": "+41 21 000 00 01",
            "email": "mairie@saint-jean.example",
            "url": "https://www.saint-jean.example/",
        },
    }


def test_every_type_that_assets_are_given_is_of_the_vocabulary() -> None:
    """Those of the demonstration and of the small portals; what holds the place of a real one is left aside."""
    folders = (REPOSITORY / "content" / "assets", PORTALS / "districts" / "content" / "assets")
    texts = [file.read_text("utf-8") for folder in folders for file in folder.rglob("*.md")]
    kinds = {kind for text in texts for kind in re.findall(r"^kind: (\w+)$", text, re.MULTILINE)}
    assert len(kinds) > 8
    assert kinds <= VOCABULARY.keys()


def test_what_goes_with_every_address(site: Site) -> None:
    """Open Graph: title, summary, address, languages, and a picture that is there, of the size that is said."""
    for address, page in site.pages.items():
        tags = {attribute(n, "property"): attribute(n, "content") for n in page.all("meta[property]")}
        if address == "/404.html":
            assert tags.keys() == {"og:description", "og:type", "og:site_name", "og:locale"}
            continue
        assert tags["og:title"]
        assert tags["og:url"] == site.absolute(address)
        assert tags["og:description"] == attribute(page.one('meta[name="description"]'), "content")
        others = {n for n in page.alternates if n not in {page.lang, "x-default"}}
        named = {attribute(n, "content") for n in page.all('meta[property="og:locale:alternate"]')}
        assert {each.partition("_")[0] for each in named} == others
        if page.lang == "ar":  # whose letters nothing here can set
            continue
        assert (tags["og:image:width"], tags["og:image:height"], bool(tags["og:image:alt"])) == ("1200", "630", True)
        file = site.folder / tags["og:image"].removeprefix(site.url)
        assert struct.unpack(">2I", file.read_bytes()[16:24]) == (1200, 630), address
        assert attribute(page.one('meta[name="twitter:card"]'), "content") == "summary_large_image"
