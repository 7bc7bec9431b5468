"""data/glossary.yml as two pages: the words that newcomers meet, and how the portal speaks."""

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.model.slugs import fold
from site_builder.model.terms import Term, WordingRule
from site_builder.model.values import Lang
from site_builder.plan.pages import PagePlan
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.shared import Shared


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """A word with its meaning."""

    id: str
    acronym: str
    term: Said
    meaning: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingView:
    """What to say, what to avoid, why."""

    say: Said
    avoid: Said
    why: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryView:
    """What pages/glossary.html prints."""

    title: str
    summary: str
    terms: tuple[TermView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingPageView:
    """What pages/wording.html prints."""

    title: str
    summary: str
    rules: tuple[WordingView, ...]


def glossary(scene: Scene, shared: Shared, page: PagePlan) -> GlossaryView:
    """The words in the order of a dictionary, an acronym under its own letters."""
    terms = term_views(scene, scene.portal.glossary.terms, page.lang)
    return GlossaryView(title=page.title, summary=page.description, terms=terms)


def term_views(scene: Scene, terms: Iterable[Term], lang: Lang) -> tuple[TermView, ...]:
    """Words for readers of ``lang``, in the order of a dictionary."""
    views = (_term(scene, term, lang) for term in terms)
    return tuple(sorted(views, key=lambda term: fold(term.acronym or str(term.term))))


def wording(scene: Scene, shared: Shared, page: PagePlan) -> WordingPageView:
    """The rules in the order in which they are written."""
    rules = tuple(_rule(scene, rule, page.lang) for rule in scene.portal.glossary.wording)
    return WordingPageView(title=page.title, summary=page.description, rules=rules)


def _term(scene: Scene, written: Term, lang: Lang) -> TermView:
    words = scene.words[lang]
    return TermView(
        id=written.id,
        acronym=written.acronym or "",
        term=words.said(written.term),
        meaning=words.said(written.meaning),
    )


def _rule(scene: Scene, written: WordingRule, lang: Lang) -> WordingView:
    words = scene.words[lang]
    return WordingView(say=words.said(written.say), avoid=words.said(written.avoid), why=words.said(written.why))
