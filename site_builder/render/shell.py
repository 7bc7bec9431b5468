"""A page without its content, rendered once and filled many times.

Everything around a page's content is the same on thousands of pages, apart from a few strings: its slots. The shell
template is rendered once with a mark in place of each slot and cut at the marks; a page is the parts joined with its
own strings. Filling gives exactly what rendering the template with these strings would give (a test shows it),
provided that the template only prints its slots: it must not test, loop over or filter them.
"""

import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from markupsafe import Markup, escape

from site_builder.host import ThemeFault

SLOTS = (
    "title",
    "description",
    "canonical",
    "alternates",
    "robots",
    "card",
    "dated_script",
    "alerts",
    "breadcrumbs",
    "switcher",
    "content",
    "invitation",
    "json_ld",
    "address",
    "kind",
)


REQUIRED = ("title", "content")
_RECOGNISED = 10
"""Characters by which a mark that was shortened is still known."""


class SlotFault(ThemeFault):
    """The shell's template cannot be cut at its slots; the message names the slot."""


@dataclass(frozen=True, slots=True)
class Shell:
    """The parts of a page, and the name of the slot between each two of them."""

    parts: tuple[bytes, ...]
    """In UTF-8: they are encoded once, not for each page."""
    slots: tuple[str, ...]

    @classmethod
    def of(
        cls,
        render: Callable[[Mapping[str, str]], str],
        shorten: Callable[[str], str] = str,
        *,
        slots: tuple[str, ...] = SLOTS,
        required: Sequence[str] = REQUIRED,
    ) -> "Shell":
        """The shell that ``render`` gives when every slot holds its mark, which no text of a portal can guess.

        ``shorten`` writes each part in fewer bytes. ``slots``: of something smaller than a page, those that it has.

        Raises SlotFault when the template does something else with a slot than print it, or leaves a page without
        its title or its content.
        """
        marks, pattern = _marks(slots)
        slot_of = {mark: slot for slot, mark in marks.items()}
        pieces = pattern.split(render(marks))
        parts, found = pieces[0::2], tuple(slot_of[mark] for mark in pieces[1::2])
        _refuse_remains(parts, marks)
        for slot in required:
            if slot not in found:
                raise SlotFault(f"main.html does not print the slot page.{slot}")
        return cls(parts=tuple(shorten(part).encode() for part in parts), slots=found)

    def fill(self, values: Mapping[str, str | bytes]) -> bytes:
        """The page in UTF-8. Plain strings are escaped; ``Markup`` is taken as it is, and bytes, which are UTF-8."""
        pieces = [self.parts[0]]
        for slot, part in zip(self.slots, self.parts[1:], strict=True):
            value = values[slot]
            pieces += (value if isinstance(value, bytes) else _encoded(value), part)
        return b"".join(pieces)


def _encoded(value: str) -> bytes:
    return (value if isinstance(value, Markup) else escape(value)).encode()


@cache
def _marks(slots: tuple[str, ...]) -> tuple[Mapping[str, str], re.Pattern[str]]:
    """The mark of each slot, and the pattern of them all: the same for all shells of a process."""
    marks = {slot: secrets.token_hex(16) for slot in slots}
    return MappingProxyType(marks), re.compile(f"({'|'.join(marks.values())})")


def _refuse_remains(parts: Sequence[str], marks: Mapping[str, str]) -> None:
    text = "\n".join(parts).lower()
    for slot, mark in marks.items():
        if mark[:_RECOGNISED] in text or mark[-_RECOGNISED:] in text:
            raise SlotFault(f"main.html changes the slot page.{slot}, which it can only print as it is")
