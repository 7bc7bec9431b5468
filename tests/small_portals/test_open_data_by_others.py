"""The open data of a portal with every kind of content, judged by validators that others wrote."""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from geojson_pydantic import FeatureCollection
from icalendar import Calendar
from openapi_spec_validator import validate
from pyld import jsonld

from site_builder.model.registry import CONTENT_TYPES
from tests.conftest import SITE_URLS, PortalFolder
from tests.feeds import items, parsed
from tests.open_data import SCHEMAS, places_said_otherwise, turned_rings

HOME = SITE_URLS["districts"]
DCT, DCAT, FOAF = "http://purl.org/dc/terms/", "http://www.w3.org/ns/dcat#", "http://xmlns.com/foaf/0.1/"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LANGUAGES = {"fr", "en"}
FOLLOWED = ("rendez-vous", "en/events", "quoi-de-neuf", "en/whats-new")
READERS: Mapping[str, Callable[[str], object]] = {
    "string": str,
    "anyURI": lambda cell: re.fullmatch(r"https?://\S+", cell)[0],  # type: ignore[index]
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": lambda cell: re.fullmatch(r"\d{4}-\d\d-\d\d", cell)[0],  # type: ignore[index]
}
"""How cells are read, by the datatypes of their columns (W3C, Tabular metadata, §5.11.1)."""


@pytest.fixture(scope="module")
def site(small_site: Callable[[str], PortalFolder]) -> Path:
    return small_site("districts").site


@pytest.fixture(scope="module")
def api(site: Path) -> Path:
    return site / "api/v1"


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_portal_has_every_kind_of_content(api: Path) -> None:
    names = [each.collection for each in CONTENT_TYPES]
    assert [name for name in names if not read(api / f"{name}.json")[name]] == []


def test_the_schemas_are_the_committed_ones(api: Path) -> None:
    published = {path.name: path.read_bytes() for path in (api / "schemas").iterdir()}
    assert published == {path.name: path.read_bytes() for path in SCHEMAS.iterdir()}


def test_places_are_geojson(site: Path) -> None:
    """Those of the open data, and the outlines beside the maps."""
    files = sorted(site.rglob("*.geojson"))
    assert {path.parent.name for path in files} == {"v1", "maps"}
    for path in files:
        FeatureCollection.model_validate_json(path.read_bytes())
        assert [*(turned for feature in read(path)["features"] for turned in turned_rings(feature))] == []
    assert [*places_said_otherwise(site / "api/v1")] == []


def test_tools_find_every_file_described(api: Path) -> None:
    """Each path of the description is of a file, and each file but the description itself has its path."""
    description = api / "openapi.json"
    said = read(description)
    validate(said, base_uri=description.as_uri())
    files = {f"/{path.relative_to(api)}" for path in api.rglob("*.*") if path != description}
    described = {path: re.compile(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path))) for path in said["paths"]}
    assert [path for path, form in described.items() if not any(map(form.fullmatch, files))] == []
    assert [file for file in files if not any(form.fullmatch(file) for form in described.values())] == []


Triples = Mapping[str, Mapping[str, list[Mapping[str, str]]]]
"""By subject and predicate, the objects."""


def triples(path: Path) -> Triples:
    found: dict[str, dict[str, list[Mapping[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for each in jsonld.to_rdf(read(path))["@default"]:
        found[each["subject"]["value"]][each["predicate"]["value"]].append(each["object"])
    return found


def of_type(graph: Triples, name: str) -> Iterator[Mapping[str, list[Mapping[str, str]]]]:
    return (said for said in graph.values() if any(each["value"] == name for each in said.get(RDF_TYPE, ())))


def test_catalogues_read_titles_publisher_and_licence_in_every_language(api: Path) -> None:
    """What DCAT-AP 3 asks of a catalogue and of its data sets; of a distribution, where it is and its licence."""
    path = api / "catalog.jsonld"
    assert [each["@id"] for each in jsonld.expand(read(path))] == [f"{HOME}api/v1/catalog.jsonld"]
    graph = triples(path)
    (catalogue,) = of_type(graph, f"{DCAT}Catalog")
    sets = [*of_type(graph, f"{DCAT}Dataset")]
    assert len(sets) == len(catalogue[f"{DCAT}dataset"])
    for said in (catalogue, *sets):
        for term in ("title", "description"):
            assert {text["language"] for text in said[f"{DCT}{term}"] if text["value"]} == LANGUAGES
        (publisher,) = said[f"{DCT}publisher"]
        names = graph[publisher["value"]]
        assert [each["value"] for each in names[RDF_TYPE]] == [f"{FOAF}Agent"]
        assert {name["language"] for name in names[f"{FOAF}name"]} == LANGUAGES
        assert [each["type"] for each in said[f"{DCT}license"]] == ["IRI"]
    distributions = [*of_type(graph, f"{DCAT}Distribution")]
    assert len(distributions) == sum(len(said[f"{DCAT}distribution"]) for said in sets)
    for said in distributions:
        (access,), (download,) = said[f"{DCAT}accessURL"], said[f"{DCAT}downloadURL"]
        assert access == download
        assert access["value"].startswith(HOME)
        assert (api.parents[1] / access["value"].removeprefix(HOME)).is_file()
        assert [each["type"] for each in said[f"{DCT}license"]] == ["IRI"]
        (media_type,) = said[f"{DCAT}mediaType"]
        assert media_type["value"].startswith("https://www.iana.org/assignments/media-types/")


def test_tables_are_what_their_descriptions_say(api: Path) -> None:
    """Every cell of every table, and every value of a cell that holds several."""
    tables = sorted(api.glob("*.csv"))
    assert len(tables) == 3
    for path in tables:
        said = read(path.with_name(f"{path.name}-metadata.json"))
        assert (said["@context"], said["url"]) == ("http://www.w3.org/ns/csvw", path.name)
        columns = said["tableSchema"]["columns"]
        with path.open(encoding="utf-8", newline="") as file:
            head, *lines = csv.reader(file, strict=True)
        assert head == [column["name"] for column in columns]
        assert {len(line) for line in lines} == {len(columns)}
        for line in lines:
            for cell, column in zip(line, columns, strict=True):
                for value in cell.split(column["separator"]) if "separator" in column else (cell,):
                    assert not value or READERS[column["datatype"]](value) is not None
        key = said["tableSchema"]["primaryKey"]
        keys = [tuple(line[head.index(name)] for name in key) for line in lines]
        assert all(map(all, keys))
        assert len({*keys}) == len(keys)


def test_calendars_and_feeds_are_read(site: Path) -> None:
    """All that are published: two things in one never have one identifier, and a page leads to each feed."""
    calendars, feeds = sorted(site.rglob("*.ics")), sorted(site.rglob("*.rss"))
    assert (len(calendars), len(feeds)) == (18, 14)
    for path in calendars:
        read_back = Calendar.from_ical(path.read_bytes())
        assert [error for part in read_back.walk() for error in part.errors] == []
        ids = [event["UID"] for event in read_back.walk("VEVENT")]
        assert len({*ids}) == len(ids)
    pages = "".join((site / page / "index.html").read_text(encoding="utf-8") for page in FOLLOWED)
    linked = {*re.findall('href="?([^ ">]+)', pages)}
    for path in feeds:
        assert {f"/portail/{path.relative_to(site).with_suffix(ending)}" for ending in (".rss", ".json")} <= linked
        found = parsed(path.read_bytes())
        assert len({item.id for item in found}) == len(found)
        assert [item["id"] for item in items(path.with_suffix(".json").read_bytes())] == [item.id for item in found]
