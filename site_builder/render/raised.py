"""A line of which the language raises some letters: 1ʳᵉ commune, XVIIIᵉ siècle, nᵒ 5."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import escape


@dataclass(frozen=True, slots=True)
class Raised:
    """Every second piece is raised. Templates print it like any text; ``text | string`` gives the words alone."""

    pieces: tuple[str, ...]

    def __str__(self) -> str:
        return "".join(self.pieces)

    def __html__(self) -> str:
        pieces = ((at % 2, escape(piece)) for at, piece in enumerate(self.pieces))
        return "".join(f"<sup>{piece}</sup>" if is_raised else piece for is_raised, piece in pieces)


Line = str | Raised
"""A plain text has nothing to raise: nearly every one is."""


def line(pieces: Sequence[str]) -> Line:
    """What a page prints of a text that was cut where letters are raised."""
    return Raised(tuple(pieces)) if len(pieces) > 1 else "".join(pieces)
