"""Sentences that are long to read. Nobody has to mend them one by one: the report counts them."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from site_builder.check.lines import published_lines, within
from site_builder.check.sight import Sight
from site_builder.incremental.parts import Holder, part
from site_builder.language.sentences import sentences, word_count
from site_builder.model.entry import Content, Entry
from site_builder.model.values import Lang
from site_builder.problems import Place, Problem

MOST_WORDS = 30
"""Of a sentence that is read without going back."""
_BEGINS = re.compile(r"\s*(?:(?:[-*+]|\d+[.)])\s|#{1,6}\s|:\s|>|\||={3,}\s*$|-{3,}\s*$)")
"""A line that does not go on with the one above: an item of a list, a heading, a quotation, a row of a table."""
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+|[#>:\s]+")
"""What stands before the words of such a line."""
_ENDS = re.compile(r"\s*(?:#|\|)")
"""A line with which the next one does not go on."""
Lines = Sequence[tuple[Place, str]]


@dataclass(frozen=True, slots=True)
class LongSentence:
    """One of more than ``MOST_WORDS`` words, and where it begins."""

    place: Place
    words: int


class Reading(Holder):
    """The sentences of the published texts."""

    def __init__(self, sight: Sight) -> None:
        super().__init__(sight.memory, "reading")
        self.sight = sight

    @part
    def long_sentences(self) -> tuple[LongSentence, ...]:
        """The longest first."""
        return _long(self.sight, self.sight.versions())


def long_sentences(sight: Sight) -> tuple[LongSentence, ...]:
    """Those of all published texts, the longest first."""
    return Reading(sight).long_sentences


def long_sentences_of(sight: Sight, is_asked: Callable[[str], bool]) -> tuple[LongSentence, ...]:
    """Those of the files whose paths are asked for, the longest first."""
    return _long(sight, (each for each in sight.versions() if is_asked(each[0].paths[each[1]])))


def as_problems(found: Iterable[LongSentence]) -> Iterator[Problem]:
    """Each of them as something to mend, for whoever asks for the list."""
    for sentence in found:
        yield Problem("sentence-long", sentence.place, {"words": sentence.words, "most": MOST_WORDS})


def _long(sight: Sight, versions: Iterable[tuple[Entry[Content], Lang, Content]]) -> tuple[LongSentence, ...]:
    found = (LongSentence(place, words) for place, words in _lengths(sight, versions) if words > MOST_WORDS)
    return tuple(sorted(found, key=lambda each: (-each.words, each.place)))


def _lengths(sight: Sight, versions: Iterable[tuple[Entry[Content], Lang, Content]]) -> Iterator[tuple[Place, int]]:
    for entry, lang, version in versions:
        if entry.published:
            for paragraph in _paragraphs(published_lines(sight, entry, lang, version)):
                yield from _in_paragraph(paragraph)


def _paragraphs(lines: Iterable[tuple[Place, str]]) -> Iterator[Lines]:
    """The lines that are read on from one to the next. A value of the header is a paragraph of its own."""
    paragraph: list[tuple[Place, str]] = []
    closed = False
    for place, line in lines:
        if paragraph and (closed or place.column > 1 or not line.strip() or _BEGINS.match(line)):
            yield paragraph
            paragraph = []
        if line.strip():
            paragraph.append((place, _ITEM.sub(lambda mark: " " * len(mark[0]), line, count=1)))
        closed = place.column > 1 or bool(_ENDS.match(line))
    if paragraph:
        yield paragraph


def _in_paragraph(lines: Lines) -> Iterator[tuple[Place, int]]:
    text, starts = "", []
    for _, line in lines:
        starts.append(len(text))
        text += f"{line}\n"
    for at, sentence in sentences(text):
        number = bisect_right(starts, at) - 1
        cells = sentence.split("|")  # a row of a table is no sentence
        words = max(word_count(cell) for cell in cells)
        yield within(lines[number][0], at - starts[number]), words
