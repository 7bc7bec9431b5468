"""What every content entry has in common, and the entry as a set of language versions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Generic, TypeVar

from pydantic import AfterValidator, StringConstraints, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from site_builder.model.consent import Refusal
from site_builder.model.paths import composed
from site_builder.model.slugs import fold
from site_builder.model.translation import ASKED, Mark, SourcePart, source_parts
from site_builder.model.values import Code, Day, Flag, Frozen, Lang, Slug, Source, WebAddress
from site_builder.model.when import day_after, last_day_after


class Translated:
    """Marks a field that each language writes for itself; every other field is the reference file's."""


@dataclass(frozen=True, slots=True)
class Needed:
    """Marks a required field of which the lack has a problem of its own, that says why it is needed."""

    code: str


_NOT_READ = frozenset({"slug", "body", "translated_from", "machine_translated"})
"""Translated fields that no reader reads; the text of the body is looked at section by section."""
TRANSLATION_ONLY = frozenset({"translated_from", "machine_translated"})
"""What only a translation says."""


class Status(StrEnum):
    """Drafts and archives are not published."""

    DRAFT = "draft"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class Until(StrEnum):
    """What says until when an entry is shown."""

    EXPIRES_ON = "expires_on"
    CONSENT = "consent"
    EVENT = "event"


Title = Annotated[str, StringConstraints(min_length=1, max_length=140), Translated]


def _mark(written: str) -> str:
    if written != ASKED:
        try:
            Mark.read(written)
        except ValueError:
            raise PydanticCustomError("bad_mark", "not a day and fingerprints", {"nearest": ASKED}) from None
    return written


class Content(Frozen):
    """The fields of every content type; a subclass adds its own and says which schema.org type it is.

    ``publish_on`` and ``expires_on`` are the first and the last day on which it is shown, where the portal is.
    """

    SCHEMA_TYPE: ClassVar[str] = "WebPage"
    TERRITORY_TERM: ClassVar[str] = "contentLocation"
    """The schema.org property that names its territory, of all entries of the type (`territory_term`)."""
    NEEDS_TEXT: ClassVar[bool] = True
    """Whether its text is what readers come for; of some kinds, the fields say all there is to say."""

    id: Slug
    title: Title
    summary: Annotated[str | None, Translated] = None
    slug: Annotated[Slug | None, Translated] = None
    body: Annotated[str, Translated] = ""
    image: Annotated[str, AfterValidator(composed)] | None = None
    territory: Code | None = None
    themes: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    owner: str | None = None
    verified_on: Day | None = None
    review_every: Annotated[str, StringConstraints(pattern=r"^\d{1,3} (days?|months?|years?)$")] | None = None
    status: Status = Status.PUBLISHED
    publish_on: Day | None = None
    expires_on: Day | None = None
    old_paths: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    proofs: tuple[Slug, ...] = ()
    website: WebAddress | None = None
    translated_from: Annotated[str | None, AfterValidator(_mark), Translated] = None
    machine_translated: Annotated[Flag, Translated] = False

    @field_validator("expires_on")
    @classmethod
    def _expires_after_it_is_published(cls, last: date | None, info: ValidationInfo) -> date | None:
        return last and last_day_after(info.data.get("publish_on"), last)

    @classmethod
    def translated_fields(cls) -> frozenset[str]:
        """Names of the fields a translation may hold."""
        return frozenset(
            name for name, field in cls.model_fields.items() if any(m is Translated for m in field.metadata)
        )

    @property
    def source_parts(self) -> tuple[SourcePart, ...]:
        """What a translator has to write again, part by part."""
        read = self.translated_fields() - _NOT_READ
        return source_parts({name: getattr(self, name) for name in type(self).model_fields if name in read}, self.body)

    @property
    def last_part(self) -> str:
        """The last part of the entry's URL in the language of this version."""
        return self.slug or self.id

    @property
    def group(self) -> str | None:
        """The heading of the list page under which the entry stands (an angle, a theme, a part)."""
        return None

    @property
    def order_key(self) -> tuple[int, str]:
        """Where the entry stands in its group: titles as a reader looks for them, Éléonore before Zola."""
        return (0, fold(self.title))

    @property
    def living(self) -> bool:
        """Whether it speaks of one living person, who must have agreed."""
        return False

    @property
    def named(self) -> tuple[str, ...]:
        """The ids of people without whom it is not shown either."""
        return ()

    @property
    def last_days(self) -> Mapping[Until, date]:
        """The last day on which it is shown, by what says so: the earliest counts. None for what does not end."""
        return {Until.EXPIRES_ON: self.expires_on} if self.expires_on else {}

    @property
    def over_on(self) -> date | None:
        """The first day on which it is no longer shown; None for what does not end."""
        return day_after(min(self.last_days.values())) if self.last_days else None

    def refusal(self, today: date) -> Refusal | None:  # noqa: ARG002 - for those that have a consent
        """Why the consent of the person it speaks of does not let it be shown, if so."""
        return None

    def shown(self, today: date) -> bool:
        """Whether its readers get it on that day, once it is published."""
        return self.refusal(today) is None and self.begun(today) and not self.over(today)

    def begun(self, today: date) -> bool:
        """Whether the first day on which it may be shown has come."""
        return self.publish_on is None or self.publish_on <= today

    def over(self, today: date) -> bool:
        """Whether the last day on which it may be shown has passed."""
        return self.over_on is not None and self.over_on <= today

    @property
    def territory_term(self) -> str:
        """The schema.org property that names its territory, or what that lies round; empty where there is none."""
        return self.TERRITORY_TERM

    def schema_org(self) -> dict[str, Any]:
        """What schema.org should know beyond name, description, URL and language."""
        return {"@type": self.SCHEMA_TYPE}


