"""The open data of the small portals, as files that others read."""

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.validate.data_files import LIST_KEYS
from tests.conftest import SITE_URLS, PortalFolder
from tests.open_data import SCHEMAS, data_files, mistakes

OF_THE_WHOLE = """
    alerts.json ambassadors.json assets.geojson assets.json blocks.json catalog.jsonld children-blocks.json
    contacts.csv contacts.csv-metadata.json contacts.geojson contacts.json easy-texts.json emergency-numbers.json
    entries.csv entries.csv-metadata.json events.geojson events.json guidelines.json houses.json index.json
    news.json openapi.json organisations.json pages.json perks.json proofs.json relays.json sectors.json
    services.json steps.json terms.json territories.csv territories.csv-metadata.json territories.geojson
    territories.json testimonials.json trails.geojson trails.json vocabulary.json wording.json
""".split()
OF_ONE = """
    ambassadors/adele-vernet ambassadors/p-0a1b2c3d assets/lake assets/mill events/mountain-walk events/open-doors
    events/winter-welcome guidelines/first-names guidelines/say-what-is-true houses/les-hauts-house houses/valley-house
    pages/accessibility pages/legal pages/partners perks/museum-year perks/welcome-basket relays/portuguese-speakers
    relays/school-ties territories/101 territories/102 territories/201 territories/202 territories/301 territories/302
    territories/A territories/A1 territories/AB territories/B territories/B1 territories/VD trails/round-the-lake
""".split()
COLUMNS = {
    "territories.csv": "code level name_fr name_en kind parents postal_codes population seat latitude longitude"
    " guide_fr guide_en",
    "contacts.csv": "id role covers name_fr name_en address telephone email website opening_hours languages wheelchair"
    " latitude longitude source licence verified_on",
    "entries.csv": "type id language title summary territory latitude longitude url",
}
GLOSSARIES = {"fr": "lexique", "en": "en/glossary"}
ABOUT_THE_LIVING = ("Nora", "Lindqvist", "barques", "Ilse", "Rotterdam", "luge", "dossier", "Quartz")
"""Words of the entries of living persons, of those who have left, and of their consents."""


@pytest.fixture(scope="module")
def api(small_site: Callable[[str], PortalFolder]) -> Path:
    return small_site("districts").site / "api" / "v1"


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_every_file(api: Path) -> None:
    files = {str(path.relative_to(api)) for path in api.rglob("*.*")}
    schemas = {f"schemas/{path.name}" for path in SCHEMAS.iterdir()}
    assert files == {*OF_THE_WHOLE, *(f"{name}.json" for name in OF_ONE), *schemas}


def test_every_list_of_the_data_folder_is_published(api: Path) -> None:
    """What was checked to be absent stands in the files of territories."""
    assert [key for key in LIST_KEYS if not (api / f"{key}.json").is_file()] == ["absences"]


def test_every_file_is_what_its_schema_says_and_nothing_more(api: Path) -> None:
    files = data_files(api)
    assert [*(mistake for path in files for mistake in mistakes(api, path))] == []
    described = sum(name.endswith(("json", "geojson")) for name in OF_THE_WHOLE) - 4  # tables, openapi.json
    assert len(files) == len(OF_ONE) + described


