"""Adaptations as a coordinator reads them: a block a paragraph, the same columns in all of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import TextWrapper

from site_builder.check.freshness import ASKED
from site_builder.cli.history import Silent, wording_of
from site_builder.cli.wording import word_changes
from site_builder.cli.words import counted, say
from site_builder.language.dates import format_date
from site_builder.load.git import LastChanges
from site_builder.model.block import Block, Part
from site_builder.model.entry import Entry
from site_builder.resolve.adaptations import Adaptation, AdaptedBlock, Reading, tally
from site_builder.resolve.portal import Portal

WIDTH = 100
"""Of a line of prose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What Git knows: when files changed, and, in the portal's folder ``words_in``, how the words of a block have."""

    changes: LastChanges
    words_in: Path | None


def as_text(portal: Portal, blocks: Sequence[AdaptedBlock], lang: str, history: History) -> str:
    """The adaptations of ``blocks``, and what the history knows of them."""
    changes = history.changes
    rows = [[_cells(portal, adaptation, lang, changes) for adaptation in block.adaptations] for block in blocks]
    widths = [max(map(len, column)) for column in zip(*(row for of_block in rows for row in of_block), strict=True)]
    paragraphs = []
    for block, of_block in zip(blocks, rows, strict=True):
        lines = [*_heading(portal, block, lang, changes), *(_aligned(row, widths) for row in of_block)]
        paragraphs.append("".join(f"{line}\n" for line in lines))
        if history.words_in:
            paragraphs.extend(_changes(history.words_in, adaptation, lang) for adaptation in _older(block))
    return "\n".join((*paragraphs, _count(blocks, lang)))


def nothing_found(lang: str, name: str, *, in_block: bool, stale: bool) -> str:
    """Why there is nothing to show."""
    if stale:
        return say(lang, "none-stale")
    if not name:
        return say(lang, "none-adapted")
    return say(lang, "not-adapted" if in_block else "none-there", name=name)


def shown_too(portal: Portal, codes: Sequence[str], lang: str, *, stale: bool) -> str:
    """Of which wider territories the guide shows the adaptations (to read again); nothing where there are none."""
    names = ", ".join(_name(portal, code, lang) for code in codes)
    return say(lang, "shown-too-stale" if stale else "shown-too", names=names) if names else ""


def _heading(portal: Portal, block: AdaptedBlock, lang: str, changes: LastChanges) -> Iterator[str]:
    entry, path = block.entry, block.entry.paths[block.entry.reference_lang]
    yield f"{entry.id} · {entry.reference.title} · {_name(portal, block.territory, lang)}"
    yield f"  {entry.reference.edition} · {', '.join(entry.versions)} · {path}"
    change = changes.of_file.get(path)
    if change:
        day = format_date(change.day, lang)
        said = {"author": change.author, "subject": change.subject, "commit": change.commit}
        yield f"  {say(lang, 'block-changed', day=day, **said)}"


def _beside(adaptation: Adaptation, lang: str, changes: LastChanges) -> str:
    """Beside which edition it was read, and on which day that was written."""
    entry = adaptation.entry
    edition = entry.reference.against
    if edition is None or edition == ASKED:
        return ""
    read = changes.of_against.get(entry.paths[entry.reference_lang])
    if read is None:
        return say(lang, "against", edition=edition)
    return say(lang, "against-on", edition=edition, day=format_date(read.day, lang))


def _cells(portal: Portal, adaptation: Adaptation, lang: str, changes: LastChanges) -> tuple[str, ...]:
    entry = adaptation.entry
    mode = entry.reference.mode
    return (
        f"{'  ' * adaptation.depth}{entry.id}",
        say(lang, f"mode.{mode.value}") if mode else "",
        _name(portal, adaptation.territory, lang),
        _reading(adaptation, lang),
        _beside(adaptation, lang, changes),
        entry.paths[entry.reference_lang],
        " · ".join(_notes(adaptation, lang)),
    )


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  " + "  ".join(f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True)).rstrip()


def _reading(adaptation: Adaptation, lang: str) -> str:
    if adaptation.reading is Reading.OLDER and adaptation.changed:
        parts = ", ".join(say(lang, f"part.{part.value}") for part in adaptation.changed)
        return say(lang, "reading.older-parts", parts=parts)
    return say(lang, f"reading.{adaptation.reading.value}")


def _notes(adaptation: Adaptation, lang: str) -> Iterator[str]:
    if not adaptation.acts:
        yield say(lang, "in-no-guide")
    if adaptation.entry.reference.audiences:
        yield say(lang, "audiences", audiences=", ".join(adaptation.entry.reference.audiences))


def _older(block: AdaptedBlock) -> Iterator[Adaptation]:
    """Those read beside another edition; one that asks for today's edition was read beside none."""
    older = (adaptation for adaptation in block.adaptations if adaptation.reading is Reading.OLDER)
    return (adaptation for adaptation in older if adaptation.entry.reference.against != ASKED)


def _changes(root: Path, adaptation: Adaptation, lang: str) -> str:
    """What has changed in the block since the adaptation was read beside it, or why that is not known."""
    above, who = adaptation.above, adaptation.entry
    found = difference(root, adaptation)
    if isinstance(found, Silent):
        why = say(lang, f"history.{found.value}")
        return say(lang, "since-unknown", above=above.id, id=who.id, why=why)
    wrapped = TextWrapper(WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)
    said = [wrapped.fill(f"{say(lang, f'part.{part.value}')}: {text}") for part, text in found.items()]
    return say(lang, "since", above=above.id, id=who.id) + "".join(f"{line}\n" for line in said)


def difference(root: Path, adaptation: Adaptation) -> dict[Part, str] | Silent:
    """How each part of the block that changed has done so, since the edition that the adaptation was read beside."""
    above: Entry[Block] = adaptation.above
    path = above.paths[above.reference_lang]
    then = wording_of(root, path, adaptation.entry.reference.against or "")
    if isinstance(then, Silent):
        return then
    now = above.reference
    today = {Part.TITLE: now.title, Part.TEXT: now.body, Part.SEE: now.see or ""}
    changes = {part: word_changes(then[part], today[part]) for part in Part}
    return {part: text for part, text in changes.items() if text}


def _count(blocks: Sequence[AdaptedBlock], lang: str) -> str:
    total = tally(blocks)
    to_do = [counted(lang, "older", total.older), *([counted(lang, "never", total.never)] if total.never else [])]
    found = {"blocks": counted(lang, "blocks", total.blocks), "by": counted(lang, "by", total.territories)}
    return say(lang, "adapted", **found, to_do=", ".join(to_do))


def _name(portal: Portal, code: str, lang: str) -> str:
    """As the page of adaptations names it, in the tool's language where the portal has that one."""
    known = lang if lang in portal.languages else portal.reference_lang
    return portal.names.get(code, known).short if code in portal.territories else code
