"""The forms a place name takes in a sentence."""

from typing import NamedTuple, Protocol, TypedDict


class PlaceName(NamedTuple):
    """A place's name as it stands in titles and sentences of one language, with typographic apostrophes.

    A tuple, for there are thousands, and each build reads them.

    | form  | where              | French                              | English                             |
    |-------|--------------------|-------------------------------------|-------------------------------------|
    | name  | alone              | Communauté d’agglomération du Grand Dax | (the same)                      |
    | short | card, breadcrumb   | Grand Dax                           | Grand Dax                           |
    | at    | "people live …"    | au Bouscat, dans les Landes         | in Le Bouscat, in the Landes        |
    | of    | "the guide …"      | du Bouscat, des Landes, d’Abzac     | of Le Bouscat, of the Landes        |
    | to    | "welcome (to) …"   | au Bouscat, à Bordeaux Métropole    | welcome to: Le Bouscat, the Landes  |
    """

    name: str
    short: str
    at: str
    of: str
    to: str

    @property
    def forms(self) -> "Forms":
        """What a sentence about the place may ask for."""
        return Forms(name=self.name, at=self.at, of=self.of, to=self.to)


class Forms(TypedDict):
    """The forms by their names in sentences (theme/strings/)."""

    name: str
    at: str
    of: str
    to: str


class GivenForms(Protocol):
    """Forms that the rules do not get, from the portal's table: None where the rule is right."""

    @property
    def name(self) -> str | None: ...
    @property
    def short(self) -> str | None: ...
    @property
    def at(self) -> str | None: ...
    @property
    def of(self) -> str | None: ...
    @property
    def to(self) -> str | None: ...


def bare(name: str, short: str | None = None) -> PlaceName:
    """A name without grammar: for a language or a level whose articles nobody described."""
    return PlaceName(name=name, short=short or name, at=name, of=name, to=name)
