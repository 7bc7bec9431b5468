"""One rule of typography for the texts of one line that editors write, wherever they are printed.

Titles, summaries, documents, quotes and labels get the spaces of their language here, once, so that no page and no
paper has to think of it. A text in Markdown (``body``, ``see``) gets them where it is read. Whatever is no text (an
address, an id, a day) stays as written, and so do the files, which `check` reads.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import TypeVar, cast, get_args

from pydantic import BaseModel

from site_builder.geo.outlines import Outline
from site_builder.incremental.parts import Holder, Memory, by_value, part, passing
from site_builder.incremental.watched import split, watched
from site_builder.language.typography import spaced
from site_builder.model.contact import Contact
from site_builder.model.entry import Content, Entry
from site_builder.model.guide import GuideFrame
from site_builder.model.ledger import Ledger
from site_builder.model.settings import PortalSettings
from site_builder.model.values import Lang, Localized, LocalizedSlug, Source
from site_builder.validate.data_files import DataRecords, Placed
from site_builder.validate.media import MediaFile
from site_builder.validate.open_data import OpenData
from site_builder.validate.stage import Records

NO_LINE = frozenset({"body", "see", "slug", "translated_from", "machine_translated"})
"""Translated fields that are Markdown, a part of an address, or about the translation itself."""

V = TypeVar("V")
M = TypeVar("M", bound=BaseModel)
C = TypeVar("C", bound=Content)


def typeset(records: Records, memory: Memory | None = None) -> Records:
    """``records`` whose texts of one line have the spaces of their language."""
    return watched(Records, _Typesetting(memory or Memory(), records))


class _Typesetting(Holder):
    """Each part of the records, with these spaces."""

    def __init__(self, memory: Memory, records: Records) -> None:
        super().__init__(memory, "typeset")
        self.records = records
        self.sources = records.sources
        self.data = split(DataRecords, memory, "typeset.data", lambda: _data(records.data, self.reference))
        self.open_data = watched(OpenData, _OpenData(memory, self))

    @property
    def reference(self) -> Lang:
        return self.records.settings.languages[0].code

    @property
    def outlines(self) -> Mapping[str, Outline]:
        return self.records.outlines

    @property
    def meant_paths(self) -> frozenset[str]:
        return self.records.meant_paths

    @property
    def ledger(self) -> Ledger:
        return self.records.ledger

    @part
    def settings(self) -> PortalSettings:
        return with_labels(self.records.settings, self.reference)

    @part
    def guide(self) -> GuideFrame:
        return with_labels(self.records.guide, self.reference)

    @part
    def entries(self) -> tuple[Entry[Content], ...]:
        return tuple(_entry(entry) for entry in self.records.entries)

    @part
    def media(self) -> dict[str, MediaFile]:
        images = self.records.media.items()
        return {path: replace(media, sidecar=with_labels(media.sidecar, self.reference)) for path, media in images}


class _OpenData(Holder):
    """The open data: of thousands of contacts, nearly all are well as they are."""

    def __init__(self, memory: Memory, whole: _Typesetting) -> None:
        super().__init__(memory, "typeset.open_data")
        self._whole = whole

    @property
    def _read(self) -> OpenData:
        return self._whole.records.open_data

    territories = property(lambda self: self._read.territories)
    titles = property(lambda self: self._read.titles)
    neighbours = property(lambda self: self._read.neighbours)
    addresses = property(lambda self: self._read.addresses)
    former = property(lambda self: self._read.former)

    @by_value
    def other_titles(self) -> dict[str, Localized]:
        """Those of town halls which are not well, by the codes of their communes."""
        found = ((code, title, with_labels(title, self._whole.reference)) for code, title in self.titles.items())
        return {code: label for code, title, label in found if isinstance(label, Localized) and label is not title}

    @passing
    def town_halls(self) -> tuple[Contact, ...]:
        titles, reference, sources = self.other_titles, self._whole.reference, dict[Source | None, Source | None]()

        def mended(hall: Contact) -> Contact:
            if hall.source not in sources:
                sources[hall.source] = with_labels(hall.source, reference)
            return _changed(hall, {"name": titles.get(hall.covers[0], hall.name), "source": sources[hall.source]})

        return tuple(map(mended, self._read.town_halls))


def _data(data: DataRecords, reference: Lang) -> DataRecords:
    return replace(
        data,
        glossary=with_labels(data.glossary, reference),
        rgaa=with_labels(data.rgaa, reference),
        organisations=_placed(data.organisations, reference),
        sectors=_placed(data.sectors, reference),
        contacts=_placed(data.contacts, reference),
        absences=_placed(data.absences, reference),
        alerts=_placed(data.alerts, reference),
    )


def _placed(all_placed: tuple[Placed[M], ...], reference: Lang) -> tuple[Placed[M], ...]:
    return tuple(replace(placed, record=with_labels(placed.record, reference)) for placed in all_placed)


def _entry(entry: Entry[C]) -> Entry[C]:
    """What no language translates, such as the names of sources, is in the reference language."""
    return replace(
        entry,
        versions={
            lang: with_labels(_with_lines(version, lang), entry.reference_lang)
            for lang, version in entry.versions.items()
        },
    )


def _with_lines(version: C, lang: Lang) -> C:
    return _changed(version, {name: _line(getattr(version, name), lang) for name in _lines_of(type(version))})


def _lines_of(model: type[Content]) -> frozenset[str]:
    return model.translated_fields() - NO_LINE


def _line(value: V, lang: Lang) -> V:
    """A text, several of them, or a record of nothing else (a quote, a step of a career)."""
    made: object = value
    match value:
        case str():
            made = spaced(value, lang)
        case tuple():
            made = tuple(_line(each, lang) for each in value)
        case BaseModel():
            made = _changed(value, {name: _line(each, lang) for name, each in value})
    return cast("V", made)


def with_labels(value: V, reference: Lang) -> V:
    """``value`` with every label and every source in it, however deep; a plain text is the ``reference`` language's."""
    made: object = value
    match value:
        case LocalizedSlug():
            pass
        case Localized():
            texts = {lang: spaced(text, lang or reference) for lang, text in value.root.items()}
            made = _changed(value, {"root": texts})
        case Source():
            made = _changed(value, {name: _line(getattr(value, name), reference) for name in ("name", "detail")})
        case BaseModel():
            fields = _fields_with_labels(type(value))
            made = _changed(value, {name: with_labels(getattr(value, name), reference) for name in fields})
        case tuple():
            made = tuple([with_labels(each, reference) for each in value])
    return cast("V", made)


@cache
def _fields_with_labels(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model that may hold a label or a source, however deep: of thousands of contacts, two."""
    return tuple(name for name, field in model.model_fields.items() if _may_hold_labels(field.annotation))


def _may_hold_labels(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return issubclass(annotation, (Localized, Source)) or bool(_fields_with_labels(annotation))
    return any(_may_hold_labels(part) for part in get_args(annotation))


def _changed(record: M, values: Mapping[str, object]) -> M:
    """The same record where all is well: nearly every one is."""
    other = {name: value for name, value in values.items() if not _same(value, getattr(record, name))}
    return record.model_copy(update=other) if other else record


def _same(one: object, other: object) -> bool:
    return one is other or one == other