def test_every_file_states_its_licence(api: Path) -> None:
    licence = {"name": "Licence Ouverte 2.0", "url": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"}
    assert all(read(path)["licence"] == licence for path in data_files(api))
    tables = sorted(api.glob("*-metadata.json"))
    assert [read(path)["dc:license"] for path in tables] == [licence["url"]] * 3


def test_the_index_leads_to_every_file(api: Path) -> None:
    index = read(api / "index.json")
    listed = {file["path"].removeprefix("api/v1/") for file in index["files"]}
    assert listed == {*OF_THE_WHOLE} - {"index.json", "openapi.json", "catalog.jsonld"}
    assert index["each"]["territories"] == f"{SITE_URLS['districts']}api/v1/territories/{{code}}.json"
    assert sorted(index["each"]) == sorted({name.partition("/")[0] for name in OF_ONE})
    counts = {file["path"].removeprefix("api/v1/"): file.get("count") for file in index["files"]}
    assert (counts["territories.csv"], counts["assets.json"], counts["contacts.json"]) == (12, 2, None)


def test_tools_are_told_of_every_file(api: Path) -> None:
    """OpenAPI 3.1 §4.8.8: each operation has its own id, each parameter of a path is declared."""
    index, said = read(api / "index.json"), read(api / "openapi.json")
    folder = f"{SITE_URLS['districts']}api/v1"
    assert said["servers"] == [{"url": folder}]
    listed = {file["url"].removeprefix(folder) for file in index["files"]}
    each = {url.removeprefix(folder) for url in index["each"].values()}
    assert said["paths"].keys() == {"/index.json", "/catalog.jsonld", "/schemas/{name}.json", *listed, *each}
    operations = [path["get"]["operationId"] for path in said["paths"].values()]
    assert len({*operations}) == len(operations)
    for name, path in said["paths"].items():
        assert [parameter["name"] for parameter in path.get("parameters", ())] == re.findall("{(.*)}", name)
        (content,) = path["get"]["responses"]["200"]["content"].values()
        assert not content or (api / content["schema"]["$ref"]).is_file(), name


def test_catalogues_are_told_of_every_data_set(api: Path) -> None:
    """What DCAT-AP 3 wants of a catalogue, its data sets and their distributions."""
    catalogue = read(api / "catalog.jsonld")
    sets = {each["dct:identifier"]: each for each in catalogue["dcat:dataset"]}
    assert sets.keys() == {name.partition(".")[0] for name in OF_THE_WHOLE} - {"index", "openapi", "catalog"}
    for each in (catalogue, *sets.values()):
        assert all(each[term] for term in ("dct:title", "dct:description", "dct:publisher"))
    assert [text["@value"] for text in sets["assets"]["dct:title"]] == ["Atouts", "Highlights (assets)"]
    distributions = [one["dcat:accessURL"]["@id"] for each in sets.values() for one in each["dcat:distribution"]]
    assert sorted(distributions) == [file["url"] for file in read(api / "index.json")["files"]]


def test_a_portal_whose_words_have_no_licence_has_no_open_data(small_site: Callable[[str], PortalFolder]) -> None:
    assert not (small_site("minimal").site / "api").exists()


def test_of_living_persons_only_where_they_are_read(api: Path) -> None:
    where = f"{SITE_URLS['districts']}{{}}ambassad{{}}s/p-0a1b2c3d/"
    assert read(api / "ambassadors/p-0a1b2c3d.json")["entry"] == {
        "type": "ambassador",
        "id": "p-0a1b2c3d",
        "theme": "professional-life",
        "living": True,
        "texts": {"fr": {"url": where.format("", "eur")}, "en": {"url": where.format("en/", "or")}},
        "permanent": f"{SITE_URLS['districts']}q/p-0a1b2c3d/",
    }
    assert [each["id"] for each in read(api / "testimonials.json")["testimonials"]] == ["p-1b2c3d4e"]
    everything = "".join(path.read_text(encoding="utf-8") for path in api.rglob("*.*") if path.is_file())
    assert [word for word in ABOUT_THE_LIVING if word in everything] == []
    assert [row["title"] for row in rows(api / "entries.csv") if row["id"] == "p-0a1b2c3d"] == ["", ""]


def test_an_entry_in_the_languages_that_it_is_written_in(api: Path) -> None:
    lake = read(api / "assets/lake.json")["entry"]
    assert lake in read(api / "assets.json")["assets"]
    assert lake["image"] == {
        "url": "https://valdaine.example/portail/media/lake.png",
        "alt": {"fr": "Le lac un matin d’automne", "en": "The lake on an autumn morning"},
        "credit": "Atelier de la Valdaine",
        "licence": "CC BY 4.0",
    }
    assert (lake["territory"], lake["position"]) == ("101", {"latitude": 46.05, "longitude": 6.05})
    assert lake["texts"]["en"]["title"] == "The lake"
    assert '<a href="https://valdaine.example/portail/atouts/moulin/" hreflang="fr">' in lake["texts"]["en"]["html"]
    assert "<img" not in lake["texts"]["fr"]["html"]
    assert [*read(api / "assets/mill.json")["entry"]["texts"]] == ["fr"]


def test_when_an_event_is(api: Path) -> None:
    events = read(api / "events.json")["events"]
    assert [(event["starts"], event.get("ends"), event["cancelled"]) for event in events] == [
        ("2026-12-05", "2026-12-06", False),
        ("2027-01-16T18:30:00+01:00", "2027-01-16T20:00:00+01:00", False),
        ("2027-03-28T01:30:00+01:00", "2027-03-28T04:00:00+02:00", True),
    ]


def test_a_territory_says_who_wrote_each_block_and_who_answers(api: Path) -> None:
    said = read(api / "territories/101.json")["territory"]
    assert [each["code"] for each in said["ancestors"]] == ["VD", "A", "A1"]
    assert said["guide"] == [
        {"id": "register", "section": "first-steps", "territory": "VD"},
        {
            "id": "waste-a",
            "section": "housing",
            "territory": "A",
            "mode": "replace",
            "refines": "waste",
            "stands_for": ["waste"],
        },
    ]
    assert [(each["role"], each["state"], each["territory"]) for each in said["contacts"]] == [
        ("town-hall", "known", "101"),
        ("concierge", "absent", "A1"),
        ("childcare", "known", "A1"),
        ("social-services", "known", "VD"),
        ("welcome-house", "listed", "101"),
    ]
    assert said["contacts"][0]["contact"]["source"] == {"licence": "CC BY 4.0", "name": "register"}
    assert said["contacts"][1]["checked_on"] == "2026-09-15"
    assert said["contacts"][-1]["entries"] == [{"type": "house", "id": "valley-house"}]
    assert said["unrecorded_roles"] == ["health-centre"]
    assert said["pages"]["guide"]["en"] == "https://valdaine.example/portail/en/welcome/saint-jean-a1/"
    ids = {block["id"] for block in read(api / "blocks.json")["blocks"]}
    assert {block["id"] for block in said["guide"]} <= ids


def test_what_is_in_lists_rather_than_entries(api: Path) -> None:
    """A word without the forms by which texts are searched for it; an hour with its time zone, a day without."""
    flood, strike = read(api / "alerts.json")["alerts"]
    assert (flood["territory"], flood["starts"], strike["ends"]) == ("A1", "2026-11-19T08:00:00+01:00", "2026-12-04")
    assert read(api / "terms.json")["terms"][1] == {
        "id": "cv",
        "acronym": "CV",
        "term": {"fr": "conseil de Valdaine", "en": "council"},
        "meaning": {"fr": "Il vote les lois.", "en": "It votes laws."},
        "url": {lang: f"{SITE_URLS['districts']}{path}/#t-cv" for lang, path in GLOSSARIES.items()},
    }
    assert [rule["avoid"]["en"] for rule in read(api / "wording.json")["wording"]] == ["foreigners"]
    assert read(api / "sectors.json")["sectors"] == [
        {"id": "lakeside", "name": {"fr": "Bord du lac", "en": "Lakeside"}, "covers": ["A1"]}
    ]
    (number,) = read(api / "emergency-numbers.json")["emergency-numbers"]
    assert (number["number"], number["text_only"]) == ("112", False)


def test_what_ids_mean_is_said(api: Path) -> None:
    """Every level, section, audience and role that another file names."""
    said = read(api / "vocabulary.json")
    known = {name: {each["id"] for each in said[name]} for name in ("levels", "sections", "audiences", "roles")}
    files = [read(path)["territory"] for path in (api / "territories").iterdir()]
    assert {each["level"] for each in files} == known["levels"]
    assert {block["section"] for each in files for block in each["guide"]} <= known["sections"]
    answered = {answer["role"] for each in files for answer in each["contacts"]}
    assert answered | {role for each in files for role in each["unrecorded_roles"]} == known["roles"]
    assert {
        audience for each in read(api / "blocks.json")["blocks"] for audience in each.get("audiences", ())
    } <= known["audiences"]


def test_what_has_a_page_has_its_permanent_address(api: Path) -> None:
    said = [read(path) for folder in api.iterdir() if folder.is_dir() for path in folder.iterdir()]
    records = [each.get("entry") or each.get("territory") for each in said if "properties" not in each]
    assert len(records) == len(OF_ONE)
    root = SITE_URLS["districts"]
    for record in records:
        assert record["permanent"] == f"{root}q/{record.get('code') or record['id']}/"
        assert (api.parents[1] / record["permanent"].removeprefix(root) / "index.html").is_file()


@pytest.mark.parametrize("page", ["donnees-ouvertes", "en/open-data"])
def test_all_that_the_page_of_open_data_names_is_there(page: str, api: Path) -> None:
    """Each file has its link, each address to fill in a file, and what a command asks for is answered."""
    site, root = api.parents[1], SITE_URLS["districts"]
    main = LexborHTMLParser((site / page / "index.html").read_text(encoding="utf-8")).css_first("main")
    assert main
    linked = {link.attributes["href"] for link in main.css('a[href*="/api/v1/"]')}
    of_tables = {name for name in OF_THE_WHOLE if name.endswith("-metadata.json")}
    assert linked == {f"/portail/api/v1/{name}" for name in OF_THE_WHOLE if name not in of_tables}
    written = [code.text() for code in main.css("code")]
    commands = [text.removeprefix("curl ").removeprefix("-O ") for text in written if text.startswith("curl ")]
    assert len(commands) == 3
    assert [address for address in commands if not (site / address.removeprefix(root)).is_file()] == []
    patterns = [text.removeprefix(root) for text in written if "{" in text]
    assert {pattern.split("/")[2] for pattern in patterns} == {name.partition("/")[0] for name in OF_ONE}
    assert [pattern for pattern in patterns if not [*site.glob(re.sub(r"\{\w+\}", "*", pattern))]] == []
    followed = [link.attributes["href"] for link in main.css("#files .body:last-child p:last-child a")]
    assert len(followed) == 2
    assert all([*(site / str(url).removeprefix("/portail/")).glob("*.rss")] for url in followed)


def test_tables_are_read_by_any_program(api: Path) -> None:
    """RFC 4180: lines end in CRLF, cells with a comma or a line break stand between quotes."""
    for path in api.glob("*.csv"):
        data = path.read_bytes()
        columns = [
            column["name"] for column in read(path.with_name(f"{path.name}-metadata.json"))["tableSchema"]["columns"]
        ]
        assert data.endswith(b"\r\n"), path.name
        assert data.decode().split("\r\n")[0] == ",".join(columns), path.name
    first, *_ = rows(api / "territories.csv")
    assert (first["code"], first["level"], first["name_en"]) == ("VD", "country", "Valdaine")
    saint_jean = next(row for row in rows(api / "contacts.csv") if row["id"] == "saint-jean")
    assert (saint_jean["address"], saint_jean["latitude"], saint_jean["licence"]) == (
        "1 place du Lac, Saint-Jean",
        "46.05",
        "CC BY 4.0",
    )
    assert len(rows(api / "contacts.csv")) == len(read(api / "contacts.json")["contacts"]) == 5


def test_columns_and_properties_are_only_added(api: Path) -> None:
    """Others read tables by the names of columns, some by their order: what is new comes last, here as well."""
    for name, columns in COLUMNS.items():
        with (api / name).open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == columns.split()
    for path in (api / f"{name}.geojson" for name in ("assets", "events", "trails")):
        properties = [feature["properties"].keys() for feature in read(path)["features"]]
        assert all({"type", "id", "title", "url"} <= keys for keys in properties)


def test_places_of_others_data_name_their_sources(api: Path) -> None:
    """What a contact names as its source is looked up in the file itself."""
    names = {"fr": "Registre de Valdaine", "en": "Valdaine register"}
    register = [{"id": "register", "name": names, "licence": "CC BY 4.0"}]
    found = {file.stem: read(file).get("sources") for file in api.glob("*.geojson")}
    assert found == {"assets": None, "contacts": register, "events": None, "territories": register, "trails": None}


def test_places_are_longitude_then_latitude(api: Path) -> None:
    """RFC 7946 §3.1.1."""
    assert [feature["geometry"] for feature in read(api / "assets.geojson")["features"]] == [
        {"type": "Point", "coordinates": [6.05, 46.05]}
    ]
    trail = read(api / "trails.geojson")["features"][0]
    assert trail["geometry"] == {"type": "MultiPoint", "coordinates": [[6.05, 46.05], [6.08, 46.02], [6.12, 46.03]]}
    located = {feature["id"] for feature in read(api / "contacts.geojson")["features"]}
    assert located == {"saint-jean", "nursery-lake", "plain-welcome"}


def test_those_who_welcome_as_data_inclusion_has_them(api: Path) -> None:
    """Only whom a person has checked, and only what is known."""
    said = read(api / "services.json")
    source = "portail-valdaine"
    assert [each["id"] for each in said["structures"]] == [
        f"{source}--{name}" for name in ("valley-house", "plain-welcome", "nursery-lake", "social")
    ]
    assert said["services"] == [
        {
            "source": source,
            "id": f"{source}--valley-house",
            "nom": "Maison de la vallée",
            "date_maj": "2026-03-01",
            "structure_id": f"{source}--valley-house",
            "description": "Un accueil pour tous ceux qui arrivent en Valdaine, avec ou sans rendez-vous.\n"
            "Un premier rendez-vous d’une heure, gratuit.\nUne aide pour remplir les papiers de l’école.",
            "lien_source": "https://valdaine.example/portail/maisons-d-accueil/valley-house/",
            "modes_accueil": ["en-presentiel"],
            "adresse": "1 place du Col\n1000 Saint-Jean",
            "courriel": "accueil@valdaine.example",
            "telephone": "+41325550101",
            "horaires_accueil": "Mo-Fr 09:00-12:00,14:00-17:00",
        }
    ]
