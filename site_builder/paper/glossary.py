"""The glossary's words that a guide uses, explained at its end: on paper nobody can press a word."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_builder.model.terms import Term
from site_builder.model.values import Lang
from site_builder.paper.directories import text_of
from site_builder.paper.edition import Edition, PaperBlock, PaperSection, PaperTerm, Step
from site_builder.paper.manuscript import Manuscript
from site_builder.paper.rich import plain
from site_builder.render.glosses import pattern_of
from site_builder.render.views.entries.glossary import TermView, term_views

KIND = "glossary"
_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How texts of one language write the words of the glossary; ``ids`` by form."""

    pattern: re.Pattern[str]
    ids: Mapping[str, str]

    def used_in(self, texts: Iterable[str]) -> frozenset[str]:
        """The ids of the words that texts use, whether or not they explain them."""
        found = (match[0] for text in texts for match in self.pattern.finditer(text))
        return frozenset(self.ids[" ".join(form.split())] for form in found)


def vocabulary(terms: Iterable[Term], lang: Lang) -> Vocabulary:
    """Of the words that texts can be searched for: an everyday word (``mairie``) has no forms."""
    ids = {" ".join(form.split()): term.id for term in terms for form in term.forms_in(lang)}
    return Vocabulary(pattern_of(ids) if ids else _NOTHING, ids)


def used_terms(copy: Manuscript, edition: Edition) -> tuple[PaperTerm, ...]:
    """Each word that a pack of the edition uses, once, in the order of a dictionary."""
    used = frozenset[str]().union(*_used(copy, edition))
    terms = (term for term in copy.scene.portal.glossary.terms if term.id in used)
    return tuple(map(_printed, term_views(copy.scene, terms, copy.lang)))


def _printed(term: TermView) -> PaperTerm:
    if not term.acronym:
        return PaperTerm(word=term.term, spelt="", meaning=term.meaning)
    return PaperTerm(word=term.acronym, spelt=term.term, meaning=term.meaning)


def _used(copy: Manuscript, edition: Edition) -> Iterator[frozenset[str]]:
    """What many territories share is searched once."""
    for view, section in zip(copy.guide.sections, edition.sections, strict=True):
        yield copy.once((KIND, view), lambda section=section: _in_section(copy, section))  # type: ignore[misc]
    for step in (step for stage in edition.stages for step in stage.steps):
        # Steps are made once and kept (journey.py): none has the number of another.
        yield copy.once((KIND, id(step)), lambda step=step: _in_step(copy, step))  # type: ignore[misc]
    yield _words(copy, None).used_in(_of_contacts(edition))


def _words(copy: Manuscript, lang: Lang | None) -> Vocabulary:
    """``lang``: of the text, None for the edition's."""
    of = lang or copy.lang
    return copy.once((KIND, "words", of), lambda: vocabulary(copy.scene.portal.glossary.terms, of))


def _in_section(copy: Manuscript, section: PaperSection) -> frozenset[str]:
    said = _words(copy, None).used_in((section.title, str(section.intro)))
    return said.union(*(_words(copy, block.lang).used_in(_of_block(block)) for block in section.blocks))


def _of_block(block: PaperBlock) -> tuple[str, ...]:
    return (block.title, plain(block.body), plain(block.see))


def _in_step(copy: Manuscript, step: Step) -> frozenset[str]:
    told = _words(copy, step.lang).used_in((step.title, plain(step.body)))
    papers = _words(copy, step.documents_lang).used_in(step.documents)
    return told | papers | _words(copy, None).used_in((step.when, str(step.role)))


def _of_contacts(edition: Edition) -> Iterator[str]:
    for contact in (*edition.contacts, *edition.places):
        yield from (str(contact.title), contact.name)
    for role in edition.unrecorded:
        yield from (str(role.title), str(role.directory))
    for group in edition.welcome.groups if edition.welcome else ():
        for item in group.items:
            yield from (item.title, plain(item.body), text_of(item))
