"""One name, one thing."""

from collections.abc import Iterable, Iterator

from site_builder.check.sight import Sight
from site_builder.problems import Place, Problem

Named = tuple[str, Place]


def duplicate_ids(sight: Sight) -> Iterator[Problem]:
    """An id names one entry in the whole portal."""
    first: dict[str, str] = {}
    for entry in sight.entries:
        path = entry.paths[entry.reference_lang]
        if entry.id in first:
            yield Problem("duplicate-id", sight.place(entry, "id"), {"id": entry.id, "other": first[entry.id]})
        first.setdefault(entry.id, path)


def duplicate_records(sight: Sight) -> Iterator[Problem]:
    """A territory's code, and the id of a contact, an organisation or a sector, stand once in data/."""
    data = sight.portal.records.data
    yield from _repeated((placed.record.code, placed.place("code")) for placed in data.territories)
    for records in (data.contacts, data.organisations, data.sectors):
        yield from _repeated((placed.record.id, placed.place("id")) for placed in records)


def duplicate_terms(sight: Sight) -> Iterator[Problem]:
    """The sections, audiences and roles of the guide; the languages and levels of the portal."""
    frame, settings = sight.portal.frame, sight.portal.settings
    lists = (
        ("data/guide.yml", "sections", "id", [section.id for section in frame.sections]),
        ("data/guide.yml", "audiences", "id", [audience.id for audience in frame.audiences]),
        ("data/guide.yml", "roles", "id", [role.id for role in frame.roles]),
        ("data/portal.yml", "levels", "id", [level.id for level in settings.levels]),
        ("data/portal.yml", "languages", "code", [language.code for language in settings.languages]),
    )
    for path, key, field, names in lists:
        yield from _repeated((name, sight.data_place(path, key, i, field)) for i, name in enumerate(names))


def _repeated(named: Iterable[Named]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for name, place in named:
        if name in first:
            yield Problem("duplicate-record", place, {"id": name, "other": first[name]})
        first.setdefault(name, place)
