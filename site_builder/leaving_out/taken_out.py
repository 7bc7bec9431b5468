"""A text without its dead links and missing images: nothing else of it is wrong."""

import re
from collections.abc import Iterable

from site_builder.problems import Problem

_AN_IMAGE = ("image-missing", "image-missing-unknown", "image-elsewhere")
_A_LINK = ("broken-link", "broken-link-unknown", "link-unpublished", "dead-anchor", "link-territory", "link-incomplete")
TAKEN_OUT = frozenset((*_AN_IMAGE, *_A_LINK))
"""Codes of what readers can do without."""
_WRITTEN = re.compile(r"(?P<image>!?)\[(?P<label>[^\[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)")
_FIELD = re.compile(r"image:\s")


def without(text: str, problems: Iterable[Problem]) -> str | None:
    """``text`` with the label alone of each link of ``problems``, and without their images.

    None where one of them is about something else, or is not written the usual way.
    """
    lines = text.split("\n")
    for problem in sorted(problems, key=lambda each: each.place, reverse=True):
        at = problem.place.line - 1
        mended = _mended(lines[at], problem) if problem.code in TAKEN_OUT and at < len(lines) else None
        if mended is None:
            return None
        lines[at : at + 1] = mended
    return "\n".join(lines)


def _mended(line: str, problem: Problem) -> list[str] | None:
    """The line, or none, in place of this one."""
    if problem.code in _AN_IMAGE and _FIELD.match(line):
        return []
    at = problem.place.column - 1
    found = next((link for link in _WRITTEN.finditer(line) if link.start() <= at < link.end()), None)
    if found is None:
        return None
    label = "" if found["image"] else found["label"]
    return [f"{line[: found.start()]}{label}{line[found.end() :]}"]
