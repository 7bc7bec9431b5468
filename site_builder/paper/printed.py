"""What the paper stage gives: which files there are, as plain values for whoever names or copies them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from site_builder.model.values import Lang
from site_builder.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A printed file: where it is, how many bytes and pages it has."""

    path: Path
    size: int
    pages: int


Packs = Mapping[tuple[str, Lang], Pack]
"""By the page beside which each stands: its key and language. Which none could be made for is not in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What was printed, and why the rest was not."""

    packs: Packs
    problems: tuple[Problem, ...]


NOTHING_PRINTED = Printed(packs={}, problems=())
