"""data/glossary.yml: the words newcomers meet, and how the portal speaks."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, RootModel, model_validator

from site_builder.model.values import Frozen, Kept, Lang, LanguageKey, Line, Localized, Slug


class Forms(Kept, RootModel[Annotated[dict[LanguageKey, tuple[Line, ...]], Field(min_length=1)]]):
    """How texts write a word, by their language; a plain list is for the texts of every language."""

    @model_validator(mode="before")
    @classmethod
    def _plain_list(cls, value: Any) -> Any:
        return {"": value} if isinstance(value, list | tuple) else value


class Term(Frozen):
    """A French administrative word or acronym, explained.

    ``forms``: how texts write it; an acronym is found as it is. Without either, texts do not link to it.
    """

    id: Slug
    acronym: Line | None = None
    term: Localized
    meaning: Localized
    forms: Forms | None = None

    def forms_in(self, lang: Lang) -> tuple[str, ...]:
        """As texts of ``lang`` write it: upper and lower case count."""
        written: Mapping[str, tuple[str, ...]] = self.forms.root if self.forms else {}
        acronym = (self.acronym,) if self.acronym else ()
        return (*acronym, *written.get("", ()), *written.get(lang, ()))


class WordingRule(Frozen):
    """Say / avoid / why. ``forms``: how texts write what to avoid, besides as it stands there (plural, feminine)."""

    say: Localized
    avoid: Localized
    why: Localized
    forms: Forms | None = None

    def forms_in(self, lang: Lang) -> tuple[str, ...]:
        """What texts of ``lang`` are not to say."""
        written: Mapping[str, tuple[str, ...]] = self.forms.root if self.forms else {}
        avoid = self.avoid.get(lang)
        return (*((avoid,) if avoid else ()), *written.get("", ()), *written.get(lang, ()))


class Glossary(Frozen):
    """data/glossary.yml."""

    terms: tuple[Term, ...] = ()
    common: tuple[Line, ...] = ()
    """Acronyms that texts use without an explanation: everyone knows them, or they are names."""
    wording: tuple[WordingRule, ...] = ()
