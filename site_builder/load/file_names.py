"""Names of files: those that an address and every computer can hold, and those that only look different."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath

from site_builder.load.files import FoundFile
from site_builder.model.slugs import slugify
from site_builder.problems import Place, Problem

_SAFE = re.compile(r"[a-z0-9._-]+")
_LANGUAGE = re.compile(r"\.[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*(?=\.md$)")
"""What announces a language (``.pt-BR``): it has capitals of its own, and its own problems."""


def without_twins(files: Iterable[FoundFile]) -> tuple[list[FoundFile], list[Problem]]:
    """One file of each name, and a problem for the others: some computers take ``Dune.md`` and ``dune.md`` for one.

    Two ways of writing ``é`` are one name too. The file whose name is written as it should be is the one that stays.
    """
    by_name: dict[str, list[FoundFile]] = defaultdict(list)
    for file in files:
        by_name[file.path.casefold()].append(file)
    kept: list[FoundFile] = []
    problems: list[Problem] = []
    for same in by_name.values():
        first, *others = sorted(same, key=lambda file: not is_safe(file.path))
        kept.append(first)
        problems.extend(Problem("file-twins", Place(other.path), {"other": first.path}) for other in others)
    return kept, problems


def odd_names(files: Iterable[FoundFile], taken: Collection[str]) -> Iterator[Problem]:
    """Names with spaces, accents or capitals; ``taken`` are the paths that a better name cannot be."""
    for file in files:
        if not is_safe(file.path):
            yield Problem("file-name-form", Place(file.path), {"fixed": safe_path(file.path, taken)})


def capital_endings(files: Iterable[FoundFile], suffixes: tuple[str, ...]) -> Iterator[FoundFile]:
    """Files that nobody reads because their name ends in ``.CSV`` and not in ``.csv``."""
    return (file for file in files if file.path.lower().endswith(suffixes) and not file.path.endswith(suffixes))


def small_ending(path: str) -> str:
    """``Dune.MD`` → ``Dune.md``."""
    stem, _, suffix = path.rpartition(".")
    return f"{stem}.{suffix.lower()}"


def is_safe(path: str) -> bool:
    """Whether every part of the path is made of small letters without accents, digits, hyphens, dots and ``_``."""
    return all(map(_SAFE.fullmatch, _LANGUAGE.sub("", path).split("/")))


def safe_path(path: str, taken: Collection[str] = ()) -> str:
    """``media/Été 2024.JPG`` → ``media/ete-2024.jpg``, or ``ete-2024-2.jpg`` where that name is taken."""
    *folders, name = path.split("/")
    language = _LANGUAGE.search(small_ending(name))
    ending = PurePosixPath(name).suffix.lower()
    stem = name[: len(name) - len(ending)]
    if language:
        stem, ending = stem[: language.start()], f"{language[0]}{ending}"
    base = "/".join([*map(_safe, folders), _safe(stem)])
    number = 2
    found = f"{base}{ending}"
    while found in taken:
        found, number = f"{base}-{number}{ending}", number + 1
    return found


def _safe(name: str) -> str:
    return name if _SAFE.fullmatch(name) else slugify(name) or "…"
