"""data/glossary.yml: the words newcomers meet, and how the portal speaks."""

from site_builder.model.values import Frozen, Localized, Slug


class Term(Frozen):
    """A French administrative word or acronym, explained."""

    id: Slug
    acronym: str | None = None
    term: Localized
    meaning: Localized


class WordingRule(Frozen):
    """Say / avoid / why."""

    say: Localized
    avoid: Localized
    why: Localized


class Glossary(Frozen):
    """data/glossary.yml."""

    terms: tuple[Term, ...] = ()
    wording: tuple[WordingRule, ...] = ()
