"""What is translated, and what is still to be: the work that a portal of several languages leaves to do."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from site_builder.model.block import Block, Mode
from site_builder.model.entry import Content, Entry
from site_builder.model.translation import SourcePart, sections_of
from site_builder.model.values import Lang
from site_builder.resolve.portal import Portal


class State(StrEnum):
    """How a translation stands beside its original; in the order in which they are listed."""

    MISSING = "missing"
    OLDER = "older"
    ORPHAN = "orphan"
    MACHINE = "machine"
    UNREAD = "unread"
    CURRENT = "current"


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """One entry in one language that is not its own.

    ``path``: its file, written or to be written; ``day``: when it was last read beside the original; ``parts``: those
    of the original that are to be translated; ``surplus``: headings of the translation that the original does not have.
    """

    entry: Entry[Content]
    lang: Lang
    path: str
    state: State
    day: date | None
    parts: tuple[SourcePart, ...]
    surplus: tuple[str, ...]

    @property
    def words(self) -> int:
        """Words to translate."""
        return sum(part.words for part in self.parts)

    @property
    def owner(self) -> str | None:
        return self.entry.reference.owner


def translations(portal: Portal) -> tuple[Translation, ...]:
    """Of every published entry that says something, in every other language: by language, then state, then file."""
    order = [*State]
    languages = [*portal.languages]
    found = [each for entry in portal.published for each in _of(entry, languages)]
    return tuple(sorted(found, key=lambda each: (languages.index(each.lang), order.index(each.state), each.path)))


def to_do(found: Iterable[Translation]) -> tuple[Translation, ...]:
    """Those that somebody has to work on."""
    return tuple(each for each in found if each.state not in {State.UNREAD, State.CURRENT})


def never_confirmed(found: Iterable[Translation]) -> tuple[Translation, ...]:
    """Those of which nothing tells when their original changes: nobody has said beside which one they were read."""
    return tuple(each for each in found if each.state is State.UNREAD)


def _of(entry: Entry[Content], languages: Iterable[Lang]) -> Iterator[Translation]:
    hides = isinstance(entry.reference, Block) and entry.reference.mode is Mode.HIDE
    for lang in languages if entry.published and not hides else ():
        if lang != entry.reference_lang:
            yield _in_language(entry, lang)


def _in_language(entry: Entry[Content], lang: Lang) -> Translation:
    version, mark = entry.versions.get(lang), entry.mark(lang)
    surplus: tuple[str, ...] = ()
    if version is None:
        path, parts = f"{entry.path.removesuffix('.md')}.{lang}.md", entry.reference.source_parts
    else:
        path, parts = entry.paths[lang], entry.older_parts(lang)
        surplus = sections_of(version.body)[len(sections_of(entry.reference.body)) :]
    return Translation(
        entry=entry,
        lang=lang,
        path=path,
        state=_state(version, older=bool(parts), surplus=bool(surplus), read=mark is not None),
        day=mark.day if mark else None,
        parts=parts,
        surplus=surplus,
    )


def _state(version: Content | None, *, older: bool, surplus: bool, read: bool) -> State:
    if version is None:
        return State.MISSING
    if older:
        return State.OLDER
    if surplus:
        return State.ORPHAN
    if version.machine_translated:
        return State.MACHINE
    return State.CURRENT if read else State.UNREAD
