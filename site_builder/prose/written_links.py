"""What the Markdown parser understands of a text, with the places that it does not keep."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape
from typing import Generic, TypeVar

from site_builder.problems import Place
from site_builder.prose.markdown_text import MarkdownReader, TooDeep, WrittenLink, comments_out
from site_builder.prose.prose_scan import FoundLink, Prose, prose_lines, scan

T = TypeVar("T")
MOST_OPEN = 50
"""Brackets opened and not closed: the parser's time grows with their square."""
RAW_TEXT = frozenset("script style textarea iframe title xmp plaintext noembed noframes noscript template".split())
_PAIRS = {"[": "]", "(": ")", "<": ">"}
_MARKS = re.compile(r"[\[\]()<>]")
_NESTING = re.compile(r"[\s>*+-]*")
_RAW_TAG = re.compile(
    r"""<(?P<name>a|img)(?=\s)(?:[^<>"']|"[^"<]*"|'[^'<]*')*?\s(?:href|src)\s*=\s*"""
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s<>"']+))""",
    re.IGNORECASE,
)
"""A link or an image that an editor wrote as HTML, and its address."""


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
    """Read a text that begins at ``place``.

    The places are those of the scan or of the tags that are written as HTML, else where the words are found.
    """
    tangled = _tangle(text, place)
    if tangled:
        return Written(prose=Prose((), (), (), ()), too_deep=tangled)
    prose = scan(text, place.path, place.line)
    try:
        understood = reader.understand(text)
    except TooDeep:
        return Written(prose=prose, too_deep=_deepest(text, place))
    finder = _Finder(text, place)
    lost = tuple(LostTag(name, finder.tag(name)) for name in understood.removed)
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
    scanned = _Untaken((found.image, found.target, found) for found in prose.links)
    tags = _Untaken(finder.raw_tags())
    for link in links:
        found = scanned.take(link.image, link.target)
        if found:
            yield replace(found, target=link.target)
            continue
        # an address that the cleaning has emptied is that of the next tag
        place = tags.take(link.image, link.target) or (None if link.target else tags.next(link.image))
        yield FoundLink(link.label, link.target, link.image, place or finder.words(link.target, link.label))


class _Untaken(Generic[T]):
    """Links of a scan by kind and address, as it is written and as it is understood (``&#106;``); each taken once."""

    def __init__(self, found: Iterable[tuple[bool, str, T]]) -> None:
        self._items = tuple(found)
        self._taken: set[int] = set()
        self._by_address: dict[tuple[bool, str], list[int]] = defaultdict(list)
        self._by_kind: dict[bool, list[int]] = defaultdict(list)
        for number, (image, target, _) in reversed(tuple(enumerate(self._items))):
            self._by_kind[image].append(number)
            for form in {target, unescape(target)}:
                self._by_address[image, form].append(number)

    def take(self, image: bool, target: str) -> T | None:
        """The first of that address."""
        return self._first(self._by_address[image, target])

    def next(self, image: bool) -> T | None:
        """The first of that kind."""
        return self._first(self._by_kind[image])

    def _first(self, numbers: list[int]) -> T | None:
        while numbers:
            number = numbers.pop()
            if number not in self._taken:
                self._taken.add(number)
                return self._items[number][2]
        return None


class _Finder:
    """Where words stand in a text; those that come twice are found twice."""

    def __init__(self, text: str, place: Place) -> None:
        lines = tuple(prose_lines(text, place.line))
        self._begins = place
        self._numbers = [number for number, _ in lines]
        self._text = comments_out("\n".join(line for _, line in lines), _blank)
        self._starts = [0, *(match.end() for match in re.finditer("\n", self._text))]
        self._after: dict[str, int] = {}

    def raw_tags(self) -> Iterator[tuple[bool, str, Place]]:
        """The links and images that are written as HTML: whether an image, the address, the place."""
        for tag in _RAW_TAG.finditer(self._text):
            address = tag["double"] or tag["single"] or tag["bare"] or ""
            yield tag["name"].lower() == "img", address, self._at(tag.start())

    def tag(self, name: str) -> Place:
        """The place of a tag, else that of the text."""
        return self._found(f"<{name}", after=r"[^\s<>/]") or self._begins

    def words(self, target: str, label: str) -> Place:
        """The place of the address, where one can stand, else of the label, else of the text."""
        address = self._found(target, before=r"[^(<\"'=:\s]", after=r"\w")
        return address or self._found(label, before=r"\w", after=r"\w") or self._begins

    def _found(self, words: str, *, before: str = r"[^\s\S]", after: str) -> Place | None:
        """Where ``words`` stand next, no sign that fits ``before`` just before them and none of ``after`` behind."""
        at = self._text.find(words, self._after.get(words, 0)) if words else -1
        while at >= 0:
            end = at + len(words)
            if not re.match(before, self._text[at - 1 : at]) and not re.match(after, self._text[end : end + 1]):
                self._after[words] = end
                return self._at(at)
            at = self._text.find(words, at + 1)
        return None

    def _at(self, position: int) -> Place:
        line = bisect_right(self._starts, position) - 1
        return Place(self._begins.path, self._numbers[line], position - self._starts[line] + 1)


def _blank(comment: str) -> str:
    """As many signs, and the same lines: what stands after keeps its place."""
    return re.sub(r"[^\n]", " ", comment)


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
