"""A page without its content, rendered once and filled many times.

Everything around a page's content is the same on thousands of pages, apart from a few strings: its slots. The shell
template is rendered once with a mark in place of each slot and cut at the marks; a page is the parts joined with its
own strings. Filling gives exactly what rendering the template with these strings would give (a test shows it),
provided that the template only prints its slots: it must not test, loop over or filter them.
"""

import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

SLOTS = (
    "title",
    "description",
    "canonical_url",
    "alternates",
    "robots",
    "breadcrumbs",
    "switcher",
    "content",
    "json_ld",
    "kind",
)


@dataclass(frozen=True, slots=True)
class Shell:
    """The parts of a page, and the name of the slot between each two of them."""

    parts: tuple[str, ...]
    slots: tuple[str, ...]

    @classmethod
    def of(cls, render: Callable[[Mapping[str, str]], str]) -> "Shell":
        """The shell that ``render`` gives when every slot holds its mark, which no text of a portal can guess."""
        mark = secrets.token_hex(16)
        pieces = re.split(f"{mark}-(\\w+)-{mark}", render({slot: f"{mark}-{slot}-{mark}" for slot in SLOTS}))
        return cls(parts=tuple(pieces[0::2]), slots=tuple(pieces[1::2]))

    def fill(self, values: Mapping[str, str]) -> bytes:
        """The page in UTF-8. Plain strings are escaped; ``Markup`` is taken as it is."""
        safe = {slot: value if isinstance(value, Markup) else escape(value) for slot, value in values.items()}
        pieces = [self.parts[0]]
        for slot, part in zip(self.slots, self.parts[1:], strict=True):
            pieces.append(safe[slot])
            pieces.append(part)
        return "".join(pieces).encode()
