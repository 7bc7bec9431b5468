"""The words that the search has, for whoever slips: what nothing has is compared with them, and with nothing else."""

import re
from collections import Counter
from collections.abc import Iterable

from site_builder.model.slugs import fold
from site_builder.outputs.search.record import Record
from site_builder.outputs.search.synonyms import EXPLAINS

LEAST = 4
"""Letters of a word that can be mended: shorter ones are a slip away from too many."""
TITLED = 5
"""How often a word counts that is in a title, or among other words for it: what most people look for."""
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(rf"[^\W\d_]{{{LEAST},}}")


def vocabulary(records: Iterable[Record]) -> tuple[str, ...]:
    """Each word once, as it is mostly written, in small letters; those that are used most come first.

    Of titles and their other words, and of the texts that say how to do something.
    """
    written: Counter[str] = Counter()
    for record in records:
        for word in _WORD.findall(" ".join((record.title, *record.near)).lower()):
            written[word] += TITLED
        if record.kind in EXPLAINS:
            written.update(_WORD.findall(" ".join((_TAG.sub(" ", record.text), *record.far)).lower()))
    ordered = sorted(written, key=lambda word: (-written[word], word))
    first: dict[str, str] = {}
    for word in ordered:
        first.setdefault(fold(word), word)
    return tuple(first.values())
