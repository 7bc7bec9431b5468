"""Tables as CSV (RFC 4180, UTF-8), each with its description beside it (W3C, CSV on the Web): columns and licence."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO

from site_builder.model.contact import Contact
from site_builder.model.entry import Content, Entry
from site_builder.model.registry import BY_KIND
from site_builder.model.values import Lang
from site_builder.outputs.open_data.contacts import contact_writer
from site_builder.outputs.open_data.files import CSV, DataFile
from site_builder.outputs.open_data.header import licence_of
from site_builder.outputs.open_data.territories import territory_row
from site_builder.plan.pages import guide_key, list_key
from site_builder.render.positions import position_of
from site_builder.render.scene import Scene

Row = Mapping[str, object]
DATATYPES = {"population": "integer", "latitude": "number", "longitude": "number", "wheelchair": "boolean"}
"""Of columns that hold no text."""
BETWEEN = " "
"""Between the values of a cell that holds several: codes have no space."""


def territories_table(scene: Scene) -> Iterator[DataFile]:
    """A territory a line."""
    languages = scene.portal.languages
    columns = (
        *("code", "level", *_each("name", languages), "kind", "parents", "postal_codes", "population", "seat"),
        *("latitude", "longitude", *_each("guide", languages)),
    )
    rows = []
    for territory in scene.portal.territories:
        row = territory_row(scene, territory)
        guides = scene.site.versions(guide_key(territory.code))
        addresses = {f"guide_{page.lang}": scene.links.absolute(page.path) for page in guides}
        rows.append({**row, **row.get("position", {}), **_by_language("name", row["name"]), **addresses})
    return _table(scene, "territories", columns, rows)


def contacts_table(scene: Scene, contacts: Sequence[Contact]) -> Iterator[DataFile]:
    """A contact a line, with the source and the licence of each."""
    columns = (
        *("id", "role", "covers", *_each("name", scene.portal.languages), "address", "telephone", "email", "website"),
        *("opening_hours", "languages", "wheelchair", "latitude", "longitude", "source", "licence", "verified_on"),
    )
    said = contact_writer(scene).said
    rows: list[Row] = []
    for contact in contacts:
        row = said(contact)
        source = row.get("source", {"name": ""})
        named = {"source": source["name"], "licence": source.get("licence", "")}
        rows.append({**row, **row.get("position", {}), **_by_language("name", row["name"]), **named})
    return _table(scene, "contacts", columns, rows)


def entries_table(scene: Scene) -> Iterator[DataFile]:
    """A line for each language of each entry; of living persons only where they are read."""
    columns = ("type", "id", "language", "title", "summary", "territory", "latitude", "longitude", "url")
    rows = [
        _entry_row(scene, entry, lang)
        for entry in scene.portal.published
        for lang in scene.portal.languages
        if lang in entry.versions
    ]
    return _table(scene, "entries", columns, rows)


def _entry_row(scene: Scene, entry: Entry[Content], lang: Lang) -> Row:
    version, at = entry.versions[lang], position_of(entry.reference)
    page = scene.site.get(entry.key if BY_KIND[entry.kind].paged else list_key(entry.kind), lang)
    row: dict[str, object] = {"type": entry.kind, "id": entry.id, "language": lang}
    row |= {"territory": entry.reference.territory, "url": scene.links.absolute(page.path) if page else None}
    row |= {"longitude": at[0], "latitude": at[1]} if at else {}
    return row if version.living else {**row, "title": version.title, "summary": version.summary}


def _each(name: str, languages: Iterable[Lang]) -> tuple[str, ...]:
    return tuple(f"{name}_{lang}" for lang in languages)


def _by_language(name: str, labels: Mapping[str, str]) -> dict[str, str]:
    return {f"{name}_{lang}": text for lang, text in labels.items()}


def _table(scene: Scene, name: str, columns: Sequence[str], rows: Sequence[Row]) -> Iterator[DataFile]:
    text = StringIO()
    writer = csv.writer(text)  # lines end in CRLF, as in RFC 4180
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    yield DataFile(name=f"{name}.csv", data=text.getvalue().encode(), media_type=CSV, count=len(rows))
    yield DataFile(name=f"{name}.csv-metadata.json", data=_description(scene, name, columns))


def _cell(value: object) -> object:
    if isinstance(value, list | tuple):
        return BETWEEN.join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else value


def _description(scene: Scene, name: str, columns: Sequence[str]) -> bytes:
    licence = licence_of(scene)
    said = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": f"{name}.csv",
        "dc:license": licence.url or licence.name,
        "tableSchema": {"columns": [{"name": each, "datatype": DATATYPES.get(each, "string")} for each in columns]},
    }
    return f"{json.dumps(said, ensure_ascii=False, indent=1)}\n".encode()
