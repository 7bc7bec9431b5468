"""The open data of a portal: what is made of all of it, and beside that a file for each territory."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from site_builder.model.registry import CONTENT_TYPES
from site_builder.output import Output
from site_builder.outputs.open_data import shapes
from site_builder.outputs.open_data.catalogue import catalogue
from site_builder.outputs.open_data.contacts import contact_writer, contacts, contacts_file
from site_builder.outputs.open_data.data_inclusion import services_file
from site_builder.outputs.open_data.entries import collections, entry_files, written_entries
from site_builder.outputs.open_data.files import CSV, CSV_METADATA, GEOJSON, DataFile, listed_file
from site_builder.outputs.open_data.header import header, sources
from site_builder.outputs.open_data.openapi import openapi
from site_builder.outputs.open_data.organisations import organisations_file
from site_builder.outputs.open_data.places import contact_places, entry_places, territory_places
from site_builder.outputs.open_data.records import written
from site_builder.outputs.open_data.short_lists import short_list_files
from site_builder.outputs.open_data.tables import contacts_table, entries_table, territories_table
from site_builder.outputs.open_data.territories import territories_file, territory_records
from site_builder.plan.files import open_data_file
from site_builder.plan.pages import OPEN_DATA
from site_builder.render.scene import Scene

INDEX = DataFile(name="index.json", data=b"", schema="index")
SCHEMAS = Path(__file__).with_name("schemas")
OF_CONTACTS = (
    DataFile(name="contacts.json", data=b"", schema="contacts"),
    DataFile(name="contacts.csv", data=b"", media_type=CSV),
    DataFile(name="contacts.csv-metadata.json", data=b"", media_type=CSV_METADATA),
    DataFile(name="contacts.geojson", data=b"", media_type=GEOJSON, schema="places"),
    DataFile(name="services.json", data=b"", schema="services"),
)
"""What the index says of the files that are made again when a contact changes, and the index is not."""


def open_data(scene: Scene) -> Iterator[Output]:
    """All but what is of contacts, and of one territory; the schemas of everything."""
    entries, territories = written_entries(scene), territory_records(scene)
    files = [
        *collections(scene, entries),
        *entries_table(scene),
        *entry_places(scene),
        organisations_file(scene),
        *short_list_files(scene),
        territories_file(scene, territories),
        *territories_table(scene, territories),
        territory_places(scene, territories),
    ]
    yield from (file.output for file in files)
    yield from entry_files(scene, entries)
    listed = sorted((*files, *OF_CONTACTS), key=lambda file: file.name)
    each = _each(scene)
    yield _index(scene, listed, each)
    yield openapi(scene, (INDEX, *listed), dict(each.values()))
    yield catalogue(scene, listed)
    yield from _schemas()


def open_data_of_contacts(scene: Scene) -> Iterator[Output]:
    """What is made again when a contact changes."""
    known, write = contacts(scene), contact_writer(scene)
    files = (
        contacts_file(scene, known, write),
        *contacts_table(scene, known, write),
        contact_places(scene, known, write),
        services_file(scene, known),
    )
    yield from (file.output for file in files)


def _each(scene: Scene) -> dict[str, tuple[str, str]]:
    """Files of which there are many: by what they are of, the path with a part to fill in, and the schema."""
    paged = (each for each in CONTENT_TYPES if each.paged and each.kind in scene.portal.entries)
    entries = {each.collection: (f"{each.collection}/{{id}}.json", each.kind) for each in paged}
    return {"territories": ("territories/{code}.json", "territory"), **entries}


def _index(scene: Scene, files: Iterable[DataFile], each: Mapping[str, tuple[str, str]]) -> Output:
    folder = scene.links.absolute(open_data_file(""))
    head = header(scene, "index")
    index: shapes.Index = {
        "$schema": head["$schema"],
        "portal": head["portal"],
        "licence": head["licence"],
        "version": "1",
        "languages": list(scene.portal.languages),
        "documentation": {page.lang: scene.links.absolute(page.path) for page in scene.site.versions(OPEN_DATA)},
        "sources": sources(scene),
        "files": [listed_file(scene, file) for file in files],
        "each": {name: f"{folder}{path}" for name, (path, _) in each.items()},
    }
    return Output(open_data_file(INDEX.name), f"{written(index)}\n".encode())


def _schemas() -> Iterator[Output]:
    """As they are committed: they say the same on every portal."""
    for path in sorted(SCHEMAS.glob("*.json")):
        yield Output(open_data_file(f"schemas/{path.name}"), path.read_bytes())