def entry_key(kind: str, entry_id: str) -> str:
    """The key of the entry of that kind and id."""
    return f"{kind}:{entry_id}"


C_co = TypeVar("C_co", bound=Content, covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Generic[C_co]):
    """One entry: the reference version and every language really written. ``paths`` names the file of each."""

    kind: str
    reference_lang: Lang
    versions: Mapping[Lang, C_co]
    paths: Mapping[Lang, str]

    def __hash__(self) -> int:
        """By what names it: what is made of an entry is kept by the entry."""
        return hash((self.kind, self.id))

    @property
    def reference(self) -> C_co:
        return self.versions[self.reference_lang]

    @property
    def id(self) -> str:
        return self.reference.id

    @property
    def path(self) -> str:
        """The reference file."""
        return self.paths[self.reference_lang]

    @property
    def key(self) -> str:
        """What names the entry among all of the portal's: ``asset:dune-du-pilat``; its page has the same key."""
        return entry_key(self.kind, self.id)

    @property
    def published(self) -> bool:
        return self.reference.status is Status.PUBLISHED

    def pick(self, lang: Lang) -> tuple[C_co, Lang]:
        """The version in ``lang`` and ``lang``; where there is none, the reference version and its language."""
        if lang in self.versions:
            return self.versions[lang], lang
        return self.reference, self.reference_lang

    def pick_field(self, name: str, lang: Lang) -> tuple[C_co, Lang]:
        """The version whose field ``name`` readers of ``lang`` get, and its language: a translation may lack it."""
        version, version_lang = self.pick(lang)
        if name in version.model_fields_set:
            return version, version_lang
        return self.reference, self.reference_lang

    def mark(self, lang: Lang) -> Mark | None:
        """What the version in ``lang`` was last read beside; None where nobody has written that down."""
        version = self.versions.get(lang)
        written = version.translated_from if version and lang != self.reference_lang else None
        return None if written in {None, ASKED} else Mark.read(written or "")

    def older_parts(self, lang: Lang) -> tuple[SourcePart, ...]:
        """The parts of the original that have changed since; none where it is not known."""
        mark = self.mark(lang)
        return tuple(part for part in self.reference.source_parts if mark and part.fingerprint not in mark.parts)
