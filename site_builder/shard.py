"""A part of a site that one machine of several makes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Shard:
    """The ``number``-th (from 1) of ``of`` parts. Each has a bit of everything, so that all cost about the same."""

    number: int
    of: int

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    @property
    def is_first(self) -> bool:
        """It also makes what is made of the site as a whole: the search, and small files."""
        return self.number == 1

    def among(self, items: Sequence[Item]) -> Sequence[Item]:
        """Its part of them."""
        return items[self.number - 1 :: self.of]

    def share(self, share: int, shares: int) -> tuple[int, int]:
        """One of its own ``shares``, as a share of the whole site and how many of these there are."""
        return self.number - 1 + self.of * share, self.of * shares


WHOLE = Shard(1, 1)
"""One machine makes the whole site."""


def shard_written(text: str) -> Shard | None:
    """Of ``2/5``; None where the text is no shard."""
    number, _, of = text.partition("/")
    if not (number.isascii() and number.isdecimal() and of.isascii() and of.isdecimal()):
        return None
    shard = Shard(int(number), int(of))
    return shard if 1 <= shard.number <= shard.of else None
