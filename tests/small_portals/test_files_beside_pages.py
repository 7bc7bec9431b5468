"""Sitemaps, robots.txt, the finder’s data, maps."""

import json
import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from site_builder.model.slugs import slugify
from tests.small_portals.expected import EMPTY, GONE, KITS, LANGUAGES, PAGES, UNINDEXED
from tests.small_portals.reading import Site

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


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
    left_out = UNINDEXED | KITS[site.name] | GONE[site.name] | EMPTY[site.name]
    expected = {site.absolute(a): page.alternates for a, page in site.pages.items() if a not in left_out}
    assert listed == expected


def test_pages_that_are_not_for_everyone_ask_not_to_be_indexed(site: Site) -> None:
    told = {a for a, page in site.pages.items() if page.all('meta[name="robots"][content="noindex"]')}
    of_all = UNINDEXED & site.pages.keys()
    assert told == of_all | KITS[site.name] | GONE[site.name] | EMPTY[site.name]
    assert len(of_all) == 1 + 3 * len(LANGUAGES[site.name])


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
