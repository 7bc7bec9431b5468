"""What is read in place of files that have errors, chosen turn by turn."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from site_builder.leaving_out.claims import Claim, Claims
from site_builder.leaving_out.former import History
from site_builder.leaving_out.taken_out import without
from site_builder.load.instead import LEFT_OUT, Instead
from site_builder.load.sources import IMAGE_SUFFIXES, YAML_SUFFIXES, node_of
from site_builder.load.text import MOST_BYTES_OF_DATA, decode
from site_builder.load.words import STRINGS
from site_builder.problems import Place, Problem
from site_builder.validate.data_files import SINGLE_FILES, is_in_a_list
from site_builder.validate.days import in_words

_SPARED = ("data/search.yml", "data/glossary.yml")
"""Files of data/ without which pages are poorer, but not wrong."""


@dataclass(frozen=True, slots=True)
class _Spare:
    """What a file may be read as; ``code`` and ``day`` say what that is."""

    data: bytes | None
    code: str
    day: date | None = None


class Substitution:
    """For each file of the portal in ``root`` that has errors, the first of its spares that has none.

    The spares are the file without its dead links, if they are all that is wrong; former versions of it; its absence.
    Of a list in data/ it is only the record with the error that goes. Of two files that claim one address or one id,
    it is only one that has the error: see `Claims`.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._history = History(root)
        self._claims = Claims(root)
        self._spares: dict[str, Iterator[_Spare]] = {}
        self._chosen: dict[str, _Spare] = {}
        self._records: defaultdict[str, set[int]] = defaultdict(set)
        self._keepers: dict[str, str] = {}

    @property
    def instead(self) -> Instead:
        """What is to be read now."""
        files = {path: spare.data for path, spare in self._chosen.items()}
        return Instead(files, {path: frozenset(lines) for path, lines in self._records.items()}, forgives=True)

    @property
    def said(self) -> Iterator[Problem]:
        """What was chosen, for the editors."""
        for path, lines in sorted(self._records.items()):
            yield from (Problem("record-left-out", Place(path, line)) for line in sorted(lines))
        for path, spare in sorted(self._chosen.items()):
            if spare.data is LEFT_OUT and path in self._keepers:
                yield Problem("left-out-for-another", Place(path), {"other": self._keepers[path]})
            else:
                yield Problem(spare.code, Place(path), {"day": in_words(spare.day) if spare.day else ""})

    def concerns(self, problem: Problem) -> bool:
        """Whether the file was told to be wrong before, and another of its spares, or its absence, is wrong now."""
        claim = self._settled(problem)
        return (claim.loser if claim else problem.place.path) in self._chosen.keys() | self._records.keys()

    def goes_on(self, errors: Sequence[Problem]) -> bool:
        """Choose for each file that has errors. False where there is nothing left to choose for one of them."""
        by_path: defaultdict[str, list[Problem]] = defaultdict(list)
        for problem in errors:
            claim = self._settled(problem)
            by_path[claim.loser if claim else problem.place.path].append(problem)
            if claim:
                self._keepers[claim.loser] = claim.keeper
        chosen = [self._choose(path, told) for path, told in by_path.items()]
        return all(chosen)

    def _settled(self, problem: Problem) -> Claim | None:
        return self._claims.settled(problem, self._chosen.keys())

    def _choose(self, path: str, errors: Sequence[Problem]) -> bool:
        if path not in self._spares and self._leaves_records(path, errors):
            return True
        spares = self._spares.setdefault(path, self._all_spares(path, errors))
        spare = next(spares, None)
        if spare is None:
            return False
        self._records.pop(path, None)
        self._chosen[path] = spare
        return True

    def _leaves_records(self, path: str, errors: Sequence[Problem]) -> bool:
        """Whether all errors of a file are in records, which are passed over from now on."""
        if not _is_yaml_of_data(path) or path in SINGLE_FILES:
            return False
        node, _ = node_of(self._read(path), path)
        lines = {problem.place.line for problem in errors}
        if node is None or lines <= self._records[path] or not all(is_in_a_list(node, line) for line in lines):
            return False
        self._records[path] |= lines
        return True

    def _all_spares(self, path: str, errors: Sequence[Problem]) -> Iterator[_Spare]:
        if path.startswith("content/"):
            mended = without(decode(self._read(path), path)[0], errors)
            if mended is not None:
                yield _Spare(mended.encode(), "published-without-links")
        if path.endswith((".md", *YAML_SUFFIXES)):
            for former in self._history.versions(path):
                yield _Spare(former.data, "published-as-before", former.day)
        if _may_be_absent(path):
            yield _Spare(LEFT_OUT, "left-out")

    def _read(self, path: str) -> bytes:
        try:
            with (self._root / path).open("rb") as file:
                return file.read(MOST_BYTES_OF_DATA)
        except OSError:
            return b""


def _is_yaml_of_data(path: str) -> bool:
    return path.startswith("data/") and path.endswith(YAML_SUFFIXES)


def _may_be_absent(path: str) -> bool:
    """Whether a portal can do without the file."""
    if path.startswith("content/"):
        return path.lower().endswith(".md")
    if path.startswith("media/"):
        return path.lower().endswith((*IMAGE_SUFFIXES, *YAML_SUFFIXES))
    return path in _SPARED or (path.startswith(f"{STRINGS}/") and path.endswith(YAML_SUFFIXES))
