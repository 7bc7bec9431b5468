"""What was read beside a text stays read when only the address of a link in that text has changed.

Translations hold a fingerprint of each part of their original (`model/translation.py`), adaptations the edition of
their block (`model/block.py`); both are made of the text with its addresses.
"""

from collections.abc import Iterable, Mapping

from site_builder.editing.field_values import with_value
from site_builder.editing.link_addresses import Moves, rewritten
from site_builder.model.block import Block
from site_builder.model.entry import Content, Entry
from site_builder.model.translation import ASKED


def remarked(entries: Iterable[Entry[Content]], texts: Mapping[str, bytes], moves: Moves) -> dict[str, bytes]:
    """The files, by path, whose links have changed already, with the marks of what they were read beside."""
    known = tuple(entries)
    made = dict(texts)
    for entry in known:
        relinked = _relinked(entry, moves)
        if relinked == entry.reference:
            continue
        for lang, version in entry.versions.items():
            mark = version.translated_from
            if lang != entry.reference_lang and mark and mark != ASKED:
                _write(made, entry.paths[lang], "translated_from", _mark(mark, entry.reference, relinked))
        if isinstance(entry.reference, Block) and isinstance(relinked, Block):
            _write_editions(made, known, entry.reference, relinked)
    return made


def _write_editions(made: dict[str, bytes], entries: Iterable[Entry[Content]], block: Block, relinked: Block) -> None:
    for entry in entries:
        other = entry.reference
        if isinstance(other, Block) and other.overrides == block.id and other.against:
            _write(made, entry.path, "against", _edition(other.against, block.edition, relinked.edition))


def _relinked(entry: Entry[Content], moves: Moves) -> Content:
    """The reference version as it is read once its links have changed."""
    version = entry.reference
    changed = {"body": rewritten(version.body, entry.path, moves)}
    see = getattr(version, "see", None)
    if see:
        changed["see"] = rewritten(see, entry.path, moves)
    return version.model_copy(update=changed)


def _mark(mark: str, before: Content, after: Content) -> str:
    """A translation’s mark: parts that it was read beside are known by their new fingerprints."""
    parts = zip(before.source_parts, after.source_parts, strict=True)
    renamed = {one.fingerprint: other.fingerprint for one, other in parts}
    return " ".join(renamed.get(word, word) for word in mark.split(" "))


def _edition(against: str, before: str, after: str) -> str:
    """An adaptation’s edition: the parts that were today’s still are."""
    parts = (against.split("-"), before.split("-"), after.split("-"))
    if len(set(map(len, parts))) > 1:
        return after if against == before else against
    return "-".join(new if own == old else own for own, old, new in zip(*parts, strict=True))


def _write(made: dict[str, bytes], path: str, key: str, value: str) -> None:
    made[path] = with_value(made[path], path, key, value) or made[path]
