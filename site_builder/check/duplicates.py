"""One name, one thing."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, count
from pathlib import PurePosixPath

from site_builder.check.sight import Sight
from site_builder.model.consent import OPAQUE
from site_builder.model.entry import Content, Entry
from site_builder.model.guide import Audience
from site_builder.model.slugs import slugify
from site_builder.model.values import pick
from site_builder.problems import Place, Problem

Named = tuple[str, Place]


def duplicate_ids(sight: Sight) -> Iterator[Problem]:
    """An id names one entry in the whole portal. Whose file has another name than its id is the copy."""
    by_id: dict[str, list[Entry[Content]]] = defaultdict(list)
    for entry in sight.entries:
        by_id[entry.id].append(entry)
    taken = set(sight.written_ids)
    for same in by_id.values():
        original, *copies = sorted(same, key=lambda entry: slugify(_stem(entry)) != entry.id)
        for copy in copies:
            fixed = _free_id(copy, taken)
            taken.add(fixed)
            values = {"id": copy.id, "other": sight.place(original, "id"), "fixed": fixed}
            yield Problem("duplicate-id", sight.place(copy, "id"), values)


def _free_id(entry: Entry[Content], taken: Collection[str]) -> str:
    """An id that nobody has, from the entry's file name; a neutral one (``p-0a1b2c3d``) stays neutral."""
    own = _stem(entry)
    if OPAQUE.match(own) and own not in taken:
        return own
    if OPAQUE.match(entry.id):
        number = int(entry.id.removeprefix("p-"), 16)
        return next(each for n in count(1) if (each := f"p-{(number + n) % 16**8:08x}") not in taken)
    stem = slugify(own) or entry.id
    folder = slugify(PurePosixPath(_path(entry)).parent.name)
    numbered = (f"{stem}-{number}" for number in count(2))
    return next(each for each in chain((stem, f"{stem}-{folder}"), numbered) if each not in taken)


def _path(entry: Entry[Content]) -> str:
    return entry.paths[entry.reference_lang]


def _stem(entry: Entry[Content]) -> str:
    return PurePosixPath(_path(entry)).stem


def ids_of_territories(sight: Sight) -> Iterator[Problem]:
    """An id that is the code, or the SIREN, of a territory: ``/q/ID/`` could lead to one of them only."""
    numbers = {number.casefold(): place for place in sight.portal.territories for number in place.numbers}
    taken = numbers.keys() | sight.written_ids
    for entry in sight.entries:
        if entry.id in numbers:
            values = {"id": entry.id, "name": numbers[entry.id].name, "fixed": _free_id(entry, taken)}
            yield Problem("id-of-a-territory", sight.place(entry, "id"), values)


def duplicate_records(sight: Sight) -> Iterator[Problem]:
    """A territory's code and SIREN, the id of a contact, an organisation, a sector or an alert, stand once in data/."""
    data = sight.records.data
    codes = [(placed.record.code, placed.place("code")) for placed in data.territories]
    sirens = [(siren, placed.place("siren")) for placed in data.territories for siren in placed.record.numbers[1:]]
    yield from _repeated([*codes, *sirens])
    for records in (data.contacts, data.organisations, data.sectors, data.alerts):
        yield from _repeated((placed.record.id, placed.place("id")) for placed in records)


def duplicate_terms(sight: Sight) -> Iterator[Problem]:
    """The sections, audiences and roles of the guide; the languages and levels of the portal; the words explained."""
    frame, settings = sight.portal.frame, sight.portal.settings
    lists = (
        ("data/guide.yml", "sections", "id", [section.id for section in frame.sections]),
        ("data/guide.yml", "audiences", "id", [audience.id for audience in frame.audiences]),
        ("data/guide.yml", "roles", "id", [role.id for role in frame.roles]),
        ("data/portal.yml", "levels", "id", [level.id for level in settings.levels]),
        ("data/portal.yml", "languages", "code", [language.code for language in settings.languages]),
        ("data/search.yml", "languages", "code", [words.code for words in sight.portal.search.languages]),
        ("data/glossary.yml", "terms", "id", [term.id for term in sight.portal.glossary.terms]),
        ("data/rgaa.yml", "reasons", "id", [reason.id for reason in sight.portal.rgaa.reasons]),
    )
    for path, key, field, names in lists:
        yield from _repeated((name, sight.data_place(path, key, i, field)) for i, name in enumerate(names))


def duplicate_audience_slugs(sight: Sight) -> Iterator[Problem]:
    """Two audiences of one name in the addresses of a language; those of one id have their own problem."""
    told: set[Place] = set()
    reference = sight.portal.reference_lang
    audiences: dict[str, tuple[int, Audience]] = {}
    for i, audience in enumerate(sight.portal.frame.audiences):
        audiences.setdefault(audience.id, (i, audience))
    for lang in sight.portal.languages:
        named = ((each.address(lang, reference), _slug_place(sight, i, lang)) for i, each in audiences.values())
        for problem in _repeated(named):
            if problem.place not in told:
                told.add(problem.place)
                yield problem


def _slug_place(sight: Sight, index: int, lang: str) -> Place:
    """Where the audience's name in addresses is written: in that language, in the reference one, or as its id."""
    written = sight.portal.frame.audiences[index].slug
    if written is None:
        return sight.data_place("data/guide.yml", "audiences", index, "id")
    said = pick(written, lang, sight.portal.reference_lang).lang
    return sight.data_place("data/guide.yml", "audiences", index, "slug", said)


def _repeated(named: Iterable[Named]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for name, place in named:
        if name in first:
            yield Problem("duplicate-record", place, {"id": name, "other": first[name]})
        first.setdefault(name, place)
