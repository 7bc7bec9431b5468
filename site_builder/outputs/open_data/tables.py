"""Tables as CSV (RFC 4180, UTF-8), each with its description beside it (W3C, CSV on the Web): columns and licence."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from site_builder.model.contact import Contact
from site_builder.model.entry import Content, Entry
from site_builder.model.registry import BY_KIND
from site_builder.model.values import Lang
from site_builder.outputs.open_data.contacts import ContactWriter
from site_builder.outputs.open_data.files import CSV, CSV_METADATA, DataFile
from site_builder.outputs.open_data.header import licence_of
from site_builder.outputs.open_data.living import tells_of_the_living
from site_builder.outputs.open_data.territories import TerritoryRecord
from site_builder.plan.pages import guide_key, list_key
from site_builder.render.positions import position_of
from site_builder.render.scene import Scene

Row = Sequence[object]
DATATYPES = {
    "population": "integer",
    "latitude": "number",
    "longitude": "number",
    "wheelchair": "boolean",
    "verified_on": "date",
    **dict.fromkeys(("website", "url"), "anyURI"),
}
"""Of columns that hold no text."""
LISTS = frozenset({"parents", "postal_codes", "covers", "languages"})
"""Columns whose cells may hold several values."""
NOWHERE = (None, None)
NO_LICENCE = {"licence": ""}
BETWEEN = " "
"""Between the values of a cell that holds several: codes have no space."""


def territories_table(scene: Scene, records: Sequence[TerritoryRecord]) -> Iterator[DataFile]:
    """A territory a line."""
    languages, absolute, get = scene.portal.languages, scene.links.absolute, scene.site.get
    columns = (
        *("code", "level", *_each("name", languages), "kind", "parents", "postal_codes", "population", "seat"),
        *("latitude", "longitude", *_each("guide", languages)),
    )
    rows = []
    for row in (record.row for record in records):
        at = row.get("position")
        guides = (get(guide_key(row["code"]), lang) for lang in languages)
        rows.append(
            [
                *(row["code"], row["level"], *row["name"].values(), row.get("kind"), BETWEEN.join(row["parents"])),
                *(BETWEEN.join(row.get("postal_codes", ())), row.get("population"), row.get("seat")),
                *((at["latitude"], at["longitude"]) if at else NOWHERE),
                *(absolute(guide.path) if guide else None for guide in guides),
            ]
        )
    return _table(scene, "territories", columns, rows, key=("code",))


def contacts_table(scene: Scene, contacts: Sequence[Contact], write: ContactWriter) -> Iterator[DataFile]:
    """A contact a line, with the source and the licence of each."""
    languages = scene.portal.languages
    columns = (
        *("id", "role", "covers", *_each("name", languages), "address", "telephone", "email", "website"),
        *("opening_hours", "languages", "wheelchair", "latitude", "longitude", "source", "licence", "verified_on"),
    )
    rows = []
    for each in contacts:
        label, at, source = write.record.label(each.name), each.position, each.source
        names = (label.get(lang) for lang in languages)
        rows.append(
            [
                *(each.id, each.role, BETWEEN.join(each.covers), *names, each.address, each.telephone, each.email),
                *(each.website, each.opening_hours, BETWEEN.join(each.languages), _yes_or_no(each.wheelchair)),
                *((at.latitude, at.longitude) if at else NOWHERE),
                *((source.name, write.licences.get(source.name, NO_LICENCE)["licence"]) if source else NOWHERE),
                each.verified_on,
            ]
        )
    return _table(scene, "contacts", columns, rows, key=("id",))


def entries_table(scene: Scene) -> Iterator[DataFile]:
    """A line for each language of each entry; of living persons only where they are read."""
    columns = ("type", "id", "language", "title", "summary", "territory", "latitude", "longitude", "url")
    rows = [
        _entry_row(scene, entry, lang)
        for entry in scene.portal.published
        for lang in scene.portal.languages
        if lang in entry.versions
    ]
    return _table(scene, "entries", columns, rows, key=("type", "id", "language"))


def _entry_row(scene: Scene, entry: Entry[Content], lang: Lang) -> Row:
    version, at = entry.versions[lang], position_of(entry.reference)
    page = scene.site.get(entry.key if BY_KIND[entry.kind].paged else list_key(entry.kind), lang)
    said = (None, None) if tells_of_the_living(scene.portal, version) else (version.title, version.summary)
    where = (at[1], at[0]) if at else NOWHERE
    url = scene.links.absolute(page.path) if page else None
    return (entry.kind, entry.id, lang, *said, entry.reference.territory, *where, url)


def _each(name: str, languages: Iterable[Lang]) -> tuple[str, ...]:
    return tuple(f"{name}_{lang}" for lang in languages)


def _table(
    scene: Scene, name: str, columns: Sequence[str], rows: Sequence[Row], *, key: Sequence[str]
) -> Iterator[DataFile]:
    """``key``: the columns that together name a line."""
    text = StringIO()
    writer = csv.writer(text)  # lines end in CRLF, as in RFC 4180
    writer.writerow(columns)
    writer.writerows(rows)
    yield DataFile(name=f"{name}.csv", data=text.getvalue().encode(), media_type=CSV, count=len(rows))
    yield DataFile(
        name=f"{name}.csv-metadata.json", data=_description(scene, name, columns, key), media_type=CSV_METADATA
    )


def _yes_or_no(said: bool | None) -> str:
    return "" if said is None else str(said).lower()


def _description(scene: Scene, name: str, columns: Sequence[str], key: Sequence[str]) -> bytes:
    licence = licence_of(scene)
    said = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": f"{name}.csv",
        "dc:license": licence.url or licence.name,
        "tableSchema": {"columns": [_column(each) for each in columns], "primaryKey": list(key)},
    }
    return f"{json.dumps(said, ensure_ascii=False, indent=1)}\n".encode()


def _column(name: str) -> dict[str, str]:
    datatype = "anyURI" if name.startswith("guide_") else DATATYPES.get(name, "string")
    return {"name": name, "datatype": datatype, **({"separator": BETWEEN} if name in LISTS else {})}
