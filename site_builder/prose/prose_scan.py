"""Links, images and headings of a Markdown body, with their places: what checks need, without rendering."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.model.fences import in_code
from site_builder.model.slugs import slugify
from site_builder.problems import Place

_CODE = re.compile(r"`[^`]*`")
_LINK = re.compile(
    r"(?P<image>!?)\[(?P<label>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?P<target>[^()\s]*(?:\([^()]*\)[^()\s]*)*)(?:\s+\"[^\"]*\")?\)"
)
_HEADING = re.compile(r"(?P<marks>#{1,6})\s*(?P<text>[^#\s].*)")
_ADDRESS = r"(?:https?:|mailto:|tel:|territory:|\.\.?/)[^()\[\]\s]*|[^()\[\]\s]+\.md"
_ODD_LINKS = (
    re.compile(rf"\[(?P<label>[^\[\]]+)\] +\((?P<target>{_ADDRESS})\)"),
    re.compile(rf"\((?P<label>[^()]+)\)\[(?P<target>{_ADDRESS})\]"),
    re.compile(r"\[(?P<label>[^\[\]]+)\]\((?P<target>[^()\"<>\s]*\s[^()\"<>]*)\)"),
)
"""A space between the two halves; the halves exchanged; a space inside the address, where a hyphen belongs."""
_BARE_URL = re.compile(r"(?<![(<\[\"'=])\bhttps?://[^\s<>)\]]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundLink:
    """``[label](target)`` or, when ``image``, ``![label](target)``."""

    label: str
    target: str
    image: bool
    place: Place


@dataclass(frozen=True, slots=True)
class FoundHeading:
    """A heading and the anchor that it gets."""

    level: int
    text: str
    anchor: str
    place: Place


@dataclass(frozen=True, slots=True)
class Prose:
    """What a body links to and what can be linked to in it."""

    links: tuple[FoundLink, ...]
    headings: tuple[FoundHeading, ...]
    bare_urls: tuple[FoundLink, ...]
    odd_links: tuple[FoundLink, ...]
    """What was meant as a link: ``label`` is what is written, ``target`` what to write."""


def scan(body: str, path: str, first_line: int) -> Prose:
    """Read a body whose first line is ``first_line`` of ``path``. Code is not looked into."""
    lines = tuple(prose_lines(body, first_line))
    return Prose(
        links=tuple(link for number, line in lines for link in _links(line, Place(path, number))),
        headings=tuple(heading for number, line in lines for heading in _headings(line, Place(path, number))),
        odd_links=tuple(link for number, line in lines for link in _odd_links(line, Place(path, number))),
        bare_urls=tuple(url for number, line in lines for url in _bare_urls(line, Place(path, number))),
    )


def _links(line: str, place: Place) -> Iterator[FoundLink]:
    if "](" not in line:
        return
    for match in _LINK.finditer(line):
        yield FoundLink(match["label"], match["target"], bool(match["image"]), _at(place, match))
        if "](" in match["label"]:  # an image that is a link
            inner = Place(place.path, place.line, place.column + match.start("label"))
            yield from _links(match["label"], inner)


def _odd_links(line: str, place: Place) -> Iterator[FoundLink]:
    if "[" not in line:
        return
    for pattern in _ODD_LINKS:
        for match in pattern.finditer(line):
            target = "-".join(match["target"].split())
            yield FoundLink(match[0], f"[{match['label']}]({target})", False, _at(place, match))


def _headings(line: str, place: Place) -> Iterator[FoundHeading]:
    match = _HEADING.match(line) if line.startswith("#") else None
    if match:
        text = match["text"].rstrip().rstrip("#").rstrip()
        yield FoundHeading(len(match["marks"]), text, slugify(text), place)


def _bare_urls(line: str, place: Place) -> Iterator[FoundLink]:
    if "://" not in line:
        return
    linked = [match.span() for match in _LINK.finditer(line)]
    for match in _BARE_URL.finditer(line):
        if not any(start <= match.start() < end for start, end in linked):
            yield FoundLink("", match[0], False, _at(place, match))


def _at(place: Place, match: re.Match[str]) -> Place:
    return Place(place.path, place.line, place.column + match.start())


def prose_lines(body: str, first_line: int) -> Iterator[tuple[int, str]]:
    """The lines that are no code, with their numbers, and spaces in the place of code inside them."""
    lines = body.split("\n")
    for number, (line, is_code) in enumerate(zip(lines, in_code(lines), strict=True), start=first_line):
        if not is_code:
            yield number, _CODE.sub(lambda m: " " * len(m[0]), line) if "`" in line else line
