"""What was ever published: every address, and every anchor of a heading. It names no living person."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import TypeVar

K = TypeVar("K")
EVERY = "*"
"""In the pattern of an address, the place of a territory's own word; of a language, any."""
ROOT = "/"
"""The address of the home page in the reference language, which is empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What readers may have written down.

    ``pages``: by address and key of the page, the anchors of its headings; ``patterns``: the addresses of pages that
    many territories have (``bienvenue/*/``), with the kind of these pages, and of files that programs subscribe to
    (``rendez-vous/calendrier/*.ics``), with their kind and what stands in the place of the star; ``territories``: by
    code and by what stands for it there (``40088``, ``dax``), the kinds of pages that it had beside its guide;
    ``parts``: of pages that show several texts, by these pages (``guide:75``: the guides of all that lies in 75;
    ``easy``), a language and an anchor, what followed that anchor and a hyphen in the anchors of its headings.
    """

    pages: Mapping[tuple[str, str], Set[str]] = field(default_factory=dict)
    patterns: Mapping[tuple[str, str], Set[str]] = field(default_factory=dict)
    territories: Mapping[tuple[str, str], Set[str]] = field(default_factory=dict)
    parts: Mapping[tuple[str, str, str], Set[str]] = field(default_factory=dict)

    def __or__(self, other: "Ledger") -> "Ledger":
        """What either of them has: nothing that was published is ever taken out."""
        return Ledger(
            pages=_joined(self.pages, other.pages),
            patterns=_joined(self.patterns, other.patterns),
            territories=_joined(self.territories, other.territories),
            parts=_joined(self.parts, other.parts),
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever written down."""
        return not (self.pages or self.patterns or self.territories or self.parts)


def _joined(*tables: Mapping[K, Set[str]]) -> dict[K, Set[str]]:
    found: dict[K, set[str]] = defaultdict(set)
    for table in tables:
        for key, values in table.items():
            found[key] |= values
    return {key: frozenset(values) for key, values in found.items()}


def anchors_of_part(part: str, headings: Iterable[str]) -> frozenset[str]:
    """The anchors of a text that shares its page with others."""
    return frozenset({part, *(f"{part}-{heading}" for heading in headings)})
