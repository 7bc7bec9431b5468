"""Small values shared by the records: labels in several languages, sources, positions, dates of validity."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from site_builder.model.slugs import LONGEST_SLUG

Lang = str
"""A BCP 47 language code as portal.yml lists it: ``fr``, ``en``, ``ar``…"""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=LONGEST_SLUG)]
Code = Annotated[str, StringConstraints(min_length=1)]
"""A territory's code where it is referred to; what codes look like is said where territories are listed."""


class Kept(BaseModel):
    """A record that pickles to the same bytes in every process, so that its fingerprint says whether it has changed.

    By itself pydantic writes a set, whose order varies, and shares equal texts or not, as its cache holds them or not.
    """

    model_config = ConfigDict(frozen=True, cache_strings="none")

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), self.__dict__, tuple(sorted(self.__pydantic_fields_set__)))


def _restored(kind: type[BaseModel], values: dict[str, Any], written: tuple[str, ...]) -> BaseModel:
    record = kind.__new__(kind)
    object.__setattr__(record, "__dict__", values)
    object.__setattr__(record, "__pydantic_fields_set__", set(written))
    if not issubclass(kind, RootModel):  # that has no room for them
        object.__setattr__(record, "__pydantic_extra__", None)
        object.__setattr__(record, "__pydantic_private__", None)
    return record


class Frozen(Kept):
    """The base of every record: complete, immutable, and strict about unknown fields.

    What checks it is built (pydantic's ``defer_build``) when the first one is read: most are only ever parts of others.
    """

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, defer_build=True)


def _web_address(value: str) -> str:
    scheme, mark, rest = value.partition("://")
    if scheme.lower() not in {"https", "http"} or " " in value or len(value) < 11:
        raise PydanticCustomError("bad_url", "not a web address", {"value": value})
    return f"{scheme.lower()}{mark}{rest}"


def _telephone(value: str) -> str:
    if not 2 <= sum(map(str.isdigit, value)) <= 15 or any(map(str.isalpha, value)):
        raise PydanticCustomError("bad_telephone", "not dialable", {"value": value})
    return value


def _email(value: str) -> str:
    name, _, domain = value.partition("@")
    if not name or "." not in domain or " " in value or "@" in domain:
        raise PydanticCustomError("bad_email", "not an e-mail address", {"value": value})
    return value


def _iso_day(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise PydanticCustomError("bad_date", "not year-month-day", {"value": value})
    if isinstance(value, str):
        try:
            date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("no_such_day", "not a day of the calendar", {"value": value}) from None
    return value


def _language_key(value: str) -> str:
    if value and not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", value):
        raise PydanticCustomError("bad_language", "not a language code", {"value": value})
    return value


def _in_digits(value: Any) -> Any:
    if isinstance(value, str) and "." in value:  # pydantic reads 12.000 as twelve
        raise PydanticCustomError("int_parsing", "thousands, or not whole", {"value": value})
    return value


def _true_or_false(value: Any) -> Any:
    if isinstance(value, str) and value not in {"true", "false"}:
        raise PydanticCustomError("bad_boolean", "not true or false", {"value": value})
    return value


WebAddress = Annotated[
    str,
    AfterValidator(_web_address),
    WithJsonSchema({"type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^ ]{3,}$"}),
]
Telephone = Annotated[
    str,
    AfterValidator(_telephone),
    WithJsonSchema({"type": ["string", "number"], "pattern": "^[^0-9A-Za-z]*([0-9][^0-9A-Za-z]*){2,15}$"}),
]
Email = Annotated[
    str, AfterValidator(_email), WithJsonSchema({"type": "string", "pattern": "^[^@ ]+@[^@ ]*[.][^@ ]*$"})
]
"""Schemas say what the validators do, for editors who are told while they type."""
Flag = Annotated[bool, BeforeValidator(_true_or_false)]
IN_DIGITS = BeforeValidator(_in_digits)
"""For whole numbers: no sign between the thousands. After ``Field``, whose limits the schema would lose."""
Day = Annotated[date, BeforeValidator(_iso_day)]
"""A date written year-month-day: pydantic alone would read ``2026`` as seconds since 1970."""


LanguageKey = Annotated[Lang, AfterValidator(_language_key)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Localized(Kept, RootModel[Annotated[dict[LanguageKey, Line], Field(min_length=1)]]):
    """A short label in several languages, written ``{fr: …, en: …}``; a plain string is the reference language's."""

    @model_validator(mode="before")
    @classmethod
    def _plain_string(cls, value: Any) -> Any:
        return {"": value} if isinstance(value, str) else value

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.root.items())))

    def get(self, lang: Lang) -> str | None:
        """The text written in ``lang``, or None."""
        return self.root.get(lang)


class LocalizedSlug(Localized):
    """What names something in the addresses of each language, written ``{fr: famille, en: family}``."""

    root: Annotated[dict[LanguageKey, Slug], Field(min_length=1)]


class ProperName:
    """Marks a label that is a name: written as one plain text, it is the same in every language."""


Name = Annotated[Localized, ProperName]


class Text(Frozen):
    """A text and the language it really is in, so that a template can write ``lang="fr"`` and say so."""

    text: str
    lang: Lang

    def __str__(self) -> str:
        return self.text


def pick(label: Localized, lang: Lang, reference: Lang) -> Text:
    """``label`` in ``lang`` where it exists, else in the reference language, else in any that it has."""
    texts: Mapping[Lang, str] = label.root
    for choice in (lang, reference, ""):
        if choice in texts:
            return Text(text=texts[choice], lang=choice or reference)
    first = next(iter(sorted(texts)))
    return Text(text=texts[first], lang=first)


class Source(Frozen):
    """Where a statement comes from, named so that a reader can find it."""

    name: Line
    year: int | None = None
    url: WebAddress | None = None
    detail: str | None = None


class Position(Frozen):
    """WGS 84, decimal degrees."""

    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]

    @property
    def point(self) -> tuple[float, float]:
        """Longitude, then latitude: as GeoJSON and all that is drawn has them."""
        return (self.longitude, self.latitude)

    def schema_org(self) -> dict[str, Any]:
        """The same as https://schema.org/GeoCoordinates."""
        return geo_coordinates(self.point)


def geo_coordinates(point: tuple[float, float]) -> dict[str, Any]:
    """A point (longitude, latitude) as https://schema.org/GeoCoordinates, to about a metre."""
    return {"@type": "GeoCoordinates", "latitude": round(point[1], 5), "longitude": round(point[0], 5)}


class Moment(Frozen):
    """A year and a place of a life."""

    year: Annotated[int, Field(ge=1, le=9999)]
    place: str | None = None
