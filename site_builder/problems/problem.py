"""A problem: a code of the catalogue, a place, and the values its sentences need."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from site_builder.problems.catalogue import CATALOGUE
from site_builder.problems.place import Place
from site_builder.problems.sentences import flat


class Severity(StrEnum):
    """An error stops publication; a warning is said and published."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Worded:
    """A value of a problem that is itself words."""

    fr: str
    en: str

    def in_language(self, lang: str) -> str:
        """The words in ``lang`` (``fr`` or ``en``)."""
        return self.fr if lang == "fr" else self.en


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. ``code`` is stable; its sentences live in the catalogue, in every language of the tool.

    A place among the ``values`` is that of something else which has to do with it, whether a sentence names it or not.
    """

    code: str
    place: Place
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        return Severity.WARNING if CATALOGUE[self.code].warning else Severity.ERROR

    @property
    def files(self) -> frozenset[str]:
        """The file to mend, and those that have to do with it: whoever works on one of them wants to know."""
        others = (value.path for value in self.values.values() if isinstance(value, Place))
        return frozenset((self.place.path, *others))

    def message(self, lang: str) -> str:
        """What is wrong, in ``lang`` (``fr`` or ``en``), on one line whatever its values are."""
        return flat(CATALOGUE[self.code].message(lang).format_map(self._worded(lang)))

    def fix(self, lang: str) -> str:
        """What to write or do, in ``lang``: a line to paste wherever one exists."""
        return CATALOGUE[self.code].fix(lang).format_map(self._worded(lang))

    def _worded(self, lang: str) -> dict[str, object]:
        return {k: value.in_language(lang) if isinstance(value, Worded) else value for k, value in self.values.items()}


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether one of the problems stops publication."""
    return any(problem.severity is Severity.ERROR for problem in problems)
