"""Other words for those of a record, from data/search.yml: they are added to it when the index is made.

So nothing of it is sent to readers beside the index, and one search finds what several words mean.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from site_builder.model.search import SearchWords
from site_builder.model.slugs import fold
from site_builder.outputs.search.record import Record

_TAG = re.compile(r"<[^>]*>")
_PLURALS = ("s", "x", "es")
_PLURAL = f"(?:{'|'.join(_PLURALS)})?"
EXPLAINS = frozenset({"block", "step", "easy", "word"})
"""Kinds of results that say how to do something: only their texts are also found by other words. The page of a place
to see that says “hospital” once is no answer to somebody who looks for an emergency room."""


class Synonyms:
    """The groups of one language."""

    def __init__(self, words: SearchWords, lang: str) -> None:
        self._groups = words.of(lang).same
        self._beginning: dict[str, list[tuple[int, str, re.Pattern[str]]]] = defaultdict(list)
        """By each form of their first word, the words and phrases to look for, and the numbers of their groups."""
        for number, group in enumerate(self._groups):
            for phrase in group:
                first = fold(phrase).split(" ")[0]
                for form in (first, *(first + plural for plural in _PLURALS)):
                    self._beginning[form].append((number, phrase, _matching(phrase)))

    def added_to(self, record: Record) -> Record:
        """The record with the other words of each group of which it has one, in its title or in its text."""
        near = tuple(dict.fromkeys((*record.near, *self._others(record.title))))
        text = _TAG.sub(" ", record.text) if record.kind in EXPLAINS else ""
        far = tuple(word for word in self._others(text) if word not in near)
        return replace(record, near=near, far=far)

    def _others(self, text: str) -> Iterator[str]:
        folded = f" {fold(text)} "
        there: dict[int, set[str]] = defaultdict(set)
        for word in {*folded.split()} & self._beginning.keys():
            for number, phrase, found in self._beginning[word]:
                if found.search(folded):
                    there[number].add(phrase)
        for number in sorted(there):
            yield from (phrase for phrase in self._groups[number] if phrase not in there[number])


@cache
def _matching(phrase: str) -> re.Pattern[str]:
    """A word or several, each in the singular or the plural, in a text that is folded."""
    return re.compile(" " + " ".join(f"{re.escape(word)}{_PLURAL}" for word in fold(phrase).split()) + " ")
