"""Code between two fences, as Python-Markdown takes it: the one rule for all that looks at the lines of a text."""

import re
from collections.abc import Iterable, Iterator

_SIGNS = ("```", "~~~")
_OPENING = re.compile(r"(?P<fence>`{3,}|~{3,}) *(?:\{.*\}|\.?[\w#.+-]*) *(?:hl_lines=.*)?$")
"""It begins its line, and names a language at most: three signs before words of a sentence are no fence."""


def in_code(lines: Iterable[str]) -> Iterator[bool]:
    """Of each line, without its end, whether it is code or a fence. Only the same signs alone close what is open."""
    fence = ""
    for line in lines:
        if fence:
            yield True
            fence = "" if line.rstrip(" ") == fence else fence
        else:
            opened = _OPENING.match(line) if line.startswith(_SIGNS) else None
            fence = opened["fence"] if opened else ""
            yield bool(fence)
