"""data/portal.yml: what a territory says once about its portal."""

import re
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from site_builder.model.form import FormEditing
from site_builder.model.palette import Colours, DarkColours, Palette, dark_palette, light_palette
from site_builder.model.values import (
    IN_DIGITS,
    Code,
    Email,
    Flag,
    Frozen,
    Lang,
    LanguageKey,
    Line,
    Localized,
    Slug,
    WebAddress,
)

HostName = Annotated[
    str,
    StringConstraints(pattern=r"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$", max_length=253),
]

CountryCode = Annotated[str, StringConstraints(pattern=r"^[+][1-9][0-9]{0,2}$")]
"""The calling code of a country (ITU-T E.164): ``+33``."""

TelephonePrefix = Annotated[str, StringConstraints(pattern=r"^0?[1-9][0-9]{0,4}$")]
"""How some of the numbers of a country begin, as they are dialled inside it: ``06``."""


_REPOSITORY = r"^https://[a-z0-9.-]+/[A-Za-z0-9_.-]+/(?![A-Za-z0-9_.-]*\.git$)[A-Za-z0-9_.-]+$"


def _repository(value: str) -> str:
    if not re.fullmatch(_REPOSITORY, value):
        raise PydanticCustomError("bad_repository", "not the address of a repository", {"value": value})
    return value


Repository = Annotated[str, AfterValidator(_repository), WithJsonSchema({"type": "string", "pattern": _REPOSITORY})]
"""``https://github.com/petit-pays/portail``: who keeps it, and its name."""


def _time_zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError) as error:
        raise PydanticCustomError("bad_time_zone", "not a time zone", {"value": value}) from error
    return value


class Language(Frozen):
    """A language of the portal: its code, its own name, and the way it is written."""

    code: Annotated[LanguageKey, Field(min_length=2)]
    name: Line
    direction: Literal["ltr", "rtl"] = "ltr"


class Level(Frozen):
    """A level of the territory tree, from the widest to the nearest."""

    id: Slug
    name: Localized
    plural: Localized


class OpenDataContacts(Frozen):
    """The contacts that an open data set gives (data/reference/town_halls.csv).

    ``name`` is what each is called, ``Mairie {of}``, with forms of its place's name (PlaceForms) in braces.
    """

    role: Line
    name: Localized


class OpenDataSource(Frozen):
    """How the pages name an open data set: its publisher, its edition, its licence.

    One with ``contacts`` is the directory of the contact tables; the others are where the facts come from.
    """

    id: Slug
    name: Localized
    licence: Line
    url: WebAddress | None = None
    population_year: Annotated[int, Field(ge=1800, le=2200), IN_DIGITS] | None = None
    """The year of the populations that it gives, which is seldom that of its edition."""
    contacts: OpenDataContacts | None = None


class Licence(Frozen):
    """Under which others may use something again."""

    name: Line
    url: WebAddress | None = None


class PortalSettings(Frozen):
    """The portal's own settings. The first language is the reference one and lives at ``/``."""

    name: Localized
    tagline: Localized
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    time_zone: Annotated[str, AfterValidator(_time_zone)] = "Europe/Paris"
    territory: Code
    levels: Annotated[tuple[Level, ...], Field(min_length=1)]
    colours: Colours
    """Contrast is checked when the portal is."""
    dark_colours: DarkColours | None = None
    repository: Repository | None = None
    """Where readers with an account fill in the forms of .github/ISSUE_TEMPLATE."""
    report_url: WebAddress | None = None
    report_email: Email | None = None
    custom_domain: HostName | None = None
    demonstration: Flag = False
    offline: Flag = True
    """Whether devices keep the pages that were read, for when there is no network."""
    permanent_address: Flag = False
    """Whether the site's address is there to stay: what is printed leads to it for years."""
    first_contacts: tuple[Line, ...] = ()
    """The contact roles that a guide may show first: the first of them that is known for its territory.

    The last one is the one that every place of the nearest level has: the town hall in France.
    """
    telephone_country_code: CountryCode | None = None
    """What stands for the first 0 of a national telephone number; without it, numbers are dialled as written."""
    mobile_prefixes: tuple[TelephonePrefix, ...] = ()
    """How the country's mobile numbers begin, as dialled inside it; none: no number is known to be a mobile's."""
    workplace_population: Annotated[int, Field(ge=1, le=10_000_000_000), IN_DIGITS] = 5000
    """Inhabitants from which a place of the nearest level has a page of what lies around it, as all seats have."""
    open_data: tuple[OpenDataSource, ...] = ()
    licence: Licence | None = None
    """Of the portal's own words: with it, all that it publishes stands below ``/api/v1/`` as data."""
    admin: FormEditing | None = None
    """The form at ``/admin/``; none unless it is asked for."""

    @property
    def light(self) -> Palette:
        """Every colour by daylight."""
        return light_palette(self.colours)

    @property
    def dark(self) -> Palette:
        """Every colour of the dark scheme."""
        return dark_palette(self.colours, self.dark_colours or DarkColours())

    @property
    def place_role(self) -> str | None:
        """The role that every place of the nearest level has, which answers where no other first contact is known."""
        return self.first_contacts[-1] if self.first_contacts else None

    def language(self, code: Lang) -> Language:
        """The language of that code. Raises KeyError."""
        return {language.code: language for language in self.languages}[code]

    def level(self, level_id: str) -> Level:
        """The level of that id. Raises KeyError."""
        return {level.id: level for level in self.levels}[level_id]

    @property
    def contact_source(self) -> OpenDataSource | None:
        """The open data set that gives contacts, or None."""
        return next((source for source in self.open_data if source.contacts), None)

    @property
    def population_year(self) -> int | None:
        """The year of the populations in the tables, where a source says it."""
        return next((source.population_year for source in self.open_data if source.population_year), None)

    def open_data_source(self, source_id: str) -> OpenDataSource | None:
        """The open data set of that id, or None."""
        return {source.id: source for source in self.open_data}.get(source_id)
