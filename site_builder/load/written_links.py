"""What the Markdown parser understands of a text, with the places that it does not keep."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from site_builder.load.markdown_text import MarkdownReader, TooDeep, WrittenLink
from site_builder.load.prose_scan import FoundLink, Prose, prose_lines, scan
from site_builder.problems import Place

MOST_OPEN = 50
"""Brackets opened and not closed: the parser's time grows with their square."""
RAW_TEXT = frozenset("script style textarea iframe title xmp plaintext noembed noframes noscript template".split())
_PAIRS = {"[": "]", "(": ")", "<": ">"}
_MARKS = re.compile(r"[\[\]()<>]")
_NESTING = re.compile(r"[\s>*+-]*")


@dataclass(frozen=True, slots=True)
class LostTag:
    """A tag that readers will not get, as it is written."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The links of a text, what can be linked to in it, and what of it would be lost."""

    prose: Prose
    links: tuple[FoundLink, ...] = ()
    anchors: frozenset[str] = frozenset()
    lost: tuple[LostTag, ...] = ()
    swallowing: LostTag | None = None
    """The tag that is never closed and would take the text after it away."""
    too_deep: Place | None = None


def read_written(reader: MarkdownReader, text: str, place: Place) -> Written:
    """Read a text that begins at ``place``. The places are those of the scan, else where the words are found."""
    tangled = _tangle(text, place)
    if tangled:
        return Written(prose=Prose((), (), (), ()), too_deep=tangled)
    prose = scan(text, place.path, place.line)
    try:
        understood = reader.understand(text)
    except TooDeep:
        return Written(prose=prose, too_deep=_deepest(text, place))
    finder = _Finder(text, place)
    lost = tuple(LostTag(name, finder.place(f"<{name}")) for name in understood.removed)
    return Written(
        prose=prose,
        links=tuple(_placed(understood.links, prose, finder)),
        anchors=understood.anchors,
        lost=lost,
        swallowing=_swallowing(lost) or LostTag("…", place) if understood.swallowed else None,
    )


def all_at(place: Place, written: Written) -> Written:
    """The same, all of it at one place: a value of a header does not stand there as it was typed."""
    scanned = (written.prose.bare_urls, written.prose.odd_links)
    bare, odd = (tuple(replace(link, place=place) for link in found) for found in scanned)
    return replace(
        written,
        prose=replace(written.prose, bare_urls=bare, odd_links=odd),
        links=tuple(replace(link, place=place) for link in written.links),
        lost=tuple(replace(tag, place=place) for tag in written.lost),
        swallowing=written.swallowing and replace(written.swallowing, place=place),
        too_deep=written.too_deep and place,
    )


def _swallowing(lost: Sequence[LostTag]) -> LostTag | None:
    """The last tag whose content is not read as HTML, else the first tag."""
    raw = (tag for tag in reversed(lost) if tag.name.lower() in RAW_TEXT)
    return next(raw, lost[0] if lost else None)


def _placed(links: Iterable[WrittenLink], prose: Prose, finder: "_Finder") -> Iterable[FoundLink]:
    scanned: dict[tuple[bool, str], list[FoundLink]] = defaultdict(list)
    for found in reversed(prose.links):
        scanned[found.image, found.target].append(found)
    for link in links:
        same = scanned[link.image, link.target]
        if same:
            yield same.pop()
        else:
            yield FoundLink(link.label, link.target, link.image, finder.place(link.target, link.label))


class _Finder:
    """Where words stand in a text; those that come twice are found twice."""

    def __init__(self, text: str, place: Place) -> None:
        lines = tuple(prose_lines(text, place.line))
        self._begins = place
        self._numbers = [number for number, _ in lines]
        self._text = "\n".join(line for _, line in lines)
        self._after: dict[str, int] = {}

    def place(self, *wanted: str) -> Place:
        """The place of the first of ``wanted`` that is found, else that of the text."""
        for words in filter(None, wanted):
            at = self._text.find(words, self._after.get(words, 0))
            if at >= 0:
                self._after[words] = at + len(words)
                line = self._numbers[self._text.count("\n", 0, at)]
                return Place(self._begins.path, line, at - self._text.rfind("\n", 0, at))
        return self._begins


def _tangle(text: str, place: Place) -> Place | None:
    """Where more than ``MOST_OPEN`` brackets of a paragraph, or signs ``<`` of the text, have not been closed."""
    if sum(map(text.count, _PAIRS)) <= MOST_OPEN:
        return None
    still = dict.fromkeys(_PAIRS, 0)
    for number, line in enumerate(text.split("\n"), start=place.line):
        if not line.strip():
            still["["] = still["("] = 0
        for mark in _MARKS.finditer(line):
            if mark[0] in still:
                still[mark[0]] += 1
                if still[mark[0]] > MOST_OPEN:
                    return Place(place.path, number, mark.start() + 1)
            else:
                opening = next(sign for sign, closing in _PAIRS.items() if closing == mark[0])
                still[opening] = max(0, still[opening] - 1)
    return None


def _deepest(text: str, place: Place) -> Place:
    """The line that begins with the most spaces and signs of lists and quotations."""
    lines = text.split("\n")
    widths = [len(match[0]) if (match := _NESTING.match(line)) else 0 for line in lines]
    return Place(place.path, place.line + widths.index(max(widths)))
