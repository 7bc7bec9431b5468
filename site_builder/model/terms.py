"""data/glossary.yml: the words newcomers meet, and how the portal speaks."""

from typing import Annotated, Any

from pydantic import Field, RootModel, model_validator

from site_builder.model.values import Frozen, Kept, Lang, LanguageKey, Line, Localized, Slug


class Forms(Kept, RootModel[Annotated[dict[LanguageKey, tuple[Line, ...]], Field(min_length=1)]]):
    """How texts write a word, by their language; a plain list is for the texts of every language."""

    @model_validator(mode="before")
    @classmethod
    def _plain_list(cls, value: Any) -> Any:
        return {"": value} if isinstance(value, list | tuple) else value

    def of(self, lang: Lang) -> tuple[Line, ...]:
        """Those of any language, then those of ``lang``."""
        return (*self.root.get("", ()), *self.root.get(lang, ()))


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
        acronym = (self.acronym,) if self.acronym else ()
        return (*acronym, *(self.forms.of(lang) if self.forms else ()))


class WordingRule(Frozen):
    """Say / avoid / why. ``forms``: how texts write what to avoid, besides as it stands there (plural, feminine)."""

    say: Localized
    avoid: Localized
    why: Localized
    forms: Forms | None = None

    def forms_in(self, lang: Lang) -> tuple[str, ...]:
        """What texts of ``lang`` are not to say."""
        avoid = self.avoid.get(lang)
        return (*((avoid,) if avoid else ()), *(self.forms.of(lang) if self.forms else ()))


class Superlatives(Frozen):
    """What sets the place above all others, and so has to be proved (F18). ``…`` stands for a word, ``(a|b)`` for both.

    ``allowed``: what looks like it and is none (``guichet unique``), or what the portal may say all the same.
    """

    reported: Forms | None = None
    allowed: Forms | None = None


class Glossary(Frozen):
    """data/glossary.yml."""

    terms: tuple[Term, ...] = ()
    common: tuple[Line, ...] = ()
    """Acronyms that texts use without an explanation: everyone knows them, or they are names."""
    wording: tuple[WordingRule, ...] = ()
    superlatives: Superlatives | None = None
    """Besides those of the engine (theme/superlatives.yml)."""
